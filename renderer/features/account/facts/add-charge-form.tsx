/** One more charge. A fee or a cost must name what allows it; without that it may not be asked for. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, SegmentedControl, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { entryKindWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { fieldWords, optionalWords, typedCents, typedDay } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { useOnce } from '../forms/use-once.ts';

const kinds = ['charge', 'fee', 'cost'] as const;

function chargeSchema(today: Day) {
  return z
    .strictObject({
      kind: z.enum(kinds),
      amount: typedCents(),
      effectiveOn: typedDay(today, {
        leaning: 'behind',
        notAfter: { day: today, message: 'This day is still to come. Enter the day the charge arose.' },
      }),
      dueOn: typedDay(today),
      reference: optionalWords(80),
      basis: optionalWords(300),
      memo: optionalWords(500),
    })
    .superRefine((charge, context) => {
      if (charge.kind === 'charge' || charge.basis !== '') return;
      const message = fieldWords({ code: 'entry.needs_basis', params: { kind: charge.kind } });
      context.addIssue({ code: 'custom', path: ['basis'], message });
    });
}

export type AddChargeFormProps = { readonly account: AccountFacts; readonly today: Day; onDone(): void };

export function AddChargeForm({ account, today, onDone }: AddChargeFormProps) {
  const schema = useMemo(() => chargeSchema(today), [today]);
  type Schema = ReturnType<typeof chargeSchema>;
  const form = useForm<z.input<Schema>, unknown, z.output<Schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      kind: 'charge',
      amount: '',
      effectiveOn: showTypedDay(today),
      dueOn: showTypedDay(today),
      reference: '',
      basis: '',
      memo: '',
    },
  });
  const add = useOnce('ledger.addCharge');
  const { setFocus } = form;
  useEffect(() => setFocus('amount'), [setFocus]);
  const { errors } = form.formState;
  const kind = form.watch('kind');
  const submit = form.handleSubmit(async ({ amount, ...charge }) => {
    const result = await add.run({ accountId: account.accountId, amountCents: amount, ...charge });
    if (!result.ok) return;
    const { entryId, balanceCents } = result.value;
    onDone();
    showDone(
      `${entryKindWords[charge.kind]} of ${formatDollars(amount)} added. Balance ${formatDollars(balanceCents)}.`,
      {
        undo: () => void takeBack(entryId),
      },
    );
  });
  return (
    <form
      className="account-form account-add-charge"
      noValidate
      onSubmit={submit}
      onKeyDown={submitOnPress(add.pending)}
      onChange={add.forget}
    >
      <Controller
        control={form.control}
        name="kind"
        render={({ field }) => (
          <SegmentedControl
            aria-label="What is added"
            value={field.value}
            onChange={field.onChange}
            data={kinds.map((one) => ({ value: one, label: entryKindWords[one] }))}
          />
        )}
      />
      <SimpleGrid cols={3} spacing="xs">
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
              error={errors.amount?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="effectiveOn"
          render={({ field }) => (
            <DayField
              inputRef={field.ref}
              label="Of"
              required
              today={today}
              leaning="behind"
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.effectiveOn?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="dueOn"
          render={({ field }) => (
            <DayField
              inputRef={field.ref}
              label="Due"
              required
              today={today}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.dueOn?.message}
            />
          )}
        />
      </SimpleGrid>
      <TextInput
        label="Invoice or reference"
        autoComplete="off"
        error={errors.reference?.message}
        {...form.register('reference')}
      />
      {kind === 'charge' ? null : (
        <TextInput
          label="What allows it"
          withAsterisk
          placeholder="The clause, statute or order"
          autoComplete="off"
          error={errors.basis?.message}
          {...form.register('basis')}
        />
      )}
      <TextInput label="Memo" autoComplete="off" error={errors.memo?.message} {...form.register('memo')} />
      <FaultAlert fault={add.fault} />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          It can be taken back by an opposite entry.
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <SubmitButton pending={add.pending}>Add {entryKindWords[kind].toLowerCase()}</SubmitButton>
        </Group>
      </Group>
    </form>
  );
}

async function takeBack(entryId: number): Promise<void> {
  const result = await act('ledger.reverse', { entryId, reason: 'Entered by mistake' });
  if (result.ok) showDone(`Taken back. Balance ${formatDollars(result.value.balanceCents)}.`);
  else showFault(result.error);
}
