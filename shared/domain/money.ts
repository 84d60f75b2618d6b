/**
 * Money is a whole number of cents. Sums typed or read from files are parsed here once, exactly, without
 * ever passing through a fraction; sums are shown by one function so that cents are never left out.
 */
import { fail, ok, type Result } from '../errors/result.ts';

/** Largest sum either way: 90 trillion dollars, exact in a double with room to add. */
export const mostCents = 9_000_000_000_000_000;

/**
 * The most one account may owe or hold: 100 million dollars. Nobody here is owed more, a slip of the finger is, and
 * the sums over a whole book of such accounts still add up to the cent.
 */
export const mostOnAccountCents = 10_000_000_000;

/**
 * A figure passed `mostCents`: interest that compounds for long enough gets there. Thrown, not returned, because it comes up deep
 * inside a replay whose callers could do nothing else; a call that meets it answers `money.out_of_range`.
 */
export class MoneyOutOfRange extends RangeError {}

/** Throws `MoneyOutOfRange` beyond what a sum can be. */
export function assertInRange(cents: number): void {
  if (!(Math.abs(cents) <= mostCents)) throw new MoneyOutOfRange('a sum is out of range');
}

const groups = /\B(?=(\d{3})+$)/g;

/** `-1,234.50`; no currency sign, always two decimals. */
export function formatCents(cents: number): string {
  const absolute = Math.abs(cents);
  const whole = Math.trunc(absolute / 100)
    .toString()
    .replace(groups, ',');
  const rest = (absolute % 100).toString().padStart(2, '0');
  return `${cents < 0 ? '-' : ''}${whole}.${rest}`;
}

/** `$1,234.50`, or `-$1,234.50`. */
export function formatDollars(cents: number): string {
  return cents < 0 ? `-$${formatCents(-cents)}` : `$${formatCents(cents)}`;
}

/** No sum takes more characters; a longer text is not worth reading. */
const longestSum = 80;

/** Groups of three behind a comma (or a point), a blank or an apostrophe, the same one throughout. */
const shapes = {
  '.': /^(\d{1,3}([,\s'])\d{3}(?:\2\d{3})*|\d+)?(?:\.(\d*))?$/,
  ',': /^(\d{1,3}([.\s'])\d{3}(?:\2\d{3})*|\d+)?(?:,(\d*))?$/,
} as const;

/**
 * Reads a sum: `1,234.50`, `$1234.5`, `1 234.50`, `(12.00)`, `12.00-`, `1.234,50` with `decimal` as a comma.
 * A cent is never guessed: more than two decimals are refused unless the further ones are zeros, and so is a blank
 * that parts no group of three (`12 50`). Returns `money.invalid` or `money.out_of_range`.
 */
export function parseMoney(text: string, decimal: '.' | ',' = '.'): Result<number> {
  const invalid = fail('money.invalid', { text: text.slice(0, 60) });
  let rest = text.trim().replace(/[\u2212\u2013]/g, '-');
  if (rest.length > longestSum) return invalid;
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    rest = bracketed[1].trim();
  }
  const signed = /^(-)?\s*(?:USD\s*)?\$?\s*(-)?\s*([\d.,\s']+?)\s*(?:USD)?\s*(-)?$/i.exec(rest);
  if (signed?.[3] === undefined) return invalid;
  const signs =
    [signed[1], signed[2], signed[4]].filter((sign) => sign !== undefined).length + (negative ? 1 : 0);
  if (signs > 1) return invalid;
  negative = signs === 1;
  const parts = shapes[decimal].exec(signed[3]);
  if (!parts || !/\d/.test(signed[3])) return invalid;
  const whole = (parts[1] ?? '0').replace(/\D/g, '');
  const fraction = parts[3] ?? '';
  if (!/^\d{0,2}0*$/.test(fraction)) return invalid;
  const cents = BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'));
  if (cents > BigInt(mostCents)) return fail('money.out_of_range', { text: text.slice(0, 60) });
  return ok(negative && cents > 0n ? -Number(cents) : Number(cents));
}
