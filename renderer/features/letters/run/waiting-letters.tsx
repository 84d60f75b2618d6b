/**
 * Letters that wait to be printed: what may go, what is held back and why, what is in a run. They are printed by a run, which begins with
 * a dry list.
 */
import { Badge, Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconMailForward, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { WaitingLetter } from '../../../../shared/contract/strategies.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { act } from '../../../bridge/calls.ts';
import { useExport } from '../../../bridge/exports.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { useCall } from '../../../bridge/queries.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ExportButton } from '../../../components/export-button.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { counted } from './count-words.ts';

const perPage = 50;
const recently = 20;

type WaitingLettersProps = { onPrepare(): void };

export function WaitingLetters({ onPrepare }: WaitingLettersProps) {
  const go = useGo();
  const [trail, setTrail] = useState<readonly (number | null)[]>([null]);
  const [leavingOut, setLeavingOut] = useState<WaitingLetter | null>(null);
  const after = trail.at(-1) ?? null;
  const list = useCall('letters.waiting', { after, limit: perPage }, { keepPrevious: true });
  const total = useCall('letters.waitingCount', {}, { keepPrevious: true });
  const letters = list.data?.letters ?? [];
  const next = list.data?.next ?? null;
  const ready = letters.filter(({ state }) => state === 'ready').length;
  const held = letters.filter(({ state }) => state === 'held_back').length;
  const waiting = total.data?.waiting ?? 0;
  const openExport = useExport(() => [{ label: 'Letters waiting', asked: { list: 'waiting' } }]);

  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="sm" role="status">
          {waiting === 0
            ? ''
            : `${counted(waiting, 'letter')} for ${total.data?.accounts.toLocaleString('en-US')} ${total.data?.accounts === 1 ? 'account' : 'accounts'}${
                trail.length === 1 && next === null ? `: ${ready} may go, ${held} held back` : ''
              }`}
        </Text>
        <Group gap="xs">
          <ExportButton disabled={waiting === 0} open={openExport} />
          <Button
            leftSection={<IconPrinter size={15} aria-hidden />}
            disabled={waiting === 0}
            onClick={onPrepare}
          >
            Prepare a run…
          </Button>
        </Group>
      </Group>
      <FaultAlert fault={list.error?.fault ?? total.error?.fault} />
      {list.data !== undefined && letters.length === 0 && trail.length === 1 ? (
        <EmptyState icon={<IconMailForward size={32} />} title="No letters wait">
          Letters of strategies come here on their day, and those you put here from an account. They are made
          and printed together, and each is asked about once more before. For one letter to many accounts,
          choose the accounts in the list of accounts.
        </EmptyState>
      ) : (
        <Table.ScrollContainer minWidth={860} className="letters-table">
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Since</Table.Th>
                <Table.Th>Letter</Table.Th>
                <Table.Th>Debtor</Table.Th>
                <Table.Th>Account</Table.Th>
                <Table.Th ta="right">Balance</Table.Th>
                <Table.Th>May it go</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {letters.map((letter) => (
                <Table.Tr key={letter.queueId}>
                  <Table.Td>
                    <DayText day={letter.wantedOn} />
                  </Table.Td>
                  <Table.Td>
                    {letter.templateName}
                    {letter.strategyName === null ? null : (
                      <div className="letters-from">from “{letter.strategyName}”</div>
                    )}
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
                  <Table.Td>{letter.number}</Table.Td>
                  <Table.Td ta="right">
                    <Money cents={letter.balanceCents} />
                  </Table.Td>
                  <Table.Td maw={320}>
                    <MayGo letter={letter} />
                  </Table.Td>
                  <Table.Td>
                    <Actions letter={letter} onLeaveOut={() => setLeavingOut(letter)} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {trail.length > 1 || next !== null ? (
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            disabled={trail.length === 1}
            onClick={() => setTrail(trail.slice(0, -1))}
          >
            Earlier
          </Button>
          <Button variant="default" disabled={next === null} onClick={() => setTrail([...trail, next])}>
            Later
          </Button>
        </Group>
      ) : null}
      <Ended />
      {leavingOut === null ? null : (
        <LeaveOutDialog letter={leavingOut} onClose={() => setLeavingOut(null)} />
      )}
    </>
  );
}

function MayGo({ letter }: { readonly letter: WaitingLetter }) {
  if (letter.state === 'ready') return <Badge variant="default">May go</Badge>;
  if (letter.state === 'in_run') return <span>In the print run “{letter.why}”.</span>;
  if (letter.state === 'made') return <span>It was made. Nobody noted whether it was printed.</span>;
  return (
    <span>
      {letter.why}
      {letter.clearsOn === null ? null : (
        <span className="letters-from">
          {' '}
          From <DayText day={letter.clearsOn} />.
        </span>
      )}
    </span>
  );
}

type ActionsProps = { readonly letter: WaitingLetter; onLeaveOut(): void };

function Actions({ letter, onLeaveOut }: ActionsProps) {
  const { queueId, debtorName, state } = letter;
  const say = async (printed: boolean) => {
    const answer = await act('letters.wasPrinted', { queueId, printed });
    if (!answer.ok) showFault(answer.error);
  };
  if (state === 'in_run') return null;
  if (state === 'made') {
    return (
      <Group gap={4} wrap="nowrap" justify="flex-end">
        <Button size="compact-xs" variant="default" onClick={() => void say(true)}>
          It was printed
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => void say(false)}>
          It was not
        </Button>
      </Group>
    );
  }
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Leave out… the letter to ${debtorName}`}
        onClick={onLeaveOut}
      >
        Leave out…
      </Button>
    </Group>
  );
}

type LeaveOutDialogProps = { readonly letter: WaitingLetter; onClose(): void };

function LeaveOutDialog({ letter, onClose }: LeaveOutDialogProps) {
  const [word, setWord] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const leaveOut = async () => {
    const { queueId } = letter;
    const answer = await act('letters.leaveOut', { queueId, word });
    if (!answer.ok) return setFault(answer.error);
    showDone('The letter was left out.', {
      undo: () => void act('letters.putBack', { queueId }).then((back) => back.ok || showFault(back.error)),
    });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Leave out the letter to ${letter.debtorName}?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (word.trim() !== '') void leaveOut();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">It is not printed; its strategy goes on with the next step.</Text>
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
              Keep it waiting
            </Button>
            <Button type="submit" disabled={word.trim() === ''}>
              Leave out
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type EndedLetter = OutputOf<'letters.waitingEnded'>['letters'][number];

/** What was printed or left out last: printed again, or put back. */
function Ended() {
  const ended = useCall('letters.waitingEnded', { limit: recently });
  const letters = ended.data?.letters ?? [];
  if (letters.length === 0) return null;
  return (
    <section aria-label="Printed or left out last">
      <h2 className="letters-heading">Printed or left out last</h2>
      <Table.ScrollContainer minWidth={720}>
        <Table>
          <Table.Tbody>
            {letters.map((letter) => (
              <Table.Tr key={letter.queueId}>
                <Table.Td>
                  <InstantText at={letter.endedAt} />
                </Table.Td>
                <Table.Td>{letter.templateName}</Table.Td>
                <Table.Td>{letter.debtorName}</Table.Td>
                <Table.Td>{letter.number}</Table.Td>
                <Table.Td>{letter.state === 'printed' ? 'Printed' : `Left out: ${letter.why}`}</Table.Td>
                <Table.Td ta="right">
                  <EndedAction letter={letter} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function EndedAction({ letter }: { readonly letter: EndedLetter }) {
  const { queueId, letterId, state, debtorName } = letter;
  const [pending, setPending] = useState(false);
  const again = async () => {
    if (letterId === null) return;
    setPending(true);
    const answer = await act('letters.printAgain', { letterId });
    setPending(false);
    if (!answer.ok) showFault(answer.error);
    else if (answer.value.printed) showDone('Printed again.');
  };
  const back = async () => {
    setPending(true);
    const answer = await act('letters.putBack', { queueId });
    setPending(false);
    if (!answer.ok) showFault(answer.error);
  };
  return state === 'printed' ? (
    <Button
      size="compact-xs"
      variant="default"
      loading={pending}
      aria-label={`Print again… the letter to ${debtorName}`}
      onClick={() => void again()}
    >
      Print again…
    </Button>
  ) : (
    <Button
      size="compact-xs"
      variant="default"
      loading={pending}
      aria-label={`Put back the letter to ${debtorName}`}
      onClick={() => void back()}
    >
      Put back
    </Button>
  );
}
