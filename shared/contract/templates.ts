/** Letter templates: what is shipped, what the office made of it, their versions, their check, a preview, and files of them. */
import { z } from 'zod';
import { officeRoles, stateCodes } from '../domain/law.ts';
import type { DocProblem } from '../templates/document/check-doc.ts';
import type { LetterDoc } from '../templates/document/letter-doc.ts';
import { docLimits } from '../templates/document/read-doc.ts';
import { letterNeeds } from '../templates/fields.ts';
import { type LetterAbout, letterRecipients, letterStages } from '../templates/letter-about.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  deskCommand,
  deskQuery,
  id,
  instant,
  line,
  nothing,
  optionalLine,
} from './call.ts';
import { letterFinding, letterPick } from './letters.ts';

export const templateCode = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/);
const textId = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9.-]{0,59}$/);

export const letterAbout: z.ZodType<LetterAbout, LetterAbout> = z.strictObject({
  stage: z.enum(letterStages),
  roles: z.array(z.enum(officeRoles)).max(officeRoles.length).readonly(),
  debtor: z.enum(['consumer', 'business', 'any']),
  states: z.array(z.enum(stateCodes)).max(stateCodes.length).readonly(),
  language: z.enum(['en', 'es']),
  to: z.enum(letterRecipients),
  needs: z.array(z.enum(letterNeeds)).max(letterNeeds.length).readonly(),
  asksForMoney: z.boolean(),
  whenPaid: z.boolean(),
  must: z.array(textId).max(40).readonly(),
  review: optionalLine(300),
});

/** Looked at by `readDoc`, which knows what a document may hold; here only that it is something. */
const unreadDoc = z.strictObject({
  type: z.literal('doc'),
  content: z.array(z.looseObject({ type: z.string().max(40) })).max(docLimits.nodes),
}) as unknown as z.ZodType<LetterDoc, LetterDoc>;
const wholeDoc = z.custom<LetterDoc>();

const origin = z.enum(['shipped', 'office']);
const versionNumber = z.int().min(1);
const name = line(80);
const description = optionalLine(300);

export const templateListRow = z.strictObject({
  code: templateCode,
  /** Of what is shown and edited: the newest version, a draft too. */
  templateId: id,
  version: versionNumber,
  name: z.string(),
  description: z.string(),
  about: letterAbout,
  origin,
  /** The version letters are made from; `null` for a draft, and for what is out of use. */
  inForce: versionNumber.nullable(),
  /** The newest version is kept to be worked on. */
  draft: z.boolean(),
  /** Of the office’s own: the shipped letter it stands in for, or empty. */
  replaces: z.string(),
  /** Of a shipped one: the office’s own that stands in for it. */
  replacedBy: z.strictObject({ code: templateCode, name: z.string() }).nullable(),
  retired: z.boolean(),
  /** It is a document; one from before letters were documents can be used and not edited. */
  editable: z.boolean(),
  madeAt: instant,
  author: z.string(),
  /** Letters made from any version of it. */
  letters: z.int().min(0),
});
export type TemplateListRow = z.output<typeof templateListRow>;

const versionRow = z.strictObject({
  templateId: id,
  version: versionNumber,
  name: z.string(),
  madeAt: instant,
  author: z.string(),
  draft: z.boolean(),
  inForce: z.boolean(),
  editable: z.boolean(),
  letters: z.int().min(0),
});
export type TemplateVersion = z.output<typeof versionRow>;

/** What is edited of a letter. */
export const editedTemplate = z.strictObject({
  name,
  description,
  about: letterAbout,
  doc: unreadDoc,
});
export type EditedTemplate = z.output<typeof editedTemplate>;

const problems = z.custom<readonly DocProblem[]>();

const fileItem = z.strictObject({
  /** Its place in the file, from 0. */
  place: z.int().min(0),
  name: z.string(),
  stage: z.enum(letterStages),
  change: z.enum(['new', 'changed', 'same']),
  /** The letter of the office it would be the next version of. */
  of: z.string(),
  differences: z.array(z.string()).readonly(),
  problems,
});
export type TemplateFileItem = z.output<typeof fileItem>;

const templateIds = z.array(id).min(1).max(200);

export const templateCalls = {
  /** Every letter there is, in use or not, by stage and name. */
  'templates.list': bookQuery(nothing, z.strictObject({ templates: z.array(templateListRow) })),
  'templates.get': bookQuery(
    z.strictObject({ code: templateCode }),
    z.strictObject({
      row: templateListRow,
      doc: wholeDoc.nullable(),
      versions: z.array(versionRow),
    }),
  ),
  'templates.version': bookQuery(
    z.strictObject({ templateId: id }),
    z.strictObject({
      version: versionNumber,
      name: z.string(),
      description: z.string(),
      about: letterAbout,
      doc: wholeDoc.nullable(),
    }),
  ),
  /**
   * Begins a letter of the office as a draft: empty, or from a version of another. `replace` makes it stand in for the shipped letter it
   * is taken from, once it is in use.
   */
  'templates.create': bookCommand(
    z.strictObject({ from: id.nullable(), name, replace: z.boolean() }),
    z.strictObject({ code: templateCode, templateId: id }),
  ),
  /** Keeps a letter of the office as its next version. One with a fault is kept only as a draft: `template.faults`. */
  'templates.save': bookCommand(
    z.strictObject({ code: templateCode, draft: z.boolean(), template: editedTemplate }),
    z.strictObject({ templateId: id, version: versionNumber }),
  ),
  /** Takes a letter out of use. Strategies that name it wait, and a shipped one it stood in for counts again. */
  'templates.retire': bookCommand(z.strictObject({ code: templateCode }), nothing),
  'templates.restore': bookCommand(z.strictObject({ code: templateCode }), nothing),
  /** What is wrong with a letter before any account is looked at. */
  'templates.check': bookQuery(
    z.strictObject({ template: editedTemplate }),
    z.strictObject({ problems, findings: z.array(letterFinding) }),
  ),
  /** The page of a letter that is being edited, for an account or, with none, for an invented one. Nothing is kept. */
  'templates.preview': deskQuery(
    z.strictObject({
      template: editedTemplate,
      accountId: id.nullable(),
      /** The invented debtor is a business. */
      business: z.boolean(),
      pick: letterPick.nullish(),
    }),
    z.strictObject({
      pdf: z.instanceof(Uint8Array),
      pages: z.int(),
      findings: z.array(letterFinding),
    }),
  ),
  'templates.chooseFile': deskCommand(nothing, z.strictObject({ fileId: z.uuid(), fileName: z.string() })),
  /** Reads a chosen file without taking anything. */
  'templates.previewFile': bookJob(
    z.strictObject({ fileId: z.uuid() }),
    z.strictObject({ items: z.array(fileItem) }),
  ),
  /** Takes letters of a file as versions of the office; each is a draft until somebody puts it in use. */
  'templates.takeFile': bookJob(
    z.strictObject({ fileId: z.uuid(), places: z.array(z.int().min(0).max(199)).min(1).max(200) }),
    z.strictObject({ taken: z.int().min(0) }),
  ),
  'templates.export': deskCommand(z.strictObject({ templateIds }), z.strictObject({ fileName: z.string() })),
} as const;
