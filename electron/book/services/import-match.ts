/**
 * Holds the rows of a file against each other and against the book: which people and accounts are known,
 * which charges and payments are there already, what would be new, what the file says otherwise. Reads only; the same rows
 * against the same book always give the same draft, so a dry run shows what the import will do.
 *
 * Rows that are about something (payments, notes, numbers) are looked at after those that make it, so that their order in the file
 * does not matter.
 */
import type { ImportPlan } from '../../../shared/contract/imports.ts';
import { type Day, instantOf } from '../../../shared/domain/days.ts';
import type { DebtorKind } from '../../../shared/domain/debtor.ts';
import type {
  RowDoubt,
  RowDoubtCode,
  RowRefusal,
  RowRefusalCode,
} from '../../../shared/domain/import/rows/remarks.ts';
import type {
  ChargeRow,
  CheckedRow,
  ContactRow,
  MoneyRow,
  NoteRow,
  PersonRow,
} from '../../../shared/domain/import/rows/row-types.ts';
import type { ImportSource } from '../../../shared/domain/import.ts';
import { type IncomingItem, makeRowIds } from '../../../shared/domain/incoming/incoming.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { foldWords } from '../../../shared/domain/names.ts';
import { isDisputed, isNumberTaken, nextNumber } from '../store/queries/accounts.ts';
import { findClientByName } from '../store/queries/debtors.ts';
import { findEntry } from '../store/queries/entries.ts';
import {
  countSameContacts,
  countSameNotes,
  findAccountById,
  findAccountByNumber,
  findDebtorFacts,
  findExternal,
  hasJudgment,
  hasWriteOff,
  listAccountsOfDebtor,
  listChargesOfAccount,
  listReferencesOfClient,
  listReliefsOfAccount,
  readBalances,
  sumMetOfCharge,
} from '../store/queries/import-known.ts';
import { hasIncoming } from '../store/queries/incoming.ts';
import type { Store } from '../store/store.ts';
import {
  type AccountDraft,
  type BookCharge,
  type ChangeDraft,
  type ChargeDraft,
  type ClientDraft,
  type ContactDraft,
  type DebtorDraft,
  emptyClient,
  type ImportDraft,
  type NoteDraft,
  type ReliefDraft,
  type WaitingDraft,
} from './import-drafts.ts';
import { makePeople, type PeopleAsked } from './import-people.ts';
import type { RowFate } from './import-tally.ts';

export type MatchPlan = {
  /** `null` when the client is still to be made: nobody and nothing is known then. */
  readonly clientId: number | null;
  readonly clientName: string;
  readonly isOffice: boolean;
  readonly source: ImportSource;
  readonly people: ImportPlan['people'];
  readonly debtorKind: DebtorKind | 'guess';
  /** Of bank lines that name no account of theirs. */
  readonly heldAt: string;
  readonly paidItems: 'leave' | 'take';
  readonly changed: 'update' | 'list';
  readonly now: number;
  readonly today: Day;
  readonly zone: string;
};

/** What became of a row. */
export type Matched =
  | { readonly fate: 'refused'; readonly refusal: RowRefusal }
  | { readonly fate: Exclude<RowFate, 'refused'>; readonly doubts: readonly RowDoubt[] };

export type Matcher = {
  /** `null` for a row that is looked at in the end. */
  take(row: CheckedRow): Matched | null;
  /** Looks at what was put off, numbers the accounts that have none, and returns everything there is to write. */
  finish(tell: (row: CheckedRow, matched: Matched) => void): ImportDraft;
  /** Who was asked about, once everything is taken. */
  asked(): PeopleAsked;
};

const noCharges: ReadonlyMap<string, ChargeDraft> = new Map();
const nothingDoubted: readonly RowDoubt[] = [];
const plainly: Readonly<Record<Exclude<RowFate, 'refused'>, Matched>> = {
  written: { fate: 'written', doubts: nothingDoubted },
  changed: { fate: 'changed', doubts: nothingDoubted },
  alreadyThere: { fate: 'alreadyThere', doubts: nothingDoubted },
  leftOut: { fate: 'leftOut', doubts: nothingDoubted },
  apart: { fate: 'apart', doubts: nothingDoubted },
  waiting: { fate: 'waiting', doubts: nothingDoubted },
};

function refuse(code: RowRefusalCode, value: string, params: RowRefusal['params'] = {}): Matched {
  return { fate: 'refused', refusal: { code, column: null, value: value.slice(0, 200), params } };
}

type Doubts = RowDoubt[];

function doubtOf(code: RowDoubtCode, value: string, params: RowDoubt['params'] = {}): RowDoubt {
  return { code, column: null, value: value.slice(0, 200), params };
}

function fateOf(fate: Exclude<RowFate, 'refused'>, doubts: Doubts): Matched {
  return doubts.length === 0 ? plainly[fate] : { fate, doubts };
}

