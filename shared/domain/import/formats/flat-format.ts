/**
 * Formats that are no tables: their entries are laid out by a standard, so what each value means is known. A format reads the
 * whole text once, entry by entry, into rows whose columns are fixed. Pure.
 *
 * Reading is a generator so that whoever drives it can let other work through; it yields how many characters are behind it.
 */
import type { Result } from '../../../errors/result.ts';
import { isDay } from '../../days.ts';
import type { ImportField, ImportSource, RowKind } from '../../import.ts';
import type { FileFormat, FlatColumn, SourceRefusal } from '../file-look.ts';
import type { ShapeSink } from '../sources/shape.ts';

export type FlatReading = Generator<number, Result<null>>;

export type FlatFormat = {
  readonly format: FileFormat;
  readonly source: ImportSource;
  /** Sentences for the user: what gave it away, and what the file says of itself. */
  readonly because: readonly string[];
  readonly rowKind: RowKind;
  readonly columns: readonly FlatColumn[];
  /** May be called again; the same text gives the same rows. */
  read(sink: ShapeSink): FlatReading;
};

/** A layout: the keys a format speaks of, each with the column it becomes. */
export type FlatLayout<K extends string> = {
  readonly columns: readonly FlatColumn[];
  readonly cellsOf: (values: Readonly<Partial<Record<K, string | undefined>>>) => string[];
  readonly columnOf: (key: K) => number;
};

export function makeLayout<K extends string>(
  entries: readonly (readonly [key: K, name: string, field: ImportField | null])[],
): FlatLayout<K> {
  return {
    columns: entries.map(([, name, field]) => ({ name, field })),
    cellsOf: (values) => entries.map(([key]) => values[key] ?? ''),
    columnOf: (key) => entries.findIndex(([own]) => own === key),
  };
}

/** A row, or one that is refused already because the entry contradicts its own format. */
export function emit<K extends string>(
  sink: ShapeSink,
  layout: FlatLayout<K>,
  line: number,
  kind: RowKind,
  values: Readonly<Partial<Record<K, string | undefined>>>,
  refused: SourceRefusal | null = null,
): void {
  const record = { line, cells: layout.cellsOf(values), stray: false, kind };
  sink.row(refused === null ? record : { ...record, refused });
}

/** `-1234.50`: how formats hand on sums they know to the cent. */
export function plainSum(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  return `${cents < 0 ? '-' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

/** `2026-03-31` of `20260331…`; `null` when the digits are no day that exists. */
export function compactDay(text: string): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})/.exec(text.trim());
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const made = `${year}-${month}-${day}`;
  return isDay(made) ? made : null;
}

/** Which of these formats a text is, by how it opens. */
export function findFlatFormat(opening: string): 'iif' | 'ofx' | 'x12' | null {
  const head = opening.slice(0, 6000).replace(/^\ufeff/, '');
  if (/^\s*(ISA[^\w\s].{2}[^\w\s]|GS[^\w\s]\w{2}[^\w\s]|ST[^\w\s]8(35|37)[^\w\s])/.test(head)) return 'x12';
  if (
    /^\s*OFXHEADER\s*:/i.test(head) ||
    /<\?OFX\s/i.test(head) ||
    /^[^<]*(<\?xml[^>]*>\s*)?<OFX>/i.test(head)
  )
    return 'ofx';
  const named =
    /^"?!(HDR|ACCNT|TRNS|SPL|ENDTRNS|CUST|VEND|EMP|OTHERNAME|INVITEM|CLASS|CTYPE|VTYPE|TERMS|PAYMETH|SHIPMETH|TIMEACT|BUD|CUSTITEMDICT|CUSTNAMEDICT|TODO|SALESREP|PRICELEVEL|SALESTAXCODE|INVMEMO)"?([\t,]|\s*$)/i;
  for (const line of head.split(/\r\n|\r|\n/).slice(0, 20)) if (named.test(line)) return 'iif';
  return null;
}
