/** Words of mail: services of the post, what stands on a piece that came back, and what each endorsement means. */
import type { ArticleReading } from '../domain/article-number.ts';
import type { AfterReturn, MailClass, MailState, ReturnReason } from '../domain/mail.ts';

export const mailClassWords: Readonly<Record<MailClass, string>> = {
  first_class: 'First-Class Mail',
  certified: 'Certified Mail',
  certified_return_receipt: 'Certified Mail, return receipt',
  registered: 'Registered Mail',
  priority: 'Priority Mail',
  priority_express: 'Priority Mail Express',
  certificate_of_mailing: 'Certificate of mailing',
  courier: 'Courier',
  hand: 'Handed over',
};

export const mailStateWords: Readonly<Record<MailState, string>> = {
  not_mailed: 'Not mailed',
  mailed: 'Mailed',
  delivered: 'Delivered',
  returned: 'Came back',
};

/** As the post prints or stamps it. */
export const returnReasonWords: Readonly<Record<ReturnReason, string>> = {
  not_known: 'Attempted, not known',
  moved: 'Moved, left no address',
  moved_new_address: 'Moved, new address given',
  forward_expired: 'Forwarding time expired',
  no_such_number: 'No such number',
  no_such_street: 'No such street',
  insufficient: 'Insufficient address',
  not_deliverable: 'Not deliverable as addressed, unable to forward',
  no_receptacle: 'No mail receptacle',
  box_closed: 'Box closed, no order',
  vacant: 'Vacant',
  outside_limits: 'Outside delivery limits',
  illegible: 'Illegible',
  temporarily_away: 'Temporarily away',
  unclaimed: 'Unclaimed',
  refused: 'Refused',
  in_dispute: 'In dispute',
  postage: 'Returned for postage',
  deceased: 'Deceased',
  other: 'Another mark',
};

/** What it says, for whoever holds the envelope. */
export const returnReasonNotes: Readonly<Record<ReturnReason, string>> = {
  not_known: 'The carrier knows the place; nobody of this name gets mail there.',
  moved: 'They have gone and told the post no new address.',
  moved_new_address: 'They have gone, and the label names where. Enter that address below.',
  forward_expired: 'They moved more than a year ago; the post no longer sends their mail on.',
  no_such_number: 'The street exists, the number does not. Compare it with what the debtor or client gave.',
  no_such_street: 'There is no such street in this city. Compare it with what the debtor or client gave.',
  insufficient: 'Something is missing, most often the apartment or suite.',
  not_deliverable: 'The post could neither deliver it nor send it on.',
  no_receptacle: 'There is no mailbox at this address.',
  box_closed: 'The PO box was given up, with no order to forward.',
  vacant: 'Nobody lives there now.',
  outside_limits: 'The post brings no mail to this address. They may have a PO box.',
  illegible:
    'The address could not be read. It says nothing against the address; look at the print and the window.',
  temporarily_away: 'Their mail was held too long. The address may still be right.',
  unclaimed: 'Nobody fetched it. The address may still be right; ordinary mail may arrive.',
  refused: 'Somebody there would not take it. The address may still be right.',
  in_dispute: 'Two people claim mail of this name here. Find out which of them it is for.',
  postage: 'Too little postage. It says nothing against the address; mail it again.',
  deceased:
    'Somebody told the post that the addressee has died. That is a hint, not a record: confirm it before you enter it as an event.',
  other: 'Type what stands on it.',
};

export const afterReturnWords: Readonly<Record<AfterReturn, string>> = {
  find_address: 'Look for another address before you write again.',
  correct_address: 'Correct the address, then make the letter anew.',
  use_new_address: 'Make the letter anew for the new address.',
  mail_again: 'Mail it again.',
  other_way: 'Try ordinary mail or another way of reaching them.',
  record_death: 'Confirm the death before anything else goes out; then record it under Events.',
};

type NumberFault = Extract<ArticleReading, { ok: false }>['why'];

/** Why a number was not taken, and what to do. */
export const numberFaultWords: Readonly<Record<NumberFault, string>> = {
  empty: 'There is no number. Type it from the label or scan it.',
  length:
    'A number of the Postal Service has 20 or 22 digits, one for abroad 13 characters. Compare it with the label.',
  check_digit:
    'Its last digit does not match the rest, so one of them was misread. Compare it with the label.',
};

type MailTurn = {
  readonly turn: 'mailed' | 'delivered' | 'returned' | 'word' | 'email';
  readonly templateName: string;
  readonly class: MailClass | null;
  readonly reason: string;
};

/** One event of mail in a line: `Mailed: Demand letter, Certified Mail`. */
export function mailTitle({ turn, templateName, class: ofClass, reason }: MailTurn): string {
  const what = templateName === '' ? 'Mail from elsewhere' : templateName;
  switch (turn) {
    case 'mailed':
      return `${ofClass === 'hand' ? 'Handed over' : 'Mailed'}: ${what}${ofClass === null || ofClass === 'hand' ? '' : `, ${mailClassWords[ofClass]}`}`;
    case 'delivered':
      return `Delivered: ${what}`;
    case 'returned':
      return `Came back: ${what} (${returnReasonTitle(reason).toLowerCase()})`;
    case 'word':
      return `Saved as a Word file: ${what}`;
    case 'email':
      return `Draft of an email: ${what}`;
  }
}

/** Also of a mark a later version wrote. */
export function returnReasonTitle(reason: string): string {
  return Object.entries(returnReasonWords).find(([code]) => code === reason)?.[1] ?? 'Another mark';
}

/** Copies of a letter that count as sent by nobody. */
export const copyNotes = {
  word: 'To be edited outside Duebook. It does not count as sent.',
  email: 'To be sent from the mail program. It does not count as sent until the email is recorded.',
} as const;
