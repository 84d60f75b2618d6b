/**
 * Why something is to be done today: each kind of reason from its own query, capped, with how many there are. Points are given
 * once for all of them (`today.ts`). What was marked done or put off is left out here, so that nothing done comes back.
 */
import type { TodayKind } from '../../../shared/contract/today.ts';
import { addDays, type Day, dayOfInstant, daysBetween } from '../../../shared/domain/days.ts';
import { returnFacts, returnReasons } from '../../../shared/domain/mail.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import type { RunState } from '../../../shared/domain/print-run.ts';
import { stateNames } from '../../../shared/domain/state-names.ts';
import type { StrategyBody } from '../../../shared/domain/strategy.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { afterReturnWords, returnReasonWords } from '../../../shared/text/mail-words.ts';
import { stepKindWords } from '../../../shared/text/strategy-words.ts';
import type { QueryContext } from '../context.ts';
import { readWaiting } from '../store/queries/incoming.ts';
import { countPlansInForce, listPlansInForce, type PlanWindow } from '../store/queries/plans.ts';
import { findLongestGrace } from '../store/queries/policies.ts';
import { countsOfRun, listOpenRuns } from '../store/queries/print-runs.ts';
import type { PromiseRow } from '../store/queries/promises.ts';
import {
  countLettersWaiting,
  listLimitationEnds,
  listOwedEvents,
  listRemindersAmong,
  listRenewals,
  listReturnedPieces,
  listStrategySteps,
  listValidationEnds,
  type ReturnedPieceRow,
  readReminderExtras,
} from '../store/queries/queue.ts';
import { findLastMark, type WaitingMark } from '../store/queries/queue-marks.ts';
import { countOpenReminders, listOpenReminders } from '../store/queries/reminders.ts';
import { bodyOf } from '../store/queries/strategies.ts';
import {
  countStepsDue,
  listPlanless,
  listPlanlessAmong,
  listPromisesDue,
  listPromisesLapsed,
  listStepsAmong,
  listStepsDue,
  sumPlanless,
} from '../store/queries/today.ts';
import { turnOf, whileUnchanged } from '../store/queries/unchanged.ts';
import { matchedOf } from './plan-facts.ts';
import { answersOwed, noticesOwed } from './today-law.ts';
import { aboutAccount, type Gathered, type Gathering, plainReason, type Reason } from './today-reason.ts';

/** A promise broken longer ago than this is no news. */
const brokenDays = 90;
/** A period that ends is told so many days ahead; a last day to sue so many. */
const validationAhead = 2;
const limitationAhead = 60;
const renewalAhead = 45;

const none: Gathered = { reasons: [], count: 0 };

function lateSince(day: Day, today: Day): number {
  return Math.max(0, daysBetween(day, today));
}

// ---- reminders ------------------------------------------------------------------------------------------------

function remindersDue({ context, most, waiting }: Gathering): Gathered {
  const { store, now, today, zone } = context;
  const putOff = waiting.filter(({ kind }) => kind === 'reminder_due' || kind === 'callback');
  const keys = new Set(putOff.map(({ key }) => key));
  const found = listOpenReminders(store, {
    accountId: null,
    until: now,
    limit: most + putOff.length,
    now,
  });
  const shown = found.filter(({ reminderId, dueAt }) => !keys.has(reminderKey(reminderId, dueAt)));
  const extras = readReminderExtras(
    store,
    shown.map(({ reminderId }) => reminderId),
  );
  const reasons = shown.slice(0, most).map((reminder): Reason => {
    const extra = extras.get(reminder.reminderId);
    const day = dayOfInstant(reminder.dueAt, zone);
    return {
      ...plainReason,
      key: reminderKey(reminder.reminderId, reminder.dueAt),
      kind: extra?.callback ? 'callback' : 'reminder_due',
      accountId: reminder.accountId,
      debtorName: reminder.debtorName,
      accountNumber: reminder.accountNumber,
      balanceCents: extra?.balanceCents ?? null,
      text: reminder.text,
      dueOn: day,
      dueAt: reminder.dueAt,
      reminderId: reminder.reminderId,
      missed: reminder.missed,
      priority: extra?.priority ?? 0,
      daysLate: lateSince(day, today),
    };
  });
  if (found.length < most + putOff.length) return { reasons, count: shown.length };
  const away = listRemindersAmong(
    store,
    putOff.map(({ key }) => Number(key.split(':')[1])),
    now,
  );
  const hidden = away.filter(({ reminderId, dueAt }) => keys.has(reminderKey(reminderId, dueAt)));
  return { reasons, count: countOpenReminders(store, now) - hidden.length };
}

