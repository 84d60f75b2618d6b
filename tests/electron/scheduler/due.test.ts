import { describe, expect, it } from 'vitest';
import type { DueReminder } from '../../../electron/book/protocol.ts';
import {
  longestWaitMs,
  missedAfterMs,
  missedBefore,
  noticeOf,
  waitFor,
} from '../../../electron/scheduler/due.ts';

const now = Date.UTC(2026, 2, 12, 15, 0);

describe('how long to wait before looking again', () => {
  it.each([
    ['nothing is due', null, longestWaitMs],
    ['it is due in an hour', now + 3_600_000, longestWaitMs],
    ['it is due in a minute and a millisecond', now + longestWaitMs + 1, longestWaitMs],
    ['it is due in 59 seconds', now + 59_000, 59_000],
    ['it is due now', now, 0],
    ['it was due yesterday', now - 86_400_000, 0],
  ])('%s', (_name, dueAt, expected) => {
    expect(waitFor(dueAt, now)).toBe(expected);
  });
});

it('calls missed only what no wait of an awake program could have left so late', () => {
  expect(missedAfterMs).toBeGreaterThan(longestWaitMs);
  expect(missedBefore(now)).toBe(now - missedAfterMs);
  expect(missedBefore(5)).toBe(0);
});

describe('what the notification says', () => {
  const reminder = (over: Partial<DueReminder> = {}): DueReminder => ({
    reminderId: 3,
    accountId: 41,
    text: 'Ask Nettie Plumridge about the second half',
    debtorName: 'Nettie Plumridge',
    dueAt: now,
    missed: false,
    of: 'own',
    priority: 'normal',
    skipped: 0,
    ...over,
  });

  it('says nothing when nothing came due', () => {
    expect(noticeOf([], true)).toBeNull();
  });

  it('names nobody and quotes nothing by default', () => {
    const notice = noticeOf([reminder()], false);
    expect(notice).toEqual({ title: 'A reminder came due', body: 'Open Duebook to see it.', accountId: 41 });
  });

  it('names the debtor when the user wants it', () => {
    expect(noticeOf([reminder()], true)?.body).toBe(
      'Nettie Plumridge: Ask Nettie Plumridge about the second half',
    );
    expect(noticeOf([reminder({ debtorName: null, text: 'Order envelopes' })], true)?.body).toBe(
      'Order envelopes',
    );
  });

  it('is one for many, told by groups', () => {
    const many = [
      reminder({ priority: 'high' }),
      reminder({ reminderId: 4, missed: true, of: 'instalment' }),
      reminder({ reminderId: 5, of: 'instalment' }),
      reminder({ reminderId: 6, of: 'payment' }),
    ];
    expect(noticeOf(many, false)).toEqual({
      title: '4 reminders came due, 1 of them while you were away',
      body: '1 important, 2 of instalments, 1 of held payments. They are listed in Today.',
      accountId: null,
    });
    expect(noticeOf([reminder(), reminder()], false)?.body).toBe('They are listed in Today.');
  });

  it('names the most important where names may be shown', () => {
    const many = ['First', 'Second', 'Third', 'Fourth', 'Fifth'].map((text, index) =>
      reminder({ reminderId: index, text, debtorName: null, priority: text === 'Fifth' ? 'high' : 'normal' }),
    );
    expect(noticeOf(many, true)?.body).toBe('Fifth\nFirst\nSecond\nand 2 more, in Today');
  });

  it('says when all of them came while nobody was there', () => {
    expect(noticeOf([reminder({ missed: true })], false)?.title).toBe(
      'A reminder came due while you were away',
    );
  });
});
