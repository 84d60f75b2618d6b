/**
 * The clocks of accounts: whether the debtor may be called and when, calls used of seven, when the validation and the limitation
 * period end. They are worked out by the rules, kept beside the summaries, and brought up to date when a fact changes, when their
 * time runs out, and for the whole book when the office or the law changes.
 *
 * The call they speak of is the plain one: to the debtor, by hand, about this debt, on whichever usable number may be
 * called soonest. `clocks_until` is never later than the next midnight of the office, because facts are kept by days.
 */
import { CaseView } from '../../../shared/rules/case-view.ts';
import { type ListClocks, listClocksIn } from '../../../shared/rules/clocks.ts';
import { callCount } from '../../../shared/rules/contact/timing/call-count.ts';
import { type ContactClock, clockOf } from '../../../shared/rules/decide.ts';
import type { GateFacts, OfficeFacts, PersonFacts } from '../../../shared/rules/facts.ts';
import type { LawBook } from '../../../shared/rules/law-book.ts';
import { startOfLocalDayAfter } from '../../../shared/rules/time/local-time.ts';
import type { QueryContext } from '../context.ts';
import type { Moment } from '../protocol.ts';
import {
  type ClockRow,
  clockColumns,
  findWaitingAfter,
  forgetDirty,
  listAccountsAfter,
  listDirty,
  listExpired,
  readClocks,
  updateClocks,
  updateWaitingAfter,
} from '../store/queries/clocks.ts';
import { type LawCase, readLawCases } from '../store/queries/law-facts.ts';
import type { Store } from '../store/store.ts';
import { lawInForce, officeFactsOf, plainAct } from './law-facts.ts';

type Reckoning = {
  readonly now: number;
  readonly zone: string;
  readonly office: OfficeFacts;
  readonly law: LawBook;
  /** The first instant of the office’s next day. */
  readonly midnight: number;
};

function reckoningOf(store: Store, { now, zone }: Moment): Reckoning {
  return {
    now,
    zone,
    office: officeFactsOf(store),
    law: lawInForce(store),
    midnight: startOfLocalDayAfter(zone, now, 1),
  };
}

/** Numbers a call can go to. */
function usablePhones({ phones }: PersonFacts): PersonFacts['phones'] {
  return phones.filter(({ status }) => status === 'current' || status === 'unverified');
}

const noPhone: ContactClock = {
  outcome: 'undetermined',
  code: 'NO_PHONE',
  opensAt: null,
  closesAt: null,
  changesAt: null,
};

const nothingToCollect: ContactClock = {
  outcome: 'blocked',
  code: 'DEBT_CLOSED',
  opensAt: null,
  closesAt: null,
  changesAt: null,
};

/** Lawful before not, sooner before later, without a caution before with one, longer before shorter. */
function isBetter(a: ContactClock, b: ContactClock): boolean {
  if (a.opensAt === null || b.opensAt === null) {
    if (a.opensAt !== b.opensAt) return a.opensAt !== null;
    return a.outcome === 'undetermined' && b.outcome === 'blocked';
  }
  if (a.opensAt !== b.opensAt) return a.opensAt < b.opensAt;
  if (a.outcome !== b.outcome) return a.outcome === 'allowed';
  return (a.closesAt ?? Number.MAX_SAFE_INTEGER) > (b.closesAt ?? Number.MAX_SAFE_INTEGER);
}

/** The call on the best of the person’s numbers, and what was found out of the person on the way. */
function bestCall(
  found: LawCase,
  reckoning: Reckoning,
): { readonly call: ContactClock; readonly view: CaseView } {
  const { now, zone, office, law } = reckoning;
  const factsOn = (phoneId: number | null): GateFacts => ({
    now,
    zone,
    act: plainAct({ channel: 'call', phoneId }),
    office,
    debt: found.debt,
    person: found.person,
    events: found.events,
    contacts: found.contacts,
  });
  // Nothing is collected on it, whatever else the rules would say; a quarter of a grown book is like that.
  if (found.debt.closed || found.debt.balanceCents <= 0) {
    return { call: nothingToCollect, view: new CaseView(factsOn(null), law.states) };
  }
  let best: ContactClock | null = null;
  let changesAt: number | null = null;
  let view: CaseView | null = null;
  for (const { phoneId } of usablePhones(found.person)) {
    const facts = factsOn(phoneId);
    view = new CaseView(facts, law.states, view);
    const call = clockOf(facts, law, view);
    if (best === null || isBetter(call, best)) best = call;
    changesAt = sooner(changesAt, call.changesAt);
    // Nothing is better than now.
    if (call.opensAt === now && call.outcome === 'allowed') return { call, view };
  }
  return {
    call: best === null ? noPhone : { ...best, changesAt },
    view: view ?? new CaseView(factsOn(null), law.states),
  };
}

/** The call on the best number, for many accounts in turn, as of now. */
export function makeCallClock(context: QueryContext): (found: LawCase) => ContactClock {
  const reckoning = reckoningOf(context.store, context);
  return (found) => bestCall(found, reckoning).call;
}

