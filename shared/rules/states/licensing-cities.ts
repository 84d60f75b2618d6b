/** Cities that license collectors in a state that does not. */
import type { StateCode } from '../../domain/law.ts';
import type { CaseView } from '../case-view.ts';
import { type InCity, livesInNewYorkCity } from './new-york-city.ts';

function livesInBuffalo(view: CaseView): boolean {
  return view.facts.person.addresses.some(
    ({ city, status }) => status !== 'bad' && status !== 'former' && city.trim().toLowerCase() === 'buffalo',
  );
}

/** New York: New York City and Buffalo. Elsewhere no such city is known, and the whole state is taken for one. */
export function livesInLicensingCity(state: StateCode, view: CaseView): InCity {
  if (state !== 'NY') return 'unknown';
  return livesInBuffalo(view) ? 'yes' : livesInNewYorkCity(view);
}
