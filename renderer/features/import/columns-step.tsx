/** What each column means, beside some of its values and the reason of the guess; what the rows are; and whether this is remembered. */
import {
  Alert,
  Button,
  Checkbox,
  NativeSelect,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle, IconBookmark, IconCircleCheck } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { type ImportField, rowKinds } from '../../../shared/domain/import.ts';
import { importSourceWords, rowKindWords } from '../../../shared/text/labels.ts';
import { InstantText } from '../../components/moments.tsx';
import { fieldOf, fieldOptions, rowKindHints } from './field-groups.ts';
import { lacksOf, rowKindOf } from './import-plan.ts';
import { useImport } from './import-state.ts';
import { setChoices, setColumn, setRowKind, setUseProfile } from './import-work.ts';

const many = 12;
type Shown = 'all' | 'used' | 'unused';

export function ColumnsStep({ preview }: { readonly preview: ImportPreview }) {
  const mapping = useImport((state) => state.mapping);
  const touched = useImport((state) => state.touched);
  const busy = useImport((state) => state.work === 'writing' || state.work === 'looking');
  const [shown, setShown] = useState<Shown>('all');
  // Which columns are listed is settled when the filter is pressed: one that is mapped does not jump away.
  const [listed, setListed] = useState<readonly number[] | null>(null);
  const used = mapping.filter((field) => field !== null).length;
  const filter = (next: Shown) => {
    setShown(next);
    setListed(
      next === 'all'
        ? null
        : mapping.flatMap((field, index) => ((field !== null) === (next === 'used') ? [index] : [])),
    );
  };
  const indexes = listed ?? preview.columns.map((_, index) => index);
  return (
    <div className="import-middle">
      <div className="import-columns-side">
        {preview.columns.length > many ? (
          <SegmentedControl
            aria-label="Columns shown"
            value={shown}
            onChange={(value) => filter(value as Shown)}
            data={[
              { value: 'all', label: `All ${preview.columns.length}` },
              { value: 'used', label: `Used ${used}` },
              { value: 'unused', label: `Left out ${preview.columns.length - used}` },
            ]}
          />
        ) : null}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <section className="import-columns" aria-label="Columns" tabIndex={0}>
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
              {indexes.map((index) => (
                <ColumnRow
                  key={index}
                  index={index}
                  name={preview.columns[index]?.name ?? ''}
                  examples={(preview.columns[index]?.examples ?? []).slice(0, 3).join('  ·  ')}
                  field={mapping[index] ?? null}
                  reason={
                    touched[index] ? (mapping[index] ? 'your choice' : '') : (preview.reasons[index] ?? '')
                  }
                  busy={busy}
                />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      </div>
      <Stack gap="sm" className="import-side">
        <RowKindChoice preview={preview} busy={busy} />
        <Needs />
        <Profile preview={preview} busy={busy} />
      </Stack>
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
          data={fieldOptions}
        />
      </Table.Td>
      <Table.Td className="import-cut import-reason" title={reason}>
        {reason}
      </Table.Td>
    </Table.Tr>
  );
});

type PartProps = { readonly preview: ImportPreview; readonly busy: boolean };

function RowKindChoice({ preview, busy }: PartProps) {
  const state = useImport();
  const kind = rowKindOf(state);
  const byRow = state.mapping.includes('row_type');
  return (
    <NativeSelect
      label={byRow ? 'Rows whose kind is not said are' : 'The rows are'}
      description={rowKindHints[kind]}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      disabled={busy}
      value={kind}
      onChange={(event) =>
        setRowKind(rowKinds.find((known) => known === event.currentTarget.value) ?? preview.rowKind)
      }
      data={rowKinds.map((value) => ({ value, label: rowKindWords[value] }))}
    />
  );
}

/** What the columns still lack, or that nothing is missing. */
function Needs() {
  const state = useImport();
  const lacks = lacksOf(state).filter(({ step }) => step === 'columns');
  return (
    <div role="status" aria-live="polite">
      {lacks.map(({ text }) => (
        <p key={text} className="import-lack">
          <IconAlertTriangle size={15} aria-hidden />
          {text}
        </p>
      ))}
      {lacks.length === 0 ? (
        <p className="import-complete">
          <IconCircleCheck size={15} aria-hidden />
          Every column that is needed is there.
        </p>
      ) : null}
    </div>
  );
}

/** Remembered ways of reading: the one that was applied, and the name under which this one is kept. */
function Profile({ preview, busy }: PartProps) {
  const name = useImport((state) => state.choices.profileName);
  const useProfile = useImport((state) => state.useProfile);
  const { profile } = preview;
  return (
    <Stack gap="xs">
      {profile ? (
        <Alert variant="light" icon={<IconBookmark size={16} aria-hidden />} role="status">
          <Text size="sm">
            The columns and choices of <b>{profile.name}</b> were taken, last used on{' '}
            <InstantText at={profile.usedAt} />.
          </Text>
          <Button
            variant="default"
            size="compact-xs"
            mt={4}
            disabled={busy}
            onClick={() => setUseProfile(false)}
          >
            Guess them anew
          </Button>
        </Alert>
      ) : null}
      {!useProfile ? (
        <Button variant="default" disabled={busy} onClick={() => setUseProfile(true)}>
          Take them as remembered
        </Button>
      ) : null}
      <Checkbox
        label="Remember this for the next such file"
        disabled={busy}
        checked={name !== ''}
        onChange={(event) =>
          setChoices({ profileName: event.currentTarget.checked ? proposedName(preview) : '' })
        }
      />
      {name === '' ? null : <ProfileName name={name} busy={busy} />}
    </Stack>
  );
}

/** An empty name is refused here and not taken for "do not remember". */
function ProfileName({ name, busy }: { readonly name: string; readonly busy: boolean }) {
  const [typed, setTyped] = useState(name);
  return (
    <TextInput
      label="Under the name"
      maxLength={80}
      disabled={busy}
      value={typed}
      error={typed.trim() === '' ? 'Type a name, or take the check mark away.' : undefined}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        if (next.trim() !== '') setChoices({ profileName: next });
      }}
    />
  );
}

function proposedName(preview: ImportPreview): string {
  const { source } = preview.reading;
  if (preview.profile) return preview.profile.name;
  if (source !== 'table') return importSourceWords[source];
  return preview.fileName.replace(/\.[^.]{1,8}$/, '').slice(0, 80) || 'A table';
}
