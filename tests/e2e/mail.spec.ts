/**
 * Mail in the real window: printed letters entered by scanning their labels one after the other, a green card, an envelope that came
 * back and is found by its number, the address marked, the sheet that proves the mailing.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { unzip } from '../builders/unzip.ts';
import { expect, type LaunchDuebook, test } from './fixtures.ts';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-mail-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const labels = ['9407111899562468135799', '9400111201080805483016'] as const;
const card = '9590940212345678901239';

async function withPrintedLetters(launchDuebook: LaunchDuebook) {
  const duebook = await launchDuebook();
  const { call, page } = duebook;
  const made = await call('book.create', {
    officeName: 'Harbor Lane Recovery',
    passphrase: 'seven quiet herons at noon',
  });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  const { templates } = taken(await call('letters.templates', {}));
  const template = templates.find(({ name }) => name === 'Demand letter') ?? templates[0];
  for (const [debtorName, line1] of [
    ['Rosa {{ 7*7 }} Delgado', '18 Mill Road'],
    ['Amos Thistlewood', '4 Quarry Lane'],
  ] as const) {
    const { accountId } = taken(
      await call('accounts.create', {
        debtorKind: 'consumer',
        debtorName,
        number: '',
        clientId: null,
        originalCreditor: 'Seacoast Family Dental',
        debtType: 'medical',
        openedOn: '2026-01-05',
        amountCents: 98_000,
        dueOn: '2026-02-01',
        phone: '',
        line1,
        line2: '',
        city: 'Dover',
        region: 'NH',
        postalCode: '03820',
      }),
    );
    const { previewId } = taken(
      await call('letters.preview', { accountId, templateId: template?.templateId ?? 0 }),
    );
    taken(await call('letters.print', { previewId }));
  }
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/letters';
  });
  await page.getByText('Mail', { exact: true }).click();
  return duebook;
}

function taken<T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

/** As a scanner does: the digits in a burst, then Enter. */
async function scanLabel(page: Page, text: string) {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('labels are scanned, a card signed, an envelope found, its address marked', async ({
  launchDuebook,
}) => {
  const { app, page, call } = await withPrintedLetters(launchDuebook);
  await page.getByRole('button', { name: 'Enter what was mailed (2)' }).click();
  await page.getByRole('combobox', { name: 'Service' }).click();
  await page.getByRole('option', { name: 'Certified Mail, return receipt' }).click();
  await page.getByRole('textbox', { name: 'Postage each' }).fill('9.69');
  const enter = page.getByRole('button', { name: 'Enter 2 letters as mailed' });
  await expect(enter).toBeDisabled();
  await page.getByRole('textbox', { name: /^Scan the label of the letter to Amos/ }).focus();

  await scanLabel(page, '9407111899562468135790');
  await expect(page.getByRole('alert').filter({ hasText: 'last digit does not match' })).toBeVisible();
  await scanLabel(page, `42003820${labels[0]}`);
  await expect(page.getByRole('status').filter({ hasText: 'for Amos Thistlewood' })).toBeVisible();
  await scanLabel(page, card);
  await scanLabel(page, labels[0]);
  await expect(page.getByRole('alert').filter({ hasText: 'scanned already, for Amos' })).toBeVisible();

  // What is half-done is still there after somebody looked elsewhere.
  await page.getByRole('button', { name: 'The log' }).click();
  await page.getByRole('button', { name: 'Enter what was mailed (2)' }).click();
  await expect(page.getByRole('textbox', { name: 'Number of the letter to Amos Thistlewood' })).toHaveValue(
    '9407 1118 9956 2468 1357 99',
  );
  await expect(page.getByRole('textbox', { name: 'Postage each' })).toHaveValue('9.69');
  await expect(page.getByRole('textbox', { name: /^Scan the label of the letter to Rosa/ })).toBeFocused();
  await scanLabel(page, labels[1]);
  await enter.click();
  await expect(page.getByText('2 letters entered as mailed.')).toBeVisible();
  const log = page.getByRole('region', { name: 'Mail log' });
  await expect(log.getByText('2 pieces, postage $19.38')).toBeVisible();
  await expect(log.getByText('Green card 9590 9402 1234 5678 9012 39')).toBeVisible();

  // The envelope comes back: its label leads straight to the question what stands on it.
  await page.getByRole('textbox', { name: 'Envelope or green card in hand' }).focus();
  await scanLabel(page, labels[1]);
  const dialog = page.getByRole('dialog', { name: 'Mail came back' });
  await expect(dialog.getByText('Rosa {{ 7*7 }} Delgado')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'What stands on it' }).click();
  await page.getByRole('option', { name: 'Moved, new address given' }).click();
  await expect(dialog.getByText('marked as a former one')).toBeVisible();
  const record = dialog.getByRole('button', { name: 'Record that it came back' });
  await expect(record).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Street or PO box' }).fill('77 Birch Avenue');
  await dialog.getByRole('textbox', { name: 'City' }).fill('Keene');
  await dialog.getByRole('textbox', { name: 'State' }).fill('NH');
  await dialog.getByRole('textbox', { name: 'ZIP' }).fill('03431');
  await record.click();
  await expect(page.getByText('The new address was added, not verified.')).toBeVisible();
  await expect(log.getByText('Moved, new address given')).toBeVisible();
  const { pieces } = taken(await call('mail.list', { state: 'returned' }));
  const { debtor } = taken(await call('accounts.get', { accountId: pieces[0]?.accountId ?? 0 }));
  expect(debtor.addresses.map(({ line1, status }) => [line1, status])).toEqual(
    expect.arrayContaining([
      ['18 Mill Road', 'former'],
      ['77 Birch Avenue', 'unverified'],
    ]),
  );

  await page.getByRole('button', { name: 'Proof of mailing…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Proof of mailing' });
  const paper = sheet.getByRole('region', { name: 'Proof of mailing' });
  await expect(paper).toContainText('9407 1118 9956 2468 1357 99');
  await expect(paper).toContainText('Rosa {{ 7*7 }} Delgado');
  await expect(paper).toContainText('18 Mill Road, Dover NH 03820');
  await expect(paper).toContainText('$19.38');
  await page.keyboard.press('Escape');

  // The letter that came back, as it was kept: its state, what it was made with, its hash, a Word file of it.
  await page.getByText('Made', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Search' }).fill('delgado');
  await expect(page.getByRole('button', { name: 'Amos Thistlewood' })).toBeHidden();
  await expect(page.getByRole('cell', { name: /^Came back/ })).toBeVisible();
  await page.getByRole('button', { name: 'Demand letter' }).click();
  const copy = page.getByRole('dialog', { name: 'Demand letter to Rosa {{ 7*7 }} Delgado' });
  await copy.getByText('About this letter').click();
  await expect(copy.getByText(/^Demand letter, version \d+/)).toBeVisible();
  await copy.getByRole('button', { name: 'Verify' }).click();
  await expect(copy.getByText('byte for byte')).toBeVisible();
  const saved = path.join(folder, 'letter.docx');
  await app.evaluate((_electron, file) => globalThis.harness.answerDialog('saveCopy', file), saved);
  await copy.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save as a Word file…' }).click();
  await expect(page.getByText('Saved as letter.docx.')).toBeVisible();
  const document = unzip(await readFile(saved))
    .get('word/document.xml')
    ?.toString('utf8');
  expect(document).toContain('Rosa {{ 7*7 }} Delgado');
  await expect(copy.getByText('Word file, to be changed elsewhere')).toBeVisible();
});
