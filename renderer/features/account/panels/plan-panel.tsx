/** Paying in parts: the running plan with the state of each instalment, or the calculator for a new one. */
import { Loader } from '@mantine/core';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { useCall } from '../../../bridge/queries.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { PlanCalculator } from './plan-calculator-form.tsx';
import { RunningPlan } from './running-plan.tsx';

export type PlanPanelProps = {
  readonly account: AccountFacts;
  readonly today: Day;
};

export function PlanPanel({ account, today }: PlanPanelProps) {
  const answer = useCall('plans.get', { accountId: account.accountId });
  if (answer.error) return <FaultAlert fault={answer.error.fault} />;
  if (!answer.data) return <Loader size="sm" role="status" aria-label="Loading the plan" />;
  const { plan } = answer.data;
  if (plan?.state === 'active') return <RunningPlan plan={plan} today={today} />;
  if (account.closedAt !== null) {
    return <EmptyState title="This account is closed">Reopen it to make a plan for what is owed.</EmptyState>;
  }
  if (account.balance.balanceCents <= 0) {
    return (
      <EmptyState title="Nothing is owed">
        A plan splits what is owed into instalments; this account owes nothing.
      </EmptyState>
    );
  }
  return <PlanCalculator account={account} today={today} />;
}
