/**
 * The library as the office has it: of each script and card what was shipped, what the office made of it, and which of the two a
 * call uses. A version of the office counts before the shipped one unless it is a draft, was retired, or has a fault as checked
 * today; what was kept is checked anew because the check, or a script it jumps to, may have changed since.
 */
import type { z } from 'zod';
import { cardSchema, scriptSchema } from '../../../shared/contract/scripts.ts';
import type { ScriptFinder } from '../../../shared/scripts/check/graph.ts';
import { checkCard, checkScript, hasFault, type ScriptProblem } from '../../../shared/scripts/check.ts';
import { shippedCards, shippedScripts, shippedVersion } from '../../../shared/scripts/library/index.ts';
import { pickScript } from '../../../shared/scripts/pick.ts';
import type { ObjectionCard, Script } from '../../../shared/scripts/script.ts';
import {
  findScriptBody,
  listScriptVersions,
  type ScriptKind,
  type ScriptOrigin,
  type ScriptVersionRow,
} from '../store/queries/scripts.ts';
import type { Store } from '../store/store.ts';

export type Kept<T> = {
  readonly origin: ScriptOrigin;
  readonly version: number;
  readonly body: T;
  /** `null` for what came with the program. */
  readonly row: ScriptVersionRow | null;
};

export type Entry<T> = {
  readonly code: string;
  /** Rows of the book, newest first. */
  readonly rows: readonly ScriptVersionRow[];
  readonly shipped: Kept<T> | null;
  readonly shippedRetired: boolean;
  /** The newest of the office that is not retired, draft or not. */
  readonly office: Kept<T> | null;
  /** What is shown and edited. */
  readonly current: Kept<T>;
  /** What a call uses. */
  readonly inForce: Kept<T> | null;
};

export type Library = {
  readonly scripts: ReadonlyMap<string, Entry<Script>>;
  readonly cards: ReadonlyMap<string, Entry<ObjectionCard>>;
  /** The script a jump leads to, in the language of `from`. */
  finderFor(from: Pick<Script, 'language'>): ScriptFinder;
  problemsOf(script: Script): readonly ScriptProblem[];
};

/** Texts of kept versions as read; they never change, so that a few may be remembered. */
const remembered = new Map<string, unknown>();
const mostRemembered = 200;

function readBody<T>(text: string | null, schema: z.ZodType<T>): T | null {
  if (text === null) return null;
  const known = remembered.get(text);
  if (known !== undefined) return known as T;
  const read = schema.safeParse(JSON.parse(text));
  // A version of another program may say what this one cannot follow; it stays in the list of versions.
  if (!read.success) return null;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, read.data);
  return read.data;
}

function entriesOf<T extends { readonly code: string }>(
  store: Store,
  kind: ScriptKind,
  rows: readonly ScriptVersionRow[],
  shippedOnes: readonly T[],
  schema: z.ZodType<T>,
): { readonly entries: Map<string, Omit<Entry<T>, 'inForce'>>; readonly ready: Map<string, Kept<T>> } {
  const byCode = new Map<string, ScriptVersionRow[]>();
  for (const row of rows) {
    if (row.kind !== kind) continue;
    const known = byCode.get(row.code);
    if (known) known.push(row);
    else byCode.set(row.code, [row]);
  }
  const shipped = new Map(shippedOnes.map((one) => [one.code, one]));
  const entries = new Map<string, Omit<Entry<T>, 'inForce'>>();
  const ready = new Map<string, Kept<T>>();
  for (const code of new Set([...shipped.keys(), ...byCode.keys()])) {
    const own = byCode.get(code) ?? [];
    const read = (row: ScriptVersionRow): Kept<T> | null => {
      const body = readBody(findScriptBody(store, row.scriptId), schema);
      return body === null ? null : { origin: row.origin, version: row.version, body, row };
    };
    const first = (of: readonly ScriptVersionRow[]): Kept<T> | null => {
      for (const row of of) {
        const kept = read(row);
        if (kept) return kept;
      }
      return null;
    };
    const ofOffice = own.filter(({ origin, retiredAt }) => origin === 'office' && retiredAt === null);
    const office = first(ofOffice);
    const body = shipped.get(code);
    const came: Kept<T> | null =
      body === undefined ? null : { origin: 'shipped', version: shippedVersion(code), body, row: null };
    const shippedRetired = own.some(({ origin, retiredAt }) => origin === 'shipped' && retiredAt !== null);
    const current = office ?? came ?? first(own);
    if (!current) continue;
    entries.set(code, { code, rows: own, shipped: came, shippedRetired, office, current });
    const used = first(ofOffice.filter(({ draft }) => !draft)) ?? (shippedRetired ? null : came);
    if (used) ready.set(code, used);
  }
  return { entries, ready };
}

/** What was found wrong with kept scripts, for as long as the scripts they may jump to are the same. */
let checked: { readonly signature: string; readonly problems: Map<Script, readonly ScriptProblem[]> } = {
  signature: '',
  problems: new Map(),
};

export function readLibrary(store: Store): Library {
  const rows = listScriptVersions(store);
  const ofScripts = entriesOf<Script>(store, 'script', rows, shippedScripts, scriptSchema);
  const ofCards = entriesOf<ObjectionCard>(store, 'card', rows, shippedCards, cardSchema);
  const offered = [...ofScripts.ready.values()].map(({ origin, version, body }) => ({
    origin,
    version,
    script: body,
  }));
  const codes = new Set(ofCards.ready.keys());
  const finderFor: Library['finderFor'] =
    ({ language }) =>
    (situation, audience) =>
      pickScript(offered, situation, audience, language)?.script ?? null;
  const signature = JSON.stringify([
    offered.map(({ origin, version, script }) => [script.code, origin, version]),
    [...codes],
  ]);
  const problemsOf = (script: Script): readonly ScriptProblem[] => {
    if (checked.signature !== signature || checked.problems.size > mostRemembered) {
      checked = { signature, problems: new Map() };
    }
    const known = checked.problems.get(script);
    if (known) return known;
    const found = checkScript(script, { scriptFor: finderFor(script), cards: codes });
    checked.problems.set(script, found);
    return found;
  };
  // What is shipped is proved by the tests of the program; only the office’s own is checked here.
  const sound = <T>(kept: Kept<T> | undefined, problems: (body: T) => readonly ScriptProblem[]) =>
    kept === undefined || kept.origin === 'shipped' || !hasFault(problems(kept.body)) ? (kept ?? null) : null;
  const finish = <T extends { readonly code: string }>(
    { entries, ready }: ReturnType<typeof entriesOf<T>>,
    problems: (body: T) => readonly ScriptProblem[],
  ): Map<string, Entry<T>> =>
    new Map(
      [...entries].map(([code, entry]) => {
        const fallBack = entry.shippedRetired ? null : entry.shipped;
        return [code, { ...entry, inForce: sound(ready.get(code), problems) ?? fallBack }];
      }),
    );
  return {
    scripts: finish(ofScripts, problemsOf),
    cards: finish(ofCards, checkCard),
    finderFor,
    problemsOf,
  };
}
