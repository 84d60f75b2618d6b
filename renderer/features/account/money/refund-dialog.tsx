/** Gives waiting credit back to who paid too much. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, SimpleGrid } from '@mantine/core';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { paymentMethods } from '../../../../shared/domain/ledger.ts';
import { formatCents, formatDollars } from '../../../../shared/domain/money.ts';
import { paymentMethodWords } from '../../../../shared/text/labels.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ChoiceInput, DayInput, LineInput, optionsOf, SumInput } from '../forms/bound-fields.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { takeBackEntry } from './adjust-dialog.tsx';
import { refundFields, refundSchema } from './adjust-fields.ts';

export type RefundDialogProps = { readonly account: AccountFacts; readonly today: Day; onClose(): void };

export function RefundDialog({ account, today, onClose }: RefundDialogProps) {
  const { accountId, unappliedCents } = account;
  const schema = useMemo(() => refundSchema(today), [today]);
  const blank: z.output<typeof refundFields> = {
    amount: formatCents(unappliedCents),
    effectiveOn: showTypedDay(today),
    method: 'cheque',
    reference: '',
    reason: '',
  };
  const form = useForm<z.output<typeof refundFields>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`refund:${accountId}`, form, refundFields, blank);
  const { control } = form;
  const refund = useOnce('ledger.refund');
  const submit = form.handleSubmit(async ({ amount, ...fields }) => {
    const result = await refund.run({ accountId, amountCents: amount, ...fields });
    if (!result.ok) return;
    draft.clear();
    onClose();
    const { entryId, balanceCents } = result.value;
    showDone(`Refund of ${formatDollars(amount)} posted. Balance ${formatDollars(balanceCents)}.`, {
      undo: () => void takeBackEntry(entryId),
    });
  });
  return (
    <Dialog onClose={onClose} title="Refund credit" size="md">
      <form
        className="account-form"
        noValidate
        onSubmit={submit}
        onKeyDown={submitOnPress(refund.pending)}
        onChange={refund.forget}
      >
        <p className="money-rule">{formatDollars(unappliedCents)} came in that no charge could take.</p>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
          <SumInput control={control} name="amount" label="Amount" required />
          <DayInput
            control={control}
            name="effectiveOn"
            label="Given back on"
            required
            today={today}
            leaning="behind"
          />
          <ChoiceInput
            control={control}
            name="method"
            label="How it is paid"
            options={optionsOf(paymentMethods, paymentMethodWords)}
          />
          <LineInput control={control} name="reference" label="Check or transaction number" />
        </SimpleGrid>
        <LineInput control={control} name="reason" label="Reason" required />
        <FaultAlert fault={refund.fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <SubmitButton pending={refund.pending} disabled={!draft.ready}>
            Refund
          </SubmitButton>
        </Group>
      </form>
    </Dialog>
  );
}
