/**
 * Sources that are plain tables: one header, one row a fact, or several lines an invoice that are folded into one. Each is a
 * description; this makes its shape. Columns are known by any of their names, in any order, and what the source does not know
 * stays beside them for the user to map.
 */
import type { ImportField, ImportSource, RowKind } from '../../import.ts';
import { repeatableFields } from '../../import.ts';
import type { SkippedLine } from '../file-look.ts';
import {
  columnOf,
  findHeader,
  type Header,
  headerAsked,
  makeTitles,
  quoted,
  sameAsHeader,
  textOfRecord,
} from './header.ts';
import {
  isBlankRecord,
  type RawRecord,
  type Recognised,
  type ShapeAsked,
  type ShapeSink,
  type SourceShape,
} from './shape.ts';

/** A record asked by the names of its columns; the first of the names that a column bears and that is filled. */
export type RowView = (...names: readonly string[]) => string;

/** A column that the table does not have and the source makes. */
export type MadeColumn = {
  readonly name: string;
  readonly field: ImportField | null;
  /** `lines` are all those of one row, in their order; one where nothing is folded. */
  of(lines: readonly RowView[], decimal: '.' | ','): string;
};

export type TableSpec = {
  readonly source: ImportSource;
  /** Completes `is written by`: `Invoice Ninja’s list of invoices`. */
  readonly called: string;
  /** Every group must be met by a column. */
  readonly needs: readonly (readonly string[])[];
  /** Names that hardly another program writes, and how many of them must be there. */
  readonly telling: readonly string[];
  readonly least: number;
  /** Words above the header that give the program away; they stand for `least`. */
  readonly title?: RegExp;
  /** Columns that only other lists have. */
  readonly never?: readonly string[];
  /** Judges the records below the header, where names alone do not tell. */
  fits?(lines: readonly RowView[]): boolean;
  readonly rowKind: RowKind;
  /** What the columns mean; of several names the first that is there. */
  readonly fields: readonly (readonly [ImportField, readonly string[]])[];
  readonly made?: readonly MadeColumn[];
  /** `null` where the plan's kind holds; or why a line is no row. */
  kindOf?(line: RowView): RowKind | null | { readonly skip: SkippedLine['why'] };
  /** Lines of the same key are one row; an empty key stands alone. */
  fold?(line: RowView): string;
  /** Told about each folded row and at the end, for what should be doubted. */
  doubt?(sink: ShapeSink, header: Header): { row(lines: readonly RowView[]): void; end(): void };
};

const titleWorth = 3;

export function tableSource(spec: TableSpec): SourceShape {
  return {
    source: spec.source,
    recognise: (beginning) => recognise(spec, beginning),
    open: (asked, sink) => open(spec, asked, sink),
  };
}

function recognise(spec: TableSpec, beginning: readonly RawRecord[]): Recognised | null {
  const header = findHeader(beginning, (names) => spec.needs.every((group) => columnOf(names, group) !== -1));
  if (header === null) return null;
  if (spec.never?.some((name) => header.names.includes(name))) return null;
  const told = spec.telling.filter((name) => header.names.includes(name));
  const title = spec.title === undefined ? undefined : header.titles.find((text) => spec.title?.test(text));
  if (told.length + (title === undefined ? 0 : titleWorth) < spec.least) return null;
  if (spec.fits !== undefined) {
    const lines = beginning
      .filter((record) => record.line > header.line && !record.stray && !isBlankRecord(record.cells))
      .slice(0, 50)
      .map((record) => viewOf(header, record));
    if (!spec.fits(lines)) return null;
  }
  const because = [];
  if (title !== undefined) because.push(`Above the table stands “${title.slice(0, 60)}”.`);
  if (told.length > 0) because.push(`${quoted(header, told)}: columns of ${spec.called}.`);
  return {
    headerLine: header.line,
    because,
    sure: Math.min(99, 64 + told.length * 4 + (title === undefined ? 0 : 12)),
  };
}

