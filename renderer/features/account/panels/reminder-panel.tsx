/** Reminders of this account: set one in two presses, and deal with those that are open. */
import { zodResolver } from '@hookform/resolvers/zod';
import { ActionIcon, Group, Menu, Text, TextInput } from '@mantine/core';
import { IconBell, IconBellPause, IconCheck, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { ReminderFacts } from '../../../../shared/contract/reminders.ts';
import { addDays, type Day, dayOfInstant, instantOf } from '../../../../shared/domain/days.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { clockWords, InstantText, instantWords } from '../../../components/moments.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { useOnce } from '../forms/use-once.ts';
import { blankReminder, reminderFields, reminderSchema } from './reminder-form.ts';
import { reminderPicks } from './reminder-picks.ts';
import { ReminderPicks } from './reminder-picks-row.tsx';

export type ReminderPanelProps = {
  readonly accountId: number;
  readonly today: Day;
  readonly zone: string;
};

export function ReminderPanel({ accountId, today, zone }: ReminderPanelProps) {
  const schema = useMemo(() => reminderSchema(today), [today]);
  const blank = useMemo(() => blankReminder(addDays(today, 1)), [today]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: blank });
  const draft = useFormDraft(`reminder:${accountId}`, form, reminderFields, blank);
  const set = useOnce('reminders.set');
  const { errors } = form.formState;

  const submit = form.handleSubmit(async (typed) => {
    const dueAt = instantOf(typed.day, typed.time, zone);
    if (dueAt <= Date.now()) {
      const { what, todo } = sentenceOf({ code: 'reminder.in_past', params: {} });
      form.setError('time', { message: `${what} ${todo}` }, { shouldFocus: true });
      return;
    }
    const result = await set.run({ accountId, text: typed.text, dueAt });
    if (!result.ok) return;
    draft.clear();
    const { reminderId } = result.value;
    showDone(`Reminder set for ${instantWords(dueAt)}.`, {
      undo: () => void end('reminders.cancel', reminderId, 'Reminder taken back.'),
    });
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
            withAsterisk
            autoComplete="off"
            error={errors.time?.message}
            description="9, 9:30, 2pm"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.register('time')}
          />
        </div>
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
  return (
    <li>
      <span aria-hidden className="account-state-icon">
        <IconBell size={15} />
      </span>
      <div className="account-reminder-text">
        <div>{reminder.text}</div>
        <Text size="xs" c="dimmed" component="div">
          <InstantText at={reminder.dueAt} />
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
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        color="gray"
        aria-label={`Cancel: ${reminder.text}`}
        title="Cancel"
        onClick={() => void end('reminders.cancel', reminder.reminderId, 'Reminder cancelled.')}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
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
