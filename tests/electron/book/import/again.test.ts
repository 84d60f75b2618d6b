/** Files of a later week, and of another client: no credit is taken off twice, no money comes in twice, and none is taken for another's. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { dumpBook, type ImportDesk, makeImportDesk, type PlanChange } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  expect([...checkSummaries(desk.store), ...checkLedger(desk.store)]).toEqual([]);
  desk.dispose();
});

const bring = async (text: string, change?: PlanChange) => valueIn(await desk.write(desk.file(text), change));
const attempt = async (text: string, change?: PlanChange) =>
  valueIn(await desk.attempt(desk.file(text), change));
const owed = () =>
  desk.store.db
    .prepare(
      'SELECT coalesce(sum(principal_cents + interest_cents + fees_cents + costs_cents), 0) FROM entries',
    )
    .pluck()
    .get();

describe('a credit of a file', () => {
  const file = (on: string, sum: string) =>
    `Customer,Invoice,Date,Amount\nAna Abara,1,01/15/2025,10.00\nAna Abara,CM1,${on},-${sum}\n`;

  it('is known by its number, whatever its day, one of the future too', async () => {
    await bring(file('01/16/2027', '4.00'));
    expect(await attempt(file('01/16/2027', '4.00'))).toMatchObject({ accepted: 0, alreadyThere: 2 });
    expect(await attempt(file('01/16/2026', '4.00'))).toMatchObject({ accepted: 0, alreadyThere: 2 });
    expect(owed()).toBe(600);
  });

  it('with another sum is refused instead of being taken off on top of the first', async () => {
    await bring(file('01/16/2026', '4.00'));
    const trial = await attempt(file('01/16/2026', '7.00'));
    expect(trial).toMatchObject({ accepted: 0, refused: 1, openCents: 0 });
    expect(trial.refusals[0]?.code).toBe('reference_differs');
  });
});

describe('balances week by week', () => {
  const week = (on: string, ana: string, ben: string) =>
    `Customer,Balance,As of\nAna Abara,${ana},${on}\nBen Birch,${ben},${on}\n`;

  it('below zero count once, and each file brings the book to its own', async () => {
    await bring(week('01/15/2025', '50.00', '-20.00'));
    expect(await attempt(week('01/22/2025', '50.00', '-20.00'))).toMatchObject({
      accepted: 0,
      alreadyThere: 2,
    });
    const before = dumpBook(desk.store);
    const { importId } = (await bring(week('01/29/2025', '-5.00', '-10.00'))).import;
    expect(owed()).toBe(-1500);
    valueIn(await desk.call('imports.undo', { importId }));
    expect(dumpBook(desk.store)).toEqual(before);
    await bring(week('01/29/2025', '-5.00', '-10.00'));
    await bring(week('02/15/2025', '50.00', '10.00'));
    expect(owed()).toBe(6000);
    // An older one has nothing to add.
    expect(await attempt(week('01/29/2025', '-5.00', '-10.00'))).toMatchObject({
      accepted: 0,
      alreadyThere: 2,
    });
  });
});

describe('money that waits', () => {
  const plan: PlanChange = { rowKind: 'payment' };
  const paid = (account: string, more = '') =>
    `Account,Payment Date,Payment Amount${more}\n${account},02/15/2025,10.00${more === '' ? '' : ','}\n`;

  it('is not posted beside itself once its account is there', async () => {
    await bring(paid('Z1'), plan);
    await bring('Customer,Account,Invoice,Date,Amount\nZed Zorn,Z1,1,01/15/2025,100.00\n');
    expect(await attempt(paid('Z1', ',Remark'), plan)).toMatchObject({ accepted: 0, alreadyThere: 1 });
  });

  it('for another account, or of another client, is other money', async () => {
    await bring(paid('Z1'), plan);
    expect(await attempt(paid('Z2'), plan)).toMatchObject({ accepted: 1, alreadyThere: 0 });
    expect(await attempt(paid('Z1'), { ...plan, clientName: 'Beta Veterinary' })).toMatchObject({
      accepted: 1,
      alreadyThere: 0,
    });
  });
});

describe('invoices that say what was paid, and then the payments of the same program', () => {
  const invoices =
    'Customer,Invoice Number,Date,Amount,Paid\nAna Abara,1,01/15/2025,100.00,60.00\nBen Birch,2,01/16/2025,50.00,50.00\n';
  const payments = (rows: string) => `Customer,Invoice Number,Payment Date,Payment Amount\n${rows}`;

  it('are the same money: it counts once, a later payment counts, and one that does not fit waits', async () => {
    await bring(invoices);
    expect(owed()).toBe(4000);
    const same = 'Ana Abara,1,02/01/2025,20.00\nAna Abara,1,02/11/2025,40.00\nBen Birch,2,02/02/2025,50.00\n';
    const trial = await attempt(payments(same), { rowKind: 'payment' });
    expect(trial).toMatchObject({ accepted: 0, alreadyThere: 3, doubted: 3 });
    expect(new Set(trial.doubts.map(({ code }) => code))).toEqual(new Set(['paid_with_invoice']));
    const more = payments(`${same}Ben Birch,2,02/03/2025,9.00\n`);
    await bring(payments('Ana Abara,1,02/01/2025,70.00\n'), { rowKind: 'payment' });
    expect(owed()).toBe(4000);
    expect(desk.store.db.prepare('SELECT amount_cents FROM incoming').pluck().all()).toEqual([7000]);
    const later = await attempt(more, { rowKind: 'payment' });
    expect(later.alreadyThere).toBe(3);
  });
});

describe('two bank accounts whose statements name neither', () => {
  const statement =
    'Date,Description,Amount\n11/02/2026,ZELLE FROM ANA ABARA,25.00\n11/03/2026,CHECK 204,40.00\n';

  it('are told apart by what the user calls them, and a download that overlaps adds nothing', async () => {
    const of = (heldAt: string) => ({ rowKind: 'bank_line' as const, heldAt });
    await bring(statement, of('Checking 1'));
    const other = await attempt(`${statement}11/04/2026,ZELLE,5.00\n`, of('Savings 2'));
    expect(other).toMatchObject({ accepted: 3, alreadyThere: 0 });
    const again = await attempt(`${statement}11/04/2026,ZELLE,5.00\n`, of('Checking 1'));
    expect(again).toMatchObject({ accepted: 1, alreadyThere: 2 });
    expect(desk.store.db.prepare('SELECT DISTINCT held_at FROM incoming').pluck().all()).toEqual([
      'Checking 1',
    ]);
  });
});
