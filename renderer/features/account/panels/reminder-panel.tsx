/** Reminders of this account: set one in two presses, and deal with those that are open. */
import { zodResolver } from '@hookform/resolvers/zod';
import { ActionIcon, Checkbox, Group, Menu, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconBell, IconBellPause, IconCheck, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { ReminderFacts } from '../../../../shared/contract/reminders.ts';
import { addDays, type Day, dayOfInstant, instantOf } from '../../../../shared/domain/days.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { ruleWords } from '../../../../shared/text/repeat-words.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { clockWords, DayText, InstantText, instantWords } from '../../../components/moments.tsx';
import { PriorityField } from '../../../components/priority-field.tsx';
import { ReminderDialog } from '../../../components/reminder-dialog.tsx';
import { RepeatField } from '../../../components/repeat-field.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { parseTypedDay, showTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { blankReminder, reminderFields, reminderSchema } from './reminder-form.ts';
import { reminderPicks } from './reminder-picks.ts';
import { ReminderPicks } from './reminder-picks-row.tsx';

export type ReminderPanelProps = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly today: Day;
  readonly zone: string;
};

export function ReminderPanel({ accountId, debtorId, today, zone }: ReminderPanelProps) {
  const schema = useMemo(() => reminderSchema(today), [today]);
  const blank = useMemo(() => blankReminder(addDays(today, 1)), [today]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: blank });
  const draft = useFormDraft(`reminder:${accountId}`, form, reminderFields, blank);
  const set = useOnce('reminders.set');
  const { errors } = form.formState;
  const { allDay, day: typedDay } = form.watch();
  const understood = parseTypedDay(typedDay, today);
  const startsOn = understood.ok ? understood.value : today;

  const submit = form.handleSubmit(async (typed) => {
    const dueAt = instantOf(typed.day, typed.time, zone);
    const { allDay, repeat, priority } = typed;
    if (!allDay && repeat === null && dueAt <= Date.now()) {
      const { what, todo } = sentenceOf({ code: 'reminder.in_past', params: {} });
      form.setError('time', { message: `${what} ${todo}` }, { shouldFocus: true });
      return;
    }
    const result = await set.run({
      accountId: typed.on === 'debtor' ? null : accountId,
      debtorId: typed.on === 'debtor' ? debtorId : null,
      text: typed.text,
      allDay,
      dueAt: allDay ? null : dueAt,
      dueOn: allDay ? typed.day : null,
      repeat,
      priority,
    });
    if (!result.ok) return;
    draft.clear();
    const { reminderId } = result.value;
    const when = allDay ? dayWords(typed.day) : instantWords(dueAt);
    showDone(
      repeat === null ? `Reminder set for ${when}.` : `Reminder set: ${ruleWords(repeat, typed.day)}.`,
      {
        undo: () => void end('reminders.cancel', reminderId, 'Reminder taken back.'),
      },
    );
  });

  return (
    <div className="account-stack">
      <form
        className="account-form"
        noValidate
        onSubmit={submit}
        onKeyDown={submitOnPress(set.pending)}
        onChange={set.forget}
      >
        <Controller
          control={form.control}
          name="text"
          render={({ field }) => (
            <TextInput
              label="Remind me to"
              placeholder="Call back, check the payment, send the agreement"
              withAsterisk
              autoComplete="off"
              ref={field.ref}
              data-first
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.text?.message}
            />
          )}
        />
        <ReminderPicks
          zone={zone}
          onPick={(at) => {
            form.setValue('day', showTypedDay(dayOfInstant(at, zone)), { shouldValidate: true });
            form.setValue('time', clockWords(at), { shouldValidate: true });
          }}
        />
        <div className="account-day-time">
          <Controller
            control={form.control}
            name="day"
            render={({ field }) => (
              <DayField
                inputRef={field.ref}
                label="On"
                required
                today={today}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors.day?.message}
              />
            )}
          />
          <TextInput
            label="At"
            withAsterisk={!allDay}
            disabled={allDay}
            autoComplete="off"
            error={allDay ? undefined : errors.time?.message}
            description="9, 9:30, 2pm"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.register('time')}
          />
        </div>
        <Checkbox label="A day, no hour: it rings in the morning" {...form.register('allDay')} />
        <Controller
          control={form.control}
          name="repeat"
          render={({ field }) => (
            <RepeatField value={field.value} startsOn={startsOn} onChange={field.onChange} />
          )}
        />
        <Group gap="sm" grow align="flex-end">
          <Controller
            control={form.control}
            name="priority"
            render={({ field }) => <PriorityField value={field.value} onChange={field.onChange} />}
          />
          <NativeSelect
            label="On"
            data={[
              { value: 'account', label: 'This account' },
              { value: 'debtor', label: 'The person, all accounts' },
            ]}
            {...form.register('on')}
          />
        </Group>
        <FaultAlert fault={set.fault} />
        <Group justify="flex-end">
          <SubmitButton
            pending={set.pending}
            disabled={!draft.ready}
            rightSection={<KeyHint keys="Mod+Enter" />}
          >
            Set reminder
          </SubmitButton>
        </Group>
      </form>
      <OpenReminders accountId={accountId} zone={zone} />
    </div>
  );
}

