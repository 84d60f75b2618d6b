/**
 * A day, typed or picked. The text stays as typed until it is understood; what was understood stands below it
 * with its weekday, so that a slip shows before anything is saved. Arrow keys move it by a day, Alt+Down opens
 * the calendar.
 */
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { daysAway, dayWords } from '../../../../shared/text/day-words.ts';
import { dayRefusal } from './schemas.ts';
import { type Leaning, parseTypedDay, showTypedDay } from './typed-day.ts';
import { weekdayWord } from './weekday-word.ts';

export type DayFieldProps = {
  readonly label: string;
  readonly value: string;
  onChange(text: string): void;
  onBlur?: () => void;
  readonly error?: string | undefined;
  readonly today: Day;
  readonly leaning?: Leaning;
  readonly required?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

export function DayField(props: DayFieldProps) {
  const { label, value, onChange, error, today, leaning = 'ahead' } = props;
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState(false);
  const understood = value.trim() === '' ? null : parseTypedDay(value, today, leaning);
  const day = understood?.ok ? understood.value : null;
  const refusal = left && understood !== null && !understood.ok ? dayRefusal(value) : undefined;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      setOpen(true);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey && day !== null) {
      event.preventDefault();
      onChange(showTypedDay(addDays(day, event.key === 'ArrowUp' ? 1 : -1)));
    }
  };

  return (
    <TextInput
      label={label}
      value={value}
      ref={props.inputRef}
      onChange={(event) => {
        setLeft(false);
        onChange(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setLeft(true);
        if (day !== null) onChange(showTypedDay(day));
        props.onBlur?.();
      }}
      error={error ?? refusal}
      withAsterisk={props.required ?? false}
      description={
        day === null
          ? 'Month first: 11/27, fri, +14'
          : `${weekdayWord(day)} ${dayWords(day)}, ${daysAway(day, today)}`
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      rightSectionPointerEvents="all"
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              size="sm"
              color="gray"
              aria-label={`Pick ${label.toLowerCase()} in a calendar`}
              onClick={() => setOpen((now) => !now)}
            >
              <IconCalendar size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown p="xs">
            <DatePicker
              size="xs"
              firstDayOfWeek={0}
              value={day}
              defaultDate={day ?? today}
              onChange={(picked) => {
                if (picked !== null) onChange(showTypedDay(picked));
                setOpen(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
