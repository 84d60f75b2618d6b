/** Which rules of the library a search and the two narrowings leave. */
import type { LibraryRow } from '../../../shared/contract/law.ts';
import { foldText } from '../../../shared/domain/names.ts';

export type Narrowing = {
  readonly text: string;
  /** Empty: every jurisdiction. */
  readonly jurisdiction: string;
  /** Empty: every subject. */
  readonly subject: string;
  readonly applying: boolean;
};

/** Every word must stand somewhere in the rule, its citation or the note on it. */
export function narrowRules(rules: readonly LibraryRow[], narrowing: Narrowing): LibraryRow[] {
  const words = foldText(narrowing.text).split(/\s+/).filter(Boolean);
  return rules.filter((rule) => {
    if (narrowing.jurisdiction !== '' && rule.jurisdiction !== narrowing.jurisdiction) return false;
    if (narrowing.subject !== '' && rule.subject !== narrowing.subject) return false;
    if (narrowing.applying && !rule.applies) return false;
    if (words.length === 0) return true;
    const text = foldText(
      [
        rule.title,
        rule.text,
        rule.id,
        rule.source?.cite ?? '',
        rule.jurisdiction,
        rule.note,
        ...rule.values.map(({ words: said }) => said),
      ].join(' '),
    );
    return words.every((word) => text.includes(word));
  });
}
