/** Words of the library: whose law, how sure, how binding. */
import type { Confidence, RuleForce } from '../../../shared/domain/law.ts';

export function jurisdictionWords(jurisdiction: string): string {
  if (jurisdiction === 'US') return 'Federal';
  if (jurisdiction === 'house') return 'House policy';
  if (jurisdiction === 'NYC') return 'New York City';
  return jurisdiction;
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
