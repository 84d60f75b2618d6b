/** Words of the library: whose law, how sure, how binding. */
import {
  type Confidence,
  type Jurisdiction,
  type RuleForce,
  type StateCode,
  stateCodes,
} from '../../../shared/domain/law.ts';
import { stateNames } from '../../../shared/domain/state-names.ts';
import { jurisdictionWords } from '../../../shared/text/law-words.ts';

/** Federal law first, then the states and cities by name, the office’s own policy last. */
export function inReadingOrder(a: Jurisdiction, b: Jurisdiction): number {
  const place = (one: Jurisdiction) => (one === 'US' ? 0 : one === 'house' ? 2 : 1);
  return place(a) - place(b) || jurisdictionWords(a).localeCompare(jurisdictionWords(b), 'en');
}

/** The states by name, as a list to choose from. */
export const stateOptions: readonly { readonly value: StateCode; readonly label: string }[] = [...stateCodes]
  .map((code) => ({ value: code, label: stateNames[code] }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));

/** A rule’s subject as a heading; the code keeps its own spelling of licenses. */
export function subjectWords(subject: string): string {
  const words = subject.replace('licences', 'licenses');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export const sureWords: Readonly<Record<Confidence, string>> = {
  text: 'The text of the law was read',
  secondary: 'A mirror or an agency’s page was read',
  known: 'Well established, not read anew',
  unverified: 'Verify',
};

export const forceWords: Readonly<Record<RuleForce, string>> = {
  prohibition: 'A prohibition: only a fact can lift it',
  presumption: 'A presumption: it can be rebutted, with a reason that is kept',
  caution: 'A caution',
  house: 'House policy: going on takes a reason that is kept',
};
