/** Promises to pay and instalment plans. The calculator itself is pure (`shared/domain/plan.ts`). */
import { z } from 'zod';
import { planFrequencies } from '../domain/plan.ts';
import { bookCommand, bookQuery, cents, day, enteredDay, id, line, nothing, positiveCents } from './call.ts';

export const instalmentFacts = z.strictObject({
  number: z.int().min(1),
  dueOn: day,
  amountCents: cents,
  paidCents: cents,
  state: z.enum(['upcoming', 'due', 'paid', 'partly_paid', 'missed']),
});
export type InstalmentFacts = z.output<typeof instalmentFacts>;

export const planFacts = z.strictObject({
  planId: id,
  accountId: id,
  debtorName: z.string(),
  accountNumber: z.string(),
  state: z.enum(['active', 'completed', 'cancelled']),
  frequency: z.enum(planFrequencies),
  totalCents: cents,
  paidCents: cents,
  startedOn: day,
  nextDueOn: day.nullable(),
  nextAmountCents: cents.nullable(),
  missed: z.int(),
  instalments: z.array(instalmentFacts),
});
export type PlanFacts = z.output<typeof planFacts>;

/** The least that states a plan; the schedule is computed from it by one function on both sides. */
export const planTerms = z.strictObject({
  totalCents: positiveCents,
  count: z.int().min(1).max(600),
  frequency: z.enum(planFrequencies),
  firstOn: enteredDay,
  /** What the debtor named for each instalment but the last; `null` splits the total evenly. */
  amountCents: positiveCents.nullable().default(null),
});

export const planCalls = {
  'promises.record': bookCommand(
    z.strictObject({ accountId: id, amountCents: positiveCents, dueOn: enteredDay }),
    z.strictObject({ promiseId: id }),
  ),
  'promises.cancel': bookCommand(z.strictObject({ promiseId: id, reason: line(300) }), nothing),
  /** Starts a plan from today's balance, with a reminder for each instalment's own day. */
  'plans.start': bookCommand(
    z.strictObject({ accountId: id, terms: planTerms }),
    z.strictObject({ planId: id }),
  ),
  'plans.cancel': bookCommand(z.strictObject({ planId: id, reason: line(300) }), nothing),
  'plans.get': bookQuery(z.strictObject({ accountId: id }), z.strictObject({ plan: planFacts.nullable() })),
  /** Plans and open promises over the whole book, soonest due first, at most 500. */
  'plans.list': bookQuery(
    nothing,
    z.strictObject({
      plans: z.array(planFacts.omit({ instalments: true })),
      promises: z.array(
        z.strictObject({
          promiseId: id,
          accountId: id,
          debtorName: z.string(),
          accountNumber: z.string(),
          amountCents: cents,
          receivedCents: cents,
          dueOn: day,
          state: z.enum(['open', 'kept', 'partly_kept', 'broken', 'cancelled']),
        }),
      ),
    }),
  ),
} as const;
