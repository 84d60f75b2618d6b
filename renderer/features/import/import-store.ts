/**
 * Where the import stands: kept outside the screen, so that leaving it and coming back loses nothing, and a job
 * goes on meanwhile. One job at a time; whatever changes how the file is read or mapped makes the trial stale.
 *
 * When the book is locked, everything that shows people's data is dropped, and main forgets which file was
 * chosen; what was set here stays for when it is chosen again. In another book everything begins anew.
 */
import { create } from 'zustand';
import type { JobProgress } from '../../../shared/contract/events.ts';
import type {
  ChosenReading,
  ColumnMapping,
  DryRun,
  ImportDone,
  ImportPlan,
  ImportPreview,
} from '../../../shared/contract/imports.ts';
import type { DebtType } from '../../../shared/domain/account.ts';
import { type ImportField, repeatableFields } from '../../../shared/domain/import.ts';
import type { Fault, Result } from '../../../shared/errors/result.ts';
import { act, onEvent, type RunningJob, registerDroppedFile, start } from '../../bridge/calls.ts';
import { showFault } from '../../components/toasts.tsx';

export type Work = 'looking' | 'trying' | 'writing';

/** `own` is the office itself, `new` a client still to be named, a number one the book has. */
export type ClientChoice = 'own' | 'new' | number;

export type ImportState = {
  readonly file: { readonly fileId: string; readonly fileName: string } | null;
  readonly chosen: ChosenReading;
  readonly preview: ImportPreview | null;
  readonly mapping: ColumnMapping;
  /** The names of the columns the mapping was made for. */
  readonly columnNames: readonly string[];
  /** Columns whose field the user has set; their reason is no guess any more. */
  readonly touched: readonly boolean[];
  readonly client: ClientChoice;
  readonly clientName: string;
  readonly debtType: DebtType;
  readonly debtorKind: ImportPlan['debtorKind'];
  readonly settledMeansPaid: boolean;
  readonly work: Work | null;
  readonly progress: JobProgress | null;
  /** Cancel was pressed and the work has not ended yet. */
  readonly cancelling: boolean;
  readonly trial: DryRun | null;
  readonly done: ImportDone | null;
  readonly fault: Fault | null;
  /** The book was locked before the file was in it: the file has to be chosen again. */
  readonly interrupted: boolean;
};

const fresh: ImportState = {
  file: null,
  chosen: {},
  preview: null,
  mapping: [],
  columnNames: [],
  touched: [],
  client: 'own',
  clientName: '',
  debtType: 'other',
  debtorKind: 'guess',
  settledMeansPaid: true,
  work: null,
  progress: null,
  cancelling: false,
  trial: null,
  done: null,
  fault: null,
  interrupted: false,
};

export const useImport = create<ImportState>()(() => fresh);
const set = (part: Partial<ImportState>) => useImport.setState(part);
const state = () => useImport.getState();

let running: RunningJob<'imports.preview'> | RunningJob<'imports.dryRun'> | RunningJob<'imports.run'> | null =
  null;
let followed = false;
let bookId: string | null = null;

/** From the first file on: what a lock or another book means for what is shown here. */
export function followBook(): void {
  if (followed) return;
  followed = true;
  onEvent((event) => {
    if (event.type !== 'book') return;
    if (event.state.state === 'closed') {
      running?.cancel();
      const { file, done } = state();
      const interrupted = file !== null && done === null;
      set({ preview: null, trial: null, done: null, progress: null, fault: null, interrupted });
      return;
    }
    if (bookId !== null && bookId !== event.state.bookId) useImport.setState(fresh, true);
    bookId = event.state.bookId;
  });
}

/** Called when the screen is shown: a file that was not looked at yet is. */
export function resume(): void {
  const { file, preview, work, fault, interrupted } = state();
  if (file && !preview && !interrupted && work === null && fault === null) void look(true);
}

async function begin<T>(
  work: Work,
  job: RunningJob<never> | { readonly finished: Promise<Result<T>>; cancel(): void },
): Promise<Result<T>> {
  running = job as typeof running;
  set({ work, progress: null, cancelling: false, fault: null });
  const result = (await job.finished) as Result<T>;
  if (running === job) {
    running = null;
    set({ work: null, progress: null, cancelling: false });
  }
  return result;
}

const follow = (progress: JobProgress) => set({ progress });

/** Ends what is running and waits until it has ended. */
async function settle(): Promise<void> {
  const job = running;
  if (job === null) return;
  job.cancel();
  await job.finished;
}

export function cancel(): void {
  if (running === null) return;
  running.cancel();
  set({ cancelling: true });
}

// ---- the file -----------------------------------------------------------------------------------------

export async function chooseFile(): Promise<void> {
  const chosen = await act('imports.choose', {});
  if (chosen.ok) return takeFile(chosen.value);
  // Closing the dialog is no failure.
  if (chosen.error.code !== 'file.dialog_cancelled') showFault(chosen.error);
}

