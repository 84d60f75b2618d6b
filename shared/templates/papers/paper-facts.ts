/**
 * What each paper of figures states. The facts are stored with the kept copy: a field may be added; none is renamed or
 * given another meaning. Sums in cents, days as days; the page builders put them into words.
 */
import type { Explanation } from '../../contract/ledger.ts';
import type { InstalmentFacts, PlanFacts } from '../../contract/plans.ts';
import type { Day } from '../../domain/days.ts';
import type { PaymentMethod } from '../../domain/ledger.ts';
import type { ReliefLine } from './figure-words.ts';
import type { PaperParties } from './paper-sheet.ts';
import type { StatementFigures } from './statement-figures.ts';

export type ReceiptFacts = {
  readonly paper: 'receipt';
  readonly parties: PaperParties;
  /** `null` for a payment that was imported, or taken before receipts were kept. */
  readonly receiptId: number | null;
  readonly amountCents: number;
  readonly receivedOn: Day;
  readonly effectiveOn: Day;
  readonly method: PaymentMethod;
  readonly reference: string;
  /** What of it was taken back again, by account; left out when all of it stands. */
  readonly takenBack?: readonly { readonly number: string; readonly amountCents: number }[];
  /** One share an account; with what was taken back they come to the amount. */
  readonly shares: readonly {
    readonly number: string;
    readonly clientName: string;
    readonly amountCents: number;
    readonly applications: ReliefLine['applications'];
    readonly unappliedCents: number;
    /** Today, interest accrued so far included. */
    readonly balanceCents: number;
  }[];
};

export type StatementFacts = {
  readonly paper: 'statement';
  readonly parties: PaperParties;
  readonly figures: StatementFigures;
};

export type PayoffFacts = {
  readonly paper: 'payoff';
  readonly parties: PaperParties;
  /** As of the last day the quote is good for. */
  readonly explanation: Explanation;
};

export type ExplanationFacts = {
  readonly paper: 'explanation';
  readonly parties: PaperParties;
  readonly explanation: Explanation;
};

export type CouponFacts = {
  readonly paper: 'coupons';
  readonly parties: PaperParties;
  readonly kind: PlanFacts['kind'];
  /** Numbers of every account the plan covers. */
  readonly accounts: readonly string[];
  readonly instalments: readonly InstalmentFacts[];
};

export type AgreementFacts = {
  readonly paper: 'agreement';
  readonly parties: PaperParties;
  readonly plan: PlanFacts;
  /** Every account it covers, with what was owed on it when the plan was made. */
  readonly accounts: readonly {
    readonly number: string;
    readonly creditor: string;
    readonly agreedCents: number;
  }[];
  /** Days after a due day before an instalment counts as missed. */
  readonly graceDays: number;
  /** Percent a year, where interest runs on while it is paid. */
  readonly interestRate: string | null;
};

/** One thing that happened, in words. */
export type HistoryLine = {
  readonly day: Day;
  /** `4:05 PM`, in the zone of the office. */
  readonly time: string;
  /** Empty where nobody is known to have done it. */
  readonly author: string;
  /** The number of another account than the paper's. */
  readonly account: string;
  readonly what: string;
  /** Particulars, one phrase each. */
  readonly details: readonly string[];
  /** What the rules said of a contact or a letter; empty for everything else. */
  readonly verdict: string;
  /** What was written of it. */
  readonly text: string;
};

export type ContactHistoryFacts = {
  readonly paper: 'contact-history';
  readonly parties: PaperParties;
  /** Every account of the debtor, or this one. */
  readonly scope: 'account' | 'debtor';
  /** Numbers of the accounts it is about. */
  readonly accounts: readonly string[];
  readonly fromOn: Day;
  readonly toOn: Day;
  /** Names of the kinds it holds; what is of another kind is left out. */
  readonly kinds: readonly string[];
  /** The zone its times are told in. */
  readonly zone: string;
  /** Oldest first. */
  readonly lines: readonly HistoryLine[];
};

export type PaperFacts =
  | ReceiptFacts
  | StatementFacts
  | PayoffFacts
  | ExplanationFacts
  | CouponFacts
  | AgreementFacts
  | ContactHistoryFacts;
