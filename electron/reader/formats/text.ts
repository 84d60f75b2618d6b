/**
 * Text: decoded and cut into records piece by piece with a breath between. Decoding is done with Node's
 * own decoders and one small table, not with what a runtime's ICU happens to carry.
 */
import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { unguardFormula } from '../../../shared/domain/formula-guard.ts';
import type { Content } from '../../../shared/domain/import/detect-content.ts';
import {
  detectLayout,
  readSample,
  type SampleRead,
  statedSign,
} from '../../../shared/domain/import/detect-reading.ts';
import type { RawRecord } from '../../../shared/domain/import/sources/shape.ts';
import {
  type Dialect,
  makeTableReader,
  type TableFault,
  type TableRecord,
} from '../../../shared/domain/import/table-reader.ts';
import { type Encoding, importLimits } from '../../../shared/domain/import.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { contentWords } from '../../../shared/text/import-words.ts';
import type { OpenedTables, ReadSteps, TextReading } from '../opened-file.ts';

type TextFile = {
  readonly bytes: Buffer;
  readonly encoding: Encoding;
  /** The line of the first bytes that are not UTF-8 in a file that otherwise is; `null` when there is none. */
  readonly mixedLine: number | null;
};

export type OpenedText = OpenedTables & { readonly mixedLine: number | null };

const decodedBytes = 256 * 1024;
/** Enough to tell what a file is. */
const beginningBytes = 256 * 1024;

/** Faults of its parts: `import.not_a_table`, `import.encoding_wrong`, those of reading. */
export function openText(bytes: Buffer, content: Extract<Content, { kind: 'text' }>): OpenedText {
  const file: TextFile = { bytes, ...encodingOf(content, bytes) };
  /** How the beginning was cut, by encoding and delimiter: the rest is cut alike. */
  const samples = new Map<string, SampleRead>();
  const sampleOf = ({ encoding, delimiter }: TextReading): SampleRead => {
    const key = `${encoding} ${delimiter}`;
    const known = samples.get(key);
    if (known !== undefined) return known;
    const { text, whole } = decodeBeginning(file, encoding);
    const read = readSample(text, delimiter, whole);
    samples.set(key, read);
    return read;
  };
  return {
    kind: 'tables',
    format: 'text',
    sheets: [{ name: '', rows: null, hidden: false }],
    firstSheet: 0,
    mixedLine: file.mixedLine,
    async begin(_, asked) {
      const encoding = asked.encoding ?? file.encoding;
      const fits = contradictsEncoding(file, encoding);
      if (!fits.ok) return fits;
      let { delimiter } = asked;
      if (delimiter === undefined) {
        const { text, whole } = decodeBeginning(file, encoding);
        const detected = detectLayout(text, whole);
        if (detected === null)
          return fail('import.not_a_table', { found: contentWords.prose, what: 'prose' });
        ({ delimiter } = detected);
        samples.set(`${encoding} ${delimiter}`, detected);
      }
      const reading = { encoding, delimiter };
      return ok({ reading, records: sampleOf(reading).records.filter(isRow).map(rawOf) });
    },
    async read(_, reading, take, steps) {
      const fits = contradictsEncoding(file, reading.encoding);
      if (!fits.ok) return fits;
      return readRecords(steps, file, reading, sampleOf(reading).dialect, (record) =>
        isRow(record) ? take(rawOf(record)) : null,
      );
    },
  };
}

/** Excel's word on the sign it used is no row. */
function isRow({ line, cells }: TableRecord): boolean {
  return line > 1 || !statedSign.test(cells.join(cells.length === 2 && cells[1] === '' ? ';' : ''));
}

/** An apostrophe that guards a cell against being run as a formula is no part of what it says: Duebook's own lists carry it. */
function rawOf({ line, cells, strayQuote }: TableRecord): RawRecord {
  const guarded = cells.some((cell) => cell.charCodeAt(0) === 0x27);
  return { line, cells: guarded ? cells.map(unguardFormula) : cells, stray: strayQuote };
}

/** The beginning can be plain ASCII and an accent stand far below, so the whole file has the last word. */
function encodingOf(
  content: Extract<Content, { kind: 'text' }>,
  bytes: Buffer,
): { encoding: Encoding; mixedLine: number | null } {
  if (content.encoding === 'utf-8' && !isUtf8(bytes)) {
    return { encoding: singleByteOf(bytes), mixedLine: hasUtf8Letters(bytes) ? firstBadLine(bytes) : null };
  }
  if (content.encoding === 'windows-1252' && hasUtf8Letters(bytes)) {
    return { encoding: singleByteOf(bytes), mixedLine: firstBadLine(bytes) };
  }
  return {
    encoding: content.encoding === 'windows-1252' ? singleByteOf(bytes) : content.encoding,
    mixedLine: null,
  };
}

