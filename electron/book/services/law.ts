/** What the window shows of the law: the verdict on a contact somebody means to make, and all the rules look at in one account. */
import { fail, ok } from '../../../shared/errors/result.ts';
import { CaseView } from '../../../shared/rules/case-view.ts';
import { debtClocksOf } from '../../../shared/rules/clocks.ts';
import { decide } from '../../../shared/rules/decide.ts';
import type { QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { callClocksOf } from '../store/queries/clocks.ts';
import { findAddress, findEmail, findPhone } from '../store/queries/debtors.ts';
import { debtFactsOf, personFactsOf } from '../store/queries/known-facts.ts';
import { listEventRows } from '../store/queries/legal-events.ts';
import { gateFactsFor, lawInForce, plainAct } from './law-facts.ts';

export const askVerdict: QueryHandler<'law.verdict'> = (context, { accountId, act, withNotBinding }) => {
  const { store } = context;
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const { debtorId } = account;
  const { phoneId, emailId, addressId } = act;
  // A number of somebody else would be judged by this person’s facts.
  if (phoneId !== null && findPhone(store, phoneId)?.debtorId !== debtorId) return fail('phone.not_found');
  if (emailId !== null && findEmail(store, emailId)?.debtorId !== debtorId) return fail('email.not_found');
  if (addressId !== null && findAddress(store, addressId)?.debtorId !== debtorId) {
    return fail('address.not_found');
  }
  const facts = gateFactsFor(context, accountId, plainAct(act));
  if (!facts.ok) return facts;
  return ok({ verdict: decide(facts.value, { law: lawInForce(store), withNotBinding }) });
};

export const readAccountLaw: QueryHandler<'law.account'> = (context, { accountId }) => {
  const { store } = context;
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const facts = gateFactsFor(context, accountId, plainAct({ channel: 'call' }));
  if (!facts.ok) return facts;
  const law = lawInForce(store);
  const view = new CaseView(facts.value, law.states);
  const call = callClocksOf(store, [accountId], context.now).get(accountId);
  if (!call) return fail('account.not_found');
  const { role, state, house } = facts.value.office;
  return ok({
    profile: role === null ? null : { role, state, house: { ...house, daysOff: [...house.daysOff] } },
    consumerDebt: view.isConsumerDebt,
    places: view.zoneClues.map(({ zones, fact }) => ({
      zones: [...zones],
      clue: fact.value === '' ? fact.name : `${fact.name}: ${fact.value}`,
      source: fact.source,
    })),
    zones: [...view.zones],
    states: [...view.states],
    events: listEventRows(store, account.debtorId),
    debtFacts: debtFactsOf(store, accountId),
    personFacts: personFactsOf(store, account.debtorId),
    clocks: debtClocksOf(facts.value, law),
    call,
  });
};
