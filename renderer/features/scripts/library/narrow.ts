/** Which scripts and cards of the library are shown. */
import type { CardListRow, ScriptListRow } from '../../../../shared/contract/scripts.ts';
import { foldText } from '../../../../shared/domain/names.ts';
import type { ScriptAudience, ScriptLanguage } from '../../../../shared/scripts/script.ts';
import { scriptSituationWords } from '../../../../shared/scripts/words.ts';

export type LibraryFilter = {
  readonly text: string;
  readonly audience: ScriptAudience | null;
  readonly language: ScriptLanguage | null;
  readonly show: 'all' | 'office' | 'mend' | 'unused';
};

function fits(row: ScriptListRow | CardListRow, filter: LibraryFilter, words: string): boolean {
  const { audience, language, show, text } = filter;
  if (audience !== null && !row.audiences.includes(audience)) return false;
  if (language !== null && row.language !== language) return false;
  if (show === 'office' && row.officeVersion === null) return false;
  if (show === 'mend' && row.faults + row.warnings === 0 && !row.draft) return false;
  if (show === 'unused' && row.inForce !== null) return false;
  const folded = foldText(words);
  return foldText(text)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

export function narrowScripts(
  rows: readonly ScriptListRow[],
  filter: LibraryFilter,
): readonly ScriptListRow[] {
  return rows.filter((row) => fits(row, filter, `${row.name} ${scriptSituationWords[row.situation]}`));
}

export function narrowCards(rows: readonly CardListRow[], filter: LibraryFilter): readonly CardListRow[] {
  return rows.filter((row) => fits(row, filter, `${row.name} ${row.answer}`));
}
