/** What one version of a letter says otherwise than another, line by line, for somebody who decides between them. */
import { docText } from './doc-text.ts';
import type { LetterDoc } from './letter-doc.ts';

export type DiffLine = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** From `before` to `after`, whole, in the order of the letter. */
export function docDifference(before: LetterDoc, after: LetterDoc): readonly DiffLine[] {
  return lineDifference(docText(before).split('\n'), docText(after).split('\n'));
}

/** By the longest common run of lines; letters have some hundred at most. */
export function lineDifference(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const was = before[i];
    const now = after[j];
    if (was !== undefined && was === now) {
      lines.push({ kind: 'same', text: was });
      i += 1;
      j += 1;
    } else if (was !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'gone', text: was });
      i += 1;
    } else {
      lines.push({ kind: 'new', text: now ?? '' });
      j += 1;
    }
  }
  return lines;
}
