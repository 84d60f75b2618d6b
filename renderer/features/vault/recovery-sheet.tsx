/**
 * The recovery sheet, in two steps: the code is printed (or written down), then typed back from the paper with
 * the code out of sight. Only a sheet that was typed back is known to work.
 */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone } from '../../components/toasts.tsx';
import { TypeBack } from './type-back.tsx';

export type RecoverySheetProps = {
  /** As it came: eight groups of four. It is kept nowhere else. */
  readonly code: string;
  onDone(): void;
  onLater(): void;
};

export function RecoverySheet({ code, onDone, onLater }: RecoverySheetProps) {
  const [typing, setTyping] = useState(false);
  const print = useCommand('book.printRecovery');
  const printed = print.data?.printed === true;
  if (typing) {
    return (
      <Stack gap="sm">
        <TypeBack onConfirmed={onDone} />
        <Group justify="space-between">
          <Button size="sm" variant="subtle" onClick={() => setTyping(false)}>
            Show the code again
          </Button>
          <Button size="sm" variant="subtle" onClick={onLater}>
            Test it later
          </Button>
        </Group>
      </Stack>
    );
  }
  const ready = () => {
    if (printed) showDone('Printed. Take the sheet and type the code from it.');
    setTyping(true);
  };
  return (
    <Stack gap="sm">
      <Text size="sm">
        If the passphrase is ever lost, this code opens the book, and nothing else does. Print it now and keep
        the sheet where you keep contracts, away from this computer. It is shown only this once.
      </Text>
      <ol className="vault-code" aria-label="Recovery code, eight groups of four">
        {groupsOf(code).map(({ place, group }) => (
          <li key={place}>{group}</li>
        ))}
      </ol>
      <FaultAlert fault={print.error?.fault} />
      <Group justify="space-between">
        <Button
          size="sm"
          variant={printed ? 'default' : 'filled'}
          leftSection={<IconPrinter size={16} aria-hidden />}
          loading={print.isPending}
          autoFocus
          onClick={() => print.mutate({ code })}
        >
          {printed ? 'Print the sheet again' : 'Print the sheet'}
        </Button>
        <Button size="sm" variant={printed ? 'filled' : 'default'} onClick={ready}>
          {printed ? 'Type it back from the sheet' : 'I have written it down'}
        </Button>
      </Group>
    </Stack>
  );
}

function groupsOf(code: string): { place: number; group: string }[] {
  return code.split('-').map((group, place) => ({ place, group }));
}
