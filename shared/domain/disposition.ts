/**
 * What each outcome of a call means for the record and for what comes after it: an attempt or a conversation, the event and the
 * hold it makes, whether it fills the limits on calls, what is to follow and when, and how to leave the call. One table, so that
 * the form, the call desk and the book say the same.
 *
 * Whether something counts for the law is not decided here but read from `isConversation` and `isConnectedCall`.
 */
import { type ContactOutcome, contactOutcomes, holdOf, isConnectedCall, isConversation } from './contact.ts';
import type { LegalEventKind } from './law.ts';

/** An attempt reached nobody; in a conversation somebody spoke. */
export type ContactRecord = 'attempt' | 'conversation';

/**
 * `call` and `work` become the account’s next step, after `inDays` days; `callback` is a reminder at the hour that was asked
 * for, `promise` is watched by the book itself from its day on, `payment` is to be entered at once.
 */
export type FollowUp = {
  readonly kind: 'call' | 'work' | 'callback' | 'promise' | 'payment';
  readonly inDays: number | null;
  readonly text: string;
};

export type Disposition = {
  readonly record: ContactRecord;
  /** One of the calls that fill a limit such as seven in seven days, when the office placed it. */
  readonly countsTowardCap: boolean;
  /** What goes on file; who said it and how may make it another of its kind (`services/contacts.ts`). */
  readonly event: LegalEventKind | null;
  readonly hold: ReturnType<typeof holdOf>;
  readonly followUp: FollowUp | null;
  /** How to leave the call. */
  readonly exit: string;
};

/** After a conversation another call within seven days is presumed to harass (12 CFR 1006.14(b)(2)(i)(B)). */
const afterTalking = 7;

const again = (inDays: number, text = 'Call again'): FollowUp => ({ kind: 'call', inDays, text });
const work = (inDays: number, text: string): FollowUp => ({ kind: 'work', inDays, text });

type Meaning = Pick<Disposition, 'followUp' | 'exit'> & { readonly event?: LegalEventKind };

const meanings: Readonly<Record<ContactOutcome, Meaning>> = {
  no_answer: { followUp: again(2, 'Call again, at another hour'), exit: 'Hang up. Leave no message.' },
  busy: { followUp: again(1), exit: 'Hang up and try later.' },
  voicemail_left: {
    followUp: again(3, 'Call again if nobody calls back'),
    exit: 'Say the message as it is written and nothing else, then hang up.',
  },
  wrong_number: {
    followUp: work(1, 'Find another number'),
    exit: 'Excuse yourself and hang up. Do not say why you called.',
  },
  disconnected: { followUp: work(1, 'Find another number'), exit: 'Hang up.' },
  third_party: {
    followUp: again(3, 'Call again, at another hour'),
    exit: 'Thank them and hang up. Do not say why you called.',
  },
  right_party: {
    followUp: again(afterTalking, 'Follow up on what was said'),
    exit: 'Say again what was agreed, thank them and end the call.',
  },
  promise_to_pay: {
    followUp: { kind: 'promise', inDays: null, text: 'See whether the promise is kept' },
    exit: 'Say the sum and the day once more, how to pay, and thank them.',
  },
  payment_taken: {
    followUp: { kind: 'payment', inDays: 0, text: 'Enter the payment' },
    exit: 'Say what was paid and what is left, and that a receipt follows.',
  },
  refused: {
    followUp: again(afterTalking, 'Write with the ways to pay, or call again'),
    exit: 'Say that they can call you at any time, and end the call calmly.',
  },
  hung_up: { followUp: again(afterTalking), exit: 'Do not call back today.' },
  disputed: {
    event: 'dispute',
    followUp: work(5, 'Answer the dispute with the papers of the debt'),
    exit: 'Say that the dispute is noted and will be answered in writing. Ask for no payment.',
  },
  asked_to_stop: {
    event: 'cease_oral',
    followUp: work(afterTalking, 'Decide how to go on without calling'),
    exit: 'Say that you heard it and will not call again, and end the call.',
  },
  attorney: {
    event: 'attorney',
    followUp: work(2, 'Write to the attorney'),
    exit: 'Ask for the attorney’s name and number and nothing else, and end the call.',
  },
  bankruptcy: {
    event: 'bankruptcy',
    followUp: work(1, 'Look the case up at the court'),
    exit: 'Ask for the court, the case number and the attorney, and end the call.',
  },
  deceased: {
    event: 'deceased',
    followUp: work(afterTalking, 'Find out who settles the estate'),
    exit: 'Say that you are sorry. Ask who settles the affairs, and end the call.',
  },
  callback: {
    followUp: { kind: 'callback', inDays: null, text: 'Call back as asked' },
    exit: 'Say the day and the hour once more, and end the call.',
  },
  language: {
    followUp: again(afterTalking, 'Call with somebody who speaks the language'),
    exit: 'Say slowly that somebody who speaks the language will call.',
  },
  other: { followUp: again(3), exit: 'End the call.' },
};

export function dispositionOf(outcome: ContactOutcome): Disposition {
  const placed = { channel: 'call', direction: 'out', outcome } as const;
  const { event = null, ...meaning } = meanings[outcome];
  return {
    ...meaning,
    event,
    record: isConversation(placed) ? 'conversation' : 'attempt',
    // The number of somebody else is no call to the person (1006.14(b)(3)); it is marked as soon as it is recorded.
    countsTowardCap: isConnectedCall(placed) && outcome !== 'wrong_number',
    hold: holdOf(outcome),
  };
}

/** Those of a record, in the order of the closed list. */
export function outcomesOf(record: ContactRecord): readonly ContactOutcome[] {
  return contactOutcomes.filter((outcome) => dispositionOf(outcome).record === record);
}

/** Said only by somebody who was found to be the right party. */
const ofRightParty: readonly ContactOutcome[] = ['right_party', 'promise_to_pay', 'payment_taken'];

/**
 * Whether an outcome can be recorded of a call that ran like this: nobody promises before it is known who speaks, and nobody
 * rings out on a call that came in. `wasConfirmed`: the right party was there at some point, whoever came on the line later.
 */
export function fitsCall(
  outcome: ContactOutcome,
  call: { readonly direction: 'out' | 'in'; readonly checked: boolean; readonly wasConfirmed: boolean },
): boolean {
  if (call.direction === 'in' && ['no_answer', 'busy', 'voicemail_left', 'disconnected'].includes(outcome))
    return false;
  if (call.checked && !call.wasConfirmed && ofRightParty.includes(outcome)) return false;
  // Once the person was spoken with, it stays a conversation with them, whoever came on the line later.
  if (call.wasConfirmed && outcome === 'third_party') return false;
  return !(call.wasConfirmed && dispositionOf(outcome).record === 'attempt' && outcome !== 'other');
}
