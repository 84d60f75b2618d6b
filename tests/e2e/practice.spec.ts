/** A practice call from its first word to its sheet, logged as training: nothing else in the book has changed. */
import { expect, test } from './fixtures.ts';

test('a practice call ends in a sheet, is logged, and writes nothing else', async ({ launchDuebook }) => {
  const { page, call, close } = await launchDuebook();
  await call('book.create', { officeName: 'Marlow & Finch', passphrase: 'seven quiet herons at noon' });
  const made = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Otis Quillfeather',
    number: 'MF-1',
    clientId: null,
    originalCreditor: '',
    debtType: 'medical',
    openedOn: '2026-01-05',
    amountCents: 25_000,
    dueOn: '2026-02-05',
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  });
  const accountId = made.ok ? made.value.accountId : 0;
  const inTheBook = async () => ({
    timeline: await call('timeline.page', { accountId, before: null, limit: 100 }),
    reminders: await call('reminders.list', { accountId: null, until: null, limit: 100 }),
    promises: await call('plans.list', {}),
    account: await call('accounts.get', { accountId }),
  });
  const before = await inTheBook();

  await page.evaluate(() => {
    window.location.hash = '#/scripts';
  });
  await page.getByRole('tab', { name: 'Practice' }).click();
  await page.getByRole('radio', { name: /Mr\. Castellan/ }).check();
  await page.getByRole('button', { name: 'Begin the practice call' }).click();
  await expect(page.getByText('nothing is written to the book')).toBeVisible();
  await expect(page.getByRole('region', { name: /Greet and ask for the person/ })).toContainText(
    'May I speak with Ana Castellan',
  );

  // He answers in his own words, and never says the debt may be spoken of.
  const hear = page.getByRole('button', { name: 'let them answer' });
  await hear.click();
  await expect(page.getByRole('list', { name: 'What was said' }).getByRole('listitem')).toHaveCount(2);
  await expect(hear).toBeDisabled();
  await page.keyboard.press('4');
  await expect(page.getByRole('heading', { name: /Somebody else is on the line/ })).toBeVisible();
  await expect(page.getByText('$520.00')).toHaveCount(0);
  await page.getByRole('button', { name: /Try again another time/ }).click();
  await page.getByRole('button', { name: 'Show the sheet' }).click();

  const sheet = page.getByRole('region', { name: 'Sheet of the practice call' });
  await expect(sheet).toContainText('Done: Somebody else was not taken for the person');
  await expect(sheet).toContainText('Missed: Nothing was said that must never be said');
  await sheet.getByRole('checkbox', { name: /said none of it/ }).check();
  await expect(sheet).toContainText('Done: Nothing was said that must never be said');
  await sheet.getByRole('button', { name: 'Log this practice' }).click();
  await expect(sheet.getByRole('button', { name: 'Logged' })).toBeDisabled();

  await page.getByRole('tab', { name: 'Training' }).click();
  await expect(
    page.getByRole('cell', { name: 'First call: Mr. Castellan answers for Ana Castellan', exact: true }),
  ).toBeVisible();
  expect(await inTheBook()).toEqual(before);
  const training = await call('training.list', { limit: 10 });
  expect(training.ok && training.value.entries.map(({ kind }) => kind)).toEqual(['practice']);
  await close();
});
