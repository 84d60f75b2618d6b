/** How long something has been overdue: a number, heavier and marked as it grows, a dash when current. */
import { IconAlertTriangle } from '@tabler/icons-react';

export type DaysPastDueProps = {
  readonly days: number;
  /** With the word `days`, for running text; in columns the heading says it. */
  readonly unit?: boolean;
};

export function DaysPastDue({ days, unit = false }: DaysPastDueProps) {
  if (days <= 0) return <span className="missing">{unit ? 'not past due' : '–'}</span>;
  const level = days > 90 ? 'old' : days > 30 ? 'late' : 'new';
  return (
    <span className="past-due" data-level={level}>
      {level === 'old' ? <IconAlertTriangle size={12} aria-hidden className="past-due-mark" /> : null}
      {days.toLocaleString('en-US')}
      {unit ? (days === 1 ? ' day past due' : ' days past due') : null}
    </span>
  );
}
