/** The way in without the passphrase: the code of the recovery sheet, and a new passphrase for the book. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { BookListing } from '../../../shared/contract/book.ts';
import { flawOfRecoveryCode } from '../../../shared/domain/recovery-code.ts';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone } from '../../components/toasts.tsx';
import { CodeInput } from './code-input.tsx';
import { flawWords } from './code-words.ts';
import { GateCard } from './gate-card.tsx';
import { checkAgain, NewPassphrase, newPassphraseShape } from './new-passphrase.tsx';
import { openingWords, useOpeningStep } from './opening-words.tsx';
import { PendingWords } from './pending-words.tsx';

export type UseRecoveryProps = { readonly book: BookListing; onBack(): void; onOpened(): void };

const schema = z
  .object({
    code: z.string().superRefine((typed, check) => {
      const flaw = flawOfRecoveryCode(typed);
      if (flaw !== null) check.addIssue({ code: 'custom', message: flawWords(flaw, typed) });
    }),
    ...newPassphraseShape,
  })
  .superRefine(checkAgain);

export function UseRecovery({ book, onBack, onOpened }: UseRecoveryProps) {
  const open = useCommand('book.openWithRecovery');
  const step = useOpeningStep();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { code: '', passphrase: '', again: '' },
  });
  const submit = form.handleSubmit(({ code, passphrase }) =>
    open.mutate(
      { bookId: book.bookId, code, newPassphrase: passphrase },
      {
        onSuccess: () => {
          showDone('The book is open and has its new passphrase. The recovery sheet stays good.');
          onOpened();
        },
      },
    ),
  );
  return (
    <GateCard
      title="Use the recovery sheet"
      lead={`Opens “${book.officeName}” with the code on the printed sheet and gives it a new passphrase.`}
    >
      <form onSubmit={submit} noValidate aria-busy={open.isPending}>
        <Stack gap="sm">
          <Controller
            control={form.control}
            name="code"
            render={({ field, fieldState }) => (
              <CodeInput
                label="Code on the sheet"
                value={field.value}
                error={fieldState.error?.message ?? null}
                autoFocus
                onChange={field.onChange}
              />
            )}
          />
          <NewPassphrase
            first={form.register('passphrase')}
            second={form.register('again')}
            typed={form.watch('passphrase')}
            errors={form.formState.errors}
            officeName={book.officeName}
            label="New passphrase"
          />
          <FaultAlert fault={open.error?.fault} />
          <Group justify="space-between" mt={4}>
            <Button size="sm" variant="subtle" onClick={onBack} disabled={open.isPending}>
              Back
            </Button>
            <Button size="sm" type="submit" loading={open.isPending}>
              Open the book
            </Button>
          </Group>
          <PendingWords shown={open.isPending}>
            {step === null ? 'Checking the code…' : openingWords[step]}
          </PendingWords>
        </Stack>
      </form>
    </GateCard>
  );
}
