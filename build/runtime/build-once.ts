// A cached folder is built once a machine and is either whole or absent: it is made beside its place and renamed
// into it. Two commands that need it at the same time wait for each other instead of building it twice.

import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM means that it lives and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function takeLock(lockPath: string): Promise<boolean> {
  try {
    await writeFile(lockPath, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const owner = Number(await readFile(lockPath, 'utf8').catch(() => ''));
  if (owner > 0 && !processIsAlive(owner)) await rm(lockPath, { force: true });
  return false;
}

/**
 * Returns `target` once it exists, calling `fill` with an empty folder to build it in if it does not. A `fill` that
 * throws leaves nothing behind.
 */
export async function buildOnce(target: string, fill: (folder: string) => Promise<void>): Promise<string> {
  if (existsSync(target)) return target;
  await mkdir(path.dirname(target), { recursive: true });
  const lockPath = `${target}.lock`;
  while (!(await takeLock(lockPath))) {
    await delay(300);
    if (existsSync(target)) return target;
  }
  const draft = `${target}.${process.pid}.draft`;
  try {
    if (existsSync(target)) return target;
    await mkdir(draft, { recursive: true });
    await fill(draft);
    await rename(draft, target);
    return target;
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(lockPath, { force: true });
  }
}
