/** Ten million operations of what `tests/shared/domain/ledger-model.test.ts` tries two hundred thousand of. */
import { expect, it } from 'vitest';
import { liveThroughAccounts } from '../builders/ledger-commands.ts';

it('makes and loses no cent in 10,000,000 random operations', () => {
  expect(liveThroughAccounts(10_000_000, 1)).toBeGreaterThanOrEqual(10_000_000);
}, 7_200_000);
