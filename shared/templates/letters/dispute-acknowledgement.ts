/**
 * Says that a dispute arrived and what it stops. After a timely written dispute a collector stops collecting what is disputed until it has
 * sent verification or a copy of a judgment (12 CFR 1006.38(d)(2)); the letter promises just that, also where the law would not ask for it, so
 * it is sent only by an office that keeps to it. No law asks for the acknowledgement itself. It asks for no payment.
 */
import { doc, facts, h1, is, isNot, p, passage, when } from '../document/build.ts';
import { aboutLetter, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const disputeAcknowledgement: ShippedLetter = {
  code: 'dispute-acknowledgement',
  version: 1,
  name: 'Dispute received',
  description:
    'Says that a dispute arrived, that what is disputed is not collected until it is answered, and what helps to answer it.',
  about: aboutLetter({ stage: 'dispute', needs: ['dispute'] }),
  doc: doc(
    h1`We have received your dispute`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
      { label: 'Received on', name: 'dispute.received_on' },
      { label: 'What you dispute', name: 'dispute.what', ifFilled: true },
      { label: 'Amount you dispute', name: 'dispute.amount', ifFilled: true },
    ),
    greeting,
    p`Thank you for telling us. We received your dispute of this account on ${'dispute.received_on'} and are looking into it.`,
    when(
      is('collector'),
      p`Until we have sent you information that shows what you owe, or a copy of a judgment, we will not ask you to pay what you dispute.`,
    ),
    when(
      isNot('collector'),
      p`Until we have looked into it and written to you again, we will not ask you to pay what you dispute.`,
    ),
    p`You need not send anything more. If you have papers that bear on it, such as a receipt, a bank statement or a letter, copies will help us; please keep the originals.`,
    when(
      is('furnishes'),
      p`If we report this account to a credit bureau while it is in dispute, we report that it is disputed.`,
    ),
    passage('reach'),
    passage('closing'),
    ...noticesOfLaw,
  ),
};
