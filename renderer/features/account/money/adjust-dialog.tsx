/** A sum forgiven, moved or written off: each kind by its own name, with its reason and who allowed it. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, SegmentedControl, SimpleGrid } from '@mantine/core';
import { useMemo } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { type AdjustmentKind, adjustmentKinds, componentNames } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { componentWords, entryKindWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { ChoiceInput, DayInput, LineInput, optionsOf, SumInput } from '../forms/bound-fields.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { parseTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { type AdjustFields, adjustFields, adjustSchema, blankAdjustment } from './adjust-fields.ts';
import { within } from './day-steps.ts';
import { useSettled } from './use-settled.ts';

/** What each kind means, for who does not enter one every day. */
const kindSentences: Readonly<Record<AdjustmentKind, string>> = {
  credit: 'Takes off what was charged too much or returned.',
  discount: 'Takes off what the client gives up, for example for paying early.',
  adjustment: 'Puts a part of the balance right, up or down.',
  settlement: 'Takes off what a settlement leaves unpaid.',
  write_off: 'Takes all that is owed off the active book. Money that comes in later counts as a recovery.',
};

export type AdjustDialogProps = { readonly account: AccountFacts; readonly today: Day; onClose(): void };

export function AdjustDialog({ account, today, onClose }: AdjustDialogProps) {
  const { accountId } = account;
  const schema = useMemo(() => adjustSchema(today), [today]);
  const blank = blankAdjustment(today);
  const form = useForm<AdjustFields, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`adjust:${accountId}`, form, adjustFields, blank);
  const { control } = form;
  const adjust = useOnce('ledger.adjust');
  const { kind, direction, effectiveOn } = useWatch({ control }) as AdjustFields;
  const read = parseTypedDay(effectiveOn, today, 'behind');
  const asOf = useSettled(read.ok ? within(read.value) : today);
  const owed = useCall('ledger.explain', { accountId, asOf, knownOn: null }, { keepPrevious: true });
  const name = entryKindWords[kind];
  const submit = form.handleSubmit(async (fields) => {
    const result = await adjust.run({ accountId, ...fields });
    if (!result.ok) return;
    draft.clear();
    onClose();
    const { entryId, effect } = result.value;
    showDone(
      `${name} of ${formatDollars(Math.abs(effect.balanceCents - effect.balanceBeforeCents))} posted. Balance ${formatDollars(effect.balanceCents)}.`,
      { undo: () => void takeBackEntry(entryId) },
    );
  });
  return (
    <Dialog onClose={onClose} title="Adjust or write off" size="min(680px, 96vw)">
      <form
        className="account-form"
        noValidate
        onSubmit={submit}
        onKeyDown={submitOnPress(adjust.pending)}
        onChange={adjust.forget}
      >
        <SegmentedControl
          aria-label="Kind"
          value={kind}
          onChange={(value) => form.setValue('kind', value as AdjustmentKind, { shouldDirty: true })}
          data={optionsOf(adjustmentKinds, entryKindWords)}
        />
        <p className="money-rule">{kindSentences[kind]}</p>
        <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs">
          {kind === 'write_off' ? (
            <div className="money-all" role="status">
              <span className="account-balance-name">All that is owed that day</span>
              <Money cents={owed.data?.totalCents ?? null} />
            </div>
          ) : (
            <SumInput control={control} name="amount" label="Amount" required />
          )}
          <DayInput
            control={control}
            name="effectiveOn"
            label="Counts from"
            required
            today={today}
            leaning="behind"
          />
          {kind === 'write_off' ? null : (
            <ChoiceInput
              control={control}
              name="component"
              label="Of"
              required={kind === 'adjustment' && direction === 'up'}
              options={[
                { value: '', label: 'by the account’s order' },
                ...optionsOf(componentNames, componentWords),
              ]}
            />
          )}
          {kind === 'adjustment' ? (
            <ChoiceInput
              control={control}
              name="direction"
              label="Balance goes"
              options={[
                { value: 'down', label: 'down' },
                { value: 'up', label: 'up' },
              ]}
            />
          ) : null}
        </SimpleGrid>
        <LineInput control={control} name="reason" label="Reason" required />
        <LineInput control={control} name="allowedBy" label="Allowed by" required placeholder="Who said so" />
        <FaultAlert fault={adjust.fault ?? owed.error?.fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <SubmitButton
            pending={adjust.pending}
            disabled={!draft.ready}
            {...(kind === 'write_off' ? { color: 'red.9' } : {})}
          >
            {kind === 'write_off' ? 'Write off' : `Post ${name.toLowerCase()}`}
          </SubmitButton>
        </Group>
      </form>
    </Dialog>
  );
}

/** Takes an entry back that was just made. */
export async function takeBackEntry(entryId: number): Promise<void> {
  const result = await act('ledger.reverse', { entryId, reason: 'Entered by mistake' });
  if (result.ok) showDone(`Taken back. Balance ${formatDollars(result.value.balanceCents)}.`);
  else showFault(result.error);
}
