/** A plan that runs: what was paid of it, what comes next, and every instalment with its state in words. */
import { Button, Group, Progress, Table, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconClock,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import type { InstalmentFacts, PlanFacts } from '../../../../shared/contract/plans.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { instalmentStateWords, planFrequencyWords } from '../../../../shared/text/labels.ts';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { useOnce } from '../forms/use-once.ts';
import { ScrollRegion } from '../scroll-region.tsx';

const stateIcons: Readonly<Record<InstalmentFacts['state'], ComponentType<{ size?: number }>>> = {
  upcoming: IconCircle,
  due: IconClock,
  paid: IconCircleCheck,
  partly_paid: IconCircleHalf2,
  missed: IconAlertTriangle,
};

export type RunningPlanProps = { readonly plan: PlanFacts; readonly today: Day };

export function RunningPlan({ plan, today }: RunningPlanProps) {
  const [asking, setAsking] = useState(false);
  const cancel = useOnce('plans.cancel');
  const percent = plan.totalCents === 0 ? 0 : Math.floor((plan.paidCents / plan.totalCents) * 100);
  return (
    <div className="account-form account-plan" data-first tabIndex={-1}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} size="sm">
          {planFrequencyWords[plan.frequency]}, {plan.instalments.length}{' '}
          {plan.instalments.length === 1 ? 'instalment' : 'instalments'}
        </Text>
        <Text size="xs" c="dimmed">
          Started <DayText day={plan.startedOn} />
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
        {plan.missed > 0 ? (
          <span className="past-due" data-level="old">
            ; {plan.missed} missed
          </span>
        ) : null}
      </Text>
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
      <Group justify="flex-end">
        <Button variant="default" onClick={() => setAsking(true)}>
          Cancel plan…
        </Button>
      </Group>
      {asking ? (
        <ReasonDialog
          title="Cancel this plan?"
          confirmLabel="Cancel plan"
          suggestions={['Instalments missed', 'Debtor asked for other terms', 'Entered by mistake']}
          dangerous
          pending={cancel.pending}
          fault={cancel.fault}
          onClose={() => setAsking(false)}
          onConfirm={async (reason) => {
            const result = await cancel.run({ planId: plan.planId, reason });
            if (result.ok) showDone('Plan cancelled. A new one can be started.');
            return result;
          }}
        >
          The {formatDollars(plan.totalCents - plan.paidCents)} still to pay is due again as before the plan,
          and its reminders end. Payments stay as they are. A cancelled plan is not started again; make a new
          one instead.
        </ReasonDialog>
      ) : null}
    </div>
  );
}

function InstalmentRow({ instalment }: { readonly instalment: InstalmentFacts }) {
  const Icon = stateIcons[instalment.state];
  return (
    <Table.Tr>
      <Table.Td ta="right">{instalment.number}</Table.Td>
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