function sooner(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

/** The next midnight by any clock the person may live by: from then on a call fewer may count. */
function nextMidnight(view: CaseView, now: number): number {
  return Math.min(...view.zones.map((zone) => startOfLocalDayAfter(zone, now, 1)));
}

const unclear: ListClocks = { validationEndOn: null, limitationOn: null, limitationState: 'uncertain' };

/** A date on file that is none must not stop the command that touches the account, nor the background at it. */
function debtClocksOf(view: CaseView): ListClocks {
  try {
    return listClocksIn(view);
  } catch {
    return unclear;
  }
}

function clocksOf(found: LawCase, reckoning: Reckoning): ClockRow {
  const { now, midnight } = reckoning;
  const { call, view } = bestCall(found, reckoning);
  const { used } = callCount(view, now);
  const debt = debtClocksOf(view);
  let until = Math.min(midnight, call.changesAt ?? midnight);
  if (used > 0) until = Math.min(until, nextMidnight(view, now));
  // A rule that is wrong about its time must not keep the background at it for ever.
  if (until <= now) until = now + 60_000;
  return {
    call_outcome: call.outcome,
    call_code: call.code,
    call_opens_at: call.opensAt,
    call_closes_at: call.closesAt,
    calls_used: used,
    validation_end_on: debt.validationEndOn,
    limitation_on: debt.limitationOn,
    limitation_state: debt.limitationState,
    clocks_until: until,
  };
}

/** A span that is open stays the span it was, so that its row need not be written again. */
function keepSpan(was: ClockRow, is: ClockRow, now: number): ClockRow {
  const open = (at: number | null) => at !== null && at <= now;
  return open(was.call_opens_at) && open(is.call_opens_at) ? { ...is, call_opens_at: was.call_opens_at } : is;
}

function freshen(store: Store, accountIds: readonly number[], reckoning: Reckoning, today: string): number[] {
  if (accountIds.length === 0) return [];
  const kept = readClocks(store, accountIds);
  const changed: number[] = [];
  for (const found of readLawCases(store, accountIds, today)) {
    const { accountId } = found.debt;
    const was = kept.get(accountId);
    if (!was) continue;
    const is = keepSpan(was, clocksOf(found, reckoning), reckoning.now);
    if (updateClocks(store, accountId, was, is)) changed.push(accountId);
  }
  return changed;
}

/** Works out the clocks of some accounts; answers those whose clocks are others now. In a transaction of the caller’s. */
export function freshenAccounts(context: QueryContext, accountIds: readonly number[]): number[] {
  const { store, today } = context;
  const changed = freshen(store, accountIds, reckoningOf(store, context), today);
  forgetDirty(store, accountIds);
  return changed;
}

/** So many accounts a command brings up to date by itself; above it they wait for the background. */
export const mostAtOnce = 200;

/** At the end of a command: the clocks of the accounts it touched. `null` when it touched too many; they wait then. */
export function freshenTouched(context: QueryContext): number[] | null {
  const { store } = context;
  const dirty = listDirty(store, mostAtOnce + 1);
  if (dirty.length > mostAtOnce) return null;
  return dirty.length === 0 ? [] : freshenAccounts(context, dirty);
}

// ---- in the background ----------------------------------------------------------------------------------------

/** Read and worked out together; small enough that a slice never runs much over its time. */
const chunk = 80;

export type Slice = {
  /** How many accounts were looked at, and how many have other clocks now. */
  readonly looked: number;
  readonly changed: number;
  /** Nothing waits any more. */
  readonly done: boolean;
};

/** The next accounts that wait: changed ones first, then those that ran out, then the whole book in its order. */
function nextWaiting(
  store: Store,
  now: number,
): { readonly ids: number[]; readonly why: 'changed' | 'whole' | 'ran out' } {
  const dirty = listDirty(store, chunk);
  if (dirty.length > 0) return { ids: dirty, why: 'changed' };
  const after = findWaitingAfter(store);
  if (after !== null) return { ids: listAccountsAfter(store, after, chunk), why: 'whole' };
  return { ids: listExpired(store, now, chunk), why: 'ran out' };
}

/** Works for about so long in one transaction. `clock` is the time that passes, not the time of day. */
export function freshenSlice(context: QueryContext, mostMs: number, clock: () => number): Slice {
  const { store, now, today } = context;
  const began = clock();
  return store.transaction(() => {
    const reckoning = reckoningOf(store, context);
    let [looked, changed] = [0, 0];
    do {
      const { ids, why } = nextWaiting(store, now);
      changed += freshen(store, ids, reckoning, today).length;
      looked += ids.length;
      if (why === 'changed') forgetDirty(store, ids);
      else if (why === 'whole') updateWaitingAfter(store, ids.length < chunk ? null : (ids.at(-1) ?? null));
      else if (ids.length === 0) return { looked, changed, done: true };
    } while (clock() - began < mostMs);
    return { looked, changed, done: false };
  });
}

// ---- checking -------------------------------------------------------------------------------------------------

export type ClockDifference = { readonly accountId: number; readonly what: string };

/**
 * Every account whose clocks are kept as holding and are not what the rules say now. Those that wait are left out; so is
 * since when an open span is open.
 */
export function checkClocks(store: Store, moment: Moment & { readonly today: string }): ClockDifference[] {
  const { now } = moment;
  const reckoning = reckoningOf(store, moment);
  const after = findWaitingAfter(store);
  const dirty = new Set(listDirty(store, Number.MAX_SAFE_INTEGER));
  const differences: ClockDifference[] = [];
  for (let last = 0; ; ) {
    const ids = listAccountsAfter(store, last, 500);
    if (ids.length === 0) return differences;
    last = ids.at(-1) ?? last;
    const kept = readClocks(store, ids);
    for (const found of readLawCases(store, ids, moment.today)) {
      const { accountId } = found.debt;
      const was = kept.get(accountId);
      const waits = dirty.has(accountId) || (after !== null && accountId > after);
      if (!was || waits || (was.clocks_until !== null && was.clocks_until <= now)) continue;
      const is = keepSpan(was, clocksOf(found, reckoning), now);
      const wrong = clockColumns.filter((column) => was[column] !== is[column]);
      for (const column of wrong) {
        differences.push({ accountId, what: `${column}: ${was[column]} instead of ${is[column]}` });
      }
    }
  }
}
