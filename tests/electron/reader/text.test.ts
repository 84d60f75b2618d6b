import { describe, expect, it } from 'vitest';
import type { ReadAsked } from '../../../shared/domain/import/file-look.ts';
import { makeZip } from '../../builders/make-zip.ts';
import { lookAtBytes, readBytes } from '../../builders/read-bytes.ts';
import { valueIn } from '../../builders/vault.ts';

async function cellsOf(content: string | Uint8Array, asked: ReadAsked = {}) {
  const { look, rows } = valueIn(await readBytes(content, asked));
  expect(look.rows).toBe(rows.length);
  return {
    ...look.decided,
    names: look.columns.map(({ name }) => name),
    cells: rows.map(({ cells }) => cells.map((cell) => cell.trim())),
    lines: rows.map(({ line }) => line),
    stray: rows.map(({ stray }) => stray),
  };
}

const people = [
  ['Name', 'Invoice', 'Amount', 'Note'],
  ['ABARA, ANA', '0001', '10.00', 'calls at 9:15'],
  ['Birch, Ben', '0002', '20.50', ''],
  ['Cole, Cy', '0003', '30.00', 'lives at home'],
];

describe('every sign that parts cells', () => {
  it.each([',', ';', '\t', '|', '^', '~', '*', ':'] as const)('%j', async (sign) => {
    const text = people.map((row) =>
      row.map((cell) => (cell.includes(sign) ? `"${cell}"` : cell)).join(sign),
    );
    const found = await cellsOf(`${text.join('\n')}\n`);
    expect(found.delimiter).toBe(sign);
    expect([found.names, ...found.cells]).toEqual(people);
  });

  it('takes the sign the file states, and its line for no row', async () => {
    const found = await cellsOf('sep=;\r\nAna Abara;1,00\r\nBen Birch;2,00\r\n');
    expect(found).toMatchObject({
      delimiter: ';',
      headerLine: 0,
      cells: [
        ['Ana Abara', '1,00'],
        ['Ben Birch', '2,00'],
      ],
      lines: [2, 3],
    });
  });

  it.each([
    ['a letter with colons', 'Dear Ana:\nplease pay: 10:00\nYours: the office\nsee you\n'],
    ['a list in prose', 'we met, and spoke\nthen left\nnothing more\nend\nof it\nall\n'],
    ['columns of blanks', 'Name        Amount\nAna Abara     1.00\nBen Birch    20.00\n'],
  ])('%s is no table', async (_, text) => {
    expect(await lookAtBytes(text)).toMatchObject({ ok: false, error: { code: 'import.not_a_table' } });
  });
});

describe('marks around cells', () => {
  it('backslashes before marks, where nothing else comes out', async () => {
    const text = '"Name","Note","Amount"\n"Ana","said \\"no, never\\"","1.00"\n"Ben","c:\\\\temp","2.00"\n';
    const found = await cellsOf(text);
    expect(found.cells).toEqual([
      ['Ana', 'said "no, never"', '1.00'],
      ['Ben', 'c:\\temp', '2.00'],
    ]);
    expect(found.stray).toEqual([false, false]);
  });

  it('a backslash at the end of a cell is a backslash', async () => {
    const found = await cellsOf('"Name","Path","Amount"\n"Ana","c:\\temp\\","1.00"\n"Ben","d:\\","2.00"\n');
    expect(found.cells).toEqual([
      ['Ana', 'c:\\temp\\', '1.00'],
      ['Ben', 'd:\\', '2.00'],
    ]);
  });

  it('apostrophes in place of quotation marks, beside names that hold one', async () => {
    const text =
      "'Name','Note','Amount'\n'O'Hara, Ann','it''s late, she says','1.00'\nBen O'Neil,'','2.00'\n'Cy's car', x ,'3.00'\n";
    const found = await cellsOf(text);
    expect(found.names).toEqual(['Name', 'Note', 'Amount']);
    expect(found.cells).toEqual([
      ["O'Hara, Ann", "it's late, she says", '1.00'],
      ["Ben O'Neil", '', '2.00'],
      ["Cy's car", 'x', '3.00'],
    ]);
  });

  it('an apostrophe that opens nothing stays and is pointed at', async () => {
    const text = `'Name','Amount'\n${"'Ana','1.00'\n".repeat(40_000)}'Twas Ben,2.00\n`;
    const found = await cellsOf(text);
    expect(found.cells.at(-1)).toEqual(["'Twas Ben", '2.00']);
    expect(found.stray.at(-1)).toBe(true);
    expect(found.stray.filter(Boolean)).toHaveLength(1);
  });

  it('line breaks in cells keep the numbers of the lines below', async () => {
    const found = await cellsOf('Name,Note,Amount\r\nAna,"a\r\nb\r\nc",1.00\r\nBen,"x, y",2.00\r\n');
    expect(found.cells[0]).toEqual(['Ana', 'a\r\nb\r\nc', '1.00']);
    expect(found.lines).toEqual([2, 5]);
  });

  it('ragged rows keep their cells where they stand', async () => {
    const found = await cellsOf('Name,Invoice,Amount\nAna,1,1.00\nBen,2\nCy,3,3.00,left over\n');
    expect(found.cells).toEqual([
      ['Ana', '1', '1.00'],
      ['Ben', '2'],
      ['Cy', '3', '3.00', 'left over'],
    ]);
  });
});

