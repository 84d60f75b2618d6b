/**
 * Recording money that came in. Before anything is posted the panel shows which charges it pays and the
 * balance after; afterwards the message offers to take it back, by an opposite entry.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox, Group, NativeSelect, SimpleGrid, Table, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { paymentMethods } from '../../../../shared/domain/ledger.ts';
import { formatDollars, parseMoney } from '../../../../shared/domain/money.ts';
import { paymentMethodWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { useOnce } from '../forms/use-once.ts';
import { blankPayment, paymentFields, paymentSchema } from './payment-form.ts';
import { type Charge, previewPayment } from './payment-preview.ts';

export type PaymentPanelProps = {
  readonly account: AccountFacts;
  readonly today: Day;
};

export function PaymentPanel({ account, today }: PaymentPanelProps) {
  const { accountId, openedOn } = account;
  const { balanceCents } = account.balance;
  const charges = useCall('ledger.charges', { accountId });
  const record = useOnce('ledger.recordPayment');
  const schema = useMemo(() => paymentSchema(today, openedOn, balanceCents), [today, openedOn, balanceCents]);
  const blank = blankPayment(today);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: blank });
  const draft = useFormDraft(`payment:${accountId}`, form, paymentFields, blank);
  const { errors } = form.formState;
  const amount = useWatch({ control: form.control, name: 'amount' });
  const sum = parseMoney(amount);
  const amountCents = sum.ok && sum.value > 0 ? sum.value : null;

  const submit = form.handleSubmit(async (payment) => {
    const result = await record.run({
      accountId,
      amountCents: payment.amount,
      receivedOn: payment.receivedOn,
      method: payment.method,
      reference: payment.reference,
      memo: payment.memo,
      allowOverpayment: payment.allowOverpayment,
    });
    if (!result.ok) return;
    draft.clear();
    const { entryId, balanceCents: after } = result.value;
    showDone(`Payment of ${formatDollars(payment.amount)} recorded. Balance ${formatDollars(after)}.`, {
      undo: () => void takeBack(entryId),
    });
  });

  return (
    <form
      className="account-form"
      onSubmit={submit}
      noValidate
      onKeyDown={submitOnPress(record.pending)}
      onChange={record.forget}
    >
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
        <Controller
          control={form.control}
          name="amount"
          render={({ field }) => (
            <MoneyField
              inputRef={field.ref}
              label="Amount"
              required
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              first
              error={errors.amount?.message}
              description={
                balanceCents > 0 ? (
                  <button
                    type="button"
                    className="account-link"
                    onClick={() =>
                      form.setValue('amount', formatDollars(balanceCents).slice(1), { shouldDirty: true })
                    }
                  >
                    The whole balance
                  </button>
                ) : (
                  'Nothing is owed'
                )
              }
            />
          )}
        />
        <Controller
          control={form.control}
          name="receivedOn"
          render={({ field }) => (
            <DayField
              inputRef={field.ref}
              label="Received on"
              required
              today={today}
              leaning="behind"
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.receivedOn?.message}
            />
          )}
        />
        <NativeSelect
          label="How it was paid"
          data={paymentMethods.map((method) => ({ value: method, label: paymentMethodWords[method] }))}
          {...form.register('method')}
        />
        <TextInput
          label="Check or receipt number"
          autoComplete="off"
          error={errors.reference?.message}
          {...form.register('reference')}
        />
      </SimpleGrid>
      <TextInput label="Memo" autoComplete="off" error={errors.memo?.message} {...form.register('memo')} />
      <PreviewTable
        charges={charges.data?.charges ?? []}
        amountCents={amountCents}
        balanceCents={balanceCents}
      />
      {amountCents !== null && amountCents > Math.max(0, balanceCents) ? (
        <Checkbox
          label={`Take in ${formatDollars(amountCents - Math.max(0, balanceCents))} more than is owed and keep it as credit`}
          error={errors.allowOverpayment?.message}
          {...form.register('allowOverpayment')}
        />
      ) : null}
      <FaultAlert fault={record.fault ?? charges.error?.fault} />
      <Group justify="flex-end">
        <SubmitButton
          pending={record.pending}
          disabled={!draft.ready}
          rightSection={<KeyHint keys="Mod+Enter" />}
        >
          {amountCents === null ? 'Record payment' : `Record ${formatDollars(amountCents)}`}
        </SubmitButton>
      </Group>
    </form>
  );
}

/** Takes a payment back that was just entered; the ledger keeps both entries. */
async function takeBack(entryId: number): Promise<void> {
  const result = await act('ledger.reverse', { entryId, reason: 'Entered by mistake' });
  if (result.ok) showDone(`Payment taken back. Balance ${formatDollars(result.value.balanceCents)}.`);
  else showFault(result.error);
}

type PreviewTableProps = {
  readonly charges: readonly Charge[];
  readonly amountCents: number | null;
  readonly balanceCents: number;
};

/** The most lines shown; a payment over more charges than that says how many more. */
const mostLines = 6;

function PreviewTable({ charges, amountCents, balanceCents }: PreviewTableProps) {
  if (amountCents === null) {
    return (
      <Text size="xs" c="dimmed" className="account-preview-hint">
        Type the amount to see which charges it pays, oldest due first, and the balance after.
      </Text>
    );
  }
  const preview = previewPayment(charges, amountCents, balanceCents);
  const hidden = preview.lines.length - mostLines;
  return (
    <Table className="account-preview" aria-label="What this payment will do">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Pays</Table.Th>
          <Table.Th>Due</Table.Th>
          <Table.Th ta="right">Paid</Table.Th>
          <Table.Th ta="right">Still open</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {preview.lines.slice(0, mostLines).map((line) => (
          <Table.Tr key={line.entryId}>
            <Table.Td className="account-cut">{line.reference === '' ? 'Charge' : line.reference}</Table.Td>
            <Table.Td>
              <DayText day={line.dueOn} />
            </Table.Td>
            <Table.Td ta="right">
              <Money cents={line.cents} sign={false} />
            </Table.Td>
            <Table.Td ta="right">
              <Money cents={line.stillOpenCents} sign={false} />
            </Table.Td>
          </Table.Tr>
        ))}
        {hidden > 0 ? (
          <Table.Tr>
            <Table.Td colSpan={4} c="dimmed">
              and {hidden} more {hidden === 1 ? 'charge' : 'charges'}
            </Table.Td>
          </Table.Tr>
        ) : null}
        {preview.unappliedCents > 0 ? (
          <Table.Tr>
            <Table.Td colSpan={2}>Kept as credit</Table.Td>
            <Table.Td ta="right">
              <Money cents={preview.unappliedCents} sign={false} />
            </Table.Td>
            <Table.Td />
          </Table.Tr>
        ) : null}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th colSpan={3}>Balance after</Table.Th>
          <Table.Th ta="right">
            <Money cents={preview.balanceAfterCents} />
          </Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
