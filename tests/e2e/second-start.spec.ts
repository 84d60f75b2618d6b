/** One Duebook at a time: a second start brings the first window forward, and may ask it for the sample. */
import { type ChildProcess, spawn } from 'node:child_process';
import { runtimeArguments, runtimeEnvironment } from '../../build/runtime/resolve-runtime.ts';
import { testAppDir } from '../../build/vite/build-app.ts';
import { expect, test } from './fixtures.ts';

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

test('a second start ends at once and brings the first forward', async ({
  launchDuebook,
  runtime,
  display,
  userData,
}) => {
  const { app, call } = await launchDuebook();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

  const startAgain = (...args: string[]) =>
    spawn(runtime.electronPath, [...runtimeArguments(), `--user-data-dir=${userData}`, testAppDir, ...args], {
      env: runtimeEnvironment(runtime, display === null ? {} : { DISPLAY: display }),
      stdio: 'ignore',
    });

  expect(await ended(startAgain())).toBe(0);
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  await expect.poll(shown).toEqual([true]);
  expect(await call('book.state', {})).toMatchObject({ ok: true, value: { state: 'closed' } });

  expect(await ended(startAgain('--sample'))).toBe(0);
  await expect
    .poll(() => call('book.state', {}), { timeout: 60_000 })
    .toMatchObject({ ok: true, value: { state: 'open', sample: true } });
});

test('with --sample the first start opens the sample office', async ({ launchDuebook }) => {
  const { call } = await launchDuebook({ args: ['--sample'] });
  await expect
    .poll(() => call('book.state', {}), { timeout: 60_000 })
    .toMatchObject({ ok: true, value: { state: 'open', sample: true } });
});
