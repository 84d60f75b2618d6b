/** The whole book taken out and brought in again, as its owner does it: under a passphrase, seen before it is believed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const passphrase = 'lantern orbit maple cinder walnut';
const filePassphrase = 'copper river seven lanterns';

async function look(page: Page, name: string, picturesTo: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: join(picturesTo, `${name}-${scheme}.png`) });
    const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a book leaves whole under a passphrase and comes in again beside the first', async ({
  launchDuebook,
}, info) => {
  const { app, page, call } = await launchDuebook();
  const made = await call('book.create', { officeName: 'Harbor Lane Recovery', passphrase });
  await call('book.confirmRecovery', { code: made.ok ? made.value.recoveryCode : '' });
  const account = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Mara Okafor',
    number: 'WB-1',
    clientId: null,
    originalCreditor: '',
    debtType: 'medical',
    openedOn: '2026-06-01',
    amountCents: 96_000,
    dueOn: '2026-07-01',
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  });
  expect(account).toMatchObject({ ok: true });

  const file = info.outputPath('whole.duebook-sealed');
  await app.evaluate((_electron, path) => {
    globalThis.harness.answerDialog('saveWholeBook', path);
    globalThis.harness.answerDialog('openWholeBook', path);
  }, file);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Take the whole book out…' }).click();
  const out = page.getByRole('dialog', { name: 'Take the whole book out' });
  await out.getByRole('button', { name: 'Choose where it goes' }).click();
  await expect(out.getByText('Use at least 12 characters.')).toBeVisible();
  await out.getByLabel('Passphrase of the file', { exact: true }).fill(filePassphrase);
  await out.getByLabel('Passphrase of the file once more').fill(filePassphrase);
  await look(page, 'take-out', info.outputDir);
  await out.getByRole('button', { name: 'Choose where it goes' }).click();
  await expect(page.getByText(/The whole book was taken out: whole\.duebook-sealed/)).toBeVisible();
  expect(readFileSync(file).includes('Okafor')).toBe(false);
  expect(await app.evaluate(() => globalThis.harness.suggested.at(-1)?.name)).toMatch(
    /^Harbor Lane Recovery whole book .*\.duebook-sealed$/,
  );

  await page.getByRole('button', { name: 'Bring a whole book in…' }).click();
  const into = page.getByRole('dialog', { name: 'Bring a whole book in' });
  await into.getByLabel('Passphrase of the file').fill('not the one at all');
  await page.keyboard.press('Enter');
  await expect(into.getByText('This passphrase does not open the file.')).toBeVisible();
  await into.getByLabel('Passphrase of the file').fill(filePassphrase);
  await page.keyboard.press('Enter');
  await expect(into.getByText(/“Harbor Lane Recovery”.* 1 accounts?/)).toBeVisible();
  await into
    .getByLabel('Passphrase of the new book', { exact: true })
    .fill('a wholly different long sentence');
  await into.getByLabel('Passphrase of the new book once more').fill('a wholly different long sentence');
  await look(page, 'bring-in', info.outputDir);
  await into.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByText(/was brought in as a book of its own/)).toBeVisible();
  await look(page, 'brought-in', info.outputDir);

  await call('book.lock', {});
  await page.getByLabel('Book', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Passphrase', { exact: true }).fill('a wholly different long sentence');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Accounts' }).click();
  await expect(page.getByText('WB-1')).toBeVisible();
});
