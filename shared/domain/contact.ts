/** Dispositions: the closed list of how one attempt or conversation ended, and what an ending brings with it. */
export const contactChannels = [
  'call',
  'voicemail',
  'email',
  'text',
  'letter',
  'visit',
  'social',
  'other',
] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const contactDirections = ['out', 'in'] as const;

export const contactOutcomes = [
  'no_answer',
  'busy',
  'voicemail_left',
  'wrong_number',
  'disconnected',
  'third_party',
  'right_party',
  'promise_to_pay',
  'payment_taken',
  'refused',
  'hung_up',
  'disputed',
  'asked_to_stop',
  'attorney',
  'bankruptcy',
  'deceased',
  'callback',
  'language',
  'other',
] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** The hold an outcome makes until somebody has looked at it, or `null`. */
export function holdOf(
  outcome: ContactOutcome,
): 'dispute' | 'cease' | 'attorney' | 'bankruptcy' | 'deceased' | null {
  switch (outcome) {
    case 'disputed':
      return 'dispute';
    case 'asked_to_stop':
      return 'cease';
    case 'attorney':
      return 'attorney';
    case 'bankruptcy':
      return 'bankruptcy';
    case 'deceased':
      return 'deceased';
    default:
      return null;
  }
}

/** What was spoken by telephone with the party, whoever began the call: 1006.14(b)(2)(i)(B). A caller who hangs up was spoken with. */
const conversations: readonly ContactOutcome[] = [
  'third_party',
  'right_party',
  'promise_to_pay',
  'payment_taken',
  'refused',
  'hung_up',
  'disputed',
  'asked_to_stop',
  'attorney',
  'bankruptcy',
  'deceased',
  'callback',
  'language',
];

type Called = {
  readonly channel: ContactChannel;
  readonly direction: 'out' | 'in';
  readonly outcome: ContactOutcome;
};

/** A telephone conversation with whoever was called or called. */
export function isConversation({ channel, outcome }: Called): boolean {
  return channel === 'call' && conversations.includes(outcome);
}

/** A call placed by the office that was not a busy line or a number out of service: 1006.14(b)(3)(ii). */
export function isConnectedCall({ channel, direction, outcome }: Called): boolean {
  return (
    direction === 'out' &&
    (channel === 'call' || channel === 'voicemail') &&
    outcome !== 'busy' &&
    outcome !== 'disconnected'
  );
}
