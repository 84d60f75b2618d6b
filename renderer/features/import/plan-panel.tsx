/** Whose debts these are and how rows become accounts; what is still missing; the button that tries it. */
import { Button, Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { importDebtorKinds } from '../../../shared/contract/imports.ts';
import { debtTypes } from '../../../shared/domain/account.ts';
import { faultsOfMapping } from '../../../shared/domain/import.ts';
import { debtTypeWords } from '../../../shared/text/labels.ts';
import { useCall } from '../../bridge/queries.ts';
import { type ClientChoice, setPlan, tryIt, useImport } from './import-store.ts';
import { lackOf } from './import-words.ts';

const kindWords: Readonly<Record<(typeof importDebtorKinds)[number], string>> = {
  guess: 'By name; in doubt consumers',
  consumer: 'Consumers',
  business: 'Businesses',
};

function choiceOf(value: string): ClientChoice {
  return value === 'own' || value === 'new' ? value : Number(value);
}

export function PlanPanel() {
  const { mapping, client, clientName, debtType, debtorKind, settledMeansPaid, work, trial } = useImport();
  const clients = useCall('clients.list', {});
  const book = useCall('book.state', {});
  const office = book.data?.state === 'open' ? book.data.officeName : '';
  const others = (clients.data?.clients ?? []).filter(
    ({ name }) => name.toLowerCase() !== office.toLowerCase(),
  );
  const lacks = faultsOfMapping(mapping).map(lackOf);
  if (client === 'new' && clientName.trim() === '') lacks.push('Type the name of the new client.');
  const hasSettled = mapping.includes('settled_on');
  const busy = work === 'writing';
  return (
    <Stack gap="xs" className="import-plan">
      <NativeSelect
        label="Whose debts"
        disabled={busy}
        value={String(client)}
        onChange={(event) => setPlan({ client: choiceOf(event.currentTarget.value) })}
        data={[
          { value: 'own', label: 'Our own office’s' },
          ...others.map(({ clientId, name }) => ({ value: String(clientId), label: name })),
          { value: 'new', label: 'A new client…' },
        ]}
      />
      {client === 'new' ? (
        <TextInput
          label="Name of the client"
          maxLength={120}
          disabled={busy}
          value={clientName}
          onChange={(event) => setPlan({ clientName: event.currentTarget.value })}
        />
      ) : null}
      <NativeSelect
        label="Type of debt"
        disabled={busy}
        value={debtType}
        onChange={(event) =>
          setPlan({ debtType: debtTypes.find((type) => type === event.currentTarget.value) ?? 'other' })
        }
        data={debtTypes.map((value) => ({ value, label: debtTypeWords[value] }))}
      />
      <NativeSelect
        label="The debtors are"
        disabled={busy}
        value={debtorKind}
        onChange={(event) =>
          setPlan({
            debtorKind: importDebtorKinds.find((kind) => kind === event.currentTarget.value) ?? 'guess',
          })
        }
        data={importDebtorKinds.map((value) => ({ value, label: kindWords[value] }))}
      />
      {hasSettled ? (
        <Checkbox
          label="A settled day means paid in full"
          disabled={busy}
          checked={settledMeansPaid}
          onChange={(event) => setPlan({ settledMeansPaid: event.currentTarget.checked })}
        />
      ) : null}
      <div role="status" aria-live="polite">
        {lacks.map((lack) => (
          <Text key={lack} size="sm" className="import-lack">
            {lack}
          </Text>
        ))}
      </div>
      <Button
        onClick={() => void tryIt()}
        disabled={lacks.length > 0 || work !== null}
        variant={trial ? 'default' : 'filled'}
      >
        {trial ? 'Try it again' : 'Try it'}
      </Button>
      <Text size="xs" c="dimmed">
        Trying reads every row and writes nothing.
      </Text>
    </Stack>
  );
}
