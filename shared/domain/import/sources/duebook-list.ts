/**
 * A list that Duebook wrote: its columns bear the names the program itself uses for what they hold, so that what goes out comes in
 * again without a guess. The names are those of `../field-names.ts`, which the program itself uses.
 */
import { type ImportField, importFields, type RowKind, rowKinds } from '../../import.ts';
import { duebookNames } from '../field-names.ts';
import { normaliseHeader } from '../guess-columns.ts';
import { findHeader, quoted } from './header.ts';
import type { SourceShape } from './shape.ts';
import { tableSource } from './table-source.ts';

const fieldOf = new Map<string, ImportField>(
  importFields.map((field) => [normaliseHeader(duebookNames[field]), field]),
);
/** Words that nobody else writes so. */
const own: readonly ImportField[] = [
  'debtor_reference',
  'debtor_name',
  'charge_on',
  'charge_reference',
  'due_on',
  'settled_on',
  'parent_name',
  'parent_reference',
  'row_type',
  'name_suffix',
  'external_id',
  'city_region_postal',
  'service_on',
  'placed_on',
  'contact_channel',
  'contact_direction',
  'contact_outcome',
  'note_on',
  'contact_on',
  'debtor_kind',
  'payment_on',
];
const ownNames = own.map((field) => normaliseHeader(duebookNames[field]));

/** What a row says it is, by its code. */
function kindOf(text: string): RowKind | null {
  return rowKinds.find((kind) => kind === text) ?? null;
}

const table = tableSource({
  source: 'duebook.list',
  called: 'a list from Duebook',
  needs: [],
  telling: [],
  least: 0,
  rowKind: 'charge',
  fields: importFields.map((field) => [field, [normaliseHeader(duebookNames[field])]]),
  kindOf: (line) => kindOf(line(normaliseHeader(duebookNames.row_type))),
});

export const duebookList: SourceShape = {
  source: 'duebook.list',
  recognise(beginning) {
    const header = findHeader(beginning.slice(0, 10), (names, cells) => {
      const filled = cells.filter((cell) => cell.trim() !== '');
      if (filled.length < 2 || !filled.every((cell) => fieldOf.has(normaliseHeader(cell)))) return false;
      return names.filter((name) => ownNames.includes(name)).length >= 2;
    });
    if (header === null) return null;
    return {
      headerLine: header.line,
      because: [`Every column bears a name that Duebook writes: ${quoted(header, header.names)}.`],
      sure: 97,
    };
  },
  open: (asked, sink) => table.open(asked, sink),
};
