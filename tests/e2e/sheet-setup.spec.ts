/**
 * The office sets up its sheet through the window: a bad address is corrected where it stopped a letter, a logo comes from a file, the
 * window of the envelope is drawn over the preview, paper that does not go into an envelope is refused, envelopes and labels are made.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { makePng } from '../builders/picture.ts';
import { expect, test } from './fixtures.ts';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-setup-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('an office sets its sheet up, and prints an envelope', async ({ launchDuebook }) => {
  const { app, page, call } = await launchDuebook();
  const made = await call('book.create', {
    officeName: 'Harbor Lane Recovery',
    passphrase: 'seven quiet herons at noon',
  });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  const account = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Rosa Delgado',
    number: '1042',
    clientId: null,
    originalCreditor: '',
    debtType: 'medical',
    openedOn: '2026-01-02',
    amountCents: 100_000,
    dueOn: '2026-02-02',
    phone: '',
    line1: '18 Mill Road',
    line2: '',
    city: 'Dover',
    region: 'NH',
    postalCode: '3820',
  });
  if (!account.ok) throw new Error(account.error.code);
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();

  // Letterhead: the website as text, a logo from a file, a line for a state.
  await page.evaluate(() => {
    window.location.hash = '#/letters';
  });
  await page.getByRole('button', { name: 'Letterhead…' }).click();
  const letterhead = page.getByRole('dialog', { name: 'Letterhead' });
  await letterhead.getByRole('textbox', { name: 'Website', exact: true }).fill('www.harborlane.example');
  await letterhead.getByRole('tab', { name: 'Logo and signature' }).click();
  const logo = path.join(folder, 'logo.png');
  await writeFile(logo, makePng(800, 200));
  await app.evaluate((_electron, file) => globalThis.harness.answerDialog('openPicture', file), logo);
  await letterhead
    .getByRole('region', { name: 'Logo' })
    .getByRole('button', { name: 'Choose a picture…' })
    .click();
  await expect(letterhead.getByRole('img', { name: 'Logo as it is printed' })).toBeVisible();
  await letterhead.getByRole('tab', { name: 'Lines for states' }).click();
  const lines = letterhead.getByRole('tabpanel', { name: 'Lines for states' });
  await lines.getByLabel('State', { exact: true }).selectOption('ME');
  await lines.getByLabel('Line at the foot').fill('Licensed by the State of Maine.');
  await lines.getByRole('button', { name: 'Save the line' }).click();
  await expect(lines.getByRole('listitem')).toContainText('Licensed by the State of Maine.');
  expect(
    (await new AxeBuilder({ page }).setLegacyMode(true).include('[role="dialog"]').analyze()).violations,
  ).toEqual([]);
  // What was half-typed is still there, and saved with one press.
  await letterhead.getByRole('tab', { name: 'Sender' }).click();
  await expect(letterhead.getByRole('textbox', { name: 'Website', exact: true })).toHaveValue(
    'www.harborlane.example',
  );
  await letterhead.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(letterhead).toBeHidden();

  // Print setup: what does not go together is refused with the reason, what does is shown with its window.
  await page.getByRole('button', { name: 'Print setup…' }).click();
  const setup = page.getByRole('dialog', { name: 'Print setup' });
  const sample = setup.getByRole('region', { name: 'A letter on this sheet' });
  await expect(sample).toContainText('Dover NH 03820-1234');
  await expect(setup.getByRole('list', { name: 'What is drawn over the page' })).toContainText('Window');
  await setup.getByRole('combobox', { name: 'Paper' }).selectOption('a4');
  await setup.getByRole('combobox', { name: 'Envelope' }).selectOption('nine_double');
  await expect(setup.getByRole('alert')).toContainText('Choose a #10 envelope');
  await expect(setup.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await setup.getByRole('combobox', { name: 'Envelope' }).selectOption('ten_double');
  await setup.getByLabel('Addresses in capitals').check();
  await expect(sample).toContainText('DOVER NH 03820-1234');
  await setup.getByRole('textbox', { name: 'Right' }).fill('1.5');
  await setup.getByRole('button', { name: 'Test page…' }).click();
  await expect.poll(() => app.evaluate(() => globalThis.harness.printed)).toHaveLength(1);
  expect(
    (await new AxeBuilder({ page }).setLegacyMode(true).include('[role="dialog"]').analyze()).violations,
  ).toEqual([]);
  await setup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(setup).toBeHidden();
  const saved = await call('print.setup', {});
  expect(saved).toMatchObject({
    value: {
      setup: { sheet: { paper: 'a4', envelope: 'ten_double', upperCase: true, offsetMm: { right: 1.5 } } },
    },
  });

  // An address with a lost zero stops the letter; what is offered puts it right, and an envelope can be printed.
  await page.evaluate((id) => {
    window.location.hash = `#/accounts/${id}`;
  }, account.value.accountId);
  await page.getByRole('button', { name: 'Envelope or label…' }).click();
  const pieces = page.getByRole('dialog', { name: 'Envelope or label: Rosa Delgado' });
  await expect(pieces.getByRole('alert')).toContainText('None of these accounts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  const form = page.getByRole('form', { name: 'Correct the address' });
  await expect(form).toContainText('A ZIP code has five digits');
  await form.getByRole('button', { name: 'Write 03820' }).click();
  await form.getByRole('button', { name: 'Correct the address' }).click();
  await expect(form).toBeHidden();
  await page.getByRole('button', { name: 'Envelope or label…' }).click();
  await expect(pieces.getByRole('region', { name: 'Envelopes' })).toContainText('DOVER NH 03820');
  await pieces.getByRole('combobox', { name: 'What is printed on' }).selectOption('labels_thirty');
  await pieces.getByRole('textbox', { name: 'First label' }).fill('8');
  await expect(pieces.getByRole('region', { name: 'Labels' })).toContainText('ROSA DELGADO');
  await expect(pieces.getByText('1 address on 1 sheet')).toBeVisible();
  await pieces.getByRole('button', { name: 'Print…' }).click();
  await expect.poll(() => app.evaluate(() => globalThis.harness.printed)).toHaveLength(2);
  expect(
    (await new AxeBuilder({ page }).setLegacyMode(true).include('[role="dialog"]').analyze()).violations,
  ).toEqual([]);
});
