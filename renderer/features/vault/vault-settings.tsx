/** The book's part of the settings: passphrase, recovery sheet, backup, and the end of the sample office. */
import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Fault } from '../../../shared/errors/result.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { BackUpNow } from './back-up-now.tsx';
import { BringInButton } from './bring-in-dialog.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { useCopyWork } from './copy-work.ts';
import { RenewRecovery } from './renew-recovery.tsx';
import { RestoreButton } from './restore-button.tsx';
import { DeleteSampleButton } from './sample-buttons.tsx';
import { TakeOutDialog } from './take-out-dialog.tsx';
import './vault.css';

export function VaultSettings() {
  const state = useCall('book.state', {});
  const book = state.data?.state === 'open' ? state.data : null;
  if (!book) return null;
  return (
    <section aria-label="This book" className="vault-parts">
      <h2>This book</h2>
      {book.sample ? (
        <SamplePart />
      ) : (
        <>
          <PassphrasePart officeName={book.officeName} />
          <SheetPart tested={book.recoveryConfirmed} />
        </>
      )}
      <BackupPart />
      <RestorePart />
      <TakeOutPart officeName={book.officeName} />
      <BringInPart />
    </section>
  );
}

function PassphrasePart({ officeName }: { readonly officeName: string }) {
  const [changing, setChanging] = useState(false);
  return (
    <Part title="Passphrase" text="Backups made before a change still open with the passphrase of their day.">
      <Button variant="default" onClick={() => setChanging(true)}>
        Change the passphrase
      </Button>
      <ChangePassphrase opened={changing} officeName={officeName} onClose={() => setChanging(false)} />
    </Part>
  );
}

function SheetPart({ tested }: { readonly tested: boolean }) {
  const [renewing, setRenewing] = useState(false);
  return (
    <Part
      title="Recovery sheet"
      text={
        tested
          ? 'Tested. It opens the book when the passphrase is lost. Make a new one when somebody else may have seen it.'
          : 'Not tested yet: type the code back from the printed sheet, or make a new one.'
      }
    >
      <Button variant="default" onClick={() => setRenewing(true)}>
        Make a new recovery sheet
      </Button>
      <RenewRecovery opened={renewing} onClose={() => setRenewing(false)} />
    </Part>
  );
}

function SamplePart() {
  const [fault, setFault] = useState<Fault | null>(null);
  return (
    <Part
      title="Sample office"
      text="Its people are invented and it has no passphrase of its own: keep nothing real in it."
      fault={fault}
    >
      <DeleteSampleButton as="button" onFault={setFault} />
    </Part>
  );
}

function BackupPart() {
  return (
    <Part
      title="Backup"
      text="Writes one encrypted file to a place you choose, another disk or a stick at best. Today’s passphrase or recovery sheet opens it. You can go on working meanwhile; it holds the book as it is when it starts."
    >
      <BackUpNow />
    </Part>
  );
}

function RestorePart() {
  return (
    <Part
      title="Restore"
      text="Brings a backup in as a book of its own beside this one. No book is ever written over."
    >
      <RestoreButton label="Restore a backup" />
    </Part>
  );
}

function TakeOutPart({ officeName }: { readonly officeName: string }) {
  const [asking, setAsking] = useState(false);
  const isBusy = useCopyWork(({ at }) => at === 'running' || at === 'choosing');
  return (
    <Part
      title="Take the whole book out"
      text="Every table as CSV and every document, described so that any program can read them; no Duebook is needed. It can be brought in again, the same to the last byte."
    >
      <Button variant="default" disabled={isBusy} onClick={() => setAsking(true)}>
        Take the whole book out…
      </Button>
      <TakeOutDialog opened={asking} officeName={officeName} onClose={() => setAsking(false)} />
    </Part>
  );
}

function BringInPart() {
  return (
    <Part
      title="Bring a whole book in"
      text="Makes a book of its own beside this one from a file that was taken out whole."
    >
      <BringInButton label="Bring a whole book in…" />
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
    <div className="vault-part">
      <div className="vault-part-text">
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </div>
      <div>{children}</div>
      {fault === null ? null : (
        <div className="vault-part-fault">
          <FaultAlert fault={fault} />
        </div>
      )}
    </div>
  );
}
