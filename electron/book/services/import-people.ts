/**
 * Who a row is about, among the people of its client in the file and in the book. Ids decide alone; else the score of
 * `match-person.ts`: what can hardly be another is the same, what only fits is asked about and refused until somebody says whose
 * row it is, everything else is somebody new. The user's word stands above the score; what they are called in the file is then kept
 * as another name, so that the next file finds them without asking.
 *
 * Of the file's own people only those are joined that are the same without asking: nobody could be asked about somebody who is
 * not in the book yet.
 */
import type { ImportPlan, PersonAsked } from '../../../shared/contract/imports.ts';
import { type Day, spellDay } from '../../../shared/domain/days.ts';
import type { DebtorKind } from '../../../shared/domain/debtor.ts';
import {
  certainFrom,
  clearBy,
  likelyFrom,
  nameKeys,
  namesFit,
  namesTouch,
  type Person,
  type PersonScore,
  personOf,
  postalKey,
  scorePerson,
  weakKeys,
} from '../../../shared/domain/import/match-person.ts';
import type { RowAddress, RowPerson } from '../../../shared/domain/import/rows/row-types.ts';
import { foldWords, guessKind, matchKeyOf } from '../../../shared/domain/names.ts';
import { type Phone, readPhone } from '../../../shared/domain/phone.ts';
import { personReason } from '../../../shared/text/person-words.ts';
import { type DebtorName, findDebtorByReference, listDebtorNames } from '../store/queries/import-known.ts';
import { type PersonExtras, readPeopleExtras } from '../store/queries/import-people.ts';
import type { Store } from '../store/store.ts';
import { type ClientDraft, type DebtorDraft, emptyDebtor, type NewPhone } from './import-drafts.ts';

export type PeoplePlan = {
  readonly debtorKind: DebtorKind | 'guess';
  readonly today: Day;
  /** The user's word, by the key the dry run asked under. */
  readonly people: ImportPlan['people'];
};

/** Somebody the user has to say the identity of first. */
export type Undecided = { readonly undecided: true };

export type PeopleAsked = {
  readonly people: PersonAsked[];
  readonly peopleCount: number;
  readonly undecided: number;
};

export type People = {
  /** The person, `null` for one still to be made, how many of the file it could be, or that it is to be asked. */
  find(client: ClientDraft, person: RowPerson, line: number): DebtorDraft | null | number | Undecided;
  make(client: ClientDraft, person: RowPerson): DebtorDraft;
  /** The draft of somebody the book has. */
  known(client: ClientDraft, facts: DebtorName): DebtorDraft;
  /** Whether a row whose account number says who it is can be about them. */
  isSame(debtor: DebtorDraft, person: RowPerson): boolean;
  keyOf(name: string, kind: DebtorKind | null): { readonly key: string; readonly kind: DebtorKind };
  rename(debtor: DebtorDraft, name: string): void;
  /** What of a row's phones, e-mails and address is new to its debtor; what cannot be read is told. */
  gather(
    debtor: DebtorDraft,
    person: RowPerson,
    tell: {
      unreadable(what: 'phone' | 'email', text: string): void;
      /** The book, or an earlier row, has another birth date; that one stays. */
      bornOtherwise(day: Day): void;
      added(what: 'phone' | 'email' | 'address', text: string): void;
    },
  ): void;
  /** Who was asked about or not plainly the same; undecided ones first. */
  asked(): PeopleAsked;
};

const peopleListed = 500;
const candidatesListed = 5;
/** Namesakes beyond these are no help in telling who somebody is. */
const comparedAtMost = 200;

/** Somebody a row may be about: of the book, or met earlier in the file. */
type Candidate = {
  readonly facts: DebtorName | null;
  /** Made when a row is first taken for them. */
  debtor: DebtorDraft | null;
  person: Person | null;
};

type ClientPeople = {
  readonly strong: Map<string, Candidate[]>;
  /** Of the book's people alone; made when first needed. */
  weak: Map<string, Candidate[]> | null;
  readonly book: Map<number, Candidate>;
  readonly extras: ReadonlyMap<number, PersonExtras>;
  /** Whom the rows of one description are about. */
  readonly found: Map<string, DebtorDraft>;
  /** Names of those to be asked about: a row that gives no more than such a name is asked about too. */
  readonly openNames: Set<string>;
  /** Whether anybody of the book has no number of the client. */
  readonly someUnnumbered: boolean;
};

