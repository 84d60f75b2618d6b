/**
 * Main's side of the book worker: starts it, numbers requests, gives each answer to who asked, turns jobs into
 * events, and when the worker ends by itself answers everything that waited, says so and starts it again.
 * Main never waits for it: every request is a promise.
 */
import { Worker } from 'node:worker_threads';
import type { OpeningStep } from '../../shared/contract/book.ts';
import type { JobName, OutputOf } from '../../shared/contract/contract.ts';
import type { DuebookEvent, JobEvent, JobProgress } from '../../shared/contract/events.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type {
  ErrandName,
  Errands,
  Moment,
  WorkerData,
  WorkerMessage,
  WorkerRequest,
} from '../book/protocol.ts';
import type { Ids } from '../platform/ids.ts';
import type { Log } from '../platform/log-file.ts';
import type { BookDoor } from './dispatch.ts';
import type { FileReading } from './file-reading.ts';

export type BookClientParts = {
  readonly workerFile: string;
  readonly data: WorkerData;
  readonly ids: Ids;
  readonly log: Log;
  moment(): Moment;
  emit(event: DuebookEvent): void;
  readonly reading: FileReading;
  /** An opening under way is about to do something that may take long. */
  onOpening(step: OpeningStep): void;
  /** The worker ended by itself: whatever book was open is closed now. */
  onLost(incident: string): void;
};

export type BookClient = BookDoor & {
  errand<E extends ErrandName>(errand: E, input: Errands[E]['input']): Promise<Result<Errands[E]['output']>>;
  cancelJob(jobId: string): Result<Record<string, never>>;
  jobsRunning(): number;
  /** Asks every job to stop; resolves when all have ended, or after `mostMs`. */
  stopJobs(mostMs: number): Promise<void>;
  /** Ends the worker; nothing may be asked afterwards. */
  end(): Promise<void>;
};

type Job = {
  readonly jobId: string;
  readonly call: JobName;
  readonly operationId: string;
  readonly flag: Int32Array;
  readonly buffer: SharedArrayBuffer;
  told: number;
  held: JobProgress | null;
};

/** The window is told of progress at most this often; every frame would only cost it frames. */
const progressEveryMs = 50;
/** A worker that keeps ending is not started for ever. */
const restartsMost = 3;
const restartsWithinMs = 60_000;

type Unsent<R> = R extends { requestId: number } ? Omit<R, 'requestId' | 'moment'> : never;

