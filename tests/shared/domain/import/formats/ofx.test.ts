import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofxCents } from '../../../../../shared/domain/import/formats/ofx.ts';
import { openFormat, readFormat } from '../../../../builders/flat-format.ts';

const sgml = (entries: string, around = '') =>
  `OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\n\r\n<OFX><BANKMSGSRSV1><STMTTRNRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>
<STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>061000<ACCTID>12300 0000 1234 5678<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>${entries}</BANKTRANLIST>${around}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

const entry = (values: Readonly<Record<string, string>>) =>
  `\n<STMTTRN>${Object.entries({
    TRNTYPE: 'CREDIT',
    DTPOSTED: '20260309',
    TRNAMT: '10.00',
    FITID: 'F1',
    ...values,
  })
    .map(([name, value]) => `<${name}>${value}`)
    .join('')}</STMTTRN>`;

describe('bank statements', () => {
  it('give one line a transaction, the account masked to its last four', () => {
    const { rows, because } = readFormat(
      sgml(
        entry({
          DTPOSTED: '20260309233000.000[-5:EST]',
          TRNAMT: '+1250,40',
          CHECKNUM: '00319',
          NAME: 'OAKE & SONS',
          MEMO: 'Invoice 1042',
        }),
        '<LEDGERBAL><BALAMT>5250.00<DTASOF>20260310</LEDGERBAL>',
      ),
    );
    expect(rows).toMatchObject([
      {
        kind: 'bank_line',
        refused: null,
        says: {
          held_at: 'Checking …5678',
          payment_on: '2026-03-09',
          payment_amount: '1250.40',
          currency: 'USD',
          payer: 'OAKE & SONS',
          memo: 'Invoice 1042',
          check_number: '00319',
          external_id: 'F1',
        },
      },
    ]);
    expect(because.join(' ')).toContain('$5,250.00 on Mar 10, 2026');
    expect(JSON.stringify(rows)).not.toContain('12300');
  });

  it('are read the same as XML, with entities and character data', () => {
    const { rows } = readFormat(
      `<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS>
       <CURDEF>USD</CURDEF><CCACCTFROM><ACCTID>4111-9012</ACCTID></CCACCTFROM><BANKTRANLIST>
       <STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260105</DTPOSTED><TRNAMT>-3.10</TRNAMT><FITID>a&amp;1</FITID>
       <NAME><![CDATA[Reyes & <Co>]]></NAME><MEMO>caf&#233; &lt;5&gt;</MEMO></STMTTRN>
       </BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`,
    );
    expect(rows).toMatchObject([
      {
        says: {
          held_at: 'Card …9012',
          payment_amount: '-3.10',
          payer: 'Reyes & <Co>',
          memo: 'café <5>',
          external_id: 'a&1',
        },
      },
    ]);
  });

  it('keep what only looks like a tag inside a text', () => {
    const { rows } = readFormat(sgml(entry({ NAME: 'FROM <JO> TO <5> & <b>', MEMO: 'a < b' })));
    expect(rows[0]?.says).toMatchObject({ payer: 'FROM <JO> TO <5> & <b>', memo: 'a < b' });
  });

  it('of several accounts keep each account’s own lines apart', () => {
    const second = sgml(entry({ FITID: 'F2' })).replace('1234 5678', '9999 0001');
    const { rows } = readFormat(`${sgml(entry({}))}${second.slice(second.indexOf('<OFX>'))}`);
    expect(rows.map(({ says }) => says.held_at)).toEqual(['Checking …5678', 'Checking …0001']);
  });

  it('refuse a line without a day, with a day that does not exist, or a sum that cannot be told', () => {
    const { rows } = readFormat(
      sgml(
        entry({ DTPOSTED: '' }) +
          entry({ DTPOSTED: '20260231' }) +
          entry({ TRNAMT: '$120' }) +
          entry({ TRNAMT: '1,234' }),
      ),
    );
    expect(rows.map(({ refused }) => refused)).toEqual([
      'day_missing',
      'day_unreadable',
      'amount_unreadable',
      'amount_unreadable',
    ]);
  });

  it('number entries that share a line, so that each has a number of its own', () => {
    const text = sgml(entry({ FITID: 'A' }) + entry({ FITID: 'B' })).replaceAll(/[\r\n]/g, '');
    expect(readFormat(text).rows.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('lose no money to a bank that uses one id for two transactions', () => {
    const { rows } = readFormat(
      sgml(entry({ FITID: 'X' }) + entry({ FITID: 'X' }) + entry({ FITID: 'X', TRNAMT: '11.00' })),
    );
    const ids = rows.map(({ says }) => says.external_id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('that hold only an error of the bank, or nothing, are refused in words', () => {
    const failed = sgml('').replace(
      '<CODE>0<SEVERITY>INFO',
      '<CODE>15500<SEVERITY>ERROR<MESSAGE>Sign-on invalid',
    );
    expect(openFormat(failed)).toEqual({
      ok: false,
      error: { code: 'import.bank_error', params: { code: '15500', message: 'Sign-on invalid' } },
    });
    expect(openFormat(sgml(''))).toMatchObject({ ok: false, error: { code: 'import.no_entries' } });
  });
});

describe('ofxCents', () => {
  it.each<[string, number | null]>([
    ['200.00', 20000],
    ['-33.3', -3330],
    ['-140', -14000],
    ['.5', 50],
    ['1.234,50', 123450],
    ['1,234.50', 123450],
    ['1234,5', 123450],
    ['0.100', 10],
    ['12.345', null],
    ['1.234', null],
    ['$120', null],
    ['', null],
    ['-', null],
    ['1e5', null],
  ])('%s is %s', (text, cents) => expect(ofxCents(text)).toBe(cents));

  it('reads every sum written with two decimals, whichever sign parts them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }),
        fc.constantFrom('.', ','),
        (cents, sign) => {
          const digits = String(Math.abs(cents)).padStart(3, '0');
          const text = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}${sign}${digits.slice(-2)}`;
          expect(ofxCents(text)).toBe(cents);
        },
      ),
    );
  });
});
