/** Taking the whole book out: readable by any program, or under a passphrase of the file's own. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { startTakeOut } from './copy-work.ts';
import { checkAgain, NewPassphrase, newPassphraseShape } from './new-passphrase.tsx';

export type TakeOutDialogProps = {
  readonly opened: boolean;
  readonly officeName: string;
  onClose(): void;
};

export function TakeOutDialog({ opened, officeName, onClose }: TakeOutDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Take the whole book out" size="lg" centered>
      {/* Mounted only while open, so that nothing typed is kept. */}
      {opened ? <TakeOutForm officeName={officeName} onClose={onClose} /> : null}
    </Modal>
  );
}

const schema = z.object(newPassphraseShape).superRefine(checkAgain);

function TakeOutForm({ officeName, onClose }: Omit<TakeOutDialogProps, 'opened'>) {
  const [sealed, setSealed] = useState(true);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { passphrase: '', again: '' } });
  const begin = (passphrase: string | null) => {
    onClose();
    void startTakeOut(passphrase);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        if (sealed) void form.handleSubmit(({ passphrase }) => begin(passphrase))(event);
        else {
          event.preventDefault();
          begin(null);
        }
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          One file with every row of every table as CSV, letters as PDF, the files kept with accounts, and a
          description of it all.
        </Text>
        <Radio.Group
          label="Who may read it"
          value={sealed ? 'sealed' : 'open'}
          onChange={(value) => setSealed(value === 'sealed')}
        >
          <Stack gap="xs" mt={6}>
            <Radio
              value="sealed"
              data-autofocus
              label="Only who knows its passphrase"
              description="For keeping or carrying it. Duebook opens it; the layout of the file is described in the program’s documentation."
            />
            <Radio
              value="open"
              label="Any program, without a passphrase"
              description="A ZIP with CSV tables. It names every debtor in plain: put it only where nobody else looks, and delete it when you are done."
            />
          </Stack>
        </Radio.Group>
        {sealed ? (
          <NewPassphrase
            first={form.register('passphrase')}
            second={form.register('again')}
            typed={form.watch('passphrase')}
            errors={form.formState.errors}
            officeName={officeName}
            label="Passphrase of the file"
          />
        ) : null}
        <Group justify="flex-end" mt={4}>
          <Button size="sm" variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button size="sm" type="submit">
            Choose where it goes
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
