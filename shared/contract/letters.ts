/** Letters: merged from a template, shown as the PDF they will be, kept exactly. */
import { z } from 'zod';
import { confidences, stateCodes, verdictOutcomes } from '../domain/law.ts';
import { largestPicture } from '../domain/picture.ts';
import type { LetterFinding } from '../rules/wording/letter-check.ts';
import type { LetterAbout } from '../templates/letter-about.ts';
import type { SheetSetup } from '../templates/letters/sheet-setup.ts';
import {
  bookCommand,
  bookQuery,
  cents,
  day,
  deskCommand,
  deskQuery,
  enteredDay,
  id,
  instant,
  line,
  nothing,
  optionalLine,
} from './call.ts';
import { contactDecision } from './law.ts';

const letterTemplate = z.strictObject({
  templateId: id,
  code: z.string(),
  name: z.string(),
  description: z.string(),
  version: z.int(),
  about: z.custom<LetterAbout>(),
  origin: z.enum(['shipped', 'office']),
  /** Of the office’s own: the shipped letter it stands in for, or empty. */
  replaces: z.string(),
});

export const letterRow = z.strictObject({
  letterId: id,
  accountId: id,
  debtorName: z.string(),
  accountNumber: z.string(),
  templateName: z.string(),
  madeAt: instant,
  balanceCents: cents,
  pages: z.int(),
  state: z.enum(['kept', 'printed', 'saved']),
  /** What the mail log knows of it, and since which day. */
  mail: z.strictObject({ state: z.enum(['mailed', 'delivered', 'returned']), on: day }).nullable(),
});
export type LetterRow = z.output<typeof letterRow>;

export const letterListStates = [
  'any',
  'printed',
  'not_printed',
  'not_mailed',
  'mailed',
  'returned',
] as const;

const letterAboutKept = z.strictObject({
  letterId: id,
  templateName: z.string(),
  templateCode: z.string(),
  templateVersion: z.int(),
  madeAt: instant,
  author: z.string(),
  printedAt: instant.nullable(),
  savedAt: instant.nullable(),
  pages: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  /** Where it went, line by line, as printed. */
  addressLines: z.array(z.string()),
  /** What the rules said then; `null` where they were not asked. */
  verdict: z.enum(verdictOutcomes).nullable(),
  overrideReason: z.string(),
  findings: z.custom<readonly LetterFinding[]>(),
  /** `null` for a letter of before sheets could be set. */
  sheet: z.custom<SheetSetup | null>(),
  /** Every field it was filled with, by its name, as it stood then. */
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  copies: z.array(
    z.strictObject({ kind: z.enum(['word', 'email']), at: instant, author: z.string(), to: z.string() }),
  ),
});
export type LetterAboutKept = z.output<typeof letterAboutKept>;

/** What stands at the head of every letter besides the office's name. Empty lines are left out of the sheet. */
export const letterhead = z.strictObject({
  line1: optionalLine(60),
  line2: optionalLine(60),
  city: optionalLine(60),
  region: optionalLine(40),
  postalCode: optionalLine(20),
  phone: optionalLine(40),
  email: optionalLine(80),
  hours: optionalLine(80),
  /** Sentences for the debtor, printed as typed. */
  howToPay: z.string().trim().max(1000),
  website: optionalLine(80).default(''),
  signerName: optionalLine(80).default(''),
  signerTitle: optionalLine(80).default(''),
  /** Where disputes go by mail, line by line; empty for the address above. */
  disputeAddress: z.string().trim().max(300).default(''),
  /** How to dispute electronically; empty for not at all. */
  disputeElectronically: optionalLine(160).default(''),
  /** Sentences at the foot of every letter, printed as typed. */
  footer: z.string().trim().max(600).default(''),
});
export type Letterhead = z.output<typeof letterhead>;

/**
 * Which of several things a letter speaks of. What is left out is chosen: the plan in force, the newest offer, payment or event
 * that fits.
 */
export const letterPick = z.strictObject({
  planId: id.optional(),
  offerId: id.optional(),
  receiptId: id.optional(),
  eventId: id.optional(),
});
export type LetterPick = z.output<typeof letterPick>;

/** What the check of a letter's wording found (`shared/rules/wording/letter-check.ts`). */
export const letterFinding = z.strictObject({
  code: z.string(),
  severity: z.enum(['stop', 'look']),
  why: z.string(),
  words: z.string(),
  sentence: z.string(),
  textId: z.string().nullable(),
  source: z
    .strictObject({
      cite: z.string(),
      readOn: z.string(),
      confidence: z.enum(confidences),
      note: z.string().optional(),
    })
    .nullable(),
});

export const letterheadImageKinds = ['logo', 'signature'] as const;

const letterheadImage = z.strictObject({
  mime: z.enum(['image/png', 'image/jpeg']),
  width: z.int(),
  height: z.int(),
  bytes: z.instanceof(Uint8Array),
});
/** Through the system’s dialog, or straight to the printer of the print setup; the dialog where none is chosen. */
const printTo = z.enum(['dialog', 'printer']).optional();

/** Where letters to a client go. */
export const clientContact = z.strictObject({
  /** Who opens its mail; empty for nobody by name. */
  attention: optionalLine(120),
  line1: line(),
  line2: optionalLine(),
  city: line(),
  region: optionalLine(40),
  postalCode: optionalLine(20),
  country: optionalLine(60),
});
export type ClientContact = z.output<typeof clientContact>;

