/** A desk whose lists leave as real files, read back as a spreadsheet program would. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { runCall } from '../../electron/book/run-call.ts';
import type { BookJobName, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { JobProgress } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/errors/result.ts';
import { type Desk, makeDesk } from './desk.ts';
import { makeSurroundings } from './surroundings.ts';

export type ListAsked = InputOf<'exports.run'>['asked'];

export type ExportDesk = Desk & {
  readonly folder: string;
  readonly progress: JobProgress[];
  cancelWhen: () => boolean;
  /** Where the next file goes; the name of the file. */
  place(name: string): { fileId: string; path: string };
  job<C extends BookJobName>(call: C, input: InputOf<C>): Promise<Result<OutputOf<C>>>;
  /** Everything a list leaves as CSV: the head and its rows, as text. */
  csv(asked: ListAsked, columns?: readonly string[]): Promise<string[][]>;
  /** The same with each row by its headings. */
  rows(asked: ListAsked, columns?: readonly string[]): Promise<Record<string, string>[]>;
  /** Ids of the columns a list has; only those it shows by itself unless all are wanted. */
  columns(asked: ListAsked, all?: boolean): Promise<string[]>;
  files(): string[];
  dispose(): void;
};

export function makeExportDesk(desk: Desk = makeDesk()): ExportDesk {
  const folder = mkdtempSync(join(tmpdir(), 'duebook-exports-'));
  const places = new Map<string, string>();
  const made: ExportDesk = {
    ...desk,
    folder,
    progress: [],
    cancelWhen: () => false,
    place(name) {
      const fileId = randomUUID();
      const path = join(folder, name);
      places.set(fileId, path);
      return { fileId, path };
    },
    async job(call, input) {
      const checked: unknown = contract[call].input.parse(input);
      const answer = await runCall(call, checked, randomUUID(), {
        ...makeSurroundings(desk.store, desk.moment()),
        takePlace(fileId) {
          const path = places.get(fileId) ?? null;
          places.delete(fileId);
          return path;
        },
        progress: (_, step) => void made.progress.push(step),
        cancelled: () => made.cancelWhen(),
      });
      if (answer.ok) contract[call].output.parse(answer.value);
      return answer as Result<OutputOf<typeof call>>;
    },
    async columns(asked, all = false) {
      const { columns } = await desk.get('exports.describe', { asked });
      return columns.filter(({ shown }) => all || shown).map(({ columnId }) => columnId);
    },
    async csv(asked, columns) {
      const { fileId, path } = made.place(`${randomUUID()}.csv`);
      const wanted = [...(columns ?? (await made.columns(asked, true)))];
      const written = await made.job('exports.run', { asked, columns: wanted, format: 'csv', fileId });
      if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.params)}`);
      const table = parse(readFileSync(path), { bom: true, relax_column_count: false }) as string[][];
      rmSync(path);
      if (table.length - 1 !== written.value.rows)
        throw new Error('the count of rows is not that of the file');
      return table;
    },
    async rows(asked, columns) {
      const [head = [], ...rows] = await made.csv(asked, columns);
      if (new Set(head).size < head.length) throw new Error('two columns have one heading');
      return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
    },
    files: () => readdirSync(folder).sort(),
    dispose() {
      desk.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return made;
}
