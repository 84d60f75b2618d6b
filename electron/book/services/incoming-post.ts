/**
 * Posting money received, by the rules every payment goes by (`payments.ts`): what is disputed is asked about, the payer's own
 * direction goes first, more than is owed needs a word. One item is one transaction, whatever accounts and debtors share it; each
 * debtor's part is a receipt of its own. Taking it back reverses those payments; nothing is ever deleted.
 */
import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import type { PostingEffect } from '../../../shared/contract/ledger.ts';
import { cutCardData } from '../../../shared/domain/card-number.ts';
import { totalOf } from '../../../shared/domain/ledger.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryContext, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { type EntryRow, findEntry, findReversalOf, listEntriesOfReceipt } from '../store/queries/entries.ts';
import { findHeldPayment } from '../store/queries/held-payments.ts';
import {
  findIncoming,
  type IncomingRecord,
  insertIncomingPosting,
  listPostingsOf,
  listPostingsOfEntry,
} from '../store/queries/incoming.ts';
import { depositHeld } from './held-payments.ts';
import { settleItem, unlinkPosting } from './incoming-postings.ts';
import { proposalsFor } from './incoming-proposals.ts';
import { reverseEntry } from './ledger.ts';
import { sumOf } from './ledger-facts.ts';
import { checkPayment, type PaymentAsked, takeBackPayment, takePayment } from './payments.ts';
import { showEffect } from './show-effect.ts';

type PostAsked = CheckedInputOf<'incoming.preview'>;

type Planned = { readonly item: IncomingRecord; readonly payments: readonly PaymentAsked[] };

/** The payments an item would be posted as, one a debtor in the order of the shares. */
function planPosting({ store }: QueryContext, input: PostAsked): Result<Planned> {
  const item = findIncoming(store, input.incomingId);
  if (!item) return fail('incoming.not_found');
  if (item.state !== 'open') return fail('incoming.not_open', { state: item.state });
  if (item.openCents <= 0) return fail('incoming.not_a_deposit');
  if (item.currency !== 'USD') return fail('incoming.other_currency', { currency: item.currency });
  if (new Set(input.shares.map(({ accountId }) => accountId)).size < input.shares.length) {
    return fail('payment.account_twice');
  }
  const sharedCents = input.shares.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (sharedCents > item.openCents) return fail('incoming.exceeds_item', { openCents: item.openCents });
  const byDebtor = new Map<number, (typeof input.shares)[number][]>();
  for (const share of input.shares) {
    const account = findAccount(store, share.accountId);
    if (!account) return fail('account.not_found');
    const shares = byDebtor.get(account.debtorId);
    if (shares) shares.push(share);
    else byDebtor.set(account.debtorId, [share]);
  }
  const said = [item.payer, item.memo].filter((text) => text !== '').join(' · ');
  const payments = [...byDebtor.values()].map((shares): PaymentAsked => {
    const charges = shares.flatMap((share) => share.charges);
    return {
      shares: shares.map(({ accountId, amountCents }) => ({ accountId, amountCents })),
      receivedOn: item.receivedOn,
      effectiveOn: null,
      method: input.method,
      reference: cutCardData(item.checkNumber || item.reference).slice(0, 80),
      memo: cutCardData(said).slice(0, 500),
      direction:
        input.named || charges.length > 0 ? { charges, component: null, accounts: input.named } : null,
      allowOverpayment: input.allowOverpayment,
    };
  });
  return ok({ item, payments });
}

export const previewReceived: QueryHandler<'incoming.preview'> = (context, input) => {
  const planned = planPosting(context, input);
  if (!planned.ok) return planned;
  const effects: PostingEffect[] = [];
  for (const payment of planned.value.payments) {
    const checked = checkPayment(context, payment);
    if (!checked.ok) return checked;
    for (const { reckoned } of checked.value.shares) effects.push(showEffect(context.store, reckoned, null));
  }
  return ok({ effects });
};

/** Errors: those of `planPosting`, of `checkPayment`, and of depositing a check that was kept. */
export const postReceived: CommandHandler<'incoming.post'> = (context, input) => {
  const { store, now, author } = context;
  const planned = planPosting(context, input);
  if (!planned.ok) return planned;
  const { item, payments } = planned.value;
  const because = reasonFor(context, item, input);
  const effects: PostingEffect[] = [];
  const keep = (accountId: number, entryId: number, amountCents: number) =>
    insertIncomingPosting(store, {
      incomingId: item.incomingId,
      accountId,
      entryId,
      amountCents,
      how: 'posted',
      because,
      postedAt: now,
      author,
    });
  if (input.heldPaymentId !== null) {
    const deposited = deposit(context, item, input, input.heldPaymentId);
    if (!deposited.ok) return deposited;
    const { entryId, effect } = deposited.value;
    keep(effect.accountId, entryId, input.shares[0]?.amountCents ?? 0);
    effects.push(effect);
  } else {
    for (const payment of payments) {
      const taken = takePayment(context, payment);
      if (!taken.ok) return taken;
      for (const [index, { entryId, effect }] of taken.value.entries.entries()) {
        keep(effect.accountId, entryId, payment.shares[index]?.amountCents ?? 0);
        effects.push(effect);
      }
    }
  }
  settleItem(context, item.incomingId);
  return ok({ effects, openCents: findIncoming(store, item.incomingId)?.openCents ?? 0 });
};

function deposit(
  context: CommandContext,
  item: IncomingRecord,
  { shares, allowOverpayment }: PostAsked,
  heldPaymentId: number,
) {
  const held = findHeldPayment(context.store, heldPaymentId);
  const [share] = shares;
  if (!held || !share || shares.length > 1) return fail('incoming.held_differs');
  if (held.accountId !== share.accountId || held.amountCents !== share.amountCents) {
    return fail('incoming.held_differs');
  }
  return depositHeld(context, { heldPaymentId, depositedOn: item.receivedOn, allowOverpayment });
}

