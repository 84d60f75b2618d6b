/** Marks on the queue of Today, what they finish and take back; goals and progress; accounts nothing is planned for. */
import { beforeEach, describe, expect, test } from 'vitest';
import { composeActivity } from '../../../../electron/book/services/activity.ts';
import { contract, type InputOf } from '../../../../shared/contract/contract.ts';
import type { TodayItem } from '../../../../shared/contract/today.ts';
import { standardDesk } from '../../../../shared/domain/desk.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeTestStore } from '../../../builders/store.ts';

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
});

const hour = 3_600_000;
const list = async () => (await desk.get('today.list', {})).items;
const of = async (accountId: number) => (await list()).find((item) => item.accountId === accountId);
const kindOf = async (accountId: number) => (await of(accountId))?.kind ?? null;

function markOf(
  item: TodayItem,
  mark: InputOf<'desk.mark'>['mark'],
  change: Partial<InputOf<'desk.mark'>> = {},
): InputOf<'desk.mark'> {
  const { key, kind, accountId } = item;
  return { key, kind, accountId, mark, ...change };
}

async function must(accountId: number): Promise<TodayItem> {
  const item = await of(accountId);
  if (!item) throw new Error('nothing is listed');
  return item;
}

async function withPromise(dueOn = '2026-11-20'): Promise<number> {
  const accountId = await desk.account();
  await desk.get('promises.record', { accountId, amountCents: 5_000, dueOn });
  return accountId;
}

describe('a mark', () => {
  test('done hides a promise that is due, and it comes up again once it is broken', async () => {
    const accountId = await withPromise();
    const due = await must(accountId);
    expect(due.kind).toBe('promise_due');
    await desk.get('desk.mark', markOf(due, 'done'));
    expect(await kindOf(accountId)).toBeNull();
    desk.pass(4 * dayMs);
    expect(await kindOf(accountId)).toBe('promise_broken');
    await desk.get('desk.mark', markOf(await must(accountId), 'done'));
    desk.pass(30 * dayMs);
    expect((await of(accountId))?.kind ?? 'no_next_step').toBe('no_next_step');
  });

  test('skipped and snoozed want a word and a time, and come back by themselves', async () => {
    const accountId = await withPromise();
    const item = await must(accountId);
    const untilAt = desk.moment().now + 2 * hour;
    const { input } = contract['desk.mark'];
    expect(input.safeParse(markOf(item, 'skipped', { untilAt })).success).toBe(false);
    expect(input.safeParse(markOf(item, 'skipped', { word: ' ', untilAt })).success).toBe(false);
    expect(input.safeParse(markOf(item, 'skipped', { word: 'Busy' })).success).toBe(false);
    const past = markOf(item, 'skipped', { word: 'Busy', untilAt: desk.moment().now });
    expect(await desk.codeOf('desk.mark', past)).toBe('desk.until_past');
    await desk.get('desk.mark', markOf(item, 'skipped', { word: 'Line was busy', untilAt }));
    const answer = await desk.get('today.list', {});
    expect(answer.items).toEqual([]);
    expect(answer.waiting).toEqual({ count: 1, firstAt: untilAt });
    desk.pass(2 * hour);
    expect(await kindOf(accountId)).toBe('promise_due');
  });

  test('can be taken back, the newest mark of a key being the one that holds', async () => {
    const accountId = await withPromise();
    const item = await must(accountId);
    await desk.get('desk.mark', markOf(item, 'done'));
    expect((await desk.get('desk.marked', {})).items).toMatchObject([
      { key: item.key, mark: 'done', debtorName: 'Mara Okafor' },
    ]);
    await desk.get('desk.mark', markOf(item, 'returned'));
    expect(await kindOf(accountId)).toBe('promise_due');
    expect((await desk.get('desk.marked', {})).items).toEqual([]);
  });

  test('ends a reminder, wakes it again when taken back, and puts it off', async () => {
    const accountId = await desk.account();
    const { reminderId } = await desk.get('reminders.set', {
      accountId,
      text: 'Ask about the cheque',
      dueAt: desk.moment().now + 1_000,
    });
    desk.pass(hour);
    const open = async () =>
      (await desk.get('reminders.list', { accountId, until: null, limit: 10 })).reminders.length;
    const item = await must(accountId);
    expect(item).toMatchObject({ kind: 'reminder_due', reminderId });
    await desk.get('desk.mark', markOf(item, 'done'));
    expect([await kindOf(accountId), await open()]).toEqual(['no_next_step', 0]);
    await desk.get('desk.mark', markOf(item, 'returned'));
    expect([await kindOf(accountId), await open()]).toEqual(['reminder_due', 1]);
    const untilAt = desk.moment().now + hour;
    await desk.get('desk.mark', markOf(item, 'snoozed', { word: 'At lunch', untilAt }));
    expect([await kindOf(accountId), await open()]).toEqual([null, 1]);
    desk.pass(hour);
    expect(await of(accountId)).toMatchObject({ kind: 'reminder_due', dueAt: untilAt });
  });

  test('takes a next step away and gives it back; a step set for the same day shows again', async () => {
    const accountId = await desk.account();
    const step = { accountId, nextStepOn: desk.today(), nextStep: 'Call about the balance' };
    await desk.get('accounts.setNextStep', step);
    const item = await must(accountId);
    expect(await desk.get('desk.mark', markOf(item, 'done'))).toEqual({ planless: true });
    expect(await kindOf(accountId)).toBe('no_next_step');
    await desk.get('desk.mark', markOf(item, 'returned'));
    expect(await of(accountId)).toMatchObject({ kind: 'next_step', text: 'Call about the balance' });
    await desk.get('desk.mark', markOf(item, 'done'));
    await desk.get('accounts.setNextStep', { ...step, nextStep: 'Call again' });
    expect(await of(accountId)).toMatchObject({ kind: 'next_step', text: 'Call again' });
  });

  test('leaves a next step alone that was set in the meantime', async () => {
    const accountId = await desk.account();
    await desk.get('accounts.setNextStep', { accountId, nextStepOn: desk.today(), nextStep: 'Call' });
    const item = await must(accountId);
    await desk.get('accounts.setNextStep', { accountId, nextStepOn: '2026-12-04', nextStep: 'Review' });
    expect(await desk.get('desk.mark', markOf(item, 'done'))).toEqual({ planless: false });
    expect(await desk.get('accounts.get', { accountId })).toMatchObject({ nextStep: 'Review' });
  });

  test('cannot call an account finished for which nothing is planned', async () => {
    const accountId = await desk.account();
    const item = await must(accountId);
    expect(await desk.codeOf('desk.mark', markOf(item, 'done'))).toBe('desk.step_wanted');
    await desk.get('accounts.setNextStep', { accountId, nextStepOn: '2026-12-04', nextStep: 'Review' });
    await desk.get('desk.mark', markOf(item, 'done'));
    expect(await of(accountId)).toBeUndefined();
  });

  test('settles what else a conversation settles, in one go, and takes no card number', async () => {
    const accountId = await withPromise();
    await desk.get('reminders.set', { accountId, text: 'Call', dueAt: desk.moment().now + 1 });
    desk.pass(1);
    const item = await must(accountId);
    const also = item.also.map(({ key, kind }) => ({ key, kind }));
    expect(also).toHaveLength(1);
    const card = markOf(item, 'done', { also, word: 'Paid with 4111 1111 1111 1111' });
    expect(await desk.codeOf('desk.mark', card)).toBe('payment.card_number');
    await desk.get('desk.mark', markOf(item, 'done', { also }));
    expect(await of(accountId)).toBeUndefined();
    expect((await desk.get('desk.marked', {})).items).toHaveLength(2);
  });
});

