/**
 * Letter templates of the office: listing them with what was shipped, keeping a change as the next version, standing in for a shipped
 * letter, taking out of use and back. A version is never edited. What is kept was read piece by piece (`readDoc`), and its Liquid
 * is made from that.
 */
import {
  type EditedTemplate,
  letterAbout,
  type TemplateListRow,
} from '../../../shared/contract/templates.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import type { OfficeRole } from '../../../shared/domain/law.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { forbiddenIn } from '../../../shared/rules/wording/forbidden.ts';
import type { LetterToCheck } from '../../../shared/rules/wording/letter-check.ts';
import { prescribedTexts } from '../../../shared/rules/wording/prescribed.ts';
import { timeBarredNotices } from '../../../shared/rules/wording/time-barred.ts';
import { p, passage } from '../../../shared/templates/document/build.ts';
import { checkDoc, type DocProblem } from '../../../shared/templates/document/check-doc.ts';
import { compileDoc } from '../../../shared/templates/document/compile-doc.ts';
import { docText } from '../../../shared/templates/document/doc-text.ts';
import type { LetterDoc } from '../../../shared/templates/document/letter-doc.ts';
import { readDoc } from '../../../shared/templates/document/read-doc.ts';
import { type LetterAbout, letterStages, plainAbout } from '../../../shared/templates/letter-about.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import {
  countTemplateLetters,
  findTemplateDoc,
  findTemplateRow,
  insertOfficeTemplate,
  listTemplateRows,
  listTemplateRowsOf,
  restoreTemplate,
  retireTemplates,
  type TemplateVersionRow,
} from '../store/queries/templates.ts';
import type { Store } from '../store/store.ts';
import { largestBody } from './merge-letter.ts';
import { readProfile } from './office-law.ts';

/** Characters of one letter as it is kept: no more than a draft of the window may hold. */
export const largestTemplate = 180_000;

const prescribed: ReadonlySet<string> = new Set(
  [...prescribedTexts, ...timeBarredNotices].map(({ id }) => id),
);

/** Of a letter from before letters said what they are about: what those were. */
export function readAbout(json: string): LetterAbout {
  const checked = letterAbout.safeParse(json === '{}' ? plainAbout : JSON.parse(json));
  return checked.success ? checked.data : plainAbout;
}

export function readKeptDoc(store: Store, templateId: number): LetterDoc | null {
  const json = findTemplateDoc(store, templateId);
  if (json === null) return null;
  const doc = readDoc(JSON.parse(json));
  return doc.ok ? doc.value : null;
}

const isUsed = ({ retiredAt, draft }: TemplateVersionRow): boolean => retiredAt === null && !draft;

/** Of one code, newest first. Shown and edited is the newest that is still there, a draft too; of one out of use the newest kept. */
function shownOf(rows: readonly TemplateVersionRow[]): TemplateVersionRow | null {
  return (
    rows.find(({ retiredAt }) => retiredAt === null) ?? rows.find(({ draft }) => !draft) ?? rows[0] ?? null
  );
}

function listRows(store: Store): TemplateListRow[] {
  const byCode = Map.groupBy(listTemplateRows(store), ({ code }) => code);
  const letters = countTemplateLetters(store);
  const standIns = new Map(
    [...byCode.values()]
      .flat()
      .filter((row) => isUsed(row) && row.replaces !== '')
      .map(({ replaces, code, name }) => [replaces, { code, name }]),
  );
  const rows: TemplateListRow[] = [];
  for (const [code, versions] of byCode) {
    const shown = shownOf(versions);
    if (!shown) continue;
    const replacedBy = standIns.get(code) ?? null;
    rows.push({
      code,
      templateId: shown.templateId,
      version: shown.version,
      name: shown.name,
      description: shown.description,
      about: readAbout(shown.about),
      origin: shown.origin,
      inForce: replacedBy === null ? (versions.find(isUsed)?.version ?? null) : null,
      draft: shown.retiredAt === null && shown.draft,
      replaces: shown.replaces,
      replacedBy,
      retired: versions.every(({ retiredAt }) => retiredAt !== null),
      editable: shown.editable,
      madeAt: shown.madeAt,
      author: shown.author,
      letters: versions.reduce((sum, { templateId }) => sum + (letters.get(templateId) ?? 0), 0),
    });
  }
  const place = (row: TemplateListRow) => letterStages.indexOf(row.about.stage);
  // Within a stage the shipped ones keep their order, from the mildest to the firmest.
  return rows.sort((a, b) => place(a) - place(b) || a.templateId - b.templateId);
}

export const listTemplates: QueryHandler<'templates.list'> = ({ store }) =>
  ok({ templates: listRows(store) });

