import { expect, test } from 'vitest';
import { isPlanless } from '../../../../renderer/features/account/facts/planless.ts';

const hold = (untilOn: string | null) => ({
  holdId: 1,
  kind: 'dispute',
  reason: 'Disputed',
  source: 'Call',
  fromOn: '2026-11-01',
  untilOn,
});

test.each([
  ['active', null, [], true, 'nothing will bring it up'],
  ['active', '2026-11-24', [], false, 'a next step will'],
  ['hold', null, [hold(null)], true, 'a hold without an end'],
  ['hold', null, [hold('2026-12-10')], false, 'the hold ends by itself'],
  ['plan', null, [], false, 'instalments come up'],
  ['promise', null, [], false, 'the promise comes up'],
  ['paid', null, [], false, 'nothing is left to do'],
  ['closed', null, [], false, 'nothing is left to do'],
] as const)(
  '%s, next step %s: %j is planless %s, because %s',
  (status, nextStepOn, holds, expected, _why) => {
    expect(isPlanless({ status, nextStepOn, holds: [...holds] })).toBe(expected);
  },
);
