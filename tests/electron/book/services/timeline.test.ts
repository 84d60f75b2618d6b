/** The line of everything on an account: complete, in order, the same in pages of any length. */
import { beforeEach, expect, test } from 'vitest';
import type { TimelineItem, TimelineKind } from '../../../../shared/contract/timeline.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

async function pages(limit: number, kinds: TimelineKind[] = []): Promise<TimelineItem[]> {
  const items: TimelineItem[] = [];
  let before: string | null = null;
  do {
    const page: { items: TimelineItem[]; next: string | null } = await desk.get('timeline.page', {
      accountId,
      kinds,
      before,
      limit,
    });
    items.push(...page.items);
    before = page.next;
  } while (before !== null);
  return items;
}

const call = (change: object = {}) =>
  desk.get('contacts.record', {
    accountId,
    channel: 'call',
    direction: 'out',
    outcome: 'right_party',
    phoneId: null,
    at: desk.moment().now,
    decision: { kind: 'happened' },
    seconds: 30,
    text: '',
    ...change,
  });

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

test('the same in pages of one, two or fifty, though much happens in one instant', async () => {
  for (let round = 0; round < 4; round += 1) {
    await desk.get('notes.add', { accountId, text: `Note ${round}` });
    await call({ text: `Said ${round}` });
    await desk.pay(accountId, 100 + round);
    await desk.get('promises.record', { accountId, amountCents: 500, dueOn: '2026-12-20' });
    await desk.get('reminders.set', { accountId, text: 'Call', dueAt: desk.moment().now + dayMs });
    if (round % 2 === 1) desk.pass(1_000);
  }
  await desk.get('plans.start', {
    accountId,
    terms: { totalCents: 900, count: 3, frequency: 'weekly', firstOn: '2026-12-01' },
  });
  const whole = await pages(200);
  // The opening charge, five things a round, and the plan.
  expect(whole).toHaveLength(1 + 4 * 5 + 1);
  expect(new Set(whole.map((item) => item.key)).size).toBe(whole.length);
  expect(whole.every((item, index) => item.at <= (whole[index - 1]?.at ?? item.at))).toBe(true);
  for (const limit of [1, 2, 7, 50]) expect(await pages(limit)).toEqual(whole);
  const notes = await pages(2, ['note']);
  expect(notes).toEqual(whole.filter((item) => item.kind === 'note'));
});

test('each entry shows the balance after it', async () => {
  for (const cents of [1_000, 2_000, 3_000]) {
    desk.pass(1_000);
    await desk.pay(accountId, cents, { receivedOn: '2026-11-10' });
  }
  const entries = await pages(2, ['entry']);
  expect(entries.map((item) => item.kind === 'entry' && item.balanceAfterCents)).toEqual([
    4_000, 7_000, 9_000, 10_000,
  ]);
  expect(entries[0]).toMatchObject({
    entryKind: 'payment',
    amountCents: -3_000,
    method: 'cheque',
    applications: [{ cents: 3_000 }],
  });
});

test('interest posted for a payment stands before it, so that the balances follow the explanation', async () => {
  await desk.get('ledger.setTerms', {
    accountId,
    fromOn: '2026-01-01',
    method: 'simple',
    rate: '7.3',
    compounding: null,
    dayCount: 'actual_365',
    capCents: null,
    basisKind: 'contract',
    basis: 'Agreement §5',
  });
  await desk.pay(accountId, 4_000);
  const entries = (await pages(2, ['entry'])).flatMap((item) => (item.kind === 'entry' ? [item] : []));
  expect(entries.slice(0, 2).map((entry) => entry.entryKind)).toEqual(['payment', 'interest']);
  const interestCents = entries[1]?.amountCents ?? 0;
  expect(interestCents).toBeGreaterThan(0);
  expect(entries.map((entry) => entry.balanceAfterCents)).toEqual([
    6_000 + interestCents,
    10_000 + interestCents,
    10_000,
  ]);
});

test('what was said stands with its contact, not as a note of its own', async () => {
  await call({ text: 'Will pay on Friday' });
  expect(await pages(50, ['note'])).toEqual([]);
  expect(await pages(50, ['contact'])).toMatchObject([
    { text: 'Will pay on Friday', outcome: 'right_party', seconds: 30 },
  ]);
});

test('an addendum names its note and belongs to the same account', async () => {
  const { noteId } = await desk.get('notes.add', { accountId, text: 'Born 1970' });
  await desk.get('notes.add', { accountId, text: 'No: 1971', addendumTo: noteId });
  expect(
    (await pages(50, ['note'])).find((item) => item.kind === 'note' && item.addendumTo === noteId),
  ).toBeDefined();
  const other = await desk.account({ number: 'Other' });
  expect(await desk.codeOf('notes.add', { accountId: other, text: 'x', addendumTo: noteId })).toBe(
    'call.invalid_input',
  );
});

test('a cursor that is none is refused', async () => {
  for (const before of ['', 'x', '1.2', '1.2.3.4', '-1.2.3']) {
    expect(await desk.codeOf('timeline.page', { accountId, before })).toBe('call.invalid_input');
  }
});
