/** What an import would write: people, accounts, and everything of them, each knowing whether the book has it already. */
import type { DebtType } from '../../../shared/domain/account.ts';
import type { Day } from '../../../shared/domain/days.ts';
import type { DebtorKind, PhoneKind } from '../../../shared/domain/debtor.ts';
import type {
  ChargeRow,
  ContactRow,
  MoneyRow,
  NoteRow,
  RowAddress,
} from '../../../shared/domain/import/rows/row-types.ts';
import type { IncomingItem } from '../../../shared/domain/incoming/incoming.ts';
import type { Phone } from '../../../shared/domain/phone.ts';
import type { KnownCharge, KnownRelief } from '../store/queries/import-known.ts';

/** A client rows are of: people and accounts are matched within one. */
export type ClientDraft = {
  id: number | null;
  readonly name: string;
  readonly isOffice: boolean;
  readonly byReference: Map<string, DebtorDraft>;
  readonly byName: Map<string, DebtorDraft[]>;
  readonly byNumber: Map<string, AccountDraft>;
  /** The charge of the book an invoice number stands for, read when first needed. */
  bookReferences: Map<string, { readonly entryId: number; readonly accountId: number }> | null;
  namesRead: boolean;
};

export type NewPhone = Phone & { readonly kind: PhoneKind | null };

export type DebtorDraft = {
  /** The id in the book; `null` until it is written. */
  id: number | null;
  readonly known: boolean;
  readonly client: ClientDraft;
  name: string;
  kind: DebtorKind;
  readonly reference: string;
  matchKey: string;
  birthOn: Day | null;
  /** The same where the book does not have it yet. */
  newBirthOn: Day | null;
  parentName: string;
  parentReference: string;
  readonly aliases: string[];
  readonly newPhones: NewPhone[];
  readonly newEmails: string[];
  readonly newAddresses: RowAddress[];
  /** Everything known of the person, for telling namesakes apart and not adding twice. */
  readonly phones: Set<string>;
  readonly emails: Set<string>;
  readonly addresses: Set<string>;
  readonly postalCodes: Set<string>;
  nameDoubted: boolean;
  contactDataRead: boolean;
  /** What the program calls the person, to be kept. */
  externalId: string;
  /** The account of a row that names none. */
  ownAccount: AccountDraft | null;
  /** Accounts of this person the file or the book has, as far as they came up. */
  readonly accounts: Set<AccountDraft>;
};

export type AccountDraft = {
  id: number | null;
  readonly known: boolean;
  readonly client: ClientDraft;
  readonly debtor: DebtorDraft;
  number: string;
  originalCreditor: string;
  debtType: DebtType | null;
  openedOn: Day;
  placedOn: Day | null;
  readonly closed: boolean;
  externalId: string;
  /** Charges of this file by reference: the line they stand on and their sum. */
  readonly linesByReference: Map<string, { readonly line: number; readonly cents: number }>;
  /** Charges and money of the book, read when first needed. */
  charges: BookCharge[] | null;
  reliefs: BookRelief[] | null;
  /** A row has said what is owed in all. */
  balanceSaid: boolean;
  /** What the file says was paid of all its charges, and rows that say more was paid than the book has. */
  filePaidCents: number;
  readonly paidMore: PaidMore[];
};

export type BookCharge = KnownCharge & { used: boolean };
/** `leftCents`: what rows of payments have not yet been found in. */
export type BookRelief = KnownRelief & { used: boolean; leftCents: number };
export type PaidMore = { readonly row: ChargeRow; readonly charge: BookCharge; readonly cents: number };

export type ChargeDraft = { readonly account: AccountDraft; readonly row: ChargeRow; entryId: number | null };

/** Money in or a credit that goes on an account, met with the charge it names. */
export type ReliefDraft = {
  readonly account: AccountDraft;
  readonly kind: 'payment' | 'credit';
  readonly line: number;
  readonly on: Day;
  /** Above zero. */
  readonly cents: number;
  readonly method: MoneyRow['method'] | null;
  readonly reference: string;
  readonly basis: string;
  readonly memo: string;
  readonly externalId: string;
  readonly externalKind: string;
  readonly charge: ChargeDraft | { readonly entryId: number } | null;
};

export type WaitingDraft = {
  readonly line: number;
  readonly item: IncomingItem;
  readonly client: ClientDraft;
};

/** What the file says otherwise than the book, and how it is put right. */
export type ChangeDraft = {
  readonly line: number;
  readonly account: AccountDraft | null;
  readonly debtor: DebtorDraft;
  readonly what: 'name' | 'amount' | 'due_on' | 'balance' | 'paid' | 'void' | 'phone' | 'email' | 'address';
  readonly before: string;
  readonly after: string;
  readonly fix:
    | { readonly do: 'rename'; readonly name: string }
    /** Takes a charge back and posts the row in its place; `null` puts nothing there. */
    | { readonly do: 'replace'; readonly charge: BookCharge; readonly row: ChargeRow | null }
    | { readonly do: 'adjust'; readonly cents: number; readonly on: Day; readonly basis: string }
    | { readonly do: 'pay'; readonly relief: ReliefDraft }
    /** Added beside what was there; written with the person. */
    | { readonly do: 'nothing' };
};

export type NoteDraft = { readonly account: AccountDraft; readonly row: NoteRow };
export type ContactDraft = { readonly account: AccountDraft; readonly row: ContactRow; readonly at: number };

export type ImportDraft = {
  readonly clients: readonly ClientDraft[];
  /** New ones, and known ones that rows were taken for. */
  readonly debtors: readonly DebtorDraft[];
  readonly accounts: readonly AccountDraft[];
  /** Rows of charges below zero are reliefs. */
  readonly charges: readonly ChargeDraft[];
  readonly reliefs: readonly ReliefDraft[];
  readonly waiting: readonly WaitingDraft[];
  readonly notes: readonly NoteDraft[];
  readonly contacts: readonly ContactDraft[];
  readonly changes: readonly ChangeDraft[];
  readonly knownDebtors: number;
};

export function emptyDebtor(client: ClientDraft): DebtorDraft {
  return {
    id: null,
    known: false,
    client,
    name: '',
    kind: 'consumer',
    reference: '',
    matchKey: '',
    birthOn: null,
    newBirthOn: null,
    parentName: '',
    parentReference: '',
    aliases: [],
    newPhones: [],
    newEmails: [],
    newAddresses: [],
    phones: new Set(),
    emails: new Set(),
    addresses: new Set(),
    postalCodes: new Set(),
    nameDoubted: false,
    contactDataRead: false,
    externalId: '',
    ownAccount: null,
    accounts: new Set(),
  };
}

export function emptyClient(id: number | null, name: string, isOffice: boolean): ClientDraft {
  return {
    id,
    name,
    isOffice,
    byReference: new Map(),
    byName: new Map(),
    byNumber: new Map(),
    bookReferences: null,
    namesRead: false,
  };
}