type OpenRemindersProps = { readonly accountId: number; readonly zone: string };

function OpenReminders({ accountId, zone }: OpenRemindersProps) {
  const open = useCall('reminders.list', { accountId, until: null, limit: 100 });
  const reminders = open.data?.reminders ?? [];
  return (
    <section aria-label="Open reminders">
      <Text size="sm" fw={600} mb={4}>
        Open reminders
      </Text>
      <FaultAlert fault={open.error?.fault} />
      {open.data && reminders.length === 0 ? (
        <Text size="sm" c="dimmed">
          None. A reminder comes up in Today and as a message on this computer.
        </Text>
      ) : null}
      <ul className="account-reminders">
        {reminders.map((reminder) => (
          <OpenReminder key={reminder.reminderId} reminder={reminder} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function OpenReminder({ reminder, zone }: { readonly reminder: ReminderFacts; readonly zone: string }) {
  const late = reminder.dueAt <= Date.now();
  const [changing, setChanging] = useState(false);
  const change = () => setChanging(true);
  return (
    <li>
      <span aria-hidden className="account-state-icon">
        <IconBell size={15} />
      </span>
      <div className="account-reminder-text">
        <div>{reminder.text}</div>
        <Text size="xs" c="dimmed" component="div">
          {reminder.allDay && reminder.dueOn !== null ? (
            <DayText day={reminder.dueOn} />
          ) : (
            <InstantText at={reminder.dueAt} />
          )}
          {reminder.priority === 'normal' ? '' : `, ${reminder.priority} priority`}
          {reminder.accountId === null ? ', on the person' : ''}
          {late ? (
            <span className="past-due" data-level="late">
              {' '}
              due now
            </span>
          ) : null}
          {reminder.missed ? ', missed while Duebook was closed' : ''}
          {reminder.snoozedTimes > 0
            ? `, put off ${reminder.snoozedTimes === 1 ? 'once' : `${reminder.snoozedTimes} times`}`
            : ''}
          {reminder.skipped > 0
            ? `, ${reminder.skipped} before it ${reminder.skipped === 1 ? 'was' : 'were'} not dealt with`
            : ''}
          {reminder.repeat === null || reminder.startsOn === null ? null : (
            <div>{ruleWords(reminder.repeat, reminder.startsOn)}</div>
          )}
        </Text>
      </div>
      <ActionIcon
        color="gray"
        aria-label={`Done: ${reminder.text}`}
        title="Done"
        onClick={() => void finish(reminder.reminderId)}
      >
        <IconCheck size={16} aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon color="gray" aria-label={`Put off: ${reminder.text}`} title="Put off">
            <IconBellPause size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {reminderPicks(Date.now(), zone).map((pick) => (
            <Menu.Item key={pick.label} onClick={() => void snooze(reminder.reminderId, pick.at)}>
              {pick.label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={change}>To another day, or change it…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {reminder.repeat === null ? (
        <ActionIcon
          color="gray"
          aria-label={`Cancel: ${reminder.text}`}
          title="Cancel"
          onClick={() => void end('reminders.cancel', reminder.reminderId, 'Reminder cancelled.')}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon color="gray" aria-label={`Cancel: ${reminder.text}`} title="Cancel">
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => void end('reminders.cancel', reminder.reminderId, 'Reminder cancelled.')}
            >
              Cancel this one
            </Menu.Item>
            <Menu.Item color="red" onClick={() => void stop(reminder.reminderId)}>
              Stop repeating
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {changing ? (
        <ReminderDialog
          day={dayOfInstant(reminder.dueAt, zone)}
          reminder={reminder}
          onClose={() => setChanging(false)}
          save={async (fields) => {
            const changed = await act('reminders.change', { reminderId: reminder.reminderId, ...fields });
            if (!changed.ok) return changed.error;
            showDone('Reminder changed.');
            return null;
          }}
        />
      ) : null}
    </li>
  );
}

async function finish(reminderId: number): Promise<void> {
  const result = await act('reminders.done', { reminderId });
  if (!result.ok) return void showFault(result.error);
  showDone('Reminder done.', {
    undo: () => void end('reminders.reopen', reminderId, 'Reminder is open again.'),
  });
}

async function stop(reminderId: number): Promise<void> {
  const result = await act('reminders.endSeries', { reminderId });
  if (result.ok) showDone('The reminder repeats no more.');
  else showFault(result.error);
}

async function snooze(reminderId: number, until: number): Promise<void> {
  const result = await act('reminders.snooze', { reminderId, until });
  if (result.ok) showDone(`Put off to ${instantWords(until)}.`);
  else showFault(result.error);
}

async function end(
  call: 'reminders.cancel' | 'reminders.reopen',
  reminderId: number,
  words: string,
): Promise<void> {
  const result = await act(call, { reminderId });
  if (result.ok) showDone(words);
  else showFault(result.error);
}
