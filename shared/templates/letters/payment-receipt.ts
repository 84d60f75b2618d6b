/**
 * Confirms one payment in words. Legally a receipt: several states ask for one for cash or on request. How the payment was applied, account by account, is in
 * the paper "Receipt"; this is the letter to a person who paid.
 */
import { bold, doc, facts, h1, p, passage } from '../document/build.ts';
import { aboutLetter, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const paymentReceipt: ShippedLetter = {
  code: 'payment-receipt',
  version: 1,
  name: 'Payment received',
  description:
    'Confirms one payment and what is owed after it. For how it was applied line by line, print the receipt from the payment.',
  about: aboutLetter({ stage: 'payment', needs: ['payment'], whenPaid: true }),
  doc: doc(
    h1`We have received your payment`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Received on', name: 'payment.received_on' },
      { label: 'Paid by', name: 'payment.method', ifFilled: true },
      { label: 'Number', name: 'payment.reference', ifFilled: true },
      { label: 'Amount received', name: 'payment.amount', strong: true },
      { label: 'Owed after it', name: 'payment.balance_after' },
    ),
    greeting,
    p`Thank you. On ${'payment.received_on'} we received ${bold('payment.amount')} on this account. After this payment ${'payment.balance_after'} was owed.`,
    p`A payment by check, card or bank transfer counts once the bank has paid it. If something here is not as you expect, please tell us. Please keep this letter with your papers.`,
    passage('reach'),
    passage('closing'),
    ...noticesOfLaw,
  ),
};
