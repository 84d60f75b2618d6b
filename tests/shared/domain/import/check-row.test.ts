import { describe, expect, it } from 'vitest';
import { makeRowChecker } from '../../../../shared/domain/import/check-row.ts';
import { readCents } from '../../../../shared/domain/import/rows/cells.ts';
import { rowDoubts, rowRefusals } from '../../../../shared/domain/import/rows/remarks.ts';
import { faultsOfMapping, type ImportField } from '../../../../shared/domain/import.ts';
import { doubtSentence, refusalSentence } from '../../../../shared/text/import-words.ts';

const mapping: (ImportField | null)[] = [
  'debtor_name',
  'charge_reference',
  'charge_on',
  'due_on',
  'amount',
  'paid_amount',
  'settled_on',
  'memo',
];
const good = ['Ana Abara', '0001', '1/2/2025', '2/2/2025', '100.00', '', '', ''];

/** Checks the good row with some cells changed. */
function check(
  change: Record<number, string> = {},
  options: { mapping?: (ImportField | null)[]; settledMeansPaid?: boolean } = {},
) {
  const checker = makeRowChecker({
    reading: { delimiter: ',', dateOrder: 'mdy', decimal: '.' },
    mapping: options.mapping ?? mapping,
    settledMeansPaid: options.settledMeansPaid ?? true,
    headers: ['Customer', 'Invoice', 'Date', 'Due', 'Amount', 'Paid', 'Settled', 'Memo'],
    today: '2026-11-21',
  });
  return checker(
    good.map((cell, index) => change[index] ?? cell),
    7,
    false,
  );
}
const codeOf = (...given: Parameters<typeof check>) => {
  const outcome = check(...given);
  return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
};

describe('a row that can be written', () => {
  it('keeps numbers as text and reads days and cents', () => {
    expect(check()).toMatchObject({
      kind: 'row',
      row: {
        line: 7,
        person: { name: 'Ana Abara' },
        chargeReference: '0001',
        chargeOn: '2025-01-02',
        dueOn: '2025-02-02',
        amountCents: 10_000,
        paidCents: 0,
      },
      doubts: [],
    });
  });

  it('takes a settled day for paid in full, on that day, only when asked', () => {
    expect(check({ 6: '1/20/2025' })).toMatchObject({
      row: { paidCents: 10_000, paidOn: '2025-01-20', paidDayKnown: true },
    });
    expect(check({ 6: '1/20/2025' }, { settledMeansPaid: false })).toMatchObject({ row: { paidCents: 0 } });
  });

  it('lets a stated paid sum stand before the settled day', () => {
    expect(check({ 5: '40.00', 6: '1/20/2025' })).toMatchObject({
      row: { paidCents: 4000, paidOn: '2025-01-20' },
    });
  });

  it('takes the difference of amount and balance for paid', () => {
    const withBalance = mapping.with(5, 'balance');
    expect(check({ 5: '30.00' }, { mapping: withBalance })).toMatchObject({
      row: { paidCents: 7000, paidOn: '2025-01-02', paidDayKnown: false },
    });
    expect(codeOf({ 5: '130.00' }, { mapping: withBalance })).toBe('balance_over_amount');
    expect(codeOf({ 5: '-1.00' }, { mapping: withBalance })).toBe('balance_negative');
  });

  it('refuses sums that contradict each other', () => {
    const all = mapping.with(7, 'balance');
    expect(check({ 5: '40.00', 7: '60.00' }, { mapping: all })).toMatchObject({ row: { paidCents: 4000 } });
    expect(codeOf({ 5: '40.00', 7: '61.00' }, { mapping: all })).toBe('sums_disagree');
  });

  it('takes a balance alone for the charge', () => {
    expect(check({ 4: '55.00' }, { mapping: mapping.with(4, 'balance') })).toMatchObject({
      row: { amountCents: 5500, paidCents: 0 },
    });
  });

  it.each([
    ['due before the charge', { 3: '1/1/2025' }, 'due_before_charge'],
    ['settled before the charge', { 6: '1/1/2025' }, 'settled_before_charge'],
    ['no day', { 2: '' }, 'charge_day_missing'],
    ['a day to come', { 2: '11/22/2026', 3: '' }, 'charge_in_future'],
    ['paid too much', { 5: '100.01' }, 'paid_over_amount'],
  ])('only doubts: %s', (_, change, code) => {
    const outcome = check(change as Record<number, string>);
    expect(outcome.kind).toBe('row');
    expect(outcome.kind === 'row' && outcome.doubts.map((doubt) => doubt.code)).toEqual([code]);
  });
});

