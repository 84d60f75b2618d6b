/**
 * What main says to the window unasked. Before a lock or the end of the program the window is asked to
 * save what is half-typed; it has a moment for that, not a veto.
 */
import type { DuebookEvent } from '../../shared/contract/events.ts';

export type WindowLink = {
  emit(event: DuebookEvent): void;
  /** Asks the window to save; resolves when it has answered or after `mostMs`. */
  flush(reason: 'lock' | 'quit'): Promise<void>;
  /** The window's answer to a flush. */
  flushed(): void;
};

const flushMostMs = 800;

/** `send` answers false when there is no window that could hear. */
export function makeWindowLink(send: (event: DuebookEvent) => boolean): WindowLink {
  let answered: (() => void) | null = null;
  return {
    emit: (event) => void send(event),
    async flush(reason) {
      const { promise, resolve } = Promise.withResolvers<void>();
      answered = resolve;
      if (!send({ type: 'flush', reason })) return;
      const late = setTimeout(resolve, flushMostMs);
      await promise;
      clearTimeout(late);
    },
    flushed: () => answered?.(),
  };
}
