/** The words for asking somebody else where a person is tell nothing of a debt, whoever the office is. */
import { describe, expect, it } from 'vitest';
import { officeRoles } from '../../../shared/domain/law.ts';
import { traceSources } from '../../../shared/domain/trace.ts';
import { locationWording, traceSourceNotes, traceSourceWords } from '../../../shared/text/trace-words.ts';

const tells =
  /\b(debt|owe|owes|owed|bill|balance|account|collect\w*|creditor|payment|pay|overdue|past due|legal|attorney|court|patient|medical|important|urgent)\b/i;

describe('location call', () => {
  it.each([...officeRoles, null])('as %s', (role) => {
    for (const business of [false, true]) {
      const wording = locationWording(role, { person: 'Mara Okafor', office: 'Harbor Lane', business });
      for (const sentence of wording.say) expect(sentence).not.toMatch(tells);
      // The office is named only when somebody expressly asks.
      expect(wording.say.join(' ')).not.toContain('Harbor Lane');
      expect(wording.ifAsked).toContain('Harbor Lane');
      expect(wording.ifAsked).toMatch(/^Only if they expressly ask/);
      expect(wording.say[0]).toContain('your own name');
      expect(wording.say.join(' ')).toContain('confirm or correct');
    }
  });

  it('says whom the limits bind', () => {
    const bindsOf = (role: (typeof officeRoles)[number] | null, business = false) =>
      locationWording(role, { person: 'x', office: 'y', business }).binds;
    expect(bindsOf('third_party_collector')).toMatch(/nothing else/);
    // An office that has not said who it is is held to the stricter law.
    expect(bindsOf(null)).toMatch(/nothing else/);
    expect(bindsOf('medical_provider')).toMatch(/own bills/);
    expect(bindsOf('third_party_collector', true)).toMatch(/business/);
  });
});

describe('sources', () => {
  it.each(traceSources)('%s has a name and a note that ends as a sentence', (source) => {
    expect(traceSourceWords[source]).toMatch(/^[A-Z]/);
    expect(traceSourceNotes[source]).toMatch(/[.]$/);
  });
});
