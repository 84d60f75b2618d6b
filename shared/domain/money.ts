/**
 * Money is a whole number of cents. Sums typed or read from files are parsed here once, exactly, without
 * ever passing through a fraction; sums are shown by one function so that cents are never left out.
 */
import { fail, ok, type Result } from '../errors/result.ts';

/** Largest sum either way: 90 trillion dollars, exact in a double with room to add. */
export const mostCents = 9_000_000_000_000_000;

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

/**
 * Reads a sum: `1,234.50`, `$1234.5`, `(12.00)`, `12.00-`, `1.234,50` with `decimal` as a comma.
 * More than two decimals are refused unless the further ones are zeros: a cent is never guessed.
 * Returns `money.invalid` or `money.out_of_range`.
 */
export function parseMoney(text: string, decimal: '.' | ',' = '.'): Result<number> {
  const invalid = fail('money.invalid', { text: text.slice(0, 60) });
  let rest = text.trim().replace(/[\u2212\u2013]/g, '-');
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    rest = bracketed[1].trim();
  }
  const signed = /^(-)?\s*(?:USD\s*)?\$?\s*(-)?\s*([\d.,\s\u00a0']+?)\s*(?:USD)?\s*(-)?$/i.exec(rest);
  if (signed?.[3] === undefined) return invalid;
  const signs = [signed[1], signed[2], signed[4]].filter((sign) => sign !== undefined).length + (negative ? 1 : 0);
  if (signs > 1) return invalid;
  negative = signs === 1;
  const digits = signed[3].replace(/[\s\u00a0']/g, '');
  const group = decimal === '.' ? ',' : '.';
  const shape =
    decimal === '.' ? /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?$/ : /^(\d{1,3}(?:\.\d{3})+|\d+)?(?:,(\d*))?$/;
  const parts = shape.exec(digits);
  if (!parts || !/\d/.test(digits)) return invalid;
  const whole = (parts[1] ?? '0').replaceAll(group, '');
  const fraction = parts[2] ?? '';
  if (!/^\d{0,2}0*$/.test(fraction)) return invalid;
  const cents = BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'));
  if (cents > BigInt(mostCents)) return fail('money.out_of_range', { text: text.slice(0, 60) });
  return ok(negative && cents > 0n ? -Number(cents) : Number(cents));
}

/**
 * Splits a sum into parts as equal as cents allow; the first parts take the odd cents. The parts always add
 * up to the sum. `count` must be at least 1; a negative sum is split likewise.
 */
export function splitEvenly(cents: number, count: number): number[] {
  const least = Math.trunc(cents / count);
  const odd = Math.abs(cents - least * count);
  const step = Math.sign(cents);
  return Array.from({ length: count }, (_, index) => (index < odd ? least + step : least));
}
