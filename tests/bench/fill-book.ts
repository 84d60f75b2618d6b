/**
 * A book of any size, the same every time: invented people with about two charges and ten contacts and notes
 * each, payments, promises, plans, reminders and holds in the proportions of a working office. Written through
 * the same insert functions as everything else, many accounts a transaction.
 */

import type { Moment } from '../../electron/book/protocol.ts';
import { insertAccount, insertHold } from '../../electron/book/store/queries/accounts.ts';
import { saveAccrual } from '../../electron/book/store/queries/accruals.ts';
import { insertContact } from '../../electron/book/store/queries/contacts.ts';
import {
  insertAddress,
  insertClient,
  insertDebtor,
  insertPhone,
} from '../../electron/book/store/queries/debtors.ts';
import { insertApplication, insertEntry, type NewEntry } from '../../electron/book/store/queries/entries.ts';
import { insertNote } from '../../electron/book/store/queries/notes.ts';
import { insertPlan, insertPlanVersion } from '../../electron/book/store/queries/plans.ts';
import { insertPromise } from '../../electron/book/store/queries/promises.ts';
import { insertReminder } from '../../electron/book/store/queries/reminders.ts';
import { refreshAllSummaries, turnDay } from '../../electron/book/store/queries/summaries.ts';
import { insertTerms } from '../../electron/book/store/queries/terms.ts';
import type { Store } from '../../electron/book/store/store.ts';
import type { Terms } from '../../shared/domain/accrual.ts';
import { accrualStateOf } from '../../shared/domain/accrual-state.ts';
import type { ContactOutcome } from '../../shared/domain/contact.ts';
import {
  addDays,
  type Day,
  fromEpochDay,
  instantOf,
  startOfDay,
  toEpochDay,
} from '../../shared/domain/days.ts';
import { explain } from '../../shared/domain/explain.ts';
import { noHousePolicy } from '../../shared/domain/law.ts';
import { addComponents, negative, noComponents, totalOf } from '../../shared/domain/ledger.ts';
import { amountForCount, scheduleOf } from '../../shared/domain/plan.ts';
import { type LedgerFacts, type LedgerKey, replay } from '../../shared/domain/replay.ts';

