/** Before a call: each number with its own answer, the best first, and nothing begun that the rules forbid. */
import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeTestStore } from '../../../builders/store.ts';

const scope = { channel: null, phoneId: null, emailId: null, addressId: null, place: null };
const reason = { kind: 'reason', reason: 'Asked to be called at this hour', factor: null } as const;

async function withNumbers(desk: Desk, numbers: readonly string[]) {
  const accountId = await desk.account({
    phone: numbers[0] ?? '',
    line1: '18 Mill Road',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
  });
  const { debtorId } = (await desk.get('accounts.get', { accountId })).debtor;
  for (const number of numbers.slice(1))
    await desk.get('debtors.addPhone', { debtorId, kind: 'mobile', number, source: 'Said so' });
  const { phones } = (await desk.get('accounts.get', { accountId })).debtor;
  const idOf = (number: string) => phones.find(({ display }) => display === number)?.phoneId ?? 0;
  return { accountId, debtorId, idOf };
}

async function licensed(start?: number): Promise<Desk> {
  const desk = makeDesk(makeTestStore(), start, thirdParty);
  await desk.get('law.setLicence', { state: 'TX', kind: 'bond', number: 'B-100', basis: '', renewsOn: null });
  return desk;
}

const called = (desk: Desk, change: Partial<InputOf<'contacts.record'>> & { accountId: number }) =>
  desk.get('contacts.record', {
    channel: 'call',
    direction: 'out',
    outcome: 'no_answer',
    phoneId: null,
    at: desk.moment().now,
    seconds: null,
    text: '',
    decision: { kind: 'happened' },
    ...change,
  });

describe('the numbers of a call', () => {
  test('come with their own verdict, hour and history, the best first and why', async () => {
    const desk = await licensed();
    const { accountId, debtorId, idOf } = await withNumbers(desk, [
      '(512) 555-0144',
      '(212) 555-0155',
      '(512) 555-0166',
    ]);
    const [first, second, third] = ['(512) 555-0144', '(212) 555-0155', '(512) 555-0166'].map(idOf);
    if (!first || !second || !third) throw new Error('no numbers');
    await desk.get('debtors.setPhoneStatus', { phoneId: third, status: 'wrong' });
    await called(desk, { accountId, phoneId: second, outcome: 'right_party' });
    await called(desk, { accountId, phoneId: first });
    desk.pass(8 * dayMs);
    await called(desk, { accountId, phoneId: first });
    await desk.get('law.recordEvent', {
      accountId,
      allDebts: true,
      kind: 'consent',
      on: desk.today(),
      scope: { ...scope, phoneId: first },
      detail: { consent: 'automatic', direct: true },
      source: 'Said in a call',
    });
    const { numbers, debtorName, otherNumber } = await desk.get('calls.prepare', { accountId });
    expect(debtorName).toBe('Mara Okafor');
    expect(otherNumber.mayStart).toBe('yes');
    expect(numbers.map(({ phoneId }) => phoneId)).toEqual([second, first, third]);
    expect(numbers[0]).toMatchObject({
      why: 'Spoken with here on November 20, 2026, known to be theirs.',
      triedInSevenDays: 0,
      last: { outcome: 'right_party', direction: 'out' },
      zones: ['America/New_York'],
      mayStart: 'yes',
      said: [],
    });
    expect(numbers[1]).toMatchObject({
      triedInSevenDays: 1,
      said: [{ kind: 'consent', consent: 'automatic', source: 'Said in a call' }],
    });
    expect(numbers[2]).toMatchObject({
      status: 'wrong',
      mayStart: 'with_reason',
      why: 'Reached somebody else.',
    });
    expect(numbers[0]?.verdict.zones.toSorted()).toEqual(['America/Chicago', 'America/New_York']);
    expect(debtorId).toBeGreaterThan(0);
  });

  test('say when one may be called that may not be now', async () => {
    // Ten in the evening in Chicago.
    const desk = await licensed(Date.UTC(2026, 10, 21, 4, 0));
    const { accountId, idOf } = await withNumbers(desk, ['(512) 555-0144']);
    const [number] = (await desk.get('calls.prepare', { accountId })).numbers;
    expect(number).toMatchObject({ mayStart: 'no', verdict: { outcome: 'blocked', override: 'none' } });
    expect(number?.verdict.earliestAt).toBe(Date.UTC(2026, 10, 21, 14, 0));
    expect(number?.why).toBe(number?.verdict.text);
    const begin = { accountId, phoneId: idOf('(512) 555-0144') };
    expect(await desk.codeOf('calls.begin', begin)).toBe('contact.blocked');
    expect(await desk.codeOf('calls.begin', { ...begin, decision: reason })).toBe('contact.blocked');
  });

  test('forty of them are answered at once', async () => {
    const desk = await licensed();
    const many = Array.from({ length: 40 }, (_, index) => `(512) 555-01${(10 + index).toString()}`);
    const { accountId } = await withNumbers(desk, many);
    for (let index = 0; index < 200; index += 1) await called(desk, { accountId, outcome: 'busy' });
    const begun = performance.now();
    const { numbers } = await desk.get('calls.prepare', { accountId });
    expect(numbers).toHaveLength(40);
    // Some milliseconds; the bound only tells a count that grew by itself.
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('beginning a call', () => {
  test('by hand keeps a reason that was needed, and needs none where the rules allow it', async () => {
    const desk = makeDesk(makeTestStore(), undefined, null);
    const { accountId, idOf } = await withNumbers(desk, ['(512) 555-0144']);
    const begin = { accountId, phoneId: idOf('(512) 555-0144') };
    expect(await desk.codeOf('calls.begin', begin)).toBe('contact.needs_reason');
    expect(await desk.get('calls.begin', { ...begin, decision: reason })).toEqual({
      ruleCode: 'PROFILE_MISSING',
      reason: reason.reason,
      factor: null,
    });
    const open = await licensed();
    const at = await withNumbers(open, ['(512) 555-0144']);
    expect((await open.get('calls.begin', { accountId: at.accountId, phoneId: null })).reason).toBe('');
  });

  test('is for a number of that person, and for one that may be called', async () => {
    const desk = await licensed();
    const { accountId, idOf } = await withNumbers(desk, ['(512) 555-0144']);
    const other = await desk.account({ number: 'Other', phone: '(512) 555-0177' });
    const phoneId = idOf('(512) 555-0144');
    expect(await desk.codeOf('calls.begin', { accountId: other, phoneId })).toBe('phone.not_found');
    await desk.get('debtors.setPhoneStatus', { phoneId, status: 'do_not_call' });
    expect(await desk.codeOf('calls.begin', { accountId, phoneId })).toBe('phone.do_not_call');
    expect((await desk.get('calls.prepare', { accountId })).numbers[0]).toMatchObject({
      mayStart: 'no',
      why: 'Marked as not to be called.',
    });
  });
});
