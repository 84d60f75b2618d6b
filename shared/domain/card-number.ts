/**
 * Full card numbers and their security codes are never kept: what is typed or pasted is cut to the last four digits before
 * it goes anywhere (PCI DSS v4.0.1, requirements 3.3.1.2 and 3.4.1). A number is known by its length and its check digit
 * (`looksLikeCardNumber`), a security code only by the word before it or by standing right behind a card number.
 */
import { looksLikeCardNumber } from './ledger.ts';

const securityCode = /\b(cvv2?|cvc2?|csc|security code)\b[\s:#.=-]*\d{3,4}\b/gi;

/** Whether a text holds a full card number or a named security code. */
export function holdsCardData(text: string): boolean {
  return looksLikeCardNumber(text) || text.search(securityCode) >= 0;
}

/** The same text with every card number as `ending 1111` and every security code taken out. */
export function cutCardData(text: string): string {
  let rest = text;
  // Each round leaves fewer digits, so it ends.
  for (let card = findCard(rest); card !== null; card = findCard(rest)) {
    rest = `${rest.slice(0, card.from)}ending ${card.lastFour}${rest.slice(card.to)}`;
  }
  return rest.replace(securityCode, '$1 not kept');
}

type Place = { readonly from: number; readonly to: number; readonly lastFour: string };

function findCard(text: string): Place | null {
  if (!looksLikeCardNumber(text)) return null;
  for (const run of text.matchAll(/\d+(?:[ -]\d+)*/g)) {
    const groups = [...run[0].matchAll(/\d+/g)];
    for (let first = 0; first < groups.length; first += 1) {
      let digits = '';
      for (let last = first; last < groups.length; last += 1) {
        digits += groups[last]?.[0] ?? '';
        if (digits.length > 19) break;
        if (digits.length < 13 || !looksLikeCardNumber(digits)) continue;
        const behind = groups[last + 1];
        const end = behind && /^\d{3,4}$/.test(behind[0]) ? behind : groups[last];
        return {
          from: run.index + (groups[first]?.index ?? 0),
          to: run.index + (end?.index ?? 0) + (end?.[0].length ?? 0),
          lastFour: digits.slice(-4),
        };
      }
    }
  }
  return null;
}
