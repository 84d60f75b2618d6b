/** A file through the window: choose, read, map, try, put right, import, read the report, take back. Keyboard where it counts. */
import { join } from 'node:path';
import { root } from '../../build/runtime/places.ts';
import { type Duebook, expect, test } from './fixtures.ts';

const fixtures = join(root, 'tests/fixtures/import');

async function openBook({ page, call }: Duebook): Promise<void> {
  const made = await call('book.create', {
    officeName: 'Harbor Lane Recovery',
    passphrase: 'lantern orbit maple thirteen',
  });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  await page.getByRole('link', { name: 'Import' }).click();
}

/** Answers the file dialog and opens it with the keyboard. */
async function choose({ app, page }: Duebook, name: string): Promise<void> {
  await app.evaluate(
    (_, path) => globalThis.harness.answerDialog('openImportFile', path),
    join(fixtures, name),
  );
  await page.getByRole('button', { name: /^Choose (file|another)/ }).focus();
  await page.keyboard.press('Enter');
}

test('a file becomes accounts, shows its figures, and can be taken back', async ({ launchDuebook }) => {
  const duebook = await launchDuebook();
  const { page } = duebook;
  await openBook(duebook);
  await expect(page.getByText('Nothing has been imported yet')).toBeVisible();

  await choose(duebook, 'receivables.csv');
  await expect(page.getByText('260 rows · 12 columns')).toBeVisible();
  await page.getByRole('button', { name: 'Next: Columns' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('invoiceNumber means')).toHaveValue('charge_reference');

  // What is missing is said in words, and what was set survives leaving the screen.
  await page.getByLabel('InvoiceAmount means').selectOption('');
  await expect(page.getByText('Choose the column with the sum: Amount or Balance.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try it', exact: true })).toBeDisabled();
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByLabel('InvoiceAmount means')).toHaveValue('');
  await page.getByLabel('InvoiceAmount means').selectOption('amount');

  await page.getByRole('button', { name: 'Try it', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('File total')).toHaveText(
    'File total $33,664.68 = to be written $33,664.68 + refused $0.00 + already there $0.00',
  );
  await page.getByRole('button', { name: 'Import 260 charges' }).click();
  await expect(page.getByText('20 debtors · 260 charges · $33,664.68')).toBeVisible();

  await page.getByRole('button', { name: 'Import another file' }).click();
  await choose(duebook, 'receivables.csv');
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await expect(page.getByText('importing it again would add nothing')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();

  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Undo the import of receivables.csv' }).click();
  await expect(page.getByRole('dialog')).toContainText('20 debtors, 20 accounts, 260 charges ($33,664.68)');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
  const counted = await duebook.call('accounts.count', { filter: {} });
  expect(counted).toMatchObject({ ok: true, value: { count: 0, balanceCents: 0 } });
});

test('each refused row is listed with its line and reason', async ({ launchDuebook }) => {
  const duebook = await launchDuebook();
  const { page } = duebook;
  await openBook(duebook);
  await choose(duebook, 'odd-rows.csv');

  // The line with the names is told by a press on its number, and told back.
  const first = page.getByRole('region', { name: 'The first rows as they are read' });
  await expect(first.getByText('Harbor Lane Supply - open invoices')).toBeVisible();
  await first.getByRole('button', { name: 'Line 4: take it as the names of the columns' }).click();
  await expect(first.getByRole('columnheader', { name: /Ana Abara/ })).toBeVisible();
  await first.getByRole('button', { name: 'Line 3: take it as the names of the columns' }).click();
  await expect(first.getByRole('columnheader', { name: /Invoice #/ })).toBeVisible();

  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  const refused = page.getByRole('region', { name: 'Refused: 12 rows, list' });
  await expect(refused.getByRole('row', { name: /not a day that exists/ })).toContainText('Leave out');
  await expect(refused.getByLabel('Line 6, Invoice Date')).toHaveValue('31/02/2025');
  await expect(refused.getByRole('row', { name: /above \$10,000,000.00/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import 4 charges' })).toBeEnabled();
});
