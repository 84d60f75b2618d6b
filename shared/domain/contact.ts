/** Dispositions: the closed list of how one attempt or conversation ended, and what an ending brings with it. */
export const contactChannels = ['call', 'voicemail', 'email', 'text', 'letter', 'visit', 'other'] as const;
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
