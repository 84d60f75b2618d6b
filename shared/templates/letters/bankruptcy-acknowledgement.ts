/**
 * Says that the office knows of a bankruptcy and has stopped. From the filing on, every act to collect a debt from before it is stayed, by letter too
 * (11 U.S.C. 362(a)(6)); after a discharge it is enjoined for good (524(a)(2)). So it holds no sum, no request and
 * no way to pay, and asks only for what corrects the file. With a lawyer in the case the letter goes to the lawyer
 * (`bankruptcy-attorney`).
 */
import { doc, facts, h1, p, passage } from '../document/build.ts';
import { aboutLetter, fromCollector, greeting } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

const caseOf = facts(
  { label: 'Account', name: 'account.number' },
  { label: 'Creditor', name: 'account.creditor' },
  { label: 'Debtor', name: 'debtor.name' },
  { label: 'Case number', name: 'bankruptcy.case_number', ifFilled: true },
  { label: 'Chapter', name: 'bankruptcy.chapter', ifFilled: true },
  { label: 'Court', name: 'bankruptcy.court', ifFilled: true },
  { label: 'Filed on', name: 'bankruptcy.filed_on', ifFilled: true },
);

export const bankruptcyAcknowledgement: ShippedLetter = {
  code: 'bankruptcy-acknowledgement',
  version: 1,
  name: 'Bankruptcy noted',
  description:
    'Tells a debtor without a lawyer that the bankruptcy is noted and collection has stopped. Asks for no payment and names no sum.',
  about: aboutLetter({ stage: 'legal', needs: ['bankruptcy'], whenPaid: true }),
  doc: doc(
    h1`We have noted your bankruptcy case`,
    caseOf,
    greeting,
    p`We have learned of the bankruptcy case named above. We have stopped collecting this account. This letter is for your information only: it is not an attempt to collect, and it asks you to pay nothing.`,
    p`If something above is wrong or missing, or if a lawyer represents you in the case, please tell us, so that our records are right and we write to the lawyer from then on.`,
    passage('reach'),
    passage('closing'),
    fromCollector,
  ),
};

export const bankruptcyAttorney: ShippedLetter = {
  code: 'bankruptcy-attorney',
  version: 1,
  name: 'Bankruptcy noted, to the lawyer',
  description:
    'Tells the debtor’s lawyer that the bankruptcy is noted and collection has stopped, and asks for what is missing.',
  about: aboutLetter({ stage: 'legal', to: 'attorney', needs: ['bankruptcy', 'attorney'], whenPaid: true }),
  doc: doc(
    h1`Bankruptcy case noted`,
    caseOf,
    greeting,
    p`We have learned of the bankruptcy case of ${'debtor.name'} named above, and that you represent the debtor. We have stopped collecting this account from ${'debtor.name'}. This letter is not an attempt to collect and asks for no payment.`,
    p`If something above is wrong or missing, please tell us. We will send notices in this case to you unless you ask for something else. Please let us know if the case is dismissed or closed, or when a discharge is entered.`,
    passage('reach'),
    passage('closing'),
    fromCollector,
  ),
};
