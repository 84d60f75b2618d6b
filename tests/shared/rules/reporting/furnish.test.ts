/** Reporting to bureaus: spoken or written and waited for, disputed, obsolete, medical. */
import { describe, expect, test } from 'vitest';
import { type DebtFactName, noHousePolicy, type StateCode } from '../../../../shared/domain/law.ts';
import { CaseView } from '../../../../shared/rules/case-view.ts';
import type { DebtFacts, LegalEvent, OfficeFacts, PriorContact } from '../../../../shared/rules/facts.ts';
import {
  delinquencyDateDueOn,
  directDisputeDueOn,
  frivolousNoticeDueOn,
  lastReportableDay,
} from '../../../../shared/rules/reporting/delinquency.ts';
import { furnishGateOf } from '../../../../shared/rules/reporting/furnish.ts';
import { gateFacts, legalEvent, priorCall } from '../../../builders/gate-facts.ts';

const said = (value: string) => ({ value, source: 'Creditor', since: '2026-01-02' });

function gate(
  today: string,
  parts: {
    known?: Partial<Record<DebtFactName, string>>;
    debt?: Partial<Omit<DebtFacts, 'known'>>;
    events?: readonly LegalEvent[];
    contacts?: readonly PriorContact[];
    office?: Partial<OfficeFacts>;
    state?: StateCode;
  },
) {
  const known = { delinquent_on: '2025-01-15', ...parts.known };
  const facts = gateFacts({
    events: parts.events ?? [],
    contacts: parts.contacts ?? [],
    office: parts.office ?? {},
    debt: {
      balanceCents: 80_000,
      ...parts.debt,
      known: Object.fromEntries(Object.entries(known).map(([name, value]) => [name, said(value)])),
    },
    person: { known: { residence_state: said(parts.state ?? 'TX') } },
  });
  return furnishGateOf(new CaseView(facts), today);
}
const codes = (found: ReturnType<typeof gate>) => found.reasons.map(({ code }) => code);
const letter = legalEvent('furnish_notice', '2026-11-01', { detail: { route: 'mailed' } });
const spoke = priorCall(Date.UTC(2026, 10, 2, 20, 0), { outcome: 'right_party' });

describe('before furnishing, 1006.30(a)', () => {
  test('nothing said and nothing written', () => {
    expect(gate('2026-11-20', {})).toMatchObject({ outcome: 'blocked', earliestOn: null });
    expect(codes(gate('2026-11-20', {}))).toEqual(['FURNISH_BEFORE_CONTACT']);
  });

  test.each([
    ['2026-11-13', 'blocked'],
    ['2026-11-14', 'blocked'],
    ['2026-11-15', 'allowed'],
  ])('a letter of November 1, on %s: %s', (today, outcome) => {
    const found = gate(today, { events: [letter] });
    expect(found.outcome).toBe(outcome);
    if (outcome === 'blocked') {
      expect(codes(found)).toEqual(['FURNISH_WAIT_14_DAYS']);
      expect(found.earliestOn).toBe('2026-11-15');
    }
  });

  test.each([
    ['2026-11-14', 'FURNISH_UNDELIVERABLE'],
    ['2026-11-15', undefined],
  ])('one that came back on %s: %s', (backOn, code) => {
    const events = [letter, legalEvent('notice_returned', backOn)];
    expect(codes(gate('2026-11-20', { events }))[0]).toBe(code);
  });

  test('a second letter after one that came back begins anew', () => {
    const events = [
      letter,
      legalEvent('notice_returned', '2026-11-10'),
      legalEvent('furnish_notice', '2026-11-12', { detail: { route: 'mailed' } }),
    ];
    expect(gate('2026-11-25', { events })).toMatchObject({ outcome: 'blocked', earliestOn: '2026-11-26' });
    expect(gate('2026-11-26', { events }).outcome).toBe('allowed');
  });

  test('speaking is enough, a voicemail is not', () => {
    expect(gate('2026-11-20', { contacts: [spoke] }).outcome).toBe('allowed');
    const left = priorCall(spoke.at, { outcome: 'voicemail_left' });
    expect(codes(gate('2026-11-20', { contacts: [left] }))).toEqual(['FURNISH_BEFORE_CONTACT']);
  });

  test('does not bind a creditor in its own name: there it is a caution', () => {
    expect(gate('2026-11-20', { office: { role: 'first_party_creditor' } }).outcome).toBe('warning');
  });
});

