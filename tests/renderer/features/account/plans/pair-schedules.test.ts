import { describe, expect, test } from 'vitest';
import { leftAfter, pairSchedules } from '../../../../../renderer/features/account/plans/pair-schedules.ts';

const at = (dueOn: string, amountCents = 100) => ({ dueOn, amountCents });
const three = [at('2026-12-01'), at('2027-01-01'), at('2027-02-01')];

/** `-` for what stands on one side only, `=` for the same, `~` for another sum or day. */
function shown(before: typeof three, after: typeof three): string[] {
  return pairSchedules(before, after).map(
    (pair) => `${pair.before?.dueOn ?? '-'}${pair.same ? '=' : '~'}${pair.after?.dueOn ?? '-'}`,
  );
}

describe('two schedules beside each other', () => {
  test('one left out and added at the end stands on its days', () => {
    expect(shown(three, [at('2026-12-01'), at('2027-02-01'), at('2027-03-01')])).toEqual([
      '2026-12-01=2026-12-01',
      '2027-01-01~-',
      '2027-02-01=2027-02-01',
      '-~2027-03-01',
    ]);
  });

  test('another sum on the same day is a change', () => {
    expect(shown(three, [at('2026-12-01', 200), at('2027-01-01'), at('2027-02-01')])).toEqual([
      '2026-12-01~2026-12-01',
      '2027-01-01=2027-01-01',
      '2027-02-01=2027-02-01',
    ]);
  });

  test('where every day moved, the first stands beside the first', () => {
    expect(shown(three, [at('2026-12-15'), at('2027-01-15'), at('2027-02-15'), at('2027-03-15')])).toEqual([
      '2026-12-01~2026-12-15',
      '2027-01-01~2027-01-15',
      '2027-02-01~2027-02-15',
      '-~2027-03-15',
    ]);
  });

  test('nothing beside nothing is nothing', () => {
    expect(pairSchedules([], [])).toEqual([]);
  });
});

describe('what is left once so much has come in', () => {
  test.each([
    [0, [100, 100, 100]],
    [100, [100, 100]],
    [150, [50, 100]],
    [300, []],
    [999, []],
    [-50, [100, 100, 100]],
  ])('%i', (received, left) => {
    expect(leftAfter(three, received).map((one) => one.amountCents)).toEqual(left);
  });
});
