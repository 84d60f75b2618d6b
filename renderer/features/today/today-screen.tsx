/** What to do now as one ranked queue, worked from the keyboard; how the day stands; and what was dealt with. */
import { Alert, Button, CloseButton, Group, Text } from '@mantine/core';
import { IconAdjustments, IconChecks, IconPlayerPlay, IconPrinter, IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { addDays, startOfDay } from '../../../shared/domain/days.ts';
import { todayKindWords } from '../../../shared/text/labels.ts';
import { useExport } from '../../bridge/exports.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { useMinute } from '../../bridge/use-minute.ts';
import { useWork } from '../../bridge/work.ts';
import { backTimes } from '../../components/back-times.ts';
import { somethingAbove } from '../../components/covered.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { DayText, localZone } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PutOffDialog } from '../../components/put-off-dialog.tsx';
import { DeskSettingsDrawer } from './desk-settings-drawer.tsx';
import { GoalsStrip } from './goals-strip.tsx';
import { KindChips, type Shown } from './kind-chips.tsx';
import { useLocalTimes } from './local-times.ts';
import { MarkedList } from './marked-list.tsx';
import { PlanOrphansDialog } from './plan-orphans-dialog.tsx';
import { useRowActions } from './row-actions.ts';
import { TodayRow } from './today-row.tsx';
import './today.css';

/** It brings the PDF reader; the day itself does not wait for that. */
const ActivityDialog = lazy(() =>
  import('./activity-dialog.tsx').then((module) => ({ default: module.ActivityDialog })),
);

export function TodayScreen() {
  const [shown, setShown] = useState<Shown>('all');
  const kind = shown === 'all' || shown === 'marked' ? null : shown;
  const list = useCall('today.list', { kind }, { keepPrevious: true });
  if (list.error) {
    return (
      <div className="screen">
        <PageHeader title="Today" />
        <FaultAlert fault={list.error.fault} />
      </div>
    );
  }
  return list.data ? <TodayList answer={list.data} shown={shown} show={setShown} /> : null;
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

type TodayListProps = {
  readonly answer: Answer;
  readonly shown: Shown;
  show(shown: Shown): void;
};

function TodayList({ answer, shown, show }: TodayListProps) {
  const { items, counts, more, today } = answer;
  const now = useMinute();
  const marked = useCall('desk.marked', {}, { keepPrevious: true });
  const progress = useCall('desk.progress', {}, { keepPrevious: true });
  const { item: inWork } = useWork();
  const { actions, asked, pending, put, close } = useRowActions();
  const [open, setOpen] = useState<'settings' | 'orphans' | 'activity' | null>(null);
  const body = useRef<HTMLDivElement | null>(null);
  const openExport = useExport(() => [
    { label: 'Today', asked: { list: 'today', kind: shown === 'all' || shown === 'marked' ? null : shown } },
  ]);
  const times = useLocalTimes(
    items.flatMap(({ accountId }) => accountId ?? []),
    now,
  );
  const workKey = inWork?.key ?? null;
  useKeptFocus(body, answer, workKey);
  const reasons = counts.reduce((sum, { count }) => sum + count, 0);
  const left = items.length;
  const first = items.find(({ accountId }) => accountId !== null);
  const firstKey = items.find(({ key }) => key === workKey)?.key ?? items[0]?.key ?? null;
  const beyond = more
    .filter(({ kind }) => shown === 'all' || kind === shown)
    .reduce((sum, { count }) => sum + count, 0);
  const orphans = counts.find(({ kind }) => kind === 'no_next_step')?.count ?? 0;

  return (
    <div className="screen">
      <PageHeader
        title="Today"
        detail={
          <>
            <DayText day={today} /> ·{' '}
            <span role="status">
              {reasons === 0 ? 'nothing left to do' : `${reasons.toLocaleString('en-US')} to do`}
            </span>
          </>
        }
      >
        {shown === 'no_next_step' && orphans > 0 ? (
          <Button variant="default" onClick={() => setOpen('orphans')}>
            Plan all {orphans.toLocaleString('en-US')}…
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<IconPrinter size={15} aria-hidden />}
          onClick={() => setOpen('activity')}
        >
          Activity log
        </Button>
        <ExportButton open={openExport} />
        <Button
          variant="default"
          leftSection={<IconAdjustments size={15} aria-hidden />}
          onClick={() => setOpen('settings')}
        >
          Goals and ranking
        </Button>
        {first === undefined || shown === 'marked' ? null : (
          <Button
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            rightSection={<KeyHint keys="Enter" />}
            onClick={() => actions.take(items.find(({ key }) => key === workKey) ?? first, left)}
          >
            {inWork === null ? 'Start work' : 'Go on working'}
          </Button>
        )}
      </PageHeader>
      <ProfileWanted />
      {progress.data ? (
        <>
          <GoalsStrip progress={progress.data} openBook={<OpenBook answer={answer} />} />
          <PauseLine hardCalls={progress.data.hardCalls} />
        </>
      ) : null}
      <KindChips
        counts={counts}
        waiting={answer.waiting.count}
        marked={marked.data?.count ?? 0}
        shown={shown}
        show={show}
      />
      {shown === 'marked' ? (
        <MarkedList />
      ) : items.length === 0 ? (
        <Nothing answer={answer} shown={shown} />
      ) : (
        <div ref={body}>
          <ul className="today-rows" aria-label={shown === 'all' ? 'To do' : todayKindWords[shown]}>
            {items.map((item, index) => (
              <TodayRow
                key={item.accountId ?? item.key}
                item={item}
                rank={index + 1}
                today={today}
                now={now}
                localTime={item.accountId === null ? null : (times.get(item.accountId) ?? null)}
                left={left}
                reachable={item.key === firstKey}
                inWork={item.key === workKey}
                actions={actions}
                move={(event) => moveFocus(event, body.current)}
              />
            ))}
          </ul>
          {beyond === 0 ? null : (
            <Text size="sm" c="dimmed" px="xs" py={4}>
              and {beyond.toLocaleString('en-US')} more. They move up as these are done.
            </Text>
          )}
        </div>
      )}
      {open === 'settings' ? <DeskSettingsDrawer items={items} close={() => setOpen(null)} /> : null}
      {open === 'orphans' ? <PlanOrphansDialog today={today} close={() => setOpen(null)} /> : null}
      {open === 'activity' ? (
        <Suspense fallback={null}>
          <ActivityDialog today={today} close={() => setOpen(null)} />
        </Suspense>
      ) : null}
      {asked === null ? null : (
        <PutOffDialog
          as={asked.as}
          who={asked.item.debtorName ?? asked.item.text}
          pending={pending}
          times={
            asked.as === 'skipped'
              ? [{ label: 'Tomorrow', until: startOfDay(addDays(today, 1), localZone()) }]
              : backTimes(Date.now(), localZone())
          }
          putOff={(word, until) => void put(word, until)}
          close={close}
        />
      )}
    </div>
  );
}

/** Said once and quietly; it comes again only when more hard calls follow. */
let dismissed = 0;

function PauseLine({ hardCalls }: { readonly hardCalls: number | null }) {
  const [, redraw] = useState(0);
  if (hardCalls === null) dismissed = 0;
  if (hardCalls === null || hardCalls <= dismissed) return null;
  return (
    <div className="today-pause" role="status">
      <span>
        {hardCalls} of the last five calls were hard ones. A few minutes away from the phone do good; the
        queue waits.
      </span>
      <CloseButton
        size="sm"
        aria-label="Go on without a pause"
        onClick={() => {
          dismissed = hardCalls;
          redraw((count) => count + 1);
        }}
      />
    </div>
  );
}

function OpenBook({ answer }: { readonly answer: Answer }) {
  const { book } = answer;
  return (
    <div className="today-goal today-book">
      <span className="today-goal-name">{book.openAccounts.toLocaleString('en-US')} open accounts</span>
      <span className="today-goal-value">
        <Money cents={book.balanceCents} />
      </span>
    </div>
  );
}

function Nothing({ answer, shown }: { readonly answer: Answer; readonly shown: Shown }) {
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
  if (shown === 'no_next_step') {
    return (
      <EmptyState icon={<IconChecks size={32} />} title="Every open account has its next step">
        Nothing falls through. This list should stay empty.
      </EmptyState>
    );
  }
  const { count } = answer.waiting;
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
      {count === 0
        ? 'No reminder, promise or instalment is waiting, and every open account has its next step.'
        : `${count} put off: ${count === 1 ? 'it comes' : 'they come'} back by ${count === 1 ? 'itself' : 'themselves'}. Nothing else is waiting.`}
    </EmptyState>
  );
}

/**
 * The keys work from the start: the first row has the focus, or the one in work, and keeps it while the list is still coming
 * together. From the first press on the focus stays with its row; when that is done it goes on with the one that moved up.
 */
function useKeptFocus(body: RefObject<HTMLDivElement | null>, answer: Answer, workKey: string | null): void {
  const row = useRef(0);
  const moved = useRef(false);
  useEffect(() => {
    const note = (event: Event) => {
      if (event.type !== 'focusin') moved.current = true;
      const list = body.current;
      if (list === null) return;
      const now = rowsOf(list).findIndex((one) => one.contains(document.activeElement));
      if (now >= 0) row.current = now;
    };
    for (const type of ['focusin', 'keydown', 'pointerdown']) document.addEventListener(type, note);
    return () => {
      for (const type of ['focusin', 'keydown', 'pointerdown']) document.removeEventListener(type, note);
    };
  }, [body]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer draws other rows
  useEffect(() => {
    const list = body.current;
    const focused = document.activeElement;
    if (list === null || somethingAbove()) return;
    const rows = rowsOf(list);
    const lost = focused === document.body || focused?.id === 'screen';
    if (!moved.current && (lost || list.contains(focused))) {
      const inWork = rows.find((one) => one.dataset.key === workKey);
      (inWork ?? rows[0])?.focus({ preventScroll: inWork === undefined });
    } else if (lost) {
      rows[Math.min(row.current, rows.length - 1)]?.focus({ preventScroll: row.current === 0 });
    }
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
  if (somethingAbove()) return;
  event.preventDefault();
  const target = ends ? (event.key === 'Home' ? 0 : rows.length - 1) : now + (step ?? 0);
  rows[Math.min(rows.length - 1, Math.max(0, target))]?.focus();
}
