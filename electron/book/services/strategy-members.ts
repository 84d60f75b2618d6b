/**
 * One account in a strategy: entering, a step that was done, moving on, leaving. Whatever brings it about (a person, a call that was
 * recorded, a letter that was printed, the day), it goes through here, so that the history of steps and the place an account stands
 * at cannot disagree.
 */
import type { Day } from '../../../shared/domain/days.ts';
import { addDays } from '../../../shared/domain/days.ts';
import {
  dueAfter,
  lastDayOfHold,
  type MemberEnd,
  type StrategyStep,
  stopOf,
} from '../../../shared/domain/strategy.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { memberEndWords } from '../../../shared/text/strategy-words.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { listDirty } from '../store/queries/clocks.ts';
import { leaveOutOfMember } from '../store/queries/print-queue.ts';
import { bodyOf } from '../store/queries/strategies.ts';
import {
  findActiveMember,
  findMember,
  insertStep,
  listMembersOf,
  type MemberCase,
  type MemberRecord,
  updateEnded,
  updatePlace,
} from '../store/queries/strategy-members.ts';

/** What a step of an account came to. */
export type StepEnd = {
  readonly outcome: 'done' | 'left_out' | 'refused';
  readonly detail: string;
  readonly contactId?: number | null;
  readonly letterId?: number | null;
};

export function keepStep(
  { store, now, today, author }: QueryContext,
  member: MemberRecord,
  step: StrategyStep,
  { outcome, detail, contactId = null, letterId = null }: StepEnd,
): void {
  insertStep(store, {
    memberId: member.memberId,
    step: member.step,
    kind: step.kind,
    plannedOn: member.dueOn ?? today,
    outcome,
    detail,
    contactId,
    letterId,
    at: now,
    author,
  });
}

/** The account leaves: letters of it that wait are not sent any more. */
export function endMember(
  { store, now }: QueryContext,
  member: Pick<MemberRecord, 'memberId'>,
  why: MemberEnd,
  word = '',
): void {
  updateEnded(store, member.memberId, why === 'finished' ? 'finished' : 'stopped', { at: now, why, word });
  leaveOutOfMember(store, member.memberId, memberEndWords[why], now);
}

/** Where the step after `member.step` stands when that was done on `on`; ends the account's way when there is none. */
export function moveOn(
  context: QueryContext,
  member: MemberRecord,
  done: StrategyStep,
  on: Day,
): MemberRecord | null {
  const { store } = context;
  const step = member.step + 1;
  const next = bodyOf(store, member.versionId).steps[step];
  if (!next) {
    endMember(context, member, 'finished');
    return null;
  }
  const from = done.kind === 'hold' ? addDays(lastDayOfHold(on, done.holdDays), 1) : on;
  const dueOn = dueAfter(from, next);
  const place = { step, dueOn, lookOn: dueOn, tries: 0, stuck: null };
  updatePlace(store, member.memberId, place);
  return { ...member, ...place };
}

/**
 * A step a person did or leaves out, or that a letter or a call brought about. It counts from today. Fails with
 * `strategy.member_not_found` or `strategy.member_ended`.
 */
export function finishStep(
  context: CommandContext,
  memberId: number,
  outcome: 'done' | 'left_out',
  about: { readonly contactId?: number; readonly letterId?: number; readonly word?: string } = {},
): Result<null> {
  const member = findMember(context.store, memberId);
  if (!member) return fail('strategy.member_not_found');
  const step = bodyOf(context.store, member.versionId).steps[member.step];
  if (member.state !== 'active' || !step) return fail('strategy.member_ended');
  const { contactId = null, letterId = null, word = '' } = about;
  keepStep(context, member, step, { outcome, detail: word, contactId, letterId });
  moveOn(context, member, step, context.today);
  context.changed('strategies', [member.accountId]);
  return ok(null);
}

/** An outgoing call was recorded: accounts it was about that stood at a call have had theirs. */
export function finishCallSteps(
  context: CommandContext,
  accountIds: readonly number[],
  contactId: number,
): void {
  for (const accountId of accountIds) {
    const member = findActiveMember(context.store, accountId);
    if (!member || member.dueOn === null || member.dueOn > context.today) continue;
    const step = bodyOf(context.store, member.versionId).steps[member.step];
    if (step?.kind === 'call') finishStep(context, member.memberId, 'done', { contactId });
  }
}

/** Ends it when something that ends it holds; says whether it did. */
export function stopMember(context: QueryContext, member: MemberCase): boolean {
  const why = stopOf(bodyOf(context.store, member.versionId).stops, member.facts);
  if (why === null) return false;
  endMember(context, member, why);
  return true;
}

/** As many accounts as a command looks after itself; above it the day does. */
const mostTouched = 200;

/** At the end of a command: accounts it touched leave their strategy the same moment, when something that ends it holds now. */
export function stopTouched(context: CommandContext): void {
  const { store, today } = context;
  const touched = listDirty(store, mostTouched + 1);
  if (touched.length === 0 || touched.length > mostTouched) return;
  const stopped = listMembersOf(store, touched, today).filter((member) => stopMember(context, member));
  if (stopped.length === 0) return;
  const accountIds = stopped.map(({ accountId }) => accountId);
  context.changed('strategies', accountIds);
  context.changed('letters', accountIds);
}
