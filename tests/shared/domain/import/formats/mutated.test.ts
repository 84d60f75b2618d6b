/** Damaged texts: whatever is cut, doubled or swapped, a format answers, ends, and states no sum nobody wrote. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openFormat } from '../../../../builders/flat-format.ts';

const whole = [
  '!TRNS\tTRNSTYPE\tDATE\tACCNT\tNAME\tAMOUNT\n!SPL\tTRNSTYPE\tDATE\tACCNT\tNAME\tAMOUNT\n!ENDTRNS\nTRNS\tINVOICE\t3/2/2026\tA/R\tAna Reyes\t10.00\nSPL\tINVOICE\t3/2/2026\tSales\t\t-10.00\nENDTRNS\n',
  'OFXHEADER:100\n<OFX><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>1234</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEP<DTPOSTED>20260301<TRNAMT>5.00<FITID>1<NAME>A & <B></STMTTRN></BANKTRANLIST></STMTRS></OFX>',
  'ST*835*1~BPR*I*5*C*CHK************20260301~TRN*1*77*1~CLP*A*1*9*5*1*12*X~NM1*QC*1*OAKE*TAM~CAS*PR*1*1~CAS*CO*45*3~SE*7*1~',
  'ST*837*1~BHT*0019*00*1*20260301*0932*CH~HL*1**20*1~NM1*85*2*CLINIC~HL*2*1*22*0~NM1*IL*1*OAKE*TAM~CLM*A*9***11:B:1~DTP*472*D8*20260301~SE*8*1~',
];

it('is read to its end or refused, without a crash', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.array(
        fc.record({
          do: fc.constantFrom('cut', 'double', 'swap', 'letter'),
          at: fc.nat(400),
          length: fc.nat(60),
          letter: fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
        }),
        { maxLength: 6 },
      ),
      (text, changes) => {
        let changed = text;
        for (const { do: what, at, length, letter } of changes) {
          const from = at % (changed.length + 1);
          const piece = changed.slice(from, from + length);
          if (what === 'cut') changed = changed.slice(0, from) + changed.slice(from + length);
          else if (what === 'double') changed = changed.slice(0, from) + piece + changed.slice(from);
          else if (what === 'swap') changed = changed.slice(from) + changed.slice(0, from);
          else changed = changed.slice(0, from) + letter + changed.slice(from + 1);
        }
        const opened = openFormat(changed);
        if (!opened?.ok) return;
        let rows = 0;
        const reading = opened.value.read({
          row({ cells, line }) {
            rows += 1;
            expect(cells).toHaveLength(opened.value.columns.length);
            expect(line).toBeGreaterThan(0);
          },
          skip: () => undefined,
          total: ({ cents, summedCents }) => expect(Number.isSafeInteger(cents + summedCents)).toBe(true),
          doubt: () => undefined,
          asOf: () => undefined,
        });
        for (let step = reading.next(); !step.done; step = reading.next());
        expect(rows).toBeLessThan(200);
      },
    ),
    { numRuns: 3000 },
  );
});
