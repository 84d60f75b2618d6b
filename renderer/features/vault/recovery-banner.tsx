/** Stays above every screen until the recovery sheet has been typed back once. */
import { Button, Modal, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { RenewRecovery } from './renew-recovery.tsx';
import { TypeBack } from './type-back.tsx';

export function RecoveryBanner() {
  const [opened, setOpened] = useState<'test' | 'renew' | null>(null);
  const close = () => setOpened(null);
  return (
    <section className="vault-banner" aria-label="Recovery sheet">
      <span className="vault-banner-mark" aria-hidden>
        <IconAlertTriangle size={18} />
      </span>
      <Text size="sm" className="vault-banner-text">
        The recovery sheet of this book has not been tested. If the passphrase is lost, only that sheet opens
        it.
      </Text>
      <Button size="xs" onClick={() => setOpened('test')}>
        Test the sheet
      </Button>
      <Button size="xs" variant="default" onClick={() => setOpened('renew')}>
        Print a new one
      </Button>
      <Modal opened={opened === 'test'} onClose={close} title="Test the recovery sheet" size="md" centered>
        <TypeBack onConfirmed={close} />
      </Modal>
      <RenewRecovery opened={opened === 'renew'} onClose={close} />
    </section>
  );
}
