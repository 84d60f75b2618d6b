/** A number that leaves for the phone program: only its own, only by the rules, and what was said against them is kept. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { dialNumber } from '../../../../electron/book/services/dial.ts';
import type { ContactDecision } from '../../../../shared/contract/law.ts';
import type { PhoneStatus } from '../../../../shared/domain/debtor.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeTestStore } from '../../../builders/store.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

type Asked = { readonly desk: Desk; readonly accountId: number; readonly phoneId: number };

async function asked(desk: Desk = makeDesk()): Promise<Asked> {
  const accountId = await desk.account({ phone: '(512) 555-0144' });
  const { debtor } = await desk.get('accounts.get', { accountId });
  await desk.get('law.setPersonFact', {
    debtorId: debtor.debtorId,
    name: 'zone',
    value: 'America/Chicago',
    source: 'Said so',
  });
  return { desk, accountId, phoneId: debtor.phones[0]?.phoneId ?? 0 };
}

function dial(
  { desk, accountId, phoneId }: Asked,
  decision: ContactDecision | null = null,
): Result<{ number: string }> {
  const around = { ...makeSurroundings(desk.store, desk.moment()), vault: {} as ErrandContext['vault'] };
  const input = { phoneId, accountId, act: null, decision, operationId: randomUUID() };
  return dialNumber(around, input) as Result<{ number: string }>;
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);
const reason: ContactDecision = { kind: 'reason', reason: 'Asked to be called at this hour', factor: null };
const audited = ({ desk }: Asked) =>
  desk.store.sql("SELECT output FROM audit WHERE call = 'phones.dialNumber'").pluck().all() as string[];

test('is the one of the book', async () => {
  expect(dial(await asked())).toEqual({ ok: true, value: { number: '+15125550144' } });
});

test('is refused when nobody may call it, whatever the window asks', async () => {
  const at = await asked();
  const status: PhoneStatus = 'do_not_call';
  await at.desk.get('debtors.setPhoneStatus', { phoneId: at.phoneId, status });
  expect(codeOf(dial(at, reason))).toBe('phone.do_not_call');
});

test('is digits only, so that nothing else is ever opened', async () => {
  const at = await asked();
  at.desk.store.sql("UPDATE phones SET number = '512;ext=1'").run();
  expect(codeOf(dial(at))).toBe('phone.invalid');
});

test('is of the person whose account is called about', async () => {
  const at = await asked();
  const other = await at.desk.account({ number: 'Other', phone: '(512) 555-0177' });
  expect(codeOf(dial({ ...at, accountId: other }))).toBe('phone.not_found');
  expect(codeOf(dial({ ...at, accountId: 99 }))).toBe('account.not_found');
});

test('stays here at nine in the evening, and no reason changes that', async () => {
  // Ten in the evening in Chicago.
  const at = await asked(makeDesk(makeTestStore(), Date.UTC(2026, 10, 21, 4, 0), thirdParty));
  for (const decision of [null, reason, { kind: 'happened' }] as const) {
    const refused = dial(at, decision);
    expect(codeOf(refused)).toBe('contact.blocked');
    if (!refused.ok) expect(refused.error.params).toMatchObject({ ruleCode: expect.any(String) });
  }
  expect(audited(at)).toEqual([]);
});

test('leaves with a reason where nobody knows who the office is, and the reason is audited', async () => {
  const at = await asked(makeDesk(makeTestStore(), undefined, null));
  expect(codeOf(dial(at))).toBe('contact.needs_reason');
  // Before the call nothing has happened yet.
  expect(codeOf(dial(at, { kind: 'happened' }))).toBe('contact.needs_reason');
  expect(codeOf(dial(at, reason))).toBe('ok');
  expect(audited(at).map((output) => JSON.parse(output))).toEqual([
    {
      accountId: at.accountId,
      phoneId: at.phoneId,
      ruleCode: 'PROFILE_MISSING',
      reason: reason.reason,
      factor: null,
    },
  ]);
});
