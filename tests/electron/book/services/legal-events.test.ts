/** Events of the law: what they need, what they hold and mark, what ends them, and what is told of them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { runCall } from '../../../../electron/book/run-call.ts';
import { type CheckedInputOf, contract, type InputOf } from '../../../../shared/contract/contract.ts';
import type { Change } from '../../../../shared/contract/events.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeTestStore } from '../../../builders/store.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

/** 20 November 2026, nine in Chicago. */
let desk: Desk;
let accountId: number;
/** Another debt of the same person. */
let secondId: number;
let phoneId: number;
let emailId: number;
let debtorId: number;

beforeEach(async () => {
  desk = makeDesk(makeTestStore(), undefined, thirdParty);
  accountId = await desk.account({
    phone: '(512) 555-0144',
    line1: '18 Mill Road',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
  });
  secondId = await accountBeside(desk, accountId, { number: 'Second' });
  const { debtor } = await facts(accountId);
  debtorId = debtor.debtorId;
  phoneId = debtor.phones[0]?.phoneId ?? 0;
  ({ emailId } = await desk.get('debtors.addEmail', {
    debtorId,
    address: 'mara@example.com',
    source: 'Form',
  }));
  await desk.get('law.setLicence', {
    state: 'TX',
    kind: 'bond',
    number: 'B-100',
    basis: '',
    renewsOn: null,
  });
});

const facts = (id: number) => desk.get('accounts.get', { accountId: id });
const law = (id = accountId) => desk.get('law.account', { accountId: id });
const holdsOf = async (id: number) => (await facts(id)).holds.map(({ kind }) => kind);
const notesOf = async (id: number) =>
  (await desk.get('timeline.page', { accountId: id, kinds: ['note'] })).items.map((item) =>
    item.kind === 'note' ? item.text : '',
  );
const verdict = async (act: Partial<InputOf<'law.verdict'>['act']> = {}, id = accountId) =>
  (await desk.get('law.verdict', { accountId: id, act: { channel: 'call', phoneId, ...act } })).verdict;
const codes = async (act: Partial<InputOf<'law.verdict'>['act']> = {}, id = accountId) =>
  (await verdict(act, id)).reasons.filter(({ result }) => result !== 'warn').map(({ code }) => code);

type Event = InputOf<'law.recordEvent'>;
const event = (kind: Event['kind'], change: Partial<Event> = {}): Event => ({
  accountId,
  allDebts: false,
  kind,
  on: '2026-11-18',
  scope: {},
  detail: {},
  source: 'Letter of November 17',
  ...change,
});
const record = async (kind: Event['kind'], change: Partial<Event> = {}) =>
  (await desk.get('law.recordEvent', event(kind, change))).eventId;

