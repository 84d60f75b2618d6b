/** What the rules of contact take a letter to be: to whom it goes, and for what. */
import type { ContactParty, ContactPurpose } from '../domain/law.ts';
import type { LetterAbout } from './letter-about.ts';

/** A letter that is the validation notice of 12 CFR 1006.34 itself. */
export function isValidationNotice({ stage, needs }: Pick<LetterAbout, 'stage' | 'needs'>): boolean {
  return stage === 'first_notice' && needs.includes('validation');
}

/**
 * One that asks for money collects, but for the validation notice, which goes out first, and the word that a report to bureaus may follow. Of
 * those that do not, an answer to a request to stop says that efforts end (1006.6(c)(2)); any other answers.
 */
export function purposeOfLetter(
  about: Pick<LetterAbout, 'stage' | 'needs' | 'asksForMoney'>,
): ContactPurpose {
  if (isValidationNotice(about)) return 'validation_notice';
  if (about.needs.includes('furnishing')) return 'remedy_notice';
  if (about.asksForMoney) return 'collect';
  if (about.needs.includes('cease')) return 'efforts_end';
  return about.needs.includes('dispute') ? 'verification' : 'answer_request';
}

const parties: Readonly<Record<LetterAbout['to'], ContactParty>> = {
  debtor: 'debtor',
  attorney: 'attorney',
  representative: 'representative',
  client: 'creditor',
};

export function partyOfLetter(to: LetterAbout['to']): ContactParty {
  return parties[to];
}
