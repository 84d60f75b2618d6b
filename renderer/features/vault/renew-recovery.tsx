/** A fresh recovery sheet: the passphrase first, then the new code. The old sheet opens nothing afterwards. */
import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PendingWords } from './pending-words.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';

export type RenewRecoveryProps = { readonly opened: boolean; onClose(): void };

export function RenewRecovery({ opened, onClose }: RenewRecoveryProps) {
  const [code, setCode] = useState<string | null>(null);
  const close = () => {
    setCode(null);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="New recovery sheet"
      size="lg"
      centered
      // The code is shown once: a click beside the dialog must not take it away.
      closeOnClickOutside={code === null}
      closeOnEscape={code === null}
      withCloseButton={code === null}
    >
      {code === null ? (
        <AskPassphrase onRenewed={setCode} />
      ) : (
        <RecoverySheet code={code} onDone={close} onLater={close} />
      )}
    </Modal>
  );
}

function AskPassphrase({ onRenewed }: { onRenewed(code: string): void }) {
  const [passphrase, setPassphrase] = useState('');
  const renew = useCommand('book.renewRecovery');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    renew.mutate({ passphrase }, { onSuccess: ({ recoveryCode }) => onRenewed(recoveryCode) });
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={renew.isPending}>
      <Stack gap="sm">
        <Text size="sm">
          The book gets a new code and the earlier sheet stops working; destroy it. Backups made before still
          open with the sheet of their day.
        </Text>
        <PasswordInput
          size="sm"
          label="Passphrase of this book"
          value={passphrase}
          autoComplete="current-password"
          data-autofocus
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase', tabIndex: 0 }}
        />
        <FaultAlert fault={renew.error?.fault} />
        <Group justify="flex-end">
          <Button size="sm" type="submit" loading={renew.isPending}>
            Make a new code
          </Button>
        </Group>
        <PendingWords shown={renew.isPending}>Checking the passphrase…</PendingWords>
      </Stack>
    </form>
  );
}