describe('what is kept', () => {
  test('comes back whole, with who recorded it, and tells of itself in one line', async () => {
    const eventId = await record('attorney', {
      detail: { name: 'Ida Vance', firm: 'Vance & Low', reach: 'known' },
      document: 'Drawer 3',
      memo: 'She called first',
    });
    expect((await law()).events).toEqual([
      {
        eventId,
        kind: 'attorney',
        accountId,
        accountNumber: (await facts(accountId)).number,
        on: '2026-11-18',
        at: null,
        scope: { channel: null, phoneId: null, emailId: null, addressId: null, place: null },
        detail: { name: 'Ida Vance', firm: 'Vance & Low', reach: 'known' },
        source: 'Letter of November 17',
        document: 'Drawer 3',
        memo: 'She called first',
        contactId: null,
        letterId: null,
        madeAt: desk.moment().now,
        author: 'Desk',
        endedOn: null,
        endedReason: null,
        endedSource: null,
        endedAuthor: null,
        withdrawn: false,
      },
    ]);
    expect(await notesOf(accountId)).toEqual([
      'Represented by an attorney (18 Nov 2026): Letter of November 17',
    ]);
    expect(await notesOf(secondId)).toEqual([]);
    expect(await codes()).toContain('ATTORNEY_REPRESENTED');
  });

  test('the same operation records once', async () => {
    const operationId = '0199e3a2-0000-7000-8000-000000000009';
    const first = await desk.call('law.recordEvent', event('cease_written'), operationId);
    expect(await desk.call('law.recordEvent', event('cease_written'), operationId)).toEqual(first);
    expect((await law()).events).toHaveLength(1);
    expect(await desk.call('law.recordEvent', event('dispute'), operationId)).toMatchObject({
      error: { code: 'call.operation_reused' },
    });
  });

  test('newest first, with those of the person’s other debts', async () => {
    await record('dispute', { accountId: secondId, on: '2026-11-01', detail: { written: true } });
    await record('consent', { on: '2026-11-10', detail: { consent: 'email', direct: true } });
    const rows = (await law()).events;
    expect(rows.map(({ kind, accountNumber }) => [kind, accountNumber])).toEqual([
      ['consent', (await facts(accountId)).number],
      ['dispute', 'Second'],
    ]);
    expect(await notesOf(accountId)).toEqual(['Gave consent to e-mail (10 Nov 2026): Letter of November 17']);
  });

  test('nothing of it can be changed or removed in the book', async () => {
    await record('dispute');
    expect(() => desk.store.db.exec("UPDATE legal_events SET source = 'x'")).toThrow('append-only');
    expect(() => desk.store.db.exec('DELETE FROM legal_events')).toThrow('append-only');
  });
});

describe('the hold an event makes', () => {
  test.each([
    ['dispute', 'dispute'],
    ['original_creditor_request', 'request'],
    ['statement_request', 'request'],
    ['cease_written', 'cease'],
    ['cease_oral', 'cease'],
    ['refusal_written', 'cease'],
    ['attorney', 'attorney'],
    ['identity_theft', 'identity_theft'],
    ['discharge', 'bankruptcy'],
    ['no_surprises_dispute', 'medical'],
    ['assistance_application', 'medical'],
    ['insurance_appeal', 'medical'],
  ] as const)('%s holds its own account', async (kind, hold) => {
    await record(kind);
    expect(await holdsOf(accountId)).toEqual([hold]);
    expect((await facts(accountId)).status).toBe('hold');
    expect(await holdsOf(secondId)).toEqual([]);
  });

  test('an event of every debt holds every account, and is told on each', async () => {
    const eventId = await record('bankruptcy', { allDebts: true, detail: { chapter: '7' } });
    for (const id of [accountId, secondId]) {
      expect(await holdsOf(id)).toEqual(['bankruptcy']);
      expect(await notesOf(id)).toEqual([
        'Filed for bankruptcy (18 Nov 2026, every debt): Letter of November 17',
      ]);
    }
    expect((await law(secondId)).events).toMatchObject([{ eventId, accountId: null, accountNumber: null }]);
    await desk.get('law.endEvent', {
      eventId,
      on: '2026-11-20',
      reason: 'Dismissed',
      source: 'Court notice',
    });
    expect([await holdsOf(accountId), await holdsOf(secondId)]).toEqual([[], []]);
    expect((await notesOf(secondId))[0]).toBe('Ended (filed for bankruptcy): Dismissed (Court notice)');
  });

  test('a death is of every debt, whatever was chosen; a bankruptcy may be of one', async () => {
    await record('deceased');
    expect(await holdsOf(secondId)).toEqual(['deceased']);
    await record('bankruptcy');
    expect(await holdsOf(secondId)).toEqual(['deceased']);
  });

  test('consents and notices hold nothing', async () => {
    await record('consent', { detail: { consent: 'contact' } });
    await record('validation_notice');
    expect(await holdsOf(accountId)).toEqual([]);
  });

  test('one that ends by itself holds up to its last day', async () => {
    await record('statement_request', { detail: { untilOn: '2026-11-21' } });
    desk.pass(dayMs);
    expect(await holdsOf(accountId)).toEqual(['request']);
    desk.pass(dayMs);
    expect(await holdsOf(accountId)).toEqual([]);
    expect((await facts(accountId)).status).toBe('active');
  });
});

