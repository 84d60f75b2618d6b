/** A call from its start to its end: which number to try, beginning it, and all that came of it kept in one command. */
import { z } from 'zod';
import { contactDirections, contactOutcomes } from '../domain/contact.ts';
import { phoneKinds, phoneStatuses } from '../domain/debtor.ts';
import { consentKinds, legalEventKinds, rebuttalFactors, verdictOutcomes } from '../domain/law.ts';
import { bookCommand, bookQuery, day, enteredDay, id, instant, line, optionalLine } from './call.ts';
import { contactCalls } from './contacts.ts';
import { contactDecision } from './law.ts';
import { offerCalls } from './offers.ts';
import { planCalls } from './plans.ts';
import { scriptCode, stepId } from './scripts.ts';

/** A verdict as a list of numbers shows it; the rest is asked by `law.verdict`. */
export const callVerdict = z.strictObject({
  outcome: z.enum(verdictOutcomes),
  override: z.enum(['none', 'reason', 'reason_and_factor']),
  title: z.string().nullable(),
  text: z.string().nullable(),
  askedAt: instant,
  earliestAt: instant.nullable(),
  until: instant.nullable(),
  waitsFor: z.array(z.string()),
  /** Every zone the person may be in. */
  zones: z.array(z.string()),
});
export type CallVerdict = z.output<typeof callVerdict>;

/** Whether a call can be begun: at once, with a reason that is kept, or not at all. */
export const mayStartKinds = ['yes', 'with_reason', 'no'] as const;

export const callNumber = z.strictObject({
  phoneId: id,
  display: z.string(),
  kind: z.enum(phoneKinds),
  status: z.enum(phoneStatuses),
  source: z.string(),
  since: day,
  /** What was said of this very number and still holds. */
  said: z.array(
    z.strictObject({
      eventId: id,
      kind: z.enum(legalEventKinds),
      consent: z.enum(consentKinds).nullable(),
      on: day,
      source: z.string(),
    }),
  ),
  /** Where its area code points; empty when that says nothing, or a zone is known otherwise. */
  zones: z.array(z.string()),
  verdict: callVerdict,
  mayStart: z.enum(mayStartKinds),
  last: z
    .strictObject({ at: instant, direction: z.enum(contactDirections), outcome: z.enum(contactOutcomes) })
    .nullable(),
  /** Calls placed to it in the last seven days. */
  triedInSevenDays: z.int().min(0),
  /** The debtor was last spoken with on it. */
  reachedAt: instant.nullable(),
  /** What speaks for it, or what stands in the way. */
  why: z.string(),
});
export type CallNumber = z.output<typeof callNumber>;

/** What was followed of scripts in a call. */
export const followedRun = z.strictObject({
  /** Every script of the path in the version that was followed, the one it began with first. */
  scripts: z
    .array(
      z.strictObject({
        code: scriptCode,
        origin: z.enum(['shipped', 'office']),
        version: z.int().min(1).max(1_000_000),
      }),
    )
    .min(1)
    .max(20),
  startedAt: instant,
  party: z.enum(['unknown', 'right_party', 'third_party']),
  /** When the right party was confirmed, whoever came on the line later. */
  confirmedAt: instant.nullable(),
  exit: stepId.nullable(),
  path: z
    .array(z.strictObject({ script: scriptCode, step: stepId, at: instant, answer: stepId.nullable() }))
    .min(1)
    .max(500),
  ticks: z.array(z.strictObject({ script: scriptCode, step: stepId, tick: stepId, at: instant })).max(500),
});

export const finishParts = ['contact', 'promise', 'offer', 'reminder', 'next_step', 'script'] as const;
export type FinishPart = (typeof finishParts)[number];

export const callCalls = {
  /** Every number of the debtor with its own verdict, the best to try first. */
  'calls.prepare': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({
      debtorName: z.string(),
      numbers: z.array(callNumber),
      /** A call to a number that is not on file. */
      otherNumber: z.strictObject({ verdict: callVerdict, mayStart: z.enum(mayStartKinds) }),
    }),
  ),
  /**
   * Begins a call that does not go through the phone program: the number is dialed by hand, or only timed. The rules are asked
   * as for dialing, and a reason that was needed is kept. Answers with what was kept.
   */
  'calls.begin': bookCommand(
    z.strictObject({
      accountId: id,
      phoneId: id.nullable(),
      decision: contactDecision.nullable().default(null),
    }),
    z.strictObject({
      ruleCode: z.string().nullable(),
      reason: z.string(),
      factor: z.enum(rebuttalFactors).nullable(),
    }),
  ),
  /**
   * Keeps a call with all that came of it, or nothing: a fault of any part takes the whole back and names it (`part`). Faults
   * of its own: `calls.outcome_unlikely`, `calls.nobody_reached`, `calls.party_unconfirmed`, `calls.promise_missing`.
   */
  'calls.finish': bookCommand(
    z.strictObject({
      accountId: id,
      contact: contactCalls['contacts.record'].input.omit({ accountId: true }),
      /** Who spoke: not always whom the call was for. */
      spokeWith: z.enum(['debtor', 'third_party']).default('debtor'),
      promise: planCalls['promises.record'].input.omit({ accountId: true }).nullable().default(null),
      offers: z
        .array(
          z.strictObject({
            offer: offerCalls['offers.make'].input.omit({ accountId: true }),
            /** Agreed in the call: the plan or settlement begins. */
            accepted: z.boolean(),
          }),
        )
        .max(5)
        .default([]),
      reminder: z
        .strictObject({ text: line(500), dueAt: instant })
        .nullable()
        .default(null),
      /** `null` leaves the account’s next step as it is. */
      nextStep: z
        .strictObject({ nextStepOn: enteredDay.nullable(), nextStep: optionalLine(200).nullable() })
        .nullable()
        .default(null),
      run: followedRun.nullable().default(null),
    }),
    z.strictObject({
      contactId: id,
      promiseId: id.nullable(),
      offerIds: z.array(id),
      planIds: z.array(id),
      reminderId: id.nullable(),
      runId: id.nullable(),
    }),
  ),
} as const;
