/**
 * Strategies to begin from, one for each kind of work the book is made for. They are copied as drafts and changed by the office; none is
 * ever on by itself.
 */
import {
  everybody,
  noConditions,
  noticeTemplateCode,
  type StrategyBody,
  type StrategyFilter,
  type StrategyStep,
} from '../../domain/strategy.ts';

export type StrategyModel = { readonly code: string; readonly name: string; readonly body: StrategyBody };

const step = (kind: StrategyStep['kind'], change: Partial<StrategyStep> = {}): StrategyStep => ({
  kind,
  wait: 0,
  unit: 'days',
  conditions: noConditions,
  otherwise: 'skip',
  templateCode: '',
  holdDays: 0,
  text: '',
  ...change,
});

const forWhom = (change: Partial<StrategyFilter>): StrategyFilter => ({ ...everybody, ...change });

const medical: StrategyBody = {
  about: 'Own patients’ bills: kind letters first, calls between them, and a person who decides at the end.',
  forWhom: forWhom({ debtTypes: ['medical'], daysPastDueFrom: 30, balanceFromCents: 2_500 }),
  stops: ['payment', 'promise', 'plan', 'mail_returned', 'any_hold'],
  steps: [
    step('review', {
      text: 'Is insurance settled, and was the patient told about financial assistance?',
    }),
    step('letter', { wait: 1, unit: 'business_days', templateCode: 'friendly-reminder' }),
    step('call', {
      wait: 10,
      text: 'Ask how the patient is doing with the bill; offer a plan and the assistance form.',
    }),
    step('call', {
      wait: 5,
      conditions: { ...noConditions, notReached: true },
      text: 'Second try, at another time of day.',
    }),
    step('letter', {
      wait: 10,
      templateCode: 'past-due-notice',
      conditions: { ...noConditions, noPaymentDays: 20 },
    }),
    step('call', { wait: 10, text: 'Last call before the review: what would help?' }),
    step('review', { wait: 14, text: 'Assistance, a smaller plan, write off, or go on?' }),
  ],
};

const thirdParty: StrategyBody = {
  about:
    'Consumer debt placed by a client: from the validation notice through its period, then letters and calls within the caps.',
  forWhom: forWhom({ debtorKind: 'consumer', neverContacted: true, balanceFromCents: 5_000 }),
  stops: ['payment', 'promise', 'plan', 'mail_returned', 'any_hold'],
  steps: [
    step('review', {
      text: 'Check the placement for the validation notice: itemization date and sums, creditor, account number.',
    }),
    step('letter', { wait: 1, unit: 'business_days', templateCode: noticeTemplateCode }),
    step('wait', {
      wait: 35,
      conditions: { ...noConditions, noticeSent: true },
      otherwise: 'wait',
    }),
    step('letter', {
      templateCode: 'friendly-reminder',
      conditions: { ...noConditions, noticeSent: true },
      otherwise: 'stop',
    }),
    step('call', {
      wait: 7,
      text: 'First call: right party first, disclosures, then the matter. Offer a plan.',
    }),
    step('call', {
      wait: 4,
      conditions: { ...noConditions, notReached: true },
      text: 'Another time of day, another number where there is one.',
    }),
    step('letter', { wait: 14, templateCode: 'past-due-notice' }),
    step('call', { wait: 7, conditions: { ...noConditions, notReached: true }, text: 'Third try.' }),
    step('letter', { wait: 14, templateCode: 'final-demand' }),
    step('review', { wait: 14, text: 'Settlement offer, skip trace, back to the client, or counsel?' }),
  ],
};

const commercial: StrategyBody = {
  about: 'What a business owes: short steps, documents at hand, a written demand and counsel at the end.',
  forWhom: forWhom({ debtorKind: 'business', daysPastDueFrom: 15 }),
  stops: ['payment', 'promise', 'plan', 'any_hold'],
  steps: [
    step('call', {
      text: 'Accounts payable: was the invoice received, is anything contested, when is it paid?',
    }),
    step('letter', { wait: 3, unit: 'business_days', templateCode: 'past-due-notice' }),
    step('call', { wait: 5, unit: 'business_days', text: 'Ask for the person who decides.' }),
    step('letter', {
      wait: 10,
      unit: 'business_days',
      templateCode: 'demand-letter-commercial',
      conditions: { ...noConditions, balanceOverCents: 10_000 },
    }),
    step('call', {
      wait: 5,
      unit: 'business_days',
      text: 'Was the demand received? What stands in the way?',
    }),
    step('hand_over', {
      wait: 10,
      unit: 'business_days',
      conditions: { ...noConditions, balanceOverCents: 100_000 },
      text: 'Contract, invoices and delivery papers ready for counsel.',
    }),
    step('review', { wait: 1, unit: 'business_days', text: 'Go on, settle, or close?' }),
  ],
};

const brokenPromise: StrategyBody = {
  about: 'A promise was not kept: ask soon and kindly, put it in writing, then decide.',
  forWhom: forWhom({ brokenPromiseDays: 14, againAfterDays: 30 }),
  stops: ['payment', 'promise', 'plan', 'any_hold'],
  steps: [
    step('call', { text: 'What happened? Listen first; offer a smaller sum or another day.' }),
    step('call', {
      wait: 3,
      conditions: { ...noConditions, notReached: true },
      text: 'Second try about the promise.',
    }),
    step('letter', { wait: 4, templateCode: 'friendly-reminder' }),
    step('review', { wait: 14, text: 'New promise, plan, or on to the next strategy?' }),
  ],
};

const smallBalances: StrategyBody = {
  about:
    'Small sums: two letters and a decision, no calls, so that collecting does not cost more than it brings.',
  forWhom: forWhom({ balanceToCents: 7_500, daysPastDueFrom: 30 }),
  stops: ['payment', 'promise', 'plan', 'mail_returned', 'any_hold'],
  steps: [
    step('letter', { templateCode: 'friendly-reminder' }),
    step('letter', {
      wait: 30,
      templateCode: 'past-due-notice',
      conditions: { ...noConditions, balanceOverCents: 1_000 },
    }),
    step('review', { wait: 30, text: 'Write off, or wait for the next bill?' }),
  ],
};

export const strategyModels: readonly StrategyModel[] = [
  { code: 'first-party-medical', name: 'Own medical bills', body: medical },
  { code: 'third-party-consumer', name: 'Placed consumer debt', body: thirdParty },
  { code: 'commercial', name: 'Business debt', body: commercial },
  { code: 'broken-promise', name: 'Broken promise', body: brokenPromise },
  { code: 'small-balances', name: 'Small balances', body: smallBalances },
];
