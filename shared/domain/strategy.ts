/**
 * A strategy: for whom it is, the steps in their order, and what ends it for an account. Steps run one after the other and never
 * jump back, so that every strategy comes to an end. What the law ends (a dispute, a bankruptcy, a wish to be left alone) and
 * what leaves nothing to collect ends every strategy, whatever it says itself.
 */
import { type AccountStatus, type DebtType, openStatuses } from './account.ts';
import { addDays, type Day } from './days.ts';
import { addBusinessDays } from './holidays.ts';
import type { StateCode } from './law.ts';

export const stepKinds = ['letter', 'call', 'email', 'review', 'wait', 'hold', 'hand_over'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Steps a person does; they stand as due until somebody finishes them. */
const personSteps: readonly StepKind[] = ['call', 'email', 'review', 'hand_over'];

export function needsPerson(kind: StepKind): boolean {
  return personSteps.includes(kind);
}

export const waitUnits = ['days', 'business_days'] as const;
export type WaitUnit = (typeof waitUnits)[number];

/** What must hold on the day of the step; what is `null` or false is not asked. */
export type StepConditions = {
  readonly balanceOverCents: number | null;
  /** Nothing was paid in so many days before. */
  readonly noPaymentDays: number | null;
  /** The debtor was not spoken with since the account entered. */
  readonly notReached: boolean;
  /** A number of the debtor may be called by the rules on that day. */
  readonly callable: boolean;
  /** A validation notice is on file. */
  readonly noticeSent: boolean;
};

export const noConditions: StepConditions = {
  balanceOverCents: null,
  noPaymentDays: null,
  notReached: false,
  callable: false,
  noticeSent: false,
};

/** What happens when a condition does not hold: the next step comes, the step is tried again each day, or the strategy ends. */
export const otherwises = ['skip', 'wait', 'stop'] as const;
export type Otherwise = (typeof otherwises)[number];

export type StrategyStep = {
  readonly kind: StepKind;
  /** After the step before was done; before the first step, after the account entered. */
  readonly wait: number;
  readonly unit: WaitUnit;
  readonly conditions: StepConditions;
  readonly otherwise: Otherwise;
  /** Of a letter: the code of its template; empty for any other step. */
  readonly templateCode: string;
  /** Of a hold: how many days, the day itself the first. */
  readonly holdDays: number;
  /** What to do or say, the text of an e-mail, the reason of a hold. */
  readonly text: string;
};

/** What may end it besides what always does. */
export const chosenStops = ['payment', 'promise', 'plan', 'reached', 'mail_returned', 'any_hold'] as const;
export type ChosenStop = (typeof chosenStops)[number];

export const lawStops = [
  'closed',
  'nothing_owed',
  'dispute',
  'request',
  'cease',
  'attorney',
  'bankruptcy',
  'deceased',
  'identity_theft',
  'medical',
] as const;
export type LawStop = (typeof lawStops)[number];

/** Why an account is in a strategy no more. `condition`: a step said so. `off`: the strategy was turned off. */
export const memberEnds = [...lawStops, ...chosenStops, 'finished', 'condition', 'left', 'off'] as const;
export type MemberEnd = (typeof memberEnds)[number];

export const noticeChoices = ['any', 'sent', 'not_sent'] as const;

export type StrategyFilter = {
  /** Lists that are empty ask for nothing. */
  readonly clientIds: readonly number[];
  readonly debtTypes: readonly DebtType[];
  readonly debtorKind: 'any' | 'consumer' | 'business';
  readonly states: readonly StateCode[];
  /** Open ones only. */
  readonly statuses: readonly AccountStatus[];
  readonly balanceFromCents: number | null;
  readonly balanceToCents: number | null;
  readonly daysPastDueFrom: number | null;
  readonly daysPastDueTo: number | null;
  /** Days since it was placed, or opened where it was not. */
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly neverContacted: boolean;
  /** No contact in so many days. */
  readonly quietDays: number | null;
  /** A promise was broken in so many days. */
  readonly brokenPromiseDays: number | null;
  readonly notice: (typeof noticeChoices)[number];
  /** An account that was in it may enter again after so many days; `null`: never. */
  readonly againAfterDays: number | null;
};

export const everybody: StrategyFilter = {
  clientIds: [],
  debtTypes: [],
  debtorKind: 'any',
  states: [],
  statuses: ['active'],
  balanceFromCents: null,
  balanceToCents: null,
  daysPastDueFrom: null,
  daysPastDueTo: null,
  ageFrom: null,
  ageTo: null,
  neverContacted: false,
  quietDays: null,
  brokenPromiseDays: null,
  notice: 'any',
  againAfterDays: null,
};

export type StrategyBody = {
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly forWhom: StrategyFilter;
  readonly steps: readonly StrategyStep[];
  readonly stops: readonly ChosenStop[];
};

export const mostSteps = 30;
export const mostWaitDays = 365;
/** More letters than this for one day are asked about first. */
export const manyLetters = 200;
/** So often the rules may put a step off before somebody is asked to look. */
export const mostTries = 5;
/** The same letter does not go out twice within so many days. */
export const sameLetterDays = 7;

/** The day a step is due that comes `wait` after another. */
export function dueAfter(day: Day, { wait, unit }: Pick<StrategyStep, 'wait' | 'unit'>): Day {
  return unit === 'business_days' ? addBusinessDays(day, wait) : addDays(day, wait);
}

/** The day from which the step after a hold counts: the hold’s last day is its `days`-th. */
export function lastDayOfHold(from: Day, days: number): Day {
  return addDays(from, Math.max(1, days) - 1);
}

/**
 * The day each step would come for an account that enters on `entersOn`, when nothing ends it, nothing puts it off and whoever does the
 * steps does them on their day.
 */
export function plannedDays(steps: readonly StrategyStep[], entersOn: Day): Day[] {
  let from = entersOn;
  return steps.map((step) => {
    const on = dueAfter(from, step);
    from = step.kind === 'hold' ? addDays(on, Math.max(1, step.holdDays)) : on;
    return on;
  });
}

// ---- what ends it ------------------------------------------------------------------------------------------

/** What is known of an account in a strategy on the day it is looked at. */
export type MemberFacts = {
  readonly status: AccountStatus;
  readonly balanceCents: number;
  /** Kinds of holds in force, but for the one the strategy made itself. */
  readonly holds: readonly string[];
  /** Since it entered: paid, promised, spoken with, mail came back. */
  readonly paid: boolean;
  readonly promised: boolean;
  readonly reached: boolean;
  readonly mailReturned: boolean;
  readonly hasPlan: boolean;
  readonly lastPaymentOn: Day | null;
  readonly noticeSent: boolean;
};

/** Why the account leaves the strategy now; `null` while it stays. What the law says comes first. */
export function stopOf(stops: readonly ChosenStop[], facts: MemberFacts): LawStop | ChosenStop | null {
  if (facts.status === 'closed') return 'closed';
  const byLaw = lawStops.find((stop) => facts.holds.includes(stop));
  if (byLaw) return byLaw;
  if (facts.balanceCents <= 0) return stops.includes('payment') && facts.paid ? 'payment' : 'nothing_owed';
  const holds: Readonly<Record<ChosenStop, boolean>> = {
    payment: facts.paid,
    promise: facts.promised || facts.status === 'promise',
    plan: facts.hasPlan,
    reached: facts.reached,
    mail_returned: facts.mailReturned,
    any_hold: facts.holds.length > 0,
  };
  return chosenStops.find((stop) => stops.includes(stop) && holds[stop]) ?? null;
}

/** The first condition of a step that does not hold; `callable` is asked of the rules and not answered here. */
export function unmetOf(
  { balanceOverCents, noPaymentDays, notReached, noticeSent }: StepConditions,
  facts: MemberFacts,
  today: Day,
): keyof StepConditions | null {
  if (balanceOverCents !== null && facts.balanceCents <= balanceOverCents) return 'balanceOverCents';
  const since = noPaymentDays === null ? null : addDays(today, -noPaymentDays);
  if (since !== null && facts.lastPaymentOn !== null && facts.lastPaymentOn >= since) return 'noPaymentDays';
  if (notReached && facts.reached) return 'notReached';
  return noticeSent && !facts.noticeSent ? 'noticeSent' : null;
}

// ---- checking one before it is kept ------------------------------------------------------------------------

export type StrategyProblem = {
  /** `error`: it cannot be kept so; `caution`: somebody should look at it. */
  readonly kind: 'error' | 'caution';
  /** The step it is about, counted from 0; `null` for the whole. */
  readonly step: number | null;
  readonly text: string;
};

export type CheckSurroundings = {
  /** The office, or a part of its work, is bound by the rules on debt collectors. */
  readonly collector: boolean;
  /** Calls in seven days the office may make about one debt; `null` where nothing limits them. */
  readonly callsInSevenDays: number | null;
  /** Codes of letters in use. */
  readonly templateCodes: readonly string[];
};

const problem = (kind: StrategyProblem['kind'], step: number | null, text: string): StrategyProblem => ({
  kind,
  step,
  text,
});

/** Any first day; only the distance between steps is looked at. A Monday without a holiday near. */
const someDay: Day = '2026-03-02';

function checkFilter({ forWhom, steps }: StrategyBody): StrategyProblem[] {
  const found: StrategyProblem[] = [];
  const pairs = [
    [forWhom.balanceFromCents, forWhom.balanceToCents, 'balance'],
    [forWhom.daysPastDueFrom, forWhom.daysPastDueTo, 'days past due'],
    [forWhom.ageFrom, forWhom.ageTo, 'days since placement'],
  ] as const;
  for (const [from, to, name] of pairs) {
    if (from !== null && to !== null && from > to) {
      found.push(problem('error', null, `No account can enter: the lowest ${name} is above the highest.`));
    }
  }
  if (forWhom.statuses.length === 0 || forWhom.statuses.some((status) => !openStatuses.includes(status))) {
    found.push(
      problem('error', null, 'Say which open accounts it is for: active, promise, plan or on hold.'),
    );
  }
  if (forWhom.againAfterDays !== null && forWhom.againAfterDays < 7 && steps.length > 0) {
    found.push(
      problem(
        'caution',
        null,
        'Accounts may enter again within a week and would get the same steps at once.',
      ),
    );
  }
  return found;
}

function checkStep(step: StrategyStep, index: number, around: CheckSurroundings): StrategyProblem[] {
  const found: StrategyProblem[] = [];
  const error = (text: string) => found.push(problem('error', index, text));
  if (step.kind === 'letter' && step.templateCode === '') error('Choose the letter.');
  else if (step.kind === 'letter' && !around.templateCodes.includes(step.templateCode)) {
    error('Its letter is not in use any more. Choose another one.');
  }
  if (step.kind === 'wait' && step.wait === 0) error('It waits no days. Say how many, or remove it.');
  if (step.kind === 'hold' && step.holdDays < 1) error('Say for how many days the account is held.');
  if (step.kind === 'hold' && step.text.trim() === '')
    error('Give the reason of the hold; it is kept with the account.');
  if (step.kind === 'email' && step.text.trim() === '') error('Write the text of the e-mail.');
  if (step.conditions.callable && step.kind === 'letter') {
    found.push(problem('caution', index, 'It asks whether a call is allowed and then sends a letter.'));
  }
  return found;
}

/** Steps of one kind that fall on one day, and more calls than the cap in any seven days. */
function checkPace({ steps }: StrategyBody, { callsInSevenDays }: CheckSurroundings): StrategyProblem[] {
  const found: StrategyProblem[] = [];
  const days = plannedDays(steps, someDay);
  const calls: { readonly index: number; readonly on: Day }[] = [];
  let lastLetterOn: Day | null = null;
  for (const [index, step] of steps.entries()) {
    const on = days[index] ?? someDay;
    if (step.kind === 'letter') {
      if (lastLetterOn !== null && addDays(lastLetterOn, 2) > on) {
        found.push(
          problem(
            'caution',
            index,
            'It follows the letter before within two days; the post takes longer than that.',
          ),
        );
      }
      lastLetterOn = on;
    }
    if (step.kind !== 'call') continue;
    calls.push({ index, on });
    const within = calls.filter((call) => call.on > addDays(on, -7)).length;
    if (callsInSevenDays !== null && within > callsInSevenDays) {
      found.push(
        problem(
          'error',
          index,
          `It is call number ${within} within seven days; more than ${callsInSevenDays} about one debt are presumed to harass.`,
        ),
      );
    }
  }
  return found;
}

/** The letter that is the validation notice, as templates are named by. */
export const noticeTemplateCode = 'validation-notice';

/**
 * For a collector a letter or call before the validation notice must say all the law wants then; a strategy that leaves that
 * to chance is warned of. Whether it may go out is still asked of the rules for each account.
 */
function checkNotice({ steps, forWhom }: StrategyBody, { collector }: CheckSurroundings): StrategyProblem[] {
  if (!collector || forWhom.notice === 'sent' || forWhom.debtorKind === 'business') return [];
  const first = steps.findIndex(({ kind }) => kind === 'letter' || kind === 'email');
  const step = steps[first];
  if (!step || step.conditions.noticeSent || step.templateCode === noticeTemplateCode) return [];
  return [
    problem(
      'caution',
      first,
      'It may come before the validation notice. Let only accounts enter to which the notice was sent, or make it a condition of this step.',
    ),
  ];
}

/** Everything there is to say of it, errors first. One without errors may be kept. */
export function checkStrategy(body: StrategyBody, around: CheckSurroundings): StrategyProblem[] {
  const found: StrategyProblem[] = [...checkFilter(body)];
  if (body.steps.length === 0) found.push(problem('error', null, 'It has no steps yet. Add the first one.'));
  if (body.steps.length > mostSteps) {
    found.push(problem('error', null, `It has more than ${mostSteps} steps. Split it into two strategies.`));
  }
  body.steps.forEach((step, index) => {
    found.push(...checkStep(step, index, around));
  });
  const last = plannedDays(body.steps, someDay).at(-1);
  if (last !== undefined && last > addDays(someDay, 2 * mostWaitDays)) {
    found.push(problem('error', null, 'Its last step comes after more than two years. Shorten the waits.'));
  }
  if (body.steps.length > 0 && body.steps.every(({ kind }) => kind === 'wait')) {
    found.push(problem('error', null, 'It only waits. Add a letter, a call or something else to do.'));
  }
  const endsOpen = body.steps.at(-1);
  if (endsOpen && (endsOpen.kind === 'letter' || endsOpen.kind === 'wait')) {
    found.push(
      problem(
        'caution',
        body.steps.length - 1,
        'Nothing follows it: end with a review, so that no account is forgotten.',
      ),
    );
  }
  if (!body.stops.includes('payment')) {
    found.push(problem('caution', null, 'It goes on after a payment.'));
  }
  if (!body.stops.includes('promise') && !body.stops.includes('plan')) {
    found.push(problem('caution', null, 'It goes on while a promise or plan is open.'));
  }
  found.push(...checkPace(body, around), ...checkNotice(body, around));
  return found.sort((a, b) => Number(a.kind === 'caution') - Number(b.kind === 'caution'));
}