export const letterCalls = {
  /** The client who placed an account, and where its letters go; `null` until somebody has entered it. */
  'letters.clientContact': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({ clientId: id, clientName: z.string(), contact: clientContact.nullable() }),
  ),
  /** Replaces where letters to a client go; the post must be able to read it. */
  'letters.setClientContact': bookCommand(z.strictObject({ clientId: id, contact: clientContact }), nothing),
  /** Pictures, and what stands at the foot of letters into a state: the office's own line, and the number of its licence. */
  'letters.letterheadMore': bookQuery(
    nothing,
    z.strictObject({
      logo: letterheadImage.nullable(),
      signature: letterheadImage.nullable(),
      stateLines: z.array(z.strictObject({ state: z.enum(stateCodes), line: z.string() })),
      licences: z.array(z.strictObject({ state: z.enum(stateCodes), notice: z.string() })),
    }),
  ),
  /** `null` takes it away. PNG or JPEG, found by the bytes; letters made before keep theirs. */
  'letters.setLetterheadImage': bookCommand(
    z.strictObject({
      kind: z.enum(letterheadImageKinds),
      /** As text: what comes from the window is plain data. */
      base64: z
        .base64()
        .max(Math.ceil(largestPicture.bytes / 3) * 4)
        .nullable(),
    }),
    nothing,
  ),
  /** An empty line takes it away. */
  'letters.setStateLine': bookCommand(
    z.strictObject({ state: z.enum(stateCodes), line: optionalLine(400) }),
    nothing,
  ),
  /** A picture of the user's own, chosen in a dialog; nothing is kept yet. */
  'letters.chooseImage': deskQuery(
    nothing,
    z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) }),
  ),
  'letters.letterhead': bookQuery(nothing, z.strictObject({ officeName: z.string(), letterhead })),
  'letters.setLetterhead': bookCommand(letterhead, nothing),
  'letters.templates': bookQuery(nothing, z.strictObject({ templates: z.array(letterTemplate) })),
  'letters.list': bookQuery(
    z.strictObject({
      accountId: id.nullable(),
      /** Words of the debtor or account. */
      text: optionalLine(200).default(''),
      /** Every version of it. */
      templateCode: z.string().max(80).nullable().default(null),
      from: enteredDay.nullable().default(null),
      to: enteredDay.nullable().default(null),
      state: z.enum(letterListStates).default('any'),
      before: id.nullable(),
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({ letters: z.array(letterRow), next: id.nullable() }),
  ),
  /** The kinds of letter there are copies of, by the name each has now. */
  'letters.kinds': bookQuery(
    nothing,
    z.strictObject({ kinds: z.array(z.strictObject({ code: z.string(), name: z.string() })) }),
  ),
  /** What a kept letter was made with. */
  'letters.about': bookQuery(z.strictObject({ letterId: id }), letterAboutKept),
  /** Works the hash of the kept copy out anew and holds it against the one it was kept with. */
  'letters.verify': bookQuery(
    z.strictObject({ letterId: id }),
    z.strictObject({ sha256: z.string(), keptSha256: z.string(), bytes: z.int(), matches: z.boolean() }),
  ),
  /** Merges and lays out a letter. Nothing is kept yet; the PDF shown is the one that will be kept and printed. */
  'letters.preview': deskQuery(
    z.strictObject({ accountId: id, templateId: id, pick: letterPick.nullish() }),
    z.strictObject({
      previewId: z.uuid(),
      pdf: z.instanceof(Uint8Array),
      pages: z.int(),
      findings: z.array(letterFinding),
    }),
  ),
  /**
   * Keeps the exact copy in the book, then prints it through the system dialog. `printed` is false on cancel. A verdict that
   * stands in the way needs a decision.
   */
  'letters.print': deskCommand(
    z.strictObject({ previewId: z.uuid(), decision: contactDecision.nullable().default(null), to: printTo }),
    z.strictObject({ letterId: id, printed: z.boolean() }),
  ),
  /** Keeps the exact copy in the book and saves it as a PDF to a place chosen in a dialog. */
  'letters.save': deskCommand(
    z.strictObject({ previewId: z.uuid(), decision: contactDecision.nullable().default(null) }),
    z.strictObject({ letterId: id, fileName: z.string() }),
  ),
  /**
   * Saves a letter as a Word file to a place chosen in a dialog, to be changed outside Duebook: noted with the account, and never as
   * sent.
   */
  'letters.saveWord': deskCommand(
    z.strictObject({ previewId: z.uuid() }),
    z.strictObject({ fileName: z.string() }),
  ),
  'letters.saveWordAgain': deskCommand(
    z.strictObject({ letterId: id }),
    z.strictObject({ fileName: z.string() }),
  ),
  /**
   * Keeps the exact copy in the book and writes the draft of an email with it, for the mail program to send. Only where the rules let
   * an email to this address go.
   */
  'letters.saveEmail': deskCommand(
    z.strictObject({
      previewId: z.uuid(),
      emailId: id,
      decision: contactDecision.nullable().default(null),
    }),
    z.strictObject({ letterId: id, fileName: z.string() }),
  ),
  'letters.saveEmailAgain': deskCommand(
    z.strictObject({ letterId: id, emailId: id, decision: contactDecision.nullable().default(null) }),
    z.strictObject({ fileName: z.string() }),
  ),
  /** The exact copy, as it was on the day. */
  'letters.pdf': bookQuery(
    z.strictObject({ letterId: id }),
    z.strictObject({ pdf: z.instanceof(Uint8Array), sha256: z.string() }),
  ),
  /** Prints the kept copy; it goes out anew, so the rules are asked anew. */
  'letters.printAgain': deskCommand(
    z.strictObject({ letterId: id, decision: contactDecision.nullable().default(null), to: printTo }),
    z.strictObject({ printed: z.boolean() }),
  ),
  'letters.saveAgain': deskCommand(
    z.strictObject({ letterId: id }),
    z.strictObject({ fileName: z.string() }),
  ),
} as const;
