/** A part of a whole in per cent with one decimal; `null` when the whole is nothing. */
export function shareOf(partCents: number, wholeCents: number): number | null {
  if (wholeCents === 0) return null;
  return Math.max(0, Math.min(100, Math.round((partCents * 1000) / wholeCents) / 10));
}
