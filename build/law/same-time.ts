// Proves, before a table is written, that zones taken for one tell the same time: every half hour’s offset of the years
// from 2020 on, as this Node knows the rules.

import { offsetAt } from '../../shared/rules/time/local-time.ts';
import { SetupError } from '../runtime/setup-error.ts';
import { sameTime } from './us-zones.ts';

const halfHour = 1_800_000;
const from = Date.UTC(2020, 0, 1);
const to = Date.UTC(2038, 0, 1);

/** Throws, naming both, when two zones that are written as one differ at some half hour from 2020 to 2037. */
export function checkSameTime(): void {
  for (const [zone, as] of Object.entries(sameTime)) {
    for (let at = from; at < to; at += halfHour) {
      if (offsetAt(zone, at) !== offsetAt(as, at))
        throw new SetupError(
          `${zone} and ${as} differ at ${new Date(at).toISOString()}: do not write them as one.`,
        );
    }
  }
}
