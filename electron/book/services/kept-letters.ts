/** What a kept letter was made with, and whether its copy is still the very one that was kept. */

import { fail, ok } from '../../../shared/errors/result.ts';
import type { LetterFinding } from '../../../shared/rules/wording/letter-check.ts';
import type { SheetSetup } from '../../../shared/templates/letters/sheet-setup.ts';
import type { QueryHandler } from '../context.ts';
import { listLetterCopies } from '../store/queries/letter-copies.ts';
import { findKeptLetter, findLetterCopy, listLetterKinds } from '../store/queries/letters.ts';
import { sha256Of } from './letters.ts';

/** A long itemization has more fields than anybody reads. */
const mostFacts = 600;

export const listKinds: QueryHandler<'letters.kinds'> = ({ store }) => ok({ kinds: listLetterKinds(store) });

export const readAboutKept: QueryHandler<'letters.about'> = ({ store }, { letterId }) => {
  const kept = findKeptLetter(store, letterId);
  if (!kept) return fail('letter.not_found');
  const { facts: json, findings, sheet: sheetJson, ...row } = kept;
  const facts: unknown = JSON.parse(json);
  const sheet = JSON.parse(sheetJson) as Partial<SheetSetup>;
  const pairs: { name: string; value: string }[] = [];
  flatten('', facts, pairs);
  return ok({
    ...row,
    findings: JSON.parse(findings) as readonly LetterFinding[],
    // What was set later was not set when this one was made.
    sheet: sheet.paper === undefined ? null : (sheet as SheetSetup),
    addressLines: addressIn(facts),
    facts: pairs.slice(0, mostFacts),
    copies: listLetterCopies(store, letterId),
  });
};

/** Every text and number by the names that lead to it; what is empty or a “no” tells nothing. */
function flatten(name: string, value: unknown, into: { name: string; value: string }[]): void {
  if (into.length > mostFacts || value === null || value === undefined || value === '' || value === false)
    return;
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) flatten(`${name}.${index + 1}`, one, into);
  } else if (typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) {
      flatten(name === '' ? key : `${name}.${key}`, one, into);
    }
  } else {
    into.push({ name, value: value === true ? 'yes' : String(value) });
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (now, key) =>
      typeof now === 'object' && now !== null ? (now as Record<string, unknown>)[key] : undefined,
    value,
  );
}

/** The block on the envelope, of letters, letters of before there were recipients, and papers of figures. */
function addressIn(facts: unknown): string[] {
  const lines =
    at(facts, 'recipient', 'address_lines') ??
    at(facts, 'debtor', 'address_lines') ??
    at(facts, 'parties', 'debtor', 'addressLines');
  return Array.isArray(lines) ? lines.filter((line): line is string => typeof line === 'string') : [];
}

/** Works the hash out of the bytes as they lie in the book; unlike opening the copy, a difference is an answer and no fault. */
export const verifyKept: QueryHandler<'letters.verify'> = ({ store }, { letterId }) => {
  const copy = findLetterCopy(store, letterId);
  if (!copy) return fail('letter.not_found');
  const sha256 = sha256Of(copy.pdf);
  return ok({
    sha256,
    keptSha256: copy.pdfSha256,
    bytes: copy.pdf.length,
    matches: sha256 === copy.pdfSha256,
  });
};
