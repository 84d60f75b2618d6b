/**
 * Text: decoded and cut into records piece by piece with a breath between. Decoding is done with Node's
 * own decoders and one small table, not with what a runtime's ICU happens to carry.
 */
import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import type { Content } from '../../../shared/domain/import/detect-content.ts';
import { detectLayout, readSample } from '../../../shared/domain/import/detect-reading.ts';
import type { RawRecord } from '../../../shared/domain/import/sources/shape.ts';
import {
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
      const { text, whole } = decodeBeginning(file, encoding);
      const detected = detectLayout(text, whole);
      const delimiter = asked.delimiter ?? detected?.delimiter;
      if (delimiter === undefined || (detected === null && asked.delimiter === undefined)) {
        return fail('import.not_a_table', { found: contentWords.prose, what: 'prose' });
      }
      const records =
        detected?.delimiter === delimiter ? detected.records : readSample(text, delimiter, whole);
      return ok({ reading: { encoding, delimiter }, records: records.map(rawOf) });
    },
    read: (_, reading, take, steps) => readRecords(steps, file, reading, (record) => take(rawOf(record))),
  };
}

function rawOf({ line, cells, strayQuote }: TableRecord): RawRecord {
  return { line, cells, stray: strayQuote };
}

/** The beginning can be plain ASCII and an accent stand far below, so the whole file has the last word. */
function encodingOf(
  content: Extract<Content, { kind: 'text' }>,
  bytes: Buffer,
): { encoding: Encoding; mixedLine: number | null } {
  if (content.encoding === 'utf-8' && !isUtf8(bytes)) {
    return { encoding: 'windows-1252', mixedLine: hasUtf8Letters(bytes) ? firstBadLine(bytes) : null };
  }
  if (content.encoding === 'windows-1252' && hasUtf8Letters(bytes)) {
    return { encoding: 'windows-1252', mixedLine: firstBadLine(bytes) };
  }
  return { encoding: content.encoding, mixedLine: null };
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
  onRecord: (record: TableRecord) => Result<null> | null,
): Promise<Result<null>> {
  const checked = contradictsEncoding(file, reading.encoding);
  if (!checked.ok) return checked;
  let ended: Result<null> | null = null;
  let lastLine = 1;
  const reader = makeTableReader(reading.delimiter, importLimits, (record) => {
    if (ended !== null) return;
    lastLine = record.line;
    ended = onRecord(record);
  });
  const decoder = makeDecoder(reading.encoding);
  const { bytes } = file;
  const take = (text: string): Result<null> | null => {
    // A zero character is in no table of text: the bytes were read in the wrong width.
    if (text.includes('\0')) {
      return fail('import.encoding_wrong', { encoding: encodingNames[reading.encoding], row: lastLine });
    }
    return ended ?? faultOf(reader.push(text));
  };
  for (let from = 0; from < bytes.length; from += decodedBytes) {
    let text = decoder.push(bytes.subarray(from, from + decodedBytes));
    if (from === 0) text = text.replace(/^\ufeff/, '');
    const fault = take(text) ?? ended;
    if (fault) return fault;
    if (from % breathBytes === 0) {
      if (steps.stopped()) return fail('call.cancelled');
      steps.progress(from, bytes.length);
      await steps.breathe();
    }
  }
  return take(decoder.end()) ?? faultOf(reader.end()) ?? ended ?? ok(null);
}

function faultOf(fault: TableFault | null): Result<null> | null {
  if (fault === null) return null;
  return fault.kind === 'quote_open'
    ? fail('import.quote_open', { row: fault.line })
    : fail('import.too_many_columns', {
        columns: fault.columns,
        most: importLimits.columns,
        row: fault.line,
      });
}
