/** A row that was read and found sound, by what it states. */
import type { DebtType } from '../../account.ts';
import type { ContactChannel, ContactOutcome } from '../../contact.ts';
import type { Day } from '../../days.ts';
import type { DebtorKind, PhoneKind } from '../../debtor.ts';
import type { PaymentMethod } from '../../ledger.ts';

export type RowPhone = {
  /** `null` where the file does not say. */
  readonly kind: PhoneKind | null;
  readonly text: string;
};

export type RowAddress = {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
};

/** Who a row is about, as the file writes it. */
export type RowPerson = {
  readonly reference: string;
  /** Empty when only a reference names the debtor. */
  readonly name: string;
  /** `null` where the file does not say. */
  readonly kind: DebtorKind | null;
  readonly birthOn: Day | null;
  readonly aliases: readonly string[];
  readonly parentName: string;
  readonly parentReference: string;
  readonly phones: readonly RowPhone[];
  readonly emails: readonly string[];
  readonly address: RowAddress | null;
};

/** What a row says of the account itself. */
export type RowAccount = {
  readonly originalCreditor: string;
  readonly debtType: DebtType | null;
  readonly openedOn: Day | null;
  readonly placedOn: Day | null;
};

type RowBase = {
  readonly line: number;
  /** What the row counts for in the totals of its kind: its sum as the file states it, 0 where it states none. */
  readonly cents: number;
  /** Empty where the file has no column of clients. */
  readonly clientName: string;
  readonly accountNumber: string;
  /** What the other program calls the row. */
  readonly externalId: string;
  readonly person: RowPerson;
};

export type ChargeRow = RowBase & {
  readonly kind: 'charge';
  readonly account: RowAccount;
  readonly chargeReference: string;
  readonly chargeOn: Day;
  /** False when another day stands in for one the file does not give. */
  readonly chargeDayKnown: boolean;
  readonly dueOn: Day | null;
  /** Principal, interest, fees and costs together. Below zero it is a credit, and then nothing else is said of it. */
  readonly amountCents: number;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly costsCents: number;
  /** What was paid of this charge before the import; 0 for nothing. */
  readonly paidCents: number;
  /** The day of that payment; the charge's own day when the file does not say. */
  readonly paidOn: Day;
  readonly paidDayKnown: boolean;
  /** Only a balance is given: what is owed now, without its history. */
  readonly balanceOnly: boolean;
  /** The file says that it never was or no longer is owed: void, a draft, cancelled. */
  readonly void: boolean;
  readonly memo: string;
};

/** Who, or which debt, without a sum; also a phone or an address of theirs. */
export type PersonRow = RowBase & {
  readonly kind: 'debtor' | 'account' | 'phone' | 'address';
  readonly account: RowAccount;
  readonly memo: string;
};

export type MoneyRow = RowBase & {
  readonly kind: 'payment' | 'credit' | 'bank_line';
  readonly on: Day;
  /** Above zero what lowers the debt; below zero money that went back. */
  readonly amountCents: number;
  readonly method: PaymentMethod;
  /** The method in the file's own word; empty where it is one of ours. */
  readonly methodText: string;
  readonly reference: string;
  readonly checkNumber: string;
  readonly payer: string;
  /** The account of a bank, or the payer, that holds it. */
  readonly heldAt: string;
  /** Further facts, by the names of their columns. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** The invoice or claim it is for. */
  readonly chargeReference: string;
  readonly memo: string;
};

export type NoteRow = RowBase & {
  readonly kind: 'note';
  readonly text: string;
  readonly at: RowMoment | null;
};

/** A day, with the minute of the day where the file gives it. */
export type RowMoment = { readonly on: Day; readonly minute: number | null };

export type ContactRow = RowBase & {
  readonly kind: 'contact';
  readonly at: RowMoment;
  readonly channel: ContactChannel;
  readonly direction: 'in' | 'out';
  readonly outcome: ContactOutcome;
  readonly phone: string;
  readonly email: string;
  readonly text: string;
};

export type CheckedRow = ChargeRow | PersonRow | MoneyRow | NoteRow | ContactRow;
