import { describe, expect, test } from 'vitest';
import { blankPromise, promiseSchema } from '../../../../../renderer/features/account/plans/promise-form.ts';

describe('a promise as it is typed', () => {
  const schema = promiseSchema('2026-11-21');

  test('who pays and how may be left open', () => {
    expect(schema.parse({ ...blankPromise, amount: '50', dueOn: '12/01' })).toEqual({
      amountCents: 5000,
      dueOn: '2026-12-01',
      payer: '',
      method: null,
    });
    expect(schema.parse({ amount: '100', dueOn: 'today', payer: ' Her brother ', method: 'cheque' })).toEqual(
      { amountCents: 10_000, dueOn: '2026-11-21', payer: 'Her brother', method: 'cheque' },
    );
  });

  test.each([
    [{ amount: '0', dueOn: '12/01' }, ['amount']],
    [{ amount: '5', dueOn: '12/01', payer: '4111 1111 1111 1111' }, ['payer']],
    [{ amount: '', dueOn: '' }, ['amount', 'dueOn']],
    [{ amount: '5', dueOn: '11/20/2026' }, ['dueOn']],
  ])('%j is wrong at %j', (changes, fields) => {
    const read = schema.safeParse({ ...blankPromise, ...changes });
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual(fields);
  });
});
