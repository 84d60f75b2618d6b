/** The gate at the moment of writing: what lets a contact through, what is kept with it, and what its outcome becomes. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { KeptVerdict } from '../../../../electron/book/services/gate.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { ContactDecision } from '../../../../shared/contract/law.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeTestStore } from '../../../builders/store.ts';

const hour = 3_600_000;

/** Friday, 20 November 2026, nine in Chicago, at an agency with a bond in Texas. */
let desk: Desk;
let accountId: number;
let secondId: number;
let phoneId: number;

async function open(profile: Parameters<typeof makeDesk>[2] = thirdParty): Promise<void> {
  desk = makeDesk(makeTestStore(), undefined, profile);
  accountId = await desk.account({
    phone: '(512) 555-0144',
    line1: '18 Mill Road',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
  });
  secondId = await accountBeside(desk, accountId, { number: 'Second' });
  phoneId = (await desk.get('accounts.get', { accountId })).debtor.phones[0]?.phoneId ?? 0;
  const bond = { state: 'TX', kind: 'bond', number: 'B-100', basis: '', renewsOn: null } as const;
  await desk.get('law.setLicence', bond);
}
beforeEach(() => open());

type Contact = InputOf<'contacts.record'>;
const contact = (change: Partial<Contact> = {}): Contact => ({
  accountId,
  channel: 'call',
  direction: 'out',
  outcome: 'no_answer',
  phoneId,
  at: desk.moment().now,
  seconds: null,
  text: '',
  ...change,
});
const record = async (change: Partial<Contact> = {}) =>
  (await desk.get('contacts.record', contact(change))).contactId;
const codeOf = (change: Partial<Contact> = {}) => desk.codeOf('contacts.record', contact(change));

type Kept = { verdict: KeptVerdict; override_reason: string; override_factor: string | null };
function kept(contactId: number): Kept {
  const row = desk.store
    .sql('SELECT verdict, override_reason, override_factor FROM contacts WHERE id = ?')
    .get(contactId) as { verdict: string; override_reason: string; override_factor: string | null };
  return { ...row, verdict: JSON.parse(row.verdict) as KeptVerdict };
}
const rows = () => desk.store.sql('SELECT count(*) FROM contacts').pluck().get();
const events = async (id = accountId) =>
  (await desk.get('law.account', { accountId: id })).events.map(
    ({ kind, accountId: about, detail, scope }) => ({
      kind,
      about,
      detail,
      channel: scope.channel,
      phoneId: scope.phoneId,
    }),
  );

const reason: ContactDecision = { kind: 'reason', reason: 'She asked for the call', factor: null };
const rebutted: ContactDecision = { ...reason, factor: 'answer_to_request' };
const happened: ContactDecision = { kind: 'happened' };

describe('a contact that is allowed', () => {
  test('is recorded with the verdict of its moment', async () => {
    const { verdict, override_reason } = kept(await record());
    expect(verdict).toMatchObject({ outcome: 'allowed', reasons: [], decision: null, states: ['TX'] });
    expect(verdict.askedAt).toBe(desk.moment().now);
    expect(verdict.passed.map(({ ruleId }) => ruleId)).toContain('reg-f.hours');
    expect(override_reason).toBe('');
  });

  test('keeps little enough to stay beside its row', async () => {
    const contactId = await record();
    const length = desk.store.sql('SELECT length(verdict) FROM contacts WHERE id = ?').pluck().get(contactId);
    expect(length).toBeLessThan(3500);
  });

  test('keeps whom it was for, what for, how, and every debt that was spoken of', async () => {
    const contactId = await record({
      to: 'spouse',
      partyName: 'Theo Okafor',
      purpose: 'answer_request',
      outcome: 'right_party',
      otherAccountIds: [secondId, secondId, accountId],
    });
    expect(
      desk.store.sql('SELECT party, party_name, purpose, dialing FROM contacts WHERE id = ?').get(contactId),
    ).toEqual({
      party: 'spouse',
      party_name: 'Theo Okafor',
      purpose: 'answer_request',
      dialing: 'by_hand',
    });
    expect(desk.store.sql('SELECT account_id FROM contact_debts').pluck().all()).toEqual([secondId]);
  });

  test('counts for the other debts too: a talk about both stops calls about both', async () => {
    await record({ outcome: 'right_party', otherAccountIds: [secondId] });
    desk.pass(2 * hour);
    expect(await codeOf({ accountId: secondId })).toBe('contact.needs_factor');
  });
});

