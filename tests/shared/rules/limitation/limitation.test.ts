/** The last day to sue: by state and form, the day before, on and after it, and everything that makes it uncertain. */
import { describe, expect, test } from 'vitest';
import type { DebtFactName, StateCode } from '../../../../shared/domain/law.ts';
import { CaseView } from '../../../../shared/rules/case-view.ts';
import type { DebtFacts, LegalEvent } from '../../../../shared/rules/facts.ts';
import { limitationDatesOf } from '../../../../shared/rules/limitation/dates.ts';
import { limitationInputOf } from '../../../../shared/rules/limitation/facts.ts';
import { type LimitationStatus, limitationOf } from '../../../../shared/rules/limitation/limitation.ts';
import { yearsAfter } from '../../../../shared/rules/limitation/years.ts';
import { shippedStates } from '../../../../shared/rules/states/shipped.ts';
import { gateFacts, legalEvent } from '../../../builders/gate-facts.ts';

const said = (value: string) => ({ value, source: 'Contract', since: '2026-01-02' });

type Parts = {
  readonly state?: StateCode | null;
  readonly known?: Partial<Record<DebtFactName, string>>;
  readonly debt?: Partial<Omit<DebtFacts, 'known'>>;
  readonly events?: readonly LegalEvent[];
  readonly today?: string;
};

function statusOf({
  state = 'TX',
  known = {},
  debt = {},
  events = [],
  today = '2026-11-17',
}: Parts): LimitationStatus {
  const facts = gateFacts({
    events,
    debt: {
      ...debt,
      known: Object.fromEntries(Object.entries(known).map(([name, value]) => [name, said(value)])),
    },
    person: { known: state === null ? {} : { residence_state: said(state) }, addresses: [], phones: [] },
  });
  return limitationOf(limitationInputOf(new CaseView(facts), today), shippedStates);
}

const sure = { tolling_known: 'none', defaulted_on: '2021-03-10', form: 'signed_writing' } as const;

describe('signed writing, by state, from the table of states', () => {
  test.each<[StateCode, string]>([
    ['TX', '2025-03-10'],
    ['CA', '2025-03-10'],
    ['NY', '2024-03-10'],
    ['DC', '2024-03-10'],
    ['UT', '2027-03-10'],
    ['VA', '2026-03-10'],
    ['WI', '2027-03-10'],
    ['MS', '2024-03-10'],
    ['IL', '2031-03-10'],
    ['FL', '2026-03-10'],
    ['WA', '2027-03-10'],
    ['WY', '2031-03-10'],
    ['AK', '2024-03-10'],
    ['LA', '2031-03-10'],
    ['NC', '2024-03-10'],
  ])('%s: safe until %s', (state, lastDay) => {
    expect(statusOf({ state, known: sure }).earliestLastDay).toBe(lastDay);
  });
});

describe('the three answers', () => {
  test.each([
    ['2025-03-09', 'not_barred'],
    ['2025-03-10', 'not_barred'],
    ['2025-03-11', 'barred'],
  ])('Texas, four years to March 10, 2025: on %s %s', (today, state) => {
    expect(statusOf({ known: sure, today }).state).toBe(state);
  });

  test.each([
    ['2025-03-10', 'not_barred'],
    ['2025-03-11', 'uncertain'],
    ['2040-01-01', 'uncertain'],
  ])('while nobody has said whether something stopped it: on %s %s', (today, state) => {
    const { tolling_known: _, ...rest } = sure;
    const found = statusOf({ known: rest, today });
    expect(found).toMatchObject({ state, latestLastDay: null, untolledLastDay: '2025-03-10' });
    expect(found.questions.map(({ fact }) => fact.name)).toContain('tolling_known');
  });

  test('an unknown form takes the shortest for safe and the longest for barred', () => {
    // California: oral two years, written and open account four.
    const known = { tolling_known: 'none', defaulted_on: '2023-05-05' };
    const on = (today: string) => statusOf({ state: 'CA', known, today });
    expect(on('2025-05-05')).toMatchObject({
      state: 'not_barred',
      earliestLastDay: '2025-05-05',
      latestLastDay: '2027-05-05',
    });
    expect(on('2025-05-06').state).toBe('uncertain');
    expect(on('2027-05-05').state).toBe('uncertain');
    expect(on('2027-05-06').state).toBe('barred');
  });

  test('without a state nothing is sure', () => {
    const found = statusOf({ state: null, known: sure, today: '2021-04-01' });
    expect(found).toMatchObject({ state: 'uncertain', earliestLastDay: null });
    expect(found.questions.map(({ fact }) => fact.name)).toContain('residence_state');
  });

  test('a period that is not verified is uncertain until counsel has spoken', () => {
    const known = { ...sure, form: 'promissory_note', governing_state: 'TX' };
    const found = statusOf({ known, today: '2021-06-01' });
    expect(found).toMatchObject({ state: 'uncertain', unverified: true, confidence: 'unverified' });
    expect(statusOf({ known: { ...known, governing_basis: 'counsel' }, today: '2021-06-01' })).toMatchObject({
      state: 'not_barred',
      earliestLastDay: '2025-03-10',
      latestLastDay: '2027-03-10',
    });
  });
});

