/** Print runs over a real book: what goes and what does not, made once, printed once, asked about, put right after a jam or a crash. */
import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeEach, describe, expect, test } from 'vitest';
import { ensureTemplates } from '../../../../electron/book/services/letters.ts';
import { insertPrintSetup } from '../../../../electron/book/store/queries/print-setup.ts';
import { findLetterByCode } from '../../../../electron/book/store/queries/strategies.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { RunSource } from '../../../../shared/contract/runs.ts';
import { usualSetup } from '../../../../shared/templates/letters/sheet-setup.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { makePress, type Press, smallPdf } from '../../../builders/run-desk.ts';

let desk: Desk;
let press: Press;
let reminder: number;
let notice: number;

beforeEach(() => {
  desk = makeDesk();
  ensureTemplates(desk.store, desk.moment().now);
  press = makePress(desk);
  reminder = findLetterByCode(desk.store, 'friendly-reminder')?.templateId ?? 0;
  notice = findLetterByCode(desk.store, 'past-due-notice')?.templateId ?? 0;
});

const streets = { line1: '14 Harbor Lane', line2: '', city: 'Chicago', region: 'IL', postalCode: '60601' };

async function debtor(debtorName: string, postalCode = '60601', amountCents = 10_000): Promise<number> {
  return desk.account({ debtorName, ...streets, postalCode, amountCents });
}

async function begin(
  source: RunSource,
  change: { sort?: 'zip' | 'envelope' | 'client'; without?: number[] } = {},
) {
  const { sort = 'zip', without = [] } = change;
  return desk.get('runs.begin', { source, sort, name: '', without });
}

const accounts = (...accountIds: number[]): RunSource => ({
  kind: 'accounts',
  templateId: reminder,
  accountIds,
});

async function lettersOf(runId: number) {
  const { letters } = await desk.get('runs.get', { runId });
  return letters.map(({ debtorName, state }) => `${debtorName}: ${state}`);
}

const stateOf = async (runId: number) => (await desk.get('runs.get', { runId })).run.state;

/** When each account’s letters count as sent. */
const sentOf = (accountId: number) =>
  desk.store
    .sql('SELECT printed_at FROM letters WHERE account_id = ? AND printed_at IS NOT NULL')
    .pluck()
    .all(accountId) as number[];

describe('the dry list', () => {
  test('says of each letter whether it goes, and why not', async () => {
    const plain = await debtor('Ada Plain', '60699');
    const paid = await debtor('Ben Paid');
    await desk.pay(paid, 10_000);
    const homeless = await desk.account({ debtorName: 'Cleo Unknown' });
    const twice = await debtor('Dora Twice');
    const first = await debtor('Eve First', '60004', 25_000);
    const run = await begin(accounts(twice));
    await press.make(run.runId);
    await press.print(run.runId);
    await desk.get('runs.answer', { runId: run.runId, spoilt: [] });
    const dry = await desk.get('runs.dry', {
      source: accounts(plain, paid, homeless, twice, first),
      sort: 'zip',
    });
    expect(dry.letters.map(({ debtorName, mayGo, why }) => [debtorName, mayGo, why])).toEqual([
      ['Eve First', true, ''],
      ['Ben Paid', false, 'Nothing is owed.'],
      ['Dora Twice', false, 'The same letter went out less than a week ago.'],
      ['Ada Plain', true, ''],
      ['Cleo Unknown', false, expect.stringMatching(/address/)],
    ]);
    expect(dry.letters[2]?.clearsOn).toBe('2026-11-27');
    expect(dry).toMatchObject({ sumCents: 35_000, beyond: 0 });
    expect(dry.clients).toMatchObject([{ letters: 2, cents: 35_000 }]);
    // Nothing was written.
    expect((await desk.get('runs.open', {})).runs).toEqual([]);
  });

  test('one letter an account: the second waits for the next run', async () => {
    const accountId = await debtor('Ada Plain');
    await desk.get('letters.enqueue', { accountId, templateId: reminder });
    await desk.get('letters.enqueue', { accountId, templateId: notice });
    const dry = await desk.get('runs.dry', { source: { kind: 'waiting' }, sort: 'zip' });
    expect(dry.letters.map(({ mayGo }) => mayGo)).toEqual([true, false]);
    expect(dry.letters[1]?.why).toMatch(/next/);
  });

  test('what a filter leaves, sorted by client', async () => {
    const { clientId } = (await desk.get('clients.list', {})).clients[0] ?? { clientId: 1 };
    await debtor('Ada Plain', '60602');
    await debtor('Ben Plain', '60601');
    const filter = {
      text: '',
      statuses: [],
      clientId,
      daysPastDueFrom: null,
      daysPastDueTo: null,
      balanceFromCents: null,
      balanceToCents: null,
      withoutNextStep: false,
      callableNow: false,
    };
    const dry = await desk.get('runs.dry', {
      source: { kind: 'view', templateId: reminder, filter },
      sort: 'client',
    });
    expect(dry.letters.map(({ debtorName }) => debtorName)).toEqual(['Ben Plain', 'Ada Plain']);
  });
});

