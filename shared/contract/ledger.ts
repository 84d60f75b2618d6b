/** The ledger: charges, payments, adjustments, terms, judgments, and the explanation of any figure. */
import { z } from 'zod';
import { compoundings, dayCounts, interestMethods } from '../domain/interest.ts';
import {
  adjustmentKinds,
  applicationOrders,
  basisKinds,
  componentNames,
  entryKinds,
  paymentMethods,
} from '../domain/ledger.ts';
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

export const components = z.strictObject({
  principalCents: cents,
  interestCents: cents,
  feesCents: cents,
  costsCents: cents,
});

/** What allows a fee or a rate: its kind and the clause, section or order itself. */
const basisFields = { basisKind: z.enum(basisKinds), basis: line(300) };

/** An exact decimal in percent a year: `7.25`. */
const rate = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/);

const application = z.strictObject({
  /** `null` for interest that is posted only together with what is looked at. */
  chargeEntryId: id.nullable(),
  reference: z.string(),
  kind: z.enum(entryKinds),
  dueOn: day.nullable(),
  cents,
  parts: components,
});

/** What a posting did, or would do, to one account. */
export const postingEffect = z.strictObject({
  accountId: id,
  accountNumber: z.string(),
  balanceBeforeCents: cents,
  balanceCents: cents,
  /** Interest that is posted with it, day by day. */
  interest: z.array(z.strictObject({ on: day, cents })),
  /** The balance by component afterwards. */
  parts: components,
  /** Money no charge could take, afterwards. */
  unappliedCents: cents,
  applications: z.array(application),
  /** What an earlier effective day changes in what was posted before: interest taken back or added, payments spread anew. */
  changes: z.array(
    z.strictObject({
      what: z.enum(['interest_lower', 'interest_higher', 'spread_anew']),
      on: day,
      beforeCents: cents,
      afterCents: cents,
    }),
  ),
});
export type PostingEffect = z.output<typeof postingEffect>;

