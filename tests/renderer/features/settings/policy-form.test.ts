import { describe, expect, test } from 'vitest';
import { fieldsOfPolicy, policySchema } from '../../../../renderer/features/settings/policy-form.ts';
import type { Policy } from '../../../../shared/contract/offers.ts';

const nothing: Policy = {
  applicationOrder: null,
  leastPaymentCents: null,
  longestMonths: null,
  leastSettlementShare: null,
  mayGoBelow: '',
  returnedFeeCents: null,
  returnedFeeBasisKind: null,
  returnedFeeBasis: '',
  graceDays: null,
};

const full: Policy = {
  applicationOrder: 'pro_rata',
  leastPaymentCents: 2500,
  longestMonths: 24,
  leastSettlementShare: 4550,
  mayGoBelow: 'The office manager',
  returnedFeeCents: 2000,
  returnedFeeBasisKind: 'contract',
  returnedFeeBasis: 'Clause 7 of the credit agreement',
  graceDays: 0,
};

const wrongAt = (changes: Partial<ReturnType<typeof fieldsOfPolicy>>) => {
  const read = policySchema.safeParse({ ...fieldsOfPolicy(full), ...changes });
  return read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'));
};

describe('a policy as it is typed', () => {
  test.each([
    ['nothing stated', nothing],
    ['everything stated', full],
  ])('%s comes back the same', (_name, policy) => {
    expect(policySchema.parse(fieldsOfPolicy(policy))).toEqual(policy);
  });

  test.each([
    [{ leastPayment: '0' }, ['leastPayment']],
    [{ leastPayment: 'some' }, ['leastPayment']],
    [{ longestMonths: '0' }, ['longestMonths']],
    [{ longestMonths: '600' }, []],
    [{ longestMonths: '601' }, ['longestMonths']],
    [{ leastShare: '100.5' }, ['leastShare']],
    [{ graceDays: '60' }, []],
    [{ graceDays: '61' }, ['graceDays']],
    [{ returnedFeeBasis: ' ' }, ['returnedFeeBasis']],
    [{ returnedFeeBasisKind: '' as const }, ['returnedFeeBasisKind']],
  ])('%j is wrong at %j', (changes, fields) => {
    expect(wrongAt(changes)).toEqual(fields);
  });

  test('without a fee what would allow it is not kept', () => {
    expect(policySchema.parse({ ...fieldsOfPolicy(full), returnedFee: '' })).toMatchObject({
      returnedFeeCents: null,
      returnedFeeBasisKind: null,
      returnedFeeBasis: '',
    });
  });
});