/** What the accounts were found by, when they are the ones that were proposed. */
function reasonFor(context: QueryContext, item: IncomingRecord, { shares }: PostAsked): string {
  const chosen = shares.map(({ accountId }) => accountId).sort((a, b) => a - b);
  const proposal = proposalsFor(context, item).find((one) => {
    const ids = one.shares.map(({ accountId }) => accountId).sort((a, b) => a - b);
    return ids.length === chosen.length && ids.every((id, index) => id === chosen[index]);
  });
  const words = proposal?.because.filter(({ agrees }) => agrees).map(({ text }) => text) ?? [];
  return words.length === 0 ? 'Chosen by hand' : words.join('. ').slice(0, 1000);
}

function sumOfEntry(entry: EntryRow): number {
  return -totalOf(sumOf([entry]));
}

/** Errors: `incoming.not_found`, `incoming.not_open`, `incoming.entry_not_free`, `incoming.exceeds_item`. */
export const linkReceived: CommandHandler<'incoming.link'> = (context, { incomingId, entryIds }) => {
  const { store, now, author } = context;
  const item = findIncoming(store, incomingId);
  if (!item) return fail('incoming.not_found');
  if (item.state !== 'open') return fail('incoming.not_open', { state: item.state });
  if (item.openCents <= 0) return fail('incoming.not_a_deposit');
  if (item.currency !== 'USD') return fail('incoming.other_currency', { currency: item.currency });
  let leftCents = item.openCents;
  for (const entryId of new Set(entryIds)) {
    const entry = findEntry(store, entryId);
    const isMoney = entry?.kind === 'payment' || entry?.kind === 'recovery';
    const isFree =
      findReversalOf(store, entryId) === null &&
      listPostingsOfEntry(store, entryId).every(({ takenBackAt }) => takenBackAt !== null);
    if (!entry || !isMoney || !isFree) return fail('incoming.entry_not_free');
    const amountCents = sumOfEntry(entry);
    if (amountCents > leftCents) return fail('incoming.exceeds_item', { openCents: leftCents });
    leftCents -= amountCents;
    insertIncomingPosting(store, {
      incomingId,
      accountId: entry.accountId,
      entryId,
      amountCents,
      how: 'linked',
      because: 'The payment was in the ledger already',
      postedAt: now,
      author,
    });
  }
  settleItem(context, incomingId);
  return ok({ openCents: leftCents });
};

/**
 * Takes the whole of a payment back as returned on the item's day. Errors: those of `takeBackPayment`, `incoming.not_a_return`,
 * `incoming.return_exceeds`.
 */
export const postReturned: CommandHandler<'incoming.postReturn'> = (context, input) => {
  const { store, now, author } = context;
  const item = findIncoming(store, input.incomingId);
  if (!item) return fail('incoming.not_found');
  if (item.state !== 'open') return fail('incoming.not_open', { state: item.state });
  if (item.openCents >= 0) return fail('incoming.not_a_return');
  if (item.currency !== 'USD') return fail('incoming.other_currency', { currency: item.currency });
  const entry = findEntry(store, input.entryId);
  if (!entry) return fail('entry.not_found');
  const together =
    entry.receiptId === null
      ? [entry]
      : listEntriesOfReceipt(store, entry.receiptId).filter(
          ({ kind, reversed }) => !reversed && (kind === 'payment' || kind === 'recovery'),
        );
  const paymentCents = together.reduce((sum, one) => sum + sumOfEntry(one), 0);
  if (paymentCents > -item.openCents) {
    return fail('incoming.return_exceeds', { paymentCents, openCents: -item.openCents });
  }
  const taken = takeBackPayment(context, {
    entryId: input.entryId,
    reason: input.reason,
    returned: { on: item.receivedOn, chargeFee: input.chargeFee },
  });
  if (!taken.ok) return taken;
  for (const one of together) {
    const reversalId = findReversalOf(store, one.entryId);
    if (reversalId === null) throw new Error('a returned payment was not taken back');
    insertIncomingPosting(store, {
      incomingId: item.incomingId,
      accountId: one.accountId,
      entryId: reversalId,
      amountCents: -sumOfEntry(one),
      how: 'returned',
      because: input.reason,
      postedAt: now,
      author,
    });
  }
  settleItem(context, item.incomingId);
  return ok({
    effects: taken.value.effects,
    openCents: findIncoming(store, item.incomingId)?.openCents ?? 0,
  });
};

/** Errors: `incoming.nothing_posted`, and those of reversing. */
export const takeBackReceived: CommandHandler<'incoming.takeBack'> = (context, { incomingId, reason }) => {
  const { store } = context;
  const item = findIncoming(store, incomingId);
  if (!item) return fail('incoming.not_found');
  const standing = () => listPostingsOf(store, incomingId).filter(({ takenBackAt }) => takenBackAt === null);
  if (standing().length === 0) return fail('incoming.nothing_posted');
  const effects: PostingEffect[] = [];
  // Taking one back takes with it what came in under the same receipt, so the list is asked anew each time.
  for (let [posting] = standing(); posting; [posting] = standing()) {
    if (posting.how === 'linked') {
      unlinkPosting(context, posting);
    } else if (posting.how === 'returned') {
      const restored = reverseEntry(context, { entryId: posting.entryId, reason });
      if (!restored.ok) return restored;
    } else {
      const taken = takeBackPayment(context, { entryId: posting.entryId, reason, returned: null });
      if (!taken.ok) return taken;
      effects.push(...taken.value.effects);
    }
  }
  return ok({ effects, openCents: findIncoming(store, incomingId)?.openCents ?? 0 });
};
