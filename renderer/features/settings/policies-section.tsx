/**
 * What the house and its clients allow in plans, settlements and fees. Kept in the book, each change as a new row with its
 * author; unlike the settings of the computer it is saved by a button, because a half-typed floor must not count.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Loader, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { cutCardData } from '../../../shared/domain/card-number.ts';
import { applicationOrders, basisKinds } from '../../../shared/domain/ledger.ts';
import { applicationOrderWords, basisKindWords } from '../../../shared/text/labels.ts';
import { parseStored, useDraft } from '../../bridge/drafts.ts';
import { useCall, useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { showDone } from '../../components/toasts.tsx';
import { fieldsOfPolicy, policyFields, policySchema } from './policy-form.ts';

const house = '';

export function PoliciesSection() {
  const clients = useCall('clients.list', {});
  const [whose, setWhose] = useState(house);
  const names = clients.data?.clients ?? [];
  const clientId = whose === house ? null : Number(whose);
  return (
    <section aria-label="Policies" className="settings-section">
      <h2>Policies</h2>
      <div className="settings-row">
        <Text size="sm" maw={460}>
          What plans and settlements may be, kept in this book. A client’s own word goes before the house’s;
          an empty field says nothing.
        </Text>
        <NativeSelect
          w={220}
          aria-label="Whose policy"
          value={whose}
          onChange={(event) => setWhose(event.currentTarget.value)}
          data={[
            { value: house, label: 'The house' },
            ...names.map((client) => ({ value: String(client.clientId), label: client.name })),
          ]}
        />
      </div>
      <FaultAlert fault={clients.error?.fault} />
      <PolicyLoader key={whose} clientId={clientId} />
    </section>
  );
}

function PolicyLoader({ clientId }: { readonly clientId: number | null }) {
  const answer = useCall('policies.get', { clientId });
  const draft = useDraft(`policy:${clientId ?? 'house'}`);
  if (answer.error) return <FaultAlert fault={answer.error.fault} />;
  if (!answer.data || !draft.ready) {
    return <Loader m="xs" size="sm" role="status" aria-label="Loading the policy" />;
  }
  return (
    <PolicyForm
      key={answer.data.madeAt ?? 0}
      clientId={clientId}
      stored={answer.data}
      kept={draft.text}
      keep={draft.setText}
      drop={draft.clear}
    />
  );
}

type PolicyFormProps = {
  readonly clientId: number | null;
  readonly stored: OutputOf<'policies.get'>;
  /** What was half-typed before, as JSON; empty for nothing. */
  readonly kept: string;
  keep(text: string): void;
  drop(): void;
};

function PolicyForm({ clientId, stored, kept, keep, drop }: PolicyFormProps) {
  const [blank] = useState(() => fieldsOfPolicy(stored.policy));
  const [begun] = useState(() => parseStored(kept, policyFields));
  const form = useForm({ resolver: zodResolver(policySchema), defaultValues: begun ?? blank });
  const save = useCommand('policies.set');
  const { errors } = form.formState;
  const { subscribe } = form;
  const fields = form.watch();
  const changed = JSON.stringify(fields) !== JSON.stringify(blank);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          // What rests on the disk never holds a full card number, not even for a moment.
          const now = cutCardData(JSON.stringify(values));
          keep(now === JSON.stringify(blank) ? '' : now);
        },
      }),
    [subscribe, keep, blank],
  );
  const submit = form.handleSubmit((policy) => {
    if (save.isPending) return;
    save.mutate(
      { clientId, policy },
      {
        onSuccess: () => {
          drop();
          showDone(clientId === null ? 'The house’s policy is saved.' : 'The client’s policy is saved.');
        },
      },
    );
  });
  const fallback = clientId === null ? 'None' : 'As the house';
  return (
    <form className="settings-policy" noValidate onSubmit={submit} aria-label="Policy">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput
          label="Least payment"
          description="Of each instalment but the last"
          leftSection={<span aria-hidden>$</span>}
          placeholder={fallback}
          inputMode="decimal"
          autoComplete="off"
          error={errors.leastPayment?.message}
          {...form.register('leastPayment')}
        />
        <TextInput
          label="Longest plan in months"
          description="From the first instalment to the last"
          placeholder={fallback}
          inputMode="numeric"
          autoComplete="off"
          error={errors.longestMonths?.message}
          {...form.register('longestMonths')}
        />
        <TextInput
          label="Least settlement in % of the balance"
          description="Below it a settlement needs leave"
          rightSection={<span aria-hidden>%</span>}
          placeholder={fallback}
          inputMode="decimal"
          autoComplete="off"
          error={errors.leastShare?.message}
          {...form.register('leastShare')}
        />
        <TextInput
          label="Who may go below"
          description="Shown where leave is asked for"
          placeholder={clientId === null ? 'Nobody is named' : 'As the house'}
          autoComplete="off"
          error={errors.mayGoBelow?.message}
          {...form.register('mayGoBelow')}
        />
        <TextInput
          label="Fee for a returned payment"
          description="Charged only where something allows it"
          leftSection={<span aria-hidden>$</span>}
          placeholder={fallback}
          inputMode="decimal"
          autoComplete="off"
          error={errors.returnedFee?.message}
          {...form.register('returnedFee')}
        />
        <NativeSelect
          label="Fee allowed by"
          description="A contract, statute, order or policy"
          disabled={fields.returnedFee.trim() === ''}
          error={errors.returnedFeeBasisKind?.message}
          data={[
            { value: '', label: 'Choose…' },
            ...basisKinds.map((kind) => ({ value: kind, label: basisKindWords[kind] })),
          ]}
          {...form.register('returnedFeeBasisKind')}
        />
        <TextInput
          label="Clause, statute or order"
          description="Kept with every such fee"
          disabled={fields.returnedFee.trim() === ''}
          autoComplete="off"
          error={errors.returnedFeeBasis?.message}
          {...form.register('returnedFeeBasis')}
        />
        <TextInput
          label="Days of grace"
          description="Before a promise or instalment counts as missed"
          placeholder={clientId === null ? '3' : 'As the house'}
          inputMode="numeric"
          autoComplete="off"
          error={errors.graceDays?.message}
          {...form.register('graceDays')}
        />
        <NativeSelect
          label="A payment goes to"
          description="Unless the account or the debtor says otherwise"
          data={[
            {
              value: '',
              label: clientId === null ? `${applicationOrderWords.oldest_due_first} (usual)` : 'As the house',
            },
            ...applicationOrders.map((order) => ({ value: order, label: applicationOrderWords[order] })),
          ]}
          {...form.register('applicationOrder')}
        />
      </SimpleGrid>
      <FaultAlert fault={save.error?.fault} />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {stored.madeAt === null ? (
            'Never set'
          ) : (
            <>
              Set by {stored.author}, <InstantText at={stored.madeAt} />
            </>
          )}
        </Text>
        <Group gap="xs">
          {changed ? (
            <Button
              variant="default"
              onClick={() => {
                form.reset(blank);
                drop();
              }}
            >
              Back to what is set
            </Button>
          ) : null}
          <Button type="submit" aria-busy={save.isPending || undefined}>
            Save policy
          </Button>
        </Group>
      </Group>
    </form>
  );
}
