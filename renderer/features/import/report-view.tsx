/** What an import brought in: right after it, and days later from the history. To read, to print, to go on from, to take back. */
import { Alert, Button, Group, Loader, Tabs, Text } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconInfoCircle, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportReport, ImportRow } from '../../../shared/contract/imports.ts';
import { importSourceWords } from '../../../shared/text/labels.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ChangesTable } from './changes-table.tsx';
import { ControlTotals } from './control-totals.tsx';
import { useImport } from './import-state.ts';
import { countOf, headlineOf, leftOutOf, paidOf } from './import-words.ts';
import { startOver } from './import-work.ts';
import { RemarkTable } from './remark-table.tsx';
import { ReportPaper } from './report-paper.tsx';
import { TallyTable } from './tally-table.tsx';
import './trial-step.css';

export type ReportViewProps = {
  readonly importId: number;
  /** Just made: the wizard's own end. */
  readonly fresh: boolean;
  onUndo(row: ImportRow): void;
  onBack(): void;
};

export function ReportView({ importId, fresh, onUndo, onBack }: ReportViewProps) {
  const report = useCall('imports.report', { importId });
  const done = useImport((state) => state.done);
  const go = useGo();
  const [printing, setPrinting] = useState(false);
  const { data } = report;
  const waiting =
    data?.import.state === 'done' ? data.tallies.reduce((count, tally) => count + tally.waiting, 0) : 0;
  return (
    <>
      <PageHeader
        title="Import"
        detail={
          data ? (
            <>
              <b>{data.import.fileName}</b> · <InstantText at={data.import.importedAt} />
            </>
          ) : undefined
        }
      >
        {fresh ? null : (
          <Button variant="default" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={onBack}>
            All imports
          </Button>
        )}
      </PageHeader>
      <FaultAlert fault={report.error?.fault} />
      {data === undefined ? (
        report.isPending ? (
          <Loader size="sm" role="status" aria-label="Reading the report" />
        ) : null
      ) : (
        <>
          <Headline report={data} leftOut={fresh && done ? leftOutOf(done) : ''} />
          <Group gap="xs">
            <Button variant={waiting > 0 ? 'default' : 'filled'} onClick={() => go('accounts')}>
              See the accounts
            </Button>
            {waiting > 0 ? (
              <Button onClick={() => go('incoming')}>Match {countOf(waiting, 'sum')} received</Button>
            ) : null}
            {fresh ? (
              <Button variant="default" onClick={startOver}>
                Import another file
              </Button>
            ) : null}
            <Button
              variant="default"
              leftSection={<IconPrinter size={15} aria-hidden />}
              onClick={() => setPrinting(true)}
            >
              Print or save the report…
            </Button>
            {data.import.state === 'done' ? (
              <Button variant="default" onClick={() => onUndo(data.import)}>
                Undo this import…
              </Button>
            ) : null}
          </Group>
          <Standing report={data} />
          {data.tallies.length > 0 ? (
            <TallyTable tallies={data.tallies} label="What became of the rows" />
          ) : null}
          {data.tallies.length === 0 ? null : (
            <ControlTotals
              stated={data.stated}
              fileCents={data.tallies.reduce((sum, { cents }) => sum + cents, 0)}
              rows={data.tallies.reduce((sum, { rows }) => sum + rows, 0)}
              typedCents={data.plan.controlCents}
              typedRows={data.plan.controlRows}
            />
          )}
          <Lists report={data} />
          {printing ? <ReportPaper importId={importId} onClose={() => setPrinting(false)} /> : null}
        </>
      )}
    </>
  );
}

function Headline({ report, leftOut }: { readonly report: ImportReport; readonly leftOut: string }) {
  const row = report.import;
  const undone = row.state === 'undone';
  return (
    <Alert
      role="status"
      color={undone ? 'gray' : 'green'}
      variant="light"
      icon={undone ? <IconInfoCircle size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
      title={headlineOf(row)}
      className="import-headline"
    >
      <Text size="sm">
        {undone ? (
          <>
            Taken back on <InstantText at={row.undoneAt} />: nothing of it is in the book.
          </>
        ) : (
          <>
            {paidOf(row)} {leftOut}
          </>
        )}{' '}
        {row.clientName === '' ? '' : `For ${row.clientName}. `}
        {row.source === 'table' ? '' : `Read as ${importSourceWords[row.source]}.`}
      </Text>
    </Alert>
  );
}

/** What keeps it from being taken back. */
function Standing({ report }: { readonly report: ImportReport }) {
  if (report.import.state === 'undone') return null;
  const { standing } = report;
  if (standing.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing was built on it yet: it can be taken back whole.
      </Text>
    );
  return (
    <Alert color="yellow" variant="light" icon={<IconInfoCircle size={18} aria-hidden />}>
      <Text size="sm">
        It cannot be taken back while this stands on it:{' '}
        {standing.map(({ what, count }) => `${count.toLocaleString('en-US')} ${what}`).join(', ')}. Take that
        back first.
      </Text>
    </Alert>
  );
}

function Lists({ report }: { readonly report: ImportReport }) {
  const { changes, changesCount, refusals, doubts } = report;
  const { refused, importId } = report.import;
  const lists = [
    ...(refusals.length > 0
      ? [{ name: 'refused', words: `Refused: ${countOf(Math.max(refused, refusals.length), 'row')}` }]
      : []),
    ...(doubts.length > 0
      ? [{ name: 'doubts', words: `Taken, but please check: ${doubts.length.toLocaleString('en-US')}` }]
      : []),
    ...(changesCount > 0
      ? [{ name: 'changes', words: `Brought up to date: ${changesCount.toLocaleString('en-US')}` }]
      : []),
  ];
  const [shown, setShown] = useState<string | null>(null);
  const first = lists[0];
  if (first === undefined) return null;
  return (
    <Tabs value={shown ?? first.name} onChange={setShown} keepMounted={false}>
      <Tabs.List aria-label="Rows of the report">
        {lists.map(({ name, words }) => (
          <Tabs.Tab key={name} value={name}>
            {words}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="refused" pt="xs">
        <RemarkTable
          label="Refused rows"
          rows={refusals}
          count={Math.max(refused, refusals.length)}
          asked={{ list: 'import_remarks', importId, about: 'refused' }}
        />
      </Tabs.Panel>
      <Tabs.Panel value="doubts" pt="xs">
        <RemarkTable
          label="Rows to check"
          rows={doubts}
          count={doubts.length}
          asked={{ list: 'import_remarks', importId, about: 'doubts' }}
        />
      </Tabs.Panel>
      <Tabs.Panel value="changes" pt="xs">
        <ChangesTable changes={changes} count={changesCount} label="What was brought up to date" />
      </Tabs.Panel>
    </Tabs>
  );
}
