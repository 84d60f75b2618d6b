/**
 * Promises to pay, instalment plans and settlements. The workshop's arithmetic is pure (`shared/domain/plan.ts`); offers,
 * floors and budgets stand in `offers.ts`.
 */
import { z } from 'zod';
import { dayCounts } from '../domain/interest.ts';
import { paymentMethods } from '../domain/ledger.ts';
import { mostInstalments, planFrequencies, rollRules } from '../domain/plan-terms.ts';
import {
  bookCommand,
  bookQuery,
  cents,
  day,
  enteredDay,
  id,
  instant,
  line,
  nothing,
  optionalLine,
  positiveCents,
} from './call.ts';

/** The least that states a plan; the schedule is computed from it by one function on both sides. */
export const planTerms = z.strictObject({
  totalCents: positiveCents,
  count: z.int().min(1).max(mostInstalments),
  frequency: z.enum(planFrequencies),
  firstOn: enteredDay,
  secondDay: z.int().min(1).max(31).nullable().default(null),
  /** What the debtor named for each instalment but the last; `null` splits the total evenly. */
  amountCents: positiveCents.nullable().default(null),
  downPayment: z.strictObject({ cents: positiveCents, on: enteredDay }).nullable().default(null),
  balloonCents: positiveCents.nullable().default(null),
  uneven: z
    .array(z.strictObject({ dueOn: enteredDay, amountCents: positiveCents }))
    .max(mostInstalments)
    .nullable()
    .default(null),
  roll: z.enum(rollRules).default('none'),
  interest: z
    .strictObject({
      rate: z.string().regex(/^\d{1,3}(\.\d{1,6})?$/),
      dayCount: z.enum(dayCounts),
      fromOn: enteredDay,
      baseCents: positiveCents,
    })
    .nullable()
    .default(null),
});

export const instalmentStates = ['upcoming', 'due', 'paid', 'partly_paid', 'missed'] as const;

export const instalmentFacts = z.strictObject({
  /** 0 for a down payment. */
  number: z.int().min(0),
  dueOn: day,
  amountCents: cents,
  paidCents: cents,
  state: z.enum(instalmentStates),
});
export type InstalmentFacts = z.output<typeof instalmentFacts>;

export const planFacts = z.strictObject({
  planId: id,
  accountId: id,
  debtorName: z.string(),
  accountNumber: z.string(),
  kind: z.enum(['plan', 'settlement']),
  /** Every account it covers, the first one it is kept with. */
  accounts: z.array(z.strictObject({ accountId: id, number: z.string(), balanceCents: cents })),
  state: z.enum(['active', 'completed', 'cancelled', 'defaulted']),
  endedReason: z.string().nullable(),
  frequency: z.enum(planFrequencies),
  totalCents: cents,
  /** Over all versions. */
  paidCents: cents,
  startedOn: day,
  nextDueOn: day.nullable(),
  nextAmountCents: cents.nullable(),
  missed: z.int(),
  pausedUntil: day.nullable(),
  version: z.int(),
  /** A settlement's: what was owed, by when, what is forgiven at the end, what a default does. */
  settlement: z
    .strictObject({
      agreedBalanceCents: cents,
      forgivenCents: cents,
      expiresOn: day.nullable(),
      onDefault: z.enum(['full_balance_less_paid', 'settlement_stands']),
      allowedBy: z.string(),
    })
    .nullable(),
  /** Those of the version in force, to start an amendment from; left out where they were not kept whole. */
  terms: planTerms.optional(),
  instalments: z.array(instalmentFacts),
});
export type PlanFacts = z.output<typeof planFacts>;

export const planVersion = z.strictObject({
  version: z.int(),
  madeAt: instant,
  author: z.string(),
  reason: z.string(),
  totalCents: cents,
  receivedBeforeCents: cents,
  instalments: z.array(z.strictObject({ number: z.int(), dueOn: day, amountCents: cents })),
});
export type PlanVersion = z.output<typeof planVersion>;

export const promiseStates = ['open', 'kept', 'partly_kept', 'broken', 'cancelled'] as const;

export const promiseFacts = z.strictObject({
  promiseId: id,
  accountId: id,
  debtorName: z.string(),
  accountNumber: z.string(),
  amountCents: cents,
  receivedCents: cents,
  dueOn: day,
  /** The last day a payment keeps it. */
  graceEndsOn: day,
  madeOn: day,
  payer: z.string(),
  method: z.enum(paymentMethods).nullable(),
  state: z.enum(promiseStates),
  cancelledReason: z.string().nullable(),
});
export type PromiseFacts = z.output<typeof promiseFacts>;

