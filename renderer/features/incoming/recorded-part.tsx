/** Payments of the ledger that may be this very money: entered before the bank told of it, or given back by the bank. */
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { IncomingDetail, RecordedPayment } from '../../../shared/contract/incoming.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { useOnce } from '../../bridge/use-once.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { BecauseList } from './because-list.tsx';

export type RecordedPartProps = {
  readonly item: IncomingDetail;
  onDone(text: string, openCents: number): void;
};

/** For money in: it is this payment, and nothing is posted a second time. */
export function LinkPart({ item, onDone }: RecordedPartProps) {
  const linking = useOnce('incoming.link');
  if (item.recorded.length === 0) return null;
  const link = async (payment: RecordedPayment) => {
    const entryIds = payment.entries.map(({ entryId }) => entryId);
    const result = await linking.run({ incomingId: item.incomingId, entryIds });
    if (result.ok) onDone('It stands for the payment that was in the ledger already', result.value.openCents);
  };
  return (
    <section aria-label="In the ledger already?">
      <h3 className="incoming-heading">In the ledger already?</h3>
      <ul className="incoming-recorded">
        {item.recorded.slice(0, 5).map((payment) => (
          <li key={payment.entries[0]?.entryId}>
            <PaymentLine payment={payment} />
            <Button
              size="compact-sm"
              variant="default"
              loading={linking.pending}
              onClick={() => void link(payment)}
            >
              It is this payment
            </Button>
          </li>
        ))}
      </ul>
      <FaultAlert fault={linking.fault} />
    </section>
  );
}

/** For money the bank took back: the payment goes as returned on the day of the item. */
export function ReturnPart({ item, onDone }: RecordedPartProps) {
  const returning = useOnce('incoming.postReturn');
  const [chosen, setChosen] = useState<number | null>(null);
  const [reason, setReason] = useState('Returned by the bank');
  const [fee, setFee] = useState(false);
  const taken = item.recorded.find(({ entries }) => entries[0]?.entryId === chosen) ?? null;
  const give = async () => {
    if (chosen === null || reason.trim() === '') return;
    const result = await returning.run({
      incomingId: item.incomingId,
      entryId: chosen,
      reason,
      chargeFee: fee,
    });
    if (result.ok) onDone('The payment was taken back as returned', result.value.openCents);
  };
  if (item.recorded.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No payment of this sum stands in the ledger in the 180 days before. If the bank took back a deposit of
        another sum, take that payment back on its account; then set this item aside.
      </Text>
    );
  }
  return (
    <section aria-label="Which payment did the bank take back?">
      <h3 className="incoming-heading">Which payment did the bank take back?</h3>
      <Stack gap="sm">
        <ul className="incoming-recorded">
          {item.recorded.slice(0, 8).map((payment, index) => {
            const entryId = payment.entries[0]?.entryId ?? 0;
            return (
              <li key={entryId}>
                <button
                  type="button"
                  className="incoming-proposal"
                  aria-pressed={chosen === entryId}
                  data-proposal={index + 1}
                  onClick={() => setChosen(entryId)}
                >
                  <PaymentLine payment={payment} />
                </button>
              </li>
            );
          })}
        </ul>
        {taken === null ? null : (
          <>
            <Text size="sm">
              {formatDollars(taken.amountCents)} goes off again as of <DayText day={item.receivedOn} />, as if
              it had not been paid; interest runs on.
            </Text>
            <TextInput
              label="Reason"
              maxLength={200}
              autoComplete="off"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Checkbox
              label="Charge the fee for a returned payment, where the policy allows one"
              checked={fee}
              onChange={(event) => setFee(event.currentTarget.checked)}
            />
            <FaultAlert fault={returning.fault} />
            <Group justify="flex-end">
              <Button
                color="red.9"
                disabled={reason.trim() === ''}
                loading={returning.pending}
                onClick={() => void give()}
              >
                Take the payment back
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </section>
  );
}

function PaymentLine({ payment }: { readonly payment: RecordedPayment }) {
  return (
    <span className="incoming-payment">
      <span className="incoming-payment-head">
        <span>
          <DayText day={payment.receivedOn} />{' '}
          <strong>{[...new Set(payment.entries.map(({ debtorName }) => debtorName))].join(', ')}</strong>{' '}
          <span className="incoming-dim">
            {payment.entries.map(({ accountNumber }) => accountNumber).join(', ')}
            {payment.reference === '' ? '' : ` · ${payment.reference}`}
          </span>
        </span>
        <Money cents={payment.amountCents} />
      </span>
      <BecauseList because={payment.because} />
    </span>
  );
}
