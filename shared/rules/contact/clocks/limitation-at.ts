/** Where the period of limitation stands at an instant, worked out once for all rules that ask. */
import { type Day, spellDay, toEpochDay } from '../../../domain/days.ts';
import type { CaseView } from '../../case-view.ts';
import { type LimitationDates, limitationDatesOf } from '../../limitation/dates.ts';
import { type LimitationInput, limitationInputOf } from '../../limitation/facts.ts';
import { instantOfLocal } from '../../time/local-time.ts';
import type { FactUsed } from '../../verdict.ts';

export type LimitationAt = { readonly input: LimitationInput; readonly dates: LimitationDates };

const kept = new WeakMap<CaseView, { readonly today: Day; readonly found: LimitationAt }>();

export function limitationAt(view: CaseView, at: number): LimitationAt {
  const today = view.officeDay(at);
  const before = kept.get(view);
  if (before?.today === today) return before.found;
  const input = limitationInputOf(view, today);
  const found = { input, dates: limitationDatesOf(input, view.laws) };
  kept.set(view, { today, found });
  return found;
}

/** The first instant after a day, by the office’s clock. */
export function endOfDay(view: CaseView, day: Day): number {
  return instantOfLocal(view.facts.zone, toEpochDay(day) + 1, 0);
}

/** The first instant of a day, by the office’s clock. */
export function startOfDayIn(view: CaseView, day: Day): number {
  return instantOfLocal(view.facts.zone, toEpochDay(day), 0);
}

export function limitationFacts(view: CaseView, { input, dates }: LimitationAt): readonly FactUsed[] {
  const { known } = view.facts.debt;
  const facts: FactUsed[] = [
    {
      name: 'Last day to sue',
      value: dates.earliestLastDay === null ? 'Not known' : spellDay(dates.earliestLastDay),
      source: '',
      ref: null,
    },
    {
      name: 'Default',
      value: input.defaultedFrom === null ? 'Not known' : spellDay(input.defaultedFrom),
      source: known.defaulted_on?.source ?? 'Assumed from what is on file',
      ref: { kind: 'debt_fact', name: 'defaulted_on' },
    },
    {
      name: 'What the debt rests on',
      value: input.form === null ? 'Not stated' : input.form.replaceAll('_', ' '),
      source: known.form?.source ?? '',
      ref: { kind: 'debt_fact', name: 'form' },
    },
    {
      name: 'States whose periods may apply',
      value: input.states.length === 0 ? 'Not known' : input.states.join(', '),
      source: known.governing_state?.source ?? '',
      ref: { kind: 'debt_fact', name: 'governing_state' },
    },
    {
      name: 'What stopped the period',
      value: input.tolling === null ? 'Not known' : input.tolling === 'none' ? 'Nothing' : 'Something',
      source: known.tolling_known?.source ?? '',
      ref: { kind: 'debt_fact', name: 'tolling_known' },
    },
  ];
  if (input.lastPaymentOn !== null)
    facts.push({
      name: 'Last payment',
      value: spellDay(input.lastPaymentOn),
      source: '',
      ref: { kind: 'account' },
    });
  return facts;
}
