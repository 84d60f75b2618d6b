/** The letters of a run in the order of its stack, with where each lies and what became of it. */
import { Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RunLetterView } from '../../../../shared/contract/runs.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { runLetterStateWords } from '../../../../shared/text/run-words.ts';
import { act } from '../../../bridge/calls.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone } from '../../../components/toasts.tsx';
import type { RunAnswer } from './run-view.tsx';

/** Rows drawn at first, and more with each press. */
const step = 100;

export function RunLetters({ answer: { run, letters } }: { readonly answer: RunAnswer }) {
  const go = useGo();
  const [shown, setShown] = useState(step);
  const [takingOut, setTakingOut] = useState<RunLetterView | null>(null);
  const those = letters.filter(({ state }) => state !== 'left_out' && state !== 'dropped');
  if (those.length === 0) return null;
  const mayTakeOut = run.state === 'made' || run.state === 'making';
  return (
    <>
      <Table.ScrollContainer minWidth={820} className="letters-table">
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">No.</Table.Th>
              <Table.Th ta="right">Sheet</Table.Th>
              <Table.Th>Debtor</Table.Th>
              <Table.Th>Account</Table.Th>
              <Table.Th>Letter</Table.Th>
              <Table.Th>Client</Table.Th>
              <Table.Th ta="right">Amount due</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {those.slice(0, shown).map((letter) => (
              <Table.Tr key={letter.place}>
                <Table.Td ta="right">{letter.place.toLocaleString('en-US')}</Table.Td>
                <Table.Td ta="right">{sheetsOf(letter)}</Table.Td>
                <Table.Td>
                  <button
                    type="button"
                    className="letters-open"
                    onClick={() => go({ accountId: letter.accountId })}
                  >
                    {letter.debtorName}
                  </button>
                </Table.Td>
                <Table.Td>{letter.number}</Table.Td>
                <Table.Td>{letter.templateName}</Table.Td>
                <Table.Td>{letter.clientName}</Table.Td>
                <Table.Td ta="right">
                  <Money cents={letter.balanceCents} />
                </Table.Td>
                <Table.Td>{runLetterStateWords[letter.state]}</Table.Td>
                <Table.Td ta="right">
                  {mayTakeOut && (letter.state === 'made' || letter.state === 'spoilt') ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Take out… the letter to ${letter.debtorName}`}
                      onClick={() => setTakingOut(letter)}
                    >
                      Take out…
                    </Button>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown < those.length ? (
        <Group justify="center">
          <Button size="compact-sm" variant="default" onClick={() => setShown(shown + 5 * step)}>
            Show more ({(those.length - shown).toLocaleString('en-US')})
          </Button>
        </Group>
      ) : null}
      {takingOut === null ? null : (
        <TakeOutDialog runId={run.runId} letter={takingOut} onClose={() => setTakingOut(null)} />
      )}
    </>
  );
}

function sheetsOf({ firstSheet, sheets }: RunLetterView): string {
  if (firstSheet === null || sheets === null) return '';
  return sheets === 1 ? `${firstSheet}` : `${firstSheet}–${firstSheet + sheets - 1}`;
}

type TakeOutDialogProps = { readonly runId: number; readonly letter: RunLetterView; onClose(): void };

function TakeOutDialog({ runId, letter, onClose }: TakeOutDialogProps) {
  const [word, setWord] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const takeOut = async () => {
    const answer = await act('runs.takeOut', { runId, places: [letter.place], word });
    if (!answer.ok) return setFault(answer.error);
    showDone('The letter was taken out of the run.');
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Take out the letter to ${letter.debtorName}?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (word.trim() !== '') void takeOut();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            It is not printed with this run. A letter that waited before waits again; leave it out there if it
            is not to go at all.
          </Text>
          <TextInput
            label="Reason"
            withAsterisk
            data-autofocus
            maxLength={200}
            autoComplete="off"
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
          <FaultAlert fault={fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Keep it
            </Button>
            <Button type="submit" disabled={word.trim() === ''}>
              Take out
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
