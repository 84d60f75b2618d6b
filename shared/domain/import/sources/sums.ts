/** Sums as files write them, read and written again in the file's own way. */
import type { DecimalSign } from '../../import.ts';
import { parseMoney } from '../../money.ts';

/** `null` for what is no sum, a blank included. */
export function centsOf(text: string, decimal: DecimalSign): number | null {
  const rest = text.trim();
  if (rest === '') return null;
  const read = parseMoney(rest, decimal);
  return read.ok ? read.value : null;
}

/** `1234.50`, with the file's own decimal sign. */
export function sumText(cents: number, decimal: DecimalSign): string {
  const absolute = Math.abs(cents);
  const rest = String(absolute % 100).padStart(2, '0');
  return `${cents < 0 ? '-' : ''}${Math.trunc(absolute / 100)}${decimal}${rest}`;
}

/** The sum of some texts; the first that cannot be read instead, so that it is refused by its value. Blank when all are. */
export function addedUp(texts: readonly string[], decimal: DecimalSign): string {
  let cents = 0;
  let any = false;
  for (const text of texts) {
    if (text === '') continue;
    const one = centsOf(text, decimal);
    if (one === null) return text;
    cents += one;
    any = true;
  }
  return any ? sumText(cents, decimal) : '';
}

/** The same sum with its sign turned; what is no sum as it stands. */
export function negated(text: string, decimal: DecimalSign): string {
  const cents = centsOf(text, decimal);
  return cents === null ? text : sumText(cents === 0 ? 0 : -cents, decimal);
}

/** The same sum above zero; what is no sum as it stands. */
export function unsigned(text: string, decimal: DecimalSign): string {
  const cents = centsOf(text, decimal);
  return cents === null || cents >= 0 ? text : sumText(-cents, decimal);
}
