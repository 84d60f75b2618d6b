/**
 * Agreeing on how to pay, in the real window: the workshop solves each unknown, an offer is countered and accepted, a plan is
 * skipped and caught up, a settlement is kept to its end, a floor is gone below with leave. The arithmetic is tested below
 * the window; here is what a collector sees and presses.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addDays, addMonths, type Day, dayOfInstant } from '../../shared/domain/days.ts';
import { dayWords } from '../../shared/text/day-words.ts';
import { type Duebook, expect, type LaunchDuebook, test } from './fixtures.ts';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-plans-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const today = dayOfInstant(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
const typed = (day: Day) => `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;
/** A day every month has, well ahead. */
const firstOn = `${addMonths(today, 2).slice(0, 8)}05`;

type Desk = Duebook & { readonly accountId: number; readonly trouble: readonly string[] };

/** An office with floors, and a debtor with two accounts of $1,200.00 and $300.00, the first one open at its plan. */
async function atPlan(launchDuebook: LaunchDuebook): Promise<Desk> {
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
  const file = path.join(folder, 'two-accounts.csv');
  const dueOn = addDays(today, -200);
  await writeFile(
    file,
    [
      'Customer,Name,Account,Invoice,Date,Due,Amount',
      `C-1,Wilhelmina Oakes,WO-1,INV-1,${dueOn},${dueOn},1200.00`,
      `C-1,Wilhelmina Oakes,WO-2,INV-2,${dueOn},${dueOn},300.00`,
      '',
    ].join('\n'),
  );
  await page.getByRole('link', { name: 'Import' }).click();
  await app.evaluate((_electron, one) => globalThis.harness.answerDialog('openImportFile', one), file);
  await page.getByRole('button', { name: /^Choose file/ }).click();
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await page.getByRole('button', { name: 'Import 2 charges' }).click();
  await expect(page.getByText(/1 debtor · 2 charges/)).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  const policy = page.getByRole('region', { name: 'Policies' });
  await policy.getByLabel('Least payment').fill('50');
  await policy.getByLabel('Least settlement in %').fill('40');
  await policy.getByLabel('Who may go below').fill('The office manager');
  await policy.getByRole('button', { name: 'Save policy' }).click();
  await expect(policy.getByText(/^Set by/)).toBeVisible();

  const found = await call('accounts.find', { text: 'WO-1' });
  const accountId = found.ok ? found.value.hits[0]?.accountId : undefined;
  if (accountId === undefined) throw new Error('the account was not imported');
  await openPlan(page, accountId);
  return { ...duebook, accountId, trouble };
}

