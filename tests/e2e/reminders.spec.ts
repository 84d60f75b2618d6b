/** A reminder comes due in the running app: told once, without a name, missed ones after sleep and a closed app. */
import { expect, test } from './fixtures.ts';

const passphrase = 'seven quiet herons at noon';
const minute = 60_000;

test('a reminder comes due, is told once, and leads to its account', async ({ launchDuebook }) => {
  const { app, page, call, close } = await launchDuebook();
  await call('book.create', { officeName: 'Marlow & Finch Receivables', passphrase });
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
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.duebook.onEvent(
      (event) => void ((event.type === 'go' || event.type === 'due') && heard.push(event)),
    );
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  const notices = () => app.evaluate(() => globalThis.harness.notices);

  const now = await app.evaluate(() => globalThis.harness.now());
  const set = async (dueAt: number, text: string) => {
    const result = await call('reminders.set', { accountId, text, dueAt });
    expect(result).toMatchObject({ ok: true });
    return result.ok ? result.value.reminderId : 0;
  };
  const soon = await set(now + 1_500, 'Ask Otis about the second half');
  await expect
    .poll(notices, { timeout: 10_000 })
    .toEqual([{ title: 'A reminder came due', body: 'Open Duebook to see it.' }]);
  expect(await heard()).toEqual([{ type: 'due', reminderIds: [soon] }]);
  await app.evaluate(() => globalThis.harness.clickNotice(0));
  await expect.poll(heard).toEqual([
    { type: 'due', reminderIds: [soon] },
    { type: 'go', to: { accountId } },
  ]);

  // Eight hours asleep: both are told on waking, in one notification, as missed.
  await set(now + 60 * minute, 'Call the employer');
  await set(now + 120 * minute, 'Send the ledger');
  await app.evaluate(
    (_electron, later) => {
      globalThis.harness.setNow(later);
      globalThis.harness.power('resume');
    },
    now + 8 * 60 * minute,
  );
  await expect.poll(notices).toHaveLength(2);
  expect((await notices())[1]).toEqual({
    title: '2 reminders came due while you were away',
    body: 'They are listed in Today.',
  });
  await app.evaluate(() => globalThis.harness.power('resume'));
  await page.waitForTimeout(500);
  expect(await notices()).toHaveLength(2);

  // Set, closed, and due before the next start.
  await set(now + 9 * 60 * minute, 'Close the books of March');
  await close();
  const again = await launchDuebook();
  await again.app.evaluate((_electron, later) => globalThis.harness.setNow(later), now + 20 * 60 * minute);
  const state = await again.call('book.state', {});
  const bookId = state.ok && state.value.state === 'closed' ? (state.value.books[0]?.bookId ?? '') : '';
  expect(await again.app.evaluate(() => globalThis.harness.notices)).toEqual([]);
  await again.call('book.open', { bookId, passphrase });
  await expect
    .poll(() => again.app.evaluate(() => globalThis.harness.notices))
    .toEqual([{ title: 'A reminder came due while you were away', body: 'Open Duebook to see it.' }]);
});
