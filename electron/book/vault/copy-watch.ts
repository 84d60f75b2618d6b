/** How a copy under way is watched and stopped. Asked between any two chunks. */
import type { JobProgress } from '../../../shared/contract/events.ts';

export type CopyWatch = {
  /** In bytes. */
  progress(progress: JobProgress): void;
  cancelled(): boolean;
};

export const unwatched: CopyWatch = { progress: () => undefined, cancelled: () => false };