async function openPlan(page: Page, accountId: number): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`;
  }, accountId);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('l');
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const view = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'What to look at' }).getByText(name, { exact: true });
const ask = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'What do you want to know?' }).getByText(name, { exact: true });

async function type(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await field(page, name).blur();
}

async function seriousOn(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]);
}

/** Noon of a later day; the window, whose own clock nobody moved, is loaded anew to see it. */
async function goTo({ app, page }: Duebook, day: Day): Promise<void> {
  await app.evaluate((_electron, on) => {
    globalThis.harness.setNow(new Date(`${on}T12:00:00`).getTime());
  }, day);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('the workshop works out whatever is asked, and says the least that works', async ({ launchDuebook }) => {
  test.setTimeout(120_000);
  const { page, call, trouble } = await atPlan(launchDuebook);
  await expect(field(page, 'Number of instalments')).toBeFocused();
  await type(page, 'First instalment on', typed(firstOn));

  // How much: from so many.
  await type(page, 'Number of instalments', '7');
  await expect(field(page, 'or amount of each')).toHaveValue('171.43');
  await expect(field(page, 'Last instalment on')).toHaveValue(typed(addMonths(firstOn, 6)));
  const schedule = page.getByRole('region', { name: 'Schedule' });
  await expect(schedule.getByRole('row')).toHaveCount(9);
  await expect(schedule.getByRole('row').nth(7)).toContainText('0.00');

  // How many: typing what each can be turns the question.
  await type(page, 'or amount of each', '250');
  await expect(field(page, 'Number of instalments')).toHaveValue('5');

  // Done by a day: how much then.
  await type(page, 'Last instalment on', typed(addMonths(firstOn, 3)));
  await expect(field(page, 'or amount of each')).toHaveValue('300.00');
  await expect(field(page, 'Number of instalments')).toHaveValue('4');

  // When to begin, to be done by then with that much each.
  await ask(page, 'First day').click();
  await type(page, 'or amount of each', '400');
  await type(page, 'Last instalment on', typed(addMonths(firstOn, 6)));
  await expect(field(page, 'First instalment on')).toHaveValue(typed(addMonths(firstOn, 4)));

  // When it ends.
  await ask(page, 'Last day').click();
  await type(page, 'First instalment on', typed(firstOn));
  await expect(field(page, 'Last instalment on')).toHaveValue(typed(addMonths(firstOn, 2)));

  // What so much for so long comes to.
  await ask(page, 'Total').click();
  await type(page, 'Number of instalments', '2');
  await expect(field(page, 'Total to pay')).toHaveValue('800.00');

  // One that cannot be says why, and the least that can is one press away.
  await type(page, 'Total to pay', '1,200');
  await type(page, 'or amount of each', '1');
  await expect(page.getByText('The least that works is $2.00 each.')).toBeVisible();
  await page.getByRole('button', { name: 'Take $2.00' }).click();
  await expect(field(page, 'Number of instalments')).toHaveValue('600');
  await expect(
    page.getByText('$2.00 is below the least payment of $50.00', { exact: false }).first(),
  ).toBeVisible();

  // Offers side by side, one of them by its key.
  const offers = page.getByRole('region', { name: 'Offers side by side' }).getByRole('button');
  expect(await offers.count()).toBeGreaterThanOrEqual(3);
  await field(page, 'Number of instalments').focus();
  await page.keyboard.press('ControlOrMeta+2');
  await expect(offers.nth(1)).toHaveAttribute('aria-pressed', 'true');

  // The budget feeds the amount.
  await page.getByRole('button', { name: 'Budget…' }).click();
  await page.getByRole('button', { name: 'Usual words' }).click();
  await field(page, 'Sum of line 1').fill('2000');
  await field(page, 'Sum of line 3').fill('1850');
  await page.getByRole('button', { name: 'Save budget' }).click();
  await page.getByRole('button', { name: 'Take $150.00' }).click();
  await expect(field(page, 'Number of instalments')).toHaveValue('8');

  // Named one by one, they must add up; what is typed outlives the screen.
  await page.getByText('Down payment, larger last, named sums, weekends').click();
  await page.getByText('Each named by itself').click();
  await page.getByRole('button', { name: 'Add an instalment' }).click();
  await type(page, 'Sum of instalment 1', '1000');
  await expect(page.getByText('$200.00 is still missing.')).toBeVisible();
  await page.getByRole('button', { name: 'Add an instalment' }).click();
  await expect(page.getByText('They add up.')).toBeVisible();
  expect(await seriousOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Today' }).click();
  const found = await call('accounts.find', { text: 'WO-1' });
  if (!found.ok) throw new Error(found.error.code);
  await openPlan(page, found.value.hits[0]?.accountId ?? 0);
  await expect(field(page, 'Sum of instalment 2')).toHaveValue('200.00');
  expect(trouble).toEqual([]);
});

test('an offer is countered and accepted; the plan skips one, falls behind and catches up', async ({
  launchDuebook,
}) => {
  test.setTimeout(150_000);
  const desk = await atPlan(launchDuebook);
  const { page, call, accountId, trouble } = desk;

  // Ours over both accounts.
  await page.getByRole('checkbox', { name: /^WO-2/ }).check();
  await expect(page.getByText('$1,500.00 owed on 2 accounts together')).toBeVisible();
  await type(page, 'First instalment on', typed(firstOn));
  await type(page, 'Number of instalments', '5');
  await page.getByRole('button', { name: 'Log offer…' }).click();
  await page.getByLabel('What was said about it').fill('Wants to ask her sister');
  await page.getByRole('button', { name: 'Log offer', exact: true }).click();
  const log = page.getByRole('region', { name: 'Offers' });
  await expect(log.getByText('We offered: $1,500.00, all that was owed')).toBeVisible();

  // The debtor's counter-offer.
  await log.getByRole('button', { name: 'Counter…' }).click();
  await expect(field(page, 'Number of instalments')).toHaveValue('5');
  await type(page, 'Number of instalments', '10');
  await page.getByRole('button', { name: 'Log offer…' }).click();
  await page.getByText('The debtor countered').click();
  await page.getByRole('button', { name: 'Log offer', exact: true }).click();
  await expect(log.getByText('The debtor countered: $1,500.00, all that was owed')).toBeVisible();
  await expect(log.getByRole('listitem').filter({ hasText: 'We offered' })).toContainText('Countered');
  expect(await seriousOn(page)).toEqual([]);

  // Accepted, with what a default does said first and the papers offered after.
  await log.getByRole('button', { name: 'Accept…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('10 instalments of $150.00');
  await expect(dialog).toContainText('If it is not kept');
  await dialog.getByRole('button', { name: 'Accept and start the payment plan' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Agreement…' })).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await view(page, 'Plan').click();
  const instalments = page.getByRole('region', { name: 'Instalments' });
  await expect(instalments.getByRole('row')).toHaveCount(11);
  await expect(page.getByText('Covers WO-1')).toBeVisible();

  // Skip the first; its sum follows after the last.
  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByRole('menuitem', { name: /Skip/ }).click();
  const pairs = page.getByRole('region', { name: 'Now and after the change' });
  await expect(pairs).toContainText(dayWords(addMonths(firstOn, 10)));
  await page.getByRole('button', { name: 'Change plan' }).click();
  await expect(page.getByText('Type the reason; it is kept with the plan.')).toBeVisible();
  await page.getByLabel('Reason').fill('Car broke down');
  expect(await seriousOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change plan' }).click();
  await expect(page.getByText('The plan is changed; version 2 counts from now.')).toBeVisible();
  await expect(instalments.getByRole('row').nth(1)).toContainText(dayWords(addMonths(firstOn, 1)));

  // Two go by unpaid; they are caught up with the next one.
  await goTo(desk, addDays(addMonths(firstOn, 2), 10));
  await openPlan(page, accountId);
  await expect(page.getByText(/^2 missed/)).toBeVisible();
  await page.getByRole('button', { name: 'Catch up…' }).click();
  await expect(page.getByRole('radio', { name: 'With the next instalment' })).toBeChecked();
  await expect(pairs).toContainText('450.00');
  await page.getByLabel('Reason').fill('New work since Monday');
  await page.getByRole('button', { name: 'Change plan' }).click();
  await expect(page.getByText('The plan is changed; version 3 counts from now.')).toBeVisible();
  await expect(instalments.getByRole('row').nth(1)).toContainText('450.00');

  // Versions side by side.
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByRole('dialog')).toContainText('Car broke down');
  await expect(page.getByRole('dialog')).toContainText('New work since Monday');
  expect(await seriousOn(page)).toEqual([]);
  await page.keyboard.press('Escape');

  // It stands on the screen over the book.
  await page.getByRole('link', { name: 'Plans and promises' }).click();
  await expect(page.getByRole('region', { name: 'Payment plans' })).toContainText('Wilhelmina Oakes');
  await expect(page.getByRole('region', { name: 'Payment plans' })).toContainText('and 1 more');
  const plan = await call('plans.get', { accountId });
  expect(plan).toMatchObject({ ok: true, value: { plan: { version: 3, totalCents: 150_000 } } });
  expect(trouble).toEqual([]);
});

test('a settlement below the floor needs leave, and is kept to its end', async ({ launchDuebook }) => {
  test.setTimeout(120_000);
  const { page, call, accountId, trouble } = await atPlan(launchDuebook);
  await view(page, 'Settlement').click();
  await type(page, 'Share of the balance', '35');
  await expect(page.getByText('35 %; $780.00 forgiven')).toBeVisible();
  await expect(page.getByText('35 % of the balance is below the least of 40 %.')).toBeVisible();
  await type(page, 'To be paid by', typed(addDays(today, 10)));
  await page.getByRole('button', { name: /^Start settlement…/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('the full balance is owed again, less what was paid');
  await dialog.getByRole('button', { name: 'Start settlement' }).click();
  await expect(dialog.getByText('Type the reason; it is logged.')).toBeVisible();
  await expect(dialog.getByLabel('Why below the floor')).toBeFocused();
  await dialog.getByLabel('Why below the floor').fill('Long illness, paid by her son');
  await dialog.getByLabel('Who allowed it').fill('M. Ortega');
  expect(await seriousOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Start settlement' }).click();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText(/Settles \$1,200\.00 for \$420\.00/)).toContainText('allowed by M. Ortega');

  // Half of it changes nothing; the rest completes it and forgives what is left.
  const pay = (amountCents: number) =>
    call('ledger.recordPayment', {
      shares: [{ accountId, amountCents }],
      receivedOn: today,
      effectiveOn: today,
      method: 'cheque',
      reference: '',
      memo: '',
    });
  expect(await pay(20_000)).toMatchObject({ ok: true });
  await expect(page.getByText('$200.00 of $420.00 paid')).toBeVisible();
  expect(await pay(22_000)).toMatchObject({ ok: true });
  const balance = page.getByRole('region', { name: 'Balance', exact: true });
  await expect(balance).toContainText('$0.00');
  await expect(page.locator('[data-panel="plan"]').getByText('Nothing is owed')).toBeVisible();
  expect(await call('plans.get', { accountId })).toMatchObject({
    ok: true,
    value: { plan: { kind: 'settlement', state: 'completed' } },
  });
  await page.getByRole('link', { name: 'Plans and promises' }).click();
  await page.getByRole('combobox', { name: 'Which are shown' }).selectOption('ended');
  expect(trouble).toEqual([]);
});

test('promises are kept with who pays and how, and cancelled with a reason', async ({ launchDuebook }) => {
  test.setTimeout(120_000);
  const { page, trouble } = await atPlan(launchDuebook);
  await view(page, 'Promises').click();
  await type(page, 'Promised sum', '75');
  await type(page, 'Paid by', typed(addDays(today, 5)));
  await type(page, 'Who will pay', 'Her brother');
  await page.getByLabel('How', { exact: true }).selectOption('cheque');
  await page.getByRole('button', { name: 'Record promise' }).click();
  const list = page.getByRole('region', { name: 'Promises of this account' });
  await expect(list.getByRole('listitem')).toContainText('Her brother, Check');
  expect(await seriousOn(page)).toEqual([]);
  await list.getByRole('button', { name: /^Cancel the promise/ }).click();
  await page.getByLabel('Reason').fill('Took it back');
  await page.getByRole('button', { name: 'Cancel promise' }).click();
  await expect(list.getByRole('listitem')).toContainText('Cancelled');
  await expect(list.getByRole('listitem')).toContainText('Took it back');
  expect(trouble).toEqual([]);
});
