/** Stands in for the book worker where only the traffic matters: echoes, fails, and runs a job until told to stop. */
import { parentPort } from 'node:worker_threads';
import type { WorkerMessage, WorkerRequest } from '../../../electron/book/protocol.ts';

const send = (message: WorkerMessage) => parentPort?.postMessage(message);
const reply = (requestId: number, value: unknown) =>
  send({ kind: 'reply', requestId, result: { ok: true, value } });

parentPort?.on('message', (request: WorkerRequest) => {
  if (request.kind === 'readPart') return;
  if (request.kind === 'errand') {
    if (request.errand === 'vault.close') process.exit(7);
    if (request.errand === 'vault.deleteSample') return; // Never answered.
    reply(request.requestId, { errand: request.errand, input: request.input, now: request.moment.now });
    return;
  }
  const { job, requestId } = request;
  if (job === null) {
    send({ kind: 'changed', changes: [{ subject: 'timeline', accountIds: [3] }] });
    reply(requestId, { call: request.call, operationId: request.operationId });
    return;
  }
  const flag = new Int32Array(job.cancelled);
  let done = 0;
  const step = () => {
    if (Atomics.load(flag, 0) === 1) {
      send({
        kind: 'reply',
        requestId,
        result: { ok: false, error: { code: 'call.cancelled', params: {} } },
      });
      return;
    }
    done += 1;
    send({
      kind: 'progress',
      jobId: job.jobId,
      call: 'imports.run',
      progress: { phase: 'write', done, total: 400 },
    });
    if (done === 400) reply(requestId, { written: done });
    else setTimeout(step, 1);
  };
  step();
});

send({ kind: 'ready' });
