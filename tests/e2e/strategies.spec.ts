/**
 * A strategy from a model to the next morning: previewed, turned on with the letters spread, a letter printed, a call that stands in
 * Today, a payment that ends it.
 */
import { expect, test } from './fixtures.ts';

const passphrase = 'seven quiet herons at noon';
const dayMs = 86_400_000;

test('a strategy from its model to the next morning', async ({ launchDuebook }) => {
  const { app, page, call } = await launchDuebook();
  await call('book.create', { officeName: 'Marlow & Finch Receivables', passphrase });
  // Noon of a Wednesday in Chicago, whatever the hour of the machine.
  await app.evaluate(() => {
    globalThis.harness.setZone('America/Chicago');
    globalThis.harness.setNow(Date.UTC(2027, 2, 10, 18, 0));
  });
  const people = ['Otis Quillfeather', 'Petra Lindqvist', 'Samir Haddad'];
  for (const [index, debtorName] of people.entries()) {
    const made = await call('accounts.create', {
      debtorKind: 'consumer',
      debtorName,
      number: `MF-${index + 1}`,
      clientId: null,
      originalCreditor: '',
      debtType: 'retail',
      openedOn: '2026-11-05',
      amountCents: 5_000,
      dueOn: '2026-12-05',
      phone: '(312) 555-0101',
      line1: '14 Harbor Lane',
      line2: '',
      city: 'Chicago',
      region: 'IL',
      postalCode: '60601',
    });
    expect(made.ok).toBe(true);
  }

  await page.keyboard.press('Alt+7');
  await page.getByRole('button', { name: 'New strategy…' }).first().click();
  await page.getByRole('button', { name: /^Small balances/ }).click();
  await expect(page.getByLabel('Name', { exact: false }).first()).toHaveValue('Small balances');
  // The second letter becomes a call on the next day.
  await page.getByRole('button', { name: /After 30 days: letter/ }).click();
  const fields = page.locator('[data-step="1"]');
  await fields.getByLabel('Step', { exact: true }).selectOption('call');
  await fields.getByLabel('After').fill('1');
  await expect(page.getByRole('button', { name: /^After 1 day: call/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save and preview…' }).click();

  const dialog = page.getByRole('dialog', { name: 'Turn on “Small balances”' });
  await expect(dialog.getByText('These 3 accounts would enter today, with $150.00 owed.')).toBeVisible();
  await expect(dialog.getByRole('cell', { name: 'Samir Haddad' })).toBeVisible();
  await dialog.getByLabel('Letters a day').fill('2');
  await dialog.getByRole('button', { name: 'Turn on', exact: true }).click();
  await expect(page.getByText('“Small balances” is on. 3 accounts entered.')).toBeVisible();

  // Two letters today, the third is not lost.
  const waiting = async () => {
    const answer = await call('letters.waiting', { after: null, limit: 50 });
    return answer.ok ? answer.value.letters.map(({ debtorName, state }) => `${debtorName}: ${state}`) : [];
  };
  await expect.poll(waiting).toEqual(['Otis Quillfeather: ready', 'Petra Lindqvist: ready']);
  await page.keyboard.press('Alt+4');
  await expect(page.getByText('2 letters for 2 accounts: 2 may go, 0 held back')).toBeVisible();
  await page.getByRole('button', { name: 'Prepare a run…' }).click();
  await page.getByRole('checkbox', { name: 'Letter to Petra Lindqvist' }).uncheck();
  await page.getByRole('button', { name: 'Make 1 letter' }).click();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await page.getByRole('button', { name: 'All came out well' }).click();
  await expect(page.getByText('1 letter was printed and counts as sent.')).toBeVisible();
  // The cover sheet and the letter, as one document.
  expect(await app.evaluate(() => globalThis.harness.printed.length)).toBe(1);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(
    page.getByRole('button', { name: 'Print again… the letter to Otis Quillfeather' }),
  ).toBeVisible();

  // A payment ends it for Petra the same moment: her letter is not sent.
  const found = await call('accounts.find', { text: 'Lindqvist' });
  const petra = found.ok ? (found.value.hits[0]?.accountId ?? 0) : 0;
  const paid = await call('ledger.recordPayment', {
    shares: [{ accountId: petra, amountCents: 1_000 }],
    receivedOn: '2027-03-10',
    method: 'cheque',
    reference: '',
    memo: '',
  });
  expect(paid).toMatchObject({ ok: true });
  await expect.poll(waiting).toEqual([]);
  await expect(page.getByText('Left out: A payment came')).toBeVisible();

  // The next morning: the third letter, and the call to Otis stands in Today.
  await app.evaluate((_electron, ms) => {
    globalThis.harness.setNow(globalThis.harness.now() + ms);
    globalThis.harness.power('resume');
  }, dayMs);
  await expect.poll(waiting).toEqual(['Samir Haddad: ready']);
  const otis = await call('accounts.find', { text: 'Quillfeather' });
  const otisId = otis.ok ? (otis.value.hits[0]?.accountId ?? 0) : 0;
  await expect
    .poll(async () => {
      const answer = await call('strategies.ofAccount', { accountId: otisId });
      return answer.ok ? answer.value.standing : null;
    })
    .toMatchObject({ step: 1, dueOn: '2027-03-11', stuck: null });
  await page.keyboard.press('Alt+1');
  await expect(page.getByText(/\(Small balances, step 2\)/)).toBeVisible();

  // The account says where it stands.
  await page.evaluate((accountId) => {
    window.location.hash = `#/accounts/${accountId}`;
  }, otisId);
  await expect(page.getByText(/Step 2 of 3: call/)).toBeVisible();
  await page.getByRole('region', { name: 'Strategy' }).getByRole('button', { name: 'Leave…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Pays at the counter on Friday');
  await page.getByRole('dialog').getByRole('button', { name: 'Leave it', exact: true }).click();
  await expect(page.getByText(/Step 2 of 3: call/)).toHaveCount(0);
});
