/** What changes between two states of the law, entry by entry, in words a person can weigh before taking a pack. */
import type { Source } from '../../domain/law.ts';
import type { LawBook } from '../law-book.ts';
import { type LibraryEntry, libraryOf } from '../library.ts';

export type RuleDifference = {
  readonly ruleId: string;
  readonly title: string;
  /** What it said, and what it says now; empty for one that is new or gone. */
  readonly before: string;
  readonly after: string;
};

const sureness: Readonly<Record<Source['confidence'], string>> = {
  text: 'text read',
  secondary: 'secondary source',
  known: 'well established',
  unverified: 'not verified',
};

function sourceWords(source: Source | null): string {
  if (source === null) return 'Source: none.';
  const { cite, readOn, confidence, note } = source;
  return [`Source: ${cite} (${readOn}, ${sureness[confidence]}).`, note ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

function spanWords(from: string, until: string | null): string {
  const begins = from === '0001-01-01' ? '' : `From ${from}`;
  if (until === null) return begins;
  return begins === '' ? `Until ${until}` : `${begins} until ${until}`;
}

function entryWords({ title, text, values, source }: LibraryEntry): string {
  const said = values.map(({ from, until, words }) => {
    const span = spanWords(from, until);
    return span === '' ? words : `${span}: ${words}`;
  });
  // A title is part of the text of a rule; of a state’s entry it says the figure.
  const about = text.startsWith(title) ? `${title}.` : `${title}. ${text}`;
  const fresh = said.filter((one) => !about.includes(one));
  return [about, ...fresh, sourceWords(source)].join(' ');
}

/** In the order of the library, what went last; empty when nothing changed. */
export function differenceOf(before: LawBook, after: LawBook): RuleDifference[] {
  const old = new Map(libraryOf(before).map((entry) => [entry.id, entry]));
  const differences: RuleDifference[] = [];
  for (const entry of libraryOf(after)) {
    const was = old.get(entry.id);
    old.delete(entry.id);
    const [said, says] = [was === undefined ? '' : entryWords(was), entryWords(entry)];
    if (said !== says) differences.push({ ruleId: entry.id, title: entry.title, before: said, after: says });
  }
  for (const gone of old.values()) {
    differences.push({ ruleId: gone.id, title: gone.title, before: entryWords(gone), after: '' });
  }
  return differences;
}
