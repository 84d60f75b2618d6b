/**
 * What the ledger does by itself would drown what people did: interest taken back and posted anew, sums moved between parts.
 * What one turn of the ledger did of that kind stands as one quiet line, and the two entries of a judgment as one.
 */
import type { TimelineItem } from '../../../../shared/contract/timeline.ts';

export type EntryItem = Extract<TimelineItem, { kind: 'entry' }>;

export type TimelineLine =
  | { readonly line: 'item'; readonly key: string; readonly item: TimelineItem }
  /** The award with what it took the place of. */
  | {
      readonly line: 'judgment';
      readonly key: string;
      readonly judgment: EntryItem;
      readonly merger: EntryItem;
    }
  /** Bookkeeping, newest first. */
  | { readonly line: 'quiet'; readonly key: string; readonly entries: readonly EntryItem[] };

/** Keeps the order it is given, newest first. */
export function foldEntries(items: readonly TimelineItem[]): readonly TimelineLine[] {
  const lines: TimelineLine[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const before = last?.line === 'item' && last.item.kind === 'entry' ? last.item : null;
    if (item.kind === 'entry' && before !== null && isPair(item, before)) {
      const [judgment, merger] = item.entryKind === 'judgment' ? [item, before] : [before, item];
      lines[lines.length - 1] = { line: 'judgment', key: judgment.key, judgment, merger };
    } else if (item.kind === 'entry' && isQuiet(item)) {
      // All entries of one turn have one instant.
      const at = lines.findLastIndex((line) => line.line === 'quiet');
      const quiet = lines[at];
      if (quiet?.line === 'quiet' && (at === lines.length - 1 || quiet.entries[0]?.at === item.at))
        lines[at] = { ...quiet, entries: [...quiet.entries, item] };
      else lines.push({ line: 'quiet', key: item.key, entries: [item] });
    } else {
      lines.push({ line: 'item', key: item.key, item });
    }
  }
  return lines;
}

function isPair(a: EntryItem, b: EntryItem): boolean {
  const kinds = [a.entryKind, b.entryKind];
  const together = (a.reversedByEntryId === null) === (b.reversedByEntryId === null);
  return (
    together && a.effectiveOn === b.effectiveOn && kinds.includes('judgment') && kinds.includes('merger')
  );
}

function isQuiet(entry: EntryItem): boolean {
  if (!entry.derived) return false;
  return (
    entry.entryKind === 'reallocation' ||
    entry.entryKind === 'reversal' ||
    (entry.entryKind === 'interest' && entry.reversedByEntryId !== null)
  );
}
