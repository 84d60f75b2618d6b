/** The facts of one account as a script says them: money with cents, days spelled out, `null` for what there is none of. */
import { daysPastDue } from '../../../shared/domain/account.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { displayNameOf, splitName } from '../../../shared/domain/names.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { CaseView } from '../../../shared/rules/case-view.ts';
import { debtClocksOf } from '../../../shared/rules/clocks.ts';
import { localMinute } from '../../../shared/rules/time/local-time.ts';
import type { ScriptFacts } from '../../../shared/scripts/fields.ts';
import { greetingAt, sayDay, sayDebtType } from '../../../shared/scripts/say-facts.ts';
import type { ScriptLanguage } from '../../../shared/scripts/script.ts';
import type { QueryContext } from '../context.ts';
import { findSummary } from '../store/queries/account-list.ts';
import { type AccountRecord, findAccount } from '../store/queries/accounts.ts';
import { type DebtorRow, findClient, findDebtor } from '../store/queries/debtors.ts';
import { debtFactsOf } from '../store/queries/known-facts.ts';
import { findLetterhead } from '../store/queries/letters.ts';
import { listOffersOf, type OfferRecord } from '../store/queries/offers.ts';
import { readOffice } from '../store/queries/office.ts';
import { findPlanOf } from '../store/queries/plans.ts';
import { listPromisesOf } from '../store/queries/promises.ts';
import { sumPastDue } from '../store/queries/scripts.ts';
import { gateFactsFor, lawInForce, plainAct } from './law-facts.ts';
import { owedOn } from './owed.ts';
import { matchedOf } from './plan-facts.ts';
import { promiseFactsOf } from './promises.ts';
import { spokenNameOf } from './spoken.ts';

/** What a call on an account is about, before it is put into words. */
export type CallMatter = {
  readonly account: AccountRecord;
  readonly debtor: DebtorRow;
  readonly view: CaseView;
  readonly validationEndsOn: Day | null;
  /** The newest promise that is open, or was broken with nothing promised since. */
  readonly promise: {
    readonly amountCents: number;
    readonly receivedCents: number;
    readonly dueOn: Day;
    readonly state: 'open' | 'broken' | 'partly_kept';
  } | null;
  readonly plan: {
    readonly nextOn: Day | null;
    readonly nextCents: number | null;
    readonly missed: number;
    readonly missedCents: number;
  } | null;
  readonly settlement: Pick<OfferRecord, 'totalCents' | 'expiresOn'> | null;
};

function promiseInQuestion({ store, today }: QueryContext, accountId: number): CallMatter['promise'] {
  for (const row of listPromisesOf(store, accountId)) {
    const { state, amountCents, receivedCents, dueOn } = promiseFactsOf(row, today);
    if (state === 'cancelled') continue;
    // Of what was promised before a promise that was kept, nothing is in question.
    if (state === 'kept') return null;
    return { state, amountCents, receivedCents, dueOn };
  }
  return null;
}

function planInForce({ store, today }: QueryContext, accountId: number): CallMatter['plan'] {
  const plan = findPlanOf(store, accountId);
  if (!plan || plan.endedAt !== null) return null;
  const instalments = matchedOf(store, plan, today);
  const next = instalments.find(
    ({ dueOn, paidCents, amountCents }) => paidCents < amountCents && dueOn >= today,
  );
  const behind = instalments.filter((part) => part.behind);
  return {
    nextOn: next?.dueOn ?? null,
    nextCents: next ? next.amountCents - next.paidCents : null,
    missed: behind.length,
    missedCents: behind.reduce((sum, part) => sum + part.amountCents - part.paidCents, 0),
  };
}

