/** Saves the calendar as a file other programs read; names only when asked for, because the file is not encrypted. */
import { Alert, Button, Checkbox, Group, Modal, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type CalendarKind, calendarKinds } from '../../../shared/contract/calendar.ts';
import { type Day, isDay } from '../../../shared/domain/days.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { calendarKindWords } from '../../../shared/text/calendar-words.ts';
import { act } from '../../bridge/calls.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone } from '../../components/toasts.tsx';

export type ExportDialogProps = {
  readonly from: Day;
  readonly to: Day;
  readonly kinds: readonly CalendarKind[];
  /** The same days as a list for a spreadsheet, or on paper. */
  onList(): void;
  onClose(): void;
};

export function ExportDialog(props: ExportDialogProps) {
  const [from, setFrom] = useState<string>(props.from);
  const [to, setTo] = useState<string>(props.to);
  const [kinds, setKinds] = useState<readonly CalendarKind[]>(props.kinds);
  const [withNames, setWithNames] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState(false);
  const ready = isDay(from) && isDay(to) && kinds.length > 0;

  const save = async () => {
    if (pending || !ready) return;
    setPending(true);
    setFault(null);
    const saved = await act('calendar.export', { from, to, kinds: [...kinds], withNames });
    setPending(false);
    if (saved.ok) {
      const { events, fileName } = saved.value;
      showDone(
        `Saved ${fileName} with ${events.toLocaleString('en-US')} ${events === 1 ? 'entry' : 'entries'}.`,
      );
      props.onClose();
    } else if (saved.error.code !== 'file.dialog_cancelled') setFault(saved.error);
  };

  return (
    <Modal opened centered onClose={props.onClose} title="Save the calendar as a file">
      <Stack gap="sm">
        <Text size="sm">
          An iCalendar file (.ics), which Outlook, Google Calendar, Apple Calendar and others can read. It
          shows the book as it is now and does not follow it.
        </Text>
        <Group gap="sm" grow>
          <TextInput
            type="date"
            label="From"
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            type="date"
            label="To"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </Group>
        <Checkbox.Group
          label="What"
          value={[...kinds]}
          onChange={(picked) => setKinds(calendarKinds.filter((kind) => picked.includes(kind)))}
        >
          <div className="calendar-kinds">
            {calendarKinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={calendarKindWords[kind].many} />
            ))}
          </div>
        </Checkbox.Group>
        <Switch
          label="Write names, account numbers and what was typed into it"
          checked={withNames}
          onChange={(event) => setWithNames(event.currentTarget.checked)}
        />
        <Alert color="yellow" variant="light" title="The file is not encrypted">
          {withNames
            ? 'Whoever opens it, and every program and online calendar it is given to, reads who owes a debt. Telling others of a debt may be unlawful.'
            : 'It says only what kind of thing is due and when. Nobody is named in it.'}
        </Alert>
        <FaultAlert fault={fault ?? undefined} />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" mr="auto" onClick={props.onList}>
            As a list instead…
          </Button>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button onClick={() => void save()} disabled={!ready} aria-busy={pending || undefined}>
            Save file…
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
