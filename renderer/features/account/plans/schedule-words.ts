/** Plans and settlements in sentences: what is agreed, and what happens when it is not kept. */
import type { PlanFacts } from '../../../../shared/contract/plans.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import type { PlanFrequency } from '../../../../shared/domain/plan-terms.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { planFrequencyWords } from '../../../../shared/text/labels.ts';

type Instalment = { readonly number: number; readonly dueOn: Day; readonly amountCents: number };

/** `6 instalments of $50.00 (the last $49.98), every month from 1 Dec 2026 to 1 May 2027`. */
export function scheduleWords(
  schedule: readonly Instalment[],
  frequency: PlanFrequency,
  uneven: boolean,
): string {
  const down = schedule.find((one) => one.number === 0);
  const parts = schedule.filter((one) => one.number > 0);
  const first = parts[0];
  const last = parts.at(-1);
  const before = down
    ? `${formatDollars(down.amountCents)} down on ${dayWords(down.dueOn)}${first ? ', then ' : ''}`
    : '';
  if (!first || !last) return before;
  if (parts.length === 1) return `${before}${formatDollars(first.amountCents)} on ${dayWords(first.dueOn)}`;
  if (uneven) {
    return `${before}${parts.length} instalments as named, from ${dayWords(first.dueOn)} to ${dayWords(last.dueOn)}`;
  }
  const tail = last.amountCents === first.amountCents ? '' : ` (the last ${formatDollars(last.amountCents)})`;
  return `${before}${parts.length} instalments of ${formatDollars(first.amountCents)}${tail}, ${planFrequencyWords[
    frequency
  ].toLowerCase()} from ${dayWords(first.dueOn)} to ${dayWords(last.dueOn)}`;
}

type OnDefault = NonNullable<PlanFacts['settlement']>['onDefault'];

/** What a settlement that is not kept comes to: said before it is accepted. */
export const onDefaultWords: Readonly<Record<OnDefault, string>> = {
  full_balance_less_paid:
    'If it is not kept, the settlement ends: the full balance is owed again, less what was paid.',
  settlement_stands:
    'If it is not kept, the settlement stands: only what is left of the agreed sum is owed, at once.',
};

/** What a plan that is not kept comes to. */
export const planDefaultWords =
  'If it is not kept, the plan ends and all that is still owed is due as before the plan.';
