/**
 * What is done with a file: take it, look at it, try it, write it. One job at a time; whatever changes how rows are read, mapped or
 * matched makes the trial stale, and only what was just tried can be written.
 *
 * When the book is locked everything that shows people's data is dropped; what was set stays as a draft in the book.
 */
import type { JobProgress } from '../../../shared/contract/events.ts';
import type { ChosenReading } from '../../../shared/contract/imports.ts';
import { type ImportField, type RowKind, repeatableFields } from '../../../shared/domain/import.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { act, ask, onEvent, type RunningJob, registerDroppedFile, start } from '../../bridge/calls.ts';
import { keepDraft, loadDraft } from '../../bridge/drafts.ts';
import { showDone, showFault } from '../../components/toasts.tsx';
import { choicesOfProfile, lacksOf, planOf } from './import-plan.ts';
import {
  type CellFix,
  type Choices,
  fresh,
  freshChoices,
  type ImportState,
  type LeftOutRow,
  useImport,
  type WizardStep,
  type Work,
} from './import-state.ts';
import { keptOf, readKept, restoredBy } from './kept-import.ts';

const draftKey = 'import';
/** A draft holds at most this many characters; a longer one goes on in the next. */
const draftCharacters = 190_000;
const mostPieces = 40;

const state = () => useImport.getState();
const show = (part: Partial<ImportState>) => useImport.setState(part);

/** When writing began; kept, because it may end after a lock has taken the screen away. */
let writingSince: number | null = null;

/** Changes what was set, and keeps it. */
function change(part: Partial<ImportState>): void {
  show(part);
  keep();
}

function keep(): void {
  const kept = keptOf(state(), writingSince);
  if (kept === null || state().done !== null) return;
  const text = JSON.stringify(kept);
  for (let piece = 0; piece < mostPieces; piece += 1) {
    const part = text.slice(piece * draftCharacters, (piece + 1) * draftCharacters);
    if (part !== '' || piece < keptPieces) keepDraft(pieceKey(piece), part);
  }
  keptPieces = Math.ceil(text.length / draftCharacters);
}

let keptPieces = 0;
const pieceKey = (piece: number) => (piece === 0 ? draftKey : `${draftKey}:${piece}`);

function dropKept(): void {
  for (let piece = 0; piece < Math.max(1, keptPieces); piece += 1) keepDraft(pieceKey(piece), '');
  keptPieces = 0;
  writingSince = null;
}

async function loadKept(): Promise<string> {
  let text = '';
  for (let piece = 0; piece < mostPieces; piece += 1) {
    const part = await loadDraft(pieceKey(piece));
    text += part;
    if (part.length < draftCharacters) {
      keptPieces = piece + 1;
      return text;
    }
  }
  return '';
}

let running: { readonly finished: Promise<unknown>; cancel(): void } | null = null;
let followed = false;
/** Of the book whose kept import was looked for. */
let lookedFor = false;

/** From the first sight of the screen, or the first file, on: what a lock or another book means for what is shown here. */
export function followBook(): void {
  if (followed) return;
  followed = true;
  onEvent((event) => {
    if (event.type !== 'book') return;
    if (event.state.state !== 'closed') return;
    running?.cancel();
    running = null;
    lookedFor = false;
    keptPieces = 0;
    writingSince = null;
    useImport.setState(fresh, true);
  });
}

/** Called when the screen is shown: looks once whether an import was under way when the book was last closed. */
export async function resume(): Promise<void> {
  followBook();
  if (lookedFor || state().file !== null) return;
  lookedFor = true;
  const kept = readKept(await loadKept());
  if (kept === null || state().file !== null) return;
  if (kept.writingSince !== null) {
    const since = kept.writingSince;
    const list = await ask('imports.list', {});
    const ended = list.ok
      ? list.value.imports.find((row) => row.importedAt >= since && row.fileName === kept.fileName)
      : undefined;
    if (ended) {
      dropKept();
      show({ shownImportId: ended.importId });
      return;
    }
  }
  if (state().file === null) show({ kept });
}

export function forgetKept(): void {
  dropKept();
  show({ kept: null });
}

async function begin<T>(
  work: Work,
  job: { readonly finished: Promise<Result<T>>; cancel(): void },
): Promise<Result<T> | null> {
  running = job;
  show({ work, progress: null, cancelling: false, fault: null });
  const result = await job.finished;
  // Another job took its place, or the book was closed: its answer is nobody's any more.
  if (running !== job) return null;
  running = null;
  show({ work: null, progress: null, cancelling: false });
  return result;
}

const follow = (progress: JobProgress) => show({ progress });

/** Ends what is running and waits until it has ended. */
async function settle(): Promise<void> {
  const job = running;
  if (job === null) return;
  running = null;
  job.cancel();
  await job.finished;
}

export function cancel(): void {
  if (running === null) return;
  running.cancel();
  show({ cancelling: true });
}

// ---- the file -----------------------------------------------------------------------------------------

type Taken = { readonly fileId: string; readonly fileName: string };

