/** Accounts: the list of everything, the facts of one, making one, and where its work stands. */
import { daysPastDue } from '../../../shared/domain/account.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { mostOnAccountCents } from '../../../shared/domain/money.ts';
import { readPhone } from '../../../shared/domain/phone.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { holdKindWords } from '../../../shared/text/labels.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import {
  countList,
  findByBeginning,
  findSummary,
  type ListPlace,
  listClientCounts,
  listOtherAccounts,
  listPage,
} from '../store/queries/account-list.ts';
import {
  findAccount,
  findHold,
  insertAccount,
  insertAccountChange,
  isNumberTaken,
  listHolds,
  nextNumber,
  updateClosed,
  updateHoldEnd,
  updateNextStep,
} from '../store/queries/accounts.ts';
import {
  ensureOfficeClient,
  findClient,
  findDebtor,
  insertAddress,
  insertDebtor,
  insertPhone,
  listAddresses,
  listEmails,
  listPhones,
} from '../store/queries/debtors.ts';
import { turnoverOf, unappliedOf } from '../store/queries/entries.ts';
import { listHeldPayments } from '../store/queries/held-payments.ts';
import { findImport } from '../store/queries/imports.ts';
import { findLegalEvent } from '../store/queries/legal-events.ts';
import { insertNote } from '../store/queries/notes.ts';
import { cancelRemindersOf } from '../store/queries/reminders.ts';
import { refreshSearch, refreshSummary, turnDay } from '../store/queries/summaries.ts';
import { plainEntry } from './check-posting.ts';
import { closeEvent } from './legal-events.ts';
import { findOpenAccount } from './open-account.ts';
import { post, reckon } from './post-ledger.ts';
import { leavePlan } from './settle-plan.ts';

/** The cursor is opaque to the window; it carries the order it belongs to, so that it fits no other. */
function writePlace(place: ListPlace, order: string): string {
  return Buffer.from(JSON.stringify([order, place.key, place.accountId])).toString('base64url');
}

function readPlace(cursor: string, order: string): ListPlace | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Anything the window may send: not JSON is simply not one of our cursors.
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== order) return null;
  const [, key, accountId] = parts as unknown[];
  if ((typeof key !== 'string' && typeof key !== 'number') || typeof accountId !== 'number') return null;
  return { key, accountId };
}

export const listAccounts: QueryHandler<'accounts.list'> = ({ store, today, now }, input) => {
  turnDay(store, today);
  const order = `${input.sort}${input.descending ? '-' : '+'}`;
  const after = input.after === null ? null : readPlace(input.after, order);
  if (input.after !== null && after === null) return fail('call.invalid_input', { field: 'after' });
  const { rows, next } = listPage(store, { ...input, after }, { today, now });
  return ok({ rows, next: next === null ? null : writePlace(next, order) });
};

export const countAccounts: QueryHandler<'accounts.count'> = ({ store, today, now }, { filter }) => {
  turnDay(store, today);
  return ok(countList(store, filter, { today, now }));
};

export const getAccount: QueryHandler<'accounts.get'> = ({ store, today }, { accountId }) => {
  turnDay(store, today);
  const account = findAccount(store, accountId);
  const summary = account && findSummary(store, accountId);
  const debtor = account && findDebtor(store, account.debtorId);
  if (!account || !summary || !debtor) return fail('account.not_found');
  const turnover = turnoverOf(store, accountId);
  return ok({
    accountId,
    number: account.number,
    status: summary.status,
    client: { clientId: account.clientId, name: summary.clientName },
    originalCreditor: account.originalCreditor,
    debtType: account.debtType,
    openedOn: account.openedOn,
    placedOn: account.placedOn,
    balance: {
      principalCents: summary.principalCents,
      interestCents: summary.interestCents,
      feesCents: summary.feesCents,
      costsCents: summary.costsCents,
      balanceCents: summary.balanceCents,
    },
    chargedCents: turnover.chargedCents,
    paidCents: turnover.paidCents,
    unappliedCents: unappliedOf(store, accountId),
    oldestDueOn: summary.oldestDueOn,
    daysPastDue: daysPastDue(summary.oldestDueOn, today),
    lastPaymentOn: summary.lastPaymentOn,
    lastPaymentCents: summary.lastPaymentCents,
    lastContactAt: summary.lastContactAt,
    lastContactOutcome: summary.lastContactOutcome,
    nextStepOn: account.nextStepOn,
    nextStep: account.nextStep,
    closedAt: account.closedAt,
    closedReason: account.closedReason,
    holds: listHolds(store, accountId, today),
    debtor: {
      debtorId: debtor.debtorId,
      kind: debtor.kind,
      name: debtor.name,
      reference: debtor.reference,
      addresses: listAddresses(store, debtor.debtorId).map(({ debtorId: _, sinceOn, ...address }) => ({
        ...address,
        since: sinceOn,
      })),
      phones: listPhones(store, debtor.debtorId).map(({ debtorId: _, number: __, sinceOn, ...phone }) => ({
        ...phone,
        since: sinceOn,
      })),
      emails: listEmails(store, debtor.debtorId),
      otherAccounts: listOtherAccounts(store, debtor.debtorId, accountId, today),
    },
    importedFrom: account.importId === null ? null : (findImport(store, account.importId)?.fileName ?? null),
  });
};

export const findAccounts: QueryHandler<'accounts.find'> = ({ store, today }, { text }) => {
  turnDay(store, today);
  return ok({ hits: findByBeginning(store, text, 12) });
};

export const listClients: QueryHandler<'clients.list'> = ({ store }) =>
  ok({ clients: listClientCounts(store) });

