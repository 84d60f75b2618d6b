/** What the window calls the parts of a letter template: its stage, whom it goes to, what an account must have for it. */
import type { LetterNeed } from './fields.ts';
import type { LetterRecipient, LetterStage } from './letter-about.ts';

/** In the order letters are listed. */
export const letterStageWords: Readonly<Record<LetterStage, string>> = {
  first_notice: 'First notice',
  reminder: 'Reminders',
  demand: 'Demands',
  dispute: 'Disputes',
  arrangement: 'Plans and settlements',
  payment: 'Payments',
  legal: 'Legal events',
  special: 'For special cases',
  client: 'To the client',
};

export const letterRecipientWords: Readonly<Record<LetterRecipient, string>> = {
  debtor: 'The debtor',
  attorney: 'The debtor’s attorney',
  representative: 'Who acts for the debtor or the estate',
  client: 'The client who placed the account',
};

/** “An account with …” */
export const letterNeedWords: Readonly<Record<LetterNeed, string>> = {
  charges: 'charges that are open',
  plan: 'a payment plan',
  missed_instalment: 'a missed payment of its plan',
  offer: 'an open offer',
  settlement: 'a settlement',
  dispute: 'a dispute',
  payment: 'a payment received',
  returned_payment: 'a payment that came back',
  paid_in_full: 'nothing left to pay',
  judgment: 'a judgment',
  bankruptcy: 'a bankruptcy',
  estate: 'a debtor who has died',
  attorney: 'a debtor represented by an attorney',
  validation: 'what a validation notice states',
  cease: 'a request to stop contact',
  placement: 'a placement by a client',
  furnishing: 'reporting to credit bureaus',
};
