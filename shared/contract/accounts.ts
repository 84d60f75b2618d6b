/** The list of everything, and one account's facts. */
import { z } from 'zod';
import { accountStatuses, debtTypes } from '../domain/account.ts';
import { addressKinds, addressStatuses, debtorKinds, phoneKinds, phoneStatuses } from '../domain/debtor.ts';
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
} from './call.ts';
import { callClock } from './law.ts';

export const accountSorts = [
  'name',
  'number',
  'client',
  'balance',
  'daysPastDue',
  'status',
  'nextStep',
  'lastContact',
  'lastPayment',
  'nextCall',
  'callsUsed',
  'validationEnd',
  'limitation',
] as const;
export type AccountSort = (typeof accountSorts)[number];

export const accountFilter = z.strictObject({
  /** Words over names, numbers, phones, references; the last one may be unfinished. */
  text: optionalLine(200).default(''),
  statuses: z.array(z.enum(accountStatuses)).max(20).default([]),
  clientId: id.nullable().default(null),
  /** Days past due as of today, both ends inclusive. */
  daysPastDueFrom: z.int().min(0).max(40_000).nullable().default(null),
  daysPastDueTo: z.int().min(0).max(40_000).nullable().default(null),
  balanceFromCents: cents.nullable().default(null),
  balanceToCents: cents.nullable().default(null),
  /** Only open accounts that have neither a next step nor a dated hold. */
  withoutNextStep: z.boolean().default(false),
  /** Only accounts that may be called at this moment. */
  callableNow: z.boolean().default(false),
});
export type AccountFilter = z.output<typeof accountFilter>;

export const accountRow = z.strictObject({
  accountId: id,
  debtorId: id,
  debtorName: z.string(),
  number: z.string(),
  clientName: z.string(),
  status: z.enum(accountStatuses),
  balanceCents: cents,
  /** Oldest unpaid due day; days past due are counted from it to today. `null` when nothing is due. */
  oldestDueOn: day.nullable(),
  daysPastDue: z.int().min(0),
  nextStepOn: day.nullable(),
  nextStep: z.string().nullable(),
  lastContactAt: instant.nullable(),
  lastContactOutcome: z.string().nullable(),
  lastPaymentOn: day.nullable(),
  lastPaymentCents: cents.nullable(),
  phone: z.string().nullable(),
  /** May it be called: as the rules said when the clocks were last worked out. */
  call: callClock,
  validationEndOn: day.nullable(),
  limitationOn: day.nullable(),
  limitationState: z.enum(['not_barred', 'barred', 'uncertain']).nullable(),
});
export type AccountRow = z.output<typeof accountRow>;

export const addressFacts = z.strictObject({
  addressId: id,
  kind: z.enum(addressKinds),
  status: z.enum(addressStatuses),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  region: z.string(),
  postalCode: z.string(),
  country: z.string(),
  source: z.string(),
  since: day,
});
export type AddressFacts = z.output<typeof addressFacts>;

export const phoneFacts = z.strictObject({
  phoneId: id,
  kind: z.enum(phoneKinds),
  status: z.enum(phoneStatuses),
  /** As people read it: `(512) 555-0144 x12`. */
  display: z.string(),
  source: z.string(),
  since: day,
});
export type PhoneFacts = z.output<typeof phoneFacts>;

export const debtorFacts = z.strictObject({
  debtorId: id,
  kind: z.enum(debtorKinds),
  name: z.string(),
  reference: z.string(),
  addresses: z.array(addressFacts),
  phones: z.array(phoneFacts),
  emails: z.array(z.strictObject({ emailId: id, address: z.string(), status: z.string() })),
  otherAccounts: z.array(
    z.strictObject({
      accountId: id,
      number: z.string(),
      balanceCents: cents,
      status: z.enum(accountStatuses),
      /** Oldest unpaid due day; `null` when nothing is due. */
      oldestDueOn: day.nullable(),
      /** A dispute holds it: money goes there only when the debtor named it. */
      disputed: z.boolean(),
    }),
  ),
});
export type DebtorFacts = z.output<typeof debtorFacts>;

