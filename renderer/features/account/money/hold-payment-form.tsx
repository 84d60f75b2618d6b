/** A check or authorisation dated ahead, as it came in. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, SimpleGrid } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Day } from '../../../../shared/domain/days.ts';
import { paymentMethods } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { paymentMethodWords } from '../../../../shared/text/labels.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ChoiceInput, DayInput, LineInput, optionsOf, SumInput } from '../forms/bound-fields.tsx';
import { optionalWords, typedCents, typedDay } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';

const typed = z.string().max(300);

const heldFields = z.strictObject({
  amount: typed,
  datedOn: typed,
  receivedOn: typed,
  method: z.enum(paymentMethods),
  reference: typed,
  memo: z.string().max(2000),
});
type HeldFields = z.output<typeof heldFields>;

function heldSchema(today: Day) {
  return z
    .strictObject({
      ...heldFields.shape,
      amount: typedCents(),
      datedOn: typedDay(today),
      receivedOn: typedDay(today, {
        leaning: 'behind',
        notAfter: { day: today, message: 'This day is still to come. Enter the day it came in.' },
      }),
      reference: optionalWords(80),
      memo: optionalWords(500),
    })
    .superRefine((held, context) => {
      if (held.datedOn > held.receivedOn) return;
      context.addIssue({
        code: 'custom',
        path: ['datedOn'],
        message:
          'It is not dated after the day it came in, so there is nothing to wait for. Record it as a payment.',
      });
    });
}

export type HoldPaymentFormProps = { readonly accountId: number; readonly today: Day; onDone(): void };

export function HoldPaymentForm({ accountId, today, onDone }: HoldPaymentFormProps) {
  const schema = useMemo(() => heldSchema(today), [today]);
  const blank: HeldFields = {
    amount: '',
    datedOn: '',
    receivedOn: showTypedDay(today),
    method: 'cheque',
    reference: '',
    memo: '',
  };
  const form = useForm<HeldFields, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`held:${accountId}`, form, heldFields, blank);
  const { control, setFocus } = form;
  const hold = useOnce('ledger.holdPayment');
  useEffect(() => setFocus('amount'), [setFocus]);
  const submit = form.handleSubmit(async ({ amount, ...held }) => {
    const result = await hold.run({ accountId, amountCents: amount, ...held });
    if (!result.ok) return;
    draft.clear();
    onDone();
    showDone(`${formatDollars(amount)} is held until ${dayWords(held.datedOn)}.`);
  });
  return (
    <form
      className="account-form money-inner-form"
      aria-label="Post-dated payment"
      noValidate
      onSubmit={submit}
      onKeyDown={submitOnPress(hold.pending)}
      onChange={hold.forget}
    >
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
        <SumInput control={control} name="amount" label="Held amount" required />
        <DayInput control={control} name="datedOn" label="Dated" required today={today} />
        <DayInput
          control={control}
          name="receivedOn"
          label="Came in on"
          required
          today={today}
          leaning="behind"
        />
        <ChoiceInput
          control={control}
          name="method"
          label="Kind of payment"
          options={optionsOf(paymentMethods, paymentMethodWords)}
        />
        <LineInput control={control} name="reference" label="Number on it" />
        <LineInput control={control} name="memo" label="Remark" />
      </SimpleGrid>
      <FaultAlert fault={hold.fault} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <SubmitButton pending={hold.pending} disabled={!draft.ready}>
          Hold it
        </SubmitButton>
      </Group>
    </form>
  );
}
