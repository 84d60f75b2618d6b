/**
 * Locking and leaving: what is half-typed is saved first, the book is closed for real, a lost worker closes it
 * with a sentence, and the window comes back as it was left.
 */
import { expect, type LaunchDuebook, test } from './fixtures.ts';

const passphrase = 'seven quiet herons at noon';

async function withBook(launchDuebook: LaunchDuebook) {
  const duebook = await launchDuebook();
  const made = await duebook.call('book.create', { officeName: 'Marlow & Finch Receivables', passphrase });
  expect(made).toMatchObject({ ok: true });
  return duebook;
}

type Duebook = Awaited<ReturnType<LaunchDuebook>>;

const stateOf = async ({ call }: Duebook) => {
  const state = await call('book.state', {});
  return state.ok ? state.value.state : state.error.code;
};

/** Keeps what main tells the window, under `window.heard`. */
async function listen({ page }: Duebook): Promise<void> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.duebook.onEvent(
      (event) => void heard.push(event.type === 'book' ? event.state.state : event.type),
    );
  });
}

const heardBy = ({ page }: Duebook) => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

test('the book locks by call, by idleness, and with the computer; the window may save first', async ({
  launchDuebook,
}) => {
  const duebook = await withBook(launchDuebook);
  const { app, call } = duebook;
  expect(await stateOf(duebook)).toBe('open');
  await call('drafts.save', { key: 'note:1', text: 'Half a thought about' });
  await listen(duebook);

  expect(await call('book.lock', {})).toMatchObject({ ok: true });
  expect(await stateOf(duebook)).toBe('closed');
  expect(await heardBy(duebook)).toEqual(['flush', 'closed']);
  expect(await call('drafts.load', { key: 'note:1' })).toMatchObject({ error: { code: 'book.not_open' } });

  const listing = await call('book.state', {});
  const bookId = listing.ok && listing.value.state === 'closed' ? (listing.value.books[0]?.bookId ?? '') : '';
  expect(await call('book.open', { bookId, passphrase: 'seven quiet herons at nine' })).toMatchObject({
    error: { code: 'book.wrong_passphrase' },
  });
  expect(await stateOf(duebook)).toBe('closed');
  expect(await call('book.open', { bookId, passphrase })).toMatchObject({ ok: true });
  expect(await call('drafts.load', { key: 'note:1' })).toMatchObject({
    value: { text: 'Half a thought about' },
  });

  await app.evaluate(() => globalThis.harness.power('lock-screen'));
  await expect.poll(() => stateOf(duebook)).toBe('closed');
  await call('book.open', { bookId, passphrase });

  await call('app.changeSettings', { lockAfterMinutes: 5, lockWhenComputerLocks: false });
  await app.evaluate(() => {
    globalThis.harness.power('suspend');
    globalThis.harness.setIdleSeconds(299);
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await stateOf(duebook)).toBe('open');
  await app.evaluate(() => globalThis.harness.setIdleSeconds(300));
  await expect.poll(() => stateOf(duebook), { timeout: 15_000 }).toBe('closed');
});

test('leaving saves, closes and comes back in place, with the settings of this computer', async ({
  launchDuebook,
}) => {
  const first = await withBook(launchDuebook);
  await first.call('app.changeSettings', { theme: 'dark', zoomPercent: 125 });
  await first.call('drafts.save', { key: 'note:1', text: 'Asked about the' });
  const placed = await first.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setBounds({ x: 60, y: 40, width: 1100, height: 700 });
    return window?.getBounds();
  });
  const started = Date.now();
  await first.close();
  expect(Date.now() - started).toBeLessThan(4_000);

  const again = await launchDuebook();
  const back = await again.app.evaluate(({ BrowserWindow, nativeTheme }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return {
      bounds: window?.getBounds(),
      zoom: window?.webContents.getZoomFactor(),
      dark: nativeTheme.shouldUseDarkColors,
    };
  });
  expect(back).toEqual({ bounds: placed, zoom: 1.25, dark: true });
  expect(await again.call('app.settings', {})).toMatchObject({ value: { theme: 'dark', zoomPercent: 125 } });

  const state = await again.call('book.state', {});
  const books = state.ok && state.value.state === 'closed' ? state.value.books : [];
  expect(books.map((book) => book.officeName)).toEqual(['Marlow & Finch Receivables']);
  await again.call('book.open', { bookId: books[0]?.bookId ?? '', passphrase });
  expect(await again.call('drafts.load', { key: 'note:1' })).toMatchObject({
    value: { text: 'Asked about the' },
  });
});

test('closing the window leaves like quitting does', async ({ launchDuebook }) => {
  const duebook = await withBook(launchDuebook);
  const gone = new Promise<number | null>((resolve) =>
    duebook.app.process().once('exit', (code) => resolve(code)),
  );
  await duebook.app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0);
  });
  expect(await gone).toBe(0);
});

test('when the worker is lost, the book is closed, the window is told, and work goes on', async ({
  launchDuebook,
}) => {
  const duebook = await withBook(launchDuebook);
  await listen(duebook);
  await duebook.app.evaluate(() => globalThis.harness.loseWorker());
  await expect.poll(() => heardBy(duebook)).toEqual(expect.arrayContaining(['trouble', 'closed']));
  await expect(duebook.page.getByText('The part of Duebook that keeps the book stopped')).toBeVisible();
  const state = await duebook.call('book.state', {});
  const books = state.ok && state.value.state === 'closed' ? state.value.books : [];
  expect(await duebook.call('book.open', { bookId: books[0]?.bookId ?? '', passphrase })).toMatchObject({
    ok: true,
  });
});

test('zoom and theme from the menu are remembered and told to the window', async ({ launchDuebook }) => {
  const duebook = await withBook(launchDuebook);
  await listen(duebook);
  const chosen = await duebook.app.evaluate(({ Menu, BrowserWindow }) => {
    const view =
      Menu.getApplicationMenu()?.items.find((item) => item.label === '&View')?.submenu?.items ?? [];
    view.find((item) => item.label === 'Larger')?.click();
    view.find((item) => item.label === 'Dark')?.click();
    return BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor();
  });
  expect(chosen).toBeCloseTo(1.1);
  expect(await duebook.call('app.settings', {})).toMatchObject({
    value: { theme: 'dark', zoomPercent: 110 },
  });
  expect(await heardBy(duebook)).toEqual(['changed', 'changed']);
});
