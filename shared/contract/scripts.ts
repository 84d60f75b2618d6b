/** Scripts and objection cards: what is shipped, what the office made of it, and the ones for a call. */
import { z } from 'zod';
import { contactOutcomes } from '../domain/contact.ts';
import type { Result } from '../errors/result.ts';
import { type ReplyTimes, salutations } from '../rules/limited-content.ts';
import type { ScriptProblem } from '../scripts/check.ts';
import type { ScriptFacts } from '../scripts/fields.ts';
import type { OfferedScript } from '../scripts/pick.ts';
import {
  type ObjectionCard,
  type Script,
  scriptAudiences,
  scriptLanguages,
  scriptLimits,
  scriptSituations,
  scriptStages,
} from '../scripts/script.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  deskCommand,
  id,
  instant,
  line,
  nothing,
  optionalLine,
} from './call.ts';

/** Names of steps, answers, ticks and exits inside a script. */
export const stepId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/);
export const scriptCode = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/);
const text = z.string().max(scriptLimits.text);
const sentences = z.array(line(500)).max(30);

const target = z.union([
  z.strictObject({ step: stepId }),
  z.strictObject({ exit: stepId }),
  z.strictObject({ situation: z.enum(scriptSituations) }),
]);

const step = z.strictObject({
  id: stepId,
  stage: z.enum(scriptStages),
  title: line(120),
  say: text,
  never: sentences,
  prompts: sentences,
  ticks: z
    .array(
      z.strictObject({
        id: stepId,
        text: line(500),
        kind: z.enum(['disclosure', 'identity', 'check']),
        required: z.boolean(),
      }),
    )
    .max(scriptLimits.ticks),
  answers: z
    .array(
      z.strictObject({
        id: stepId,
        label: line(160),
        to: target,
        party: z.enum(['right_party', 'third_party']).nullable(),
      }),
    )
    .max(scriptLimits.answers),
  cards: z.array(scriptCode).max(scriptLimits.cards),
});

/** The shape alone; whether its paths hold is for `checkScript` to say. */
export const scriptSchema = z.strictObject({
  code: scriptCode,
  name: line(120),
  situation: z.enum(scriptSituations),
  audiences: z.array(z.enum(scriptAudiences)).min(1).max(4),
  language: z.enum(scriptLanguages),
  review: optionalLine(200),
  start: stepId,
  resume: stepId.nullable(),
  steps: z.array(step).min(1).max(scriptLimits.steps),
  exits: z.array(z.strictObject({ id: stepId, label: line(160), outcome: z.enum(contactOutcomes) })).max(30),
}) satisfies z.ZodType<Script>;

export const cardSchema = z.strictObject({
  code: scriptCode,
  objection: line(300),
  answer: text,
  never: sentences,
  prompts: sentences,
  audiences: z.array(z.enum(scriptAudiences)).min(1).max(4),
  language: z.enum(scriptLanguages),
  leadsTo: z.enum(scriptSituations).nullable(),
}) satisfies z.ZodType<ObjectionCard>;

/** The same, typed as what they describe: read-only lists go in and come out. */
const wholeScript: z.ZodType<Script, Script> = scriptSchema;
const wholeCard: z.ZodType<ObjectionCard, ObjectionCard> = cardSchema;

const kind = z.enum(['script', 'card']);
const origin = z.enum(['shipped', 'office']);
const versionNumber = z.int().min(1).max(1_000_000);

/** What a call would use now, by origin and version; `null` when there is nothing fit to be used. */
const inForce = z.strictObject({ origin, version: versionNumber }).nullable();

const listed = {
  code: scriptCode,
  /** Of what is shown and edited: the newest office version not retired, else the shipped one. */
  name: z.string(),
  inForce,
  /** The newest office version is kept to be worked on. */
  draft: z.boolean(),
  /** The office version in force or in work, and the shipped one there is. */
  officeVersion: versionNumber.nullable(),
  shippedVersion: versionNumber.nullable(),
  /** The shipped one was changed since the office made its version. */
  shippedChanged: z.boolean(),
  /** The office uses neither its own nor a shipped one. */
  retired: z.boolean(),
  madeAt: instant.nullable(),
  author: z.string(),
  faults: z.int().min(0),
  warnings: z.int().min(0),
};

export const scriptListRow = z.strictObject({
  ...listed,
  situation: z.enum(scriptSituations),
  audiences: z.array(z.enum(scriptAudiences)).readonly(),
  language: z.enum(scriptLanguages),
  review: z.string(),
  steps: z.int().min(0),
  /** Where a jump with the right party lands; `null` when the script begins anew. */
  landsAt: z.enum(scriptStages).nullable(),
  /** Calls that followed any version of it. */
  runs: z.int().min(0),
});
export type ScriptListRow = z.output<typeof scriptListRow>;

export const cardListRow = z.strictObject({
  ...listed,
  audiences: z.array(z.enum(scriptAudiences)).readonly(),
  language: z.enum(scriptLanguages),
  answer: z.string(),
});
export type CardListRow = z.output<typeof cardListRow>;

const versionRow = z.strictObject({
  origin,
  version: versionNumber,
  name: z.string(),
  /** `null` for what came with the program. */
  madeAt: instant.nullable(),
  author: z.string(),
  draft: z.boolean(),
  retired: z.boolean(),
  runs: z.int().min(0),
});
export type ScriptVersion = z.output<typeof versionRow>;

