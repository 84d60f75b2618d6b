/** An outcome becomes an event even where something like it stands on file already, unless that says as much. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeTestStore } from '../../../builders/store.ts';

let desk: Desk;
let accountId: number;
let phoneId: number;

beforeEach(async () => {
  desk = makeDesk(makeTestStore(), undefined, thirdParty);
  accountId = await desk.account({
    phone: '(512) 555-0144',
    line1: '18 Mill Road',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
  });
  const { phones, debtorId } = (await desk.get('accounts.get', { accountId })).debtor;
  await desk.get('debtors.addPhone', { debtorId, kind: 'home', number: '(512) 555-0155', source: '' });
  phoneId =
    (await desk.get('accounts.get', { accountId })).debtor.phones.find(
      (phone) => phone.phoneId !== phones[0]?.phoneId,
    )?.phoneId ?? 0;
  const bond = { state: 'TX', kind: 'bond', number: 'B-100', basis: '', renewsOn: null } as const;
  await desk.get('law.setLicence', bond);
});

const scope = { channel: null, phoneId: null, emailId: null, addressId: null, place: null };
type Recorded = InputOf<'law.recordEvent'>;
const record = (kind: Recorded['kind'], change: Partial<Recorded> = {}) =>
  desk.get('law.recordEvent', {
    accountId,
    allDebts: false,
    kind,
    on: desk.today(),
    scope,
    detail: {},
    source: 'A letter',
    ...change,
  });
const contact = (
  outcome: InputOf<'contacts.record'>['outcome'],
  change: Partial<InputOf<'contacts.record'>> = {},
) =>
  desk.get('contacts.record', {
    accountId,
    channel: 'call',
    direction: 'out',
    outcome,
    phoneId,
    at: desk.moment().now,
    decision: { kind: 'happened' },
    seconds: null,
    text: '',
    ...change,
  });
/** After ten days, so that no call counts any more: the codes of what stands in the way of another call. */
const standing = async (act: Partial<InputOf<'law.verdict'>['act']> = {}) => {
  desk.pass(10 * dayMs);
  const { verdict } = await desk.get('law.verdict', { accountId, act: { channel: 'call', phoneId, ...act } });
  return verdict.reasons.filter(({ result }) => result !== 'warn').map(({ code }) => code);
};

test('who closed one place closes the medium by asking to be left alone', async () => {
  await record('opt_out', { scope: { ...scope, channel: 'call', place: 'work' } });
  await contact('asked_to_stop');
  expect(await standing()).toEqual(['MEDIUM_OPTED_OUT']);
});

describe('a spouse who asks to be left alone', () => {
  test.each(['Ann Okafor', ''])('is called no more (%s)', async (partyName) => {
    await contact('asked_to_stop', { to: 'spouse', partyName });
    expect(await standing({ to: 'spouse', partyName })).toEqual(['MEDIUM_OPTED_OUT']);
    expect(await standing({ to: 'spouse' })).toEqual(['MEDIUM_OPTED_OUT']);
    expect(await standing()).toEqual(['MEDIUM_OPTED_OUT']);
  });

  test('is heard although the debtor asked before', async () => {
    await contact('asked_to_stop');
    await contact('asked_to_stop', { to: 'spouse', partyName: 'Ann Okafor' });
    expect(await standing({ to: 'spouse', partyName: 'Ann Okafor' })).toEqual(['MEDIUM_OPTED_OUT']);
  });
});

describe('a dispute of everything', () => {
  const whole = () => contact('disputed', { channel: 'email', direction: 'in', phoneId: null });

  test('says more than one of a part', async () => {
    await record('dispute', { detail: { written: true, disputedCents: 500 } });
    expect(await standing()).toEqual([]);
    await whole();
    expect(await standing()).toEqual(['DISPUTE_PENDING_VERIFICATION']);
  });

  test('is a new one after the one before was answered', async () => {
    await record('dispute', { detail: { written: true } });
    await record('verification_sent');
    expect(await standing()).toEqual([]);
    await whole();
    expect(await standing()).toEqual(['DISPUTE_PENDING_VERIFICATION']);
  });

  test('is not kept twice while it waits for its answer', async () => {
    await whole();
    desk.pass(dayMs);
    await whole();
    const { events } = await desk.get('law.account', { accountId });
    expect(events.filter(({ kind }) => kind === 'dispute')).toHaveLength(1);
  });
});

test('an attorney spoken of again is not the one who could not be found', async () => {
  await record('attorney', { detail: { reach: 'not_found' } });
  expect(await standing()).toEqual([]);
  await contact('attorney');
  expect(await standing()).toEqual(['ATTORNEY_REPRESENTED']);
});

describe('a bankruptcy', () => {
  test.each([
    ['a co-debtor’s', {}, { codebtor: true, chapter: '7' }],
    ['one from before the debt', { on: '2015-03-02' }, { chapter: '7' }],
  ] as const)('of the person is not %s', async (_, change, detail) => {
    await record('bankruptcy', { allDebts: true, ...change, detail });
    expect(await standing()).toEqual([]);
    await contact('bankruptcy');
    expect(await standing()).toEqual(['BANKRUPTCY_STAY']);
  });

  test('that reaches every debt is not kept twice', async () => {
    await contact('bankruptcy');
    await contact('bankruptcy');
    const { events } = await desk.get('law.account', { accountId });
    expect(events.filter(({ kind }) => kind === 'bankruptcy')).toHaveLength(1);
  });
});
