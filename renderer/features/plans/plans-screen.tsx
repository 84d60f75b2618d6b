/** Promises, payment plans and settlements over the whole book: what was missed first, then what is due next. */
import { Badge, NativeSelect, SegmentedControl, Table, Text } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { standings } from '../../../shared/domain/standing.ts';
import {
  planFrequencyWords,
  planStateWords,
  promiseStateWords,
  standingWords,
} from '../../../shared/text/labels.ts';
import { useStoredView } from '../../bridge/drafts.ts';
import { type ExportAsk, useExport } from '../../bridge/exports.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { missedFirst } from './missed-first.ts';
import { type Narrowed, type Narrowing, narrow, shownKinds } from './narrow.ts';
import './plans.css';

type Answer = OutputOf<'plans.list'>;
type Plan = Answer['plans'][number];
type Promised = Answer['promises'][number];

/** The book answers with at most so many of each. */
const most = 500;

const kindWords = {
  all: 'All',
  promises: 'Promises',
  plans: 'Plans',
  settlements: 'Settlements',
} as const satisfies Record<Narrowing['kind'], string>;

const narrowing = z.strictObject({ kind: z.enum(shownKinds), state: z.enum(standings) });
const everythingOpen: Narrowing = { kind: 'all', state: 'open' };

/** Each kind is a list of its own, the one in sight first. */
function exportsOf({ kind, state }: Narrowing): ExportAsk {
  const promises = { label: 'Promises', asked: { list: 'promises', state } } as const;
  const plans = { label: 'Payment plans', asked: { list: 'plans', kind: 'plan', state } } as const;
  const settlements = { label: 'Settlements', asked: { list: 'plans', kind: 'settlement', state } } as const;
  if (kind === 'plans') return [plans];
  if (kind === 'settlements') return [settlements];
  return kind === 'promises' ? [promises] : [promises, plans, settlements];
}

export function PlansScreen() {
  const list = useCall('plans.list', {}, { keepPrevious: true });
  const info = useCall('app.info', {});
  const [stored, change] = useStoredView('plans-shown', narrowing, everythingOpen);
  const shown = stored ?? everythingOpen;
  const today = info.data?.today;
  const { plans, promises, settlements } = narrow(list.data ?? { plans: [], promises: [] }, shown);
  const openExport = useExport(() => exportsOf(shown));
  const nothing = list.data !== undefined && plans.length + promises.length + settlements.length === 0;
  return (
    <div className="screen">
      <PageHeader
        title="Plans and promises"
        detail={
          list.data ? <span role="status">{countWords({ plans, promises, settlements })}</span> : undefined
        }
      >
        <SegmentedControl
          aria-label="Which kind is shown"
          value={shown.kind}
          onChange={(kind) => change((now) => ({ ...now, kind }))}
          data={shownKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        />
        <NativeSelect
          aria-label="Which are shown"
          value={shown.state}
          onChange={(event) => {
            const state = standings.find((one) => one === event.currentTarget.value);
            if (state) change((now) => ({ ...now, state }));
          }}
          data={standings.map((state) => ({ value: state, label: standingWords[state] }))}
        />
        <ExportButton disabled={nothing} open={openExport} />
      </PageHeader>
      <FaultAlert fault={list.error?.fault} />
      {nothing ? (
        <EmptyState
          icon={<IconHeartHandshake size={32} />}
          title={shown.state === 'all' && shown.kind === 'all' ? 'None yet' : 'None of these'}
        >
          A promise or a plan is made in an account, while the debtor is on the phone. It then stands here
          until it is kept, and in Today when it is due.
        </EmptyState>
      ) : null}
      {promises.length === 0 ? null : (
        <Section title="Promises to pay" full={(list.data?.promises.length ?? 0) >= most}>
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
            {missedFirst(promises).map((promise) => (
              <PromiseRow key={promise.promiseId} promise={promise} today={today} />
            ))}
          </Table.Tbody>
        </Section>
      )}
      {plans.length === 0 ? null : (
        <Section title="Payment plans" full={(list.data?.plans.length ?? 0) >= most}>
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
            {missedFirst(plans).map((plan) => (
              <PlanRow key={plan.planId} plan={plan} today={today} />
            ))}
          </Table.Tbody>
        </Section>
      )}
      {settlements.length === 0 ? null : (
        <Section title="Settlements" full={(list.data?.plans.length ?? 0) >= most}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Debtor</Table.Th>
              <Table.Th>Account</Table.Th>
              <Table.Th ta="right">Settled for</Table.Th>
              <Table.Th ta="right">Paid</Table.Th>
              <Table.Th ta="right">Forgiven when kept</Table.Th>
              <Table.Th>Next due</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
              <Table.Th>State</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {missedFirst(settlements).map((plan) => (
              <PlanRow key={plan.planId} plan={plan} today={today} />
            ))}
          </Table.Tbody>
        </Section>
      )}
    </div>
  );
}

function countWords({ plans, promises, settlements }: Narrowed): string {
  const missed = (rows: readonly Plan[]) => {
    const behind = rows.filter((row) => row.missed > 0 && row.state === 'active').length;
    return behind > 0 ? ` (${behind} behind)` : '';
  };
  const broken = promises.filter((promise) => promise.state === 'broken').length;
  const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;
  return [
    `${counted(promises.length, 'promise')}${broken > 0 ? ` (${broken} broken)` : ''}`,
    `${counted(plans.length, 'plan')}${missed(plans)}`,
    `${counted(settlements.length, 'settlement')}${missed(settlements)}`,
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
  const running = plan.state === 'active';
  const behind = running && plan.missed > 0;
  const paused = running && plan.pausedUntil !== null;
  return (
    <Table.Tr>
      <Table.Td>
        <OpenLink accountId={plan.accountId} name={plan.debtorName} />
      </Table.Td>
      <Table.Td>
        {plan.accountNumber}
        {plan.accounts.length > 1 ? (
          <span className="missing"> and {plan.accounts.length - 1} more</span>
        ) : null}
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={plan.totalCents} />
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={plan.paidCents} />
      </Table.Td>
      {plan.settlement ? (
        <Table.Td ta="right">
          <Money cents={plan.settlement.forgivenCents} />
        </Table.Td>
      ) : (
        <Table.Td className="plans-whole">{planFrequencyWords[plan.frequency]}</Table.Td>
      )}
      <Table.Td>
        <DayText day={plan.nextDueOn} today={today} />
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={plan.nextAmountCents} />
      </Table.Td>
      <Table.Td>
        <StateBadge
          bad={behind || plan.state === 'defaulted'}
          word={behind ? `${plan.missed} missed` : paused ? 'Paused' : planStateWords[plan.state]}
        />
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
