/**
 * What recording an outcome will do besides keeping the contact. It is said before the button is pressed,
 * because a hold or a number marked wrong changes what the office may do next.
 */
import type { ContactChannel, ContactOutcome, contactDirections } from '../../../../shared/domain/contact.ts';
import { dispositionOf } from '../../../../shared/domain/disposition.ts';
import { holdKindWords } from '../../../../shared/text/labels.ts';

export type ContactDirection = (typeof contactDirections)[number];

/** What an outcome does besides keeping the contact, most serious first. */
export function effectsOf(outcome: ContactOutcome, phone: string | null): readonly string[] {
  const { hold } = dispositionOf(outcome);
  const own = ownEffect(outcome, phone);
  return [
    ...(hold === null ? [] : [`Puts the account on hold: ${holdKindWords[hold].toLowerCase()}.`]),
    ...(own === null ? [] : [own]),
  ];
}

/** What sort of record it is, whether it fills a limit on calls the office places, and what is to follow. */
export function meaningOf(
  outcome: ContactOutcome,
  direction: ContactDirection,
  channel: ContactChannel,
): string {
  const { record, countsTowardCap, followUp } = dispositionOf(outcome);
  const kept = record === 'attempt' ? 'Kept as an attempt' : 'Kept as a conversation';
  const counts = direction === 'in' ? '' : countsTowardCap ? ', counts as a call' : ', not counted as a call';
  const next =
    followUp === null || followUp.inDays === null || followUp.kind === 'payment'
      ? ''
      : `Next: ${lower(followUp.text)}, ${inDaysWords(followUp.inDays)}.`;
  return [...(channel === 'call' ? [`${kept}${counts}.`] : []), next].join(' ').trim();
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function inDaysWords(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** What recording does by itself. */
function ownEffect(outcome: ContactOutcome, phone: string | null): string | null {
  switch (outcome) {
    case 'wrong_number':
      return phone === null
        ? 'Pick the phone to have it marked as a wrong number.'
        : `Marks ${phone} as a wrong number.`;
    case 'disconnected':
      return phone === null
        ? 'Pick the phone to have it marked as disconnected.'
        : `Marks ${phone} as disconnected.`;
    case 'promise_to_pay':
      return 'Records a promise with the sum and the day below.';
    case 'callback':
      return 'Sets a reminder to call back at the time below.';
    case 'payment_taken':
      return 'Opens Payment next; the money is not in the ledger until it is recorded there.';
    default:
      return null;
  }
}

/** Outcomes that cannot follow from a contact of this kind are shown but cannot be pressed. */
export function isPossible(
  outcome: ContactOutcome,
  direction: ContactDirection,
  channel: ContactChannel,
): boolean {
  const ringing: readonly ContactOutcome[] = ['no_answer', 'busy', 'voicemail_left'];
  if (ringing.includes(outcome))
    return (
      direction === 'out' &&
      (channel === 'call' || channel === 'voicemail' || (channel === 'visit' && outcome === 'no_answer'))
    );
  if (outcome === 'hung_up') return channel === 'call';
  return true;
}

/** The outcomes as they stand on the screen: attempts, conversations, and those of them that stop contact. */
export const outcomeGroups: readonly {
  readonly heading: string;
  readonly outcomes: readonly ContactOutcome[];
}[] = [
  {
    heading: 'Attempts: nobody was spoken with',
    outcomes: ['no_answer', 'busy', 'voicemail_left', 'wrong_number', 'disconnected', 'other'],
  },
  {
    heading: 'Conversations',
    outcomes: [
      'right_party',
      'promise_to_pay',
      'payment_taken',
      'callback',
      'third_party',
      'refused',
      'hung_up',
      'language',
    ],
  },
  {
    heading: 'Conversations that put the account on hold',
    outcomes: ['disputed', 'asked_to_stop', 'attorney', 'bankruptcy', 'deceased'],
  },
];

export type OutcomeKey = {
  readonly outcome: ContactOutcome;
  /** As printed on the button: `1`, `Shift+1`. */
  readonly keys: string;
};

/** The first ten lie on the digits, the rest on Shift and a digit, in the order of the screen. */
export const outcomeKeys: readonly OutcomeKey[] = outcomeGroups
  .flatMap((group) => group.outcomes)
  .map((outcome, index) => {
    const digit = (index % 10 === 9 ? 0 : (index % 10) + 1).toString();
    return { outcome, keys: index < 10 ? digit : `Shift+${digit}` };
  });

/** The outcome of a pressed key, by its physical place (`Digit4`, `Numpad4`); `null` for any other key. */
export function outcomeOfKey(code: string, shift: boolean): ContactOutcome | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit === undefined) return null;
  return outcomeKeys.find((one) => one.keys === (shift ? `Shift+${digit}` : digit))?.outcome ?? null;
}
