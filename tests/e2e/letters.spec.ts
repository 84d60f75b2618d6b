/**
 * A letter from end to end in the real window: no address, the way to fix it, the very PDF on screen, printed,
 * saved, kept, found again; gone from memory when the book locks.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, type LaunchDuebook, test } from './fixtures.ts';
import { textOf, whyNoPress } from './press/press-runner.ts';

const passphrase = 'seven quiet herons at noon';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-letters-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function withAccount(launchDuebook: LaunchDuebook) {
  const duebook = await launchDuebook();
  const { call, page } = duebook;
  const made = await call('book.create', { officeName: 'Harbor Lane Recovery', passphrase });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  const account = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Rosa {{ 7*7 }} Delgado',
    number: '1042',
    clientId: null,
    originalCreditor: 'Seacoast Family Dental',
    debtType: 'medical',
    openedOn: '2026-01-05',
    amountCents: 98_000,
    dueOn: '2026-02-01',
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  });
  if (!account.ok) throw new Error(account.error.code);
  // The window goes to its own place first.
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  const { accountId } = account.value;
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`;
  }, accountId);
  await page.getByRole('tab', { name: /Letter/ }).click();
  return { ...duebook, accountId };
}

test('a letter is fixed, shown, printed, saved, kept once and found again', async ({ launchDuebook }) => {
  const { app, page, call, accountId } = await withAccount(launchDuebook);
  await expect(page.locator('[data-fault="letter.no_address"]')).toContainText('Rosa {{ 7*7 }} Delgado');
  await page.getByLabel('Street or PO box').fill('18 Mill Road');
  await page.getByRole('textbox', { name: 'City' }).fill('Dover');
  await page.getByRole('textbox', { name: 'State' }).fill('NH');
  await page.getByRole('textbox', { name: 'ZIP' }).fill('03820');
  await page.getByRole('button', { name: 'Add the address' }).click();
  await expect(page.getByText('Page 1 of 1', { exact: true })).toBeVisible();

  await page
    .getByRole('combobox', { name: 'Letter', exact: true })
    .or(page.getByLabel('Letter', { exact: true }))
    .first()
    .click();
  await page.getByRole('option', { name: /^Demand letter\s*A formal/ }).click();
  const sheet = page.getByRole('region', { name: 'Demand letter to Rosa {{ 7*7 }} Delgado' });
  await expect(sheet).toContainText('Demand for payment');
  await expect(sheet).toContainText('18 Mill Road');
  // Something was drawn: the page is not one colour.
  const inked = await sheet.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return data.some((value, at) => at % 4 === 0 && value < 100);
  });
  expect(inked).toBe(true);

  const saved = path.join(folder, 'saved.pdf');
  await app.evaluate((_electron, file) => globalThis.harness.answerDialog('savePdf', file), saved);
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(page.getByText('Kept in the book.')).toBeVisible();
  await page.getByRole('button', { name: 'Print…' }).click();
  await expect(page.getByText('Printed, and kept in the book.')).toBeVisible();
  expect(await app.evaluate(() => globalThis.harness.printed.length)).toBe(1);
  expect(await app.evaluate(() => globalThis.harness.suggested.at(-1)?.name)).toMatch(
    /^Rosa \{\{ 7 7 \}\} Delgado - Demand letter - \d{4}-\d\d-\d\d\.pdf$/,
  );
  if (whyNoPress() === null) {
    const text = await textOf(saved);
    expect(text).toContain('Dear Rosa {{ 7*7 }} Delgado:');
    expect(text).toContain('$980.00');
  }

  const list = await call('letters.list', { accountId, before: null, limit: 10 });
  if (!list.ok) throw new Error(list.error.code);
  expect(list.value.letters).toMatchObject([{ state: 'printed', templateName: 'Demand letter', pages: 1 }]);
  const letterId = list.value.letters[0]?.letterId ?? 0;
  // Bytes do not pass through the test's own wire, so the hash of what the window got is compared.
  const kept = await page.evaluate(async (id) => {
    const answer = await window.duebook.invoke({
      call: 'letters.pdf',
      input: { letterId: id },
      operationId: null,
    });
    return answer.ok ? [...(answer.value as { pdf: Uint8Array }).pdf] : [];
  }, letterId);
  expect(Buffer.from(kept).equals(await readFile(saved))).toBe(true);

  await page.evaluate(() => {
    location.hash = '#/letters';
  });
  await page.getByRole('button', { name: 'Demand letter' }).click();
  await expect(page.getByRole('dialog').getByText('Page 1 of 1', { exact: true })).toBeVisible();
  await app.evaluate(() => globalThis.harness.setPrinter('cancelled'));
  await page.getByRole('button', { name: 'Print again…' }).click();
  await expect(page.getByRole('button', { name: 'Print again…' })).toBeEnabled();
  const requests = await app.evaluate(() => globalThis.harness.requests.map(({ url }) => url));
  expect(requests.filter((url) => !/^(app:\/\/duebook\/|blob:|data:|about:|chrome:)/.test(url))).toEqual([]);
});

test('a preview does not outlive the lock, nor a payment made meanwhile', async ({ launchDuebook }) => {
  const { call, accountId } = await withAccount(launchDuebook);
  const account = await call('accounts.get', { accountId });
  if (!account.ok) throw new Error(account.error.code);
  await call('debtors.addAddress', {
    debtorId: account.value.debtor.debtorId,
    kind: 'home',
    line1: '18 Mill Road',
    line2: '',
    city: 'Dover',
    region: 'NH',
    postalCode: '03820',
    country: '',
    source: '',
  });
  const show = async () => {
    const templates = await call('letters.templates', {});
    const reminder = templates.ok
      ? templates.value.templates.find(({ code }) => code === 'friendly-reminder')
      : undefined;
    const templateId = reminder?.templateId ?? 0;
    const preview = await call('letters.preview', { accountId, templateId });
    if (!preview.ok) throw new Error(preview.error.code);
    return preview.value.previewId;
  };
  const before = await show();
  await call('ledger.recordPayment', {
    shares: [{ accountId, amountCents: 1000 }],
    receivedOn: '2026-03-01',
    method: 'cash',
    reference: '',
    memo: '',
  });
  expect(await call('letters.print', { previewId: before })).toMatchObject({
    error: { code: 'letter.preview_expired' },
  });
  const fresh = await show();
  await call('book.lock', {});
  expect(await call('letters.print', { previewId: fresh })).toMatchObject({
    error: { code: 'letter.preview_expired' },
  });
});
