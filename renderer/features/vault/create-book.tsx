/** Making a book: the name of the office and a passphrase. The recovery sheet comes right after. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { noHousePolicy, type OfficeRole, officeRoles } from '../../../shared/domain/law.ts';
import { act } from '../../bridge/calls.ts';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { RoleChoice } from '../../components/role-choice.tsx';
import { showFault } from '../../components/toasts.tsx';
import { GateCard } from './gate-card.tsx';
import { checkAgain, NewPassphrase, newPassphraseShape } from './new-passphrase.tsx';
import { PendingWords } from './pending-words.tsx';

export type CreateBookProps = { onMade(recoveryCode: string): void; onBack(): void };

const schema = z
  .object({
    officeName: z
      .string()
      .trim()
      .min(1, 'Write the name of the office.')
      .max(120, 'Use at most 120 characters.'),
    role: z
      .enum(['', ...officeRoles])
      .refine((role) => role !== '', 'Choose what this office does: it decides which rules apply.'),
    ...newPassphraseShape,
  })
  .superRefine(checkAgain);

export function CreateBook({ onMade, onBack }: CreateBookProps) {
  const create = useCommand('book.create');
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { officeName: '', role: '' as OfficeRole | '', passphrase: '', again: '' },
  });
  const submit = form.handleSubmit(({ officeName, role, passphrase }) =>
    create.mutate(
      { officeName, passphrase },
      {
        onSuccess: async ({ recoveryCode }) => {
          const said = await act('law.setProfile', { role, state: null, house: noHousePolicy });
          // The book is made; who the office is can be said later, and Today asks for it.
          if (!said.ok) showFault(said.error);
          onMade(recoveryCode);
        },
      },
    ),
  );
  return (
    <GateCard
      title="New book"
      lead="One book holds one office. It is encrypted; only its passphrase opens it."
    >
      <form onSubmit={submit} noValidate aria-busy={create.isPending}>
        <Stack gap="sm">
          <TextInput
            size="sm"
            label="Name of the office"
            description="As it stands on your letters."
            autoFocus
            autoComplete="off"
            {...form.register('officeName')}
            error={form.formState.errors.officeName?.message}
          />
          <Controller
            control={form.control}
            name="role"
            render={({ field }) => (
              <RoleChoice
                value={field.value}
                error={form.formState.errors.role?.message}
                onChange={field.onChange}
              />
            )}
          />
          <NewPassphrase
            first={form.register('passphrase')}
            second={form.register('again')}
            typed={form.watch('passphrase')}
            errors={form.formState.errors}
            officeName={form.watch('officeName')}
          />
          <Text size="sm" c="dimmed">
            Nobody can look this passphrase up or reset it, neither we nor anyone who repairs this computer.
            The recovery sheet you print next is the only other way in.
          </Text>
          <FaultAlert fault={create.error?.fault} />
          <Group justify="space-between" mt={4}>
            <Button size="sm" variant="subtle" onClick={onBack} disabled={create.isPending}>
              Back
            </Button>
            <Button size="sm" type="submit" loading={create.isPending}>
              Make the book
            </Button>
          </Group>
          <PendingWords shown={create.isPending}>Making the book and its key…</PendingWords>
        </Stack>
      </form>
    </GateCard>
  );
}
