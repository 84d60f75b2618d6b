/**
 * A plan or settlement that runs: what was paid of it, what comes next, what was missed, every instalment with its state
 * in words, and the ways it can change. Nothing here edits a plan: each change makes a new version and keeps the old ones.
 */
import { Button, Group, Menu, Progress, Table, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconClock,
  IconPlayerPause,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import type { InstalmentFacts, PlanFacts } from '../../../../shared/contract/plans.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { instalmentStateWords, planFrequencyWords, planKindWords } from '../../../../shared/text/labels.ts';
import { usePaper } from '../../../bridge/papers.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { ScrollRegion } from '../scroll-region.tsx';
import { ChangePlanDialog } from './change-plan-dialog.tsx';
import type { ChangeKind } from './plan-change-form.ts';
import { PlanVersionsDialog } from './plan-versions-dialog.tsx';
import { onDefaultWords } from './schedule-words.ts';

const stateIcons: Readonly<Record<InstalmentFacts['state'], ComponentType<{ size?: number }>>> = {
  upcoming: IconCircle,
  due: IconClock,
  paid: IconCircleCheck,
  partly_paid: IconCircleHalf2,
  missed: IconAlertTriangle,
};

export type RunningPlanProps = { readonly plan: PlanFacts; readonly today: Day };

type Asking = ChangeKind | 'versions' | 'end' | 'default';

export function RunningPlan({ plan, today }: RunningPlanProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const showPaper = usePaper();
  const percent = plan.totalCents === 0 ? 0 : Math.floor((plan.paidCents / plan.totalCents) * 100);
  const { planId } = plan;
  const earlierCents = plan.paidCents - plan.instalments.reduce((sum, one) => sum + one.paidCents, 0);
  const named = planKindWords[plan.kind].toLowerCase();
  const close = () => setAsking(null);
  return (
    <div className="account-form account-plan" data-first tabIndex={-1}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} size="sm">
          {planKindWords[plan.kind]}: {planFrequencyWords[plan.frequency].toLowerCase()},{' '}
          {plan.instalments.length} {plan.instalments.length === 1 ? 'instalment' : 'instalments'}
        </Text>
        <Text size="xs" c="dimmed">
          Started <DayText day={plan.startedOn} />
          {plan.version > 1 ? `, version ${plan.version}` : ''}
        </Text>
      </Group>
      <Progress value={percent} aria-label={`${percent} per cent of the plan is paid`} />
      <Text size="sm">
        <Money cents={plan.paidCents} /> of <Money cents={plan.totalCents} /> paid
        {plan.nextDueOn === null || plan.nextAmountCents === null ? null : (
          <>
            ; next <Money cents={plan.nextAmountCents} /> on <DayText day={plan.nextDueOn} today={today} />
          </>
        )}
        {earlierCents > 0 ? `; ${formatDollars(earlierCents)} came in before version ${plan.version}` : ''}
      </Text>
      {plan.pausedUntil === null ? null : (
        <p className="plan-note">
          <IconPlayerPause size={15} aria-hidden /> Paused: nothing is due before {dayWords(plan.pausedUntil)}
          .
        </p>
      )}
      {plan.missed > 0 ? <MissedNote plan={plan} onCatchUp={() => setAsking('catch_up')} /> : null}
      {plan.settlement ? <SettlementFacts plan={plan} settlement={plan.settlement} /> : null}
      {plan.accounts.length > 1 ? <CoveredAccounts plan={plan} /> : null}
      <InstalmentTable plan={plan} />
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Menu position="top-start">
            <Menu.Target>
              <Button variant="default">Change…</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setAsking('skip')}>Skip an instalment…</Menu.Item>
              <Menu.Item disabled={plan.missed === 0} onClick={() => setAsking('catch_up')}>
                Catch up what was missed…
              </Menu.Item>
              <Menu.Item onClick={() => setAsking('redate')}>Move the days…</Menu.Item>
              <Menu.Item onClick={() => setAsking('pause')}>Pause…</Menu.Item>
              <Menu.Item onClick={() => setAsking('amend')}>New terms for what is left…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Menu position="top-start">
            <Menu.Target>
              <Button variant="default">Print…</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => showPaper({ paper: 'agreement', planId })}>Agreement</Menu.Item>
              <Menu.Item onClick={() => showPaper({ paper: 'coupons', planId })}>Payment coupons</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button variant="default" onClick={() => setAsking('versions')}>
            Versions
          </Button>
        </Group>
        <Menu position="top-end">
          <Menu.Target>
            <Button variant="default">End…</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAsking('end')}>End the {named}…</Menu.Item>
            <Menu.Item color="red.9" disabled={plan.missed === 0} onClick={() => setAsking('default')}>
              Not kept: default…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {asking === 'versions' ? <PlanVersionsDialog planId={planId} onClose={close} /> : null}
      {asking === 'end' ? <EndPlan plan={plan} onClose={close} /> : null}
      {asking === 'default' ? <DefaultPlan plan={plan} onClose={close} /> : null}
      {asking === null || asking === 'versions' || asking === 'end' || asking === 'default' ? null : (
        <ChangePlanDialog plan={plan} today={today} first={asking} onClose={close} />
      )}
    </div>
  );
}

