/**
 * A share of a balance as it is typed and shown: hundredths of a percent, read and written exactly. 45.5 % is 4550. What
 * it comes to in cents is reckoned in `settlement.ts`.
 */
import { fail, ok, type Result } from '../errors/result.ts';

/** Reads `45`, `45.5`, `45.50 %`. Above 0 and at most 100; more than two decimals are refused: `share.invalid`. */
export function parseShare(text: string): Result<number> {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim());
  const share = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : 0;
  return share >= 1 && share <= 10_000
    ? ok(share)
    : fail('share.invalid', { text: text.trim().slice(0, 40) });
}

/** `45.5`, `45`; without the sign. */
export function formatShare(share: number): string {
  return (share / 100).toFixed(2).replace(/\.?0+$/, '');
}
