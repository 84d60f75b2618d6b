/**
 * The answer to a dispute: who is owed, what, and what shows it. Sending verification or a copy of the judgment is what lets a
 * collector go on (12 CFR 1006.38(d)(2)(i); 15 U.S.C. 1692g(b)). The letter itself asks for nothing: it answers.
 *
 * The same letter answers a request for the original creditor (1006.38(c)) where that is another.
 */
import { doc, facts, filled, h1, h2, is, p, passage, rows, t, when, whenInline } from '../document/build.ts';
import { aboutLetter, greeting, noticesOfLaw, parts } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const disputeVerification: ShippedLetter = {
  code: 'dispute-verification',
  version: 1,
  name: 'Answer to a dispute',
  description:
    'Verification of a disputed debt: who is owed, what and since when, how it is made up, and the documents that show it.',
  about: aboutLetter({ stage: 'dispute', needs: ['dispute'] }),
  doc: doc(
    h1`Our answer to your dispute`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
      { label: 'Kind of debt', name: 'account.kind_of_debt', ifFilled: true },
      { label: 'Day of the debt', name: 'account.opened_on', ifFilled: true },
      { label: 'Dispute received on', name: 'dispute.received_on' },
      { label: 'What you dispute', name: 'dispute.what', ifFilled: true },
    ),
    greeting,
    p`On ${'dispute.received_on'} we received your dispute of this account${whenInline(
      filled('dispute.amount'),
      t`, about ${'dispute.amount'} of it`,
    )}. We have looked into it, and this letter sets out what our records show.`,
    h2`What is owed`,
    p`As of ${'letter.date'} the account stands as follows:`,
    parts,
    when(
      is('judgment'),
      h2`The judgment`,
      p`A court has decided on this debt. A copy of the judgment is enclosed.`,
      facts(
        { label: 'Court', name: 'judgment.court', ifFilled: true },
        { label: 'Case number', name: 'judgment.case_number', ifFilled: true },
        { label: 'Day of the judgment', name: 'judgment.entered_on', ifFilled: true },
        { label: 'Sum of the judgment', name: 'judgment.amount', ifFilled: true },
      ),
    ),
    h2`What shows it`,
    p`We rely on the charges listed at the end of this letter and on the documents and entries listed here. Copies of the documents are enclosed.`,
    rows('disputes', [
      { name: 'item.date', label: 'Date' },
      { name: 'item.description', label: 'Document or entry' },
      { name: 'item.amount', label: 'Amount' },
    ]),
    h2`If you still disagree`,
    p`Please tell us what is still wrong, and send us anything that we have not seen. This letter asks you for no payment. Now that our answer has been sent, we may write to you again about the account.`,
    passage('reach'),
    when(
      is('furnishes'),
      p`If we report this account to a credit bureau while you dispute it, we report that it is disputed.`,
    ),
    passage('closing'),
    ...noticesOfLaw,
    h2`Charges that are open`,
    passage('charges'),
  ),
};
