/** A file through the window: choose, read, map, try, put right, import, read the report, take back. Keyboard where it counts. */
import { join } from 'node:path';
import { root } from '../../build/runtime/places.ts';
import { type Duebook, expect, test } from './fixtures.ts';

const passphrase = 'lantern orbit maple thirteen';
const fixtures = join(root, 'tests/fixtures/import');

async function openBook({ page, call }: Duebook): Promise<void> {
  const made = await call('book.create', {
    officeName: 'Harbor Lane Recovery',
    passphrase,
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

test('a file becomes accounts and can be taken back; tables are pasted, files dropped anywhere', async ({
  launchDuebook,
}) => {
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

  // A table copied from elsewhere, and a file dropped on another screen.
  const pasted = 'Customer\tInvoice #\tAmount\nRosa Delgado\t17\t120.00\nIvo Marsh\t18\t80.50\n';
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, pasted);
  await expect(page.getByText('2 rows · 3 columns')).toBeVisible();
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Import 2 charges' })).toBeEnabled();

  await page.getByRole('link', { name: 'Today' }).click();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['Customer,Amount\nAda Quill,10.00\n'], 'late.csv'));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
  // What was worked on is not pushed aside without a word.
  const asked = page.getByRole('dialog', { name: 'Bring this file in instead?' });
  await expect(asked).toContainText('late.csv');
  await asked.getByRole('button', { name: 'Stay with the first' }).click();
  await expect(page.getByRole('button', { name: 'Import 2 charges' })).toBeEnabled();
});

test('a refused row is put right in place, the rest survives a lock, and the report is printed', async ({
  launchDuebook,
}) => {
  const duebook = await launchDuebook();
  const { app, page } = duebook;
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
  const refused = page.getByRole('region', { name: /^Refused: \d+ rows, list$/ });
  await expect(refused.getByLabel('Line 6, Invoice Date')).toHaveValue('31/02/2025');
  await expect(refused.getByRole('row', { name: /above \$10,000,000.00/ })).toBeVisible();

  // A cell put right is tried at once, and the keyboard is at the next one.
  const cell = refused.getByLabel('Line 9, Amount', { exact: true });
  await cell.fill('12.00');
  await page.keyboard.press('Enter');
  await expect(refused.getByLabel('Line 10, Customer', { exact: true })).toBeFocused();
  await expect(cell).toBeHidden();
  await refused.getByRole('button', { name: 'Leave out line 11' }).click();
  await expect(page.getByRole('tab', { name: 'Left out: 1 row' })).toBeVisible();
  const writes = page.getByRole('button', { name: /^Import \d+ charges/ });
  await expect(writes).toBeEnabled();
  const words = await writes.innerText();

  // A total that the file does not come to stops it.
  await page.getByRole('button', { name: 'Choices' }).click();
  await page.getByLabel('Total of the file').fill('1.00');
  await page.getByRole('button', { name: 'Dry run' }).click();
  await expect(page.getByText('The file does not come to the total you typed.')).toBeVisible();
  await expect(writes).toBeDisabled();
  await page.getByRole('button', { name: 'Choices' }).click();
  await page.getByLabel('Total of the file').fill('');

  // A lock takes the file away, and nothing that was set for it.
  await page.keyboard.press('ControlOrMeta+l');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The import of odd-rows.csv was not finished')).toBeVisible();
  await choose(duebook, 'odd-rows.csv');
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Put right here: 1 cell' })).toBeVisible();
  await page.getByRole('button', { name: words }).click();

  await expect(page.getByRole('table', { name: 'What became of the rows' })).toContainText('Left out');
  await page.getByRole('button', { name: 'Print or save the report…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Print…' }).click();
  await expect.poll(() => app.evaluate(() => globalThis.harness.printed.length)).toBe(1);
});
