/**
 * What a day brings to the accounts in strategies, in slices short enough that nobody at the window notices. First every strategy's
 * accounts are gone through once: those that something ended leave, new ones enter. Then whatever is due is looked at: stops first,
 * then the step's conditions, then the rules. A letter goes to those that wait to be printed, a hold is made, a wait is over; what
 * needs a person stands as due until somebody finishes it. A step the rules put off is kept as put off, with the reason, and comes
 * again on the first lawful day; after a few times, or when time alone does not help, somebody is asked to look.
 *
 * Every part moves what it has dealt with out of its own sight, so a day done twice comes to the same, and one broken off goes on.
 */
import { daysPastDue } from '../../../shared/domain/account.ts';
import { addDays, type Day, dayOfInstant } from '../../../shared/domain/days.ts';
import {
  dueAfter,
  lastDayOfHold,
  lawStops,
  mostTries,
  type StrategyFilter,
  type StrategyStep,
  unmetOf,
} from '../../../shared/domain/strategy.ts';
import { reasonLabel } from '../../../shared/text/reason-words.ts';
import { lawStopWords, unmetWords } from '../../../shared/text/strategy-words.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { insertHold } from '../store/queries/accounts.ts';
import { type LawCase, readLawCases } from '../store/queries/law-facts.ts';
import { countWantedOn, findWaitingOf, insertQueued } from '../store/queries/print-queue.ts';
import {
  bodyOf,
  type Candidate,
  type DayPass,
  findStrategy,
  lastAccountId,
  listCandidates,
  nextDayPass,
  type StrategyRecord,
  updateDayPass,
} from '../store/queries/strategies.ts';
import {
  countDueOn,
  insertMember,
  listMembersBetween,
  listToLookAt,
  type MemberCase,
  type MemberRecord,
  updatePlace,
} from '../store/queries/strategy-members.ts';
import { refreshSummary, turnDay } from '../store/queries/summaries.ts';
import { makeCallClock } from './clocks.ts';
import { makeOutlook } from './gate.ts';
import { plainAct } from './law-facts.ts';
import { makeLetterOutlook } from './letter-outlook.ts';
import { endMember, keepStep, moveOn, stopMember } from './strategy-members.ts';

/** Account ids gone through together, and members looked at together. */
const rangeOfIds = 250;
const chunk = 25;

export type DaySlice = {
  readonly looked: number;
  readonly changed: number;
  /** Nothing is left for today. */
  readonly done: boolean;
};

/** Works for about so long. `clock` is the time that passes, not the time of day. */
export function daySlice(context: CommandContext, mostMs: number, clock: () => number): DaySlice {
  const { store, today } = context;
  const began = clock();
  turnDay(store, today);
  let [looked, changed] = [0, 0];
  const touched: number[] = [];
  const count = (accounts: readonly number[]) => {
    changed += accounts.length;
    touched.push(...accounts);
  };
  do {
    const pass = nextDayPass(store, today);
    if (pass) {
      count(goThrough(context, pass));
      looked += rangeOfIds;
      continue;
    }
    const due = listToLookAt(store, today, chunk);
    if (due.length === 0) {
      tell(context, touched);
      return { looked, changed, done: true };
    }
    const desk = makeDay(context, due);
    for (const member of due) advance(desk, member);
    count(due.map(({ accountId }) => accountId));
    looked += due.length;
  } while (clock() - began < mostMs);
  tell(context, touched);
  return { looked, changed, done: false };
}

function tell(context: CommandContext, accountIds: readonly number[]): void {
  if (accountIds.length === 0) return;
  context.changed('strategies', accountIds);
}

// ---- going through the accounts of a strategy --------------------------------------------------------------

