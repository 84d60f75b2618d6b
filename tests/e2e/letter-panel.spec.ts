/**
 * The letters of an account in the real window: found by typing, grouped, with why one does not fit; what the check of the wording finds beside
 * the page, and the way to put it right; a paper of figures from the same list.
 */
import { noHousePolicy } from '../../shared/domain/law.ts';
import { expect, test } from './fixtures.ts';

const wording =
  'Colorado asks us to tell you: for information about the Colorado Fair Debt Collection Practices Act, see the site of the Attorney General.';

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
    debtType: 'loan',
    openedOn: '2026-01-05',
    amountCents: 98_000,
    dueOn: '2026-02-01',
    phone: '',
    line1: '12 Oak Street',
    line2: '',
    city: 'Denver',
    region: 'CO',
    postalCode: '80202',
  });
  if (!account.ok) throw new Error(account.error.code);
  const { accountId } = account.value;
  await call('law.setProfile', { role: 'third_party_collector', state: null, house: noHousePolicy });
  await call('law.setLicence', { state: 'CO', kind: 'licence', number: '10442', basis: '', renewsOn: null });
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
    await list.pressSequentially(words, { delay: 30 });
    await expect(page.locator('[role="option"][data-combobox-selected]')).toBeVisible();
    await page.keyboard.press('Enter');
  };
  await find('missed');
  await expect(page.getByText('This letter does not fit the account now')).toBeVisible();
  await expect(page.getByText('No payment of a plan was missed.')).toBeVisible();

  await find('past due notice');
  await expect(list).toHaveValue('Past due notice');
  const findings = page.getByRole('region', { name: /stops this letter/ });
  await expect(findings).toContainText('its wording was not found');
  await expect(page.getByRole('button', { name: 'Print…' })).toBeDisabled();

  await findings.getByRole('button', { name: 'Enter counsel’s wording…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Counsel’s wording' });
  await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await dialog.getByLabel('Approved by').fill('Lena Voss, counsel');
  await dialog.getByRole('button', { name: 'Keep this wording' }).click();
  await expect(dialog.getByText('Only wording a lawyer approved may be kept.')).toBeVisible();
  await dialog.getByRole('checkbox').check();
  // A second press within the third of a second of a double click is one wish with the first.
  await page.waitForTimeout(500);
  await dialog.getByRole('button', { name: 'Keep this wording' }).click();
  await expect(dialog).toBeHidden();

  // The letter carries it from now on, and goes.
  await expect(page.getByRole('region', { name: 'Past due notice to Rosa Delgado' })).toContainText(
    'Colorado asks us to tell you',
  );
  await page.getByRole('button', { name: 'Print…' }).click();
  await expect(page.getByText('Printed, and kept in the book.')).toBeVisible();
  expect(await app.evaluate(() => globalThis.harness.printed.length)).toBe(1);

  await page.getByRole('button', { name: 'Mailed…' }).click();
  await page
    .getByRole('dialog', { name: 'Enter as mailed' })
    .getByRole('button', { name: 'Enter as mailed' })
    .click();
  await expect(page.getByText('Printed, kept and entered as mailed.')).toBeVisible();

  await list.fill('payoff');
  await page.getByRole('option', { name: /^Payoff quote…/ }).click();
  await expect(page.getByRole('dialog', { name: 'Payoff quote' })).toBeVisible();
});