describe('a prohibition', () => {
  // Ten in the evening in Austin, the day before.
  const late = () => desk.moment().now - 11 * hour;

  test.each<[string, ContactDecision | null, string]>([
    ['without a word', null, 'contact.blocked'],
    ['with a reason', reason, 'contact.blocked'],
    ['with a reason and a factor', rebutted, 'contact.blocked'],
    ['as something that happened', happened, 'ok'],
  ])('%s: %s', async (_what, decision, code) => {
    expect(await codeOf({ at: late(), decision })).toBe(code);
    expect(rows()).toBe(code === 'ok' ? 1 : 0);
  });

  test('names the rule and says why', async () => {
    const result = await desk.call('contacts.record', contact({ at: late() }));
    expect(result).toMatchObject({
      error: { params: { ruleCode: 'TIME_OUTSIDE_WINDOW', text: expect.stringMatching(/\.$/) } },
    });
  });

  test('what happened all the same is kept as it was', async () => {
    const { verdict, override_reason } = kept(await record({ at: late(), decision: happened }));
    expect(verdict).toMatchObject({ outcome: 'blocked', decision: happened, askedAt: late() });
    expect(verdict.primary?.text).not.toBe('');
    expect(override_reason).toBe('');
  });

  test('stops nothing that the debtor began', async () => {
    const contactId = await record({ at: late(), direction: 'in', outcome: 'right_party' });
    expect(kept(contactId).verdict.askedAt).toBe(late());
  });

  test('gives way to a fact: the end of a request', async () => {
    const { eventId } = await desk.get('law.recordEvent', {
      accountId,
      allDebts: false,
      kind: 'cease_written',
      on: '2026-11-19',
      scope: {},
      detail: {},
      source: 'Letter',
    });
    expect(await codeOf({ decision: reason })).toBe('contact.blocked');
    await desk.get('law.endEvent', { eventId, on: '2026-11-20', reason: 'Taken back', source: 'Call' });
    expect(await codeOf()).toBe('ok');
  });
});

describe('a presumption', () => {
  beforeEach(async () => {
    await record({ outcome: 'right_party' });
    desk.pass(dayMs);
  });

  test.each<[string, ContactDecision | null, string]>([
    ['without a word', null, 'contact.needs_factor'],
    ['with a reason alone', reason, 'contact.needs_factor'],
    ['with a reason and what rebuts it', rebutted, 'ok'],
    ['as something that happened', happened, 'ok'],
  ])('%s: %s', async (_what, decision, code) => {
    expect(await codeOf({ decision })).toBe(code);
  });

  test('keeps both, and the verdict they were given against', async () => {
    const contactId = await record({ decision: rebutted });
    expect(kept(contactId)).toMatchObject({
      override_reason: 'She asked for the call',
      override_factor: 'answer_to_request',
      verdict: {
        outcome: 'blocked',
        decision: rebutted,
        primary: { code: 'CALL_FREQ_AFTER_CONVERSATION' },
      },
    });
  });

  test('is over on the eighth day', async () => {
    desk.pass(5 * dayMs);
    expect(await codeOf()).toBe('contact.needs_factor');
    desk.pass(dayMs);
    expect(await codeOf()).toBe('ok');
  });
});

