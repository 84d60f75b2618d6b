/** The code of the printed sheet, typed back: what is mistyped is said before the book is asked. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { flawOfRecoveryCode } from '../../../shared/domain/recovery-code.ts';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone } from '../../components/toasts.tsx';
import { CodeInput } from './code-input.tsx';
import { flawWords } from './code-words.ts';

export type TypeBackProps = { onConfirmed(): void };

export function TypeBack({ onConfirmed }: TypeBackProps) {
  const [code, setCode] = useState('');
  const [flaw, setFlaw] = useState<string | null>(null);
  const confirm = useCommand('book.confirmRecovery');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = flawOfRecoveryCode(code);
    setFlaw(found === null ? null : flawWords(found, code));
    if (found !== null) return;
    confirm.mutate(
      { code },
      {
        onSuccess: () => {
          showDone('The recovery sheet works. Keep it safe, away from this computer.');
          onConfirmed();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">
          Type the code from the sheet, once, to be sure that it can be read. Capitals, spaces and dashes do
          not matter.
        </Text>
        <CodeInput
          label="Code on the sheet"
          value={code}
          error={flaw}
          autoFocus
          onChange={(typed) => {
            setCode(typed);
            setFlaw(null);
          }}
        />
        <FaultAlert fault={confirm.error?.fault} />
        <Group justify="flex-end">
          <Button size="sm" type="submit" loading={confirm.isPending}>
            Test the sheet
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
