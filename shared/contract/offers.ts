/** Offers and counter-offers with their outcome, settlements, floors, and the debtor's own budget. */
import { z } from 'zod';
import { applicationOrders, basisKinds } from '../domain/ledger.ts';
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
import { planTerms } from './plans.ts';

export const floorNames = ['least_payment', 'longest_term', 'least_settlement_share'] as const;
export const brokenFloor = z.strictObject({
  floor: z.enum(floorNames),
  /** Cents, months, or hundredths of a percent. */
  allowed: z.int(),
  asked: z.int(),
});
export type BrokenFloor = z.output<typeof brokenFloor>;

export const offerOutcomes = ['open', 'accepted', 'declined', 'countered', 'withdrawn', 'lapsed'] as const;

const settlementFields = z.strictObject({
  /** The last day on which it can be accepted. */
  expiresOn: enteredDay.nullable(),
  onDefault: z.enum(['full_balance_less_paid', 'settlement_stands']),
});

const override = z
  .strictObject({ reason: line(300), allowedBy: line(120) })
  .nullable()
  .default(null);

export const offerRow = z.strictObject({
  offerId: id,
  accountId: id,
  kind: z.enum(['plan', 'settlement']),
  madeBy: z.enum(['office', 'debtor']),
  countersOfferId: id.nullable(),
  balanceCents: cents,
  totalCents: cents,
  terms: planTerms,
  settlement: settlementFields.nullable(),
  accounts: z.array(id),
  brokenFloors: z.array(brokenFloor),
  overrideReason: z.string(),
  allowedBy: z.string(),
  outcome: z.enum(offerOutcomes),
  outcomeAt: instant.nullable(),
  outcomeReason: z.string(),
  memo: z.string(),
  madeAt: instant,
  author: z.string(),
});
export type OfferRow = z.output<typeof offerRow>;

export const budgetLine = z.strictObject({
  kind: z.enum(['income', 'expense']),
  name: line(80),
  amountCents: positiveCents,
  every: z.enum(['week', 'two_weeks', 'month', 'year']),
});
export type BudgetLine = z.output<typeof budgetLine>;

export const policy = z.strictObject({
  applicationOrder: z.enum(applicationOrders).nullable(),
  leastPaymentCents: positiveCents.nullable(),
  longestMonths: z.int().min(1).max(600).nullable(),
  /** Hundredths of a percent of the balance. */
  leastSettlementShare: z.int().min(1).max(10_000).nullable(),
  mayGoBelow: optionalLine(120),
  returnedFeeCents: positiveCents.nullable(),
  returnedFeeBasisKind: z.enum(basisKinds).nullable(),
  returnedFeeBasis: optionalLine(300),
  graceDays: z.int().min(0).max(60).nullable(),
});
export type Policy = z.output<typeof policy>;

export const offerCalls = {
  /** Logs an offer or counter-offer. One that goes below a floor needs the override; a debtor's own does not until it is accepted. */
  'offers.make': bookCommand(
    z.strictObject({
      accountId: id,
      alsoAccountIds: z.array(id).max(99).default([]),
      kind: z.enum(['plan', 'settlement']),
      madeBy: z.enum(['office', 'debtor']),
      countersOfferId: id.nullable().default(null),
      terms: planTerms,
      settlement: settlementFields.nullable().default(null),
      override,
      memo: optionalLine(500).default(''),
    }),
    z.strictObject({ offerId: id, brokenFloors: z.array(brokenFloor) }),
  ),
  'offers.list': bookQuery(z.strictObject({ accountId: id }), z.strictObject({ offers: z.array(offerRow) })),
  'offers.decline': bookCommand(
    z.strictObject({ offerId: id, as: z.enum(['declined', 'withdrawn']), reason: optionalLine(300) }),
    nothing,
  ),
  /** Makes the plan or settlement with its reminders. A debtor's offer below a floor needs the override here. */
  'offers.accept': bookCommand(z.strictObject({ offerId: id, override }), z.strictObject({ planId: id })),
  'policies.get': bookQuery(
    z.strictObject({ clientId: id.nullable() }),
    z.strictObject({ policy, madeAt: instant.nullable(), author: z.string().nullable() }),
  ),
  'policies.set': bookCommand(z.strictObject({ clientId: id.nullable(), policy }), nothing),
  'budgets.get': bookQuery(
    z.strictObject({ debtorId: id }),
    z.strictObject({
      budget: z
        .strictObject({
          budgetId: id,
          consent: z.string(),
          consentedOn: day,
          lines: z.array(budgetLine),
          incomeCents: cents,
          expensesCents: cents,
          /** Income less expenses a month, never below 0. */
          affordableCents: cents,
          madeAt: instant,
        })
        .nullable(),
    }),
  ),
  /**
   * Replaces the sheet before it. Without consent nothing is written down. Its figures are not answered: an answer is kept
   * in the audit, where it would outlive the sheet.
   */
  'budgets.save': bookCommand(
    z.strictObject({
      debtorId: id,
      consent: line(200),
      consentedOn: enteredDay,
      lines: z.array(budgetLine).min(1).max(60),
    }),
    z.strictObject({ budgetId: id }),
  ),
  /** Deletes every sheet of the debtor for good. */
  'budgets.delete': bookCommand(z.strictObject({ debtorId: id }), nothing),
} as const;
