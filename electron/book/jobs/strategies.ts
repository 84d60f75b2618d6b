/**
 * Long work on strategies: what one would do, letting its accounts in, taking them out, what it came to. Each goes in slices of some
 * milliseconds, so that whoever works at the window does not notice; a turning on that is stopped takes back what it did.
 */
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { daysPastDue } from '../../../shared/domain/account.ts';
import { type Day, dayOfInstant } from '../../../shared/domain/days.ts';
import {
  manyLetters,
  plannedDays,
  type StrategyBody,
  type StrategyStep,
} from '../../../shared/domain/strategy.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { reasonLabel } from '../../../shared/text/reason-words.ts';
import type { JobContext, JobHandler, QueryContext } from '../context.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { runCommand } from '../run-call.ts';
import { makeCallClock } from '../services/clocks.ts';
import { makeLetterOutlook } from '../services/letter-outlook.ts';
import { problemsOf } from '../services/strategies.ts';
import { daySlice, enterRange, leftOutOf } from '../services/strategy-day.ts';
import { endMember } from '../services/strategy-members.ts';
import { readLawCases } from '../store/queries/law-facts.ts';
import {
  type Candidate,
  findStrategy,
  lastAccountId,
  listCandidates,
  listStrategies,
  updateDayPass,
  updateStrategyState,
} from '../store/queries/strategies.ts';
import {
  countActive,
  deleteEntered,
  deleteOfDraft,
  listActiveIds,
  listEnteredIds,
} from '../store/queries/strategy-members.ts';
import { type ResultSums, sumResults } from '../store/queries/strategy-results.ts';
import { turnDay } from '../store/queries/summaries.ts';

/** Time that passes; what time of day it is comes with the request. */
const elapsed = () => performance.now();
const sliceMs = 8;
const jobSliceMs = 16;
const rangeOfIds = 200;
/** Of accounts the rules are asked about. */
const askedTogether = 25;

// ---- the day -----------------------------------------------------------------------------------------------

export const advanceDay: ErrandHandlers['strategies.advance'] = (around, { operationId }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  // Nothing a person decided: what it did stands in the steps of each account.
  const operation = { call: 'strategies.advance', operationId, input: null, audited: false };
  // Main tells the window, now and then instead of with every slice.
  const silent = { ...around, announce: () => undefined };
  return runCommand(context, operation, silent, (command) => ok(daySlice(command, sliceMs, elapsed)));
};

export const advanceAll: JobHandler<'strategies.advance'> = async (context) => {
  for (let looked = 0; ; ) {
    if (context.cancelled()) return fail('call.cancelled');
    const slice = context.slice((command) => ok(daySlice(command, jobSliceMs, elapsed)));
    if (!slice.ok) return slice;
    looked += slice.value.looked;
    if (slice.value.done) return ok({ looked });
    context.progress({ phase: 'Looking at what is due', done: looked, total: null });
    await context.breathe();
  }
};

// ---- what it would do --------------------------------------------------------------------------------------

type Counts = Map<string, number>;

const add = (counts: Counts, key: string, by = 1) => void counts.set(key, (counts.get(key) ?? 0) + by);

const listed = (counts: Counts) =>
  [...counts].map(([why, accounts]) => ({ why, accounts })).sort((a, b) => b.accounts - a.accounts);

/** What the rules say of the first letter or call of some accounts, as of now: a reason, or nothing. */
function refusalsOf(
  context: QueryContext,
  step: StrategyStep | undefined,
): (ids: number[]) => Map<number, string> {
  if (step?.kind !== 'letter' && step?.kind !== 'call') return () => new Map();
  const letter = makeLetterOutlook(context);
  const call = makeCallClock(context);
  return (ids) => {
    const found = new Map<number, string>();
    for (const one of readLawCases(context.store, ids, context.today)) {
      if (step.kind === 'letter') {
        const asked = letter(one, step.templateCode);
        if (!asked.mayGo) found.set(one.debt.accountId, asked.why);
        continue;
      }
      const { opensAt, code } = call(one);
      const on = opensAt === null ? null : dayOfInstant(opensAt, context.zone);
      if (on !== null && on <= context.today) continue;
      found.set(
        one.debt.accountId,
        code === null ? 'No call is allowed today.' : `No call today: ${reasonLabel(code)}.`,
      );
    }
    return found;
  };
}

const mostNamed = 100;

/** Reasons speak of one account; for a count the figures in them are left out. */
const kindOfReason = (text: string) => (text.split(/(?<=\.)\s/)[0] ?? text).replace(/\d[\d,.]*/g, '…');

