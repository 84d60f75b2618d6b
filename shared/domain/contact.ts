/**
 * Dispositions: the closed list of how one attempt or conversation ended. An attempt reached nobody who
 * could speak for the debt; a conversation did. Law and figures count the two differently.
 */
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

const conversations: ReadonlySet<ContactOutcome> = new Set<ContactOutcome>([
  'right_party',
  'promise_to_pay',
  'payment_taken',
  'refused',
  'hung_up',
  'disputed',
  'asked_to_stop',
  'attorney',
  'bankruptcy',
  'callback',
]);

/** Whether the debtor, or somebody authorised to speak for the debt, was reached. */
export function isConversation(outcome: ContactOutcome): boolean {
  return conversations.has(outcome);
}

/** The hold an outcome makes until somebody has looked at it, or `null`. */
export function holdOf(outcome: ContactOutcome): 'dispute' | 'cease' | 'attorney' | 'bankruptcy' | 'deceased' | null {
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
