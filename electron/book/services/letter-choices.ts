/**
 * The letters of an account as they are offered: those that fit first, the others with the reason why not, so that nobody looks for one that
 * is not there. A letter that fits may still be held back by the rules of contact or by its wording; that is asked of the letter itself.
 */
import type { LetterChoice, PickKind } from '../../../shared/contract/letter-choices.ts';
import { spellDay } from '../../../shared/domain/days.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { ok } from '../../../shared/errors/result.ts';
import type { LetterNeed } from '../../../shared/templates/fields.ts';
import { letterStages, plainAbout } from '../../../shared/templates/letter-about.ts';
import { needWords } from '../../../shared/templates/need-words.ts';
import type { QueryHandler } from '../context.ts';
import { listCurrentTemplates } from '../store/queries/letters.ts';
import { listOffersOf } from '../store/queries/offers.ts';
import { listPlansOf } from '../store/queries/plans.ts';
import { needsOf, whyUnfit } from './letter-facts.ts';
import { standingPayments } from './letter-money.ts';
import { type LetterSubject, readSubject } from './letter-subject.ts';
import { readTemplate } from './letter-template.ts';
import { planFactsOf } from './plan-facts.ts';

/** Of which needs which thing can be chosen. */
const pickOfNeed: Readonly<Partial<Record<LetterNeed, PickKind>>> = {
  plan: 'plan',
  missed_instalment: 'plan',
  offer: 'offer',
  settlement: 'plan',
  payment: 'payment',
};

/** More than these nobody looks through; the newest come first. */
const mostPicks = 24;

export const listLetterChoices: QueryHandler<'letters.choices'> = (context, { accountId }) => {
  const read = readSubject(context, accountId, plainAbout, null);
  if (!read.ok) return read;
  const has = needsOf(context, accountId);
  if (!has.ok) return has;
  const subject = read.value;
  const found = listCurrentTemplates(context.store).flatMap(({ templateId, origin, description }) => {
    const template = readTemplate(context.store, templateId);
    if (template === null) return [];
    const { code, name, about } = template;
    const needs = [...new Set([...about.needs, ...template.needs])];
    const choice: LetterChoice = {
      templateId,
      code,
      name,
      description,
      stage: about.stage,
      to: about.to,
      language: about.language,
      ofOffice: origin === 'office',
      review: about.review,
      asksForMoney: about.asksForMoney,
      why: whyNot({ ...subject, about }, needs, has.value),
      picks: [...new Set(needs.flatMap((need) => pickOfNeed[need] ?? []))],
    };
    return [choice];
  });
  const letters = [...found].sort(
    (a, b) =>
      Number(a.why.length > 0) - Number(b.why.length > 0) ||
      letterStages.indexOf(a.stage) - letterStages.indexOf(b.stage),
  );
  const picks = picksOf(subject);
  return ok({
    letters,
    suggestedId:
      letters.find(({ why, language }) => why.length === 0 && language === 'en')?.templateId ?? null,
    picks,
    planId: picks.plan[0]?.id ?? null,
    receiptId: picks.payment[0]?.id ?? null,
  });
};

function whyNot(
  subject: LetterSubject,
  needs: readonly LetterNeed[],
  has: ReadonlySet<LetterNeed>,
): string[] {
  const { about, parties, explained } = subject;
  const why: string[] = [];
  if (!about.whenPaid && about.to !== 'client') {
    if (parties.record.closedAt !== null) why.push('The account is closed.');
    else if (explained.totalCents <= 0) why.push('Nothing is owed on this account.');
  }
  const unfit = whyUnfit(subject);
  if (unfit !== null) why.push(unfit);
  for (const need of needs) if (!has.has(need)) why.push(needWords[need]);
  return why;
}

function picksOf(subject: LetterSubject): Readonly<Record<PickKind, { id: number; words: string }[]>> {
  const { context, accountId } = subject;
  const { store, today } = context;
  const plan = listPlansOf(store, accountId)
    .slice(0, mostPicks)
    .map((row) => {
      const { totalCents } = planFactsOf(store, row, today);
      const state = row.endedAs === null ? 'in force' : planEnds[row.endedAs];
      return {
        id: row.planId,
        words: `${row.kind === 'settlement' ? 'Settlement' : 'Plan'} of ${formatDollars(totalCents)}, ${state}`,
      };
    });
  const offer = listOffersOf(store, accountId)
    .filter(
      ({ outcome, expiresOn, madeBy }) =>
        outcome === 'open' && madeBy === 'office' && (expiresOn === null || expiresOn >= today),
    )
    .slice(0, mostPicks)
    .map(({ offerId, kind, totalCents, expiresOn }) => ({
      id: offerId,
      words: `${kind === 'settlement' ? 'Settlement' : 'Plan'} of ${formatDollars(totalCents)}${
        expiresOn === null ? '' : `, open until ${spellDay(expiresOn)}`
      }`,
    }));
  const payment = standingPayments(subject)
    .flatMap(({ entry, amountCents, receivedOn }) =>
      entry.receiptId === null
        ? []
        : [{ id: entry.receiptId, words: `${formatDollars(amountCents)} received ${spellDay(receivedOn)}` }],
    )
    .slice(0, mostPicks);
  return { plan, offer, payment };
}

const planEnds: Readonly<Record<'completed' | 'defaulted' | 'cancelled', string>> = {
  completed: 'completed',
  defaulted: 'ended by default',
  cancelled: 'cancelled',
};
