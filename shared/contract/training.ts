/** Hours of training and certificates of the people of the office. Practice writes nothing else into the book. */
import { z } from 'zod';
import { trainingKinds } from '../domain/training.ts';
import { practiceStates } from '../scripts/practice/score.ts';
import { bookCommand, bookQuery, day, enteredDay, id, instant, line, nothing, optionalLine } from './call.ts';

/** The sheet of a practice call: what was called for, and what was missed. */
export const practiceSheet = z.strictObject({
  scenario: line(80),
  script: line(80),
  met: z.int().min(0).max(100),
  asked: z.int().min(0).max(100),
  items: z
    .array(
      z.strictObject({
        code: line(40),
        state: z.enum(practiceStates),
        text: line(300),
        detail: optionalLine(1_000),
      }),
    )
    .max(40),
});

const kind = z.enum(trainingKinds);

const trainingEntry = z.strictObject({
  entryId: id,
  onDay: day,
  minutes: z.int(),
  kind,
  subject: z.string(),
  sheet: practiceSheet.nullable(),
  madeAt: instant,
  author: z.string(),
});
export type TrainingEntry = z.output<typeof trainingEntry>;

const certificate = z.strictObject({
  certificateId: id,
  holder: z.string(),
  name: z.string(),
  number: z.string(),
  issuedOn: day,
  /** The last day it holds; `null` without an end. */
  renewsOn: day.nullable(),
});
export type Certificate = z.output<typeof certificate>;

export const trainingCalls = {
  'training.log': bookCommand(
    z.strictObject({
      onDay: enteredDay,
      minutes: z.int().min(1).max(1_440),
      kind,
      subject: line(200),
      sheet: practiceSheet.nullable().default(null),
    }),
    z.strictObject({ entryId: id }),
  ),
  /** The newest entries, the minutes of every month, and the certificates in force, soonest to run out first. */
  'training.list': bookQuery(
    z.strictObject({ limit: z.int().min(1).max(500) }),
    z.strictObject({
      entries: z.array(trainingEntry),
      /** There are more entries than asked for. */
      more: z.boolean(),
      minutes: z.array(z.strictObject({ month: z.string(), kind, minutes: z.int() })),
      certificates: z.array(certificate),
    }),
  ),
  /** It was entered by mistake; the row stays and counts no longer. */
  'training.withdraw': bookCommand(z.strictObject({ entryId: id }), nothing),
  /** `certificateId` names the one this takes the place of, as when it was renewed or mistyped. */
  'training.saveCertificate': bookCommand(
    z.strictObject({
      certificateId: id.nullable(),
      holder: line(120),
      name: line(200),
      number: optionalLine(80),
      issuedOn: enteredDay,
      renewsOn: enteredDay.nullable(),
    }),
    z.strictObject({ certificateId: id }),
  ),
  'training.endCertificate': bookCommand(z.strictObject({ certificateId: id }), nothing),
} as const;
