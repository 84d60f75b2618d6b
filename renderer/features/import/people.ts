/** Who the people of a file are: what was decided, what stands without a word, and who is still to be asked. Pure. */
import type { PersonAsked } from '../../../shared/contract/imports.ts';

type Decisions = Readonly<Record<string, number | null>>;

/** `undecided` refuses their rows. `own` says that the user decided it. */
export type Standing =
  | { readonly who: 'undecided' }
  | { readonly who: 'new'; readonly own: boolean }
  | { readonly who: 'known'; readonly debtorId: number; readonly own: boolean };

export function standingOf(person: PersonAsked, decisions: Decisions): Standing {
  if (Object.hasOwn(decisions, person.key)) {
    const debtorId = decisions[person.key] ?? null;
    return debtorId === null ? { who: 'new', own: true } : { who: 'known', debtorId, own: true };
  }
  if (person.standing === 'known' && person.debtorId !== null)
    return { who: 'known', debtorId: person.debtorId, own: false };
  return person.standing === 'new' ? { who: 'new', own: false } : { who: 'undecided' };
}

export function nameOf(person: PersonAsked): string {
  const named = person.facts.find(({ label }) => /name/i.test(label)) ?? person.facts[0];
  return named === undefined || named.value === '' ? `Line ${person.line}` : named.value;
}

/** The next one to be asked about after `from`, from the top again when none follows; `null` when all are decided. */
export function nextUndecided(
  people: readonly PersonAsked[],
  decisions: Decisions,
  from: string | null,
): string | null {
  const at = people.findIndex(({ key }) => key === from);
  const inOrder = [...people.slice(at + 1), ...people.slice(0, at + 1)];
  return inOrder.find((person) => standingOf(person, decisions).who === 'undecided')?.key ?? null;
}

export type CompareRow = {
  readonly label: string;
  readonly ofFile: string;
  /** One for each candidate; `same` when it says what the file says. */
  readonly ofBook: readonly { readonly value: string; readonly same: boolean }[];
};

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The facts of both sides, line by line: those of the file first. */
export function compareRows(person: PersonAsked): CompareRow[] {
  const labels = [
    ...new Set([
      ...person.facts.map(({ label }) => label),
      ...person.candidates.flatMap(({ facts }) => facts.map(({ label }) => label)),
    ]),
  ];
  const said = (facts: PersonAsked['facts'], label: string) =>
    facts
      .filter((fact) => fact.label === label)
      .map(({ value }) => value)
      .join(', ');
  return labels.map((label) => {
    const ofFile = said(person.facts, label);
    return {
      label,
      ofFile,
      ofBook: person.candidates.map(({ facts }) => {
        const value = said(facts, label);
        return { value, same: value !== '' && plain(value) === plain(ofFile) };
      }),
    };
  });
}
