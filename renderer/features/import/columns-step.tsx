/** Which column means what, beside some of its values and the reason of the guess. */
import { NativeSelect, Table } from '@mantine/core';
import { memo } from 'react';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { type ImportField, importFields } from '../../../shared/domain/import.ts';
import { importFieldWords } from '../../../shared/text/labels.ts';
import { setColumn, useImport } from './import-store.ts';

const groups: readonly { readonly group: string; readonly fields: readonly ImportField[] }[] = [
  { group: 'Who owes', fields: ['debtor_name', 'first_name', 'last_name', 'debtor_reference'] },
  {
    group: 'What is owed',
    fields: [
      'amount',
      'balance',
      'paid_amount',
      'charge_reference',
      'account_number',
      'charge_on',
      'due_on',
      'settled_on',
      'original_creditor',
      'memo',
    ],
  },
  {
    group: 'How to reach them',
    fields: ['phone', 'email', 'address_line1', 'address_line2', 'city', 'region', 'postal_code'],
  },
];

const options = [
  { value: '', label: 'Leave out' },
  ...groups.map(({ group, fields }) => ({
    group,
    items: fields.map((field) => ({ value: field, label: importFieldWords[field] })),
  })),
];

function fieldOf(value: string): ImportField | null {
  return importFields.find((field) => field === value) ?? null;
}

export function ColumnsTable({ preview }: { readonly preview: ImportPreview }) {
  const mapping = useImport((state) => state.mapping);
  const touched = useImport((state) => state.touched);
  const busy = useImport((state) => state.work === 'writing');
  return (
    <div className="import-columns">
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Column of the file</Table.Th>
            <Table.Th>Some of its values</Table.Th>
            <Table.Th>Means</Table.Th>
            <Table.Th>Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.columns.map((column, index) => (
            <ColumnRow
              // Columns can share a name; their place is what they are.
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              key={index}
              index={index}
              name={column.name}
              examples={column.examples.slice(0, 3).join('  ·  ')}
              field={mapping[index] ?? null}
              reason={touched[index] ? (mapping[index] ? 'your choice' : '') : (preview.reasons[index] ?? '')}
              busy={busy}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type ColumnRowProps = {
  readonly index: number;
  readonly name: string;
  readonly examples: string;
  readonly field: ImportField | null;
  readonly reason: string;
  readonly busy: boolean;
};

const ColumnRow = memo(function ColumnRow({ index, name, examples, field, reason, busy }: ColumnRowProps) {
  return (
    <Table.Tr data-mapped={field !== null}>
      <Table.Th scope="row" fw={field === null ? 400 : 600} className="import-cut" title={name}>
        {name}
      </Table.Th>
      <Table.Td className="import-cut import-examples" title={examples}>
        {examples === '' ? <span className="missing">empty</span> : examples}
      </Table.Td>
      <Table.Td py={2}>
        <NativeSelect
          aria-label={`${name} means`}
          disabled={busy}
          value={field ?? ''}
          onChange={(event) => setColumn(index, fieldOf(event.currentTarget.value))}
          data={options}
        />
      </Table.Td>
      <Table.Td className="import-cut import-reason" title={reason}>
        {reason}
      </Table.Td>
    </Table.Tr>
  );
});
