/** Whose debts these are, how rows are taken, and what somebody said the file comes to. Only what this file raises is asked. */
import { Checkbox, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ImportPreview, importDebtorKinds } from '../../../shared/contract/imports.ts';
import { debtTypes } from '../../../shared/domain/account.ts';
import { isDay } from '../../../shared/domain/days.ts';
import { formatCents } from '../../../shared/domain/money.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { debtTypeWords } from '../../../shared/text/labels.ts';
import { useCall } from '../../bridge/queries.ts';
import { questionsOf, readControlCount, readControlSum } from './import-plan.ts';
import { type ClientChoice, useImport } from './import-state.ts';
import { setChoices } from './import-work.ts';

const kindWords: Readonly<Record<(typeof importDebtorKinds)[number], string>> = {
  guess: 'By name; in doubt consumers',
  consumer: 'Consumers',
  business: 'Businesses',
};

function choiceOf(value: string): ClientChoice {
  return value === 'own' || value === 'new' ? value : Number(value);
}

export function ChoicesStep({ preview }: { readonly preview: ImportPreview }) {
  const state = useImport();
  const { choices, work } = state;
  const busy = work === 'writing';
  const asks = questionsOf(state);
  return (
    <div className="import-choices">
      <Group title="The debts">
        <Client busy={busy} byRow={asks.clientByRow} />
        <NativeSelect
          label={asks.debtTypeByRow ? 'Type of debt, where no row says it' : 'Type of debt'}
          disabled={busy}
          value={choices.debtType}
          onChange={(event) =>
            setChoices({ debtType: debtTypes.find((type) => type === event.currentTarget.value) ?? 'other' })
          }
          data={debtTypes.map((value) => ({ value, label: debtTypeWords[value] }))}
        />
        <NativeSelect
          label={asks.debtorKindByRow ? 'The debtors are, where no row says it' : 'The debtors are'}
          description="Consumers are protected by more rules than businesses."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={busy}
          value={choices.debtorKind}
          onChange={(event) =>
            setChoices({
              debtorKind: importDebtorKinds.find((kind) => kind === event.currentTarget.value) ?? 'guess',
            })
          }
          data={importDebtorKinds.map((value) => ({ value, label: kindWords[value] }))}
        />
      </Group>
      <Group title="How rows are taken">
        {asks.heldAt ? (
          <TextInput
            label="Bank account"
            description="The file does not name it. Use the same words each time: a line of one account is told apart from one of another by them."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder="Checking 4417"
            maxLength={120}
            disabled={busy}
            value={choices.heldAt}
            onChange={(event) => setChoices({ heldAt: event.currentTarget.value })}
          />
        ) : null}
        {asks.openingAsOf ? <OpeningDay asOf={preview.asOf} busy={busy} /> : null}
        {asks.settledMeansPaid ? (
          <Checkbox
            label="A settled day means paid in full"
            description="Where a row gives the day but no paid amount."
            disabled={busy}
            checked={choices.settledMeansPaid}
            onChange={(event) => setChoices({ settledMeansPaid: event.currentTarget.checked })}
          />
        ) : null}
        {asks.paidItems ? (
          <Radio.Group
            label="What is paid already"
            value={choices.paidItems}
            onChange={(value) => setChoices({ paidItems: value === 'leave' ? 'leave' : 'take' })}
          >
            <Stack gap={4} mt={4}>
              <Radio value="take" disabled={busy} label="Take it with its payment, as history" />
              <Radio value="leave" disabled={busy} label="Leave it out" />
            </Stack>
          </Radio.Group>
        ) : null}
        <Radio.Group
          label="Where the file says otherwise than the book"
          value={choices.changed}
          onChange={(value) => setChoices({ changed: value === 'list' ? 'list' : 'update' })}
        >
          <Stack gap={4} mt={4}>
            <Radio value="update" disabled={busy} label="Bring the book up to date, and list it" />
            <Radio value="list" disabled={busy} label="Only list it; the book stays" />
          </Stack>
        </Radio.Group>
        <Radio.Group
          label="Rows in another currency"
          value={choices.foreignCurrency}
          onChange={(value) => setChoices({ foreignCurrency: value === 'apart' ? 'apart' : 'refuse' })}
        >
          <Stack gap={4} mt={4}>
            <Radio value="refuse" disabled={busy} label="Refuse them one by one" />
            <Radio value="apart" disabled={busy} label="Keep them apart: counted, not in the ledger" />
          </Stack>
        </Radio.Group>
        {asks.restoreZeros ? (
          <Checkbox
            label="Give ZIP codes back a lost zero"
            description="A spreadsheet makes 2116 of 02116. Only where the state says so."
            disabled={busy}
            checked={choices.restoreZeros}
            onChange={(event) => setChoices({ restoreZeros: event.currentTarget.checked })}
          />
        ) : null}
      </Group>
      <Group title="What it should come to">
        <Text size="xs" c="dimmed">
          If somebody told you what the file holds, type it here. An import that comes to anything else is
          refused.
        </Text>
        <ControlSum busy={busy} />
        <ControlRows busy={busy} />
      </Group>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="import-choice-group" aria-label={title}>
      <h2>{title}</h2>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}

function Client({ busy, byRow }: { readonly busy: boolean; readonly byRow: boolean }) {
  const { client, clientName } = useImport((state) => state.choices);
  const clients = useCall('clients.list', {});
  const book = useCall('book.state', {});
  const office = book.data?.state === 'open' ? book.data.officeName : '';
  const others = (clients.data?.clients ?? []).filter(
    ({ name }) => name.toLowerCase() !== office.toLowerCase(),
  );
  return (
    <>
      <NativeSelect
        label={byRow ? 'Whose debts, where no row says it' : 'Whose debts'}
        disabled={busy}
        value={String(client)}
        onChange={(event) => setChoices({ client: choiceOf(event.currentTarget.value) })}
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
          error={clientName.trim() === '' ? 'Type the name of the new client.' : undefined}
          onChange={(event) => setChoices({ clientName: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}

/** Balances without history need a day from which they are owed. */
function OpeningDay({ asOf, busy }: { readonly asOf: string | null; readonly busy: boolean }) {
  const chosen = useImport((state) => state.choices.openingAsOf);
  const day = chosen === 'file' ? asOf : chosen;
  return (
    <TextInput
      type="date"
      label="Opening balances as of"
      description={
        day === null
          ? 'Empty: the day each row gives.'
          : chosen === 'file'
            ? `${dayWords(day)}, as the file says.`
            : dayWords(day)
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      disabled={busy}
      value={day ?? ''}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setChoices({ openingAsOf: typed === '' ? null : isDay(typed) ? typed : day });
      }}
    />
  );
}

function ControlSum({ busy }: { readonly busy: boolean }) {
  const typed = useImport((state) => state.choices.controlSum);
  return (
    <TextInput
      label="Total of the file"
      leftSection={<span aria-hidden>$</span>}
      inputMode="decimal"
      autoComplete="off"
      maxLength={30}
      disabled={busy}
      value={typed}
      error={readControlSum(typed) === undefined ? 'This is not a sum. Write it as 1,234.50.' : undefined}
      onChange={(event) => setChoices({ controlSum: event.currentTarget.value })}
      onBlur={() => {
        const cents = readControlSum(typed);
        if (cents != null) setChoices({ controlSum: formatCents(cents) });
      }}
    />
  );
}

function ControlRows({ busy }: { readonly busy: boolean }) {
  const typed = useImport((state) => state.choices.controlCount);
  return (
    <TextInput
      label="Number of rows"
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      disabled={busy}
      value={typed}
      error={readControlCount(typed) === undefined ? 'This is not a number of rows.' : undefined}
      onChange={(event) => setChoices({ controlCount: event.currentTarget.value })}
    />
  );
}
