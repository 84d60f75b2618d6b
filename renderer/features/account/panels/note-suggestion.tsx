/**
 * A sum and a day mentioned in a note, offered as a promise or a reminder: one quiet line that opens into the filled fields. It
 * never records by itself, and what was declined is not offered again.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconBell, IconHeartHandshake } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { type Day, instantOf } from '../../../../shared/domain/days.ts';
import { formatCents, formatDollars } from '../../../../shared/domain/money.ts';
import type { Suggestion } from '../../../../shared/domain/note-mentions.ts';
import { plainLine } from '../../../../shared/domain/plain-line.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { act } from '../../../bridge/calls.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { instantWords } from '../../../components/moments.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { DayInput, LineInput, SumInput } from '../forms/bound-fields.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { showTypedDay } from '../forms/typed-day.ts';
import { weekdayWord } from '../forms/weekday-word.ts';
import { blankPromise, promiseSchema } from '../plans/promise-form.ts';
import { reminderSchema } from './reminder-form.ts';

export type NoteSuggestionProps = {
  readonly suggestion: Suggestion;
  readonly accountId: number;
  readonly balanceCents: number;
  readonly today: Day;
  readonly zone: string;
  /** Recorded or declined. */
  onSettled(): void;
};

export function NoteSuggestion(props: NoteSuggestionProps) {
  const { suggestion, onSettled } = props;
  const [open, setOpen] = useState(false);
  const isPromise = suggestion.kind === 'promise';
  const Mark = isPromise ? IconHeartHandshake : IconBell;
  const day = `${weekdayWord(suggestion.day)} ${dayWords(suggestion.day)}`;
  const question = isPromise
    ? `Record a promise of ${formatDollars(suggestion.amountCents)} for ${day}?`
    : `Set a reminder for ${day}?`;
  return (
    <section className="account-suggestion" aria-label="Suggestion">
      <Group gap={8} wrap="nowrap" align="center">
        <span aria-hidden className="account-item-mark">
          <Mark size={16} />
        </span>
        <Text size="sm" flex={1} miw={0} role="status">
          {question}
        </Text>
        {open ? null : (
          <Button variant="light" size="compact-sm" onClick={() => setOpen(true)} data-suggestion>
            {isPromise ? 'Promise…' : 'Reminder…'}
          </Button>
        )}
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onSettled}>
          No
        </Button>
      </Group>
      {open ? isPromise ? <PromiseFields {...props} /> : <ReminderFields {...props} /> : null}
    </section>
  );
}

function PromiseFields({ suggestion, accountId, balanceCents, today, onSettled }: NoteSuggestionProps) {
  const schema = useMemo(() => promiseSchema(today), [today]);
  const amount = suggestion.kind === 'promise' ? formatCents(suggestion.amountCents) : '';
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { ...blankPromise, amount, dueOn: showTypedDay(suggestion.day) },
  });
  const record = useOnce('promises.record');
  const submit = form.handleSubmit(async (promise) => {
    const result = await record.run({ accountId, ...promise });
    if (!result.ok) return;
    showDone(`Promise of ${formatDollars(promise.amountCents)} by ${dayWords(promise.dueOn)} recorded.`);
    onSettled();
  });
  return (
    <form
      className="account-form"
      noValidate
      onSubmit={submit}
      onChange={record.forget}
      ref={(made) => made?.querySelector('input')?.focus()}
    >
      <div className="account-suggestion-fields">
        <SumInput
          control={form.control}
          name="amount"
          label="Promised sum"
          required
          description={`Balance ${formatDollars(balanceCents)}`}
        />
        <DayInput control={form.control} name="dueOn" label="Paid by" required today={today} />
      </div>
      <FaultAlert fault={record.fault} />
      <Group justify="flex-end">
        <SubmitButton pending={record.pending}>Record promise</SubmitButton>
      </Group>
    </form>
  );
}

function ReminderFields({ suggestion, accountId, today, zone, onSettled }: NoteSuggestionProps) {
  const schema = useMemo(() => reminderSchema(today), [today]);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      text: plainLine(suggestion.sentence).slice(0, 200),
      day: showTypedDay(suggestion.day),
      time: '09:00',
    },
  });
  const set = useOnce('reminders.set');
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ text, day, time }) => {
    const dueAt = instantOf(day, time, zone);
    if (dueAt <= Date.now()) {
      const { what, todo } = sentenceOf({ code: 'reminder.in_past', params: {} });
      form.setError('time', { message: `${what} ${todo}` }, { shouldFocus: true });
      return;
    }
    const result = await set.run({ accountId, text, dueAt });
    if (!result.ok) return;
    const { reminderId } = result.value;
    showDone(`Reminder set for ${instantWords(dueAt)}.`, {
      undo: () =>
        void act('reminders.cancel', { reminderId }).then((cancelled) => {
          if (!cancelled.ok) showFault(cancelled.error);
        }),
    });
    onSettled();
  });
  return (
    <form
      className="account-form"
      noValidate
      onSubmit={submit}
      onChange={set.forget}
      ref={(made) => made?.querySelector('input')?.focus()}
    >
      <LineInput control={form.control} name="text" label="Remind me to" required />
      <div className="account-suggestion-fields">
        <DayInput control={form.control} name="day" label="On" required today={today} />
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
        <SubmitButton pending={set.pending}>Set reminder</SubmitButton>
      </Group>
    </form>
  );
}