describe('what nobody knows', () => {
  test.each<[string, ContactDecision | null, string]>([
    ['without a word', null, 'contact.needs_reason'],
    ['with a reason', reason, 'ok'],
    ['as something that happened', happened, 'ok'],
  ])('an office that has not said who it is, %s: %s', async (_what, decision, code) => {
    await open(null);
    expect(await codeOf({ decision })).toBe(code);
  });

  test('the reason is kept', async () => {
    await open(null);
    const contactId = await record({ decision: reason });
    expect(kept(contactId)).toMatchObject({
      override_reason: 'She asked for the call',
      override_factor: null,
      verdict: { outcome: 'undetermined' },
    });
  });

  test('a factor without need is not kept', async () => {
    expect(kept(await record({ decision: rebutted }))).toMatchObject({
      override_reason: '',
      override_factor: null,
      verdict: { outcome: 'allowed', decision: rebutted },
    });
  });
});

describe('the moment it began', () => {
  test('decides: a call of two hours ago does not count one made since', async () => {
    await record({ outcome: 'right_party' });
    expect(await codeOf({ at: desk.moment().now - hour })).toBe('ok');
  });

  test('a request of today does not make yesterday’s call unlawful', async () => {
    await desk.get('law.recordEvent', {
      accountId,
      allDebts: false,
      kind: 'cease_written',
      on: '2026-11-20',
      scope: {},
      detail: {},
      source: 'Letter',
    });
    expect(await codeOf({ at: desk.moment().now - dayMs })).toBe('ok');
    expect(await codeOf()).toBe('contact.blocked');
  });
});

describe('what it names', () => {
  test('must be of the same person', async () => {
    const other = await desk.account({ number: 'Other' });
    const result = await desk.call('contacts.record', contact({ otherAccountIds: [secondId, other] }));
    expect(result).toMatchObject({ error: { code: 'contact.other_debtor', params: { number: 'Other' } } });
    expect(await codeOf({ otherAccountIds: [99] })).toBe('account.not_found');
    const { debtor } = await desk.get('accounts.get', { accountId: other });
    const { emailId } = await desk.get('debtors.addEmail', {
      debtorId: debtor.debtorId,
      address: 'other@example.com',
      source: '',
    });
    expect(await codeOf({ channel: 'email', direction: 'in', emailId })).toBe('email.not_found');
    expect(rows()).toBe(0);
  });

  test('the same operation records once, also what it brought', async () => {
    const operationId = '0199e3a2-0000-7000-8000-000000000011';
    const input = contact({ outcome: 'disputed' });
    const first = await desk.call('contacts.record', input, operationId);
    expect(await desk.call('contacts.record', input, operationId)).toEqual(first);
    expect(rows()).toBe(1);
    expect(await events()).toHaveLength(1);
  });
});

