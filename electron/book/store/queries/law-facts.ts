/**
 * What the law looks at, read for many accounts at a time: a verdict for a whole book must not ask ten questions an
 * account. Each kind of fact is one statement over a list of ids. What belongs to a person is read once and shared by all of the
 * person’s debts.
 *
 * Events withdrawn as mistakes are left out; ended ones are not, because some rules ask what was.
 */
import type { DebtType } from '../../../../shared/domain/account.ts';
import type { ContactChannel, ContactOutcome } from '../../../../shared/domain/contact.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type {
  AddressKind,
  AddressStatus,
  EmailStatus,
  PhoneKind,
  PhoneStatus,
} from '../../../../shared/domain/debtor.ts';
import {
  type ContactParty,
  type ContactPurpose,
  type DebtFactName,
  type Dialing,
  debtFactNames,
  type LegalEventKind,
  type PersonFactName,
  personFactNames,
} from '../../../../shared/domain/law.ts';
import type {
  AddressClue,
  DebtFacts,
  EmailClue,
  EventDetail,
  EventScope,
  HoldFacts,
  KnownFact,
  LegalEvent,
  PersonFacts,
  PhoneClue,
  PriorContact,
} from '../../../../shared/rules/facts.ts';
import type { LetterAbout } from '../../../../shared/templates/letter-about.ts';
import { partyOfLetter, purposeOfLetter } from '../../../../shared/templates/letter-purpose.ts';
import { purposeOf } from '../../../../shared/templates/papers/library.ts';
import type { Store } from '../store.ts';

/** One debt with everything the law looks at but the office and the contact asked about. */
export type LawCase = {
  readonly debt: DebtFacts;
  readonly person: PersonFacts;
  readonly events: readonly LegalEvent[];
  /** With the person, about any debt, oldest first. */
  readonly contacts: readonly PriorContact[];
};

const ids = 'json_each(?) j';

// Joined crosswise, so that the list of ids is walked and each id looked up, whatever the planner thinks of its length.
const texts = {
  debts: `SELECT a.id, a.debtor_id, d.kind, a.debt_type, s.balance_cents, a.closed_at IS NOT NULL, coalesce(a.closed_reason, ''),
      a.opened_on, a.placed_on, s.oldest_due_on, s.last_payment_on,
      (SELECT max(g.judged_on) FROM judgments g WHERE g.account_id = a.id AND g.vacated_at IS NULL)
    FROM ${ids} CROSS JOIN accounts a ON a.id = j.value CROSS JOIN debtors d ON d.id = a.debtor_id
      LEFT JOIN account_summaries s ON s.account_id = a.id`,
  holds: `SELECT h.account_id, h.id, h.kind, h.reason, h.until_on
    FROM ${ids} CROSS JOIN holds h ON h.account_id = j.value
    WHERE h.kind IN ('hardship', 'court', 'house') AND h.ended_at IS NULL AND (h.until_on IS NULL OR h.until_on >= ?)`,
  debtFacts: `SELECT f.account_id, f.id, f.name, f.value, f.source, f.since_on
    FROM ${ids} CROSS JOIN debt_facts f ON f.account_id = j.value`,
  personFacts: `SELECT f.debtor_id, f.id, f.name, f.value, f.source, f.since_on
    FROM ${ids} CROSS JOIN person_facts f ON f.debtor_id = j.value`,
  addresses: `SELECT x.debtor_id, x.id, x.kind, x.status, x.city, x.region, x.postal_code, x.country
    FROM ${ids} CROSS JOIN addresses x ON x.debtor_id = j.value`,
  phones: `SELECT x.debtor_id, x.id, x.kind, x.status, x.number
    FROM ${ids} CROSS JOIN phones x ON x.debtor_id = j.value`,
  emails: `SELECT x.debtor_id, x.id, x.status, x.address
    FROM ${ids} CROSS JOIN emails x ON x.debtor_id = j.value`,
  events: `SELECT e.debtor_id, e.id, e.kind, e.account_id, e.on_day, e.at, e.ended_on, e.scope, e.detail, e.source
    FROM ${ids} CROSS JOIN legal_events e ON e.debtor_id = j.value WHERE e.withdrawn = 0`,
  // In the order of their index: oldest first for each person.
  contacts: `SELECT c.debtor_id, c.id, c.account_id, c.at, c.channel, c.direction, c.outcome, c.party, c.party_name, c.phone_id,
      c.email_id, c.purpose, c.dialing
    FROM ${ids} CROSS JOIN contacts c INDEXED BY contacts_by_debtor ON c.debtor_id = j.value`,
  // What was printed was sent, as far as the book knows; an office copy goes to nobody (`isOfficeCopy`).
  letters: `SELECT a.debtor_id, l.id, l.account_id, l.printed_at, t.code, t.about
    FROM ${ids} CROSS JOIN accounts a ON a.debtor_id = j.value
      CROSS JOIN letters l INDEXED BY letters_by_account ON l.account_id = a.id
      JOIN templates t ON t.id = l.template_id
    WHERE l.printed_at IS NOT NULL AND t.code <> 'paper.contact-history'`,
  // From the debts’ side: a book has a million contacts, and hardly one was about two debts.
  contactDebts: `SELECT x.contact_id, x.account_id
    FROM ${ids} CROSS JOIN accounts a ON a.debtor_id = j.value CROSS JOIN contact_debts x ON x.account_id = a.id
      CROSS JOIN contacts c ON c.id = x.contact_id AND c.debtor_id = a.debtor_id`,
  loanGroups: `SELECT a.debtor_id, f.account_id, f.value
    FROM ${ids} CROSS JOIN accounts a ON a.debtor_id = j.value
      CROSS JOIN debt_facts f ON f.account_id = a.id AND f.name = 'student_loan_group'
    ORDER BY f.id`,
} as const;