/** One range of accounts: those that something ended leave, new ones enter. Answers the accounts touched. */
function goThrough(context: CommandContext, { strategyId, state, after }: DayPass): number[] {
  const { store, today } = context;
  const upTo = after + rangeOfIds;
  const touched = listMembersBetween(store, strategyId, { after, upTo }, today)
    .filter((member) => stopMember(context, member))
    .map(({ accountId }) => accountId);
  const strategy = state === 'on' ? findStrategy(store, strategyId) : null;
  if (strategy) touched.push(...enterRange(context, strategy, { after, upTo }, () => 0));
  updateDayPass(store, strategyId, today, upTo >= lastAccountId(store) ? null : upTo);
  return touched;
}

/** Why an account of the right kind does not enter, in one short phrase; `null` when it does. */
export function leftOutOf(
  row: Candidate,
  filter: StrategyFilter,
  { today, zone }: Pick<QueryContext, 'today' | 'zone'>,
): string | null {
  if (row.status === 'closed') return 'Closed';
  if (row.balanceCents <= 0) return 'Nothing is owed';
  const holds = row.holds === '' ? [] : row.holds.split(',');
  const byLaw = lawStops.find((stop) => holds.includes(stop));
  if (byLaw) return lawStopWords[byLaw];
  if (!filter.statuses.includes(row.status)) {
    return row.status === 'hold'
      ? 'On hold by the office'
      : row.status === 'plan'
        ? 'On a plan'
        : 'A promise is open';
  }
  if (row.inStrategy !== null) return `In the strategy “${row.inStrategy}”`;
  if (row.leftAt === null) return null;
  const { againAfterDays } = filter;
  const again = againAfterDays !== null && addDays(dayOfInstant(row.leftAt, zone), againAfterDays) <= today;
  return again ? null : 'It has been in this strategy before';
}

/**
 * Lets the accounts of a range of ids enter that may; answers them. `laterBy` says for the account so many entered before in how many days its
 * first step comes later.
 */
export function enterRange(
  context: QueryContext,
  strategy: StrategyRecord,
  range: { readonly after: number; readonly upTo: number },
  laterBy: (place: number) => number,
): number[] {
  const { store, now, today } = context;
  const { strategyId, versionId, body } = strategy;
  const first = body.steps[0];
  if (!first) return [];
  const entered: number[] = [];
  const dueOn = dueAfter(today, first);
  for (const row of listCandidates(store, strategyId, body.forWhom, range, context)) {
    if (leftOutOf(row, body.forWhom, context) !== null) continue;
    insertMember(store, {
      versionId,
      strategyId,
      accountId: row.accountId,
      enteredOn: today,
      enteredAt: now,
      balanceCents: row.balanceCents,
      daysPastDue: daysPastDue(row.oldestDueOn, today),
      dueOn: addDays(dueOn, laterBy(entered.length)),
    });
    entered.push(row.accountId);
  }
  return entered;
}

// ---- what is due -------------------------------------------------------------------------------------------

type DayDesk = {
  readonly context: CommandContext;
  caseOf(accountId: number): LawCase | null;
  readonly letter: ReturnType<typeof makeLetterOutlook>;
  readonly outlook: ReturnType<typeof makeOutlook>;
  readonly call: ReturnType<typeof makeCallClock>;
  /** The day a letter of a strategy may wait from: today, while today has room. */
  dayForLetter(strategyId: number): Day;
};

function makeDay(context: CommandContext, due: readonly MemberCase[]): DayDesk {
  const { store, today } = context;
  let cases: Map<number, LawCase> | null = null;
  const caps = new Map<number, { readonly most: number | null; today: number; next: Day }>();
  return {
    context,
    caseOf(accountId) {
      cases ??= new Map(
        readLawCases(
          store,
          due.map((member) => member.accountId),
          today,
        ).map((found) => [found.debt.accountId, found]),
      );
      return cases.get(accountId) ?? null;
    },
    letter: makeLetterOutlook(context),
    outlook: makeOutlook(context),
    call: makeCallClock(context),
    dayForLetter(strategyId) {
      let cap = caps.get(strategyId);
      if (!cap) {
        const most = findStrategy(store, strategyId)?.lettersPerDay ?? null;
        cap = {
          most,
          today: most === null ? 0 : countWantedOn(store, strategyId, today),
          next: addDays(today, 1),
        };
        caps.set(strategyId, cap);
      }
      if (cap.most === null) return today;
      cap.today += 1;
      if (cap.today <= cap.most) return today;
      while (countDueOn(store, strategyId, cap.next, cap.most) >= cap.most) cap.next = addDays(cap.next, 1);
      return cap.next;
    },
  };
}

