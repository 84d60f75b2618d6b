/** Licenses by state: where debtors live, what each state asks for, and what the office has, or why it needs none. */

import { zodResolver } from '@hookform/resolvers/zod';
import {
  Badge,
  Button,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Licence } from '../../../shared/contract/law.ts';
import { type LicenceKind, licenceKinds, type StateCode, stateCodes } from '../../../shared/domain/law.ts';
import { stateNames } from '../../../shared/domain/state-names.ts';
import { act } from '../../bridge/calls.ts';
import { useCommand } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText } from '../../components/moments.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';
import { stateOptions } from './rule-words.ts';

type Office = OutputOf<'law.profile'>;

const kindWords: Readonly<Record<LicenceKind, string>> = {
  licence: 'License',
  registration: 'Registration',
  bond: 'Bond',
  exempt: 'Exempt',
  not_needed: 'None needed',
};

export function Licences({ office, today }: { readonly office: Office; readonly today: string }) {
  const [editing, setEditing] = useState<StateCode | 'new' | null>(null);
  const rows = rowsOf(office);
  const missing = rows.filter((row) => row.licence === null && asks(row.need));
  return (
    <section aria-label="Licenses" className="law-section">
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" maw={520}>
          {missing.length === 0
            ? 'States in which debtors live, and what they ask of those who collect for others.'
            : `${missing.length === 1 ? 'One state asks' : `${missing.length} states ask`} for something that is not recorded here. Record it, or why it is not needed.`}
        </Text>
        <Button variant="default" onClick={() => setEditing('new')}>
          Record for another state
        </Button>
      </Group>
      {rows.length === 0 ? (
        <EmptyState title="No state yet">
          Once accounts have addresses, the states their debtors live in stand here.
        </EmptyState>
      ) : (
        <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} aria-label="Licenses by state">
          <Table verticalSpacing={4} className="law-table">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>State</Table.Th>
                <Table.Th className="law-number">Open accounts</Table.Th>
                <Table.Th>The state asks for</Table.Th>
                <Table.Th>This office has</Table.Th>
                <Table.Th>
                  <VisuallyHidden>Change</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.state}>
                  <Table.Td>{stateNames[row.state]}</Table.Td>
                  <Table.Td className="law-number">{row.accounts}</Table.Td>
                  <Table.Td>
                    {row.words}
                    {row.cite === '' ? null : (
                      <Text size="xs" c="dimmed">
                        {row.cite}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Has row={row} today={today} />
                  </Table.Td>
                  <Table.Td>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`${row.licence === null ? 'Record' : 'Change'} the license for ${stateNames[row.state]}`}
                      onClick={() => setEditing(row.state)}
                    >
                      {row.licence === null ? 'Record…' : 'Change…'}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {editing === null ? null : (
        <LicenceDialog
          state={editing === 'new' ? null : editing}
          stored={office.licences.find(({ state }) => state === editing) ?? null}
          asked={askedOf(rows.find(({ state }) => state === editing)?.need)}
          close={() => setEditing(null)}
        />
      )}
    </section>
  );
}

type Row = {
  readonly state: StateCode;
  readonly accounts: number;
  readonly need: string;
  readonly words: string;
  readonly cite: string;
  readonly licence: Office['licences'][number] | null;
};

function asks(need: string): boolean {
  return need === 'licence' || need === 'registration' || need === 'bond';
}

function askedOf(need: string | undefined): LicenceKind {
  return need === 'registration' || need === 'bond' ? need : 'licence';
}

/** States of accounts first, then those with a license and no account. */
function rowsOf(office: Office): Row[] {
  const rows = office.states.map(
    (state): Row => ({
      ...state,
      licence: office.licences.find((licence) => licence.state === state.state) ?? null,
    }),
  );
  const idle = office.licences
    .filter((licence) => !office.states.some(({ state }) => state === licence.state))
    .map(
      (licence): Row => ({
        state: licence.state,
        accounts: 0,
        need: '',
        words: licence.need,
        cite: licence.needSource,
        licence,
      }),
    );
  return [...rows, ...idle];
}

function Has({ row, today }: { readonly row: Row; readonly today: string }) {
  const { licence } = row;
  if (licence === null) {
    return asks(row.need) ? (
      <Badge color="yellow" variant="light">
        Not recorded
      </Badge>
    ) : (
      <Text size="sm" c="dimmed">
        Nothing recorded
      </Text>
    );
  }
  const over = licence.renewsOn !== null && licence.renewsOn < today;
  return (
    <>
      <Text size="sm">
        {kindWords[licence.kind]} {licence.number}
        {licence.basis === '' ? '' : ` (${licence.basis})`}
      </Text>
      {licence.renewsOn === null ? null : (
        <Text size="xs" c={over ? 'red.9' : 'dimmed'} fw={over ? 600 : 400}>
          {over ? 'Ran out after' : 'Holds through'} <DayText day={licence.renewsOn} />
        </Text>
      )}
    </>
  );
}

const fields = z
  .object({
    state: z.enum(stateCodes, 'Choose a state.'),
    kind: z.enum(licenceKinds),
    number: z.string().trim().max(80, 'At most 80 characters fit here.'),
    basis: z.string().trim().max(300, 'At most 300 characters fit here.'),
    renewsOn: z.union([z.literal(''), z.iso.date('Enter a day, or leave it empty.')]),
  })
  .superRefine(({ kind, number, basis }, context) => {
    const none = kind === 'exempt' || kind === 'not_needed';
    if (none && basis === '') {
      context.addIssue({ code: 'custom', path: ['basis'], message: 'Say why none is needed.' });
    }
    if (!none && number === '') {
      context.addIssue({ code: 'custom', path: ['number'], message: 'Enter the number it bears.' });
    }
  });

type LicenceDialogProps = {
  /** `null`: to be chosen. */
  readonly state: StateCode | null;
  readonly stored: Licence | null;
  /** What the state asks for: offered first. */
  readonly asked: LicenceKind;
  close(): void;
};

function LicenceDialog({ state, stored, asked, close }: LicenceDialogProps) {
  const save = useCommand('law.setLicence');
  const form = useForm({
    resolver: zodResolver(fields),
    defaultValues: {
      state: state ?? ('' as StateCode),
      kind: stored?.kind ?? asked,
      number: stored?.number ?? '',
      basis: stored?.basis ?? '',
      renewsOn: stored?.renewsOn ?? '',
    },
  });
  const { errors } = form.formState;
  const kind = form.watch('kind');
  const none = kind === 'exempt' || kind === 'not_needed';
  const submit = form.handleSubmit((typed) =>
    save.mutate(
      {
        ...typed,
        number: none ? '' : typed.number,
        renewsOn: typed.renewsOn === '' ? null : typed.renewsOn,
      },
      {
        onSuccess: () => {
          showDone(`Recorded for ${stateNames[typed.state]}.`);
          close();
        },
      },
    ),
  );
  const end = async () => {
    if (stored === null) return;
    const result = await act('law.endLicence', { state: stored.state });
    if (!result.ok) return void showFault(result.error);
    showDone(`Taken off for ${stateNames[stored.state]}; it stays in the records.`);
    close();
  };
  return (
    <Modal
      opened
      centered
      onClose={close}
      title={state === null ? 'License' : `License for ${stateNames[state]}`}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {state === null ? (
            <NativeSelect
              label="State"
              error={errors.state?.message}
              data={[{ value: '', label: 'Choose…' }, ...stateOptions]}
              {...form.register('state')}
            />
          ) : null}
          <NativeSelect
            label="What the office has"
            data={licenceKinds.map((one) => ({ value: one, label: kindWords[one] }))}
            {...form.register('kind')}
          />
          {none ? null : (
            <TextInput
              label="Number"
              autoComplete="off"
              error={errors.number?.message}
              {...form.register('number')}
            />
          )}
          <TextInput
            label={none ? 'Why none is needed' : 'Remark'}
            description={none ? 'The statute, or who said so and when' : undefined}
            autoComplete="off"
            error={errors.basis?.message}
            {...form.register('basis')}
          />
          <TextInput
            type="date"
            label="Last day it holds"
            description="Empty when it has no end"
            error={errors.renewsOn?.message}
            {...form.register('renewsOn')}
          />
          <FaultAlert fault={save.error?.fault} />
          <Group justify="space-between" gap="xs">
            {stored === null ? (
              <span />
            ) : (
              <Button variant="subtle" color="red.9" onClick={() => void end()}>
                Take off
              </Button>
            )}
            <Group gap="xs">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" aria-busy={save.isPending || undefined}>
                Record
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