export const getTemplate: QueryHandler<'templates.get'> = ({ store }, { code }) => {
  const row = listRows(store).find((one) => one.code === code);
  if (!row) return fail('template.not_found');
  const letters = countTemplateLetters(store);
  const versions = listTemplateRowsOf(store, code).map((one) => ({
    templateId: one.templateId,
    version: one.version,
    name: one.name,
    madeAt: one.madeAt,
    author: one.author,
    draft: one.draft,
    inForce: row.inForce === one.version,
    editable: one.editable,
    letters: letters.get(one.templateId) ?? 0,
  }));
  return ok({ row, doc: readKeptDoc(store, row.templateId), versions });
};

export const getTemplateVersion: QueryHandler<'templates.version'> = ({ store }, { templateId }) => {
  const row = findTemplateRow(store, templateId);
  if (!row) return fail('template.not_found');
  const { version, name, description, about } = row;
  return ok({ version, name, description, about: readAbout(about), doc: readKeptDoc(store, templateId) });
};

/** What a new letter begins with. */
const emptyLetter: LetterDoc = {
  type: 'doc',
  content: [passage('subject'), p`Dear ${'recipient.greeting'}:`, { type: 'paragraph' }, passage('closing')],
};

/** `own-` and a part of the operation's id, which is as good as random. */
export function newCode(operationId: string, taken: ReadonlySet<string>): string {
  const start = operationId.replaceAll('-', '').slice(-8);
  for (let n = 0; ; n++) {
    const code = `own-${start}${n === 0 ? '' : `-${n}`}`;
    if (!taken.has(code)) return code;
  }
}

export const createTemplate: CommandHandler<'templates.create'> = (context, { from, name, replace }) => {
  const { store } = context;
  const rows = listRows(store);
  const source = from === null ? null : findTemplateRow(store, from);
  if (from !== null && !source) return fail('template.not_found');
  const doc = source ? readKeptDoc(store, source.templateId) : emptyLetter;
  if (doc === null) return fail('template.not_a_document');
  const replaces = replace && source?.origin === 'shipped' ? source.code : '';
  if (replaces !== '') {
    const other = rows.find((row) => row.replaces === replaces && !row.retired);
    if (other) return fail('template.replaced_already', { name: other.name });
  }
  const code = newCode(context.operationId, new Set(rows.map((row) => row.code)));
  const template = {
    name,
    description: source?.description ?? '',
    about: source ? readAbout(source.about) : plainAbout,
    doc,
  };
  const kept = keepVersion(context, { code, replaces, draft: true, template });
  return kept.ok ? ok({ code, templateId: kept.value.templateId }) : kept;
};

export type Keeping = {
  readonly code: string;
  readonly replaces: string;
  readonly draft: boolean;
  readonly template: EditedTemplate;
};

/** Fails with `template.doc_broken`, `template.too_large`, `payment.card_number`, `template.name_taken`, `template.faults`. */
export function keepVersion(
  context: CommandContext,
  { code, replaces, draft, template }: Keeping,
): Result<{ templateId: number; version: number }> {
  const { store, now, author } = context;
  const doc = readDoc(template.doc);
  if (!doc.ok) return doc;
  const json = JSON.stringify(doc.value);
  const about = JSON.stringify(template.about);
  const body = compileDoc(doc.value);
  if (json.length > largestTemplate || body.length > largestBody) return fail('template.too_large');
  if ([json, template.name, template.description, template.about.review].some(holdsCardData)) {
    return fail('payment.card_number');
  }
  const rows = listTemplateRowsOf(store, code);
  if (!draft) {
    const faults = problemsOf(doc.value, template.about).filter(({ severity }) => severity === 'stop');
    if (faults[0]) return fail('template.faults', { count: faults.length, first: faults[0].text });
    const differs = replaces === '' ? null : standsInOtherwise(store, replaces, template.about);
    if (differs !== null) return fail('template.faults', { count: 1, first: differs });
    const taken = listRows(store).find(
      (row) =>
        row.code !== code &&
        row.code !== replaces &&
        row.inForce !== null &&
        row.name.toLowerCase() === template.name.toLowerCase(),
    );
    if (taken) return fail('template.name_taken', { name: taken.name });
  }
  const newest = rows.find(({ retiredAt }) => retiredAt === null);
  const same =
    newest !== undefined &&
    newest.draft === draft &&
    newest.name === template.name &&
    newest.description === template.description &&
    newest.about === about &&
    findTemplateDoc(store, newest.templateId) === json;
  if (same) return ok({ templateId: newest.templateId, version: newest.version });
  retireTemplates(store, code, now, draft ? 'drafts' : 'all');
  const version = Math.max(0, ...rows.map((row) => row.version)) + 1;
  const templateId = insertOfficeTemplate(store, {
    code,
    version,
    name: template.name,
    description: template.description,
    about,
    doc: json,
    body,
    replaces,
    draft,
    author,
    madeAt: now,
  });
  context.changed('letters');
  return ok({ templateId, version });
}

