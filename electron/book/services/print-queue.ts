/**
 * Letters that wait to be printed together, as the window sees them. Each is asked about anew whenever it is looked at: what ended its
 * strategy, what is owed, where it goes, the rules.
 */
import type { WaitingLetter } from '../../../shared/contract/strategies.ts';
import { stopOf } from '../../../shared/domain/strategy.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { memberEndWords } from '../../../shared/text/strategy-words.ts';
import type { CommandContext, CommandHandler, QueryContext, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { readLawCases } from '../store/queries/law-facts.ts';
import { findLetterCode, findTemplate, markLetterAs } from '../store/queries/letters.ts';
import {
  countWaitingLetters,
  findQueued,
  findWaitingOf,
  insertQueued,
  listEndedLetters,
  listWaiting,
  type QueuedLetter,
  updateQueuedBack,
  updateQueuedEnded,
  updateQueuedLetter,
} from '../store/queries/print-queue.ts';
import { findOpenRunOfQueued } from '../store/queries/print-runs.ts';
import { bodyOf, findLetterByCode, findTemplateCode } from '../store/queries/strategies.ts';
import { findMember, findMemberCase, type MemberCase } from '../store/queries/strategy-members.ts';
import { turnDay } from '../store/queries/summaries.ts';
import type { Store } from '../store/store.ts';
import { type AskLetter, type LetterOutlook, makeLetterOutlook } from './letter-outlook.ts';
import { finishStep } from './strategy-members.ts';

/** Why the strategy that asked for a letter is over for the account, in a sentence; `null` while it stands. */
export function endOfMember(store: Store, member: MemberCase | null): string | null {
  const stop = member === null ? null : stopOf(bodyOf(store, member.versionId).stops, member.facts);
  return stop === null ? null : `${memberEndWords[stop]}.`;
}

/** Whether a waiting letter may go out now. */
export function outlookOfQueued(
  context: QueryContext,
  queued: Pick<QueuedLetter, 'accountId' | 'memberId' | 'templateCode'>,
  ask: AskLetter = makeLetterOutlook(context),
): LetterOutlook {
  const { store, today } = context;
  const member = queued.memberId === null ? null : findMemberCase(store, queued.memberId, today);
  const ended = endOfMember(store, member);
  if (ended !== null) return { mayGo: false, why: ended, clearsOn: null };
  const found = readLawCases(store, [queued.accountId], today)[0];
  if (!found) return { mayGo: false, why: 'The account is no longer in the book.', clearsOn: null };
  return ask(found, queued.templateCode);
}

export const listWaitingLetters: QueryHandler<'letters.waiting'> = (context, { after, limit }) => {
  const { store, today } = context;
  turnDay(store, today);
  const place = after === null ? null : findQueued(store, after);
  const rows = listWaiting(store, place, limit + 1);
  const page = rows.slice(0, limit);
  const ask = makeLetterOutlook(context);
  return ok({
    letters: page.map(({ templateCode, memberId, state: _, ...row }) => {
      const about = { accountId: row.accountId, memberId, templateCode };
      const run = findOpenRunOfQueued(store, row.queueId);
      const made = run !== null || row.letterId !== null;
      const outlook: LetterOutlook = made ? { mayGo: true } : outlookOfQueued(context, about, ask);
      return {
        ...row,
        templateName: findLetterByCode(store, templateCode)?.name ?? templateCode,
        state: run !== null ? 'in_run' : made ? 'made' : outlook.mayGo ? 'ready' : 'held_back',
        why: run !== null ? run.name : outlook.mayGo ? '' : outlook.why,
        clearsOn: outlook.mayGo ? null : outlook.clearsOn,
      } satisfies WaitingLetter;
    }),
    next: rows.length > limit ? (page.at(-1)?.queueId ?? null) : null,
  });
};

export const countWaiting: QueryHandler<'letters.waitingCount'> = ({ store }) =>
  ok(countWaitingLetters(store));

export const listEnded: QueryHandler<'letters.waitingEnded'> = ({ store }, { limit }) =>
  ok({ letters: listEndedLetters(store, limit) });

export const enqueueLetter: CommandHandler<'letters.enqueue'> = (context, { accountId, templateId }) => {
  const { store, now, today, author } = context;
  if (!findAccount(store, accountId)) return fail('account.not_found');
  const code = findTemplate(store, templateId) ? findTemplateCode(store, templateId) : null;
  if (code === null) return fail('letter.template_not_found');
  if (findWaitingOf(store, accountId, code) !== null) return fail('letter.already_waits');
  const letter = { accountId, templateCode: code, memberId: null, wantedOn: today, madeAt: now, author };
  const queueId = insertQueued(store, letter);
  context.changed('letters', [accountId]);
  return ok({ queueId });
};

/** The step of a strategy this letter was queued by, while the account still stands at it. */
function standingAt({ store }: QueryContext, { memberId, templateCode }: QueuedLetter): number | null {
  const member = memberId === null ? null : findMember(store, memberId);
  if (member?.state !== 'active' || member.dueOn !== null) return null;
  const step = bodyOf(store, member.versionId).steps[member.step];
  return step?.kind === 'letter' && step.templateCode === templateCode ? member.memberId : null;
}

export const leaveOutLetter: CommandHandler<'letters.leaveOut'> = (context, { queueId, word }) => {
  const { store, now } = context;
  const queued = findQueued(store, queueId);
  if (queued?.state !== 'waiting') return fail('letter.not_waiting');
  const run = findOpenRunOfQueued(store, queueId);
  if (run !== null) return fail('run.in_run', { name: run.name });
  if (queued.letterId !== null) return fail('letter.maybe_printed');
  updateQueuedEnded(store, queueId, 'left_out', word, now);
  const memberId = standingAt(context, queued);
  if (memberId !== null) finishStep(context, memberId, 'left_out', { word });
  context.changed('letters', [queued.accountId]);
  return ok({});
};

export const putBackLetter: CommandHandler<'letters.putBack'> = (context, { queueId }) => {
  const { store, today } = context;
  const queued = findQueued(store, queueId);
  if (queued?.state !== 'left_out') return fail('letter.not_waiting');
  if (findWaitingOf(store, queued.accountId, queued.templateCode) !== null)
    return fail('letter.already_waits');
  updateQueuedBack(store, queueId, today);
  context.changed('letters', [queued.accountId]);
  return ok({});
};

const strategyOver = 'Its strategy is over for this account.';

/**
 * A letter that was made came out of the printer, or did not. Told twice, it is the same. `at` is when it went there, which is the day it
 * counts from.
 */
export function settle(
  context: CommandContext,
  queueId: number,
  printed: boolean,
  at: number = context.now,
): Result<null> {
  const { store, now } = context;
  const queued = findQueued(store, queueId);
  if (queued?.state === 'printed' && printed) return ok(null);
  if (queued?.state !== 'waiting' || queued.letterId === null) return fail('letter.not_waiting');
  const { letterId, accountId } = queued;
  if (!printed) {
    updateQueuedLetter(store, queueId, null);
    // Its strategy ended while it lay there: nobody waits for it any more.
    const over = queued.memberId !== null && findMember(store, queued.memberId)?.state !== 'active';
    if (over) updateQueuedEnded(store, queueId, 'left_out', strategyOver, now);
    context.changed('letters', [accountId]);
    return ok(null);
  }
  if (findLetterCode(store, letterId) !== null) markLetterAs(store, letterId, 'printed', at);
  updateQueuedEnded(store, queueId, 'printed', '', now);
  const memberId = standingAt(context, queued);
  if (memberId !== null) finishStep(context, memberId, 'done', { letterId });
  for (const subject of ['letters', 'timeline'] as const) context.changed(subject, [accountId]);
  return ok(null);
}

export const sayPrinted: CommandHandler<'letters.wasPrinted'> = (context, { queueId, printed }) => {
  const run = findOpenRunOfQueued(context.store, queueId);
  if (run !== null) return fail('run.in_run', { name: run.name });
  const settled = settle(context, queueId, printed);
  return settled.ok ? ok({}) : settled;
};