type Asked = {
  readonly person: RowPerson;
  readonly client: ClientPeople;
  readonly line: number;
  readonly candidates: readonly { readonly candidate: Candidate; readonly score: PersonScore }[];
  readonly standing: PersonAsked['standing'];
  readonly debtorId: number | null;
  rows: number;
  lastLine: number;
};

export function makePeople(store: Store, plan: PeoplePlan): People {
  const byId = new Map<number, DebtorDraft>();
  // By kind first: put together with the name, it would be a new text to build and hash with every row.
  const keys = {
    guess: new Map<string, { key: string; kind: DebtorKind }>(),
    consumer: new Map<string, { key: string; kind: DebtorKind }>(),
    business: new Map<string, { key: string; kind: DebtorKind }>(),
  };
  const phonesRead = new Map<string, Phone | null>();
  const clients = new Map<ClientDraft, ClientPeople>();
  const candidates = new Map<DebtorDraft, Candidate>();
  const choices = new Map(plan.people.map(({ key, debtorId }) => [key, debtorId]));
  const asked = new Map<string, Asked>();
  /** Descriptions of which nothing is new any more. */
  const gathered = new Map<DebtorDraft, Set<string>>();

  function keyOf(name: string, said: DebtorKind | null): { key: string; kind: DebtorKind } {
    const wanted = said ?? plan.debtorKind;
    let found = keys[wanted].get(name);
    if (!found) {
      const kind = wanted === 'guess' ? guessKind(name) : wanted;
      found = { key: matchKeyOf(name, kind), kind };
      keys[wanted].set(name, found);
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

  // ---- the people of a client -----------------------------------------------------------------------------

  function peopleOf(client: ClientDraft): ClientPeople {
    let people = clients.get(client);
    if (people) return people;
    const names = client.id === null ? [] : listDebtorNames(store, client.id);
    people = {
      strong: new Map(),
      weak: null,
      book: new Map(),
      extras: client.id === null ? new Map() : readPeopleExtras(store, client.id),
      found: new Map(),
      openNames: new Set(),
      someUnnumbered: names.some(({ reference }) => reference === ''),
    };
    clients.set(client, people);
    for (const facts of names) {
      const seen = byId.get(facts.id);
      const candidate = (seen && candidates.get(seen)) ?? { facts, debtor: seen ?? null, person: null };
      if (seen) candidates.set(seen, candidate);
      people.book.set(facts.id, candidate);
      const { strong } = people;
      const kind = plan.debtorKind === 'guess' ? guessKind(facts.name) : plan.debtorKind;
      for (const key of nameKeys(facts.name, kind)) list(strong, key, candidate);
      if (facts.kind !== kind)
        for (const key of nameKeys(facts.name, facts.kind)) list(strong, key, candidate);
      const extras = people.extras.get(facts.id);
      if (extras === undefined) continue;
      for (const name of extras.names)
        for (const key of nameKeys(name, facts.kind)) list(strong, key, candidate);
      for (const number of extras.phones) list(strong, `p:${number}`, candidate);
      for (const email of extras.emails) list(strong, `e:${email.toLowerCase()}`, candidate);
      if (extras.birthOn !== null) list(strong, `d:${extras.birthOn}`, candidate);
    }
    return people;
  }

  function personOfCandidate(people: ClientPeople, candidate: Candidate): Person {
    candidate.person ??= readCandidate(people, candidate);
    return candidate.person;
  }

  function readCandidate(people: ClientPeople, { facts, debtor }: Candidate): Person {
    const extras = facts === null ? undefined : people.extras.get(facts.id);
    const name = debtor?.name ?? facts?.name ?? '';
    const kind = debtor?.kind ?? facts?.kind ?? 'consumer';
    const others = [...(extras?.names ?? []), ...(debtor?.aliases ?? [])];
    // A job is kept with the name of its customer before its own.
    const full = others.find((other) => other.toLowerCase().endsWith(`:${name.toLowerCase()}`));
    return personOf({
      name,
      kind,
      readAs: keyOf(name, null).kind,
      aliases: others.filter((other) => other !== full),
      ids: idsOf(debtor?.reference ?? facts?.reference ?? ''),
      birthOn: debtor?.birthOn ?? extras?.birthOn ?? null,
      phones: [...(extras?.phones ?? []), ...(debtor?.newPhones.map(({ number }) => number) ?? [])],
      emails: [...(extras?.emails ?? []), ...(debtor?.newEmails ?? [])],
      addresses: [...(extras?.addresses ?? []), ...(debtor?.newAddresses ?? [])],
      parent: debtor?.parentName || full?.slice(0, -name.length - 1) || '',
    });
  }

  function weakOf(people: ClientPeople): Map<string, Candidate[]> {
    if (people.weak !== null) return people.weak;
    const weak = new Map<string, Candidate[]>();
    for (const candidate of people.book.values())
      for (const key of weakKeys(personOfCandidate(people, candidate))) list(weak, key, candidate);
    people.weak = weak;
    return weak;
  }

  function known(client: ClientDraft, facts: DebtorName): DebtorDraft {
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
    const candidate = clients.get(client)?.book.get(facts.id);
    if (candidate) {
      candidate.debtor = debtor;
      candidates.set(debtor, candidate);
    }
    return debtor;
  }

  function debtorOf(client: ClientDraft, candidate: Candidate): DebtorDraft {
    if (candidate.debtor !== null) return candidate.debtor;
    if (candidate.facts === null) throw new Error('a candidate is of the book or of the file');
    return known(client, candidate.facts);
  }

  // ---- who a row is about ---------------------------------------------------------------------------------

  function personOfRow(person: RowPerson): Person {
    const { kind } = keyOf(person.name, person.kind);
    return personOf({
      name: person.name,
      kind,
      readAs: person.kind === null ? undefined : keyOf(person.name, null).kind,
      aliases: person.aliases,
      ids: idsOf(person.reference),
      birthOn: person.birthOn,
      phones: person.phones.map(({ text }) => phoneOf(text)?.number ?? ''),
      emails: person.emails,
      addresses: person.address === null ? [] : [person.address],
      parent: person.parentName,
    });
  }

  /** What can be the same without asking shares one of these with the row. */
  function strongOf(people: ClientPeople, row: Person, person: RowPerson): Set<Candidate> {
    const found = new Set<Candidate>();
    const add = (key: string) => {
      for (const candidate of people.strong.get(key) ?? []) {
        if (found.size >= comparedAtMost) return;
        found.add(candidate);
      }
    };
    for (const phone of row.phones) add(`p:${phone}`);
    for (const email of row.emails) add(`e:${email}`);
    for (const name of row.names) add(`n:${name.key}`);
    if (person.birthOn !== null) add(`d:${person.birthOn}`);
    return found;
  }

  function compare(
    people: ClientPeople,
    row: Person,
    found: Iterable<Candidate>,
  ): { readonly candidate: Candidate; readonly score: PersonScore }[] {
    const scored: { candidate: Candidate; score: PersonScore }[] = [];
    for (const candidate of found) {
      const score = scorePerson(row, personOfCandidate(people, candidate));
      if (score.score >= likelyFrom) scored.push({ candidate, score });
    }
    return scored.sort((a, b) => b.score.score - a.score.score || idOf(a.candidate) - idOf(b.candidate));
  }

  function ask(
    people: ClientPeople,
    key: string,
    person: RowPerson,
    line: number,
    scored: Asked['candidates'],
    standing: PersonAsked['standing'],
    debtorId: number | null,
  ): void {
    const seen = asked.get(key);
    if (seen) {
      if (seen.lastLine !== line) seen.rows += 1;
      seen.lastLine = line;
      return;
    }
    asked.set(key, {
      person,
      client: people,
      line,
      candidates: scored.filter(({ candidate }) => candidate.facts !== null).slice(0, candidatesListed),
      standing,
      debtorId,
      rows: 1,
      lastLine: line,
    });
  }

  function find(
    client: ClientDraft,
    person: RowPerson,
    line: number,
  ): DebtorDraft | null | number | Undecided {
    if (person.reference !== '') {
      const seen = client.byReference.get(person.reference);
      if (seen) return seen;
      const facts = client.id === null ? null : findDebtorByReference(store, client.id, person.reference);
      if (facts) return known(client, facts);
    }
    if (person.name === '') return null;
    const people = peopleOf(client);
    // A number nobody has, where everybody of the book has one, is somebody new.
    if (person.reference !== '' && !people.someUnnumbered) return null;
    const key = keyOfPerson(client, person);
    const again = people.found.get(key);
    if (again) {
      if (asked.has(key)) ask(people, key, person, line, [], 'known', again.id);
      return again;
    }
    const open = asked.get(key);
    if (open?.standing === 'undecided' && !choices.has(key)) {
      ask(people, key, person, line, [], 'undecided', null);
      return { undecided: true };
    }
    const found = decide(client, people, key, person, line);
    if (found !== null && typeof found === 'object' && !('undecided' in found)) {
      people.found.set(key, found);
      if (person.reference !== '') client.byReference.set(person.reference, found);
    }
    return found;
  }

  function decide(
    client: ClientDraft,
    people: ClientPeople,
    key: string,
    person: RowPerson,
    line: number,
  ): DebtorDraft | null | number | Undecided {
    const plain = plainlyOne(people, person);
    if (plain) return debtorOf(client, plain);
    const row = personOfRow(person);
    if (row.names.length === 0) return null;
    let scored = compare(people, row, strongOf(people, row, person));
    if (person.reference !== '') {
      // Two of one name in a file that numbers its people are two, unless something else says who they are.
      scored = scored
        .filter(({ candidate }) => candidate.facts !== null)
        .map((one) => (hasEvidence(one.score) ? one : { ...one, score: capped(one.score) }));
    }
    const [best, second] = scored;
    const certain = best !== undefined && best.score.score >= certainFrom;
    const clear = certain && (second === undefined || best.score.score - second.score.score >= clearBy);
    const bareOfOpen =
      clear && !hasEvidence(best.score) && row.names.some((name) => people.openNames.has(name.key));

    if (clear && !bareOfOpen) {
      const debtor = debtorOf(client, best.candidate);
      // What is not plainly the same name is shown, so that it can be said otherwise.
      const { facts } = best.candidate;
      if (facts !== null && best.score.because[0]?.code !== 'name_same') {
        const chosen = choiceOf(people, key);
        ask(people, key, person, line, scored, 'known', facts.id);
        if (chosen !== undefined) return chosen === null ? null : debtorOf(client, chosen);
      }
      return debtor;
    }
    if (certain && scored.every(({ candidate }) => candidate.facts === null)) {
      return scored.filter(({ score }) => best.score.score - score.score < clearBy).length;
    }
    if (!certain && people.book.size > 0) {
      const weak = weakOf(people);
      const more = new Set<Candidate>();
      for (const own of weakKeys(row)) {
        for (const candidate of weak.get(own) ?? []) {
          if (more.size >= comparedAtMost) break;
          // Most who share a place have another name.
          if (namesTouch(row, personOfCandidate(people, candidate))) more.add(candidate);
        }
      }
      for (const { candidate } of scored) more.delete(candidate);
      if (more.size > 0) {
        const others = compare(people, row, more).map((one) => ({
          ...one,
          // Only strong keys make sure; what they did not find is asked about.
          score: capped(one.score),
        }));
        scored = [...scored, ...others].sort((a, b) => b.score.score - a.score.score);
      }
    }
    const ofBook = scored.filter(({ candidate }) => candidate.facts !== null);
    if (ofBook.length === 0) return null;
    ask(people, key, person, line, ofBook, 'undecided', null);
    const chosen = choiceOf(people, key);
    if (chosen !== undefined) return chosen === null ? null : debtorOf(client, chosen);
    for (const name of row.names) people.openNames.add(name.key);
    return { undecided: true };
  }

  /**
   * Quick, for most rows of most files: the only one of that very name, with the phone or e-mail of the row, or a row that gives
   * nothing but the name. The scores say the same of them.
   */
  function plainlyOne(people: ClientPeople, person: RowPerson): Candidate | null {
    const { name, kind, phones, emails, address, birthOn, parentName, reference } = person;
    if (birthOn !== null || parentName !== '' || reference !== '' || person.aliases.length > 0) return null;
    const [key, ...others] = nameKeys(name, keyOf(name, kind).kind);
    if (key === undefined || others.length > 0) return null;
    const namesakes = people.strong.get(key);
    const [only] = namesakes ?? [];
    if (only === undefined || namesakes?.length !== 1 || people.openNames.has(key.slice(2))) return null;
    const parent = only.debtor?.parentName ?? '';
    const names = only.facts === null ? undefined : people.extras.get(only.facts.id)?.names;
    if (parent !== '' || (names !== undefined && names.length > 0)) return null;
    const reached = [
      ...phones.map(({ text }) => `p:${phoneOf(text)?.number ?? ''}`),
      ...emails.map((email) => `e:${email.toLowerCase()}`),
    ];
    if (reached.length === 0) return address === null && !isFormless(only, name) ? only : null;
    const everybody = reached.map((own) => people.strong.get(own) ?? []);
    return everybody.some((found) => found.includes(only)) &&
      everybody.every((found) => found.every((one) => one === only)) &&
      emails.length === 0 &&
      !isFormless(only, name)
      ? only
      : null;
  }

  /** Of a business the legal form may be the difference. */
  function isFormless({ facts, debtor }: Candidate, name: string): boolean {
    const own = debtor?.name ?? facts?.name ?? '';
    return keyOf(name, null).key !== keyOf(own, null).key;
  }

  /** `null`: somebody new. A person who is not of this client (any more) is no answer. */
  function choiceOf(people: ClientPeople, key: string): Candidate | null | undefined {
    const debtorId = choices.get(key);
    if (debtorId === undefined || debtorId === null) return debtorId;
    return people.book.get(debtorId);
  }

  function listDraft(debtor: DebtorDraft, name: string): void {
    const people = peopleOf(debtor.client);
    let candidate = candidates.get(debtor);
    if (!candidate) {
      candidate = { facts: null, debtor, person: null };
      candidates.set(debtor, candidate);
    }
    candidate.person = null;
    for (const key of nameKeys(name, debtor.kind)) list(people.strong, key, candidate);
  }

  /** What was learned of somebody is another way to find them. */
  function learn(debtor: DebtorDraft, key: string): void {
    const candidate = candidates.get(debtor);
    if (!candidate) return;
    candidate.person = null;
    const people = clients.get(debtor.client);
    if (people) list(people.strong, key, candidate);
  }

  function readContactData(debtor: DebtorDraft): void {
    if (debtor.contactDataRead || debtor.id === null) return;
    debtor.contactDataRead = true;
    const data = peopleOf(debtor.client).extras.get(debtor.id);
    if (data === undefined) return;
    for (const number of data.phones) debtor.phones.add(number);
    for (const address of data.emails) debtor.emails.add(address.toLowerCase());
    for (const address of data.addresses) debtor.addresses.add(addressKey(address));
    debtor.birthOn ??= data.birthOn;
  }

  return {
    keyOf,
    known,
    find,
    make(client, person) {
      const named = person.name === '' ? null : keyOf(person.name, person.kind);
      const debtor: DebtorDraft = {
        ...emptyDebtor(client),
        name: person.name === '' ? person.reference : person.name,
        // A bare number says nothing about who it is; a consumer has the stronger protection.
        kind: person.kind ?? named?.kind ?? (plan.debtorKind === 'guess' ? 'consumer' : plan.debtorKind),
        reference: person.reference,
        matchKey: named?.key ?? '',
        // Namesakes of two customers are told apart by these from the first row on.
        parentName: person.parentName,
        birthOn: person.birthOn,
        newBirthOn: person.birthOn,
      };
      if (person.reference !== '') client.byReference.set(person.reference, debtor);
      if (person.name !== '') {
        listDraft(debtor, person.name);
        peopleOf(client).found.set(keyOfPerson(client, person), debtor);
      }
      return debtor;
    },
    isSame(debtor, person) {
      if (person.reference !== '' && debtor.reference !== '') return person.reference === debtor.reference;
      if (person.name === '' || debtor.matchKey === '') return true;
      if (keyOf(person.name, person.kind).key === debtor.matchKey) return true;
      const people = peopleOf(debtor.client);
      const candidate = candidates.get(debtor) ?? { facts: null, debtor, person: null };
      return namesFit(personOfRow(person), personOfCandidate(people, candidate));
    },
    rename(debtor, name) {
      debtor.name = name;
      debtor.matchKey = keyOf(name, null).key;
      listDraft(debtor, name);
    },
    gather(debtor, person, tell) {
      if (saysNothingMore(debtor, person)) return;
      const description = keyOfPerson(debtor.client, person);
      if (gathered.get(debtor)?.has(description) === true) return;
      const before = gathered.get(debtor);
      if (before) before.add(description);
      else gathered.set(debtor, new Set([description]));
      if (person.birthOn !== null) {
        readContactData(debtor);
        if (debtor.birthOn === null) {
          debtor.birthOn = person.birthOn;
          debtor.newBirthOn = person.birthOn;
          learn(debtor, `d:${person.birthOn}`);
        } else if (debtor.birthOn !== person.birthOn) tell.bornOtherwise(person.birthOn);
      }
      if (debtor.parentName === '') debtor.parentName = person.parentName;
      if (debtor.parentReference === '') debtor.parentReference = person.parentReference;
      const others = [...person.aliases];
      // Called otherwise in the file than in the book; under a number that is a change of name, told as such.
      if (debtor.known && person.reference === '' && person.name !== debtor.name && person.name !== '')
        others.push(person.name);
      if (person.parentName !== '' && person.name !== '') others.push(`${person.parentName}:${person.name}`);
      const own = others.length === 0 ? '' : foldWords(debtor.name);
      const had =
        debtor.id === null || others.length === 0
          ? []
          : (peopleOf(debtor.client).extras.get(debtor.id)?.names ?? []);
      for (const alias of others) {
        if (debtor.aliases.includes(alias) || had.includes(alias)) continue;
        if (foldWords(alias) === own || keyOf(alias, null).key === debtor.matchKey) continue;
        debtor.aliases.push(alias);
        for (const key of nameKeys(alias, debtor.kind)) learn(debtor, key);
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
        learn(debtor, `p:${number}`);
        tell.added('phone', added.display);
      }
      for (const email of person.emails) {
        if (debtor.emails.has(email.toLowerCase())) continue;
        debtor.emails.add(email.toLowerCase());
        if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) tell.unreadable('email', email);
        else {
          debtor.newEmails.push(email);
          learn(debtor, `e:${email.toLowerCase()}`);
          tell.added('email', email);
        }
      }
      const { address } = person;
      if (address === null) return;
      const key = addressKey(address);
      if (debtor.addresses.has(key)) return;
      debtor.addresses.add(key);
      debtor.newAddresses.push(address);
      const candidate = candidates.get(debtor);
      if (candidate) candidate.person = null;
      tell.added('address', addressLine(address));
    },
    asked() {
      const all = [...asked].map(([key, one]) => ({ key, one }));
      const open = ({ key, one }: (typeof all)[number]) => one.standing === 'undecided' && !choices.has(key);
      const inOrder = [...all.filter(open), ...all.filter((entry) => !open(entry))];
      return {
        people: inOrder.slice(0, peopleListed).map(({ key, one }) => askedOf(key, one)),
        peopleCount: all.length,
        undecided: all.filter(open).length,
      };
    },
  };

  function askedOf(key: string, one: Asked): PersonAsked {
    const { person, client } = one;
    return {
      key,
      line: one.line,
      rows: one.rows,
      facts: factsOf({
        reference: person.reference,
        name: person.name,
        others: person.aliases,
        parent: person.parentName,
        birthOn: person.birthOn,
        phones: person.phones.map(({ text }) => phoneOf(text)?.display ?? text),
        emails: person.emails,
        addresses: person.address === null ? [] : [person.address],
      }),
      candidates: one.candidates.flatMap(({ candidate: { facts }, score }) => {
        if (facts === null) return [];
        const extras = client.extras.get(facts.id);
        return [
          {
            debtorId: facts.id,
            name: facts.name,
            score: score.score,
            because: score.because.map(({ code, agrees }) => ({ text: personReason(code), agrees })),
            facts: factsOf({
              reference: facts.reference,
              name: facts.name,
              others: extras?.names ?? [],
              parent: '',
              birthOn: extras?.birthOn ?? null,
              phones: (extras?.phones ?? []).map((number) => phoneOf(number)?.display ?? number),
              emails: extras?.emails ?? [],
              addresses: extras?.addresses ?? [],
            }),
          },
        ];
      }),
      standing: one.standing,
      debtorId: one.debtorId,
    };
  }
}

function list(index: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const known = index.get(key);
  if (!known) index.set(key, [candidate]);
  else if (known.at(-1) !== candidate) known.push(candidate);
}

/** A row that gives nothing but number and name, which are compared elsewhere. */
function saysNothingMore(debtor: DebtorDraft, person: RowPerson): boolean {
  return (
    person.phones.length === 0 &&
    person.emails.length === 0 &&
    person.address === null &&
    person.birthOn === null &&
    person.aliases.length === 0 &&
    person.parentName === '' &&
    person.parentReference === '' &&
    (!debtor.known || person.reference !== '' || person.name === '' || person.name === debtor.name)
  );
}

function idsOf(reference: string): string[] {
  return reference === '' ? [] : [reference];
}

function idOf({ facts }: Candidate): number {
  return facts?.id ?? Number.MAX_SAFE_INTEGER;
}

/** Something besides the name says who it is. */
function hasEvidence({ because }: PersonScore): boolean {
  return because.some(({ code }) =>
    ['id_same', 'birth_same', 'phone_same', 'email_same', 'address_same', 'postal_same'].includes(code),
  );
}

function capped(score: PersonScore): PersonScore {
  return score.score < certainFrom ? score : { ...score, score: certainFrom - 1 };
}

/** The last description asked for: a row's is asked for several times. */
let lastKey: { readonly client: ClientDraft; readonly person: RowPerson; readonly key: string } | null = null;

/** What the file says of somebody, in one line: the same in every reading of the same file under the same plan. */
function keyOfPerson(client: ClientDraft, person: RowPerson): string {
  if (lastKey?.person === person && lastKey.client === client) return lastKey.key;
  const { address } = person;
  let key = `${client.name.toLowerCase()}|${person.reference}|${person.name.trim().toLowerCase()}|`;
  key += `${person.parentName.toLowerCase()}|${person.birthOn ?? ''}|`;
  for (const { text } of person.phones) key += `${text},`;
  key += '|';
  for (const email of person.emails) key += `${email},`;
  key += '|';
  if (address !== null) key += addressLine(address).toLowerCase();
  for (const alias of person.aliases) key += `|${alias}`;
  if (key.length > 560) key = `${key.slice(0, 540)}#${hashOf(key)}`;
  lastKey = { client, person, key };
  return key;
}

/** Tells long descriptions apart that begin alike (FNV-1a). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(16);
}

type PlainAddress = Omit<RowAddress, 'country'>;

function addressLine(address: PlainAddress): string {
  let line = '';
  for (const part of [address.line1, address.line2, address.city, address.region, address.postalCode])
    if (part !== '') line = line === '' ? part : `${line}, ${part}`;
  return line;
}

function addressKey(address: PlainAddress): string {
  return [address.line1, address.line2, address.city, address.region, postalKey(address.postalCode)]
    .map(foldWords)
    .join('|');
}

function factsOf(person: {
  readonly reference: string;
  readonly name: string;
  readonly others: readonly string[];
  readonly parent: string;
  readonly birthOn: Day | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly PlainAddress[];
}): { label: string; value: string }[] {
  const several = (values: readonly string[]) => [...new Set(values)].slice(0, 4).join('; ');
  return [
    { label: 'Name', value: person.name },
    { label: 'Also called', value: several(person.others) },
    { label: 'Belongs to', value: person.parent },
    { label: 'Debtor number', value: person.reference },
    { label: 'Birth date', value: person.birthOn === null ? '' : spellDay(person.birthOn) },
    { label: 'Phone', value: several(person.phones) },
    { label: 'E-mail', value: several(person.emails) },
    { label: 'Address', value: several(person.addresses.map(addressLine)) },
  ].filter(({ value }) => value !== '');
}
