/** Every letter that was made, newest first, each opening as the exact copy that was kept; and the letters that wait to be printed. */
import { Button, Group, Modal, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { IconDeviceFloppy, IconMail, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { LetterRow } from '../../../shared/contract/letters.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { letterStateWords } from '../../../shared/text/labels.ts';
import { act, ask } from '../../bridge/calls.ts';
import { useDecision } from '../../bridge/decide.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { showDone } from '../../components/toasts.tsx';
import { LetterheadDialog } from './letterhead-dialog.tsx';
import { usePrintRun } from './print-run.ts';
import { WaitingLetters } from './waiting-letters.tsx';
import './letters.css';

const perPage = 50;

export function LettersScreen() {
  const go = useGo();
  /** The pages before the one shown, by the `before` they were asked with. */
  const [trail, setTrail] = useState<readonly (number | null)[]>([null]);
  const [shown, setShown] = useState<LetterRow | null>(null);
  const [heading, setHeading] = useState(false);
  const waiting = useCall('letters.waitingCount', {}, { keepPrevious: true });
  const printing = usePrintRun(({ running, ended }) => running || ended);
  const [chosen, setChosen] = useState<'kept' | 'waiting' | null>(null);
  const count = waiting.data?.waiting ?? 0;
  const at = chosen ?? (count > 0 || printing ? 'waiting' : 'kept');
  // Decided once: the list must not change under somebody when its last letter is printed.
  const known = waiting.data !== undefined;
  useEffect(() => {
    if (known) setChosen((now) => now ?? at);
  }, [known, at]);
  const before = trail.at(-1) ?? null;
  const list = useCall('letters.list', { accountId: null, before, limit: perPage }, { keepPrevious: true });
  const letters = list.data?.letters ?? [];
  const next = list.data?.next ?? null;
  const empty = list.data !== undefined && letters.length === 0 && trail.length === 1;
  return (
    <div className="screen">
      <PageHeader
        title="Letters"
        detail={at === 'waiting' ? 'To be printed' : empty ? undefined : 'Kept exactly as they were made'}
      >
        <SegmentedControl
          aria-label="Which letters are shown"
          value={at}
          onChange={(value) => setChosen(value === 'waiting' ? 'waiting' : 'kept')}
          data={[
            { value: 'kept', label: 'Made' },
            { value: 'waiting', label: `Waiting (${count.toLocaleString('en-US')})` },
          ]}
        />
        <Button variant="default" onClick={() => setHeading(true)}>
          Letterhead…
        </Button>
      </PageHeader>
      <FaultAlert fault={list.error?.fault} />
      {at === 'waiting' ? (
        <WaitingLetters />
      ) : empty ? (
        <EmptyState
          icon={<IconMail size={32} />}
          title="No letters yet"
          actions={
            <Button variant="default" onClick={() => go('accounts')}>
              Choose an account
            </Button>
          }
        >
          A letter is made in an account, under Letter. An exact copy of every letter that is printed or saved
          stands here afterwards.
        </EmptyState>
      ) : (
        <Table.ScrollContainer minWidth={760} className="letters-table">
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Made</Table.Th>
                <Table.Th>Letter</Table.Th>
                <Table.Th>Debtor</Table.Th>
                <Table.Th>Account</Table.Th>
                <Table.Th ta="right">Amount due then</Table.Th>
                <Table.Th ta="right">Pages</Table.Th>
                <Table.Th>State</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {letters.map((letter) => (
                <Table.Tr key={letter.letterId}>
                  <Table.Td>
                    <InstantText at={letter.madeAt} />
                  </Table.Td>
                  <Table.Td>
                    <button type="button" className="letters-open" onClick={() => setShown(letter)}>
                      {letter.templateName}
                    </button>
                  </Table.Td>
                  <Table.Td>
                    <button
                      type="button"
                      className="letters-open"
                      onClick={() => go({ accountId: letter.accountId })}
                    >
                      {letter.debtorName}
                    </button>
                  </Table.Td>
                  <Table.Td>{letter.accountNumber}</Table.Td>
                  <Table.Td ta="right">
                    <Money cents={letter.balanceCents} />
                  </Table.Td>
                  <Table.Td ta="right">{letter.pages}</Table.Td>
                  <Table.Td>{letterStateWords[letter.state]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {at === 'kept' && (trail.length > 1 || next !== null) ? (
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            disabled={trail.length === 1}
            onClick={() => setTrail(trail.slice(0, -1))}
          >
            Newer
          </Button>
          <Button variant="default" disabled={next === null} onClick={() => setTrail([...trail, next])}>
            Older
          </Button>
        </Group>
      ) : null}
      <KeptLetter letter={shown} onClose={() => setShown(null)} />
      <LetterheadDialog opened={heading} onClose={() => setHeading(false)} />
    </div>
  );
}

type KeptLetterProps = { readonly letter: LetterRow | null; onClose(): void };

function KeptLetter({ letter, onClose }: KeptLetterProps) {
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
