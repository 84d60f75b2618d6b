/**
 * The book's door as a person meets it: made with a passphrase and a recovery sheet, locked, unlocked, opened with the
 * sheet, backed up and restored; with the keyboard alone.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Duebook, expect, test } from './fixtures.ts';

const passphrase = 'lantern orbit maple cinder walnut';
const officeName = 'Harbor Lane Recovery';

/** Nothing serious on what is shown, in either theme. */
async function checkBothThemes(page: Page, name: string, picturesTo: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: join(picturesTo, `${name}-${scheme}.png`) });
    const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a book is made, its sheet tested, locked and unlocked, with the keyboard alone', async ({
  launchDuebook,
}, info) => {
  const { app, page } = await launchDuebook();
  const keys = page.keyboard;
  const type = async (text: string) => keys.insertText(text);
  const look = (name: string) => checkBothThemes(page, name, info.outputDir);

  await expect(page.getByRole('heading', { name: 'Welcome to Duebook' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a new book' })).toBeFocused();
  await look('first-start');
  await keys.press('Enter');

  await expect(page.getByLabel('Name of the office')).toBeFocused();
  await keys.press('Enter');
  await expect(page.getByText('Write the name of the office.')).toBeVisible();
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
  await expect(page.getByText('Choose what this office does: it decides which rules apply.')).toBeVisible();
  await type(officeName);
  await keys.press('Tab');
  await expect(page.getByRole('radio', { name: 'Collects for others' })).toBeFocused();
  await keys.press('Space');
  await page.getByLabel('Passphrase', { exact: true }).focus();
  await type('Harbor Lane 2026');
  await expect(page.getByText('It uses the name of the office, which is tried first.')).toBeVisible();
  await look('create-weak');
  await keys.press('ControlOrMeta+A');
  await type(passphrase);
  await expect(page.getByText(/^Strong\./)).toBeVisible();
  await page.getByLabel('Passphrase once more').focus();
  await type('lantern orbit maple cinder');
  await keys.press('Enter');
  await expect(page.getByText('This is not the same as above.')).toBeVisible();
  await keys.press('ControlOrMeta+A');
  await type(passphrase);
  await look('create-strong');
  await keys.press('Enter');

  await expect(page.getByRole('heading', { name: 'Your recovery sheet' })).toBeVisible();
  const groups = page
    .getByRole('list', { name: 'Recovery code, eight groups of four' })
    .getByRole('listitem');
  await expect(groups).toHaveCount(8);
  const code = (await groups.allTextContents()).join('-');
  await expect(page.getByRole('button', { name: 'Print the sheet' })).toBeFocused();
  await look('sheet');
  await keys.press('Enter');
  await expect(page.getByRole('button', { name: 'Print the sheet again' })).toBeVisible();
  expect(await app.evaluate(() => globalThis.harness.printed.length)).toBe(1);
  await page.getByRole('button', { name: 'Type it back from the sheet' }).press('Enter');

  await expect(page.getByLabel('Code on the sheet')).toBeFocused();
  await expect(page.getByText(code.slice(0, 9))).toHaveCount(0);
  await type(code.slice(0, -1));
  await keys.press('Enter');
  await expect(page.getByText('1 letter or digit is missing. Compare group by group.')).toBeVisible();
  await look('type-back');
  await keys.press('ControlOrMeta+A');
  await type(` ${code.toLowerCase().replaceAll('-', ' ')}`);
  await keys.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Recovery sheet' })).toHaveCount(0);

  await keys.press('ControlOrMeta+L');
  await expect(page.getByRole('heading', { name: officeName })).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await type('lantern orbit maple');
  await keys.press('Enter');
  await expect(page.getByText('The book could not be opened with this passphrase.')).toBeVisible();
  await look('unlock-wrong');
  // The wrong one stands selected: the next key replaces it.
  await type(passphrase);
  await keys.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
});

test('an untested sheet keeps its line above every screen until it has been typed back', async ({
  launchDuebook,
}, info) => {
  const { page, call } = await launchDuebook();
  const made = await call('book.create', { officeName, passphrase });
  const code = made.ok ? made.value.recoveryCode : '';
  const line = page.getByRole('region', { name: 'Recovery sheet' });
  await expect(line).toContainText('has not been tested');
  await checkBothThemes(page, 'banner', info.outputDir);

  await line.getByRole('button', { name: 'Print a new one' }).click();
  await page.getByLabel('Passphrase of this book').fill(passphrase);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New recovery sheet' });
  const groups = dialog.getByRole('listitem');
  await expect(groups).toHaveCount(8);
  const fresh = (await groups.allTextContents()).join('-');
  expect(fresh).not.toBe(code);
  await checkBothThemes(page, 'renewed', info.outputDir);
  await dialog.getByRole('button', { name: 'I have written it down' }).click();
  await dialog.getByRole('button', { name: 'Test it later' }).click();
  await expect(line).toBeVisible();

  await line.getByRole('button', { name: 'Test the sheet' }).click();
  await page.getByLabel('Code on the sheet').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is not the recovery code of this book.')).toBeVisible();
  await page.getByLabel('Code on the sheet').fill(fresh);
  await page.keyboard.press('Enter');
  await expect(line).toHaveCount(0);
});

test('the sheet opens a book whose passphrase is lost, and gives it a new one', async ({
  launchDuebook,
}, info) => {
  const { page, call } = await launchDuebook();
  const made = await call('book.create', { officeName, passphrase });
  const code = made.ok ? made.value.recoveryCode : '';
  await call('book.lock', {});
  await page.getByRole('button', { name: 'Use the recovery sheet' }).click();
  await page.getByLabel('Code on the sheet').fill(code);
  await page.getByLabel('New passphrase', { exact: true }).fill('a wholly different long sentence');
  await page.getByLabel('New passphrase once more').fill('a wholly different long sentence');
  await checkBothThemes(page, 'use-recovery', info.outputDir);
  await page.keyboard.press('Enter');
  // The screen stands, so that the lock does not meet a window that is still coming up.
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  expect(await call('book.lock', {})).toMatchObject({ ok: true });
  await page.getByLabel('Passphrase', { exact: true }).fill('a wholly different long sentence');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
});

test('a backup is written, restored as a book of its own and opened', async ({ launchDuebook }, info) => {
  const { app, page, call } = await launchDuebook();
  const made = await call('book.create', { officeName, passphrase });
  await call('book.confirmRecovery', { code: made.ok ? made.value.recoveryCode : '' });
  const file = info.outputPath('one.duebook-backup');
  await page.getByRole('link', { name: 'Settings' }).click();
  await app.evaluate((_electron, path) => {
    globalThis.harness.answerDialog('saveBackup', path);
    globalThis.harness.answerDialog('openBackup', path);
  }, file);
  await page.getByRole('button', { name: 'Back up now' }).click();
  const line = page.getByRole('region', { name: 'Backup' });
  await expect(line).toContainText(/Written and read back: one\.duebook-backup \([\d.]+ [KM]B\)/);
  await checkBothThemes(page, 'backed-up', info.outputDir);
  await line.getByRole('button', { name: 'Close this line' }).click();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  await page.getByLabel('Passphrase now').fill(passphrase);
  await page.getByLabel('New passphrase', { exact: true }).fill('a wholly different long sentence');
  await page.getByLabel('New passphrase once more').fill('a wholly different long sentence');
  await checkBothThemes(page, 'change-passphrase', info.outputDir);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('The passphrase was changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await expect(page.getByText(/was restored as a book of its own/)).toBeVisible();
  await checkBothThemes(page, 'settings', info.outputDir);

  await call('book.lock', {});
  await expect(page.getByLabel('Book', { exact: true })).toBeVisible();
  await checkBothThemes(page, 'unlock-two', info.outputDir);
  await page.getByLabel('Book', { exact: true }).selectOption({ index: 1 });
  // The restored one kept the passphrase of the day it was made.
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
});

/** Makes the open book large enough that its backup can be watched: `megabytes` of drafts. */
async function growBook({ call }: Duebook, megabytes: number): Promise<void> {
  const text = 'A long note that was never finished. '.repeat(5000);
  for (let n = 0; n * text.length < megabytes * 1_000_000; n += 1) {
    expect(await call('drafts.save', { key: `note:${n + 1}`, text })).toMatchObject({ ok: true });
  }
}

test('a backup goes on in sight while one works, and is stopped by Cancel or by a lock', async ({
  launchDuebook,
}, info) => {
  const duebook = await launchDuebook();
  const { app, page, call } = duebook;
  const made = await call('book.create', { officeName, passphrase });
  await call('book.confirmRecovery', { code: made.ok ? made.value.recoveryCode : '' });
  await growBook(duebook, 120);
  const file = info.outputPath('large.duebook-backup');
  const answer = () =>
    app.evaluate((_electron, path) => globalThis.harness.answerDialog('saveBackup', path), file);
  const fromMenu = async () => {
    await answer();
    await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items ?? [];
      const entries = items.flatMap((item) => item.submenu?.items ?? []);
      entries.find(({ label }) => label === 'Back up the book…')?.click();
    });
  };
  const line = page.getByRole('region', { name: 'Backup' });

  await fromMenu();
  await expect(line.getByRole('progressbar')).toBeVisible();
  await expect(line).toContainText(/ of \d+\.\d MB/);
  // The book answers meanwhile.
  await page.getByRole('link', { name: 'Reports' }).click();
  await expect(page.getByRole('heading', { name: 'Aging', level: 1 })).toBeVisible();
  await line.getByRole('button', { name: 'Cancel' }).click();
  await expect(line).toContainText('Backup stopped. Nothing of it was kept.');
  expect(readdirSync(info.outputDir).filter((name) => name.startsWith('large'))).toEqual([]);

  await fromMenu();
  await expect(line.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+L');
  await expect(page.getByRole('heading', { name: officeName })).toBeVisible();
  await expect(line).toContainText('Backup stopped because the book was locked.');
  await checkBothThemes(page, 'stopped-by-lock', info.outputDir);
  expect(readdirSync(info.outputDir).filter((name) => name.startsWith('large'))).toEqual([]);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
  await expect(line).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.insertText('back up');
  await answer();
  await page.getByText('Back up the book', { exact: true }).click();
  await expect(line).toContainText(/Written and read back: large\.duebook-backup \(\d+\.\d MB\)/, {
    timeout: 60_000,
  });
});

test('a backup is brought in from the first start, in sight and without an open book', async ({
  launchDuebook,
}, info) => {
  const first = await launchDuebook();
  await first.call('book.create', { officeName, passphrase });
  await growBook(first, 40);
  const file = info.outputPath('moved.duebook-backup');
  await first.app.evaluate((_electron, path) => globalThis.harness.answerDialog('saveBackup', path), file);
  const place = await first.call('book.chooseBackUpPlace', {});
  await first.call('book.backUp', { fileId: place.ok ? place.value.fileId : '' });
  await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true);
  await first.close();

  const { app, page } = await launchDuebook({ userData: info.outputPath('another-computer') });
  const choose = page.getByRole('button', { name: 'Choose a backup' });
  const line = page.getByRole('region', { name: 'Restore' });
  const answer = (path: string) =>
    app.evaluate((_electron, chosen) => globalThis.harness.answerDialog('openBackup', chosen), path);
  const letter = info.outputPath('letter.txt');
  writeFileSync(letter, 'Dear sir or madam');
  await answer(letter);
  await choose.click();
  await expect(line).toContainText('This file is not a complete backup of a Duebook book.');
  await checkBothThemes(page, 'not-a-backup', info.outputDir);
  await answer(file);
  await choose.click();
  await expect(line.getByRole('progressbar')).toBeVisible();
  await page.screenshot({ path: info.outputPath('restoring.png') });
  await expect(line).toContainText('was restored as a book of its own. Open it with the passphrase', {
    timeout: 60_000,
  });
  await expect(page.getByRole('heading', { name: officeName })).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
});

test('a start with the sample office says that it is being prepared, and is never blank', async ({
  launchDuebook,
}, info) => {
  const { page } = await launchDuebook({ args: ['--sample'] });
  const seen = page
    .getByText('Preparing the sample office…')
    .or(page.getByRole('navigation', { name: 'Areas' }));
  await expect(seen).toBeVisible();
  await page.screenshot({ path: info.outputPath('start.png') });
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible({ timeout: 30_000 });
});

test('the sample office opens from the first start and is deleted in one step', async ({
  launchDuebook,
}, info) => {
  const { page } = await launchDuebook();
  await page.getByRole('button', { name: 'Try the sample office' }).click();
  await expect(page.getByText('Preparing the sample office…')).toBeVisible();
  await page.screenshot({ path: info.outputPath('preparing.png') });
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Sample office: invented people')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Delete the sample office' }).click();
  await checkBothThemes(page, 'delete-sample', info.outputDir);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the sample office' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Duebook' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try the sample office' })).toBeVisible();
});
