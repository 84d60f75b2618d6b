/** How the day or the week stands against the office's own goals, and what may be expected by Sunday. */
import { Progress, SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { useStoredView } from '../../bridge/drafts.ts';
import { Money } from '../../components/money.tsx';

type Progressed = OutputOf<'desk.progress'>;

const spans = z.enum(['day', 'week']);

export function GoalsStrip({
  progress,
  openBook,
}: {
  readonly progress: Progressed;
  readonly openBook: ReactNode;
}) {
  const [span, setSpan] = useStoredView('today:span', spans, 'day');
  const shown = span ?? 'day';
  const tally = progress[shown];
  const goals = progress.goals[shown];
  return (
    <section className="today-goals" aria-label="Goals and progress">
      <SegmentedControl
        size="xs"
        value={shown}
        onChange={(next) => setSpan(next === 'week' ? 'week' : 'day')}
        data={[
          { value: 'day', label: 'Today' },
          { value: 'week', label: 'Week' },
        ]}
        aria-label="Span of the figures"
      />
      <Goal name="Contacts" value={tally.contacts} goal={goals.contacts} />
      <Goal name="Conversations" value={tally.conversations} goal={goals.conversations} />
      <Goal name="Promises" value={tally.promises} goal={goals.promises} />
      <Goal name="Collected" value={tally.collectedCents} goal={goals.collectedCents} money />
      <Forecast forecast={progress.forecast} />
      {openBook}
    </section>
  );
}

type GoalProps = {
  readonly name: string;
  readonly value: number;
  readonly goal: number | null;
  readonly money?: boolean;
};

function Goal({ name, value, goal, money = false }: GoalProps) {
  const show = (sum: number) => (money ? <Money cents={sum} /> : sum.toLocaleString('en-US'));
  const share = goal === null ? null : Math.min(100, Math.round((value * 100) / goal));
  return (
    <div className="today-goal">
      <span className="today-goal-name">{name}</span>
      <span className="today-goal-value">
        {show(value)}
        {goal === null ? null : <span className="today-goal-of"> of {show(goal)}</span>}
      </span>
      {share === null ? (
        <span className="today-goal-none" />
      ) : (
        <Progress
          value={share}
          size="sm"
          color={share >= 100 ? 'green.8' : 'blue.7'}
          aria-label={`${name}: ${share} % of the goal`}
        />
      )}
    </div>
  );
}

function Forecast({ forecast }: { readonly forecast: Progressed['forecast'] }) {
  const { promises, promisedCents, instalments, instalmentCents, keptPercent, record, untilOn } = forecast;
  const parts = [
    ...(promises > 0
      ? [`${promises} ${promises === 1 ? 'promise' : 'promises'} ${formatDollars(promisedCents)}`]
      : []),
    ...(instalments > 0
      ? [
          `${instalments} ${instalments === 1 ? 'instalment' : 'instalments'} ${formatDollars(instalmentCents)}`,
        ]
      : []),
  ];
  const weighed =
    keptPercent === null
      ? `not weighed: only ${record.promises} came due since ${dayWords(record.sinceOn)}`
      : `weighed by ${keptPercent} %, what came in of ${record.promises.toLocaleString('en-US')} promises due since ${dayWords(record.sinceOn)}`;
  return (
    <div className="today-goal today-forecast">
      <span className="today-goal-name">Expected by Sunday, {dayWords(untilOn)}</span>
      <span className="today-goal-value">
        <Money cents={forecast.expectedCents} />
      </span>
      <Text component="span" size="xs" c="dimmed" className="today-forecast-why">
        {parts.length === 0 ? 'Nothing is promised until then' : `${parts.join(', ')}, ${weighed}`}
      </Text>
    </div>
  );
}
