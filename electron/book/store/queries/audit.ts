/**
 * The audit: every command once, in order, each row's hash covering the row before it, so that a changed or
 * missing row shows. SHA-256 over the previous hash and the row's fields, separated by zero bytes.
 */
import { createHash } from 'node:crypto';
import type { Store } from '../store.ts';

export type AuditRow = {
  readonly operationId: string;
  readonly call: string;
  readonly at: number;
  readonly author: string;
  readonly inputSha256: Buffer;
  readonly output: string;
};

const start = Buffer.alloc(32);

/** SHA-256 of the JSON of an input, with keys in the order given (both sides build them alike). */
export function digestOf(input: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(input ?? null))
    .digest();
}

function chain(previous: Buffer, row: AuditRow): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(`${row.operationId}\0${row.call}\0${row.at}\0${row.author}\0`)
    .update(row.inputSha256)
    .update(row.output)
    .digest();
}

export function findOperation(
  store: Store,
  operationId: string,
): { call: string; inputSha256: Buffer; output: string } | undefined {
  return store
    .sql('SELECT call, input_sha256 AS inputSha256, output FROM audit WHERE operation_id = ?')
    .get(operationId) as { call: string; inputSha256: Buffer; output: string } | undefined;
}

export function appendAudit(store: Store, row: AuditRow): void {
  const last = store.sql('SELECT hash FROM audit ORDER BY seq DESC LIMIT 1').pluck().get() as
    | Buffer
    | undefined;
  const previous = last ?? start;
  store
    .sql(
      `INSERT INTO audit (operation_id, call, at, author, input_sha256, output, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.operationId,
      row.call,
      row.at,
      row.author,
      row.inputSha256,
      row.output,
      previous,
      chain(previous, row),
    );
}

/** The number of the first row that does not follow from the one before, or `null` when all do. */
export function findBrokenLink(store: Store): number | null {
  const rows = store
    .sql(
      `SELECT seq, operation_id AS operationId, call, at, author, input_sha256 AS inputSha256, output,
         previous_hash AS previousHash, hash FROM audit ORDER BY seq`,
    )
    .iterate() as IterableIterator<AuditRow & { seq: number; previousHash: Buffer; hash: Buffer }>;
  let previous: Buffer = start;
  let expectedSeq = 1;
  for (const row of rows) {
    if (
      row.seq !== expectedSeq ||
      !row.previousHash.equals(previous) ||
      !row.hash.equals(chain(previous, row))
    ) {
      return row.seq;
    }
    previous = row.hash;
    expectedSeq += 1;
  }
  return null;
}
