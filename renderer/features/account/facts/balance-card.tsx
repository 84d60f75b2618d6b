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
  // What the debtor would have to pay today is the figure that is said on the phone; what is posted stands below it.
  const shownCents = owed.data?.totalCents ?? balance.balanceCents;
  const isPosted = shownCents === balance.balanceCents;
  const before = useSumBefore(owed.data?.totalCents ?? null);
  const down = before !== null && shownCents < before;
  return (
    <section className="account-balance" aria-label="Balance" data-moved={before !== null || undefined}>
      <div className="account-balance-row">
        <div>
          <div className="account-balance-name">
            {shownCents < 0 ? 'In credit' : isPosted ? 'Balance' : 'Owed today'}
          </div>
          <div className="account-balance-sum" data-long={formatDollars(shownCents).length > 11 || undefined}>
            <Money cents={shownCents} />
          </div>
        </div>
        {before === null ? null : (
          <div className="account-balance-before" data-down={down}>
            <span aria-hidden>
              {down ? <IconArrowNarrowDown size={16} /> : <IconArrowNarrowUp size={16} />}
            </span>
            {formatDollars(Math.abs(shownCents - before))}
            <s>{formatDollars(before)}</s>
          </div>
        )}
      </div>
      <VisuallyHidden role="status" aria-live="polite">
        {before === null ? '' : `Owed now: ${formatDollars(shownCents)}.`}
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
        {isPosted ? null : <Sum name="Balance posted" cents={balance.balanceCents} always />}
        {owed.data && (owed.data.unpostedCents !== 0 || owed.data.perDiem.cents !== 0) ? (
          <>
            <div className="account-sums-line">
              <dt>Accrued, not posted</dt>
              <dd>
                <Money cents={owed.data.unpostedCents} />
              </dd>
            </div>
            <Sum name="One more day" cents={owed.data.perDiem.cents} />
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

/** The sum before the last move, for a while after it; else `null`. A sum not known yet is no move. */
function useSumBefore(cents: number | null): number | null {
  const known = useRef(cents);
  const [before, setBefore] = useState<number | null>(null);
  useEffect(() => {
    if (cents === null || known.current === cents) return;
    setBefore(known.current);
    known.current = cents;
    const ending = setTimeout(() => setBefore(null), showMoveMs);
    return () => clearTimeout(ending);
  }, [cents]);
  return before;
}
