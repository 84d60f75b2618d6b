/** What a validation notice must hold: each field missing or wrong is named, and a whole one passes. */
import { describe, expect, test } from 'vitest';
import type { Itemization } from '../../../../shared/rules/validation/itemization.ts';
import {
  itemizationCandidates,
  itemizationChoiceOf,
} from '../../../../shared/rules/validation/itemization-date.ts';
import {
  isCompleteName,
  type NoticeFields,
  noticeFaults,
} from '../../../../shared/rules/validation/notice-fields.ts';
import { gateFacts } from '../../../builders/gate-facts.ts';

const table: Itemization = {
  itemizationOn: '2026-06-30',
  asOf: '2026-11-17',
  owedThenCents: 80_000,
  owedThenFrom: 'ledger',
  interestCents: 1_240,
  feesCents: 0,
  paidCents: 5_000,
  otherCents: 0,
  owedNowCents: 76_240,
  faults: [],
  remarks: [],
};
const whole: NoticeFields = {
  collectorName: 'Elm Recovery',
  disputeAddress: ['PO Box 12', 'Austin TX 78701'],
  consumerName: 'Rosa Maria Delgado Jr.',
  fullestName: 'Rosa Maria Delgado, Jr',
  consumerAddress: ['4 Elm Street', 'Austin TX 78701'],
  consumerFinancial: true,
  creditorThen: 'Bayside Bank',
  accountNumberThen: 'xxxx 1234',
  currentCreditor: 'Bayside Credit',
  itemization: { kind: 'charge_off', on: '2026-06-30' },
  usedBefore: null,
  table,
  currentAmountCents: 76_240,
  sentOn: '2026-11-17',
  endsOn: '2026-12-24',
  electronic: false,
  disputeElectronically: '',
  mayGoElectronically: null,
};
const faults = (change: Partial<NoticeFields>) =>
  noticeFaults({ ...whole, ...change }).map(({ code, field }) => `${field}: ${code}`);

test('a whole notice passes', () => {
  expect(noticeFaults(whole)).toEqual([]);
});

describe('a field that is missing is named', () => {
  test.each<[keyof NoticeFields, Partial<NoticeFields>]>([
    ['collectorName', { collectorName: ' ' }],
    ['disputeAddress', { disputeAddress: ['', ' '] }],
    ['consumerName', { consumerName: '' }],
    ['consumerAddress', { consumerAddress: [] }],
    ['consumerFinancial', { consumerFinancial: null }],
    ['creditorThen', { creditorThen: '' }],
    ['accountNumberThen', { accountNumberThen: '' }],
    ['currentCreditor', { currentCreditor: '' }],
    ['itemization', { itemization: null }],
    ['table', { table: null }],
    ['currentAmountCents', { currentAmountCents: null }],
    ['endsOn', { endsOn: null }],
  ])('%s', (field, change) => {
    expect(faults(change)).toEqual([`${field}: VALIDATION_FIELD_MISSING`]);
  });

  test('the creditor on the itemization date only for consumer financial products', () => {
    expect(faults({ consumerFinancial: false, creditorThen: '' })).toEqual([]);
  });

  test('a debt that had no account number needs none', () => {
    expect(faults({ accountNumberThen: null })).toEqual([]);
  });
});

test.each([
  ['Rosa Maria Delgado Jr', true],
  ['Delgado, Rosa Maria, Jr.', true],
  ['ROSA MARÍA DELGADO JR', true],
  ['Rosa Maria Delgado', false],
  ['Rosa M. Delgado Jr', false],
  ['Rosa Delgado', false],
])('the most complete name: %s', (name, complete) => {
  expect(isCompleteName(name, 'Rosa Maria Delgado, Jr')).toBe(complete);
  expect(faults({ consumerName: name })).toEqual(
    complete ? [] : ['consumerName: VALIDATION_NAME_INCOMPLETE'],
  );
});

describe('the itemization', () => {
  test('keeps the date an earlier notice used', () => {
    const usedBefore = { kind: 'charge_off', on: '2026-06-30' } as const;
    expect(faults({ usedBefore })).toEqual([]);
    expect(faults({ usedBefore: { ...usedBefore, on: '2026-05-31' } })).toEqual([
      'itemization: VALIDATION_ITEMIZATION_DATE_INCONSISTENT',
    ]);
    expect(faults({ usedBefore: { ...usedBefore, kind: 'last_payment' } })).toHaveLength(1);
  });

  test('is of that date', () => {
    expect(faults({ table: { ...table, itemizationOn: '2026-06-29' } })).toEqual([
      'table: VALIDATION_ITEMIZATION_DATE_INCONSISTENT',
    ]);
  });

  test('adds up, to the cent', () => {
    expect(faults({ table: { ...table, interestCents: 1_241 } })).toEqual([
      'table: VALIDATION_ITEMIZATION_NOT_EXPLAINED',
    ]);
    expect(faults({ currentAmountCents: 76_241 })).toEqual([
      'currentAmountCents: VALIDATION_ITEMIZATION_NOT_EXPLAINED',
    ]);
  });
});

test.each([
  ['2026-12-23', ['endsOn: VALIDATION_END_TOO_EARLY']],
  ['2026-12-24', []],
  ['2026-12-25', []],
])('an end on %s', (endsOn, expected) => {
  expect(faults({ endsOn })).toEqual(expected);
});

test('sent electronically it says how to dispute so, and needs consent', () => {
  expect(faults({ electronic: true })).toEqual([
    'disputeElectronically: VALIDATION_FIELD_MISSING',
    'electronic: ESIGN_CONSENT_REQUIRED',
  ]);
  const change = { electronic: true, disputeElectronically: 'elm.example/dispute' };
  expect(faults({ ...change, mayGoElectronically: false })).toHaveLength(1);
  expect(faults({ ...change, mayGoElectronically: true })).toEqual([]);
});

describe('days that may be the itemization date', () => {
  const said = (value: string) => ({ value, source: 'Creditor', since: '2026-01-02' });

  test('come from what is known of the debt', () => {
    const { debt } = gateFacts({
      debt: {
        lastPaymentOn: '2026-03-03',
        judgedOn: '2026-05-05',
        known: { charged_off_on: said('2026-02-02'), transaction_on: said('2025-01-01') },
      },
    });
    expect(itemizationCandidates(debt).map(({ kind, on }) => [kind, on])).toEqual([
      ['charge_off', '2026-02-02'],
      ['last_payment', '2026-03-03'],
      ['transaction', '2025-01-01'],
      ['judgment', '2026-05-05'],
    ]);
  });

  test('at least the day of opening, to be checked', () => {
    const { debt } = gateFacts();
    expect(itemizationCandidates(debt)).toMatchObject([{ kind: 'transaction', on: '2026-01-05' }]);
  });

  test('a choice is whole or none', () => {
    const choice = (known: NonNullable<ReturnType<typeof gateFacts>['debt']['known']>) =>
      itemizationChoiceOf(gateFacts({ debt: { known } }).debt);
    expect(choice({ itemization_kind: said('judgment'), itemization_on: said('2026-05-05') })).toEqual({
      kind: 'judgment',
      on: '2026-05-05',
    });
    expect(choice({ itemization_kind: said('judgment') })).toBeNull();
    expect(choice({ itemization_kind: said('birthday'), itemization_on: said('2026-05-05') })).toBeNull();
  });
});
