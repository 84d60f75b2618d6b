/**
 * The number behind a phone's id, for the system's phone program. The window only ever names the id. The rules are asked before
 * a number leaves: a prohibition keeps it here, and a reason given against anything less is audited.
 */
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { contextOf, type ErrandContext, type ErrandHandlers } from '../errand-context.ts';
import type { Errands } from '../protocol.ts';
import { runCommand } from '../run-call.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { findPhone } from '../store/queries/debtors.ts';
import { type Override, verdictOn, weigh } from './gate.ts';
import { plainAct } from './law-facts.ts';

type Dialing = Errands['phones.dialNumber']['input'];

/** Written down before the number leaves, with the rule it was said against. */
function audit(
  around: ErrandContext,
  { accountId, phoneId, operationId }: Dialing,
  { ruleCode, reason, factor }: Override,
): Result<unknown> {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const said = { accountId, phoneId, ruleCode, reason, factor };
  return runCommand(
    context,
    { call: 'phones.dialNumber', operationId, input: said, audited: true },
    around,
    () => ok(said),
  );
}

export const dialNumber: ErrandHandlers['phones.dialNumber'] = (around, input) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const { store } = context;
  const { phoneId, accountId, act, decision } = input;
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const phone = findPhone(store, phoneId);
  if (!phone || phone.debtorId !== account.debtorId) return fail('phone.not_found');
  if (phone.status === 'do_not_call') return fail('phone.do_not_call', { number: phone.display });
  if (!/^\+?\d{3,20}$/.test(phone.number)) return fail('phone.invalid', { text: phone.display });
  // Whatever else was meant, what is about to happen is a call placed to this number.
  const verdict = verdictOn(
    context,
    accountId,
    plainAct({ ...act, channel: 'call', direction: 'out', phoneId }),
  );
  if (!verdict.ok) return verdict;
  const weighed = weigh(verdict.value, decision, false);
  if (!weighed.ok) return weighed;
  if (weighed.value.reason !== '') {
    const kept = audit(around, input, weighed.value);
    if (!kept.ok) return kept;
  }
  return ok({ number: phone.number });
};