/** A plan that lives: each makes a new version and keeps the ones before. */
export const planChange = z.discriminatedUnion('change', [
  /** New terms for what is left. */
  z.strictObject({ change: z.literal('amend'), terms: planTerms }),
  /** One instalment is left out and its sum follows after the last, at the plan's rhythm. */
  z.strictObject({ change: z.literal('skip'), number: z.int().min(1) }),
  /** What was missed is added to the next instalment, spread over the coming ones, or put at the end. */
  z.strictObject({
    change: z.literal('catch_up'),
    how: z.enum(['with_next', 'spread', 'at_end']),
    /** Over how many, for `spread`. */
    over: z.int().min(1).max(mostInstalments).nullable().default(null),
  }),
  /** The next unpaid instalment moves to this day and the rest keep their distance from it. */
  z.strictObject({ change: z.literal('redate'), nextOn: enteredDay }),
  /** Nothing is due until this day; the rest follows from it. */
  z.strictObject({ change: z.literal('pause'), until: enteredDay }),
]);
export type PlanChange = z.output<typeof planChange>;

const accountIds = z.array(id).min(1).max(100);

export const planCalls = {
  'promises.record': bookCommand(
    z.strictObject({
      accountId: id,
      amountCents: positiveCents,
      dueOn: enteredDay,
      /** Who will pay, when that is not the debtor. */
      payer: optionalLine(120).default(''),
      method: z.enum(paymentMethods).nullable().default(null),
    }),
    z.strictObject({ promiseId: id }),
  ),
  'promises.cancel': bookCommand(z.strictObject({ promiseId: id, reason: line(300) }), nothing),
  /** The promises of one account, newest first. */
  'promises.list': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({ promises: z.array(promiseFacts) }),
  ),
  /**
   * Starts a plan from today's balance, with reminders for each instalment's own day and for when it was missed. An accepted
   * offer starts it by `offers.accept`; this is the same without an offer before it.
   */
  'plans.start': bookCommand(
    z.strictObject({
      accountId: id,
      /** Other accounts of the debtor that it covers too. */
      alsoAccountIds: z.array(id).max(99).default([]),
      terms: planTerms,
      /** Why it goes below a floor and who allowed it; needed only then. */
      override: z
        .strictObject({ reason: line(300), allowedBy: line(120) })
        .nullable()
        .default(null),
    }),
    z.strictObject({ planId: id }),
  ),
  /** What a change would make of a plan; nothing is written. */
  'plans.previewChange': bookQuery(
    z.strictObject({ planId: id, change: planChange }),
    z.strictObject({
      totalCents: cents,
      instalments: z.array(z.strictObject({ number: z.int(), dueOn: day, amountCents: cents })),
    }),
  ),
  'plans.change': bookCommand(
    z.strictObject({
      planId: id,
      change: planChange,
      reason: line(300),
      override: z
        .strictObject({ reason: line(300), allowedBy: line(120) })
        .nullable()
        .default(null),
    }),
    z.strictObject({ version: z.int() }),
  ),
  'plans.cancel': bookCommand(z.strictObject({ planId: id, reason: line(300) }), nothing),
  /** Ends a settlement or plan the debtor did not keep; what that does was stated when it was accepted. */
  'plans.default': bookCommand(z.strictObject({ planId: id, reason: line(300) }), nothing),
  /** The plan in force on an account, else the last one. */
  'plans.get': bookQuery(z.strictObject({ accountId: id }), z.strictObject({ plan: planFacts.nullable() })),
  'plans.versions': bookQuery(
    z.strictObject({ planId: id }),
    z.strictObject({ versions: z.array(planVersion) }),
  ),
  /** Balances and interest terms a plan over these accounts is reckoned from, as of today. */
  'plans.basis': bookQuery(
    z.strictObject({ accountIds }),
    z.strictObject({
      today: day,
      /** Posted and accrued. */
      owedCents: cents,
      /** `null` when no account bears interest, or when they bear it by different terms (then `mixedTerms`). */
      interest: planTerms.shape.interest,
      mixedTerms: z.boolean(),
      floors: z.strictObject({
        leastPaymentCents: cents.nullable(),
        longestMonths: z.int().nullable(),
        leastSettlementShare: z.int().nullable(),
        mayGoBelow: z.string(),
        graceDays: z.int(),
      }),
    }),
  ),
  /** Plans and open promises over the whole book, soonest due first, at most 500. */
  'plans.list': bookQuery(
    nothing,
    z.strictObject({
      plans: z.array(planFacts.omit({ instalments: true })),
      promises: z.array(promiseFacts),
    }),
  ),
} as const;
