/**
 * Who a row is about, among the people of its client in the file and in the book. A reference decides alone; without one, a name
 * must agree and neither phone nor ZIP code may contradict; when several people fit, the row is refused and not guessed.
 */
import type { Day } from '../../../shared/domain/days.ts';
import type { DebtorKind } from '../../../shared/domain/debtor.ts';
import type { RowPerson } from '../../../shared/domain/import/rows/row-types.ts';
import { foldWords, guessKind, matchKeyOf } from '../../../shared/domain/names.ts';
import { type Phone, readPhone } from '../../../shared/domain/phone.ts';
import {
  findDebtorByReference,
  listDebtorNames,
  listKnownContactData,
} from '../store/queries/import-known.ts';
import type { Store } from '../store/store.ts';
import { type ClientDraft, type DebtorDraft, emptyDebtor, type NewPhone } from './import-drafts.ts';

export type PeoplePlan = { readonly debtorKind: DebtorKind | 'guess'; readonly today: Day };

export type People = {
  /** The person, `null` for one still to be made, or how many it could be. */
  find(client: ClientDraft, person: RowPerson): DebtorDraft | null | number;
  make(client: ClientDraft, person: RowPerson): DebtorDraft;
  /** The draft of somebody the book has. */
  known(
    client: ClientDraft,
    facts: {
      readonly id: number;
      readonly name: string;
      readonly kind: DebtorKind;
      readonly reference: string;
    },
  ): DebtorDraft;
  isSame(debtor: DebtorDraft, person: RowPerson): boolean;
  keyOf(name: string, kind: DebtorKind | null): { readonly key: string; readonly kind: DebtorKind };
  rename(debtor: DebtorDraft, name: string): void;
  /** What of a row's phones, e-mails and address is new to its debtor; what cannot be read is told. */
  gather(
    debtor: DebtorDraft,
    person: RowPerson,
    tell: {
      unreadable(what: 'phone' | 'email', text: string): void;
      added(what: 'phone' | 'email' | 'address', text: string): void;
    },
  ): void;
};