describe('letters', () => {
  const text = 'Name,Amount\nZoë Núñez,1.00\nFrançois Müller,2.00\n';
  const expected = [
    ['Zoë Núñez', '1.00'],
    ['François Müller', '2.00'],
  ];
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  // What Python writes for the same text in each.
  const mac = Buffer.from(
    '4e616d652c416d6f756e740d5a6f91204e9c96657a2c312e30300d4672616e8d6f6973204d9f6c6c65722c322e30300d',
    'hex',
  );
  const dos = Buffer.from(
    '4e616d652c416d6f756e740d0a5a6f89204ea3a4657a2c312e30300d0a4672616e876f6973204d816c6c65722c322e30300d0a',
    'hex',
  );
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8', {}],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8', {}],
    ['UTF-16', wide, 'utf-16le', {}],
    ['UTF-16 without a mark', wide.subarray(2), 'utf-16le', {}],
    ['UTF-16 big-endian', Buffer.from(wide).swap16(), 'utf-16be', {}],
    ['UTF-16 big-endian without a mark', Buffer.from(wide).swap16().subarray(2), 'utf-16be', {}],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252', {}],
    ['an old Macintosh, by its line ends', mac, 'macintosh', {}],
    ['DOS, when asked for', dos, 'cp437', { encoding: 'cp437' }],
    ['ISO-8859-15, when asked for', Buffer.from(text, 'latin1'), 'iso-8859-15', { encoding: 'iso-8859-15' }],
  ] as const)('%s', async (_, bytes, encoding, asked) => {
    const found = await cellsOf(bytes, asked);
    expect(found).toMatchObject({ encoding, names: ['Name', 'Amount'], cells: expected });
  });

  it('the euro sign, where each of them has it', async () => {
    const of = async (byte: number, encoding: ReadAsked['encoding']) => {
      const bytes = Buffer.concat([
        Buffer.from('Name,Amount\nAna '),
        Buffer.from([byte]),
        Buffer.from(',1\n'),
      ]);
      return (await cellsOf(bytes, { encoding })).cells[0]?.[0];
    };
    expect(await of(0x80, 'windows-1252')).toBe('Ana €');
    expect(await of(0xa4, 'iso-8859-15')).toBe('Ana €');
    expect(await of(0xdb, 'macintosh')).toBe('Ana €');
  });

  it('a letter cut in two by a piece of the file is one letter', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const long = `${'x'.repeat(shift)}Name,Amount\n${'Zoë 🙂 Núñez,1.00\n'.repeat(60_000)}`;
      for (const bytes of [Buffer.from(long), Buffer.from(`\ufeff${long}`, 'utf16le')]) {
        const { rows } = valueIn(await readBytes(bytes));
        expect(rows).toHaveLength(60_000);
        expect(rows.every(({ cells }) => cells[0] === 'Zoë 🙂 Núñez')).toBe(true);
      }
    }
  });
});

describe('a ZIP', () => {
  const table = 'Name,Amount\nAna,1.00\nBen,2.00\n';

  it('of one table is that table, whatever the system put beside it', async () => {
    const zip = await makeZip({
      'list/people.csv': table,
      '__MACOSX/list/._people.csv': 'x',
      'list/.DS_Store': 'x',
    });
    expect((await cellsOf(zip)).cells).toEqual([
      ['Ana', '1.00'],
      ['Ben', '2.00'],
    ]);
  });

  it('of several asks which: they are its sheets', async () => {
    const zip = await makeZip({ 'a.csv': table, 'read me.pdf': '%PDF-1.7', 'b.csv': 'Name;Sum\nCy;3,00\n' });
    const look = valueIn(await lookAtBytes(zip));
    expect(look.sheets.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
    expect((await cellsOf(zip, { sheet: 1 })).cells).toEqual([['Cy', '3,00']]);
    expect((await cellsOf(zip)).cells).toHaveLength(2);
  });

  it.each([
    ['none', { 'a.pdf': '%PDF-1.7' }, 'import.not_a_table'],
    [
      'a ZIP in it',
      { 'a.zip': 'PK\u0003\u0004zip in a zip', 'b.zip': 'PK\u0003\u0004' },
      'import.not_a_table',
    ],
    ['only folders', {}, 'import.not_a_table'],
    ['one empty file', { 'a.csv': '' }, 'import.file_empty'],
  ] as const)('of %s is refused', async (_, parts, code) => {
    expect(await lookAtBytes(await makeZip(parts))).toMatchObject({ ok: false, error: { code } });
  });

  it('that grows without end is not unpacked', async () => {
    const bomb = await makeZip({ 'a.csv': Buffer.alloc(80_000_000, 'Ana,1\n') });
    expect(bomb.length).toBeLessThan(500_000);
    expect(await lookAtBytes(bomb)).toMatchObject({ ok: false, error: { code: 'import.unpacks_too_large' } });
  });

  it('that lies about its sizes, or was damaged, is refused', async () => {
    const good = await makeZip({ 'a.csv': table.repeat(50) });
    const directory = good.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    for (const [at, value] of [
      [directory + 24, 9],
      [directory + 20, 3],
      [directory + 42, 7],
      [directory + 16, 1],
      [60, 255],
    ] as const) {
      const bad = Buffer.from(good);
      bad.writeUInt8(value ^ bad.readUInt8(at), at);
      const result = await lookAtBytes(bad);
      expect(result, `byte ${at}`).toMatchObject({ ok: false, error: { code: /^import\.un/ } });
    }
  });
});

describe('a SYLK file', () => {
  it.each(['C;Y777000000;X1;K1', 'C;Y1;X99999999;K1', 'F;W1 99999999 10', 'C;Y3;X1;C99999999;R1;K1'])(
    'with %s is refused and not built',
    async (record) => {
      const began = performance.now();
      const result = await lookAtBytes(`ID;PX\r\nC;Y1;X1;K"Name"\r\nC;Y1;X2;K"Amount"\r\n${record}\r\nE\r\n`);
      expect(result).toMatchObject({ ok: false, error: { code: 'import.unreadable' } });
      expect(performance.now() - began).toBeLessThan(2000);
    },
  );
});
