/**
 * Fills a template with a letter's facts. A template is text that a user may have written or received, and the
 * facts hold names that debtors or files supplied, so neither is trusted:
 *
 * - a template reads own properties of the plain facts only; a field or filter that does not exist is refused;
 * - everything merged in is escaped, and no filter can switch that off; it is never parsed as a template again;
 * - only the tags and filters below exist; a part is looked up in memory, so no file is ever read;
 * - length, time and memory are limited.
 */
import { AssertionError, Liquid, LiquidError, type Template } from 'liquidjs';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { type LetterFacts, printable } from '../../../shared/templates/letter-facts.ts';
import { letterParts } from '../../../shared/templates/letters/parts.ts';
import { type Sheet, sheetOf } from '../../../shared/templates/letters/sheet.ts';
import { fillPictures, plainHead } from '../../../shared/templates/letters/sheet-head.ts';
import { usualSheet } from '../../../shared/templates/letters/sheet-setup.ts';

const tags: ReadonlySet<string> = new Set([
  'assign',
  'break',
  'case',
  'comment',
  'continue',
  'cycle',
  'for',
  'if',
  'render',
  'unless',
  '#',
]);
const filters: ReadonlySet<string> = new Set([
  'append',
  'capitalize',
  'default',
  'downcase',
  'first',
  'join',
  'last',
  'prepend',
  'size',
  'strip',
  'upcase',
]);

/** Characters of one body: thirty pages of prose. Some texts take the square of their length to be read, and none may take a second. */
export const largestBody = 100_000;
/** Of the whole letter; one of a thousand charges takes 20 ms. */
const renderLimitMs = 600;
const memoryLimit = 20_000_000;

const engine = makeEngine();

function makeEngine(): Liquid {
  const made = new Liquid({
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    outputEscape: 'escape',
    // Without a prototype: a part named `constructor` would else be one.
    templates: Object.assign(Object.create(null) as Record<string, string>, letterParts),
    relativeReference: false,
    parseLimit: largestBody,
    renderLimit: renderLimitMs,
    memoryLimit,
  });
  for (const name of Object.keys(made.tags)) if (!tags.has(name)) delete made.tags[name];
  for (const name of Object.keys(made.filters)) if (!filters.has(name)) delete made.filters[name];
  return made;
}

/** Bodies as they were parsed: a run merges the same one for every account. */
const bodies = new Map<string, Template[]>();
const mostBodies = 40;

function parsed(body: string): Template[] {
  const before = bodies.get(body);
  if (before) return before;
  const made = engine.parse(body);
  if (bodies.size >= mostBodies) bodies.clear();
  bodies.set(body, made);
  return made;
}

/**
 * A complete HTML document without scripts or outside references. Returns `letter.template_broken` (`reason`)
 * when the template cannot be read, names what does not exist, or goes over a limit.
 */
export function mergeLetter(
  title: string,
  body: string,
  facts: LetterFacts,
  sheet: Sheet = plainSheetOf(facts),
): Result<string> {
  const scope = { ...facts, title: printable(title) };
  const running = `${title}, account ${facts.account.number}, ${facts.debtor.name}`;
  const { head, foot } = sheetOf(sheet.setup, sheet.head, running);
  try {
    // The sheet is merged apart from the body, so that no template can reach into it.
    const parts = [engine.parse(head), parsed(body), engine.parse(foot)].map(
      (part) => engine.renderSync(part, scope) as string,
    );
    return ok(fillPictures(parts.join(''), sheet.head));
  } catch (error) {
    if (!(error instanceof AssertionError || LiquidError.is(error))) throw error;
    // The message names the template's own words and the place; the context may quote more and is left out.
    return fail('letter.template_broken', { reason: error.message.split('\n')[0]?.slice(0, 200) ?? '' });
  }
}

function plainSheetOf({ sender }: LetterFacts): Sheet {
  return { setup: usualSheet, head: plainHead(sender.name, sender.address_lines) };
}
