/**
 * The calendar in the running app: a weekly reminder set on a day by keys, told once when the clock passes it, put off, seen in the
 * agenda, and read back from the file it is saved to.
 */
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

const passphrase = 'seven quiet herons at noon';
const hour = 3_600_000;

test('a weekly reminder from the calendar: told once, put off, listed and saved as a file', async ({
  launchDuebook,
}, info) => {
  const { app, page, call } = await launchDuebook();
  // A Wednesday, eight in the morning where the test runs.
  const wednesday = new Date(2027, 2, 10, 8, 0).getTime();
  await app.evaluate((_electron, at) => globalThis.harness.setNow(at), wednesday);
  await call('book.create', { officeName: 'Marlow & Finch Receivables', passphrase });
  await page.evaluate(() => {
    location.hash = '#/calendar';
  });
  await expect(page.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible();

  // Friday, two to the right; N sets a reminder there.
  await page.locator('[data-day="2027-03-10"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-day="2027-03-12"]')).toBeFocused();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New reminder, 12 Mar 2027' });
  await dialog.getByLabel('Remind me to').fill('Send the weekly list to Tidewater Dental');
  await dialog.getByLabel('At', { exact: true }).fill('09:00');
  await dialog.getByLabel('Repeat', { exact: true }).selectOption({ label: 'Every Friday' });
  await dialog.getByRole('button', { name: 'Set reminder' }).click();
  await expect(dialog).toBeHidden();
  const cell = (day: string) => page.locator(`[data-day="${day}"]`);
  await expect(cell('2027-03-12')).toContainText('Send the weekly list');
  await expect(cell('2027-03-19')).toContainText('Send the weekly list');
  await expect(cell('2027-03-18')).not.toContainText('Send the weekly list');
  expect(await app.evaluate(() => globalThis.harness.badge)).toBe(0);

  // Friday comes: told once, and the next Friday waits.
  const notices = () => app.evaluate(() => globalThis.harness.notices);
  const goTo = (at: number) =>
    app.evaluate((_electron, then) => {
      globalThis.harness.setNow(then);
      globalThis.harness.power('resume');
    }, at);
  const friday = wednesday + 49 * hour;
  await goTo(friday + 1_000);
  await expect.poll(notices).toEqual([{ title: 'A reminder came due', body: 'Open Duebook to see it.' }]);
  await expect.poll(() => app.evaluate(() => globalThis.harness.badge)).toBe(1);
  await app.evaluate(() => globalThis.harness.power('resume'));
  await page.waitForTimeout(300);
  expect(await notices()).toHaveLength(1);

  // Put off to the next day from the list of its day, by key; the series is not touched.
  await cell('2027-03-12').click();
  await page.keyboard.press('Enter');
  const row = page.locator('.calendar-panel .calendar-row', { hasText: 'Send the weekly list' });
  await expect(row).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(cell('2027-03-13')).toContainText('Send the weekly list');
  await expect(cell('2027-03-12')).not.toContainText('Send the weekly list');
  await expect(cell('2027-03-19')).toContainText('Send the weekly list');
  await expect.poll(() => app.evaluate(() => globalThis.harness.badge)).toBe(0);

  // The agenda lists both, and says how it repeats.
  await page.keyboard.press('a');
  const agenda = page.getByRole('region', { name: 'Agenda' });
  await expect(agenda.getByRole('region', { name: '13 Mar 2027' })).toContainText('Send the weekly list');
  await expect(agenda.getByRole('region', { name: '19 Mar 2027' })).toContainText('Every Friday');

  // Saved with what was typed: one event alone, one with its rule and zone.
  const file = info.outputPath('calendar.ics');
  await app.evaluate((_electron, to) => globalThis.harness.answerDialog('saveCalendar', to), file);
  await page.getByRole('button', { name: 'Save as file' }).click();
  const saving = page.getByRole('dialog', { name: 'Save the calendar as a file' });
  await expect(saving).toContainText('Nobody is named in it.');
  await saving.getByRole('switch').press('Space');
  await expect(saving).toContainText('reads who owes a debt');
  await saving.getByRole('button', { name: 'Save file…' }).click();
  await expect(page.getByText('Saved calendar.ics with 2 entries.')).toBeVisible();
  const text = (await readFile(file, 'utf8')).replace(/\r\n[ \t]/g, '');
  expect(text.match(/^SUMMARY:.*$/gm)).toEqual(
    [
      'SUMMARY:Send the weekly list to Tidewater Dental\r',
      'SUMMARY:Send the weekly list to Tidewater Dental\r',
    ].map((line) => line.trimEnd()),
  );
  expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=FR');
});

test('kept in the tray, the window closes and the program goes on', async ({ launchDuebook }) => {
  const { app, page, call } = await launchDuebook();
  await call('book.create', { officeName: 'Marlow & Finch Receivables', passphrase });
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await page.getByRole('switch', { name: 'Keep running in the tray' }).click({ force: true });
  await expect.poll(() => app.evaluate(() => globalThis.harness.tray)).toBe('Duebook: no reminder is due');
  await page.getByRole('switch', { name: 'Start when you log in' }).click({ force: true });
  await expect
    .poll(() => app.evaluate(() => globalThis.harness.loginItems))
    .toEqual([{ start: true, hidden: false }]);
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(isVisible).toBe(false);
  await app.evaluate(() => globalThis.harness.clickTray());
  await expect.poll(isVisible).toBe(true);
  expect(await call('book.state', {})).toMatchObject({ ok: true, value: { state: 'open' } });
});