export function reminderKey(reminderId: number, dueAt: number): string {
  return `reminder:${reminderId}:${dueAt}`;
}

// ---- promises and plans -----------------------------------------------------------------------------------------

function promiseReason(promise: PromiseRow, today: Day) {
  return {
    ...aboutAccount(promise),
    dueOn: promise.dueOn,
    daysLate: lateSince(promise.dueOn, today),
  };
}

function promisesBroken({ context, most }: Gathering): Gathered {
  const { today } = context;
  const { promises, count } = listPromisesLapsed(context.store, addDays(today, -brokenDays), context, most);
  const reasons = promises.map((promise): Reason => {
    const promised = `Promised ${formatDollars(promise.amountCents)}`;
    return {
      ...promiseReason(promise, today),
      key: `promise:${promise.promiseId}:broken`,
      kind: 'promise_broken',
      amountCents: promise.amountCents,
      text:
        promise.receivedCents > 0
          ? `${promised}, ${formatDollars(promise.receivedCents)} came`
          : `${promised}, nothing came`,
    };
  });
  return { reasons, count };
}

function promisesDue({ context, most }: Gathering): Gathered {
  const { promises, count } = listPromisesDue(context.store, context, most);
  const reasons = promises.map((promise): Reason => {
    const missing = promise.amountCents - promise.receivedCents;
    return {
      ...promiseReason(promise, context.today),
      key: `promise:${promise.promiseId}:due`,
      kind: 'promise_due',
      amountCents: missing,
      text: `Promised to pay ${formatDollars(missing)}${promise.receivedCents > 0 ? ' more' : ''}`,
    };
  });
  return { reasons, count };
}

/**
 * Plans by their first unpaid instalment: its grace has passed, or it is due. Either is left out while a reminder stands that
 * says so already.
 */
function instalments({ context, most }: Gathering, kind: 'instalment_missed' | 'instalment_due'): Gathered {
  const { store, now, today } = context;
  const over = kind === 'instalment_missed';
  const window: PlanWindow = {
    from: over ? '0000-00-00' : addDays(today, -findLongestGrace(store)),
    to: over ? addDays(today, -1) : today,
    grace: { over, today },
    notRemindedBy: now,
    notMarked: { as: over ? 'missed' : 'due', now },
  };
  const plans = listPlansInForce(store, window, most);
  const reasons = plans.flatMap((plan): Reason[] => {
    const matched = matchedOf(store, plan, today);
    const listed = matched.filter((instalment) =>
      over ? instalment.behind : instalment.paidCents < instalment.amountCents && instalment.dueOn <= today,
    );
    const first = listed[0];
    // Cut to what is owed, a plan may have nothing left to ask for; one odd plan must not take the whole day away.
    if (!first) return [];
    const amountCents = listed.reduce(
      (sum, instalment) => sum + instalment.amountCents - instalment.paidCents,
      0,
    );
    const text = !over
      ? `${nameOf(first.number, plan.lastNumber)}, ${formatDollars(amountCents)}, is due`
      : listed.length === 1
        ? `${nameOf(first.number, plan.lastNumber)} was missed, ${formatDollars(amountCents)} short`
        : `${listed.length} instalments were missed, ${formatDollars(amountCents)} short`;
    return [
      {
        ...aboutAccount(plan),
        key: `plan:${plan.planId}:${first.dueOn}:${over ? 'missed' : 'due'}`,
        kind,
        amountCents,
        dueOn: first.dueOn,
        text,
        daysLate: lateSince(first.dueOn, today),
      },
    ];
  });
  return { reasons, count: plans.length < most ? plans.length : countPlansInForce(store, window) };
}

function nameOf(number: number, last: number): string {
  return number === 0 ? 'The down payment' : `Instalment ${number} of ${last}`;
}

