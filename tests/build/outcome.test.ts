import { expect, it } from 'vitest';
import { addUp, countsOf, refuseEmpty } from '../../build/checks/outcome.ts';

it('a group that ran nothing has failed', () => {
  const outcome = refuseEmpty('e2e', { passed: 0, failed: 0, skipped: 3, details: '' });
  expect(outcome.failed).toBe(1);
  expect(outcome.details).toContain('"e2e" ran no test');
});

it('the closing line has the form that machines read', () => {
  const some = { passed: 4, failed: 0, skipped: 0, details: '' };
  expect(countsOf(addUp([some, { ...some, failed: 1 }]))).toBe('8 passed, 1 failed');
  expect(countsOf(addUp([some, { ...some, skipped: 2 }]))).toBe('8 passed, 0 failed, 2 skipped');
});
