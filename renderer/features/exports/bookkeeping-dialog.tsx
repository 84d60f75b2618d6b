/** The entries of a period for whoever keeps the books: as a table, or as IIF for QuickBooks Desktop. */
import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import {
  type BookkeepingKind,
  bookkeepingFormats,
  bookkeepingKinds,
} from '../../../shared/contract/hand-over.ts';
import { addDays, addMonths, type Day, isDay } from '../../../shared/domain/days.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { bookkeepingKindWords } from '../../../shared/text/labels.ts';
import { act } from '../../bridge/calls.ts';
import { useStoredView } from '../../bridge/drafts.ts';
import { useJob } from '../../bridge/jobs.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { JobLine } from '../../components/job-line.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';

const accountName = z.string().max(100);
const storedChoices = z.object({
  format: z.enum(bookkeepingFormats),
  kinds: z.array(z.enum(bookkeepingKinds)),
  withImported: z.boolean(),
  names: z.object({
    receivable: accountName,
    deposits: accountName,
    reductions: accountName,
    charges: accountName,
    interest: accountName,
  }),
});
type Choices = z.output<typeof storedChoices>;
type NameOf = keyof Choices['names'];

/** As QuickBooks names them in a new company file. */
const usual: Choices = {
  format: 'xlsx',
  kinds: ['payments', 'reductions', 'charges', 'interest'],
  withImported: false,
  names: {
    receivable: 'Accounts Receivable',
    deposits: 'Undeposited Funds',
    reductions: 'Bad Debt Expense',
    charges: 'Collection Fees',
    interest: 'Interest Income',
  },
};

const formatNames = { xlsx: 'Spreadsheet (XLSX)', csv: 'Text (CSV)', iif: 'QuickBooks (IIF)' } as const;
const nameWords: Readonly<Record<NameOf, string>> = {
  receivable: 'What customers owe',
  deposits: 'Where money came in',
  reductions: 'Write-offs and reductions',
  charges: 'Charges, fees and costs',
  interest: 'Interest',
};
const ofKind: Readonly<Record<BookkeepingKind, NameOf>> = {
  payments: 'deposits',
  reductions: 'reductions',
  charges: 'charges',
  interest: 'interest',
};

/** The last whole month. */
function lastMonth(today: Day): { fromOn: string; toOn: string } {
  const first = `${today.slice(0, 8)}01`;
  return { fromOn: addMonths(first, -1), toOn: addDays(first, -1) };
}

export function BookkeepingDialog({ close }: { close(): void }) {
  const [opened, setOpened] = useState(false);
  // A dialog that is open when it is first drawn would not know where the focus came from.
  useEffect(() => setOpened(true), []);
  const info = useCall('app.info', {});
  const [choices, change] = useStoredView('view:bookkeeping', storedChoices, usual);
  return (
    <Modal opened={opened} onClose={close} title="Entries for the bookkeeper" size="lg">
      {info.data && choices !== null ? (
        <Form
          today={info.data.today}
          choices={choices}
          change={(part) => change((now) => ({ ...now, ...part }))}
          close={close}
        />
      ) : null}
    </Modal>
  );
}

type FormProps = {
  readonly today: Day;
  readonly choices: Choices;
  change(part: Partial<Choices>): void;
  close(): void;
};

function Form({ today, choices, change, close }: FormProps) {
  const { format, kinds, withImported, names } = choices;
  const [days, setDays] = useState(lastMonth(today));
  const [clientId, setClientId] = useState<number | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const clients = useCall('clients.list', {});
  const job = useJob('handOver.runBookkeeping');
  const { fromOn, toOn } = days;
  const wantedNames: readonly NameOf[] = ['receivable', ...kinds.map((kind) => ofKind[kind])];
  const unnamed = format === 'iif' && wantedNames.some((name) => names[name].trim() === '');
  const ready = isDay(fromOn) && isDay(toOn) && kinds.length > 0 && !unnamed;

  const save = async () => {
    if (!ready || job.running) return;
    setFault(null);
    const chosen = await act('handOver.chooseBookkeeping', { fromOn, toOn, format });
    if (!chosen.ok) {
      if (chosen.error.code !== 'file.dialog_cancelled') setFault(chosen.error);
      return;
    }
    const { fileId } = chosen.value;
    const filled = Object.fromEntries(
      Object.entries(names).map(([name, account]) => [name, account.trim() === '' ? 'Not used' : account]),
    ) as Choices['names'];
    const written = await job.run({
      asked: { fromOn, toOn, clientId, kinds: [...kinds], withImported },
      format,
      names: filled,
      fileId,
    });
    if (!written.ok) return;
    const { fileName, rows } = written.value;
    const show = () =>
      void act('exports.showFile', { fileId }).then((shown) => {
        if (!shown.ok) showFault(shown.error);
      });
    showDone(`Saved ${fileName}: ${rows.toLocaleString('en-US')} ${rows === 1 ? 'entry' : 'entries'}.`, {
      also: { label: 'Show in folder', press: show },
    });
    close();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <Group gap="sm" grow align="flex-start">
          <TextInput
            type="date"
            label="Entered from"
            value={fromOn}
            onChange={(event) => setDays({ ...days, fromOn: event.currentTarget.value })}
            data-autofocus
          />
          <TextInput
            type="date"
            label="to"
            value={toOn}
            max={today}
            onChange={(event) => setDays({ ...days, toOn: event.currentTarget.value })}
          />
          <Select
            label="Client"
            placeholder="All clients"
            clearable
            clearButtonProps={{ 'aria-label': 'All clients' }}
            data={(clients.data?.clients ?? []).map((client) => ({
              value: String(client.clientId),
              label: client.name,
            }))}
            value={clientId === null ? null : String(clientId)}
            onChange={(value) => setClientId(value === null ? null : Number(value))}
          />
        </Group>
        <Text size="xs" className="export-about">
          By the day an entry was made, so that each falls into one period and none is missed; what was taken
          back stands on the day that was done.
        </Text>
        <Checkbox.Group
          label="What"
          value={[...kinds]}
          onChange={(picked) => change({ kinds: bookkeepingKinds.filter((kind) => picked.includes(kind)) })}
        >
          <Stack gap={6} mt={6}>
            {bookkeepingKinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={bookkeepingKindWords[kind]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Checkbox
          label="Also what imports brought in, which the other program has as a rule"
          checked={withImported}
          onChange={(event) => change({ withImported: event.currentTarget.checked })}
        />
        <SegmentedControl
          aria-label="Format"
          data={bookkeepingFormats.map((one) => ({ value: one, label: formatNames[one] }))}
          value={format}
          onChange={(value) => change({ format: value as Choices['format'] })}
        />
        {format === 'iif' ? (
          <fieldset className="export-columns">
            <Text component="legend" size="sm" fw={500}>
              Accounts in QuickBooks
            </Text>
            <div className="export-names">
              {[...new Set(wantedNames)].map((name) => (
                <TextInput
                  key={name}
                  label={nameWords[name]}
                  value={names[name]}
                  maxLength={100}
                  error={names[name].trim() === '' ? 'Enter the name of the account.' : undefined}
                  onChange={(event) => change({ names: { ...names, [name]: event.currentTarget.value } })}
                />
              ))}
            </div>
          </fieldset>
        ) : null}
        <FaultAlert fault={fault ?? job.fault} />
        {job.running ? (
          <JobLine progress={job.progress} starting="Writing the file" onCancel={job.cancel} />
        ) : (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" disabled={!ready}>
              Save file…
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