describe('making', () => {
  test('each letter once, in the order of ZIPs; what may not go any more is left out with the reason', async () => {
    const [a, b, c] = [
      await debtor('Ada Plain', '60603'),
      await debtor('Ben Plain', '60601'),
      await debtor('Cleo Plain', '60602'),
    ];
    const { runId, planned } = await begin(accounts(a, b, c));
    expect(planned).toBe(3);
    await desk.pay(c, 10_000);
    expect(await press.make(runId)).toBe(2);
    expect(await lettersOf(runId)).toEqual(['Ben Plain: made', 'Cleo Plain: left_out', 'Ada Plain: made']);
    expect(await stateOf(runId)).toBe('made');
    expect(await press.make(runId)).toBe(0);
    expect(desk.store.sql('SELECT count(*) FROM letters').pluck().get()).toBe(2);
  });

  test('stopped, it goes on where it was; kept twice by a repeated errand it is kept once', async () => {
    const ids = [await debtor('Ada Plain'), await debtor('Ben Plain'), await debtor('Cleo Plain')];
    const { runId } = await begin(accounts(...ids));
    expect(await press.make(runId, 1)).toBe(1);
    expect(await stateOf(runId)).toBe('making');
    const next = await press.must('runs.next', { runId, after: 0, operationId: randomUUID() });
    if (next.letter === null) throw new Error('nothing to make');
    const pdf = await smallPdf('x');
    const keep = { runId, place: next.at, letter: next.letter, pdf, pages: 1, operationId: randomUUID() };
    expect(await press.must('runs.keep', keep)).toEqual({ outcome: 'kept' });
    expect(await press.must('runs.keep', keep)).toEqual({ outcome: 'kept' });
    expect(await press.errand('runs.keep', { ...keep, operationId: randomUUID() })).toMatchObject({
      error: { code: 'run.letter_not_now' },
    });
    expect(await press.make(runId)).toBe(1);
    expect(desk.store.sql('SELECT count(*) FROM letters').pluck().get()).toBe(3);
  });

  test('a payment between composing and keeping: the letter is made again with the right sum', async () => {
    const accountId = await debtor('Ada Plain');
    const { runId } = await begin(accounts(accountId));
    const next = await press.must('runs.next', { runId, after: 0, operationId: randomUUID() });
    if (next.letter === null) throw new Error('nothing to make');
    await desk.pay(accountId, 1_000);
    const pdf = await smallPdf('x');
    const keep = { runId, place: next.at, letter: next.letter, pdf, pages: 1, operationId: randomUUID() };
    expect(await press.must('runs.keep', keep)).toEqual({ outcome: 'again' });
    expect(await press.make(runId)).toBe(1);
    const { letters } = await desk.get('runs.get', { runId });
    expect(letters[0]).toMatchObject({ state: 'made', balanceCents: 9_000 });
  });

  test('ended early: what is made can be printed, the others wait', async () => {
    const ids = [await debtor('Ada Plain'), await debtor('Ben Plain')];
    for (const accountId of ids) await desk.get('letters.enqueue', { accountId, templateId: reminder });
    const { runId } = await begin({ kind: 'waiting' });
    await press.make(runId, 1);
    await desk.get('runs.finishMaking', { runId });
    expect(await lettersOf(runId)).toEqual(['Ada Plain: made', 'Ben Plain: left_out']);
    const { letters } = await desk.get('letters.waiting', { after: null, limit: 50 });
    expect(letters.map(({ debtorName, state }) => [debtorName, state])).toEqual([
      ['Ada Plain', 'in_run'],
      ['Ben Plain', 'ready'],
    ]);
  });

  test('by envelope: fewest sheets first, once the pages are known', async () => {
    const [a, b] = [await debtor('Ada Long', '60601'), await debtor('Ben Short', '60602')];
    press = makePress(desk, (accountId) => (accountId === a ? 3 : 1));
    const { runId } = await begin(accounts(a, b), { sort: 'envelope' });
    await press.make(runId);
    expect(await lettersOf(runId)).toEqual(['Ben Short: made', 'Ada Long: made']);
    await press.print(runId);
    const { letters } = await desk.get('runs.get', { runId });
    expect(letters.map(({ firstSheet, sheets }) => [firstSheet, sheets])).toEqual([
      [1, 1],
      [2, 3],
    ]);
  });

  test('a letter is in one run only', async () => {
    const accountId = await debtor('Ada Plain');
    await begin(accounts(accountId));
    const dry = await desk.get('runs.dry', { source: accounts(accountId), sort: 'zip' });
    expect(dry.letters[0]?.why).toMatch(/part of the print run “Letters of/);
    const again = { source: accounts(accountId), sort: 'zip' as const, name: '', without: [] };
    expect(await desk.codeOf('runs.begin', again)).toBe('run.nothing_to_make');
    await desk.get('letters.enqueue', { accountId, templateId: reminder });
  });
});

