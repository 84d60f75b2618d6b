/**
 * Who the office is and what it lays down beyond the law. Saved by a button: a half-typed policy must not count.
 */

import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Chip, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { collectorRoles } from '../../../shared/domain/law.ts';
import { parseStored, useDraft } from '../../bridge/drafts.ts';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { RoleChoice } from '../../components/role-choice.tsx';
import { showDone } from '../../components/toasts.tsx';
import { fieldsOfProfile, profileFields, profileSchema } from './house-form.ts';
import { stateOptions } from './rule-words.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export function OfficeForm({ office }: { readonly office: OutputOf<'law.profile'> }) {
  const draft = useDraft('law:office');
  if (!draft.ready) return null;
  return (
    <ProfileForm
      key={office.madeAt ?? 0}
      office={office}
      kept={draft.text}
      keep={draft.setText}
      drop={draft.clear}
    />
  );
}

type ProfileFormProps = {
  readonly office: OutputOf<'law.profile'>;
  /** What was half-typed before, as JSON; empty for nothing. */
  readonly kept: string;
  keep(text: string): void;
  drop(): void;
};

function ProfileForm({ office, kept, keep, drop }: ProfileFormProps) {
  const [blank] = useState(() => fieldsOfProfile(office.profile));
  const [begun] = useState(() => parseStored(kept, profileFields));
  const form = useForm({ resolver: zodResolver(profileSchema), defaultValues: begun ?? blank });
  const save = useCommand('law.setProfile');
  const { errors } = form.formState;
  const { subscribe } = form;
  const fields = form.watch();
  const changed = JSON.stringify(fields) !== JSON.stringify(blank);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const now = JSON.stringify(values);
          keep(now === JSON.stringify(blank) ? '' : now);
        },
      }),
    [subscribe, keep, blank],
  );
  const submit = form.handleSubmit((profile) => {
    if (save.isPending) return;
    save.mutate(profile, {
      onSuccess: () => {
        drop();
        showDone('The office’s profile is saved. Every account is being looked at anew.');
      },
    });
  });
  const bound = fields.role !== '' && collectorRoles.includes(fields.role);
  return (
    <form className="law-form" noValidate onSubmit={submit} aria-label="This office">
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <RoleChoice value={field.value} error={errors.role?.message} onChange={field.onChange} />
        )}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <NativeSelect
          label="State the office works from"
          data={[{ value: '', label: 'Not stated' }, ...stateOptions]}
          {...form.register('state')}
        />
        <div>
          <Checkbox
            label="Keep to Regulation F as house policy"
            description={
              bound
                ? 'It binds this office by law.'
                : 'Its hours, call limits and requests then count here too; going on against them takes a typed reason.'
            }
            disabled={bound}
            {...form.register('keepsRegulationF')}
          />
        </div>
      </SimpleGrid>
      <h3>House policy, where it is stricter than the law</h3>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput
          label="Calls in seven days, at most"
          description="To one person about one debt"
          placeholder="As the law says"
          inputMode="numeric"
          autoComplete="off"
          error={errors.calls?.message}
          {...form.register('calls')}
        />
        <TextInput
          label="Contacts of any kind in seven days, at most"
          description="Calls, letters, e-mails and texts together"
          placeholder="As the law says"
          inputMode="numeric"
          autoComplete="off"
          error={errors.contacts?.message}
          {...form.register('contacts')}
        />
        <TextInput
          label="Not before"
          description="The debtor’s time"
          placeholder="As the law says"
          autoComplete="off"
          error={errors.earliest?.message}
          {...form.register('earliest')}
        />
        <TextInput
          label="Not from … on"
          description="The debtor’s time"
          placeholder="As the law says"
          autoComplete="off"
          error={errors.latest?.message}
          {...form.register('latest')}
        />
      </SimpleGrid>
      <div>
        <Text size="sm" fw={500} id="law-days-off">
          Days without contact
        </Text>
        <Controller
          control={form.control}
          name="daysOff"
          render={({ field }) => (
            <Chip.Group
              multiple
              value={field.value.map(String)}
              onChange={(days) => field.onChange(days.map(Number).sort())}
            >
              <Group gap={6} mt={4} role="group" aria-labelledby="law-days-off">
                {weekdays.map((name, index) => (
                  <Chip key={name} size="xs" value={String(index + 1)}>
                    {name}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          )}
        />
      </div>
      <Checkbox label="No contact on federal holidays" {...form.register('holidaysOff')} />
      <Checkbox
        label="A spoken wish not to be contacted counts as a written one"
        description="By law only a written one stops everything; a spoken one closes the medium it names."
        {...form.register('honorsOralCease')}
      />
      <FaultAlert fault={save.error?.fault} />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {office.madeAt === null ? (
            'Never set: until it is, nothing is shown as allowed'
          ) : (
            <>
              Set by {office.author}, <InstantText at={office.madeAt} />
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
            Save profile
          </Button>
        </Group>
      </Group>
    </form>
  );
}
