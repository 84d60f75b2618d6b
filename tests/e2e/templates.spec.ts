/**
 * An office makes a shipped letter its own without seeing code: a sentence, a field, words only for a business; what it writes shows as
 * the page at once, survives a restart, and stands in for the shipped letter from the moment it is put in use.
 */
import { expect, test } from './fixtures.ts';

test('a shipped letter is made the office’s own, edited, seen as it prints, kept through a restart and put in use', async ({
  launchDuebook,
}) => {
  const first = await launchDuebook();
  const { app, page, call } = first;
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) trouble.push(message.text());
  });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  const passphrase = 'lantern orbit maple thirteen';
  const made = await call('book.create', { officeName: 'Harbor Lane', passphrase });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();

  const open = async (on: typeof page) => {
    await on.evaluate(() => {
      location.hash = '#/letters';
    });
  };
  await open(page);
  await page.getByText('Templates', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Search the letters' }).fill('friendly');
  await page.getByRole('button', { name: 'Friendly reminder', exact: true }).click();
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await expect(text).toHaveAttribute('contenteditable', 'false');
  const shown = page.getByRole('region', { name: /as it prints/ });
  await expect(shown).toContainText('TD-1042');

  await page.getByRole('button', { name: 'Make it your own…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Our reminder');
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await expect(text).toHaveAttribute('contenteditable', 'true');

  // A sentence with a field, typed; the braces of the second are meant as braces.
  await text.getByRole('heading').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('We close on ');
  await page.keyboard.type('{');
  await page.getByRole('combobox', { name: 'Find a field' }).fill('in 14 days');
  await page.keyboard.press('Enter');
  await page.keyboard.type(', write ');
  await page.keyboard.type('{');
  await page.keyboard.type('{');
  await page.keyboard.type(' 7*7 or <b>.');
  await expect(shown).toContainText(/We close on [A-Z][a-z]+ \d+, \d{4}, write \{ 7\*7 or <b>\./);

  // Only for businesses.
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ask for our trade desk.');
  await page.getByRole('button', { name: 'Only if', exact: true }).click();
  const when = page.getByRole('dialog', { name: 'When do these words stand in the letter?' });
  await when.getByLabel('What is asked').fill('business');
  await page.getByRole('option', { name: 'the debtor is a business' }).click();
  await when.getByRole('button', { name: 'Put it in' }).click();
  await expect(text.getByRole('group', { name: 'Only if the debtor is a business' })).toContainText(
    'trade desk',
  );
  await expect(shown).not.toContainText('trade desk');
  await page.getByRole('radiogroup', { name: 'The invented debtor is' }).getByText('Business').click();
  await expect(shown).toContainText('Ask for our trade desk.');

  // What is pasted keeps its words and fetches nothing.
  await text.evaluate((element) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<p onclick="x()">Pasted <b style="color:red">words</b><img src="https://tracker.example/x.png"><script>x()</script></p><table><tr><td>cell</td></tr></table>',
    );
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(text).toContainText('Pasted words');
  expect(await text.locator('img[src], script, table:not(.letter-rows)').count()).toBe(0);

  await page.getByRole('tab', { name: /Check/ }).click();
  await expect(page.getByRole('tabpanel', { name: /Check/ })).toBeVisible();
  await expect(page.getByText('Changed, not saved')).toBeVisible();
  // The draft is written within 400 ms.
  await page.waitForTimeout(700);
  await first.close();

  const second = await launchDuebook();
  const { page: again, call: callAgain } = second;
  again.on('pageerror', (error) => trouble.push(error.message));
  const state = await callAgain('book.state', {});
  const books = state.ok && state.value.state === 'closed' ? state.value.books : [];
  await callAgain('book.open', { bookId: books[0]?.bookId ?? '', passphrase });
  await expect(again.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await open(again);
  const kept = again.getByRole('textbox', { name: /^Text of/ });
  await expect(kept).toContainText('Ask for our trade desk.');
  await expect(again.getByText('Changed, not saved')).toBeVisible();
  await again.getByRole('button', { name: 'Put in use' }).click();
  await expect(again.getByText(/is in use\. Letters made before stay/)).toBeVisible();
  const templates = await callAgain('letters.templates', {});
  if (!templates.ok) throw new Error(templates.error.code);
  expect(templates.value.templates.find(({ replaces }) => replaces === 'friendly-reminder')).toMatchObject({
    name: 'Our reminder',
  });
  expect(templates.value.templates.map(({ code }) => code)).not.toContain('friendly-reminder');

  await again.getByRole('tab', { name: 'Versions' }).click();
  await again.getByRole('button', { name: 'Compare' }).last().click();
  await expect(again.getByRole('region', { name: 'What differs' })).toContainText('Ask for our trade desk.');
  expect(trouble).toEqual([]);
});
