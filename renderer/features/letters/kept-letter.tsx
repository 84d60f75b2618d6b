/** One letter as the exact copy that was kept: to look at, print again, save. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { LetterRow } from '../../../shared/contract/letters.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { act, ask } from '../../bridge/calls.ts';
import { useDecision } from '../../bridge/decide.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { showDone } from '../../components/toasts.tsx';

type KeptLetterProps = { readonly letter: LetterRow | null; onClose(): void };

export function KeptLetter({ letter, onClose }: KeptLetterProps) {
  const title = letter === null ? '' : `${letter.templateName} to ${letter.debtorName}`;
  return (
    <Modal opened={letter !== null} onClose={onClose} title={title} size="56rem">
      {letter === null ? null : <KeptCopy key={letter.letterId} letter={letter} title={title} />}
    </Modal>
  );
}

function KeptCopy({ letter, title }: { readonly letter: LetterRow; readonly title: string }) {
  const { letterId } = letter;
  const [pdf, setPdf] = useState<Uint8Array | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState<'print' | 'save' | null>(null);

  useEffect(() => {
    let current = true;
    ask('letters.pdf', { letterId }).then((answer) => {
      if (!current) return;
      if (answer.ok) setPdf(answer.value.pdf);
      else setFault(answer.error);
    });
    return () => {
      current = false;
    };
  }, [letterId]);

  const { run, asked } = useDecision(`decision:again:${letterId}`);

  const print = async () => {
    setPending('print');
    setFault(null);
    const answer = await run((decision) => act('letters.printAgain', { letterId, decision }));
    setPending(null);
    if (!answer.ok) setFault(answer.error);
    else if (answer.value.printed) showDone('Printed again.');
  };

  const save = async () => {
    setPending('save');
    setFault(null);
    const answer = await act('letters.saveAgain', { letterId });
    setPending(null);
    if (answer.ok) showDone(`Saved as ${answer.value.fileName}.`);
    else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
  };

  return (
    <Stack gap="xs" className="pdf-large">
      <DecisionDialog asked={asked} verb="Print" />
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          Made <InstantText at={letter.madeAt} /> for account {letter.accountNumber}
        </Text>
        <Group gap="xs">
          <Button
            leftSection={<IconPrinter size={15} aria-hidden />}
            loading={pending === 'print'}
            disabled={pending !== null}
            onClick={print}
          >
            Print again…
          </Button>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={15} aria-hidden />}
            loading={pending === 'save'}
            disabled={pending !== null}
            onClick={save}
          >
            Save as PDF…
          </Button>
        </Group>
      </Group>
      <FaultAlert fault={fault} />
      {pdf === null ? null : <PdfView pdf={pdf} label={title} />}
    </Stack>
  );
}
