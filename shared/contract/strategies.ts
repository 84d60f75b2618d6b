/** Strategies: plans of several steps for many accounts, what they did, and letters that wait to be printed. */
import { z } from 'zod';
import { accountStatuses, debtTypes } from '../domain/account.ts';
import { stateCodes } from '../domain/law.ts';
import {
  chosenStops,
  memberEnds,
  mostSteps,
  mostWaitDays,
  noticeChoices,
  otherwises,
  type StrategyBody,
  stepKinds,
  waitUnits,
} from '../domain/strategy.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  cents,
  day,
  id,
  instant,
  line,
  nothing,
  optionalLine,
} from './call.ts';

const count = z.int().min(0).max(40_000);

export const strategyFilter = z.strictObject({
  clientIds: z.array(id).max(500).readonly(),
  debtTypes: z.array(z.enum(debtTypes)).max(debtTypes.length).readonly(),
  debtorKind: z.enum(['any', 'consumer', 'business']),
  states: z.array(z.enum(stateCodes)).max(stateCodes.length).readonly(),
  statuses: z.array(z.enum(accountStatuses)).max(accountStatuses.length).readonly(),
  balanceFromCents: cents.nullable(),
  balanceToCents: cents.nullable(),
  daysPastDueFrom: count.nullable(),
  daysPastDueTo: count.nullable(),
  ageFrom: count.nullable(),
  ageTo: count.nullable(),
  neverContacted: z.boolean(),
  quietDays: count.nullable(),
  brokenPromiseDays: count.nullable(),
  notice: z.enum(noticeChoices),
  againAfterDays: count.nullable(),
});

const strategyStep = z.strictObject({
  kind: z.enum(stepKinds),
  wait: z.int().min(0).max(mostWaitDays),
  unit: z.enum(waitUnits),
  conditions: z.strictObject({
    balanceOverCents: cents.nullable(),
    noPaymentDays: z.int().min(0).max(3650).nullable(),
    notReached: z.boolean(),
    callable: z.boolean(),
    noticeSent: z.boolean(),
  }),
  otherwise: z.enum(otherwises),
  templateCode: optionalLine(80),
  holdDays: z.int().min(0).max(mostWaitDays),
  text: z.string().max(4000),
});

/** As it is kept; whether it makes sense is for `checkStrategy`. One step more than allowed comes through, to be named. */
export const strategyBody = z.strictObject({
  about: optionalLine(300),
  forWhom: strategyFilter,
  steps: z
    .array(strategyStep)
    .max(mostSteps + 1)
    .readonly(),
  stops: z.array(z.enum(chosenStops)).max(chosenStops.length).readonly(),
}) satisfies z.ZodType<StrategyBody>;

export const strategyStates = ['draft', 'on', 'off'] as const;

const strategyRow = z.strictObject({
  strategyId: id,
  name: z.string(),
  state: z.enum(strategyStates),
  version: z.int(),
  body: strategyBody,
  lettersPerDay: z.int().nullable(),
  changedAt: instant,
  /** In it now; of these, on earlier versions. */
  active: z.int(),
  onOlder: z.int(),
  /** Waiting for a person today or before, and stuck. */
  due: z.int(),
  stuck: z.int(),
  lettersWaiting: z.int(),
  finished: z.int(),
  stopped: z.int(),
});
export type StrategyRow = z.output<typeof strategyRow>;

const problem = z.strictObject({
  kind: z.enum(['error', 'caution']),
  step: z.int().nullable(),
  text: z.string(),
});

const why = z.strictObject({ why: z.string(), accounts: z.int() });

const preview = z.strictObject({
  accounts: z.int(),
  balanceCents: cents,
  /** Accounts of this kind that do not enter, by reason; an account is counted once, under its first. */
  leftOut: z.array(why),
  /** How many of those that enter the rules stop at the first letter or call, as of today. */
  refused: z.array(why),
  /** What comes on which day, when nothing ends it; accounts that enter today only. */
  days: z.array(z.strictObject({ on: day, step: z.int(), kind: z.enum(stepKinds), accounts: z.int() })),
  /** The most letters on one day, and which. */
  lettersMost: z.int(),
  lettersMostOn: day.nullable(),
  first: z.array(
    z.strictObject({
      accountId: id,
      debtorName: z.string(),
      number: z.string(),
      balanceCents: cents,
      daysPastDue: z.int(),
      refused: z.string(),
    }),
  ),
});
export type StrategyPreview = z.output<typeof preview>;

