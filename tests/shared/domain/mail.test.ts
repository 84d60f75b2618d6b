/** What mail that came back says of its address, and that every service and mark has its words. */
import { describe, expect, test } from 'vitest';
import { mailClasses, returnFacts, returnReasons, statusAfterReturn } from '../../../shared/domain/mail.ts';
import {
  afterReturnWords,
  mailClassWords,
  mailTitle,
  returnReasonNotes,
  returnReasonTitle,
  returnReasonWords,
} from '../../../shared/text/mail-words.ts';

describe('the address after a return', () => {
  test.each([
    ['not_known', 'current', 'bad'],
    ['moved', 'unverified', 'bad'],
    ['moved', 'former', 'bad'],
    ['moved_new_address', 'current', 'former'],
    ['moved_new_address', 'bad', 'bad'],
    ['unclaimed', 'current', 'unverified'],
    ['unclaimed', 'bad', 'bad'],
    ['refused', 'former', 'former'],
    ['refused', 'unverified', 'unverified'],
    ['illegible', 'current', 'current'],
    ['postage', 'current', 'current'],
    ['deceased', 'current', 'bad'],
  ] as const)('%s, %s before: %s', (reason, before, after) => {
    expect(statusAfterReturn(reason, before)).toBe(after);
  });

  test('no mark makes an address better than it was', () => {
    const order = ['current', 'unverified', 'former', 'bad'] as const;
    for (const reason of returnReasons)
      for (const before of order) {
        const after = statusAfterReturn(reason, before);
        expect(order.indexOf(after), `${reason} ${before}`).toBeGreaterThanOrEqual(order.indexOf(before));
      }
  });
});

test('every mark and service has words of its own', () => {
  const words = returnReasons.map((reason) => returnReasonWords[reason]);
  expect(new Set(words).size).toBe(returnReasons.length);
  for (const reason of returnReasons) {
    expect(returnReasonNotes[reason]).toMatch(/[.]$/);
    expect(afterReturnWords[returnFacts[reason].next]).toMatch(/[.]$/);
  }
  expect(new Set(mailClasses.map((one) => mailClassWords[one])).size).toBe(mailClasses.length);
});

test('one line of time', () => {
  const item = { templateName: 'Demand letter', class: 'certified', reason: '' } as const;
  expect(mailTitle({ ...item, turn: 'mailed' })).toBe('Mailed: Demand letter, Certified Mail');
  expect(mailTitle({ ...item, turn: 'mailed', class: 'hand' })).toBe('Handed over: Demand letter');
  expect(mailTitle({ ...item, turn: 'returned', reason: 'vacant' })).toBe(
    'Came back: Demand letter (vacant)',
  );
  expect(mailTitle({ ...item, turn: 'returned', templateName: '', reason: 'of a later version' })).toBe(
    'Came back: Mail from elsewhere (another mark)',
  );
  expect(returnReasonTitle('unclaimed')).toBe('Unclaimed');
});
