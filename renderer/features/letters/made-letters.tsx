/** Every letter that was made, newest first, each opening as the exact copy that was kept. */
import { Button, Group, Table } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import type { LetterRow } from '../../../shared/contract/letters.ts';
import { letterStateWords } from '../../../shared/text/labels.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { KeptLetter } from './kept-letter.tsx';

const perPage = 50;

export function MadeLetters() {
  const go = useGo();
  /** The pages before the one shown, by the `before` they were asked with. */
  const [trail, setTrail] = useState<readonly (number | null)[]>([null]);
  const [shown, setShown] = useState<LetterRow | null>(null);
  const before = trail.at(-1) ?? null;
  const list = useCall('letters.list', { accountId: null, before, limit: perPage }, { keepPrevious: true });
  const letters = list.data?.letters ?? [];
  const next = list.data?.next ?? null;
  const empty = list.data !== undefined && letters.length === 0 && trail.length === 1;
  return (
    <>
      <FaultAlert fault={list.error?.fault} />
      {empty ? (
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
      {trail.length > 1 || next !== null ? (
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
    </>
  );
}
