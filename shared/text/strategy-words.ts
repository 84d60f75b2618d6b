/** Strategies in words: a step as a sentence, whom it is for, why an account left. */
import type { DebtType } from '../domain/account.ts';
import { formatDollars } from '../domain/money.ts';
import { stateNames } from '../domain/state-names.ts';
import type {
  ChosenStop,
  LawStop,
  MemberEnd,
  Otherwise,
  StepConditions,
  StepKind,
  StrategyFilter,
  StrategyStep,
} from '../domain/strategy.ts';
import { accountStatusWords, debtTypeWords } from './labels.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

export const stepKindWords: Words<StepKind> = {
  letter: 'Letter',
  call: 'Call',
  email: 'E-mail',
  review: 'Review',
  wait: 'Wait',
  hold: 'Hold',
  hand_over: 'Hand over',
};

export const strategyStateWords: Words<'draft' | 'on' | 'off'> = { draft: 'Draft', on: 'On', off: 'Off' };

export const chosenStopWords: Words<ChosenStop> = {
  payment: 'A payment',
  promise: 'A promise to pay',
  plan: 'A payment plan',
  reached: 'The debtor was spoken with',
  mail_returned: 'Mail came back',
  any_hold: 'Any hold, the office’s own included',
};

export const lawStopWords: Words<LawStop> = {
  closed: 'The account was closed',
  nothing_owed: 'Nothing is owed any more',
  dispute: 'The debt is disputed',
  request: 'A request waits for its answer',
  cease: 'The debtor asked to be left alone',
  attorney: 'A lawyer represents the debtor',
  bankruptcy: 'Bankruptcy',
  deceased: 'The debtor died',
  identity_theft: 'Identity theft was reported',
  medical: 'A medical process is open',
};

/** As the reason an account left. */
export const memberEndWords: Words<MemberEnd> = {
  ...lawStopWords,
  payment: 'A payment came',
  promise: 'A promise was made',
  plan: 'A plan was made',
  reached: 'The debtor was spoken with',
  mail_returned: 'Mail came back',
  any_hold: 'The account is on hold',
  finished: 'Every step was done',
  condition: 'A condition of a step ended it',
  left: 'Taken out by hand',
  off: 'The strategy was turned off',
};

export const otherwiseWords: Words<Otherwise> = {
  skip: 'leave it out and go on',
  wait: 'try again each day',
  stop: 'end the strategy',
};

export const stepOutcomeWords: Words<'done' | 'left_out' | 'refused'> = {
  done: 'Done',
  left_out: 'Left out',
  refused: 'Put off',
};

const plural = (count: number, one: string, many: string = `${one}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** `At once`, `After 7 days`, `After 2 business days`. */
export function waitWords({ wait, unit }: Pick<StrategyStep, 'wait' | 'unit'>): string {
  if (wait === 0) return 'At once';
  return `After ${plural(wait, unit === 'business_days' ? 'business day' : 'day')}`;
}

/** What is asked before the step, each as the end of `if …`. */
export function conditionWords(conditions: StepConditions): string[] {
  const { balanceOverCents, noPaymentDays, notReached, callable, noticeSent } = conditions;
  return [
    ...(balanceOverCents === null ? [] : [`more than ${formatDollars(balanceOverCents)} is owed`]),
    ...(noPaymentDays === null ? [] : [`no payment came in ${plural(noPaymentDays, 'day')}`]),
    ...(notReached ? ['the debtor was not spoken with'] : []),
    ...(callable ? ['a call is allowed that day'] : []),
    ...(noticeSent ? ['the validation notice was sent'] : []),
  ];
}

/** Why a condition did not hold, as it is kept with the step. */
export const unmetWords: Words<keyof StepConditions> = {
  balanceOverCents: 'Less is owed than the step asks for.',
  noPaymentDays: 'A payment came shortly before.',
  notReached: 'The debtor was spoken with.',
  callable: 'No call is allowed.',
  noticeSent: 'No validation notice is on file.',
};

function whatWords(step: StrategyStep, letterName: (code: string) => string): string {
  const said = (step.text.trim().split('\n')[0] ?? '').replace(/[.,;]+$/, '');
  const more = said === '' ? '' : `: ${said.length > 80 ? `${said.slice(0, 78)}…` : said}`;
  switch (step.kind) {
    case 'letter':
      return `letter “${letterName(step.templateCode)}”`;
    case 'call':
      return `call${more}`;
    case 'email':
      return 'write an e-mail';
    case 'review':
      return `review${more}`;
    case 'wait':
      return 'go on';
    case 'hold':
      return `hold the account for ${plural(step.holdDays, 'day')}${more}`;
    case 'hand_over':
      return `recommend to hand it over${more}`;
  }
}

/** `After 7 days: call, if no payment came in 7 days (else leave it out and go on).` */
export function stepSentence(step: StrategyStep, letterName: (code: string) => string): string {
  const conditions = conditionWords(step.conditions);
  const asked =
    conditions.length === 0
      ? ''
      : `, if ${conditions.join(' and ')} (else ${otherwiseWords[step.otherwise]})`;
  return `${waitWords(step)}: ${whatWords(step, letterName)}${asked}`;
}

function range(
  name: string,
  from: number | null,
  to: number | null,
  say: (value: number) => string,
): string[] {
  if (from !== null && to !== null) return [`${name} ${say(from)} to ${say(to)}`];
  if (from !== null) return [`${name} at least ${say(from)}`];
  return to === null ? [] : [`${name} at most ${say(to)}`];
}

/** Whom it is for, in parts: `consumers`, `balance at least $100.00`. Clients by name, or how many where a name is not at hand. */
export function whomWords(filter: StrategyFilter, clientName: (clientId: number) => string | null): string[] {
  const count = (value: number) => value.toLocaleString('en-US');
  const clients = filter.clientIds.map(clientName).filter((name) => name !== null);
  return [
    ...(filter.debtorKind === 'any' ? [] : [filter.debtorKind === 'consumer' ? 'consumers' : 'businesses']),
    ...(filter.statuses.length === 0
      ? []
      : [`status ${filter.statuses.map((status) => accountStatusWords[status].toLowerCase()).join(' or ')}`]),
    ...(filter.clientIds.length === 0
      ? []
      : [
          clients.length > 0 && clients.length <= 3
            ? `of ${clients.join(', ')}`
            : `of ${plural(filter.clientIds.length, 'client')}`,
        ]),
    ...(filter.debtTypes.length === 0
      ? []
      : [filter.debtTypes.map((type: DebtType) => debtTypeWords[type].toLowerCase()).join(', ')]),
    ...(filter.states.length === 0
      ? []
      : [
          `in ${filter.states.length <= 4 ? filter.states.map((code) => stateNames[code]).join(', ') : `${filter.states.length} states`}`,
        ]),
    ...range('balance', filter.balanceFromCents, filter.balanceToCents, formatDollars),
    ...range('days past due', filter.daysPastDueFrom, filter.daysPastDueTo, count),
    ...range('days since placement', filter.ageFrom, filter.ageTo, count),
    ...(filter.neverContacted ? ['never contacted'] : []),
    ...(filter.quietDays === null ? [] : [`no contact in ${plural(filter.quietDays, 'day')}`]),
    ...(filter.brokenPromiseDays === null
      ? []
      : [`a promise broken in the last ${plural(filter.brokenPromiseDays, 'day')}`]),
    ...(filter.notice === 'any'
      ? []
      : [filter.notice === 'sent' ? 'validation notice sent' : 'no validation notice sent']),
  ];
}