export function makePeopleByName(store: Store, plan: PeoplePlan): People {
  /** Debtors of the book by id, so that name and reference lead to one draft. */
  const byId = new Map<number, DebtorDraft>();
  const keys = new Map<string, { key: string; kind: DebtorKind }>();
  const phonesRead = new Map<string, Phone | null>();

  function keyOf(name: string, said: DebtorKind | null): { key: string; kind: DebtorKind } {
    const wanted = said ?? plan.debtorKind;
    const asked = `${wanted} ${name}`;
    let found = keys.get(asked);
    if (!found) {
      const kind = wanted === 'guess' ? guessKind(name) : wanted;
      found = { key: matchKeyOf(name, kind), kind };
      keys.set(asked, found);
    }
    return found;
  }

  function phoneOf(text: string): Phone | null {
    let phone = phonesRead.get(text);
    if (phone === undefined) {
      phone = readPhone(text);
      phonesRead.set(text, phone);
    }
    return phone;
  }

  function listByName(debtor: DebtorDraft): void {
    if (debtor.matchKey === '') return;
    const { byName } = debtor.client;
    const namesakes = byName.get(debtor.matchKey);
    if (namesakes) namesakes.push(debtor);
    else byName.set(debtor.matchKey, [debtor]);
  }

  function known(client: ClientDraft, facts: Parameters<People['known']>[1]): DebtorDraft {
    const seen = byId.get(facts.id);
    if (seen) return seen;
    const debtor: DebtorDraft = {
      ...emptyDebtor(client),
      id: facts.id,
      known: true,
      name: facts.name,
      kind: facts.kind,
      reference: facts.reference,
      // Compared as a row would be, so that both sides go by one kind of key.
      matchKey: keyOf(facts.name, null).key,
    };
    byId.set(facts.id, debtor);
    if (facts.reference !== '' && !client.byReference.has(facts.reference))
      client.byReference.set(facts.reference, debtor);
    listByName(debtor);
    return debtor;
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

  return {
    keyOf,
    known,
    find(client, person) {
      if (person.reference !== '') {
        const seen = client.byReference.get(person.reference);
        if (seen) return seen;
        const facts = client.id === null ? null : findDebtorByReference(store, client.id, person.reference);
        return facts ? known(client, facts) : null;
      }
      if (!client.namesRead && client.id !== null) {
        client.namesRead = true;
        for (const facts of listDebtorNames(store, client.id)) known(client, facts);
      }
      if (person.name === '') return null;
      const namesakes = client.byName.get(keyOf(person.name, person.kind).key);
      if (namesakes === undefined) return null;
      const numbers = person.phones
        .map(({ text }) => phoneOf(text)?.number ?? '')
        .filter((number) => number !== '');
      const postal =
        person.address === null || person.address.postalCode === ''
          ? ''
          : postalKey(person.address.postalCode);
      const fitting: DebtorDraft[] = [];
      const proven: DebtorDraft[] = [];
      for (const namesake of namesakes) {
        readContactData(namesake);
        const phoneAgrees = numbers.some((number) => namesake.phones.has(number));
        const postalAgrees = postal !== '' && namesake.postalCodes.has(postal);
        const phoneContradicts = numbers.length > 0 && namesake.phones.size > 0 && !phoneAgrees;
        const postalContradicts = postal !== '' && namesake.postalCodes.size > 0 && !postalAgrees;
        const bornOtherwise =
          person.birthOn !== null && namesake.birthOn !== null && person.birthOn !== namesake.birthOn;
        if (bornOtherwise) continue;
        if (phoneAgrees || (postalAgrees && !phoneContradicts)) proven.push(namesake);
        else if (!phoneContradicts && !postalContradicts) fitting.push(namesake);
      }
      const best = proven.length > 0 ? proven : fitting;
      return best.length > 1 ? best.length : (best[0] ?? null);
    },
    make(client, person) {
      const named = person.name === '' ? null : keyOf(person.name, person.kind);
      const debtor: DebtorDraft = {
        ...emptyDebtor(client),
        name: person.name === '' ? person.reference : person.name,
        // A bare number says nothing about who it is; a consumer has the stronger protection.
        kind: person.kind ?? named?.kind ?? (plan.debtorKind === 'guess' ? 'consumer' : plan.debtorKind),
        reference: person.reference,
        matchKey: named?.key ?? '',
      };
      if (person.reference !== '') client.byReference.set(person.reference, debtor);
      listByName(debtor);
      return debtor;
    },
    isSame(debtor, person) {
      if (person.reference !== '' && debtor.reference !== '') return person.reference === debtor.reference;
      return (
        person.name === '' ||
        debtor.matchKey === '' ||
        keyOf(person.name, person.kind).key === debtor.matchKey
      );
    },
    rename(debtor, name) {
      debtor.name = name;
      debtor.matchKey = keyOf(name, null).key;
      listByName(debtor);
    },
    gather(debtor, person, tell) {
      debtor.birthOn ??= person.birthOn;
      if (debtor.parentName === '') debtor.parentName = person.parentName;
      if (debtor.parentReference === '') debtor.parentReference = person.parentReference;
      for (const alias of person.aliases) {
        if (!debtor.aliases.includes(alias) && foldWords(alias) !== foldWords(debtor.name))
          debtor.aliases.push(alias);
      }
      if (person.phones.length === 0 && person.emails.length === 0 && person.address === null) return;
      readContactData(debtor);
      for (const { kind, text } of person.phones) {
        const phone = phoneOf(text);
        const number = phone?.number ?? text.replace(/\D/g, '');
        if (debtor.phones.has(number)) continue;
        debtor.phones.add(number);
        // What holds no digit at all (`none`, `unlisted`) is no number; it is only pointed out.
        if (!phone) tell.unreadable('phone', text);
        if (number === '') continue;
        const added: NewPhone = { kind, ...(phone ?? { number, display: text }) };
        debtor.newPhones.push(added);
        tell.added('phone', added.display);
      }
      for (const email of person.emails) {
        if (debtor.emails.has(email.toLowerCase())) continue;
        debtor.emails.add(email.toLowerCase());
        if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) tell.unreadable('email', email);
        else {
          debtor.newEmails.push(email);
          tell.added('email', email);
        }
      }
      const { address } = person;
      if (address === null) return;
      const key = addressKey(address);
      if (debtor.addresses.has(key)) return;
      debtor.addresses.add(key);
      if (address.postalCode !== '') debtor.postalCodes.add(postalKey(address.postalCode));
      debtor.newAddresses.push(address);
      tell.added(
        'address',
        [address.line1, address.line2, address.city, address.region, address.postalCode]
          .filter((part) => part !== '')
          .join(', '),
      );
    },
  };
}

type PlainAddress = {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
};

function addressKey(address: PlainAddress): string {
  return [address.line1, address.line2, address.city, address.region, postalKey(address.postalCode)]
    .map(foldWords)
    .join('|');
}

/** ZIP and ZIP+4 of one place are one; other codes compare without blanks. */
function postalKey(code: string): string {
  const zip = /^(\d{5})(-?\d{4})?$/.exec(code.trim());
  return zip?.[1] ?? code.replace(/\s/g, '').toUpperCase();
}
