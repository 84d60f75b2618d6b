/**
 * Holds the rows of a file against each other and against the book: which people and accounts are known,
 * which charges are there already, what would be new. Reads only; the same rows against the same book always
 * give the same draft, so a dry run shows what the import will do.
 *
 * People are matched within one client only. A reference decides alone; without one, a name must agree and
 * neither phone nor ZIP code may contradict; when several people fit, the row is refused and not guessed.
 *
 * A charge is there already when its account has one of the same reference and sum, also if it has been taken
 * back since: bringing a file in again must not undo a correction.
 */
import type { DebtType } from '../../../shared/domain/account.ts';
import type { Day } from '../../../shared/domain/days.ts';
import type { DebtorKind } from '../../../shared/domain/debtor.ts';
import type {
  CheckedRow,
  RowDoubt,
  RowRefusal,
  RowRefusalCode,
} from '../../../shared/domain/import/check-row.ts';
import { foldWords, guessKind, matchKeyOf } from '../../../shared/domain/names.ts';
import { type Phone, readPhone } from '../../../shared/domain/phone.ts';
import { isNumberTaken, nextNumber } from '../store/queries/accounts.ts';
import {
  findAccountByNumber,
  findDebtorByReference,
  listAccountsOfDebtor,
  listChargesOfAccount,
  listDebtorNames,
  listKnownContactData,
} from '../store/queries/imports.ts';
import type { Store } from '../store/store.ts';

export type MatchPlan = {
  /** `null` when the client is still to be made: nobody and nothing is known then. */
  readonly clientId: number | null;
  readonly debtType: DebtType;
  readonly debtorKind: DebtorKind | 'guess';
  /** Only balances are given: another sum of the same day is a changed balance, not a second charge. */
  readonly balancesOnly: boolean;
};

export type NewAddressData = Pick<CheckedRow, 'line1' | 'line2' | 'city' | 'region' | 'postalCode'>;

export type DebtorDraft = {
  /** The id in the book; `null` until it is written. */
  id: number | null;
  readonly known: boolean;
  name: string;
  readonly kind: DebtorKind;
  readonly reference: string;
  matchKey: string;
  readonly newPhones: Phone[];
  readonly newEmails: string[];
  readonly newAddresses: NewAddressData[];
  /** Everything known of the person, for telling namesakes apart and not adding twice. */
  readonly phones: Set<string>;
  readonly emails: Set<string>;
  readonly addresses: Set<string>;
  readonly postalCodes: Set<string>;
  nameDoubted: boolean;
  contactDataRead: boolean;
  /** The account of a row that names none. */
  ownAccount: AccountDraft | null;
};

export type AccountDraft = {
  id: number | null;
  readonly known: boolean;
  readonly debtor: DebtorDraft;
  number: string;
  originalCreditor: string;
  openedOn: Day;
  readonly closed: boolean;
  /** Charges of this file by reference: the line they stand on. */
  readonly linesByReference: Map<string, number>;
  /** Charges of the book, read when first needed. */
  charges: BookCharge[] | null;
};

type BookCharge = { readonly reference: string; readonly cents: number; readonly on: Day; used: boolean };

export type ChargeDraft = { readonly account: AccountDraft; readonly row: CheckedRow };

export type ImportDraft = {
  readonly debtors: readonly DebtorDraft[];
  readonly accounts: readonly AccountDraft[];
  readonly charges: readonly ChargeDraft[];
  readonly chargesCents: number;
  readonly payments: number;
  readonly paymentsCents: number;
  readonly alreadyThere: number;
  readonly alreadyThereCents: number;
  readonly knownDebtors: number;
};

export type MatchRemark =
  | { readonly kind: 'refused'; readonly refusal: RowRefusal }
  | { readonly kind: 'taken'; readonly doubts: readonly RowDoubt[] };

export type Matcher = {
  take(row: CheckedRow): MatchRemark;
  /** Numbers the accounts that have none and returns everything there is to write. */
  finish(): ImportDraft;
};

const nothingDoubted: MatchRemark = { kind: 'taken', doubts: [] };

