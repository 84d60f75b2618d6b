/**
 * The letters of an account in the real window: found by typing, grouped, with why one does not fit; what the check of the wording finds beside
 * the page, and the way to put it right; a paper of figures from the same list.
 */
import { expect, test } from './fixtures.ts';

const wording =
  'Vermont asks us to tell you: this debt is too old to sue on. Nobody will sue you for it, and you need not pay it.';

test('a letter is chosen by keys, stopped for its wording, put right and let through', async ({
  launchDuebook,
}) => {
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
    originalCreditor: 'Seacoast Family Dental',
    debtType: 'medical',
    openedOn: '2015-01-05',
    amountCents: 98_000,
    dueOn: '2015-02-01',
    phone: '',
    line1: '12 Oak Street',
    line2: '',
    city: 'Burlington',
    region: 'VT',
    postalCode: '05401',
  });
  if (!account.ok) throw new Error(account.error.code);
  const { accountId } = account.value;
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`;
  }, accountId);
  await expect(page.getByRole('heading', { name: 'Rosa Delgado' })).toBeFocused();

  // By keys alone: the tab, the list, a few letters of the name, Enter.
  await page.keyboard.press('t');
  const list = page.getByRole('combobox', { name: 'Letter', exact: true });
  await expect(list).toBeFocused();
  const find = async (words: string) => {
    await list.clear();
    await list.pressSequentially(words);
    await expect(page.locator('[role="option"][data-combobox-selected]')).toBeVisible();
    await page.keyboard.press('Enter');
  };
  await find('broken');
  await expect(page.getByText('This letter does not fit the account now')).toBeVisible();
  await expect(page.getByText('No payment of a plan was missed.')).toBeVisible();

  await find('past due notice');
  await expect(list).toHaveValue('Past due notice');
  const findings = page.getByRole('region', { name: /stops this letter/ });
  await expect(findings).toContainText('whose wording was not found');
  await expect(page.getByRole('button', { name: 'Print…' })).toBeDisabled();

  await findings.getByRole('button', { name: 'Enter counsel’s wording…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Counsel’s wording' });
  await dialog.getByLabel('Wording').fill(wording);
  await dialog.getByLabel('Approved by').fill('Lena Voss, counsel');
  await dialog.getByRole('button', { name: 'Keep this wording' }).click();
  await expect(dialog.getByText('Only wording a lawyer approved may be kept.')).toBeVisible();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Keep this wording' }).click();
  await expect(dialog).toBeHidden();

  // The letter carries it from now on, and goes.
  await expect(page.getByRole('region', { name: 'Past due notice to Rosa Delgado' })).toContainText(
    'Vermont asks us to tell you',
  );
  await page.getByRole('button', { name: 'Print…' }).click();
  await expect(page.getByText('Printed, and kept in the book.')).toBeVisible();
  expect(await app.evaluate(() => globalThis.harness.printed.length)).toBe(1);

  await page.getByRole('button', { name: 'Mailed…' }).click();
  await page.getByRole('dialog', { name: 'Mailed' }).getByRole('button', { name: 'Enter it' }).click();
  await expect(page.getByText('Printed, kept and entered as mailed.')).toBeVisible();

  await list.fill('payoff');
  await page.getByRole('option', { name: /^Payoff quote…/ }).click();
  await expect(page.getByRole('dialog', { name: 'Payoff quote' })).toBeVisible();
});