/** What looking at a step comes to. */
type Found =
  | { readonly kind: 'done'; readonly detail: string }
  | { readonly kind: 'skip'; readonly detail: string }
  | { readonly kind: 'stands' }
  /** Its letter waits to be printed. */
  | { readonly kind: 'queued' }
  | { readonly kind: 'later'; readonly on: Day }
  | { readonly kind: 'refused'; readonly why: string; readonly clearsOn: Day | null }
  | { readonly kind: 'ends'; readonly why: string };

/** Takes an account as far as today goes. */
function advance(desk: DayDesk, member: MemberCase): void {
  const { context } = desk;
  if (stopMember(context, member)) return;
  let at: MemberRecord | null = member;
  while (at !== null && at.dueOn !== null && at.dueOn <= context.today) {
    const step: StrategyStep | undefined = bodyOf(context.store, at.versionId).steps[at.step];
    if (!step) {
      endMember(context, at, 'finished');
      return;
    }
    at = settle(desk, at, step, lookAt(desk, at, member, step));
  }
}

function lookAt(
  desk: DayDesk,
  at: MemberRecord,
  { facts, accountId }: MemberCase,
  step: StrategyStep,
): Found {
  const { context } = desk;
  const unmet = unmetOf(step.conditions, facts, context.today);
  if (unmet !== null) return otherwiseOf(step, unmetWords[unmet], context.today);
  const found = desk.caseOf(accountId);
  if (!found) return { kind: 'refused', why: 'The account could not be read.', clearsOn: null };
  if (step.kind === 'call' || step.conditions.callable) {
    const { opensAt, code } = desk.call(found);
    const opensOn = opensAt === null ? null : dayOfInstant(opensAt, context.zone);
    if (opensOn === null || opensOn > context.today) {
      const why = code === null ? unmetWords.callable : `No call is allowed: ${reasonLabel(code)}.`;
      if (step.conditions.callable) return otherwiseOf(step, why, context.today);
      return { kind: 'refused', why, clearsOn: opensOn };
    }
  }
  switch (step.kind) {
    case 'wait':
      return { kind: 'done', detail: '' };
    case 'hold':
      return { kind: 'done', detail: step.text };
    case 'call':
    case 'review':
    case 'hand_over':
      return { kind: 'stands' };
    case 'email':
      return lookAtEmail(desk, found, step);
    case 'letter':
      return lookAtLetter(desk, at, found, step);
  }
}

function otherwiseOf(step: StrategyStep, why: string, today: Day): Found {
  if (step.otherwise === 'skip') return { kind: 'skip', detail: why };
  if (step.otherwise === 'stop') return { kind: 'ends', why };
  return { kind: 'later', on: addDays(today, 1) };
}

/** How one opts out is in the text, so that the rules may be told so. */
const namesOptOut = /\b(opt[ -]?out|unsubscribe|no more e-?mails?|stop (receiving|these) e-?mails?)\b/i;

