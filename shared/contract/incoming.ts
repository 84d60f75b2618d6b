/**
 * Money received: what banks, payers and files say came in, whose it may be, and posting it. An item is posted by the payment rules of
 * the ledger, all of its shares in one transaction; what was posted is taken back by reversing those payments.
 */
import { z } from 'zod';
import { incomingKinds, incomingStates } from '../domain/incoming/incoming.ts';
import { paymentMethods } from '../domain/ledger.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  cents,
  day,
  id,
  instant,
  line,
  nothing,
  optionalLine,
  positiveCents,
} from './call.ts';
import { postingEffect } from './ledger.ts';

export const incomingFlows = ['in', 'out'] as const;

const because = z.array(z.strictObject({ text: z.string(), agrees: z.boolean() }));

const item = {
  incomingId: id,
  importId: id,
  /** Line or record of the file. */
  line: z.int(),
  kind: z.enum(incomingKinds),
  /** The bank account, all but its last four digits masked; the payer of a remittance; the file’s name. */
  heldAt: z.string(),
  receivedOn: day,
  amountCents: cents,
  /** What of it is dealt with neither by a payment nor by setting it aside. */
  openCents: cents,
  currency: z.string(),
  payer: z.string(),
  reference: z.string(),
  checkNumber: z.string(),
  memo: z.string(),
  /** Money out that reads like a deposit the bank took back. */
  isReturn: z.boolean(),
  state: z.enum(incomingStates),
  setAsideReason: z.string(),
};

export const incomingRow = z.strictObject({
  ...item,
  /** On whose accounts it was posted, at most three, and how many there are. */
  postedOn: z.array(z.strictObject({ accountId: id, accountNumber: z.string(), debtorName: z.string() })),
  postedCount: z.int(),
});
export type IncomingRow = z.output<typeof incomingRow>;

/** An account that may take a part of an item. */
export const incomingShare = z.strictObject({
  accountId: id,
  accountNumber: z.string(),
  debtorName: z.string(),
  clientName: z.string(),
  balanceCents: cents,
  disputed: z.boolean(),
  closed: z.boolean(),
  amountCents: cents,
  /** Charges the payer named; they are paid first. */
  charges: z.array(z.strictObject({ entryId: id, reference: z.string() })),
});
export type IncomingShare = z.output<typeof incomingShare>;

export const incomingProposal = z.strictObject({
  /** 0 to 100. */
  score: z.int(),
  /** Nothing speaks against it and no other account comes near. */
  certain: z.boolean(),
  because,
  shares: z.array(incomingShare),
  /** A check kept for its date that this is the deposit of. */
  heldPaymentId: id.nullable(),
});
export type IncomingProposal = z.output<typeof incomingProposal>;

/** A payment of the ledger that may be this very money, entered before the bank told of it. */
export const recordedPayment = z.strictObject({
  score: z.int(),
  because,
  receivedOn: day,
  reference: z.string(),
  amountCents: cents,
  entries: z.array(
    z.strictObject({
      entryId: id,
      accountId: id,
      accountNumber: z.string(),
      debtorName: z.string(),
      amountCents: cents,
    }),
  ),
});
export type RecordedPayment = z.output<typeof recordedPayment>;

export const incomingPosting = z.strictObject({
  postingId: id,
  accountId: id,
  accountNumber: z.string(),
  debtorName: z.string(),
  entryId: id,
  amountCents: cents,
  /** `linked`: the payment was in the ledger before; `returned`: the reversal of what the bank took back. */
  how: z.enum(['posted', 'linked', 'returned']),
  because: z.string(),
  postedAt: instant,
  author: z.string(),
  takenBackAt: instant.nullable(),
  takenBackAs: z.enum(['reversed', 'returned', 'unlinked']).nullable(),
});
export type IncomingPosting = z.output<typeof incomingPosting>;

export const incomingDetail = z.strictObject({
  ...item,
  fileName: z.string(),
  decidedAt: instant.nullable(),
  author: z.string(),
  /** How it was paid as far as the item says. */
  method: z.enum(paymentMethods),
  /** What else the file says, for a claim what the patient still owes among it. */
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  postings: z.array(incomingPosting),
  /** Best first; empty for what is not open or went out. */
  proposals: z.array(incomingProposal),
  /** For money in: payments that may be this one. For money out: payments the bank may have given back. */
  recorded: z.array(recordedPayment),
});
export type IncomingDetail = z.output<typeof incomingDetail>;

const shareInput = z.strictObject({
  accountId: id,
  amountCents: positiveCents,
  charges: z.array(id).max(200).default([]),
});