export async function takeDropped(file: File): Promise<void> {
  const registered = await registerDroppedFile(file);
  if (registered.ok) await takeFile(registered.value);
  else showFault(registered.error);
}

async function takeFile(file: { fileId: string; fileName: string }): Promise<void> {
  followBook();
  await settle();
  const before = state();
  const { client, clientName, debtType, debtorKind, settledMeansPaid } = before;
  useImport.setState({ ...fresh, file, client, clientName, debtType, debtorKind, settledMeansPaid }, true);
  // The same file, chosen again after a lock or a correction: what was set for it holds.
  const again = before.file?.fileName === file.fileName && before.done === null;
  if (again) {
    const { chosen, mapping, columnNames, touched } = before;
    set({ chosen, mapping, columnNames, touched });
  }
  await look(again);
}

export function startOver(): void {
  cancel();
  useImport.setState(fresh, true);
}

/** Reads the file as it is now set. A mapping made by hand is kept while the columns stay the same. */
async function look(keepMapping: boolean): Promise<void> {
  const { file } = state();
  if (!file) return;
  await settle();
  const result = await begin(
    'looking',
    start('imports.preview', { fileId: file.fileId, reading: state().chosen }, follow),
  );
  if (state().file?.fileId !== file.fileId) return;
  if (!result.ok) {
    if (result.error.code !== 'call.cancelled') set({ fault: result.error, preview: null, trial: null });
    return;
  }
  const preview = result.value;
  const { columnNames, touched } = state();
  const names = preview.columns.map(({ name }) => name);
  const same =
    keepMapping &&
    touched.some((was) => was) &&
    names.length === columnNames.length &&
    names.every((name, at) => name === columnNames[at]);
  set({
    preview,
    trial: null,
    fault: null,
    columnNames: names,
    ...(same ? {} : { mapping: preview.mapping, touched: names.map(() => false) }),
  });
}

export function setReading(part: ChosenReading): void {
  const { chosen } = state();
  // Another separator or encoding moves the lines and columns: what hangs on them is detected again.
  const kept =
    part.delimiter !== undefined || part.encoding !== undefined
      ? { ...chosen, headerLine: undefined }
      : chosen;
  const next = { ...kept, ...part };
  set({
    chosen: Object.fromEntries(
      Object.entries(next).filter(([, value]) => value !== undefined),
    ) as ChosenReading,
    trial: null,
    done: null,
  });
  const columnsMove =
    part.delimiter !== undefined || part.headerLine !== undefined || part.encoding !== undefined;
  void look(!columnsMove);
}

// ---- the columns and the rest of the plan ---------------------------------------------------------------

/** Gives a column its field; a field that only one column can feed leaves the column that had it. */
export function setColumn(index: number, field: ImportField | null): void {
  const { mapping, touched } = state();
  set({
    mapping: mapping.map((other, at) =>
      at === index ? field : field !== null && other === field && !repeatableFields.has(field) ? null : other,
    ),
    touched: touched.map((was, at) => was || at === index),
    trial: null,
    done: null,
  });
}

export function setPlan(
  part: Partial<Pick<ImportState, 'client' | 'clientName' | 'debtType' | 'debtorKind' | 'settledMeansPaid'>>,
): void {
  set({ ...part, trial: null, done: null });
}

/** Everything the trial and the import need, or `null` before the file has been read. */
export function planOf(from: ImportState): ImportPlan | null {
  const { preview, client } = from;
  if (!preview) return null;
  return {
    reading: preview.reading,
    mapping: [...from.mapping],
    clientId: typeof client === 'number' ? client : null,
    clientName: client === 'new' ? from.clientName : '',
    debtType: from.debtType,
    debtorKind: from.debtorKind,
    settledMeansPaid: from.settledMeansPaid,
    rowKind: preview.rowKind,
    openingAsOf: preview.asOf,
    paidItems: 'take',
    foreignCurrency: 'refuse',
    changed: 'update',
    restoreZeros: true,
    people: [],
    fixes: [],
    leftOut: [],
    controlCents: null,
    controlRows: null,
    profileName: '',
  };
}

// ---- trying and writing -----------------------------------------------------------------------------------

export async function tryIt(): Promise<void> {
  const { file, preview } = state();
  const plan = planOf(state());
  if (!file || !preview || !plan) return;
  await settle();
  const input = { fileId: file.fileId, fileSha256: preview.fileSha256, plan };
  const result = await begin('trying', start('imports.dryRun', input, follow));
  if (result.ok) set({ trial: result.value, fault: null });
  else if (result.error.code !== 'call.cancelled') set({ fault: result.error, trial: null });
}

export async function writeIt(): Promise<void> {
  const { file, preview, trial } = state();
  const plan = planOf(state());
  if (!file || !preview || !plan || !trial) return;
  await settle();
  const input = { fileId: file.fileId, fileSha256: preview.fileSha256, plan };
  const result = await begin('writing', start('imports.run', input, follow));
  if (result.ok) set({ done: result.value, fault: null });
  else if (result.error.code !== 'call.cancelled') set({ fault: result.error });
}
