/**
 * Says before the first report to a credit bureau that the account may be reported. It serves two rules: a collector must have spoken
 * with the consumer, or mailed a letter and waited a reasonable time, before it reports (12 CFR 1006.30(a)(1); 14 days are
 * reasonable); a financial institution gives its customer a notice (15 U.S.C. 1681s-2(a)(7)), whose model sentence stands here in its own words (12 CFR
 * part 1022, appendix B, model notice B-1). It is made only by an office that reports; a threat to report by one that does not is unlawful
 * (15 U.S.C. 1692e(5), (8)). Several states forbid reporting medical debts; the rules of reporting say which.
 */
import { bold, bullets, doc, h1, h2, is, p, passage, t, when } from '../document/build.ts';
import { aboutLetter, ageNotice, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const creditReportingNotice: ShippedLetter = {
  code: 'credit-reporting-notice',
  version: 1,
  name: 'Notice before credit reporting',
  description:
    'Says that the account may be reported to credit bureaus, and what the debtor can do first. Only from an office that reports.',
  about: aboutLetter({ stage: 'special', debtor: 'consumer', needs: ['furnishing'], asksForMoney: true }),
  doc: doc(
    h1`A notice about credit reporting`,
    passage('subject'),
    greeting,
    p`${bold(
      t`We may report information about your account to credit bureaus. Late payments, missed payments, or other defaults on your account may be reflected in your credit report.`,
    )}`,
    p`Before we first report it we wait at least 14 days after this letter has been mailed, so that you can tell us if something is wrong.`,
    h2`What you can do`,
    bullets(
      t`Check the amount due and the charges listed below. If you do not owe it, or a part of it is wrong, tell us which part and why.`,
      t`If the account is in dispute, we do not report it without saying so.`,
      t`Pay the amount due, or agree with us on payments. We report what is paid as paid.`,
    ),
    when(
      is('in_validation'),
      p`This letter does not change your right to dispute the debt until ${'validation.end_on'}, as our notice to you explains.`,
    ),
    passage('how_to_pay'),
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
    h2`Open charges`,
    passage('charges'),
  ),
};
