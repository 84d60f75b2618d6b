/**
 * The certain ones together: each is looked at with its reasons and can be left out; then they are posted one after the other, each a
 * transaction of its own. One that cannot be posted says why and holds no other up.
 */
import { Button, Checkbox, Group, Modal, Progress, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { sentenceOf } from '../../../shared/text/faults.ts';
import { act, ask } from '../../bridge/calls.ts';
import { DayText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { BecauseList } from './because-list.tsx';
import { counted, whoWords } from './item-words.ts';

type Match = OutputOf<'incoming.match'>['matches'][number];
export type CertainMatch = Match & { readonly proposal: NonNullable<Match['proposal']> };

export type ReviewDialogProps = {
  readonly matches: readonly CertainMatch[];
  onClose(): void;
  /** Those that were posted. */
  onPosted(incomingIds: readonly number[], cents: number): void;
};

type Run = { readonly done: number; readonly total: number };

export function ReviewDialog({ matches, onClose, onPosted }: ReviewDialogProps) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [run, setRun] = useState<Run | null>(null);
  const [faults, setFaults] = useState<ReadonlyMap<number, Fault>>(new Map());
  const [posted, setPosted] = useState<ReadonlySet<number>>(new Set());
  const stopped = useRef(false);
  const open = matches.filter(({ row }) => !posted.has(row.incomingId));
  const ticked = open.filter(({ row }) => !left.has(row.incomingId));
  const cents = ticked.reduce((sum, { row }) => sum + row.openCents, 0);

  const toggle = (incomingId: number) =>
    setLeft((now) => {
      const next = new Set(now);
      if (!next.delete(incomingId)) next.add(incomingId);
      return next;
    });
  const post = async () => {
    stopped.current = false;
    setFaults(new Map());
    const done: number[] = [];
    let doneCents = 0;
    const failed = new Map<number, Fault>();
    for (const [index, { row, proposal }] of ticked.entries()) {
      if (stopped.current) break;
      setRun({ done: index, total: ticked.length });
      const { incomingId } = row;
      // The book asks for how it was paid as far as the item says.
      const item = await ask('incoming.get', { incomingId });
      const result = item.ok
        ? await act('incoming.post', {
            incomingId,
            shares: proposal.shares.map(({ accountId, amountCents, charges }) => ({
              accountId,
              amountCents,
              charges: charges.map(({ entryId }) => entryId),
            })),
            method: item.value.method,
            heldPaymentId: proposal.heldPaymentId,
          })
        : item;
      if (result.ok) {
        done.push(incomingId);
        doneCents += row.openCents;
      } else failed.set(incomingId, result.error);
    }
    setRun(null);
    setFaults(failed);
    setPosted((now) => new Set([...now, ...done]));
    if (done.length > 0) onPosted(done, doneCents);
    if (failed.size === 0 && !stopped.current) onClose();
  };
  const close = () => {
    stopped.current = true;
    if (run === null) onClose();
  };

  return (
    <Modal opened onClose={close} title="Post the certain ones" size={920} centered>
      <Stack gap="sm">
        <Text size="sm">
          Of these, a number or name and something else point to one account only, and nothing speaks against
          it. Look them through; what is ticked is posted as of its day. Each can be taken back afterwards.
        </Text>
        <ScrollArea.Autosize
          mah="min(52vh, 460px)"
          viewportProps={{ tabIndex: 0, 'aria-label': 'The certain ones' }}
        >
          <Table verticalSpacing={4} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={36}>
                  <Checkbox
                    aria-label="All of them"
                    checked={ticked.length === open.length && open.length > 0}
                    indeterminate={ticked.length > 0 && ticked.length < open.length}
                    disabled={run !== null}
                    onChange={() =>
                      setLeft(
                        ticked.length === open.length
                          ? new Set(open.map(({ row }) => row.incomingId))
                          : new Set(),
                      )
                    }
                  />
                </Table.Th>
                <Table.Th>Received</Table.Th>
                <Table.Th>From</Table.Th>
                <Table.Th>Account</Table.Th>
                <Table.Th>Why</Table.Th>
                <Table.Th ta="right">Sum</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {open.map(({ row, proposal }) => {
                const fault = faults.get(row.incomingId);
                const who = whoWords(row);
                return (
                  <Table.Tr key={row.incomingId}>
                    <Table.Td>
                      <Checkbox
                        aria-label={`Post ${formatDollars(row.openCents)} from ${who}`}
                        checked={!left.has(row.incomingId)}
                        disabled={run !== null}
                        onChange={() => toggle(row.incomingId)}
                      />
                    </Table.Td>
                    <Table.Td>
                      <DayText day={row.receivedOn} />
                    </Table.Td>
                    <Table.Td miw={200} className="incoming-wrap">
                      {who}
                    </Table.Td>
                    <Table.Td>
                      {proposal.shares.map((share) => (
                        <div key={share.accountId}>
                          {share.debtorName}{' '}
                          <span className="incoming-dim incoming-whole">{share.accountNumber}</span>
                          {proposal.shares.length > 1 ? (
                            <>
                              {' '}
                              <Money cents={share.amountCents} />
                            </>
                          ) : null}
                        </div>
                      ))}
                    </Table.Td>
                    <Table.Td>
                      {fault ? (
                        <Text size="sm" c="red" role="alert">
                          Not posted. {sentenceOf(fault).what}
                        </Text>
                      ) : (
                        <BecauseList because={proposal.because} />
                      )}
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money cents={row.openCents} />
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        {run === null ? null : (
          <Progress value={(run.done * 100) / Math.max(1, run.total)} aria-label="Posting" />
        )}
        <Group justify="space-between" gap="xs">
          <Text size="sm" role="status">
            {run === null
              ? `${counted(ticked.length, 'item')} of ${open.length.toLocaleString('en-US')}, ${formatDollars(cents)}`
              : `Posting ${(run.done + 1).toLocaleString('en-US')} of ${run.total.toLocaleString('en-US')}`}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {run === null ? 'Close' : 'Stop'}
            </Button>
            <Button
              disabled={ticked.length === 0}
              loading={run !== null}
              onClick={() => void post()}
              data-autofocus
            >
              Post {counted(ticked.length, 'item')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
