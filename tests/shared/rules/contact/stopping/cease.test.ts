// Requests to stop, written and spoken: what they close, what is left, and that nothing but the person lifts them.
import { describe, expect, it } from 'vitest';
import type { ContactParty, ContactPurpose } from '../../../../../shared/domain/law.ts';
import { noHousePolicy } from '../../../../../shared/domain/law.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';
import { businessDebt, firstParty, reasonBy, type Said, saidBy } from './asking.ts';

type Parts = NonNullable<Parameters<typeof gateFacts>[0]>;
type Case = [name: string, parts: Parts, said: Said];

const id = 'reg-f.cease';
const day = 86_400_000;
const letter = legalEvent('cease_written', '2026-11-10');

describe('a written request', () => {
  it.each<Case>([
    ['received tomorrow', { events: [legalEvent('cease_written', '2026-11-18')] }, 'pass'],
    ['received today', { events: [legalEvent('cease_written', '2026-11-17')] }, 'block'],
    ['received yesterday', { events: [legalEvent('cease_written', '2026-11-16')] }, 'block'],
    [
      'received in an hour',
      { events: [legalEvent('cease_written', '2026-11-17', { at: tuesday + 3_600_000 })] },
      'pass',
    ],
    [
      'received this minute',
      { events: [legalEvent('cease_written', '2026-11-17', { at: tuesday })] },
      'block',
    ],
    ['a written refusal to pay', { events: [legalEvent('refusal_written', '2026-11-10')] }, 'block'],
    ['another debt', { events: [{ ...letter, accountId: 2 }] }, 'pass'],
    ['every debt', { events: [{ ...letter, accountId: null }] }, 'block'],
    ['taken back today', { events: [{ ...letter, endedOn: '2026-11-17' }] }, 'pass'],
    [
      'one taken back, one not',
      { events: [{ ...letter, endedOn: '2026-11-17' }, legalEvent('refusal_written', '2026-11-11')] },
      'block',
    ],
    [
      'consent given since',
      {
        events: [
          letter,
          legalEvent('consent', '2026-11-12', { detail: { consent: 'contact', direct: true } }),
        ],
      },
      'block',
    ],
    ['a court’s permission', { events: [letter, legalEvent('court_permission', '2026-11-12')] }, 'block'],
    ['a business debt', { events: [letter], debt: businessDebt }, 'not binding'],
    ['a creditor’s own debt', { events: [letter], office: firstParty() }, 'not binding'],
    [
      'a creditor that keeps Regulation F',
      { events: [letter], office: firstParty({ keepsRegulationF: true }) },
      'block',
    ],
    ['a law office', { events: [letter], office: { role: 'law_office' } }, 'block'],
    ['an office that has not said who it is', { events: [letter], office: { role: null } }, 'block'],
    ['the person calls', { events: [letter], act: { direction: 'in' } }, 'warn'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts(parts))).toBe(said);
  });

  it.each<[to: ContactParty, purpose: ContactPurpose, said: Said]>([
    ['debtor', 'limited_content', 'block'],
    ['spouse', 'collect', 'block'],
    ['representative', 'collect', 'block'],
    ['debtor', 'validation_notice', 'block'],
    ['debtor', 'answer_request', 'block'],
    ['debtor', 'confirm_opt_out', 'block'],
    ['debtor', 'verification', 'undetermined'],
    ['debtor', 'original_creditor_answer', 'undetermined'],
    ['debtor', 'efforts_end', 'warn'],
    ['debtor', 'remedy_notice', 'warn'],
    ['debtor', 'legal_process', 'pass'],
    ['debtor', 'required_by_law', 'pass'],
    ['attorney', 'collect', 'pass'],
    ['creditor', 'collect', 'pass'],
    ['trustee', 'legal_process', 'pass'],
    ['third_party', 'locate', 'warn'],
  ])('to %s for %s: %s', (to, purpose, said) => {
    expect(saidBy(id, gateFacts({ events: [letter], act: { to, purpose } }))).toBe(said);
  });

  const told = priorCall(tuesday - 2 * day, { channel: 'letter', outcome: 'other', purpose: 'efforts_end' });
  it.each<[name: string, contacts: Parts['contacts'], purpose: ContactPurpose, said: Said]>([
    ['not sent until tomorrow', [{ ...told, at: tuesday + day }], 'efforts_end', 'warn'],
    ['nothing sent yet', [], 'efforts_end', 'warn'],
    ['sent once', [told], 'efforts_end', 'block'],
    ['the other kind sent', [told], 'remedy_notice', 'warn'],
    ['sent before the request', [{ ...told, at: tuesday - 9 * day }], 'efforts_end', 'warn'],
    ['sent on the day of the request', [{ ...told, at: tuesday - 7 * day }], 'efforts_end', 'block'],
    ['sent about another debt', [{ ...told, accountIds: [2] }], 'efforts_end', 'warn'],
    ['sent to the attorney', [{ ...told, to: 'attorney' }], 'efforts_end', 'warn'],
    ['a call nobody answered', [{ ...told, channel: 'call', outcome: 'no_answer' }], 'efforts_end', 'warn'],
    [
      'a call that was answered',
      [{ ...told, channel: 'call', outcome: 'right_party' }],
      'efforts_end',
      'block',
    ],
  ])('the last word, %s', (_, contacts, purpose, said) => {
    expect(saidBy(id, gateFacts({ events: [letter], contacts: contacts ?? [], act: { purpose } }))).toBe(
      said,
    );
  });

  it.each<Case>([
    [
      'wanted, by email',
      { events: [letter, legalEvent('answer_wanted', '2026-11-12', { scope: { channel: 'email' } })] },
      'block',
    ],
    [
      'wanted, and given',
      {
        events: [letter, legalEvent('answer_wanted', '2026-11-12')],
        contacts: [
          priorCall(tuesday - day, { channel: 'letter', outcome: 'other', purpose: 'answer_request' }),
        ],
      },
      'block',
    ],
    [
      'wanted, and only tried',
      {
        events: [letter, legalEvent('answer_wanted', '2026-11-12')],
        contacts: [priorCall(tuesday - day, { purpose: 'answer_request' })],
      },
      'warn',
    ],
    [
      'wanted by somebody else',
      { events: [letter, legalEvent('answer_wanted', '2026-11-12', { detail: { name: 'Lou Park' } })] },
      'block',
    ],
    [
      'the person wrote since',
      { contacts: [priorCall(tuesday - day, { direction: 'in', channel: 'email', outcome: 'other' })] },
      'warn',
    ],
    [
      'the person wrote before',
      { contacts: [priorCall(tuesday - 9 * day, { direction: 'in', channel: 'email', outcome: 'other' })] },
      'block',
    ],
    [
      'it was answered',
      {
        contacts: [
          priorCall(tuesday - 2 * day, { direction: 'in', channel: 'email', outcome: 'other' }),
          priorCall(tuesday - day, { channel: 'email', outcome: 'other', purpose: 'answer_request' }),
        ],
      },
      'block',
    ],
    ['recorded as wanted', { events: [letter, legalEvent('answer_wanted', '2026-11-12')] }, 'warn'],
    ['wanted before the request', { events: [letter, legalEvent('answer_wanted', '2026-11-09')] }, 'block'],
  ])('an answer: %s', (_, parts, said) => {
    expect(saidBy(id, gateFacts({ events: [letter], ...parts, act: { purpose: 'answer_request' } }))).toBe(
      said,
    );
  });

  it('is no matter of choice for a collector and waits for the person', () => {
    const verdict = decide(gateFacts({ events: [letter] }));
    expect(verdict.primary?.code).toBe('CEASE_COMMUNICATION');
    expect(verdict.primary?.force).toBe('prohibition');
    expect(verdict.override).toBe('none');
    expect(verdict.waitsFor).toContain('the person to take the request back');
    const house = reasonBy(
      id,
      gateFacts({ events: [letter], office: firstParty({ keepsRegulationF: true }) }),
    );
    expect(house.force).toBe('house');
  });
});

