/** The queue of Today in the real window: worked by keyboard alone, over a restart, until nothing is left without a plan. */
import type { Page } from '@playwright/test';
import { addDays, dayOfInstant } from '../../shared/domain/days.ts';
import { type Duebook, expect, test } from './fixtures.ts';

const passphrase = 'seven calm herons wait for rain';
const today = dayOfInstant(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
const day = 86_400_000;

async function account({ call }: Duebook, debtorName: string, amountCents: number): Promise<number> {
  const made = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName,
    number: '',
    clientId: null,
    originalCreditor: '',
    debtType: 'retail',
    openedOn: '2026-01-05',
    amountCents,
    dueOn: '2026-02-05',
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  });
  return made.ok ? made.value.accountId : 0;
}

async function openBook({ call }: Duebook): Promise<void> {
  const state = await call('book.state', {});
  const bookId = state.ok && state.value.state === 'closed' ? (state.value.books[0]?.bookId ?? '') : '';
  await call('book.open', { bookId, passphrase });
}

const bar = (page: Page) => page.getByRole('region', { name: 'In work' });

test('a promise that was broken comes up the next morning, with why, and can be put off', async ({
  launchDuebook,
}) => {
  const duebook = await launchDuebook();
  const { app, page, call } = duebook;
  await call('book.create', { officeName: 'Marlow & Finch Receivables', passphrase });
  const accountId = await account(duebook, 'Otis Quillfeather', 80_000);
  await call('promises.record', { accountId, amountCents: 60_000, dueOn: today });
  const row = page.getByRole('list', { name: 'To do' }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Promise due');

  // Its grace is over: the morning after.
  await app.evaluate((_electron, later) => {
    globalThis.harness.setNow(globalThis.harness.now() + later);
    globalThis.harness.power('resume');
  }, 4 * day);
  await page.reload();
  await openBook(duebook);
  await expect(row).toContainText('Broken promise');
  await expect(row).toContainText('Promised $600.00, nothing came');
  await page.locator('[data-today-row]').first().focus();
  await page.keyboard.press('?');
  const why = page.getByRole('table', { name: 'Why it stands here' });
  await expect(why).toContainText('Late by 4 days');
  const points = await why.locator('tbody td').allTextContents();
  const sum = points.reduce((whole, text) => whole + Number(text.replace('−', '-')), 0);
  await expect(why.locator('tfoot td')).toHaveText(String(sum));
});

test('a day of twenty accounts by keyboard alone, over a restart, with nobody left without a plan', async ({
  launchDuebook,
  userData,
}) => {
  test.setTimeout(120_000);
  let duebook = await launchDuebook({ userData });
  await duebook.call('book.create', { officeName: 'Marlow & Finch Receivables', passphrase });
  for (let number = 1; number <= 20; number += 1) {
    const accountId = await account(duebook, `Debtor ${String.fromCharCode(64 + number)}`, number * 10_000);
    // Three were forgotten: nothing is planned for them.
    if (number > 3)
      await duebook.call('accounts.setNextStep', { accountId, nextStep: 'Call', nextStepOn: today });
  }
  let { page } = duebook;
  await expect(page.getByText('20 to do')).toBeVisible();
  await expect(page.locator('[data-today-row]').first()).toBeFocused();
  await page.keyboard.press('Enter');

  const heading = () => page.getByRole('heading', { level: 1 }).innerText();
  /** Finishes the account in hand with a step in a week, and waits for the next one. */
  const finish = async () => {
    const name = await heading();
    await page.keyboard.press('x');
    await page.getByRole('dialog', { name: /What comes next/ }).waitFor();
    await page.keyboard.press('Alt+3');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(name);
  };
  await expect(bar(page)).toContainText('1 of 20');
  await expect(bar(page)).toContainText('Next step');
  for (let count = 0; count < 5; count += 1) await finish();
  await expect(bar(page)).toContainText('6 of 20');

  // Skipped with a word; without one it is not.
  const skipped = await heading();
  await page.keyboard.press('k');
  const skip = page.getByRole('dialog', { name: `Skip ${skipped}` });
  await expect(skip.getByLabel('Why')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(skip.getByText('A word is enough')).toBeVisible();
  await page.keyboard.type('Line busy');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('7 of 20');

  // Snoozed.
  const snoozed = await heading();
  await page.keyboard.press('z');
  await page.keyboard.type('At lunch');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('8 of 20');

  // The program ends in the middle of it, and goes on with the same account.
  const inHand = await heading();
  await duebook.close();
  duebook = await launchDuebook({ userData });
  page = duebook.page;
  await openBook(duebook);
  await expect(page.getByRole('heading', { name: inHand, level: 1 })).toBeVisible();
  await expect(bar(page)).toContainText('8 of 20');

  // Escape leads back to the queue, the place kept; nothing that was dealt with is there again.
  await page.keyboard.press('Escape');
  await expect(page.getByText('13 to do')).toBeVisible();
  for (const gone of [skipped, snoozed])
    await expect(page.getByRole('list', { name: 'To do' })).not.toContainText(gone);
  await expect(page.locator('[data-today-row]').filter({ hasText: inHand })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: inHand, level: 1 })).toBeVisible();

  for (let count = 0; count < 12; count += 1) await finish();
  await page.keyboard.press('x');
  await page.getByRole('dialog', { name: /What comes next/ }).waitFor();
  await page.keyboard.press('Alt+1');
  await expect(page.getByText('Everything for today is done')).toBeVisible();
  const orphans = await duebook.call('desk.orphans', {});
  expect(orphans).toMatchObject({ ok: true, value: { count: 0 } });

  // What was dealt with stands there and can be brought back.
  await page.getByRole('button', { name: /Dealt with today/ }).click();
  const dealt = page.getByRole('list', { name: 'Dealt with today' });
  await expect(dealt.getByRole('listitem').filter({ hasText: 'Line busy' })).toContainText(skipped);
  await dealt.getByRole('button', { name: `Bring back: ${skipped} Next step` }).click();
  await expect(page.getByText('1 to do')).toBeVisible();

  const steps = await duebook.call('accounts.list', {
    filter: {},
    sort: 'nextStep',
    descending: false,
    after: null,
    limit: 50,
  });
  const days = steps.ok ? steps.value.rows.map(({ nextStepOn }) => nextStepOn) : [];
  expect(days.every((on) => on !== null && on <= addDays(today, 10))).toBe(true);
});

test('leaving an account without a plan asks once what comes next', async ({ launchDuebook }) => {
  const duebook = await launchDuebook();
  const { page, call } = duebook;
  await call('book.create', { officeName: 'Marlow & Finch Receivables', passphrase });
  await account(duebook, 'Ines Tallow', 20_000);
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.locator('.ag-row').first().dblclick();
  const heading = page.getByRole('heading', { name: 'Ines Tallow', level: 1 });
  await heading.waitFor();
  const next = page.getByRole('dialog', { name: 'What comes next for Ines Tallow?' });
  await page.keyboard.press('Escape');
  await next.getByRole('button', { name: 'Leave it without' }).click();
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible();
  await page.locator('.ag-row').first().dblclick();
  await heading.waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible();
  await expect(next).toHaveCount(0);

  // It stands among those without a next step; all of them are planned at once.
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('button', { name: /Accounts without a next step 1/ }).click();
  await page.getByRole('button', { name: 'Plan all 1…' }).click();
  await page.getByRole('button', { name: 'Plan 1 account' }).click();
  await expect(page.getByText('Every open account has its next step')).toBeVisible();
});
