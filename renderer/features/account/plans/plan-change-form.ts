/**
 * A change of a running plan as it is typed, and the change it means. One form holds the fields of all five, so that a
 * look at another kind of change loses nothing that was typed.
 */
import { z } from 'zod';
import type { PlanChange, PlanFacts } from '../../../../shared/contract/plans.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { solve } from '../../../../shared/domain/plan-solve.ts';
import {
  mostInstalments,
  type PlanQuestion,
  planFrequencies,
  type RollRule,
} from '../../../../shared/domain/plan-terms.ts';
import { fieldWords, requiredLine, typedCents, typedDay } from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { sentTerms } from './sent-terms.ts';
import { typedCount } from './typed-count.ts';

export const changeKinds = ['amend', 'skip', 'catch_up', 'redate', 'pause'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const catchUpWays = ['with_next', 'spread', 'at_end'] as const;

export const planChangeFields = z.strictObject({
  change: z.enum(changeKinds),
  /** The instalment left out, as a select has it. */
  skipNumber: z.string().max(10),
  how: z.enum(catchUpWays),
  over: z.string().max(20),
  nextOn: z.string().max(60),
  until: z.string().max(60),
  frequency: z.enum(planFrequencies),
  withInterest: z.boolean(),
  /** Which of the two was typed for new terms. */
  by: z.enum(['count', 'amount']),
  count: z.string().max(20),
  amount: z.string().max(60),
  firstOn: z.string().max(60),
  reason: z.string().max(1000),
  overrideReason: z.string().max(1000),
  allowedBy: z.string().max(400),
});
export type PlanChangeFields = z.output<typeof planChangeFields>;

/** What of the plan is still to pay, instalment by instalment. */
export function leftOf(plan: Pick<PlanFacts, 'instalments'>): {
  readonly number: number;
  readonly dueOn: Day;
  readonly amountCents: number;
}[] {
  return plan.instalments
    .filter((one) => one.paidCents < one.amountCents)
    .map(({ number, dueOn, amountCents, paidCents }) => ({
      number,
      dueOn,
      amountCents: amountCents - paidCents,
    }));
}

export function blankPlanChange(plan: PlanFacts, today: Day): PlanChangeFields {
  const left = leftOf(plan);
  const next = left.find((one) => one.dueOn >= today) ?? left.at(-1);
  const nextOn = showTypedDay(next === undefined || next.dueOn < today ? today : next.dueOn);
  return {
    change: plan.missed > 0 ? 'catch_up' : 'skip',
    skipNumber: next === undefined ? '' : String(next.number),
    how: 'with_next',
    over: '3',
    nextOn,
    until: '',
    frequency: plan.frequency,
    withInterest: plan.terms?.interest != null,
    by: 'count',
    count: String(Math.max(1, left.length)),
    amount: '',
    firstOn: nextOn,
    reason: '',
    overrideReason: '',
    allowedBy: '',
  };
}

/** What new terms start from. */
export type AmendBasis = {
  /** All that is left to pay: of its instalments, or by the ledger where the plan reckons with interest. */
  readonly leftCents: number;
  readonly secondDay: number | null;
  readonly roll: RollRule;
  /** As it runs on the accounts today; `null` where none does. */
  readonly interest: PlanQuestion['interest'];
};

const passed = (today: Day) => ({ day: today, message: 'This day has passed. Choose today or a later day.' });

/** The change alone, for the preview; issues name the field that is not understood yet. */
export function planChangeSchema(today: Day, basis: AmendBasis) {
  return planChangeFields.transform((fields, context): PlanChange => {
    const refuse = (path: keyof PlanChangeFields, message: string): never => {
      context.addIssue({ code: 'custom', path: [path], message });
      return z.NEVER;
    };
    const take = <T>(path: keyof PlanChangeFields, schema: z.ZodType<T>): T => {
      const read = schema.safeParse(fields[path]);
      return read.success ? read.data : refuse(path, read.error.issues[0]?.message ?? 'Check this field.');
    };
    const ahead = typedDay(today, { notBefore: passed(today) });
    switch (fields.change) {
      case 'skip': {
        const number = Number(fields.skipNumber);
        if (!Number.isInteger(number) || number < 1) {
          return refuse('skipNumber', 'Choose the instalment to leave out.');
        }
        return { change: 'skip', number };
      }
      case 'catch_up':
        return {
          change: 'catch_up',
          how: fields.how,
          over: fields.how === 'spread' ? take('over', typedCount(mostInstalments)) : null,
        };
      case 'redate':
        return { change: 'redate', nextOn: take('nextOn', ahead) };
      case 'pause':
        return { change: 'pause', until: take('until', ahead) };
      case 'amend': {
        const sums =
          fields.by === 'amount'
            ? { amountCents: take('amount', typedCents()), count: null }
            : { amountCents: null, count: take('count', typedCount(mostInstalments)) };
        const firstOn = take('firstOn', ahead);
        // Nothing is reckoned from fields that could not be read.
        if (context.issues.length > 0) return z.NEVER;
        const answer = solve({
          ...sums,
          unknown: fields.by === 'amount' ? 'count' : 'amount',
          totalCents: basis.leftCents,
          frequency: fields.frequency,
          firstOn,
          secondDay: fields.frequency === 'semi_monthly' ? basis.secondDay : null,
          roll: basis.roll,
          interest: fields.withInterest ? (basis.interest ?? null) : null,
        });
        return answer.ok
          ? { change: 'amend', terms: sentTerms(answer.value.terms) }
          : refuse(fields.by, fieldWords(answer.error));
      }
    }
  });
}

export type ReasonedChange = { readonly change: PlanChange; readonly reason: string };

/** The change with its reason, as it is sent. */
export function reasonedChangeSchema(today: Day, basis: AmendBasis) {
  const change = planChangeSchema(today, basis);
  return planChangeFields.transform((fields, context): ReasonedChange => {
    const read = change.safeParse(fields);
    for (const issue of read.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message });
    }
    const reason = requiredLine(300, 'Type the reason; it is kept with the plan.').safeParse(fields.reason);
    if (!reason.success) {
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        message: reason.error.issues[0]?.message ?? 'Type the reason.',
      });
    }
    return read.success && reason.success ? { change: read.data, reason: reason.data } : z.NEVER;
  });
}