export function makeMatcher(store: Store, plan: MatchPlan): Matcher {
  const { clientId } = plan;
  const byReference = new Map<string, DebtorDraft>();
  const byName = new Map<string, DebtorDraft[]>();
  const byNumber = new Map<string, AccountDraft>();
  /** Debtors of the book by id, so that name and reference lead to one draft. */
  const byId = new Map<number, DebtorDraft>();
  const keys = new Map<string, { key: string; kind: DebtorKind }>();
  const phonesRead = new Map<string, Phone | null>();
  const newDebtors: DebtorDraft[] = [];
  const touchedKnown = new Set<DebtorDraft>();
  const accounts: AccountDraft[] = [];
  const charges: ChargeDraft[] = [];
  let namesRead = false;
  let chargesCents = 0;
  let payments = 0;
  let paymentsCents = 0;
  let alreadyThere = 0;
  let alreadyThereCents = 0;

  function keyOf(name: string): { key: string; kind: DebtorKind } {
    let found = keys.get(name);
    if (!found) {
      const kind = plan.debtorKind === 'guess' ? guessKind(name) : plan.debtorKind;
      found = { key: matchKeyOf(name, kind), kind };
      keys.set(name, found);
    }
    return found;
  }

  function phoneOf(text: string): Phone | null {
    if (text === '') return null;
    let phone = phonesRead.get(text);
    if (phone === undefined) {
      phone = readPhone(text);
      phonesRead.set(text, phone);
    }
    return phone;
  }

  function listByName(debtor: DebtorDraft): void {
    if (debtor.matchKey === '') return;
    const namesakes = byName.get(debtor.matchKey);
    if (namesakes) namesakes.push(debtor);
    else byName.set(debtor.matchKey, [debtor]);
  }

  function knownDebtor(facts: {
    id: number;
    name: string;
    kind: DebtorKind;
    reference: string;
  }): DebtorDraft {
    const seen = byId.get(facts.id);
    if (seen) return seen;
    const debtor: DebtorDraft = {
      ...emptyDebtor(),
      id: facts.id,
      known: true,
      name: facts.name,
      kind: facts.kind,
      reference: facts.reference,
      // Compared as a row would be, so that both sides go by one kind of key.
      matchKey: keyOf(facts.name).key,
    };
    byId.set(facts.id, debtor);
    if (facts.reference !== '' && !byReference.has(facts.reference)) byReference.set(facts.reference, debtor);
    listByName(debtor);
    return debtor;
  }

  function readNames(): void {
    if (namesRead || clientId === null) return;
    namesRead = true;
    for (const facts of listDebtorNames(store, clientId)) knownDebtor(facts);
  }

  function readContactData(debtor: DebtorDraft): void {
    if (debtor.contactDataRead || debtor.id === null) return;
    debtor.contactDataRead = true;
    const data = listKnownContactData(store, debtor.id);
    for (const number of data.phones) debtor.phones.add(number);
    for (const address of data.emails) debtor.emails.add(address.toLowerCase());
    for (const address of data.addresses) {
      debtor.addresses.add(addressKey(address));
      if (address.postalCode !== '') debtor.postalCodes.add(postalKey(address.postalCode));
    }
  }

  function makeDebtor(row: CheckedRow): DebtorDraft {
    const named = row.name === '' ? null : keyOf(row.name);
    const debtor: DebtorDraft = {
      ...emptyDebtor(),
      name: row.name === '' ? row.reference : row.name,
      // A bare number says nothing about who it is; a consumer has the stronger protection.
      kind: named?.kind ?? (plan.debtorKind === 'guess' ? 'consumer' : plan.debtorKind),
      reference: row.reference,
      matchKey: named?.key ?? '',
    };
    newDebtors.push(debtor);
    if (row.reference !== '') byReference.set(row.reference, debtor);
    listByName(debtor);
    return debtor;
  }

  /** The debtor a row names, `null` for one still to be made, or how many it could be. */
  function findDebtor(row: CheckedRow): DebtorDraft | null | number {
    if (row.reference !== '') {
      const seen = byReference.get(row.reference);
      if (seen) return seen;
      const facts = clientId === null ? null : findDebtorByReference(store, clientId, row.reference);
      return facts ? knownDebtor(facts) : null;
    }
    readNames();
    const { key } = keyOf(row.name);
    const namesakes = byName.get(key) ?? [];
    const phone = phoneOf(row.phone)?.number ?? '';
    const postal = row.postalCode === '' ? '' : postalKey(row.postalCode);
    const fitting: DebtorDraft[] = [];
    const proven: DebtorDraft[] = [];
    for (const namesake of namesakes) {
      readContactData(namesake);
      const phoneAgrees = phone !== '' && namesake.phones.has(phone);
      const postalAgrees = postal !== '' && namesake.postalCodes.has(postal);
      const phoneContradicts = phone !== '' && namesake.phones.size > 0 && !phoneAgrees;
      const postalContradicts = postal !== '' && namesake.postalCodes.size > 0 && !postalAgrees;
      if (phoneAgrees || (postalAgrees && !phoneContradicts)) proven.push(namesake);
      else if (!phoneContradicts && !postalContradicts) fitting.push(namesake);
    }
    const best = proven.length > 0 ? proven : fitting;
    return best.length > 1 ? best.length : (best[0] ?? null);
  }

  function accountOf(debtor: DebtorDraft, row: CheckedRow): AccountDraft {
    if (row.accountNumber !== '') return makeAccount(debtor, row.accountNumber, row);
    if (debtor.ownAccount) return debtor.ownAccount;
    let account: AccountDraft | null = null;
    if (debtor.id !== null && clientId !== null) {
      const own = listAccountsOfDebtor(store, clientId, debtor.id);
      const facts =
        own.find(({ number }) => number === debtor.reference) ?? own.find(({ closed }) => !closed) ?? own[0];
      if (facts) account = knownAccount(debtor, facts);
    }
    account ??= makeAccount(debtor, '', row);
    debtor.ownAccount = account;
    return account;
  }

  function knownAccount(
    debtor: DebtorDraft,
    facts: { id: number; number: string; closed: boolean },
  ): AccountDraft {
    const seen = byNumber.get(facts.number);
    if (seen) return seen;
    const account: AccountDraft = {
      id: facts.id,
      known: true,
      debtor,
      number: facts.number,
      originalCreditor: '',
      openedOn: '',
      closed: facts.closed,
      linesByReference: new Map(),
      charges: null,
    };
    byNumber.set(facts.number, account);
    return account;
  }

  function makeAccount(debtor: DebtorDraft, number: string, row: CheckedRow): AccountDraft {
    const account: AccountDraft = {
      id: null,
      known: false,
      debtor,
      number,
      originalCreditor: row.originalCreditor,
      openedOn: row.chargeOn,
      closed: false,
      linesByReference: new Map(),
      charges: [],
    };
    accounts.push(account);
    if (number !== '') byNumber.set(number, account);
    return account;
  }

  /** The account a row gives the number of, when file or book has it already. */
  function findAccount(row: CheckedRow): AccountDraft | null {
    if (row.accountNumber === '') return null;
    const seen = byNumber.get(row.accountNumber);
    if (seen) return seen;
    const facts = clientId === null ? null : findAccountByNumber(store, clientId, row.accountNumber);
    return facts ? knownAccount(knownDebtor(facts.debtor), facts) : null;
  }

  function isSamePerson(debtor: DebtorDraft, row: CheckedRow): boolean {
    if (row.reference !== '' && debtor.reference !== '') return row.reference === debtor.reference;
    return row.name === '' || debtor.matchKey === '' || keyOf(row.name).key === debtor.matchKey;
  }

  /** What of a row's phone, e-mail and address is new to its debtor. */
  function gatherContactData(debtor: DebtorDraft, row: CheckedRow, doubts: RowDoubt[]): void {
    if (row.phone === '' && row.email === '' && row.line1 === '' && row.city === '' && row.postalCode === '')
      return;
    readContactData(debtor);
    if (row.phone !== '') {
      const phone = phoneOf(row.phone);
      const digits = row.phone.replace(/\D/g, '');
      const number = phone?.number ?? digits;
      if (!debtor.phones.has(number)) {
        debtor.phones.add(number);
        // What holds no digit at all (`none`, `unlisted`) is no number; it is only pointed out.
        if (number !== '') debtor.newPhones.push(phone ?? { number, display: row.phone });
        if (!phone) doubts.push({ code: 'phone_unreadable', column: null, value: row.phone, params: {} });
      }
    }
    if (row.email !== '' && !debtor.emails.has(row.email.toLowerCase())) {
      debtor.emails.add(row.email.toLowerCase());
      if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(row.email)) debtor.newEmails.push(row.email);
      else doubts.push({ code: 'email_unreadable', column: null, value: row.email, params: {} });
    }
    if (row.line1 !== '' || row.city !== '' || row.postalCode !== '') {
      const key = addressKey(row);
      if (!debtor.addresses.has(key)) {
        debtor.addresses.add(key);
        if (row.postalCode !== '') debtor.postalCodes.add(postalKey(row.postalCode));
        const { line1, line2, city, region, postalCode } = row;
        debtor.newAddresses.push({ line1, line2, city, region, postalCode });
      }
    }
  }

  /** The charge of the book a row repeats; or one it contradicts; or neither. */
  function findCharge(account: AccountDraft, row: CheckedRow): { there: true } | { differs: number } | null {
    account.charges ??=
      account.id === null
        ? []
        : listChargesOfAccount(store, account.id).map((charge) => ({ ...charge, used: false }));
    let differs: number | null = null;
    for (const charge of account.charges) {
      if (charge.reference !== row.chargeReference || charge.used) continue;
      if (row.chargeReference === '') {
        // Without a number, the same sum on the same day is the same charge, each counted once.
        const sameDay = !row.chargeDayKnown || charge.on === row.chargeOn;
        if (charge.cents === row.amountCents && sameDay) {
          charge.used = true;
          return { there: true };
        }
        if (sameDay && (!row.chargeDayKnown || plan.balancesOnly)) differs = charge.cents;
      } else {
        if (charge.cents === row.amountCents) return { there: true };
        differs = charge.cents;
      }
    }
    return differs === null ? null : { differs };
  }

  return {
    take(row) {
      const refuse = (
        code: RowRefusalCode,
        value: string,
        params: Readonly<Record<string, string | number>> = {},
      ): MatchRemark => ({ kind: 'refused', refusal: { code, column: null, value, params } });

      let account = findAccount(row);
      let debtor: DebtorDraft;
      if (account) {
        if (!isSamePerson(account.debtor, row)) {
          return refuse('account_other_debtor', row.accountNumber, { name: account.debtor.name });
        }
        debtor = account.debtor;
      } else {
        const found = findDebtor(row);
        if (typeof found === 'number') return refuse('debtor_ambiguous', row.name, { count: found });
        debtor = found ?? makeDebtor(row);
        account = accountOf(debtor, row);
      }
      if (debtor.known) touchedKnown.add(debtor);

      if (row.chargeReference !== '') {
        const line = account.linesByReference.get(row.chargeReference);
        if (line !== undefined) return refuse('duplicate_reference', row.chargeReference, { line });
        account.linesByReference.set(row.chargeReference, row.line);
      }
      const charge = account.known ? findCharge(account, row) : null;
      if (charge && 'there' in charge) {
        alreadyThere += 1;
        alreadyThereCents += row.amountCents;
        return nothingDoubted;
      }
      if (charge) {
        return refuse('reference_differs', row.chargeReference || account.number, {
          bookCents: charge.differs,
        });
      }
      if (account.closed) return refuse('account_closed', account.number);

      const doubts: RowDoubt[] = [];
      if (row.name !== '' && !debtor.nameDoubted) {
        if (debtor.matchKey === '' && !debtor.known) {
          // An earlier row gave only the number; now the name is known.
          debtor.name = row.name;
          debtor.matchKey = keyOf(row.name).key;
          listByName(debtor);
        } else if (keyOf(row.name).key !== debtor.matchKey) {
          debtor.nameDoubted = true;
          doubts.push({ code: 'name_differs', column: null, value: row.name, params: {} });
        }
      }
      gatherContactData(debtor, row, doubts);
      if (row.chargeOn < account.openedOn) account.openedOn = row.chargeOn;
      if (account.originalCreditor === '') account.originalCreditor = row.originalCreditor;
      charges.push({ account, row });
      chargesCents += row.amountCents;
      if (row.paidCents > 0) {
        payments += 1;
        paymentsCents += row.paidCents;
      }
      return doubts.length === 0 ? nothingDoubted : { kind: 'taken', doubts };
    },

    finish() {
      numberAccounts(store, clientId, accounts, byNumber);
      return {
        debtors: [...newDebtors, ...touchedKnown],
        accounts,
        charges,
        chargesCents,
        payments,
        paymentsCents,
        alreadyThere,
        alreadyThereCents,
        knownDebtors: touchedKnown.size,
      };
    },
  };
}