function lookAtEmail(desk: DayDesk, found: LawCase, step: StrategyStep): Found {
  const email =
    found.person.emails.find(({ status }) => status === 'current') ??
    found.person.emails.find(({ status }) => status === 'unverified');
  if (!email) return { kind: 'refused', why: 'There is no e-mail address that may be used.', clearsOn: null };
  const content = { optOutNotice: namesOptOut.test(step.text) ? true : null };
  const asked = desk.outlook(found, plainAct({ channel: 'email', emailId: email.emailId }, content));
  if (asked.lawful) return { kind: 'stands' };
  const clearsOn = asked.opensAt === null ? null : dayOfInstant(asked.opensAt, desk.context.zone);
  // Only the hour stands in the way: the draft is written today all the same.
  return clearsOn === desk.context.today
    ? { kind: 'stands' }
    : { kind: 'refused', why: asked.text, clearsOn };
}

function lookAtLetter(desk: DayDesk, at: MemberRecord, found: LawCase, step: StrategyStep): Found {
  const { store, now, today, author } = desk.context;
  const asked = desk.letter(found, step.templateCode);
  if (!asked.mayGo && asked.clearsOn !== today)
    return { kind: 'refused', why: asked.why, clearsOn: asked.clearsOn };
  const wantedOn = desk.dayForLetter(at.strategyId);
  if (wantedOn > today) return { kind: 'later', on: wantedOn };
  if (findWaitingOf(store, at.accountId, step.templateCode) !== null) {
    return {
      kind: 'refused',
      why: 'The same letter waits to be printed already.',
      clearsOn: addDays(today, 1),
    };
  }
  insertQueued(store, {
    accountId: at.accountId,
    templateCode: step.templateCode,
    memberId: at.memberId,
    wantedOn: today,
    madeAt: now,
    author,
  });
  return { kind: 'queued' };
}

/** Keeps what was found; answers where the account stands when the day goes on with it, else `null`. */
function settle(
  { context }: DayDesk,
  at: MemberRecord,
  step: StrategyStep,
  found: Found,
): MemberRecord | null {
  const { store, today } = context;
  const place = (change: Partial<Pick<MemberRecord, 'dueOn' | 'lookOn' | 'tries' | 'stuck'>>): null => {
    const { dueOn, lookOn, tries, stuck } = { ...at, ...change };
    updatePlace(store, at.memberId, { step: at.step, dueOn, lookOn, tries, stuck });
    return null;
  };
  const keep = (outcome: 'done' | 'left_out' | 'refused', detail: string) =>
    keepStep(context, at, step, { outcome, detail });
  switch (found.kind) {
    case 'done':
      keep('done', found.detail);
      if (step.kind === 'hold') holdAccount(context, at.accountId, step);
      return moveOn(context, at, step, today);
    case 'skip':
      keep('left_out', found.detail);
      return moveOn(context, at, step, today);
    case 'stands':
      return place({ lookOn: null, stuck: null });
    case 'queued':
      return place({ dueOn: null, lookOn: null, stuck: null });
    case 'later':
      return place({ dueOn: found.on, lookOn: found.on });
    case 'refused': {
      const { why, clearsOn } = found;
      if (clearsOn !== null && clearsOn > today && at.tries < mostTries) {
        keep('refused', why);
        return place({ dueOn: clearsOn, lookOn: clearsOn, tries: at.tries + 1, stuck: null });
      }
      // Kept once, not each day anew; what is recorded meanwhile may free it, so it is looked at again tomorrow.
      if (at.stuck !== why) keep('refused', why);
      return place({ lookOn: addDays(today, 1), stuck: why });
    }
    case 'ends':
      keep('left_out', found.why);
      endMember(context, at, 'condition', found.why);
      return null;
  }
}

/** In the same instant as its step, by which the strategy knows its own hold. */
function holdAccount(context: CommandContext, accountId: number, step: StrategyStep): void {
  const { store, now, today } = context;
  insertHold(store, {
    accountId,
    kind: 'house',
    reason: step.text,
    source: 'A step of a strategy',
    fromOn: today,
    untilOn: lastDayOfHold(today, step.holdDays),
    contactId: null,
    createdAt: now,
  });
  refreshSummary(store, accountId);
  context.changed('accounts', [accountId]);
  context.changed('timeline', [accountId]);
}
