/**
 * Fills the sample office: about 250 accounts of a third-party collector, a medical office and a law office,
 * so that every screen has something to show. The same day makes the same office to the letter; its days
 * are counted back from the day it is made, so that promises are due and letters are late whenever somebody looks.
 */
import type { DebtType } from '../../../shared/domain/account.ts';
import type { ContactOutcome } from '../../../shared/domain/contact.ts';
import { addDays, type Day, dayOfInstant, instantOf } from '../../../shared/domain/days.ts';
import type { PaymentMethod } from '../../../shared/domain/ledger.ts';
import { readPhone } from '../../../shared/domain/phone.ts';
import { scheduleOf } from '../../../shared/domain/plan.ts';
import type { PlanTerms } from '../../../shared/domain/plan-terms.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { CommandContext } from '../context.ts';
import type { Moment } from '../protocol.ts';
import {
  businessNames,
  callNotes,
  familyNames,
  givenNames,
  nextSteps,
  places,
  plainNotes,
  sampleClients,
  streets,
} from '../sample/sample-words.ts';
import { insertAccount, updateClosed, updateNextStep } from '../store/queries/accounts.ts';
import { insertContact } from '../store/queries/contacts.ts';
import {
  insertAddress,
  insertClient,
  insertDebtor,
  insertEmail,
  insertPhone,
} from '../store/queries/debtors.ts';
import { balanceOf } from '../store/queries/entries.ts';
import { saveLetterhead } from '../store/queries/letters.ts';
import { insertNote } from '../store/queries/notes.ts';
import { insertPlan, insertPlanVersion } from '../store/queries/plans.ts';
import { insertPolicy } from '../store/queries/policies.ts';
import { insertPromise } from '../store/queries/promises.ts';
import { insertReminder, listRemindersOfPlan, updateReminderState } from '../store/queries/reminders.ts';
import { refreshAllSummaries, refreshSummary, turnDay } from '../store/queries/summaries.ts';
import { insertTerms } from '../store/queries/terms.ts';
import type { Store } from '../store/store.ts';
import { adjust } from './adjustments.ts';
import { plainEntry } from './check-posting.ts';
import { holdPayment } from './held-payments.ts';
import { enterJudgment } from './judgments.ts';
import { addCharge } from './ledger.ts';
import { takeBackPayment, takePayment } from './payments.ts';
import { post, reckon } from './post-ledger.ts';
import { workTheDesk } from './sample-desk.ts';
import { receiveMoney } from './sample-incoming.ts';
import { heldBy, liveUnderLaw, sayWhoTheOfficeIs } from './sample-law.ts';
import { followPlan } from './settle-plan.ts';

/** Mulberry32 (Tommy Ettinger, public domain): a short repeatable sequence is all that is needed. */
function makeDice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    /** A whole number from `least` to `most`, both included. */
    between: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    chance: (share: number) => next() < share,
    of: <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
      const picked = list[Math.floor(next() * list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}
type Dice = ReturnType<typeof makeDice>;

const scenes = [
  ...Array<'fresh'>(3).fill('fresh'),
  ...Array<'unreached'>(5).fill('unreached'),
  ...Array<'talking'>(4).fill('talking'),
  ...Array<'promised'>(3).fill('promised'),
  ...Array<'plan'>(3).fill('plan'),
  ...Array<'part_paid'>(3).fill('part_paid'),
  ...Array<'paid'>(2).fill('paid'),
  'held',
  'closed',
] as const;
type Scene = (typeof scenes)[number];

type Desk = {
  readonly store: Store;
  readonly moment: Moment;
  readonly today: Day;
  readonly dice: Dice;
  /** For what money does; apart from the rest, so that the people stay who they are. */
  readonly coins: Dice;
  /** For what debtors ask and the law notes. */
  readonly wishes: Dice;
};
type Drawn = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly phoneId: number;
  readonly openedOn: Day;
  readonly totalCents: number;
};

const operationId = 'sample-office';
const author = 'Sample';

const sampleLetterhead = {
  line1: '210 Harbor Lane, Suite 4',
  line2: '',
  city: 'Portsmouth',
  region: 'NH',
  postalCode: '03801',
  phone: '(603) 555-0142',
  email: 'office@sample-office.example',
  hours: 'Monday to Friday, 9 to 5',
  howToPay:
    'Pay by check or money order to the address at the head of this letter, or call us to pay by card.',
  website: 'www.sample-office.example',
  signerName: 'Dana Whitlock',
  signerTitle: 'Accounts manager',
  disputeAddress: '',
  disputeElectronically: '',
  footer: '',
};

