/** Two schedules side by side; what differs is marked by a sign and not by colour alone. */
import { Table, VisuallyHidden } from '@mantine/core';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { ScrollRegion } from '../scroll-region.tsx';
import { type PlainInstalment, pairSchedules } from './pair-schedules.ts';

export type SchedulePairsProps = {
  readonly label: string;
  readonly beforeTitle: string;
  readonly afterTitle: string;
  readonly before: readonly PlainInstalment[];
  readonly after: readonly PlainInstalment[];
};

export function SchedulePairs({ label, beforeTitle, afterTitle, before, after }: SchedulePairsProps) {
  const pairs = pairSchedules(before, after);
  return (
    <ScrollRegion className="account-table-scroll plan-pairs" label={label}>
      <Table stickyHeader fz="xs" horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th colSpan={2}>{beforeTitle}</Table.Th>
            <Table.Th w={24}>
              <VisuallyHidden>Changed</VisuallyHidden>
            </Table.Th>
            <Table.Th colSpan={2}>{afterTitle}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pairs.map((pair, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <Table.Tr key={place} data-changed={pair.same ? undefined : true}>
              <Side side={pair.before} />
              <Table.Td ta="center">
                {pair.same ? null : (
                  <>
                    <span aria-hidden>→</span>
                    <VisuallyHidden>changed</VisuallyHidden>
                  </>
                )}
              </Table.Td>
              <Side side={pair.after} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Total instalments={before} />
            <Table.Td />
            <Total instalments={after} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </ScrollRegion>
  );
}

function Side({ side }: { readonly side: PlainInstalment | null }) {
  return (
    <>
      <Table.Td>
        <DayText day={side?.dueOn ?? null} />
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={side?.amountCents ?? null} sign={false} />
      </Table.Td>
    </>
  );
}

function Total({ instalments }: { readonly instalments: readonly PlainInstalment[] }) {
  return (
    <>
      <Table.Th>In all</Table.Th>
      <Table.Th ta="right">
        <Money cents={instalments.reduce((sum, one) => sum + one.amountCents, 0)} />
      </Table.Th>
    </>
  );
}
