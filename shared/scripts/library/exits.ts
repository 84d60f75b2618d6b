/** How a call may end in the shipped scripts, and the disposition each ending is recorded with. */
import type { ContactOutcome } from '../../domain/contact.ts';
import type { ScriptExit } from '../script.ts';

const table = {
  no_answer: ['no_answer', 'No answer'],
  no_message: ['no_answer', 'Voicemail; no message left'],
  busy: ['busy', 'Line busy'],
  disconnected: ['disconnected', 'Number not in service'],
  voicemail_left: ['voicemail_left', 'Message left, word for word'],
  wrong_number: ['wrong_number', 'Wrong number'],
  third_party: ['third_party', 'Somebody else; nothing given away'],
  third_party_message: ['third_party', 'Somebody else took name and number'],
  location: ['third_party', 'Location confirmed or corrected'],
  came_to_phone: ['third_party', 'The person came to the phone: finish this one and start a new call'],
  not_confirmed: ['other', 'Would not say who they are'],
  talked: ['right_party', 'Spoken with; next step noted'],
  sends_papers: ['right_party', 'They send papers'],
  wants_letter: ['right_party', 'Wants it in writing'],
  review: ['right_party', 'Hardship: the office looks at it again'],
  promise: ['promise_to_pay', 'Promise: a sum and a day'],
  paid: ['payment_taken', 'Payment made during the call'],
  refused: ['refused', 'Refuses to pay'],
  hung_up: ['hung_up', 'Hung up'],
  disputed: ['disputed', 'Disputes it'],
  stop: ['asked_to_stop', 'Asked not to be contacted'],
  attorney: ['attorney', 'Has a lawyer'],
  bankruptcy: ['bankruptcy', 'Bankruptcy'],
  deceased: ['deceased', 'The person has died'],
  callback: ['callback', 'Another time was agreed'],
  language: ['language', 'Another language is needed'],
} as const satisfies Record<string, readonly [ContactOutcome, string]>;

export type ExitId = keyof typeof table;

export function isExitId(id: string): id is ExitId {
  return Object.hasOwn(table, id);
}

export function exitOf(id: ExitId): ScriptExit {
  const [outcome, label] = table[id];
  return { id, outcome, label };
}