// ---- steps ------------------------------------------------------------------------------------------------------

function accountsOf(waiting: readonly WaitingMark[], kind: TodayKind): number[] {
  return waiting.flatMap((mark) => (mark.kind === kind && mark.accountId !== null ? mark.accountId : []));
}

export function stepKey(accountId: number, nextStepOn: Day): string {
  return `step:${accountId}:${nextStepOn}`;
}

/** A step put off and then set to another day is another occurrence: only the very one is left out. */
function nextSteps({ context, most, waiting }: Gathering): Gathered {
  const { store, today } = context;
  const keys = new Set(waiting.map(({ key }) => key));
  const hidden = listStepsAmong(store, today, accountsOf(waiting, 'next_step')).flatMap(
    ({ accountId, nextStepOn }) => (keys.has(stepKey(accountId, nextStepOn)) ? [accountId] : []),
  );
  const rows = listStepsDue(store, today, hidden, most);
  const reasons = rows.map((step): Reason => {
    const dueOn = step.nextStepOn ?? today;
    return {
      ...aboutAccount(step),
      key: stepKey(step.accountId, dueOn),
      kind: 'next_step',
      text: step.nextStep ?? 'Look at this account',
      dueOn,
      daysLate: lateSince(dueOn, today),
    };
  });
  return { reasons, count: rows.length < most ? rows.length : countStepsDue(store, today) - hidden.length };
}

/** `busy`: accounts that are listed for another reason are not called planless besides. */
function planless({ context, most, waiting }: Gathering, busy: ReadonlySet<number>): Gathered {
  const { store } = context;
  const hidden = [...busy, ...accountsOf(waiting, 'no_next_step')];
  const rows = listPlanless(store, hidden, most);
  const reasons = rows.map(
    (step): Reason => ({
      ...aboutAccount(step),
      key: `planless:${step.accountId}`,
      kind: 'no_next_step',
      text: 'Nothing is planned',
    }),
  );
  if (rows.length < most) return { reasons, count: rows.length };
  return { reasons, count: sumPlanless(store).count - listPlanlessAmong(store, [...new Set(hidden)]).length };
}

// ---- strategies and letters -------------------------------------------------------------------------------------

/** What a step asks for, in a line. */
function stepWords(body: StrategyBody, at: number): string {
  const step = body.steps[at];
  if (!step) return 'The next step';
  const text = step.text.trim().split('\n')[0] ?? '';
  return text === '' ? stepKindWords[step.kind] : `${stepKindWords[step.kind]}: ${text.slice(0, 200)}`;
}

function strategySteps({ context, most }: Gathering): Gathered {
  const { today } = context;
  const { rows, count } = listStrategySteps(context.store, context, most);
  const reasons = rows.map(
    (row): Reason => ({
      ...aboutAccount(row),
      key: `strategy:${row.memberId}:${row.step}`,
      kind: 'strategy_step',
      text: `${stepWords(bodyOf(context.store, row.versionId), row.step)} (${row.strategy}, step ${row.step + 1})${row.stuck ? `. ${row.stuck}` : ''}`,
      dueOn: row.dueOn,
      memberId: row.memberId,
      daysLate: lateSince(row.dueOn, today),
    }),
  );
  return { reasons, count };
}

/** All letters that wait are one thing to do: they are printed together. Runs that are not over are asked about each by itself. */
function lettersWaiting({ context, waiting }: Gathering): Gathered {
  const { store, today } = context;
  const isMarked = (key: string) =>
    waiting.some((mark) => mark.key === key) || findLastMark(store, key)?.mark === 'done';
  const reasons = runsToFinish(context).filter(({ key }) => !isMarked(key));
  const key = `letters:${today}`;
  const { count, since } = countLettersWaiting(store, today);
  if (count > 0 && since !== null && !isMarked(key)) {
    const text = count === 1 ? 'A letter waits to be printed' : `${count} letters wait to be printed`;
    const daysLate = lateSince(since, today);
    reasons.push({ ...plainReason, key, kind: 'letter_waiting', text, dueOn: since, daysLate });
  }
  return { reasons, count: reasons.length };
}

