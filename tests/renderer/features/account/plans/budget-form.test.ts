import { describe, expect, test } from 'vitest';
import {
  type BudgetFields,
  blankBudget,
  budgetSchema,
  readableLines,
} from '../../../../../renderer/features/account/plans/budget-form.ts';

const today = '2026-11-21';
const pay = { kind: 'income', name: 'Take-home pay', amount: '600', every: 'week' } as const;

const typed = (changes: Partial<BudgetFields>): BudgetFields => ({
  ...blankBudget(today),
  consent: 'Agreed on the phone',
  lines: [pay],
  ...changes,
});

describe('a budget as it is typed', () => {
  const schema = budgetSchema(today);

  test('lines without a sum are left out', () => {
    const lines = [pay, ...blankBudget(today).lines];
    expect(schema.parse(typed({ lines }))).toEqual({
      consent: 'Agreed on the phone',
      consentedOn: today,
      lines: [{ kind: 'income', name: 'Take-home pay', amountCents: 60_000, every: 'week' }],
    });
  });

  test.each([
    [{ consent: ' ' }, ['consent']],
    [{ consentedOn: '11/22/2026' }, ['consentedOn']],
    [{ consentedOn: '11/21/2026' }, []],
    [{ lines: [{ ...pay, name: '' }] }, ['lines.0.name']],
    [{ lines: [pay, { ...pay, amount: 'much' }] }, ['lines.1.amount']],
    [{ lines: [{ ...pay, amount: '' }] }, ['lines.0.amount']],
  ])('%j is wrong at %j', (changes, fields) => {
    const read = schema.safeParse(typed(changes));
    expect(read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))).toEqual(fields);
  });

  test('the figures below follow the sums that can be read', () => {
    expect(readableLines(typed({ lines: [pay, { ...pay, amount: 'x' }] }))).toHaveLength(1);
  });
});