/** Writes the whole office into a fresh book. Call it inside a transaction. */
export function fillSampleOffice(store: Store, moment: Moment): void {
  const today = dayOfInstant(moment.now, moment.zone);
  const desk: Desk = {
    store,
    moment: { ...moment, author },
    today,
    dice: makeDice(20_261_121),
    coins: makeDice(1_000_003),
    wishes: makeDice(7_654_321),
  };
  saveLetterhead(store, sampleLetterhead);
  turnDay(store, today);
  layDown(desk);
  sayWhoTheOfficeIs(onDay(desk, today, '23:59'));
  let serial = 0;
  for (const client of sampleClients) {
    const clientId = insertClient(store, {
      name: client.name,
      isOffice: false,
      importId: null,
      createdAt: moment.now,
    });
    for (let index = 0; index < client.accounts; index += 1) {
      serial += 1;
      const drawn = drawAccount(desk, client, clientId, serial);
      const scene = desk.dice.of(scenes);
      agreeInterest(desk, drawn, client.kind, scene);
      play(desk, drawn, scene);
      liveThrough(desk, drawn, client.kind, scene);
      liveUnderLaw((day) => onDay(desk, day, '09:30'), desk.wishes, today, { ...drawn, kind: client.kind });
    }
  }
  refreshAllSummaries(store);
  workTheDesk((day, wallTime) => onDay(desk, day, wallTime), today);
  receiveMoney((day, wallTime) => onDay(desk, day, wallTime), today);
}

function drawAccount(
  desk: Desk,
  client: (typeof sampleClients)[number],
  clientId: number,
  serial: number,
): Drawn {
  const { store, today, dice, moment } = desk;
  const business = client.kind === 'legal_fees' && dice.chance(0.3);
  const name = business ? dice.of(businessNames) : `${dice.of(givenNames)} ${dice.of(familyNames)}`;
  const age = dice.between(20, 420);
  const openedOn = addDays(today, -age - 30);
  const debtorId = insertDebtor(store, {
    kind: business ? 'business' : 'consumer',
    name,
    reference: `${client.prefix}-${10_000 + serial * 7}`,
    importId: null,
    createdAt: moment.now,
  });
  const [city, region, postalCode, area] = dice.of(places);
  insertAddress(store, {
    debtorId,
    kind: business ? 'work' : 'home',
    status: dice.chance(0.06) ? 'bad' : 'current',
    line1: `${dice.between(12, 4800)} ${dice.of(streets)}`,
    line2: dice.chance(0.2) ? `Apt ${dice.between(1, 40)}` : '',
    city,
    region,
    postalCode,
    country: '',
    source: 'Client',
    sinceOn: openedOn,
    importId: null,
  });
  const phoneId = drawPhone(desk, debtorId, area, openedOn, business ? 'work' : 'mobile');
  if (dice.chance(0.3)) drawPhone(desk, debtorId, area, openedOn, 'home');
  if (dice.chance(0.4)) {
    insertEmail(store, {
      debtorId,
      address: `${name
        .toLowerCase()
        .replaceAll(/[^a-z]+/g, '.')
        .replace(/^\.|\.$/g, '')}@mail.example`,
      status: 'unverified',
      source: 'Client',
      sinceOn: openedOn,
      importId: null,
    });
  }
  const accountId = insertAccount(store, {
    debtorId,
    clientId,
    number: `${client.prefix}-${100_000 + serial * 13}`,
    originalCreditor: client.kind === 'retail' ? 'Brightwater Consumer Credit' : client.name,
    debtType: debtTypeOf(client.kind, business),
    openedOn,
    placedOn:
      client.kind === 'retail' || client.kind === 'utility' ? addDays(today, -Math.floor(age / 2)) : null,
    nextStepOn: null,
    nextStep: null,
    importId: null,
    createdAt: moment.now,
  });
  let totalCents = 0;
  for (let item = 0, items = dice.between(1, 3); item < items; item += 1) {
    const effectiveOn = addDays(openedOn, item * dice.between(3, 12));
    const principalCents = Math.round(dice.between(client.leastCents, client.mostCents) / items);
    const charge = {
      ...plainEntry,
      principalCents,
      kind: 'charge',
      effectiveOn,
      dueOn: addDays(effectiveOn, 30),
      reference: `${client.prefix}${dice.between(100_000, 999_999)}`,
      memo: dice.of(client.items),
    } as const;
    post(onDay(desk, effectiveOn, '10:00'), reckon(store, accountId, { add: [charge] }));
    totalCents += principalCents;
  }
  return { accountId, debtorId, phoneId, openedOn, totalCents };
}

