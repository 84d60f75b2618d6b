/** The file: drop it or choose it, and how it is read. What is changed here is read anew at once. */
import { Button, Group, List, NativeSelect, Text, TextInput } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport, IconFileTypeCsv } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { FileReading, ImportPreview } from '../../../shared/contract/imports.ts';
import { InstantText } from '../../components/moments.tsx';
import { chooseFile, setReading, takeDropped, useImport } from './import-store.ts';
import { countOf } from './import-words.ts';

export function FileDrop() {
  const busy = useImport((state) => state.work === 'writing');
  return (
    <Dropzone
      onDrop={(files) => {
        const file = files[0];
        if (file) void takeDropped(file);
      }}
      multiple={false}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      disabled={busy}
      className="import-drop"
      inputProps={{ 'aria-hidden': true, tabIndex: -1, 'aria-label': 'File' }}
      tabIndex={-1}
    >
      <Group gap="md">
        <IconFileImport size={30} aria-hidden />
        <div className="import-drop-words">
          <Text fw={600} size="sm">
            Drop a CSV file here
          </Text>
          <Text size="xs" c="dimmed">
            From your billing or accounting program, or saved from a spreadsheet. Nothing is written before
            you have seen what it would do.
          </Text>
        </div>
        <Button onClick={() => void chooseFile()} disabled={busy} ml="auto" style={{ flex: 'none' }}>
          Choose file…
        </Button>
      </Group>
    </Dropzone>
  );
}

export function FileLine() {
  const fileName = useImport((state) => state.file?.fileName ?? '');
  const preview = useImport((state) => state.preview);
  const busy = useImport((state) => state.work === 'writing');
  return (
    <Dropzone
      onDrop={(files) => {
        const file = files[0];
        if (file) void takeDropped(file);
      }}
      multiple={false}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      disabled={busy}
      className="import-drop import-drop-line"
      inputProps={{ 'aria-hidden': true, tabIndex: -1, 'aria-label': 'File' }}
      tabIndex={-1}
    >
      <Group gap="xs">
        <IconFileTypeCsv size={20} aria-hidden />
        <Text fw={600} size="sm" className="import-file-name" title={fileName}>
          {fileName}
        </Text>
        {preview ? (
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {countOf(preview.rows, 'row')} · {countOf(preview.columns.length, 'column')} ·{' '}
            {sizeOf(preview.bytes)}
          </Text>
        ) : null}
        <Button
          variant="default"
          onClick={() => void chooseFile()}
          disabled={busy}
          ml="auto"
          style={{ flex: 'none' }}
        >
          Choose another…
        </Button>
      </Group>
    </Dropzone>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return countOf(bytes, 'byte');
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024).toLocaleString('en-US')} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const encodingNames: Readonly<Record<FileReading['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 big-endian',
  'windows-1252': 'Windows (1252)',
};
const delimiterNames: readonly { value: FileReading['delimiter']; label: string }[] = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar |' },
];
const orderNames: Readonly<Record<FileReading['dateOrder'], string>> = {
  mdy: 'month/day/year',
  dmy: 'day/month/year',
  ymd: 'year-month-day',
};

/** The five settings by which a file becomes a table. */
export function ReadingSettings({ preview }: { readonly preview: ImportPreview }) {
  const { reading } = preview;
  const busy = useImport((state) => state.work === 'writing' || state.work === 'looking');
  return (
    <div className="import-reading">
      <NativeSelect
        label="Encoding"
        disabled={busy}
        value={reading.encoding}
        onChange={(event) => setReading({ encoding: event.currentTarget.value as FileReading['encoding'] })}
        data={Object.entries(encodingNames).map(([value, label]) => ({ value, label }))}
      />
      <NativeSelect
        label="Columns parted by"
        disabled={busy}
        value={reading.delimiter}
        onChange={(event) => setReading({ delimiter: event.currentTarget.value as FileReading['delimiter'] })}
        data={[...delimiterNames]}
      />
      <NativeSelect
        label="Dates"
        disabled={busy}
        value={reading.dateOrder}
        onChange={(event) => setReading({ dateOrder: event.currentTarget.value as FileReading['dateOrder'] })}
        data={Object.entries(orderNames).map(([value, label]) => ({ value, label }))}
      />
      <NativeSelect
        label="Cents after"
        disabled={busy}
        value={reading.decimal}
        onChange={(event) => setReading({ decimal: event.currentTarget.value as FileReading['decimal'] })}
        data={[
          { value: '.', label: 'point: 1,234.50' },
          { value: ',', label: 'comma: 1.234,50' },
        ]}
      />
      <HeaderLine key={reading.headerLine} line={reading.headerLine} busy={busy} />
    </div>
  );
}

/** Typed freely, read on Enter or when the field is left. */
function HeaderLine({ line, busy }: { readonly line: number; readonly busy: boolean }) {
  const [typed, setTyped] = useState(String(line));
  useEffect(() => setTyped(String(line)), [line]);
  const commit = () => {
    const value = Number(typed);
    if (Number.isInteger(value) && value >= 0 && value <= 100 && value !== line)
      setReading({ headerLine: value });
    else setTyped(String(line));
  };
  return (
    <TextInput
      label="Names on line (0: none)"
      type="number"
      min={0}
      max={100}
      disabled={busy}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

/** What could be read in more than one way. */
export function ReadingDoubts({ preview }: { readonly preview: ImportPreview }) {
  if (preview.doubts.length === 0 && preview.importedAt === null) return null;
  return (
    <List size="sm" className="import-doubts" role="status" aria-label="To check">
      {preview.importedAt === null ? null : (
        <List.Item>
          This very file was brought in on <InstantText at={preview.importedAt} />. Rows the book already has
          add nothing.
        </List.Item>
      )}
      {preview.doubts.map((doubt) => (
        <List.Item key={doubt}>{doubt}</List.Item>
      ))}
    </List>
  );
}