function viewOf(header: Header, record: RawRecord): RowView {
  return (...names) => {
    for (const name of names) {
      const at = header.names.indexOf(name);
      const text = at === -1 ? '' : (record.cells[at] ?? '').trim();
      if (text !== '') return text;
    }
    return '';
  };
}

/** Which field each column of the header has; each field once, but for those that several columns may feed. */
export function fieldsOf(names: readonly string[], fields: TableSpec['fields']): (ImportField | null)[] {
  const given: (ImportField | null)[] = names.map(() => null);
  const taken = new Set<ImportField>();
  for (const [field, wanted] of fields) {
    for (const name of wanted) {
      names.forEach((own, index) => {
        if (own !== name || given[index] !== null) return;
        if (taken.has(field) && !repeatableFields.has(field)) return;
        given[index] = field;
        taken.add(field);
      });
    }
  }
  return given;
}

type Held = { readonly records: RawRecord[]; readonly kind: RowKind | null };

const totalWords = /^(grand |sub ?)?totals?:?$/i;

function open(spec: TableSpec, asked: ShapeAsked, sink: ShapeSink) {
  const header = headerAsked(asked);
  const isTitle = makeTitles(header, sink);
  const width = lastNamed(header.cells);
  const given = fieldsOf(header.names, spec.fields).slice(0, width);
  const made = spec.made ?? [];
  const taken = new Set(made.map(({ field }) => field).filter((field) => field !== null));
  const columns = [
    ...given.map((field, index) => ({
      name: header.cells[index] ?? '',
      field: field !== null && taken.has(field) && !repeatableFields.has(field) ? null : field,
    })),
    ...made.map(({ name, field }) => ({ name, field })),
  ];
  const held = new Map<string, Held>();
  const watch = spec.doubt?.(sink, header);

  const emit = ({ records, kind }: Held) => {
    const first = records[0];
    if (first === undefined) return;
    const lines = records.map((record) => viewOf(header, record));
    watch?.row(lines);
    sink.row({
      line: first.line,
      cells: [...filled(first.cells, width), ...made.map((column) => column.of(lines, asked.decimal))],
      stray: false,
      kind,
    });
  };

  return {
    columns,
    rowKind: spec.rowKind,
    take(record: RawRecord) {
      if (isTitle(record) || isBlankRecord(record.cells)) return;
      if (sameAsHeader(record.cells, header)) {
        sink.skip({ line: record.line, why: 'repeated_header', text: textOfRecord(record) });
        return;
      }
      const beyond = record.cells.slice(width).filter((cell) => cell.trim() !== '');
      const first = (record.cells.find((cell) => cell.trim() !== '') ?? '').trim();
      if (totalWords.test(first)) {
        sink.skip({ line: record.line, why: 'total', text: textOfRecord(record) });
        return;
      }
      // What cannot be told apart goes on as it is, to be refused with its line.
      if (record.stray || record.cells.length < width || beyond.length > 0) {
        const cells =
          beyond.length > 0
            ? [...record.cells.slice(0, width), ...made.map(() => ''), ...beyond]
            : record.cells;
        sink.row({ line: record.line, cells, stray: record.stray, kind: null });
        return;
      }
      const line = viewOf(header, record);
      const kind = spec.kindOf?.(line) ?? null;
      if (kind !== null && typeof kind === 'object') {
        sink.skip({ line: record.line, why: kind.skip, text: textOfRecord(record) });
        return;
      }
      const key = spec.fold?.(line) ?? '';
      if (key === '') return emit({ records: [record], kind });
      const group = held.get(`${kind ?? ''}\n${key}`);
      if (group === undefined) held.set(`${kind ?? ''}\n${key}`, { records: [record], kind });
      else group.records.push(record);
    },
    end() {
      for (const group of held.values()) emit(group);
      held.clear();
      watch?.end();
    },
  };
}

function lastNamed(cells: readonly string[]): number {
  let last = cells.length;
  while (last > 0 && cells[last - 1] === '') last -= 1;
  return last;
}

function filled(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}
