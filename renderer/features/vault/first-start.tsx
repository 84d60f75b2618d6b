/** The first start: make a book, look around in the sample office, or bring a backup in. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArchive, IconBook2, IconFlask2 } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Fault } from '../../../shared/errors/result.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { BringInButton } from './bring-in-dialog.tsx';
import { GateCard } from './gate-card.tsx';
import { openingWords, useOpeningStep } from './opening-words.tsx';
import { RestoreButton } from './restore-button.tsx';
import { DeleteSampleButton, OpenSampleButton } from './sample-buttons.tsx';

export type FirstStartProps = { readonly hasSample: boolean; onCreate(): void };

export function FirstStart({ hasSample, onCreate }: FirstStartProps) {
  const [fault, setFault] = useState<Fault | null>(null);
  const step = useOpeningStep();
  return (
    <GateCard
      width="choices"
      title="Welcome to Duebook"
      lead="Your accounts, calls, payments and letters, in one encrypted book on this computer. Nothing is sent anywhere."
    >
      <Stack gap="md">
        <ul className="vault-choices">
          <Choice
            icon={<IconBook2 size={26} />}
            title="New book"
            button={
              <Button size="sm" onClick={onCreate} data-autofocus autoFocus>
                Make a new book
              </Button>
            }
          >
            For your own office. You choose a passphrase and print a recovery sheet; it takes about two
            minutes.
          </Choice>
          <Choice
            icon={<IconFlask2 size={26} />}
            title="Sample office"
            button={
              <OpenSampleButton
                onFault={setFault}
                label={hasSample ? 'Open the sample office' : 'Try the sample office'}
              />
            }
          >
            About 250 invented accounts, to try things. It can be deleted in one step.
            {hasSample ? (
              <>
                {' '}
                <DeleteSampleButton onFault={setFault} />
              </>
            ) : null}
          </Choice>
          <Choice
            icon={<IconArchive size={26} />}
            title="Restore a backup"
            button={<RestoreButton size="sm" label="Choose a backup" />}
          >
            Brings a backup file in as a book. Its passphrase or recovery sheet of that day opens it. A book
            that was taken out whole comes in here too: <BringInButton link label="choose such a file" />.
          </Choice>
        </ul>
        <Text size="sm" c="dimmed" role="status">
          {step === null ? '' : openingWords[step]}
        </Text>
        <FaultAlert fault={fault} />
      </Stack>
    </GateCard>
  );
}

type ChoiceProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly button: ReactNode;
  readonly children: ReactNode;
};

function Choice({ icon, title, button, children }: ChoiceProps) {
  return (
    <li className="vault-choice">
      <span className="vault-choice-icon" aria-hidden>
        {icon}
      </span>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text component="div" size="sm" c="dimmed" className="vault-choice-text">
        {children}
      </Text>
      {button}
    </li>
  );
}