describe('disputes', () => {
  const contacts = [spoke];
  test('any dispute wants the flag', () => {
    const found = gate('2026-11-20', { contacts, events: [legalEvent('dispute', '2026-11-10')] });
    expect(found).toMatchObject({ outcome: 'warning', disputeFlag: true });
    expect(codes(found)).toEqual(['FURNISH_DISPUTE_FLAG_REQUIRED']);
  });

  test('a creditor in its own name is cautioned, one that keeps to Regulation F is held back', () => {
    const dispute = legalEvent('dispute', '2026-11-10', { detail: { written: true } });
    const asked = legalEvent('original_creditor_request', '2026-11-10', { detail: { written: true } });
    const creditor = { role: 'first_party_creditor' } as const;
    const events = [dispute, asked];
    expect(gate('2026-11-20', { contacts, events, office: creditor }).outcome).toBe('warning');
    const office = { ...creditor, house: { ...noHousePolicy, keepsRegulationF: true } };
    expect(gate('2026-11-20', { contacts, events, office }).outcome).toBe('blocked');
    expect(gate('2026-11-20', { office }).outcome).toBe('blocked');
  });

  test('who provides care is reminded to tell the bureaus so', () => {
    const debt = { type: 'medical' } as const;
    expect(codes(gate('2026-11-20', { contacts, debt, office: { role: 'medical_provider' } }))).toContain(
      'FURNISH_MEDICAL_FURNISHER',
    );
    expect(codes(gate('2026-11-20', { contacts, debt }))).not.toContain('FURNISH_MEDICAL_FURNISHER');
  });

  test('a written one stops reporting until it is answered', () => {
    const dispute = legalEvent('dispute', '2026-11-10', { detail: { written: true } });
    expect(gate('2026-11-20', { contacts, events: [dispute] }).outcome).toBe('blocked');
    const answer = legalEvent('verification_sent', '2026-11-18');
    expect(gate('2026-11-20', { contacts, events: [dispute, answer] }).outcome).toBe('warning');
  });
});

describe('obsolete', () => {
  test('seven years from the end of 180 days, a day kept back', () => {
    // January 15, 2019 + 180 days is July 14, 2019.
    expect(lastReportableDay('2019-01-15')).toBe('2026-07-13');
  });

  test.each([
    ['2026-07-12', 'allowed'],
    ['2026-07-13', 'allowed'],
    ['2026-07-14', 'blocked'],
  ])('on %s: %s', (today, outcome) => {
    const contacts = [priorCall(Date.UTC(2026, 0, 6, 20, 0), { outcome: 'right_party' })];
    expect(gate(today, { contacts, known: { delinquent_on: '2019-01-15' } }).outcome).toBe(outcome);
  });

  test('the date of first delinquency must be known', () => {
    const found = gate('2026-11-20', { contacts: [spoke], known: { delinquent_on: '' } });
    expect(found).toMatchObject({ outcome: 'undetermined', lastReportableOn: null });
  });
});

describe('medical debt', () => {
  const medical = { debt: { type: 'medical' as const }, contacts: [spoke] };
  const notHospital = { hospital_501r: 'no' };

  test('states that keep it out', () => {
    expect(codes(gate('2026-11-20', { ...medical, known: notHospital, state: 'CT' }))[0]).toBe(
      'FURNISH_MEDICAL_STATE_BAN',
    );
    expect(gate('2026-11-20', { ...medical, known: notHospital, state: 'MD' }).outcome).toBe('undetermined');
    expect(gate('2026-11-20', { ...medical, known: notHospital, state: 'TX' }).outcome).toBe('allowed');
  });

  test.each([
    ['2024-06-30', false],
    ['2024-07-01', true],
  ])('Connecticut, on %s: %s', (today, banned) => {
    const found = gate(today, { ...medical, known: notHospital, state: 'CT' });
    expect(codes(found).includes('FURNISH_MEDICAL_STATE_BAN')).toBe(banned);
  });

  test.each([
    ['2026-11-18', 'blocked'],
    ['2026-11-19', 'blocked'],
    ['2026-11-20', 'allowed'],
  ])('Nevada, with a notice mailed on September 21, on %s: %s', (today, outcome) => {
    const events = [legalEvent('medical_notice', '2026-09-21')];
    expect(gate(today, { ...medical, known: notHospital, state: 'NV', events }).outcome).toBe(outcome);
    expect(gate(today, { ...medical, known: notHospital, state: 'NV' }).outcome).toBe('blocked');
  });

  test('the bureaus’ own rules are a caution', () => {
    const small = { ...medical, debt: { type: 'medical' as const, balanceCents: 49_999 } };
    expect(codes(gate('2026-11-20', { ...small, known: notHospital }))).toEqual(['FURNISH_BUREAU_POLICY']);
  });

  test('a hospital that may not yet report', () => {
    expect(codes(gate('2026-11-20', { ...medical, known: { hospital_501r: 'yes' } }))).toContain(
      'ECA_501R_WAIT',
    );
  });
});

test('answers and their days', () => {
  expect(delinquencyDateDueOn('2026-11-20')).toBe('2027-02-18');
  expect(directDisputeDueOn('2026-11-20')).toBe('2026-12-20');
  expect(directDisputeDueOn('2026-11-20', '2026-12-20')).toBe('2027-01-04');
  expect(directDisputeDueOn('2026-11-20', '2026-12-21')).toBe('2026-12-20');
  // Thanksgiving and the weekend are not counted.
  expect(frivolousNoticeDueOn('2026-11-20')).toBe('2026-11-30');
});
