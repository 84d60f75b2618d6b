/**
 * What the preload script puts into the window as `window.duebook`, and nothing else. The window can name
 * a call and its input; it cannot name a channel, a path or a process.
 */
import type { Result } from '../errors/result.ts';
import type { DuebookEvent } from './events.ts';

/** One call as it travels from the window to main. */
export type CallEnvelope = {
  readonly call: string;
  readonly input: unknown;
  /** Present on commands and jobs. */
  readonly operationId: string | null;
};

export type DuebookBridge = {
  invoke(envelope: CallEnvelope): Promise<Result<unknown>>;
  /** Registers a dropped file by the path only the preload can read; answers with its `fileId` and name. */
  registerDroppedFile(file: unknown): Promise<Result<{ fileId: string; fileName: string }>>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: DuebookEvent) => void): () => void;
};

/** The channel names shared by the preload and main. */
export const channels = {
  invoke: 'duebook:invoke',
  dropped: 'duebook:dropped',
  event: 'duebook:event',
} as const;
