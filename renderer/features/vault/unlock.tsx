/** The locked door: which book, its passphrase, and the other ways to go. */
import { Anchor, Button, Group, NativeSelect, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { BookListing } from '../../../shared/contract/book.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { GateCard } from './gate-card.tsx';
import { openingWords, useOpeningStep } from './opening-words.tsx';
import { PendingWords } from './pending-words.tsx';
import { RestoreButton } from './restore-button.tsx';
import { DeleteSampleButton, OpenSampleButton } from './sample-buttons.tsx';

export type UnlockProps = {
  /** Last opened first; never empty, and without the sample office. */
  readonly books: readonly BookListing[];
  readonly hasSample: boolean;
  onCreate(): void;
  onRecover(bookId: string): void;
};

export function Unlock({ books, hasSample, onCreate, onRecover }: UnlockProps) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [elsewhere, setElsewhere] = useState<Fault | null>(null);
  const step = useOpeningStep();
  const field = useRef<HTMLInputElement>(null);
  const open = useCommand('book.open');
  const chosen = books.find((book) => book.bookId === chosenId) ?? books[0];
  if (!chosen) return null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate(
      { bookId: chosen.bookId, passphrase },
      { onSuccess: () => setPassphrase(''), onError: () => field.current?.select() },
    );
  };
  return (
    <GateCard
      title={books.length === 1 ? chosen.officeName : 'Open a book'}
      lead={<LastOpened book={chosen} />}
      footer={
        <OtherWays
          hasSample={hasSample}
          opening={step === null || open.isPending ? '' : openingWords[step]}
          onCreate={onCreate}
          onFault={setElsewhere}
          fault={elsewhere}
        />
      }
    >
      <form onSubmit={submit} noValidate aria-busy={open.isPending}>
        <Stack gap="sm">
          {books.length === 1 ? null : (
            <NativeSelect
              size="sm"
              label="Book"
              value={chosen.bookId}
              data={books.map((book) => ({ value: book.bookId, label: book.officeName }))}
              onChange={(event) => {
                setChosenId(event.currentTarget.value);
                open.reset();
              }}
            />
          )}
          <PasswordInput
            ref={field}
            size="sm"
            label="Passphrase"
            value={passphrase}
            autoFocus
            autoComplete="current-password"
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase', tabIndex: 0 }}
          />
          <FaultAlert fault={open.error?.fault} />
          <Group justify="space-between">
            <Anchor component="button" type="button" size="sm" onClick={() => onRecover(chosen.bookId)}>
              Use the recovery sheet
            </Anchor>
            <Button size="sm" type="submit" loading={open.isPending}>
              Unlock
            </Button>
          </Group>
          <PendingWords shown={open.isPending}>
            {step === null ? 'Checking the passphrase…' : openingWords[step]}
          </PendingWords>
        </Stack>
      </form>
    </GateCard>
  );
}

function LastOpened({ book }: { readonly book: BookListing }) {
  if (book.lastOpenedAt === null) return <>Not opened on this computer yet.</>;
  return (
    <>
      Last opened <InstantText at={book.lastOpenedAt} />
    </>
  );
}

type OtherWaysProps = {
  readonly hasSample: boolean;
  /** Said while the sample office is being made. */
  readonly opening: string;
  readonly fault: Fault | null;
  onCreate(): void;
  onFault(fault: Fault | null): void;
};

function OtherWays({ hasSample, opening, fault, onCreate, onFault }: OtherWaysProps) {
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button variant="default" onClick={onCreate}>
          New book
        </Button>
        <RestoreButton label="Restore a backup" />
        <OpenSampleButton size="xs" label="Sample office" onFault={onFault} />
      </Group>
      {hasSample ? (
        <Text size="sm" c="dimmed" component="div">
          The sample office is on this computer. <DeleteSampleButton onFault={onFault} />
        </Text>
      ) : null}
      <Text size="sm" c="dimmed" role="status">
        {opening}
      </Text>
      <FaultAlert fault={fault} />
    </Stack>
  );
}