describe('what is listed', () => {
  test('a callback: somebody asked to be called back and a reminder was set', async () => {
    const accountId = await desk.account();
    const at = desk.moment().now;
    await desk.get('contacts.record', {
      accountId,
      channel: 'call',
      direction: 'out',
      outcome: 'callback',
      phoneId: null,
      at,
      decision: { kind: 'happened' },
      seconds: null,
      text: '',
    });
    await desk.get('reminders.set', { accountId, text: 'Call back at ten', dueAt: at + hour });
    desk.pass(hour);
    expect(await of(accountId)).toMatchObject({ kind: 'callback', facts: { triesToday: 1 } });
  });

  test('a dispute until it is answered, a request, and mail that came back', async () => {
    const accountId = await desk.account();
    const record = (kind: 'bureau_dispute' | 'original_creditor_request' | 'notice_returned') =>
      desk.get('law.recordEvent', {
        accountId,
        allDebts: false,
        kind,
        on: desk.today(),
        scope: {},
        detail: {},
        source: 'A letter',
      });
    const { eventId } = await record('bureau_dispute');
    await record('original_creditor_request');
    await record('notice_returned');
    const item = await must(accountId);
    expect(item).toMatchObject({ kind: 'dispute_answer_owed', lastOn: '2026-12-20' });
    expect(item.also.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['request_answer_owed', 'mail_returned']),
    );
    await desk.get('law.endEvent', { eventId, on: desk.today(), reason: 'Answered', source: 'Letter sent' });
    expect(await kindOf(accountId)).toBe('request_answer_owed');
  });

  test('the notice a collector owes within five days of the first communication', async () => {
    desk = makeDesk(makeTestStore(), undefined, thirdParty);
    const accountId = await desk.account({ debtType: 'credit_card' });
    await desk.get('contacts.record', {
      accountId,
      channel: 'call',
      direction: 'in',
      outcome: 'right_party',
      phoneId: null,
      at: desk.moment().now,
      decision: { kind: 'happened' },
      seconds: null,
      text: '',
    });
    const item = await must(accountId);
    expect(item).toMatchObject({ kind: 'notice_due', lastOn: '2026-11-25' });
    desk.pass(6 * dayMs);
    const late = await must(accountId);
    expect(late.points).toBeGreaterThan(item.points);
    expect(late.text).toContain('was due by 25 Nov 2026');
  });

  test('weights of the office move it, and the standard comes back', async () => {
    const broken = await withPromise();
    const unplanned = await desk.account({ amountCents: 900_000 });
    const order = async () => (await list()).map(({ accountId }) => accountId);
    expect(await order()).toEqual([broken, unplanned]);
    const kinds = { ...standardDesk.ranking.kinds, no_next_step: 200 };
    await desk.get('desk.setSettings', {
      ...standardDesk,
      ranking: { ...standardDesk.ranking, kinds },
    });
    expect(await order()).toEqual([unplanned, broken]);
    await desk.get('desk.setSettings', standardDesk);
    expect(await order()).toEqual([broken, unplanned]);
  });

  test('local zones of those something says where they are', async () => {
    const known = await desk.account({
      line1: '1 Main St',
      city: 'Denver',
      region: 'CO',
      postalCode: '80202',
    });
    const unknown = await desk.account({ debtorName: 'Otis Quillfeather' });
    const { places } = await desk.get('desk.localTimes', { accountIds: [known, unknown] });
    expect(places).toEqual([
      { accountId: known, zones: ['America/Denver'] },
      { accountId: unknown, zones: [] },
    ]);
  });
});

