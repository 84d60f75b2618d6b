/**
 * Makes a text of a script ready to say: plain Liquid over the facts of one account. The text may have been written by the
 * office or come in a file, and the facts hold names that debtors or files supplied, so neither is trusted:
 *
 * - only the fields of `fields.ts` exist, and of those only what may be told at this point of the call; the others are refused
 *   wherever they stand, also in a branch that is not taken;
 * - only conditions, comments and a few filters exist: no loops, no variables, no other templates, no files;
 * - what is merged in is never read as a template, and nothing is HTML: the window shows text;
 * - length, time and memory are limited.
 */
import { AssertionError, Liquid, LiquidError, type Template } from 'liquidjs';
import { fail, ok, type Result } from '../errors/result.ts';
import { factIn, type Reveals, type ScriptFacts, type ScriptField, scriptFields } from './fields.ts';
import { type ScriptLanguage, scriptLimits } from './script.ts';

const tags: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'comment', '#']);
const filters: ReadonlySet<string> = new Set([
  'append',
  'capitalize',
  'default',
  'downcase',
  'prepend',
  'strip',
  'upcase',
]);

/** What may be told at this point of a call; `mayTell` in `tell.ts` finds it. */
export type MayTell = { readonly debt: boolean; readonly office: boolean };

/** A stretch of a text that is ready; `merged` when it came from a fact. */
export type SaidPart = { readonly text: string; readonly merged: boolean };

const fieldsByName: ReadonlyMap<string, ScriptField> = new Map(
  scriptFields.map((field) => [field.name, field]),
);

// Two signs of a private area set what was merged apart; texts and facts lose them beforehand.
const opens = '\uE000';
const closes = '\uE001';
const signs = /[\uE000\uE001]/g;

const engine = makeEngine();

function makeEngine(): Liquid {
  const made = new Liquid({
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    templates: {},
    relativeReference: false,
    outputEscape: (value) => `${opens}${String(value ?? '').replace(signs, '')}${closes}`,
    parseLimit: scriptLimits.text,
    renderLimit: 200,
    memoryLimit: 200_000,
  });
  for (const name of Object.keys(made.tags)) if (!tags.has(name)) delete made.tags[name];
  for (const name of Object.keys(made.filters)) if (!filters.has(name)) delete made.filters[name];
  return made;
}

/** What the reader of a broken text is told: where and what, in plain words. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof AssertionError || LiquidError.is(error))) return null;
  const message = error.message.split('\n')[0] ?? '';
  const row = /, line:(\d+)/.exec(message)?.[1];
  const where = row === undefined ? '' : ` (line ${row})`;
  const filter = /undefined filter: (\S+)/.exec(message)?.[1]?.replace(/,$/, '');
  if (filter !== undefined) return `there is no filter “${filter.slice(0, 40)}”${where}`;
  const tag = /tag "([^"]*)" not found/.exec(message)?.[1];
  if (tag !== undefined) return `there is no instruction “${tag.slice(0, 40)}”${where}`;
  if (/limit exceeded/.test(message)) return 'it is too long or too heavy';
  if (/output .*not closed/.test(message)) return `a {{ is not closed with }}${where}`;
  if (/not closed/.test(message)) return `a condition or {% is not closed${where}`;
  return `what stands in braces cannot be understood${where}`;
}

function parse(text: string): Result<Template[]> {
  try {
    return ok(engine.parse(text.replace(signs, '')));
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    return fail('script.text_broken', { reason });
  }
}

/** Every field a text names, in whatever branch, each once. A name that is no field is returned as it stands. */
function namesIn(templates: Template[]): readonly string[] {
  const { variables } = engine.analyzeSync(templates, { partials: false });
  const names = Object.values(variables).flatMap((places) =>
    places.map(({ segments }) =>
      segments
        .map((segment) => (typeof segment === 'string' ? segment : `[${segment.toString()}]`))
        .join('.')
        .slice(0, 80),
    ),
  );
  return [...new Set(names)];
}

/** The fields a text names. Faults: `script.text_broken` (`reason`), `script.unknown_field` (`field`). */
export function fieldsIn(text: string): Result<readonly ScriptField[]> {
  const templates = parse(text);
  return templates.ok ? known(templates.value) : templates;
}

function known(templates: Template[]): Result<readonly ScriptField[]> {
  const named: ScriptField[] = [];
  for (const name of namesIn(templates)) {
    const field = fieldsByName.get(name);
    if (!field) return fail('script.unknown_field', { field: name });
    named.push(field);
  }
  return ok(named);
}

function hidden(reveals: Reveals, may: MayTell): boolean {
  return (reveals === 'debt' && !may.debt) || (reveals === 'office' && !may.office);
}

/** The facts by the parts of their names; what may not be told is not there, what there is none of is `null`. */
function scopeOf(
  facts: ScriptFacts,
  may: MayTell,
  language: ScriptLanguage,
): Record<string, Record<string, string | null>> {
  const scope: Record<string, Record<string, string | null>> = Object.create(null);
  for (const { name, reveals } of scriptFields) {
    if (hidden(reveals, may)) continue;
    const [subject = '', property = ''] = name.split('.');
    const group = scope[subject] ?? Object.create(null);
    group[property] = factIn(facts, name, language);
    scope[subject] = group;
  }
  return scope;
}

/**
 * The text as it is to be said, in stretches. `may` as a plain yes or no stands for the debt and the office both. Faults:
 * `script.text_broken` (`reason`), `script.unknown_field`, `script.debt_too_early`, `script.office_too_early` (`field`).
 */
export function sayParts(
  text: string,
  facts: ScriptFacts,
  may: MayTell | boolean,
  language: ScriptLanguage = 'en',
): Result<readonly SaidPart[]> {
  const told: MayTell = typeof may === 'boolean' ? { debt: may, office: may } : may;
  const templates = parse(text);
  if (!templates.ok) return templates;
  const named = known(templates.value);
  if (!named.ok) return named;
  const early = named.value.find(({ reveals }) => hidden(reveals, told));
  if (early) {
    return fail(early.reveals === 'debt' ? 'script.debt_too_early' : 'script.office_too_early', {
      field: early.label,
    });
  }
  try {
    const said = engine.renderSync(templates.value, scopeOf(facts, told, language)) as string;
    return ok(partsOf(said));
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    return fail('script.text_broken', { reason });
  }
}

/** Blank lines that a condition left behind are closed up. */
function partsOf(said: string): readonly SaidPart[] {
  const tidy = said
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const parts: SaidPart[] = [];
  for (const stretch of tidy.split(opens)) {
    const end = stretch.indexOf(closes);
    if (end > 0) parts.push({ text: stretch.slice(0, end), merged: true });
    const rest = stretch.slice(end + 1);
    if (rest !== '') parts.push({ text: rest, merged: false });
  }
  return parts;
}

/** As `sayParts`, as one text. */
export function renderSay(
  text: string,
  facts: ScriptFacts,
  may: MayTell | boolean,
  language: ScriptLanguage = 'en',
): Result<string> {
  const parts = sayParts(text, facts, may, language);
  return parts.ok ? ok(parts.value.map((part) => part.text).join('')) : parts;
}
