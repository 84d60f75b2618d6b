/**
 * The backup, restore, taking out or bringing in under way: kept outside the screens, so that the work goes on in view wherever one goes
 * meanwhile, over a lock too. One at a time.
 */
import { create } from 'zustand';
import type { JobProgress } from '../../../shared/contract/events.ts';
import type { Fault, Result } from '../../../shared/errors/result.ts';
import { act, onEvent, type RunningJob, start } from '../../bridge/calls.ts';
import { countWords, sizeWords } from './size-words.ts';

export type CopyKind = 'back-up' | 'restore' | 'take-out' | 'bring-in';

export type CopyWork =
  | { readonly at: 'none' }
  | { readonly at: 'choosing' }
  | {
      readonly at: 'running';
      readonly kind: CopyKind;
      readonly fileName: string;
      readonly progress: JobProgress | null;
      readonly stopping: boolean;
    }
  | { readonly at: 'done'; readonly kind: CopyKind; readonly text: string }
  /** `asked` is false when a lock stopped it. */
  | { readonly at: 'stopped'; readonly kind: CopyKind; readonly asked: boolean }
  | { readonly at: 'failed'; readonly kind: CopyKind; readonly fault: Fault };

const none: CopyWork = { at: 'none' };

export const useCopyWork = create<CopyWork>()(() => none);
const set = (work: CopyWork) => useCopyWork.setState(work, true);
const now = () => useCopyWork.getState();

let job: { cancel(): void } | null = null;

export async function startBackUp(): Promise<void> {
  await copy(
    'back-up',
    () => act('book.chooseBackUpPlace', {}),
    (fileId, follow) => start('book.backUp', { fileId }, follow),
    ({ fileName, bytes }) => `Backed up. Written and read back: ${fileName} (${sizeWords(bytes)}).`,
  );
}

export async function startRestore(): Promise<void> {
  await copy(
    'restore',
    () => act('book.chooseBackup', {}),
    (fileId, follow) => start('book.restore', { fileId }, follow),
    ({ officeName }) => `“${officeName}” was restored as a book of its own.`,
  );
}

/** `passphrase` seals the file; without one any program can read it. */
export async function startTakeOut(passphrase: string | null): Promise<void> {
  await copy(
    'take-out',
    () => act('book.chooseTakeOutPlace', { sealed: passphrase !== null }),
    (fileId, follow) => start('book.takeOut', { fileId, passphrase }, follow),
    ({ fileName, bytes, rows, documents }) =>
      `The whole book was taken out: ${fileName} (${sizeWords(bytes)}, ${countWords(rows, 'row')}, ${countWords(documents, 'document')}).`,
  );
}

/** `chosen` was looked at already. */
export async function startBringIn(
  chosen: Chosen,
  exportPassphrase: string | null,
  passphrase: string,
): Promise<void> {
  await copy(
    'bring-in',
    async () => ({ ok: true, value: chosen }),
    (fileId, follow) => start('book.bringIn', { fileId, exportPassphrase, passphrase }, follow),
    ({ officeName, rows, documents }) =>
      `“${officeName}” was brought in as a book of its own: ${countWords(rows, 'row')} and ${countWords(documents, 'document')}, the same as in the file.`,
  );
}

export function stopCopy(): void {
  const work = now();
  if (work.at !== 'running' || work.stopping) return;
  set({ ...work, stopping: true });
  job?.cancel();
}

/** Takes the last outcome away; what is running stays. */
export function dismissCopy(): void {
  if (now().at !== 'running' && now().at !== 'choosing') set(none);
}

/** Follows the book: what was said about one is not shown over the next. Returns the function that stops it. */
export function followBookForCopies(): () => void {
  return onEvent((event) => {
    if (event.type !== 'book') return;
    // A lock stops the work first and is told after: the gate says so.
    if (event.state.state === 'open' || now().at !== 'stopped') dismissCopy();
  });
}

export type Chosen = { readonly fileId: string; readonly fileName: string };
type Follow = (progress: JobProgress) => void;

async function copy<C extends 'book.backUp' | 'book.restore' | 'book.takeOut' | 'book.bringIn', T>(
  kind: CopyKind,
  choose: () => Promise<Result<Chosen>>,
  begin: (fileId: string, follow: Follow) => RunningJob<C> & { readonly finished: Promise<Result<T>> },
  wordsOf: (output: T) => string,
): Promise<void> {
  if (now().at === 'running' || now().at === 'choosing') return;
  set({ at: 'choosing' });
  const chosen = await choose();
  if (!chosen.ok) {
    // Closing the dialog is an answer, not a failure.
    if (chosen.error.code === 'file.dialog_cancelled') set(none);
    else set({ at: 'failed', kind, fault: chosen.error });
    return;
  }
  const { fileId, fileName } = chosen.value;
  set({ at: 'running', kind, fileName, progress: null, stopping: false });
  const running = begin(fileId, (progress) => {
    const work = now();
    if (work.at === 'running') set({ ...work, progress });
  });
  job = running;
  const ended = await running.finished;
  job = null;
  if (ended.ok) set({ at: 'done', kind, text: wordsOf(ended.value) });
  else if (ended.error.code === 'call.cancelled') {
    const work = now();
    set({ at: 'stopped', kind, asked: work.at === 'running' && work.stopping });
  } else set({ at: 'failed', kind, fault: ended.error });
}