describe('accounts nothing is planned for', () => {
  test('a reminder to come, a promise or a step plans one; leaving says so', async () => {
    const accountId = await desk.account();
    const leaving = async () => (await desk.get('desk.leaving', { accountId })).planless;
    expect(await leaving()).toBe(true);
    expect(await desk.get('desk.orphans', {})).toEqual({ count: 1, balanceCents: 10_000 });
    const { reminderId } = await desk.get('reminders.set', {
      accountId,
      text: 'Look again',
      dueAt: desk.moment().now + dayMs,
    });
    expect(await leaving()).toBe(false);
    expect((await desk.get('desk.orphans', {})).count).toBe(0);
    const dueAt = desk.moment().now + dayMs;
    const finishing = [`reminder:${reminderId}:${dueAt}`];
    expect((await desk.get('desk.leaving', { accountId, finishing })).planless).toBe(true);
    await desk.get('reminders.cancel', { reminderId });
    expect(await leaving()).toBe(true);
    await desk.get('accounts.setNextStep', { accountId, nextStepOn: '2026-12-01', nextStep: 'Call' });
    expect(await leaving()).toBe(false);
    const step = { accountId, finishing: [`step:${accountId}:2026-12-01`] };
    expect((await desk.get('desk.leaving', step)).planless).toBe(true);
    await desk.get('accounts.setNextStep', { accountId, nextStepOn: null, nextStep: null });
    await desk.get('promises.record', { accountId, amountCents: 100, dueOn: '2026-12-01' });
    expect(await leaving()).toBe(false);
  });

  test('all get a step at once, the largest sums first, so many a working day', async () => {
    // A Friday: three on it, the other two on Monday.
    const accounts: number[] = [];
    for (const amountCents of [100, 500, 300, 400, 200]) accounts.push(await desk.account({ amountCents }));
    expect(await desk.get('desk.planOrphans', { nextStep: 'Call', fromOn: '2026-11-20', perDay: 3 })).toEqual(
      { planned: 5, lastOn: '2026-11-23' },
    );
    const days = [];
    for (const accountId of accounts) days.push((await desk.get('accounts.get', { accountId })).nextStepOn);
    expect(days).toEqual(['2026-11-23', '2026-11-20', '2026-11-20', '2026-11-20', '2026-11-23']);
    expect((await desk.get('desk.orphans', {})).count).toBe(0);
    expect(
      await desk.codeOf('desk.planOrphans', { nextStep: 'Call', fromOn: '2026-11-19', perDay: null }),
    ).toBe('desk.until_past');
  });
});