export async function chooseFile(): Promise<void> {
  if (state().work === 'writing') return;
  const chosen = await act('imports.choose', {});
  if (chosen.ok) return offer(chosen.value.fileName, () => takeFile(chosen.value));
  // Closing the dialog is no failure.
  if (chosen.error.code !== 'file.dialog_cancelled') showFault(chosen.error);
}

export async function takeDropped(file: File): Promise<void> {
  followBook();
  await offer(file.name, () => taken(registerDroppedFile(file)));
}

export async function takePasted(text: string): Promise<void> {
  await offer('Pasted table', () => taken(act('imports.paste', { text })));
}

async function taken(registering: Promise<Result<Taken>>): Promise<void> {
  const registered = await registering;
  if (registered.ok) await takeFile(registered.value);
  else showFault(registered.error);
}

/** A file that would push aside another one in work is asked about first; nothing may disturb the writing. */
async function offer(name: string, take: () => Promise<void>): Promise<void> {
  const { file, preview, work, done } = state();
  if (work === 'writing') {
    showDone('An import is being written. Bring the next file in when it is done.');
    return;
  }
  const another = file !== null && preview !== null && done === null && file.fileName !== name;
  if (another && hasSettings()) show({ waitingFile: { name, take } });
  else await take();
}

/** Whether something was set that another file would push aside. */
function hasSettings(): boolean {
  const { touched, fixes, leftOut, people, trial } = state();
  return (
    touched.some((was) => was) ||
    fixes.length > 0 ||
    leftOut.length > 0 ||
    Object.keys(people).length > 0 ||
    trial !== null
  );
}

export function takeWaiting(): void {
  const { waitingFile } = state();
  show({ waitingFile: null });
  void waitingFile?.take();
}

export function leaveWaiting(): void {
  show({ waitingFile: null });
}

async function takeFile(file: Taken): Promise<void> {
  followBook();
  const before = state();
  await settle();
  if (!lookedFor && before.file === null) await resume();
  // The same file chosen again, as after a lock or a correction, brings back what was set for it.
  const kept = before.done === null ? (keptOf(before, null) ?? state().kept) : null;
  const { client, clientName, debtType, debtorKind } = before.choices;
  const choices = { ...freshChoices, client, clientName, debtType, debtorKind };
  const again = kept?.fileName === file.fileName;
  useImport.setState(
    {
      ...fresh,
      file,
      choices,
      kept,
      ...(again ? { chosen: kept.chosen, useProfile: kept.useProfile } : {}),
    },
    true,
  );
  await look(false);
}

export function startOver(): void {
  cancel();
  running = null;
  dropKept();
  useImport.setState({ ...fresh }, true);
}

/** Reads the file as it is now set. A mapping made by hand is kept while the columns stay the same. */
async function look(keepMapping: boolean): Promise<void> {
  const { file } = state();
  if (!file) return;
  await settle();
  const { chosen: reading, useProfile, choices: set } = state();
  const asked = {
    fileId: file.fileId,
    reading,
    useProfile,
    ...(set.rowKind === null ? {} : { rowKind: set.rowKind }),
  };
  const result = await begin('looking', start('imports.preview', asked, follow));
  if (result === null || state().file?.fileId !== file.fileId) return;
  if (!result.ok) {
    if (result.error.code !== 'call.cancelled') change({ fault: result.error, preview: null, trial: null });
    return;
  }
  const preview = result.value;
  const { columnNames, mapping, touched, kept, choices } = state();
  const names = preview.columns.map(({ name }) => name);
  const same =
    keepMapping && names.length === columnNames.length && names.every((name, at) => name === columnNames[at]);
  // What the user has set stands; the rest is as it is guessed now.
  const guessed = same
    ? { mapping: preview.mapping.map((field, at) => (touched[at] ? (mapping[at] ?? null) : field)), touched }
    : { mapping: preview.mapping, touched: names.map(() => false) };
  const restored = kept ? restoredBy(kept, { fileSha256: preview.fileSha256, columnNames: names }) : {};
  change({
    preview,
    trial: null,
    stale: false,
    fault: null,
    columnNames: names,
    kept: null,
    ...guessed,
    ...(preview.profile && !same && choices.profileName !== preview.profile.name
      ? { choices: choicesOfProfile(choices, preview.profile) }
      : {}),
    ...restored,
  });
}

export function setReading(part: ChosenReading): void {
  const { chosen } = state();
  const linesMove =
    part.delimiter !== undefined ||
    part.encoding !== undefined ||
    part.sheet !== undefined ||
    part.source !== undefined;
  // Another separator, encoding, sheet or source moves the lines and columns: what hangs on them is detected again.
  const { headerLine: _, ...withoutLine } = chosen;
  const { source: __, ...withoutSource } = withoutLine;
  const base = part.sheet !== undefined ? withoutSource : linesMove ? withoutLine : chosen;
  change({
    chosen: { ...base, ...part },
    stale: true,
    ...(linesMove || part.headerLine !== undefined ? { fixes: [], leftOut: [] } : {}),
    ...(part.sheet !== undefined || part.source !== undefined
      ? { choices: { ...state().choices, rowKind: null } }
      : {}),
  });
  void look(!linesMove && part.headerLine === undefined);
}

