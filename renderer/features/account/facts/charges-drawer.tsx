/** The charges of the account, with what is still open of each, and a form for one more. */
import { Button, Drawer, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { entryKindWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { AddChargeForm } from './add-charge-form.tsx';

export type ChargesDrawerProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  readonly opened: boolean;
  onClose(): void;
};

export function ChargesDrawer({ account, today, opened, onClose }: ChargesDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={640}
      title={`Charges of ${account.number}`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Charges account={account} today={today} />
    </Drawer>
  );
}

function Charges({ account, today }: { readonly account: AccountFacts; readonly today: Day }) {
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const leaveForm = () => {
    flushSync(() => setAdding(false));
    addButton.current?.focus();
  };
  const answer = useCall('ledger.charges', { accountId: account.accountId });
  const charges = answer.data?.charges ?? [];
  const openCents = charges.reduce((sum, charge) => sum + charge.openCents, 0);
  const chargedCents = charges.reduce((sum, charge) => sum + charge.amountCents, 0);
  return (
    <>
      <FaultAlert fault={answer.error?.fault} />
      {answer.data && charges.length === 0 ? (
        <EmptyState title="No charges">Nothing has been charged on this account.</EmptyState>
      ) : null}
      {charges.length === 0 ? null : (
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Charge</Table.Th>
              <Table.Th>Of</Table.Th>
              <Table.Th>Due</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
              <Table.Th ta="right">Open</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {charges.map((charge) => (
              <Table.Tr key={charge.entryId}>
                <Table.Td>
                  {charge.kind === 'charge' && charge.reference !== ''
                    ? charge.reference
                    : `${entryKindWords[charge.kind]}${charge.reference === '' ? '' : ` ${charge.reference}`}`}
                  {charge.memo === '' ? null : (
                    <Text size="xs" c="dimmed" className="account-break">
                      {charge.memo}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <DayText day={charge.effectiveOn} />
                </Table.Td>
                <Table.Td>
                  <DayText day={charge.dueOn} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money cents={charge.amountCents} sign={false} />
                </Table.Td>
                <Table.Td ta="right">
                  {charge.openCents === 0 ? 'settled' : <Money cents={charge.openCents} sign={false} />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={3}>
                {charges.length} {charges.length === 1 ? 'charge' : 'charges'}
              </Table.Th>
              <Table.Th ta="right">
                <Money cents={chargedCents} />
              </Table.Th>
              <Table.Th ta="right">
                <Money cents={openCents} />
              </Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      )}
      {account.unappliedCents > 0 ? (
        <Text size="sm" mt="xs">
          <Money cents={account.unappliedCents} /> came in that no charge could take; it lowers the balance to{' '}
          <Money cents={account.balance.balanceCents} />.
        </Text>
      ) : null}
      {adding ? (
        <AddChargeForm account={account} today={today} onDone={leaveForm} />
      ) : (
        <Button
          ref={addButton}
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          Add a charge, fee, cost or interest
        </Button>
      )}
    </>
  );
}
