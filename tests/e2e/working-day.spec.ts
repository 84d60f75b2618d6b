/**
 * One working day in the real window, as the issue tells it: a new book, an import, the list, an account with a
 * note, a call, a payment, a plan and a reminder, the reminder coming due, a letter, and the next morning, when
 * everything is where it was, the half-typed note included.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addDays } from '../../shared/domain/days.ts';
import { type Duebook, expect, test } from './fixtures.ts';

const passphrase = 'seven slow herons count the tide';
const fixture = path.join(import.meta.dirname, '../fixtures/import/receivables.csv');

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-day-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function makeBook({ page, app }: Duebook): Promise<void> {
  await page.getByRole('button', { name: 'Make a new book' }).click();
  await page.getByLabel('Name of the office').fill('Harbor Lane Recovery');
  await page.getByRole('radio', { name: /in its own name/ }).check();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase once more').fill(passphrase);
  await page.getByRole('button', { name: 'Make the book' }).click();
  const groups = page
    .getByRole('list', { name: 'Recovery code, eight groups of four' })
    .getByRole('listitem');
  await expect(groups).toHaveCount(8);
  const code = (await groups.allTextContents()).join('-');
  await page.getByRole('button', { name: 'Print the sheet' }).click();
  await page.getByRole('button', { name: 'Type it back from the sheet' }).click();
  await page.getByLabel('Code on the sheet').fill(code);
  await page.getByRole('button', { name: 'Test the sheet' }).click();
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await expect.poll(() => app.evaluate(() => globalThis.harness.printed.length)).toBe(1);
}

async function importFixture({ page, app }: Duebook): Promise<void> {
  await page.getByRole('link', { name: 'Import' }).click();
  await app.evaluate((_electron, file) => globalThis.harness.answerDialog('openImportFile', file), fixture);
  await page.getByRole('button', { name: /Choose file/ }).click();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('File total')).toBeVisible();
  await page.getByRole('button', { name: /^Import 260/ }).click();
  await expect(page.getByText('20 debtors · 260 charges · $33,664.68')).toBeVisible();
}

/** The balance as the account shows it. */
function balanceOn(page: Page) {
  return page.getByRole('region', { name: 'Balance', exact: true });
}