describe('what an outcome becomes', () => {
  test.each([
    ['disputed', [{ kind: 'dispute', detail: { written: false } }]],
    ['attorney', [{ kind: 'attorney', detail: {} }]],
  ] as const)('%s: an event of this debt', async (outcome, expected) => {
    const contactId = await record({ outcome });
    expect(await events()).toMatchObject(expected.map((event) => ({ ...event, about: accountId })));
    const [event] = (await desk.get('law.account', { accountId })).events;
    expect(event).toMatchObject({ contactId, source: 'Said in a call', on: '2026-11-20' });
    expect((await desk.get('accounts.get', { accountId: secondId })).holds).toEqual([]);
  });

  test.each(['bankruptcy', 'deceased'] as const)('%s: an event of every debt', async (outcome) => {
    await record({ outcome });
    expect(await events()).toMatchObject([{ kind: outcome, about: null }]);
    expect((await desk.get('accounts.get', { accountId: secondId })).holds).toMatchObject([
      { kind: outcome },
    ]);
  });

  test('a spoken wish to stop closes this debt and every call', async () => {
    await record({ outcome: 'asked_to_stop' });
    expect(await events()).toMatchObject([
      { kind: 'opt_out', about: null, channel: 'call' },
      { kind: 'cease_oral', about: accountId },
    ]);
    const { verdict } = await desk.get('law.verdict', {
      accountId: secondId,
      act: { channel: 'call', phoneId },
    });
    expect(verdict.outcome).toBe('blocked');
  });

  test('one in writing is a written request, and closes the way it came', async () => {
    await record({ outcome: 'asked_to_stop', channel: 'text', direction: 'in' });
    expect(await events()).toMatchObject([
      { kind: 'opt_out', about: null, channel: 'text' },
      { kind: 'cease_written', about: accountId },
    ]);
    await record({ outcome: 'disputed', channel: 'letter', direction: 'in', phoneId: null });
    expect((await events()).find(({ kind }) => kind === 'dispute')).toMatchObject({
      detail: { written: true },
    });
  });

  test('one of a stranger closes only their number', async () => {
    await record({ outcome: 'asked_to_stop', to: 'third_party', decision: happened });
    expect(await events()).toMatchObject([{ kind: 'opt_out', phoneId }]);
    const { debtor, holds } = await desk.get('accounts.get', { accountId });
    expect(debtor.phones[0]?.status).toBe('do_not_call');
    expect(holds).toEqual([]);
  });

  test('stands for each debt that was spoken of', async () => {
    await record({ outcome: 'disputed', otherAccountIds: [secondId] });
    expect(await events()).toMatchObject([{ about: secondId }, { about: accountId }]);
  });

  test('said twice it is one event; ended and said again it is another', async () => {
    await record({ outcome: 'disputed' });
    desk.pass(hour);
    await record({ outcome: 'disputed', decision: happened });
    expect(await events()).toHaveLength(1);
    const hold = (await desk.get('accounts.get', { accountId })).holds[0];
    await desk.get('accounts.endHold', { holdId: hold?.holdId ?? 0, reason: 'Verified' });
    await record({ outcome: 'disputed', decision: happened });
    expect(await events()).toHaveLength(2);
    expect((await desk.get('accounts.get', { accountId })).holds).toHaveLength(1);
  });

  test('a written dispute is more than a spoken one', async () => {
    await record({ outcome: 'disputed' });
    await record({ outcome: 'disputed', channel: 'letter', direction: 'in', phoneId: null });
    expect((await events()).map(({ detail }) => detail.written)).toEqual([true, false]);
  });

  test('the note of what was said stays the only one on its account', async () => {
    await record({ outcome: 'deceased', text: 'His sister told me' });
    const notes = async (id: number) =>
      (await desk.get('timeline.page', { accountId: id })).items.map((item) => item.kind);
    expect(await notes(accountId)).not.toContain('note');
    expect(await notes(secondId)).toContain('note');
  });
});

describe('a contact about two debts', () => {
  const both = () => ({ otherAccountIds: [secondId] });
  const stop = () =>
    desk.get('law.recordEvent', {
      accountId: secondId,
      allDebts: false,
      kind: 'cease_written',
      on: desk.today(),
      scope: { channel: null, phoneId: null, emailId: null, addressId: null, place: null },
      detail: {},
      source: 'A letter',
    });

  test('needs both to allow it, and keeps what stood in the way of one', async () => {
    await stop();
    expect(await codeOf()).toBe('ok');
    desk.pass(hour);
    expect(await codeOf(both())).toBe('contact.blocked');
    expect(rows()).toBe(1);
    const { verdict } = kept(await record({ ...both(), decision: { kind: 'happened' } }));
    expect(verdict).toMatchObject({ outcome: 'blocked', aboutId: secondId });
    expect(verdict.primary?.code).toBe('CEASE_COMMUNICATION');
  });

  test('that both allow is of its own debt', async () => {
    const { verdict } = kept(await record(both()));
    expect(verdict.outcome).toBe('allowed');
    expect(verdict).not.toHaveProperty('aboutId');
  });
});