/** Fails with `account.not_found`. */
export function readMatter(context: QueryContext, accountId: number): Result<CallMatter> {
  const { store, today } = context;
  const account = findAccount(store, accountId);
  const debtor = account && findDebtor(store, account.debtorId);
  if (!account || !debtor) return fail('account.not_found');
  const facts = gateFactsFor(context, accountId, plainAct({ channel: 'call' }));
  if (!facts.ok) return facts;
  const law = lawInForce(store);
  const offer = listOffersOf(store, accountId).find(
    ({ kind, madeBy, outcome, expiresOn }) =>
      kind === 'settlement' &&
      madeBy === 'office' &&
      outcome === 'open' &&
      (expiresOn === null || expiresOn >= today),
  );
  return ok({
    account,
    debtor,
    view: new CaseView(facts.value, law.states),
    validationEndsOn: debtClocksOf(facts.value, law).validation.endsOn,
    promise: promiseInQuestion(context, accountId),
    plan: planInForce(context, accountId),
    settlement: offer ? { totalCents: offer.totalCents, expiresOn: offer.expiresOn } : null,
  });
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const money = (cents: number | null | undefined): string | null =>
  cents === null || cents === undefined ? null : formatDollars(cents);

/** What reads the same in every language. */
function plainFacts(context: QueryContext, matter: CallMatter): Record<string, string | null> {
  const { store, today } = context;
  const { account, debtor, promise, plan, settlement } = matter;
  const { accountId } = account;
  const head = findLetterhead(store);
  const client = findClient(store, account.clientId)?.name ?? '';
  const summary = findSummary(store, accountId);
  const name = displayNameOf(debtor.name, debtor.kind);
  const place = [head.region, head.postalCode].filter((part) => part !== '').join(' ');
  const address = [head.line1, head.line2, head.city, place].filter((part) => part !== '');
  return {
    'collector.name': spokenNameOf(context),
    'debtor.name': name,
    'debtor.firstName': debtor.kind === 'business' ? name : splitName(debtor.name).given || name,
    'debtor.isBusiness': debtor.kind === 'business' ? 'yes' : null,
    'office.callback': textOrNull(head.phone),
    'office.name': readOffice(store)?.name ?? null,
    'office.hours': textOrNull(head.hours),
    'office.address': address.length === 0 ? null : address.join(', '),
    'office.howToPay': textOrNull(head.howToPay),
    'account.number': account.number,
    'account.balance': formatDollars(owedOn(store, accountId, today)),
    'account.pastDue': formatDollars(sumPastDue(store, accountId, today)),
    'account.daysPastDue': String(daysPastDue(summary?.oldestDueOn ?? null, today)),
    'creditor.original': textOrNull(account.originalCreditor) ?? client,
    'creditor.current': debtFactsOf(store, accountId).current_creditor?.value ?? client,
    'lastPayment.amount': money(summary?.lastPaymentCents),
    'promise.amount': money(promise?.amountCents),
    'promise.received': money(promise?.receivedCents),
    'plan.amount': money(plan?.nextCents),
    'plan.missed': plan && plan.missed > 0 ? formatDollars(plan.missedCents) : null,
    'settlement.amount': money(settlement?.totalCents),
  };
}

/** What reads differently by language. */
function spokenFacts(
  { now, zone, store }: QueryContext,
  matter: CallMatter,
  language: ScriptLanguage,
): Record<string, string | null> {
  const { account, promise, plan, settlement, validationEndsOn, view } = matter;
  const summary = findSummary(store, account.accountId);
  const day = (on: Day | null | undefined): string | null => (on ? sayDay(on, language) : null);
  const zones = view.zones.length > 0 ? view.zones : [zone];
  return {
    'call.greeting': greetingAt(
      zones.map((one) => localMinute(one, now)),
      language,
    ),
    'account.oldestDue': day(summary?.oldestDueOn),
    'account.openedOn': sayDay(account.openedOn, language),
    'account.debtType': sayDebtType(account.debtType, language),
    'lastPayment.on': day(summary?.lastPaymentOn),
    'promise.on': day(promise?.dueOn),
    'plan.on': day(plan?.nextOn),
    'settlement.expiresOn': day(settlement?.expiresOn),
    'validation.endsOn': day(validationEndsOn),
  };
}

/** Every field, those that differ a second time in Spanish. */
export function scriptFactsOf(context: QueryContext, matter: CallMatter): ScriptFacts {
  const spanish = Object.entries(spokenFacts(context, matter, 'es')).map(([name, text]) => [
    `${name}@es`,
    text,
  ]);
  return {
    ...plainFacts(context, matter),
    ...spokenFacts(context, matter, 'en'),
    ...Object.fromEntries(spanish),
  };
}
