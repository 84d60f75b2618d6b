/**
 * The account's money through the window: terms, what is owed on a day to come, a payment that counts from an earlier day,
 * one the bank returned, a write-off with a recovery, one payment over several accounts. The arithmetic is tested below the
 * window; here is what a clerk sees and presses.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addDays, addMonths, dayOfInstant } from '../../shared/domain/days.ts';
import { dayWords } from '../../shared/text/day-words.ts';
import { type Duebook, expect, type LaunchDuebook, test } from './fixtures.ts';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-money-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const today = dayOfInstant(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
const typed = (day: string) => `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;
/** A year ago, so that a round rate gives round interest. */
const dueOn = addDays(today, -365);

/** An office whose house policy allows a fee of $25.00, and a debtor with two accounts of $1,000.00 and $400.00. */
async function withDebtor(launchDuebook: LaunchDuebook) {
  const duebook = await launchDuebook();
  const { app, page, call } = duebook;
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') trouble.push(line.text());
  });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  const made = await call('book.create', {
    officeName: 'Harbor Lane Recovery',
    passphrase: 'lantern orbit maple thirteen',
  });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  const policy = await call('policies.set', {
    clientId: null,
    policy: {
      applicationOrder: 'costs_fees_interest_principal',
      leastPaymentCents: null,
      longestMonths: null,
      leastSettlementShare: null,
      mayGoBelow: '',
      returnedFeeCents: 2_500,
      returnedFeeBasisKind: 'contract',
      returnedFeeBasis: 'Agreement §7',
      graceDays: null,
    },
  });
  expect(policy).toMatchObject({ ok: true });
  const file = path.join(folder, 'two-accounts.csv');
  await writeFile(
    file,
    [
      'Customer,Name,Account,Invoice,Date,Due,Amount',
      `C-1,Wilhelmina Oakes,WO-1,INV-1,${dueOn},${dueOn},1000.00`,
      `C-1,Wilhelmina Oakes,WO-2,INV-2,${addDays(dueOn, 60)},${addDays(dueOn, 60)},400.00`,
      '',
    ].join('\n'),
  );
  await page.getByRole('link', { name: 'Import' }).click();
  await app.evaluate((_electron, one) => globalThis.harness.answerDialog('openImportFile', one), file);
  await page.getByRole('button', { name: /^Choose file/ }).click();
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await page.getByRole('button', { name: 'Import 2 charges' }).click();
  await expect(page.getByText(/1 debtor · 2 charges/)).toBeVisible();
  const found = await call('accounts.find', { text: 'WO-1' });
  const accountId = found.ok ? found.value.hits[0]?.accountId : undefined;
  if (accountId === undefined) throw new Error('the account was not imported');
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`;
  }, accountId);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  return { ...duebook, accountId, trouble };
}

async function seriousOn(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]);
}

async function balanceOf({ call }: Duebook, accountId: number): Promise<number | null> {
  const facts = await call('accounts.get', { accountId });
  return facts.ok ? facts.value.balance.balanceCents : null;
}

/** Simple interest of 7.3 % from the due day: 20 cents a day on $1,000.00. */
async function setTerms(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Interest…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Interest and order/ });
  await dialog.getByRole('button', { name: 'New terms, or a stop' }).click();
  await dialog.getByRole('textbox', { name: 'From', exact: true }).fill(typed(dueOn));
  await dialog.getByLabel('Rate, percent a year').fill('7.3');
  await dialog.getByLabel('The clause, section or order itself').fill('Agreement §5');
  await dialog.getByRole('button', { name: 'Save terms' }).click();
  await expect(dialog.getByRole('status')).toContainText('Terms saved.');
  await expect(dialog.getByRole('row', { name: /Simple interest at 7.3 % a year/ })).toContainText(
    'in force',
  );
  // What had the focus is gone with the form, and Escape leaves only the question that lies above.
  const add = dialog.getByRole('button', { name: 'New terms, or a stop' });
  await expect(add).toBeFocused();
  await dialog
    .getByRole('row', { name: /Simple interest at 7.3 % a year/ })
    .getByRole('button')
    .click();
  await expect(page.getByRole('dialog', { name: 'Withdraw these terms?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

async function pay(page: Page, sum: string, counts?: string): Promise<void> {
  await page.keyboard.press('Alt+p');
  const amount = page.getByRole('textbox', { name: 'Amount', exact: true });
  await amount.fill(sum);
  if (counts !== undefined) {
    await page.getByRole('button', { name: 'Counts from another day' }).click();
    await page.getByRole('textbox', { name: 'Counts from' }).fill(counts);
    await amount.focus();
  }
}

test('terms, a figure on a day to come, a backdated payment and a returned one', async ({
  launchDuebook,
}) => {
  const duebook = await withDebtor(launchDuebook);
  const { page, accountId, trouble } = duebook;
  const balance = page.getByRole('region', { name: 'Balance' });
  await setTerms(page);
  // A year of 7.3 % on $1,000.00.
  await expect(balance).toContainText('Owed today$1,073.00');

  // What is owed a month from now, each segment named.
  await page.keyboard.press('e');
  const explained = page.getByRole('dialog', { name: /^What .* owes/ });
  await expect(explained.getByRole('status')).toHaveText('$1,073.00');
  await page.keyboard.press('Shift+ArrowRight');
  const later = addMonths(today, 1);
  await expect(explained).toContainText(`Owed at the end of ${dayWords(later)}`);
  const days = Math.round((Date.parse(later) - Date.parse(today)) / 86_400_000);
  const futureCents = 107_300 + days * 20;
  await expect(explained.getByRole('status')).toHaveText(
    `$1,0${Math.trunc(futureCents / 100) - 1000}.${(futureCents % 100).toString().padStart(2, '0')}`,
  );
  await expect(explained.getByRole('table', { name: 'How the interest is reckoned' })).toContainText('7.3 %');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousOn(page), colorScheme).toEqual([]);
  }
  await explained.getByText('Read aloud').click();
  await expect(explained).toContainText('at 7.3 % a year (Actual/365)');
  await page.keyboard.press('Escape');
  await expect(explained).toHaveCount(0);

  // A payment of today, then one that counts from a hundred days ago: the interest of today becomes less.
  await pay(page, '100');
  await expect(page.getByRole('region', { name: 'What this payment will do' })).toContainText(
    'Interest posted first',
  );
  await page.getByRole('button', { name: /^Record \$100\.00/ }).click();
  await expect(page.getByText('Payment of $100.00 recorded. Balance $973.00.')).toBeVisible();
  await page.waitForTimeout(400);
  await pay(page, '200', typed(addDays(today, -100)));
  const preview = page.getByRole('region', { name: 'What this payment will do' });
  await expect(preview).toContainText('What changes before it');
  await page.getByRole('button', { name: /^Record \$200\.00/ }).click();
  await expect(page.getByText(/Payment of \$200\.00 recorded\./)).toBeVisible();
  const withBoth = await balanceOf(duebook, accountId);
  expect(withBoth).toBeLessThan(77_300);

  // The bank returns it; the policy's fee is charged, and the interest is what it was.
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('button', { name: 'More for payment of $200.00' }).click();
  await page.getByRole('menuitem', { name: 'Take back…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Take back/ });
  await dialog.getByText('Returned by the bank').click();
  await dialog.getByRole('button', { name: 'Insufficient funds' }).click();
  await expect(dialog.getByRole('checkbox', { name: /fee of \$25\.00/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText(/Fee of \$25\.00 added/)).toBeVisible();
  expect(await balanceOf(duebook, accountId)).toBe(97_300 + 2_500);
  expect(trouble).toEqual([]);
});

test('a write-off and what comes in after it', async ({ launchDuebook }) => {
  const duebook = await withDebtor(launchDuebook);
  const { page, accountId, trouble } = duebook;
  await page
    .getByRole('region', { name: 'Balance' })
    .getByRole('button', { name: 'Adjust the balance' })
    .click();
  await page.getByRole('menuitem', { name: 'Adjust or write off…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Adjust or write off' });
  await dialog.getByText('Write-off', { exact: true }).click();
  await expect(dialog).toContainText('All that is owed that day$1,000.00');
  await dialog.getByRole('button', { name: 'Write off' }).click();
  await expect(dialog).toContainText('Type who allowed it.');
  await dialog.getByLabel('Reason').fill('Not collectable');
  await dialog.getByLabel('Allowed by').fill('Client, letter of 3 March');
  await page.waitForTimeout(400);
  await dialog.getByRole('button', { name: 'Write off' }).click();
  await expect(page.getByText('Write-off of $1,000.00 posted. Balance $0.00.')).toBeVisible();
  expect(await balanceOf(duebook, accountId)).toBe(0);

  await pay(page, '50');
  await page.getByRole('button', { name: /^Record \$50\.00/ }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('Recovery after write-off')).toBeVisible();
  expect(trouble).toEqual([]);
});

test('one payment over several accounts, oldest first; a card number never stays', async ({
  launchDuebook,
}) => {
  const duebook = await withDebtor(launchDuebook);
  const { page, call, accountId, trouble } = duebook;
  await pay(page, '1100');
  await page.getByRole('button', { name: 'For several accounts' }).click();
  await page.getByRole('button', { name: 'Oldest first' }).click();
  await expect(page.getByRole('textbox', { name: 'Share of WO-1' })).toHaveValue('1,000.00');
  await expect(page.getByRole('textbox', { name: 'Share of WO-2' })).toHaveValue('100.00');

  const reference = page.getByLabel('Check or receipt number');
  await reference.fill('4111 1111 1111 1111');
  await expect(page.getByText('looks like a full card number')).toBeVisible();
  await page.waitForTimeout(700);
  const draft = await call('drafts.load', { key: `payment:${accountId}` });
  expect(draft.ok && draft.value.text).toContain('ending 1111');
  expect(draft.ok && draft.value.text).not.toContain('4111 1111');
  await page.getByRole('button', { name: 'Keep only the last four' }).click();
  await expect(reference).toHaveValue('ending 1111');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousOn(page), colorScheme).toEqual([]);
  }
  const preview = page.getByRole('region', { name: 'What this payment will do' });
  await expect(preview.getByRole('region', { name: 'Account WO-2' })).toContainText('Balance after$300.00');
  await page.getByRole('button', { name: /^Record \$1,100\.00/ }).click();
  await expect(page.getByText('Payment of $1,100.00 recorded. Balance $0.00.')).toBeVisible();
  const other = await call('accounts.find', { text: 'WO-2' });
  expect(other.ok && other.value.hits[0]?.balanceCents).toBe(30_000);

  // Taken back on one account, it is taken back on both.
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByText('Payment taken back. Balance $1,000.00.')).toBeVisible();
  const again = await call('accounts.find', { text: 'WO-2' });
  expect(again.ok && again.value.hits[0]?.balanceCents).toBe(40_000);
  expect(trouble).toEqual([]);
});

test('more than is owed is asked about where the focus is', async ({ launchDuebook }) => {
  const { page, trouble } = await withDebtor(launchDuebook);
  await pay(page, '1500');
  const take = page.getByRole('checkbox', { name: /^Take in \$500\.00 more than is owed/ });
  await expect(take).toBeAttached();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(take).toBeFocused();
  await expect(take).toBeInViewport();
  await page.keyboard.press('Space');
  await expect(take).toBeChecked();
  // A second press at once would be taken for a double one.
  await page.waitForTimeout(400);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Payment of $1,500.00 recorded. Balance -$500.00.')).toBeVisible();
  expect(trouble).toEqual([]);
});

test('every dialog of the money is accessible in both themes', async ({ launchDuebook }) => {
  const { page, trouble } = await withDebtor(launchDuebook);
  await setTerms(page);
  const look = async (name: string) => {
    await expect(page.getByRole('dialog')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(100);
      expect(await seriousOn(page), `${name}, ${colorScheme}`).toEqual([]);
    }
  };
  const leave = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await press('Interest…');
  await look('terms');
  await press('New terms, or a stop');
  await look('new terms');
  await press('Cancel');
  await press('Enter a judgment');
  await look('judgment');
  await leave();
  await press('Payoff…');
  await look('payoff');
  await leave();
  for (const name of ['Adjust or write off…', 'Post interest…']) {
    await press('Adjust the balance');
    await page.getByRole('menuitem', { name }).click();
    await look(name);
    await leave();
  }
  await pay(page, '100');
  await page.getByRole('button', { name: /^Record \$100\.00/ }).click();
  await page.getByRole('button', { name: 'More for payment of $100.00' }).click();
  await page.getByRole('menuitem', { name: 'Take back…' }).click();
  await page.getByRole('dialog').getByText('Returned by the bank').click();
  await look('take back');
  await leave();
  expect(trouble).toEqual([]);
});
