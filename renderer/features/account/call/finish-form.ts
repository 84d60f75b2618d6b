/**
 * A call as it will be kept: what was typed during it becomes days and cents, or at each field why not yet. What follows of
 * itself, such as the next step an outcome asks for, is put in unless something else was said. Pure.
 */
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { ContactOutcome } from '../../../../shared/domain/contact.ts';
import { addDays, type Day, instantOf } from '../../../../shared/domain/days.ts';
import { dispositionOf } from '../../../../shared/domain/disposition.ts';
import type { CallInProgress } from '../../../bridge/current-call.ts';
import {
  fieldWords,
  optionalWords,
  requiredLine,
  typedCents,
  typedDay,
  typedTime,
} from '../forms/schemas.ts';
import { parseTypedDay, showTypedDay } from '../forms/typed-day.ts';
import {
  confirmedAtOf,
  isWithStranger,
  outcomeOfCall,
  possibleOutcomes,
  purposeOfCall,
  type ScriptByCode,
} from './call-outcome.ts';

export type FinishField =
  | 'outcome'
  | 'answeredBy'
  | 'note'
  | 'promiseAmount'
  | 'promiseOn'
  | 'promisePayer'
  | 'reminderOn'
  | 'reminderTime'
  | 'reminderText'
  | 'nextOn'
  | 'nextText';

export type FinishIssues = Readonly<Partial<Record<FinishField, string>>>;

export type FinishSurroundings = {
  readonly today: Day;
  readonly now: number;
  /** The user’s zone, in which a reminder’s hour is meant. */
  readonly zone: string;
  readonly balanceCents: number;
  readonly scriptByCode: ScriptByCode;
  /** The office has a limited-content message. */
  readonly hasMessage: boolean;
};

export type FinishRead =
  | { readonly ok: true; readonly input: Omit<InputOf<'calls.finish'>, 'accountId'> }
  | { readonly ok: false; readonly issues: FinishIssues };

/** The next step as typed, or as the outcome suggests it. */
export type StepText = { readonly on: string; readonly text: string };

/** What the outcome asks for next; `null` where nothing is to be done by hand. */
export function suggestedStep(
  call: CallInProgress,
  outcome: ContactOutcome | null,
  today: Day,
): StepText | null {
  const followUp = outcome === null ? null : dispositionOf(outcome).followUp;
  if (followUp === null) return null;
  const typedOn = (text: string | undefined) => {
    const day = text === undefined ? null : parseTypedDay(text, today);
    return day?.ok ? day.value : null;
  };
  switch (followUp.kind) {
    case 'call':
    case 'work':
      return { on: showTypedDay(addDays(today, followUp.inDays ?? 1)), text: followUp.text };
    case 'promise': {
      const on = typedOn(call.promise?.on);
      return on === null ? null : { on: showTypedDay(addDays(on, 1)), text: followUp.text };
    }
    case 'callback': {
      const on = typedOn(call.reminder?.on);
      return on === null ? null : { on: showTypedDay(on), text: followUp.text };
    }
    default:
      return null;
  }
}

/** The step in force: typed, suggested, or none because it was taken out. */
export function stepInForce(
  call: CallInProgress,
  outcome: ContactOutcome | null,
  today: Day,
): StepText | null {
  if (call.noNextStep) return null;
  return call.nextStep ?? suggestedStep(call, outcome, today);
}

type Checked<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: { readonly issues: readonly { readonly message: string }[] } };

