/**
 * One dialog for every list that leaves the book: as a spreadsheet, as text for other programs, or on paper. Which columns, and what is in it,
 * is said before a place is asked for.
 */
import { Alert, Button, Checkbox, Group, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { act } from '../../bridge/calls.ts';
import { useStoredView } from '../../bridge/drafts.ts';
import { askForHandOver, type ExportAsk, type ListToExport } from '../../bridge/exports.ts';
import { useJob } from '../../bridge/jobs.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { JobLine } from '../../components/job-line.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';
import { ColumnChoice } from './column-choice.tsx';
import './exports.css';
import { PaperPages } from './paper-pages.tsx';

const formats = ['xlsx', 'csv', 'paper'] as const;
type Format = (typeof formats)[number];

/** What each is for. */
const formatWords: Readonly<Record<Format, { readonly name: string; readonly about: string }>> = {
  xlsx: {
    name: 'Spreadsheet (XLSX)',
    about:
      'For Excel, LibreOffice and others. Sums are numbers and days are dates, so they can be added up and sorted.',
  },
  csv: {
    name: 'Text (CSV)',
    about:
      'For other programs. Text that a spreadsheet program would run as a formula gets an apostrophe in front.',
  },
  paper: { name: 'Print or PDF', about: 'Sheets on their side, with the headings and sums.' },
};

const exportView = z.object({ format: z.enum(formats), showFile: z.boolean() });
const freshView: z.output<typeof exportView> = { format: 'xlsx', showFile: false };

type ExportDialogProps = { readonly lists: ExportAsk; close(): void };

export function ExportDialog({ lists, close }: ExportDialogProps) {
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState(false);
  // A dialog that is open when it is first drawn would not know where the focus came from.
  useEffect(() => setOpened(true), []);
  const list = lists[at] ?? lists[0];
  return (
    <Modal opened={opened} onClose={close} title={`Export: ${list.label}`} size="56rem">
      <Stack gap="sm">
        {lists.length === 1 ? null : (
          <Select
            label="What"
            w={280}
            allowDeselect={false}
            data={lists.map(({ label }, index) => ({ value: String(index), label }))}
            value={String(at)}
            onChange={(value) => setAt(Number(value ?? 0))}
          />
        )}
        <ListExport key={at} list={list} close={close} />
      </Stack>
    </Modal>
  );
}

function ListExport({ list, close }: { readonly list: ListToExport; close(): void }) {
  const described = useCall('exports.describe', { asked: list.asked });
  const [view, changeView] = useStoredView('view:export', exportView, freshView);
  if (described.error) return <FaultAlert fault={described.error.fault} />;
  if (!described.data || view === null) return null;
  return (
    <Choices
      list={list}
      described={described.data}
      view={view}
      change={(part) => changeView((now) => ({ ...now, ...part }))}
      close={close}
    />
  );
}

type ChoicesProps = {
  readonly list: ListToExport;
  readonly described: OutputOf<'exports.describe'>;
  readonly view: z.output<typeof exportView>;
  change(part: Partial<z.output<typeof exportView>>): void;
  close(): void;
};

function Choices({ list, described, view, change, close }: ChoicesProps) {
  const { columns, rows, about } = described;
  const known = new Set(columns.map(({ columnId }) => columnId));
  const own = columns.filter(({ shown }) => shown).map(({ columnId }) => columnId);
  const given = (list.columns ?? own).filter((columnId) => known.has(columnId));
  const asInList = given.length === 0 ? own : given;
  const [picked, setPicked] = useState<readonly string[]>(asInList);
  const [onPaper, setOnPaper] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const job = useJob('exports.run');
  const { format, showFile } = view;
  const { whose } = list;
  const none = picked.length === 0;
  const primary = useRef<HTMLButtonElement | null>(null);
  // What is needed is set already; the focus stands where it is taken.
  useEffect(() => primary.current?.focus(), []);

  const save = async (as: 'csv' | 'xlsx') => {
    setFault(null);
    const chosen = await act('exports.choose', { asked: list.asked, format: as });
    if (!chosen.ok) {
      if (chosen.error.code !== 'file.dialog_cancelled') setFault(chosen.error);
      return;
    }
    const { fileId } = chosen.value;
    const written = await job.run({ asked: list.asked, columns: [...picked], format: as, fileId });
    if (!written.ok) return;
    const show = () =>
      void act('exports.showFile', { fileId }).then((shown) => {
        if (!shown.ok) showFault(shown.error);
      });
    if (showFile) show();
    const { fileName, rows: count, shortened } = written.value;
    showDone(
      `Saved ${fileName}: ${rowWords(count)}.${shortenedWords(shortened)}`,
      showFile ? {} : { also: { label: 'Show in folder', press: show } },
    );
    close();
  };

  if (onPaper) {
    return (
      <PaperPages asked={list.asked} columns={picked} showFile={showFile} back={() => setOnPaper(false)} />
    );
  }
  return (
    <>
      <Text size="sm" role="status">
        {[rows === null ? null : rowWords(rows), ...about].filter((part) => part !== null).join(' · ') ||
          described.title}
      </Text>
      <div>
        <SegmentedControl
          aria-label="Format"
          data={formats.map((one) => ({ value: one, label: formatWords[one].name }))}
          value={format}
          disabled={job.running}
          onChange={(value) => change({ format: value as Format })}
        />
        <Text size="xs" className="export-about">
          {formatWords[format].about}
        </Text>
      </div>
      <ColumnChoice
        columns={columns}
        asInList={asInList}
        picked={picked}
        disabled={job.running}
        pick={setPicked}
      />
      {format === 'paper' ? null : (
        <Checkbox
          label="Show the file in its folder afterwards"
          checked={showFile}
          onChange={(event) => change({ showFile: event.currentTarget.checked })}
        />
      )}
      <Alert color="yellow" variant="light" title="What leaves is not encrypted">
        Whoever has the file or the paper reads who owes what. Keep it where only your office can get at it,
        and delete it when it is no longer needed.
      </Alert>
      <FaultAlert fault={fault ?? job.fault} />
      {job.running ? (
        <JobLine progress={job.progress} starting="Writing the file" onCancel={job.cancel} />
      ) : (
        <Group justify="flex-end" gap="xs">
          {whose === undefined ? null : (
            <Button variant="subtle" mr="auto" onClick={() => askForHandOver(whose)}>
              Hand over to an attorney or agency…
            </Button>
          )}
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          {format === 'paper' ? (
            <Button ref={primary} disabled={none} onClick={() => setOnPaper(true)}>
              Show the pages
            </Button>
          ) : (
            <Button ref={primary} disabled={none} onClick={() => void save(format)}>
              Save file…
            </Button>
          )}
        </Group>
      )}
    </>
  );
}

function rowWords(rows: number): string {
  return `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
}

/** Said where a workbook could not hold a text whole; as CSV it can. */
function shortenedWords(cells: number): string {
  if (cells === 0) return '';
  return ` ${cells.toLocaleString('en-US')} ${cells === 1 ? 'text is' : 'texts are'} longer than a cell can hold and end in “…”; save as CSV to have them whole.`;
}
