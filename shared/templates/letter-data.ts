/**
 * What of an account, its office and its law goes into a letter, before anything is formatted: sums in cents, days as days. A
 * section is `null` where the account has nothing of the kind; a letter that needs it is refused (`letterNeeds`).
 */
import type { DebtType } from '../domain/account.ts';
import type { Day } from '../domain/days.ts';
import type { DebtorKind } from '../domain/debtor.ts';
import type { StateCode } from '../domain/law.ts';
import type { EntryKind, PaymentMethod } from '../domain/ledger.ts';
import type { FactCondition } from './fields.ts';
import type { FormFacts } from './form-facts.ts';

/** One charge, fee, cost or interest entry of which something is still open. */
export type LetterCharge = {
  readonly kind: EntryKind;
  readonly reference: string;
  readonly memo: string;
  readonly effectiveOn: Day;
  readonly dueOn: Day | null;
  readonly chargedCents: number;
  readonly openCents: number;
};

/** What letters and papers of figures have in common of who writes to whom about what. */
export type PartySender = {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
  readonly howToPay: string;
};
export type PartyDebtor = {
  readonly kind: DebtorKind;
  readonly name: string;
  /** Name and address, fitted to the window of the envelope; empty where there is none. */
  readonly addressLines: readonly string[];
};
export type PartyAccount = {
  readonly number: string;
  readonly clientName: string;
  readonly originalCreditor: string;
};

export type LetterSender = PartySender & {
  readonly website: string;
  readonly signer: string;
  readonly signerTitle: string;
  /** Where disputes go by mail, line by line: the address above where the letterhead names no other. */
  readonly disputeLines: readonly string[];
};

/** Where one instalment of a plan stands. */
export type LetterInstalment = {
  readonly number: number;
  readonly dueOn: Day;
  readonly amountCents: number;
  readonly paidCents: number;
  /** Of the plan, after this one is paid. */
  readonly leftAfterCents: number;
};

export type LetterPayment = {
  readonly receivedOn: Day;
  readonly amountCents: number;
  readonly method: PaymentMethod | null;
  readonly reference: string;
};

/** What the notice of 12 CFR 1006.34 holds; its figures add up to what is owed now. */
export type LetterValidation = {
  readonly itemizationOn: Day;
  readonly creditorThen: string;
  readonly numberThen: string;
  readonly owedThenCents: number;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly paidCents: number;
  readonly owedNowCents: number;
  /** The last day of the period a notice sent today would begin, or of the one that runs. */
  readonly endOn: Day;
  /** As the notice names what the debt is for. */
  readonly product: string;
  /** Where disputes and requests are taken electronically; empty for nowhere. */
  readonly electronicAddress: string;
  readonly consumerFinancial: boolean;
  readonly reference: string;
  readonly currentCreditor: string;
};

export type LetterPlan = {
  readonly totalCents: number;
  readonly amountCents: number;
  readonly count: number;
  readonly every: string;
  readonly firstOn: Day;
  readonly lastOn: Day;
  readonly leftCents: number;
  readonly next: { readonly on: Day; readonly cents: number } | null;
  readonly instalments: readonly LetterInstalment[];
};

/** A statement of the law, filled. */
export type LetterText = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** How it must look, in words; empty where the law says nothing. */
  readonly style: string;
};

export type LetterData = {
  readonly today: Day;
  /** True in the sample office: the sheet says so. */
  readonly sample: boolean;
  readonly sender: LetterSender;
  readonly debtor: PartyDebtor & {
    /** The most complete version known. */
    readonly fullName: string;
    /** `null` where nothing says which. */
    readonly state: StateCode | null;
  };
  /** Whom the letter goes to: the debtor, or who stands for them, or the client. */
  readonly recipient: {
    readonly name: string;
    readonly greeting: string;
    readonly addressLines: readonly string[];
  };
  readonly account: PartyAccount & {
    readonly openedOn: Day;
    readonly type: DebtType;
  };
  readonly is: Readonly<Record<FactCondition, boolean>>;
  /** In the order they are listed: oldest due first. */
  readonly charges: readonly LetterCharge[];
  /** What is owed on the day of the letter, interest up to it included. */
  readonly balanceCents: number;
  readonly amounts: {
    readonly principalCents: number;
    readonly interestCents: number;
    readonly feesCents: number;
    readonly costsCents: number;
    /** One further day of interest. */
    readonly perDayCents: number;
    /** On every open account of the debtor together. */
    readonly allCents: number;
    readonly lastPayment: { readonly cents: number; readonly on: Day } | null;
  };
  readonly payoff: { readonly cents: number; readonly goodThrough: Day };
  /** Every open account of the debtor on which something is owed. */
  readonly accounts: readonly {
    readonly number: string;
    readonly creditor: string;
    readonly originalCreditor: string;
    readonly openedOn: Day;
    readonly balanceCents: number;
  }[];
  /** Payments that stand, newest first. */
  readonly payments: readonly LetterPayment[];
  readonly validation: LetterValidation | null;
  /** The last day of the validation period that runs; `null` while none does. */
  readonly periodEndOn: Day | null;
  readonly dispute: {
    readonly receivedOn: Day;
    readonly what: string;
    /** The part that is disputed; `null` where it is the whole debt. */
    readonly cents: number | null;
    readonly answers: readonly {
      readonly on: Day;
      readonly description: string;
      readonly cents: number | null;
    }[];
  } | null;
  readonly cease: { readonly receivedOn: Day } | null;
  readonly offer: {
    readonly amountCents: number;
    readonly savesCents: number;
    readonly percent: string;
    readonly dueOn: Day;
    readonly terms: string;
  } | null;
  readonly settlement: {
    readonly amountCents: number;
    readonly forgivenCents: number;
    readonly dueOn: Day;
    readonly terms: string;
    readonly default: string;
  } | null;
  readonly plan: LetterPlan | null;
  readonly missed: { readonly on: Day; readonly cents: number; readonly count: number } | null;
  readonly payment: (LetterPayment & { readonly balanceAfterCents: number }) | null;
  readonly returned: {
    readonly amountCents: number;
    readonly paidOn: Day;
    readonly on: Day;
    readonly why: string;
    /** Charged for it; `null` for none. */
    readonly feeCents: number | null;
  } | null;
  readonly paid: { readonly on: Day; readonly cents: number; readonly totalCents: number } | null;
  readonly judgment: {
    readonly court: string;
    readonly caseNumber: string;
    readonly enteredOn: Day;
    readonly cents: number;
  } | null;
  readonly bankruptcy: {
    readonly caseNumber: string;
    readonly chapter: string;
    readonly court: string;
    readonly filedOn: Day;
  } | null;
  readonly estate: { readonly diedOn: Day | null; readonly representative: string } | null;
  readonly attorney: { readonly name: string; readonly firm: string } | null;
  readonly placement: {
    readonly fromOn: Day;
    readonly toOn: Day;
    readonly totalCents: number;
    readonly placed: readonly {
      readonly number: string;
      readonly debtor: string;
      readonly cents: number;
      readonly placedOn: Day;
      readonly debtOn: Day;
    }[];
  } | null;
  /** Prescribed texts by their ids, filled; empty where no wording is known. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the law of the debtor's state makes this letter say. */
  readonly stateTexts: readonly LetterText[];
  /** Model form B-1, filled; `null` without what a validation notice needs. */
  readonly form: FormFacts | null;
};
