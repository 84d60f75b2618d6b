/**
 * Labels scanned one after the other, each onto the next letter of a list. A green card is told by its number and goes to the letter
 * scanned last; what cannot be right, or was scanned before, is refused and changes nothing.
 */
import { isReceiptNumber, readArticle, showArticle } from '../../../../shared/domain/article-number.ts';
import { type MailClass, mailClassFacts } from '../../../../shared/domain/mail.ts';
import { numberFaultWords } from '../../../../shared/text/mail-words.ts';

export type EntryRow = {
  readonly letterId: number;
  readonly debtorName: string;
  /** As typed or scanned; empty for none yet. */
  readonly article: string;
  readonly receipt: string;
  /** It was not mailed with the others. */
  readonly skipped: boolean;
};

type Step = { readonly letterId: number; readonly field: 'article' | 'receipt' };

export type Entry = {
  readonly rows: readonly EntryRow[];
  /** The letter the next label goes to, where somebody pointed at one. */
  readonly pointed: number | null;
  /** What was scanned, in its order, so that the last can be taken back. */
  readonly trail: readonly Step[];
};

export type Scanned = {
  readonly entry: Entry;
  readonly taken: boolean;
  /** What is said of it, aloud by a screen reader. */
  readonly words: string;
};

/** The letter the next label goes to; `null` when every one has its number. */
export function currentOf({ rows, pointed }: Entry): EntryRow | null {
  const pointedRow = rows.find(({ letterId, skipped }) => letterId === pointed && !skipped);
  return pointedRow ?? rows.find(({ article, skipped }) => article === '' && !skipped) ?? null;
}

function set(entry: Entry, letterId: number, field: Step['field'], text: string): Entry {
  return {
    ...entry,
    rows: entry.rows.map((row) => (row.letterId === letterId ? { ...row, [field]: text } : row)),
  };
}

/** A number as it is compared with others. */
function bareOf(text: string): string {
  const read = readArticle(text);
  return read.ok ? read.number : text.replace(/\s+/g, '').toUpperCase();
}

/** The letter that has this number already. */
function bearerOf({ rows }: Entry, number: string): EntryRow | null {
  return (
    rows.find(
      ({ article, receipt }) =>
        (article !== '' && bareOf(article) === number) || (receipt !== '' && bareOf(receipt) === number),
    ) ?? null
  );
}

export function scan(entry: Entry, text: string, ofClass: MailClass): Scanned {
  const refuse = (words: string): Scanned => ({ entry, taken: false, words });
  const facts = mailClassFacts[ofClass];
  const read = readArticle(text);
  if (!read.ok && (facts.numbersOf === 'post' || read.why === 'empty'))
    return refuse(numberFaultWords[read.why]);
  const number = bareOf(text);
  const bearer = bearerOf(entry, number);
  if (bearer) return refuse(`${showArticle(number)} was scanned already, for ${bearer.debtorName}.`);
  if (read.ok && isReceiptNumber(number)) return scanCard(entry, number, facts.returnReceipt, refuse);
  const row = currentOf(entry);
  if (row === null) return refuse('Every letter of the list has its number.');
  const next = set(entry, row.letterId, 'article', number);
  return {
    entry: { ...next, pointed: null, trail: [...entry.trail, { letterId: row.letterId, field: 'article' }] },
    taken: true,
    words: `${showArticle(number)} for ${row.debtorName}.`,
  };
}

function scanCard(
  entry: Entry,
  number: string,
  hasReceipt: boolean,
  refuse: (words: string) => Scanned,
): Scanned {
  if (!hasReceipt)
    return refuse('This is the number of a green card, and this service has no return receipt.');
  const pointed = entry.rows.find(({ letterId }) => letterId === entry.pointed);
  const lastId = entry.trail.findLast(({ field }) => field === 'article')?.letterId;
  const row = pointed ?? entry.rows.find(({ letterId }) => letterId === lastId) ?? null;
  if (row === null || row.article === '')
    return refuse('This is a green card. Scan the label of its letter first.');
  if (row.receipt !== '') return refuse(`The letter to ${row.debtorName} has its green card already.`);
  const next = set(entry, row.letterId, 'receipt', number);
  return {
    entry: { ...next, pointed: null, trail: [...entry.trail, { letterId: row.letterId, field: 'receipt' }] },
    taken: true,
    words: `Green card ${showArticle(number)} for ${row.debtorName}.`,
  };
}

/** Takes the last scan back and points at its letter. */
export function undoScan(entry: Entry): Entry {
  const last = entry.trail.at(-1);
  if (!last) return entry;
  return {
    ...set(entry, last.letterId, last.field, ''),
    pointed: last.field === 'article' ? last.letterId : entry.pointed,
    trail: entry.trail.slice(0, -1),
  };
}

/** Something typed into a row by hand. */
export function typeNumber(entry: Entry, letterId: number, field: Step['field'], text: string): Entry {
  return {
    ...set(entry, letterId, field, text),
    trail: entry.trail.filter((step) => step.letterId !== letterId || step.field !== field),
  };
}

export function skipRow(entry: Entry, letterId: number, skipped: boolean): Entry {
  return {
    ...entry,
    pointed: entry.pointed === letterId ? null : entry.pointed,
    rows: entry.rows.map((row) => (row.letterId === letterId ? { ...row, skipped } : row)),
  };
}

/** Why a row cannot be entered as it is; empty when it can. */
export function faultOfRow(entry: Entry, row: EntryRow, ofClass: MailClass): string {
  if (row.skipped) return '';
  const { number: need, numbersOf, returnReceipt } = mailClassFacts[ofClass];
  if (need !== 'none' && numbersOf === 'post' && row.article !== '') {
    const read = readArticle(row.article);
    if (!read.ok) return numberFaultWords[read.why];
    if (isReceiptNumber(read.number)) return 'This is the number of a green card.';
  }
  if (returnReceipt && row.receipt !== '') {
    const read = readArticle(row.receipt);
    if (!read.ok) return `Green card: ${numberFaultWords[read.why]}`;
  }
  const bare = row.article === '' ? '' : bareOf(row.article);
  const twice = entry.rows.some(
    (other) => other.letterId !== row.letterId && other.article !== '' && bareOf(other.article) === bare,
  );
  return bare !== '' && twice && need !== 'none' ? 'Another letter of the list has this number.' : '';
}

/** Rows that go into the log, and how many of them still lack the number their service has. */
export function readinessOf(entry: Entry, ofClass: MailClass) {
  const going = entry.rows.filter(({ skipped }) => !skipped);
  const required = mailClassFacts[ofClass].number === 'required';
  return {
    going: going.length,
    withoutNumber: required ? going.filter(({ article }) => article.trim() === '').length : 0,
    wrong: going.filter((row) => faultOfRow(entry, row, ofClass) !== '').length,
  };
}
