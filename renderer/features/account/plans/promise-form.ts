/** A promise to pay as it is typed: how much, by when, who will pay and how. */
import { z } from 'zod';
import type { Day } from '../../../../shared/domain/days.ts';
import { paymentMethods } from '../../../../shared/domain/ledger.ts';
import { optionalWords, typedCents, typedDay } from '../forms/schemas.ts';

export const promiseFields = z.strictObject({
  amount: z.string().max(60),
  dueOn: z.string().max(60),
  payer: z.string().max(200),
  /** A method, or empty while nobody has said how. */
  method: z.enum(['', ...paymentMethods]),
});
export type PromiseFields = z.output<typeof promiseFields>;

export const blankPromise: PromiseFields = { amount: '', dueOn: '', payer: '', method: '' };

/** What to record, or at each field why not yet. What will be owed on the day only the book knows; it refuses more. */
export function promiseSchema(today: Day) {
  return promiseFields.transform((fields, context) => {
    const refuse = (path: keyof PromiseFields, message: string): never => {
      context.addIssue({ code: 'custom', path: [path], message });
      return z.NEVER;
    };
    const take = <T>(path: keyof PromiseFields, schema: z.ZodType<T>): T => {
      const read = schema.safeParse(fields[path]);
      return read.success ? read.data : refuse(path, read.error.issues[0]?.message ?? 'Check this field.');
    };
    return {
      amountCents: take('amount', typedCents()),
      dueOn: take(
        'dueOn',
        typedDay(today, {
          notBefore: { day: today, message: 'This day has passed. Choose today or a later day.' },
        }),
      ),
      payer: take('payer', optionalWords(120)),
      method: fields.method === '' ? null : fields.method,
    };
  });
}
