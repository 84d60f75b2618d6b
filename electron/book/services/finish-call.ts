/**
 * A call with all that came of it: the contact with its note, a promise, offers, a reminder, the next step, and what was
 * followed of a script. Everything is kept by the ways that keep it elsewhere, in the one transaction of the command: a part
 * that cannot be kept takes the others back, and the fault names it, because half a call in the book would be told wrong.
 */
import type { FinishPart } from '../../../shared/contract/calls.ts';
import { type CheckedInputOf, contract } from '../../../shared/contract/contract.ts';
import { currentCallDraft } from '../../../shared/contract/drafts.ts';
import { dispositionOf, fitsCall } from '../../../shared/domain/disposition.ts';
import type { ContactParty } from '../../../shared/domain/law.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { deleteDraft } from '../store/queries/drafts.ts';
import { insertScriptRun } from '../store/queries/script-runs.ts';
import { setNextStep } from './accounts.ts';
import { keepContact } from './contacts.ts';
import { acceptOffer, makeOffer } from './offers.ts';
import { recordPromise } from './promises.ts';
import { setReminder } from './reminders.ts';
import { keepScriptVersion } from './scripts.ts';

type Finished = CheckedInputOf<'calls.finish'>;

/** The same fault, with the part that could not be kept. */
function named<T>(part: FinishPart, result: Result<T>): Result<T> {
  return result.ok ? result : fail(result.error.code, { ...result.error.params, part });
}

/** Whether the parts can have come of one call. */
function checkWhole({ contact, spokeWith, promise, offers, run }: Finished): Result<null> {
  const { outcome, direction } = contact;
  const wasConfirmed = run !== null && run.confirmedAt !== null;
  const checked = run !== null;
  const agreed = promise !== null || offers.length > 0;
  if (agreed && dispositionOf(outcome).record === 'attempt') return fail('calls.nobody_reached');
  if (agreed && (checked ? !wasConfirmed : spokeWith === 'third_party'))
    return fail('calls.party_unconfirmed');
  if (!fitsCall(outcome, { direction, checked, wasConfirmed })) return fail('calls.outcome_unlikely');
  if (outcome === 'promise_to_pay' && promise === null && !offers.some(({ accepted }) => accepted))
    return fail('calls.promise_missing');
  return ok(null);
}

/** Whose words they were: a stranger’s wish closes only their own number, and not the debt. */
function speakerOf({ contact, spokeWith, run }: Finished): ContactParty {
  const stranger = run?.party === 'third_party' && run.confirmedAt === null;
  return stranger || spokeWith === 'third_party' ? 'third_party' : contact.to;
}

function keepRun(
  context: CommandContext,
  { accountId, run, contact }: Finished,
  contactId: number,
): Result<number | null> {
  if (run === null) return ok(null);
  const ids = new Map<string, number>();
  for (const version of run.scripts) {
    const kept = keepScriptVersion(context, version);
    if (!kept.ok) return kept;
    ids.set(version.code, kept.value);
  }
  const [first] = run.scripts;
  const scriptId = first && ids.get(first.code);
  if (scriptId === undefined) return fail('script.not_found');
  // A step of a script whose version nobody named could not be read again.
  if (run.path.some(({ script }) => !ids.has(script))) return fail('script.not_found');
  const { now } = context;
  const startedAt = Math.min(run.startedAt, now);
  const endedAt = contact.seconds === null ? now : Math.min(now, contact.at + contact.seconds * 1000);
  const runId = insertScriptRun(context.store, {
    accountId,
    contactId,
    scriptId,
    startedAt,
    endedAt: Math.max(startedAt, endedAt),
    party: run.party,
    confirmedAt: run.confirmedAt === null ? null : Math.min(run.confirmedAt, now),
    exit: run.exit,
    path: run.path.map((visit) => ({ ...visit, scriptId: ids.get(visit.script) ?? scriptId })),
    ticks: run.ticks,
    author: context.author,
    operationId: context.operationId,
  });
  context.changed('scripts', [accountId]);
  return ok(runId);
}

function keepOffers(
  context: CommandContext,
  { accountId, offers }: Finished,
): Result<{ offerIds: number[]; planIds: number[] }> {
  const offerIds: number[] = [];
  const planIds: number[] = [];
  for (const { offer, accepted } of offers) {
    const made = makeOffer(context, { accountId, ...offer });
    if (!made.ok) return made;
    offerIds.push(made.value.offerId);
    if (!accepted) continue;
    const plan = acceptOffer(context, { offerId: made.value.offerId, override: offer.override });
    if (!plan.ok) return plan;
    planIds.push(plan.value.planId);
  }
  return ok({ offerIds, planIds });
}

export const finishCall: CommandHandler<'calls.finish'> = (context, input) => {
  const { accountId, promise, reminder, nextStep } = input;
  const whole = checkWhole(input);
  if (!whole.ok) return whole;
  const contact = named('contact', keepContact(context, { accountId, ...input.contact }, speakerOf(input)));
  if (!contact.ok) return contact;
  const promised = promise && named('promise', recordPromise(context, { accountId, ...promise }));
  if (promised && !promised.ok) return promised;
  const offered = named('offer', keepOffers(context, input));
  if (!offered.ok) return offered;
  const reminded =
    reminder &&
    named(
      'reminder',
      setReminder(context, contract['reminders.set'].input.parse({ accountId, ...reminder })),
    );
  if (reminded && !reminded.ok) return reminded;
  if (nextStep !== null) {
    const stepped = named('next_step', setNextStep(context, { accountId, ...nextStep }));
    if (!stepped.ok) return stepped;
  }
  const run = named('script', keepRun(context, input, contact.value.contactId));
  if (!run.ok) return run;
  // In the same transaction: a call that is kept is never found again as one in progress, and kept twice.
  deleteDraft(context.store, currentCallDraft);
  return ok({
    contactId: contact.value.contactId,
    promiseId: promised?.value.promiseId ?? null,
    offerIds: offered.value.offerIds,
    planIds: offered.value.planIds,
    reminderId: reminded?.value.reminderId ?? null,
    runId: run.value,
  });
};
