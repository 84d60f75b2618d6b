/**
 * Paying in parts: the running plan or the workshop for a new one, settlements, the log of offers, and promises. One tab
 * with four views, because during a call one goes back and forth between them.
 */
import './account-plans.css';
import { Loader, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { PlanFacts } from '../../../../shared/contract/plans.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { useCall } from '../../../bridge/queries.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { BudgetDialog } from './budget-dialog.tsx';
import { OfferLog } from './offer-log.tsx';
import { PapersDialog } from './papers-dialog.tsx';
import { PromiseView } from './promise-view.tsx';
import { RunningPlan } from './running-plan.tsx';
import { useTakeOffer } from './take-offer.ts';
import { type CounterSeed, Workshop } from './workshop.tsx';
import type { WorkshopKind } from './workshop-form.ts';

export type PlanPanelProps = {
  readonly account: AccountFacts;
  readonly today: Day;
};

type View = WorkshopKind | 'offers' | 'promises';

const viewWords: Readonly<Record<View, string>> = {
  plan: 'Plan',
  settlement: 'Settlement',
  offers: 'Offers',
  promises: 'Promises',
};

const views: readonly View[] = ['plan', 'settlement', 'offers', 'promises'];

export function PlanPanel({ account, today }: PlanPanelProps) {
  const answer = useCall('plans.get', { accountId: account.accountId });
  const inCall = useTakeOffer() !== null;
  const [view, setView] = useState<View>('plan');
  const [counter, setCounter] = useState<CounterSeed | null>(null);
  const [budgeting, setBudgeting] = useState(false);
  const [started, setStarted] = useState<{ planId: number; kind: WorkshopKind } | null>(null);
  const plan = answer.data?.plan ?? null;

  const workshop = (kind: WorkshopKind): ReactNode => {
    if (answer.error) return <FaultAlert fault={answer.error.fault} />;
    if (!answer.data) return <Loader size="sm" role="status" aria-label="Loading the plan" />;
    if (plan?.state === 'active') return <Running plan={plan} today={today} kind={kind} onView={setView} />;
    if (account.closedAt !== null) {
      return (
        <EmptyState title="This account is closed">Reopen it to agree on how to pay what is owed.</EmptyState>
      );
    }
    if (account.balance.balanceCents <= 0) {
      return (
        <EmptyState title="Nothing is owed">
          A plan splits what is owed into instalments; this account owes nothing.
        </EmptyState>
      );
    }
    return (
      <Workshop
        account={account}
        today={today}
        kind={kind}
        counter={counter?.offer.kind === kind ? counter : null}
        onBudget={() => setBudgeting(true)}
        onLogged={() => {
          setCounter(null);
          setView('offers');
        }}
        onStarted={(planId) => {
          setCounter(null);
          setStarted({ planId, kind });
        }}
      />
    );
  };

  return (
    <>
      <SegmentedControl
        fullWidth
        className="plan-views"
        aria-label="What to look at"
        value={view}
        onChange={(next) => {
          const chosen = views.find((one) => one === next);
          if (chosen) setView(chosen);
        }}
        // In a call a promise is written down beside the script.
        data={views
          .filter((one) => !inCall || one !== 'promises')
          .map((one) => ({ value: one, label: viewWords[one] }))}
      />
      {view === 'plan' || view === 'settlement' ? workshop(view) : null}
      {view === 'offers' ? (
        <OfferLog
          account={account}
          onCounter={(offer) => {
            setCounter({ offer, at: Date.now() });
            setView(offer.kind);
          }}
        />
      ) : null}
      {view === 'promises' ? <PromiseView account={account} today={today} /> : null}
      {budgeting ? (
        <BudgetDialog
          debtorId={account.debtor.debtorId}
          debtorName={account.debtor.name}
          today={today}
          onClose={() => setBudgeting(false)}
        />
      ) : null}
      {started ? (
        <PapersDialog planId={started.planId} kind={started.kind} onClose={() => setStarted(null)} />
      ) : null}
    </>
  );
}

type RunningProps = {
  readonly plan: PlanFacts;
  readonly today: Day;
  readonly kind: WorkshopKind;
  onView(view: View): void;
};

/** One account has one agreement at a time; under the other view it says where the running one stands. */
function Running({ plan, today, kind, onView }: RunningProps) {
  if (plan.kind === kind) return <RunningPlan plan={plan} today={today} />;
  const other = plan.kind === 'plan' ? 'A payment plan' : 'A settlement';
  return (
    <EmptyState
      title={`${other} is running`}
      actions={
        <button type="button" className="account-link" onClick={() => onView(plan.kind)}>
          Show it
        </button>
      }
    >
      End it before another agreement is made.
    </EmptyState>
  );
}
