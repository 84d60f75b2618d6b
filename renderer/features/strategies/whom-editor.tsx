/** Whom a strategy is for: every field may be left empty. */
import { Checkbox, Group, MultiSelect, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { type AccountStatus, debtTypes, openStatuses } from '../../../shared/domain/account.ts';
import { isStateCode, stateCodes } from '../../../shared/domain/law.ts';
import { stateNames } from '../../../shared/domain/state-names.ts';
import type { StrategyFilter } from '../../../shared/domain/strategy.ts';
import { accountStatusWords, debtTypeWords } from '../../../shared/text/labels.ts';
import { useCall } from '../../bridge/queries.ts';
import { SumInput } from './sum-input.tsx';

export type WhomEditorProps = { readonly value: StrategyFilter; onChange(next: StrategyFilter): void };

export function WhomEditor({ value, onChange }: WhomEditorProps) {
  const clients = useCall('clients.list', {});
  const set = (change: Partial<StrategyFilter>) => onChange({ ...value, ...change });
  return (
    <Stack gap="xs">
      <MultiSelect
        label="Clients"
        placeholder={value.clientIds.length === 0 ? 'All clients' : ''}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'All clients' }}
        data={(clients.data?.clients ?? []).map(({ clientId, name }) => ({
          value: String(clientId),
          label: name,
        }))}
        value={value.clientIds.map(String)}
        onChange={(ids) => set({ clientIds: ids.map(Number) })}
      />
      <MultiSelect
        label="Kinds of debt"
        placeholder={value.debtTypes.length === 0 ? 'All kinds' : ''}
        clearable
        clearButtonProps={{ 'aria-label': 'All kinds' }}
        data={debtTypes.map((type) => ({ value: type, label: debtTypeWords[type] }))}
        value={[...value.debtTypes]}
        onChange={(types) => set({ debtTypes: debtTypes.filter((type) => types.includes(type)) })}
      />
      <Group gap="xs" grow>
        <NativeSelect
          label="Debtors"
          value={value.debtorKind}
          onChange={(event) => {
            const kind = event.currentTarget.value;
            set({ debtorKind: kind === 'consumer' || kind === 'business' ? kind : 'any' });
          }}
          data={[
            { value: 'any', label: 'All' },
            { value: 'consumer', label: 'Consumers' },
            { value: 'business', label: 'Businesses' },
          ]}
        />
        <NativeSelect
          label="Validation notice"
          value={value.notice}
          onChange={(event) => {
            const notice = event.currentTarget.value;
            set({ notice: notice === 'sent' || notice === 'not_sent' ? notice : 'any' });
          }}
          data={[
            { value: 'any', label: 'Sent or not' },
            { value: 'sent', label: 'Sent' },
            { value: 'not_sent', label: 'Not sent' },
          ]}
        />
      </Group>
      <MultiSelect
        label="States the debtor lives in"
        placeholder={value.states.length === 0 ? 'All states' : ''}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'All states' }}
        data={stateCodes.map((code) => ({ value: code, label: stateNames[code] }))}
        value={[...value.states]}
        onChange={(codes) => set({ states: codes.filter(isStateCode) })}
      />
      <Group gap="xs" align="start">
        <SumInput
          label="Balance from"
          cents={value.balanceFromCents}
          onChange={(balanceFromCents) => set({ balanceFromCents })}
        />
        <SumInput
          label="to"
          cents={value.balanceToCents}
          onChange={(balanceToCents) => set({ balanceToCents })}
        />
      </Group>
      <Group gap="xs" align="start">
        <CountInput
          label="Days past due from"
          value={value.daysPastDueFrom}
          onChange={(daysPastDueFrom) => set({ daysPastDueFrom })}
        />
        <CountInput
          label="to"
          value={value.daysPastDueTo}
          onChange={(daysPastDueTo) => set({ daysPastDueTo })}
        />
      </Group>
      <Group gap="xs" align="start">
        <CountInput
          label="Days since placement"
          value={value.ageFrom}
          onChange={(ageFrom) => set({ ageFrom })}
        />
        <CountInput label="to" value={value.ageTo} onChange={(ageTo) => set({ ageTo })} />
      </Group>
      <Checkbox.Group
        label="Status"
        value={[...value.statuses]}
        onChange={(chosen) =>
          set({ statuses: openStatuses.filter((status: AccountStatus) => chosen.includes(status)) })
        }
      >
        <Group gap="sm" mt={4}>
          {openStatuses.map((status) => (
            <Checkbox key={status} value={status} label={accountStatusWords[status]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox
        label="Never contacted"
        checked={value.neverContacted}
        onChange={(event) => set({ neverContacted: event.currentTarget.checked })}
      />
      <Group gap="xs" align="end">
        <CountInput
          label="No contact in (days)"
          value={value.quietDays}
          onChange={(quietDays) => set({ quietDays })}
        />
        <CountInput
          label="Promise broken in (days)"
          value={value.brokenPromiseDays}
          onChange={(brokenPromiseDays) => set({ brokenPromiseDays })}
        />
      </Group>
      <CountInput
        label="May enter again after (days; empty: never)"
        width={280}
        placeholder="never"
        value={value.againAfterDays}
        onChange={(againAfterDays) => set({ againAfterDays })}
      />
    </Stack>
  );
}

type CountInputProps = {
  readonly label: string;
  readonly value: number | null;
  readonly width?: number;
  readonly placeholder?: string;
  onChange(value: number | null): void;
};

export function CountInput({ label, value, width = 155, placeholder = 'any', onChange }: CountInputProps) {
  return (
    <NumberInput
      label={label}
      w={width}
      min={0}
      max={40_000}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      placeholder={placeholder}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
    />
  );
}