describe('a spoken request', () => {
  const spoken = legalEvent('cease_oral', '2026-11-10');
  const honors = { house: { ...noHousePolicy, honorsOralCease: true } };
  it.each<Case>([
    ['a collector', { events: [spoken] }, 'warn'],
    ['a collector that honors it', { events: [spoken], office: honors }, 'block'],
    ['honored, last word', { events: [spoken], office: honors, act: { purpose: 'efforts_end' } }, 'warn'],
    ['honored, ended', { events: [{ ...spoken, endedOn: '2026-11-17' }], office: honors }, 'pass'],
    ['honored, another debt', { events: [{ ...spoken, accountId: 2 }], office: honors }, 'pass'],
    ['honored, to the attorney', { events: [spoken], office: honors, act: { to: 'attorney' } }, 'pass'],
    ['a creditor', { events: [spoken], office: firstParty() }, 'pass'],
    [
      'a creditor that honors it',
      { events: [spoken], office: firstParty({ honorsOralCease: true }) },
      'block',
    ],
    ['a business debt', { events: [spoken], office: honors, debt: businessDebt }, 'not binding'],
  ])('%s', (_, parts, said) => {
    expect(saidBy('reg-f.cease.oral', gateFacts(parts))).toBe(said);
  });

  it('is the house’s own rule where it is honored', () => {
    const verdict = decide(gateFacts({ events: [spoken], office: honors }));
    expect(reasonBy('reg-f.cease.oral', gateFacts({ events: [spoken], office: honors })).force).toBe('house');
    expect(verdict.override).toBe('reason');
  });
});

