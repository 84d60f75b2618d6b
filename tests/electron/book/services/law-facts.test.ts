import { beforeEach, describe, expect, it } from 'vitest';
import type { QueryContext } from '../../../../electron/book/context.ts';
import {
  gateFactsFor,
  lawInForce,
  officeFactsOf,
  plainAct,
} from '../../../../electron/book/services/law-facts.ts';
import { readLawCases } from '../../../../electron/book/store/queries/law-facts.ts';
import type { Store } from '../../../../electron/book/store/store.ts';
import { noHousePolicy } from '../../../../shared/domain/law.ts';
import type { GateFacts } from '../../../../shared/rules/facts.ts';
import { shippedLaw, shippedVersion } from '../../../../shared/rules/law-book.ts';
import { accountBeside, type Desk, makeDesk } from '../../../builders/desk.ts';

const minute = 60_000;
const call = plainAct({ channel: 'call' });

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
});

function contextOf({ store, moment, today }: Desk): QueryContext {
  return { ...moment(), store, today: today() };
}

function gather(accountId: number, at?: number): GateFacts {
  const found = gateFactsFor(contextOf(desk), accountId, call, at);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

function addContact(store: Store, accountId: number, at: number, besides: readonly number[] = []): number {
  const id = Number(
    store
      .sql(
        `INSERT INTO contacts (account_id, debtor_id, channel, direction, outcome, at, zone, author, recorded_at)
         SELECT id, debtor_id, 'call', 'out', 'no_answer', ?, 'UTC', 'Desk', ? FROM accounts WHERE id = ?`,
      )
      .run(at, at, accountId).lastInsertRowid,
  );
  for (const other of besides) store.sql('INSERT INTO contact_debts VALUES (?, ?)').run(id, other);
  return id;
}

function addEvent(
  store: Store,
  accountId: number,
  event: { kind: string; on: string; whole?: boolean; scope?: object; detail?: object; withdrawn?: 1 },
): void {
  store
    .sql(
      `INSERT INTO legal_events (debtor_id, account_id, kind, on_day, scope, detail, source, made_at, author, operation_id,
         ended_at, ended_reason, withdrawn)
       SELECT debtor_id, iif(?, NULL, id), ?, ?, ?, ?, 'Letter', 0, 'Desk', 'op', ?, ?, ? FROM accounts WHERE id = ?`,
    )
    .run(
      event.whole ? 1 : 0,
      event.kind,
      event.on,
      JSON.stringify(event.scope ?? {}),
      JSON.stringify(event.detail ?? {}),
      event.withdrawn ? 1 : null,
      event.withdrawn ? 'A slip' : null,
      event.withdrawn ?? 0,
      accountId,
    );
}

function addFact(store: Store, accountId: number, name: string, value: string): void {
  store
    .sql(
      `INSERT INTO debt_facts (account_id, name, value, source, since_on, made_at, author, operation_id)
       VALUES (?, ?, ?, 'Contract', '2026-11-01', 0, 'Desk', 'op')`,
    )
    .run(accountId, name, value);
}

describe('what is gathered for a verdict', () => {
  it('is the debt as it stands, its person and nothing of anybody else', async () => {
    const account = await desk.account({
      debtorName: 'Mara Okafor',
      city: 'Austin',
      region: 'TX',
      postalCode: '78701',
      line1: '12 Elm St',
      phone: '512-555-0144',
      amountCents: 10_000,
    });
    const stranger = await desk.account({ debtorName: 'Jonah Lee', phone: '813-555-0110' });
    addContact(desk.store, stranger, desk.moment().now - minute);
    addEvent(desk.store, stranger, { kind: 'dispute', on: '2026-11-02' });
    addFact(desk.store, stranger, 'form', 'oral');
    await desk.pay(account, 2_500);
    const facts = gather(account);
    expect(facts).toMatchObject({
      now: desk.moment().now,
      zone: 'America/Chicago',
      act: call,
      debt: {
        accountId: account,
        type: 'medical',
        balanceCents: 7_500,
        closed: false,
        openedOn: '2026-06-01',
        oldestDueOn: '2026-07-01',
        lastPaymentOn: '2026-11-20',
        judgedOn: null,
        holds: [],
        known: {},
      },
      person: {
        kind: 'consumer',
        addresses: [
          {
            kind: 'home',
            status: 'unverified',
            city: 'Austin',
            region: 'TX',
            postalCode: '78701',
            country: '',
          },
        ],
        phones: [{ status: 'unverified', number: '+15125550144' }],
        emails: [],
        known: {},
      },
      events: [],
      contacts: [],
    });
  });

  it('says so when there is no such account', () => {
    expect(gateFactsFor(contextOf(desk), 999, call)).toMatchObject({ error: { code: 'account.not_found' } });
  });

  it('holds contacts about every debt of the person, oldest first, each with the debts it counts for', async () => {
    const one = await desk.account();
    const two = await accountBeside(desk, one);
    const { now } = desk.moment();
    const late = addContact(desk.store, one, now - minute);
    const early = addContact(desk.store, two, now - 9 * minute, [one]);
    expect(gather(one).contacts.map(({ contactId, accountIds }) => [contactId, accountIds])).toEqual([
      [early, [two, one]],
      [late, [one]],
    ]);
    expect(gather(two).contacts).toEqual(gather(one).contacts);
  });

  it('leaves out what came after the instant asked about, and counts what a clock set back would hide', async () => {
    const account = await desk.account();
    const { now } = desk.moment();
    const before = addContact(desk.store, account, now - 9 * minute);
    addContact(desk.store, account, now - minute);
    expect(gather(account, now - 5 * minute).contacts.map(({ contactId }) => contactId)).toEqual([before]);
    addContact(desk.store, account, now + 60 * minute);
    expect(gather(account).contacts).toHaveLength(3);
  });

  it('takes student loans of one group for one debt', async () => {
    const one = await desk.account({ debtType: 'loan' });
    const two = await accountBeside(desk, one, { debtType: 'loan' });
    const three = await accountBeside(desk, one, { debtType: 'loan' });
    for (const loan of [one, two, three]) addFact(desk.store, loan, 'student_loan_group', 'SL-77');
    addFact(desk.store, three, 'student_loan_group', '');
    addContact(desk.store, two, desk.moment().now);
    addContact(desk.store, three, desk.moment().now);
    expect(gather(one).contacts.map(({ accountIds }) => [...accountIds].sort())).toEqual([
      [one, two],
      [three],
    ]);
  });

  it('reads events oldest first with what they leave open, without those withdrawn', async () => {
    const account = await desk.account();
    addEvent(desk.store, account, { kind: 'dispute', on: '2026-11-05', detail: { written: false } });
    addEvent(desk.store, account, {
      kind: 'opt_out',
      on: '2026-11-03',
      whole: true,
      scope: { channel: 'call' },
    });
    addEvent(desk.store, account, { kind: 'attorney', on: '2026-11-01', withdrawn: 1 });
    expect(gather(account).events).toMatchObject([
      {
        kind: 'opt_out',
        accountId: null,
        scope: { channel: 'call', phoneId: null, emailId: null, addressId: null, place: null },
        detail: {},
      },
      { kind: 'dispute', accountId: account, scope: { channel: null }, detail: { written: false } },
    ]);
  });

  it('knows the newest of each fact, and none that was taken back', async () => {
    const account = await desk.account();
    addFact(desk.store, account, 'form', 'oral');
    addFact(desk.store, account, 'form', 'signed_writing');
    addFact(desk.store, account, 'charged_off_on', '2026-01-01');
    addFact(desk.store, account, 'charged_off_on', '');
    expect(gather(account).debt.known).toEqual({
      form: { value: 'signed_writing', source: 'Contract', since: '2026-11-01' },
    });
  });

  it('holds what the office itself holds, as long as it does', async () => {
    const account = await desk.account();
    const hold = desk.store.sql(
      `INSERT INTO holds (account_id, kind, reason, source, from_on, until_on, created_at)
       VALUES (?, ?, 'Waiting', 'Desk', '2026-11-01', ?, 0)`,
    );
    hold.run(account, 'hardship', null);
    hold.run(account, 'house', '2026-11-20');
    hold.run(account, 'court', '2026-11-19');
    hold.run(account, 'dispute', null);
    expect(gather(account).debt.holds.map(({ kind }) => kind)).toEqual(['hardship', 'house']);
    desk.pass(86_400_000);
    expect(gather(account).debt.holds.map(({ kind }) => kind)).toEqual(['hardship']);
  });

  it('is the same read alone and read with the whole book', async () => {
    const accounts = [await desk.account(), await desk.account({ phone: '512-555-0101' })];
    const first = accounts[0] ?? 0;
    accounts.push(await accountBeside(desk, first));
    for (const [index, account] of accounts.entries()) {
      addContact(desk.store, account, desk.moment().now - index * minute, [first]);
      addEvent(desk.store, account, { kind: 'dispute', on: '2026-11-05', whole: index === 2 });
      addFact(desk.store, account, 'form', 'oral');
    }
    const together = readLawCases(desk.store, accounts, desk.today());
    expect(together).toEqual(accounts.flatMap((id) => readLawCases(desk.store, [id], desk.today())));
    expect(together).toHaveLength(3);
  });
});

describe('the office and the law in force', () => {
  it('has no role before it says so, and the newest profile after', () => {
    expect(officeFactsOf(makeDesk().store)).toMatchObject({ house: noHousePolicy, licences: [] });
    const { store } = desk;
    const say = (role: string, callsInSevenDays: number | null) =>
      store
        .sql(`INSERT INTO office_profiles (profile, made_at, author) VALUES (?, 0, 'Desk')`)
        .run(JSON.stringify({ role, state: 'TX', house: { ...noHousePolicy, callsInSevenDays } }));
    say('law_office', null);
    say('third_party_collector', 3);
    expect(officeFactsOf(store)).toMatchObject({
      role: 'third_party_collector',
      state: 'TX',
      house: { callsInSevenDays: 3 },
    });
  });

  it('names licences in force', () => {
    const { store } = desk;
    const add = store.sql(
      `INSERT INTO licences (state, kind, number, renews_on, made_at, author, ended_at) VALUES (?, 'bond', ?, ?, 0, 'Desk', ?)`,
    );
    add.run('TX', 'B-1', null, 5);
    add.run('TX', 'B-2', '2027-01-01', null);
    expect(officeFactsOf(store).licences).toEqual([
      { state: 'TX', kind: 'bond', number: 'B-2', basis: '', renewsOn: '2027-01-01' },
    ]);
  });

  it('is the shipped law until a newer pack is loaded', () => {
    const { store } = desk;
    expect(lawInForce(store)).toBe(shippedLaw);
    const load = (version: string, title: string) =>
      store
        .sql(
          `INSERT INTO rule_packs (version, publisher, pack, signature, key, loaded_at, author)
           VALUES (?, 'Counsel', ?, ?, 'k', 0, 'Desk')`,
        )
        .run(
          version,
          JSON.stringify({ format: 1, version, rules: { 'house.hold': { title } }, states: {} }),
          `s-${version}`,
        );
    load('2020-01-01.1', 'Long ago');
    expect(lawInForce(store)).toBe(shippedLaw);
    const newer = `9${shippedVersion.slice(1)}`;
    load(newer, 'Held by counsel');
    const law = lawInForce(store);
    expect(law.version).toBe(newer);
    expect(law.contactRules.find(({ id }) => id === 'house.hold')?.title).toBe('Held by counsel');
    expect(lawInForce(store)).toBe(law);
  });
});