export const previewStrategy: JobHandler<'strategies.preview'> = async (context, { strategyId, body }) => {
  const { store, today } = context;
  const error = problemsOf(context, body).find(({ kind }) => kind === 'error');
  if (error) {
    return fail('strategy.invalid', { step: error.step === null ? 0 : error.step + 1, text: error.text });
  }
  turnDay(store, today);
  const total = lastAccountId(store);
  const refusals = refusalsOf(
    context,
    body.steps.find(({ kind }) => kind === 'letter' || kind === 'call'),
  );
  const leftOut: Counts = new Map();
  const refused: Counts = new Map();
  const first: OutputOf<'strategies.preview'>['first'] = [];
  let [accounts, balanceCents] = [0, 0];
  for (let after = 0; after < total; ) {
    if (context.cancelled()) return fail('call.cancelled');
    const began = elapsed();
    do {
      const upTo = after + askedTogether;
      const entering: Candidate[] = [];
      for (const row of listCandidates(store, strategyId, body.forWhom, { after, upTo }, context)) {
        const why = leftOutOf(row, body.forWhom, context);
        if (why === null) entering.push(row);
        else add(leftOut, why);
      }
      const stopped = refusals(entering.map(({ accountId }) => accountId));
      for (const why of stopped.values()) add(refused, kindOfReason(why));
      for (const { accountId, debtorName, number, balanceCents: cents, oldestDueOn } of entering) {
        accounts += 1;
        balanceCents += cents;
        if (first.length >= mostNamed) continue;
        first.push({
          accountId,
          debtorName,
          number,
          balanceCents: cents,
          daysPastDue: daysPastDue(oldestDueOn, today),
          refused: stopped.get(accountId) ?? '',
        });
      }
      after = upTo;
    } while (after < total && elapsed() - began < jobSliceMs);
    context.progress({ phase: 'Looking at the accounts', done: Math.min(after, total), total });
    await context.breathe();
  }
  const days = plannedDays(body.steps, today).map((on, step) => ({
    on,
    step,
    kind: body.steps[step]?.kind ?? ('wait' as const),
    accounts,
  }));
  const letters = busiestLetters(days);
  return ok({
    accounts,
    balanceCents,
    leftOut: listed(leftOut),
    refused: listed(refused),
    days,
    lettersMost: letters?.count ?? 0,
    lettersMostOn: letters?.on ?? null,
    first,
  });
};

/** The day with the most letters; of equals the first. */
function busiestLetters(
  days: readonly { readonly on: Day; readonly kind: string; readonly accounts: number }[],
): { readonly on: Day; readonly count: number } | null {
  const counts = new Map<Day, number>();
  for (const { on, kind, accounts } of days) {
    if (kind === 'letter') counts.set(on, (counts.get(on) ?? 0) + accounts);
  }
  let most: { readonly on: Day; readonly count: number } | null = null;
  for (const [on, count] of counts) if (most === null || count > most.count) most = { on, count };
  return most;
}

// ---- on and off --------------------------------------------------------------------------------------------

/** No further than past `most`. */
async function countEntering(
  context: JobContext,
  strategyId: number,
  body: StrategyBody,
  most: number,
): Promise<number> {
  const { store } = context;
  const total = lastAccountId(store);
  let count = 0;
  for (let after = 0; after < total && count <= most; after += rangeOfIds * 4) {
    const range = { after, upTo: after + rangeOfIds * 4 };
    for (const row of listCandidates(store, strategyId, body.forWhom, range, context)) {
      if (leftOutOf(row, body.forWhom, context) === null) count += 1;
    }
    await context.breathe();
  }
  return count;
}

export const turnOn: JobHandler<'strategies.turnOn'> = async (context, { strategyId, letters }) => {
  const { store, now, today } = context;
  const strategy = findStrategy(store, strategyId);
  if (!strategy) return fail('strategy.not_found');
  if (strategy.state === 'on') return fail('strategy.already_on', { name: strategy.name });
  const { body } = strategy;
  const error = problemsOf(context, body).find(({ kind }) => kind === 'error');
  if (error) {
    return fail('strategy.invalid', { step: error.step === null ? 0 : error.step + 1, text: error.text });
  }
  turnDay(store, today);
  const sends = body.steps.some(({ kind }) => kind === 'letter');
  if (sends && letters === null) {
    const entering = await countEntering(context, strategyId, body, manyLetters);
    if (entering > manyLetters) return fail('strategy.many_letters', { most: manyLetters });
  }
  const perDay = letters?.kind === 'per_day' ? letters.most : null;
  const startsWithLetter = body.steps[0]?.kind === 'letter';
  store.transaction(() => deleteOfDraft(store, strategyId));
  const total = lastAccountId(store);
  let entered = 0;
  for (let after = 0; after < total; ) {
    if (context.cancelled()) {
      await takeBack(context, strategyId);
      return fail('call.cancelled');
    }
    const began = elapsed();
    store.transaction(() => {
      do {
        const before = entered;
        const upTo = after + rangeOfIds;
        // The first letter of each day’s share comes on that day already; later ones are shared out when they come due.
        const laterBy = (place: number) =>
          startsWithLetter && perDay !== null ? Math.floor((before + place) / perDay) : 0;
        entered += enterRange(context, strategy, { after, upTo }, laterBy).length;
        after = upTo;
      } while (after < total && elapsed() - began < jobSliceMs);
    });
    context.progress({ phase: 'Letting accounts in', done: Math.min(after, total), total });
    await context.breathe();
  }
  return context.write((command) => {
    updateStrategyState(store, strategyId, 'on', perDay, now);
    // Whoever comes today was let in just now.
    updateDayPass(store, strategyId, today, null);
    command.changed('strategies');
    return ok({ entered });
  });
};

