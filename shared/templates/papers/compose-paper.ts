/** Facts of a paper to its page: a complete HTML document without scripts or outside references. */
import { agreementPage } from './agreement-page.ts';
import { contactHistoryPage } from './contact-history-page.ts';
import { couponsPage } from './coupons-page.ts';
import { explanationPage } from './explanation-page.ts';
import type { PaperFacts } from './paper-facts.ts';
import { payoffPage } from './payoff-page.ts';
import { receiptPage } from './receipt-page.ts';
import { statementPage } from './statement-page.ts';

export function composePage(facts: PaperFacts): string {
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