const postInput = z.strictObject({
  incomingId: id,
  /** One an account, of one or several debtors; together no more than what is open. The rest stays. */
  shares: z.array(shareInput).min(1).max(100),
  method: z.enum(paymentMethods),
  /** The payer named these accounts: needed to pay on a disputed one. */
  named: z.boolean().default(false),
  /** Must be true to take in more than is owed; the rest is kept as credit. */
  allowOverpayment: z.boolean().default(false),
  /** The check kept for later that is deposited with it; needs a single share of its account and sum. */
  heldPaymentId: id.nullable().default(null),
});

const filter = {
  state: z.enum([...incomingStates, 'all']),
  /** `in`: deposits, and what the bank took back of them; `out`: all else that went out. */
  flow: z.enum(incomingFlows).default('in'),
  /** A name, number, sum or word of the memo. */
  text: optionalLine(120).default(''),
  heldAt: optionalLine(200).nullable().default(null),
  importId: id.nullable().default(null),
};

export const incomingCalls = {
  /** Oldest first while open, newest first otherwise; a hundred at a time. */
  'incoming.list': bookQuery(
    z.strictObject({
      ...filter,
      after: z.strictObject({ receivedOn: day, incomingId: id }).nullable().default(null),
    }),
    z.strictObject({
      items: z.array(incomingRow),
      next: z.strictObject({ receivedOn: day, incomingId: id }).nullable(),
      /** Of all the filter finds; in US dollars what came in, what is open of that, and what went out, below zero. */
      count: z.int(),
      cents,
      openCents: cents,
      outCents: cents,
    }),
  ),
  /** What waits, by where it is held, and how much there is of each state. */
  'incoming.totals': bookQuery(
    nothing,
    z.strictObject({
      held: z.array(
        z.strictObject({
          heldAt: z.string(),
          kind: z.enum(incomingKinds),
          open: z.int(),
          openCents: cents,
          posted: z.int(),
          postedCents: cents,
          setAside: z.int(),
          setAsideCents: cents,
        }),
      ),
      open: z.int(),
      /** Of deposits; what the bank took back stands beside it, below zero. */
      openCents: cents,
      returned: z.int(),
      returnedCents: cents,
      oldestOn: day.nullable(),
      posted: z.int(),
      setAside: z.int(),
      /** Open items of money that went out and read like nothing of a debtor’s. */
      out: z.int(),
    }),
  ),
  'incoming.get': bookQuery(z.strictObject({ incomingId: id }), incomingDetail),
  /** The best proposal of every open deposit, at most 2,000, those that have one first. */
  'incoming.match': bookJob(
    z.strictObject({ importId: id.nullable().default(null) }),
    z.strictObject({
      matches: z.array(
        z.strictObject({
          row: incomingRow,
          proposal: incomingProposal.nullable(),
          /** May be in the ledger already. */
          recorded: z.boolean(),
        }),
      ),
      looked: z.int(),
      more: z.boolean(),
    }),
  ),
  /** What posting would do, account by account; nothing is written. Faults are those of posting. */
  'incoming.preview': bookQuery(postInput, z.strictObject({ effects: z.array(postingEffect) })),
  'incoming.post': bookCommand(
    postInput,
    z.strictObject({ effects: z.array(postingEffect), openCents: cents }),
  ),
  /** Says that payments of the ledger are this money: nothing is posted a second time. */
  'incoming.link': bookCommand(
    z.strictObject({ incomingId: id, entryIds: z.array(id).min(1).max(100) }),
    z.strictObject({ openCents: cents }),
  ),
  /** Takes back the payment that the bank gave back: the whole of its receipt, as returned on the day of this item. */
  'incoming.postReturn': bookCommand(
    z.strictObject({ incomingId: id, entryId: id, reason: line(200), chargeFee: z.boolean().default(false) }),
    z.strictObject({ effects: z.array(postingEffect), openCents: cents }),
  ),
  /** Nothing of a debtor’s, or dealt with elsewhere. It stays on file and can be taken out again. */
  'incoming.setAside': bookCommand(
    z.strictObject({ incomingIds: z.array(id).min(1).max(500), reason: line(200) }),
    z.strictObject({ setAside: z.int() }),
  ),
  /** Back among what waits. */
  'incoming.reopen': bookCommand(
    z.strictObject({ incomingIds: z.array(id).min(1).max(500) }),
    z.strictObject({ reopened: z.int() }),
  ),
  /** Reverses what was posted from it, restores what was given back, lets go of what was linked. The item waits again. */
  'incoming.takeBack': bookCommand(
    z.strictObject({ incomingId: id, reason: line(200) }),
    z.strictObject({ effects: z.array(postingEffect), openCents: cents }),
  ),
} as const;