/** Lines that end as on an old Macintosh, with letters where its alphabet has them and Windows has few. */
function singleByteOf(bytes: Buffer): Encoding {
  if (bytes.includes(10) || !bytes.includes(13)) return 'windows-1252';
  let low = 0;
  let high = 0;
  for (const byte of bytes.subarray(0, beginningBytes)) {
    if (byte >= 0x80 && byte < 0xa0) low += 1;
    else if (byte >= 0xc0) high += 1;
  }
  return low > high ? 'macintosh' : 'windows-1252';
}

/** Whether accented letters in UTF-8 (two bytes, C3 and its followers) occur at all. */
function hasUtf8Letters(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(0xc3); at !== -1; at = bytes.indexOf(0xc3, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next >= 0x80 && next <= 0xbf) return true;
  }
  return false;
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(10, from);
    const to = found === -1 ? bytes.length : found + 1;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    line += 1;
    from = to;
  }
  return line;
}

type Decoder = { push(bytes: Buffer): string; end(): string };

function makeDecoder(encoding: Encoding): Decoder {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le': {
      const decoder = new StringDecoder(encoding === 'utf-8' ? 'utf8' : 'utf16le');
      return { push: (bytes) => decoder.write(bytes), end: () => decoder.end() };
    }
    case 'utf-16be': {
      const decoder = new StringDecoder('utf16le');
      let odd: Buffer | null = null;
      return {
        push(bytes) {
          const whole = odd === null ? Buffer.from(bytes) : Buffer.concat([odd, bytes]);
          const even = whole.length - (whole.length % 2);
          odd = even < whole.length ? whole.subarray(even) : null;
          return decoder.write(whole.subarray(0, even).swap16());
        },
        end: () => decoder.end() + (odd === null ? '' : '\ufffd'),
      };
    }
    case 'windows-1252':
      return { push: windows1252, end: () => '' };
    case 'iso-8859-15':
      return { push: iso885915, end: () => '' };
    case 'macintosh':
      return { push: (bytes) => byTable(bytes, macintosh), end: () => '' };
    case 'cp437':
      return { push: (bytes) => byTable(bytes, cp437), end: () => '' };
  }
}

/** Windows-1252 differs from Latin-1 in 80 to 9F; five of those are unassigned and stay control characters. */
const upperHalf =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

export function windows1252(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (letter) => upperHalf.charAt(letter.charCodeAt(0) - 0x80));
}

/** Latin-9 is Latin-1 with eight letters replaced, the euro sign among them. */
const latin9: Readonly<Record<string, string>> = {
  '\u00a4': '\u20ac',
  '\u00a6': '\u0160',
  '\u00a8': '\u0161',
  '\u00b4': '\u017d',
  '\u00b8': '\u017e',
  '\u00bc': '\u0152',
  '\u00bd': '\u0153',
  '\u00be': '\u0178',
};

function iso885915(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u00a4\u00a6\u00a8\u00b4\u00b8\u00bc-\u00be]/g, (letter) => latin9[letter] ?? letter);
}

/** Mac OS Roman, 80 to FF: what old programs on a Macintosh wrote. */
const macintosh =
  '\u00c4\u00c5\u00c7\u00c9\u00d1\u00d6\u00dc\u00e1\u00e0\u00e2\u00e4\u00e3\u00e5\u00e7\u00e9\u00e8' +
  '\u00ea\u00eb\u00ed\u00ec\u00ee\u00ef\u00f1\u00f3\u00f2\u00f4\u00f6\u00f5\u00fa\u00f9\u00fb\u00fc' +
  '\u2020\u00b0\u00a2\u00a3\u00a7\u2022\u00b6\u00df\u00ae\u00a9\u2122\u00b4\u00a8\u2260\u00c6\u00d8' +
  '\u221e\u00b1\u2264\u2265\u00a5\u00b5\u2202\u2211\u220f\u03c0\u222b\u00aa\u00ba\u03a9\u00e6\u00f8' +
  '\u00bf\u00a1\u00ac\u221a\u0192\u2248\u2206\u00ab\u00bb\u2026\u00a0\u00c0\u00c3\u00d5\u0152\u0153' +
  '\u2013\u2014\u201c\u201d\u2018\u2019\u00f7\u25ca\u00ff\u0178\u2044\u20ac\u2039\u203a\ufb01\ufb02' +
  '\u2021\u00b7\u201a\u201e\u2030\u00c2\u00ca\u00c1\u00cb\u00c8\u00cd\u00ce\u00cf\u00cc\u00d3\u00d4' +
  '\uf8ff\u00d2\u00da\u00db\u00d9\u0131\u02c6\u02dc\u00af\u02d8\u02d9\u02da\u00b8\u02dd\u02db\u02c7';