/** Says what the rows are; the columns the user has not set are guessed anew for it. */
export function setRowKind(rowKind: RowKind): void {
  change({ choices: { ...state().choices, rowKind }, stale: true });
  void look(true);
}

/** Reads the file with its columns guessed anew instead of as they were remembered, or the other way round. */
export function setUseProfile(useProfile: boolean): void {
  const { choices, columnNames } = state();
  change({
    useProfile,
    stale: true,
    touched: columnNames.map(() => false),
    choices: { ...choices, profileName: '' },
  });
  void look(false);
}

// ---- the plan -------------------------------------------------------------------------------------------

/** Gives a column its field; a field that only one column can feed leaves the column that had it. */
export function setColumn(index: number, field: ImportField | null): void {
  const { mapping, touched } = state();
  change({
    mapping: mapping.map((other, at) =>
      at === index ? field : field !== null && other === field && !repeatableFields.has(field) ? null : other,
    ),
    touched: touched.map((was, at) => was || at === index),
    stale: true,
  });
}

export function setChoices(part: Partial<Choices>): void {
  change({ choices: { ...state().choices, ...part }, stale: true });
}

/** Says who a person of the file is; `undefined` takes the word back. */
export function setPerson(key: string, debtorId: number | null | undefined): void {
  const { [key]: _, ...others } = state().people;
  change({ people: debtorId === undefined ? others : { ...others, [key]: debtorId }, stale: true });
}

export function setPeople(choices: Readonly<Record<string, number | null>>): void {
  change({ people: { ...state().people, ...choices }, stale: true });
}

/** Puts a cell right, or back as the file has it. */
export function setFix(fix: CellFix): void {
  const others = state().fixes.filter(({ line, column }) => line !== fix.line || column !== fix.column);
  change({ fixes: fix.value === fix.was ? others : [...others, fix], stale: true });
  trySoon();
}

export function leaveOut(rows: readonly LeftOutRow[]): void {
  const { leftOut } = state();
  const there = new Set(leftOut.map(({ line }) => line));
  const added: LeftOutRow[] = [];
  for (const row of rows) {
    if (there.has(row.line)) continue;
    there.add(row.line);
    added.push(row);
  }
  change({ leftOut: [...leftOut, ...added], stale: true });
  trySoon();
}

export function takeIn(lines: readonly number[]): void {
  const back = new Set(lines);
  change({ leftOut: state().leftOut.filter(({ line }) => !back.has(line)), stale: true });
  trySoon();
}

// ---- the steps --------------------------------------------------------------------------------------------

/** Goes to a step; those that show what would happen try the file first when that is not known. */
export function goToStep(step: WizardStep): void {
  const { trial, stale, work } = state();
  change({ step });
  if ((step === 'people' || step === 'trial') && (trial === null || stale) && work !== 'trying') void tryIt();
}

/** Tries the file and shows what comes next: the people to be decided, else what would happen. */
export async function tryAndShow(): Promise<void> {
  const step = state().step;
  await tryIt();
  const { trial, stale, step: now } = state();
  if (trial === null || stale || now !== step) return;
  change({ step: trial.undecided > 0 ? 'people' : 'trial' });
}

let trying: ReturnType<typeof setTimeout> | undefined;
/** Cells are often put right one after the other: the file is tried when the hands rest for a moment. */
const tryAfterMs = 700;

function trySoon(): void {
  clearTimeout(trying);
  trying = setTimeout(() => {
    if (state().step === 'trial' && state().stale && state().work !== 'writing') void tryIt();
  }, tryAfterMs);
}

export async function tryIt(): Promise<void> {
  clearTimeout(trying);
  await settle();
  const { file, preview } = state();
  const plan = planOf(state());
  if (!file || !preview || !plan || lacksOf(state()).length > 0) return;
  const input = { fileId: file.fileId, fileSha256: preview.fileSha256, plan };
  show({ stale: false });
  const result = await begin('trying', start('imports.dryRun', input, follow));
  if (result === null) return;
  // Changed again meanwhile: the answer is of what was set before.
  if (result.ok) show({ trial: result.value, fault: null });
  else {
    show({ stale: true });
    if (result.error.code !== 'call.cancelled') show({ fault: result.error });
  }
}

export async function writeIt(): Promise<void> {
  const { file, preview, trial, stale } = state();
  const plan = planOf(state());
  if (!file || !preview || !plan || !trial || stale) return;
  await settle();
  const input = { fileId: file.fileId, fileSha256: preview.fileSha256, plan };
  writingSince = Date.now();
  keep();
  const job: RunningJob<'imports.run'> = start('imports.run', input, follow);
  const result = await begin('writing', job);
  if (result === null) return;
  writingSince = null;
  if (result.ok) {
    show({ done: result.value, fault: null });
    dropKept();
    return;
  }
  keep();
  if (result.error.code !== 'call.cancelled') show({ fault: result.error });
}

export function showReport(importId: number | null): void {
  show({ shownImportId: importId });
}