/** What the voicemail message of the office holds; `null` takes it from the letterhead, the office and the spoken name. */
export const voicemailSettings = z.strictObject({
  businessName: line(80).nullable(),
  /** Somebody looked at a name that may hint at collection, and says it does not. */
  nameConfirmed: z.boolean(),
  contactName: line(60).nullable(),
  callBackNumber: line(40).nullable(),
  salutation: z.enum(salutations),
  replyTimes: z
    .strictObject({
      days: z.array(z.int().min(1).max(7)).max(7).readonly(),
      fromMinute: z.int().min(0).max(1440),
      toMinute: z.int().min(0).max(1440),
    })
    .nullable() satisfies z.ZodType<ReplyTimes | null>,
  anyRepresentative: z.boolean(),
});
export type VoicemailSettings = z.output<typeof voicemailSettings>;

/** One script or card of a file, and what taking it would do. */
const fileItem = z.strictObject({
  kind,
  code: scriptCode,
  name: z.string(),
  language: z.enum(scriptLanguages),
  change: z.enum(['new', 'changed', 'same']),
  /** What would be other, each a sentence. */
  differences: z.array(z.string()).readonly(),
  problems: z.custom<readonly ScriptProblem[]>(),
});
export type ScriptFileItem = z.output<typeof fileItem>;

export const scriptCalls = {
  /** The library: what was shipped and what the office made of it. */
  'scripts.list': bookQuery(
    nothing,
    z.strictObject({ scripts: z.array(scriptListRow), cards: z.array(cardListRow) }),
  ),
  /** One script with its versions, newest first; `current` is what is shown and edited. */
  'scripts.get': bookQuery(
    z.strictObject({ code: scriptCode }),
    z.strictObject({
      current: wholeScript,
      origin,
      version: versionNumber,
      versions: z.array(versionRow),
      inForce,
    }),
  ),
  'scripts.version': bookQuery(
    z.strictObject({ code: scriptCode, origin, version: versionNumber }),
    z.strictObject({ script: wholeScript }),
  ),
  'scripts.card': bookQuery(
    z.strictObject({ code: scriptCode }),
    z.strictObject({ current: wholeCard, shipped: wholeCard.nullable(), versions: z.array(versionRow) }),
  ),
  /**
   * Keeps a script as the next version of the office. One with a fault is kept only as a draft, which no call uses: `script.faults`
   * (`count`, `first`).
   */
  'scripts.save': bookCommand(
    z.strictObject({ script: wholeScript, draft: z.boolean() }),
    z.strictObject({ version: versionNumber }),
  ),
  'scripts.saveCard': bookCommand(
    z.strictObject({ card: wholeCard }),
    z.strictObject({ version: versionNumber }),
  ),
  /** Of the office’s own the shipped one counts again; of a shipped one the office uses none. Nothing is lost. */
  'scripts.retire': bookCommand(z.strictObject({ kind, code: scriptCode, origin }), nothing),
  'scripts.restore': bookCommand(z.strictObject({ kind, code: scriptCode, origin }), nothing),
  /** Everything a call on this account needs of scripts. */
  'scripts.forCall': bookQuery(
    z.strictObject({ accountId: id, direction: z.enum(['in', 'out']) }),
    z.strictObject({
      audience: z.enum(scriptAudiences),
      /** The person’s, as far as it is known. */
      language: z.enum(scriptLanguages),
      /** In use for this office and debt, those in the person’s language first. */
      scripts: z.custom<readonly OfferedScript[]>(),
      suggested: z.strictObject({ code: scriptCode.nullable(), why: z.string() }),
      cards: z.custom<readonly ObjectionCard[]>(),
      facts: z.custom<ScriptFacts>(),
      /** The limited-content message, or why there is none. */
      voicemail: z.custom<Result<string>>(),
    }),
  ),
  /** How the office speaks on the telephone, and the voicemail message that makes. */
  'scripts.spoken': bookQuery(
    nothing,
    z.strictObject({
      /** As set by this author; empty when the name of the author is used. */
      name: z.string(),
      author: z.string(),
      voicemail: voicemailSettings,
      officeName: z.string(),
      callBackNumber: z.string(),
      message: z.custom<Result<string>>(),
    }),
  ),
  /** Empty takes it back. */
  'scripts.setSpokenName': bookCommand(z.strictObject({ name: optionalLine(60) }), nothing),
  'scripts.setVoicemail': bookCommand(voicemailSettings, nothing),
  /** Reads a chosen file without taking anything: what is in it and what it would change. */
  'scripts.previewFile': bookJob(
    z.strictObject({ fileId: z.uuid() }),
    z.strictObject({ items: z.array(fileItem) }),
  ),
  /** Takes what was chosen of a file as versions of the office; a script with a fault becomes a draft. */
  'scripts.takeFile': bookJob(
    z.strictObject({
      fileId: z.uuid(),
      take: z
        .array(z.strictObject({ kind, code: scriptCode }))
        .min(1)
        .max(200),
    }),
    z.strictObject({ taken: z.int().min(0), drafts: z.int().min(0) }),
  ),
  /** Lets the user choose a file of scripts; the window gets an id, never a path. */
  'scripts.chooseFile': deskCommand(nothing, z.strictObject({ fileId: z.uuid(), fileName: z.string() })),
  /** Writes scripts and cards to a file at a place the user chooses. */
  'scripts.export': deskCommand(
    z.strictObject({
      items: z
        .array(z.strictObject({ kind, code: scriptCode }))
        .min(1)
        .max(200),
    }),
    z.strictObject({ fileName: z.string() }),
  ),
} as const;
