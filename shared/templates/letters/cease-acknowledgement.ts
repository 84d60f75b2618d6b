/**
 * The one letter after a written request to stop. Once a consumer has refused to pay or asked that contact end, a collector may
 * only say that its efforts are ending, or that a remedy may or will be used (12 CFR 1006.6(c)(2); 15 U.S.C. 1692c(c)). This letter says the
 * first and nothing else: no sum, no request, no question.
 */
import { doc, facts, h1, p, passage } from '../document/build.ts';
import { aboutLetter, fromCollector, greeting } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const ceaseAcknowledgement: ShippedLetter = {
  code: 'cease-acknowledgement',
  version: 1,
  name: 'Request to stop received',
  description:
    'Says that a written request to stop contact arrived and that efforts to collect are ending. The only letter after such a request; holds no sum.',
  about: aboutLetter({ stage: 'legal', debtor: 'consumer', needs: ['cease'], whenPaid: true }),
  doc: doc(
    h1`We have received your request`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Received on', name: 'cease.received_on' },
    ),
    greeting,
    p`On ${'cease.received_on'} we received your request that we stop communicating with you about this account. We are ending our efforts to collect it from you and will not write or call about it again, except where the law allows or requires a notice.`,
    p`You do not need to answer this letter. It is not an attempt to collect a debt.`,
    passage('closing'),
    fromCollector,
  ),
};
