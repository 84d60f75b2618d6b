/** Training: hours of practice, courses and reading by month, and certificates that run out. */
import { addDays, type Day } from './days.ts';

export const trainingKinds = ['practice', 'course', 'reading'] as const;
export type TrainingKind = (typeof trainingKinds)[number];

/** A certificate is called for renewal so many days before it runs out. */
export const renewalNoticeDays = 60;

/** `over` from the day after the last one it holds. */
export type Renewal = 'open_ended' | 'holds' | 'soon' | 'over';

/** `renewsOn` is the last day it holds. */
export function renewalOf(renewsOn: Day | null, today: Day): Renewal {
  if (renewsOn === null) return 'open_ended';
  if (renewsOn < today) return 'over';
  return renewsOn <= addDays(today, renewalNoticeDays) ? 'soon' : 'holds';
}

export type MinutesOfMonth = {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly kind: TrainingKind;
  readonly minutes: number;
};

export type TrainingTotal = { readonly period: string; readonly minutes: number } & Readonly<
  Record<TrainingKind, number>
>;

function addUp(
  rows: readonly MinutesOfMonth[],
  periodOf: (month: string) => string,
): readonly TrainingTotal[] {
  const totals = new Map<string, TrainingTotal>();
  for (const { month, kind, minutes } of rows) {
    const period = periodOf(month);
    const before = totals.get(period) ?? { period, minutes: 0, practice: 0, course: 0, reading: 0 };
    totals.set(period, { ...before, minutes: before.minutes + minutes, [kind]: before[kind] + minutes });
  }
  return [...totals.values()].sort((a, b) => (a.period < b.period ? 1 : -1));
}

/** Newest month first. */
export function monthTotals(rows: readonly MinutesOfMonth[]): readonly TrainingTotal[] {
  return addUp(rows, (month) => month);
}

/** Newest year first. */
export function yearTotals(rows: readonly MinutesOfMonth[]): readonly TrainingTotal[] {
  return addUp(rows, (month) => month.slice(0, 4));
}

/** `75` is “1 h 15 min”. */
export function spellMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
