/**
 * Files kept with the account and the person's other accounts: add by the dialog or by dropping them anywhere on the account, look at
 * them, save a copy, remove with a reason and take that back.
 */
import { Button, Group, Loader, Portal, Text, TextInput } from '@mantine/core';
import { IconFiles, IconPaperclip, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { AttachmentRow } from '../../../../shared/contract/attachments.ts';
import { attachmentLimits } from '../../../../shared/domain/attachment.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { sizeWords } from '../../../../shared/text/file-words.ts';
import { forgetAskedFile, useAskedFile } from '../../../bridge/asked-file.ts';
import { act } from '../../../bridge/calls.ts';
import { useImportDropped } from '../../../bridge/dropped.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { AddFilesDialog } from './add-files-dialog.tsx';
import { FileList, RemovedList } from './file-list.tsx';
import type { PickedFile } from './picked-file.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';
import './files.css';

type Adding = {
  readonly files: readonly PickedFile[];
  readonly leftOut: number;
  /** The one file that may have been meant for the import. */
  readonly forImport: File | null;
};

export type FilesPartProps = { readonly account: AccountFacts; readonly today: Day };

/** From this many on a field to search them is worth its place. */
const searchFrom = 6;
const pageOf = 100;

export function FilesPart({ account, today }: FilesPartProps) {
  const { accountId, debtor } = account;
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(pageOf);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [shownId, setShownId] = useState<number | null>(null);
  const [removing, setRemoving] = useState<AttachmentRow | null>(null);
  // Asked for by name from elsewhere.
  const asked = useAskedFile(accountId);
  useEffect(() => {
    if (asked === null) return;
    forgetAskedFile();
    setShownId(asked);
  }, [asked]);
  const remove = useOnce('attachments.remove');
  const importDropped = useImportDropped();
  const listed = useCall('attachments.list', { accountId, text, limit }, { keepPrevious: true });

  const over = useDroppedFiles(
    ({ files, onPlace }) => {
      const [only] = files;
      setAdding({
        files: files
          .slice(0, attachmentLimits.files)
          .map((file) => ({ from: 'drop', name: file.name, file })),
        leftOut: Math.max(0, files.length - attachmentLimits.files),
        forImport: files.length === 1 && only && !onPlace ? only : null,
      });
    },
    () => showDone('Nothing was added. Close the open dialog first, then drop the files again.'),
  );
  const choose = async () => {
    const chosen = await act('attachments.choose', {});
    if (chosen.ok) {
      const { files, leftOut } = chosen.value;
      const picked = files.map(
        ({ fileId, fileName }) => ({ from: 'dialog', name: fileName, fileId }) as const,
      );
      setAdding({ files: picked, leftOut, forImport: null });
    } else if (chosen.error.code !== 'file.dialog_cancelled') showFault(chosen.error);
  };

  const rows = listed.data?.attachments ?? [];
  const files = useMemo(() => rows.filter(({ removedAt }) => removedAt === null), [rows]);
  const removed = useMemo(() => rows.filter(({ removedAt }) => removedAt !== null), [rows]);
  // One asked for by name may stand further down than what is listed.
  const isListed = shownId === null || files.some(({ attachmentId }) => attachmentId === shownId);
  const single = useCall(
    'attachments.list',
    { accountId, before: (shownId ?? 0) + 1, limit: 1 },
    { enabled: !isListed },
  );
  const shown = isListed
    ? files
    : (single.data?.attachments ?? []).filter(({ removedAt }) => removedAt === null);
  const count = listed.data?.count ?? 0;
  const fault = listed.error?.fault;

  return (
    <div className="files-part" data-files-place>
      {fault ? <FaultAlert fault={fault} /> : null}
      {listed.data === undefined && !fault ? (
        <Loader size="sm" role="status" aria-label="Looking for files" />
      ) : null}
      {listed.data !== undefined && count === 0 ? (
        <EmptyState
          icon={<IconFiles size={36} />}
          title="No files are kept with this person"
          actions={
            <Button
              data-first
              leftSection={<IconPaperclip size={15} aria-hidden />}
              onClick={() => void choose()}
            >
              Add files…
            </Button>
          }
        >
          Letters received, agreements, proof of payment, court papers. Add them here, or drop them anywhere
          on this account. They are kept inside the encrypted book, up to {attachmentLimits.bytes / 1_000_000}{' '}
          MB each.
        </EmptyState>
      ) : null}
      {count > 0 ? (
        <>
          <Group gap="xs" wrap="nowrap">
            <Button
              data-first
              variant="default"
              leftSection={<IconPaperclip size={15} aria-hidden />}
              onClick={() => void choose()}
            >
              Add files…
            </Button>
            {count >= searchFrom || text !== '' ? (
              <TextInput
                aria-label="Search the files"
                placeholder="Name or description"
                leftSection={<IconSearch size={14} aria-hidden />}
                value={text}
                maxLength={200}
                autoComplete="off"
                flex={1}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            ) : (
              <Text size="xs" c="dimmed">
                or drop them anywhere on this account
              </Text>
            )}
          </Group>
          {files.length === 0 ? (
            <Text size="sm" c="dimmed">
              {text === '' ? 'All files were removed.' : `No file is called or described by “${text}”.`}
            </Text>
          ) : (
            <FileList
              files={files}
              accountId={accountId}
              onOpen={({ attachmentId }) => setShownId(attachmentId)}
              onRemove={setRemoving}
            />
          )}
          {listed.data?.next == null || limit >= 200 ? null : (
            <Button variant="subtle" onClick={() => setLimit(200)}>
              Show more
            </Button>
          )}
          {listed.data?.next == null || limit < 200 ? null : (
            <Text size="xs" c="dimmed">
              The newest 200 of {count} are shown. Search by name for older ones.
            </Text>
          )}
          <RemovedList
            files={removed}
            onRestore={({ attachmentId, name }) => void restore(attachmentId, name)}
          />
        </>
      ) : null}
      {listed.data !== undefined && listed.data.bookBytes >= attachmentLimits.bookWarningBytes ? (
        <Text size="xs" role="note">
          The files of this book come to {sizeWords(listed.data.bookBytes)}. Every backup carries them; keep
          large recordings outside and describe where.
        </Text>
      ) : null}
      {over ? (
        <Portal>
          <div className="files-veil">
            <div>
              <IconPaperclip size={30} aria-hidden />
              <strong>Drop to keep with the account of {debtor.name}</strong>
              <span>You see what is added before it is</span>
            </div>
          </div>
        </Portal>
      ) : null}
      {adding === null ? null : (
        <AddFilesDialog
          accountId={accountId}
          debtorName={debtor.name}
          today={today}
          files={adding.files}
          leftOut={adding.leftOut}
          onImport={
            adding.forImport === null ? null : () => adding.forImport && importDropped(adding.forImport)
          }
          onClose={() => setAdding(null)}
        />
      )}
      {shownId === null ? null : (
        <PreviewDialog
          files={shown}
          shownId={shownId}
          accountId={accountId}
          covered={removing !== null}
          onShow={setShownId}
          onRemove={setRemoving}
          onClose={() => setShownId(null)}
        />
      )}
      {removing === null ? null : (
        <ReasonDialog
          title="Remove this file?"
          confirmLabel="Remove"
          dangerous
          suggestions={['Of another person', 'Added twice', 'Cannot be read']}
          pending={remove.pending}
          fault={remove.fault}
          onClose={() => setRemoving(null)}
          onConfirm={async (reason) => {
            const { attachmentId, name } = removing;
            const result = await remove.run({ attachmentId, reason });
            if (result.ok) {
              setShownId(null);
              showDone(`${name} is removed.`, { undo: () => void restore(attachmentId, name) });
            }
            return result;
          }}
        >
          <bdi>{removing.name}</bdi> leaves this list and cannot be opened any more. Its line stays under
          “Removed” with the reason, and it can be brought back from there.
        </ReasonDialog>
      )}
    </div>
  );
}

async function restore(attachmentId: number, name: string): Promise<void> {
  const restored = await act('attachments.restore', { attachmentId });
  if (restored.ok) showDone(`${name} is back.`);
  else showFault(restored.error);
}
