/**
 * Printing the letters that wait, one after the other, as main asks for it. A letter is noted as made before it reaches the printer,
 * so that whatever happens then it never goes out a second time unasked.
 */
import { fail, ok } from '../../../shared/errors/result.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { findQueued, updateQueuedLetter } from '../store/queries/print-queue.ts';
import { findLetterByCode } from '../store/queries/strategies.ts';
import { turnDay } from '../store/queries/summaries.ts';
import { command, compose, keep } from './letter-errands.ts';
import { sha256Of } from './letters.ts';
import { outlookOfQueued, settle } from './print-queue.ts';

/** Returns `letter.not_waiting`, `letter.maybe_printed`, `letter.held_back` or what making a letter returns. */
export const composeQueued: ErrandHandlers['queue.compose'] = (around, { queueId }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  turnDay(context.store, context.today);
  const queued = findQueued(context.store, queueId);
  if (queued?.state !== 'waiting') return fail('letter.not_waiting');
  if (queued.letterId !== null) return fail('letter.maybe_printed');
  const outlook = outlookOfQueued(context, queued);
  if (!outlook.mayGo) return fail('letter.held_back', { why: outlook.why });
  const template = findLetterByCode(context.store, queued.templateCode);
  if (!template) return fail('letter.template_not_found');
  return compose(context, { accountId: queued.accountId, templateId: template.templateId });
};

export const keepQueued: ErrandHandlers['queue.keep'] = (
  around,
  { queueId, letter, pdf, pages, operationId },
) =>
  command(around, 'letters.printWaiting', operationId, { queueId, pdfSha256: sha256Of(pdf) }, (context) => {
    const queued = findQueued(context.store, queueId);
    if (queued?.state !== 'waiting') return fail('letter.not_waiting');
    if (queued.letterId !== null) return fail('letter.maybe_printed');
    const outlook = outlookOfQueued(context, queued);
    if (!outlook.mayGo) return fail('letter.held_back', { why: outlook.why });
    const kept = keep(context, { letter, pdf, pages, decision: null });
    if (kept.ok) updateQueuedLetter(context.store, queueId, kept.value.letterId);
    return kept;
  });

export const settleQueued: ErrandHandlers['queue.settle'] = (around, { queueId, printed, operationId }) =>
  command(around, 'letters.wasPrinted', operationId, { queueId, printed }, (context) => {
    const settled = settle(context, queueId, printed);
    return settled.ok ? ok(null) : settled;
  });
