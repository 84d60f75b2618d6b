/**
 * The log of the post: what went out, by which service, under which number, for how much. A validation notice begins its period on the
 * day it is mailed, and the answer to a dispute lets collecting go on from then: the event the law knows each by is recorded with it, and
 * withdrawn with it.
 */
import { isReceiptNumber, readArticle, showArticle } from '../../../shared/domain/article-number.ts';
import { addDays, dayOfInstant, startOfDay } from '../../../shared/domain/days.ts';
import { type MailClass, mailClassFacts } from '../../../shared/domain/mail.ts';
import { matchOf } from '../../../shared/domain/search.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { mailClassWords, numberFaultWords } from '../../../shared/text/mail-words.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { findLegalEvent } from '../store/queries/legal-events.ts';
import {
  countLettersToMail,
  findEventOfMailing,
  findMailedLetter,
  findMailing,
  findMailingOfLetter,
  findNumberBearer,
  findOutcome,
  findPieceOfLetter,
  findPiecesByNumber,
  hasRun,
  insertMailing,
  listLettersToMail,
  listMailings,
  listMailRuns,
  listRunToMail,
  readUsualPostage,
  searchMailAccounts,
  searchPieces,
  sumMailings,
  updateMailingWithdrawn,
} from '../store/queries/mail.ts';
import { closeEvent, recordEvent } from './legal-events.ts';

/** An office that keeps no log is not asked for ever about letters of long ago. */
const waitingDays = 60;

export const listWaitingMail: QueryHandler<'mail.waiting'> = ({ store, today, zone }, input) => {
  const { runId, before, limit } = input;
  if (runId !== null) {
    if (!hasRun(store, runId)) return fail('mail.run_not_found');
    const rows = listRunToMail(store, { runId, after: before ?? -1, limit: limit + 1 });
    const pieces = rows.slice(0, limit);
    const next = rows.length > limit ? (pieces.at(-1)?.place ?? null) : null;
    return ok({ pieces, count: rows.length > limit ? limit + 1 : pieces.length, next });
  }
  const since = startOfDay(addDays(today, -waitingDays), zone);
  const rows = listLettersToMail(store, { since, before, limit: limit + 1 });
  const pieces = rows.slice(0, limit);
  const next = rows.length > limit ? (pieces.at(-1)?.letterId ?? null) : null;
  return ok({ pieces, count: countLettersToMail(store, since), next });
};

export const listRunsToMail: QueryHandler<'mail.runs'> = ({ store }, { limit }) =>
  ok({ runs: listMailRuns(store, limit) });

export const readUsual: QueryHandler<'mail.usual'> = ({ store }) => {
  const { class: last, postage } = readUsualPostage(store);
  return ok({ class: last, postage: [...postage] });
};

/** A number as it is kept. Returns `mail.number_wrong`, `mail.number_missing` or `mail.number_taken`. */
function numberOf(
  { store }: CommandContext,
  text: string,
  ofClass: MailClass,
  seen: Set<string>,
): Result<string> {
  const { number: need, numbersOf } = mailClassFacts[ofClass];
  if (text === '')
    return need === 'required' ? fail('mail.number_missing', { class: mailClassWords[ofClass] }) : ok('');
  if (need === 'none') return fail('mail.number_unwanted', { class: mailClassWords[ofClass] });
  const read = readArticle(text);
  if (!read.ok && numbersOf === 'post')
    return fail('mail.number_wrong', { number: text, why: numberFaultWords[read.why] });
  const number = read.ok ? read.number : text.replace(/\s+/g, '').toUpperCase();
  if (seen.has(number)) return fail('mail.number_twice', { number: showArticle(number) });
  const bearer = findNumberBearer(store, number);
  if (bearer !== null) return fail('mail.number_taken', { number: showArticle(number), name: bearer });
  seen.add(number);
  return ok(number);
}

export const recordMail: CommandHandler<'mail.record'> = (context, { mailedOn, runId, pieces }) => {
  const { store, now, today, zone, author } = context;
  if (mailedOn > today) return fail('event.future', { today });
  if (runId !== null && !hasRun(store, runId)) return fail('mail.run_not_found');
  const seen = new Set<string>();
  const mailingIds: number[] = [];
  const accountIds = new Set<number>();
  let noticesBegun = 0;
  let verificationsSent = 0;
  for (const piece of pieces) {
    const letter = findMailedLetter(store, piece.letterId);
    if (!letter) return fail('letter.not_found');
    if (findMailingOfLetter(store, piece.letterId) !== null)
      return fail('mail.in_log', { letter: letter.templateName });
    if (!letter.printed) return fail('mail.not_printed', { letter: letter.templateName });
    // A notice dated after its day of mailing would begin its period too early.
    const madeOn = dayOfInstant(letter.madeAt, zone);
    if (mailedOn < madeOn) return fail('mail.before_made', { madeOn, letter: letter.templateName });
    const articleNumber = numberOf(context, piece.articleNumber, piece.class, seen);
    if (!articleNumber.ok) return articleNumber;
    if (isReceiptNumber(articleNumber.value))
      return fail('mail.number_of_receipt', { number: showArticle(articleNumber.value) });
    const withReceipt = mailClassFacts[piece.class].returnReceipt;
    if (piece.receiptNumber !== '' && !withReceipt)
      return fail('mail.receipt_unwanted', { class: mailClassWords[piece.class] });
    const receiptNumber =
      piece.receiptNumber === '' ? ok('') : numberOf(context, piece.receiptNumber, piece.class, seen);
    if (!receiptNumber.ok) return receiptNumber;
    mailingIds.push(
      insertMailing(store, {
        letterId: piece.letterId,
        runId,
        mailedOn,
        class: piece.class,
        articleNumber: articleNumber.value,
        receiptNumber: receiptNumber.value,
        postageCents: piece.postageCents,
        addressId: letter.addressId,
        note: piece.note,
        madeAt: now,
        author,
      }),
    );
    accountIds.add(letter.accountId);
    const kind = letter.validationNotice ? 'validation_notice' : letter.verifies ? 'verification_sent' : null;
    if (kind !== null && findEventOfMailing(store, piece.letterId) === null) {
      const begun = recordSent(context, kind, piece, letter.accountId, mailedOn);
      if (!begun.ok) return begun;
      if (kind === 'validation_notice') noticesBegun += 1;
      else verificationsSent += 1;
    }
  }
  for (const subject of ['letters', 'timeline'] as const) context.changed(subject, [...accountIds]);
  return ok({ mailingIds, noticesBegun, verificationsSent });
};

