/** One thing to do: who, what and why, the sums, and for a reminder what can be done with it. */
import { ActionIcon, Badge, Button, Group, Menu, Modal, Text } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { IconCheck, IconClockPause } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { TodayItem } from '../../../shared/contract/today.ts';
import { type Day, dayOfInstant, instantOf } from '../../../shared/domain/days.ts';
import { DayText, InstantText, localZone } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { CallClockMark } from '../../components/verdict-mark.tsx';
import type { ReminderActions } from './reminder-actions.ts';
import { snoozeChoices } from './snooze.ts';

export type TodayRowProps = {
  readonly item: TodayItem;
  readonly today: Day;
  /** Whether the Tab key reaches it; the arrows reach every row. */
  readonly reachable: boolean;
  readonly actions: ReminderActions;
  open(): void;
  /** The arrow keys, between rows. */
  move(event: KeyboardEvent): void;
};

export function TodayRow({ item, today, reachable, actions, open, move }: TodayRowProps) {
  const [snoozing, setSnoozing] = useState(false);
  const snooze = useRef<HTMLButtonElement | null>(null);
  const [picking, setPicking] = useState(false);
  const { reminderId } = item;
  const who = item.debtorName ?? 'Not about an account';
  return (
    <li className="today-row">
      <button
        type="button"
        className="today-open"
        data-today-row
        tabIndex={reachable ? 0 : -1}
        disabled={item.accountId === null && reminderId === null}
        onClick={open}
        onKeyDown={(event) => {
          move(event);
          if (reminderId === null || event.altKey || event.ctrlKey || event.metaKey) return;
          const key = event.key.toLowerCase();
          if (key === 'd') {
            event.preventDefault();
            actions.done(reminderId);
          } else if (key === 's') {
            event.preventDefault();
            // A menu opened within a key's own event takes that key as meant for it and closes.
            setTimeout(() => snooze.current?.click());
          }
        }}
      >
        <span className="today-who" title={who}>
          {who}
          {item.accountNumber === null ? null : <span className="today-number">{item.accountNumber}</span>}
        </span>
        <span className="today-what" title={item.text}>
          {item.missed ? (
            <Badge size="xs" color="red" mr={6}>
              Missed
            </Badge>
          ) : null}
          {item.text}
        </span>
        <span className="today-call">
          {item.call === null ? null : (
            <CallClockMark clock={item.call} now={Date.now()} zone={localZone()} />
          )}
        </span>
        <span className="today-when">
          {item.dueAt === null ? <DayText day={item.dueOn} /> : <DueAt at={item.dueAt} today={today} />}
        </span>
        <span className="today-sum">
          {item.amountCents === null ? null : <Money cents={item.amountCents} />}
        </span>
        <span className="today-sum today-balance">
          {item.balanceCents === null ? null : (
            <>
              <span className="today-sum-name">of </span>
              <Money cents={item.balanceCents} />
            </>
          )}
        </span>
      </button>
      <span className="today-actions">
        {reminderId === null ? null : (
          <>
            <ActionIcon
              title="Done (D)"
              aria-label={`Done: ${item.text}`}
              onClick={() => actions.done(reminderId)}
            >
              <IconCheck size={16} aria-hidden />
            </ActionIcon>
            <Menu opened={snoozing} onChange={setSnoozing} position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon ref={snooze} title="Snooze (S)" aria-label={`Snooze: ${item.text}`}>
                  <IconClockPause size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>Remind me again</Menu.Label>
                {snoozing
                  ? snoozeChoices(Date.now(), localZone()).map((choice) => (
                      <Menu.Item key={choice.label} onClick={() => actions.snooze(reminderId, choice.until)}>
                        {choice.label}
                      </Menu.Item>
                    ))
                  : null}
                <Menu.Divider />
                <Menu.Item onClick={() => setPicking(true)}>Choose a time…</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </span>
      {reminderId === null || !picking ? null : (
        <PickTime
          close={() => setPicking(false)}
          pick={(until) => {
            setPicking(false);
            actions.snooze(reminderId, until);
          }}
        />
      )}
    </li>
  );
}

/** Only the hour for today, the day for any other. */
function DueAt({ at, today }: { readonly at: number; readonly today: Day }) {
  const day = dayOfInstant(at, localZone());
  return day === today ? <InstantText at={at} timeOnly /> : <DayText day={day} />;
}

function PickTime({ close, pick }: { close(): void; pick(until: number): void }) {
  const zone = localZone();
  const [value, setValue] = useState<string | null>(null);
  const until = value === null ? null : instantOf(value.slice(0, 10), value.slice(11, 16), zone);
  const past = until !== null && until <= Date.now();
  return (
    <Modal opened onClose={close} title="Remind me again" size="sm" centered>
      <DateTimePicker
        label="Day and time"
        data-autofocus
        value={value}
        onChange={setValue}
        minDate={dayOfInstant(Date.now(), zone)}
        defaultTimeValue="09:00"
        valueFormat="D MMM YYYY, HH:mm"
        placeholder="Choose"
        error={past ? 'This time has already passed.' : null}
        popoverProps={{ withinPortal: true }}
      />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={close}>
          Leave it
        </Button>
        <Button disabled={until === null || past} onClick={() => until !== null && pick(until)}>
          Snooze
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt="xs">
        Times are those of this computer ({zone}).
      </Text>
    </Modal>
  );
}
