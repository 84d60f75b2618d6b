/** Changing the passphrase of the open book: the one it has, then the new one twice. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone } from '../../components/toasts.tsx';
import { checkAgain, NewPassphrase, newPassphraseShape } from './new-passphrase.tsx';
import { PendingWords } from './pending-words.tsx';

export type ChangePassphraseProps = {
  readonly opened: boolean;
  readonly officeName: string;
  onClose(): void;
};

export function ChangePassphrase({ opened, officeName, onClose }: ChangePassphraseProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Change the passphrase" size="md" centered>
      {/* Mounted only while open, so that nothing typed is kept. */}
      {opened ? <ChangeForm officeName={officeName} onChanged={onClose} /> : null}
    </Modal>
  );
}

const schema = z
  .object({ current: z.string().min(1, 'Type the passphrase the book has now.'), ...newPassphraseShape })
  .superRefine(checkAgain);

function ChangeForm({ officeName, onChanged }: { readonly officeName: string; onChanged(): void }) {
  const change = useCommand('book.changePassphrase');
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { current: '', passphrase: '', again: '' },
  });
  const submit = form.handleSubmit(({ current, passphrase }) =>
    change.mutate(
      { current, next: passphrase },
      {
        onSuccess: () => {
          showDone('The passphrase was changed. The recovery sheet stays good.');
          onChanged();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate aria-busy={change.isPending}>
      <Stack gap="sm">
        <PasswordInput
          size="sm"
          label="Passphrase now"
          data-autofocus
          autoComplete="current-password"
          {...form.register('current')}
          error={form.formState.errors.current?.message}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase of now', tabIndex: 0 }}
        />
        <NewPassphrase
          first={form.register('passphrase')}
          second={form.register('again')}
          typed={form.watch('passphrase')}
          errors={form.formState.errors}
          officeName={officeName}
          label="New passphrase"
        />
        <FaultAlert fault={change.error?.fault} />
        <Group justify="flex-end" mt={4}>
          <Button size="sm" type="submit" loading={change.isPending}>
            Change it
          </Button>
        </Group>
        <PendingWords shown={change.isPending}>
          Checking the passphrase and sealing the key anew…
        </PendingWords>
      </Stack>
    </form>
  );
}
