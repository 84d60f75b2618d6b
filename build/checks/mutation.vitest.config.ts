// The tests that must notice a mistake planted in the money code: pure and quick, since each mutant runs them again.

import { defineConfig } from 'vitest/config';
import { root } from '../runtime/places.ts';

const subjects = [
  'accrual-state',
  'amortisation',
  'budget',
  'corrections',
  'explain',
  'floors',
  'holidays',
  'interest',
  'kept-interest',
  'ledger',
  'money',
  'money-vectors',
  'plan',
  'plan-*',
  'promise',
  'published-tables',
  'rate',
  'replay',
  'schedule',
  'settlement',
  'share',
];

export default defineConfig({
  root,
  envDir: false,
  test: {
    environment: 'node',
    testTimeout: 120_000,
    // tests/mutation has a short run of the ledger's model: the whole one would run anew for each mutant.
    include: ['tests/mutation/*.test.ts', `tests/shared/domain/{${subjects.join(',')}}.test.ts`],
  },
});
