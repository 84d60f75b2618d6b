/**
 * Cuts text into records and cells, chunk by chunk, as RFC 4180 describes it and as programs really write it:
 * any of three line ends, line breaks inside quotation marks, blanks before an opening mark.
 *
 * It never guesses across a broken quotation mark. A mark that is never closed, or one whose cell runs over
 * line ends and then goes on after closing, stops the reading and names the line it began on; a mark out of
 * place within one line flags that record only. Line numbers are those an editor shows.
 *
 * Own code and not a package: it must name the line on which an open quotation mark began, work on decoded text
 * of any encoding, and cost little beside the writing (figures in electron/book/jobs/README.md). A test holds
 * it against csv-parse on random tables.
 */

export type TableRecord = {
  /** The line, from 1, on which the record begins. */
  readonly line: number;
  readonly cells: string[];
  /** A quotation mark stands where none can: the cells cannot be trusted. */
  readonly strayQuote: boolean;
};

export type TableFault =
  | { readonly kind: 'quote_open'; readonly line: number }
  | { readonly kind: 'line_too_long'; readonly line: number }
  | { readonly kind: 'too_many_columns'; readonly line: number; readonly columns: number };

export type TableLimits = {
  readonly columns: number;
  readonly cellCharacters: number;
  readonly recordCharacters: number;
};

/** How cells are marked off; RFC 4180 unless the file plainly does otherwise. */
export type Dialect = {
  /**
   * Apostrophes stand in names too, so one only closes a cell where a separator or line end follows, and never over a line end.
   */
  readonly mark: '"' | "'";
  /** A mark inside a cell is written `\\"` and not `""`. */
  readonly backslash: boolean;
};

export const standardDialect: Dialect = { mark: '"', backslash: false };

export type TableReader = {
  /** Takes the next piece of text. A fault ends the reading: push nothing after it. */
  push(text: string): TableFault | null;
  /** Takes what is left when the text has ended. */
  end(): TableFault | null;
};

const backslashCode = 92;
const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;