/** Those the day went on with meanwhile, as in a strategy that was on before, leave it, and their letters are not sent. */
async function takeBack(context: JobContext, strategyId: number): Promise<void> {
  const { store, now } = context;
  while (store.transaction(() => deleteEntered(store, strategyId, now, rangeOfIds)) > 0) {
    await context.breathe();
  }
  for (let left = rangeOfIds; left === rangeOfIds; await context.breathe()) {
    left = store.transaction(() => {
      const some = listEnteredIds(store, strategyId, now, rangeOfIds);
      for (const memberId of some) endMember(context, { memberId }, 'off');
      return some.length;
    });
  }
  context.slice((command) => {
    command.changed('strategies');
    command.changed('letters');
    return ok(null);
  });
}

export const turnOff: JobHandler<'strategies.turnOff'> = async (context, { strategyId, members }) => {
  const { store, now } = context;
  const strategy = findStrategy(store, strategyId);
  if (!strategy) return fail('strategy.not_found');
  if (strategy.state === 'draft') return fail('strategy.not_on', { name: strategy.name });
  // At once, so that nobody enters while the accounts leave.
  const off = context.write((command) => {
    updateStrategyState(store, strategyId, 'off', strategy.lettersPerDay, now);
    command.changed('strategies');
    return ok({ stopped: members === 'stop' ? countActive(store, strategyId) : 0 });
  });
  if (!off.ok || members === 'finish') return off;
  const total = off.value.stopped;
  for (let done = 0; ; ) {
    const ids = store.transaction(() => {
      const some = listActiveIds(store, strategyId, 200);
      for (const memberId of some) endMember(context, { memberId }, 'off');
      return some;
    });
    if (ids.length === 0) break;
    done += ids.length;
    context.progress({ phase: 'Taking accounts out', done, total });
    await context.breathe();
    if (context.cancelled()) break;
  }
  context.slice((command) => {
    command.changed('strategies');
    command.changed('letters');
    return ok(null);
  });
  return off;
};

// ---- what it came to ---------------------------------------------------------------------------------------

type Result = OutputOf<'strategies.compare'>['results'][number];

function emptyResult(strategyId: number, name: string, version: number | null): Result {
  return {
    strategyId,
    name,
    version,
    entered: 0,
    entryCents: 0,
    daysPastDueSum: 0,
    active: 0,
    reached: 0,
    promises: 0,
    promisesKept: 0,
    plans: 0,
    letters: 0,
    calls: 0,
    objections: 0,
    within: [30, 60, 90].map((days) => ({ days, accounts: 0, entryCents: 0, collectedCents: 0 })),
  };
}

const summed = [
  'entered',
  'entryCents',
  'daysPastDueSum',
  'active',
  'reached',
  'promises',
  'promisesKept',
  'plans',
  'letters',
  'calls',
  'objections',
] as const;

function addSums(result: Result, sums: ResultSums): void {
  for (const key of summed) result[key] += sums[key];
  const parts = [
    [sums.accounts30, sums.entry30, sums.paid30],
    [sums.accounts60, sums.entry60, sums.paid60],
    [sums.accounts90, sums.entry90, sums.paid90],
  ] as const;
  for (const [index, [accounts, entryCents, collectedCents]] of parts.entries()) {
    const part = result.within[index];
    if (!part) continue;
    part.accounts += accounts;
    part.entryCents += entryCents;
    part.collectedCents += collectedCents;
  }
}

export const compareStrategies: JobHandler<'strategies.compare'> = async (
  context,
  { strategyIds, byVersion },
) => {
  const { store, today } = context;
  const results: Result[] = [];
  for (const { strategyId, name } of listStrategies(store)) {
    if (strategyIds.length > 0 && !strategyIds.includes(strategyId)) continue;
    const found = new Map<number | null, Result>();
    if (!byVersion) found.set(null, emptyResult(strategyId, name, null));
    for (let after = 0; ; ) {
      if (context.cancelled()) return fail('call.cancelled');
      const part = sumResults(store, strategyId, after, 400, today);
      if (part === null) break;
      for (const sums of part.sums) {
        const key = byVersion ? sums.version : null;
        const result = found.get(key) ?? emptyResult(strategyId, name, key);
        found.set(key, result);
        addSums(result, sums);
      }
      after = part.last;
      context.progress({ phase: `Adding up ${name}`, done: after, total: null });
      await context.breathe();
    }
    results.push(...found.values());
  }
  return ok({ results });
};
