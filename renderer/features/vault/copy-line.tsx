/** The line about a backup or restore: how far it is and its end, until it is closed. Nothing when there is none. */
import { Button, CloseButton, Progress, Text } from '@mantine/core';
import { sentenceOf } from '../../../shared/text/faults.ts';
import { useCall } from '../../bridge/queries.ts';
import { type CopyKind, type CopyWork, dismissCopy, stopCopy, useCopyWork } from './copy-work.ts';
import { countWords, sizeWords } from './size-words.ts';

const words: Readonly<
  Record<CopyKind, { readonly name: string; readonly start: string; readonly not: string }>
> = {
  'back-up': { name: 'Backup', start: 'Writing the backup', not: 'The book was not backed up.' },
  restore: { name: 'Restore', start: 'Reading the backup', not: 'The backup was not restored.' },
  'take-out': { name: 'Taking out', start: 'Copying the book', not: 'The book was not taken out.' },
  'bring-in': { name: 'Bringing in', start: 'Reading the file', not: 'The book was not brought in.' },
};

export function CopyLine() {
  const work = useCopyWork();
  if (work.at === 'none' || work.at === 'choosing') return null;
  return (
    <section className="vault-copy" data-at={work.at} aria-label={words[work.kind].name}>
      {work.at === 'running' ? (
        <Running work={work} />
      ) : (
        <>
          <Outcome work={work} />
          <CloseButton size="sm" aria-label="Close this line" onClick={dismissCopy} />
        </>
      )}
    </section>
  );
}

function Running({ work }: { readonly work: Extract<CopyWork, { at: 'running' }> }) {
  const { kind, fileName, progress, stopping } = work;
  const total = progress?.total ?? null;
  const share = progress && total ? Math.min(100, Math.floor((progress.done * 100) / total)) : 0;
  const phase = progress?.phase ?? words[kind].start;
  // Tables are told by their rows, files by their size.
  const amount = / tables$/.test(phase) ? (rows: number) => countWords(rows, 'row') : sizeWords;
  return (
    <>
      <Text size="sm" role="status" className="vault-copy-phase">
        {stopping ? 'Stopping; nothing is kept' : `${phase}: ${fileName}`}…
      </Text>
      <Progress value={share} className="vault-copy-bar" aria-label={phase} />
      <Text size="sm" className="vault-copy-sum">
        {progress && total ? `${amount(progress.done)} of ${amount(total)}` : ''}
      </Text>
      <Button variant="default" size="xs" disabled={stopping} onClick={stopCopy}>
        {stopping ? 'Stopping…' : 'Cancel'}
      </Button>
    </>
  );
}

function Outcome({ work }: { readonly work: Extract<CopyWork, { at: 'done' | 'stopped' | 'failed' }> }) {
  const state = useCall('book.state', {});
  const isOpen = state.data?.state === 'open';
  const { name, not } = words[work.kind];
  if (work.at === 'failed') {
    const { what, todo } = sentenceOf(work.fault);
    return (
      <Text size="sm" role="alert" className="vault-copy-text" data-fault={work.fault.code}>
        <strong>{not}</strong> {what} {todo}
      </Text>
    );
  }
  return (
    <Text size="sm" role="status" className="vault-copy-text">
      {work.at === 'stopped'
        ? `${name} stopped${work.asked ? '' : ' because the book was locked'}. Nothing of it was kept.`
        : work.text}
      {work.at === 'done' && work.kind === 'restore'
        ? ` ${isOpen ? 'Lock this book to open it' : 'Open it'} with the passphrase it had when the backup was made.`
        : ''}
      {work.at === 'done' && work.kind === 'bring-in'
        ? ` ${isOpen ? 'Lock this book to open it' : 'Open it'} with its new passphrase, and make its recovery sheet under Settings.`
        : ''}
    </Text>
  );
}