describe('printed well?', () => {
  async function madeRun(count: number): Promise<{ runId: number; ids: number[] }> {
    const ids: number[] = [];
    for (let n = 1; n <= count; n += 1) ids.push(await debtor(`Debtor ${n}`, `6060${n}`));
    for (const accountId of ids) await desk.get('letters.enqueue', { accountId, templateId: reminder });
    const { runId } = await begin({ kind: 'waiting' });
    await press.make(runId);
    return { runId, ids };
  }

  test('nothing counts as sent before somebody says so; then it counts from the minute it was printed', async () => {
    const { runId, ids } = await madeRun(2);
    await press.print(runId);
    const printedAt = desk.moment().now;
    expect(ids.map(sentOf)).toEqual([[], []]);
    expect((await desk.get('letters.waiting', { after: null, limit: 9 })).letters).toHaveLength(2);
    desk.pass(3 * 3_600_000);
    expect(await desk.get('runs.answer', { runId, spoilt: [] })).toEqual({ state: 'settled' });
    expect(ids.map(sentOf)).toEqual([[printedAt], [printedAt]]);
    expect((await desk.get('letters.waiting', { after: null, limit: 9 })).letters).toEqual([]);
    expect(await desk.codeOf('runs.answer', { runId, spoilt: [] })).toBe('run.not_now');
  });

  test('from sheet n: only what failed is printed again, with a stack of its own', async () => {
    const { runId, ids } = await madeRun(4);
    expect(await press.print(runId)).toEqual([1, 2, 3, 4]);
    expect(await desk.get('runs.answer', { runId, spoilt: [3, 4] })).toEqual({ state: 'made' });
    expect(ids.map((accountId) => sentOf(accountId).length)).toEqual([1, 1, 0, 0]);
    expect(await press.print(runId)).toEqual([3, 4]);
    const { letters } = await desk.get('runs.get', { runId });
    expect(letters.map(({ firstSheet, tries }) => [firstSheet, tries])).toEqual([
      [1, 1],
      [2, 1],
      [1, 2],
      [2, 2],
    ]);
    await desk.get('runs.answer', { runId, spoilt: [] });
    expect(ids.map((accountId) => sentOf(accountId).length)).toEqual([1, 1, 1, 1]);
    expect(await stateOf(runId)).toBe('settled');
  });

  test('the dialog was closed: as if nothing had been', async () => {
    const { runId } = await madeRun(2);
    await press.print(runId, false);
    expect(await stateOf(runId)).toBe('made');
    expect(await press.print(runId)).toEqual([1, 2]);
  });

  test('a crash while it was at the printer: the run asks, and prints nothing by itself', async () => {
    const { runId, ids } = await madeRun(2);
    await press.print(runId, null);
    expect(await stateOf(runId)).toBe('printing');
    expect(await press.must('runs.wake', { operationId: randomUUID() })).toEqual({ woken: 1 });
    expect(await stateOf(runId)).toBe('asked');
    expect(await press.errand('runs.ready', { runId, operationId: randomUUID() })).toMatchObject({
      error: { code: 'run.not_now' },
    });
    // Nothing came out: all of it is printed again.
    await desk.get('runs.answer', { runId, spoilt: [1, 2] });
    expect(ids.map((accountId) => sentOf(accountId).length)).toEqual([0, 0]);
    expect(await press.print(runId)).toEqual([1, 2]);
  });

  test('who paid after the letter was made gets none', async () => {
    const { runId, ids } = await madeRun(3);
    await desk.pay(ids[1] ?? 0, 10_000);
    await desk.pay(ids[2] ?? 0, 500);
    expect(await press.print(runId)).toEqual([1]);
    const { letters } = await desk.get('runs.get', { runId });
    expect(letters.map(({ state, why }) => [state, why])).toEqual([
      ['sent_to_printer', ''],
      ['dropped', 'Nothing is owed.'],
      ['dropped', 'What is owed has changed since the letter was made.'],
    ]);
    // Whose sum changed waits for the next run; with the right sum.
    await desk.get('runs.answer', { runId, spoilt: [] });
    const next = await begin({ kind: 'waiting' });
    await press.make(next.runId);
    expect((await desk.get('runs.get', { runId: next.runId })).letters).toMatchObject([
      { debtorName: 'Debtor 2', state: 'left_out' },
      { debtorName: 'Debtor 3', state: 'made', balanceCents: 9_500 },
    ]);
  });

  test('nothing goes to an address, or under a name, that was given up after the letter was made', async () => {
    const { runId, ids } = await madeRun(3);
    const personOf = async (at: number) =>
      (await desk.get('accounts.get', { accountId: ids[at] ?? 0 })).debtor;
    const { debtorId, addresses } = await personOf(0);
    const moved = { ...streets, line1: '2 Quay Street', kind: 'home', source: '', country: '' } as const;
    await desk.get('debtors.addAddress', {
      ...moved,
      debtorId,
      status: 'current',
      replaces: addresses[0]?.addressId ?? 0,
    });
    const second = await personOf(1);
    await desk.get('debtors.rename', { debtorId: second.debtorId, kind: 'consumer', name: 'Somebody Else' });
    expect(await press.print(runId)).toEqual([3]);
    const { letters } = await desk.get('runs.get', { runId });
    expect(letters.slice(0, 2).map(({ state, why }) => [state, why])).toEqual([
      ['dropped', 'It is addressed to a name or an address that is no longer the one to write to.'],
      ['dropped', 'It is addressed to a name or an address that is no longer the one to write to.'],
    ]);
  });

  test('a letter is not printed again for an address that turned out to be bad', async () => {
    const { runId, ids } = await madeRun(1);
    await press.print(runId);
    await desk.get('runs.answer', { runId, spoilt: [] });
    const { letterId } = (await desk.get('runs.get', { runId })).letters[0] ?? {};
    const again = () =>
      press.errand('letters.sendAgain', {
        letterId: letterId ?? 0,
        decision: null,
        operationId: randomUUID(),
      });
    expect(await again()).toMatchObject({ ok: true });
    const { debtorId, addresses } = (await desk.get('accounts.get', { accountId: ids[0] ?? 0 })).debtor;
    const moved = { ...streets, line1: '2 Quay Street', kind: 'home', source: '', country: '' } as const;
    await desk.get('debtors.addAddress', {
      ...moved,
      debtorId,
      status: 'current',
      replaces: addresses[0]?.addressId ?? 0,
    });
    expect(await again()).toMatchObject({ error: { code: 'letter.goes_elsewhere' } });
  });

  test('a payment while the document is put together stops it before the printer', async () => {
    const { runId, ids } = await madeRun(2);
    const { letters } = await press.must('runs.ready', { runId, operationId: randomUUID() });
    await desk.pay(ids[0] ?? 0, 100);
    const places = letters.map(({ place }) => place);
    expect(await press.errand('runs.send', { runId, places, operationId: randomUUID() })).toMatchObject({
      error: { code: 'run.changed' },
    });
    expect(await stateOf(runId)).toBe('made');
  });

  test('on another day the letters are made anew, with that day’s date; nothing dated before goes out', async () => {
    const { runId, ids } = await madeRun(2);
    await press.print(runId);
    await desk.get('runs.answer', { runId, spoilt: [2] });
    desk.pass(dayMs);
    expect((await desk.get('runs.get', { runId })).outOfDate).toBe('2026-11-20');
    expect(await press.errand('runs.ready', { runId, operationId: randomUUID() })).toMatchObject({
      error: { code: 'run.out_of_date', params: { madeOn: '2026-11-20' } },
    });
    await desk.get('runs.makeAnew', { runId });
    expect(await press.make(runId)).toBe(1);
    await press.print(runId);
    await desk.get('runs.answer', { runId, spoilt: [] });
    expect(ids.map((accountId) => sentOf(accountId).length)).toEqual([1, 1]);
    // The copy of the day before stays, as one that was never sent.
    expect(desk.store.sql('SELECT count(*) FROM letters').pluck().get()).toBe(3);
  });

  test('dropped, everything that waited waits again', async () => {
    const { runId, ids } = await madeRun(2);
    await desk.get('runs.drop', { runId, word: 'The wrong letter' });
    expect(await stateOf(runId)).toBe('dropped');
    const { letters } = await desk.get('letters.waiting', { after: null, limit: 9 });
    expect(letters.map(({ state }) => state)).toEqual(['ready', 'ready']);
    expect(ids.map(sentOf)).toEqual([[], []]);
  });

  test('printed from the saved file: what may not go any more is named, to be taken from the stack', async () => {
    const { runId, ids } = await madeRun(3);
    await desk.pay(ids[0] ?? 0, 10_000);
    expect(await desk.get('runs.printedOutside', { runId })).toEqual({
      takeAway: [{ debtorName: 'Debtor 1', why: 'Nothing is owed.' }],
    });
    expect(await stateOf(runId)).toBe('asked');
    await desk.get('runs.answer', { runId, spoilt: [] });
    expect(ids.map((accountId) => sentOf(accountId).length)).toEqual([0, 1, 1]);
  });

  test('a letter of a run is not decided on outside of it', async () => {
    const { runId } = await madeRun(1);
    const { letters } = await desk.get('letters.waiting', { after: null, limit: 9 });
    const queueId = letters[0]?.queueId ?? 0;
    expect(await desk.codeOf('letters.wasPrinted', { queueId, printed: true })).toBe('run.in_run');
    expect(await desk.codeOf('letters.leaveOut', { queueId, word: 'x' })).toBe('run.in_run');
    const { letterId } = (await desk.get('runs.get', { runId })).letters[0] ?? {};
    expect(
      await press.errand('letters.sendAgain', {
        letterId: letterId ?? 0,
        decision: null,
        operationId: randomUUID(),
      }),
    ).toMatchObject({ error: { code: 'run.in_run' } });
  });

  test('chosen accounts that did not go can be put among those that wait', async () => {
    const ids = [await debtor('Ada Plain'), await debtor('Ben Plain')];
    const { runId } = await begin(accounts(...ids));
    await press.make(runId, 1);
    await desk.get('runs.finishMaking', { runId });
    expect(await desk.get('runs.queueLeftOut', { runId })).toEqual({ queued: 1 });
    expect(await desk.get('runs.queueLeftOut', { runId })).toEqual({ queued: 0 });
    const { letters } = await desk.get('letters.waiting', { after: null, limit: 9 });
    expect(letters.map(({ debtorName }) => debtorName)).toEqual(['Ben Plain']);
  });
});

