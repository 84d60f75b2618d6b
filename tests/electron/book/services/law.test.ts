/** What the window is shown of the law: the verdict before the act, and all that is looked at in one account. */
import { expect, test } from 'vitest';
import { type Desk, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeTestStore } from '../../../builders/store.ts';

const inAustin = {
  phone: '(512) 555-0144',
  line1: '18 Mill Road',
  city: 'Austin',
  region: 'TX',
  postalCode: '78701',
} as const;

async function agency(): Promise<{ desk: Desk; accountId: number; phoneId: number }> {
  const desk = makeDesk(makeTestStore(), undefined, thirdParty);
  const accountId = await desk.account(inAustin);
  const { debtor } = await desk.get('accounts.get', { accountId });
  return { desk, accountId, phoneId: debtor.phones[0]?.phoneId ?? 0 };
}

test('a verdict names what stands in the way, until the fact is there', async () => {
  const { desk, accountId, phoneId } = await agency();
  const ask = async () =>
    (await desk.get('law.verdict', { accountId, act: { channel: 'call', phoneId } })).verdict;
  expect(await ask()).toMatchObject({ outcome: 'undetermined', primary: { code: 'LICENCE_MISSING' } });
  await desk.get('law.setLicence', {
    state: 'TX',
    kind: 'bond',
    number: 'B-100',
    basis: '',
    renewsOn: null,
  });
  expect(await ask()).toMatchObject({ outcome: 'allowed', primary: null });
});

test('rules that do not bind are named only when asked for', async () => {
  const desk = makeDesk();
  const accountId = await desk.account(inAustin);
  const ask = async (withNotBinding: boolean) =>
    (await desk.get('law.verdict', { accountId, act: { channel: 'call' }, withNotBinding })).verdict
      .notBinding;
  expect(await ask(false)).toEqual([]);
  expect((await ask(true)).map(({ ruleId }) => ruleId)).toContain('reg-f.hours');
});

test('numbers and addresses of somebody else are not judged', async () => {
  const { desk, accountId } = await agency();
  const other = await desk.account({ ...inAustin, number: 'Other', phone: '(512) 555-0177' });
  const { phones, addresses } = (await desk.get('accounts.get', { accountId: other })).debtor;
  const act = { channel: 'call' } as const;
  const code = (more: object) => desk.codeOf('law.verdict', { accountId, act: { ...act, ...more } });
  expect(await code({ phoneId: phones[0]?.phoneId })).toBe('phone.not_found');
  expect(await code({ addressId: addresses[0]?.addressId })).toBe('address.not_found');
  expect(await code({ emailId: 99 })).toBe('email.not_found');
  expect(await desk.codeOf('law.verdict', { accountId: 99, act })).toBe('account.not_found');
});

test('an account shows who the office is, where the debtor may be, the clocks and the call clock', async () => {
  const { desk, accountId } = await agency();
  const law = await desk.get('law.account', { accountId });
  expect(law).toMatchObject({
    profile: thirdParty,
    consumerDebt: true,
    zones: ['America/Chicago'],
    states: ['TX'],
    events: [],
    debtFacts: {},
    personFacts: {},
    clocks: { validation: { stage: 'not_begun' } },
  });
  expect(law.places.map(({ clue }) => clue)).toEqual([
    expect.stringContaining('Austin'),
    expect.stringContaining('(512) 555-0144'),
  ]);
});

test('an office that has not said who it is has no profile', async () => {
  const desk = makeDesk(makeTestStore(), undefined, null);
  const accountId = await desk.account();
  expect((await desk.get('law.account', { accountId })).profile).toBeNull();
});

test('an e-mail address is kept once, and only if it can be one', async () => {
  const { desk, accountId } = await agency();
  const { debtorId } = (await desk.get('accounts.get', { accountId })).debtor;
  const add = (address: string) =>
    desk.codeOf('debtors.addEmail', { debtorId, address, source: 'Said on the phone' });
  expect(await add('mara@example.com')).toBe('ok');
  expect(await add('Mara@Example.com')).toBe('ok');
  expect((await desk.get('accounts.get', { accountId })).debtor.emails).toMatchObject([
    { address: 'mara@example.com', status: 'current' },
  ]);
  for (const wrong of ['mara', 'mara@', '@example.com', 'mara@example', 'a b@example.com', 'mara@-x.com']) {
    expect(await add(wrong)).toBe('email.invalid');
  }
  expect(await desk.codeOf('debtors.setEmailStatus', { emailId: 99, status: 'bad' })).toBe('email.not_found');
});
