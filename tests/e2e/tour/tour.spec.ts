/**
 * `npm run tour`: the sample office, screen by screen, in light and dark, as numbered pictures in `out/tour/`, and one
 * letter as the PDF it is. Pictures are for looking at; the only checks are that each screen is there.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Duebook, expect, test } from '../fixtures.ts';

const folder = path.join(import.meta.dirname, '../../../out/tour');
/** The office is the same to the letter on the same day, so the pictures only change with the program. */
const day = Date.UTC(2026, 10, 20, 15, 12);

async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], .mantine-Loader-root') === null,
  );
  await page.waitForTimeout(350);
}

test('the tour', async ({ launchDuebook }) => {
  await mkdir(folder, { recursive: true });
  const duebook = await launchDuebook();
  const { app, page } = duebook;
  await app.evaluate((_electron, now) => {
    globalThis.harness.setZone('America/Chicago');
    globalThis.harness.setNow(now);
  }, day);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));

  // The window shows hours of its own; they must be those of the same day.
  await page.clock.setSystemTime(day + 20_000);

  let number = 0;
  const take = async (name: string) => {
    number += 1;
    const start = String(number).padStart(2, '0');
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await settle(page);
      await page.screenshot({ path: path.join(folder, `${start}-${name}-${theme}.png`) });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };

  await expect(page.getByRole('heading', { name: 'Welcome to Duebook' })).toBeVisible();
  await take('first-start');
  await page.getByRole('button', { name: 'Try the sample office' }).click();
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await settle(page);
  await take('today');

  await visit(page, 'Accounts');
  await expect(page.locator('.ag-row').first()).toBeVisible();
  await take('accounts');
  await page.getByRole('textbox', { name: 'Search accounts' }).fill('abern');
  await take('accounts-search');
  await page.getByRole('textbox', { name: 'Search accounts' }).fill('');

  const accountId = await accountWith(duebook, 'plan');
  await open(page, accountId);
  for (const tab of ['Note', 'Call', 'Payment', 'Plan', 'Reminder']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await take(`account-${tab.toLowerCase()}`);
  }
  const free = await accountWith(duebook, 'active');
  await open(page, free);
  await page.getByRole('tab', { name: /^Plan/ }).click();
  await page.getByRole('textbox', { name: 'Number of instalments' }).fill('6');
  await take('account-plan-calculator');

  const bearing = await bearingInterest(duebook);
  await open(page, bearing);
  await page.getByRole('tab', { name: /^Payment/ }).click();
  await page.getByRole('textbox', { name: 'Amount' }).fill('250');
  await expect(page.getByText('Balance after', { exact: false }).first()).toBeVisible();
  await take('account-payment-preview');
  await page.getByRole('button', { name: /^Explain this figure/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await take('account-explanation');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Interest…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await take('account-terms');
  await page.keyboard.press('Escape');

  await open(page, free);
  await page.keyboard.press('w');
  await expect(page.getByRole('dialog')).toBeVisible();
  await take('account-why');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /^Letter/ }).click();
  await page.getByRole('combobox', { name: 'Letter', exact: true }).click();
  await take('account-letter-choice');
  await page.getByRole('combobox', { name: 'Letter', exact: true }).fill('past due');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Page 1 of \d$/)).toBeVisible();
  await take('account-letter');
  await app.evaluate(
    (_electron, file) => globalThis.harness.answerDialog('savePdf', file),
    path.join(folder, 'past-due-notice.pdf'),
  );
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(page.getByText('Kept in the book.')).toBeVisible();

  await page.getByRole('tab', { name: /^Files/ }).click();
  await take('account-files');

  // A call by its script: before the right party is known, at the matter, and summed up.
  const callable = await accountWith(duebook, 'active', { callableNow: true });
  await open(page, callable);
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog')).toBeVisible();
  await take('call-start');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'End call' })).toBeVisible();
  await take('call-opening');
  const answers = page.getByRole('list', { name: 'What they say' });
  await page.keyboard.press('1');
  // A business is asked who decides, a person for what only they know.
  const told = answers.getByRole('button', { name: /They told me/ });
  if (await told.isVisible()) await told.click();
  await page.keyboard.press('0');
  await page.keyboard.press('1');
  const script = page.getByRole('region', { name: 'Script of the call' });
  for (const box of await script.getByRole('checkbox').all()) await box.check();
  await page.keyboard.press('1');
  await take('call-matter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await take('call-sum');
  await page.keyboard.press('Escape');
  await settle(page);

  await visit(page, 'Calendar');
  await take('calendar');
  await visit(page, 'Scripts');
  await take('scripts');
  for (const part of ['Cards', 'Practice', 'Training']) {
    await page.getByRole('tab', { name: part }).click();
    await take(`scripts-${part.toLowerCase()}`);
  }
  await visit(page, 'Strategies');
  await take('strategies');
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('insurance');
  await take('notes');

  await visit(page, 'Letters');
  for (const part of ['To print', 'Templates', 'Mail', 'Made']) {
    await page
      .getByText(new RegExp(`^${part}`))
      .first()
      .click();
    await take(`letters-${part.toLowerCase().replace(' ', '-')}`);
  }
  await page.getByRole('button', { name: 'Letterhead…' }).click();
  await take('letters-letterhead');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Print setup…' }).click();
  await take('letters-print-setup');
  await page.keyboard.press('Escape');
  await visit(page, 'Plans and promises');
  await take('plans');
  await visit(page, 'Reports');
  await take('reports');
  await visit(page, 'Import');
  await take('import');
  await app.evaluate(
    (_electron, file) => globalThis.harness.answerDialog('openImportFile', file),
    path.join(import.meta.dirname, '../../fixtures/import/receivables.csv'),
  );
  await page.getByRole('button', { name: /Choose file/ }).click();
  await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible();
  await take('import-columns');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('File total')).toBeVisible();
  await take('import-tried');
  await visit(page, 'Law and rules');
  await take('law-office');
  for (const part of ['Licenses', 'Rules', 'Rule packs']) {
    await page.getByRole('tab', { name: part, exact: true }).click();
    await take(`law-${part.toLowerCase().replace(' ', '-')}`);
  }
  await visit(page, 'Settings');
  await take('settings');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('wen');
  await take('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Lock the book' }).click();
  await expect(page.getByRole('button', { name: 'Open the sample office' })).toBeVisible();
  await take('locked');
});

