/** The plan, the offer and the settlement a letter speaks of, in sums, days and words. */
import { type Day, dayOfInstant, spellDay } from '../../../shared/domain/days.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { scheduleOf, sumOf } from '../../../shared/domain/plan.ts';
import type { PlanFrequency, ScheduledInstalment } from '../../../shared/domain/plan-terms.ts';
import type { LetterData } from '../../../shared/templates/letter-data.ts';
import { findOffer, listOffersOf, type OfferRecord } from '../store/queries/offers.ts';
import { findPlan, findPlanOf, listPlanAccounts, type PlanRow } from '../store/queries/plans.ts';
import type { LetterSubject } from './letter-subject.ts';
import { owedShares, sumOfShares } from './owed.ts';
import { matchedOf, planFactsOf } from './plan-facts.ts';

const everyWords: Readonly<Record<PlanFrequency, string>> = {
  weekly: 'weekly',
  two_weekly: 'every two weeks',
  semi_monthly: 'twice a month',
  monthly: 'monthly',
  end_of_month: 'on the last day of each month',
  nth_weekday: 'on the same weekday of each month',
};

type Arrangements = Pick<LetterData, 'plan' | 'missed' | 'offer' | 'settlement'>;

export function arrangementsOf(subject: LetterSubject): Arrangements {
  const { store, today } = subject.context;
  const row = planInQuestion(subject);
  const offer = offerOf(subject);
  if (row === null) return { plan: null, missed: null, settlement: null, offer };
  const facts = planFactsOf(store, row, today);
  const parts = matchedOf(store, row, today);
  return {
    plan: planOf(row, facts.totalCents, parts),
    missed: missedOf(subject, row, parts),
    settlement: settlementOf(row, facts, parts),
    offer,
  };
}

/** The one somebody chose, if it covers the account; else the one in force; else one that ended by default. */
function planInQuestion({ context: { store }, accountId, pick }: LetterSubject): PlanRow | null {
  if (pick.planId !== undefined) {
    const covers = listPlanAccounts(store, pick.planId).some((one) => one.accountId === accountId);
    return covers ? findPlan(store, pick.planId) : null;
  }
  const row = findPlanOf(store, accountId);
  return row !== null && (row.endedAs === null || row.endedAs === 'defaulted' || isKeptSettlement(row))
    ? row
    : null;
}

/** Completed, it still has to be written about: that it was kept. */
function isKeptSettlement({ kind, endedAs }: PlanRow): boolean {
  return kind === 'settlement' && endedAs === 'completed';
}

type Parts = ReturnType<typeof matchedOf>;

function planOf(row: PlanRow, totalCents: number, parts: Parts): LetterData['plan'] {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const next = row.endedAt === null ? parts.find((part) => part.paidCents < part.amountCents) : undefined;
  let leftCents = sumOf(parts);
  return {
    totalCents,
    amountCents: usualAmount(parts),
    count: parts.length,
    every: parts.length === 1 ? 'once' : row.terms?.uneven ? 'on the days below' : everyWords[row.frequency],
    firstOn: first.dueOn,
    lastOn: last.dueOn,
    leftCents: parts.reduce((sum, part) => sum + part.amountCents - part.paidCents, 0),
    next: next ? { on: next.dueOn, cents: next.amountCents - next.paidCents } : null,
    instalments: parts.map(({ number, dueOn, amountCents, paidCents }) => {
      leftCents -= amountCents;
      return { number, dueOn, amountCents, paidCents, leftAfterCents: leftCents };
    }),
  };
}

/** What is paid most times; a down payment and a larger last one are not the rule. */
function usualAmount(parts: readonly ScheduledInstalment[]): number {
  const times = new Map<number, number>();
  for (const { amountCents } of parts) times.set(amountCents, (times.get(amountCents) ?? 0) + 1);
  let usual = parts[0]?.amountCents ?? 0;
  for (const [amountCents, count] of times) if (count > (times.get(usual) ?? 0)) usual = amountCents;
  return usual;
}

/** Of a plan that ended, what had been missed by then; what would have fallen due later was never missed. */
function missedOf({ context }: LetterSubject, row: PlanRow, parts: Parts): LetterData['missed'] {
  if (row.endedAs !== null && row.endedAs !== 'defaulted') return null;
  const endedOn: Day | null = row.endedAt === null ? null : dayOfInstant(row.endedAt, context.zone);
  const missed = parts.filter(
    ({ behind, dueOn, paidCents, amountCents }) =>
      behind && paidCents < amountCents && (endedOn === null || dueOn <= endedOn),
  );
  const [first] = missed;
  if (!first) return null;
  const cents = missed.reduce((sum, part) => sum + part.amountCents - part.paidCents, 0);
  return { on: first.dueOn, cents, count: missed.length };
}

