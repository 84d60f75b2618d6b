/**
 * Rates are exact decimals in percent a year, kept as text (`7.25`) and reckoned as whole millionths of a percent, so that
 * no rate ever passes through a fraction.
 */
import { fail, ok, type Result } from '../errors/result.ts';

/** Percent a year, up to six decimals, without sign or percent mark. */
export type Rate = string;

/** From here on a rate is asked about: the cap of the Military Lending Act, 10 U.S.C. 987(b). */
export const askAboveRate: Rate = '36';
/** Nothing above is taken in: no law or contract met here allows it, a slip of the finger does. */
export const highestRate: Rate = '100';

const shape = /^(\d{1,3})(?:\.(\d{1,6}))?$/;

/** Millionths of a percent a year. Throws on a text that is no rate: check with `parseRate` where it comes in. */
export function rateMicros(rate: Rate): number {
  const parts = shape.exec(rate);
  if (!parts) throw new RangeError('not a rate');
  return Number(parts[1]) * 1_000_000 + Number((parts[2] ?? '').padEnd(6, '0'));
}

/** Reads `7.25`, `7.25 %` or `7,25`. Errors: `rate.invalid`, `rate.too_high` (`most`). */
export function parseRate(text: string): Result<Rate> {
  const plain = text.trim().replace(/\s*%$/, '').replace(',', '.').replace(/^\./, '0.');
  if (!shape.test(plain)) return fail('rate.invalid', { text: text.slice(0, 40) });
  const micros = rateMicros(plain);
  if (micros > rateMicros(highestRate)) return fail('rate.too_high', { most: highestRate });
  return ok(formatRate(micros));
}

/** The shortest text of a rate: `7.25`, `8`, `0.5`. */
export function formatRate(micros: number): Rate {
  const whole = Math.trunc(micros / 1_000_000).toString();
  const rest = (micros % 1_000_000).toString().padStart(6, '0').replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}
