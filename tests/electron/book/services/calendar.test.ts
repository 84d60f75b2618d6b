/** The calendar: everything due by its day, series worked out ahead, counts above what is listed, and the file. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { composeCalendar } from '../../../../electron/book/services/calendar-file.ts';
import { calendarKinds } from '../../../../shared/contract/calendar.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

let desk: Desk;
let accountId: number;
const hour = 3_600_000;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

const range = async (from: string, to: string, limitPerDay = 10) =>
  (await desk.get('calendar.range', { from, to, kinds: [...calendarKinds], limitPerDay })).days;

test('shows a promise, a next step, a held payment, instalments and reminders on their days', async () => {
  await desk.get('promises.record', { accountId, amountCents: 2_500, dueOn: '2026-11-24' });
  await desk.get('accounts.setNextStep', {
    accountId,
    nextStepOn: '2026-11-24',
    nextStep: 'Ask about the insurance',
  });
  await desk.get('reminders.set', { accountId, text: 'Call back', dueAt: desk.moment().now + hour });
  await desk.get('reminders.set', {
    accountId: null,
    text: 'Order envelopes',
    allDay: true,
    dueOn: '2026-11-20',
    priority: 'high',
  });
  const days = await range('2026-11-16', '2026-12-06');
  expect(days.map(({ day, items }) => [day, items.map(({ kind, text }) => `${kind}: ${text}`)])).toEqual([
    ['2026-11-20', ['reminder: Order envelopes', 'reminder: Call back']],
    ['2026-11-24', ['promise: Promise to pay', 'step: Ask about the insurance']],
  ]);
  expect(days[1]?.items[0]).toMatchObject({ debtorName: 'Mara Okafor', amountCents: 2_500 });
});

test('works out the later days of a series and says that they lie ahead', async () => {
  await desk.get('reminders.set', {
    accountId,
    text: 'Report',
    dueAt: desk.moment().now + hour,
    repeat: 'FREQ=WEEKLY;BYDAY=MO,FR',
  });
  const days = await range('2026-11-16', '2026-12-06');
  expect(days.map(({ day, items }) => [day, items[0]?.ahead])).toEqual([
    ['2026-11-20', false],
    ['2026-11-23', true],
    ['2026-11-27', true],
    ['2026-11-30', true],
    ['2026-12-04', true],
  ]);
  // Ten in the morning before and after the clocks change.
  const spring = await range('2027-03-08', '2027-03-19');
  expect(spring.map(({ items }) => new Date(items[0]?.at ?? 0).toISOString())).toEqual([
    '2027-03-08T16:00:00.000Z',
    '2027-03-12T16:00:00.000Z',
    '2027-03-15T15:00:00.000Z',
    '2027-03-19T15:00:00.000Z',
  ]);
});

test('lists a few and counts all', async () => {
  for (let index = 0; index < 5; index += 1)
    await desk.get('reminders.set', { accountId, text: `No. ${index}`, allDay: true, dueOn: '2026-11-25' });
  const [day] = await range('2026-11-25', '2026-11-25', 2);
  expect(day).toMatchObject({ counts: [{ kind: 'reminder', count: 5 }] });
  expect(day?.items).toHaveLength(2);
});

test('leaves out kinds nobody asked for, and refuses ranges without measure', async () => {
  await desk.get('accounts.setNextStep', { accountId, nextStepOn: '2026-11-24', nextStep: 'Write' });
  const asked = { from: '2026-11-20', to: '2026-11-30', limitPerDay: 10 };
  expect((await desk.get('calendar.range', { ...asked, kinds: ['promise'] })).days).toEqual([]);
  expect(await desk.codeOf('calendar.range', { ...asked, kinds: [], to: '2027-11-30' })).toBe(
    'calendar.too_long',
  );
  expect(await desk.codeOf('calendar.range', { ...asked, kinds: [], to: '2026-11-19' })).toBe(
    'calendar.too_long',
  );
});

describe('the file', () => {
  async function compose(withNames: boolean, to = '2026-12-31') {
    const context = makeSurroundings(desk.store, desk.moment()) as unknown as ErrandContext;
    const made = await composeCalendar(context, {
      from: '2026-11-20',
      to,
      kinds: [...calendarKinds],
      withNames,
    });
    if (!made.ok) throw new Error(made.error.code);
    return made.value;
  }

  beforeEach(async () => {
    await desk.get('accounts.setNextStep', {
      accountId,
      nextStepOn: '2026-11-24',
      nextStep: 'Ask; about, the\\insurance',
    });
    await desk.get('reminders.set', {
      accountId,
      text: `Call about ${'the long matter '.repeat(8)}é`,
      dueAt: desk.moment().now + hour,
      repeat: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270630',
    });
    await desk.get('reminders.set', { accountId, text: 'Once', dueAt: desk.moment().now + 2 * hour });
    await desk.get('reminders.set', {
      accountId,
      text: 'Month end',
      allDay: true,
      dueOn: '2026-11-30',
      repeat: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    });
  });

  test('is iCalendar: folded lines, escaped texts, zones with their changes, rules of series', async () => {
    const { text, events } = await compose(true);
    expect(events).toBe(4);
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    const unfolded = text.replace(/\r\n[ \t]/g, '');
    expect(unfolded).toContain('SUMMARY:Mara Okafor: Ask\\; about\\, the\\\\insurance');
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20261124');
    expect(unfolded).toContain('DTSTART;TZID=America/Chicago:20261120T100000');
    expect(unfolded).toContain('RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20270701T045959Z');
    expect(unfolded).toContain('RRULE:FREQ=MONTHLY;BYMONTHDAY=-1');
    expect(unfolded).toContain('DTSTART:20261120T170000Z');
    expect(unfolded.match(/^DTSTAMP:20261120T150000Z$/gm)).toHaveLength(4);
    expect(unfolded).toMatch(/BEGIN:VTIMEZONE\r\nTZID:America\/Chicago\r\n/);
    expect(unfolded).toMatch(
      /BEGIN:DAYLIGHT\r\nDTSTART:20250309T020000\r\n(RDATE:.*\r\n)+TZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500/,
    );
  });

  test('names nobody unless asked to', async () => {
    const { text } = await compose(false);
    for (const word of ['Okafor', 'insurance', 'matter', 'Once', 'Account']) expect(text).not.toContain(word);
    expect(text).toContain('SUMMARY:Reminder');
    expect(text).toContain('SUMMARY:Next step');
  });

  test('gives each the same name every time', async () => {
    const uids = (text: string) => text.match(/^UID:.*$/gm);
    expect(uids((await compose(true)).text)).toEqual(uids((await compose(false)).text));
    expect(new Set(uids((await compose(true)).text)).size).toBe(4);
  });
});
