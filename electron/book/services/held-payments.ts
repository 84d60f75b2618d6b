/**
 * Cheques and authorisations dated ahead: kept with their dates, deposited on their day and not before.
 *
 * One dated more than five days ahead may be taken from a consumer only when the debtor is told in writing of the deposit, not
 * more than ten and not less than three days before it, Saturdays, Sundays and legal public holidays not counted
 * and it may never be deposited before its date
 * (12 CFR 1006.22(c); 15 U.S.C. 1692f(2) and (4)).
 */
import type { HeldPayment } from '../../../shared/contract/ledger.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { type Day, daysBetween, instantOf } from '../../../shared/domain/days.ts';
import { addBusinessDays } from '../../../shared/domain/holidays.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { findAccount, isDisputed } from '../store/queries/accounts.ts';
import {
  endRemindersOfHeld,
  findHeldPayment,
  type HeldRecord,
  insertHeldPayment,
  listHeldPayments,
  updateHeldEnd,
  updateHeldNotice,
} from '../store/queries/held-payments.ts';
import { findMorning } from '../store/queries/reminder-series.ts';
import { insertReminder } from '../store/queries/reminders.ts';
import { findOpenAccount } from './open-account.ts';
import { takePayment } from './payments.ts';

/** Dated further ahead than this, the debtor must be told: 12 CFR 1006.22(c). */
const mostDaysWithoutNotice = 5;

/** The days on which the notice of a deposit may go out. */
function noticeWindow(depositOn: Day): { from: Day; to: Day } {
  return { from: addBusinessDays(depositOn, -10), to: addBusinessDays(depositOn, -3) };
}

function needsNotice({ receivedOn, datedOn }: Pick<HeldRecord, 'receivedOn' | 'datedOn'>): boolean {
  return daysBetween(receivedOn, datedOn) > mostDaysWithoutNotice;
}

/** One still held. Errors: `held.not_found`, `held.not_held`. */
function findHeld(context: CommandContext, heldPaymentId: number): Result<HeldRecord> {
  const held = findHeldPayment(context.store, heldPaymentId);
  if (!held) return fail('held.not_found');
  return held.state === 'held' ? ok(held) : fail('held.not_held', { state: held.state });
}

export const holdPayment: CommandHandler<'ledger.holdPayment'> = (context, input) => {
  const { store, now, zone, today, author } = context;
  if (holdsCardData(input.reference) || holdsCardData(input.memo)) return fail('payment.card_number');
  const account = findOpenAccount(store, input.accountId);
  if (!account.ok) return account;
  const { openedOn, number } = account.value;
  if (input.receivedOn > today) return fail('payment.in_future', { today });
  if (input.receivedOn < openedOn) return fail('payment.before_account', { openedOn });
  if (input.datedOn <= input.receivedOn) {
    return fail('held.not_post_dated', { receivedOn: input.receivedOn });
  }
  if (isDisputed(store, input.accountId, today)) return fail('payment.disputed', { number });
  const { accountId, datedOn } = input;
  const heldPaymentId = insertHeldPayment(store, { ...input, madeAt: now, author });
  const sum = `${formatDollars(input.amountCents)} dated ${dayWords(datedOn)}`;
  const morning = findMorning(store);
  const remind = (on: Day, purpose: 'notice' | 'deposit', text: string) => {
    const rings = instantOf(on, morning, zone);
    insertReminder(store, {
      accountId,
      text,
      dueAt: Math.max(now, rings),
      // A day whose morning is over rings now, and no journey moves that.
      allDayOn: rings > now ? on : null,
      zone,
      planId: null,
      purpose,
      heldPaymentId,
      madeAt: now,
      author,
    });
  };
  if (needsNotice(input)) {
    const { from, to } = noticeWindow(datedOn);
    remind(
      from,
      'notice',
      `Send the notice of deposit for ${sum}, between ${dayWords(from)} and ${dayWords(to)}`,
    );
  }
  remind(datedOn, 'deposit', `Deposit ${sum}`);
  context.changed('ledger', [accountId]);
  context.changed('reminders', [accountId]);
  return ok({ heldPaymentId });
};

/** A notice too early for its date is too early for any later deposit; one too late for it may do for a later one. */
export const noteHeldNotice: CommandHandler<'ledger.noteHeldNotice'> = (context, input) => {
  const { store, today } = context;
  const held = findHeld(context, input.heldPaymentId);
  if (!held.ok) return held;
  const window = noticeWindow(held.value.datedOn);
  if (input.noticeOn > today) return fail('charge.in_future', { today });
  if (input.noticeOn < window.from) return fail('held.notice_outside', window);
  updateHeldNotice(store, input.heldPaymentId, input.noticeOn);
  endRemindersOfHeld(store, input.heldPaymentId, { purpose: 'notice', state: 'done', at: context.now });
  context.changed('ledger', [held.value.accountId]);
  context.changed('reminders', [held.value.accountId]);
  return ok({});
};

export const depositHeld: CommandHandler<'ledger.depositHeld'> = (context, input) => {
  const { store, today, now } = context;
  const found = findHeld(context, input.heldPaymentId);
  if (!found.ok) return found;
  const held = found.value;
  if (input.depositedOn > today) return fail('payment.in_future', { today });
  if (input.depositedOn < held.datedOn) return fail('held.before_date', { datedOn: held.datedOn });
  if (needsNotice(held)) {
    const window = noticeWindow(input.depositedOn);
    if (held.noticeOn === null) return fail('held.notice_missing', window);
    if (held.noticeOn < window.from || held.noticeOn > window.to) return fail('held.notice_outside', window);
  }
  const taken = takePayment(context, {
    shares: [{ accountId: held.accountId, amountCents: held.amountCents }],
    receivedOn: held.receivedOn,
    effectiveOn: input.depositedOn,
    method: held.method,
    reference: held.reference,
    memo: held.memo,
    direction: null,
    allowOverpayment: input.allowOverpayment,
  });
  if (!taken.ok) return taken;
  const [entry] = taken.value.entries;
  if (!entry) throw new Error('a deposit posted nothing');
  updateHeldEnd(store, held.heldPaymentId, {
    state: 'deposited',
    entryId: entry.entryId,
    at: now,
    reason: '',
  });
  endRemindersOfHeld(store, held.heldPaymentId, { purpose: null, state: 'done', at: now });
  context.changed('reminders', [held.accountId]);
  return ok(entry);
};

export const endHeld: CommandHandler<'ledger.endHeld'> = (context, { heldPaymentId, as, reason }) => {
  const { store, now } = context;
  if (holdsCardData(reason)) return fail('payment.card_number');
  const held = findHeld(context, heldPaymentId);
  if (!held.ok) return held;
  updateHeldEnd(store, heldPaymentId, { state: as, entryId: null, at: now, reason });
  endRemindersOfHeld(store, heldPaymentId, { purpose: null, state: 'cancelled', at: now });
  context.changed('ledger', [held.value.accountId]);
  context.changed('reminders', [held.value.accountId]);
  return ok({});
};

export const listHeld: QueryHandler<'ledger.heldPayments'> = ({ store }, { accountId }) => {
  if (!findAccount(store, accountId)) return fail('account.not_found');
  return ok({
    held: listHeldPayments(store, accountId).map((held): HeldPayment => {
      const { entryId: _, ...row } = held;
      const window = needsNotice(held) ? noticeWindow(held.datedOn) : null;
      return { ...row, noticeFrom: window?.from ?? null, noticeTo: window?.to ?? null };
    }),
  });
};