export function makeMatcher(store: Store, plan: MatchPlan): Matcher {
  const people = makePeople(store, plan);
  const ownClient = emptyClient(plan.clientId, plan.clientName, plan.isOffice);
  const clients = new Map<string, ClientDraft>();
  const newDebtors: DebtorDraft[] = [];
  const touchedKnown = new Set<DebtorDraft>();
  const accounts: AccountDraft[] = [];
  const accountsById = new Map<number, AccountDraft>();
  const charges: ChargeDraft[] = [];
  /** By client and number, the first should several have it; made when first needed. */
  let byChargeReference: Map<ClientDraft, Map<string, ChargeDraft>> | null = null;
  const reliefs: ReliefDraft[] = [];
  const waiting: WaitingDraft[] = [];
  const notes: NoteDraft[] = [];
  const contacts: ContactDraft[] = [];
  const changes: ChangeDraft[] = [];
  const paidMoreOn = new Set<AccountDraft>();
  const renames = new Map<
    DebtorDraft,
    { readonly line: number; readonly name: string; readonly key: string }
  >();
  const reachRows: PersonRow[] = [];
  const laterRows: (MoneyRow | NoteRow | ContactRow)[] = [];
  /** Lines on which another program's id was met in this file. */
  const externalLines = new Map<string, number>();
  /** Notes, contacts and money of this file that say the same, counted, so that the book's are matched one to one. */
  const sameSeen = new Map<string, number>();
  const rowIds = makeRowIds();

  // ---- clients, people, accounts ------------------------------------------------------------------------

  function clientOf(name: string): ClientDraft {
    if (name === '') return ownClient;
    const key = name.toLowerCase();
    if (key === ownClient.name.toLowerCase()) return ownClient;
    let client = clients.get(key);
    if (!client) {
      const found = findClientByName(store, name);
      if (found !== null && found.clientId === ownClient.id) return ownClient;
      client = emptyClient(found?.clientId ?? null, found?.name ?? name, false);
      clients.set(key, client);
    }
    return client;
  }

  function knownAccount(
    debtor: DebtorDraft,
    facts: { readonly id: number; readonly number: string; readonly closed: boolean },
  ): AccountDraft {
    const seen = accountsById.get(facts.id);
    if (seen) return seen;
    const account: AccountDraft = {
      ...blankAccount(debtor, facts.number),
      id: facts.id,
      known: true,
      closed: facts.closed,
      charges: null,
      reliefs: null,
    };
    accountsById.set(facts.id, account);
    debtor.client.byNumber.set(facts.number, account);
    debtor.accounts.add(account);
    return account;
  }

  function accountById(client: ClientDraft, accountId: number): AccountDraft | null {
    const seen = accountsById.get(accountId);
    if (seen) return seen;
    const facts = findAccountById(store, accountId);
    return facts === null || facts.clientId !== client.id
      ? null
      : knownAccount(people.known(client, facts.debtor), facts);
  }

  function makeAccount(debtor: DebtorDraft, number: string, row: ChargeRow | PersonRow): AccountDraft {
    const stated = row.kind === 'charge' ? row.chargeOn : plan.today;
    const account: AccountDraft = {
      ...blankAccount(debtor, number),
      openedOn: row.account.openedOn ?? stated,
      externalId: row.kind === 'account' ? row.externalId : '',
    };
    accounts.push(account);
    debtor.accounts.add(account);
    if (number !== '') debtor.client.byNumber.set(number, account);
    return account;
  }

  /** The account a row gives the number of, when file or book has it already. */
  function findAccount(client: ClientDraft, row: CheckedRow): AccountDraft | null {
    const { accountNumber } = row;
    if (accountNumber !== '' && row.kind !== 'bank_line') {
      const seen = client.byNumber.get(accountNumber);
      if (seen) return seen;
      const facts = client.id === null ? null : findAccountByNumber(store, client.id, accountNumber);
      return facts ? knownAccount(people.known(client, facts.debtor), facts) : null;
    }
    if (row.externalId === '' || (row.kind !== 'charge' && row.kind !== 'account')) return null;
    const subject = findExternal(store, row.kind, row.externalId, client.id);
    if (subject === null) return null;
    const accountId = row.kind === 'account' ? subject : findEntry(store, subject)?.accountId;
    return accountId === undefined ? null : accountById(client, accountId);
  }

  /** The account of a person for rows that name none, as far as there is one. */
  function ownAccountOf(debtor: DebtorDraft): AccountDraft | null {
    if (debtor.ownAccount) return debtor.ownAccount;
    const { client } = debtor;
    if (debtor.id !== null && client.id !== null) {
      const own = listAccountsOfDebtor(store, client.id, debtor.id);
      const facts =
        own.find(({ number }) => number === debtor.reference) ?? own.find(({ closed }) => !closed) ?? own[0];
      if (facts) debtor.ownAccount = knownAccount(debtor, facts);
    }
    return debtor.ownAccount;
  }

  /** Every account of a person at its client, in the file and in the book. */
  function allAccountsOf(debtor: DebtorDraft): readonly AccountDraft[] {
    const { client } = debtor;
    if (debtor.id !== null && client.id !== null)
      for (const facts of listAccountsOfDebtor(store, client.id, debtor.id)) knownAccount(debtor, facts);
    return [...debtor.accounts];
  }

  function debtorByExternal(client: ClientDraft, row: CheckedRow): DebtorDraft | null {
    if (row.kind !== 'debtor' || row.externalId === '') return null;
    const id = findExternal(store, 'debtor', row.externalId, client.id);
    const facts = id === null ? null : findDebtorFacts(store, id);
    return facts === null ? null : people.known(client, facts);
  }

  /** The name of a row against the one its debtor has: another one is a change where the reference says who it is. */
  function compareName(debtor: DebtorDraft, row: CheckedRow, doubts: Doubts): void {
    const { name, kind, reference } = row.person;
    if (name === '') return;
    const { key } = people.keyOf(name, kind);
    if (debtor.matchKey === '' && !debtor.known) {
      // An earlier row gave only the number; now the name is known.
      people.rename(debtor, name);
      return;
    }
    const rename = renames.get(debtor);
    if (key === debtor.matchKey || people.keyOf(name, null).key === debtor.matchKey) {
      if (rename) {
        renames.delete(debtor);
        doubts.push(doubtOf('name_differs', rename.name));
      }
      debtor.nameDoubted = true;
      return;
    }
    if (debtor.nameDoubted || rename?.key === key) {
      if (rename === undefined && debtor.known === false) return;
      if (rename === undefined) doubts.push(doubtOf('name_differs', name));
      return;
    }
    const renamed =
      debtor.known && reference !== '' && reference === debtor.reference && sharesWord(debtor.name, name);
    if (renamed && rename === undefined) renames.set(debtor, { line: row.line, name, key });
    else {
      renames.delete(debtor);
      debtor.nameDoubted = true;
      doubts.push(doubtOf('name_differs', name));
    }
  }

  function gather(
    debtor: DebtorDraft,
    account: AccountDraft | null,
    row: CheckedRow,
    doubts: Doubts,
  ): boolean {
    let added = false;
    people.gather(debtor, row.person, {
      unreadable: (what, text) =>
        void doubts.push(doubtOf(what === 'phone' ? 'phone_unreadable' : 'email_unreadable', text)),
      bornOtherwise: (day) => void doubts.push(doubtOf('birth_differs', day)),
      added(what, text) {
        added = true;
        if (debtor.known)
          changes.push({
            line: row.line,
            account,
            debtor,
            what,
            before: '',
            after: text,
            fix: { do: 'nothing' },
          });
      },
    });
    return added;
  }

  function touch(debtor: DebtorDraft): void {
    if (debtor.known) touchedKnown.add(debtor);
  }

  type Found =
    | { readonly account: AccountDraft | null; readonly debtor: DebtorDraft | null }
    | { readonly refused: Matched };

  /** Whom and what a row is about, as far as file and book have it. Makes nothing. */
  function findSubject(client: ClientDraft, row: CheckedRow): Found {
    const account = findAccount(client, row);
    if (account) {
      if (!people.isSame(account.debtor, row.person))
        return { refused: refuse('account_other_debtor', row.accountNumber, { name: account.debtor.name }) };
      return { account, debtor: account.debtor };
    }
    const found = debtorByExternal(client, row) ?? people.find(client, row.person, row.line);
    if (typeof found === 'number')
      return { refused: refuse('debtor_ambiguous', row.person.name, { count: found }) };
    if (found !== null && 'undecided' in found)
      return { refused: refuse('debtor_undecided', row.person.name) };
    return { account: null, debtor: found };
  }

  /** The same id of the other program on an earlier line of this file; notes the line otherwise. */
  function externalTwice(client: ClientDraft, row: CheckedRow): number | null {
    if (row.externalId === '') return null;
    const key = `${row.kind}\u0000${row.kind === 'bank_line' ? row.heldAt || plan.heldAt : client.name}\u0000${row.externalId}`;
    const line = externalLines.get(key);
    if (line !== undefined) return line;
    externalLines.set(key, row.line);
    return null;
  }

  // ---- charges --------------------------------------------------------------------------------------------

  function chargesOf(account: AccountDraft): BookCharge[] {
    account.charges ??=
      account.id === null
        ? []
        : listChargesOfAccount(store, account.id).map((charge) => ({ ...charge, used: false }));
    return account.charges;
  }

  function reliefsOf(account: AccountDraft) {
    account.reliefs ??=
      account.id === null
        ? []
        : listReliefsOfAccount(store, account.id).map((relief) => ({
            ...relief,
            used: false,
            leftCents: relief.cents,
          }));
    return account.reliefs;
  }

  /** A balance of another day than the opening one says nothing new as long as no file moved the account to another balance since. */
  function isOpeningStill(account: AccountDraft, row: ChargeRow): boolean {
    return row.balanceOnly && account.id !== null && readBalances(store, account.id).saidOn === null;
  }

  /** The charge of the book a row repeats, or one it says otherwise. */
  function findCharge(
    account: AccountDraft,
    row: ChargeRow,
  ): { readonly there: BookCharge } | { readonly differs: BookCharge } | null {
    const all = chargesOf(account);
    const external =
      row.externalId === '' ? null : findExternal(store, 'charge', row.externalId, account.client.id);
    const named = all.filter(
      (charge) =>
        !charge.used &&
        (external === null ? charge.reference === row.chargeReference : charge.entryId === external),
    );
    if (row.chargeReference === '' && external === null) {
      // Without a number, the same sum on the same day is the same charge, each counted once.
      const same = named.find(
        (charge) =>
          charge.cents === row.amountCents &&
          charge.reversed !== 'by_import' &&
          (!row.chargeDayKnown || charge.on === row.chargeOn || isOpeningStill(account, row)),
      );
      if (same) return { there: same };
      return null;
    }
    const standing = named.filter(({ reversed }) => reversed === null);
    const equal = standing.find(({ cents }) => cents === row.amountCents);
    if (equal) return { there: equal };
    const other = standing[0];
    if (other) return { differs: other };
    const byHand = named.filter(({ reversed }) => reversed === 'by_hand');
    const gone = byHand.find(({ cents }) => cents === row.amountCents);
    if (gone) return { there: gone };
    return byHand[0] ? { differs: byHand[0] } : null;
  }

  /** A row about a charge the book has with the same sum: due day, void, or more paid since. */
  function compareCharge(account: AccountDraft, charge: BookCharge, row: ChargeRow, doubts: Doubts): Matched {
    charge.used = true;
    if (charge.reversed !== null) return fateOf('alreadyThere', doubts);
    const frozen = account.closed || (account.id !== null && hasJudgment(store, account.id));
    if (row.void) {
      return change(account, row, doubts, frozen, {
        what: 'void',
        before: formatDollars(charge.cents),
        after: formatDollars(0),
        fix: { do: 'replace', charge, row: null },
      });
    }
    if (row.dueOn !== null && charge.dueOn !== row.dueOn && !frozen) {
      return change(account, row, doubts, frozen, {
        what: 'due_on',
        before: charge.dueOn ?? '',
        after: row.dueOn,
        fix: { do: 'replace', charge, row },
      });
    }
    account.filePaidCents += row.paidCents;
    if (row.paidCents > 0 && account.id !== null) {
      const met = sumMetOfCharge(store, charge.entryId);
      const paid = Math.min(row.paidCents, row.amountCents);
      if (paid > met && !frozen) {
        account.paidMore.push({ row, charge, cents: paid - met });
        paidMoreOn.add(account);
        return fateOf('changed', doubts);
      }
      if (paid < met) doubts.push(doubtOf('paid_less_than_book', '', { bookCents: met }));
    }
    return fateOf('alreadyThere', doubts);
  }

  function change(
    account: AccountDraft,
    row: ChargeRow,
    doubts: Doubts,
    frozen: boolean,
    said: Pick<ChangeDraft, 'what' | 'before' | 'after' | 'fix'>,
  ): Matched {
    const { debtor } = account;
    const bookCents = said.fix.do === 'replace' ? said.fix.charge.cents : row.amountCents;
    if (plan.changed === 'list' || frozen) {
      changes.push({ line: row.line, account, debtor, ...said, fix: { do: 'nothing' } });
      if (account.closed) return refuse('account_closed', account.number);
      return said.what === 'due_on'
        ? fateOf('alreadyThere', doubts)
        : refuse('reference_differs', row.chargeReference || account.number, { bookCents });
    }
    changes.push({ line: row.line, account, debtor, ...said });
    return fateOf('changed', doubts);
  }

  /** A balance without history of an account the book has: the difference to what the book says is owed. */
  function compareBalance(account: AccountDraft, row: ChargeRow, doubts: Doubts): Matched | null {
    if (account.id === null || (chargesOf(account).length === 0 && reliefsOf(account).length === 0))
      return null;
    const { bookCents, filesCents, saidOn } = readBalances(store, account.id);
    if (account.balanceSaid) return refuse('reference_differs', account.number, { bookCents });
    account.balanceSaid = true;
    if (row.amountCents === filesCents || row.amountCents === bookCents)
      return fateOf('alreadyThere', doubts);
    // The book was brought to the balance of a later day since: an older file has nothing to add.
    if (row.chargeDayKnown && saidOn !== null && row.chargeOn < saidOn) return fateOf('alreadyThere', doubts);
    const frozen = account.closed || hasJudgment(store, account.id);
    const on = row.chargeDayKnown && row.chargeOn <= plan.today ? row.chargeOn : plan.today;
    const before = formatDollars(bookCents);
    const after = formatDollars(row.amountCents);
    const said = change(account, row, doubts, frozen, {
      what: 'balance',
      before,
      after,
      fix: {
        do: 'adjust',
        cents: row.amountCents - bookCents,
        on,
        basis: `The file states a balance of ${after}; the book had ${before}`,
      },
    });
    return said.fate === 'refused' && !account.closed
      ? refuse('reference_differs', row.chargeReference || account.number, { bookCents })
      : said;
  }

  function takeCharge(row: ChargeRow): Matched {
    const client = clientOf(row.clientName);
    const found = findSubject(client, row);
    if ('refused' in found) return found.refused;
    const known =
      found.account ?? (found.debtor && row.accountNumber === '' ? ownAccountOf(found.debtor) : null);
    const paidOff = plan.paidItems === 'leave' && row.amountCents > 0 && row.paidCents >= row.amountCents;
    if ((row.void || paidOff || row.amountCents === 0) && !isInBook(known, row)) return plainly.leftOut;
    if (
      found.account === null &&
      found.debtor === null &&
      row.person.name === '' &&
      row.person.reference === ''
    )
      return refuse('account_unknown', row.accountNumber);

    const twice = externalTwice(client, row);
    if (twice !== null) return refuse('duplicate_reference', row.externalId, { line: twice });
    const debtor = found.debtor ?? makeDebtor(client, row);
    let account = known;
    if (account === null) {
      account = makeAccount(debtor, row.accountNumber, row);
      if (row.accountNumber === '') debtor.ownAccount = account;
    }
    touch(debtor);
    if (row.chargeReference !== '') {
      const key = row.amountCents < 0 ? `- ${row.chargeReference}` : row.chargeReference;
      const before = account.linesByReference.get(key);
      if (before !== undefined) {
        return before.cents === row.amountCents
          ? refuse('duplicate_reference', row.chargeReference, { line: before.line })
          : refuse('duplicate_differs', row.chargeReference, { line: before.line, cents: before.cents });
      }
      account.linesByReference.set(key, { line: row.line, cents: row.amountCents });
    }
    const doubts: Doubts = [];
    if (row.amountCents < 0) return takeNegative(debtor, account, row, doubts);
    if (account.known) {
      const charge = findCharge(account, row);
      const compared =
        charge === null
          ? row.balanceOnly && row.chargeReference === ''
            ? compareBalance(account, row, doubts)
            : null
          : 'there' in charge
            ? compareCharge(account, charge.there, row, doubts)
            : changedSum(account, charge.differs, row, doubts);
      if (compared !== null) {
        if (compared.fate === 'refused') return compared;
        compareName(debtor, row, doubts);
        const added = gather(debtor, account, row, doubts);
        return fateOf(compared.fate === 'alreadyThere' && added ? 'changed' : compared.fate, doubts);
      }
      if (account.closed) return refuse('account_closed', account.number);
    }
    compareName(debtor, row, doubts);
    gather(debtor, account, row, doubts);
    describe(account, row);
    account.filePaidCents += row.paidCents;
    charges.push({ account, row, entryId: null });
    return fateOf('written', doubts);
  }

  function changedSum(account: AccountDraft, charge: BookCharge, row: ChargeRow, doubts: Doubts): Matched {
    charge.used = true;
    if (charge.reversed === 'by_hand')
      return refuse('reversed_by_hand', row.chargeReference, { bookCents: charge.cents });
    const frozen = account.closed || (account.id !== null && hasJudgment(store, account.id));
    account.filePaidCents += row.paidCents;
    const said = change(account, row, doubts, frozen, {
      what: row.void ? 'void' : 'amount',
      before: formatDollars(charge.cents),
      after: formatDollars(row.void ? 0 : row.amountCents),
      fix: { do: 'replace', charge, row: row.void ? null : row },
    });
    if (said.fate !== 'changed' || row.void || row.paidCents === 0) return said;
    const met = sumMetOfCharge(store, charge.entryId);
    const paid = Math.min(row.paidCents, row.amountCents);
    if (paid > met) {
      account.paidMore.push({ row, charge, cents: paid - met });
      paidMoreOn.add(account);
    }
    return said;
  }

  function isInBook(account: AccountDraft | null, row: ChargeRow): boolean {
    if (account === null || !account.known) return false;
    if (findCharge(account, row) !== null) return true;
    return (
      row.balanceOnly &&
      row.chargeReference === '' &&
      (chargesOf(account).length > 0 || reliefsOf(account).length > 0)
    );
  }

  /** A credit, or a balance below zero: held against the book like any other, so that no file takes it off twice. */
  function compareNegative(account: AccountDraft, row: ChargeRow, on: Day, doubts: Doubts): Matched | null {
    const cents = -row.amountCents;
    if (row.chargeReference !== '') {
      const named = reliefsOf(account).filter(
        (one) => !one.used && one.kind === 'credit' && one.reference === row.chargeReference,
      );
      const there = named.find((one) => one.cents === cents) ?? named.find(({ standing }) => standing === 1);
      const found = there ?? named[0];
      if (found) {
        found.used = true;
        if (found.cents === cents) return fateOf('alreadyThere', doubts);
        return refuse(found.standing === 1 ? 'reference_differs' : 'reversed_by_hand', row.chargeReference, {
          bookCents: -found.cents,
        });
      }
    }
    if (isReliefThere(account, 'credit', row.chargeDayKnown ? on : null, cents, row.chargeReference))
      return fateOf('alreadyThere', doubts);
    return row.balanceOnly && row.chargeReference === '' ? compareBalance(account, row, doubts) : null;
  }

  function takeNegative(debtor: DebtorDraft, account: AccountDraft, row: ChargeRow, doubts: Doubts): Matched {
    const cents = -row.amountCents;
    const on = row.chargeOn <= plan.today ? row.chargeOn : plan.today;
    const compared = account.known ? compareNegative(account, row, on, doubts) : null;
    if (compared !== null) {
      if (compared.fate === 'refused') return compared;
      compareName(debtor, row, doubts);
      const added = gather(debtor, account, row, doubts);
      return fateOf(compared.fate === 'alreadyThere' && added ? 'changed' : compared.fate, doubts);
    }
    if (account.closed) return refuse('account_closed', account.number);
    compareName(account.debtor, row, doubts);
    gather(account.debtor, account, row, doubts);
    describe(account, row);
    reliefs.push({
      account,
      kind: 'credit',
      line: row.line,
      on,
      cents,
      method: null,
      reference: row.chargeReference,
      basis: 'Credit of the file',
      memo: row.memo,
      externalId: row.externalId,
      externalKind: 'credit',
      charge: null,
    });
    return fateOf('written', doubts);
  }

  /** `on` is `null` where the file gives no day. */
  function isReliefThere(
    account: AccountDraft,
    kind: 'payment' | 'credit',
    on: Day | null,
    cents: number,
    reference: string,
  ) {
    const relief = reliefsOf(account).find(
      (one) =>
        !one.used &&
        (kind === 'credit') === (one.kind === 'credit') &&
        one.cents === cents &&
        (on === null || one.on === on) &&
        (one.reference === reference || one.reference === '' || reference === ''),
    );
    if (relief) relief.used = true;
    return relief !== undefined;
  }

  /**
   * Whether a payment is in what its invoice came in with as paid: an export of invoices and one of payments of the same program tell
   * of the same money. One that fits only in part contradicts what is there.
   */
  function paidWithInvoice(account: AccountDraft, row: MoneyRow): 'all' | 'part' | 'no' {
    if (row.chargeReference === '') return 'no';
    const paid = reliefsOf(account).find(
      (one) =>
        !one.used &&
        one.standing === 1 &&
        one.leftCents > 0 &&
        one.reference === row.chargeReference &&
        one.withInvoiceOn !== null &&
        row.on <= one.withInvoiceOn,
    );
    if (paid === undefined) return 'no';
    if (row.amountCents > paid.leftCents) return 'part';
    paid.leftCents -= row.amountCents;
    return 'all';
  }

  /** What the row says of the account itself, where nothing was said before. */
  function describe(account: AccountDraft, row: ChargeRow | PersonRow): void {
    if (account.known) return;
    const said = row.account;
    if (row.kind === 'charge' && said.openedOn === null && row.chargeOn < account.openedOn)
      account.openedOn = row.chargeOn;
    if (said.openedOn !== null && said.openedOn < account.openedOn) account.openedOn = said.openedOn;
    if (account.originalCreditor === '') account.originalCreditor = said.originalCreditor;
    account.debtType ??= said.debtType;
    account.placedOn ??= said.placedOn;
  }

  function makeDebtor(client: ClientDraft, row: CheckedRow): DebtorDraft {
    const debtor = people.make(client, row.person);
    if (row.kind === 'debtor') debtor.externalId = row.externalId;
    newDebtors.push(debtor);
    return debtor;
  }

  // ---- people and accounts without a sum ------------------------------------------------------------------

  /** Somebody without a sum gets an account too, with nothing owed: without one nobody could find them. */
  function takePerson(row: PersonRow): Matched {
    const client = clientOf(row.clientName);
    const found = findSubject(client, row);
    if ('refused' in found) return found.refused;
    if (found.debtor === null && row.person.name === '' && row.person.reference === '')
      return refuse(row.kind === 'account' ? 'debtor_missing' : 'debtor_unknown', row.accountNumber);
    const twice = externalTwice(client, row);
    if (twice !== null) return refuse('duplicate_reference', row.externalId, { line: twice });
    const doubts: Doubts = [];
    const isNew = found.debtor === null;
    const debtor = found.debtor ?? makeDebtor(client, row);
    touch(debtor);
    let account = found.account ?? (row.accountNumber === '' ? ownAccountOf(debtor) : null);
    const hasAccount = account !== null;
    if (account === null) {
      account = makeAccount(debtor, row.accountNumber, row);
      if (row.accountNumber === '') debtor.ownAccount = account;
    }
    compareName(debtor, row, doubts);
    const added = gather(debtor, account, row, doubts);
    describe(account, row);
    if (isNew || !hasAccount) return fateOf('written', doubts);
    if (added) return fateOf(debtor.known ? 'changed' : 'written', doubts);
    return fateOf('alreadyThere', doubts);
  }

  function takeReach(row: PersonRow): Matched {
    const found = findSubject(clientOf(row.clientName), row);
    if ('refused' in found) return found.refused;
    const { debtor } = found;
    if (debtor === null)
      return refuse('debtor_unknown', row.person.name || row.accountNumber || row.person.reference);
    touch(debtor);
    const doubts: Doubts = [];
    const added = gather(debtor, found.account, row, doubts);
    return fateOf(added ? (debtor.known ? 'changed' : 'written') : 'alreadyThere', doubts);
  }

  // ---- money ----------------------------------------------------------------------------------------------

  /** Every charge is taken by the time somebody asks; most files never do. */
  function chargesNamed(client: ClientDraft): ReadonlyMap<string, ChargeDraft> {
    if (byChargeReference === null) {
      byChargeReference = new Map();
      for (const draft of charges) {
        const { chargeReference, clientName } = draft.row;
        if (chargeReference === '') continue;
        const of = clientOf(clientName);
        const own = byChargeReference.get(of) ?? new Map<string, ChargeDraft>();
        byChargeReference.set(of, own);
        if (!own.has(chargeReference)) own.set(chargeReference, draft);
      }
    }
    return byChargeReference.get(client) ?? noCharges;
  }

  function chargeNamed(
    client: ClientDraft,
    reference: string,
  ): ReliefDraft['charge'] | { account: AccountDraft } | null {
    if (reference === '') return null;
    const draft = chargesNamed(client).get(reference);
    if (draft) return draft;
    if (client.id === null) return null;
    if (client.bookReferences === null) {
      client.bookReferences = new Map();
      for (const { reference: name, ...charge } of listReferencesOfClient(store, client.id))
        client.bookReferences.set(name, charge);
    }
    const book = client.bookReferences.get(reference);
    if (!book) return null;
    const account = accountById(client, book.accountId);
    return account === null ? null : { entryId: book.entryId, account };
  }

  type Target = { readonly account: AccountDraft; readonly charge: ReliefDraft['charge'] };

  /** Whose a payment is; `null` when nobody can say. */
  function targetOf(client: ClientDraft, row: MoneyRow): Target | null {
    const charge = chargeNamed(client, row.chargeReference);
    const byNumber = findAccount(client, row);
    if (charge !== null && 'account' in charge) {
      const { account } = charge;
      const fits = (byNumber === null || byNumber === account) && people.isSame(account.debtor, row.person);
      return fits
        ? { account, charge: 'entryId' in charge ? (charge as ReliefDraft['charge']) : null }
        : null;
    }
    if (byNumber)
      return people.isSame(byNumber.debtor, row.person) ? { account: byNumber, charge: null } : null;
    if (row.accountNumber !== '') return null;
    if (row.person.name === '' && row.person.reference === '') return null;
    const debtor = people.find(client, row.person, row.line);
    if (debtor === null || typeof debtor === 'number' || 'undecided' in debtor) return null;
    const open = allAccountsOf(debtor).filter(({ closed }) => !closed);
    const [only] = open;
    return only !== undefined && open.length === 1 ? { account: only, charge: null } : null;
  }

  function takeMoney(row: MoneyRow): Matched {
    const client = clientOf(row.clientName);
    const doubts: Doubts = [];
    const twice = externalTwice(client, row);
    if (twice !== null) return refuse('duplicate_reference', row.externalId, { line: twice });
    // What waits since an earlier file, or waited and was decided, is not money that came in once more.
    const item = row.kind === 'credit' ? null : incomingOf(client, row);
    if (item !== null && hasIncoming(store, item)) return plainly.alreadyThere;
    if (item !== null && row.kind === 'bank_line') return wait(client, row, item, doubts);
    if (row.kind === 'bank_line') throw new Error('a bank line is money that waits');
    if (row.externalId !== '' && findExternal(store, row.kind, row.externalId, client.id) !== null)
      return plainly.alreadyThere;
    const target = row.amountCents > 0 ? targetOf(client, row) : null;
    if (target === null || target.account.closed) {
      if (item !== null) return wait(client, row, item, doubts);
      return target === null
        ? refuse('account_unknown', row.person.name || row.accountNumber || row.chargeReference)
        : refuse('account_closed', target.account.number);
    }
    const { account, charge } = target;
    if (item !== null && account.id !== null) {
      // Written off, or in dispute and not named by the payer: the rules of payments decide, not the file.
      const named = charge !== null || row.accountNumber !== '';
      if (hasWriteOff(store, account.id) || (!named && isDisputed(store, account.id, plan.today)))
        return wait(client, row, item, doubts);
    }
    const reference = row.reference || row.checkNumber || (charge === null ? row.chargeReference : '');
    if (account.known && isReliefThere(account, row.kind, row.on, row.amountCents, reference))
      return plainly.alreadyThere;
    const within = account.known && row.kind === 'payment' ? paidWithInvoice(account, row) : 'no';
    if (within === 'all') {
      doubts.push({ code: 'paid_with_invoice', column: null, value: row.chargeReference, params: {} });
      return fateOf('alreadyThere', doubts);
    }
    if (within === 'part' && item !== null) return wait(client, row, item, doubts);
    touch(account.debtor);
    account.filePaidCents += row.kind === 'payment' ? row.amountCents : 0;
    reliefs.push({
      account,
      kind: row.kind,
      line: row.line,
      on: row.on,
      cents: row.amountCents,
      method: row.kind === 'payment' ? row.method : null,
      reference,
      basis: row.kind === 'payment' ? 'Paid before the import' : 'Credit of the file',
      memo: row.methodText === '' ? row.memo : joinMemo(row.methodText, row.memo),
      externalId: row.externalId,
      externalKind: row.kind,
      charge,
    });
    return fateOf('written', doubts);
  }

  /** A row of money as it waits when nobody can say whose it is. */
  function incomingOf(client: ClientDraft, row: MoneyRow): IncomingItem {
    const isBank = row.kind === 'bank_line';
    const isRemittance = plan.source === 'x12.835';
    const said = {
      receivedOn: row.on,
      amountCents: row.amountCents,
      payer: row.payer === '' ? row.person.name : row.payer,
      reference: row.reference,
      checkNumber: row.checkNumber,
      memo: row.memo,
    };
    const kind = isRemittance ? 'remittance' : isBank ? 'bank' : 'file';
    // Numbers of a client's own program and its accounts mean nothing beside those of another client.
    const about = [
      client.name,
      row.accountNumber,
      row.chargeReference,
      row.person.reference,
      row.person.name,
    ];
    const ownId = kind === 'file' ? `${client.name}: ${row.externalId}` : row.externalId;
    return {
      ...said,
      kind,
      heldAt: row.heldAt || (isRemittance ? row.payer : isBank ? plan.heldAt : ''),
      externalId: row.externalId === '' ? rowIds(said, kind === 'file' ? about : []) : ownId,
      currency: 'USD',
      method: row.methodText === '' ? (row.method === 'other' ? '' : row.method) : row.methodText,
      details: {
        clientId: client.id,
        accountNumber: row.accountNumber || undefined,
        chargeReference: row.chargeReference || undefined,
        debtorReference: row.person.reference || undefined,
        debtorName: row.person.name || undefined,
        facts: row.facts,
      },
    };
  }

  /** Money whose account is not known is kept until somebody says whose it is. */
  function wait(client: ClientDraft, row: MoneyRow, item: IncomingItem, doubts: Doubts): Matched {
    waiting.push({ line: row.line, item, client });
    const { payer: paidBy } = item;
    if (row.kind !== 'bank_line') doubts.push(doubtOf('money_waits', paidBy || row.accountNumber));
    return fateOf('waiting', doubts);
  }

  /** How often this was seen in the file before. */
  function seenOnceMore(key: string): number {
    const before = sameSeen.get(key) ?? 0;
    sameSeen.set(key, before + 1);
    return before;
  }

  // ---- what was said --------------------------------------------------------------------------------------

  function accountFor(
    row: NoteRow | ContactRow,
  ): { readonly account: AccountDraft } | { readonly refused: Matched } {
    const found = findSubject(clientOf(row.clientName), row);
    if ('refused' in found) return found;
    const account =
      found.account ??
      (found.debtor === null || row.accountNumber !== '' ? null : ownAccountOf(found.debtor));
    if (account === null)
      return {
        refused:
          row.accountNumber === ''
            ? refuse('debtor_unknown', row.person.name || row.person.reference)
            : refuse('account_unknown', row.accountNumber),
      };
    return { account };
  }

  function takeNote(row: NoteRow): Matched {
    const found = accountFor(row);
    if ('refused' in found) return found.refused;
    const { account } = found;
    if (account.id !== null) {
      const text = noteText(row);
      const there = countSameNotes(store, account.id, text);
      if (seenOnceMore(`note ${account.id} ${text}`) < there) return plainly.alreadyThere;
    }
    touch(account.debtor);
    notes.push({ account, row });
    return plainly.written;
  }

  function takeContact(row: ContactRow): Matched {
    const found = accountFor(row);
    if ('refused' in found) return found.refused;
    const { account } = found;
    const { on, minute } = row.at;
    const noon = 12 * 60;
    const clock = minute ?? noon;
    const wall = `${String(Math.trunc(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`;
    const at = Math.min(instantOf(on, wall, plan.zone), plan.now);
    if (account.id !== null) {
      const same = {
        accountId: account.id,
        at,
        channel: row.channel,
        direction: row.direction,
        outcome: row.outcome,
      };
      const there = countSameContacts(store, same);
      if (seenOnceMore(`contact ${JSON.stringify(same)}`) < there) return plainly.alreadyThere;
    }
    touch(account.debtor);
    contacts.push({ account, row, at });
    return plainly.written;
  }

  // ---- the end --------------------------------------------------------------------------------------------

  /** More paid by the file than the book has received on the account in all: payments of since the last import. */
  function settlePaid(): void {
    for (const account of paidMoreOn) {
      let received = 0;
      for (const { kind, cents, standing } of reliefsOf(account))
        if (kind !== 'credit' && standing === 1) received += cents;
      let left = Math.max(0, account.filePaidCents - received);
      for (const { row, charge, cents } of account.paidMore) {
        const more = Math.min(cents, left);
        if (more <= 0) continue;
        left -= more;
        const relief: ReliefDraft = {
          account,
          kind: 'payment',
          line: row.line,
          on: row.paidDayKnown ? row.paidOn : plan.today,
          cents: more,
          method: null,
          reference: row.chargeReference,
          basis: row.paidDayKnown
            ? 'Paid before this import'
            : 'Paid before this import; day not given, the day of the import stands in',
          memo: '',
          externalId: '',
          externalKind: '',
          charge: { entryId: charge.entryId },
        };
        changes.push({
          line: row.line,
          account,
          debtor: account.debtor,
          what: 'paid',
          before: formatDollars(row.paidCents - cents),
          after: formatDollars(row.paidCents),
          fix: plan.changed === 'list' ? { do: 'nothing' } : { do: 'pay', relief },
        });
      }
    }
  }

  return {
    asked: people.asked,
    take(row) {
      switch (row.kind) {
        case 'charge':
          return takeCharge(row);
        case 'debtor':
        case 'account':
          return takePerson(row);
        case 'phone':
        case 'address':
          reachRows.push(row);
          return null;
        default:
          laterRows.push(row);
          return null;
      }
    },

    finish(tell) {
      for (const row of reachRows) tell(row, takeReach(row));
      for (const row of laterRows) {
        if (row.kind === 'note') tell(row, takeNote(row));
        else if (row.kind === 'contact') tell(row, takeContact(row));
        else tell(row, takeMoney(row));
      }
      settlePaid();
      for (const [debtor, { line, name }] of renames) {
        changes.push({
          line,
          account: debtor.ownAccount,
          debtor,
          what: 'name',
          before: debtor.name,
          after: name,
          fix: plan.changed === 'list' ? { do: 'nothing' } : { do: 'rename', name },
        });
        touchedKnown.add(debtor);
      }
      numberAccounts(store, accounts);
      return {
        clients: [ownClient, ...clients.values()],
        debtors: [...newDebtors, ...touchedKnown],
        accounts,
        charges,
        reliefs,
        waiting,
        notes,
        contacts,
        changes: changes.sort((a, b) => a.line - b.line),
        knownDebtors: touchedKnown.size,
      };
    },
  };
}

