/**
 * Lists leaving the running app: by the key from the list in sight, read back from the file; on paper and as PDF; and an account handed over, noted
 * with it and listed among what left the book.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { unzip } from '../builders/unzip.ts';
import { expect, test } from './fixtures.ts';

test('a list is saved, printed and saved as PDF; an account is handed over', async ({
  launchDuebook,
}, info) => {
  const { app, page, call } = await launchDuebook();
  await call('book.create', {
    officeName: 'Marlow & Finch Receivables',
    passphrase: 'seven quiet herons at noon',
  });
  const account = {
    debtorKind: 'consumer',
    number: '',
    clientId: null,
    originalCreditor: '',
    debtType: 'medical',
    openedOn: '2026-06-01',
    dueOn: '2026-07-01',
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  } as const;
  await call('accounts.create', { ...account, debtorName: 'Mara Okafor', amountCents: 123_456 });
  await call('accounts.create', { ...account, debtorName: '=Ben Tran', amountCents: 500 });
  await page.getByRole('link', { name: 'Accounts' }).click();
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible();
  await expect(page.getByTestId('accounts-figures')).toContainText('2 accounts');

  // What the search leaves, by the key, with the columns of the list.
  await page.getByLabel('Search accounts').fill('tran');
  await expect(page.getByTestId('accounts-figures')).toContainText('1 account found');
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export: Accounts' });
  await expect(dialog.getByRole('status').first()).toContainText('Found by “tran”');
  await dialog.getByText('Text (CSV)').click();
  const csv = info.outputPath('list.csv');
  await app.evaluate((_electron, to) => globalThis.harness.answerDialog('saveTable', to), csv);
  await dialog.getByRole('button', { name: 'Save file…' }).click();
  await expect(dialog).toBeHidden();
  const [row, ...others] = parse(await readFile(csv), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  expect(others).toEqual([]);
  expect(row).toMatchObject({ 'Debtor name': "'=Ben Tran", Balance: '5.00' });
  await page.getByRole('button', { name: 'Show in folder' }).click();
  expect(await app.evaluate(() => globalThis.harness.shownInFolder)).toEqual([csv]);

  // The same on paper.
  await page.getByRole('button', { name: 'Export…' }).click();
  await dialog.getByText('Print or PDF').click();
  await dialog.getByRole('button', { name: 'Show the pages' }).click();
  await expect(dialog.getByText('1 page', { exact: true })).toBeVisible();
  const pdf = info.outputPath('list.pdf');
  await app.evaluate((_electron, to) => globalThis.harness.answerDialog('savePdf', to), pdf);
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(page.getByText('Saved as list.pdf.')).toBeVisible();
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect.poll(() => app.evaluate(() => globalThis.harness.printed.length)).toBe(1);
  await page.keyboard.press('Escape');

  // One account for an attorney: the papers inside, the note with the account, the row in the list of exports.
  await page.getByLabel('Search accounts').fill('okafor');
  await expect(page.getByTestId('accounts-figures')).toContainText('1 account found');
  await page.keyboard.press('Control+Shift+E');
  await dialog.getByRole('button', { name: 'Hand over to an attorney or agency…' }).click();
  const over = page.getByRole('dialog', { name: 'Hand over' });
  await expect(over.getByRole('status').first()).toContainText('Mara Okafor');
  await over.getByLabel('Name').fill('Pike & Marsh LLP');
  const zip = info.outputPath('over.zip');
  await app.evaluate((_electron, to) => globalThis.harness.answerDialog('saveTable', to), zip);
  await over.getByRole('button', { name: 'Save file…' }).click();
  await expect(over).toBeHidden();
  const files = unzip(await readFile(zip));
  const papers = [...files].filter(([name]) => name.endsWith('.pdf'));
  expect(papers.length).toBeGreaterThanOrEqual(2);
  for (const [, bytes] of papers) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await page.evaluate(() => {
    location.hash = '#/exports';
  });
  await expect(page.getByRole('row', { name: /Hand-over to Pike & Marsh LLP/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /list\.pdf/ })).toBeVisible();
});
