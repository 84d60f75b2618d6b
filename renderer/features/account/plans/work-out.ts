/** From what was typed to the figures shown: the answer with its floors, and the offers beside it. */
import type { Day } from '../../../../shared/domain/days.ts';
import { formatCents, formatDollars } from '../../../../shared/domain/money.ts';
import { type Offer, offerOf, offersOf } from '../../../../shared/domain/offers.ts';
import { solve } from '../../../../shared/domain/plan-solve.ts';
import type { PlanAnswer, PlanQuestion } from '../../../../shared/domain/plan-terms.ts';
import { unrolledDay } from '../../../../shared/domain/schedule.ts';
import { settle, shareOf } from '../../../../shared/domain/settlement.ts';
import { formatShare } from '../../../../shared/domain/share.ts';
import { fail, type Result } from '../../../../shared/errors/result.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import {
  type PlanBasis,
  type WorkshopAsked,
  type WorkshopFields,
  type WorkshopKind,
  workshopSchema,
} from './workshop-form.ts';
import { type Figure, isTyped } from './workshop-turns.ts';

/**
 * Errors: those of `solve`; `plan.over_balance` for a plan beyond what is owed, `settlement.not_below` for a settlement that
 * forgives nothing.
 */
export function workOut(kind: WorkshopKind, asked: WorkshopAsked, basis: PlanBasis): Result<Offer> {
  const answer = solve(asked.question);
  if (!answer.ok) return answer;
  const { terms } = answer.value;
  if (kind === 'plan' && terms.totalCents > basis.owedCents) {
    return fail('plan.over_balance', { balanceCents: basis.owedCents });
  }
  if (asked.settlement !== null) {
    const settled = settle(basis.owedCents, terms, asked.settlement);
    if (!settled.ok) return settled;
  }
  const held = {
    kind,
    balanceCents: basis.owedCents,
    totalCents: terms.totalCents,
    frequency: terms.frequency,
    firstOn: terms.firstOn,
  };
  return { ok: true, value: offerOf(held, basis.floors, answer.value) };
}

export type Beside = {
  readonly kind: WorkshopKind;
  readonly fields: WorkshopFields;
  readonly basis: PlanBasis;
  readonly today: Day;
  /** What is shown now, for the figures that are not typed. */
  readonly shown: PlanAnswer | null;
  readonly affordableCents: number | null;
};

/** Three to five offers of the same sum from the same day, also while how many and how much are still open. */
export function offersBeside({
  kind,
  fields,
  basis,
  today,
  shown,
  affordableCents,
}: Beside): readonly Offer[] {
  const first = isTyped(fields, 'firstOn')
    ? fields.firstOn
    : shown
      ? showTypedDay(shown.terms.firstOn)
      : fields.firstOn;
  const total = isTyped(fields, 'total') || !shown ? fields.total : formatCents(shown.terms.totalCents);
  const read = workshopSchema(kind, today, basis).safeParse({
    ...fields,
    asked: 'amount',
    second: 'lastOn',
    count: '1',
    balloon: '',
    firstOn: first,
    total,
  });
  if (!read.success) return [];
  const question: PlanQuestion = read.data.question;
  if (question.totalCents == null || question.firstOn == null) return [];
  const { totalCents, firstOn, frequency } = question;
  return offersOf(
    {
      kind,
      balanceCents: basis.owedCents,
      totalCents,
      frequency,
      firstOn,
      secondDay: question.secondDay ?? null,
      roll: question.roll ?? 'none',
      downPayment: question.downPayment ?? null,
      interest: question.interest ?? null,
      affordableCents,
    },
    basis.floors,
  );
}

/** A figure that was worked out, as its field shows it: days before they roll, as they would be typed. */
export function workedText(figure: Figure, { terms, amountCents, count }: PlanAnswer): string {
  switch (figure) {
    case 'amount':
      return formatCents(amountCents);
    case 'count':
      return String(count);
    case 'firstOn':
      return showTypedDay(terms.firstOn);
    case 'lastOn':
      return showTypedDay(terms.uneven?.at(-1)?.dueOn ?? unrolledDay(terms, count - 1));
    case 'total':
      return formatCents(terms.totalCents);
  }
}

/** What the total means beside what is owed. */
export function totalWords(kind: WorkshopKind, totalCents: number | null, owedCents: number): string {
  if (kind === 'settlement') {
    if (totalCents === null || totalCents >= owedCents) return `Of ${formatDollars(owedCents)} owed`;
    const share = shareOf(totalCents, owedCents);
    return `${share === null ? '' : `${formatShare(share)} %; `}${formatDollars(owedCents - totalCents)} forgiven`;
  }
  return totalCents === null || totalCents >= owedCents
    ? 'The whole balance'
    : `${formatDollars(owedCents - totalCents)} stays outside the plan`;
}
