/** Entering an account by hand: who owes, to whom, how much and since when. The rest can be added later. */
import { zodResolver } from '@hookform/resolvers/zod';
import {
  Button,
  Group,
  Modal,
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useMemo } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { debtTypes } from '../../../shared/domain/account.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { debtorKinds } from '../../../shared/domain/debtor.ts';
import { debtorKindWords, debtTypeWords } from '../../../shared/text/labels.ts';
import { useCall } from '../../bridge/queries.ts';
import { useOnce } from '../../bridge/use-once.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { showDone } from '../../components/toasts.tsx';
import { DayField } from './forms/day-field.tsx';
import { MoneyField } from './forms/money-field.tsx';
import { SubmitButton } from './forms/submit-button.tsx';
import { submitOnPress } from './forms/submit-press.ts';
import { useFormDraft } from './forms/use-form-draft.ts';
import { blankAccount, newAccountFields, newAccountSchema } from './new-account-form.ts';

export type NewAccountDialogProps = {
  readonly opened: boolean;
  onClose(): void;
  onCreated(accountId: number): void;
};

export function NewAccountDialog({ opened, onClose, onCreated }: NewAccountDialogProps) {
  const info = useCall('app.info', {}, { enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title="New account" size="lg" centered>
      {info.data ? <NewAccountForm today={info.data.today} onClose={onClose} onCreated={onCreated} /> : null}
      <FaultAlert fault={info.error?.fault} />
    </Modal>
  );
}

type NewAccountFormProps = { readonly today: Day } & Pick<NewAccountDialogProps, 'onClose' | 'onCreated'>;

function NewAccountForm({ today, onClose, onCreated }: NewAccountFormProps) {
  const clients = useCall('clients.list', {});
  const schema = useMemo(() => newAccountSchema(today), [today]);
  const blank = useMemo(() => blankAccount(today), [today]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: blank });
  const draft = useFormDraft('new-account', form, newAccountFields, blank);
  const create = useOnce('accounts.create');
  const { errors } = form.formState;
  const isBusiness = form.watch('debtorKind') === 'business';

  const submit = form.handleSubmit(async ({ clientId, amount, ...account }) => {
    const result = await create.run({
      ...account,
      amountCents: amount,
      clientId: clientId === '' ? null : Number(clientId),
    });
    if (!result.ok) return;
    draft.clear();
    onClose();
    showDone('Account added.');
    onCreated(result.value.accountId);
  });

  const line = (
    name: 'number' | 'originalCreditor' | 'phone' | 'line1' | 'line2' | 'city' | 'region' | 'postalCode',
    label: string,
  ) => <TextInput label={label} autoComplete="off" error={errors[name]?.message} {...form.register(name)} />;

  return (
    <form onSubmit={submit} onKeyDown={submitOnPress(create.pending)} onChange={create.forget} noValidate>
      <Stack gap="sm">
        <Group align="flex-start" gap="xs" wrap="nowrap">
          <TextInput
            label="Debtor"
            withAsterisk
            data-autofocus
            autoComplete="off"
            placeholder={isBusiness ? 'Full name of the business' : 'Last, First or First Last'}
            error={errors.debtorName?.message}
            flex={1}
            {...form.register('debtorName')}
          />
          <Controller
            control={form.control}
            name="debtorKind"
            render={({ field }) => (
              <SegmentedControl
                mt={21}
                aria-label="Kind of debtor"
                value={field.value}
                onChange={field.onChange}
                data={debtorKinds.map((kind) => ({ value: kind, label: debtorKindWords[kind] }))}
              />
            )}
          />
        </Group>
        <SimpleGrid cols={3} spacing="xs">
          <Controller
            control={form.control}
            name="amount"
            render={({ field }) => (
              <MoneyField
                inputRef={field.ref}
                label="Amount owed"
                required
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors.amount?.message}
                description="The first charge"
              />
            )}
          />
          <Controller
            control={form.control}
            name="openedOn"
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
                error={errors.openedOn?.message}
              />
            )}
          />
          <Controller
            control={form.control}
            name="dueOn"
            render={({ field }) => (
              <DayField
                inputRef={field.ref}
                label="Due on"
                required
                today={today}
                leaning="behind"
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors.dueOn?.message}
              />
            )}
          />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="xs">
          <NativeSelect
            label="Client"
            data={[
              { value: '', label: 'The office itself' },
              ...(clients.data?.clients ?? []).map((client) => ({
                value: client.clientId.toString(),
                label: client.name,
              })),
            ]}
            {...form.register('clientId')}
          />
          {line('originalCreditor', 'Original creditor, if another')}
          <NativeSelect
            label="Kind of debt"
            data={debtTypes.map((type) => ({ value: type, label: debtTypeWords[type] }))}
            {...form.register('debtType')}
          />
          <TextInput
            label="Account number"
            autoComplete="off"
            placeholder="Given by Duebook if left empty"
            error={errors.number?.message}
            {...form.register('number')}
          />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="xs">
          {line('phone', 'Phone')}
          {line('line1', 'Street or box')}
          {line('line2', 'Second address line')}
          {line('city', 'City')}
          {line('region', 'State')}
          {line('postalCode', 'ZIP code')}
        </SimpleGrid>
        <FaultAlert fault={create.fault ?? clients.error?.fault} />
        <Group justify="space-between" gap="xs">
          <Button variant="subtle" color="gray" onClick={draft.clear}>
            Empty the form
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Later
            </Button>
            <SubmitButton
              pending={create.pending}
              disabled={!draft.ready}
              rightSection={<KeyHint keys="Mod+Enter" />}
            >
              Add account
            </SubmitButton>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
