/** One small, whole file of each kind that can be brought in, all people invented. What a mutation starts from. */
import { makeZip } from './make-zip.ts';

/** Parts of a packed file, or the bytes of one that is not. */
export type FileSeed =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'packed'; readonly parts: Readonly<Record<string, Buffer>> };

const people = [
  [
    '1000-ABARA',
    'Ana Abara',
    '5046129581',
    '6/29/2025',
    '7/29/2025',
    '204.60',
    '',
    '(512) 555-0100',
    '78700',
  ],
  ['1037-BIRCH', 'Birch, Ben', '0777038280', '7/6/2025', '8/5/2025', '119.85', '8/24/2025', '', '78701'],
  ['1100-COLE', 'Cy "Red" Cole', '0777038281', '7/13/2025', '', '1,250.00', '', '512-555-0102', '08701'],
  ['1100-COLE', 'Cy "Red" Cole', '0777038282', '13.7.2025', '', '(45.00)', '', '', '8701'],
  ['1200-NÚÑEZ', 'Zoë Núñez 🙂', 'A-7', '12/31/2024', '1/30/2025', '$3.33', '', '555-0103', ''],
];
const names = [
  'Customer ID',
  'Customer',
  'Invoice',
  'Invoice Date',
  'Due Date',
  'Amount',
  'Paid On',
  'Phone',
  'ZIP',
];

