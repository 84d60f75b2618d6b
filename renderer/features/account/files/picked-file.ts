/** A file on its way into the book: chosen in the dialog, or dropped and known to main only once it is handed over. */
import type { AttachmentKind } from '../../../../shared/domain/attachment.ts';
import type { Fault } from '../../../../shared/errors/result.ts';

export type PickedFile = { readonly name: string } & (
  | { readonly from: 'dialog'; readonly fileId: string }
  | { readonly from: 'drop'; readonly file: File }
);

export type FileLine = {
  readonly key: number;
  readonly picked: PickedFile;
  readonly kind: AttachmentKind;
  /** As typed. */
  readonly day: string;
  readonly description: string;
  /** Kind and day of a line nobody has touched follow the first. */
  readonly touched: boolean;
  /** The person has the very same bytes, and it was said to keep them all the same. */
  readonly again: boolean;
  readonly state: 'waiting' | 'adding' | 'kept';
  /** 0 to 1 while it is read. */
  readonly share: number;
  readonly fault: Fault | null;
};

export function linesOf(files: readonly PickedFile[], day: string): FileLine[] {
  return files.map((picked, key) => ({
    key,
    picked,
    kind: 'letter_received',
    day,
    description: '',
    touched: false,
    again: false,
    state: 'waiting',
    share: 0,
    fault: null,
  }));
}

export type LineChange = Partial<Pick<FileLine, 'kind' | 'day' | 'description' | 'again'>>;

/** What is set on the first line goes for all below it that nobody has set yet. */
export function changeLine(lines: readonly FileLine[], key: number, change: LineChange): FileLine[] {
  const shared = {
    ...(change.kind ? { kind: change.kind } : {}),
    ...(change.day === undefined ? {} : { day: change.day }),
  };
  const isFirst = lines[0]?.key === key;
  const touches = change.kind !== undefined || change.day !== undefined;
  return lines.map((line) => {
    if (line.key === key) return { ...line, ...change, touched: line.touched || touches, fault: null };
    return isFirst && !line.touched && line.state !== 'kept' ? { ...line, ...shared } : line;
  });
}
