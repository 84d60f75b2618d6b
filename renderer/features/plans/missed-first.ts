/** The order of work: what was missed or broken, oldest first; then what is open by due day; then what has ended. */
import type { Day } from '../../../shared/domain/days.ts';

type Ordered = {
  readonly state: string;
  readonly missed?: number;
  readonly dueOn?: Day;
  readonly nextDueOn?: Day | null;
};

export function missedFirst<T extends Ordered>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => rank(a) - rank(b) || compareDays(a, b));
}

function rank(row: Ordered): number {
  if (row.state === 'broken' || (row.state === 'active' && (row.missed ?? 0) > 0)) return 0;
  if (row.state === 'partly_kept') return 1;
  return row.state === 'open' || row.state === 'active' ? 2 : 3;
}

function compareDays(a: Ordered, b: Ordered): number {
  const left = a.dueOn ?? a.nextDueOn ?? '9999-12-31';
  const right = b.dueOn ?? b.nextDueOn ?? '9999-12-31';
  return left < right ? -1 : left > right ? 1 : 0;
}
