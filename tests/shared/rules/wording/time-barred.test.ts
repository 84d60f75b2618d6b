/** Prescribed notices about old debts: only wording that was read, or that counsel confirmed, goes out. */
import { describe, expect, test } from 'vitest';
import {
  type TimeBarredCase,
  timeBarredNoticeFor,
  timeBarredNotices,
} from '../../../../shared/rules/wording/time-barred.ts';

const asked: TimeBarredCase = {
  mayBeBarred: true,
  isCollector: true,
  debtBuyer: null,
  counsel: null,
  owner: 'Bayside Credit',
  collector: 'Elm Recovery',
  reportable: false,
  reportedBefore: false,
};
const of = (state: Parameters<typeof timeBarredNoticeFor>[0], change: Partial<TimeBarredCase> = {}) => {
  const found = timeBarredNoticeFor(state, { ...asked, ...change });
  return found === null
    ? null
    : 'text' in found
      ? found.text
      : { blocked: found.blocked, draft: found.draft };
};

test('nothing is said about a debt that is not barred, or where no state asks for it', () => {
  expect(of('CT', { mayBeBarred: false })).toBeNull();
  expect(of('KS')).toBeNull();
});

describe('Connecticut, whose wording was read', () => {
  test('past the time of reporting', () => {
    expect(of('CT')).toBe(
      'The law limits how long you can be sued on a debt. Because of the age of your debt, Bayside Credit will not sue you for it and Bayside Credit will not report it to any credit reporting agencies.',
    );
  });

  test('within it', () => {
    expect(of('CT', { reportable: true })).toBe(
      'The law limits how long you can be sued on a debt. Because of the age of your debt, Bayside Credit will not sue you for it. If you do not pay the debt, Bayside Credit may report or continue to report it to the credit reporting agencies as unpaid',
    );
  });

  test('waits for the date of first delinquency', () => {
    expect(of('CT', { reportable: null })).toMatchObject({ draft: null });
  });

  test('binds collectors', () => {
    expect(of('CT', { isCollector: false })).toBeNull();
  });
});

describe('wording that was not checked', () => {
  test.each(['CA', 'WV', 'NM', 'NY'] as const)('%s: a draft is shown and nothing goes out', (state) => {
    expect(of(state)).toMatchObject({ draft: expect.any(String), blocked: expect.any(String) });
    expect(of(state, { counsel: 'no' })).toMatchObject({ draft: expect.any(String) });
  });

  test.each(['MA', 'OR', 'VT', 'ME', 'NYC'] as const)('%s: no draft either', (state) => {
    expect(of(state)).toMatchObject({ draft: null, blocked: expect.stringContaining('not found') });
  });

  test('goes out once counsel has confirmed it, or in counsel’s own words', () => {
    expect(of('CA', { counsel: 'yes' })).toContain('we will not sue you for it, and we will not report it');
    const own = 'Because of the age of this debt nobody will sue you for it. Signed, counsel.';
    expect(of('VT', { counsel: own })).toBe(own);
    // Confirmed, and kept by the office itself.
    expect(of('VT', { counsel: 'yes' })).toBeNull();
    expect(timeBarredNoticeFor('VT', { ...asked, counsel: 'yes' })).not.toBeNull();
  });
});

test('Texas binds debt buyers, and asks who owns the debt', () => {
  expect(of('TX', { debtBuyer: false })).toBeNull();
  expect(of('TX')).toMatchObject({ blocked: expect.stringContaining('bought') });
  const text = of('TX', { debtBuyer: true, counsel: 'yes', reportable: true, reportedBefore: true });
  expect(text).toContain('BAYSIDE CREDIT MAY CONTINUE TO REPORT IT');
  expect(text).toMatch(/THIS NOTICE IS REQUIRED BY LAW\.$/);
});

test('nothing said in New York claims that a payment restarts the period', () => {
  expect(of('NY', { counsel: 'yes' })).not.toMatch(/restart|start.*again|renew/i);
});

test('only what was read counts as confirmed', () => {
  for (const { id, confirmed, source, draft } of timeBarredNotices) {
    if (confirmed) expect(source.confidence, id).toBe('text');
    expect(source.cite.length, id).toBeGreaterThan(5);
    if (confirmed) expect(draft, id).not.toBeNull();
  }
});
