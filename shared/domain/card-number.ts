/**
 * Full card numbers and their security codes are never kept: what is typed or pasted is cut to the last four digits before
 * it goes anywhere (PCI DSS v4.0.1, requirements 3.3.1.2 and 3.4.1). A number is known by its length, its first digits and its
 * check digit (ISO/IEC 7812-1), a security code only by the word before it or by standing right behind a card number.
 *
 * Other numbers stand close together too: pairs of days, lists of telephone numbers. So digits that are parted count as one number only
 * when no part but the last has less than four of them.
 */

/** Groups as on a card, 4-4-4-4(-3), 4-6-5 and 4-6-4, the same between them each time; a list (`4101, 4102`) is none. */
const between = String.raw`(?<between>(?![,;]\s)[^\p{L}\p{N}"\r\n]{1,3})`;
const again = String.raw`\k<between>`;
const shapes = [
  `(?<card>\\d{4}${between}\\d{4}${again}\\d{4}${again}\\d{4})(?:${again}\\d{3,4})?`,
  `(?<card>\\d{4}${between}\\d{6}${again}\\d{4,5})(?:${again}\\d{3,4})?`,
].map((shape) => new RegExp(`(?<!\\d)${shape}(?!\\d)`, 'gu'));

const securityCode =
  /\b((?:cvv|cvc)(?:\s?2)?|csc|cid|security code)\b[\s:#.=–-]*(?:(?:is|was|number|no)\b[\s:#.=–-]*)?\d{3,4}\b/gi;

/** Whether a text holds a full card number or a named security code. */
export function holdsCardData(text: string): boolean {
  const folded = fold(text);
  return findCard(folded) !== null || folded.search(securityCode) >= 0;
}

/** Whether a text holds a full card number. */
export function looksLikeCardNumber(text: string): boolean {
  return findCard(fold(text)) !== null;
}

/** Whether any text within a value holds card data. */
export function holdsCardDataWithin(value: unknown): boolean {
  if (typeof value === 'string') return holdsCardData(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsCardDataWithin);
}

/** The same text with every card number as `ending 1111` and every security code taken out. */
export function cutCardData(text: string): string {
  if (!holdsCardData(text)) return text;
  let rest = fold(text);
  // Each round leaves fewer digits, so it ends.
  for (let card = findCard(rest); card !== null; card = findCard(rest)) {
    rest = `${rest.slice(0, card.from)}ending ${card.lastFour}${rest.slice(card.to)}`;
  }
  return rest.replace(securityCode, '$1 not kept');
}

/** A copy of a value in which every text is cut. */
export function cutCardDataWithin(value: unknown): unknown {
  if (typeof value === 'string') return cutCardData(value);
  if (Array.isArray(value)) return value.map(cutCardDataWithin);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cutCardDataWithin(one)]));
}

/** Digits, letters and blanks of other widths as the plain ones; all else as it is. */
function fold(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const plain = character.normalize('NFKC');
    return /^[\w :.-]$/.test(plain) ? plain : character;
  });
}

type Place = { readonly from: number; readonly to: number; readonly lastFour: string };

function findCard(text: string): Place | null {
  return text.length < 13 ? null : (findRun(text) ?? findShaped(text));
}

/** Digits in one run, or in groups with one blank or dash between them. */
function findRun(text: string): Place | null {
  for (const run of text.matchAll(/\d+(?:[ -]\d+)*/g)) {
    const groups = [...run[0].matchAll(/\d+/g)];
    for (const [first, group] of groups.entries()) {
      // A telephone number with its country.
      if (text[run.index + group.index - 1] === '+') continue;
      let digits = '';
      for (const [index, one] of groups.slice(first).entries()) {
        digits += one[0];
        if (digits.length > 19) break;
        if (isCardNumber(digits)) {
          const behind = groups[first + index + 1];
          const last = behind && /^\d{3,4}$/.test(behind[0]) ? behind : one;
          return {
            from: run.index + group.index,
            to: run.index + last.index + last[0].length,
            lastFour: digits.slice(-4),
          };
        }
        if (one[0].length < 4) break;
      }
    }
  }
  return null;
}

/** Digits in groups as they stand on a card; with them a security code behind, or the last three of nineteen. */
function findShaped(text: string): Place | null {
  for (const match of shapes.flatMap((shape) => [...text.matchAll(shape)])) {
    const digits = [match.groups?.card ?? '', match[0]].map(onlyDigits).find(isCardNumber);
    if (digits === undefined) continue;
    return { from: match.index, to: match.index + match[0].length, lastFour: digits.slice(-4) };
  }
  return null;
}

function onlyDigits(text: string): string {
  return text.replace(/\D/g, '');
}

/** By length, the first digits of the networks whose cards are taken in payment, and the check digit. */
function isCardNumber(digits: string): boolean {
  return digits.length >= 13 && digits.length <= 19 && /^(?:[3-6]|2[2-7])/.test(digits) && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    if (index % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}
