/**
 * Notes through the window: a short code becomes its phrase and goes back, a sum and a day become a promise, a pin stands above the
 * timeline, the search finds a note of another account and opens it there, and the contact history is saved as a PDF.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type LaunchDuebook, test } from './fixtures.ts';
import { textOf, whyNoPress } from './press/press-runner.ts';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-notes-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function withAccounts(launchDuebook: LaunchDuebook) {
  const duebook = await launchDuebook();
  const { page, call } = duebook;
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  const made = await call('book.create', {
    officeName: 'Harbor Lane Recovery',
    passphrase: 'seven quiet herons at noon',
  });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  const ids: number[] = [];
  for (const [debtorName, number] of [
    ['Rosa Delgado', '1042'],
    ['Ivo Lindqvist', '2077'],
  ] as const) {
    const account = await call('accounts.create', {
      debtorKind: 'consumer',
      debtorName,
      number,
      clientId: null,
      originalCreditor: '',
      debtType: 'medical',
      openedOn: '2026-01-05',
      amountCents: 100_000,
      dueOn: '2026-02-05',
      phone: '',
      line1: '',
      line2: '',
      city: '',
      region: '',
      postalCode: '',
    });
    if (!account.ok) throw new Error(account.error.code);
    ids.push(account.value.accountId);
  }
  const [rosa = 0, ivo = 0] = ids;
  const open = async (accountId: number, name: string) => {
    await page.evaluate((id) => {
      window.location.hash = `#/accounts/${id}`;
    }, accountId);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  };
  return { ...duebook, trouble, rosa, ivo, open };
}

test('codes expand and go back, a promise is suggested, a pin stays above, a long text waits', async ({
  launchDuebook,
}) => {
  const { page, rosa, open, trouble } = await withAccounts(launchDuebook);
  await open(rosa, 'Rosa Delgado');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await page.keyboard.press('n');
  const note = page.getByLabel('Note', { exact: true });

  // A code and a blank behind it; Backspace brings the code back, and the field's own undo knows it too.
  await note.pressSequentially(';na');
  await expect(page.getByRole('option', { name: /No answer/ })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(note).toHaveValue(/^Called at .+, no answer\. No message left\. $/);
  await page.keyboard.press('Backspace');
  await expect(note).toHaveValue(';na');
  await page.keyboard.press('Space');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(note).toHaveValue(/^;na/);
  await note.fill('');

  // Blanks are typed over one after the other.
  await note.pressSequentially(';ptp');
  await page.keyboard.press('Enter');
  await expect(note).toHaveValue('Rosa Delgado will pay $[amount] on [day] by [method].');
  await page.keyboard.type('200');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Friday');
  await page.keyboard.press('Tab');
  await page.keyboard.type('check');
  await expect(note).toHaveValue('Rosa Delgado will pay $200 on Friday by check.');

  // The suggestion becomes a promise.
  const suggestion = page.getByRole('region', { name: 'Suggestion' });
  await expect(suggestion).toContainText('Record a promise of $200.00 for Fri');
  expect(
    (await new AxeBuilder({ page }).setLegacyMode().include('.account-note-panel').analyze()).violations,
  ).toEqual([]);
  await page.keyboard.press('Alt+Enter');
  await expect(suggestion.getByLabel('Promised sum')).toHaveValue('200.00');
  await page.keyboard.press('Enter');
  await expect(timeline.getByText('Promise of $200.00')).toBeVisible();
  await expect(suggestion).toBeHidden();

  // Saved as a legal note, pinned.
  await page.getByLabel('Kind of note').selectOption('legal');
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await note.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(timeline.getByText('Note: legal')).toBeVisible();
  const pinned = page.getByRole('region', { name: 'Pinned notes' });
  await expect(pinned).toContainText('will pay $200 on Friday by check');

  // Ten megabytes never reach the field; they are cut, or several notes.
  await note.focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'A line of a long statement.\n'.repeat(360_000));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText('This text has 10,080,000 characters')).toBeVisible();
  await expect(note).toHaveValue('');
  await page.getByRole('button', { name: 'Keep the first part only' }).click();
  await expect(note).toHaveValue(/^\(1 of 101\)\nA line/);
  await note.fill('');
  expect(trouble).toEqual([]);
});

test('a note of another account is found and opened where it stands; the history is saved as a PDF', async ({
  launchDuebook,
}) => {
  const { page, app, call, rosa, ivo, open, trouble } = await withAccounts(launchDuebook);
  await call('notes.add', { accountId: ivo, text: 'Works nights at the bakery on Elm' });
  for (let round = 1; round <= 60; round += 1)
    await call('notes.add', { accountId: ivo, text: `Later note ${round}` });
  await open(rosa, 'Rosa Delgado');

  await page.keyboard.press('ControlOrMeta+Shift+F');
  await page.getByRole('textbox', { name: 'Search all notes' }).fill('bakery ni');
  const hit = page.getByRole('button', { name: /Ivo Lindqvist/ });
  await expect(hit).toContainText('Works nights at the bakery on Elm');
  await expect(hit.locator('mark')).toHaveText(['nights', 'bakery']);
  expect(
    (await new AxeBuilder({ page }).setLegacyMode().include('.notes-screen').analyze()).violations,
  ).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ivo Lindqvist' })).toBeVisible();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.locator('[data-found]')).toContainText('bakery');
  await timeline.getByRole('button', { name: 'Show newer' }).click();
  await expect(timeline.getByText('Later note 1', { exact: true })).toBeAttached();
  await timeline.getByRole('button', { name: 'Back to the newest' }).click();
  await expect(timeline.getByText('Later note 60')).toBeVisible();

  // One kind, then everything of a day long ago: nothing yet.
  await timeline.getByRole('button', { name: 'Ledger', exact: true }).click();
  await expect(timeline.getByText('Later note 60')).toBeHidden();
  await timeline.getByRole('button', { name: 'All', exact: true }).click();
  await timeline.getByRole('button', { name: 'Go to a day…' }).click();
  await page.getByRole('textbox', { name: 'Day' }).fill('1/1/2026');
  await page.keyboard.press('Enter');
  await expect(timeline.getByText('Nothing to show here')).toBeVisible();
  await timeline.getByRole('button', { name: 'Back to the newest' }).click();

  // The contact history, as a PDF.
  await timeline.getByRole('button', { name: 'Contact history…' }).click();
  const paper = page.getByRole('dialog', { name: 'Contact history' });
  const saved = path.join(folder, 'history.pdf');
  await app.evaluate((_electron, file) => globalThis.harness.answerDialog('savePdf', file), saved);
  await paper.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(paper.getByText('Kept in the book.')).toBeVisible();
  expect((await stat(saved)).size).toBeGreaterThan(1_000);
  if (whyNoPress() === null) {
    const text = await textOf(saved);
    expect(text).toContain('Office copy');
    expect(text).toContain('Works nights at the bakery on Elm');
  }
  expect(trouble).toEqual([]);
});
