/** A schedule down to its last line, which leaves 0.00; with the interest in each line where it is reckoned. */
import { Table } from '@mantine/core';
import type { PlanAnswer } from '../../../../shared/domain/plan-terms.ts';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { ScrollRegion } from '../scroll-region.tsx';

export function ScheduleTable({ answer }: { readonly answer: PlanAnswer }) {
  const bears = answer.terms.interest != null;
  return (
    <ScrollRegion className="account-table-scroll" label="Schedule">
      <Table stickyHeader fz="xs" horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">No.</Table.Th>
            <Table.Th>Due</Table.Th>
            <Table.Th ta="right">Amount</Table.Th>
            {bears ? <Table.Th ta="right">Interest</Table.Th> : null}
            <Table.Th ta="right">Left after</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answer.schedule.map((line) => (
            <Table.Tr key={line.number}>
              <Table.Td ta="right">{line.number === 0 ? 'Down' : line.number}</Table.Td>
              <Table.Td>
                <DayText day={line.dueOn} />
              </Table.Td>
              <Table.Td ta="right">
                <Money cents={line.amountCents} sign={false} />
              </Table.Td>
              {bears ? (
                <Table.Td ta="right">
                  <Money cents={line.interestCents ?? null} sign={false} />
                </Table.Td>
              ) : null}
              <Table.Td ta="right">
                <Money cents={line.leftCents ?? null} sign={false} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={2}>In all</Table.Th>
            <Table.Th ta="right">
              <Money cents={answer.paidCents} sign={false} />
            </Table.Th>
            {bears ? (
              <Table.Th ta="right">
                <Money cents={answer.interestCents} sign={false} />
              </Table.Th>
            ) : null}
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </ScrollRegion>
  );
}
