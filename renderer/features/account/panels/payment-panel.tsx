/**
 * Recording money that came in. While it is typed the book is asked what it would do: interest posted first, what it pays
 * by which rule, the balance after, and what an earlier day changes. Afterwards it can be taken back, by an opposite entry.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Group, SimpleGrid, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { paymentMethods } from '../../../../shared/domain/ledger.ts';
import { formatCents, formatDollars, parseMoney } from '../../../../shared/domain/money.ts';
import { paymentMethodWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { usePaper } from '../../../bridge/papers.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { ChoiceInput, DayInput, LineInput, optionsOf, SumInput } from '../forms/bound-fields.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { EffectView } from '../money/effect-view.tsx';
import { HeldList } from '../money/held-list.tsx';
import { useSettled } from '../money/use-settled.ts';
import { DirectionFields } from './payment-direction.tsx';
import { blankPayment, type PaymentFields, paymentFields, paymentSchema } from './payment-form.ts';
import { PaymentShares } from './payment-shares.tsx';
import type { OwingAccount } from './split-payment.ts';

export type PaymentPanelProps = {
  readonly account: AccountFacts;
  readonly today: Day;
};

export function PaymentPanel({ account, today }: PaymentPanelProps) {
  return (
    <div className="account-stack">
      <PaymentForm account={account} today={today} />
      <HeldList accountId={account.accountId} today={today} />
    </div>
  );
}

function PaymentForm({ account, today }: PaymentPanelProps) {
  const { accountId, openedOn } = account;
  const paper = usePaper();
  const record = useOnce('ledger.recordPayment');
  const owing = useMemo(() => owingAccounts(account), [account]);
  const disputed = owing[0]?.disputed ?? false;
  const schema = useMemo(
    () => paymentSchema(today, { accountId, openedOn, disputed }),
    [today, accountId, openedOn, disputed],
  );
  const blank = blankPayment(today);
  const form = useForm<PaymentFields, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`payment:${accountId}`, form, paymentFields, blank);
  const { control, setValue } = form;
  const { errors } = form.formState;
  const [last, setLast] = useState<{ receiptId: number; words: string } | null>(null);
  const fields = useWatch({ control }) as PaymentFields;
  const sum = parseMoney(fields.amount);
  const amountCents = sum.ok && sum.value > 0 ? sum.value : null;
  const owed = useCall('ledger.explain', { accountId, asOf: today });
  const owedCents = owed.data?.totalCents ?? account.balance.balanceCents;
  const preview = usePreview(schema, fields);
  const askOver = preview.over || record.fault?.code === 'payment.exceeds_balance';
  const directed = fields.direction !== 'none';
  const others = owing.length > 1;

  const takeIn = (payment: InputOf<'ledger.recordPayment'>) =>
    record.run(payment).then((result) => {
      if (!result.ok) {
        // The box lies below what the payment does, often out of sight; the focus brings it there.
        if (result.error.code === 'payment.exceeds_balance')
          setTimeout(() => form.setFocus('allowOverpayment'));
        return;
      }
      draft.clear();
      const { receiptId, entries } = result.value;
      const own = entries.find((entry) => entry.effect.accountId === accountId) ?? entries[0];
      if (!own) return;
      const paidCents = payment.shares.reduce((total, share) => total + share.amountCents, 0);
      const words = `Payment of ${formatDollars(paidCents)} recorded.`;
      setLast({ receiptId, words });
      showDone(`${words} Balance ${formatDollars(own.effect.balanceCents)}.`, {
        undo: () => void takeBack(own.entryId).then((done) => done && setLast(null)),
        also: { label: 'Print receipt', press: () => paper({ paper: 'receipt', receiptId }) },
      });
    });
  const submit = form.handleSubmit(takeIn);

  return (
    <form
      className="account-form"
      onSubmit={submit}
      noValidate
      onKeyDown={submitOnPress(record.pending)}
      onChange={record.forget}
    >
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
        <SumInput
          control={control}
          name="amount"
          label="Amount"
          required
          first
          description={
            owedCents > 0 ? (
              <button
                type="button"
                className="account-link"
                onClick={() => setValue('amount', formatCents(owedCents), { shouldDirty: true })}
              >
                All that is owed today, {formatDollars(owedCents)}
              </button>
            ) : (
              'Nothing is owed'
            )
          }
        />
        <DayInput
          control={control}
          name="receivedOn"
          label="Received on"
          required
          today={today}
          leaning="behind"
        />
        {fields.otherDay ? (
          <>
            <DayInput
              control={control}
              name="effectiveOn"
              label="Counts from"
              required
              today={today}
              leaning="behind"
            />
            <div className="money-aside">
              <Text size="xs" c="dimmed">
                Interest stops on the money from that day.
              </Text>
              <button
                type="button"
                className="account-link"
                onClick={() => {
                  setValue('otherDay', false, { shouldDirty: true });
                  setValue('effectiveOn', '', { shouldDirty: true });
                }}
              >
                Counts from the day it was received
              </button>
            </div>
          </>
        ) : null}
        <ChoiceInput
          control={control}
          name="method"
          label="How it was paid"
          options={optionsOf(paymentMethods, paymentMethodWords)}
        />
        <LineInput control={control} name="reference" label="Check or receipt number" />
      </SimpleGrid>
      <LineInput control={control} name="memo" label="Memo" />
      <div className="money-openers">
        {fields.otherDay ? null : (
          <button
            type="button"
            className="account-link"
            onClick={() => {
              setValue('otherDay', true, { shouldDirty: true });
              setValue('effectiveOn', fields.receivedOn, { shouldDirty: true });
              setTimeout(() => form.setFocus('effectiveOn'));
            }}
          >
            Counts from another day
          </button>
        )}
        {others && !fields.several ? (
          <button
            type="button"
            className="account-link"
            onClick={() => {
              setValue('shares', firstShares(owing, fields.amount), { shouldDirty: true });
              setValue('several', true, { shouldDirty: true });
            }}
          >
            For several accounts
          </button>
        ) : null}
        {directed ? null : (
          <button
            type="button"
            className="account-link"
            onClick={() => setValue('direction', 'component', { shouldDirty: true })}
          >
            The debtor said what it is for
          </button>
        )}
      </div>
      {fields.several ? <PaymentShares form={form} accounts={owing} amountCents={amountCents} /> : null}
      {directed ? <DirectionFields form={form} accountId={accountId} /> : null}
      {disputed || fields.namedAccounts || owing.some((one) => one.disputed && fields.several) ? (
        <Checkbox
          label={
            fields.several
              ? 'The debtor named the disputed account for this money'
              : 'The account is disputed; the debtor named it for this money'
          }
          error={errors.namedAccounts?.message}
          {...form.register('namedAccounts', {
            // Without the debtor's word nothing stays on a disputed account, not even unseen.
            onChange: (event: { readonly target: { readonly checked: boolean } }) => {
              if (event.target.checked) return;
              const disputedIds = owing.filter((one) => one.disputed).map((one) => one.accountId);
              setValue(
                'shares',
                fields.shares.map((share) =>
                  disputedIds.includes(share.accountId) ? { ...share, on: false, amount: '' } : share,
                ),
              );
            },
          })}
        />
      ) : null}
      <section className="money-preview" aria-label="What this payment will do">
        {amountCents === null || preview.waiting ? (
          <Text size="xs" c="dimmed" className="account-preview-hint">
            {preview.waiting && amountCents !== null
              ? 'Once the fields above are right, what the payment does stands here.'
              : 'Type the amount to see the interest it is met with, what it pays and by which rule, and the balance after.'}
          </Text>
        ) : (
          preview.effects.map((effect) => (
            <EffectView
              key={effect.accountId}
              effect={effect}
              named={preview.effects.length > 1 || effect.accountId !== accountId}
              directed={directed}
            />
          ))
        )}
        <FaultAlert fault={preview.fault} />
      </section>
      {askOver || fields.allowOverpayment ? (
        <Checkbox
          label={
            preview.overCents > 0
              ? `Take in ${formatDollars(preview.overCents)} more than is owed and keep it as credit`
              : 'Take in more than is owed and keep it as credit'
          }
          error={
            record.fault?.code === 'payment.exceeds_balance'
              ? 'This is more than is owed. Correct the amount, or tick the box to keep the rest as credit.'
              : undefined
          }
          {...form.register('allowOverpayment')}
        />
      ) : null}
      <FaultAlert fault={record.fault?.code === 'payment.exceeds_balance' ? null : record.fault} />
      <Group justify={last ? 'space-between' : 'flex-end'} gap="xs" className="account-form-foot">
        {last ? (
          <Button
            variant="subtle"
            leftSection={<IconPrinter size={14} aria-hidden />}
            title={last.words}
            onClick={() => paper({ paper: 'receipt', receiptId: last.receiptId })}
          >
            Last receipt
          </Button>
        ) : null}
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

/** This account first, then the debtor's others that are open and owe something. */
function owingAccounts(account: AccountFacts): readonly OwingAccount[] {
  return [
    {
      accountId: account.accountId,
      number: account.number,
      balanceCents: account.balance.balanceCents,
      oldestDueOn: account.oldestDueOn,
      disputed: account.holds.some((hold) => hold.kind === 'dispute'),
    },
    ...account.debtor.otherAccounts.filter((other) => other.status !== 'closed' && other.balanceCents > 0),
  ];
}

