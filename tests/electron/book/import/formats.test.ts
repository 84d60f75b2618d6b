/** IIF, OFX and X12 from their bytes to the book. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dumpBook, type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
});

function table(sql: string): unknown[] {
  return desk.store.db.prepare(sql).raw().all();
}

const iif = [
  '!TRNS\tTRNSTYPE\tDATE\tACCNT\tNAME\tAMOUNT\tDOCNUM',
  '!SPL\tTRNSTYPE\tDATE\tACCNT\tNAME\tAMOUNT\tDOCNUM',
  '!ENDTRNS',
  'TRNS\tINVOICE\t3/2/2026\tAccounts Receivable\tHarbor View:Ana Reyes\t120.00\t1042',
  'SPL\tINVOICE\t3/2/2026\tRent\t\t-120.00\t',
  'ENDTRNS',
  'TRNS\tPAYMENT\t3/9/2026\tUndeposited Funds\tHarbor View:Ana Reyes\t45.00\t5512',
  'SPL\tPAYMENT\t3/9/2026\tAccounts Receivable\tHarbor View:Ana Reyes\t-45.00\t',
  'ENDTRNS',
  'TRNS\tINVOICE\t3/3/2026\tAccounts Receivable\tTam Oake\t10.00\t1043',
  'SPL\tINVOICE\t3/3/2026\tRent\t\t-9.00\t',
  'ENDTRNS',
].join('\r\n');

it('an IIF file: the charge with its payment, the torn transaction refused; again it adds nothing; undone it is as before', async () => {
  const before = dumpBook(desk.store);
  const done = valueIn(await desk.write(desk.file(iif, 'books.iif'), { rowKind: 'charge' }));
  expect(done).toMatchObject({
    refused: 1,
    import: { debtors: 1, charges: 1, payments: 1, source: 'quickbooks.iif' },
  });
  expect(table('SELECT name FROM debtors')).toEqual([['Ana Reyes']]);
  expect(table('SELECT name FROM aliases')).toEqual([['Harbor View:Ana Reyes']]);
  expect(table('SELECT balance_cents FROM account_summaries')).toEqual([[7500]]);
  const again = valueIn(await desk.attempt(desk.file(iif)));
  expect(again).toMatchObject({ charges: 0, payments: 0, newDebtors: 0, undecided: 0, refused: 1 });
  expect(again.refusals).toMatchObject([{ line: 10, code: 'transaction_unbalanced' }]);
  valueIn(await desk.call('imports.undo', { importId: done.import.importId }));
  expect(dumpBook(desk.store)).toEqual(before);
});

it('a bank file waits under money received, each line once', async () => {
  const ofx = `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>000012345678<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260309<TRNAMT>45.00<FITID>A1<NAME>ANA REYES<MEMO>Invoice 1042</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260310<TRNAMT>-3,50<FITID>A2<NAME>FEE</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<TRNAMT>9.00<FITID>A3<NAME>NO DAY</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
  const done = valueIn(await desk.write(desk.file(ofx, 'bank.qfx')));
  expect(done.refused).toBe(1);
  expect(
    table(
      'SELECT kind, held_at, external_id, received_on, amount_cents, payer, memo FROM incoming ORDER BY id',
    ),
  ).toEqual([
    ['bank', 'Checking …5678', 'A1', '2026-03-09', 4500, 'ANA REYES', 'Invoice 1042'],
    ['bank', 'Checking …5678', 'A2', '2026-03-10', -350, 'FEE', ''],
  ]);
  const again = desk.file(`${ofx}\n`);
  expect(valueIn(await desk.attempt(again))).toMatchObject({ refused: 1, alreadyThere: 2 });
  // The day is put in where it was missing, and the line is taken.
  const fixes = [{ line: 7, column: 1, value: '2026-03-11' }];
  expect(valueIn(await desk.attempt(again, { fixes }))).toMatchObject({ refused: 0, alreadyThere: 2 });
});

it('a remittance pays the account it names and takes off what the contract says; what it does not find waits', async () => {
  const text = 'Account number,Name,Invoice,Date,Amount\nA-1001,Ana Reyes,1,2/1/2026,200.00\n';
  valueIn(await desk.write(desk.file(text)));
  const era =
    'ST*835*1~BPR*I*170.00*C*CHK************20260309~TRN*1*CHK88*1~N1*PR*GULL BAY HEALTH~' +
    'CLP*A-1001*1*200.00*150.00*20.00*12*ICN1~NM1*QC*1*REYES*ANA~CAS*PR*2*20~CAS*CO*45*30~' +
    'CLP*A-9999*1*20.00*20.00**12*ICN2~NM1*QC*1*OAKE*TAM~SE*9*1~';
  const done = valueIn(await desk.write(desk.file(era, 'era.835'), { rowKind: 'payment' }));
  expect(done.refused).toBe(0);
  expect(table('SELECT balance_cents FROM account_summaries')).toEqual([[2000]]);
  expect(table('SELECT kind, amount_cents, payer FROM incoming')).toEqual([
    ['remittance', 2000, 'GULL BAY HEALTH'],
  ]);
  const [details] = table('SELECT details FROM incoming').flat() as string[];
  expect(details).toContain('A-9999');
});

it('claims come with their patient’s birth date and address', async () => {
  const claims =
    'ST*837*1~BHT*0019*00*1*20260309*0932*CH~HL*1**20*1~NM1*85*2*TIDE CLINIC~HL*2*1*22*0~NM1*IL*1*OAKE*TAM~' +
    'N3*12 QUAY ST~N4*NORFOLK*VA*23510~DMG*D8*19800206*M~CLM*P-77*412.5***11:B:1~DTP*472*D8*20260210~SE*11*1~';
  valueIn(await desk.write(desk.file(claims, 'claims.837')));
  expect(table('SELECT number, original_creditor FROM accounts')).toEqual([['P-77', 'TIDE CLINIC']]);
  expect(table("SELECT value FROM person_facts WHERE name = 'born_on'")).toEqual([['1980-02-06']]);
  expect(table('SELECT balance_cents FROM account_summaries')).toEqual([[41_250]]);
});
