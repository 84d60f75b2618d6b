/** SQLite's failures, told apart once and by code, never by the words of a message. */
import Database from 'better-sqlite3';
import { type Failed, fail } from '../../../shared/errors/result.ts';

/** The fault for an error of the driver, or `null` when it is something else (a bug). */
export function faultOfSqlite(error: unknown): Failed | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const code = error.code;
  if (code === 'SQLITE_FULL') return fail('book.disk_full');
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return fail('book.read_only');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return fail('book.in_use');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return fail('book.damaged');
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN'))
    return fail('book.io', { reason: code });
  return null;
}
