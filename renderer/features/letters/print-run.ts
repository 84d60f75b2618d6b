/**
 * Printing the letters that wait, one after the other. It outlives the screen, so that one may go on working; each letter is kept and
 * noted by itself, so stopping anywhere loses nothing and repeats nothing.
 */
import { create } from 'zustand';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { type Fault, fail, type Result } from '../../../shared/errors/result.ts';
import { act, ask, onEvent } from '../../bridge/calls.ts';

export type PrintRun = {
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
  readonly pages: number;
  /** Could not go after all; they wait on. */
  readonly heldBack: number;
  readonly stopping: boolean;
  /** What ended it early. */
  readonly fault: Fault | null;
  /** A run ended and nobody has said yet whether all came out well. */
  readonly ended: boolean;
};

const idle: PrintRun = {
  running: false,
  done: 0,
  total: 0,
  pages: 0,
  heldBack: 0,
  stopping: false,
  fault: null,
  ended: false,
};

export const usePrintRun = create<PrintRun>(() => idle);

/** Faults that concern one letter; the next may still go. */
const ofOneLetter: ReadonlySet<string> = new Set([
  'letter.held_back',
  'letter.not_waiting',
  'letter.maybe_printed',
  'letter.no_address',
  'letter.address_bad',
  'letter.address_too_long',
  'letter.nothing_owed',
  'letter.preview_expired',
  'letter.template_not_found',
  'account.closed',
  'contact.blocked',
  'contact.needs_reason',
  'contact.needs_factor',
]);

/** The ids of every letter that may go now, oldest first. */
async function readyIds(): Promise<number[] | Fault> {
  const ids: number[] = [];
  let after: number | null = null;
  for (;;) {
    const page: Result<OutputOf<'letters.waiting'>> = await ask('letters.waiting', { after, limit: 100 });
    if (!page.ok) return page.error;
    for (const { queueId, state } of page.value.letters) if (state === 'ready') ids.push(queueId);
    after = page.value.next;
    if (after === null || usePrintRun.getState().stopping) return ids;
  }
}

/** Prints these, or all that may go. Does nothing while a run is under way. */
export async function printLetters(chosen: readonly number[] | null): Promise<void> {
  if (usePrintRun.getState().running) return;
  usePrintRun.setState({ ...idle, running: true });
  // A lock takes the book away: the run ends where it is.
  const stop = onEvent((event) => {
    if (event.type === 'flush') stopPrinting();
  });
  try {
    const ids = chosen ?? (await readyIds());
    if (!Array.isArray(ids)) {
      usePrintRun.setState({ fault: ids as Fault });
      return;
    }
    usePrintRun.setState({ total: ids.length });
    for (const queueId of ids as readonly number[]) {
      if (usePrintRun.getState().stopping) break;
      const printed = await act('letters.printWaiting', { queueId });
      const now = usePrintRun.getState();
      if (printed.ok) usePrintRun.setState({ done: now.done + 1, pages: now.pages + printed.value.pages });
      else if (ofOneLetter.has(printed.error.code)) usePrintRun.setState({ heldBack: now.heldBack + 1 });
      else {
        usePrintRun.setState({ fault: printed.error });
        break;
      }
    }
  } catch {
    usePrintRun.setState({ fault: fail('call.failed', {}).error });
  } finally {
    stop();
    usePrintRun.setState(({ done }) => ({ running: false, stopping: false, ended: done > 0 }));
  }
}

export function stopPrinting(): void {
  usePrintRun.setState({ stopping: true });
}

/** Everything came out well, or what did not was printed again. */
export function settleRun(): void {
  usePrintRun.setState(idle);
}