describe('leap days', () => {
  test('the safe day is February 28, the last possible March 1', () => {
    expect(yearsAfter('2020-02-29', 3, 'short')).toBe('2023-02-28');
    expect(yearsAfter('2020-02-29', 3, 'long')).toBe('2023-03-01');
    expect(yearsAfter('2020-02-29', 4, 'short')).toBe('2024-02-29');
    const known = { ...sure, defaulted_on: '2020-02-29' };
    expect(statusOf({ state: 'NC', known, today: '2023-03-01' })).toMatchObject({
      state: 'uncertain',
      earliestLastDay: '2023-02-28',
      latestLastDay: '2023-03-01',
    });
  });
});

describe('several states', () => {
  test('the shortest is safe, the longest decides that it is barred', () => {
    const known = { ...sure, contract_state: 'DE' };
    expect(statusOf({ state: 'WA', known, today: '2024-03-11' })).toMatchObject({
      state: 'uncertain',
      earliestLastDay: '2024-03-10',
      latestLastDay: '2027-03-10',
    });
  });

  test('the one counsel names stands alone', () => {
    const known = { ...sure, contract_state: 'DE', governing_state: 'WA', governing_basis: 'counsel' };
    expect(statusOf({ state: 'TX', known }).states).toEqual(['WA']);
  });
});

describe('special periods', () => {
  test('goods: four years wherever the state gives its contracts longer', () => {
    const known = { ...sure, form: 'sale_of_goods' };
    expect(statusOf({ state: 'WA', known }).earliestLastDay).toBe('2025-03-10');
    expect(statusOf({ state: 'LA', known }).earliestLastDay).toBe('2024-03-10');
  });

  test('a negotiable note is held against six years as well', () => {
    const known = { ...sure, form: 'promissory_note' };
    expect(statusOf({ state: 'IA', known }).earliestLastDay).toBe('2027-03-10');
    expect(statusOf({ state: 'CA', known }).earliestLastDay).toBe('2025-03-10');
  });

  test.each([
    // Before June 16, 2021 eight years, but never past June 16, 2027.
    ['2018-01-05', '2026-01-05'],
    ['2021-06-15', '2027-06-16'],
    ['2021-06-16', '2027-06-16'],
    ['2021-06-17', '2027-06-17'],
    ['2019-06-16', '2027-06-16'],
    ['2019-06-15', '2027-06-15'],
  ])('Ohio, written, in default on %s: %s', (defaultedOn, lastDay) => {
    expect(statusOf({ state: 'OH', known: { ...sure, defaulted_on: defaultedOn } }).earliestLastDay).toBe(
      lastDay,
    );
  });

  test('Ohio, consumer account: from 30 days after the last charge or payment', () => {
    const known = { ...sure, form: 'open_account', last_charge_on: '2021-01-01' };
    // January 31, 2021 is earlier than the default and therefore the safe one.
    expect(statusOf({ state: 'OH', known }).earliestLastDay).toBe('2027-01-31');
  });

  test('New York: six years are argued for what is no consumer credit', () => {
    expect(statusOf({ state: 'NY', known: sure, today: '2024-03-11' })).toMatchObject({
      state: 'uncertain',
      earliestLastDay: '2024-03-10',
      latestLastDay: '2027-03-10',
    });
  });

  test('Virginia: five years only for a writing the debtor signed', () => {
    expect(statusOf({ state: 'VA', known: { ...sure, form: 'unsigned_writing' } }).earliestLastDay).toBe(
      '2024-03-10',
    );
  });

  test('medical: the state’s own period in place of the contract’s', () => {
    const debt = { type: 'medical', openedOn: '2021-01-02' } as const;
    const known = { ...sure, medical_service: 'hospital' };
    expect(statusOf({ state: 'VA', known, debt }).latestLastDay).toBe('2024-03-10');
    // Not said who gave the care: the contract’s five years are possible too.
    const { medical_service: _, ...unsaid } = known;
    expect(statusOf({ state: 'VA', known: unsaid, debt }).latestLastDay).toBe('2026-03-10');
    // Arkansas: two years from the service or the latest partial payment.
    expect(statusOf({ state: 'AR', known, debt }).earliestLastDay).toBe('2023-01-02');
    expect(
      statusOf({ state: 'AR', known, debt: { ...debt, lastPaymentOn: '2022-06-01' } }).latestLastDay,
    ).toBe('2024-06-01');
  });

  test('Kentucky: fifteen years only for contracts made before July 15, 2014', () => {
    const on = (openedOn: string) => statusOf({ state: 'KY', known: sure, debt: { openedOn } }).latestLastDay;
    expect(on('2014-07-14')).toBe('2036-03-10');
    expect(on('2014-07-15')).toBe('2031-03-10');
  });
});

