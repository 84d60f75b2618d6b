// A screen for machines without one: Xvfb picks a free number itself and says which.

import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { SetupError } from './setup-error.ts';

export interface VirtualDisplay {
  /** For the DISPLAY variable, such as ":7". */
  name: string;
  stop: () => void;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

// A signal ends a process without its exit handlers unless someone listens. Whoever else listens is in charge.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
function exitOnSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 1) process.exit(1);
}
function watchSignals(): void {
  for (const signal of signals) {
    process.off(signal, exitOnSignal);
    if (running.size > 0) process.on(signal, exitOnSignal);
  }
}

export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts a virtual screen of 24 bits; it is gone with this process at the latest. */
export function startVirtualDisplay(size = '1440x900'): Promise<VirtualDisplay> {
  return new Promise((resolve, reject) => {
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    running.add(child);
    watchSignals();
    const stop = () => {
      running.delete(child);
      watchSignals();
      child.kill('SIGTERM');
    };
    let text = '';
    const timer = setTimeout(() => {
      stop();
      reject(
        new SetupError('The virtual display (Xvfb) did not start within 20 seconds. Run the command again.'),
      );
    }, 20_000);
    (child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve({ name: `:${text.trim()}`, stop });
    });
    child.on('error', () => {
      clearTimeout(timer);
      reject(
        new SetupError('The virtual display could not be started: Xvfb is not installed (package xvfb).'),
      );
    });
    child.on('exit', () => {
      running.delete(child);
      clearTimeout(timer);
      reject(
        new SetupError('The virtual display (Xvfb) ended at once. Set DISPLAY to a display, or try again.'),
      );
    });
  });
}
