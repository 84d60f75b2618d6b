/**
 * The book worker's entry: a worker thread of main, plain Node, and the only place that opens the database.
 * Requests are answered in the order they come; a job that breathes lets others pass between its steps.
 */
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { fail, type Result } from '../../shared/errors/result.ts';
import { errands } from './errands.ts';
import { handlers } from './handlers.ts';
import type { WorkerData, WorkerMessage, WorkerRequest } from './protocol.ts';
import { makeReadingLine, type ReadWatch } from './reading-line.ts';
import { faultOf, runCall, type Surroundings } from './run-call.ts';
import { makeVault } from './vault.ts';
import { isVaultJob, runVaultJob } from './vault-jobs.ts';

const port = parentPort;
if (!port) throw new Error('the book worker must be started as a worker thread');

function send(message: WorkerMessage): void {
  port?.postMessage(message);
}

const vault = makeVault(workerData as WorkerData, undefined, (step) => send({ kind: 'opening', step }));

/** Notes a bug under a fresh incident number: the place and the kind of error, never its data. */
function incident(where: string, error: unknown): string {
  const number = randomUUID().slice(0, 8);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  // Stack frames name code, not people; the message may quote data and stays out.
  const frames = stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join(' | ');
  send({
    kind: 'log',
    incident: number,
    where,
    what: `${error instanceof Error ? error.name : typeof error} ${frames}`,
  });
  return number;
}

const reading = makeReadingLine({
  ask: (readId, ask) => send({ kind: 'read', readId, ask }),
  more: (readId) => send({ kind: 'readMore', readId }),
  stop: (readId) => send({ kind: 'readStop', readId }),
});

async function answer(request: Exclude<WorkerRequest, { kind: 'readPart' }>): Promise<Result<unknown>> {
  const shared = {
    store: vault.store(),
    moment: request.moment,
    pathOf: (fileId: string) => vault.pathOf(fileId),
    takePlace: (fileId: string) => vault.takePlace(fileId),
    fileReader: (watch: ReadWatch) => reading.readerFor((fileId) => vault.fileOf(fileId), watch),
    announce: (changes: Extract<WorkerMessage, { kind: 'changed' }>['changes']) =>
      send({ kind: 'changed', changes }),
    incident,
  };
  if (request.kind === 'errand') {
    const errand = errands[request.errand] as (context: unknown, input: unknown) => unknown;
    try {
      return (await errand({ ...shared, vault }, request.input)) as Result<unknown>;
    } catch (error) {
      return faultOf(error) ?? fail('call.failed', { incident: incident(request.errand, error) });
    }
  }
  const { job } = request;
  const flag = job ? new Int32Array(job.cancelled) : null;
  const around: Surroundings = {
    ...shared,
    handlers,
    progress: (call, progress) => {
      if (job) send({ kind: 'progress', jobId: job.jobId, call, progress });
    },
    cancelled: () => flag !== null && Atomics.load(flag, 0) === 1,
  };
  const { call, input, operationId } = request;
  if (isVaultJob(call)) return runVaultJob(call, input, { ...around, vault });
  return runCall(call, input, operationId, around);
}

port.on('message', (request: WorkerRequest) => {
  if (request.kind === 'readPart') {
    reading.receive(request.readId, request.part);
    return;
  }
  void answer(request).then((result) => send({ kind: 'reply', requestId: request.requestId, result }));
});

send({ kind: 'ready' });