test('a working day from the first start to the next morning', async ({ launchDuebook, userData }) => {
  test.setTimeout(180_000);
  let duebook = await launchDuebook({ userData });
  await makeBook(duebook);
  await importFixture(duebook);
  let { page, app } = duebook;

  // The list: search as you type, then in by keyboard.
  await page.getByRole('link', { name: 'Accounts' }).click();
  await expect(page.getByText('20 accounts')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('fenw');
  const rows = page.locator('.ag-row');
  await expect(rows).toHaveCount(1);
  const name = 'Farid Fenwick';
  await expect(rows.first()).toContainText(name);
  // Enter goes from the search into the list, and again into the account.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

  // A note.
  await page.keyboard.press('n');
  await page.getByLabel('Note', { exact: true }).fill('Asked for the statement to be mailed again.');
  await page.keyboard.press('ControlOrMeta+Enter');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('Asked for the statement to be mailed again.')).toBeVisible();

  // A call with its outcome and a promise.
  await page.getByRole('tab', { name: /Call/ }).click();
  await page.getByRole('button', { name: 'Start call' }).click();
  await expect.poll(() => app.evaluate(() => globalThis.harness.dialled.length)).toBe(1);
  await page.getByLabel('What was said').fill('Will pay twenty dollars on Friday.');
  await page.getByRole('radio', { name: /Promised to pay/ }).check({ force: true });
  await page.getByLabel('Promised amount').fill('20');
  await page
    .getByRole('textbox', { name: 'To be paid by' })
    .fill(addDays(new Date().toISOString().slice(0, 10), 7));
  await page.getByRole('button', { name: /Save call/ }).click();
  await expect(timeline.getByText('Will pay twenty dollars on Friday.')).toBeVisible();
  await expect(timeline.getByText('$20.00').first()).toBeVisible();

  // A payment moves the balance; undo moves it back; it is recorded again.
  const before = await balanceOn(page).innerText();
  await page.getByRole('tab', { name: /Payment/ }).click();
  await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('20');
  await page.getByRole('button', { name: /Record \$20\.00/ }).click();
  await expect(balanceOn(page)).not.toHaveText(before);
  await expect(timeline.getByText(/Payment/).first()).toBeVisible();

  // A plan, from a number of instalments to a schedule.
  await page.getByRole('tab', { name: /Plan/ }).click();
  await page.getByRole('textbox', { name: 'Number of instalments' }).fill('6');
  await expect(page.getByRole('region', { name: 'Schedule' }).getByRole('row')).toHaveCount(8);
  await page.getByRole('button', { name: /Start plan/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start plan' }).click();
  // Its papers are offered; they can wait.
  await page.getByRole('dialog').getByRole('button', { name: 'Later' }).click();
  await expect(page.getByRole('region', { name: 'Instalments' })).toBeVisible();

  // A reminder that comes due while the program is open.
  await page.getByRole('tab', { name: /Reminder/ }).click();
  await page.getByLabel('Remind me to').fill('Check that the cheque came');
  await page.getByRole('button', { name: 'In 1 hour' }).click();
  await page.getByRole('button', { name: /Set reminder/ }).click();
  await expect(
    page.getByRole('region', { name: 'Open reminders' }).getByText('Check that the cheque came'),
  ).toBeVisible();
  await app.evaluate(() => {
    globalThis.harness.setNow(globalThis.harness.now() + 66 * 60_000);
    globalThis.harness.power('resume');
  });
  await expect.poll(() => app.evaluate(() => globalThis.harness.notices.length)).toBe(1);
  const notice = await app.evaluate(() => globalThis.harness.notices[0]);
  expect(`${notice?.title} ${notice?.body}`).not.toContain(name.split(' ')[0]);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText('Check that the cheque came').first()).toBeVisible();

  // A demand letter, saved, and its exact copy kept.
  await page.getByText('Check that the cheque came').first().click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await page.getByRole('tab', { name: /Letter/ }).click();
  await expect(page.getByText('Page 1 of 1', { exact: true })).toBeVisible();
  const saved = path.join(folder, 'letter.pdf');
  await app.evaluate((_electron, file) => globalThis.harness.answerDialog('savePdf', file), saved);
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(page.getByText('Kept in the book.')).toBeVisible();
  expect((await readFile(saved)).subarray(0, 5).toString()).toBe('%PDF-');

  // A note is half-typed when the program is closed.
  await page.getByRole('tab', { name: /Note/ }).click();
  await page.getByLabel('Note', { exact: true }).fill('Half a thought about the');
  const balance = await balanceOn(page).innerText();
  await duebook.close();

  // The next morning.
  duebook = await launchDuebook({ userData });
  ({ page, app } = duebook);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Half a thought about the');
  await expect(balanceOn(page)).toHaveText(balance.replaceAll('\n', ''));
  await page.getByRole('link', { name: 'Accounts' }).click();
  await expect(page.getByRole('textbox', { name: 'Search accounts' })).toHaveValue('fenw');

  // A crash now: whatever the app and Chromium wrote, no name or note of the book lies in it in plain.
  app.process().kill('SIGKILL');
  await app.waitForEvent('close').catch(() => undefined);
  expect(
    await plainTextIn(userData, ['Fenwick', 'Half a thought', 'statement to be mailed', 'Priya Pemberton']),
  ).toEqual([]);
});

/** Which of the words stand in plain in a file below a folder, as UTF-8 or UTF-16. */
async function plainTextIn(root: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    for (const word of words) {
      if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))
        found.push(`${word} in ${entry.name}`);
    }
  }
  return found;
}
