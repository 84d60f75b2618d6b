/**
 * The letters that come with Duebook. They are copied into a book by code and version; a changed text is a new
 * version here, and the letters made from the old one keep pointing at it.
 */
import { attorneyLetter } from './attorney-letter.ts';
import { bankruptcyAcknowledgement, bankruptcyAttorney } from './bankruptcy-acknowledgement.ts';
import { brokenPlan } from './broken-plan.ts';
import { ceaseAcknowledgement } from './cease-acknowledgement.ts';
import { clientAcknowledgement } from './client-acknowledgement.ts';
import { creditReportingNotice } from './credit-reporting-notice.ts';
import { demandLetter } from './demand-letter.ts';
import { demandLetterCommercial } from './demand-letter-commercial.ts';
import { demandLetterLawOffice } from './demand-letter-law-office.ts';
import { disputeAcknowledgement } from './dispute-acknowledgement.ts';
import { disputeVerification } from './dispute-verification.ts';
import { estateLetter } from './estate-letter.ts';
import { finalDemand } from './final-demand.ts';
import { friendlyReminder } from './friendly-reminder.ts';
import { paidInFull } from './paid-in-full.ts';
import { pastDueNotice } from './past-due-notice.ts';
import { paymentReceipt } from './payment-receipt.ts';
import { payoffQuote } from './payoff-quote.ts';
import { planAgreement } from './plan-agreement.ts';
import { referralNotice } from './referral-notice.ts';
import { returnedPayment } from './returned-payment.ts';
import { secondNotice } from './second-notice.ts';
import { settlementAgreement } from './settlement-agreement.ts';
import { settlementOffer } from './settlement-offer.ts';
import type { ShippedLetter } from './shipped-letter.ts';
import { statement } from './statement.ts';
import { thankYou } from './thank-you.ts';
import { validationNotice } from './validation-notice.ts';
import { validationNoticeSpanish } from './validation-notice-es.ts';

/** In the order they are offered: by stage, and within one from the mildest to the firmest. */
export const shippedLetters: readonly ShippedLetter[] = [
  validationNotice,
  validationNoticeSpanish,
  friendlyReminder,
  pastDueNotice,
  secondNotice,
  finalDemand,
  demandLetter,
  demandLetterLawOffice,
  demandLetterCommercial,
  disputeAcknowledgement,
  disputeVerification,
  settlementOffer,
  settlementAgreement,
  planAgreement,
  brokenPlan,
  paymentReceipt,
  thankYou,
  returnedPayment,
  statement,
  payoffQuote,
  paidInFull,
  referralNotice,
  attorneyLetter,
  ceaseAcknowledgement,
  bankruptcyAcknowledgement,
  bankruptcyAttorney,
  estateLetter,
  creditReportingNotice,
  clientAcknowledgement,
];
