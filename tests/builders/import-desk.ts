/** Imports as the window does them, over a real book and real files: look, try, write, take back. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handlers } from '../../electron/book/handlers.ts';
import { runCall } from '../../electron/book/run-call.ts';
import { clockColumns } from '../../electron/book/store/queries/clocks.ts';
import type { Store } from '../../electron/book/store/store.ts';
import type { FileReading } from '../../electron/ipc/file-reading.ts';
import type { BookCallName, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { JobProgress } from '../../shared/contract/events.ts';
import type {
  ChosenReading,
  ColumnMapping,
  DryRun,
  ImportDone,
  ImportPlan,
  ImportPreview,
} from '../../shared/contract/imports.ts';
import type { Result } from '../../shared/errors/result.ts';
import { readHere, readThrough } from './reader.ts';
import { makeTestStore } from './store.ts';

export type ImportDesk = {
  readonly store: Store;
  readonly progress: JobProgress[];
  /** Bugs, should there be any; a test that ends with one has failed. */
  readonly incidents: unknown[];
  /** Asked before every answer to `cancelled`; the user presses Cancel when it says so. */
  cancelWhen: (progress: readonly JobProgress[]) => boolean;
  /** Writes a file of that content and gives its id. */
  file(content: string | Uint8Array, name?: string): string;
  open(path: string): string;
  pathOf(fileId: string): string;
  call<C extends BookCallName>(
    call: C,
    input: InputOf<C>,
    operationId?: string,
  ): Promise<Result<OutputOf<C>>>;
  look(fileId: string, reading?: ChosenReading): Promise<Result<ImportPreview>>;
  /** Looks and tries, as guessed unless changed. */
  attempt(fileId: string, change?: PlanChange): Promise<Result<DryRun>>;
  write(fileId: string, change?: PlanChange): Promise<Result<ImportDone>>;
  dispose(): void;
};

export type PlanChange = Partial<ImportPlan> & { readonly chosen?: ChosenReading };

export const importMoment = { now: Date.UTC(2026, 10, 21, 18, 0), zone: 'America/Chicago', author: 'Desk' };

/** `reading`: files are read in real processes; without it, in this one. */
export function makeImportDesk(store: Store = makeTestStore(), reading?: FileReading): ImportDesk {
  const folder = mkdtempSync(join(tmpdir(), 'duebook-import-'));
  const paths = new Map<string, string>();
  const pathOf = (fileId: string) => paths.get(fileId) ?? null;
  const progress: JobProgress[] = [];
  const incidents: unknown[] = [];
  const desk: ImportDesk = {
    store,
    progress,
    incidents,
    cancelWhen: () => false,
    file(content, name = 'file.csv') {
      const path = join(folder, `${paths.size}-${name}`);
      writeFileSync(path, content);
      return desk.open(path);
    },
    open(path) {
      const fileId = randomUUID();
      paths.set(fileId, path);
      return fileId;
    },
    pathOf: (fileId) => paths.get(fileId) ?? '',
    async call(call, input, operationId = randomUUID()) {
      const checked: unknown = contract[call].input.parse(input);
      const answer = await runCall(call, checked, operationId, {
        store,
        moment: importMoment,
        handlers,
        takePlace: () => null,
        pathOf,
        fileReader: (watch) =>
          reading === undefined ? readHere(pathOf, watch) : readThrough(reading, pathOf, watch),
        announce: () => undefined,
        progress: (_, step) => void progress.push(step),
        cancelled: () => desk.cancelWhen(progress),
        incident(_, error) {
          incidents.push(error);
          return 'incident';
        },
      });
      if (answer.ok) contract[call].output.parse(answer.value);
      return answer as never;
    },
    look: (fileId, reading = {}) => desk.call('imports.preview', { fileId, reading }),
    async attempt(fileId, change) {
      const input = await inputOf(desk, fileId, change);
      return input.ok ? desk.call('imports.dryRun', input.value) : input;
    },
    async write(fileId, change) {
      const input = await inputOf(desk, fileId, change);
      return input.ok ? desk.call('imports.run', input.value) : input;
    },
    dispose() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return desk;
}

async function inputOf(
  desk: ImportDesk,
  fileId: string,
  { chosen = {}, ...change }: PlanChange = {},
): Promise<Result<{ fileId: string; fileSha256: string; plan: ImportPlan }>> {
  const preview = await desk.look(fileId, chosen);
  if (!preview.ok) return preview;
  const { reading, fileSha256 } = preview.value;
  const mapping: ColumnMapping = [...preview.value.mapping];
  const plan: ImportPlan = {
    reading,
    mapping,
    clientId: null,
    clientName: 'Tidewater Dental',
    debtType: 'medical',
    debtorKind: 'guess',
    settledMeansPaid: true,
    rowKind: preview.value.rowKind,
    openingAsOf: null,
    paidItems: 'take',
    foreignCurrency: 'refuse',
    changed: 'update',
    restoreZeros: true,
    heldAt: '',
    people: [],
    fixes: [],
    leftOut: [],
    controlCents: null,
    controlRows: null,
    profileName: '',
    ...change,
  };
  return { ok: true, value: { fileId, fileSha256, plan } };
}

/**
 * Every row of the book in a fixed order, but for what stays after an import was taken back: its own row, the
 * audit and drafts. The clocks of accounts are left out: they follow from the rest and from the time of day, are brought up to
 * date in the background, and `checkClocks` holds them against the rules.
 */
export function dumpBook(store: Store): Record<string, unknown[]> {
  const names = store.db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\'
         AND name NOT IN ('imports', 'audit', 'drafts', 'sqlite_stat1', 'clock_dirty', 'clock_state') ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const dump: Record<string, unknown[]> = {};
  for (const name of names) {
    const rows = store.db
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .map((row) => JSON.stringify(row, (column, value) => (isClock(column) ? undefined : value)));
    dump[name] = rows.sort();
  }
  for (const search of ['account_search', 'note_search', 'attachment_search'])
    dump[search] = store.db.prepare(`SELECT rowid FROM ${search} ORDER BY rowid`).pluck().all();
  return dump;
}

const clocks: ReadonlySet<string> = new Set(clockColumns);

function isClock(column: string): boolean {
  return clocks.has(column);
}
