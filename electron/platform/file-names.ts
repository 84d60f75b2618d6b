/** Names of files as a user sees them. */
import { cutToBytes } from '../../shared/text/cut-to-bytes.ts';

/** The name backups go by; also what the packager registers with the system. */
export const backupExtension = 'duebook-backup';
/** Of a whole book taken out under a passphrase; without one it is a ZIP. */
export const sealedExtension = 'duebook-sealed';

/** A name every file system takes, from one an office chose. */
export function fileNameOf(text: string): string {
  const plain = text
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return plain.slice(0, 80).trim() || 'book';
}

/** Of a name without its ending: systems take 255 in all, and what is written beside a file is called a little longer. */
const mostBytes = 200;

/** Names Windows keeps for devices, whatever follows the first dot. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** The name a copy of a kept file is offered under: as it was, as far as every file system takes it, ending included. */
export function copyNameOf(name: string): string {
  const plain = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, '_')
    .replace(/^[ .]+|[ .]+$/g, '')
    .replace(deviceName, '_$1');
  const ending = /\.[^. ]{1,16}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length);
  return `${cutToBytes(stem, mostBytes).replace(/[ .]+$/, '') || 'file'}${ending}`;
}

/** The last part of a path, of whatever system. */
export function baseNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
