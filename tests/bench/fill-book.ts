/**
 * A book of any size, the same every time: invented people with about two charges and ten contacts and notes
 * each, payments, promises, plans, reminders and holds in the proportions of a working office. Written through
 * the same insert functions as everything else, many accounts a transaction.
 */

import type { Moment } from '../../electron/book/protocol.ts';
import { insertAccount, insertHold } from '../../electron/book/store/queries/accounts.ts';
import { insertContact } from '../../electron/book/store/queries/contacts.ts';
import {
  insertAddress,
  insertClient,
  insertDebtor,
  insertPhone,
} from '../../electron/book/store/queries/debtors.ts';
import { insertApplication, insertEntry } from '../../electron/book/store/queries/entries.ts';
import { insertNote } from '../../electron/book/store/queries/notes.ts';
import { insertPlan, insertPlanVersion } from '../../electron/book/store/queries/plans.ts';
import { insertPromise } from '../../electron/book/store/queries/promises.ts';
import { insertReminder } from '../../electron/book/store/queries/reminders.ts';
import { refreshAllSummaries, turnDay } from '../../electron/book/store/queries/summaries.ts';
import type { Store } from '../../electron/book/store/store.ts';
import type { ContactOutcome } from '../../shared/domain/contact.ts';
import {
  addDays,
  type Day,
  fromEpochDay,
  instantOf,
  startOfDay,
  toEpochDay,
} from '../../shared/domain/days.ts';
import { applyPayment, noComponents } from '../../shared/domain/ledger.ts';
import { amountForCount, scheduleOf } from '../../shared/domain/plan.ts';

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

/** Fills a migrated, empty book. Days are spread over the three years before the moment. */
export function fillBook(
  store: Store,
  size: { readonly accounts: number; readonly moment: Moment; readonly seed?: number },
): void {
  const { accounts, moment } = size;
  const random = makeRandom(size.seed ?? 20_261_121);
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

  const account = (index: number) => {
    const business = random() < 0.12;
    const name = business
      ? `${surname()} ${pick(trades)} ${pick(['LLC', 'Inc', 'Co'])}`
      : `${pick(given)} ${random() < 0.3 ? `${pick(given)[0]}. ` : ''}${surname()}`;
    const openedNumber = todayNumber - 20 - below(1080);
    const openedOn = fromEpochDay(openedNumber);
    const createdAt = noon(openedOn);
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

    const entry = {
      ...noComponents,
      accountId,
      reference: '',
      method: null,
      basis: '',
      memo: '',
      author: moment.author,
      reversesEntryId: null,
      importId: null,
    };
    const charges = 1 + (random() < 0.6 ? 1 : 0) + (random() < 0.35 ? 1 : 0) + (random() < 0.15 ? 1 : 0);
    const open = [];
    let owed = 0;
    for (let charge = 0; charge < charges; charge += 1) {
      const effectiveNumber = Math.min(todayNumber, openedNumber + charge * 30);
      const effectiveOn = fromEpochDay(effectiveNumber);
      const dueOn = fromEpochDay(effectiveNumber + 30);
      const cents = 2_500 + below(150_000);
      owed += cents;
      const entryId = insertEntry(store, {
        ...entry,
        kind: 'charge',
        effectiveOn,
        postedAt: noon(effectiveOn),
        dueOn,
        principalCents: cents,
        reference: `INV-${index * 4 + charge}`,
        operationId: `bench-c-${index}-${charge}`,
      });
      open.push({ entryId, dueOn, effectiveOn, open: { ...noComponents, principalCents: cents } });
    }
    // A fifth has paid in full, a fifth in part, a few too much.
    const share = random();
    const paid =
      share < 0.2 ? owed : share < 0.4 ? Math.floor(owed * random()) : share < 0.405 ? owed + 500 : 0;
    const span = Math.max(1, todayNumber - openedNumber);
    if (paid > 0) {
      const effectiveOn = fromEpochDay(openedNumber + 1 + below(span));
      const entryId = insertEntry(store, {
        ...entry,
        kind: 'payment',
        effectiveOn,
        postedAt: noon(effectiveOn),
        dueOn: null,
        principalCents: -paid,
        method: pick(['cheque', 'card', 'cash'] as const),
        operationId: `bench-p-${index}`,
      });
      for (const { chargeEntryId, parts } of applyPayment(paid, open).applications) {
        insertApplication(store, { ...parts, entryId, chargeEntryId, rule: 'oldest_due_first' });
      }
    }
    const balance = owed - paid;

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
      });
      insertPlanVersion(store, { ...terms, planId, version: 1, madeAt: noon(startedOn) }, schedule.value);
      for (const instalment of schedule.value.filter(({ dueOn }) => dueOn > today).slice(0, 2)) {
        insertReminder(store, {
          accountId,
          text: `Instalment ${instalment.number} is due`,
          dueAt: instantOf(instalment.dueOn, '09:00', moment.zone),
          zone: moment.zone,
          planId,
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
  for (const { name } of indexes) store.db.exec(`DROP INDEX "${name}"`);
  const batch = 10_000;
  for (let first = 0; first < accounts; first += batch) {
    store.transaction(() => {
      for (let index = first; index < Math.min(accounts, first + batch); index += 1) account(index);
    });
  }
  for (const { sql } of indexes) store.db.exec(sql);
  turnDay(store, today);
  store.transaction(() => refreshAllSummaries(store));
}
