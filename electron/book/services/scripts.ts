/**
 * Scripts and objection cards of the office: listing them, keeping a change as the next version, retiring and restoring. A version
 * is never edited. What came with the program has rows only where something refers to it: a call that followed it, a version the
 * office made of it, or that the office uses it no longer.
 */
import type { CardListRow, ScriptListRow, ScriptVersion } from '../../../shared/contract/scripts.ts';
import { scriptSchema } from '../../../shared/contract/scripts.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { checkCard, hasFault, type ScriptProblem } from '../../../shared/scripts/check.ts';
import { shippedScripts, shippedVersion } from '../../../shared/scripts/library/index.ts';
import type { ObjectionCard, Script } from '../../../shared/scripts/script.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { findScriptVersion } from '../store/queries/script-runs.ts';
import {
  countScriptRuns,
  findScriptBody,
  insertScriptVersion,
  type ScriptKind,
  type ScriptVersionRow,
  updateScriptRetired,
} from '../store/queries/scripts.ts';
import { type Entry, type Kept, readLibrary } from './script-library.ts';

/** Characters of one script or card as it is kept: no more than a draft of the window may hold. */
export const largestScript = 180_000;

const counts = (problems: readonly ScriptProblem[]) => ({
  faults: problems.filter(({ severity }) => severity === 'fault').length,
  warnings: problems.filter(({ severity }) => severity === 'warning').length,
});

/** The shipped version the office’s own was made from: the newest that was kept by then. */
function madeFrom(rows: readonly ScriptVersionRow[], office: ScriptVersionRow): number | null {
  const before = rows.filter(({ origin, scriptId }) => origin === 'shipped' && scriptId < office.scriptId);
  return before.length === 0 ? null : Math.max(...before.map(({ version }) => version));
}

function stateOf<T>(entry: Entry<T>) {
  const { rows, shipped, office, current, inForce } = entry;
  const from = office?.row ? madeFrom(rows, office.row) : null;
  return {
    inForce: inForce && { origin: inForce.origin, version: inForce.version },
    draft: office?.row?.draft ?? false,
    officeVersion: office?.version ?? null,
    shippedVersion: shipped?.version ?? null,
    shippedChanged: from !== null && shipped !== null && shipped.version > from,
    retired: inForce === null && office === null,
    madeAt: current.row?.madeAt ?? null,
    author: current.row?.author ?? '',
  };
}

function landsAt(script: Script): ScriptListRow['landsAt'] {
  return script.steps.find(({ id }) => id === script.resume)?.stage ?? null;
}

export const listScripts: QueryHandler<'scripts.list'> = ({ store }) => {
  const library = readLibrary(store);
  const runs = countScriptRuns(store);
  const scripts = [...library.scripts.values()].map((entry): ScriptListRow => {
    const { body, origin } = entry.current;
    return {
      ...stateOf(entry),
      ...counts(origin === 'shipped' ? [] : library.problemsOf(body)),
      code: entry.code,
      name: body.name,
      situation: body.situation,
      audiences: body.audiences,
      language: body.language,
      review: body.review,
      steps: body.steps.length,
      landsAt: landsAt(body),
      runs: entry.rows.reduce((sum, { scriptId }) => sum + (runs.get(scriptId) ?? 0), 0),
    };
  });
  const cards = [...library.cards.values()].map((entry): CardListRow => {
    const { body, origin } = entry.current;
    return {
      ...stateOf(entry),
      ...counts(origin === 'shipped' ? [] : checkCard(body)),
      code: entry.code,
      name: body.objection,
      audiences: body.audiences,
      language: body.language,
      answer: body.answer,
    };
  });
  return ok({ scripts, cards });
};

