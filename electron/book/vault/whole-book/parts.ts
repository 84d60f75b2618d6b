/**
 * What a whole-book file consists of: `manifest.json`, `schema.json`, `README.txt`, one exact CSV a table under `tables/`, and what is a
 * document in a file of its own under `documents/`.
 */
import { z } from 'zod';
import { cutToBytes } from '../../../../shared/text/cut-to-bytes.ts';
import type { BookTable } from '../../store/queries/whole-book.ts';

export const formatName = 'duebook-whole-book';
export const formatVersion = 1;

/** Columns whose bytes stand in files of their own, and what those are called. */
export const documentColumns: Readonly<Record<string, { readonly column: string; readonly ending: string }>> =
  {
    attachments: { column: 'content', ending: '' },
    letterhead_images: { column: 'bytes', ending: '.image' },
    letters: { column: 'pdf', ending: '.pdf' },
  };

/** Where a document stands: under its table and its row's id; the name of an attachment is only for people. */
export function documentPath(table: string, rowId: bigint, name: string): string {
  const { ending } = documentColumns[table] ?? { ending: '' };
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._()-]+/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(deviceName, '_$1');
  if (safe === '') return `documents/${table}/${rowId}${ending}`;
  const kind = /\.[^. ]{1,16}$/.exec(safe)?.[0] ?? '';
  const stem = cutToBytes(safe.slice(0, safe.length - kind.length), 120).replace(/[. ]+$/, '');
  return `documents/${table}/${rowId}/${stem}${kind}`;
}

/** Names Windows keeps for devices, whatever follows the first dot. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

export const manifestSchema = z.object({
  format: z.literal(formatName),
  formatVersion: z.int().min(1),
  /** `user_version` of the book's file: the tables are those of this shape. */
  bookVersion: z.int().min(1),
  officeName: z.string().max(500),
  madeAt: z.int(),
  tables: z
    .array(
      z.object({
        name,
        columns: z
          .array(z.object({ name, type: z.enum(['integer', 'text', 'blob']), document: z.boolean() }))
          .min(1)
          .max(300),
        rows: z.int().min(0),
        sha256,
      }),
    )
    .max(1000),
  documents: z.int().min(0),
});
export type Manifest = z.output<typeof manifestSchema>;

/** One line a document in `documents.json`. */
export const documentSchema = z.object({
  path: z.string().max(400),
  table: name,
  rowId: z.string().regex(/^-?\d{1,19}$/),
  bytes: z.int().min(0),
  sha256,
});
export type DocumentPart = z.output<typeof documentSchema>;

export function tablePath(table: string): string {
  return `tables/${table}.csv`;
}

/** JSON Schema (draft 2020-12) of a row of each table, as another program would hold it. */
export function schemaOf(tables: readonly BookTable[]): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A whole Duebook book: one CSV a table',
    description:
      'Money is in integer cents, instants are milliseconds since 1970 UTC, days are YYYY-MM-DD. See README.txt for how a cell is written.',
    $defs: Object.fromEntries(
      tables.map((table) => [
        table.name,
        {
          type: 'object',
          'x-file': tablePath(table.name),
          'x-key': table.key,
          properties: Object.fromEntries(
            table.columns.map((column) => {
              const isDocument = documentColumns[table.name]?.column === column.name;
              const of = table.references.find((reference) => reference.column === column.name)?.table;
              const type = column.type === 'integer' ? 'integer' : 'string';
              return [
                column.name,
                {
                  type: column.required ? type : [type, 'null'],
                  ...(of === undefined ? {} : { 'x-references': of }),
                  ...(isDocument ? { 'x-document': true } : {}),
                  ...(column.type === 'blob' && !isDocument ? { 'x-bytes': 'hexadecimal' } : {}),
                },
              ];
            }),
          ),
          required: table.columns.filter(({ required }) => required).map((column) => column.name),
        },
      ]),
    ),
  };
}

export const readme = (officeName: string): string =>
  `${officeName}: the whole book, taken out of Duebook

manifest.json   what is in here: each table with its columns, its number of rows and the SHA-256 of its file
schema.json     the same as JSON Schema (draft 2020-12), with keys and references
documents.json  each document with the row it belongs to and its SHA-256
tables/         one CSV file a table, every row there is
documents/      letters as PDF, files kept with accounts, pictures of the letterhead

How a cell is written (UTF-8, comma, CR LF, the first line names the columns):
  nothing at all   an empty cell
  a text           always in quotation marks, doubled within; "" is the empty text
  an integer       its digits, up to 64 bits; money is in cents, instants in milliseconds since 1970 UTC
  bytes            \\x and hexadecimal digits, or the path of a file under documents/

Texts stand here exactly as they were typed, also those that begin with = or +. When you open a table in a
spreadsheet program, import its columns as text.

Duebook brings this file in again as a book of its own, and says so if anything in it was changed.
`.replaceAll('\n', '\r\n');
