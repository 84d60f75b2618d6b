/** The fields of a payment as they are typed, and what they mean. */
import { z } from 'zod';
import type { Day } from '../../../../shared/domain/days.ts';
import { looksLikeCardNumber, paymentMethods } from '../../../../shared/domain/ledger.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { fieldWords, optionalWords, typedCents, typedDay } from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';

/** What is kept of a half-filled payment. */
export const paymentFields = z.strictObject({
  amount: z.string().max(60),
  receivedOn: z.string().max(60),
  method: z.enum(paymentMethods),
  reference: z.string().max(300),
  memo: z.string().max(2000),
  allowOverpayment: z.boolean(),
});
export type PaymentFields = z.output<typeof paymentFields>;

export function blankPayment(today: Day): PaymentFields {
  return {
    amount: '',
    receivedOn: showTypedDay(today),
    method: 'cheque',
    reference: '',
    memo: '',
    allowOverpayment: false,
  };
}

function withoutCardNumber(most: number) {
  return optionalWords(most).refine((text) => !looksLikeCardNumber(text), {
    error: fieldWords({ code: 'payment.card_number', params: {} }),
  });
}

/** `balanceCents` is what is owed now: to take in more, the box must be ticked. */
export function paymentSchema(today: Day, openedOn: Day, balanceCents: number) {
  return z
    .strictObject({
      amount: typedCents(),
      receivedOn: typedDay(today, {
        leaning: 'behind',
        notAfter: {
          day: today,
          message: 'This day is still to come. For money that is promised, record a promise.',
        },
        notBefore: {
          day: openedOn,
          message: `The account was opened on ${dayWords(openedOn)}. Check the day.`,
        },
      }),
      method: z.enum(paymentMethods),
      reference: withoutCardNumber(80),
      memo: withoutCardNumber(500),
      allowOverpayment: z.boolean(),
    })
    .superRefine((payment, context) => {
      if (payment.amount <= Math.max(0, balanceCents) || payment.allowOverpayment) return;
      context.addIssue({
        code: 'custom',
        path: ['allowOverpayment'],
        message: 'This is more than is owed. Correct the amount, or tick the box to keep the rest as credit.',
      });
    });
}