describe('an office Regulation F does not bind', () => {
  // Georgia’s collection law, as far as is known, does not bind creditors; that of Texas does.
  const inGeorgia = {
    known: { residence_state: { value: 'GA', source: 'Said on the phone', since: '2026-01-02' } },
  };
  it.each<Case>([
    ['a refusal to pay', { events: [legalEvent('refusal_written', '2026-11-10')] }, 'undetermined'],
    [
      'a refusal to pay, in Georgia',
      { events: [legalEvent('refusal_written', '2026-11-10')], person: inGeorgia },
      'warn',
    ],
    ['a request to stop, in Georgia', { events: [letter], person: inGeorgia }, 'warn'],
    ['an answer to who asked to stop', { events: [letter], act: { purpose: 'answer_request' } }, 'warn'],
    [
      'a number asked not to be called',
      { events: [legalEvent('opt_out', '2026-11-10', { scope: { phoneId: 1 } })] },
      'warn',
    ],
    [
      'another number asked not to be called',
      { events: [legalEvent('opt_out', '2026-11-10', { scope: { phoneId: 2 } })] },
      'pass',
    ],
    ['an inconvenient time', { events: [legalEvent('inconvenient_time', '2026-11-10')] }, 'warn'],
    [
      'a mobile, the employer forbids calls at work',
      { events: [legalEvent('employer_prohibits', '2026-11-10')] },
      'pass',
    ],
    [
      'a request for the original creditor',
      { events: [legalEvent('original_creditor_request', '2026-11-10')] },
      'warn',
    ],
    ['a request to stop', { events: [letter] }, 'undetermined'],
    ['a spoken one', { events: [legalEvent('cease_oral', '2026-11-10')] }, 'warn'],
    ['an attorney', { events: [legalEvent('attorney', '2026-11-10')] }, 'undetermined'],
    [
      'a death, recorded with another debt',
      { events: [legalEvent('deceased', '2026-11-10', { accountId: 2 })] },
      'warn',
    ],
    ['another debt', { events: [{ ...letter, accountId: 2 }] }, 'pass'],
    ['ended', { events: [{ ...letter, endedOn: '2026-11-17' }] }, 'pass'],
    ['to the attorney', { events: [legalEvent('attorney', '2026-11-10')], act: { to: 'attorney' } }, 'pass'],
    [
      'one that keeps Regulation F is told once',
      { events: [letter], office: firstParty({ keepsRegulationF: true }) },
      'pass',
    ],
    ['a collector', { events: [letter], office: { role: 'third_party_collector' } }, 'not binding'],
  ])('%s', (_, parts, said) => {
    expect(saidBy('udaap.requests', gateFacts({ office: firstParty(), ...parts }))).toBe(said);
  });
});
