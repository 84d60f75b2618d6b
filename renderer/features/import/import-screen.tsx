/**
 * Bringing a file in, on one screen from top to bottom: the file and how it is read, what its columns mean,
 * what the import would do, the import itself. Below, what was brought in before.
 */
import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ImportDone, ImportRow } from '../../../shared/contract/imports.ts';
import { useGo } from '../../bridge/navigation.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ColumnsTable } from './columns-step.tsx';
import { FileDrop, FileLine, ReadingDoubts, ReadingSettings } from './file-step.tsx';
import { ImportHistory, UndoDialog } from './import-history.tsx';
import { cancel, followBook, resume, startOver, useImport, type Work } from './import-store.ts';
import { headlineOf, leftOutOf, paidOf } from './import-words.ts';
import { PlanPanel } from './plan-panel.tsx';
import { TrialResult } from './trial-step.tsx';
import './import.css';

export function ImportScreen() {
  const { file, preview, trial, done, fault, work, interrupted } = useImport();
  const [undoing, setUndoing] = useState<ImportRow | null>(null);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    followBook();
    resume();
  }, []);
  // The next thing to look at comes into view by itself.
  useEffect(() => {
    if (trial || done || fault) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [trial, done, fault]);
  return (
    <div className="screen import-screen">
      <PageHeader title="Import" detail={file ? undefined : 'Accounts, charges and payments from a file'}>
        {file && work !== 'writing' ? (
          <Button variant="default" onClick={startOver}>
            Start over
          </Button>
        ) : null}
      </PageHeader>
      {file ? <FileLine /> : <FileDrop />}
      {done ? (
        <div ref={outcome}>
          <DoneAlert done={done} onUndo={() => setUndoing(done.import)} />
        </div>
      ) : (
        <>
          {preview ? (
            <>
              <ReadingSettings preview={preview} />
              <ReadingDoubts preview={preview} />
              <div className="import-middle">
                <ColumnsTable preview={preview} />
                <PlanPanel />
              </div>
            </>
          ) : null}
          <div ref={outcome} className="import-outcome">
            {work ? <WorkLine work={work} /> : null}
            {interrupted ? <InterruptedAlert /> : <FaultAlert fault={fault} />}
            {trial && work !== 'trying' ? <TrialResult trial={trial} /> : null}
          </div>
        </>
      )}
      <ImportHistory onUndo={setUndoing} />
      <UndoDialog
        row={undoing}
        onClose={() => setUndoing(null)}
        onUndone={(row) => {
          setUndoing(null);
          if (done?.import.importId === row.importId) startOver();
        }}
      />
    </div>
  );
}

function InterruptedAlert() {
  return (
    <Alert color="yellow" variant="light" role="status" title="The book was locked, so the import stopped.">
      Nothing of this file is in the book. Choose it again to go on; what you set for it is kept.
    </Alert>
  );
}

const workWords: Readonly<Record<Work, string>> = {
  looking: 'Reading the file',
  trying: 'Trying it',
  writing: 'Importing',
};

function WorkLine({ work }: { readonly work: Work }) {
  const progress = useImport((state) => state.progress);
  const cancelling = useImport((state) => state.cancelling);
  const share = progress?.total ? Math.min(100, Math.floor((progress.done * 100) / progress.total)) : 0;
  return (
    <Group gap="sm" wrap="nowrap" className="import-work" role="status">
      <Text size="sm" w={200} style={{ flex: 'none' }}>
        {cancelling ? 'Stopping; nothing is kept' : (progress?.phase ?? workWords[work])}…
      </Text>
      <Progress value={share} flex={1} aria-label={workWords[work]} />
      <Text size="sm" ta="right" w={44}>
        {share} %
      </Text>
      <Button variant="default" onClick={cancel} disabled={cancelling}>
        {cancelling ? 'Stopping…' : 'Cancel'}
      </Button>
    </Group>
  );
}

function DoneAlert({ done, onUndo }: { readonly done: ImportDone; onUndo(): void }) {
  const go = useGo();
  return (
    <Alert
      role="status"
      color="green"
      variant="light"
      icon={<IconCheck size={18} aria-hidden />}
      title={headlineOf(done.import)}
      className="import-done"
    >
      <Text size="sm">
        {paidOf(done.import)} {leftOutOf(done)} File total and book agree to the cent.
      </Text>
      <Group gap="xs" mt="xs">
        <Button onClick={() => go('accounts')}>See the accounts</Button>
        <Button variant="default" onClick={startOver}>
          Import another file
        </Button>
        <Button variant="default" onClick={onUndo}>
          Undo this import…
        </Button>
      </Group>
    </Alert>
  );
}