function MissedNote({ plan, onCatchUp }: { readonly plan: PlanFacts; onCatchUp(): void }) {
  const behind = plan.instalments.filter(
    (one) => one.state === 'missed' || (one.state === 'partly_paid' && one.paidCents < one.amountCents),
  );
  const oldest = behind.find((one) => one.state === 'missed') ?? behind[0];
  const shortCents = behind.reduce((sum, one) => sum + one.amountCents - one.paidCents, 0);
  return (
    <div className="plan-note" data-bad>
      <IconAlertTriangle size={15} aria-hidden />
      <span>
        {plan.missed} missed{oldest ? `, the oldest due ${dayWords(oldest.dueOn)}` : ''};{' '}
        {formatDollars(shortCents)} is short. Its follow-up stands in Today.{' '}
        <button type="button" className="account-link" onClick={onCatchUp}>
          Catch up…
        </button>
      </span>
    </div>
  );
}

type SettlementFactsProps = {
  readonly plan: PlanFacts;
  readonly settlement: NonNullable<PlanFacts['settlement']>;
};

function SettlementFacts({ plan, settlement }: SettlementFactsProps) {
  return (
    <p className="plan-note">
      <span>
        Settles {formatDollars(settlement.agreedBalanceCents)} for {formatDollars(plan.totalCents)};{' '}
        {formatDollars(settlement.forgivenCents)} is forgiven once it is paid
        {settlement.expiresOn === null ? '' : `, by ${dayWords(settlement.expiresOn)}`}
        {settlement.allowedBy === '' ? '' : `; allowed by ${settlement.allowedBy}`}.{' '}
        {onDefaultWords[settlement.onDefault]}
      </span>
    </p>
  );
}

function CoveredAccounts({ plan }: { readonly plan: PlanFacts }) {
  return (
    <Text size="xs" c="dimmed">
      Covers{' '}
      {plan.accounts.map((one, place) => (
        <span key={one.accountId}>
          {place === 0 ? '' : ', '}
          {one.number} (<Money cents={one.balanceCents} />)
        </span>
      ))}
    </Text>
  );
}

function InstalmentTable({ plan }: { readonly plan: PlanFacts }) {
  return (
    <ScrollRegion className="account-table-scroll" label="Instalments">
      <Table stickyHeader fz="xs" horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">No.</Table.Th>
            <Table.Th>Due</Table.Th>
            <Table.Th ta="right">Amount</Table.Th>
            <Table.Th ta="right">Paid</Table.Th>
            <Table.Th>State</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.instalments.map((instalment) => (
            <InstalmentRow key={instalment.number} instalment={instalment} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function InstalmentRow({ instalment }: { readonly instalment: InstalmentFacts }) {
  const Icon = stateIcons[instalment.state];
  return (
    <Table.Tr>
      <Table.Td ta="right">{instalment.number === 0 ? 'Down' : instalment.number}</Table.Td>
      <Table.Td>
        <DayText day={instalment.dueOn} />
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={instalment.amountCents} sign={false} />
      </Table.Td>
      <Table.Td ta="right">
        {instalment.paidCents === 0 ? (
          <span className="missing">–</span>
        ) : (
          <Money cents={instalment.paidCents} sign={false} />
        )}
      </Table.Td>
      <Table.Td>
        <span className="account-state" data-state={instalment.state}>
          <span aria-hidden className="account-state-icon">
            <Icon size={14} />
          </span>
          {instalmentStateWords[instalment.state]}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

type EndProps = { readonly plan: PlanFacts; onClose(): void };

function EndPlan({ plan, onClose }: EndProps) {
  const cancel = useOnce('plans.cancel');
  return (
    <ReasonDialog
      title={plan.kind === 'plan' ? 'End this plan?' : 'End this settlement?'}
      confirmLabel={plan.kind === 'plan' ? 'End plan' : 'End settlement'}
      suggestions={['Instalments missed', 'Debtor asked for other terms', 'Entered by mistake']}
      dangerous
      pending={cancel.pending}
      fault={cancel.fault}
      onClose={onClose}
      onConfirm={async (reason) => {
        const result = await cancel.run({ planId: plan.planId, reason });
        if (result.ok) showDone('The plan has ended. A new one can be started.');
        return result;
      }}
    >
      What is still owed is due again as before it
      {plan.kind === 'settlement' ? '; nothing is forgiven' : ''}, and its reminders end. Payments stay as
      they are. An ended {planKindWords[plan.kind].toLowerCase()} is not started again; make a new one
      instead.
    </ReasonDialog>
  );
}

function DefaultPlan({ plan, onClose }: EndProps) {
  const giveUp = useOnce('plans.default');
  return (
    <ReasonDialog
      title={plan.kind === 'plan' ? 'Was this plan not kept?' : 'Was this settlement not kept?'}
      confirmLabel="Record the default"
      suggestions={['Instalments missed', 'Debtor refuses to go on', 'Not paid by its last day']}
      dangerous
      pending={giveUp.pending}
      fault={giveUp.fault}
      onClose={onClose}
      onConfirm={async (reason) => {
        const result = await giveUp.run({ planId: plan.planId, reason });
        if (result.ok) showDone('The default is recorded.');
        return result;
      }}
    >
      {formatDollars(plan.paidCents)} of {formatDollars(plan.totalCents)} was paid. As was stated when it was
      agreed:{' '}
      {plan.settlement
        ? onDefaultWords[plan.settlement.onDefault]
        : 'the plan ends and all that is still owed is due as before the plan.'}
    </ReasonDialog>
  );
}