describe('the document', () => {
  test('says what lies on which sheet; on both sides each letter begins on one of its own', async () => {
    const [a, b] = [await debtor('Ada Plain', '60601'), await debtor('Ben Plain', '60602')];
    press = makePress(desk, (accountId) => (accountId === a ? 3 : 2));
    const { runId } = await begin(accounts(a, b));
    await press.make(runId);
    const ready = await press.must('runs.ready', { runId, operationId: randomUUID() });
    expect(ready).toMatchObject({ sheets: 5, bothSides: false });
    expect(ready.cover).toContain('Ada Plain');
    expect(ready.letters.map(({ title }) => title)).toEqual(['1. Ada Plain', '2. Ben Plain']);
    insertPrintSetup(desk.store, {
      setup: { ...usualSetup, printer: { ...usualSetup.printer, duplex: 'long_edge' } },
      madeAt: 0,
      author: 'Desk',
    });
    const both = await press.must('runs.ready', { runId, operationId: randomUUID() });
    expect(both).toMatchObject({ sheets: 3, bothSides: true });
    const letterIds = ready.letters.map(({ letterId }) => letterId);
    const { pdfs } = await press.must('runs.pdfs', { letterIds });
    expect(await Promise.all(pdfs.map(async (pdf) => (await PDFDocument.load(pdf)).getPageCount()))).toEqual([
      3, 2,
    ]);
  });
});

describe('Today', () => {
  const lines = (today: OutputOf<'today.list'>) =>
    today.items.filter(({ kind }) => kind === 'letter_waiting').map(({ text }) => text);

  test('asks about a run nobody answered, and names one that is not printed', async () => {
    const ids = [await debtor('Ada Plain'), await debtor('Ben Plain')];
    const { runId } = await begin(accounts(...ids));
    expect(lines(await desk.get('today.list', {}))).toEqual([
      expect.stringMatching(/^Letters of .*: 2 letters are still to be made$/),
    ]);
    await press.make(runId);
    expect(lines(await desk.get('today.list', {}))).toEqual([
      expect.stringMatching(/^Letters of .*: 2 letters are made and not printed$/),
    ]);
    await press.print(runId);
    expect(lines(await desk.get('today.list', {}))).toEqual([
      expect.stringMatching(/^Did “Letters of .*” print well\? 2 letters do not count as sent yet$/),
    ]);
    await desk.get('runs.answer', { runId, spoilt: [] });
    expect(lines(await desk.get('today.list', {}))).toEqual([]);
  });
});
