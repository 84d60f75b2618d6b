/** The plan calculator's fields as they are typed, and the question they ask. */
import { z } from 'zod';
import type { Day } from '../../../../shared/domain/days.ts';
import { parseMoney } from '../../../../shared/domain/money.ts';
import { mostInstalments, planFrequencies } from '../../../../shared/domain/plan.ts';
import { typedCents, typedDay } from '../forms/schemas.ts';
import type { PlanQuestion } from './plan-calculator.ts';

export const planFields = z.strictObject({
  /** Empty for the whole balance, so that it follows a payment made meanwhile. */
  total: z.string().max(60),
  frequency: z.enum(planFrequencies),
  firstOn: z.string().max(60),
  /** Which of the two the user typed; the other one is computed. */
  by: z.enum(['count', 'amount']),
  count: z.string().max(20),
  amount: z.string().max(60),
});
export type PlanFields = z.output<typeof planFields>;

export const blankPlan: PlanFields = {
  total: '',
  frequency: 'monthly',
  firstOn: '',
  by: 'count',
  count: '',
  amount: '',
};

/** Hands on a question, or says at each field what is missing. */
export function planSchema(today: Day, balanceCents: number) {
  const first = typedDay(today, {
    notBefore: { day: today, message: 'This day has passed. The first instalment is due today or later.' },
  });
  return planFields.transform((fields, context): PlanQuestion => {
    const refuse = (path: keyof PlanFields, message: string): never => {
      context.addIssue({ code: 'custom', path: [path], message });
      return z.NEVER;
    };
    const take = <T>(path: keyof PlanFields, schema: z.ZodType<T>): T => {
      const read = schema.safeParse(fields[path]);
      return read.success ? read.data : refuse(path, read.error.issues[0]?.message ?? 'Check this field.');
    };
    const totalCents = fields.total.trim() === '' ? balanceCents : take('total', typedCents());
    const firstOn = take('firstOn', first);
    const common = { totalCents, frequency: fields.frequency, firstOn };
    if (fields.by === 'amount') return { ...common, by: 'amount', amountCents: take('amount', typedCents()) };
    const count = countOf(fields.count);
    if (count === null) {
      return refuse(
        'count',
        `Type how many instalments, 1 to ${mostInstalments}, or type the amount of each.`,
      );
    }
    return { ...common, by: 'count', count };
  });
}

function countOf(text: string): number | null {
  const typed = text.trim();
  if (!/^\d{1,4}$/.test(typed)) return null;
  const count = Number(typed);
  return count >= 1 && count <= mostInstalments ? count : null;
}

/** What the total is while it is still being typed; `null` while it is no sum. */
export function typedTotal(fields: Pick<PlanFields, 'total'>, balanceCents: number): number | null {
  if (fields.total.trim() === '') return balanceCents;
  const sum = parseMoney(fields.total);
  return sum.ok && sum.value > 0 ? sum.value : null;
}

/** Where a fault of the calculator is shown. */
export function fieldOfFault(code: string, by: PlanFields['by']): keyof PlanFields {
  if (code === 'plan.over_balance' || code === 'plan.nothing_owed') return 'total';
  return by;
}
