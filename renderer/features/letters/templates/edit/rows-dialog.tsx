/** Which list a table shows, in which columns, and what stands on its last line. */
import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { fieldLabel } from '../../../../../shared/templates/document/doc-text.ts';
import type { RowsBlock } from '../../../../../shared/templates/document/letter-doc.ts';
import { docLimits } from '../../../../../shared/templates/document/read-doc.ts';
import {
  type FieldName,
  type ItemFieldName,
  type ListName,
  letterFields,
  letterLists,
} from '../../../../../shared/templates/fields.ts';

type Attrs = RowsBlock['attrs'];
type Column = { readonly name: ItemFieldName; readonly label: string; readonly shown: boolean };

export type RowsDialogProps = {
  /** `null` for a new table. */
  readonly attrs: Attrs | null;
  onChoose(attrs: Attrs): void;
  onClose(): void;
};

/** What usually closes a table of each list. */
const usualTotals: Readonly<Partial<Record<ListName, FieldName>>> = {
  charges: 'amount_due',
  accounts: 'amounts.total_all',
  placed: 'placement.total',
  instalments: 'plan.total',
};
const sums = letterFields.filter(({ shape }) => shape === 'money');

function columnsOf(list: ListName, attrs: Attrs | null): readonly Column[] {
  const known = letterLists.find(({ name }) => name === list)?.fields ?? [];
  if (attrs === null || attrs.list !== list) {
    return known.map(({ name, label }, at) => ({ name, label, shown: at < docLimits.columns }));
  }
  const shown = attrs.columns.map((column) => ({ ...column, shown: true }));
  const names = new Set(shown.map(({ name }) => name));
  return [
    ...shown,
    ...known.filter(({ name }) => !names.has(name)).map(({ name, label }) => ({ name, label, shown: false })),
  ];
}

export function RowsDialog({ attrs, onChoose, onClose }: RowsDialogProps) {
  const [list, setList] = useState<ListName>(attrs?.list ?? 'charges');
  const [columns, setColumns] = useState(() => columnsOf(list, attrs));
  const [total, setTotal] = useState<FieldName | ''>(
    attrs === null ? (usualTotals[list] ?? '') : (attrs.total?.name ?? ''),
  );
  const [totalLabel, setTotalLabel] = useState(attrs?.total?.label ?? 'Amount due');
  const chosen = columns.filter(({ shown }) => shown);
  const change = (at: number, next: Partial<Column>) =>
    setColumns(columns.map((column, index) => (index === at ? { ...column, ...next } : column)));
  const move = (at: number, by: number) => {
    const next = [...columns];
    const [column] = next.splice(at, 1);
    if (column) next.splice(at + by, 0, column);
    setColumns(next);
  };
  const fits = chosen.length > 0 && chosen.length <= docLimits.columns;
  return (
    <Modal
      opened
      centered
      returnFocus={false}
      size="lg"
      onClose={onClose}
      title={attrs === null ? 'Put a table in' : 'Change the table'}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!fits) return;
          onChoose({
            list,
            columns: chosen.map(({ name, label }) => ({ name, label: label.trim() || fieldLabel(name) })),
            ...(total === ''
              ? {}
              : { total: { name: total, label: totalLabel.trim() || fieldLabel(total) } }),
          });
        }}
      >
        <Stack gap="sm">
          <NativeSelect
            label="A row for each of"
            data-autofocus
            data={letterLists.map(({ name, label }) => ({ value: name, label }))}
            value={list}
            onChange={(event) => {
              const next =
                letterLists.find(({ name }) => name === event.currentTarget.value)?.name ?? 'charges';
              setList(next);
              setColumns(columnsOf(next, attrs));
              const usual = usualTotals[next] ?? '';
              setTotal(usual);
              if (usual !== '') setTotalLabel(fieldLabel(usual));
            }}
          />
          <fieldset className="letter-columns">
            <legend>Columns, with the heading each has</legend>
            {columns.map((column, at) => (
              <Group key={column.name} gap="xs" wrap="nowrap">
                <Checkbox
                  aria-label={`Show ${fieldLabel(column.name)}`}
                  checked={column.shown}
                  onChange={(event) => change(at, { shown: event.currentTarget.checked })}
                />
                <TextInput
                  aria-label={`Heading of ${fieldLabel(column.name)}`}
                  flex={1}
                  maxLength={docLimits.label}
                  disabled={!column.shown}
                  value={column.label}
                  onChange={(event) => change(at, { label: event.currentTarget.value })}
                />
                <ActionIcon
                  aria-label={`${fieldLabel(column.name)} further left`}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  <IconArrowUp size={14} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  aria-label={`${fieldLabel(column.name)} further right`}
                  disabled={at === columns.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowDown size={14} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
          </fieldset>
          {fits ? null : (
            <Text size="sm" role="alert">
              Choose one to {docLimits.columns} columns.
            </Text>
          )}
          <Group grow align="flex-start">
            <NativeSelect
              label="Sum on the last line"
              data={[
                { value: '', label: 'None' },
                ...sums.map(({ name, label }) => ({ value: name, label })),
              ]}
              value={total}
              onChange={(event) =>
                setTotal(sums.find(({ name }) => name === event.currentTarget.value)?.name ?? '')
              }
            />
            {total === '' ? null : (
              <TextInput
                label="Words before it"
                maxLength={docLimits.label}
                value={totalLabel}
                onChange={(event) => setTotalLabel(event.currentTarget.value)}
              />
            )}
          </Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!fits}>
              {attrs === null ? 'Put it in' : 'Change'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
