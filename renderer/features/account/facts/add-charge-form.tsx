/** One more charge. A fee or a cost must name what allows it; without that it may not be asked for. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, SegmentedControl, SimpleGrid, Text } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { basisKinds } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { basisKindWords, entryKindWords } from '../../../../shared/text/labels.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ChoiceInput, DayInput, LineInput, optionsOf, SumInput } from '../forms/bound-fields.tsx';
import { fieldWords, optionalWords, typedCents, typedDay } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { takeBackEntry } from '../money/adjust-dialog.tsx';

const kinds = ['charge', 'fee', 'cost', 'interest'] as const;

const chargeFields = z.strictObject({
  kind: z.enum(kinds),
  amount: z.string().max(60),
  effectiveOn: z.string().max(60),
  dueOn: z.string().max(60),
  reference: z.string().max(300),
  basisKind: z.enum(basisKinds),
  basis: z.string().max(2000),
  memo: z.string().max(2000),
});

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
      basisKind: z.enum(basisKinds),
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
  const blank: z.input<Schema> = {
    kind: 'charge',
    amount: '',
    effectiveOn: showTypedDay(today),
    dueOn: showTypedDay(today),
    reference: '',
    basisKind: 'contract',
    basis: '',
    memo: '',
  };
  const form = useForm<z.input<Schema>, unknown, z.output<Schema>>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`charge:${account.accountId}`, form, chargeFields, blank);
  const add = useOnce('ledger.addCharge');
  const { control, setFocus } = form;
  useEffect(() => setFocus('amount'), [setFocus]);
  const kind = form.watch('kind');
  const submit = form.handleSubmit(async ({ amount, basisKind, basis, ...charge }) => {
    const plain = charge.kind === 'charge';
    const result = await add.run({
      accountId: account.accountId,
      amountCents: amount,
      ...charge,
      basisKind: plain ? null : basisKind,
      basis: plain ? '' : basis,
    });
    if (!result.ok) return;
    const { entryId, balanceCents } = result.value;
    draft.clear();
    onDone();
    showDone(
      `${entryKindWords[charge.kind]} of ${formatDollars(amount)} added. Balance ${formatDollars(balanceCents)}.`,
      {
        undo: () => void takeBackEntry(entryId),
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
        <SumInput control={control} name="amount" label="Amount" required />
        <DayInput control={control} name="effectiveOn" label="Of" required today={today} leaning="behind" />
        <DayInput control={control} name="dueOn" label="Due" required today={today} />
      </SimpleGrid>
      <LineInput control={control} name="reference" label="Invoice or reference" />
      {kind === 'charge' ? null : (
        <div className="money-basis">
          <ChoiceInput
            control={control}
            name="basisKind"
            label="Allowed by a"
            options={optionsOf(basisKinds, basisKindWords)}
          />
          <LineInput
            control={control}
            name="basis"
            label="What allows it"
            required
            placeholder="The clause, section or order itself"
          />
        </div>
      )}
      {kind === 'interest' ? (
        <Text size="xs" c="dimmed">
          For interest somebody else reckoned, such as a client’s figure at placement. Interest by terms is
          reckoned by itself.
        </Text>
      ) : null}
      <LineInput control={control} name="memo" label="Memo" />
      <FaultAlert fault={add.fault} />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          It can be taken back by an opposite entry.
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <SubmitButton pending={add.pending} disabled={!draft.ready}>
            Add {entryKindWords[kind].toLowerCase()}
          </SubmitButton>
        </Group>
      </Group>
    </form>
  );
}
