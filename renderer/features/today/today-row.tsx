/** One row of the queue: who, why, whether and when they may be called, their own time, the sum, and the points. */
import { ActionIcon, Badge, Popover } from '@mantine/core';
import { IconCheck, IconClockPause, IconPhone, IconPlayerSkipForward } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useState } from 'react';
import type { TodayItem } from '../../../shared/contract/today.ts';
import { type Day, dayOfInstant } from '../../../shared/domain/days.ts';
import { todayReasonWords } from '../../../shared/text/labels.ts';
import { DayText, InstantText, localZone } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { PointsTable } from '../../components/points-table.tsx';
import { CallClockMark } from '../../components/verdict-mark.tsx';
import type { LocalTime } from './local-times.ts';
import { placeOfItem, type RowActions } from './row-actions.ts';

export type TodayRowProps = {
  readonly item: TodayItem;
  readonly rank: number;
  readonly today: Day;
  readonly now: number;
  readonly localTime: LocalTime | null;
  /** How many wait, itself included. */
  readonly left: number;
  /** Whether the Tab key reaches it; the arrows reach every row. */
  readonly reachable: boolean;
  readonly inWork: boolean;
  readonly actions: RowActions;
  /** The arrow keys, between rows. */
  move(event: KeyboardEvent): void;
};

export const TodayRow = memo(function TodayRow(props: TodayRowProps) {
  const { item, rank, today, now, localTime, left, reachable, inWork, actions, move } = props;
  const [why, setWhy] = useState(false);
  const who = item.debtorName ?? (item.accountId === null ? 'The office' : '');
  const goesNowhere = item.accountId === null && placeOfItem(item) === null;
  const press = (event: KeyboardEvent<HTMLButtonElement>) => {
    move(event);
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const act: Readonly<Record<string, () => void>> = {
      d: () => actions.dial(item, left),
      x: () => actions.done(item),
      k: () => actions.ask(item, 'skipped'),
      s: () => actions.ask(item, 'snoozed'),
      '?': () => setWhy((shown) => !shown),
    };
    const found = act[event.key.toLowerCase()];
    if (!found) return;
    event.preventDefault();
    found();
  };
  return (
    <li className="today-row" data-work={inWork || undefined}>
      <button
        type="button"
        className="today-open"
        data-today-row
        data-key={item.key}
        tabIndex={reachable ? 0 : -1}
        aria-disabled={goesNowhere || undefined}
        onClick={() => actions.take(item, left)}
        onKeyDown={press}
      >
        <span className="today-rank">{rank}</span>
        <span className="today-who" title={who}>
          {who}
          {item.accountNumber === null ? null : <span className="today-number">{item.accountNumber}</span>}
        </span>
        <span className="today-what" title={[item, ...item.also].map(({ text }) => text).join('\n')}>
          <span className="today-kind">{todayReasonWords[item.kind]}</span>
          {item.missed ? (
            <Badge size="xs" color="red" mr={6}>
              Missed
            </Badge>
          ) : null}
          {item.text}
          {item.accountId === null ? null : (
            <span className="today-about">
              {item.call === null ? null : <CallClockMark clock={item.call} now={now} zone={localZone()} />}
              {localTime === null || localTime.text === '' ? null : (
                <span title={localTime.title}>Their time {localTime.text}</span>
              )}
              {item.also.length === 0 ? null : (
                <span>
                  Also {item.also.map(({ kind }) => todayReasonWords[kind].toLowerCase()).join(', ')}
                </span>
              )}
            </span>
          )}
        </span>
        <span className="today-when">
          {item.dueAt === null ? (
            <DayText day={item.lastOn ?? item.dueOn} />
          ) : (
            <DueAt at={item.dueAt} today={today} />
          )}
        </span>
        <span className="today-sum">
          {item.amountCents !== null || item.balanceCents !== null ? (
            <Money cents={item.amountCents ?? item.balanceCents ?? 0} />
          ) : null}
        </span>
      </button>
      <Popover opened={why} onChange={setWhy} position="bottom-end" withArrow withinPortal trapFocus={false}>
        <Popover.Target>
          <button
            type="button"
            className="today-points"
            tabIndex={-1}
            aria-label={`${item.points} points: why`}
            title="Why it stands here (?)"
            onClick={() => setWhy((shown) => !shown)}
          >
            {item.points}
          </button>
        </Popover.Target>
        <Popover.Dropdown role="note">
          <PointsTable parts={item.parts} points={item.points} />
        </Popover.Dropdown>
      </Popover>
      <span className="today-actions">
        {item.accountId === null ? null : (
          <ActionIcon
            title="Dial (D)"
            aria-label={`Dial: ${who}`}
            tabIndex={-1}
            onClick={() => actions.dial(item, left)}
          >
            <IconPhone size={16} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          title="Done (X)"
          aria-label={`Done: ${item.text}`}
          tabIndex={-1}
          onClick={() => actions.done(item)}
        >
          <IconCheck size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          title="Skip (K)"
          aria-label={`Skip: ${item.text}`}
          tabIndex={-1}
          onClick={() => actions.ask(item, 'skipped')}
        >
          <IconPlayerSkipForward size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          title="Snooze (S)"
          aria-label={`Snooze: ${item.text}`}
          tabIndex={-1}
          onClick={() => actions.ask(item, 'snoozed')}
        >
          <IconClockPause size={16} aria-hidden />
        </ActionIcon>
      </span>
    </li>
  );
});

/** Only the hour for today, the day for any other. */
function DueAt({ at, today }: { readonly at: number; readonly today: Day }) {
  const day = dayOfInstant(at, localZone());
  return day === today ? <InstantText at={at} timeOnly /> : <DayText day={day} />;
}
