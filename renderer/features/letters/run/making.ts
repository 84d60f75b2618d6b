/**
 * How far the making of a run is. It goes on in main whatever the window shows, so what is known of it outlives the screen; a window that
 * was opened anew learns of it by the next event.
 */
import { create } from 'zustand';
import type { RunProgress } from '../../../../shared/contract/events.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { act, onEvent } from '../../../bridge/calls.ts';

type Making = {
  /** The run being made; `null` when none is. */
  readonly runId: number | null;
  readonly progress: RunProgress | null;
  readonly stopping: boolean;
  /** What ended the last one early. */
  readonly fault: Fault | null;
};

const nothing: Making = { runId: null, progress: null, stopping: false, fault: null };
export const useMaking = create<Making>(() => nothing);

onEvent((event) => {
  if (event.type === 'run') {
    const { runId, progress } = event;
    if (progress === null) useMaking.setState({ runId: null, progress: null, stopping: false });
    else useMaking.setState({ runId, progress });
  }
  if (event.type === 'book') useMaking.setState(nothing);
});

export async function makeRun(runId: number): Promise<void> {
  useMaking.setState({ ...nothing, runId });
  const made = await act('runs.make', { runId });
  useMaking.setState({ ...nothing, fault: made.ok ? null : made.error });
}

export function stopMaking(): void {
  useMaking.setState({ stopping: true });
  void act('runs.stop', {});
}