/** A new account without a number takes its debtor's reference if that is free, else the client's next number. */
function numberAccounts(
  store: Store,
  clientId: number | null,
  accounts: readonly AccountDraft[],
  byNumber: ReadonlyMap<string, AccountDraft>,
): void {
  const used = new Set(byNumber.keys());
  const isFree = (number: string) =>
    !used.has(number) && (clientId === null || !isNumberTaken(store, clientId, number));
  let next: number | null = null;
  for (const account of accounts) {
    if (account.number !== '') continue;
    let number = account.debtor.reference;
    if (number === '' || !isFree(number)) {
      next ??= clientId === null ? 1001 : Number(nextNumber(store, clientId));
      while (!isFree(String(next))) next += 1;
      number = String(next);
    }
    account.number = number;
    used.add(number);
  }
}

function emptyDebtor(): DebtorDraft {
  return {
    id: null,
    known: false,
    name: '',
    kind: 'consumer',
    reference: '',
    matchKey: '',
    newPhones: [],
    newEmails: [],
    newAddresses: [],
    phones: new Set(),
    emails: new Set(),
    addresses: new Set(),
    postalCodes: new Set(),
    nameDoubted: false,
    contactDataRead: false,
    ownAccount: null,
  };
}

function addressKey(address: NewAddressData): string {
  return [address.line1, address.line2, address.city, address.region, postalKey(address.postalCode)]
    .map(foldWords)
    .join('|');
}

/** ZIP and ZIP+4 of one place are one; other codes compare without blanks. */
function postalKey(code: string): string {
  const zip = /^(\d{5})(-?\d{4})?$/.exec(code.trim());
  return zip?.[1] ?? code.replace(/\s/g, '').toUpperCase();
}