describe('what ends it', () => {
  test('the gate opens on the day of the end, and the record says why', async () => {
    const eventId = await record('cease_written');
    expect(await codes()).toContain('CEASE_COMMUNICATION');
    await desk.get('law.endEvent', {
      eventId,
      on: '2026-11-20',
      reason: 'She called and asked to hear from us again',
      source: 'Call of November 20',
    });
    expect(await codes()).not.toContain('CEASE_COMMUNICATION');
    expect((await law()).events).toMatchObject([
      {
        endedOn: '2026-11-20',
        endedReason: 'She called and asked to hear from us again',
        endedSource: 'Call of November 20',
        endedAuthor: 'Desk',
        withdrawn: false,
      },
    ]);
    expect((await facts(accountId)).status).toBe('active');
  });

  test.each([
    ['2026-11-17', 'event.ends_before'],
    ['2026-11-18', 'ok'],
    ['2026-11-20', 'ok'],
    ['2026-11-21', 'event.future'],
  ])('an end on %s of one of November 18, today the 20th: %s', async (on, code) => {
    const eventId = await record('dispute');
    expect(await desk.codeOf('law.endEvent', { eventId, on, reason: 'Settled', source: 'Call' })).toBe(code);
  });

  test('it ends once, and nothing ends that is not there', async () => {
    const eventId = await record('dispute');
    const end = { eventId, on: '2026-11-20', reason: 'Verified', source: 'Letter' };
    await desk.get('law.endEvent', end);
    expect(await desk.codeOf('law.endEvent', end)).toBe('event.ended');
    expect(await desk.codeOf('law.withdrawEvent', { eventId, reason: 'Mistake' })).toBe('event.ended');
    expect(await desk.codeOf('law.endEvent', { ...end, eventId: 99 })).toBe('event.not_found');
    expect(await desk.codeOf('law.withdrawEvent', { eventId: 99, reason: 'x' })).toBe('event.not_found');
  });

  test('a mistake is withdrawn: it stays to be seen, binds nobody and holds nothing', async () => {
    const eventId = await record('attorney', { detail: { reach: 'known' } });
    await desk.get('law.withdrawEvent', { eventId, reason: 'Entered with the wrong account' });
    expect((await law()).events).toMatchObject([{ eventId, withdrawn: true, endedOn: '2026-11-18' }]);
    expect(await codes()).not.toContain('ATTORNEY_REPRESENTED');
    expect(await holdsOf(accountId)).toEqual([]);
    expect((await notesOf(accountId))[0]).toBe(
      'Withdrawn as a mistake (represented by an attorney): Entered with the wrong account',
    );
  });

  test('ending a hold ends the event that made it, on every account', async () => {
    await record('bankruptcy', { allDebts: true });
    const hold = (await facts(accountId)).holds[0];
    await desk.get('accounts.endHold', { holdId: hold?.holdId ?? 0, reason: 'Dismissed on November 19' });
    expect(await holdsOf(secondId)).toEqual([]);
    expect((await law()).events).toMatchObject([
      { endedOn: '2026-11-20', endedReason: 'Dismissed on November 19', endedSource: 'The hold' },
    ]);
    expect((await notesOf(accountId))[0]).toBe('Hold ended (bankruptcy): Dismissed on November 19');
    expect((await notesOf(secondId))[0]).toContain('Ended (filed for bankruptcy)');
  });

  test('two of a kind stand for themselves: ending one leaves the other', async () => {
    const first = await record('dispute');
    await record('dispute', { on: '2026-11-19' });
    await desk.get('law.endEvent', {
      eventId: first,
      on: '2026-11-20',
      reason: 'Verified',
      source: 'Letter',
    });
    expect(await holdsOf(accountId)).toEqual(['dispute']);
  });
});

