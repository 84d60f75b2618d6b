import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildOnce } from '../../build/runtime/build-once.ts';

let folder: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-once-'));
  target = path.join(folder, 'runtime');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('builds once for two who ask at the same time', async () => {
  let built = 0;
  const fill = async (draft: string) => {
    built += 1;
    await delay(200);
    await writeFile(path.join(draft, 'file'), 'whole');
  };
  const both = await Promise.all([buildOnce(target, fill), buildOnce(target, fill)]);
  expect(both).toEqual([target, target]);
  expect(built).toBe(1);
  expect(await readdir(folder)).toEqual(['runtime']);
});

it('is never seen half-done, and leaves nothing behind when it fails', async () => {
  const fails = buildOnce(target, async (draft) => {
    await writeFile(path.join(draft, 'file'), 'half');
    expect(existsSync(target)).toBe(false);
    throw new Error('the network went away');
  });
  await expect(fails).rejects.toThrow('the network went away');
  expect(await readdir(folder)).toEqual([]);
});

it('takes over from a process that was killed', async () => {
  // No process has this number: it is above the highest that Linux gives out.
  await writeFile(`${target}.lock`, '99999999');
  await buildOnce(target, (draft) => writeFile(path.join(draft, 'file'), 'whole'));
  expect(await readdir(folder)).toEqual(['runtime']);
});
