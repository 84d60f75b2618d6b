/** The plan or settlement in one sentence, to be read out. */
import { Text } from '@mantine/core';
import { formatDollars } from '../../../../shared/domain/money.ts';
import type { PlanAnswer } from '../../../../shared/domain/plan-terms.ts';
import { scheduleWords } from './schedule-words.ts';
import type { WorkshopKind } from './workshop-form.ts';

export type PlanSummaryProps = {
  readonly kind: WorkshopKind;
  readonly answer: PlanAnswer;
  readonly owedCents: number;
};

/** What is to be paid, and what becomes of the rest. */
export function summaryWords({ kind, answer, owedCents }: PlanSummaryProps): string {
  const { terms, schedule, paidCents, interestCents } = answer;
  const paid = scheduleWords(schedule, terms.frequency, terms.uneven != null);
  const interest = interestCents > 0 ? `, ${formatDollars(interestCents)} of it interest` : '';
  const forgiven =
    kind === 'settlement'
      ? ` ${formatDollars(owedCents - terms.totalCents)} is forgiven once it is paid.`
      : '';
  const all = schedule.length > 1 ? `; ${formatDollars(paidCents)} in all` : '';
  return `${paid}${all}${interest}.${forgiven}`;
}

export function PlanSummary(props: PlanSummaryProps) {
  return (
    <Text size="sm" role="status">
      {summaryWords(props)}
    </Text>
  );
}