function versionsOf<T>(
  { rows, shipped, shippedRetired }: Entry<T>,
  nameOf: (body: T) => string,
  runs: ReadonlyMap<number, number>,
): ScriptVersion[] {
  const kept = rows.map(
    ({ origin, version, name, madeAt, author, draft, retiredAt, scriptId }): ScriptVersion => ({
      origin,
      version,
      name,
      madeAt: origin === 'shipped' ? null : madeAt,
      author: origin === 'shipped' ? '' : author,
      draft,
      retired: retiredAt !== null,
      runs: runs.get(scriptId) ?? 0,
    }),
  );
  const isKept = kept.some(({ origin, version }) => origin === 'shipped' && version === shipped?.version);
  if (!shipped || isKept) return kept;
  return [
    ...kept,
    {
      origin: 'shipped',
      version: shipped.version,
      name: nameOf(shipped.body),
      madeAt: null,
      author: '',
      draft: false,
      retired: shippedRetired,
      runs: 0,
    },
  ];
}

export const getScript: QueryHandler<'scripts.get'> = ({ store }, { code }) => {
  const entry = readLibrary(store).scripts.get(code);
  if (!entry) return fail('script.not_found');
  const { current, inForce } = entry;
  return ok({
    current: current.body,
    origin: current.origin,
    version: current.version,
    versions: versionsOf(entry, ({ name }) => name, countScriptRuns(store)),
    inForce: inForce && { origin: inForce.origin, version: inForce.version },
  });
};

export const getScriptVersion: QueryHandler<'scripts.version'> = ({ store }, { code, origin, version }) => {
  const entry = readLibrary(store).scripts.get(code);
  if (origin === 'shipped' && entry?.shipped?.version === version) return ok({ script: entry.shipped.body });
  const scriptId = findScriptVersion(store, { code, origin, version });
  const body = scriptId === null ? null : findScriptBody(store, scriptId);
  const read = scriptSchema.safeParse(body === null ? null : JSON.parse(body));
  return read.success ? ok({ script: read.data }) : fail('script.not_found');
};

export const getCard: QueryHandler<'scripts.card'> = ({ store }, { code }) => {
  const entry = readLibrary(store).cards.get(code);
  if (!entry) return fail('script.not_found');
  return ok({
    current: entry.current.body,
    shipped: entry.shipped?.body ?? null,
    versions: versionsOf(entry, ({ objection }) => objection, countScriptRuns(store)),
  });
};

type Keeping = {
  readonly kind: ScriptKind;
  readonly code: string;
  readonly name: string;
  readonly body: Script | ObjectionCard;
  readonly draft: boolean;
};

/** The next version of the office, unless nothing changed. What was retired comes back with it. */
function keepVersion(
  context: CommandContext,
  entry: Entry<Script> | Entry<ObjectionCard> | undefined,
  { kind, code, name, body, draft }: Keeping,
): number {
  const { store, now, author } = context;
  const text = JSON.stringify(body);
  const office: Kept<unknown> | null = entry?.office ?? null;
  if (office?.row && office.row.draft === draft && JSON.stringify(office.body) === text)
    return office.version;
  // The shipped one it was made from is kept, to tell later whether that has changed.
  if (entry?.shipped) keepShipped(context, kind, entry.shipped);
  const before = (entry?.rows ?? []).filter(({ origin }) => origin === 'office');
  const version = Math.max(0, ...before.map((row) => row.version)) + 1;
  insertScriptVersion(store, {
    kind,
    code,
    origin: 'office',
    version,
    name,
    body: text,
    madeAt: now,
    author,
    draft,
  });
  if (before.some(({ retiredAt }) => retiredAt !== null)) {
    updateScriptRetired(store, { kind, code, origin: 'office' }, null);
  }
  context.changed('scripts');
  return version;
}

function keepShipped(
  { store, now, author }: CommandContext,
  kind: ScriptKind,
  { body, version }: Kept<Script> | Kept<ObjectionCard>,
): number {
  const known = readLibrary(store)
    [kind === 'script' ? 'scripts' : 'cards'].get(body.code)
    ?.rows.find((row) => row.origin === 'shipped' && row.version === version);
  if (known) return known.scriptId;
  return insertScriptVersion(store, {
    kind,
    code: body.code,
    origin: 'shipped',
    version,
    name: 'objection' in body ? body.objection : body.name,
    body: JSON.stringify(body),
    madeAt: now,
    author,
    draft: false,
  });
}

