/**
 * A disk of its own for a test: small enough to be full, or made read-only. Mounting needs root on Linux, which is what
 * test machines give; elsewhere `null` comes back and the test says that it was left out.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TestDisk = {
  readonly path: string;
  /** Takes all room but about this many bytes. */
  fill(leaveBytes?: number): void;
  /** Gives the room back. */
  free(): void;
  setReadOnly(readOnly: boolean): void;
  remove(): void;
};

const fillerName = 'filler';

export function makeDisk(megabytes: number): TestDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const path = join(mkdtempSync(join(tmpdir(), 'duebook-disk-')), 'disk');
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'duebook-test', path], {
      stdio: 'ignore',
    });
  } catch (error) {
    // A container may keep mounting from its root: then this machine has no such disk to give.
    rmSync(join(path, '..'), { recursive: true });
    if (error instanceof Error && ('status' in error || 'code' in error)) return null;
    throw error;
  }
  return {
    path,
    fill(leaveBytes = 0) {
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(join(path, fillerName), Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)), {
        flag: 'a',
      });
    },
    free: () => rmSync(join(path, fillerName), { force: true }),
    setReadOnly(readOnly) {
      execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, path], { stdio: 'ignore' });
    },
    remove() {
      execFileSync('umount', [path], { stdio: 'ignore' });
      rmSync(join(path, '..'), { recursive: true });
    },
  };
}
