/**
 * The promises of an account: what was promised and what became of it, and a form for a new one that did not come out of
 * a call. What became of a promise is derived from the payments; by hand it can only be cancelled, with the reason.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Group, Loader, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleMinus,
  IconClock,
} from '@tabler/icons-react';
import { type ComponentType, useMemo, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { PromiseFacts } from '../../../../shared/contract/plans.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { paymentMethods } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { paymentMethodWords, promiseStateWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { blankPromise, promiseFields, promiseSchema } from './promise-form.ts';

export type PromiseViewProps = { readonly account: AccountFacts; readonly today: Day };

export function PromiseView({ account, today }: PromiseViewProps) {
  const answer = useCall('promises.list', { accountId: account.accountId });
  const [cancelling, setCancelling] = useState<PromiseFacts | null>(null);
  return (
    <div className="account-stack">
      {account.closedAt === null && account.balance.balanceCents > 0 ? (
        <NewPromise account={account} today={today} />
      ) : null}
      <section aria-label="Promises of this account">
        <h2 className="account-group-title">Promises of this account</h2>
        {answer.error ? <FaultAlert fault={answer.error.fault} /> : null}
        {answer.isPending ? <Loader size="sm" role="status" aria-label="Loading the promises" /> : null}
        {answer.data?.promises.length === 0 ? (
          <Text size="sm" c="dimmed">
            None yet. A promise made on a call comes from the Call panel.
          </Text>
        ) : null}
        <ul className="plan-rows">
          {(answer.data?.promises ?? []).map((promise) => (
            <PromiseItem
              key={promise.promiseId}
              promise={promise}
              today={today}
              onCancel={() => setCancelling(promise)}
            />
          ))}
        </ul>
      </section>
      {cancelling ? <CancelPromise promise={cancelling} onClose={() => setCancelling(null)} /> : null}
    </div>
  );
}

const stateIcons: Readonly<Record<PromiseFacts['state'], ComponentType<{ size?: number }>>> = {
  open: IconClock,
  kept: IconCircleCheck,
  partly_kept: IconCircleHalf2,
  broken: IconAlertTriangle,
  cancelled: IconCircleMinus,
};

type PromiseItemProps = { readonly promise: PromiseFacts; readonly today: Day; onCancel(): void };

function PromiseItem({ promise, today, onCancel }: PromiseItemProps) {
  const { state, receivedCents, amountCents } = promise;
  const Icon = stateIcons[state];
  const how = [promise.payer, promise.method === null ? '' : paymentMethodWords[promise.method]]
    .filter((words) => words !== '')
    .join(', ');
  return (
    <li className="plan-row">
      <div className="plan-row-head">
        <Money cents={amountCents} />
        <span>
          by <DayText day={promise.dueOn} today={state === 'open' ? today : undefined} />
        </span>
        <span className="account-state" data-state={state}>
          <span aria-hidden className="account-state-icon">
            <Icon size={14} />
          </span>
          {promiseStateWords[state]}
        </span>
      </div>
      <div className="plan-row-detail">
        Made <DayText day={promise.madeOn} />
        {how === '' ? '' : `; ${how}`}
        {receivedCents > 0 && receivedCents < amountCents ? `; ${formatDollars(receivedCents)} received` : ''}
        {state === 'open' && promise.graceEndsOn > promise.dueOn
          ? `; counts until ${dayWords(promise.graceEndsOn)}`
          : ''}
        {promise.cancelledReason === null ? '' : `; ${promise.cancelledReason}`}
      </div>
      {state === 'open' ? (
        <button
          type="button"
          className="account-link"
          aria-label={`Cancel the promise of ${formatDollars(amountCents)} by ${dayWords(promise.dueOn)}`}
          onClick={onCancel}
        >
          Cancel…
        </button>
      ) : null}
    </li>
  );
}

function NewPromise({ account, today }: PromiseViewProps) {
  const { accountId } = account;
  const { balanceCents } = account.balance;
  const schema = useMemo(() => promiseSchema(today), [today]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: blankPromise });
  const draft = useFormDraft(`promise:${accountId}`, form, promiseFields, blankPromise);
  const record = useOnce('promises.record');
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (promise) => {
    const result = await record.run({ accountId, ...promise });
    if (!result.ok) return;
    draft.clear();
    showDone(`Promise of ${formatDollars(promise.amountCents)} by ${dayWords(promise.dueOn)} recorded.`);
  });
  return (
    <form
      className="account-form"
      noValidate
      onSubmit={submit}
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
              label="Promised sum"
              required
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.amount?.message}
              description={`Balance ${formatDollars(balanceCents)}`}
            />
          )}
        />
        <Controller
          control={form.control}
          name="dueOn"
          render={({ field }) => (
            <DayField
              inputRef={field.ref}
              label="Paid by"
              required
              today={today}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.dueOn?.message}
            />
          )}
        />
        <TextInput
          label="Who will pay"
          placeholder={account.debtor.name}
          autoComplete="off"
          error={errors.payer?.message}
          {...form.register('payer')}
        />
        <NativeSelect
          label="How"
          data={[
            { value: '', label: 'Not said' },
            ...paymentMethods.map((method) => ({ value: method, label: paymentMethodWords[method] })),
          ]}
          {...form.register('method')}
        />
      </SimpleGrid>
      <FaultAlert fault={record.fault} />
      <Group justify="flex-end">
        <SubmitButton
          pending={record.pending}
          disabled={!draft.ready}
          rightSection={<KeyHint keys="Mod+Enter" />}
        >
          Record promise
        </SubmitButton>
      </Group>
    </form>
  );
}

function CancelPromise({ promise, onClose }: { readonly promise: PromiseFacts; onClose(): void }) {
  const cancel = useOnce('promises.cancel');
  return (
    <ReasonDialog
      title="Cancel this promise?"
      confirmLabel="Cancel promise"
      suggestions={['Replaced by a plan', 'Debtor took it back', 'Entered by mistake']}
      dangerous
      pending={cancel.pending}
      fault={cancel.fault}
      onClose={onClose}
      onConfirm={async (reason) => {
        const result = await cancel.run({ promiseId: promise.promiseId, reason });
        if (result.ok) showDone('Promise cancelled.');
        return result;
      }}
    >
      {formatDollars(promise.amountCents)} by {dayWords(promise.dueOn)}. It no longer comes up in Today and
      will count neither as kept nor as broken. It stays in the history with the reason.
    </ReasonDialog>
  );
}
