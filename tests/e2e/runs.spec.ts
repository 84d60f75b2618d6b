/**
 * A morning at the printer: letters that wait, the dry list, one document with its cover sheet, a jam in the middle, only the rest printed
 * again, and the question that is still there after a restart.
 */
import { expect, test } from './fixtures.ts';
import { textOf, whyNoPress } from './press/press-runner.ts';

const reason = whyNoPress();

const passphrase = 'seven quiet herons at noon';
const people = ['Otis Quillfeather', 'Petra Lindqvist', 'Samir Haddad', 'Wanda Ferrier'];

test('a run of letters through a jam and a restart', async ({ launchDuebook }, info) => {
  test.skip(reason !== null, reason ?? '');
  const userData = info.outputPath('user');
  const { app, page, call, close } = await launchDuebook({ userData });
  await call('book.create', { officeName: 'Marlow & Finch Receivables', passphrase });
  // Noon of a Wednesday in Chicago, whatever the hour of the machine.
  await app.evaluate(() => {
    globalThis.harness.setZone('America/Chicago');
    globalThis.harness.setNow(Date.UTC(2027, 2, 10, 18, 0));
  });
  const ids: number[] = [];
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
      phone: '',
      line1: debtorName === 'Wanda Ferrier' ? '' : '14 Harbor Lane',
      line2: '',
      city: debtorName === 'Wanda Ferrier' ? '' : 'Chicago',
      region: debtorName === 'Wanda Ferrier' ? '' : 'IL',
      postalCode: debtorName === 'Wanda Ferrier' ? '' : `6060${index + 1}`,
    });
    if (made.ok) ids.push(made.value.accountId);
  }
  const templates = await call('letters.templates', {});
  const templateId = templates.ok
    ? (templates.value.templates.find(({ name }) => name === 'Friendly reminder')?.templateId ?? 0)
    : 0;
  for (const accountId of ids) await call('letters.enqueue', { accountId, templateId });

  await page.keyboard.press('Alt+4');
  await page.getByRole('button', { name: 'Prepare a run…' }).click();
  await expect(page.getByRole('button', { name: 'Make 3 letters' })).toBeEnabled();
  await expect(page.getByRole('cell', { name: 'Wanda Ferrier' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: /Left out/ })).toContainText(/no address/);
  await page.getByRole('button', { name: 'Make 3 letters' }).click();
  await expect(page.getByText('3 letters on 3 sheets, and a cover sheet.')).toBeVisible();

  // The one document: the cover and the letters, in the order of their ZIPs.
  const file = info.outputPath('run.pdf');
  await app.evaluate((_electron, to) => globalThis.harness.answerDialog('savePdf', to), file);
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(page.getByText(/The document was saved as a file/)).toBeVisible();
  const text = await textOf(file);
  const pages = text.split('\f').filter((one) => one.trim() !== '');
  expect(pages).toHaveLength(4);
  expect(pages[0]).toContain('do not mail this sheet');
  for (const [index, name] of people.slice(0, 3).entries()) {
    expect(pages[0]).toContain(name);
    expect(pages[index + 1]).toContain(name);
  }

  const printed = () => app.evaluate(() => globalThis.harness.printed.length);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByText('Did all 3 letters come out well?')).toBeVisible();
  // One document: the cover and three letters.
  expect(await printed()).toBe(1);

  // A jam: the first is good, the others are not.
  await page.getByRole('button', { name: 'Something went wrong…' }).click();
  await page.getByRole('combobox', { name: 'The last good letter' }).click();
  await page.getByRole('option', { name: /1\. Otis Quillfeather/ }).click();
  await expect(page.getByText('1 letter counts as sent; 2 letters are printed again.')).toBeVisible();
  await page.getByRole('button', { name: 'Print 2 letters again' }).click();
  await expect(page.getByText('2 letters to be printed again, and no other: 2 sheets.')).toBeVisible();
  const sent = async () => {
    const list = await call('letters.list', { accountId: null, before: null, limit: 50 });
    return list.ok
      ? list.value.letters.filter(({ state }) => state === 'printed').map(({ debtorName }) => debtorName)
      : [];
  };
  expect(await sent()).toEqual(['Otis Quillfeather']);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByText('Did all 2 letters come out well?')).toBeVisible();
  expect(await printed()).toBe(2);

  // Nobody answered; the program ends and starts again, and Today still asks.
  await close();
  const next = await launchDuebook({ userData });
  const books = await next.call('book.state', {});
  const bookId = books.ok && books.value.state === 'closed' ? (books.value.books[0]?.bookId ?? '') : '';
  await next.app.evaluate(() => {
    globalThis.harness.setZone('America/Chicago');
    globalThis.harness.setNow(Date.UTC(2027, 2, 10, 21, 0));
  });
  await next.call('book.open', { bookId, passphrase });
  const today = await next.call('today.list', { kind: null });
  expect(today.ok && today.value.items.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^Did “Letters of .*” print well\? 2 letters do not count as sent yet$/),
  );
  await next.page.getByRole('button', { name: /^Answer… Letters of/ }).click();
  await next.page.getByRole('button', { name: 'All came out well' }).click();
  await expect(next.page.getByText('3 letters were printed and count as sent.')).toBeVisible();
  const list = await next.call('letters.list', { accountId: null, before: null, limit: 50 });
  expect(list.ok && list.value.letters.map(({ state }) => state)).toEqual(['printed', 'printed', 'printed']);
});
