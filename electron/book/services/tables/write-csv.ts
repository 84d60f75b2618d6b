/**
 * A table as CSV (RFC 4180): UTF-8 with its mark so that spreadsheet programs see accents, CRLF, quotation marks where needed. Text
 * that such a program would run as a formula is guarded; sums, days and counts are written bare and stay what they are.
 */
import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { guardFormula } from '../../../../shared/domain/formula-guard.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import {
  type CellKind,
  plainMoney,
  type Table,
  type TableCell,
  type WriteSteps,
  type Written,
} from './table-cells.ts';

/** Ends the sink. Faults: `call.cancelled`. What the sink throws (a full disk) is thrown on. */
export async function writeCsv(
  sink: Writable,
  table: Table,
  steps: WriteSteps = {},
): Promise<Result<Written>> {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  let stopped = false;
  const kinds = table.columns.map(({ kind }) => kind);
  async function* lines() {
    yield `\ufeff${table.columns.map(({ name }) => quoted(guardFormula(name))).join(',')}\r\n`;
    for await (const piece of table.rows) {
      if (steps.stopped?.()) {
        stopped = true;
        return;
      }
      let text = '';
      for (const row of piece) text += csvLine(kinds, row);
      rows += piece.length;
      if (text !== '') yield text;
      steps.progress?.(rows);
    }
  }
  async function* counted() {
    for await (const text of lines()) {
      const piece = Buffer.from(text, 'utf8');
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  await pipeline(Readable.from(counted()), sink);
  return stopped ? fail('call.cancelled') : ok({ rows, bytes, sha256: hash.digest('hex'), shortened: 0 });
}

function csvLine(kinds: readonly CellKind[], row: readonly TableCell[]): string {
  let line = '';
  for (let index = 0; index < kinds.length; index += 1) {
    if (index > 0) line += ',';
    line += csvCell(kinds[index] ?? 'text', row[index] ?? null);
  }
  return `${line}\r\n`;
}

/** One cell, quoted where needed. */
export function csvCell(kind: CellKind, cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    switch (kind) {
      case 'money':
        return plainMoney(cell);
      case 'percent':
        return `${plainMoney(cell)}%`;
      default:
        return String(cell);
    }
  }
  if (kind === 'moment') return quoted(guardFormula(cell.replace('T', ' ')));
  return quoted(guardFormula(cell));
}

const needsQuotes = /[",\r\n]|^\s|\s$/;

function quoted(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