/** The office as it was at its desk on an earlier day. */
function onDay({ store, moment }: Desk, day: Day, wallTime: string): CommandContext {
  const now = Math.min(moment.now, instantOf(day, wallTime, moment.zone));
  return {
    ...moment,
    store,
    now,
    today: dayOfInstant(now, moment.zone),
    operationId,
    changed: () => undefined,
  };
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the sample office was refused: ${result.error.code}`);
  return result.value;
}

/** What the house lays down; its clients lay down nothing of their own. */
function layDown({ store, moment }: Desk): void {
  insertPolicy(
    store,
    null,
    {
      applicationOrder: null,
      leastPaymentCents: 1_000,
      longestMonths: 36,
      leastSettlementShare: 4_000,
      mayGoBelow: 'The office manager',
      returnedFeeCents: 2_500,
      returnedFeeBasisKind: 'contract',
      returnedFeeBasis: 'Credit agreement, clause 11: returned payments',
      graceDays: null,
    },
    { at: moment.now - 90 * dayMs, author },
  );
}

const dayMs = 86_400_000;

/** Some agreements bear interest; those that a scene wants paid to the cent do not. */
function agreeInterest(desk: Desk, drawn: Drawn, kind: DebtType, scene: Scene): void {
  const { store, coins } = desk;
  const { accountId } = drawn;
  const bears = coins.chance(kind === 'retail' ? 0.6 : kind === 'legal_fees' ? 0.4 : 0);
  if (!bears || scene === 'paid' || scene === 'plan' || scene === 'promised') return;
  const compound = coins.chance(0.25);
  insertTerms(store, {
    accountId,
    fromOn: addDays(drawn.openedOn, 30),
    method: compound ? 'compound' : 'simple',
    rate: coins.of(['6', '7.25', '9', '12.5'] as const),
    compounding: compound ? 'monthly' : null,
    dayCount: coins.of(['actual_365', 'actual_365', 'actual_360'] as const),
    capCents: null,
    basisKind: 'contract',
    basis: kind === 'retail' ? 'Credit agreement, clause 4' : 'Engagement letter, section 6',
    madeAt: instantOf(drawn.openedOn, '10:00', desk.moment.zone),
    author,
    operationId,
  });
  post(onDay(desk, drawn.openedOn, '10:01'), reckon(store, accountId, {}));
}

/** What else happens to money: fees, payments returned, a cheque held, a judgment, a write-off with a recovery. */
function liveThrough(desk: Desk, drawn: Drawn, kind: DebtType, scene: Scene): void {
  const { coins, today } = desk;
  const { accountId } = drawn;
  const on = (daysAgo: number) => addDays(today, -daysAgo);
  const at = (daysAgo: number) => onDay(desk, on(daysAgo), '14:20');
  if (scene === 'unreached' && kind === 'retail' && coins.chance(0.25)) {
    const effectiveOn = on(coins.between(20, 22));
    done(
      addCharge(at(20), {
        accountId,
        kind: 'fee',
        amountCents: 1_500,
        effectiveOn,
        dueOn: effectiveOn,
        reference: '',
        basisKind: 'contract',
        basis: 'Credit agreement, clause 9: late fee',
        memo: 'Late fee',
      }),
    );
  } else if (scene === 'part_paid' && coins.chance(0.2)) {
    const amountCents = Math.min(4_000, balanceOf(desk.store, accountId).balanceCents);
    if (amountCents < 1) return;
    const reference = String(coins.between(1001, 9899));
    const entryId = take(desk, drawn, { amountCents, on: on(16), method: 'cheque', reference });
    done(
      takeBackPayment(at(11), {
        entryId,
        reason: 'Account closed',
        returned: { on: on(12), chargeFee: true },
      }),
    );
  } else if (scene === 'talking' && coins.chance(0.2)) {
    const datedOn = addDays(today, coins.between(3, 24));
    done(
      holdPayment(at(2), {
        accountId,
        amountCents: 5_000,
        method: 'cheque',
        reference: String(coins.between(1001, 9899)),
        datedOn,
        receivedOn: on(2),
        memo: '',
      }),
    );
  } else if (scene === 'unreached' && kind === 'legal_fees' && coins.chance(0.4)) {
    done(
      enterJudgment(at(6), {
        accountId,
        judgedOn: on(14),
        court: 'Rockingham Superior Court',
        caseNumber: `218-2026-CV-${coins.between(10_000, 99_999)}`,
        award: { principalCents: drawn.totalCents, interestCents: 0, feesCents: 0, costsCents: 28_000 },
        interestOn: 'award',
        rate: '6.5',
        dayCount: 'actual_365',
        startOn: on(14),
        basis: 'Order for judgment',
        confirmHighRate: false,
      }),
    );
  } else if (scene === 'fresh' && coins.chance(0.15)) {
    done(
      adjust(at(15), {
        accountId,
        kind: 'write_off',
        amountCents: null,
        direction: 'down',
        component: null,
        effectiveOn: on(15),
        reason: 'Not collectible: no address',
        allowedBy: 'The office manager',
      }),
    );
    if (coins.chance(0.5)) {
      take(desk, drawn, { amountCents: 2_000, on: on(4), method: 'money_order', reference: '' });
    }
  }
}

function debtTypeOf(kind: (typeof sampleClients)[number]['kind'], business: boolean): DebtType {
  return business ? 'commercial' : kind;
}

function drawPhone(
  desk: Desk,
  debtorId: number,
  area: string,
  sinceOn: Day,
  kind: 'mobile' | 'home' | 'work',
): number {
  const typed = `${area}-555-01${String(desk.dice.between(0, 99)).padStart(2, '0')}`;
  const phone = readPhone(typed);
  return insertPhone(desk.store, {
    debtorId,
    kind,
    status: desk.dice.chance(0.08) ? 'unverified' : 'current',
    number: phone?.number ?? typed,
    display: phone?.display ?? typed,
    source: 'Client',
    sinceOn,
    importId: null,
  });
}

function play(desk: Desk, drawn: Drawn, scene: Scene): void {
  const { dice, today, store, moment } = desk;
  const { accountId } = drawn;
  if (scene === 'fresh') return;
  for (let tries = dice.between(1, 4); tries > 0; tries -= 1) {
    contact(
      desk,
      drawn,
      dice.of(['no_answer', 'voicemail_left', 'busy', 'no_answer'] as const),
      dice.between(8, 60),
    );
  }
  if (dice.chance(0.3)) note(desk, accountId, dice.of(plainNotes), dice.between(5, 70));
  switch (scene) {
    case 'unreached':
      nextStep(desk, accountId);
      return;
    case 'talking':
      contact(
        desk,
        drawn,
        dice.of(['right_party', 'callback', 'refused', 'third_party'] as const),
        dice.between(1, 7),
      );
      if (dice.chance(0.4)) {
        const hour = String(dice.between(9, 16)).padStart(2, '0');
        insertReminder(store, {
          accountId,
          text: dice.of([
            'Call back as asked',
            'Statement should have arrived: call',
            'Ask about the insurance answer',
          ]),
          dueAt: instantOf(addDays(today, dice.between(-1, 5)), `${hour}:30`, moment.zone),
          zone: moment.zone,
          planId: null,
          madeAt: moment.now,
          author,
        });
      } else nextStep(desk, accountId);
      return;
    case 'promised': {
      const madeAgo = dice.between(2, 12);
      contact(desk, drawn, 'promise_to_pay', madeAgo);
      insertPromise(store, {
        accountId,
        amountCents: dice.chance(0.5) ? drawn.totalCents : Math.ceil(drawn.totalCents / 200) * 100,
        dueOn: addDays(today, dice.of([-6, -5, 0, 0, 1, 2, 4, 6, 9])),
        madeOn: addDays(today, -madeAgo),
        madeAt: at(desk, madeAgo, '11:20'),
        author,
      });
      return;
    }
    case 'plan': {
      contact(desk, drawn, 'right_party', dice.between(30, 70));
      const startedAgo = dice.between(20, 65);
      const terms: PlanTerms = {
        totalCents: drawn.totalCents,
        count: dice.of([3, 4, 6, 6, 12]),
        frequency: dice.of(['monthly', 'monthly', 'two_weekly'] as const),
        firstOn: addDays(today, -startedAgo + dice.between(3, 18)),
      };
      const schedule = scheduleOf(terms);
      if (!schedule.ok) return;
      const madeAt = at(desk, startedAgo, '10:05');
      const planId = insertPlan(store, { accountId, startedOn: addDays(today, -startedAgo), madeAt, author });
      insertPlanVersion(store, { planId, version: 1, ...terms, terms, author, madeAt }, schedule.value);
      refreshSummary(store, accountId);
      followPlan(onDay(desk, addDays(today, -startedAgo), '10:05'), planId, null);
      // Most keep up; some have missed the last one.
      const due = schedule.value.filter((instalment) => instalment.dueOn < today);
      const kept = dice.chance(0.35) ? due.slice(0, -1) : due;
      for (const instalment of kept) pay(desk, drawn, instalment.amountCents, instalment.dueOn);
      // The office was told of what has come due by now.
      for (const reminder of listRemindersOfPlan(store, planId)) {
        if (reminder.state !== 'open' || reminder.dueAt > moment.now) continue;
        updateReminderState(store, reminder.reminderId, 'done', reminder.dueAt);
      }
      return;
    }
    case 'part_paid': {
      const ago = dice.between(2, 40);
      contact(desk, drawn, 'payment_taken', ago);
      pay(
        desk,
        drawn,
        Math.max(1, Math.round(drawn.totalCents * (dice.between(15, 70) / 100))),
        addDays(today, -ago),
      );
      nextStep(desk, accountId);
      return;
    }
    case 'paid':
      contact(desk, drawn, 'right_party', dice.between(20, 50));
      pay(desk, drawn, drawn.totalCents, addDays(today, -dice.between(1, 18)));
      return;
    case 'held': {
      const outcome = dice.of(['disputed', 'attorney', 'bankruptcy', 'asked_to_stop'] as const);
      const ago = dice.between(2, 25);
      contact(desk, drawn, outcome, ago);
      heldBy(onDay(desk, addDays(today, -ago), '14:40'), accountId, outcome);
      return;
    }
    case 'closed':
      updateClosed(
        store,
        accountId,
        at(desk, dice.between(3, 30), '16:10'),
        dice.of(['Recalled by the client', 'Sent to counsel', 'Not collectible']),
      );
  }
}

/** An instant some days ago at a wall-clock time of the user's zone. */
function at(desk: Desk, daysAgo: number, wallTime: string): number {
  return instantOf(addDays(desk.today, -daysAgo), wallTime, desk.moment.zone);
}

function contact(desk: Desk, drawn: Drawn, outcome: ContactOutcome, daysAgo: number): number {
  const { dice, store, moment } = desk;
  const began = at(
    desk,
    daysAgo,
    `${String(dice.between(9, 18)).padStart(2, '0')}:${String(dice.between(0, 59)).padStart(2, '0')}`,
  );
  const contactId = insertContact(store, {
    accountId: drawn.accountId,
    debtorId: drawn.debtorId,
    channel: outcome === 'voicemail_left' ? 'voicemail' : 'call',
    direction: outcome === 'payment_taken' && dice.chance(0.5) ? 'in' : 'out',
    outcome,
    phoneId: drawn.phoneId,
    at: began,
    zone: moment.zone,
    seconds: dice.between(18, 420),
    author,
    recordedAt: began,
  });
  const said = callNotes[outcome];
  const text = said ? dice.of(said) : '';
  if (text !== '') {
    insertNote(store, {
      accountId: drawn.accountId,
      contactId,
      addendumTo: null,
      text,
      author,
      at: began,
      importId: null,
    });
  }
  return contactId;
}

function note(desk: Desk, accountId: number, text: string, daysAgo: number): void {
  const when = at(desk, daysAgo, '15:15');
  insertNote(desk.store, {
    accountId,
    contactId: null,
    addendumTo: null,
    text,
    author,
    at: when,
    importId: null,
  });
}

function nextStep(desk: Desk, accountId: number): void {
  // A few are left without one on purpose: Today shows what falls through.
  if (desk.dice.chance(0.12)) return;
  const on = addDays(desk.today, desk.dice.between(-3, 14));
  updateNextStep(desk.store, accountId, on, desk.dice.of(nextSteps));
}

/** At most what is owed; returns the entry, or `null` when nothing is. */
function pay(desk: Desk, drawn: Drawn, cents: number, on: Day): number | null {
  const { store, dice } = desk;
  const amountCents = Math.min(cents, balanceOf(store, drawn.accountId).balanceCents);
  if (amountCents < 1) return null;
  const method = dice.of(['cheque', 'ach', 'card', 'money_order', 'online'] as const);
  const reference = method === 'cheque' ? String(dice.between(1001, 9899)) : '';
  return take(desk, drawn, { amountCents, on, method, reference });
}

function take(
  desk: Desk,
  { accountId }: Drawn,
  payment: {
    readonly amountCents: number;
    readonly on: Day;
    readonly method: PaymentMethod;
    readonly reference: string;
  },
): number {
  const context = onDay(desk, payment.on, '13:00');
  const { entries } = done(
    takePayment(context, {
      shares: [{ accountId, amountCents: payment.amountCents }],
      receivedOn: context.today,
      effectiveOn: null,
      method: payment.method,
      reference: payment.reference,
      memo: '',
      direction: null,
      allowOverpayment: false,
    }),
  );
  const [entry] = entries;
  if (!entry) throw new Error('a payment posted nothing');
  return entry.entryId;
}
