/** Charitable hospitals: 120 days, 30 days, applications, Virginia; and the No Surprises Act. */
import { describe, expect, test } from 'vitest';
import type { DebtFactName, StateCode } from '../../../../shared/domain/law.ts';
import { CaseView } from '../../../../shared/rules/case-view.ts';
import type { LegalEvent } from '../../../../shared/rules/facts.ts';
import { extraordinaryClockOf } from '../../../../shared/rules/medical/extraordinary.ts';
import { noSurprisesUntil, oddities } from '../../../../shared/rules/medical/no-surprises.ts';
import { gateFacts, legalEvent } from '../../../builders/gate-facts.ts';

const said = (value: string) => ({ value, source: 'Hospital', since: '2026-01-02' });
const hospital = { hospital_501r: 'yes', first_bill_on: '2026-01-10' };

function clock(
  today: string,
  known: Partial<Record<DebtFactName, string>> = hospital,
  events: readonly LegalEvent[] = [],
  state: StateCode = 'TX',
) {
  const facts = gateFacts({
    events,
    debt: {
      type: 'medical',
      known: Object.fromEntries(Object.entries(known).map(([name, value]) => [name, said(value)])),
    },
    person: { known: { residence_state: said(state) } },
  });
  return extraordinaryClockOf(new CaseView(facts), today);
}
const notice = (on: string) => legalEvent('eca_notice', on);

describe('120 days from the first bill and 30 from the notice', () => {
  // January 10 + 120 days is May 10.
  test.each([
    ['2026-05-09', 'wait'],
    ['2026-05-10', 'open'],
    ['2026-05-11', 'open'],
  ])('with a notice in time, on %s: %s', (today, state) => {
    expect(clock(today, hospital, [notice('2026-04-10')])).toMatchObject({ state, opensOn: '2026-05-10' });
  });

  test.each([
    ['2026-06-19', 'wait'],
    ['2026-06-20', 'open'],
  ])('with a late notice, on %s: %s', (today, state) => {
    expect(clock(today, hospital, [notice('2026-05-21')])).toMatchObject({ state, opensOn: '2026-06-20' });
  });

  test('without a notice nothing opens', () => {
    expect(clock('2027-01-01')).toMatchObject({
      state: 'notice_wanted',
      opensOn: null,
      applicationsUntil: '2026-09-07',
    });
  });

  test('an application stops it until it is decided', () => {
    const pending = legalEvent('assistance_application', '2026-06-01', { endedOn: '2026-07-01' });
    const events = [notice('2026-04-10'), pending];
    expect(clock('2026-06-30', hospital, events).state).toBe('application_pending');
    expect(clock('2026-07-01', hospital, events).state).toBe('open');
  });
});

test('who is bound', () => {
  expect(clock('2026-05-09', { hospital_501r: 'no' }).state).toBe('not_bound');
  expect(clock('2026-05-09', {}).state).toBe('unknown');
  expect(clock('2026-05-09', { medical_service: 'professional' }).state).toBe('not_bound');
  expect(clock('2026-05-09', { hospital_501r: 'yes' }).state).toBe('unknown');
});

test.each([
  ['2026-06-30', 'not_bound'],
  ['2026-07-01', 'notice_wanted'],
])('Virginia asks the same of everybody from July 1, 2026: on %s %s', (today, state) => {
  const known = { hospital_501r: 'no', first_bill_on: '2026-01-10' };
  expect(clock(today, known, [], 'VA').state).toBe(state);
});

test('No Surprises: 120 days and $400', () => {
  expect(noSurprisesUntil('2026-01-10')).toBe('2026-05-10');
  const dispute = (on: string) => legalEvent('no_surprises_dispute', on);
  expect(oddities(dispute('2026-05-10'), '2026-01-10', 40_000)).toEqual([]);
  expect(oddities(dispute('2026-05-11'), '2026-01-10', 40_000)).toHaveLength(1);
  expect(oddities(dispute('2026-05-10'), '2026-01-10', 39_999)).toHaveLength(1);
  expect(oddities(dispute('2026-05-10'), null, null)).toEqual([]);
});
