/**
 * A record of a SYLK file names the row and column it is for, and the library makes every row up to it: one slipped digit would have it
 * make hundreds of millions.
 */
import { FileFault } from '../file-fault.ts';

/** The rows of the largest sheet there is. */
const mostPlace = 1_048_576;
const namesPlaces = /^[XYRCW]/;

/** Throws `FileFault`: `import.unreadable` for a place no sheet has. */
export function assertSylkPlaces(bytes: Buffer): void {
  for (const record of bytes.toString('latin1').split(/[\r\n]+/)) {
    if (!/^[CF];/.test(record)) continue;
    for (const field of record.replaceAll(';;', '').split(';').slice(1)) {
      if (!namesPlaces.test(field)) continue;
      for (const [digits] of field.matchAll(/\d+/g))
        if (Number(digits) > mostPlace) throw new FileFault('import.unreadable', { what: 'places' });
    }
  }
}
