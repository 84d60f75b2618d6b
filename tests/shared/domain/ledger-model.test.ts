/** The ledger against a model that knows only sums, through random lives of accounts (`npm run test:long`: fifty times as many). */
import { expect, it } from 'vitest';
import { liveThroughAccounts } from '../../builders/ledger-commands.ts';

it('makes and loses no cent in 200,000 random operations', () => {
  expect(liveThroughAccounts(200_000, 20_261_122)).toBeGreaterThanOrEqual(200_000);
}, 180_000);
