/**
 * Taking a whole payment back, over all its accounts: because it was entered by mistake, or because the bank returned it. A
 * returned one costs the fee the policy allows, where it allows one.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayInput } from '../forms/bound-fields.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { requiredLine, typedDay } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { showTypedDay } from '../forms/typed-day.ts';

const reasons = {
  mistake: ['Entered by mistake', 'Wrong account', 'Wrong sum'],
  returned: ['Insufficient funds', 'Account closed', 'Payment stopped', 'No such account', 'Not authorized'],
} as const;

function takeBackSchema(today: Day, effectiveOn: Day) {
  return z.strictObject({
    why: z.enum(['mistake', 'returned']),
    reason: requiredLine(300, 'Type the reason; it is kept with the account.'),
    returnedOn: typedDay(today, {
      leaning: 'behind',
      notAfter: { day: today, message: 'This day is still to come.' },
      notBefore: { day: effectiveOn, message: 'A payment cannot be returned before the day it counts from.' },
    }),
    chargeFee: z.boolean(),
  });
}

export type TakeBackPaymentProps = {
  readonly accountId: number;
  readonly entryId: number;
  /** Of this account's share; below nothing. */
  readonly amountCents: number;
  readonly effectiveOn: Day;
  readonly words: string;
  readonly today: Day;
  onClose(): void;
};

export function TakeBackPayment(props: TakeBackPaymentProps) {
  const { accountId, entryId, amountCents, effectiveOn, today, onClose } = props;
  const schema = useMemo(() => takeBackSchema(today, effectiveOn), [today, effectiveOn]);
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { why: 'mistake', reason: '', returnedOn: showTypedDay(today), chargeFee: true },
  });
  const terms = useCall('ledger.terms', { accountId });
  const takeBack = useOnce('ledger.takeBackPayment');
  const { why, chargeFee } = useWatch({ control: form.control });
  const feeCents = terms.data?.returnedFeeCents ?? null;
  const returned = why === 'returned';
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (fields) => {
    const result = await takeBack.run({
      entryId,
      reason: fields.reason,
      returned: returned ? { on: fields.returnedOn, chargeFee: feeCents !== null && fields.chargeFee } : null,
    });
    if (!result.ok) return;
    onClose();
    const { effects, feeEntryId } = result.value;
    const own = effects.find((effect) => effect.accountId === accountId) ?? effects[0];
    const fee = feeEntryId === null || feeCents === null ? '' : ` Fee of ${formatDollars(feeCents)} added.`;
    showDone(`Taken back.${own ? ` Balance ${formatDollars(own.balanceCents)}.` : ''}${fee}`);
  });
  return (
    <Dialog onClose={onClose} title={`Take back this ${props.words.toLowerCase()}?`} size="md">
      <form
        className="account-form"
        noValidate
        onSubmit={submit}
        onKeyDown={submitOnPress(takeBack.pending)}
        onChange={takeBack.forget}
      >
        <Controller
          control={form.control}
          name="why"
          render={({ field }) => (
            <SegmentedControl
              aria-label="Why it is taken back"
              value={field.value}
              onChange={(value) => {
                field.onChange(value);
                form.setValue('reason', '');
                form.clearErrors();
              }}
              data={[
                { value: 'mistake', label: 'A mistake of ours' },
                { value: 'returned', label: 'Returned by the bank' },
              ]}
            />
          )}
        />
        <Text size="sm">
          An opposite entry of {formatDollars(-amountCents)} is added; this one stays in the ledger, marked as
          taken back. Interest is reckoned again as if the money had never come. Shares of it on other
          accounts are taken back with it.
        </Text>
        {returned ? (
          <DayInput
            control={form.control}
            name="returnedOn"
            label="Returned on"
            required
            today={today}
            leaning="behind"
          />
        ) : null}
        <TextInput
          label="Reason"
          withAsterisk
          data-autofocus
          autoComplete="off"
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <Group gap={6}>
          {reasons[returned ? 'returned' : 'mistake'].map((reason) => (
            <Button
              key={reason}
              size="compact-xs"
              variant="default"
              onClick={() => form.setValue('reason', reason, { shouldValidate: true })}
            >
              {reason}
            </Button>
          ))}
        </Group>
        {returned && terms.data ? (
          feeCents === null ? (
            <Text size="xs" c="dimmed">
              No fee: neither the client’s nor the house’s policy allows one.
            </Text>
          ) : (
            <Checkbox
              label={`Charge the fee of ${formatDollars(feeCents)} for a returned payment`}
              description={terms.data.returnedFeeBasis}
              checked={chargeFee === true}
              onChange={(event) => form.setValue('chargeFee', event.currentTarget.checked)}
            />
          )
        ) : null}
        <FaultAlert fault={takeBack.fault ?? terms.error?.fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep it as it is
          </Button>
          <SubmitButton color="red.9" pending={takeBack.pending}>
            Take it back
          </SubmitButton>
        </Group>
      </form>
    </Dialog>
  );
}
