/** The files of a person as rows: what, when, how large. A removed one keeps its row, without what was in it. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { AttachmentRow } from '../../../../shared/contract/attachments.ts';
import { attachmentKindWords, mediaTypeWords, sizeWords } from '../../../../shared/text/file-words.ts';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { FileIcon } from './file-icon.tsx';

export type FileListProps = {
  readonly files: readonly AttachmentRow[];
  readonly accountId: number;
  onOpen(file: AttachmentRow): void;
  onRemove(file: AttachmentRow): void;
};

export function FileList({ files, accountId, onOpen, onRemove }: FileListProps) {
  return (
    <ul className="files-list">
      {files.map((file) => (
        <li key={file.attachmentId}>
          <button type="button" className="files-open" onClick={() => onOpen(file)}>
            <span className="files-icon">
              <FileIcon name={file.name} type={file.mediaType} />
            </span>
            <span className="files-words">
              <bdi className="files-name">{file.name}</bdi>
              {file.description === '' ? null : <span className="files-description">{file.description}</span>}
              <span className="files-detail">
                {attachmentKindWords[file.kind]} · <DayText day={file.onDay} /> · {sizeWords(file.bytes)}
                {file.accountId === accountId ? '' : ` · account ${file.accountNumber}`}
              </span>
            </span>
          </button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="sm" color="gray" aria-label={`More about ${file.name}`}>
                <IconDots size={15} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{mediaTypeWords[file.mediaType]}</Menu.Label>
              <Menu.Item onClick={() => onOpen(file)}>Open, save a copy</Menu.Item>
              <Menu.Item onClick={() => onRemove(file)}>Remove…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </li>
      ))}
    </ul>
  );
}

export type RemovedListProps = {
  readonly files: readonly AttachmentRow[];
  onRestore(file: AttachmentRow): void;
};

export function RemovedList({ files, onRestore }: RemovedListProps) {
  if (files.length === 0) return null;
  return (
    <details className="files-removed">
      <summary>Removed ({files.length})</summary>
      <ul className="files-list">
        {files.map((file) => (
          <li key={file.attachmentId}>
            <span className="files-words">
              <bdi className="files-name">{file.name}</bdi>
              <span className="files-detail">
                Removed <InstantText at={file.removedAt} />: {file.removedReason}
              </span>
            </span>
            <button type="button" className="account-link" onClick={() => onRestore(file)}>
              Bring back
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