export const accountFacts = z.strictObject({
  accountId: id,
  number: z.string(),
  status: z.enum(accountStatuses),
  client: z.strictObject({ clientId: id, name: z.string() }),
  originalCreditor: z.string(),
  debtType: z.enum(debtTypes),
  openedOn: day,
  placedOn: day.nullable(),
  balance: z.strictObject({
    principalCents: cents,
    interestCents: cents,
    feesCents: cents,
    costsCents: cents,
    balanceCents: cents,
  }),
  chargedCents: cents,
  paidCents: cents,
  /** Money received that no charge could take; it lowers the balance and waits for the next charge. */
  unappliedCents: cents,
  oldestDueOn: day.nullable(),
  daysPastDue: z.int().min(0),
  lastPaymentOn: day.nullable(),
  lastPaymentCents: cents.nullable(),
  lastContactAt: instant.nullable(),
  lastContactOutcome: z.string().nullable(),
  nextStepOn: day.nullable(),
  nextStep: z.string().nullable(),
  /** Why it was closed; both `null` while it is open. */
  closedAt: instant.nullable(),
  closedReason: z.string().nullable(),
  /** Holds in force, newest first. `source` says where the reason was learned. */
  holds: z.array(
    z.strictObject({
      holdId: id,
      kind: z.string(),
      reason: z.string(),
      source: z.string(),
      fromOn: day,
      untilOn: day.nullable(),
    }),
  ),
  debtor: debtorFacts,
  importedFrom: z.string().nullable(),
});
export type AccountFacts = z.output<typeof accountFacts>;

export const accountCalls = {
  /**
   * One page of the list. Pages follow each other by `after`, the cursor of the page before (the fast
   * way); `offset` jumps. The order is total (ties go by account id), so no row shows twice.
   */
  'accounts.list': bookQuery(
    z.strictObject({
      filter: accountFilter,
      sort: z.enum(accountSorts),
      descending: z.boolean(),
      after: z.string().max(2000).nullable().default(null),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({ rows: z.array(accountRow), next: z.string().nullable() }),
  ),
  /** How many accounts a filter leaves, and what they owe together. */
  'accounts.count': bookQuery(
    z.strictObject({ filter: accountFilter }),
    z.strictObject({ count: z.int(), balanceCents: cents }),
  ),
  'accounts.get': bookQuery(z.strictObject({ accountId: id }), accountFacts),
  /** The palette: debtors, account numbers and phones that begin with what is typed. Best first, at most 12. */
  'accounts.find': bookQuery(
    z.strictObject({ text: optionalLine(200) }),
    z.strictObject({
      hits: z.array(
        z.strictObject({
          accountId: id,
          debtorName: z.string(),
          number: z.string(),
          balanceCents: cents,
          status: z.enum(accountStatuses),
        }),
      ),
    }),
  ),
  'accounts.create': bookCommand(
    z.strictObject({
      debtorKind: z.enum(debtorKinds),
      debtorName: line(),
      number: optionalLine(80),
      clientId: id.nullable(),
      originalCreditor: optionalLine(),
      debtType: z.enum(debtTypes),
      openedOn: enteredDay,
      /** The sum owed at the start; posted as the first charge. */
      amountCents: cents.min(1),
      dueOn: enteredDay,
      phone: optionalLine(60),
      line1: optionalLine(),
      line2: optionalLine(),
      city: optionalLine(),
      region: optionalLine(40),
      postalCode: optionalLine(20),
    }),
    z.strictObject({ accountId: id }),
  ),
  /** What happens next and when; `null` for both takes it away. */
  'accounts.setNextStep': bookCommand(
    z.strictObject({
      accountId: id,
      nextStepOn: enteredDay.nullable(),
      nextStep: optionalLine(200).nullable(),
    }),
    nothing,
  ),
  'accounts.close': bookCommand(z.strictObject({ accountId: id, reason: line(200) }), nothing),
  /** Ends a hold, with what ended it; the hold and a note of its end stay with the account. */
  'accounts.endHold': bookCommand(z.strictObject({ holdId: id, reason: line(300) }), nothing),
  'accounts.reopen': bookCommand(z.strictObject({ accountId: id }), nothing),
  'clients.list': bookQuery(
    nothing,
    z.strictObject({
      clients: z.array(z.strictObject({ clientId: id, name: z.string(), accounts: z.int() })),
    }),
  ),
} as const;
