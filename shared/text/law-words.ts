/** Words of the law that depend on more than one code; the words of its closed lists stand in `labels.ts`. */
import type { Jurisdiction, StateCode, VerdictOutcome } from '../domain/law.ts';
import { stateNames } from '../domain/state-names.ts';
import { verdictOutcomeWords } from './labels.ts';

/** `later`: by time alone it will be allowed; without it a block says that waiting does not help. */
export function verdictWord(outcome: VerdictOutcome, later: boolean): string {
  return outcome === 'blocked' && !later ? 'Not allowed' : verdictOutcomeWords[outcome];
}

/** Whose law: `Federal`, `Texas`, `New York City`, `House policy`. */
export function jurisdictionWords(jurisdiction: Jurisdiction): string {
  if (jurisdiction === 'US') return 'Federal';
  if (jurisdiction === 'states') return 'State laws';
  if (jurisdiction === 'NYC') return 'New York City';
  if (jurisdiction === 'house') return 'House policy';
  return stateNames[jurisdiction];
}

/** `Colorado, Texas`; empty for none. */
export function stateListWords(states: readonly StateCode[]): string {
  return states.map((state) => stateNames[state]).join(', ');
}
