/** A sum, always with its cents, in figures that line up. Set the column right-aligned. */
import { formatCents, formatDollars } from '../../shared/domain/money.ts';

export type MoneyProps = {
  /** `null` shows a dash: a missing sum is not zero. */
  readonly cents: number | null;
  /** With the dollar sign; off in columns that say so in their heading. */
  readonly sign?: boolean;
};

export function Money({ cents, sign = true }: MoneyProps) {
  if (cents === null) return <span className="missing">–</span>;
  return <span className="money">{sign ? formatDollars(cents) : formatCents(cents)}</span>;
}
