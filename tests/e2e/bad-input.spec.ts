/**
 * What people get wrong, in the real window: each thing is answered by one sentence that says what to do, nothing
 * is lost or half-written, and the focus stays where the correction is made. Rules with many cases are tested
 * below the window; here is what only the window can get wrong. Full disks are in tests/faults, broken backups in
 * vault.spec.ts.
 */
import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Duebook, expect, type LaunchDuebook, test } from './fixtures.ts';

const passphrase = 'seven slow herons count the tide';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-bad-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function withBook(launchDuebook: LaunchDuebook): Promise<Duebook & { readonly trouble: string[] }> {
  const duebook = await launchDuebook();
  const trouble: string[] = [];
  duebook.page.on('pageerror', (error) => trouble.push(error.message));
  duebook.page.on('console', (line) => {
    if (line.type() === 'error') trouble.push(line.text());
  });
  const made = await duebook.call('book.create', { officeName: 'Harbor Lane Recovery', passphrase });
  if (!made.ok) throw new Error(made.error.code);
  await duebook.call('book.confirmRecovery', { code: made.value.recoveryCode });
  return { ...duebook, trouble };
}

async function addAccount({ call, page }: Duebook, debtorName: string): Promise<number> {
  const account = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName,
    number: '1042',
    clientId: null,
    originalCreditor: '',
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
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`;
  }, account.value.accountId);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  return account.value.accountId;
}

async function balanceOf({ call }: Duebook, accountId: number): Promise<number> {
  const account = await call('accounts.get', { accountId });
  return account.ok ? account.value.balance.balanceCents : Number.NaN;
}

const rowsOf = (count: number) =>
  `Name,Account,Amount,Due\n${Array.from({ length: count }, (_, at) => `Person ${at} Lee,${at},10.00,01/02/2026`).join('\n')}\n`;

test('files that are no table are refused in a sentence, and the next one is taken', async ({
  launchDuebook,
}) => {
  const duebook = await withBook(launchDuebook);
  const { app, page, call, trouble } = duebook;
  await page.getByRole('link', { name: 'Import' }).click();
  const choose = async (name: string, content: string | Buffer | null) => {
    const file = path.join(folder, name);
    if (content !== null) await writeFile(file, content);
    await app.evaluate((_electron, one) => globalThis.harness.answerDialog('openImportFile', one), file);
    await page
      .getByRole('button', { name: /^Choose (file|another)/ })
      .first()
      .click();
  };
  const columns = Array.from({ length: 260 }, (_, at) => `c${at}`).join(',');
  const refused: readonly [name: string, content: string | Buffer | null, says: RegExp][] = [
    ['empty.csv', '', /^The file is empty\..*Check that you saved/],
    ['letter.csv', '%PDF-1.7\n1 0 obj\n', /it looks like a PDF document.*save it as CSV/],
    ['wide.csv', `${columns}\n${columns}\n`, /^The file has 260 columns; at most 200.*Check the separator/],
    ['open.csv', 'Name,Amount\nAnn,1\n"Bob,2\nCy,3\n', /opens in line 3 is never closed.*Correct that line/],
    ['gone.csv', null, /not there any more.*Choose the file again/],
  ];
  for (const [name, content, says] of refused) {
    await choose(name, content);
    await expect(page.getByRole('alert')).toHaveText(says);
  }
  await choose(
    'latin.csv',
    Buffer.from('Name,Account,Amount,Due\nJosé Núñez,1,10.00,13/02/2026\n', 'latin1'),
  );
  await expect(page.getByText('José Núñez')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await call('accounts.count', { filter: {} })).toMatchObject({ value: { count: 0 } });
  expect(trouble).toEqual([]);
});

test('a lock in the middle of an import writes nothing and says so', async ({ launchDuebook }) => {
  const duebook = await withBook(launchDuebook);
  const { app, page, call } = duebook;
  const file = path.join(folder, 'long.csv');
  await writeFile(file, rowsOf(60_000));
  await page.getByRole('link', { name: 'Import' }).click();
  await app.evaluate((_electron, one) => globalThis.harness.answerDialog('openImportFile', one), file);
  await page.getByRole('button', { name: /^Choose file/ }).click();
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await page.getByRole('button', { name: 'Import 60,000 charges' }).click({ timeout: 30_000 });
  await expect(page.getByRole('progressbar', { name: 'Importing' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+l');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing of this file is in the book.')).toBeVisible();
  expect(await call('accounts.count', { filter: {} })).toMatchObject({ value: { count: 0 } });
});

test('sums and days that cannot be are refused at their field, which has the focus', async ({
  launchDuebook,
}) => {
  const duebook = await withBook(launchDuebook);
  const { page, trouble } = duebook;
  const accountId = await addAccount(duebook, '<script>alert(1)</script> {{7*7}}');
  await page.keyboard.press('p');
  const amount = page.getByRole('textbox', { name: 'Amount', exact: true });
  const received = page.getByRole('textbox', { name: 'Received on' });
  const refusals = page.locator('.mantine-InputWrapper-error:visible');
  const tooLarge = 'This sum is too large for the book.';
  for (const [typed, says] of [
    ['0', 'at least one cent'],
    ['-5', 'at least one cent'],
    ['1e9', 'is not a sum of money'],
    ['90000000000000', tooLarge],
  ] as const) {
    await amount.fill(typed);
    await page.waitForTimeout(360);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(refusals).toContainText(says);
    await expect(amount).toBeFocused();
  }
  await amount.fill('10');
  await page.getByLabel('Check or receipt number').fill('4111 1111 1111 1111');
  await page.waitForTimeout(360);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(refusals).toContainText('full card number');
  await page.getByLabel('Check or receipt number').fill('');
  await received.fill('31/02');
  await amount.focus();
  await page.waitForTimeout(360);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(refusals).toContainText('“31/02” is not a day');
  await expect(received).toBeFocused();
  expect(await balanceOf(duebook, accountId)).toBe(98_000);

  await page.keyboard.press('Alt+l');
  const count = page.getByRole('textbox', { name: 'Number of instalments' });
  for (const typed of ['0', '700', '1.5']) {
    await count.fill(typed);
    await page.waitForTimeout(360);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(refusals.last()).toContainText('1 to 600');
    await expect(count).toBeFocused();
  }

  // A callback in the past is refused before the call is recorded.
  await page.keyboard.press('Alt+c');
  await page.getByRole('radio', { name: /called back/ }).check({ force: true });
  await page.getByRole('textbox', { name: 'Call back on' }).fill('today');
  await page.getByRole('textbox', { name: 'At', exact: true }).locator('visible=true').fill('12:00am');
  await page.waitForTimeout(360);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(refusals.last()).toContainText('already passed');
  await expect(page.getByRole('region', { name: 'Timeline' }).getByText('Asked to be called')).toHaveCount(0);

  // A name is text wherever it stands, and a letter needs an address.
  await page.keyboard.press('Alt+t');
  await expect(page.locator('[data-fault="letter.no_address"]')).toContainText(
    '<script>alert(1)</script> {{7*7}}',
  );
  expect(trouble).toEqual([]);
});

test('a double press saves once and earns no refusal', async ({ launchDuebook }) => {
  const duebook = await withBook(launchDuebook);
  const { page } = duebook;
  const accountId = await addAccount(duebook, 'Rosa Delgado');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const alerts = page.locator('.mantine-InputWrapper-error:visible');

  await page.keyboard.press('p');
  await page.keyboard.type('20');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Payment of $20.00 recorded.')).toHaveCount(1);
  // A person needs longer for the next payment than a second press of the last one is dropped for.
  await page.waitForTimeout(500);
  await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('30');
  await page.getByRole('button', { name: /^Record \$30/ }).dblclick();
  await expect(page.getByText('Payment of $30.00 recorded.')).toHaveCount(1);
  await expect(alerts).toHaveCount(0);
  expect(await balanceOf(duebook, accountId)).toBe(93_000);

  await page.getByRole('tab', { name: /^Note/ }).click();
  await page.getByLabel('Note', { exact: true }).fill('Said once.');
  await page.getByRole('button', { name: /^Save note/ }).dblclick();
  await expect(timeline.getByText('Said once.')).toHaveCount(1);
  await expect(alerts).toHaveCount(0);

  await timeline.getByRole('button', { name: 'More for payment of $30.00' }).click();
  await page.getByRole('menuitem', { name: /Take back/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Entered by mistake' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).dblclick();
  await expect(page.getByText('Taken back. Balance $960.00.')).toHaveCount(1);
  expect(await balanceOf(duebook, accountId)).toBe(96_000);
});

test('the focus is never lost when a dialog, a menu or a drawer closes', async ({ launchDuebook }) => {
  const duebook = await withBook(launchDuebook);
  const { page } = duebook;
  await addAccount(duebook, `Person with a long name ${'x'.repeat(170)}`);
  const focusIsSomewhere = () => page.evaluate(() => document.activeElement !== document.body);
  const name = page.getByRole('heading', { level: 1 });

  await page.getByRole('button', { name: 'Rename' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Rename' })).toBeFocused();
  await page.getByRole('button', { name: 'Add phone' }).press('Enter');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('“12” is not a phone number');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Number' }).fill('(512) 555-0144');
  await page.waitForTimeout(360);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add phone' })).toBeFocused();
  await page.getByRole('button', { name: 'Mark (512) 555-0144' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Do not call' }).press('Enter');
  await expect.poll(focusIsSomewhere).toBe(true);

  // Nobody may call it by adding it once more.
  await page.getByRole('button', { name: 'Add phone' }).press('Enter');
  await page.keyboard.type('512 555 0144');
  await page.keyboard.press('Enter');
  await expect(page.getByText('stays marked “do not call”')).toBeVisible();

  // Escape closes the drawer, not the account.
  await page.getByRole('button', { name: 'Charges' }).press('Enter');
  await page.getByRole('button', { name: /Add a charge/ }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Amount' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(name).toBeVisible();
  await expect.poll(focusIsSomewhere).toBe(true);
});

test('a passphrase beyond measure and a damaged book are answered in words', async ({
  launchDuebook,
  userData,
}) => {
  let duebook = await launchDuebook();
  let page: Page = duebook.page;
  await page.getByRole('button', { name: 'Make a new book' }).click();
  await page.getByLabel('Name of the office').fill('Harbor Lane Recovery');
  await page.getByLabel('Passphrase', { exact: true }).fill('x y z '.repeat(1700));
  await page.getByRole('button', { name: 'Make the book' }).click();
  await expect(page.getByText('Use at most 1,024 characters.')).toBeVisible();
  expect(await duebook.call('book.state', {})).toMatchObject({ value: { state: 'closed', books: [] } });
  await duebook.call('book.create', { officeName: 'Harbor Lane Recovery', passphrase });
  await duebook.close();

  const books = path.join(userData, 'books');
  const [book] = (await readdir(books)).filter((one) => !one.startsWith('.'));
  const file = await open(path.join(books, book ?? '', 'book.db'), 'r+');
  await file.write(Buffer.alloc(4096, 7), 0, 4096, 0);
  await file.close();

  duebook = await launchDuebook();
  page = duebook.page;
  const field = page.getByLabel('Passphrase', { exact: true });
  await field.fill('x'.repeat(10_000));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('could not be opened with this passphrase');
  await expect(field).toBeFocused();
  await field.fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(/damaged/);
  expect(await duebook.call('book.state', {})).toMatchObject({ value: { state: 'closed' } });
});
