/** Addresses on envelopes or labels: the very pages, printed or saved from here; who was left out, and why. */
import { Alert, Button, Group, Loader, Modal, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconMailOff, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { type PieceForm, type PiecesAsked, pieceForms } from '../../../../shared/contract/print.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { labelsOn } from '../../../../shared/templates/papers/piece-page.ts';
import { act, ask } from '../../../bridge/calls.ts';
import { useStoredView } from '../../../bridge/drafts.ts';
import type { PiecesAsk } from '../../../bridge/pieces-ask.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { PdfView } from '../../../components/pdf/pdf-view.tsx';
import { showDone } from '../../../components/toasts.tsx';
import './setup.css';

export type PiecesDialogProps = { readonly asked: PiecesAsk; onClose(): void };

const formWords: Readonly<Record<PieceForm, string>> = {
  envelope_ten: '#10 envelopes, 4 1/8 × 9 1/2 in',
  envelope_nine: '#9 envelopes, 3 7/8 × 8 7/8 in',
  labels_thirty: 'Labels, 30 to a sheet, 1 × 2 5/8 in',
  labels_ten: 'Labels, 10 to a sheet, 2 × 4 in',
};
const senderWords = {
  name_and_address: 'Name and address of the office',
  address: 'Address without the name',
  none: 'Nothing',
} as const satisfies Record<PiecesAsked['sender'], string>;
const senders = ['name_and_address', 'address', 'none'] as const;

/** What was chosen last is most likely what lies in the printer. */
const choiceShape = z.strictObject({
  form: z.enum(pieceForms),
  sender: z.enum(senders),
});
type Choice = z.output<typeof choiceShape>;

export function PiecesDialog({ asked, onClose }: PiecesDialogProps) {
  // A dialog that is open when it is first drawn would not know where the focus came from.
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(true), []);
  const [choice, setChoice] = useStoredView<Choice>('pieces', choiceShape, {
    form: 'envelope_ten',
    sender: 'address',
  });
  return (
    <Modal
      opened={shown}
      onClose={onClose}
      title={`Envelope or label: ${asked.words}`}
      size="56rem"
      zIndex={250}
    >
      {choice === null ? null : <Pieces asked={asked} choice={choice} choose={setChoice} />}
    </Modal>
  );
}

type PiecesProps = { readonly asked: PiecesAsk; readonly choice: Choice; choose(choice: Choice): void };

function Pieces({ asked, choice, choose }: PiecesProps) {
  const { form, sender } = choice;
  const isLabels = form.startsWith('labels');
  const [startAt, setStartAt] = useState(1);
  const [made, setMade] = useState<OutputOf<'print.pieces'> | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState<'make' | 'print' | 'save' | null>('make');
  const [round, setRound] = useState(0);
  const first = isLabels ? Math.min(startAt, labelsOn(form)) : 1;
  const { source } = asked;

  // biome-ignore lint/correctness/useExhaustiveDependencies: round makes the same pages again
  useEffect(() => {
    let current = true;
    setPending('make');
    setFault(null);
    void ask('print.pieces', { source, form, sender, startAt: first }).then((answer) => {
      if (!current) return;
      setPending(null);
      setMade(answer.ok ? answer.value : null);
      if (!answer.ok) setFault(answer.error);
    });
    return () => {
      current = false;
    };
  }, [source, form, sender, first, round]);

  const print = async (piecesId: string) => {
    setPending('print');
    setFault(null);
    const answer = await act('print.printPieces', { piecesId });
    setPending(null);
    if (!answer.ok) setFault(answer.error);
    else if (answer.value.printed) showDone('Printed.');
  };

  const save = async (piecesId: string) => {
    setPending('save');
    setFault(null);
    const answer = await act('print.savePieces', { piecesId });
    setPending(null);
    if (answer.ok) showDone(`Saved as ${answer.value.fileName}.`);
    else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
  };

  return (
    <Stack gap="sm">
      <div className="print-setup-row">
        <NativeSelect
          label="What is printed on"
          value={form}
          data={pieceForms.map((value) => ({ value, label: formWords[value] }))}
          onChange={(event) => {
            const found = pieceForms.find((one) => one === event.currentTarget.value);
            if (found) choose({ ...choice, form: found });
          }}
        />
        {isLabels ? (
          <NumberInput
            label="First label that is left on the sheet"
            value={first}
            min={1}
            max={labelsOn(form)}
            clampBehavior="strict"
            onChange={(value) => setStartAt(typeof value === 'number' ? Math.max(1, value) : 1)}
          />
        ) : (
          <NativeSelect
            label="At the upper left"
            value={sender}
            data={senders.map((value) => ({ value, label: senderWords[value] }))}
            onChange={(event) => {
              const found = senders.find((one) => one === event.currentTarget.value);
              if (found) choose({ ...choice, sender: found });
            }}
          />
        )}
      </div>
      {!isLabels && sender === 'name_and_address' ? (
        <Text size="sm">
          On an envelope a debt collector may use its name only if the name does not say that it collects
          debts (15 U.S.C. 1692f(8)).
        </Text>
      ) : null}
      <FaultAlert fault={fault}>
        {fault?.code === 'print.pieces_expired' ? (
          <Button mt="xs" variant="default" onClick={() => setRound(round + 1)}>
            Make them again
          </Button>
        ) : null}
      </FaultAlert>
      {made === null || made.leftOut.length === 0 ? null : (
        <Alert
          color="yellow"
          icon={<IconMailOff size={18} aria-hidden />}
          title={`Left out: ${made.leftOut.length}`}
        >
          <ul className="pieces-left-out">
            {made.leftOut.map(({ accountId, name, why }) => (
              <li key={accountId}>
                <bdi>{name}</bdi>: {why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {made === null ? (
        pending === 'make' ? (
          <Loader size="sm" role="status" aria-label="Making the pages" />
        ) : null
      ) : (
        <>
          <Group gap="xs">
            <Button
              leftSection={<IconPrinter size={15} aria-hidden />}
              loading={pending === 'print'}
              disabled={pending !== null}
              onClick={() => void print(made.piecesId)}
            >
              Print…
            </Button>
            <Button
              variant="default"
              leftSection={<IconDeviceFloppy size={15} aria-hidden />}
              loading={pending === 'save'}
              disabled={pending !== null}
              onClick={() => void save(made.piecesId)}
            >
              Save as PDF…
            </Button>
            <Text size="sm" role="status">
              {made.pieces} {made.pieces === 1 ? 'address' : 'addresses'} on {made.pages}{' '}
              {isLabels
                ? made.pages === 1
                  ? 'sheet'
                  : 'sheets'
                : made.pages === 1
                  ? 'envelope'
                  : 'envelopes'}
            </Text>
          </Group>
          <div className="pieces-view">
            <PdfView pdf={made.pdf} label={isLabels ? 'Labels' : 'Envelopes'} />
          </div>
        </>
      )}
    </Stack>
  );
}