/** A period runs, and collecting goes on, from the day the letter went out. */
function recordSent(
  context: CommandContext,
  kind: 'validation_notice' | 'verification_sent',
  piece: { readonly letterId: number; readonly class: MailClass },
  accountId: number,
  mailedOn: string,
): Result<{ eventId: number }> {
  return recordEvent(context, {
    accountId,
    allDebts: false,
    kind,
    on: mailedOn,
    at: null,
    scope: { channel: null, phoneId: null, emailId: null, addressId: null, place: null },
    detail: {
      sentOn: mailedOn,
      how: kind === 'validation_notice' ? 'written' : mailClassWords[piece.class],
    },
    source: `Mail log: ${mailClassWords[piece.class]}`,
    document: '',
    memo: '',
    letterId: piece.letterId,
  });
}

export const withdrawMail: CommandHandler<'mail.withdraw'> = (context, { mailingId }) => {
  const { store, now } = context;
  const mailing = findMailing(store, mailingId);
  if (!mailing) return fail('mail.not_found');
  if (mailing.withdrawn) return ok({});
  if (findOutcome(store, mailingId) !== null) return fail('mail.has_outcome');
  updateMailingWithdrawn(store, mailingId, now);
  const eventId = findEventOfMailing(store, mailing.letterId);
  const event = eventId === null ? null : findLegalEvent(store, eventId);
  if (event && !event.over) {
    closeEvent(context, event, {
      on: event.on,
      reason: 'It was not mailed after all',
      source: '',
      withdrawn: true,
    });
  }
  for (const subject of ['letters', 'timeline'] as const) context.changed(subject, [mailing.accountId]);
  return ok({});
};

/** Fewer digits stand in half of all numbers. */
const leastDigits = 4;

export const listMail: QueryHandler<'mail.list'> = ({ store }, { text, before, limit, ...rest }) => {
  const bare = text.replace(/[\s-]/g, '').toUpperCase();
  const digits = bare.length >= leastDigits && /\d{3}/.test(bare) ? bare : null;
  const match = text === '' ? null : matchOf(text);
  const nothing = text !== '' && match === null && digits === null;
  if (nothing)
    return ok({
      pieces: [],
      next: null,
      totals: { pieces: 0, postageCents: 0, delivered: 0, returned: 0 },
    });
  const filter = { ...rest, match, digits };
  const rows = listMailings(store, filter, { before, limit: limit + 1 });
  const pieces = rows.slice(0, limit);
  const next = rows.length > limit ? (pieces.at(-1)?.mailingId ?? null) : null;
  return ok({ pieces, next, totals: sumMailings(store, filter) });
};

/**
 * A number of the post names one piece. Anything else is looked for among letters that left the office, then among accounts: an
 * envelope of before this book has to be entered too. A number sign, or a number that is one, also names a letter.
 */
export const findMail: QueryHandler<'mail.find'> = ({ store }, { text, limit }) => {
  const read = readArticle(text);
  if (read.ok) return ok({ pieces: findPiecesByNumber(store, read.number), asNumber: true });
  const bare = text.replace(/\s/g, '').toUpperCase();
  const ofCourier = findPiecesByNumber(store, bare);
  if (ofCourier.length > 0) return ok({ pieces: ofCourier, asNumber: true });
  if (read.why === 'check_digit') return ok({ pieces: [], asNumber: true });
  const letterId = Number(/^(?:#|letter\s*)(\d{1,9})$/i.exec(text.trim())?.[1] ?? 0);
  const lettered = letterId > 0 ? findPieceOfLetter(store, letterId) : null;
  if (lettered) return ok({ pieces: [lettered], asNumber: false });
  const match = matchOf(text);
  if (match === null) return ok({ pieces: [], asNumber: false });
  const pieces = searchPieces(store, match, limit);
  const accounts = searchMailAccounts(store, match, limit);
  return ok({ pieces: [...pieces, ...accounts].slice(0, limit * 2), asNumber: false });
};