async function visit(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click();
  await page.mouse.move(640, 700);
  await settle(page);
}

async function open(page: Page, accountId: number): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`;
  }, accountId);
  await expect(page.getByRole('region', { name: 'Balance', exact: true })).toBeVisible();
  await settle(page);
}

/** An account with more than one payment or fee on which interest runs, so that its explanation has something to tell. */
async function bearingInterest({ call }: Duebook): Promise<number> {
  const listed = await call('accounts.list', { filter: {}, sort: 'balance', descending: true, limit: 500 });
  if (!listed.ok) throw new Error(listed.error.code);
  let best = { accountId: 0, lines: 0 };
  for (const { accountId } of listed.value.rows) {
    const terms = await call('ledger.terms', { accountId });
    if (!terms.ok || terms.value.terms.length === 0) continue;
    const explained = await call('ledger.explain', { accountId, asOf: '2026-11-20' });
    if (!explained.ok || explained.value.totalCents <= 0) continue;
    if (explained.value.lines.length > best.lines) best = { accountId, lines: explained.value.lines.length };
  }
  if (best.accountId === 0) throw new Error('the sample office has no account that bears interest');
  return best.accountId;
}

/** The account of a status that owes the most, so that there is something to see. */
async function accountWith(
  { call }: Duebook,
  status: 'plan' | 'active',
  more: { readonly callableNow?: boolean } = {},
): Promise<number> {
  const listed = await call('accounts.list', {
    filter: { statuses: [status], ...more },
    sort: 'balance',
    descending: true,
    limit: 5,
  });
  if (!listed.ok) throw new Error(listed.error.code);
  const row = listed.value.rows[1] ?? listed.value.rows[0];
  if (!row) throw new Error(`the sample office has no account with the status ${status}`);
  return row.accountId;
}