const paymentInput = z.strictObject({
  /** One share an account, all of one debtor; together what came in. */
  shares: z
    .array(z.strictObject({ accountId: id, amountCents: positiveCents }))
    .min(1)
    .max(100),
  /** The day it came in. */
  receivedOn: enteredDay,
  /** The day it counts from, when that is another; not after today. */
  effectiveOn: enteredDay.nullable().default(null),
  method: z.enum(paymentMethods),
  /** Cheque or transaction number. A full card number is refused. */
  reference: optionalLine(80).default(''),
  memo: optionalLine(500).default(''),
  /**
   * The debtor's own direction, which must be followed: these charges or this component first. `accounts` says that the
   * debtor named the accounts: needed to pay on a disputed one.
   */
  direction: z
    .strictObject({
      charges: z.array(id).max(200).default([]),
      component: z.enum(componentNames).nullable().default(null),
      accounts: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** Must be true to take in more than is owed; the rest is kept as credit. */
  allowOverpayment: z.boolean().default(false),
});

export const heldPayment = z.strictObject({
  heldPaymentId: id,
  accountId: id,
  amountCents: cents,
  method: z.enum(paymentMethods),
  reference: z.string(),
  datedOn: day,
  receivedOn: day,
  memo: z.string(),
  noticeOn: day.nullable(),
  /** When the written notice may be sent (12 CFR 1006.22(c)); `null` when none is needed. */
  noticeFrom: day.nullable(),
  noticeTo: day.nullable(),
  state: z.enum(['held', 'deposited', 'given_back', 'cancelled']),
});
export type HeldPayment = z.output<typeof heldPayment>;

export const termsRow = z.strictObject({
  termsId: id,
  fromOn: day,
  method: z.enum(interestMethods),
  rate: z.string(),
  compounding: z.enum(compoundings).nullable(),
  dayCount: z.enum(dayCounts),
  capCents: cents.nullable(),
  ...basisFields,
  author: z.string(),
  madeAt: instant,
});
export type TermsRow = z.output<typeof termsRow>;

export const judgmentRow = z.strictObject({
  judgmentId: id,
  judgedOn: day,
  court: z.string(),
  caseNumber: z.string(),
  award: components,
  interestOn: z.enum(['principal', 'award']),
  rate: z.string(),
  dayCount: z.enum(dayCounts),
  startOn: day,
  basis: z.string(),
  /** What was owed on the day before the court's figures took over. */
  before: components,
  vacatedAt: instant.nullable(),
  vacatedReason: z.string().nullable(),
});
export type JudgmentRow = z.output<typeof judgmentRow>;

const segment = z.strictObject({
  fromOn: day,
  /** The day it ends; not counted itself. */
  toOn: day,
  days: z.int(),
  baseCents: cents,
  rate: z.string(),
  method: z.enum(interestMethods),
  dayCount: z.enum(dayCounts),
  /** Cents to eight decimals. */
  unrounded: z.string(),
  /** Its part of the rounded posting; the segments of a posting add up to it. */
  roundedCents: cents,
  capped: z.boolean(),
  basis: z.string(),
});

export const explanationLine = z.discriminatedUnion('line', [
  z.strictObject({
    line: z.literal('charge'),
    on: day,
    entryId: id,
    kind: z.enum(entryKinds),
    reference: z.string(),
    memo: z.string(),
    dueOn: day.nullable(),
    basisKind: z.string(),
    basis: z.string(),
    parts: components,
    cents,
    balanceCents: cents,
  }),
  z.strictObject({
    line: z.literal('interest'),
    on: day,
    /** Why it ends here: a payment, compounding, a judgment, a posting by hand, or the day asked for. */
    because: z.enum(['payment', 'compounding', 'judgment', 'posted', 'accrued']),
    segments: z.array(segment),
    unrounded: z.string(),
    cents,
    balanceCents: cents,
  }),
  z.strictObject({
    line: z.literal('relief'),
    on: day,
    entryId: id,
    kind: z.enum(entryKinds),
    method: z.enum(paymentMethods).nullable(),
    reference: z.string(),
    memo: z.string(),
    allowedBy: z.string(),
    order: z.enum(applicationOrders),
    directed: z.boolean(),
    applications: z.array(application),
    unappliedCents: cents,
    cents,
    balanceCents: cents,
  }),
  z.strictObject({
    line: z.literal('judgment'),
    on: day,
    judgmentId: id,
    court: z.string(),
    caseNumber: z.string(),
    before: components,
    award: components,
    basis: z.string(),
    cents,
    balanceCents: cents,
  }),
]);
export type ExplanationLine = z.output<typeof explanationLine>;

export const explanation = z.strictObject({
  accountId: id,
  accountNumber: z.string(),
  debtorName: z.string(),
  asOf: day,
  lines: z.array(explanationLine),
  /** Posted and accrued, by component; credit waiting is taken off the principal. */
  parts: components,
  totalCents: cents,
  /** Since the last posting or compounding day. */
  accruedCents: cents,
  /** Interest in the total that no entry of the ledger holds yet. */
  unpostedCents: cents,
  unappliedCents: cents,
  /** One more day's interest, exact and rounded. */
  perDiem: z.strictObject({ unrounded: z.string(), cents }),
  /** Entries taken back again, which the figure leaves out. */
  takenBack: z.array(
    z.strictObject({ entryId: id, kind: z.enum(entryKinds), on: day, cents, reason: z.string() }),
  ),
});
export type Explanation = z.output<typeof explanation>;

export const ledgerCalls = {
  'ledger.addCharge': bookCommand(
    z.strictObject({
      accountId: id,
      kind: z.enum(['charge', 'fee', 'cost', 'interest']),
      amountCents: positiveCents,
      /** Not after today. */
      effectiveOn: enteredDay,
      dueOn: enteredDay,
      reference: optionalLine(80),
      /** Required for everything but a charge. */
      basisKind: z.enum(basisKinds).nullable().default(null),
      /** The clause, statute or order that allows it. */
      basis: optionalLine(300),
      memo: optionalLine(500),
    }),
    z.strictObject({ entryId: id, balanceCents: cents }),
  ),
  /** What a payment would do, account by account; nothing is posted. Faults are those of the posting. */
  'ledger.previewPayment': bookQuery(paymentInput, z.strictObject({ effects: z.array(postingEffect) })),
  /** Money received. An account whose balance was written off takes it in as a recovery. */
  'ledger.recordPayment': bookCommand(
    paymentInput,
    z.strictObject({
      receiptId: id,
      entries: z.array(z.strictObject({ entryId: id, effect: postingEffect })),
    }),
  ),
  /** Takes a whole payment back, over all its accounts: entered by mistake, or returned by the bank. */
  'ledger.takeBackPayment': bookCommand(
    z.strictObject({
      entryId: id,
      reason: line(300),
      /** A returned payment (no funds, closed account): its day and whether the fee the terms allow is charged. */
      returned: z.strictObject({ on: enteredDay, chargeFee: z.boolean() }).nullable().default(null),
    }),
    z.strictObject({ effects: z.array(postingEffect), feeEntryId: id.nullable() }),
  ),
  /** Takes an entry back by an opposite one; the first stays in the ledger. On a reversal: posts the same again. */
  'ledger.reverse': bookCommand(
    z.strictObject({ entryId: id, reason: line(300) }),
    z.strictObject({ entryId: id, balanceCents: cents }),
  ),
  /** A sum forgiven or moved for a reason somebody allowed. `up` only for a plain adjustment. */
  'ledger.adjust': bookCommand(
    z.strictObject({
      accountId: id,
      kind: z.enum(adjustmentKinds),
      /** `null` for a write-off: all that is owed on the day. */
      amountCents: positiveCents.nullable(),
      direction: z.enum(['down', 'up']).default('down'),
      /** The component it is for; `null` follows the account's order. Needed for `up`. */
      component: z.enum(componentNames).nullable().default(null),
      effectiveOn: enteredDay,
      reason: line(300),
      allowedBy: line(120),
    }),
    z.strictObject({ entryId: id, effect: postingEffect }),
  ),
  /** Gives waiting credit back. */
  'ledger.refund': bookCommand(
    z.strictObject({
      accountId: id,
      amountCents: positiveCents,
      effectiveOn: enteredDay,
      method: z.enum(paymentMethods),
      reference: optionalLine(80).default(''),
      reason: line(300),
    }),
    z.strictObject({ entryId: id, balanceCents: cents }),
  ),
  'ledger.setOrder': bookCommand(
    z.strictObject({ accountId: id, order: z.enum(applicationOrders).nullable() }),
    nothing,
  ),
  'ledger.terms': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({
      terms: z.array(termsRow),
      judgments: z.array(judgmentRow),
      /** The account's own order, and the one in force with where it comes from. */
      ownOrder: z.enum(applicationOrders).nullable(),
      order: z.enum(applicationOrders),
      orderFrom: z.enum(['account', 'client', 'house', 'standard']),
      returnedFeeCents: cents.nullable(),
      returnedFeeBasis: z.string(),
    }),
  ),
  /** Terms from a day on; those from the same day are replaced. A rate above 36 % must be confirmed, above 100 % is refused. */
  'ledger.setTerms': bookCommand(
    z.strictObject({
      accountId: id,
      fromOn: enteredDay,
      method: z.enum(interestMethods),
      rate,
      compounding: z.enum(compoundings).nullable(),
      dayCount: z.enum(dayCounts),
      capCents: cents.min(0).nullable(),
      ...basisFields,
      confirmHighRate: z.boolean().default(false),
    }),
    z.strictObject({ termsId: id, effect: postingEffect }),
  ),
  'ledger.withdrawTerms': bookCommand(
    z.strictObject({ termsId: id, reason: line(300) }),
    z.strictObject({ effect: postingEffect }),
  ),
  /** Posts the interest that has accrued up to a day, not after today. */
  'ledger.postInterest': bookCommand(
    z.strictObject({ accountId: id, on: enteredDay, reason: line(300) }),
    z.strictObject({ effect: postingEffect }),
  ),
  'ledger.enterJudgment': bookCommand(
    z.strictObject({
      accountId: id,
      judgedOn: enteredDay,
      court: line(120),
      caseNumber: optionalLine(80),
      award: z.strictObject({
        principalCents: cents.min(0),
        interestCents: cents.min(0),
        feesCents: cents.min(0),
        costsCents: cents.min(0),
      }),
      interestOn: z.enum(['principal', 'award']),
      rate,
      dayCount: z.enum(dayCounts),
      startOn: enteredDay,
      basis: line(300),
      confirmHighRate: z.boolean().default(false),
    }),
    z.strictObject({ judgmentId: id, effect: postingEffect }),
  ),
  'ledger.vacateJudgment': bookCommand(
    z.strictObject({ judgmentId: id, reason: line(300) }),
    z.strictObject({ effect: postingEffect }),
  ),
  /** Every figure on any day, with what it is made of. `knownOn`: as the book stood at the end of that day. */
  'ledger.explain': bookQuery(
    z.strictObject({ accountId: id, asOf: enteredDay, knownOn: enteredDay.nullable().default(null) }),
    explanation,
  ),
  /** Payments dated ahead, kept until their day. */
  'ledger.holdPayment': bookCommand(
    z.strictObject({
      accountId: id,
      amountCents: positiveCents,
      method: z.enum(paymentMethods),
      reference: optionalLine(80),
      datedOn: enteredDay,
      receivedOn: enteredDay,
      memo: optionalLine(500),
    }),
    z.strictObject({ heldPaymentId: id }),
  ),
  'ledger.noteHeldNotice': bookCommand(z.strictObject({ heldPaymentId: id, noticeOn: enteredDay }), nothing),
  /** Posts it as a payment of that day. Before its date, or without a notice that was due, it is refused. */
  'ledger.depositHeld': bookCommand(
    z.strictObject({
      heldPaymentId: id,
      depositedOn: enteredDay,
      allowOverpayment: z.boolean().default(false),
    }),
    z.strictObject({ entryId: id, effect: postingEffect }),
  ),
  'ledger.endHeld': bookCommand(
    z.strictObject({ heldPaymentId: id, as: z.enum(['given_back', 'cancelled']), reason: line(300) }),
    nothing,
  ),
  'ledger.heldPayments': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({ held: z.array(heldPayment) }),
  ),
  /** The charges of an account with what is still open of each, oldest due first. */
  'ledger.charges': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({
      charges: z.array(
        z.strictObject({
          entryId: id,
          kind: z.enum(entryKinds),
          reference: z.string(),
          effectiveOn: day,
          dueOn: day.nullable(),
          amountCents: cents,
          openCents: cents,
          memo: z.string(),
        }),
      ),
    }),
  ),
} as const;
