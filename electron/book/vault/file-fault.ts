/** The operating system's refusals, told apart once and by code. */
import { type Failed, fail } from '../../../shared/errors/result.ts';

/** The fault for a failed file operation, or `null` when it is something else (a bug). */
export function faultOfFile(error: unknown): Failed | null {
  const code = codeOf(error);
  if (code === null) return null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return fail('book.disk_full');
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return fail('book.read_only');
  if (/^E[A-Z0-9]+$/.test(code)) return fail('book.io', { reason: code });
  return null;
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
