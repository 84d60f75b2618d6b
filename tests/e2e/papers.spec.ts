/**
 * Papers of figures through the window: asked for in an account, their days changed, shown as the very PDF, printed and saved,
 * kept under Letters; asked for from a dialog and closed without it; refused in words.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { addDays, dayOfInstant, spellDay } from '../../shared/domain/days.ts';
import { expect, type LaunchDuebook, test } from './fixtures.ts';
import { textOf, whyNoPress } from './press/press-runner.ts';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-papers-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const today = dayOfInstant(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
const dueOn = addDays(today, -100);

/** $1,000.00 at 7.3 % a year, 20 cents a day, for 100 days; $300.00 paid after 40 of them. */
async function withAccount(launchDuebook: LaunchDuebook) {
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
  const account = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Rosa {{ 7*7 }} Delgado',
    number: '1042',
    clientId: null,
    originalCreditor: 'Seacoast Family Dental',
    debtType: 'medical',
    openedOn: dueOn,
    amountCents: 100_000,
    dueOn,
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  });
  if (!account.ok) throw new Error(account.error.code);
  const { accountId } = account.value;
  const terms = await call('ledger.setTerms', {
    accountId,
    fromOn: dueOn,
    method: 'simple',
    rate: '7.3',
    compounding: null,
    dayCount: 'actual_365',
    capCents: null,
    basisKind: 'contract',
    basis: 'Agreement §4',
  });
  if (!terms.ok) throw new Error(terms.error.code);
  const paid = await call('ledger.recordPayment', {
    shares: [{ accountId, amountCents: 30_000 }],
    receivedOn: addDays(dueOn, 40),
    method: 'cheque',
    reference: '1044',
  });
  if (!paid.ok) throw new Error(paid.error.code);
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`;
  }, accountId);
  return { ...duebook, accountId, receiptId: paid.value.receiptId, trouble };
}

test('a statement is shown, its days changed, saved, printed and kept', async ({ launchDuebook }) => {
  const { app, page, call, accountId, trouble } = await withAccount(launchDuebook);
  await page.getByRole('button', { name: 'Statement…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Statement of account' });
  await expect(dialog.getByText('Page 1 of', { exact: false }).first()).toBeVisible();
  await expect(dialog.getByRole('alert')).toContainText('no usable address');
  const sheet = dialog.getByRole('region', { name: /Statement of account, Rosa \{\{ 7\*7 \}\} Delgado/ });
  await expect(sheet).toContainText('Opening balance');
  // 100 days: $8.00 posted with the payment, then 60 days on $708.00 less interest, which bears none.
  await expect(sheet).toContainText('$1,000.00');
  await expect(sheet).toContainText('Interest accrued, not posted yet');

  // A period that runs past today is refused in words, and the same dialog mends it.
  await dialog.getByLabel('To', { exact: true }).fill(addDays(today, 1));
  await dialog.getByRole('button', { name: 'Show' }).click();
  await expect(dialog.locator('[data-fault="paper.day_ahead"]')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Print…' })).toBeDisabled();
  const from = addDays(dueOn, 41);
  await dialog.getByLabel('From', { exact: true }).fill(from);
  await dialog.getByLabel('To', { exact: true }).fill(today);
  await dialog.getByLabel('To', { exact: true }).press('Enter');
  await expect(sheet).toContainText(`${spellDay(from)} to ${spellDay(today)}`);

  const saved = path.join(folder, 'statement.pdf');
  await app.evaluate((_electron, file) => globalThis.harness.answerDialog('savePdf', file), saved);
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog.getByText('Kept in the book.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect(dialog.getByText('Printed, and kept in the book.')).toBeVisible();
  expect(await app.evaluate(() => globalThis.harness.printed.length)).toBe(1);
  const explained = await call('ledger.explain', { accountId, asOf: today, knownOn: null });
  if (!explained.ok) throw new Error(explained.error.code);
  if (whyNoPress() === null) {
    const text = await textOf(saved);
    expect(text).toContain('Rosa {{ 7*7 }} Delgado');
    expect(text).toContain(`$${(explained.value.totalCents / 100).toFixed(2)}`);
  }
  const list = await call('letters.list', { accountId, before: null, limit: 10 });
  expect(list).toMatchObject({
    ok: true,
    value: { letters: [{ templateName: 'Statement of account', state: 'printed' }] },
  });

  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(dialog).toBeHidden();
  // The focus is back where the paper was asked for from.
  await expect(page.getByRole('button', { name: 'Statement…', exact: true })).toBeFocused();
  expect(trouble).toEqual([]);
});

test('a paper asked for from a dialog lies above it, and Escape closes the paper alone', async ({
  launchDuebook,
}) => {
  const { page, trouble } = await withAccount(launchDuebook);
  for (let round = 0; round < 2; round += 1) {
    await page.getByRole('button', { name: /Explain this figure/ }).click();
    const below = page.getByRole('dialog').first();
    await below.getByRole('button', { name: /Print/ }).click();
    const paper = page.getByRole('dialog', { name: 'Explanation of the balance' });
    await expect(paper.getByRole('button', { name: 'Print…' })).toBeEnabled();
    await expect(paper.getByRole('region')).toContainText('How it came about');
    // It can be pressed: nothing lies over it.
    await paper.getByRole('button', { name: 'Print…' }).click({ trial: true });
    const axe = await new AxeBuilder({ page }).setLegacyMode().include('.paper-view').analyze();
    expect(axe.violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(paper).toBeHidden();
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  expect(trouble).toEqual([]);
});

test('every paper is laid out, and is gone from memory when the book locks', async ({ launchDuebook }) => {
  const { call, accountId, receiptId } = await withAccount(launchDuebook);
  const plan = await call('plans.start', {
    accountId,
    terms: { totalCents: 60_000, count: 12, frequency: 'monthly', firstOn: addDays(today, 10) },
  });
  if (!plan.ok) throw new Error(plan.error.code);
  const { planId } = plan.value;
  const previews: string[] = [];
  for (const asked of [
    { paper: 'receipt', receiptId },
    { paper: 'payoff', accountId, goodThrough: addDays(today, 10) },
    { paper: 'explanation', accountId, asOf: today },
    { paper: 'coupons', planId },
    { paper: 'agreement', planId },
  ] as const) {
    const made = await call('papers.preview', asked);
    expect(made, asked.paper).toMatchObject({ ok: true, value: { withoutAddress: true } });
    if (made.ok) previews.push(made.value.previewId);
  }
  expect(previews).toHaveLength(5);
  await call('book.lock', {});
  for (const previewId of previews)
    expect(await call('letters.print', { previewId })).toMatchObject({
      error: { code: 'letter.preview_expired' },
    });
});
