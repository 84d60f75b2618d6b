/**
 * Before a call: every number of the person with its own verdict, and beginning a call that does not go through the phone
 * program. Numbers of one person differ to the rules only by a few facts, so those of the case are gathered once.
 */
import type { CallNumber, CallVerdict } from '../../../shared/contract/calls.ts';
import { orderNumbers, whyNumber } from '../../../shared/domain/call-order.ts';
import { isConversation } from '../../../shared/domain/contact.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { CaseView } from '../../../shared/rules/case-view.ts';
import { decide } from '../../../shared/rules/decide.ts';
import type { GateFacts } from '../../../shared/rules/facts.ts';
import type { LawBook } from '../../../shared/rules/law-book.ts';
import type { Verdict } from '../../../shared/rules/verdict.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { findDebtor, findPhone, listPhones } from '../store/queries/debtors.ts';
import { verdictOn, weigh } from './gate.ts';
import { gateFactsFor, lawInForce, plainAct } from './law-facts.ts';

const weekMs = 7 * 86_400_000;

function shortVerdict(verdict: Verdict): CallVerdict {
  const { outcome, override, primary, askedAt, earliestAt, until, waitsFor, zones } = verdict;
  return {
    outcome,
    override,
    title: primary?.title ?? null,
    text: primary?.text ?? null,
    askedAt,
    earliestAt,
    until,
    waitsFor: [...waitsFor],
    zones: [...zones],
  };
}

function mayStart({ outcome, override }: Verdict): CallNumber['mayStart'] {
  if (outcome === 'allowed' || outcome === 'warning') return 'yes';
  return override === 'none' ? 'no' : 'with_reason';
}

function asked(facts: GateFacts, law: LawBook, phoneId: number | null): Verdict {
  return decide({ ...facts, act: { ...facts.act, phoneId } }, { law });
}

export const prepareCall: QueryHandler<'calls.prepare'> = (context, { accountId }) => {
  const { store, now, zone } = context;
  const account = findAccount(store, accountId);
  const debtor = account && findDebtor(store, account.debtorId);
  if (!account || !debtor) return fail('account.not_found');
  const gathered = gateFactsFor(context, accountId, plainAct({ channel: 'call' }));
  if (!gathered.ok) return gathered;
  const facts = gathered.value;
  const law = lawInForce(store);
  const view = new CaseView(facts, law.states);
  const zonesOf = new Map(
    view.zoneClues.flatMap(({ zones, fact }) =>
      fact.ref?.kind === 'phone' ? [[fact.ref.id, zones] as const] : [],
    ),
  );
  const numbers = listPhones(store, account.debtorId).map((phone) => {
    const { phoneId, display, kind, status, source, sinceOn } = phone;
    const tried = facts.contacts.filter((contact) => contact.phoneId === phoneId);
    const calls = tried.filter(({ channel }) => channel === 'call' || channel === 'voicemail');
    const spoken = calls.findLast(
      (contact) => isConversation(contact) && contact.to === 'debtor' && contact.outcome !== 'third_party',
    );
    const said = facts.events.filter(
      (event) => event.scope.phoneId === phoneId && view.isInForce(event, now),
    );
    const verdict = asked(facts, law, phoneId);
    const last = calls.at(-1) ?? null;
    const may = status === 'do_not_call' ? ('no' as const) : mayStart(verdict);
    return {
      phoneId,
      display,
      kind,
      status,
      source,
      since: sinceOn,
      said: said.map(({ eventId, kind: what, detail, on, source: from }) => ({
        eventId,
        kind: what,
        consent: detail.consent ?? null,
        on,
        source: from,
      })),
      zones: [...(zonesOf.get(phoneId) ?? [])],
      verdict: shortVerdict(verdict),
      mayStart: may,
      last: last && { at: last.at, direction: last.direction, outcome: last.outcome },
      triedInSevenDays: calls.filter(({ at, direction }) => direction === 'out' && at > now - weekMs).length,
      // What the order is made of.
      outcome: verdict.outcome,
      earliestAt: verdict.earliestAt,
      reachedAt: spoken?.at ?? null,
      reachedOn: spoken ? dayOfInstant(spoken.at, zone) : null,
      consented: said.some(({ kind: what }) => what === 'consent'),
      objection: verdict.primary?.text ?? null,
    };
  });
  const other = asked(facts, law, null);
  return ok({
    debtorName: debtor.name,
    numbers: orderNumbers(numbers).map((number) => {
      const {
        outcome: _,
        earliestAt: __,
        reachedOn: ___,
        consented: ____,
        objection: _____,
        ...shown
      } = number;
      return { ...shown, why: whyNumber(number) };
    }),
    otherNumber: { verdict: shortVerdict(other), mayStart: mayStart(other) },
  });
};

export const beginCall: CommandHandler<'calls.begin'> = (context, { accountId, phoneId, decision }) => {
  const { store } = context;
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const phone = phoneId === null ? null : findPhone(store, phoneId);
  if (phoneId !== null && phone?.debtorId !== account.debtorId) return fail('phone.not_found');
  if (phone?.status === 'do_not_call') return fail('phone.do_not_call', { number: phone.display });
  const verdict = verdictOn(context, accountId, plainAct({ channel: 'call', phoneId }));
  if (!verdict.ok) return verdict;
  return weigh(verdict.value, decision, false);
};
