/** What the debtor's own budget leaves for each instalment: one click makes it the amount. */
import { formatDollars } from '../../../../shared/domain/money.ts';

export type AffordableHintProps = {
  /** For each instalment; `null` without a budget. */
  readonly affordableCents: number | null;
  readonly worked: boolean;
  onTake(cents: number): void;
  onBudget(): void;
};

export function AffordableHint({ affordableCents, worked, onTake, onBudget }: AffordableHintProps) {
  return (
    <span>
      {worked ? 'Worked out; ' : ''}
      {affordableCents === null ? (
        <button type="button" className="account-link" onClick={onBudget}>
          Budget…
        </button>
      ) : affordableCents > 0 ? (
        <>
          <button type="button" className="account-link" onClick={() => onTake(affordableCents)}>
            {formatDollars(affordableCents)} affordable
          </button>
          ,{' '}
          <button type="button" className="account-link" onClick={onBudget}>
            budget…
          </button>
        </>
      ) : (
        <button type="button" className="account-link" onClick={onBudget}>
          Nothing left by the budget…
        </button>
      )}
    </span>
  );
}
