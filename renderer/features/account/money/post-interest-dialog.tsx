/** Posts the interest accrued up to a day, for a notice or a statement that names a fixed figure. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayInput, LineInput } from '../forms/bound-fields.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { parseTypedDay, showTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { postingFields, postingSchema } from './adjust-fields.ts';
import { within } from './day-steps.ts';
import { useSettled } from './use-settled.ts';

export type PostInterestDialogProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  onClose(): void;
};

export function PostInterestDialog({ account, today, onClose }: PostInterestDialogProps) {
  const { accountId } = account;
  const schema = useMemo(() => postingSchema(today), [today]);
  const blank: z.output<typeof postingFields> = { on: showTypedDay(today), reason: '' };
  const form = useForm<z.output<typeof postingFields>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`posting:${accountId}`, form, postingFields, blank);
  const { control } = form;
  const post = useOnce('ledger.postInterest');
  const on = useWatch({ control, name: 'on' });
  const read = parseTypedDay(on, today, 'behind');
  const asOf = useSettled(read.ok ? within(read.value) : today);
  const accrued = useCall('ledger.explain', { accountId, asOf, knownOn: null }, { keepPrevious: true });
  const submit = form.handleSubmit(async (fields) => {
    const result = await post.run({ accountId, ...fields });
    if (!result.ok) return;
    draft.clear();
    onClose();
    const { balanceCents } = result.value.effect;
    showDone(`Interest posted to ${dayWords(fields.on)}. Balance ${formatDollars(balanceCents)}.`);
  });
  return (
    <Dialog onClose={onClose} title="Post interest" size="md">
      <form
        className="account-form"
        noValidate
        onSubmit={submit}
        onKeyDown={submitOnPress(post.pending)}
        onChange={post.forget}
      >
        <p className="money-rule">
          Interest is posted by itself with every payment. Post it by hand where a paper has to name a fixed
          figure; the day’s fraction of a cent is rounded then.
        </p>
        <DayInput control={control} name="on" label="Up to" required today={today} leaning="behind" />
        <div className="money-quote" role="status">
          <div className="account-balance-name">Accrued by {dayWords(asOf)}, not posted yet</div>
          <Money cents={accrued.data?.unpostedCents ?? null} />
        </div>
        <LineInput control={control} name="reason" label="What for" required />
        <FaultAlert fault={post.fault ?? accrued.error?.fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <SubmitButton pending={post.pending} disabled={!draft.ready}>
            Post interest
          </SubmitButton>
        </Group>
      </form>
    </Dialog>
  );
}
