/** What to do now, most pressing first, each with its reason; and what was done today. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconChecks, IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { type TodayItem, type TodayKind, todayKinds } from '../../../shared/contract/today.ts';
import { todayKindWords } from '../../../shared/text/labels.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useReminderActions } from './reminder-actions.ts';
import { TodayRow } from './today-row.tsx';
import './today.css';

export function TodayScreen() {
  const list = useCall('today.list', {}, { keepPrevious: true });
  if (list.error) {
    return (
      <div className="screen">
        <PageHeader title="Today" />
        <FaultAlert fault={list.error.fault} />
      </div>
    );
  }
  return list.data ? <TodayList answer={list.data} /> : null;
}

/** Until the office has said who it is, no rule can say what is allowed. */
function ProfileWanted() {
  const go = useGo();
  const office = useCall('law.profile', {});
  if (!office.data || office.data.profile !== null) return null;
  return (
    <Alert color="yellow" title="What kind of office is this?" mb="sm">
      <Group justify="space-between" gap="xs">
        <Text size="sm" maw={560}>
          Duebook does not know yet whether it collects its own bills or those of others, so it cannot tell
          which rules bind it and shows no contact as allowed.
        </Text>
        <Button variant="default" onClick={() => go('rules')}>
          Say what this office does
        </Button>
      </Group>
    </Alert>
  );
}

type Answer = OutputOf<'today.list'>;

function TodayList({ answer }: { readonly answer: Answer }) {
  const go = useGo();
  const actions = useReminderActions();
  const body = useRef<HTMLDivElement | null>(null);
  const groups = groupByKind(answer);
  useKeptFocus(body, answer);
  const total = groups.reduce((sum, group) => sum + group.items.length + group.more, 0);
  // One row of the whole screen is in the order of the Tab key; the arrows move between rows.
  const firstKey = groups[0]?.items[0]?.key ?? null;

  return (
    <div className="screen">
      <PageHeader
        title="Today"
        detail={
          <>
            <DayText day={answer.today} /> ·{' '}
            <span role="status">
              {total === 0 ? 'nothing left to do' : `${total.toLocaleString('en-US')} to do`}
            </span>
          </>
        }
      />
      <ProfileWanted />
      <Figures answer={answer} />
      {total === 0 ? (
        <Nothing answer={answer} />
      ) : (
        <div ref={body}>
          {groups.map((group) => (
            <section key={group.kind} className="today-group" aria-labelledby={`today-${group.kind}`}>
              <h2 id={`today-${group.kind}`} className="today-heading">
                {todayKindWords[group.kind]}
                <span className="today-count">
                  {(group.items.length + group.more).toLocaleString('en-US')}
                </span>
              </h2>
              <ul className="today-rows">
                {group.items.map((item) => (
                  <TodayRow
                    key={item.key}
                    item={item}
                    today={answer.today}
                    reachable={item.key === firstKey}
                    open={() => {
                      if (item.accountId !== null) go({ accountId: item.accountId });
                    }}
                    actions={actions}
                    move={(event) => moveFocus(event, body.current)}
                  />
                ))}
              </ul>
              {group.more === 0 ? null : (
                <Text size="sm" c="dimmed" px="xs" py={4}>
                  and {group.more.toLocaleString('en-US')} more. They move up as these are done.
                </Text>
              )}
            </section>
          ))}
        </div>
      )}
    </div>
  );
}

type TodayGroup = { readonly kind: TodayKind; readonly items: readonly TodayItem[]; readonly more: number };

function groupByKind(answer: Answer): readonly TodayGroup[] {
  return todayKinds
    .map((kind) => ({
      kind,
      items: answer.items.filter((item) => item.kind === kind),
      more: answer.more.find((one) => one.kind === kind)?.count ?? 0,
    }))
    .filter((group) => group.items.length + group.more > 0);
}

function Figures({ answer }: { readonly answer: Answer }) {
  const { done, book } = answer;
  return (
    <dl className="today-figures">
      <Figure name="Contacts today" value={done.contacts.toLocaleString('en-US')} />
      <Figure name="Notes today" value={done.notes.toLocaleString('en-US')} />
      <Figure name="Payments today" value={done.payments.toLocaleString('en-US')} />
      <Figure name="Collected today" value={<Money cents={done.collectedCents} />} />
      <Figure name="Open accounts" value={book.openAccounts.toLocaleString('en-US')} />
      <Figure name="Owed in all" value={<Money cents={book.balanceCents} />} />
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: React.ReactNode }) {
  return (
    <div className="today-figure">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Nothing({ answer }: { readonly answer: Answer }) {
  const go = useGo();
  if (answer.book.openAccounts === 0) {
    return (
      <EmptyState
        icon={<IconUserPlus size={32} />}
        title="This book has no open accounts"
        actions={
          <Group gap="xs">
            <Button onClick={() => go('import')}>Import a file</Button>
            <Button variant="default" onClick={() => go('new-account')}>
              Enter one by hand
            </Button>
          </Group>
        }
      >
        Once there are accounts, this page shows each day what to do first, and why.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconChecks size={32} />}
      title="Everything for today is done"
      actions={
        <Button variant="default" onClick={() => go('accounts')}>
          Look through the accounts
        </Button>
      }
    >
      No reminder, promise or instalment is waiting, and every open account has its next step.
    </EmptyState>
  );
}

/**
 * The keys work from the start, and go on with the row that moved up when the one they were on is done.
 */
function useKeptFocus(body: RefObject<HTMLDivElement | null>, answer: Answer): void {
  const row = useRef(0);
  useEffect(() => {
    const list = body.current;
    if (list === null) return;
    const note = () => {
      const now = rowsOf(list).findIndex((one) => one.contains(document.activeElement));
      if (now >= 0) row.current = now;
    };
    list.addEventListener('focusin', note);
    return () => list.removeEventListener('focusin', note);
  }, [body]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer draws other rows
  useEffect(() => {
    const focused = document.activeElement;
    if (body.current === null || (focused !== document.body && focused?.id !== 'screen')) return;
    const rows = rowsOf(body.current);
    rows[Math.min(row.current, rows.length - 1)]?.focus({ preventScroll: row.current === 0 });
  }, [body, answer]);
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-today-row]')];
}

function moveFocus(event: KeyboardEvent, body: HTMLDivElement | null): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
  const step = steps[event.key];
  const ends = event.key === 'Home' || event.key === 'End';
  if (body === null || (step === undefined && !ends) || event.altKey || event.ctrlKey || event.metaKey)
    return;
  const rows = rowsOf(body);
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  if (now < 0) return;
  // A menu opened from a row has arrows of its own.
  if (document.querySelector('[role="menu"], [role="dialog"]')) return;
  event.preventDefault();
  const target = ends ? (event.key === 'Home' ? 0 : rows.length - 1) : now + (step ?? 0);
  rows[Math.min(rows.length - 1, Math.max(0, target))]?.focus();
}