function settlementOf(
  row: PlanRow,
  { settlement, totalCents }: ReturnType<typeof planFactsOf>,
  parts: Parts,
): LetterData['settlement'] {
  const last = parts.at(-1);
  if (row.kind !== 'settlement' || !settlement || !last) return null;
  return {
    amountCents: totalCents,
    forgivenCents: settlement.forgivenCents,
    dueOn: last.dueOn,
    terms: termsWords(parts, row.terms?.uneven ? null : row.frequency),
    default:
      settlement.onDefault === 'full_balance_less_paid'
        ? `If a payment is missed, the settlement can be ended. The full balance of ${formatDollars(settlement.agreedBalanceCents)}, less everything paid, is then owed again.`
        : `If a payment is missed, the settlement stands all the same: what is unpaid of the ${formatDollars(totalCents)} stays owed, and nothing beyond it.`,
  };
}

/** `in one payment by December 15, 2026`, `in 3 payments of $240.00, monthly, the first by ..., the last by ...`. */
export function termsWords(
  parts: readonly { readonly dueOn: Day; readonly amountCents: number }[],
  frequency: PlanFrequency | null,
): string {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return '';
  if (parts.length === 1) return `in one payment by ${spellDay(first.dueOn)}`;
  if (parts.length === 2)
    return `in two payments: ${formatDollars(first.amountCents)} by ${spellDay(first.dueOn)} and ${formatDollars(last.amountCents)} by ${spellDay(last.dueOn)}`;
  const every = frequency === null || parts.length < 3 ? '' : `, ${everyWords[frequency]}`;
  const even = parts.every(({ amountCents }) => amountCents === first.amountCents);
  const usual = usualAmount(parts.map((part, number) => ({ ...part, number })));
  const regular = parts.filter(({ amountCents }) => amountCents === usual).length;
  const sums = even
    ? ` of ${formatDollars(first.amountCents)}`
    : regular === parts.length - 1 && last.amountCents !== usual
      ? ` of ${formatDollars(usual)}, the last of ${formatDollars(last.amountCents)}`
      : regular === parts.length - 1 && first.amountCents !== usual
        ? ` of ${formatDollars(usual)} after a first of ${formatDollars(first.amountCents)}`
        : ` that come to ${formatDollars(sumOf(parts))} in all`;
  return `in ${parts.length} payments${sums}${every}, the first by ${spellDay(first.dueOn)} and the last by ${spellDay(last.dueOn)}`;
}

/** Settlements the office offers that may still be accepted, newest first. */
export function openOffers({ context, accountId }: LetterSubject): OfferRecord[] {
  return listOffersOf(context.store, accountId).filter(
    (offer) =>
      offer.kind === 'settlement' && isOpen(offer, context.today) && offer.accounts.includes(accountId),
  );
}

function isOpen({ outcome, expiresOn, madeBy }: OfferRecord, today: Day): boolean {
  return outcome === 'open' && madeBy === 'office' && (expiresOn === null || expiresOn >= today);
}

/** The newest of them, or the one somebody chose. */
function offerInQuestion(subject: LetterSubject): OfferRecord | null {
  const { context, accountId, pick } = subject;
  if (pick.offerId === undefined) return openOffers(subject)[0] ?? null;
  const chosen = findOffer(context.store, pick.offerId);
  return chosen && isOpen(chosen, context.today) && chosen.accounts.includes(accountId) ? chosen : null;
}

/** The accounts a letter of this kind is about besides its own: those its plan or offer covers. */
export function othersOf(subject: LetterSubject): number[] {
  const { store } = subject.context;
  const { needs } = subject.about;
  const covered = new Set<number>();
  if (needs.includes('plan') || needs.includes('settlement')) {
    const plan = planInQuestion(subject);
    if (plan) for (const { accountId } of listPlanAccounts(store, plan.planId)) covered.add(accountId);
  }
  if (needs.includes('offer'))
    for (const accountId of offerInQuestion(subject)?.accounts ?? []) covered.add(accountId);
  covered.delete(subject.accountId);
  return [...covered];
}

/** Against what is owed today on every account it covers; an offer the debt has fallen below takes nothing off and is none. */
function offerOf(subject: LetterSubject): LetterData['offer'] {
  const { store, today } = subject.context;
  const offer = offerInQuestion(subject);
  if (!offer) return null;
  const schedule = scheduleOf(offer.terms);
  if (!schedule.ok) return null;
  const last = schedule.value.at(-1);
  const owedCents = sumOfShares(owedShares(store, offer.accounts, today));
  const amountCents = sumOf(schedule.value);
  if (!last || owedCents <= 0 || amountCents > owedCents) return null;
  return {
    amountCents,
    savesCents: owedCents - amountCents,
    percent: percentWords(amountCents, owedCents),
    dueOn: offer.expiresOn ?? last.dueOn,
    terms: termsWords(schedule.value, offer.terms.uneven ? null : offer.terms.frequency),
  };
}

/** Whole where it is whole, else to a tenth, rounded half up. */
function percentWords(partCents: number, wholeCents: number): string {
  const tenths = Math.floor((partCents * 1000) / wholeCents + 0.5);
  return tenths % 10 === 0 ? `${tenths / 10}%` : `${(tenths / 10).toFixed(1)}%`;
}