export function noteText({ text, at }: NoteRow): string {
  return at === null ? text : `${at.on}: ${text}`;
}

function joinMemo(first: string, second: string): string {
  return second === '' ? first : `${first} · ${second}`;
}

/** Whether two names have a word of more than one letter in common. */
function sharesWord(a: string, b: string): boolean {
  const words = new Set(foldWords(a).split(' '));
  return foldWords(b)
    .split(' ')
    .some((word) => word.length > 1 && words.has(word));
}

function blankAccount(debtor: DebtorDraft, number: string): AccountDraft {
  return {
    id: null,
    known: false,
    client: debtor.client,
    debtor,
    number,
    originalCreditor: '',
    debtType: null,
    openedOn: '',
    placedOn: null,
    closed: false,
    externalId: '',
    linesByReference: new Map(),
    charges: [],
    reliefs: [],
    balanceSaid: false,
    filePaidCents: 0,
    paidMore: [],
  };
}

/** A new account without a number takes its debtor's reference if that is free, else the client's next number. */
function numberAccounts(store: Store, accounts: readonly AccountDraft[]): void {
  const next = new Map<ClientDraft, number>();
  const used = new Map<ClientDraft, Set<string>>();
  for (const account of accounts) {
    if (account.number !== '') continue;
    const { client, debtor } = account;
    const { id } = client;
    const taken = used.get(client) ?? new Set(client.byNumber.keys());
    used.set(client, taken);
    const isFree = (number: string) =>
      !taken.has(number) && (id === null || !isNumberTaken(store, id, number));
    let number = debtor.reference;
    if (number === '' || !isFree(number)) {
      let candidate = next.get(client) ?? (id === null ? 1001 : Number(nextNumber(store, id)));
      while (!isFree(String(candidate))) candidate += 1;
      next.set(client, candidate);
      number = String(candidate);
    }
    account.number = number;
    taken.add(number);
  }
}