function all<Row>(store: Store, which: keyof typeof texts, ...values: readonly string[]): Row[] {
  return store
    .sql(texts[which])
    .raw()
    .all(...values) as Row[];
}

/** What is gathered of one person. */
type Person = {
  readonly debtorId: number;
  readonly kind: 'consumer' | 'business';
  readonly addresses: AddressClue[];
  readonly phones: PhoneClue[];
  readonly emails: EmailClue[];
  readonly known: Partial<Record<PersonFactName, KnownFact>>;
  readonly events: LegalEvent[];
  readonly contacts: PriorContact[];
};

function push<V>(map: Map<number, V[]>, key: number, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const everything: EventScope = {
  channel: null,
  phoneId: null,
  emailId: null,
  addressId: null,
  place: null,
};
const noDetail: EventDetail = {};

/** Most events are about everything and carry nothing; both are kept as an empty object. */
export function readScope(json: string): EventScope {
  return json === '{}' ? everything : { ...everything, ...(JSON.parse(json) as Partial<EventScope>) };
}

export function readDetail(json: string): EventDetail {
  return json === '{}' ? noDetail : (JSON.parse(json) as EventDetail);
}

const knownDebtFacts: ReadonlySet<string> = new Set(debtFactNames);
const knownPersonFacts: ReadonlySet<string> = new Set(personFactNames);

type FactSql = [owner: number, id: number, name: string, value: string, source: string, sinceOn: Day];

/** The newest of each name holds; an empty value takes it back. `newest` remembers which row that was. */
function keepNewest<Name extends string>(
  known: Partial<Record<Name, KnownFact>>,
  newest: Map<string, number>,
  [owner, factId, name, value, source, since]: FactSql,
): void {
  const key = `${owner} ${name}`;
  if ((newest.get(key) ?? 0) > factId) return;
  newest.set(key, factId);
  if (value === '') delete known[name as Name];
  else known[name as Name] = { value, source, since };
}

type Known = Partial<Record<DebtFactName, KnownFact>>;

/** Facts of debts as they stand, by account; accounts without any are left out. */
function readDebtFacts(store: Store, accounts: string): Map<number, Known> {
  const facts = new Map<number, Known>();
  const newest = new Map<string, number>();
  for (const row of all<FactSql>(store, 'debtFacts', accounts)) {
    if (!knownDebtFacts.has(row[2])) continue;
    let known = facts.get(row[0]);
    if (!known) {
      known = {};
      facts.set(row[0], known);
    }
    keepNewest(known, newest, row);
  }
  return facts;
}

/** Student loans under one account number are one debt: the other loans of each loan’s group, by account. */
function readLoanGroups(store: Store, debtors: string): Map<number, readonly number[]> {
  const groupOf = new Map<number, string>();
  for (const [debtorId, accountId, value] of all<[number, number, string]>(store, 'loanGroups', debtors)) {
    if (value.trim() === '') groupOf.delete(accountId);
    else groupOf.set(accountId, `${debtorId} ${value.trim().toLowerCase()}`);
  }
  if (groupOf.size === 0) return new Map();
  const members = Map.groupBy(groupOf, ([, group]) => group);
  return new Map(
    [...groupOf].map(([accountId, group]) => [
      accountId,
      (members.get(group) ?? []).map(([id]) => id).filter((id) => id !== accountId),
    ]),
  );
}

type ContactSql = [
  debtorId: number,
  contactId: number,
  accountId: number,
  at: number,
  channel: ContactChannel,
  direction: 'in' | 'out',
  outcome: ContactOutcome,
  to: ContactParty,
  partyName: string,
  phoneId: number | null,
  emailId: number | null,
  purpose: ContactPurpose,
  dialing: Dialing,
];

function readContacts(store: Store, people: ReadonlyMap<number, Person>, debtors: string): void {
  const besides = new Map<number, number[]>();
  for (const [contactId, accountId] of all<[number, number]>(store, 'contactDebts', debtors)) {
    push(besides, contactId, accountId);
  }
  const groups = readLoanGroups(store, debtors);
  const plain = besides.size === 0 && groups.size === 0;
  /** Contacts about one debt share its list. */
  const alone = new Map<number, readonly number[]>();
  const about = (contactId: number, accountId: number): readonly number[] => {
    const more = plain ? undefined : besides.get(contactId);
    if (more === undefined) {
      let list = alone.get(accountId);
      if (!list) {
        list = [accountId, ...(groups.get(accountId) ?? [])];
        alone.set(accountId, list);
      }
      return list;
    }
    const named = new Set([accountId, ...more]);
    for (const one of [...named]) for (const other of groups.get(one) ?? []) named.add(other);
    return [...named];
  };
  for (const row of all<ContactSql>(store, 'contacts', debtors)) {
    const [debtorId, contactId, accountId, at, channel, direction, outcome, to, partyName] = row;
    people.get(debtorId)?.contacts.push({
      contactId,
      at,
      channel,
      direction,
      outcome,
      to,
      partyName,
      phoneId: row[9],
      emailId: row[10],
      purpose: row[11],
      dialing: row[12],
      accountIds: about(contactId, accountId),
    });
  }
  readLetters(store, people, debtors, about);
}

/**
 * Letters that were printed count as contacts like any other: they communicate, and they fill a state’s limits. Their ids are
 * below 0, so that none is taken for a contact’s.
 */
function readLetters(
  store: Store,
  people: ReadonlyMap<number, Person>,
  debtors: string,
  about: (contactId: number, accountId: number) => readonly number[],
): void {
  type LetterSql = [
    debtorId: number,
    letterId: number,
    accountId: number,
    at: number,
    code: string,
    about: string,
  ];
  const written = new Set<Person>();
  for (const [debtorId, letterId, accountId, at, code, json] of all<LetterSql>(store, 'letters', debtors)) {
    const person = people.get(debtorId);
    if (!person) continue;
    written.add(person);
    person.contacts.push({
      contactId: -letterId,
      at,
      channel: 'letter',
      direction: 'out',
      outcome: 'other',
      ...sentAs(code, json),
      dialing: 'by_hand',
      accountIds: about(-letterId, accountId),
    });
  }
  for (const { contacts } of written) contacts.sort((a, b) => a.at - b.at);
}

type SentAs = Pick<PriorContact, 'to' | 'partyName' | 'phoneId' | 'emailId' | 'purpose'>;
/** Templates are few and letters many: what each says of itself is read once. */
const sent = new Map<string, SentAs>();
const mostSent = 1000;

/** To whom a letter went and for what, by its template. */
function sentAs(code: string, about: string): SentAs {
  const key = `${code} ${about}`;
  const before = sent.get(key);
  if (before) return before;
  const { stage, needs, asksForMoney, to } = JSON.parse(about) as Partial<LetterAbout>;
  const said = stage !== undefined && needs !== undefined && asksForMoney !== undefined;
  const as: SentAs = {
    to: partyOfLetter(to ?? 'debtor'),
    partyName: '',
    phoneId: null,
    emailId: null,
    purpose: said ? purposeOfLetter({ stage, needs, asksForMoney }) : purposeOf(code),
  };
  if (sent.size >= mostSent) sent.clear();
  sent.set(key, as);
  return as;
}

type EventSql = [
  debtorId: number,
  eventId: number,
  kind: LegalEventKind,
  accountId: number | null,
  on: Day,
  at: number | null,
  endedOn: Day | null,
  scope: string,
  detail: string,
  source: string,
];

function readPeople(store: Store, people: ReadonlyMap<number, Person>): void {
  const debtors = JSON.stringify([...people.keys()]);
  type AddressSql = [number, number, AddressKind, AddressStatus, string, string, string, string];
  for (const [debtorId, addressId, kind, status, city, region, postalCode, country] of all<AddressSql>(
    store,
    'addresses',
    debtors,
  )) {
    people.get(debtorId)?.addresses.push({ addressId, kind, status, city, region, postalCode, country });
  }
  type PhoneSql = [number, number, PhoneKind, PhoneStatus, string];
  for (const [debtorId, phoneId, kind, status, number] of all<PhoneSql>(store, 'phones', debtors)) {
    people.get(debtorId)?.phones.push({ phoneId, kind, status, number });
  }
  type EmailSql = [number, number, EmailStatus, string];
  for (const [debtorId, emailId, status, address] of all<EmailSql>(store, 'emails', debtors)) {
    people.get(debtorId)?.emails.push({ emailId, status, address });
  }
  const newest = new Map<string, number>();
  for (const row of all<FactSql>(store, 'personFacts', debtors)) {
    const person = people.get(row[0]);
    if (person && knownPersonFacts.has(row[2])) keepNewest(person.known, newest, row);
  }
  for (const row of all<EventSql>(store, 'events', debtors)) {
    const [debtorId, eventId, kind, accountId, on, at, endedOn, scope, detail, source] = row;
    people.get(debtorId)?.events.push({
      eventId,
      kind,
      accountId,
      on,
      at,
      endedOn,
      scope: readScope(scope),
      detail: readDetail(detail),
      source,
    });
  }
  for (const { events } of people.values()) {
    if (events.length > 1) events.sort((a, b) => compareText(a.on, b.on) || a.eventId - b.eventId);
  }
  readContacts(store, people, debtors);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type DebtSql = [
  accountId: number,
  debtorId: number,
  personKind: 'consumer' | 'business',
  type: DebtType,
  balanceCents: number | null,
  closed: 0 | 1,
  closedReason: string,
  openedOn: Day,
  placedOn: Day | null,
  oldestDueOn: Day | null,
  lastPaymentOn: Day | null,
  judgedOn: Day | null,
];

const noHolds: readonly HoldFacts[] = [];

/**
 * The cases of the accounts named, in their order; one that does not exist is left out. `today` decides which dated
 * holds stand. Meant for some hundred accounts at a time.
 */
export function readLawCases(store: Store, accountIds: readonly number[], today: Day): LawCase[] {
  const accounts = JSON.stringify(accountIds);
  const debts = all<DebtSql>(store, 'debts', accounts);
  if (debts.length === 0) return [];
  const people = new Map<number, Person>();
  for (const [, debtorId, kind] of debts) {
    if (people.has(debtorId)) continue;
    people.set(debtorId, {
      debtorId,
      kind,
      addresses: [],
      phones: [],
      emails: [],
      known: {},
      events: [],
      contacts: [],
    });
  }
  readPeople(store, people);
  const persons = new Map<number, PersonFacts>();
  for (const { events: _, contacts: __, ...person } of people.values()) persons.set(person.debtorId, person);
  const facts = readDebtFacts(store, accounts);
  const holds = new Map<number, HoldFacts[]>();
  type HoldSql = [number, number, HoldFacts['kind'], string, Day | null];
  for (const [accountId, holdId, kind, reason, untilOn] of all<HoldSql>(store, 'holds', accounts, today)) {
    push(holds, accountId, { holdId, kind, reason, untilOn });
  }
  const cases: LawCase[] = [];
  for (const row of debts) {
    const [accountId, debtorId, , type, balanceCents, closed, closedReason, openedOn, placedOn] = row;
    const person = persons.get(debtorId);
    const gathered = people.get(debtorId);
    if (!person || !gathered) continue;
    cases.push({
      debt: {
        accountId,
        type,
        balanceCents: balanceCents ?? 0,
        closed: closed === 1,
        closedReason,
        openedOn,
        placedOn,
        oldestDueOn: row[9],
        lastPaymentOn: row[10],
        judgedOn: row[11],
        holds: holds.get(accountId) ?? noHolds,
        known: facts.get(accountId) ?? {},
      },
      person,
      events: gathered.events,
      contacts: gathered.contacts,
    });
  }
  return cases;
}

/** The profile in force as it is kept (JSON); `null` until one is. */
export function findProfileJson(store: Store): string | null {
  const json = store.sql('SELECT profile FROM office_profiles ORDER BY id DESC LIMIT 1').pluck().get();
  return (json as string | undefined) ?? null;
}

export type LicenceSql = {
  readonly state: string;
  readonly kind: string;
  readonly number: string;
  readonly basis: string;
  readonly renewsOn: Day | null;
};

/** Licences in force, by state. */
export function listLicencesInForce(store: Store): LicenceSql[] {
  return store
    .sql(
      `SELECT state, kind, number, basis, renews_on AS renewsOn FROM licences WHERE ended_at IS NULL ORDER BY state`,
    )
    .all() as LicenceSql[];
}

/** The newest rule pack: what it is known by, and how to read it. `null` when none was loaded. */
export function findNewestPack(
  store: Store,
): { readonly version: string; readonly signature: string } | null {
  const row = store.sql('SELECT version, signature FROM rule_packs ORDER BY version DESC LIMIT 1').get();
  return (row as { version: string; signature: string } | undefined) ?? null;
}

export function readPackJson(store: Store, version: string): string {
  return store.sql('SELECT pack FROM rule_packs WHERE version = ?').pluck().get(version) as string;
}