describe('payments and acknowledgments', () => {
  const paid = (state: StateCode, lastPaymentOn: string, known: Partial<Record<DebtFactName, string>> = {}) =>
    statusOf({ state, known: { ...sure, ...known }, debt: { lastPaymentOn } });

  test('Washington: a payment before the last day begins it anew, one after it never', () => {
    expect(paid('WA', '2027-03-10').earliestLastDay).toBe('2033-03-10');
    expect(paid('WA', '2027-03-11')).toMatchObject({
      earliestLastDay: '2027-03-10',
      latestLastDay: '2027-03-10',
    });
  });

  test('where the table says nothing it is only possible', () => {
    // Kansas has no entry about payments.
    const found = paid('KS', '2024-01-01');
    expect(found).toMatchObject({ earliestLastDay: '2026-03-10', latestLastDay: '2029-01-01' });
    expect(found.restarts).toMatchObject([{ on: '2024-01-01', kind: 'payment', effect: 'possible' }]);
    expect(found.paymentToday[0]?.text).toContain('not in the table');
  });

  test('what came before the default began nothing anew', () => {
    expect(paid('KS', '2021-03-01')).toMatchObject({ latestLastDay: '2026-03-10', restarts: [] });
  });

  test('New York and D.C.: nothing after the end revives it', () => {
    expect(paid('DC', '2025-01-01')).toMatchObject({ state: 'barred', latestLastDay: '2024-03-10' });
    expect(paid('DC', '2024-03-10').latestLastDay).toBe('2027-03-10');
  });

  test('New Mexico: a payment revives it', () => {
    expect(paid('NM', '2028-01-01').earliestLastDay).toBe('2034-01-01');
  });

  test('Texas: the rule for debt buyers binds only them', () => {
    const after = '2025-06-01';
    expect(paid('TX', after, { debt_buyer: 'yes' })).toMatchObject({
      state: 'barred',
      latestLastDay: '2025-03-10',
    });
    expect(paid('TX', after, { debt_buyer: 'no' })).toMatchObject({
      state: 'uncertain',
      latestLastDay: '2029-06-01',
    });
    expect(paid('TX', after).questions.map(({ fact }) => fact.name)).toContain('debt_buyer');
  });

  test('an acknowledgment on file is possible, never safe', () => {
    const events = [legalEvent('time_acknowledged', '2024-05-01', { detail: { form: 'signed_writing' } })];
    expect(statusOf({ state: 'CA', known: sure, events })).toMatchObject({
      earliestLastDay: '2025-03-10',
      latestLastDay: '2028-05-01',
    });
  });
});

describe('what stops the period', () => {
  const served = (from: string, to?: string) =>
    legalEvent('servicemember', from, { detail: to === undefined ? { from } : { from, to } });

  test('military service lengthens the last possible day, not the safe one', () => {
    // January 2023, 31 days.
    const found = statusOf({ known: sure, events: [served('2023-01-01', '2023-01-31')] });
    expect(found).toMatchObject({ earliestLastDay: '2025-03-10', latestLastDay: '2025-04-10' });
  });

  test('service before the default does not count', () => {
    expect(statusOf({ known: sure, events: [served('2021-01-01', '2021-03-12')] }).latestLastDay).toBe(
      '2025-03-13',
    );
  });

  test('service that lasts leaves the end open', () => {
    expect(statusOf({ known: sure, events: [served('2025-01-01')] })).toMatchObject({
      state: 'uncertain',
      latestLastDay: null,
    });
  });

  test('bankruptcy: at least 30 days after the stay ended', () => {
    const events = [legalEvent('bankruptcy', '2025-01-05', { endedOn: '2025-08-01' })];
    expect(statusOf({ known: sure, events, today: '2025-08-31' })).toMatchObject({
      state: 'uncertain',
      latestLastDay: '2025-08-31',
    });
    expect(statusOf({ known: sure, events, today: '2025-09-01' }).state).toBe('barred');
  });
});

