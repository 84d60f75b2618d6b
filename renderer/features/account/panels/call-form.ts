/**
 * One contact as it is being logged, with the promise or the callback that came out of it. What cannot be
 * recorded in one command is done in steps; how far it came is part of the form, so that a retry after a
 * failure goes on where it stopped and the call is not logged twice.
 */
import { z } from 'zod';
import { contactChannels, contactDirections, contactOutcomes } from '../../../../shared/domain/contact.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { contactParties, contactPurposes, dialings } from '../../../../shared/domain/law.ts';
import { paymentMethods } from '../../../../shared/domain/ledger.ts';
import { optionalWords, typedCents, typedDay, typedTime } from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { type CallTimer, secondsOf } from './call-timer.ts';

const instantOrNull = z.number().nullable();

export const callFields = z.strictObject({
  direction: z.enum(contactDirections),
  channel: z.enum(contactChannels),
  /** An id as text, as a select has it; empty for none. */
  phoneId: z.string().max(20),
  emailId: z.string().max(20),
  to: z.enum(contactParties),
  partyName: z.string().max(300),
  purpose: z.enum(contactPurposes),
  dialing: z.enum(dialings),
  /** Ids as text: other debts of the person that were spoken of. */
  otherAccountIds: z.array(z.string().max(20)).max(50),
  startedAt: instantOrNull,
  endedAt: instantOrNull,
  outcome: z.enum(contactOutcomes).nullable(),
  text: z.string().max(120_000),
  promiseAmount: z.string().max(60),
  promiseOn: z.string().max(60),
  promisePayer: z.string().max(200),
  /** A method, or empty while nobody has said how. */
  promiseMethod: z.enum(['', ...paymentMethods]),
  callbackOn: z.string().max(60),
  callbackTime: z.string().max(60),
  /** When the contact was, fixed at the first try to save it. */
  at: instantOrNull,
  /** The contact is in the book; only what came out of it is still to be recorded. */
  recorded: z.boolean(),
});
export type CallFields = z.output<typeof callFields>;

/** The plain contact: with the debtor, to collect, about this debt. */
const plainScope = {
  emailId: '',
  to: 'debtor',
  partyName: '',
  purpose: 'collect',
  dialing: 'by_hand',
  otherAccountIds: [],
} as const;

/** A draft kept before a contact said with whom it was is still a draft. */
export const keptCall: z.ZodType<CallFields> = z.preprocess(
  (kept) => (typeof kept === 'object' && kept !== null ? { ...plainScope, ...kept } : kept),
  callFields,
);

/** `phoneId` is the number to try first, or empty. */
export function blankCall(phoneId: string, today: Day): CallFields {
  return {
    direction: 'out',
    channel: 'call',
    phoneId,
    ...plainScope,
    otherAccountIds: [],
    startedAt: null,
    endedAt: null,
    outcome: null,
    text: '',
    promiseAmount: '',
    promiseOn: '',
    promisePayer: '',
    promiseMethod: '',
    callbackOn: showTypedDay(addDays(today, 1)),
    callbackTime: '09:00',
    at: null,
    recorded: false,
  };
}

/** Channels on which a number is dialled or written to. */
export function usesPhone(channel: CallFields['channel']): boolean {
  return channel === 'call' || channel === 'voicemail' || channel === 'text';
}

export function timerOf(fields: Pick<CallFields, 'startedAt' | 'endedAt'>): CallTimer {
  return { startedAt: fields.startedAt, endedAt: fields.endedAt };
}

/** What to record, or at each field why not yet. */
export function callSchema(today: Day, balanceCents: number) {
  const ahead = { day: today, message: 'This day has passed. Choose today or a later day.' };
  return callFields.transform((fields, context) => {
    const refuse = (path: keyof CallFields, message: string): never => {
      context.addIssue({ code: 'custom', path: [path], message });
      return z.NEVER;
    };
    const take = <T>(path: keyof CallFields, schema: z.ZodType<T>): T => {
      const read = schema.safeParse(fields[path]);
      return read.success ? read.data : refuse(path, read.error.issues[0]?.message ?? 'Check this field.');
    };
    const outcome = fields.outcome ?? refuse('outcome', 'Choose how it ended.');
    const promise =
      outcome === 'promise_to_pay'
        ? {
            amountCents: take('promiseAmount', typedCents()),
            dueOn: take('promiseOn', typedDay(today, { notBefore: ahead })),
            payer: take('promisePayer', optionalWords(120)),
            method: fields.promiseMethod === '' ? null : fields.promiseMethod,
          }
        : null;
    if (promise && promise.amountCents > balanceCents && balanceCents > 0) {
      refuse('promiseAmount', 'This is more than is owed. Check the sum.');
    }
    const callback =
      outcome === 'callback'
        ? {
            day: take('callbackOn', typedDay(today, { notBefore: ahead })),
            time: take('callbackTime', typedTime()),
          }
        : null;
    const phone = usesPhone(fields.channel) && fields.phoneId !== '' ? Number(fields.phoneId) : null;
    return {
      contact: {
        channel: fields.channel,
        direction: fields.direction,
        outcome,
        phoneId: phone,
        emailId: fields.channel === 'email' && fields.emailId !== '' ? Number(fields.emailId) : null,
        to: fields.to,
        partyName: fields.to === 'debtor' ? '' : take('partyName', optionalWords(200)),
        purpose: fields.purpose,
        dialing:
          usesPhone(fields.channel) && fields.direction === 'out' ? fields.dialing : ('by_hand' as const),
        otherAccountIds: fields.otherAccountIds.map(Number),
        text: take('text', optionalWords(100_000)),
      },
      timer: timerOf(fields),
      promise,
      callback,
    };
  });
}

export type CallToRecord = z.output<ReturnType<typeof callSchema>>;

/** When the contact began and how long it was, for a save at `now`: the timer's word, else `at`. */
export function lengthOf(timer: CallTimer, at: number, now: number): { at: number; seconds: number | null } {
  return { at: timer.startedAt ?? at, seconds: secondsOf(timer, now) };
}