export const saveTemplate: CommandHandler<'templates.save'> = (context, { code, draft, template }) => {
  const [newest] = listTemplateRowsOf(context.store, code);
  if (!newest) return fail('template.not_found');
  if (newest.origin !== 'office') return fail('template.shipped');
  const free = standInIsFree(context.store, newest);
  if (!draft && !free.ok) return free;
  return keepVersion(context, { code, replaces: newest.replaces, draft, template });
};

/**
 * Strategies and lists ask for a shipped letter by its code and mean what it is: one that stands in for it goes to the same party, at the
 * same stage, about the same. `null` where it does.
 */
function standsInOtherwise(store: Store, replaces: string, about: LetterAbout): string | null {
  const row = listTemplateRowsOf(store, replaces)[0];
  if (!row) return null;
  const shipped = readAbout(row.about);
  const isSame =
    about.to === shipped.to &&
    about.stage === shipped.stage &&
    (about.asksForMoney || !shipped.asksForMoney) &&
    (shipped.whenPaid || !about.whenPaid) &&
    [...shipped.needs, ...shipped.must].every((one) =>
      [...about.needs, ...about.must].some((own) => own === one),
    );
  return isSame
    ? null
    : `it stands in for “${row.name}” wherever that is asked for, so under “For whom” it must keep whom it goes to, its stage, what the account must have, and whether it asks for money. Make it a letter of its own instead.`;
}

/** No other letter of the office stands in for the same shipped one. Fails with `template.replaced_already`. */
function standInIsFree(store: Store, { code, replaces }: TemplateVersionRow): Result<null> {
  if (replaces === '') return ok(null);
  const other = listTemplateRows(store).find(
    (row) => row.replaces === replaces && row.code !== code && isUsed(row),
  );
  return other ? fail('template.replaced_already', { name: other.name }) : ok(null);
}

export const retireTemplate: CommandHandler<'templates.retire'> = ({ store, now, changed }, { code }) => {
  if (listTemplateRowsOf(store, code).length === 0) return fail('template.not_found');
  retireTemplates(store, code, now, 'all');
  changed('letters');
  return ok({});
};

export const restoreRetired: CommandHandler<'templates.restore'> = ({ store, changed }, { code }) => {
  const rows = listTemplateRowsOf(store, code);
  if (rows.some(({ retiredAt }) => retiredAt === null)) return ok({});
  const back = shownOf(rows);
  if (!back) return fail('template.not_found');
  const free = standInIsFree(store, back);
  if (!free.ok) return free;
  restoreTemplate(store, back.templateId);
  changed('letters');
  return ok({});
};

export function problemsOf(doc: LetterDoc, about: LetterAbout): readonly DocProblem[] {
  return checkDoc(doc, about, { prescribed });
}

/** A document that cannot be read is one problem more, so that the window can go on showing it. */
export const checkTemplate: QueryHandler<'templates.check'> = ({ store, today }, { template }) => {
  const doc = readDoc(template.doc);
  if (!doc.ok) {
    const { what = '', place = '' } = doc.error.params;
    const text = `Part of the letter cannot be used: ${what} (${place}). Take it out.`;
    return ok({ problems: [{ code: 'DOC_BROKEN', severity: 'stop', text }], findings: [] });
  }
  const { about } = template;
  const text = docText(doc.value);
  const findings = forbiddenIn(
    { ...noAccount, ...about, ...kindOf(about), text, writtenOn: today, role: roleOf(store, about) },
    text,
  );
  return ok({
    problems: problemsOf(doc.value, about),
    findings: findings.map(({ at: _at, end: _end, ...finding }) => finding),
  });
};

/** Of no account: what no text may say of anybody. What the law asks for is looked for in the finished letter. */
const noAccount: Omit<LetterToCheck, 'text' | 'writtenOn' | 'role' | 'debtor'> = {
  state: null,
  stage: '',
  to: 'debtor',
  language: 'en',
  asksForMoney: true,
  must: [],
  firstWriting: false,
  firstContact: false,
  validationEndsOn: null,
  timeBarred: 'no',
  judgment: false,
  chargedOff: false,
  medical: false,
  debtBuyer: false,
  consumerFinancial: null,
  approved: {},
  sums: [],
  days: [],
  fill: {},
};

const kindOf = ({ debtor }: LetterAbout) =>
  ({ debtor: debtor === 'business' ? debtor : 'consumer' }) as const;

function roleOf(store: Store, { roles }: LetterAbout): OfficeRole | null {
  return readProfile(store)?.role ?? (roles.length === 1 ? (roles[0] ?? null) : null);
}