describe('the day of default', () => {
  test('is assumed from the oldest due day, and said to be', () => {
    const { defaulted_on: _, ...known } = sure;
    const found = statusOf({ known, debt: { oldestDueOn: '2022-02-02' } });
    expect(found.earliestLastDay).toBe('2026-02-02');
    expect(found.steps[0]?.text).toContain('oldest unpaid due day');
    expect(found.questions.map(({ fact }) => fact.name)).toContain('defaulted_on');
  });

  test('lies before a charge-off', () => {
    const known = { tolling_known: 'none', form: 'signed_writing', charged_off_on: '2022-06-30' };
    expect(statusOf({ known, debt: { oldestDueOn: null } })).toMatchObject({
      earliestLastDay: '2026-01-01',
      latestLastDay: '2026-06-30',
    });
  });

  test('is not before the account was opened, when nothing else is known', () => {
    const known = { tolling_known: 'none', form: 'signed_writing' };
    const debt = { oldestDueOn: null, openedOn: '2023-01-15' };
    expect(statusOf({ known, debt, today: '2027-01-15' })).toMatchObject({
      state: 'not_barred',
      earliestLastDay: '2027-01-15',
      latestLastDay: null,
    });
    expect(statusOf({ known, debt, today: '2027-01-16' }).state).toBe('uncertain');
  });
});

describe('where the debt ends with the period', () => {
  test.each([
    ['MS', '2024-03-10', 'no'],
    ['MS', '2024-03-11', 'yes'],
    ['WI', '2027-03-10', 'no'],
    ['WI', '2027-03-11', 'yes'],
    ['TX', '2030-01-01', 'no'],
  ] as const)('%s on %s: %s', (state, today, extinguished) => {
    expect(statusOf({ state, known: sure, today }).extinguished).toBe(extinguished);
  });

  test('perhaps, while something is not known', () => {
    const { tolling_known: _, ...known } = sure;
    expect(statusOf({ state: 'MS', known, today: '2024-03-11' }).extinguished).toBe('perhaps');
  });
});

test('a judgment takes the place of the claim', () => {
  const found = statusOf({ known: sure, debt: { judgedOn: '2022-01-01' } });
  expect(found).toMatchObject({
    of: 'judgment',
    state: 'uncertain',
    earliestLastDay: null,
    extinguished: 'no',
  });
});

test('every state has an answer for every form, and none is made up for what the table lacks', () => {
  for (const state of Object.keys(shippedStates) as StateCode[]) {
    for (const form of [
      'signed_writing',
      'oral',
      'open_account',
      'promissory_note',
      'credit_card',
    ] as const) {
      const found = statusOf({ state, known: { ...sure, form } });
      expect(found.earliestLastDay, `${state} ${form}`).not.toBeNull();
      expect(found.latestLastDay ?? '', `${state} ${form}`).toSatisfy(
        (latest: string) => latest >= (found.earliestLastDay ?? ''),
      );
      expect(found.steps.every(({ source, text }) => source !== null || text !== '')).toBe(true);
    }
  }
});

test('looked at one by one or together, the dates are the same', () => {
  const forms = [undefined, 'signed_writing', 'oral', 'sale_of_goods', 'demand_note', 'medical'];
  const types = ['medical', 'retail', 'credit_card', 'loan', 'other'] as const;
  for (const state of Object.keys(shippedStates) as StateCode[]) {
    for (const form of forms) {
      for (const type of types) {
        for (const defaultedOn of ['2015-02-28', '2020-02-29', '2026-01-01', undefined]) {
          const known = { form, defaulted_on: defaultedOn, tolling_known: 'none' };
          const facts = gateFacts({
            debt: {
              type,
              known: Object.fromEntries(
                Object.entries(known).flatMap(([name, value]) => (value ? [[name, said(value)]] : [])),
              ),
            },
            person: { known: { residence_state: said(state) } },
          });
          const input = limitationInputOf(new CaseView(facts), '2026-11-17');
          const each = limitationDatesOf(input, shippedStates, []);
          expect(limitationDatesOf(input, shippedStates), `${state} ${form} ${type}`).toEqual(each);
        }
      }
    }
  }
});
