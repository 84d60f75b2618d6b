// Starting other programs: always a program and a list of arguments, never a line for a shell.

import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface ToolResult {
  /** null when the program could not be started or was ended by a signal. */
  code: number | null;
  output: string;
}

/** Runs a program to its end and returns what it printed on both streams, in the order it came. */
export function runTool(
  program: string,
  args: readonly string[],
  options: SpawnOptions & { timeoutMs?: number } = {},
): Promise<ToolResult> {
  const { timeoutMs, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finish = (code: number | null, more = '') => {
      clearTimeout(timer);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + more });
    };
    child.on('error', (error) => finish(null, error.message));
    child.on('close', (code) => finish(code));
  });
}

/** The full path of a program on the PATH, or null. */
export function findProgram(name: string): string | null {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const ending of endings) {
      const candidate = path.join(folder, name + ending);
      if (folder && existsSync(candidate)) return candidate;
    }
  }
  return null;
}

/** npm as a program and its first arguments: by its own script when npm started us, else from the PATH. */
export function npmProgram(): [program: string, first: string[]] {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script))
    return [process.env.DUEBOOK_SYSTEM_NODE ?? process.execPath, [script]];
  return [findProgram('npm') ?? 'npm', []];
}