describe('an opt-out', () => {
  const phone = async () => (await facts(accountId)).debtor.phones[0]?.status;
  const email = async () => (await facts(accountId)).debtor.emails[0]?.status;

  test('of one number marks it; its end leaves the mark and says so', async () => {
    const eventId = await record('opt_out', { scope: { phoneId } });
    expect(await phone()).toBe('do_not_call');
    expect((await notesOf(accountId))[0]).toContain('The number is marked “do not call”');
    await desk.get('law.endEvent', {
      eventId,
      on: '2026-11-20',
      reason: 'Taken back',
      source: 'Call',
    });
    expect(await phone()).toBe('do_not_call');
    expect((await notesOf(accountId))[0]).toMatch(/stays marked “do not call” until that is changed$/);
  });

  test('of texts to a number leaves calls to it open', async () => {
    await record('opt_out', { scope: { phoneId, channel: 'text' } });
    expect(await phone()).toBe('unverified');
    expect(await codes({ channel: 'text' })).toContain('ADDRESS_OPTED_OUT');
  });

  test('of one e-mail address marks that', async () => {
    await record('opt_out', { scope: { emailId } });
    expect([await email(), await phone()]).toEqual(['opted_out', 'unverified']);
    await desk.get('debtors.addEmail', { debtorId, address: 'MARA@example.com', source: 'Form' });
    expect(await email()).toBe('opted_out');
    await desk.get('debtors.setEmailStatus', { emailId, status: 'current' });
    expect(await email()).toBe('current');
  });

  test('of a channel closes it for every debt', async () => {
    await record('opt_out', { scope: { channel: 'call' } });
    expect(await codes()).toContain('MEDIUM_OPTED_OUT');
    expect(await codes({}, secondId)).toContain('MEDIUM_OPTED_OUT');
    expect(await phone()).toBe('unverified');
  });
});

