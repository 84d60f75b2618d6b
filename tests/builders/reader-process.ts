/** The reading process under plain Node: a child that runs the same entry as Electron's utility process. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ReaderPart } from '../../electron/book/protocol.ts';
import type { ReaderProcess } from '../../electron/platform/reader-process.ts';

const entry = new URL('../../electron/reader/reader.ts', import.meta.url).pathname;

/** `file` may be a bundle of the entry, which starts sooner. */
export function launchNodeReader(file: string = entry): ReaderProcess & { readonly pid: number | undefined } {
  const child = fork(file, [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=448'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  });
  child.on('error', () => undefined);
  return {
    pid: child.pid,
    post: (order) => void (child.connected && child.send(order)),
    onPart: (listener) => void child.on('message', (part) => listener(part as ReaderPart)),
    onExit: (listener) => void child.once('exit', listener),
    async memory() {
      try {
        const pages = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        return pages === null ? null : Number(pages[1]) * 1024;
      } catch {
        return null;
      }
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
