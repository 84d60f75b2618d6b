/**
 * Bringing a file in, step by step: what it is, what its columns mean, whose debts they are, who the people are, what it would do, and
 * then the import itself with its report. Without a file: the ways to bring one in, and what was brought in before.
 */
import { Button, Loader, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ImportRow } from '../../../shared/contract/imports.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { takesLetters } from '../../components/covered.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ChoicesStep } from './choices-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { ImportHistory, UndoDialog } from './import-history.tsx';
import { useImport } from './import-state.ts';
import { countOf, sizeOf } from './import-words.ts';
import {
  chooseFile,
  leaveWaiting,
  resume,
  showReport,
  startOver,
  takeDropped,
  takePasted,
  takeWaiting,
} from './import-work.ts';
import { PeopleStep } from './people-step.tsx';
import { ReportView } from './report-view.tsx';
import { StartView } from './start-view.tsx';
import { StepBar, stepWords } from './step-bar.tsx';
import { StepFoot, WorkLine } from './step-foot.tsx';
import { TrialStep } from './trial-step.tsx';
import './import.css';

export function ImportScreen() {
  const { file, done, shownImportId } = useImport();
  const [undoing, setUndoing] = useState<ImportRow | null>(null);
  useEffect(() => void resume(), []);
  usePaste();
  const importId = shownImportId ?? done?.import.importId ?? null;
  return (
    <div className="screen import-screen" data-wizard={(file !== null && importId === null) || undefined}>
      {importId !== null ? (
        <ReportView
          importId={importId}
          fresh={shownImportId === null}
          onUndo={setUndoing}
          onBack={() => (shownImportId === null ? startOver() : showReport(null))}
        />
      ) : file !== null ? (
        <Wizard />
      ) : (
        <>
          <PageHeader title="Import" detail="Accounts, charges and payments from a file" />
          <StartView />
          <ImportHistory onUndo={setUndoing} onOpen={showReport} />
        </>
      )}
      <UndoDialog
        row={undoing}
        onClose={() => setUndoing(null)}
        onUndone={(row) => {
          setUndoing(null);
          if (done?.import.importId === row.importId) startOver();
        }}
      />
      <ReplaceDialog />
    </div>
  );
}

function Wizard() {
  const { file, preview, trial, fault, work, step } = useImport();
  const main = useRef<HTMLElement>(null);
  // A new step begins at its top, and the keyboard goes on there.
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    main.current?.scrollTo(0, 0);
    if (document.activeElement === null || document.activeElement === document.body)
      main.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <>
      <PageHeader
        title="Import"
        detail={
          <span className="import-file-line">
            <IconFileSpreadsheet size={16} aria-hidden />
            <b title={file?.fileName}>{file?.fileName}</b>
            {preview ? (
              <span>
                {countOf(preview.rows, 'row')} · {countOf(preview.columns.length, 'column')} ·{' '}
                {sizeOf(preview.bytes)}
              </span>
            ) : null}
          </span>
        }
      >
        {work === 'writing' ? null : (
          <>
            <Button variant="default" onClick={() => void chooseFile()}>
              Choose another…
            </Button>
            <Button variant="default" onClick={startOver}>
              Start over
            </Button>
          </>
        )}
      </PageHeader>
      <StepBar />
      <section ref={main} className="import-step-main" aria-label={stepWords[step]} tabIndex={-1}>
        <FaultAlert fault={fault}>
          {preview === null ? (
            <Button variant="default" mt="xs" onClick={() => void chooseFile()}>
              Choose another file…
            </Button>
          ) : null}
        </FaultAlert>
        {preview === null ? (
          work ? (
            <WorkLine work={work} />
          ) : null
        ) : step === 'file' ? (
          <FileStep preview={preview} />
        ) : step === 'columns' ? (
          <ColumnsStep preview={preview} />
        ) : step === 'choices' ? (
          <ChoicesStep preview={preview} />
        ) : trial === null ? (
          work ? (
            <Text size="sm" c="dimmed">
              <Loader size="xs" mr="xs" aria-hidden /> Every row is read and compared with the book. Nothing
              is written.
            </Text>
          ) : fault ? null : (
            <Text size="sm">The file was not tried yet.</Text>
          )
        ) : step === 'people' ? (
          <PeopleStep trial={trial} />
        ) : (
          <TrialStep trial={trial} />
        )}
      </section>
      <StepFoot />
    </>
  );
}

/** Another file came while one is in work. */
function ReplaceDialog() {
  const waiting = useImport((state) => state.waitingFile);
  const fileName = useImport((state) => state.file?.fileName ?? '');
  return (
    <ConfirmDialog
      opened={waiting !== null}
      title="Bring this file in instead?"
      confirmLabel="Take the new file"
      cancelLabel="Stay with the first"
      onConfirm={takeWaiting}
      onClose={leaveWaiting}
    >
      <p>
        What you set for <b>{fileName}</b> is left for <b>{waiting?.name}</b>. Nothing of the first file is in
        the book yet.
      </p>
    </ConfirmDialog>
  );
}

/** Ctrl+V anywhere on the screen, but not in a field: a table, or a file that was copied. */
function usePaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || takesLetters(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() !== '') void takePasted(text);
      else if (file) void takeDropped(file);
      else return;
      event.preventDefault();
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}
