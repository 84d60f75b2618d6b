/** The random lives of accounts, as many as can be lived through anew for each mutant of the money code. */
import { expect, it } from 'vitest';
import { liveThroughAccounts } from '../builders/ledger-commands.ts';

it('makes and loses no cent', () => {
  expect(liveThroughAccounts(3_000, 20_261_122)).toBeGreaterThanOrEqual(3_000);
});