/** `onRecord` is called in order; a blank line is a record with one empty cell. */
export function makeTableReader(
  delimiter: string,
  limits: TableLimits,
  onRecord: (record: TableRecord) => void,
  dialect: Dialect = standardDialect,
): TableReader {
  const separator = delimiter.charCodeAt(0);
  const { mark, backslash } = dialect;
  const quote = mark.charCodeAt(0);
  const apostrophes = mark === "'";
  let rest = '';
  let line = 1;

  /** Reads whole records from `text`; what is incomplete stays in `rest` unless this is the end. */
  function scan(text: string, final: boolean): TableFault | null {
    const length = text.length;
    let at = 0;
    while (at < length) {
      const recordAt = at;
      const recordLine = line;
      const cells: string[] = [];
      let strayQuote = false;
      let lines = 0;
      let complete = false;
      for (;;) {
        const start = pastBlanks(text, at, length);
        if (apostrophes && start < length && text.charCodeAt(start) === quote) {
          const lineEnd = endOfLine(text, start, length);
          if (lineEnd === length && !final) break;
          const close = findApostrophe(text, start, lineEnd);
          if (close === -1) {
            // It opens nothing: the cell as it stands, for the user to look at.
            strayQuote = true;
            at = endOfPlainCell(text, start, length);
            cells.push(text.slice(start, at));
          } else {
            cells.push(text.slice(start + 1, close).replaceAll("''", "'"));
            at = pastBlanks(text, close + 1, length);
          }
        } else if (start < length && text.charCodeAt(start) === quote) {
          // A quoted cell: up to the next mark that is not doubled.
          let search = start + 1;
          let doubled = false;
          let close: number;
          for (;;) {
            close = text.indexOf('"', search);
            if (close === -1) break;
            if (backslash && isEscaped(text, start, close)) {
              search = close + 1;
              continue;
            }
            if (close + 1 < length && text.charCodeAt(close + 1) === quote) {
              doubled = true;
              search = close + 2;
              continue;
            }
            break;
          }
          if (close === -1) {
            if (final || length - start > limits.cellCharacters)
              return { kind: 'quote_open', line: recordLine + lines };
            break;
          }
          // The mark may be the first half of a doubled one whose second half is still to come.
          if (close + 1 === length && !final) break;
          if (close - start > limits.cellCharacters) return { kind: 'quote_open', line: recordLine + lines };
          const raw = text.slice(start + 1, close);
          const brokenLines = countLineEnds(raw);
          const cellLine = recordLine + lines;
          lines += brokenLines;
          at = pastBlanks(text, close + 1, length);
          if (at === length && !final) break;
          let value = doubled ? raw.replaceAll('""', '"') : raw;
          if (backslash) value = value.replace(/\\(["\\])/g, '$1');
          const next = at < length ? text.charCodeAt(at) : lineFeed;
          if (next !== separator && next !== lineFeed && next !== carriageReturn) {
            // Text goes on after the closing mark. Over a line end that is a missing mark further up.
            if (brokenLines > 0) return { kind: 'quote_open', line: cellLine };
            strayQuote = true;
            const tail = at;
            at = endOfPlainCell(text, at, length);
            value += text.slice(tail, at);
          }
          cells.push(value);
        } else {
          const from = at;
          at = endOfPlainCell(text, at, length);
          cells.push(text.slice(from, at));
        }
        if (at >= length) {
          complete = final;
          break;
        }
        const stop = text.charCodeAt(at);
        if (stop === separator) {
          at += 1;
          // A separator at the very end opens one more, empty cell.
          if (at === length && final) {
            cells.push('');
            complete = true;
            break;
          }
          continue;
        }
        if (stop === carriageReturn) {
          if (at + 1 === length && !final) break;
          at += at + 1 < length && text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
        } else {
          at += 1;
        }
        lines += 1;
        complete = true;
        break;
      }
      if (!complete) {
        if (length - recordAt > limits.recordCharacters) return { kind: 'line_too_long', line: recordLine };
        rest = text.slice(recordAt);
        return null;
      }
      line = recordLine + lines;
      if (cells.length > limits.columns) {
        return { kind: 'too_many_columns', line: recordLine, columns: cells.length };
      }
      onRecord({ line: recordLine, cells, strayQuote });
    }
    rest = '';
    return null;
  }

  function pastBlanks(text: string, from: number, length: number): number {
    let at = from;
    while (at < length && text.charCodeAt(at) === blank) at += 1;
    return at;
  }

  /** Where an apostrophe closes the cell that begins at `start`; -1 when none does in its line. */
  function findApostrophe(text: string, start: number, lineEnd: number): number {
    for (let at = start + 1; at < lineEnd; at += 1) {
      if (text.charCodeAt(at) !== quote) continue;
      const next = pastBlanks(text, at + 1, lineEnd);
      if (next === lineEnd || text.charCodeAt(next) === separator) return at;
      if (text.charCodeAt(at + 1) === quote) at += 1;
    }
    return -1;
  }

  function endOfPlainCell(text: string, from: number, length: number): number {
    let at = from;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (code === separator || code === lineFeed || code === carriageReturn) break;
      at += 1;
    }
    return at;
  }

  return {
    push: (text) => scan(rest === '' ? text : rest + text, false),
    end: () => scan(rest, true),
  };
}

function endOfLine(text: string, from: number, length: number): number {
  let at = from;
  while (at < length && text.charCodeAt(at) !== lineFeed && text.charCodeAt(at) !== carriageReturn) at += 1;
  return at;
}

/** Whether an odd number of backslashes stands before the mark. */
function isEscaped(text: string, start: number, mark: number): boolean {
  let count = 0;
  for (let at = mark - 1; at > start && text.charCodeAt(at) === backslashCode; at -= 1) count += 1;
  return count % 2 === 1;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(index + 1) !== lineFeed)) count += 1;
  }
  return count;
}
