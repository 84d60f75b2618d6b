/** Letters in the validation period: what contradicts the right to dispute is found, what does not is left alone. */
import { describe, expect, test } from 'vitest';
import { overshadowingIn } from '../../../../shared/rules/wording/overshadowing.ts';

const sentOn = '2026-11-17';
const endsOn = '2026-12-24';
const kinds = (text: string, on = sentOn) => overshadowingIn(text, on, endsOn).map(({ kind }) => kind);

describe('is found', () => {
  test.each([
    ['Payment in full is due immediately.', 'pay_now'],
    ['Please remit at once.', 'pay_now'],
    ['We demand immediate payment.', 'pay_now'],
    ['The balance is due and payable upon receipt.', 'pay_now'],
    ['FINAL NOTICE', 'pay_now'],
    ['Call now to settle this matter.', 'pay_now'],
    ['If you do not pay we will sue.', 'suit_threat'],
    ['We may take legal action against you.', 'suit_threat'],
    ['To avoid legal action, pay this account.', 'suit_threat'],
    ['Your file will be referred to an attorney.', 'suit_threat'],
    ['Legal action may follow.', 'suit_threat'],
    ['Pay by December 1, 2026 to keep this offer.', 'early_deadline'],
    ['Pay by Dec. 1 to keep this offer.', 'early_deadline'],
    ['This offer holds until 12/23/2026.', 'early_deadline'],
    ['Answer no later than 2026-12-23.', 'early_deadline'],
    ['Pay within 30 days.', 'early_deadline'],
    ['Pay within ten (10) days.', 'early_deadline'],
    ['Reply within 48 hours.', 'early_deadline'],
    ['Disputes must include copies of your receipts.', 'rights_denied'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toContain(kind);
  });
});

describe('is left alone', () => {
  test.each([
    'Call or write to us by December 24, 2026, to dispute all or part of the debt. If you do not, we will assume that our information is correct.',
    'If you write to us by December 24, 2026, we must stop collection on any amount you dispute until we send you information that shows you owe the debt.',
    'This offer holds until January 31, 2027.',
    'This offer holds until January 31.',
    'Pay within 60 days.',
    'Contact us about your payment options.',
    'You may pay by check, by card or online.',
    'Total amount of the debt now: $812.40',
    'Federal law gives you certain rights when your debt is in collection.',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

test('the end date itself is no early deadline, the day before is', () => {
  expect(kinds('Pay by December 24, 2026.')).toEqual([]);
  expect(kinds('Pay by December 23, 2026.')).toEqual(['early_deadline']);
});

test('nothing is looked for once the period has ended', () => {
  const text = 'FINAL NOTICE. Pay within 10 days or we will sue.';
  expect(kinds(text, endsOn)).toEqual(['pay_now', 'suit_threat']);
  expect(kinds(text, '2026-12-25')).toEqual([]);
});

test('each finding says where it stands and why', () => {
  const [first] = overshadowingIn('Thank you. Pay by December 1, 2026.', sentOn, endsOn);
  expect(first).toMatchObject({ code: 'OVERSHADOWING', at: 15, words: 'by December 1, 2026' });
  expect(first?.why).toContain('December 24, 2026');
});