/** Fails with `script.too_large`, `payment.card_number`. */
function checkKeepable(body: Script | ObjectionCard): Result<null> {
  const text = JSON.stringify(body);
  if (text.length > largestScript) return fail('script.too_large', { most: largestScript });
  return holdsCardData(text) ? fail('payment.card_number') : ok(null);
}

/** One with a fault is kept as a draft whatever was wished; `draft` says how it was kept. */
export function keepScript(
  context: CommandContext,
  script: Script,
  asDraft: boolean,
): Result<{ version: number; draft: boolean; problems: readonly ScriptProblem[] }> {
  const keepable = checkKeepable(script);
  if (!keepable.ok) return keepable;
  const library = readLibrary(context.store);
  const problems = library.problemsOf(script);
  const draft = asDraft || hasFault(problems);
  const { code, name } = script;
  const version = keepVersion(context, library.scripts.get(code), {
    kind: 'script',
    code,
    name,
    body: script,
    draft,
  });
  return ok({ version, draft, problems });
}

export const saveScript: CommandHandler<'scripts.save'> = (context, { script, draft }) => {
  const kept = keepScript(context, script, draft);
  if (!kept.ok) return kept;
  const { problems, version } = kept.value;
  const faults = problems.filter(({ severity }) => severity === 'fault');
  if (!draft && faults.length > 0) {
    return fail('script.faults', { count: faults.length, first: faults[0]?.text ?? '' });
  }
  return ok({ version });
};

export function keepCard(
  context: CommandContext,
  card: ObjectionCard,
): Result<{ version: number; draft: boolean }> {
  const keepable = checkKeepable(card);
  if (!keepable.ok) return keepable;
  const draft = hasFault(checkCard(card));
  const { code, objection } = card;
  const entry = readLibrary(context.store).cards.get(code);
  return ok({
    version: keepVersion(context, entry, { kind: 'card', code, name: objection, body: card, draft }),
    draft,
  });
}

export const saveCard: CommandHandler<'scripts.saveCard'> = (context, { card }) => {
  const [first] = checkCard(card).filter(({ severity }) => severity === 'fault');
  if (first) return fail('script.faults', { count: 1, first: first.text });
  const kept = keepCard(context, card);
  return kept.ok ? ok({ version: kept.value.version }) : kept;
};

function setRetired(
  context: CommandContext,
  { kind, code, origin }: { kind: ScriptKind; code: string; origin: 'shipped' | 'office' },
  retiredAt: number | null,
): Result<Record<string, never>> {
  const library = readLibrary(context.store);
  const entry = kind === 'script' ? library.scripts.get(code) : library.cards.get(code);
  if (!entry || (origin === 'office' && !entry.rows.some((row) => row.origin === 'office'))) {
    return fail('script.not_found');
  }
  if (origin === 'shipped') {
    if (!entry.shipped) return fail('script.not_found');
    keepShipped(context, kind, entry.shipped);
  }
  updateScriptRetired(context.store, { kind, code, origin }, retiredAt);
  context.changed('scripts');
  return ok({});
}

export const retireScript: CommandHandler<'scripts.retire'> = (context, input) =>
  setRetired(context, input, context.now);

export const restoreScript: CommandHandler<'scripts.restore'> = (context, input) =>
  setRetired(context, input, null);

/** The row of a version that a call followed; of a shipped one it is made now. Fails with `script.not_found`. */
export function keepScriptVersion(
  context: CommandContext,
  { code, origin, version }: { code: string; origin: 'shipped' | 'office'; version: number },
): Result<number> {
  const kept = findScriptVersion(context.store, { code, origin, version });
  if (kept !== null) return ok(kept);
  const body = origin === 'shipped' ? shippedScripts.find((script) => script.code === code) : undefined;
  if (!body || shippedVersion(code) !== version) return fail('script.not_found');
  return ok(keepShipped(context, 'script', { origin: 'shipped', version, body, row: null }));
}
