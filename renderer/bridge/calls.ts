/**
 * The only place that touches what the preload exposes. Queries go through the query cache; commands carry
 * an operation id made here, so that a retry posts once; jobs report until they end.
 */
import { uuidv7 } from 'uuidv7';
import type { DuebookBridge } from '../../shared/contract/bridge.ts';
import type { CommandName, InputOf, JobName, OutputOf, QueryName } from '../../shared/contract/contract.ts';
import type { DuebookEvent, JobProgress } from '../../shared/contract/events.ts';
import { fail, type Result } from '../../shared/errors/result.ts';

declare global {
  interface Window {
    readonly duebook: DuebookBridge;
  }
}

/** Asks. Never rejects: a failure is a value. */
export function ask<C extends QueryName>(call: C, input: InputOf<C>): Promise<Result<OutputOf<C>>> {
  return window.duebook.invoke({ call, input, operationId: null }) as Promise<Result<OutputOf<C>>>;
}

/**
 * Does something, once. Pass the operation id of an earlier try to repeat it without posting twice.
 * Never rejects.
 */
export function act<C extends CommandName>(
  call: C,
  input: InputOf<C>,
  operationId: string = uuidv7(),
): Promise<Result<OutputOf<C>>> {
  return window.duebook.invoke({ call, input, operationId }) as Promise<Result<OutputOf<C>>>;
}

export type RunningJob<C extends JobName> = {
  /** Resolves when the job ended: its output, a fault, or `call.cancelled`. */
  readonly finished: Promise<Result<OutputOf<C>>>;
  cancel(): void;
};

/** Starts long work. `onProgress` is called until `finished` resolves. */
export function start<C extends JobName>(
  call: C,
  input: InputOf<C>,
  onProgress: (progress: JobProgress) => void,
): RunningJob<C> {
  let jobId: string | null = null;
  let wantsCancel = false;
  const cancel = (id: string) => void act('jobs.cancel', { jobId: id });
  const finished = new Promise<Result<OutputOf<C>>>((resolve) => {
    // Events can come before the answer that names the job, so they wait until it is known.
    const early: Extract<DuebookEvent, { type: 'job' }>[] = [];
    const take = (event: Extract<DuebookEvent, { type: 'job' }>) => {
      if (event.jobId !== jobId) return;
      if (event.event.state === 'running') return onProgress(event.event.progress);
      stop();
      if (event.event.state === 'done')
        return resolve({ ok: true, value: event.event.output as OutputOf<C> });
      resolve(
        event.event.state === 'failed' ? { ok: false, error: event.event.error } : fail('call.cancelled'),
      );
    };
    const stop = onEvent((event) => {
      if (event.type !== 'job') return;
      if (jobId === null) early.push(event);
      else take(event);
    });
    void window.duebook.invoke({ call, input, operationId: uuidv7() }).then((reply) => {
      if (!reply.ok) {
        stop();
        return resolve(reply);
      }
      jobId = (reply.value as { jobId: string }).jobId;
      if (wantsCancel) cancel(jobId);
      for (const event of early) take(event);
    });
  });
  return {
    finished,
    cancel() {
      wantsCancel = true;
      if (jobId !== null) cancel(jobId);
    },
  };
}

export function onEvent(listener: (event: DuebookEvent) => void): () => void {
  return window.duebook.onEvent(listener);
}

/** Hands a dropped file over; main learns its path, the window only an id. */
export function registerDroppedFile(file: File): Promise<Result<{ fileId: string; fileName: string }>> {
  return window.duebook.registerDroppedFile(file);
}
