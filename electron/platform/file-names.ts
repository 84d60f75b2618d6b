/** Names of files as a user sees them. */

/** The name backups go by; also what the packager registers with the system. */
export const backupExtension = 'duebook-backup';

/** A name every file system takes, from one an office chose. */
export function fileNameOf(text: string): string {
  const plain = text
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return plain.slice(0, 80).trim() || 'book';
}

/** The last part of a path, of whatever system. */
export function baseNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