function table(sign: string, lineEnd = '\r\n'): string {
  const cell = (value: string) => (/[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return (
    [names, ...people, ['', 'Total', '', '', '', '1532.78']]
      .map((row) => row.map(cell).join(sign))
      .join(lineEnd) + lineEnd
  );
}

const report = `Harbor Lane Recovery
A/R Aging Detail
As of November 21, 2025

Date,Transaction Type,Num,Customer,Due Date,Amount,Open Balance
91 or more days past due
06/29/2025,Invoice,1001,Ana Abara,07/29/2025,204.60,204.60
07/06/2025,Invoice,1002,Ben Birch,08/05/2025,119.85,100.00
Total for 91 or more days past due,,,,,324.45,304.60
1 - 30 days past due
10/06/2025,Invoice,1003,Cy Cole,11/05/2025,50.00,50.00
Total for 1 - 30 days past due,,,,,50.00,50.00
TOTAL,,,,,374.45,354.60
`;

const iif = [
  '!CUST\tNAME\tBADDR1\tBADDR2\tPHONE1',
  'CUST\tAna Abara\tAna Abara\t100 Harbor Lane\t512-555-0100',
  '!TRNS\tTRNSTYPE\tDATE\tACCNT\tNAME\tAMOUNT\tDOCNUM\tMEMO',
  '!SPL\tTRNSTYPE\tDATE\tACCNT\tNAME\tAMOUNT\tDOCNUM\tMEMO',
  '!ENDTRNS',
  'TRNS\tINVOICE\t6/29/2025\tAccounts Receivable\tAna Abara\t204.60\t1001\t"filling"',
  'SPL\tINVOICE\t6/29/2025\tFees\t\t-204.60\t1001\t',
  'ENDTRNS',
  'TRNS\tPAYMENT\t7/29/2025\tBank\tAna Abara\t100.00\t7\t',
  'SPL\tPAYMENT\t7/29/2025\tAccounts Receivable\tAna Abara\t-100.00\t7\t',
  'ENDTRNS',
  '',
].join('\r\n');

const ofx = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20251121<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>000000000<ACCTID>000055501<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20251101<DTEND>20251121
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20251103120000<TRNAMT>204.60<FITID>A1<NAME>ANA ABARA<MEMO>INV 1001</STMTTRN>
<STMTTRN><TRNTYPE>CHECK<DTPOSTED>20251105<TRNAMT>-12.50<FITID>A2<CHECKNUM>204<NAME>PAPER &amp; PENS</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1192.10<DTASOF>20251121</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;

const ofx2 = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<?OFX OFXHEADER="200" VERSION="200" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
${ofx.slice(ofx.indexOf('<OFX>')).replaceAll(/<([A-Z0-9]+)>([^<\r\n]+)/g, '<$1>$2</$1>')}`;

const remittance = [
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *251121*1200*^*00501*000000001*0*P*:',
  'GS*HP*PAYER*CLINIC*20251121*1200*1*X*005010X221A1',
  'ST*835*0001',
  'BPR*I*132.00*C*CHK************20251121',
  'TRN*1*CHECK77*1512345678',
  'N1*PR*HARBOR HEALTH PLAN',
  'N1*PE*TIDEWATER DENTAL*XX*1234567893',
  'CLP*PAT-0001*1*200.00*132.00*30.00*12*CLAIM1',
  'CAS*CO*45*38.00',
  'NM1*QC*1*ABARA*ANA****MI*W0001',
  'DTM*232*20251001',
  'CLP*PAT-0002*4*80.00*0.00*80.00*12*CLAIM2',
  'CAS*PR*1*80.00',
  'NM1*QC*1*BIRCH*BEN',
  'SE*13*0001',
  'GE*1*1',
  'IEA*1*000000001',
  '',
].join('~\n');

function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}

function workbookParts(): Record<string, Buffer> {
  const strings: string[] = [];
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const shared = (text: string) => {
    if (!strings.includes(text)) strings.push(text);
    return strings.indexOf(text);
  };
  const rows = [names, ...people].map((row, line) => {
    const cells = row.map((value, column) => {
      const at = `${columnName(column)}${line + 1}`;
      const number = line > 0 && column === 5 ? Number(value.replace(/[$,)]/g, '').replace('(', '-')) : null;
      if (number !== null) return `<c r="${at}" s="1"><v>${number}</v></c>`;
      if (line > 0 && column === 3) return `<c r="${at}" s="2"><v>${45_800 + line}</v></c>`;
      if (column === 7) return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
      return value === '' ? '' : `<c r="${at}" t="s"><v>${shared(value)}</v></c>`;
    });
    return `<row r="${line + 1}">${cells.join('')}</row>`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(head + xml)]));
}

const odsContent = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="People">${[
  names,
  ...people,
]
  .map(
    (row) =>
      `<table:table-row>${row.map((value) => `<table:table-cell office:value-type="string"><text:p>${value.replaceAll('&', '&amp;')}</text:p></table:table-cell>`).join('')}</table:table-row>`,
  )
  .join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;

const sylk = `ID;PDuebook\r\n${[names, ...people]
  .flatMap((row, y) =>
    row.map((value, x) => `C;Y${y + 1};X${x + 1};K"${value.replaceAll('"', '""').replaceAll(';', ';;')}"`),
  )
  .join('\r\n')}\r\nE\r\n`;

const text = (content: string, encoding: BufferEncoding = 'utf8'): FileSeed => ({
  kind: 'bytes',
  bytes: Buffer.from(content, encoding),
});

export const fileSeeds: Readonly<Record<string, FileSeed>> = {
  'comma.csv': text(table(',')),
  'semicolon.csv': text(`\ufeff${table(';')}`),
  'tab.txt': text(table('\t', '\n')),
  'caret.txt': text(table('^', '\r')),
  'windows.csv': text(table(',').replace('🙂', ''), 'latin1'),
  'utf-16.csv': text(`\ufeff${table(',')}`, 'utf16le'),
  'report.csv': text(report),
  'list.iif': text(iif),
  'bank.ofx': text(ofx),
  'bank-2.ofx': text(ofx2),
  'remittance.835': text(remittance),
  'sylk.slk': text(sylk),
  'table.zip': { kind: 'packed', parts: { 'people.csv': Buffer.from(table(',')) } },
  'workbook.xlsx': { kind: 'packed', parts: workbookParts() },
  'workbook.ods': {
    kind: 'packed',
    parts: {
      mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': Buffer.from(odsContent),
    },
  },
};

/** The file as it is sent. */
export function bytesOf(seed: FileSeed): Promise<Buffer> {
  return seed.kind === 'bytes' ? Promise.resolve(seed.bytes) : makeZip(seed.parts);
}
