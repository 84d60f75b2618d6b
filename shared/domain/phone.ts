/**
 * Phone numbers as people type them, read into one form for dialing and matching (E.164) and one for
 * reading, `(512) 555-0144 x12`.
 *
 * A number is not asked whether it is assigned: the tables of a library age, the fictitious 555-01xx numbers of
 * examples are in none of them, and a clerk must be able to write down what a debtor said. It must only have
 * the shape of a number: by the North American plan, or possible in the country its `+` names.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export type Phone = {
  /** E.164 without the extension: `+15125550144`. */
  readonly number: string;
  readonly display: string;
};

/** Area code and exchange begin with 2 to 9, and no area code ends in 11 (NANP). */
const northAmerican = /^(?!.11)[2-9]\d\d[2-9]\d{6}$/;
/** Only digits and what commonly stands between them. */
const unadorned = /^\+?[\d\s().\-/]+$/;

function displayOf(ten: string, extension: string): string {
  const display = `(${ten.slice(0, 3)}) ${ten.slice(3, 6)}-${ten.slice(6)}`;
  return extension === '' ? display : `${display} x${extension}`;
}

/** Reads a number, taken for a North American one unless it begins with `+`. `null` when it is none. */
export function readPhone(text: string): Phone | null {
  const typed = text.trim();
  if (typed === '' || typed.length > 60) return null;
  if (unadorned.test(typed)) {
    const digits = typed.replace(/\D/g, '');
    const ten = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
    const foreign = typed.startsWith('+') && !digits.startsWith('1');
    if (!foreign && northAmerican.test(ten)) return { number: `+1${ten}`, display: displayOf(ten, '') };
  }
  const read = parsePhoneNumberFromString(typed, 'US');
  if (!read) return null;
  const extension = read.ext ?? '';
  if (read.countryCallingCode === '1') {
    const ten = read.nationalNumber;
    return northAmerican.test(ten) ? { number: `+1${ten}`, display: displayOf(ten, extension) } : null;
  }
  if (!read.isPossible()) return null;
  if (extension !== '') read.ext = '';
  const display = read.formatInternational();
  return { number: read.number, display: extension === '' ? display : `${display} x${extension}` };
}

/**
 * The words by which a number is found, digits only: whole, without the country's 1, the seven local
 * digits and the last four. Empty for a text without digits.
 */
export function phoneWordsOf(number: string): string[] {
  const digits = number.replace(/\D/g, '');
  if (digits === '') return [];
  const found = new Set([digits]);
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  found.add(national);
  if (national.length >= 10) {
    found.add(national.slice(-7));
    found.add(national.slice(-4));
  }
  return [...found];
}