/** Who the office is: it collects for others and is licensed, bonded or exempt wherever its debtors live. */
function describeOffice(store: Store, { now, author }: Moment): void {
  const profile = { role: 'third_party_collector', state: 'TX', house: noHousePolicy };
  store
    .sql('INSERT INTO office_profiles (profile, made_at, author) VALUES (?, ?, ?)')
    .run(JSON.stringify(profile), now, author);
  const licence = store.sql(
    `INSERT OR IGNORE INTO licences (state, kind, number, basis, renews_on, made_at, author) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [state, kind] of [
    ['TX', 'bond'],
    ['OH', 'not_needed'],
    ['FL', 'registration'],
    ['CA', 'licence'],
    ['ID', 'licence'],
    ['GA', 'not_needed'],
  ] as const) {
    const basis = kind === 'not_needed' ? 'Counsel’s letter of January 2026' : '';
    licence.run(state, kind, `B-${state}-1`, basis, kind === 'not_needed' ? null : '2027-06-30', now, author);
  }
}

/** One person in twenty-five has asked for something, is in a procedure or has said where they live. */
function addLaw(
  store: Store,
  { debtorId, accountId }: { readonly debtorId: number; readonly accountId: number },
  fate: number,
  on: Day,
  { now, author }: Moment,
): void {
  const event = (kind: string, about: number | null, scope: object, detail: object) =>
    store
      .sql(
        `INSERT INTO legal_events (debtor_id, account_id, kind, on_day, scope, detail, source, made_at, author, operation_id)
         VALUES (?, ?, ?, ?, ?, ?, 'A letter of the debtor', ?, ?, 'bench')`,
      )
      .run(debtorId, about, kind, on, JSON.stringify(scope), JSON.stringify(detail), now, author);
  if (fate < 0.008) event('cease_written', accountId, {}, {});
  else if (fate < 0.014) event('attorney', accountId, {}, { name: 'Lena Marsh', reach: 'known' });
  else if (fate < 0.018) event('bankruptcy', null, {}, { chapter: '7', caseNumber: '26-10001' });
  else if (fate < 0.026)
    event('inconvenient_time', null, {}, { days: [1, 2, 3], fromMinute: 480, toMinute: 960 });
  else if (fate < 0.03) event('opt_out', null, { channel: 'call' }, {});
  else if (fate < 0.04) {
    store
      .sql(
        `INSERT INTO person_facts (debtor_id, name, value, source, since_on, made_at, author, operation_id)
         VALUES (?, 'zone', 'America/Chicago', 'Said on the phone', ?, ?, ?, 'bench')`,
      )
      .run(debtorId, on, now, author);
  }
}

/** Mulberry32: small, seeded, the same on every machine. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const given = (
  'Ana Ben Carla Dario Elena Felix Grace Hugo Irene Jonah Karla Leo Mara Nadia Omar Petra Quinn Rosa Samir Tessa ' +
  'Uma Victor Wanda Xavier Yara Zane Bianca Colin Delia Emil Farah Gustav Hana Ivo Jana Kofi Lena Milan Nora Otto'
).split(' ');
const family = (
  'Abara Bellweather Castellan Drummond Eastlake Fennimore Galdamez Hollingsworth Iverson Jankowski Kessler Lindqvist ' +
  'Marchetti Novotny Okafor Pemberton Quintanilla Rosenthal Sandoval Thackeray Underhill Vasquez Whitcombe Xiong ' +
  "Yarborough Zielinski O'Rourke Nuñez Bjørnstad Castro-Vega Smith Garcia Johnson Lee Brown Martinez Davis Miller"
).split(' ');
const syllables =
  'an bel cor dan el far gar hol in jor kal lun mor nel or pas quin ros sel tor ul ven wen yar zel'.split(
    ' ',
  );
const trades = 'Plumbing Bakery Logistics Roofing Supply Motors Dental Landscaping Studio Partners'.split(
  ' ',
);
const cities = [
  'Austin TX 787',
  'Dayton OH 454',
  'Tampa FL 336',
  'Fresno CA 937',
  'Boise ID 837',
  'Macon GA 312',
];
const outcomes: readonly ContactOutcome[] = [
  'no_answer',
  'no_answer',
  'no_answer',
  'voicemail_left',
  'voicemail_left',
  'right_party',
  'right_party',
  'busy',
  'promise_to_pay',
  'callback',
  'third_party',
  'wrong_number',
];
const sentences = [
  'Asked for the itemized statement again.',
  'Says the insurance should have paid this; will send the letter.',
  'Works nights, best reached after four.',
  'New job starts next month, wants to begin paying then.',
  'Spoke about a plan, will call back with a first date.',
  'Left the office number and the account number only.',
];

type Primary = Pick<NewEntry, 'kind' | 'effectiveOn' | 'dueOn' | 'reference' | 'method'> & {
  readonly cents: number;
  readonly operationId: string;
};

/** Entries of one account as facts for the replay; ids only rank them until they are written. */
function factsOf(entries: readonly Primary[], terms: Terms | null): LedgerFacts {
  return {
    entries: entries.map(({ kind, effectiveOn, dueOn, cents }, index) => ({
      entryId: index + 1,
      kind,
      effectiveOn,
      dueOn,
      parts: { ...noComponents, principalCents: cents },
      order: null,
      direction: null,
    })),
    terms: terms ? [terms] : [],
    judgments: [],
    postingDays: [],
  };
}

/**
 * Writes the ledger of a new account as posting it entry by entry would leave it, without reading anything back: the
 * indexes are not there yet. Returns the balance.
 */
function writeLedger(
  store: Store,
  account: { readonly accountId: number; readonly author: string },
  entries: readonly Primary[],
  terms: Terms | null,
): number {
  const facts = factsOf(entries, terms);
  const replayed = replay(facts, { through: null });
  const noon = (day: Day) => toEpochDay(day) * 86_400_000 + 17 * 3_600_000;
  const plain = {
    ...noComponents,
    ...account,
    reference: '',
    method: null,
    basis: '',
    memo: '',
    reversesEntryId: null,
    importId: null,
  };
  const ids = new Map<LedgerKey, number>();
  for (const [index, { cents, ...entry }] of entries.entries()) {
    const key = index + 1;
    let parts = { ...noComponents, principalCents: cents };
    if (cents < 0) {
      parts = { ...noComponents, principalCents: replayed.unplaced.get(key) ?? 0 };
      for (const one of replayed.allocations) {
        if (one.relief === key) parts = addComponents(parts, one.parts);
      }
      parts = negative(parts);
    }
    ids.set(key, insertEntry(store, { ...plain, ...entry, ...parts, postedAt: noon(entry.effectiveOn) }));
  }
  for (const { on, cents } of replayed.postings) {
    const interest = {
      ...plain,
      kind: 'interest' as const,
      effectiveOn: on,
      dueOn: on,
      interestCents: cents,
      postedAt: noon(on),
      operationId: 'bench-i',
      derived: true,
    };
    ids.set(`interest:${on}`, insertEntry(store, interest));
  }
  for (const { relief, charge, parts } of replayed.allocations) {
    const entryId = ids.get(relief);
    const chargeEntryId = ids.get(charge);
    if (entryId === undefined || chargeEntryId === undefined) throw new Error('what was spread is not there');
    insertApplication(store, { ...parts, entryId, chargeEntryId, rule: 'oldest_due_first' });
  }
  const balance = totalOf(replayed.parts);
  const state = accrualStateOf(facts);
  saveAccrual(store, account.accountId, state && { ...state, postedCents: balance });
  return balance;
}

/** Fills a migrated, empty book. Days are spread over the three years before the moment. */
export function fillBook(
  store: Store,
  size: { readonly accounts: number; readonly moment: Moment; readonly seed?: number },
): void {
  const { accounts, moment } = size;
  const random = makeRandom(size.seed ?? 20_261_121);
  /** For terms and for the law, apart from the rest. */
  const coin = makeRandom(1_000_003);
  const chance = makeRandom(7_000_003);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const today = fromEpochDay(Math.floor(moment.now / 86_400_000));
  const todayNumber = toEpochDay(today);
  const noon = (day: Day) => toEpochDay(day) * 86_400_000 + 17 * 3_600_000;
  // A family name outside the short list, so that 100,000 people do not share forty names.
  const surname = () => {
    if (random() < 0.4) return pick(family);
    const made = pick(syllables) + pick(syllables) + pick(syllables);
    return made[0]?.toUpperCase() + made.slice(1);
  };

  const clients = store.transaction(() =>
    [
      'Lakeside Family Clinic',
      'Harbor Dental Group',
      'Northgate Utilities',
      'Willow Creek Apartments',
      'Summit Auto Loans',
    ].map((name) => insertClient(store, { name, isOffice: false, importId: null, createdAt: moment.now })),
  );

  const person = (index: number, openedOn: Day, createdAt: number) => {
    const business = random() < 0.12;
    const name = business
      ? `${surname()} ${pick(trades)} ${pick(['LLC', 'Inc', 'Co'])}`
      : `${pick(given)} ${random() < 0.3 ? `${pick(given)[0]}. ` : ''}${surname()}`;
    const debtorId = insertDebtor(store, {
      kind: business ? 'business' : 'consumer',
      name,
      reference: `R${500_000 + index}`,
      importId: null,
      createdAt,
    });
    const [city = '', region = '', zip = ''] = pick(cities).split(' ');
    insertAddress(store, {
      debtorId,
      kind: 'home',
      status: 'current',
      line1: `${1 + below(9800)} ${surname()} ${pick(['St', 'Ave', 'Ln', 'Rd'])}`,
      line2: '',
      city,
      region,
      postalCode: zip + String(below(100)).padStart(2, '0'),
      country: '',
      source: 'placement',
      sinceOn: openedOn,
      importId: null,
    });
    const phones = random() < 0.9 ? 1 + below(2) : 0;
    let phoneId: number | null = null;
    for (let phone = 0; phone < phones; phone += 1) {
      const ten = `${pick(['512', '937', '813', '559', '208', '478'])}555${String(100 + below(9900)).padStart(4, '0')}`;
      phoneId = insertPhone(store, {
        debtorId,
        kind: phone === 0 ? 'mobile' : 'home',
        status: random() < 0.85 ? 'current' : 'unverified',
        number: `+1${ten}`,
        display: `(${ten.slice(0, 3)}) ${ten.slice(3, 6)}-${ten.slice(6)}`,
        source: 'placement',
        sinceOn: openedOn,
        importId: null,
      });
    }
    return { debtorId, phoneId };
  };
  let owner: ReturnType<typeof person> = { debtorId: 0, phoneId: null };

  const account = (index: number) => {
    const openedNumber = todayNumber - 20 - below(1080);
    const openedOn = fromEpochDay(openedNumber);
    const createdAt = noon(openedOn);
    // Some owe on three accounts.
    if (index % 40 === 0 || index % 40 > 2) owner = person(index, openedOn, createdAt);
    const { debtorId, phoneId } = owner;
    const stepIn = below(60) - 20;
    const hasStep = random() < 0.6;
    const accountId = insertAccount(store, {
      debtorId,
      clientId: pick(clients),
      number: `${10_000_000 + index * 7}`,
      originalCreditor: '',
      debtType: pick(['medical', 'consumer_services', 'utility', 'rent', 'loan'] as const),
      openedOn,
      placedOn: openedOn,
      nextStepOn: hasStep ? fromEpochDay(todayNumber + stepIn) : null,
      nextStep: hasStep ? 'Call again' : null,
      importId: null,
      createdAt,
    });

    // Most bear simple interest by the day, some monthly compound, some none.
    const kind = coin();
    const terms: Terms | null =
      kind < 0.1
        ? null
        : {
            fromOn: fromEpochDay(openedNumber + 30),
            method: kind < 0.3 ? 'compound' : 'simple',
            rate: ['6', '7.25', '9', '11.9'][Math.floor(coin() * 4)] ?? '6',
            compounding: kind < 0.3 ? 'monthly' : null,
            dayCount: 'actual_365',
            capCents: null,
            basis: 'Agreement, clause 4',
          };
    if (terms) {
      insertTerms(store, {
        ...terms,
        accountId,
        basisKind: 'contract',
        madeAt: createdAt,
        author: moment.author,
        operationId: `bench-t-${index}`,
      });
    }
    const entries: Primary[] = [];
    const charges = 1 + (random() < 0.6 ? 1 : 0) + (random() < 0.35 ? 1 : 0) + (random() < 0.15 ? 1 : 0);
    for (let charge = 0; charge < charges; charge += 1) {
      const effectiveNumber = Math.min(todayNumber, openedNumber + charge * 30);
      entries.push({
        kind: 'charge',
        effectiveOn: fromEpochDay(effectiveNumber),
        dueOn: fromEpochDay(effectiveNumber + 30),
        cents: 2_500 + below(150_000),
        reference: `INV-${index * 4 + charge}`,
        method: null,
        operationId: `bench-c-${index}-${charge}`,
      });
    }
    // A fifth has paid in full, a fifth in part, a few too much.
    const share = random();
    const part = share < 0.2 ? 1 : share < 0.4 ? random() : 0;
    const span = Math.max(1, todayNumber - openedNumber);
    if (share < 0.405) {
      const lastNumber = Math.min(todayNumber, openedNumber + (charges - 1) * 30);
      const effectiveOn = fromEpochDay(lastNumber + below(todayNumber - lastNumber + 1));
      const { totalCents } = explain(factsOf(entries, terms), effectiveOn);
      const cents = share < 0.4 ? Math.max(1, Math.floor(totalCents * part)) : totalCents + 500;
      entries.push({
        kind: 'payment',
        effectiveOn,
        dueOn: null,
        cents: -cents,
        reference: '',
        method: pick(['cheque', 'card', 'cash'] as const),
        operationId: `bench-p-${index}`,
      });
    }
    const balance = writeLedger(store, { accountId, author: moment.author }, entries, terms);

    for (let contact = 3 + below(5); contact > 0; contact -= 1) {
      const at = (openedNumber + below(span)) * 86_400_000 + (14 + below(10)) * 3_600_000 + below(3_600_000);
      insertContact(store, {
        accountId,
        debtorId,
        channel: 'call',
        direction: random() < 0.9 ? 'out' : 'in',
        outcome: pick(outcomes),
        phoneId,
        at,
        zone: moment.zone,
        seconds: below(400),
        author: moment.author,
        recordedAt: at,
      });
    }
    for (let note = 3 + below(5); note > 0; note -= 1) {
      const at = (openedNumber + below(span)) * 86_400_000 + (14 + below(10)) * 3_600_000 + below(3_600_000);
      insertNote(store, {
        accountId,
        contactId: null,
        addendumTo: null,
        text: pick(sentences),
        author: moment.author,
        at,
        importId: null,
      });
    }

    addLaw(store, { debtorId, accountId }, chance(), openedOn, moment);
    const fate = random();
    if (balance > 0 && fate < 0.05) {
      const madeOn = fromEpochDay(todayNumber - below(15));
      insertPromise(store, {
        accountId,
        amountCents: Math.ceil(balance / 2),
        dueOn: addDays(madeOn, 7),
        madeOn,
        madeAt: noon(madeOn),
        author: moment.author,
      });
    } else if (balance > 10_000 && fate < 0.1) {
      const startedOn = fromEpochDay(todayNumber - below(120));
      const terms = {
        totalCents: balance,
        count: 6,
        frequency: 'monthly',
        firstOn: addDays(startedOn, 14),
      } as const;
      const schedule = scheduleOf(terms);
      if (!schedule.ok || !amountForCount(balance, 6).ok) throw new Error('a plan of six parts must exist');
      const planId = insertPlan(store, {
        accountId,
        startedOn,
        madeAt: noon(startedOn),
        author: moment.author,
        // Said, because the index by account is not there yet.
        accounts: [{ accountId, balanceCents: balance }],
      });
      const version = { ...terms, planId, version: 1, madeAt: noon(startedOn), terms };
      insertPlanVersion(store, version, schedule.value);
      for (const instalment of schedule.value.filter(({ dueOn }) => dueOn > today).slice(0, 2)) {
        insertReminder(store, {
          accountId,
          text: `Instalment ${instalment.number} is due`,
          dueAt: instantOf(instalment.dueOn, '09:00', moment.zone),
          zone: moment.zone,
          planId,
          purpose: 'due',
          planVersion: 1,
          instalment: instalment.number,
          madeAt: noon(startedOn),
          author: moment.author,
        });
      }
    } else if (fate < 0.13) {
      insertHold(store, {
        accountId,
        kind: 'dispute',
        reason: 'Says the service was never received',
        source: 'call',
        fromOn: openedOn,
        untilOn: null,
        contactId: null,
        createdAt,
      });
    } else if (fate < 0.16) {
      store
        .sql('UPDATE accounts SET closed_at = ?, closed_reason = ? WHERE id = ?')
        .run(noon(today), 'Returned to client', accountId);
    } else if (fate < 0.22) {
      insertReminder(store, {
        accountId,
        text: 'Call back as agreed',
        dueAt: startOfDay(fromEpochDay(todayNumber + below(30) - 2), 'UTC') + 50_400_000,
        zone: moment.zone,
        planId: null,
        madeAt: moment.now,
        author: moment.author,
      });
    }
  };

  // The indexes are built over the finished tables, sorted: a tenth of the work of keeping them up row by row.
  const indexes = store.db
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
         AND tbl_name NOT IN ('account_summaries', 'open_charges')`,
    )
    .all() as { name: string; sql: string }[];
  // What marks clocks as waiting looks accounts up by those indexes; the whole book waits in the end anyway.
  const marks = store.db
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND instr(name, '_clock') > 0
      AND tbl_name <> 'account_summaries'`)
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) store.db.exec(`DROP INDEX "${name}"`);
  for (const { name } of marks) store.db.exec(`DROP TRIGGER "${name}"`);
  const batch = 10_000;
  for (let first = 0; first < accounts; first += batch) {
    store.transaction(() => {
      for (let index = first; index < Math.min(accounts, first + batch); index += 1) account(index);
    });
  }
  for (const { sql } of [...indexes, ...marks]) store.db.exec(sql);
  describeOffice(store, moment);
  turnDay(store, today);
  store.transaction(() => refreshAllSummaries(store));
}
