/** Facts of a paper to its page: a complete HTML document without scripts or outside references. */
import type { Sheet } from '../letters/sheet.ts';
import { plainHead } from '../letters/sheet-head.ts';
import { usualSheet } from '../letters/sheet-setup.ts';
import { agreementPage } from './agreement-page.ts';
import { contactHistoryPage } from './contact-history-page.ts';
import { couponsPage } from './coupons-page.ts';
import { explanationPage } from './explanation-page.ts';
import type { PaperFacts } from './paper-facts.ts';
import { type PaperSheet, paperSheet } from './paper-sheet.ts';
import { payoffPage } from './payoff-page.ts';
import { receiptPage } from './receipt-page.ts';
import { statementPage } from './statement-page.ts';

/** Without a setup of its own: on the usual sheet, under the sender's name. */
export function composePage(facts: PaperFacts, sheet: Sheet = plainSheetOf(facts)): string {
  return paperSheet(pageOf(facts), sheet);
}

function plainSheetOf({ parties: { sender } }: PaperFacts): Sheet {
  return { setup: usualSheet, head: plainHead(sender.name, sender.addressLines) };
}

function pageOf(facts: PaperFacts): PaperSheet {
  switch (facts.paper) {
    case 'receipt':
      return receiptPage(facts);
    case 'statement':
      return statementPage(facts);
    case 'payoff':
      return payoffPage(facts);
    case 'explanation':
      return explanationPage(facts);
    case 'coupons':
      return couponsPage(facts);
    case 'agreement':
      return agreementPage(facts);
    case 'contact-history':
      return contactHistoryPage(facts);
  }
}
