/** What the file was recognised as and how it is read, with its first rows read so. What is changed here is read anew at once. */
import { Alert, List, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { FileReading, ImportPreview } from '../../../shared/contract/imports.ts';
import type { FileFormat } from '../../../shared/domain/import/file-look.ts';
import { delimiters, type ImportSource, importSources } from '../../../shared/domain/import.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { importSourceWords } from '../../../shared/text/labels.ts';
import { InstantText } from '../../components/moments.tsx';
import { useImport } from './import-state.ts';
import { setReading } from './import-work.ts';
import { SampleTable } from './sample-table.tsx';
import { SkippedLines, StatedTotals } from './skipped-lines.tsx';

const encodingNames: Readonly<Record<FileReading['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 big-endian',
  'windows-1252': 'Windows (1252)',
  'iso-8859-15': 'Latin 9 (ISO-8859-15)',
  macintosh: 'Macintosh (Mac OS Roman)',
  cp437: 'DOS (437)',
};
const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Bar |',
  '^': 'Caret ^',
  '~': 'Tilde ~',
  ':': 'Colon :',
  '*': 'Star *',
};
const orderNames: Readonly<Record<FileReading['dateOrder'], string>> = {
  mdy: 'month/day/year',
  dmy: 'day/month/year',
  ymd: 'year-month-day',
};

/** Formats that are a table of cells; the others say themselves what each part is. */
const tables: readonly FileFormat[] = ['text', 'xlsx', 'xlsb', 'xls', 'ods', 'sylk', 'dif'];
export const isTable = (format: FileFormat) => tables.includes(format);

/** Sources that are no table of cells, each read by a reader of its own. */
const ownFormats: readonly ImportSource[] = ['quickbooks.iif', 'bank.ofx', 'x12.835', 'x12.837'];

export function FileStep({ preview }: { readonly preview: ImportPreview }) {
  const mapping = useImport((state) => state.mapping);
  const busy = useImport((state) => state.work === 'writing' || state.work === 'looking');
  const onHeaderLine = useCallback((headerLine: number) => setReading({ headerLine }), []);
  return (
    <div className="import-file-step">
      <Recognised preview={preview} />
      <ReadingSettings preview={preview} busy={busy} />
      <ReadingDoubts preview={preview} />
      <StatedTotals stated={preview.stated} />
      <SampleTable
        preview={preview}
        mapping={mapping}
        canChoose={isTable(preview.format)}
        busy={busy}
        onHeaderLine={onHeaderLine}
      />
      <SkippedLines preview={preview} />
    </div>
  );
}

function Recognised({ preview }: { readonly preview: ImportPreview }) {
  const { source } = preview.reading;
  const asOf = preview.asOf;
  if (source === 'table')
    return (
      <Text size="sm">
        Read as <b>a plain table</b>: no program was recognized by what it holds. Its columns are guessed by
        their names and values.
        {asOf === null ? null : <> It says it stands for {dayWords(asOf)}.</>}
      </Text>
    );
  return (
    <div className="import-recognised">
      <Text size="sm">
        Recognized as <b>{importSourceWords[source]}</b>
        {asOf === null ? null : <>, as of {dayWords(asOf)}</>}
        {preview.recognisedBy.length > 0 ? ':' : '.'}
      </Text>
      {preview.recognisedBy.length > 0 ? (
        <List size="sm" aria-label="Recognized by">
          {preview.recognisedBy.map((because) => (
            <List.Item key={because}>{because}</List.Item>
          ))}
        </List>
      ) : null}
    </div>
  );
}

/** The settings by which a file becomes a table; only those its format has. */
function ReadingSettings({ preview, busy }: { readonly preview: ImportPreview; readonly busy: boolean }) {
  const { reading, format, sheets } = preview;
  if (!isTable(format))
    return (
      <Text size="sm" c="dimmed">
        This format says itself what each part is: there is nothing to set.
      </Text>
    );
  return (
    <div className="import-reading">
      {sheets.length > 1 ? (
        <NativeSelect
          label={format === 'text' ? 'Table' : 'Sheet'}
          disabled={busy}
          value={String(reading.sheet)}
          onChange={(event) => setReading({ sheet: Number(event.currentTarget.value) })}
          data={sheets.map(({ name, rows, hidden }, index) => ({
            value: String(index),
            label: `${name}${rows === null ? '' : ` (${rows.toLocaleString('en-US')} rows)`}${hidden ? ', hidden' : ''}`,
          }))}
        />
      ) : null}
      <NativeSelect
        label="Read as"
        disabled={busy}
        value={reading.source}
        onChange={(event) =>
          setReading({
            source: importSources.find((source) => source === event.currentTarget.value) ?? 'table',
          })
        }
        data={importSources
          .filter((source) => !ownFormats.includes(source) || source === reading.source)
          .map((value) => ({ value, label: importSourceWords[value] }))}
      />
      {format === 'text' ? (
        <>
          <NativeSelect
            label="Encoding"
            disabled={busy}
            value={reading.encoding}
            onChange={(event) =>
              setReading({ encoding: event.currentTarget.value as FileReading['encoding'] })
            }
            data={Object.entries(encodingNames).map(([value, label]) => ({ value, label }))}
          />
          <NativeSelect
            label="Columns parted by"
            disabled={busy}
            value={reading.delimiter}
            onChange={(event) =>
              setReading({ delimiter: event.currentTarget.value as FileReading['delimiter'] })
            }
            data={delimiterOptions(reading.delimiter)}
          />
        </>
      ) : null}
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

function delimiterOptions(current: string): { value: string; label: string }[] {
  const known = delimiters.map((value) => ({
    value: value as string,
    label: delimiterNames[value] ?? value,
  }));
  return known.some(({ value }) => value === current)
    ? known
    : [...known, { value: current, label: current }];
}

/** Typed freely, read on Enter or when the field is left. */
function HeaderLine({ line, busy }: { readonly line: number; readonly busy: boolean }) {
  const [typed, setTyped] = useState(String(line));
  useEffect(() => setTyped(String(line)), [line]);
  const commit = () => {
    const value = Number(typed);
    if (typed.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= 1000 && value !== line)
      setReading({ headerLine: value });
    else setTyped(String(line));
  };
  return (
    <TextInput
      label="Names on line (0: none)"
      type="number"
      min={0}
      max={1000}
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

/** What could be read in more than one way, and whether this file was here before. */
function ReadingDoubts({ preview }: { readonly preview: ImportPreview }) {
  if (preview.doubts.length === 0 && preview.importedAt === null) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconInfoCircle size={18} aria-hidden />}
      role="status"
      aria-label="To check"
    >
      <List size="sm" className="import-doubts" data-one={preview.doubts.length === 0 || undefined}>
        {preview.importedAt === null ? null : (
          <List.Item>
            This very file was brought in on <InstantText at={preview.importedAt} />. Rows the book already
            has add nothing.
          </List.Item>
        )}
        {preview.doubts.map((doubt) => (
          <List.Item key={doubt}>{doubt}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
