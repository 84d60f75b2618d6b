/** A letter of an agency to a consumer in Ohio, in the middle of the account’s life, in which nothing is wrong. */
import type { LetterToCheck } from '../../shared/rules/wording/letter-check.ts';

export const cleanText = [
  'Past due account',
  'Account\tTD-1042',
  'Creditor\tTidewater Dental',
  'Amount due\t$960.00',
  'Dear Mara Okafor:',
  'As of November 22, 2026 the amount due on this account is $960.00. The oldest unpaid charge was due on July 1, 2026.',
  'You can call us at (512) 555-0100 or write to office@harborlane.example.',
  'This communication is from a debt collector.',
  'Sincerely,',
  'Harbor Lane Receivables',
].join('\n');

export function letterToCheck(given: Partial<LetterToCheck> = {}): LetterToCheck {
  return {
    text: cleanText,
    writtenOn: '2026-11-22',
    role: 'third_party_collector',
    debtor: 'consumer',
    state: 'OH',
    stage: 'demand',
    to: 'debtor',
    language: 'en',
    asksForMoney: true,
    must: [],
    firstWriting: false,
    firstContact: false,
    validationEndsOn: null,
    timeBarred: 'no',
    judgment: false,
    chargedOff: false,
    medical: false,
    debtBuyer: false,
    consumerFinancial: true,
    approved: {},
    sums: [
      { name: 'amount_due', cents: 96000 },
      { name: 'amounts.principal', cents: 90000 },
      { name: 'amounts.interest', cents: 3500 },
      { name: 'amounts.fees', cents: 2500 },
      { name: 'amounts.costs', cents: 0 },
    ],
    days: [
      { name: 'letter.date', day: '2026-11-22' },
      { name: 'oldest_due', day: '2026-07-01' },
      { name: 'pay_by.in_14_days', day: '2026-12-06' },
    ],
    fill: {
      collector: 'Harbor Lane Receivables',
      currentCreditor: 'Tidewater Dental',
      consumerName: 'Mara Okafor',
    },
    ...given,
  };
}

/** The clean letter with a sentence more in its middle. */
export function withSentence(sentence: string, given: Partial<LetterToCheck> = {}): LetterToCheck {
  return letterToCheck({
    text: cleanText.replace('You can call', () => `${sentence}\nYou can call`),
    ...given,
  });
}
