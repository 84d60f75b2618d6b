/** Promises and payment plans over the whole book: what was missed first, then what is due next. */
import { Badge, SegmentedControl, Table, Text } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { planFrequencyWords, planStateWords, promiseStateWords } from '../../../shared/text/labels.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { missedFirst } from './missed-first.ts';
import './plans.css';

type Answer = OutputOf<'plans.list'>;
type Plan = Answer['plans'][number];
type Promised = Answer['promises'][number];

/** The book answers with at most so many of each. */
const most = 500;

export function PlansScreen() {
  const list = useCall('plans.list', {}, { keepPrevious: true });
  const info = useCall('app.info', {});
  const [shown, setShown] = useState<'open' | 'all'>('open');
  const today = info.data?.today;
  const plans = missedFirst(list.data?.plans ?? []).filter(
    (plan) => shown === 'all' || plan.state === 'active',
  );
  const promises = missedFirst(list.data?.promises ?? []).filter(
    (promise) => shown === 'all' || isWaiting(promise.state),
  );
  const nothing = list.data !== undefined && plans.length + promises.length === 0;
  return (
    <div className="screen">
      <PageHeader
        title="Plans and promises"
        detail={list.data ? <span role="status">{countWords(plans, promises)}</span> : undefined}
      >
        <SegmentedControl
          aria-label="Which are shown"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'open', label: 'Open' },
            { value: 'all', label: 'All' },
          ]}
        />
      </PageHeader>
      <FaultAlert fault={list.error?.fault} />
      {nothing ? (
        <EmptyState
          icon={<IconHeartHandshake size={32} />}
          title={shown === 'open' ? 'Nothing is open' : 'None yet'}
        >
          A promise or a plan is made in an account, while the debtor is on the phone. It then stands here
          until it is kept, and in Today when it is due.
        </EmptyState>
      ) : null}
      {promises.length === 0 ? null : (
        <Section title="Promises to pay" full={promises.length >= most}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Debtor</Table.Th>
              <Table.Th>Account</Table.Th>
              <Table.Th ta="right">Promised</Table.Th>
              <Table.Th ta="right">Received</Table.Th>
              <Table.Th>Due</Table.Th>
              <Table.Th>State</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {promises.map((promise) => (
              <PromiseRow key={promise.promiseId} promise={promise} today={today} />
            ))}
          </Table.Tbody>
        </Section>
      )}
      {plans.length === 0 ? null : (
        <Section title="Payment plans" full={plans.length >= most}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Debtor</Table.Th>
              <Table.Th>Account</Table.Th>
              <Table.Th ta="right">Total</Table.Th>
              <Table.Th ta="right">Paid</Table.Th>
              <Table.Th>Paid in</Table.Th>
              <Table.Th>Next instalment</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
              <Table.Th>State</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plans.map((plan) => (
              <PlanRow key={plan.planId} plan={plan} today={today} />
            ))}
          </Table.Tbody>
        </Section>
      )}
    </div>
  );
}

function isWaiting(state: Promised['state']): boolean {
  return state === 'open' || state === 'broken' || state === 'partly_kept';
}

function countWords(plans: readonly Plan[], promises: readonly Promised[]): string {
  const missed = plans.filter((plan) => plan.missed > 0).length;
  const broken = promises.filter((promise) => promise.state === 'broken').length;
  return [
    `${promises.length} ${promises.length === 1 ? 'promise' : 'promises'}${broken > 0 ? ` (${broken} broken)` : ''}`,
    `${plans.length} ${plans.length === 1 ? 'plan' : 'plans'}${missed > 0 ? ` (${missed} behind)` : ''}`,
  ].join(' · ');
}

type SectionProps = { readonly title: string; readonly full: boolean; readonly children: ReactNode };

function Section({ title, full, children }: SectionProps) {
  return (
    <section className="plans-section" aria-label={title}>
      <h2 className="plans-heading">{title}</h2>
      <Table.ScrollContainer minWidth={640}>
        <Table highlightOnHover>{children}</Table>
      </Table.ScrollContainer>
      {full ? (
        <Text size="sm" c="dimmed" p="xs">
          The first {most} are shown; the list of accounts can be narrowed to the rest.
        </Text>
      ) : null}
    </section>
  );
}

type OpenLinkProps = { readonly accountId: number; readonly name: string };

function OpenLink({ accountId, name }: OpenLinkProps) {
  const go = useGo();
  return (
    <button type="button" className="open-link" onClick={() => go({ accountId })}>
      {name}
    </button>
  );
}

function PromiseRow({ promise, today }: { readonly promise: Promised; readonly today: Day | undefined }) {
  return (
    <Table.Tr>
      <Table.Td>
        <OpenLink accountId={promise.accountId} name={promise.debtorName} />
      </Table.Td>
      <Table.Td>{promise.accountNumber}</Table.Td>
      <Table.Td ta="right">
        <Money cents={promise.amountCents} />
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={promise.receivedCents} />
      </Table.Td>
      <Table.Td>
        <DayText day={promise.dueOn} today={today} />
      </Table.Td>
      <Table.Td>
        <StateBadge bad={promise.state === 'broken'} word={promiseStateWords[promise.state]} />
      </Table.Td>
    </Table.Tr>
  );
}

function PlanRow({ plan, today }: { readonly plan: Plan; readonly today: Day | undefined }) {
  const behind = plan.state === 'active' && plan.missed > 0;
  return (
    <Table.Tr>
      <Table.Td>
        <OpenLink accountId={plan.accountId} name={plan.debtorName} />
      </Table.Td>
      <Table.Td>{plan.accountNumber}</Table.Td>
      <Table.Td ta="right">
        <Money cents={plan.totalCents} />
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={plan.paidCents} />
      </Table.Td>
      <Table.Td className="plans-whole">{planFrequencyWords[plan.frequency]}</Table.Td>
      <Table.Td>
        <DayText day={plan.nextDueOn} today={today} />
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={plan.nextAmountCents} />
      </Table.Td>
      <Table.Td>
        <StateBadge bad={behind} word={behind ? `${plan.missed} missed` : planStateWords[plan.state]} />
      </Table.Td>
    </Table.Tr>
  );
}

function StateBadge({ bad, word }: { readonly bad: boolean; readonly word: string }) {
  return (
    <Badge size="sm" miw="fit-content" color={bad ? 'red' : 'gray'}>
      {word}
    </Badge>
  );
}
