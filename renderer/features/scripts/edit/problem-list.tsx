/** What the check found, each sentence a way to the step it is about. */
import { Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ScriptProblem } from '../../../../shared/scripts/check.ts';

export type ProblemListProps = {
  readonly problems: readonly ScriptProblem[];
  onChoose(step: string | null): void;
};

export function ProblemList({ problems, onChoose }: ProblemListProps) {
  if (problems.length === 0) {
    return (
      <Text size="sm" className="scripts-sound" role="status">
        <IconCircleCheck size={16} aria-hidden /> Every path reaches an exit, and none tells of the debt
        before the right party is confirmed.
      </Text>
    );
  }
  const faults = problems.filter(({ severity }) => severity === 'fault').length;
  return (
    <>
      <Text size="sm" c="dimmed">
        {faults === 0
          ? 'Nothing stands in the way of using it. To weigh:'
          : 'No call uses it while something is to be mended.'}
      </Text>
      <ul className="scripts-problems">
        {problems.map((one) => (
          <li key={`${one.code}:${one.step ?? ''}:${one.text}`}>
            <UnstyledButton className="scripts-problem" onClick={() => onChoose(one.step)}>
              {one.severity === 'fault' ? (
                <IconAlertTriangle size={15} className="scripts-step-mark" data-fault aria-label="To mend" />
              ) : (
                <IconInfoCircle size={15} className="scripts-step-mark" aria-label="To weigh" />
              )}
              <span>{one.text}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}
