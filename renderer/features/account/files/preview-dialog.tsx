/** One kept file, large: arrow keys go to the next, Escape leaves, a copy can be saved, and it can be removed with a reason. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChevronLeft,
  IconChevronRight,
  IconDeviceFloppy,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { AttachmentRow } from '../../../../shared/contract/attachments.ts';
import { isMisnamed, riskOf } from '../../../../shared/domain/attachment.ts';
import {
  attachmentKindWords,
  mediaTypeWords,
  riskWords,
  sizeWords,
} from '../../../../shared/text/file-words.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { isTyping } from '../focus-facts.ts';
import { Dialog } from '../forms/dialog.tsx';
import { FileContent } from './file-content.tsx';
import { saveCopy } from './save-copy.ts';

export type PreviewDialogProps = {
  /** Those that can be looked at, in the order of the list. */
  readonly files: readonly AttachmentRow[];
  readonly shownId: number;
  readonly accountId: number;
  /** A dialog lies above this one; it takes Escape. */
  readonly covered: boolean;
  onShow(attachmentId: number): void;
  onRemove(file: AttachmentRow): void;
  onClose(): void;
};

export function PreviewDialog({
  files,
  shownId,
  accountId,
  covered,
  onShow,
  onRemove,
  onClose,
}: PreviewDialogProps) {
  const [confirming, setConfirming] = useState(false);
  const index = files.findIndex(({ attachmentId }) => attachmentId === shownId);
  const file = files[index];
  if (!file) return null;
  const step = (by: number) => {
    const next = files[index + by];
    if (next) onShow(next.attachmentId);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || confirming || covered) return;
    if (isTyping(event.target) || scrollsSideways(event.target)) return;
    event.preventDefault();
    step(event.key === 'ArrowLeft' ? -1 : 1);
  };
  const risk = riskOf(file.name, file.mediaType);
  const save = () => (risk === null ? void saveCopy(file.attachmentId) : setConfirming(true));
  return (
    <Dialog
      onClose={onClose}
      closeOnEscape={!confirming && !covered}
      title={<bdi className="files-title">{file.name}</bdi>}
      size="56rem"
      onKeyDown={press}
    >
      <Stack gap="xs" className="files-preview">
        <Text size="sm" className="files-about">
          {attachmentKindWords[file.kind]} · <DayText day={file.onDay} /> · {mediaTypeWords[file.mediaType]},{' '}
          {sizeWords(file.bytes)}
          {file.accountId === accountId ? '' : ` · account ${file.accountNumber}`} · kept{' '}
          <InstantText at={file.addedAt} /> by {file.author}
        </Text>
        {file.description === '' ? null : <Text size="sm">{file.description}</Text>}
        {isMisnamed(file.name, file.mediaType) ? (
          <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
            The name promises another kind of file than it is ({mediaTypeWords[file.mediaType]}). Treat it
            with care.
          </Alert>
        ) : null}
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={15} aria-hidden />}
            onClick={save}
            data-autofocus
          >
            Save a copy…
          </Button>
          <Button
            variant="default"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => onRemove(file)}
          >
            Remove…
          </Button>
          {files.length < 2 ? null : (
            <Group gap={4} ml="auto" wrap="nowrap">
              <Button
                variant="default"
                px={8}
                disabled={index === 0}
                aria-label="File before"
                aria-keyshortcuts="ArrowLeft"
                onClick={() => step(-1)}
              >
                <IconChevronLeft size={16} aria-hidden />
              </Button>
              <Text size="sm" role="status" className="files-count">
                {index + 1} of {files.length}
              </Text>
              <Button
                variant="default"
                px={8}
                disabled={index === files.length - 1}
                aria-label="Next file"
                aria-keyshortcuts="ArrowRight"
                onClick={() => step(1)}
              >
                <IconChevronRight size={16} aria-hidden />
              </Button>
            </Group>
          )}
        </Group>
        <FileContent key={file.attachmentId} file={file} />
      </Stack>
      <ConfirmDialog
        opened={confirming}
        title="Save a copy of this file?"
        confirmLabel="Save the copy…"
        cancelLabel="Leave it in the book"
        onClose={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          void saveCopy(file.attachmentId);
        }}
      >
        {risk === null ? '' : riskWords[risk]}
      </ConfirmDialog>
    </Dialog>
  );
}

/** The arrows belong to what can be scrolled by them. */
function scrollsSideways(target: EventTarget): boolean {
  const region = target instanceof Element ? target.closest('[tabindex="0"]') : null;
  return region !== null && region.scrollWidth > region.clientWidth + 1;
}