/** All money that waits is one thing to do: it is looked through together. */
function moneyWaiting({ context, waiting }: Gathering): Gathered {
  const { store, today } = context;
  const key = `incoming:${today}`;
  const { open, openCents, oldestOn } = readWaiting(store);
  const isMarked = waiting.some((mark) => mark.key === key) || findLastMark(store, key)?.mark === 'done';
  if (open === 0 || oldestOn === null || isMarked) return none;
  const text =
    open === 1
      ? 'A deposit waits for its account'
      : `${open.toLocaleString('en-US')} deposits wait for their accounts`;
  const reason: Reason = {
    ...plainReason,
    key,
    kind: 'money_waiting',
    amountCents: openCents === 0 ? null : openCents,
    text,
    dueOn: oldestOn,
    daysLate: lateSince(oldestOn, today),
  };
  return { reasons: [reason], count: 1 };
}

function runsToFinish({ store, today, zone }: QueryContext): Reason[] {
  return listOpenRuns(store).map((run) => {
    const { planned, made, spoilt, sent_to_printer: sent } = countsOfRun(store, run.runId);
    const dueOn = dayOfInstant(run.madeAt, zone);
    return {
      ...plainReason,
      key: `run:${run.runId}:${run.state}`,
      kind: 'letter_waiting',
      text: runWords(run.name, run.state, { planned, ready: made + spoilt, sent }),
      dueOn,
      daysLate: lateSince(dueOn, today),
    };
  });
}

function runWords(
  name: string,
  state: RunState,
  { planned, ready, sent }: { readonly planned: number; readonly ready: number; readonly sent: number },
): string {
  const are = (number: number) => (number === 1 ? '1 letter is' : `${number} letters are`);
  if (state === 'making') return `${name}: ${are(planned)} still to be made`;
  if (state === 'made') return `${name}: ${are(ready)} made and not printed`;
  return `Did “${name}” print well? ${sent === 1 ? '1 letter does' : `${sent} letters do`} not count as sent yet`;
}

// ---- the law and the office -------------------------------------------------------------------------------------

function returnedWords({ on, reason }: ReturnedPieceRow): string {
  const known = returnReasons.find((one) => one === reason);
  const next = known
    ? ` (${returnReasonWords[known].toLowerCase()}). ${afterReturnWords[returnFacts[known].next]}`
    : '';
  return `A letter came back on ${dayWords(on)}${next}`;
}

function mailReturned({ context, most }: Gathering): Gathered {
  const { store, now, today } = context;
  const { rows, count } = listOwedEvents(
    store,
    ['notice_returned'],
    { prefix: 'mail', suffix: '' },
    now,
    most,
  );
  const reasons = rows.map(
    (row): Reason => ({
      ...aboutAccount(row),
      key: `mail:${row.eventId}`,
      kind: 'mail_returned',
      text: `A notice came back on ${dayWords(row.on)}: find an address and send it again`,
      dueOn: row.on,
      daysLate: lateSince(row.on, today),
    }),
  );
  const pieces = listReturnedPieces(store, now, most);
  const ofPieces = pieces.rows.map(
    (row): Reason => ({
      ...aboutAccount(row),
      key: `returned:${row.returnId}`,
      kind: 'mail_returned',
      text: returnedWords(row),
      dueOn: row.on,
      daysLate: lateSince(row.on, today),
    }),
  );
  return { reasons: [...reasons, ...ofPieces].slice(0, most), count: count + pieces.count };
}

function validationEnding({ context, most }: Gathering): Gathered {
  const { store, now, today } = context;
  const days = { from: today, to: addDays(today, validationAhead), now };
  const { rows, count } = listValidationEnds(store, days, most);
  const reasons = rows.map(
    (row): Reason => ({
      ...aboutAccount(row),
      key: `validation:${row.accountId}:${row.endsOn}`,
      kind: 'validation_ending',
      text: `The validation period ends on ${dayWords(row.endsOn)}: plan what comes after it`,
      dueOn: row.endsOn,
      lastOn: row.endsOn,
    }),
  );
  return { reasons, count };
}

