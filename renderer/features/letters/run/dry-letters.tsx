/** The letters that go, in the order they will lie in the stack; one that is not wanted now is unticked. */
import { Button, Checkbox, Group, Table } from '@mantine/core';
import { useState } from 'react';
import type { DryLetter } from '../../../../shared/contract/runs.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { Money } from '../../../components/money.tsx';

type DryLettersProps = {
  readonly letters: readonly DryLetter[];
  /** Accounts whose letter is not wanted. */
  readonly without: ReadonlySet<number>;
  onTick(without: ReadonlySet<number>): void;
};

/** Rows drawn at first, and more with each press. */
const step = 100;

export function DryLetters({ letters, without, onTick }: DryLettersProps) {
  const go = useGo();
  const [shown, setShown] = useState(step);
  const unticked = letters.filter(({ accountId }) => without.has(accountId)).length;
  const tick = (accountId: number, wanted: boolean) => {
    const next = new Set(without);
    if (wanted) next.delete(accountId);
    else next.add(accountId);
    onTick(next);
  };
  return (
    <>
      <Table.ScrollContainer minWidth={760} className="letters-table">
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36}>
                <Checkbox
                  size="xs"
                  aria-label="All of these letters"
                  checked={unticked === 0}
                  indeterminate={unticked > 0 && unticked < letters.length}
                  onChange={(event) =>
                    onTick(
                      event.currentTarget.checked
                        ? new Set()
                        : new Set(letters.map(({ accountId }) => accountId)),
                    )
                  }
                />
              </Table.Th>
              <Table.Th ta="right">No.</Table.Th>
              <Table.Th>Debtor</Table.Th>
              <Table.Th>Account</Table.Th>
              <Table.Th>Letter</Table.Th>
              <Table.Th>Client</Table.Th>
              <Table.Th>ZIP</Table.Th>
              <Table.Th ta="right">Owed</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {letters.slice(0, shown).map((letter, index) => (
              <Table.Tr key={letter.accountId}>
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={`Letter to ${letter.debtorName}`}
                    checked={!without.has(letter.accountId)}
                    onChange={(event) => tick(letter.accountId, event.currentTarget.checked)}
                  />
                </Table.Td>
                <Table.Td ta="right">{(index + 1).toLocaleString('en-US')}</Table.Td>
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
                <Table.Td>{letter.postalCode}</Table.Td>
                <Table.Td ta="right">
                  <Money cents={letter.balanceCents} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown < letters.length ? (
        <Group justify="center">
          <Button size="compact-sm" variant="default" onClick={() => setShown(shown + 5 * step)}>
            Show more ({(letters.length - shown).toLocaleString('en-US')})
          </Button>
        </Group>
      ) : null}
    </>
  );
}
