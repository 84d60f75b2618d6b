/**
 * Files kept with an account: what they are to the office, how large they may be, what they are called, and which of them could
 * do harm outside of Duebook. Inside nothing of a file is ever run.
 */
import { cutCardData } from './card-number.ts';
import type { MediaType } from './media-type.ts';
import { plainLine } from './plain-line.ts';

/** What a file is to the office. */
export const attachmentKinds = [
  'letter_received',
  'agreement',
  'statement',
  'proof_of_payment',
  'dispute',
  'court',
  'insurance',
  'identity',
  'returned_mail',
  'photo',
  'other',
] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

export const attachmentLimits = {
  /** One file: what a window can show at once, and what a backup carries each time. */
  bytes: 25_000_000,
  /** Files added in one go. */
  files: 20,
  /** The window reads a file in pieces of this size, so that no process is held up. */
  pieceBytes: 512 * 1024,
  /** From here on the files of the whole book are worth a word: every backup carries them. */
  bookWarningBytes: 2_000_000_000,
  /** A picture of more is not drawn: a small file can claim to be enormous. */
  picturePixels: 100_000_000,
  /** More letters of a text are in the copy, not on the screen. */
  textLetters: 400_000,
  nameLetters: 200,
} as const;

/**
 * A file's name as it is kept: on one line, without characters that hide or turn others, without a card number. All else stays,
 * since it is evidence. One that is too long loses letters in the middle, so that its ending stays.
 */
export function attachmentNameOf(name: string): string {
  const plain = cutCardData(plainLine(name.replace(/[\u061c\u200b-\u200f\u2060-\u2064]/g, '')));
  if (plain === '') return 'File without a name';
  const letters = [...plain];
  const most = attachmentLimits.nameLetters;
  if (letters.length <= most) return plain;
  return `${letters.slice(0, most - 61).join('')}…${letters.slice(-60).join('')}`;
}

/** Why a copy of a file asks for care: it is a program, it may hold macros, or it can run code when opened in a browser. */
export type AttachmentRisk = 'program' | 'macros' | 'markup';

const programEndings =
  /\.(exe|com|scr|pif|bat|cmd|msi|msp|msix|appx|ps1|psm1|vbs?|vbe|jse?|mjs|wsf|wsh|wsc|hta|jar|lnk|url|scf|reg|dll|sys|cpl|inf|gadget|application|chm|hlp|iso|img|vhdx?|app|command|workflow|dmg|pkg|mpkg|scpt|sh|bash|run|bin|desktop|deb|rpm|appimage|flatpakref|apk|py|pyw|pl|rb|php|sct|settingcontent-ms|library-ms|search-ms)$/i;
const macroEndings =
  /\.(docm|dotm|xlsm|xltm|xlam|xlsb|xll|pptm|potm|ppam|ppsm|sldm|slk|iqy|odb|mdb|accdb|ade|adp|one)$/i;
const markupEndings = /\.(html?|xhtml|xht|shtml|mht|mhtml|svgz?|xml|xsl)$/i;

/** By what the bytes are and by what the name would make of them; `null` when neither asks for care. */
export function riskOf(name: string, type: MediaType): AttachmentRisk | null {
  // Some systems drop blanks and dots at the end of a name, and see the ending before them.
  const ending = name.replace(/[. ]+$/, '');
  if (
    type === 'application/x-program' ||
    type === 'application/x-script' ||
    type === 'application/x-shortcut' ||
    programEndings.test(ending)
  )
    return 'program';
  if (
    type === 'application/x-office-macros' ||
    type === 'application/x-old-office' ||
    macroEndings.test(ending)
  )
    return 'macros';
  if (type === 'text/html' || type === 'image/svg+xml' || markupEndings.test(ending)) return 'markup';
  return null;
}

/** What the ending of a name promises, for those that are common; `null` for all others. */
function promisedBy(name: string): readonly MediaType[] | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  switch (ending) {
    case 'png':
      return ['image/png'];
    case 'jpg':
    case 'jpeg':
      return ['image/jpeg'];
    case 'gif':
      return ['image/gif'];
    case 'webp':
      return ['image/webp'];
    case 'pdf':
      return ['application/pdf'];
    case 'txt':
    case 'log':
    case 'csv':
    case 'tsv':
    case 'eml':
      return ['text/plain', 'text/csv', 'message/rfc822'];
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'odt':
    case 'ods':
      return ['application/x-office'];
    default:
      return null;
  }
}

/** The name says one thing and the bytes are another. */
export function isMisnamed(name: string, type: MediaType): boolean {
  const promised = promisedBy(name);
  return promised !== null && !promised.includes(type);
}