/** The whole amount on this account to begin with; disputed ones are off. */
function firstShares(owing: readonly OwingAccount[], amount: string): PaymentFields['shares'] {
  return owing.map(({ accountId, disputed }, index) => ({
    accountId,
    on: !disputed,
    amount: index === 0 && !disputed ? amount : '',
  }));
}

/**
 * What the book says the payment would do, a moment after the last key; empty until the fields are right. `over` when it is
 * more than is owed and the box is not ticked: the effects then show what ticking it would do.
 */
function usePreview(schema: ReturnType<typeof paymentSchema>, fields: PaymentFields) {
  // What it is noted with changes nothing about what it does.
  const read = schema.safeParse({ ...fields, reference: '', memo: '' });
  const asked = useSettled(read.success ? read.data : null);
  const enabled = asked !== null;
  const nothing: InputOf<'ledger.previewPayment'> = {
    shares: [{ accountId: 1, amountCents: 1 }],
    receivedOn: '2000-01-01',
    method: 'other',
  };
  const answer = useCall('ledger.previewPayment', asked ?? nothing, { enabled, keepPrevious: true });
  const over = enabled && answer.error?.fault.code === 'payment.exceeds_balance';
  const allowed = useCall(
    'ledger.previewPayment',
    { ...(asked ?? nothing), allowOverpayment: true },
    { enabled: over, keepPrevious: true },
  );
  const shown = over ? allowed : answer;
  const effects = enabled && !shown.error ? (shown.data?.effects ?? []) : [];
  const creditCents = effects.reduce((total, effect) => total + Math.max(0, -effect.balanceCents), 0);
  return {
    effects,
    waiting: !read.success,
    over,
    overCents: over || asked?.allowOverpayment === true ? creditCents : 0,
    fault: enabled && !over ? answer.error?.fault : over ? allowed.error?.fault : undefined,
  };
}

/** Takes a payment back that was just entered, over all its accounts; the ledger keeps both entries. */
async function takeBack(entryId: number): Promise<boolean> {
  const result = await act('ledger.takeBackPayment', { entryId, reason: 'Entered by mistake' });
  if (!result.ok) {
    showFault(result.error);
    return false;
  }
  const balance = result.value.effects[0]?.balanceCents;
  showDone(
    balance === undefined ? 'Payment taken back.' : `Payment taken back. Balance ${formatDollars(balance)}.`,
  );
  return true;
}