describe('what an event cannot do without', () => {
  const needs = async (kind: Event['kind'], change: Partial<Event> = {}) => {
    const result = await desk.call('law.recordEvent', event(kind, change));
    return result.ok ? 'ok' : `${result.error.code} ${result.error.params.field ?? ''}`.trim();
  };

  test.each<[string, Event['kind'], Partial<Event>, string]>([
    ['a consent: what for', 'consent', {}, 'event.incomplete consent'],
    ['an opt-out: from what', 'opt_out', {}, 'event.incomplete scope'],
    ['a place: which', 'inconvenient_place', {}, 'event.incomplete place'],
    ['a time: when', 'inconvenient_time', {}, 'event.incomplete days'],
    ['a time: half of the hours', 'only_time', { detail: { fromMinute: 540 } }, 'event.incomplete hours'],
    [
      'a time: no length',
      'only_time',
      { detail: { fromMinute: 540, toMinute: 540 } },
      'event.incomplete hours',
    ],
    ['a time: weekdays alone', 'inconvenient_time', { detail: { days: [1, 2] } }, 'ok'],
    [
      'a creditor’s notice: which address',
      'creditor_email_notice',
      { detail: { sentOn: '2026-10-01', optOutBy: '2026-11-10' } },
      'event.incomplete address',
    ],
    ['a number looked up: which', 'reassigned_check', {}, 'event.incomplete address'],
    ['a notice before reporting: how', 'furnish_notice', {}, 'event.incomplete route'],
    ['an acknowledgment: how', 'time_acknowledged', {}, 'event.incomplete form'],
    ['a bankruptcy: nothing', 'bankruptcy', {}, 'ok'],
  ])('%s', async (_what, kind, change, answer) => {
    expect(await needs(kind, change)).toBe(answer);
  });

  test('a creditor’s notice wants both its days', async () => {
    const scope = { emailId };
    expect(await needs('creditor_email_notice', { scope })).toBe('event.incomplete sentOn');
    expect(await needs('creditor_email_notice', { scope, detail: { sentOn: '2026-10-01' } })).toBe(
      'event.incomplete optOutBy',
    );
    const detail = { sentOn: '2026-10-01', optOutBy: '2026-11-10' };
    expect(await needs('creditor_email_notice', { scope, detail })).toBe('ok');
    expect(await needs('reassigned_check', { scope: { phoneId } })).toBe('event.incomplete reassigned');
  });

  test.each<[string, Partial<CheckedInputOf<'law.recordEvent'>>, string]>([
    ['today', { on: '2026-11-20' }, 'ok'],
    ['tomorrow', { on: '2026-11-21' }, 'event.future'],
    ['a notice sent tomorrow', { detail: { sentOn: '2026-11-21' } }, 'event.future'],
    ['a period that ends before it begins', { detail: { endsOn: '2026-11-01' } }, 'event.ends_before'],
    ['an end before its beginning', { detail: { untilOn: '2026-11-17' } }, 'event.ends_before'],
    ['an hour of another day', { at: Date.UTC(2026, 10, 19, 15) }, 'call.invalid_input'],
    ['an hour of its day', { at: Date.UTC(2026, 10, 18, 15) }, 'ok'],
    ['an hour to come', { on: '2026-11-20', at: Date.UTC(2026, 10, 20, 20) }, 'event.future'],
  ])('days: %s', async (_what, change, code) => {
    expect(await desk.codeOf('law.recordEvent', event('validation_notice', change))).toBe(code);
  });

  test('a validation notice gets the end of its period, unless it was printed', async () => {
    // Sent Monday, November 2: five business days (Veterans Day does not count) are November 9, thirty days on December 9.
    await record('validation_notice', { on: '2026-11-02' });
    await record('validation_notice', { on: '2026-11-03', detail: { how: 'oral' } });
    await record('validation_notice', { on: '2026-11-04', detail: { endsOn: '2026-12-24' } });
    expect((await law()).events.map(({ detail }) => [detail.sentOn, detail.endsOn])).toEqual([
      ['2026-11-04', '2026-12-24'],
      ['2026-11-03', '2026-12-03'],
      ['2026-11-02', '2026-12-09'],
    ]);
  });

  test('numbers, addresses and letters of somebody else are not taken', async () => {
    const other = await desk.account({ number: 'Other', phone: '(512) 555-0177' });
    const scope = { phoneId: (await facts(other)).debtor.phones[0]?.phoneId ?? 0 };
    expect(await needs('opt_out', { scope })).toBe('phone.not_found');
    expect(await needs('opt_out', { scope: { emailId: 99 } })).toBe('email.not_found');
    expect(await needs('opt_out', { scope: { addressId: 99 } })).toBe('address.not_found');
    expect(await needs('dispute', { letterId: 99 })).toBe('letter.not_found');
    expect(await needs('dispute', { accountId: 99 })).toBe('account.not_found');
    expect((await law()).events).toEqual([]);
  });
});

test('every list that shows it is told', async () => {
  const changed: Change[] = [];
  const around = makeSurroundings(desk.store, desk.moment());
  await runCall(
    'law.recordEvent',
    contract['law.recordEvent'].input.parse(event('deceased')),
    '0199e3a2-0000-7000-8000-000000000010',
    { ...around, announce: (more) => void changed.push(...more) },
  );
  for (const subject of ['law', 'accounts', 'timeline']) {
    expect(changed).toContainEqual({ subject, accountIds: [accountId, secondId] });
  }
});

test('an event of a clock a little ahead binds at once', async () => {
  await desk.get('law.recordEvent', {
    accountId,
    allDebts: false,
    kind: 'cease_written',
    on: desk.today(),
    at: desk.moment().now + 59_000,
    scope: { channel: null, phoneId: null, emailId: null, addressId: null, place: null },
    detail: {},
    source: 'An e-mail',
  });
  const { verdict } = await desk.get('law.verdict', { accountId, act: { channel: 'call', phoneId } });
  expect(verdict.reasons.map(({ code }) => code)).toContain('CEASE_COMMUNICATION');
});