export function makeBookClient(parts: BookClientParts): BookClient {
  const { ids, log } = parts;
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const jobs = new Map<string, Job>();
  const jobsEnded = new Set<() => void>();
  const readings = new Map<number, ReturnType<FileReading['read']>>();
  let lastRequest = 0;
  let restarts: number[] = [];
  let ending = false;
  let worker: Worker | null = start();

  function start(): Worker {
    const started = new Worker(parts.workerFile, { workerData: parts.data });
    let reason: unknown = null;
    started.on('message', receive);
    started.on('error', (error) => {
      reason = error;
    });
    started.on('exit', (code) => {
      if (worker === started) worker = null;
      if (!ending) lose(code, reason);
    });
    return started;
  }

  function lose(exitCode: number, reason: unknown): void {
    const incident = ids.uuid().slice(0, 8);
    log.trouble('worker.ended', reason, { incident, exitCode });
    for (const reading of readings.values()) reading.stop();
    readings.clear();
    const unanswered = [...waiting.values()];
    waiting.clear();
    const now = performance.now();
    restarts = [...restarts.filter((at) => now - at < restartsWithinMs), now];
    if (restarts.length <= restartsMost) worker = start();
    else log.note('worker.given_up', { incident });
    // Not `call.failed`, which says that nothing was changed: a command may have been written before it ended.
    for (const answer of unanswered) answer(fail('book.lost', { incident }));
    parts.onLost(incident);
  }

  function receive(message: WorkerMessage): void {
    switch (message.kind) {
      case 'ready':
        log.note('worker.ready');
        return;
      case 'reply': {
        const answer = waiting.get(message.requestId);
        waiting.delete(message.requestId);
        answer?.(message.result);
        return;
      }
      case 'changed':
        parts.emit({ type: 'changed', changes: message.changes });
        return;
      case 'progress': {
        const job = jobs.get(message.jobId);
        if (job) tellProgress(job, message.progress);
        return;
      }
      case 'opening':
        parts.onOpening(message.step);
        return;
      case 'read': {
        const { readId } = message;
        const from = worker;
        const reading = parts.reading.read(message.ask, (part) => {
          if (part.kind === 'end') readings.delete(readId);
          if (from !== null && from === worker)
            from.postMessage(
              { kind: 'readPart', readId, part } satisfies WorkerRequest,
              part.kind === 'rows' ? [part.rows.buffer] : [],
            );
        });
        readings.set(readId, reading);
        return;
      }
      case 'readMore':
        readings.get(message.readId)?.more();
        return;
      case 'readStop':
        readings.get(message.readId)?.stop();
        readings.delete(message.readId);
        return;
      case 'log':
        log.relay('worker.incident', message.what, { incident: message.incident, where: message.where });
        return;
    }
  }

  function ask(request: Unsent<WorkerRequest>): Promise<Result<unknown>> {
    if (worker === null) return Promise.resolve(fail('call.failed', { incident: 'worker' }));
    const requestId = ++lastRequest;
    const { promise, resolve } = Promise.withResolvers<Result<unknown>>();
    waiting.set(requestId, resolve);
    worker.postMessage({ ...request, requestId, moment: parts.moment() } as WorkerRequest);
    return promise;
  }

  function tell(job: Job, event: JobEvent): void {
    parts.emit({ type: 'job', jobId: job.jobId, call: job.call, event });
  }

  function tellProgress(job: Job, progress: JobProgress): void {
    const sinceLast = performance.now() - job.told;
    if (job.held === null && sinceLast >= progressEveryMs) {
      job.told = performance.now();
      tell(job, { state: 'running', progress });
      return;
    }
    const alreadyDue = job.held !== null;
    job.held = progress;
    if (alreadyDue) return;
    setTimeout(() => {
      const held = job.held;
      job.held = null;
      if (held === null || !jobs.has(job.jobId)) return;
      job.told = performance.now();
      tell(job, { state: 'running', progress: held });
    }, progressEveryMs - sinceLast);
  }

  function finish(job: Job, result: Result<unknown>): void {
    jobs.delete(job.jobId);
    if (result.ok) tell(job, { state: 'done', output: result.value as OutputOf<JobName> });
    else if (result.error.code === 'call.cancelled') tell(job, { state: 'cancelled' });
    else tell(job, { state: 'failed', error: result.error });
    if (jobs.size > 0) return;
    for (const resolve of jobsEnded) resolve();
    jobsEnded.clear();
  }

  const cancel = (job: Job) => void Atomics.store(job.flag, 0, 1);

  return {
    call: (call, input, operationId) => ask({ kind: 'call', call, input, operationId, job: null }),
    startJob(call, input, operationId) {
      for (const running of jobs.values()) {
        if (running.call !== call) continue;
        // The same id is the same wish repeated; it gets the job that is under way.
        return running.operationId === operationId
          ? ok({ jobId: running.jobId })
          : fail('job.busy', { call });
      }
      const buffer = new SharedArrayBuffer(4);
      const job: Job = {
        jobId: ids.uuid(),
        call,
        operationId,
        buffer,
        flag: new Int32Array(buffer),
        told: Number.NEGATIVE_INFINITY,
        held: null,
      };
      jobs.set(job.jobId, job);
      void ask({
        kind: 'call',
        call,
        input,
        operationId,
        job: { jobId: job.jobId, cancelled: buffer },
      }).then((result) => finish(job, result));
      return ok({ jobId: job.jobId });
    },
    async errand<E extends ErrandName>(errand: E, input: Errands[E]['input']) {
      return (await ask({ kind: 'errand', errand, input })) as Result<Errands[E]['output']>;
    },
    cancelJob(jobId) {
      const job = jobs.get(jobId);
      if (!job) return fail('job.not_found');
      cancel(job);
      return ok({});
    },
    jobsRunning: () => jobs.size,
    async stopJobs(mostMs) {
      if (jobs.size === 0) return;
      for (const job of jobs.values()) cancel(job);
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, mostMs);
        jobsEnded.add(() => {
          clearTimeout(late);
          resolve();
        });
      });
    },
    async end() {
      ending = true;
      parts.reading.end();
      await worker?.terminate();
      worker = null;
    },
  };
}
