/**
 * What each column of a table means, and why: as the profile remembers it, as the source writes it, as its name or its content says.
 * The nearest to the user's own word wins.
 */

import type { DecimalSign } from '../import.ts';
import { type ImportField, type ImportSource, type RowKind, repeatableFields } from '../import.ts';
import type { FlatColumn } from './file-look.ts';
import { guessTable } from './guess-columns.ts';

export type MappedColumn = {
  readonly field: ImportField | null;
  readonly because: 'profile' | 'source' | 'name' | 'content' | null;
};

export type MappedTable = { readonly rowKind: RowKind; readonly columns: readonly MappedColumn[] };

/** A source knows its own sums, days and numbers; what else stands in the table may be how to reach somebody, or a remark. */
const besideSource: ReadonlySet<ImportField> = new Set<ImportField>([
  'phone',
  'mobile_phone',
  'home_phone',
  'work_phone',
  'email',
  'address_line1',
  'address_line2',
  'city',
  'region',
  'postal_code',
  'country',
  'birth_date',
  'note',
]);

/**
 * `values[i]` are some values of column `i`. `rowKind` is the source's, or the user's own choice (`chosen`); `remembered` is what a
 * profile says of each column, `undefined` where it says nothing.
 */
export function mapColumns(input: {
  readonly source: ImportSource;
  readonly columns: readonly FlatColumn[];
  readonly values: readonly (readonly string[])[];
  readonly decimal: DecimalSign;
  readonly rowKind: RowKind;
  readonly chosen: RowKind | null;
  readonly remembered: readonly (ImportField | null | undefined)[] | null;
}): MappedTable {
  const { columns, source, chosen } = input;
  const isPlain = source === 'table';
  const guessed = guessTable(
    columns.map(({ name }) => name),
    input.values,
    input.decimal,
    chosen ?? (isPlain ? null : input.rowKind),
  );
  const mapped: MappedColumn[] = columns.map(() => ({ field: null, because: null }));
  const taken = new Set<ImportField>();
  const give = (index: number, field: ImportField | null, because: MappedColumn['because']) => {
    if (field !== null && taken.has(field) && !repeatableFields.has(field)) return;
    mapped[index] = { field, because };
    if (field !== null) taken.add(field);
  };
  const decided = new Set<number>();
  columns.forEach(({ field }, index) => {
    const kept = input.remembered?.[index];
    if (kept !== undefined) {
      decided.add(index);
      give(index, kept, kept === null ? null : 'profile');
    } else if (field !== null) {
      decided.add(index);
      give(index, field, 'source');
    }
  });
  guessed.columns.forEach(({ field, because }, index) => {
    if (decided.has(index) || field === null) return;
    if (!isPlain && !besideSource.has(field)) return;
    give(index, field, because);
  });
  return { rowKind: chosen ?? (isPlain ? guessed.kind : input.rowKind), columns: mapped };
}
