/**
 * What is owed now, and of what it is made. When the sum moves, the old one stays beside it for a moment and
 * a screen reader says the new one: a payment is seen and heard to have arrived.
 */
import { VisuallyHidden } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { useCall } from '../../../bridge/queries.ts';
import { DaysPastDue } from '../../../components/days-past-due.tsx';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { BalanceActions } from './balance-actions.tsx';

/** How long the sum before stays to be seen. */
const showMoveMs = 12_000;

export type BalanceCardProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  readonly explaining: boolean;
  onExplaining(open: boolean): void;
};

export function BalanceCard({ account, today, explaining, onExplaining }: BalanceCardProps) {
  const { balance } = account;
  const owed = useCall('ledger.explain', { accountId: account.accountId, asOf: today });
  const before = useSumBefore(balance.balanceCents);
  const down = before !== null && balance.balanceCents < before;
  return (
    <section className="account-balance" aria-label="Balance" data-moved={before !== null || undefined}>
      <div className="account-balance-row">
        <div>
          <div className="account-balance-name">{balance.balanceCents < 0 ? 'In credit' : 'Balance'}</div>
          <div
            className="account-balance-sum"
            data-long={formatDollars(balance.balanceCents).length > 11 || undefined}
          >
            <Money cents={balance.balanceCents} />
          </div>
        </div>
        {before === null ? null : (
          <div className="account-balance-before" data-down={down}>
            <span aria-hidden>
              {down ? <IconArrowNarrowDown size={16} /> : <IconArrowNarrowUp size={16} />}
            </span>
            {formatDollars(Math.abs(balance.balanceCents - before))}
            <s>{formatDollars(before)}</s>
          </div>
        )}
      </div>
      <VisuallyHidden role="status" aria-live="polite">
        {before === null ? '' : `The balance is now ${formatDollars(balance.balanceCents)}.`}
      </VisuallyHidden>
      <div className="account-due">
        {account.oldestDueOn === null ? (
          <span className="missing">Nothing is due</span>
        ) : account.daysPastDue > 0 ? (
          <>
            <DaysPastDue days={account.daysPastDue} unit />
            <span className="missing">
              oldest due <DayText day={account.oldestDueOn} />
            </span>
          </>
        ) : (
          <span className="missing">
            Due <DayText day={account.oldestDueOn} today={today} />
          </span>
        )}
      </div>
      <dl className="account-dl account-sums">
        <Sum name="Principal" cents={balance.principalCents} always />
        <Sum name="Interest" cents={balance.interestCents} />
        <Sum name="Fees" cents={balance.feesCents} />
        <Sum name="Costs" cents={balance.costsCents} />
        <div className="account-sums-line">
          <dt>Charged</dt>
          <dd>
            <Money cents={account.chargedCents} />
          </dd>
        </div>
        <Sum name="Paid" cents={account.paidCents} always />
        <Sum name="Not applied yet" cents={account.unappliedCents} />
        {owed.data && (owed.data.unpostedCents !== 0 || owed.data.perDiem.cents !== 0) ? (
          <>
            <div className="account-sums-line">
              <dt>Accrued, not posted</dt>
              <dd>
                <Money cents={owed.data.unpostedCents} />
              </dd>
            </div>
            <Sum name="One more day" cents={owed.data.perDiem.cents} />
            <div className="money-owed">
              <dt>Owed today</dt>
              <dd>
                <Money cents={owed.data.totalCents} />
              </dd>
            </div>
          </>
        ) : null}
      </dl>
      <BalanceActions account={account} today={today} explaining={explaining} onExplaining={onExplaining} />
    </section>
  );
}

function Sum({
  name,
  cents,
  always = false,
}: {
  readonly name: string;
  readonly cents: number;
  readonly always?: boolean;
}) {
  if (cents === 0 && !always) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Money cents={cents} />
      </dd>
    </div>
  );
}

/** The sum before the last move, for a while after it; else `null`. */
function useSumBefore(cents: number): number | null {
  const known = useRef(cents);
  const [before, setBefore] = useState<number | null>(null);
  useEffect(() => {
    if (known.current === cents) return;
    setBefore(known.current);
    known.current = cents;
    const ending = setTimeout(() => setBefore(null), showMoveMs);
    return () => clearTimeout(ending);
  }, [cents]);
  return before;
}
