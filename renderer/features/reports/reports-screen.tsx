/** What is owed by age, over the book or one client: a table whose sums add up, with bars beside the figures. */
import { Button, Select, Table, Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { agingBucketWords } from '../../../shared/text/labels.ts';
import { useExport } from '../../bridge/exports.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { shareOf } from './share.ts';
import './reports.css';

export function ReportsScreen() {
  const go = useGo();
  const [clientId, setClientId] = useState<number | null>(null);
  const clients = useCall('clients.list', {});
  const aging = useCall('reports.aging', { clientId }, { keepPrevious: true });
  const openExport = useExport(() => [
    { label: 'Aging', asked: { list: 'aging', clientId } },
    ...(aging.data
      ? [{ label: 'Payoff by client', asked: { list: 'payoff', asOf: aging.data.asOf } } as const]
      : []),
  ]);
  const options = (clients.data?.clients ?? []).map((client) => ({
    value: String(client.clientId),
    label: client.name,
  }));
  return (
    <div className="screen">
      <PageHeader
        title="Aging"
        detail={
          aging.data ? (
            <>
              as of <DayText day={aging.data.asOf} /> · <Accounts count={aging.data.accounts} />
            </>
          ) : undefined
        }
      >
        <Select
          w={220}
          aria-label="Client"
          placeholder="All clients"
          clearable
          searchable={options.length > 8}
          clearButtonProps={{ 'aria-label': 'All clients' }}
          data={options}
          value={clientId === null ? null : String(clientId)}
          onChange={(value) => setClientId(value === null ? null : Number(value))}
        />
        <ExportButton disabled={!aging.data} open={openExport} />
      </PageHeader>
      <FaultAlert fault={aging.error?.fault} />
      {aging.data && aging.data.accounts === 0 ? (
        <EmptyState
          icon={<IconChartBar size={32} />}
          title="There is nothing to add up yet"
          actions={<Button onClick={() => go('import')}>Import a file</Button>}
        >
          Once accounts have charges, this page shows how much of what is owed is how old.
        </EmptyState>
      ) : null}
      {aging.data && aging.data.accounts > 0 ? <AgingTable aging={aging.data} /> : null}
    </div>
  );
}

function Accounts({ count }: { readonly count: number }) {
  return (
    <span>
      {count.toLocaleString('en-US')} {count === 1 ? 'account' : 'accounts'}
    </span>
  );
}

function AgingTable({ aging }: { readonly aging: OutputOf<'reports.aging'> }) {
  const openCents = aging.buckets.reduce((sum, bucket) => sum + bucket.openCents, 0);
  // The longest bar fills its column, so that small differences can be seen.
  const longest = Math.max(1, ...aging.buckets.map((bucket) => shareOf(bucket.openCents, openCents) ?? 0));
  const charges = aging.buckets.reduce((sum, bucket) => sum + bucket.charges, 0);
  return (
    <>
      <Table.ScrollContainer minWidth={560} maw={860}>
        <Table className="aging-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Past due</Table.Th>
              <Table.Th ta="right">Charges</Table.Th>
              <Table.Th ta="right">Open</Table.Th>
              <Table.Th ta="right">Share</Table.Th>
              <Table.Th aria-hidden w="34%" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {aging.buckets.map((bucket) => {
              const share = shareOf(bucket.openCents, openCents);
              return (
                <Table.Tr key={bucket.bucket}>
                  <Table.Th scope="row" fw={400}>
                    {agingBucketWords[bucket.bucket]}
                  </Table.Th>
                  <Table.Td ta="right">{bucket.charges.toLocaleString('en-US')}</Table.Td>
                  <Table.Td ta="right">
                    <Money cents={bucket.openCents} />
                  </Table.Td>
                  <Table.Td ta="right">{share === null ? '–' : `${share.toFixed(1)} %`}</Table.Td>
                  <Table.Td aria-hidden>
                    <div
                      className="aging-bar"
                      data-bucket={bucket.bucket}
                      style={{ width: `${((share ?? 0) * 100) / longest}%` }}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">Open charges</Table.Th>
              <Table.Td ta="right">{charges.toLocaleString('en-US')}</Table.Td>
              <Table.Td ta="right">
                <Money cents={openCents} />
              </Table.Td>
              <Table.Td />
              <Table.Td aria-hidden />
            </Table.Tr>
            {aging.unappliedCents === 0 ? null : (
              <Table.Tr>
                <Table.Th scope="row">Received, not yet applied</Table.Th>
                <Table.Td />
                <Table.Td ta="right">
                  <Money cents={aging.unappliedCents} />
                </Table.Td>
                <Table.Td />
                <Table.Td aria-hidden />
              </Table.Tr>
            )}
            <Table.Tr className="aging-total">
              <Table.Th scope="row">Balance of these accounts</Table.Th>
              <Table.Td />
              <Table.Td ta="right">
                <Money cents={aging.balanceCents} />
              </Table.Td>
              <Table.Td />
              <Table.Td aria-hidden />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed" maw={640}>
        Each open charge is aged from its own due day to today. Closed accounts with a balance are counted
        too, so that the total is that of the book.
      </Text>
    </>
  );
}
