/** How the table of states is written down: a source in one line, by how sure it is. */
import type { Confidence, Source } from '../../domain/law.ts';
import type { Period, StateLicence } from './state-laws.ts';

function sourceAs(confidence: Confidence, cite: string, readOn: string, note: string | undefined): Source {
  if (cite.trim() === '' || readOn.trim() === '')
    throw new Error('an entry of the law needs a citation and the day it was read');
  return note === undefined ? { cite, readOn, confidence } : { cite, readOn, confidence, note };
}

/** The words of the law were read. */
export function text(cite: string, readOn: string, note?: string): Source {
  return sourceAs('text', cite, readOn, note);
}

/** A mirror, an agency’s page or a law firm’s note was read. */
export function secondary(cite: string, readOn: string, note?: string): Source {
  return sourceAs('secondary', cite, readOn, note);
}

/** Well established, not read anew. */
export function known(cite: string, readOn: string, note?: string): Source {
  return sourceAs('known', cite, readOn, note);
}

/** To be checked before anybody relies on it. */
export function unverified(cite: string, readOn: string, note?: string): Source {
  return sourceAs('unverified', cite, readOn, note);
}

export function years(count: number, source: Source): Period {
  return { years: count, source };
}

/** Where no licence of the state is known, which is not to say that none is needed. */
export const noneKnown: StateLicence = {
  need: 'none_known',
  words:
    'No state license for collection agencies is known. Check business registration and local rules (as of 2025-06, not verified).',
  source: null,
};
