/**
 * The papers of figures that come with Duebook. Unlike letters they have no text of their own to merge: a page builder
 * makes them. They stand among the book's templates all the same, so that a kept copy names what it is and by which version
 * of the builder it was made; the letter picker leaves them out by their code.
 */
import type { PaperAsked } from '../../contract/papers.ts';

export type PaperName = PaperAsked['paper'];

/** What every paper's code begins with. */
export const paperCodeStart = 'paper.';

/** A paper among the book's templates: by name only. */
export type ShippedPaper = {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
};

function paper(name: PaperName, title: string, description: string): ShippedPaper {
  return { code: `${paperCodeStart}${name}`, version: 1, name: title, description };
}

export const shippedPapers: Readonly<Record<PaperName, ShippedPaper>> = {
  receipt: paper('receipt', 'Receipt', 'One payment and how it was applied, account by account.'),
  statement: paper(
    'statement',
    'Statement of account',
    'Every charge, posting of interest, payment and credit of a period.',
  ),
  payoff: paper('payoff', 'Payoff quote', 'What pays the account off through a day, and each day after it.'),
  explanation: paper(
    'explanation',
    'Explanation of the balance',
    'How the balance of a day came about, line by line.',
  ),
  coupons: paper('coupons', 'Payment coupons', 'One slip to send in with each instalment.'),
  agreement: paper(
    'agreement',
    'Payment agreement',
    'What was agreed in a plan or settlement, to be signed by both sides.',
  ),
  'contact-history': paper(
    'contact-history',
    'Contact history',
    'Who was reached when, by what, and what the rules said. For the office and the court.',
  ),
};

/** Papers that go to nobody: they stay in the office or go to a court. No rule is asked about them, and none is a contact. */
export function isOfficeCopy(code: string): boolean {
  return code === shippedPapers['contact-history'].code;
}

const asking: readonly string[] = [shippedPapers.coupons.code, shippedPapers.agreement.code];

/**
 * What a letter or paper is sent for, by its template’s code: letters and the papers of a plan ask for money, every other paper
 * of figures answers what was asked for.
 */
export function purposeOf(code: string): 'collect' | 'answer_request' {
  return code.startsWith(paperCodeStart) && !asking.includes(code) ? 'answer_request' : 'collect';
}
