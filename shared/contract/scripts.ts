/** Scripts and objection cards: what is shipped, what the office made of it, and the ones for a call. */
import { z } from 'zod';
import { contactOutcomes } from '../domain/contact.ts';
import {
  type ObjectionCard,
  type Script,
  scriptAudiences,
  scriptLanguages,
  scriptLimits,
  scriptSituations,
  scriptStages,
} from '../scripts/script.ts';
import { line, optionalLine } from './call.ts';

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
