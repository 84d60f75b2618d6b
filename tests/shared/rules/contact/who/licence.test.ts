// Licences: recorded, exempt, lapsed, nobody knows; the last day, the day after; states that ask for nothing known.
import { describe, expect, it } from 'vitest';
import type { OfficeRole, StateCode } from '../../../../../shared/domain/law.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { LicenceFacts } from '../../../../../shared/rules/facts.ts';
import { lawBookOf, type RulePack } from '../../../../../shared/rules/law-book.ts';
import { shippedStates } from '../../../../../shared/rules/states/shipped.ts';
import { caseIn, livesIn, objection, resultOf } from '../state/lives-in.ts';

const rule = 'state.licence';

function held(state: StateCode, rest: Partial<LicenceFacts> = {}): LicenceFacts {
  return { state, kind: 'licence', number: 'L-1', basis: '', renewsOn: null, ...rest };
}

function asked(
  state: StateCode,
  licences: readonly LicenceFacts[],
  role: OfficeRole = 'third_party_collector',
) {
  return caseIn(state, { office: { licences, role } });
}

describe('a licence where the debtor lives', () => {
  it.each([
    ['recorded without an end', [held('TX')], 'none'],
    ['that ended the day before', [held('TX', { renewsOn: '2026-11-16' })], 'block'],
    ['on its last day', [held('TX', { renewsOn: '2026-11-17' })], 'none'],
    ['that holds through tomorrow', [held('TX', { renewsOn: '2026-11-18' })], 'none'],
    [
      'not needed, with the reason',
      [held('TX', { kind: 'not_needed', number: '', basis: 'No office there' })],
      'none',
    ],
    ['exempt, with the reason', [held('TX', { kind: 'exempt', number: '', basis: 'Lawyers' })], 'none'],
    ['exempt without a reason', [held('TX', { kind: 'exempt', number: '', basis: ' ' })], 'undetermined'],
    ['of another state', [held('CA')], 'undetermined'],
    ['never recorded', [], 'undetermined'],
  ] as const)('%s', (_name, licences, expected) => {
    expect(resultOf(rule, asked('TX', licences))).toBe(expected);
  });

  it('says what to record, and how sure the entry is', () => {
    const text = objection(rule, asked('TX', []))?.text ?? '';
    expect(text).toContain('Record the license for Texas, or why none is needed.');
    expect(text).toContain('Tex. Fin. Code 392.101');
    expect(text).toContain('not read anew');
  });

  it('passes where none is known, and says that it is not verified', () => {
    const facts = asked('OH', []);
    expect(resultOf(rule, facts)).toBe('none');
    const passed = decide(facts).passed.find(({ ruleId }) => ruleId === rule);
    expect(passed?.text).toMatch(/Ohio: No state license .* not verified/);
  });

  it.each([
    ['third_party_collector', 'undetermined'],
    ['law_office', 'undetermined'],
    ['creditor_other_name', 'undetermined'],
    ['first_party_creditor', 'none'],
    ['medical_provider', 'none'],
  ] as const)('%s: %s', (role, expected) => {
    expect(resultOf(rule, asked('TX', [], role))).toBe(expected);
  });

  it.each([
    ['Brooklyn', '11201', 'undetermined'],
    ['Buffalo', '14201', 'undetermined'],
    ['Albany', '12207', 'none'],
    ['', '', 'undetermined'],
  ])('New York licenses by city: %s', (city, zip, expected) => {
    const facts = caseIn('NY', { office: { licences: [] }, person: livesIn('NY', { city, zip }) });
    expect(resultOf(rule, facts)).toBe(expected);
  });

  it('goes by the table of a rule pack', () => {
    const pack: RulePack = {
      format: 1,
      version: '2027-01-01.1',
      publishedOn: '2027-01-01',
      publisher: 'A publisher',
      notes: '',
      rules: {},
      states: {
        OH: {
          ...shippedStates.OH,
          licence: {
            need: 'licence',
            words: 'License.',
            source: { cite: 'ORC 1', readOn: '2027-01', confidence: 'text' },
          },
        },
      },
    };
    const reasons = decide(asked('OH', []), { law: lawBookOf(pack) }).reasons;
    expect(reasons.find(({ ruleId }) => ruleId === rule)?.result).toBe('undetermined');
  });
});
