/** Accounts for an attorney, an agency or a client: what goes along, to whom, and what is noted with each account. */
import { Alert, Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { JobProgress } from '../../../shared/contract/events.ts';
import { handOverTo } from '../../../shared/contract/hand-over.ts';
import { cutCardData } from '../../../shared/domain/card-number.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { sizeWords } from '../../../shared/text/file-words.ts';
import { handOverToWords } from '../../../shared/text/labels.ts';
import { act, onEvent } from '../../bridge/calls.ts';
import type { HandedOver } from '../../bridge/exports.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { JobLine } from '../../components/job-line.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';

type HandOverDialogProps = { readonly whose: HandedOver; close(): void };

export function HandOverDialog({ whose, close }: HandOverDialogProps) {
  const [opened, setOpened] = useState(false);
  // A dialog that is open when it is first drawn would not know where the focus came from.
  useEffect(() => setOpened(true), []);
  const described = useCall('handOver.describe', { whose });
  const [to, setTo] = useState<(typeof handOverTo)[number]>('attorney');
  const [recipient, setRecipient] = useState('');
  const [reason, setReason] = useState('');
  const [withPapers, setPapers] = useState(true);
  const [withLetters, setLetters] = useState(true);
  const [withFiles, setFiles] = useState(true);
  const [fault, setFault] = useState<Fault | null>(null);
  const [running, setRunning] = useState(false);
  const progress = useHandOverProgress();
  const facts = described.data;

  const make = async () => {
    if (running || recipient.trim() === '') return;
    setRunning(true);
    setFault(null);
    const made = await act('handOver.make', {
      whose,
      to,
      recipient: cutCardData(recipient),
      reason: cutCardData(reason),
      withPapers,
      withLetters,
      withFiles,
    });
    setRunning(false);
    if (!made.ok) {
      const { code } = made.error;
      if (code !== 'file.dialog_cancelled' && code !== 'call.cancelled') setFault(made.error);
      return;
    }
    const { fileId, fileName, files, missing } = made.value;
    const show = () =>
      void act('exports.showFile', { fileId }).then((shown) => {
        if (!shown.ok) showFault(shown.error);
      });
    const without =
      missing === 0
        ? ''
        : ` ${missing === 1 ? 'One paper' : `${missing.toLocaleString('en-US')} papers`} could not be made; its list of contents says why.`;
    showDone(
      `Saved ${fileName} with ${files.toLocaleString('en-US')} files, and noted it with the account.${without}`,
      {
        also: { label: 'Show in folder', press: show },
      },
    );
    close();
  };

  return (
    <Modal
      opened={opened}
      onClose={running ? () => undefined : close}
      withCloseButton={!running}
      title="Hand over"
      size="lg"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" role="status">
            {facts === undefined
              ? ''
              : facts.only !== ''
                ? `${facts.only}, ${formatDollars(facts.balanceCents)} owed`
                : `${facts.accounts.toLocaleString('en-US')} accounts, ${formatDollars(facts.balanceCents)} owed`}
          </Text>
          <Group gap="sm" grow align="flex-start">
            <NativeSelect
              label="To"
              value={to}
              disabled={running}
              onChange={(event) =>
                setTo(handOverTo.find((one) => one === event.currentTarget.value) ?? 'attorney')
              }
              data={handOverTo.map((one) => ({ value: one, label: handOverToWords[one] }))}
            />
            <TextInput
              label="Name"
              required
              withAsterisk={false}
              maxLength={200}
              placeholder="Firm, agency or person"
              value={recipient}
              disabled={running}
              onChange={(event) => setRecipient(event.currentTarget.value)}
              data-autofocus
            />
          </Group>
          <TextInput
            label="Reason"
            description="Kept with the account; may be left empty."
            maxLength={300}
            value={reason}
            disabled={running}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <fieldset className="export-columns" disabled={running}>
            <Text component="legend" size="sm" fw={500} mb={6}>
              What goes along
            </Text>
            <Stack gap={6}>
              <Checkbox
                label="A workbook of everything on file: facts, phones and addresses, ledger, payments, contacts, letters, legal events"
                checked
                disabled
                readOnly
              />
              <Checkbox
                label="Statement, explanation of the balance and contact history of each account, as PDF"
                checked={withPapers}
                onChange={(event) => setPapers(event.currentTarget.checked)}
              />
              <Checkbox
                label={`Letters as they were kept${facts ? ` (${facts.letters.toLocaleString('en-US')})` : ''}`}
                checked={withLetters}
                onChange={(event) => setLetters(event.currentTarget.checked)}
              />
              <Checkbox
                label={`Files kept with the accounts${facts ? ` (${facts.files.toLocaleString('en-US')}${facts.files === 0 ? '' : `, ${sizeWords(facts.fileBytes)}`})` : ''}`}
                checked={withFiles}
                onChange={(event) => setFiles(event.currentTarget.checked)}
              />
            </Stack>
          </fieldset>
          {to === 'client' && facts !== undefined && facts.clients > 1 ? (
            <Alert
              color="red"
              variant="light"
              role="alert"
              title={`These are accounts of ${facts.clients.toLocaleString('en-US')} clients`}
            >
              One client would be shown who owes the others. Choose one client in the list of accounts first,
              unless all of it may go to this one.
            </Alert>
          ) : null}
          <Alert color="yellow" variant="light" title="The file is not encrypted, and holds the notes too">
            Give it only to somebody who may have it, and in a safe way. A note with each account says what
            went to whom, when, and by which hash the file is known again.
          </Alert>
          <FaultAlert fault={fault ?? described.error?.fault} />
          {running ? (
            <JobLine
              progress={progress}
              starting="Waiting for a place"
              onCancel={() => void act('handOver.stop', {})}
            />
          ) : (
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" disabled={recipient.trim() === '' || facts === undefined}>
                Save file…
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Modal>
  );
}

function useHandOverProgress(): JobProgress | null {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'handOver') setProgress(event.progress);
      }),
    [],
  );
  return progress;
}
