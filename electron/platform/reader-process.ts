/** The reading process as Electron starts it: a utility process, without its parent's surroundings and with little memory. */
import { app, utilityProcess } from 'electron';
import type { ReaderOrder, ReaderPart } from '../book/protocol.ts';

/** A reading process, whatever starts it. */
export type ReaderProcess = {
  post(order: ReaderOrder): void;
  onPart(listener: (part: ReaderPart) => void): void;
  /** Called once, however it ended. */
  onExit(listener: () => void): void;
  /** Bytes of memory it holds; `null` when that cannot be told. */
  memory(): Promise<number | null>;
  kill(): void;
};

/** V8 gives up above so many MiB; what lies outside its heap is watched from here. */
const heapMiB = 448;
/** One that was asked to end and has not is ended by force. */
const patienceMs = 500;

export function launchReader(file: string): ReaderProcess {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Duebook reader',
    stdio: 'ignore',
    env: {},
    execArgv: [`--max-old-space-size=${heapMiB}`],
  });
  return {
    post: (order) => child.postMessage(order),
    onPart: (listener) => void child.on('message', (part: ReaderPart) => listener(part)),
    onExit: (listener) => void child.once('exit', listener),
    async memory() {
      const own = app.getAppMetrics().find(({ pid }) => pid === child.pid);
      return own === undefined ? null : own.memory.workingSetSize * 1024;
    },
    kill() {
      const { pid } = child;
      if (pid === undefined) {
        // Not there yet, and then not to be killed yet.
        child.once('spawn', () => child.kill());
        return;
      }
      child.kill();
      const late = setTimeout(() => {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended meanwhile.
        }
      }, patienceMs);
      child.once('exit', () => clearTimeout(late));
    },
  };
}
