/**
 * What comes next for an account nothing would bring up again: a text and a day, one key for the usual days; or it is closed,
 * or left without on purpose.
 */
import { Alert, Autocomplete, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { addDays, addMonths, type Day, latestDay, weekdayOf } from '../../shared/domain/days.ts';
import type { Fault } from '../../shared/errors/result.ts';
import { dayWords } from '../../shared/text/day-words.ts';
import { weekdayName } from '../../shared/text/moment-words.ts';
import { FaultAlert } from './fault-alert.tsx';
import { KeyHint } from './key-hint.tsx';

export type NextStepDialogProps = {
  readonly debtorName: string;
  readonly today: Day;
  readonly pending: boolean;
  readonly fault: Fault | null;
  set(text: string, on: Day): void;
  closeAccount(reason: string): void;
  leaveWithout(): void;
  /** Not leaving after all. */
  stay(): void;
};

const usual = [
  'Call',
  'Call back',
  'Send a letter',
  'Check the payment',
  'Review the account',
  'Wait for an answer',
];
const reasons = ['Paid in full', 'Returned to the client', 'Not collectable', 'Entered by mistake'];

/** Days an office works; a pick on a week-end moves to the Monday. */
function working(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
}

function picksFrom(today: Day): readonly { readonly label: string; readonly on: Day }[] {
  return [
    { label: 'Tomorrow', on: working(addDays(today, 1)) },
    { label: 'In 3 days', on: working(addDays(today, 3)) },
    { label: 'In a week', on: working(addDays(today, 7)) },
    { label: 'In 2 weeks', on: working(addDays(today, 14)) },
    { label: 'In a month', on: working(addMonths(today, 1)) },
  ];
}

export function NextStepDialog(props: NextStepDialogProps) {
  const { debtorName, today, pending, fault } = props;
  const [text, setText] = useState('Call');
  const [on, setOn] = useState<Day>('');
  const [tried, setTried] = useState(false);
  const [closing, setClosing] = useState(false);
  const picks = picksFrom(today);
  const wrongDay = on <= today || on > latestDay;
  const save = (day: Day) => {
    if (text.trim() === '' || pending) {
      setTried(true);
      return;
    }
    props.set(text.trim(), day);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrongDay) save(on);
  };
  const press = (event: KeyboardEvent) => {
    const pick =
      event.altKey && /^Digit[1-5]$/.test(event.code) ? picks[Number(event.code.slice(5)) - 1] : null;
    if (!pick) return;
    event.preventDefault();
    event.stopPropagation();
    save(pick.on);
  };
  return (
    <Modal
      opened
      onClose={props.stay}
      title={`What comes next for ${debtorName}?`}
      size="lg"
      zIndex={240}
      centered
    >
      {closing ? (
        <CloseForm
          pending={pending}
          fault={fault}
          close={props.closeAccount}
          back={() => setClosing(false)}
        />
      ) : (
        <form onSubmit={submit} onKeyDown={press} noValidate>
          <Stack gap="sm">
            <Text size="sm">
              Nothing would bring this account up again: it has no step, promise, plan, reminder or dated hold
              ahead of it.
            </Text>
            <Autocomplete
              label="Next step"
              data={usual}
              openOnFocus={false}
              value={text}
              onChange={setText}
              maxLength={200}
              error={tried && text.trim() === '' ? 'Type what is to be done.' : null}
              data-autofocus
              onFocus={(event) => event.currentTarget.select()}
            />
            <fieldset className="next-step-days">
              <legend>When</legend>
              <Group gap={6}>
                {picks.map(({ label, on: day }, index) => (
                  <Button
                    key={label}
                    variant="default"
                    disabled={pending}
                    aria-keyshortcuts={`Alt+${index + 1}`}
                    onClick={() => save(day)}
                    title={`${weekdayName(weekdayOf(day))} ${dayWords(day)}`}
                    rightSection={<KeyHint keys={`Alt+${index + 1}`} />}
                  >
                    {label}
                  </Button>
                ))}
              </Group>
              <Group gap="xs" align="flex-end" mt="xs">
                <TextInput
                  type="date"
                  label="Another day"
                  value={on}
                  min={addDays(today, 1)}
                  max={latestDay}
                  onChange={(event) => setOn(event.currentTarget.value)}
                  error={tried && wrongDay ? 'Choose a day after today.' : null}
                />
                <Button type="submit" loading={pending}>
                  Save
                </Button>
              </Group>
            </fieldset>
            <FaultAlert fault={fault} />
            <Group justify="space-between" gap="xs">
              <Group gap="xs">
                <Button variant="subtle" color="gray" onClick={() => setClosing(true)}>
                  Close the account…
                </Button>
                <Button variant="subtle" color="gray" onClick={props.leaveWithout}>
                  Leave it without
                </Button>
              </Group>
              <Button variant="default" onClick={props.stay}>
                Go back to it
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

type CloseFormProps = {
  readonly pending: boolean;
  readonly fault: Fault | null;
  close(reason: string): void;
  back(): void;
};

function CloseForm({ pending, fault, close, back }: CloseFormProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() !== '' && !pending) close(reason.trim());
      }}
    >
      <Stack gap="sm">
        <Alert color="gray">
          Closing ends the work on it: an active plan and open reminders are cancelled. It can be reopened.
        </Alert>
        <Autocomplete
          label="Why is it closed"
          data={reasons}
          value={reason}
          onChange={setReason}
          maxLength={200}
          error={tried && reason.trim() === '' ? 'Type the reason.' : null}
          autoFocus
        />
        <FaultAlert fault={fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={back}>
            Back
          </Button>
          <Button type="submit" loading={pending}>
            Close the account
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
