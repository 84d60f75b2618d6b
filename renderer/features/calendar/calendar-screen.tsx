/**
 * Everything due, by its day: month, week and agenda. One day is chosen; beside the grid stands all of it. The keys are those of
 * a calendar: arrows go from day to day, M, W and A change the view, T is today, Enter goes into the day, N sets a reminder on it.
 */
import { ActionIcon, Button, Checkbox, Group, Popover, SegmentedControl, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconFilter, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { type CalendarDay, type CalendarKind, calendarKinds } from '../../../shared/contract/calendar.ts';
import { addDays, type Day, spellDay, weekdayOf } from '../../../shared/domain/days.ts';
import { calendarKindWords } from '../../../shared/text/calendar-words.ts';
import { daysAway, dayWords } from '../../../shared/text/day-words.ts';
import { holidayName } from '../../../shared/text/holiday-words.ts';
import { useStoredView } from '../../bridge/drafts.ts';
import { useExport } from '../../bridge/exports.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DayCell, totalOf } from './day-cell.tsx';
import { DueList } from './due-list.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { moveReminder } from './reminder-acts.ts';
import { ChangeReminder, NewReminder } from './reminder-dialogs.tsx';
import { dayAfterKey, daysOf, pageFrom, rangeOf, type View, views, viewWords } from './view.ts';
import './calendar.css';

const kept = z.strictObject({ view: z.enum(views), hidden: z.array(z.enum(calendarKinds)) });
type Kept = z.output<typeof kept>;
const usual: Kept = { view: 'month', hidden: [] };

export function CalendarScreen() {
  const info = useCall('app.info', {});
  const [stored, store] = useStoredView('calendar:view', kept, usual);
  if (!info.data || stored === null) return null;
  return <Calendar today={info.data.today} kept={stored} keep={store} />;
}

type CalendarProps = { readonly today: Day; readonly kept: Kept; keep(next: Kept): void };

/** A press as React or the window tells it. */
type Pressed = KeyboardEvent | globalThis.KeyboardEvent;

type Asked =
  | { readonly dialog: 'reminder'; readonly reminderId: number | null }
  | { readonly dialog: 'export' }
  | null;

function Calendar({ today, kept: { view, hidden }, keep }: CalendarProps) {
  const [day, setDay] = useState<Day>(today);
  const [asked, setAsked] = useState<Asked>(null);
  const screen = useRef<HTMLDivElement | null>(null);
  const kinds = useMemo(() => calendarKinds.filter((kind) => !hidden.includes(kind)), [hidden]);
  const range = rangeOf(view, day);
  const found = useCall(
    'calendar.range',
    { ...range, kinds: [...kinds], limitPerDay: view === 'month' ? 4 : view === 'week' ? 20 : 50 },
    { keepPrevious: true },
  );
  const byDay = useMemo(() => new Map(found.data?.days.map((due) => [due.day, due])), [found.data]);
  const total = daysOf(range).reduce((sum, one) => sum + totalOf(byDay.get(one)), 0);
  const change = (next: View) => keep({ view: next, hidden });
  const openExport = useExport(() => [
    { label: 'Calendar', asked: { list: 'calendar', ...range, kinds: [...kinds] } },
  ]);

  /** The focus follows the chosen day, but is not taken from where somebody is. */
  const goTo = (next: Day) => {
    setDay(next);
    requestAnimationFrame(() => screen.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
  };
  const enter = () => screen.current?.querySelector<HTMLElement>('.calendar-row')?.focus();

  const onCellKey = (event: Pressed) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = dayAfterKey(event.key, view, day);
    if (next !== null) goTo(next);
    else if (event.key === 'Enter') enter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKeyDown = (event: Pressed) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(target)) return;
    const key = event.key.toLowerCase();
    const chosen = views.find((one) => one.charAt(0) === key);
    if (event.defaultPrevented) return;
    if (chosen) change(chosen);
    else if (key === 't') goTo(today);
    else if (key === 'n') setAsked({ dialog: 'reminder', reminderId: null });
    else if (view !== 'agenda' && target.closest('.calendar-panel, button') === null) return onCellKey(event);
    else if (key === 'escape') screen.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    else return;
    event.preventDefault();
  };
  useKeys(screen, onKeyDown);

  const edit = (reminderId: number) => setAsked({ dialog: 'reminder', reminderId });
  return (
    <div className="screen calendar" ref={screen}>
      <PageHeader
        title="Calendar"
        detail={
          <span role="status">
            {titleOf(view, day)} · {total === 0 ? 'nothing due' : `${total.toLocaleString('en-US')} due`}
          </span>
        }
      >
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            aria-label={`Back by a ${view === 'week' ? 'week' : 'month'}`}
            onClick={() => setDay(pageFrom(view, day, -1))}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => goTo(today)} rightSection={<KeyHint keys="T" />}>
            Today
          </Button>
          <ActionIcon
            variant="default"
            aria-label={`Forward by a ${view === 'week' ? 'week' : 'month'}`}
            onClick={() => setDay(pageFrom(view, day, 1))}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
        <SegmentedControl
          aria-label="View"
          value={view}
          onChange={(next) => change(next)}
          data={views.map((value) => ({ value, label: viewWords[value] }))}
        />
        <KindFilter hidden={hidden} change={(next) => keep({ view, hidden: next })} />
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => setAsked({ dialog: 'export' })}
        >
          Save as file
        </Button>
        <Button
          leftSection={<IconPlus size={15} aria-hidden />}
          rightSection={<KeyHint keys="N" />}
          onClick={() => setAsked({ dialog: 'reminder', reminderId: null })}
        >
          Reminder
        </Button>
      </PageHeader>
      <FaultAlert fault={found.error?.fault} />
      {view === 'agenda' ? (
        <Agenda days={found.data?.days ?? []} today={today} loaded={found.data !== undefined} onEdit={edit} />
      ) : (
        <div className="calendar-body">
          <Grid
            view={view}
            day={day}
            today={today}
            byDay={byDay}
            onSelect={setDay}
            onOpen={(opened) => {
              setDay(opened);
              requestAnimationFrame(enter);
            }}
            onKeyDown={onCellKey}
          />
          <DayPanel day={day} today={today} kinds={kinds} onEdit={edit} />
        </div>
      )}
      {asked?.dialog === 'reminder' && asked.reminderId === null ? (
        <NewReminder day={day < today ? today : day} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.dialog === 'reminder' && asked.reminderId !== null ? (
        <ChangeReminder reminderId={asked.reminderId} day={day} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.dialog === 'export' ? (
        <ExportDialog
          {...range}
          kinds={kinds}
          onList={() => {
            setAsked(null);
            openExport();
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </div>
  );
}

function titleOf(view: View, day: Day): string {
  if (view === 'month') return spellDay(day).replace(/ \d+,/, '');
  const { from, to } = rangeOf(view, day);
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${isOneMonth ? Number(from.slice(8)) : dayWords(from).replace(/ \d{4}$/, '')} to ${dayWords(to)}`;
}

function isTyping(target: HTMLElement): boolean {
  return (
    target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !== null
  );
}

/** Keys of the screen work wherever the focus is, as long as nothing lies above it. */
function useKeys(
  screen: { readonly current: HTMLElement | null },
  onKeyDown: (event: Pressed) => void,
): void {
  const latest = useRef(onKeyDown);
  latest.current = onKeyDown;
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const active = document.activeElement;
      const isHere =
        active === null ||
        active === document.body ||
        active.id === 'screen' ||
        screen.current?.contains(active);
      if (isHere && document.querySelector('[role="dialog"]') === null) latest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [screen]);
}

type KindFilterProps = { readonly hidden: readonly CalendarKind[]; change(hidden: CalendarKind[]): void };

function KindFilter({ hidden, change }: KindFilterProps) {
  const shown = calendarKinds.length - hidden.length;
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter size={15} aria-hidden />}>
          {hidden.length === 0 ? 'All kinds' : `${shown} of ${calendarKinds.length} kinds`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label="Show"
          value={calendarKinds.filter((kind) => !hidden.includes(kind))}
          onChange={(picked) => change(calendarKinds.filter((kind) => !picked.includes(kind)))}
        >
          <div className="calendar-kinds" data-one="yes">
            {calendarKinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={calendarKindWords[kind].many} />
            ))}
          </div>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

type GridProps = {
  readonly view: 'month' | 'week';
  readonly day: Day;
  readonly today: Day;
  readonly byDay: ReadonlyMap<Day, CalendarDay>;
  onSelect(day: Day): void;
  onOpen(day: Day): void;
  onKeyDown(event: KeyboardEvent): void;
};

function Grid({ view, day, today, byDay, onSelect, onOpen, onKeyDown }: GridProps) {
  const { from, to } = rangeOf(view, day);
  const weeks: Day[] = [];
  for (let week = from; week <= to; week = addDays(week, 7)) weeks.push(week);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be stretched over the height of the screen.
    <div role="grid" aria-label={titleOf(view, day)} className="calendar-grid" data-view={view}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the days take the focus. */}
      <div role="row" className="calendar-weekdays">
        {weekdays.map((name) => (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div key={name} role="columnheader">
            {name}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: as above.
        <div key={week} role="row" className="calendar-week">
          {daysOf({ from: week, to: addDays(week, 6) }).map((one) => (
            <DayCell
              key={one}
              day={one}
              due={byDay.get(one)}
              today={today}
              selected={one === day}
              inside={view === 'week' || one.slice(0, 7) === day.slice(0, 7)}
              most={view === 'week' ? 20 : weeks.length > 5 ? 3 : 4}
              onSelect={onSelect}
              onOpen={onOpen}
              onKeyDown={onKeyDown}
              onMove={(reminderId, toDay) => void moveReminder(reminderId, toDay)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** As many as a person reads of one day; the lists of each kind have all. */
const mostOfDay = 200;

type DayPanelProps = {
  readonly day: Day;
  readonly today: Day;
  readonly kinds: readonly CalendarKind[];
  onEdit(reminderId: number): void;
};

function DayPanel({ day, today, kinds, onEdit }: DayPanelProps) {
  const found = useCall(
    'calendar.range',
    { from: day, to: day, kinds: [...kinds], limitPerDay: mostOfDay },
    { keepPrevious: true },
  );
  const due = found.data?.days.find((one) => one.day === day);
  return (
    <section aria-label={`Due on ${dayWords(day)}`} className="calendar-panel">
      <DayHead day={day} today={today} />
      <FaultAlert fault={found.error?.fault} />
      {due === undefined ? (
        <Text size="sm" c="dimmed" p="xs">
          {found.data ? 'Nothing is due on this day. N sets a reminder on it.' : ''}
        </Text>
      ) : (
        <DueList day={day} items={due.items} total={totalOf(due)} onEdit={onEdit} />
      )}
    </section>
  );
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function DayHead({ day, today }: { readonly day: Day; readonly today: Day }) {
  const holiday = holidayName(day);
  return (
    <header className="calendar-day-head">
      <h2>
        {weekdayNames[weekdayOf(day) - 1]} {dayWords(day)}
      </h2>
      <span>
        {daysAway(day, today)}
        {holiday === null ? '' : ` · ${holiday}`}
      </span>
    </header>
  );
}

type AgendaProps = {
  readonly days: readonly CalendarDay[];
  readonly today: Day;
  readonly loaded: boolean;
  onEdit(reminderId: number): void;
};

function Agenda({ days, today, loaded, onEdit }: AgendaProps) {
  if (days.length === 0) {
    return loaded ? (
      <EmptyState title="Nothing is due in these days">
        What is promised, planned or asked for shows here by its day. N sets a reminder.
      </EmptyState>
    ) : null;
  }
  return (
    <section className="calendar-agenda" aria-label="Agenda">
      {days.map((due) => (
        <section key={due.day} aria-label={dayWords(due.day)}>
          <DayHead day={due.day} today={today} />
          <DueList day={due.day} items={due.items} total={totalOf(due)} onEdit={onEdit} />
        </section>
      ))}
    </section>
  );
}
