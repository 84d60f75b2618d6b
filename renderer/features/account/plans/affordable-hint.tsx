/** What the debtor's own budget leaves for each instalment: one press makes it the amount. */
import { formatDollars } from '../../../../shared/domain/money.ts';

export type AffordableHintProps = {
  /** For each instalment; `null` without a budget. */
  readonly affordableCents: number | null;
  onTake(cents: number): void;
  onBudget(): void;
};

export function AffordableHint({ affordableCents, onTake, onBudget }: AffordableHintProps) {
  return (
    <p className="plan-adding">
      {affordableCents === null
        ? 'What can the debtor afford? '
        : affordableCents > 0
          ? `By the budget ${formatDollars(affordableCents)} each is affordable. `
          : 'By the budget nothing is left to pay with. '}
      {affordableCents !== null && affordableCents > 0 ? (
        <>
          <button type="button" className="account-link" onClick={() => onTake(affordableCents)}>
            Take {formatDollars(affordableCents)}
          </button>{' '}
        </>
      ) : null}
      <button type="button" className="account-link" onClick={onBudget}>
        Budget…
      </button>
    </p>
  );
}