describe('progress', () => {
  const contact = async (accountId: number, outcome: 'no_answer' | 'refused' | 'right_party') =>
    desk.get('contacts.record', {
      accountId,
      channel: 'call',
      direction: 'out',
      outcome,
      phoneId: null,
      at: desk.moment().now,
      decision: { kind: 'happened' },
      seconds: null,
      text: '',
    });

  test('counts the day and the week, and holds them against the goals', async () => {
    const accountId = await desk.account();
    await desk.get('desk.setSettings', {
      ...standardDesk,
      day: { contacts: 20, conversations: null, promises: 2, collectedCents: 100_000 },
    });
    await contact(accountId, 'no_answer');
    await desk.get('promises.record', { accountId, amountCents: 3_000, dueOn: '2026-11-21' });
    desk.pass(dayMs);
    await contact(accountId, 'right_party');
    await desk.pay(accountId, 1_500);
    const progress = await desk.get('desk.progress', {});
    expect(progress.day).toEqual({
      contacts: 1,
      conversations: 1,
      promises: 0,
      promisedCents: 0,
      payments: 1,
      collectedCents: 1_500,
      notes: 0,
      letters: 0,
    });
    expect(progress.week).toMatchObject({ contacts: 2, conversations: 1, promises: 1, promisedCents: 3_000 });
    expect(progress.goals.day.contacts).toBe(20);
    expect(progress.weekOn).toBe('2026-11-16');
  });

  test('forecasts promises and instalments to Sunday, weighed by how promises were kept', async () => {
    const accountId = await desk.account({ amountCents: 100_000 });
    // Six promises of $10 came due, three were kept.
    for (let week = 0; week < 6; week += 1) {
      await desk.get('promises.record', { accountId, amountCents: 1_000, dueOn: desk.today() });
      if (week % 2 === 0) await desk.pay(accountId, 1_000);
      desk.pass(7 * dayMs);
    }
    const planned = await desk.account({ amountCents: 9_000 });
    await desk.get('plans.start', {
      accountId: planned,
      terms: { totalCents: 9_000, count: 3, frequency: 'monthly', firstOn: desk.today() },
    });
    await desk.get('promises.record', { accountId, amountCents: 4_000, dueOn: desk.today() });
    await desk.get('promises.record', { accountId, amountCents: 7_000, dueOn: '2027-01-04' });
    const { forecast } = await desk.get('desk.progress', {});
    expect(desk.today()).toBe('2027-01-01');
    expect(forecast).toMatchObject({
      untilOn: '2027-01-03',
      promises: 1,
      promisedCents: 4_000,
      instalments: 1,
      instalmentCents: 3_000,
      keptPercent: 50,
      record: { promises: 6 },
      expectedCents: 3_500,
    });
  });

  test('suggests a pause after three hard calls, unless that is switched off', async () => {
    const accountId = await desk.account();
    for (let call = 0; call < 3; call += 1) {
      desk.pass(60_000);
      await contact(accountId, 'refused');
    }
    expect((await desk.get('desk.progress', {})).hardCalls).toBe(3);
    await desk.get('desk.setSettings', { ...standardDesk, suggestPause: false });
    expect((await desk.get('desk.progress', {})).hardCalls).toBeNull();
    await desk.get('desk.setSettings', standardDesk);
    desk.pass(hour);
    expect((await desk.get('desk.progress', {})).hardCalls).toBeNull();
  });
});

describe('the activity log', () => {
  const compose = (fromOn: string, toOn: string) => {
    const around = { store: desk.store, moment: desk.moment() } as Parameters<typeof composeActivity>[0];
    return composeActivity(around, { fromOn, toOn }) as Result<{ html: string; fileName: string }>;
  };

  test('holds what was done on its days and nothing else, with totals', async () => {
    const accountId = await desk.account({ debtorName: '<b>Rosa</b> Delgado', amountCents: 50_000 });
    await desk.pay(accountId, 1_234);
    await desk.get('promises.record', { accountId, amountCents: 4_000, dueOn: '2026-12-01' });
    desk.pass(dayMs);
    await desk.pay(accountId, 7_777);
    await desk.get('notes.add', { accountId, text: 'Sent the ledger' });
    const day = compose('2026-11-21', '2026-11-21');
    const page = day.ok ? day.value.html : '';
    expect(page).toContain('$77.77');
    expect(page).not.toContain('$12.34');
    expect(page).toContain('&lt;b&gt;Rosa&lt;/b&gt; Delgado');
    const both = compose('2026-11-20', '2026-11-21');
    expect(both.ok && both.value.html).toContain('2, $90.11');
    expect(both.ok && both.value.html).toContain('Promise to pay by 1 Dec 2026');
  });

  test('refuses days backwards or ahead in words', () => {
    const code = (found: Result<unknown>) => (found.ok ? 'ok' : found.error.code);
    expect(code(compose('2026-11-20', '2026-11-19'))).toBe('paper.days_backwards');
    expect(code(compose('2026-11-21', '2026-11-21'))).toBe('paper.day_ahead');
  });
});
