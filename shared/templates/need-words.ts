/** What the needs of letters are called where an account does not meet one; the book and the window say the same. */
import type { LetterNeed } from './fields.ts';

/** What is missing where an account lacks what a letter speaks of, and where it is entered. */
export const needWords: Readonly<Record<LetterNeed, string>> = {
  charges: 'Nothing is open on the account.',
  plan: 'The account has no payment plan.',
  missed_instalment: 'No payment of a plan was missed.',
  offer: 'No offer of your office is open on the account. Make one under Plans.',
  settlement: 'The account has no settlement.',
  dispute: 'No dispute is recorded. Record it under Law.',
  payment: 'No payment is recorded.',
  returned_payment: 'No payment came back from the bank.',
  paid_in_full: 'The account is not paid in full.',
  judgment: 'No judgment is recorded.',
  bankruptcy: 'No bankruptcy is recorded. Record it under Law.',
  estate: 'No death is recorded. Record it under Law.',
  attorney: 'No attorney of the debtor is recorded. Record them under Law.',
  validation:
    'The itemization of the debt is not complete. Choose the itemization date under Law, with what was owed on it.',
  cease: 'No request to stop is recorded. Record it under Law.',
  placement:
    'The account has no client with a day of placement, or more accounts were placed than a letter lists.',
  furnishing: 'The rules of credit reporting do not allow this debt to be reported. See Law for the reasons.',
};
