/**
 * What recording an outcome will do besides keeping the contact. It is said before the button is pressed,
 * because a hold or a number marked wrong changes what the office may do next.
 */
import {
  type ContactChannel,
  type ContactOutcome,
  type contactDirections,
  holdOf,
} from '../../../../shared/domain/contact.ts';
import { holdKindWords } from '../../../../shared/text/labels.ts';

export type ContactDirection = (typeof contactDirections)[number];

/** One sentence for each effect, most serious first; empty when nothing but the contact is kept. */
export function effectsOf(outcome: ContactOutcome, phone: string | null): readonly string[] {
  const hold = holdOf(outcome);
  if (hold !== null) return [`Puts the account on hold: ${holdKindWords[hold].toLowerCase()}.`];
  switch (outcome) {
    case 'wrong_number':
      return [
        phone === null
          ? 'Pick the phone to have it marked as a wrong number.'
          : `Marks ${phone} as a wrong number.`,
      ];
    case 'disconnected':
      return [
        phone === null
          ? 'Pick the phone to have it marked as disconnected.'
          : `Marks ${phone} as disconnected.`,
      ];
    case 'promise_to_pay':
      return ['Records a promise with the sum and the day below.'];
    case 'callback':
      return ['Sets a reminder to call back at the time below.'];
    case 'payment_taken':
      return ['Opens Payment next; the money is not in the ledger until it is recorded there.'];
    default:
      return [];
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

/** The outcomes as they stand on the screen: the everyday ones first, those that stop contact together. */
export const outcomeGroups: readonly {
  readonly heading: string;
  readonly outcomes: readonly ContactOutcome[];
}[] = [
  {
    heading: 'Debtor not reached',
    outcomes: ['no_answer', 'busy', 'voicemail_left', 'third_party', 'wrong_number', 'disconnected'],
  },
  {
    heading: 'Spoke with the debtor',
    outcomes: [
      'right_party',
      'promise_to_pay',
      'payment_taken',
      'callback',
      'refused',
      'hung_up',
      'language',
      'other',
    ],
  },
  {
    heading: 'Puts the account on hold',
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
