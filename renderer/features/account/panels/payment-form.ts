/** The fields of a payment as they are typed, and the payment they mean: shares over accounts, days, the debtor's direction. */
import { z } from 'zod';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { componentNames, paymentMethods } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { optionalCents, optionalWords, typedCents, typedDay } from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';

/** What is kept of a half-filled payment. */
export const paymentFields = z.strictObject({
  amount: z.string().max(60),
  receivedOn: z.string().max(60),
  /** The effective day has a field of its own. */
  otherDay: z.boolean(),
  effectiveOn: z.string().max(60),
  method: z.enum(paymentMethods),
  reference: z.string().max(300),
  memo: z.string().max(2000),
  /** Spread over several accounts of the debtor. */
  several: z.boolean(),
  shares: z.array(z.strictObject({ accountId: z.int().min(1), on: z.boolean(), amount: z.string().max(60) })),
  /** The debtor named the accounts, disputed ones among them. */
  namedAccounts: z.boolean(),
  direction: z.enum(['none', 'charges', 'component']),
  charges: z.array(z.int().min(1)).max(200),
  component: z.enum(componentNames),
  allowOverpayment: z.boolean(),
});
export type PaymentFields = z.output<typeof paymentFields>;

export function blankPayment(today: Day): PaymentFields {
  return {
    amount: '',
    receivedOn: showTypedDay(today),
    otherDay: false,
    effectiveOn: '',
    method: 'cheque',
    reference: '',
    memo: '',
    several: false,
    shares: [],
    namedAccounts: false,
    direction: 'none',
    charges: [],
    component: 'principal',
    allowOverpayment: false,
  };
}

type PaymentAccount = {
  readonly accountId: number;
  readonly openedOn: Day;
  readonly disputed: boolean;
};

/**
 * Reads the fields as a payment. Whether it is more than is owed is not judged here: that depends on interest to its day,
 * which the book knows.
 */
export function paymentSchema(today: Day, account: PaymentAccount) {
  const notAfter = {
    day: today,
    message: 'This day is still to come. For money that is promised, record a promise.',
  };
  const notBefore = {
    day: account.openedOn,
    message: `The account was opened on ${dayWords(account.openedOn)}. Check the day.`,
  };
  const days = { leaning: 'behind', notAfter, notBefore } as const;
  const day = typedDay(today, days);
  return z
    .strictObject({
      ...paymentFields.shape,
      amount: typedCents(),
      receivedOn: day,
      // Judged below, and only where it counts.
      effectiveOn: z.string(),
      reference: optionalWords(80),
      memo: optionalWords(500),
      shares: z.array(
        z.strictObject({ accountId: z.int().min(1), on: z.boolean(), amount: z.string().max(60) }),
      ),
    })
    .transform((fields, context): InputOf<'ledger.recordPayment'> => {
      const refuse = (path: (string | number)[], message: string) =>
        context.addIssue({ code: 'custom', path, message });
      let effectiveOn: Day | null = null;
      if (fields.otherDay) {
        const read = day.safeParse(fields.effectiveOn);
        if (read.success) effectiveOn = read.data === fields.receivedOn ? null : read.data;
        else refuse(['effectiveOn'], read.error.issues[0]?.message ?? '');
      }
      const shares: { accountId: number; amountCents: number }[] = [];
      if (fields.several) {
        for (const [index, share] of fields.shares.entries()) {
          if (!share.on) continue;
          const read = optionalCents().safeParse(share.amount);
          if (!read.success) refuse(['shares', index, 'amount'], read.error.issues[0]?.message ?? '');
          else if (read.data !== null) shares.push({ accountId: share.accountId, amountCents: read.data });
        }
        const placed = shares.reduce((sum, share) => sum + share.amountCents, 0);
        if (placed !== fields.amount) {
          refuse(
            ['several'],
            `The shares come to ${formatDollars(placed)}, the payment to ${formatDollars(fields.amount)}.`,
          );
        }
      } else {
        shares.push({ accountId: account.accountId, amountCents: fields.amount });
        if (account.disputed && !fields.namedAccounts) {
          refuse(
            ['namedAccounts'],
            'This account is disputed. Tick the box only if the debtor named it for this money.',
          );
        }
      }
      if (fields.direction === 'charges' && fields.charges.length === 0)
        refuse(['charges'], 'Choose at least one charge.');
      const directed = fields.direction !== 'none';
      return {
        shares,
        receivedOn: fields.receivedOn,
        effectiveOn,
        method: fields.method,
        reference: fields.reference,
        memo: fields.memo,
        direction:
          directed || fields.namedAccounts
            ? {
                charges: fields.direction === 'charges' ? fields.charges : [],
                component: fields.direction === 'component' ? fields.component : null,
                accounts: fields.namedAccounts,
              }
            : null,
        allowOverpayment: fields.allowOverpayment,
      };
    });
}
