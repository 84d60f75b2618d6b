/**
 * Numbers the post tracks a piece by, typed from a label or read by a scanner: of the Postal Service 20 or 22 digits (IMpb and the
 * labels before it), worldwide two letters, nine digits and a country (S10 of the Universal Postal Union). Each ends in a check
 * digit, so a slip of the hand is found before a wrong number stands in the book for years.
 *
 * Sources, read 2026-11-22: USPS Publication 199, “Intelligent Mail Package Barcode” (check digit: modulus 10, weights 3 and 1 from
 * the right; 420 and the ZIP Code stand before it in the bars and are no part of the number); UPU S10 (weights 8 6 4 2 3 5 9 7,
 * modulus 11).
 */
export type ArticleKind = 'domestic' | 'international';

export type ArticleReading =
  | {
      readonly ok: true;
      readonly kind: ArticleKind;
      /** Without blanks, in capitals. */
      readonly number: string;
    }
  | {
      readonly ok: false;
      readonly why: 'empty' | 'length' | 'check_digit';
      readonly number: string;
    };

/** What scanners put before the digits: the symbology’s mark, and the separators of its fields. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: scanners send the separator of fields (GS)
const scannerMarks = /^\](?:C1|E0|d2)|[\u001d()[\]<>]/g;
const blanks = /[\s.\u00a0-]+/g;

/** 420 with a ZIP Code of 5 or 9 digits, then the number. */
const routed = /^420(?:\d{5}|\d{9})(9\d{21}|[0-8]\d{19})$/;

/** Reads a number as it was typed or scanned. */
export function readArticle(text: string): ArticleReading {
  const bare = text.trim().replace(scannerMarks, '').replace(blanks, '').toUpperCase();
  if (bare === '') return { ok: false, why: 'empty', number: '' };
  if (/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(bare)) {
    const right = checkDigitOfS10(bare.slice(2, 10)) === Number(bare[10]);
    return right
      ? { ok: true, kind: 'international', number: bare }
      : { ok: false, why: 'check_digit', number: bare };
  }
  const number = withoutRouting(bare);
  if (!/^\d{20}$|^\d{22}$/.test(number)) return { ok: false, why: 'length', number: bare };
  return hasRightCheck(number)
    ? { ok: true, kind: 'domestic', number }
    : { ok: false, why: 'check_digit', number };
}

/** A ZIP Code of nine digits and a number of twenty are as long as one of five and none of ours: the check digit tells. */
function withoutRouting(bare: string): string {
  if (!/^420\d{25,31}$/.test(bare)) return bare;
  const inner = [bare.slice(8), bare.slice(12)].filter((rest) => rest.length === 20 || rest.length === 22);
  return inner.find(hasRightCheck) ?? routed.exec(bare)?.[1] ?? inner[0] ?? bare;
}

function hasRightCheck(number: string): boolean {
  return checkDigitOfImpb(number.slice(0, -1)) === Number(number.at(-1));
}

/** Of the digits before it. */
export function checkDigitOfImpb(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const fromRight = digits.length - 1 - place;
    sum += Number(digits[place]) * (fromRight % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** Of the eight digits before it. */
export function checkDigitOfS10(digits: string): number {
  const sum = s10Weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 0 : rest === 11 ? 5 : rest;
}

/** As printed on the label: `9407 1118 9956 2468 1357 97`, `RR 473 124 829 US`. */
export function showArticle(number: string): string {
  if (/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number))
    return `${number.slice(0, 2)} ${number.slice(2, 5)} ${number.slice(5, 8)} ${number.slice(8, 11)} ${number.slice(11)}`;
  return /^\d{20,22}$/.test(number) ? number.replace(/(\d{4})(?=\d)/g, '$1 ') : number;
}

/** The green card bears a number of its own, which begins like this. */
export function isReceiptNumber(number: string): boolean {
  return number.length === 22 && number.startsWith('9590');
}