describe('a row that is refused', () => {
  it.each([
    ['nobody', { 0: '' }, 'debtor_missing'],
    ['no sum', { 4: '' }, 'amount_missing'],
    ['words for a sum', { 4: 'twelve' }, 'amount_unreadable'],
    ['a third decimal', { 4: '1.234' }, 'amount_unreadable'],
    ['euros', { 4: '€90.00' }, 'amount_currency'],
    ['nothing owed', { 4: '0.00' }, 'nothing'],
    ['a credit', { 4: '-45.00' }, 'row'],
    ['a credit in brackets', { 4: '(45.00)' }, 'row'],
    ['the largest sum', { 4: '10,000,000.00' }, 'row'],
    ['a cent more', { 4: '10,000,000.01' }, 'amount_absurd'],
    ['an absurd sum', { 4: '999999999999.00' }, 'amount_absurd'],
    ['31 February', { 2: '31/02/2025' }, 'day_unreadable'],
    ['a due day that is none', { 3: 'soon' }, 'day_unreadable'],
    ['a year before 1900', { 2: '1/1/1899' }, 'day_out_of_range'],
    ['settled today', { 6: '11/21/2026' }, 'row'],
    ['settled tomorrow', { 6: '11/22/2026' }, 'settled_in_future'],
    ['words for what was paid', { 5: 'some' }, 'paid_unreadable'],
    ['a negative payment', { 5: '-1.00' }, 'paid_negative'],
    ['a card number', { 7: 'paid by 4111 1111 1111 1111' }, 'card_number'],
    ['a row of totals', { 0: 'Total' }, 'totals_row'],
    ['a formula that failed', { 7: '#N/A' }, 'cell_error'],
    ['a formula that failed in the name', { 0: '#REF!' }, 'cell_error'],
    ['a very long name', { 0: 'x'.repeat(201) }, 'text_too_long'],
  ])('%s', (_, change, code) => {
    expect(codeOf(change as Record<number, string>)).toBe(code);
  });

  it('says which cell, keeps its value, and counts the sum it can read', () => {
    expect(check({ 2: '31/02/2025' })).toEqual({
      kind: 'refused',
      rowKind: 'charge',
      currency: 'USD',
      refusal: { code: 'day_unreadable', column: 2, value: '31/02/2025', params: {} },
      amountCents: 10_000,
    });
  });

  it('never repeats a card number', () => {
    const outcome = check({ 7: '4111 1111 1111 1111' });
    expect(outcome.kind === 'refused' && outcome.refusal.value).toBe('•••• •••• •••• 1111');
  });

  it('by the count of its cells', () => {
    const checker = makeRowChecker({
      reading: { delimiter: ',', dateOrder: 'mdy', decimal: '.' },
      mapping: ['debtor_name', 'amount', null],
      settledMeansPaid: true,
      headers: ['Name', 'Amount', ''],
      today: '2026-11-21',
    });
    const codes = [
      ['Ana', '1.00'],
      ['Ana'],
      ['Ana', '1.00', '', ''],
      ['Ana', '1', '200.00', 'x'],
      ['', ' ', ''],
      ['Name', 'Amount', ''],
    ].map((cells) => {
      const outcome = checker(cells, 2, false);
      return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
    });
    expect(codes).toEqual(['row', 'too_few_cells', 'row', 'too_many_cells', 'blank', 'header_again']);
  });
});

it('has a sentence for every refusal and doubt', () => {
  for (const code of rowRefusals) expect(refusalSentence(code, {})).toMatch(/^\S.*[.]$/s);
  for (const code of rowDoubts) expect(doubtSentence(code, {})).toMatch(/^\S.*[.]$/s);
});

it('reads cents alike on the short and the long way', () => {
  for (const text of [
    '0.00',
    '1.05',
    '12.34',
    '99999999.99',
    '1,234.50',
    '$5.00',
    '5',
    '.50',
    'x.00',
    '1e2.00',
    '--1.00',
  ]) {
    expect(readCents(` ${text}`, '.')).toBe(readCents(text, '.'));
  }
  expect(readCents('12,34', ',')).toBe(1234);
});

describe('faultsOfMapping', () => {
  it.each<[(ImportField | null)[], string[]]>([
    [['debtor_name', 'amount'], []],
    [['debtor_reference', 'balance'], []],
    [['last_name', 'amount'], []],
    [['first_name', 'amount'], ['unmapped debtor_name']],
    [['debtor_name', null], ['unmapped amount']],
    [['debtor_name', 'amount', 'amount'], ['twice amount']],
    [['debtor_name', 'amount', 'memo', 'memo'], []],
  ])('%j', (given, expected) => {
    expect(faultsOfMapping(given).map(({ kind, field }) => `${kind} ${field}`)).toEqual(expected);
  });
});