export const createAccount: CommandHandler<'accounts.create'> = (context, input) => {
  const { store, now, today } = context;
  if (input.amountCents > mostOnAccountCents) return fail('money.out_of_range');
  if (input.clientId !== null && !findClient(store, input.clientId)) return fail('client.not_found');
  const phone = input.phone === '' ? null : readPhone(input.phone);
  if (input.phone !== '' && phone === null) return fail('phone.invalid', { text: input.phone });
  const clientId = input.clientId ?? ensureOfficeClient(store, now);
  if (input.number !== '' && isNumberTaken(store, clientId, input.number)) {
    return fail('account.number_taken', { number: input.number });
  }

  const debtorId = insertDebtor(store, {
    kind: input.debtorKind,
    name: input.debtorName,
    reference: '',
    importId: null,
    createdAt: now,
  });
  const place = [input.line1, input.line2, input.city, input.region, input.postalCode];
  if (place.some((part) => part !== '')) {
    insertAddress(store, {
      debtorId,
      kind: 'home',
      status: 'unverified',
      line1: input.line1,
      line2: input.line2,
      city: input.city,
      region: input.region,
      postalCode: input.postalCode,
      country: '',
      source: 'Entered with the account',
      sinceOn: today,
      importId: null,
    });
  }
  if (phone) {
    insertPhone(store, {
      debtorId,
      kind: 'other',
      status: 'unverified',
      number: phone.number,
      display: phone.display,
      source: 'Entered with the account',
      sinceOn: today,
      importId: null,
    });
  }
  const accountId = insertAccount(store, {
    debtorId,
    clientId,
    number: input.number === '' ? nextNumber(store, clientId) : input.number,
    originalCreditor: input.originalCreditor,
    debtType: input.debtType,
    openedOn: input.openedOn,
    placedOn: input.clientId === null ? null : today,
    nextStepOn: null,
    nextStep: null,
    importId: null,
    createdAt: now,
  });
  const opening = {
    ...plainEntry,
    principalCents: input.amountCents,
    kind: 'charge',
    effectiveOn: input.openedOn,
    dueOn: input.dueOn,
  } as const;
  post(context, reckon(store, accountId, { add: [opening] }));
  refreshSearch(store, accountId);
  context.changed('accounts');
  return ok({ accountId });
};

export const setNextStep: CommandHandler<'accounts.setNextStep'> = (context, input) => {
  const account = findOpenAccount(context.store, input.accountId);
  if (!account.ok) return account;
  const text = input.nextStep === null || input.nextStep === '' ? null : input.nextStep;
  updateNextStep(context.store, input.accountId, input.nextStepOn, text);
  noteChange(context, input.accountId, 'next_step', text ?? '', input.nextStepOn);
  refreshSummary(context.store, input.accountId);
  context.changed('accounts', [input.accountId]);
  return ok({});
};

/** The account holds only the last word; its history stands in the timeline. */
function noteChange(
  { store, now, author, operationId }: CommandContext,
  accountId: number,
  what: 'closed' | 'reopened' | 'next_step',
  text: string,
  on: Day | null = null,
): void {
  insertAccountChange(store, { accountId, what, text, on, at: now, author, operationId });
}

/**
 * Closing ends the work: the next step goes, an active plan and open reminders are cancelled, so that nothing rings. A cheque in the
 * drawer would be forgotten that way; what becomes of it must be said first.
 */
export const closeAccount: CommandHandler<'accounts.close'> = (context, { accountId, reason }) => {
  const account = findOpenAccount(context.store, accountId);
  if (!account.ok) return account;
  const held = listHeldPayments(context.store, accountId).filter(({ state }) => state === 'held');
  if (held.length > 0) return fail('account.holds_payments', { count: held.length });
  updateClosed(context.store, accountId, context.now, reason);
  noteChange(context, accountId, 'closed', reason);
  updateNextStep(context.store, accountId, null, null);
  leavePlan(context, accountId);
  cancelRemindersOf(context.store, accountId, context.now);
  refreshSummary(context.store, accountId);
  for (const subject of ['accounts', 'plans', 'reminders', 'timeline'] as const)
    context.changed(subject, [accountId]);
  return ok({});
};

/**
 * The reason is kept with the hold and said in a note as well, so that the timeline shows who let the account go on. A hold that
 * an event made stands for that event: it ends as well, with every other hold it made.
 */
export const endHold: CommandHandler<'accounts.endHold'> = (context, { holdId, reason }) => {
  const { store, now, author, today } = context;
  const hold = findHold(store, holdId);
  if (!hold) return fail('hold.not_found');
  const { accountId, kind, eventId } = hold;
  updateHoldEnd(store, holdId, now, reason);
  const event = eventId === null ? null : findLegalEvent(store, eventId);
  if (event && !event.over) {
    closeEvent(context, event, { on: today, reason, source: 'The hold', withdrawn: false }, accountId);
  }
  const text = `Hold ended (${holdKindWords[kind].toLowerCase()}): ${reason}`;
  insertNote(store, { accountId, contactId: null, addendumTo: null, text, author, at: now, importId: null });
  refreshSummary(store, accountId);
  context.changed('accounts', [accountId]);
  context.changed('timeline', [accountId]);
  return ok({});
};

export const reopenAccount: CommandHandler<'accounts.reopen'> = (context, { accountId }) => {
  const account = findAccount(context.store, accountId);
  if (!account) return fail('account.not_found');
  updateClosed(context.store, accountId, null, null);
  if (account.closedAt !== null) noteChange(context, accountId, 'reopened', '');
  refreshSummary(context.store, accountId);
  context.changed('accounts', [accountId]);
  return ok({});
};
