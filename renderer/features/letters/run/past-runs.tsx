/** Runs that are over, newest first; each opens with its letters. */
import { Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { runStateWords } from '../../../../shared/text/run-words.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { InstantText } from '../../../components/moments.tsx';

const perPage = 10;

type PastRunsProps = { onOpen(runId: number): void };

export function PastRuns({ onOpen }: PastRunsProps) {
  const [trail, setTrail] = useState<readonly (number | null)[]>([null]);
  const before = trail.at(-1) ?? null;
  const list = useCall('runs.ended', { before, limit: perPage }, { keepPrevious: true });
  const runs = list.data?.runs ?? [];
  const next = list.data?.next ?? null;
  if (list.error) return <FaultAlert fault={list.error.fault} />;
  if (runs.length === 0) return null;
  return (
    <section aria-label="Past print runs">
      <h2 className="letters-heading">Past print runs</h2>
      <Table.ScrollContainer minWidth={640} className="letters-table">
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Run</Table.Th>
              <Table.Th>Begun</Table.Th>
              <Table.Th>By</Table.Th>
              <Table.Th ta="right">Printed</Table.Th>
              <Table.Th ta="right">Not sent</Table.Th>
              <Table.Th>State</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <Table.Tr key={run.runId}>
                <Table.Td>
                  <button type="button" className="letters-open" onClick={() => onOpen(run.runId)}>
                    {run.name}
                  </button>
                </Table.Td>
                <Table.Td>
                  <InstantText at={run.madeAt} />
                </Table.Td>
                <Table.Td>{run.author}</Table.Td>
                <Table.Td ta="right">{run.counts.printed.toLocaleString('en-US')}</Table.Td>
                <Table.Td ta="right">
                  {(run.counts.left_out + run.counts.dropped).toLocaleString('en-US')}
                </Table.Td>
                <Table.Td>{runStateWords[run.state]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {trail.length > 1 || next !== null ? (
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button
            variant="default"
            size="compact-sm"
            disabled={trail.length === 1}
            onClick={() => setTrail(trail.slice(0, -1))}
          >
            Newer runs
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={next === null}
            onClick={() => setTrail([...trail, next])}
          >
            Older runs
          </Button>
        </Group>
      ) : null}
    </section>
  );
}