/** How the letters of one day are spread; `null`: not decided, which is refused when there are many. */
const spread = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('per_day'), most: z.int().min(1).max(100_000) }),
]);

const memberState = z.enum(['active', 'stopped', 'finished']);

const memberRow = z.strictObject({
  memberId: id,
  accountId: id,
  debtorName: z.string(),
  number: z.string(),
  balanceCents: cents,
  entryCents: cents,
  enteredOn: day,
  version: z.int(),
  state: memberState,
  step: z.int(),
  kind: z.enum(stepKinds).nullable(),
  dueOn: day.nullable(),
  stuck: z.string().nullable(),
  letterWaits: z.boolean(),
  endedAt: instant.nullable(),
  endedWhy: z.enum(memberEnds).nullable(),
  endedWord: z.string(),
});
export type StrategyMember = z.output<typeof memberRow>;

/** Where an account stands in its strategy. */
const standing = z.strictObject({
  memberId: id,
  strategyId: id,
  name: z.string(),
  state: z.enum(strategyStates),
  version: z.int(),
  enteredOn: day,
  step: z.int(),
  steps: z.int(),
  next: strategyStep,
  dueOn: day.nullable(),
  stuck: z.string().nullable(),
  letterWaits: z.boolean(),
  /** What was done or put off, newest first. */
  past: z.array(
    z.strictObject({
      step: z.int(),
      kind: z.enum(stepKinds),
      outcome: z.enum(['done', 'left_out', 'refused']),
      detail: z.string(),
      at: instant,
    }),
  ),
});
export type StrategyStanding = z.output<typeof standing>;

const within = z.strictObject({
  days: z.int(),
  /** Accounts that have had so many days, and their balances when they entered. */
  accounts: z.int(),
  entryCents: cents,
  collectedCents: cents,
});

const result = z.strictObject({
  strategyId: id,
  name: z.string(),
  /** `null` adds all versions up. */
  version: z.int().nullable(),
  entered: z.int(),
  entryCents: cents,
  daysPastDueSum: z.int(),
  active: z.int(),
  reached: z.int(),
  promises: z.int(),
  promisesKept: z.int(),
  plans: z.int(),
  letters: z.int(),
  calls: z.int(),
  /** Disputes, wishes to be left alone and lawyers named while in it. */
  objections: z.int(),
  within: z.array(within),
});
export type StrategyResult = z.output<typeof result>;

export const waitingStates = ['ready', 'held_back', 'made', 'in_run'] as const;

const waitingLetter = z.strictObject({
  queueId: id,
  accountId: id,
  debtorName: z.string(),
  number: z.string(),
  balanceCents: cents,
  templateName: z.string(),
  strategyName: z.string().nullable(),
  wantedOn: day,
  /**
   * `ready`: may go; `held_back`: not now, `why`; `in_run`: in a print run that is not over; `made`: it was made outside of one, and
   * nobody knows whether it was printed.
   */
  state: z.enum(waitingStates),
  why: z.string(),
  /** The first day it may go by time alone. */
  clearsOn: day.nullable(),
  letterId: id.nullable(),
});
export type WaitingLetter = z.output<typeof waitingLetter>;

const endedLetter = z.strictObject({
  queueId: id,
  accountId: id,
  debtorName: z.string(),
  number: z.string(),
  templateName: z.string(),
  state: z.enum(['printed', 'left_out']),
  why: z.string(),
  letterId: id.nullable(),
  endedAt: instant,
});