/** Code page 437, 80 to FF: what programs for DOS wrote. */
const cp437 =
  '\u00c7\u00fc\u00e9\u00e2\u00e4\u00e0\u00e5\u00e7\u00ea\u00eb\u00e8\u00ef\u00ee\u00ec\u00c4\u00c5' +
  '\u00c9\u00e6\u00c6\u00f4\u00f6\u00f2\u00fb\u00f9\u00ff\u00d6\u00dc\u00a2\u00a3\u00a5\u20a7\u0192' +
  '\u00e1\u00ed\u00f3\u00fa\u00f1\u00d1\u00aa\u00ba\u00bf\u2310\u00ac\u00bd\u00bc\u00a1\u00ab\u00bb' +
  '\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255d\u255c\u255b\u2510' +
  '\u2514\u2534\u252c\u251c\u2500\u253c\u255e\u255f\u255a\u2554\u2569\u2566\u2560\u2550\u256c\u2567' +
  '\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256b\u256a\u2518\u250c\u2588\u2584\u258c\u2590\u2580' +
  '\u03b1\u00df\u0393\u03c0\u03a3\u03c3\u00b5\u03c4\u03a6\u0398\u03a9\u03b4\u221e\u03c6\u03b5\u2229' +
  '\u2261\u00b1\u2265\u2264\u2320\u2321\u00f7\u2248\u00b0\u2219\u00b7\u221a\u207f\u00b2\u25a0\u00a0';

function byTable(bytes: Buffer, upper: string): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/g, (letter) => upper.charAt(letter.charCodeAt(0) - 0x80));
}

/** The beginning of the file as text, for guessing its layout. `whole` says that this is all of it. */
function decodeBeginning(file: TextFile, encoding: Encoding): { text: string; whole: boolean } {
  const beginning = file.bytes.subarray(0, beginningBytes * 2);
  const whole = beginning.length === file.bytes.length;
  const decoder = makeDecoder(encoding);
  const text = decoder.push(beginning) + (whole ? decoder.end() : '');
  return { text: text.replace(/^\ufeff/, ''), whole };
}

/**
 * Whether the chosen encoding can be right at all. UTF-16 without a single zero byte, in a file that is
 * valid UTF-8, is a wrong choice that would otherwise read as Chinese.
 */
function contradictsEncoding(file: TextFile, encoding: Encoding): Result<null> {
  const wrong = (row: number) => fail('import.encoding_wrong', { encoding: encodingNames[encoding], row });
  if (encoding === 'utf-8' && !isUtf8(file.bytes)) return wrong(firstBadLine(file.bytes));
  const beginning = file.bytes.subarray(0, beginningBytes);
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (wide && encoding !== file.encoding && (file.encoding.startsWith('utf-16') || !beginning.includes(0)))
    return wrong(1);
  if (!wide && file.encoding.startsWith('utf-16')) return wrong(1);
  return ok(null);
}

const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
  'iso-8859-15': 'ISO-8859-15',
  macintosh: 'Mac OS Roman',
  cp437: 'DOS (code page 437)',
};

/** How much text is parsed between two breaths: a few milliseconds. */
const breathBytes = 512 * 1024;

/**
 * Reads every record of the file in order, breathing between pieces. `onRecord` may end the reading with a
 * fault. Faults of its own: `import.quote_open`, `import.too_many_columns`, `import.encoding_wrong`,
 * `call.cancelled`.
 */
async function readRecords(
  steps: ReadSteps,
  file: TextFile,
  reading: TextReading,
  dialect: Dialect,
  onRecord: (record: TableRecord) => Result<null> | null,
): Promise<Result<null>> {
  let ended: Result<null> | null = null;
  let lastLine = 1;
  const take = (record: TableRecord) => {
    if (ended !== null) return;
    lastLine = record.line;
    ended = onRecord(record);
  };
  const reader = makeTableReader(reading.delimiter, importLimits, take, dialect);
  const decoder = makeDecoder(reading.encoding);
  const { bytes } = file;
  const push = (text: string): Result<null> | null => {
    // A zero character is in no table of text: the bytes were read in the wrong width.
    if (text.includes('\0')) {
      return fail('import.encoding_wrong', { encoding: encodingNames[reading.encoding], row: lastLine });
    }
    return ended ?? faultOf(reader.push(text));
  };
  for (let from = 0; from < bytes.length; from += decodedBytes) {
    let text = decoder.push(bytes.subarray(from, from + decodedBytes));
    if (from === 0) text = text.replace(/^\ufeff/, '');
    const fault = push(text) ?? ended;
    if (fault) return fault;
    if (from % breathBytes === 0) {
      if (steps.stopped()) return fail('call.cancelled');
      steps.progress(from, bytes.length);
      await steps.breathe();
    }
  }
  return push(decoder.end()) ?? faultOf(reader.end()) ?? ended ?? ok(null);
}

function faultOf(fault: TableFault | null): Result<null> | null {
  switch (fault?.kind) {
    case undefined:
      return null;
    case 'quote_open':
      return fail('import.quote_open', { row: fault.line });
    case 'line_too_long':
      return fail('import.not_a_table', { found: contentWords.prose, what: 'prose' });
    case 'too_many_columns':
      return fail('import.too_many_columns', {
        columns: fault.columns,
        most: importLimits.columns,
        row: fault.line,
      });
  }
}
