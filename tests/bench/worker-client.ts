/** The book worker as main drives it, started from its source in plain Node: what the benchmark times. */
import { Worker } from 'node:worker_threads';
import type { ErrandName, Errands, Moment, WorkerData, WorkerMessage } from '../../electron/book/protocol.ts';
import { makeFileReading } from '../../electron/ipc/file-reading.ts';
import type {
  BookCallName,
  BookCommandName,
  BookJobName,
  BookQueryName,
  InputOf,
  OutputOf,
} from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/errors/result.ts';
import { bundleForNode } from '../builders/bundle.ts';
import { launchNodeReader } from '../builders/reader-process.ts';

export type BookWorker = {
  query<C extends BookQueryName>(call: C, input: InputOf<C>): Promise<OutputOf<C>>;
  command<C extends BookCommandName>(call: C, input: InputOf<C>): Promise<OutputOf<C>>;
  job<C extends BookJobName>(call: C, input: InputOf<C>): Promise<OutputOf<C>>;
  errand<E extends ErrandName>(errand: E, input: Errands[E]['input']): Promise<Errands[E]['output']>;
  stop(): Promise<void>;
};

/** `moment` is what every request carries; the benchmark's day stands still. */
export async function startBookWorker(data: WorkerData, moment: Moment): Promise<BookWorker> {
  const worker = new Worker(new URL('../../electron/book/worker.ts', import.meta.url), { workerData: data });
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  // The app's reader is one file; started from its sources it would take longer than many a reading.
  const reader = await bundleForNode(
    new URL('../../electron/reader/reader.ts', import.meta.url).pathname,
    'reader',
  );
  const reading = makeFileReading(() => launchNodeReader(reader));
  const readings = new Map<number, ReturnType<typeof reading.read>>();
  let requestId = 0;
  await new Promise<void>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve();
      if (message.kind === 'log') console.error(`worker: ${message.where} ${message.what}`);
      if (message.kind === 'read') {
        const { readId } = message;
        readings.set(
          readId,
          reading.read(message.ask, (part) => {
            // A child's messages share a buffer with what comes behind them; only a copy can be handed on.
            const own = part.kind === 'rows' ? { ...part, rows: new Uint8Array(part.rows) } : part;
            worker.postMessage(
              { kind: 'readPart', readId, part: own },
              own.kind === 'rows' ? [own.rows.buffer] : [],
            );
          }),
        );
      }
      if (message.kind === 'readMore') readings.get(message.readId)?.more();
      if (message.kind === 'readStop') readings.get(message.readId)?.stop();
      if (message.kind !== 'reply') return;
      waiting.get(message.requestId)?.(message.result);
      waiting.delete(message.requestId);
    });
  });

  function request(body: object): Promise<unknown> {
    requestId += 1;
    const id = requestId;
    return new Promise((resolve, reject) => {
      waiting.set(id, (result) => {
        if (result.ok) resolve(result.value);
        else reject(new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`));
      });
      worker.postMessage({ requestId: id, moment, ...body });
    });
  }

  function call(name: BookCallName, input: unknown, isJob: boolean): Promise<unknown> {
    return request({
      kind: 'call',
      call: name,
      // Main checks every input before it hands it over, so its cost belongs in the figure.
      input: contract[name].input.parse(input),
      operationId: contract[name].kind === 'query' ? null : crypto.randomUUID(),
      job: isJob ? { jobId: crypto.randomUUID(), cancelled: new SharedArrayBuffer(4) } : null,
    });
  }

  return {
    query: (name, input) => call(name, input, false) as never,
    command: (name, input) => call(name, input, false) as never,
    job: (name, input) => call(name, input, true) as never,
    errand: (errand, input) => request({ kind: 'errand', errand, input }) as never,
    async stop() {
      reading.end();
      await worker.terminate();
    },
  };
}