export const strategyCalls = {
  'strategies.list': bookQuery(nothing, z.strictObject({ strategies: z.array(strategyRow) })),
  'strategies.check': bookQuery(
    z.strictObject({ body: strategyBody }),
    z.strictObject({ problems: z.array(problem) }),
  ),
  /** Letters a step can send, by code. */
  'strategies.letters': bookQuery(
    nothing,
    z.strictObject({ letters: z.array(z.strictObject({ code: z.string(), name: z.string() })) }),
  ),
  'strategies.models': bookQuery(
    nothing,
    z.strictObject({
      models: z.array(z.strictObject({ code: z.string(), name: z.string(), body: strategyBody })),
    }),
  ),
  /** `strategyId` null makes one, as a draft. A change is a new version; those in it stay on theirs. */
  'strategies.save': bookCommand(
    z.strictObject({ strategyId: id.nullable(), name: line(80), body: strategyBody }),
    z.strictObject({ strategyId: id, version: z.int() }),
  ),
  /** A draft nobody ever entered is thrown away. */
  'strategies.remove': bookCommand(z.strictObject({ strategyId: id }), nothing),
  /** Some hundred accounts on earlier versions go on by the newest one, at the same step; ask again with `next` for the others. */
  'strategies.moveToNewest': bookCommand(
    z.strictObject({ strategyId: id, after: id.nullable().default(null) }),
    z.strictObject({ moved: z.int(), next: id.nullable() }),
  ),
  'strategies.preview': bookJob(z.strictObject({ strategyId: id.nullable(), body: strategyBody }), preview),
  'strategies.turnOn': bookJob(
    z.strictObject({ strategyId: id, letters: spread.nullable() }),
    z.strictObject({ entered: z.int() }),
  ),
  /** `finish`: those in it go on to its end; `stop`: they leave it now. Nobody enters any more. */
  'strategies.turnOff': bookJob(
    z.strictObject({ strategyId: id, members: z.enum(['finish', 'stop']) }),
    z.strictObject({ stopped: z.int() }),
  ),
  /** Brings the day about: stops, conditions, steps, accounts that enter. Once a day or often, it comes to the same. */
  'strategies.advance': bookJob(nothing, z.strictObject({ looked: z.int() })),
  'strategies.members': bookQuery(
    z.strictObject({
      strategyId: id,
      state: memberState.nullable(),
      step: z.int().min(0).max(mostSteps).nullable(),
      after: id.nullable(),
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({ members: z.array(memberRow), next: id.nullable() }),
  ),
  'strategies.ofAccount': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({
      standing: standing.nullable(),
      mayEnter: z.array(z.strictObject({ strategyId: id, name: z.string() })),
    }),
  ),
  /** Puts one account in by hand, whatever the filter says; what always ends a strategy still keeps it out. */
  'strategies.enter': bookCommand(
    z.strictObject({ strategyId: id, accountId: id }),
    z.strictObject({ memberId: id }),
  ),
  'strategies.leave': bookCommand(z.strictObject({ memberId: id, word: line(200) }), nothing),
  /** A step a person did, or leaves out with a word. */
  'strategies.finishStep': bookCommand(
    z.strictObject({
      memberId: id,
      /** The step meant, so that a second press cannot finish the one after. */
      step: z.int().min(0).max(mostSteps),
      outcome: z.enum(['done', 'left_out']),
      word: optionalLine(300),
    }),
    nothing,
  ),
  'strategies.compare': bookJob(
    z.strictObject({ strategyIds: z.array(id).max(50), byVersion: z.boolean() }),
    z.strictObject({ results: z.array(result) }),
  ),

  /** Letters that wait to be printed, oldest first; what may not go has its reason. */
  'letters.waiting': bookQuery(
    z.strictObject({ after: id.nullable(), limit: z.int().min(1).max(100) }),
    z.strictObject({ letters: z.array(waitingLetter), next: id.nullable() }),
  ),
  'letters.waitingCount': bookQuery(nothing, z.strictObject({ waiting: z.int(), accounts: z.int() })),
  /** Printed or left out, newest first. */
  'letters.waitingEnded': bookQuery(
    z.strictObject({ limit: z.int().min(1).max(200) }),
    z.strictObject({ letters: z.array(endedLetter) }),
  ),
  'letters.enqueue': bookCommand(
    z.strictObject({ accountId: id, templateId: id }),
    z.strictObject({ queueId: id }),
  ),
  'letters.leaveOut': bookCommand(z.strictObject({ queueId: id, word: line(200) }), nothing),
  'letters.putBack': bookCommand(z.strictObject({ queueId: id }), nothing),
  /** Of a letter that was made and may or may not have come out: it did, or it did not. */
  'letters.wasPrinted': bookCommand(z.strictObject({ queueId: id, printed: z.boolean() }), nothing),
} as const;
