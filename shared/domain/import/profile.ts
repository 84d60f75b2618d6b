/**
 * What is remembered of how a file was read and mapped, and whether another file is of the same shape. Columns are compared by name,
 * in any order; a file with a few columns renamed is still known, and the renamed ones are guessed anew.
 */
import type { ImportField, ImportSource } from '../import.ts';
import { normaliseHeader } from './guess-columns.ts';

/** Less than this many named columns say nothing about a file. */
const leastNamed = 2;
/** The share of names two files must have in common, either way. */
const leastCommon = 0.75;

/** A column without a name, or with one that a program made up, tells nothing. */
const compared = (name: string) => normaliseHeader(name).replace(/^column \d+$/, '');

/** The same for files of one shape; `null` where too few columns have names to know it again. */
export function profileSignature(source: ImportSource, columns: readonly string[]): string | null {
  const names = columns.map(compared).filter((name) => name !== '');
  if (names.length < leastNamed) return null;
  return `${source}\n${names.sort().join('\n')}`;
}

/** How much two files have in common: 1 for the same names, 0 for too few to tell. */
export function likenessOf(columns: readonly string[], others: readonly string[]): number {
  const own = new Set(columns.map(compared).filter((name) => name !== ''));
  const theirs = new Set(others.map(compared).filter((name) => name !== ''));
  if (own.size < leastNamed || theirs.size < leastNamed) return 0;
  const common = [...own].filter((name) => theirs.has(name)).length;
  const share = Math.min(common / own.size, common / theirs.size);
  return share >= leastCommon ? share : 0;
}

/**
 * The remembered mapping for this file's columns: by name, the second column of a name to the second. `undefined` for a column the
 * profile does not know, which is not the same as one it leaves out.
 */
export function remembered(
  columns: readonly string[],
  profile: { readonly columns: readonly string[]; readonly mapping: readonly (ImportField | null)[] },
): (ImportField | null | undefined)[] {
  const kept = new Map<string, (ImportField | null)[]>();
  profile.columns.forEach((name, index) => {
    const key = compared(name);
    if (key === '') return;
    const fields = kept.get(key) ?? [];
    fields.push(profile.mapping[index] ?? null);
    kept.set(key, fields);
  });
  return columns.map((name) => kept.get(compared(name))?.shift());
}
