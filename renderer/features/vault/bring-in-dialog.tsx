/** Bringing in a book that was taken out whole: the file is looked at first, then it gets a passphrase of its own. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { act, start } from '../../bridge/calls.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText } from '../../components/moments.tsx';
import { type Chosen, startBringIn, useCopyWork } from './copy-work.ts';
import { checkAgain, NewPassphrase, newPassphraseShape } from './new-passphrase.tsx';
import { countWords } from './size-words.ts';

type Summary = OutputOf<'book.lookAtWhole'>;

type Looked =
  | { readonly at: 'locked'; readonly chosen: Chosen; readonly tried: boolean }
  | {
      readonly at: 'seen';
      readonly chosen: Chosen;
      readonly passphrase: string | null;
      readonly summary: Summary;
    }
  | { readonly at: 'failed'; readonly fault: Fault };

export type BringInButtonProps = { readonly label: string; readonly link?: boolean };

export function BringInButton({ label, link = false }: BringInButtonProps) {
  const isBusy = useCopyWork(({ at }) => at === 'running' || at === 'choosing');
  const [looking, setLooking] = useState(false);
  const [looked, setLooked] = useState<Looked | null>(null);

  async function look(chosen: Chosen, passphrase: string | null): Promise<void> {
    setLooking(true);
    const found = await start(
      'book.lookAtWhole',
      { fileId: chosen.fileId, exportPassphrase: passphrase },
      () => undefined,
    ).finished;
    setLooking(false);
    if (found.ok) setLooked({ at: 'seen', chosen, passphrase, summary: found.value });
    else if (found.error.code === 'whole.locked')
      setLooked({ at: 'locked', chosen, tried: passphrase !== null });
    else setLooked({ at: 'failed', fault: found.error });
  }

  async function choose(): Promise<void> {
    const chosen = await act('book.chooseWhole', {});
    if (chosen.ok) await look(chosen.value, null);
    else if (chosen.error.code !== 'file.dialog_cancelled') setLooked({ at: 'failed', fault: chosen.error });
  }

  const close = () => setLooked(null);
  return (
    <>
      {link ? (
        <Anchor component="button" type="button" size="sm" disabled={isBusy} onClick={() => void choose()}>
          {label}
        </Anchor>
      ) : (
        <Button variant="default" disabled={isBusy} loading={looking} onClick={() => void choose()}>
          {label}
        </Button>
      )}
      <Modal opened={looked !== null} onClose={close} title="Bring a whole book in" size="lg" centered>
        {looked?.at === 'failed' ? <FaultAlert fault={looked.fault} /> : null}
        {looked?.at === 'locked' ? (
          <UnlockFile
            fileName={looked.chosen.fileName}
            tried={looked.tried}
            busy={looking}
            onTyped={(passphrase) => void look(looked.chosen, passphrase)}
          />
        ) : null}
        {looked?.at === 'seen' ? (
          <NewBook
            summary={looked.summary}
            onCancel={close}
            onChosen={(passphrase) => {
              close();
              void startBringIn(looked.chosen, looked.passphrase, passphrase);
            }}
          />
        ) : null}
      </Modal>
    </>
  );
}

type UnlockFileProps = {
  readonly fileName: string;
  readonly tried: boolean;
  readonly busy: boolean;
  onTyped(passphrase: string): void;
};

function UnlockFile({ fileName, tried, busy, onTyped }: UnlockFileProps) {
  const [typed, setTyped] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '' && !busy) onTyped(typed);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{fileName} lies under a passphrase of its own.</Text>
        <PasswordInput
          size="sm"
          label="Passphrase of the file"
          data-autofocus
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={tried ? 'This passphrase does not open the file.' : undefined}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase', tabIndex: 0 }}
        />
        <Group justify="flex-end">
          <Button size="sm" type="submit" loading={busy}>
            Look inside
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const schema = z.object(newPassphraseShape).superRefine(checkAgain);

type NewBookProps = { readonly summary: Summary; onCancel(): void; onChosen(passphrase: string): void };

function NewBook({ summary, onCancel, onChosen }: NewBookProps) {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { passphrase: '', again: '' } });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <form noValidate onSubmit={form.handleSubmit(({ passphrase }) => onChosen(passphrase))}>
      <Stack gap="sm">
        <Text size="sm">
          “{summary.officeName}”, taken out on <DayText day={dayOfInstant(summary.madeAt, zone)} />:{' '}
          {countWords(summary.accounts, 'account')}, {countWords(summary.rows, 'row')} in{' '}
          {countWords(summary.tables, 'table')}, {countWords(summary.documents, 'document')}. It becomes a
          book of its own; no book is written over.
        </Text>
        <NewPassphrase
          first={form.register('passphrase')}
          second={form.register('again')}
          typed={form.watch('passphrase')}
          errors={form.formState.errors}
          officeName={summary.officeName}
          label="Passphrase of the new book"
        />
        <Group justify="flex-end">
          <Button size="sm" variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button size="sm" type="submit">
            Bring it in
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