export function readFinish(call: CallInProgress, around: FinishSurroundings): FinishRead {
  const { today, now, zone, balanceCents, scriptByCode, hasMessage } = around;
  const issues: Partial<Record<FinishField, string>> = {};
  const take = <T>(field: FinishField, read: Checked<T>): T | null => {
    if (read.success) return read.data;
    issues[field] ??= read.error.issues[0]?.message ?? 'Check this field.';
    return null;
  };
  const ahead = { day: today, message: 'This day has passed. Choose today or a later day.' };
  const outcome = outcomeOfCall(call, scriptByCode);
  if (outcome === null) issues.outcome = 'Choose how the call ended.';
  else if (!possibleOutcomes(call, scriptByCode).includes(outcome))
    issues.outcome = fieldWords({ code: 'calls.outcome_unlikely', params: {} });
  else if (
    outcome === 'promise_to_pay' &&
    call.promise === null &&
    !call.offers.some(({ accepted }) => accepted)
  )
    issues.outcome = fieldWords({ code: 'calls.promise_missing', params: {} });

  const text = take('note', optionalWords(100_000).safeParse(call.note)) ?? '';
  const stranger = outcome === 'third_party' || isWithStranger(call, scriptByCode);
  const partyName = stranger ? (take('answeredBy', optionalWords(200).safeParse(call.answeredBy)) ?? '') : '';
  const promise = call.promise && {
    amountCents: take('promiseAmount', typedCents().safeParse(call.promise.amount)) ?? 0,
    dueOn: take('promiseOn', typedDay(today, { notBefore: ahead }).safeParse(call.promise.on)) ?? today,
    payer: take('promisePayer', optionalWords(120).safeParse(call.promise.payer)) ?? '',
    method: call.promise.method === '' ? null : call.promise.method,
  };
  if (promise && promise.amountCents > balanceCents && balanceCents > 0)
    issues.promiseAmount ??= 'This is more than is owed. Check the sum.';

  const reminder = call.reminder && {
    on: take('reminderOn', typedDay(today, { notBefore: ahead }).safeParse(call.reminder.on)),
    time: take('reminderTime', typedTime().safeParse(call.reminder.time)),
    text: take(
      'reminderText',
      requiredLine(500, 'Say what to be reminded of.').safeParse(call.reminder.text),
    ),
  };
  if (outcome === 'callback' && reminder === null)
    issues.outcome ??= 'Say when to call back, below, or choose another ending.';
  const remindAt =
    reminder && reminder.on !== null && reminder.time !== null
      ? instantOf(reminder.on, reminder.time, zone)
      : null;
  if (remindAt !== null && remindAt <= now)
    issues.reminderTime ??= fieldWords({ code: 'reminder.in_past', params: {} });

  const step = stepInForce(call, outcome, today);
  const nextStep = step && {
    nextStepOn: take('nextOn', typedDay(today, { notBefore: ahead }).safeParse(step.on)),
    nextStep: take('nextText', requiredLine(200, 'Say what comes next.').safeParse(step.text)),
  };

  if (outcome === null || Object.keys(issues).length > 0) return { ok: false, issues };
  const endedAt = call.endedAt ?? now;
  return {
    ok: true,
    input: {
      contact: {
        channel: 'call',
        direction: call.direction,
        outcome,
        phoneId: call.phoneId,
        to: 'debtor',
        partyName,
        purpose: purposeOfCall(call, outcome, scriptByCode, hasMessage),
        otherAccountIds: [...call.otherAccountIds],
        decision: call.decision,
        at: call.startedAt,
        seconds: Math.min(86_400, Math.max(0, Math.floor((endedAt - call.startedAt) / 1000))),
        text,
      },
      spokeWith: stranger ? 'third_party' : 'debtor',
      promise,
      offers: call.offers.map(({ offer, accepted }) => ({ offer, accepted })),
      reminder: reminder?.text && remindAt !== null ? { text: reminder.text, dueAt: remindAt } : null,
      nextStep,
      run: runOf(call, scriptByCode),
    },
  };
}

/** What was followed, with the version of every script of the path. */
function runOf(call: CallInProgress, scriptByCode: ScriptByCode): InputOf<'calls.finish'>['run'] {
  const { run, scripts } = call;
  if (run === null || scripts.length === 0) return null;
  const first = run.path[0]?.script;
  return {
    scripts: [...scripts].sort((a, b) => Number(b.code === first) - Number(a.code === first)),
    startedAt: run.startedAt,
    party: run.party,
    confirmedAt: confirmedAtOf(call, scriptByCode),
    exit: run.exit?.id ?? null,
    path: [...run.path],
    ticks: [...run.ticks],
  };
}
