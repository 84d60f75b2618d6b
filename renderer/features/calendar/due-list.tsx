/** What is due on a day, one row each, to be opened, done, put off, moved or changed. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconDots, IconRepeat } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { CalendarItem } from '../../../shared/contract/calendar.ts';
import { addDays, type Day, instantOf } from '../../../shared/domain/days.ts';
import { calendarKindWords } from '../../../shared/text/calendar-words.ts';
import { useGo } from '../../bridge/navigation.ts';
import { clockWords, localZone } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { canMove, carry } from './drag.ts';
import { KindIcon } from './kind-icon.tsx';
import { cancelReminder, endSeries, finishReminder, moveReminder, snoozeReminder } from './reminder-acts.ts';

export type DueListProps = {
  readonly day: Day;
  readonly items: readonly CalendarItem[];
  /** How many there are in all. */
  readonly total: number;
  onEdit(reminderId: number): void;
};

export function DueList({ day, items, total, onEdit }: DueListProps) {
  return (
    <ul className="calendar-due" onKeyDown={moveFocus}>
      {items.map((item) => (
        <DueRow key={item.key} item={item} day={day} onEdit={onEdit} />
      ))}
      {total > items.length ? (
        <li className="calendar-rest">and {(total - items.length).toLocaleString('en-US')} more</li>
      ) : null}
    </ul>
  );
}

type DueRowProps = { readonly item: CalendarItem; readonly day: Day; onEdit(reminderId: number): void };

function DueRow({ item, day, onEdit }: DueRowProps) {
  const go = useGo();
  const { reminderId } = item;
  const own = canMove(item) ? reminderId : null;
  const open = () => {
    if (item.accountId !== null) go({ accountId: item.accountId });
    else if (reminderId !== null) onEdit(reminderId);
    else if (item.kind === 'renewal') go('rules');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (own === null || !event.shiftKey) return;
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (days === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void moveReminder(own, addDays(day, days));
  };
  return (
    <li>
      <button
        type="button"
        className="calendar-row"
        onClick={open}
        onKeyDown={onKeyDown}
        draggable={own !== null}
        onDragStart={(event) => carry(event, item)}
      >
        <KindIcon kind={item.kind} />
        <span className="calendar-row-text">
          <span className="calendar-row-title">
            {item.at === null ? null : <span className="calendar-time">{clockWords(item.at)}</span>}
            {item.priority === 'high' ? (
              <span className="calendar-high" title="High priority">
                <IconAlertCircle size={13} aria-label="High priority" />
              </span>
            ) : null}
            {item.text}
          </span>
          <span className="calendar-row-detail">
            {[calendarKindWords[item.kind].one, item.debtorName, item.accountNumber]
              .filter((part) => part !== null && part !== '')
              .join(' · ')}
          </span>
          {item.repeats === null ? null : (
            <span className="calendar-row-detail">
              <IconRepeat size={12} aria-hidden /> {item.repeats}
              {item.ahead ? ' (a later one)' : ''}
            </span>
          )}
        </span>
        {item.amountCents === null ? null : <Money cents={item.amountCents} />}
      </button>
      {own === null ? null : (
        <span className="calendar-row-acts">
          <ActionIcon
            color="gray"
            aria-label={`Done: ${item.text}`}
            title="Done"
            onClick={() => void finishReminder(own)}
          >
            <IconCheck size={16} aria-hidden />
          </ActionIcon>
          <ReminderMenu item={item} reminderId={own} day={day} onEdit={onEdit} />
        </span>
      )}
    </li>
  );
}

type ReminderMenuProps = DueRowProps & { readonly reminderId: number };

function ReminderMenu({ item, reminderId, day, onEdit }: ReminderMenuProps) {
  const zone = localZone();
  const inHours = (hours: number) => Date.now() + hours * 3_600_000;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon color="gray" aria-label={`More for ${item.text}`} title="More">
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onEdit(reminderId)}>Change…</Menu.Item>
        <Menu.Divider />
        <Menu.Label>Put off</Menu.Label>
        <Menu.Item onClick={() => void snoozeReminder(reminderId, inHours(1))}>By an hour</Menu.Item>
        <Menu.Item onClick={() => void moveReminder(reminderId, addDays(day, 1))}>
          To the next day <span className="calendar-key">Shift+Right</span>
        </Menu.Item>
        <Menu.Item onClick={() => void moveReminder(reminderId, addDays(day, 7))}>
          By a week <span className="calendar-key">Shift+Down</span>
        </Menu.Item>
        <Menu.Item onClick={() => void snoozeReminder(reminderId, nextMorning(zone))}>
          To tomorrow 9:00
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void cancelReminder(reminderId)}>
          {item.repeats === null ? 'Cancel' : 'Cancel this one'}
        </Menu.Item>
        {item.repeats === null ? null : (
          <Menu.Item color="red" onClick={() => void endSeries(reminderId)}>
            Stop repeating
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function nextMorning(zone: string): number {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: zone });
  return instantOf(addDays(today, 1), '09:00', zone);
}

/** Up and down between rows. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.shiftKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.calendar-row')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at === -1 || !next) return;
  event.preventDefault();
  next.focus();
}