function limitationEnding({ context, most }: Gathering): Gathered {
  const { store, now, today } = context;
  const days = { from: today, to: addDays(today, limitationAhead), now };
  const { rows, count } = listLimitationEnds(store, days, most);
  const reasons = rows.map(
    (row): Reason => ({
      ...aboutAccount(row),
      key: `limitation:${row.accountId}:${row.endsOn}`,
      kind: 'limitation_ending',
      text: `The last day to sue to rely on is ${dayWords(row.endsOn)}: decide before it passes`,
      dueOn: row.endsOn,
      lastOn: row.endsOn,
    }),
  );
  return { reasons, count };
}

function renewals({ context }: Gathering): Gathered {
  const { store, now, today } = context;
  const rows = listRenewals(store, addDays(today, renewalAhead), now);
  const reasons = rows.map((row): Reason => {
    const state = Object.entries(stateNames).find(([code]) => code === row.name)?.[1];
    const what = row.key.startsWith('licence:') ? `The license of ${state ?? row.name}` : row.name;
    return {
      ...plainReason,
      key: row.key,
      kind: 'renewal_due',
      text: `${what} is to be renewed by ${dayWords(row.renewsOn)}`,
      dueOn: row.renewsOn,
      lastOn: row.renewsOn,
    };
  });
  return { reasons, count: rows.length };
}

// ---- all of them ------------------------------------------------------------------------------------------------

const gatherers: Readonly<Record<Exclude<TodayKind, 'no_next_step'>, (gathering: Gathering) => Gathered>> = {
  callback: () => none,
  reminder_due: remindersDue,
  notice_due: noticesOwed,
  dispute_answer_owed: (gathering) => answersOwed(gathering, 'dispute_answer_owed'),
  request_answer_owed: (gathering) => answersOwed(gathering, 'request_answer_owed'),
  promise_broken: promisesBroken,
  instalment_missed: (gathering) => instalments(gathering, 'instalment_missed'),
  promise_due: promisesDue,
  instalment_due: (gathering) => instalments(gathering, 'instalment_due'),
  strategy_step: strategySteps,
  mail_returned: mailReturned,
  limitation_ending: limitationEnding,
  money_waiting: moneyWaiting,
  letter_waiting: lettersWaiting,
  next_step: nextSteps,
  validation_ending: validationEnding,
  renewal_due: renewals,
};

/** Kinds that change only with a row, with the day, or when a mark ends or a reminder comes due. */
const steady: ReadonlySet<TodayKind> = new Set([
  'promise_broken',
  'instalment_missed',
  'promise_due',
  'instalment_due',
  'strategy_step',
  'mail_returned',
  'limitation_ending',
  'validation_ending',
  'renewal_due',
]);

/**
 * Every kind with its reasons, those without any left out. Callbacks are reminders too: they are found with them and
 * counted as far as they are listed.
 */
export function gatherReasons(
  gathering: Omit<Gathering, 'most'>,
  mostOf: (kind: TodayKind) => number,
): Map<TodayKind, Gathered> {
  const found = new Map<TodayKind, Gathered>();
  const { store, now, today } = gathering.context;
  const turn = turnOf(store, now);
  for (const [kind, gather] of Object.entries(gatherers) as [TodayKind, (g: Gathering) => Gathered][]) {
    const most = mostOf(kind);
    const gathered = steady.has(kind)
      ? whileUnchanged(store, `${kind} ${most} ${today} ${turn}`, () => gather({ ...gathering, most }))
      : gather({ ...gathering, most });
    if (kind !== 'reminder_due') {
      if (kind !== 'callback') found.set(kind, gathered);
      continue;
    }
    const callbacks = gathered.reasons.filter((reason) => reason.kind === 'callback');
    found.set('callback', { reasons: callbacks, count: callbacks.length });
    found.set('reminder_due', {
      reasons: gathered.reasons.filter((reason) => reason.kind === 'reminder_due'),
      count: gathered.count - callbacks.length,
    });
  }
  const busy = new Set<number>();
  for (const { reasons } of found.values())
    for (const { accountId } of reasons) if (accountId !== null) busy.add(accountId);
  found.set('no_next_step', planless({ ...gathering, most: mostOf('no_next_step') }, busy));
  for (const [kind, { count }] of found) if (count === 0) found.delete(kind);
  return found;
}
