/** The book's part of the settings: passphrase, recovery sheet, backup, and the end of the sample office. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Fault } from '../../../shared/errors/result.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { BackUpNow } from './back-up-now.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { RenewRecovery } from './renew-recovery.tsx';
import { RestoreButton } from './restore-button.tsx';
import { DeleteSampleButton } from './sample-buttons.tsx';
import './vault.css';

export function VaultSettings() {
  const state = useCall('book.state', {});
  const book = state.data?.state === 'open' ? state.data : null;
  if (!book) return null;
  return (
    <Stack gap="lg">
      {book.sample ? (
        <SampleParts />
      ) : (
        <OwnParts tested={book.recoveryConfirmed} officeName={book.officeName} />
      )}
      <Part
        title="Backup"
        text="Writes one encrypted file to a place you choose, another disk or a stick at best. The passphrase or the recovery sheet of today opens it."
      >
        <BackUpNow />
      </Part>
      <Restore />
    </Stack>
  );
}

function OwnParts({ tested, officeName }: { readonly tested: boolean; readonly officeName: string }) {
  const [changing, setChanging] = useState(false);
  const [renewing, setRenewing] = useState(false);
  return (
    <>
      <Part
        title="Passphrase"
        text="Opens the book. Backups made before a change still open with the passphrase of their day."
      >
        <Button variant="default" onClick={() => setChanging(true)}>
          Change the passphrase
        </Button>
        <ChangePassphrase opened={changing} officeName={officeName} onClose={() => setChanging(false)} />
      </Part>
      <Part
        title="Recovery sheet"
        text={
          tested
            ? 'Tested. It opens the book when the passphrase is lost. Make a new one when somebody else may have seen it.'
            : 'Not tested yet. Type the code back from the printed sheet, or print a new one.'
        }
      >
        <Button variant="default" onClick={() => setRenewing(true)}>
          Make a new recovery sheet
        </Button>
        <RenewRecovery opened={renewing} onClose={() => setRenewing(false)} />
      </Part>
    </>
  );
}

function SampleParts() {
  const [fault, setFault] = useState<Fault | null>(null);
  return (
    <Part
      title="Sample office"
      text="Its people are invented and it has no passphrase of its own: do not keep anything real in it."
      fault={fault}
    >
      <DeleteSampleButton as="button" onFault={setFault} />
    </Part>
  );
}

function Restore() {
  const [fault, setFault] = useState<Fault | null>(null);
  return (
    <Part
      title="Restore"
      text="Brings a backup in as a book of its own beside this one. No book is ever written over."
      fault={fault}
    >
      <RestoreButton
        label="Restore a backup"
        hint="Lock this book to open it with the passphrase of its day."
        onFault={setFault}
      />
    </Part>
  );
}

type PartProps = {
  readonly title: string;
  readonly text: string;
  readonly fault?: Fault | null;
  readonly children: ReactNode;
};

function Part({ title, text, fault = null, children }: PartProps) {
  return (
    <section>
      <Title order={3} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed" maw="42rem" mb="xs">
        {text}
      </Text>
      <Group gap="xs" align="flex-start">
        {children}
      </Group>
      <FaultAlert fault={fault} />
    </section>
  );
}
