/** A reminder in a dialog: what, when, how often, how much it weighs, and of a series whether one changes or all that follow. */
import { Button, Checkbox, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Priority, ReminderFacts } from '../../shared/contract/reminders.ts';
import { cutCardData } from '../../shared/domain/card-number.ts';
import { type Day, dayOfInstant, instantOf, isDay } from '../../shared/domain/days.ts';
import type { Fault } from '../../shared/errors/result.ts';
import { dayWords } from '../../shared/text/day-words.ts';
import { FaultAlert } from './fault-alert.tsx';
import { clockWords, localZone } from './moments.tsx';
import { PriorityField } from './priority-field.tsx';
import { RepeatField } from './repeat-field.tsx';

export type ReminderFieldsGiven = {
  readonly text: string;
  readonly allDay: boolean;
  readonly dueOn: Day | null;
  readonly dueAt: number | null;
  readonly repeat: string | null;
  readonly priority: Priority;
  readonly scope: 'this' | 'following';
};

export type ReminderDialogProps = {
  /** The day a new one is for. */
  readonly day: Day;
  /** The one to change; `null` for a new one. */
  readonly reminder: ReminderFacts | null;
  /** The fault, or `null` when it was kept. */
  save(given: ReminderFieldsGiven): Promise<Fault | null>;
  onClose(): void;
};

export function ReminderDialog(props: ReminderDialogProps) {
  const title = props.reminder === null ? `New reminder, ${dayWords(props.day)}` : 'Change the reminder';
  return (
    <Modal opened centered onClose={props.onClose} title={title}>
      <ReminderForm {...props} />
    </Modal>
  );
}

type Scope = 'this' | 'following';

function ReminderForm({ day, reminder, save: keep, onClose }: ReminderDialogProps) {
  const zone = localZone();
  const [text, setText] = useState(reminder?.text ?? '');
  const [on, setOn] = useState<string>(
    reminder === null ? day : (reminder.dueOn ?? dayOfInstant(reminder.dueAt, zone)),
  );
  const [allDay, setAllDay] = useState(reminder?.allDay ?? false);
  const [time, setTime] = useState(
    reminder === null || reminder.allDay ? usualTime(day, zone) : clockWords(reminder.dueAt),
  );
  const [repeat, setRepeat] = useState(reminder?.repeat ?? null);
  const [priority, setPriority] = useState<Priority>(reminder?.priority ?? 'normal');
  const [scope, setScope] = useState<Scope>('following');
  const [fault, setFault] = useState<Fault | null>(null);
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const ofSeries = reminder !== null && reminder.repeat !== null;
  const alone = ofSeries && scope === 'this';

  const save = async () => {
    if (pending) return;
    if (text.trim() === '') return setMissing(true);
    if (!isDay(on) || (!allDay && !/^\d\d:\d\d$/.test(time)))
      return setFault({ code: 'reminder.no_time', params: {} });
    setPending(true);
    const refused = await keep({
      text: cutCardData(text),
      allDay,
      dueOn: allDay ? on : null,
      dueAt: allDay ? null : instantOf(on, time, zone),
      repeat: alone ? null : repeat,
      priority,
      scope,
    });
    setPending(false);
    if (refused === null) onClose();
    else setFault(refused);
  };

  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
      onChange={() => {
        setFault(null);
        setMissing(false);
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="Remind me to"
          withAsterisk
          data-autofocus
          autoComplete="off"
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={missing ? 'Type what you want to be reminded of.' : undefined}
        />
        <Group gap="sm" align="flex-end" grow>
          <TextInput
            type="date"
            label="On"
            min="2000-01-01"
            max="2199-12-31"
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label="At"
            disabled={allDay}
            value={allDay ? '' : time}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
        </Group>
        <Checkbox
          label="A day, no hour: it rings in the morning"
          checked={allDay}
          onChange={(event) => setAllDay(event.currentTarget.checked)}
        />
        {ofSeries ? (
          <Radio.Group
            label="Change"
            value={scope}
            onChange={(picked) => setScope(picked === 'this' ? 'this' : 'following')}
          >
            <Group gap="md" mt={4}>
              <Radio value="following" label="This and all that follow" />
              <Radio value="this" label="This one only" />
            </Group>
          </Radio.Group>
        ) : null}
        {alone || !isDay(on) ? null : <RepeatField value={repeat} startsOn={on} onChange={setRepeat} />}
        <PriorityField value={priority} onChange={setPriority} />
        <FaultAlert fault={fault ?? undefined} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" aria-busy={pending || undefined}>
            {reminder === null ? 'Set reminder' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Nine in the morning; of today the next full hour, once that is later. */
function usualTime(day: Day, zone: string): string {
  const soon = Math.ceil((Date.now() + 60_000) / 3_600_000) * 3_600_000;
  const isToday = dayOfInstant(soon, zone) === day;
  const hour = clockWords(soon);
  return isToday && hour > '09:00' ? hour : '09:00';
}
