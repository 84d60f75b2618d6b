/** The quick picks for a moment, as a row of small buttons. */
import { Button, Group } from '@mantine/core';
import { instantWords } from '../../../components/moments.tsx';
import { reminderPicks } from './reminder-picks.ts';

export type ReminderPicksProps = {
  readonly zone: string;
  onPick(at: number): void;
};

export function ReminderPicks({ zone, onPick }: ReminderPicksProps) {
  return (
    <Group gap={6} role="group" aria-label="Quick picks">
      {reminderPicks(Date.now(), zone).map((pick) => (
        <Button
          key={pick.label}
          size="compact-xs"
          variant="default"
          title={instantWords(pick.at)}
          onClick={() => onPick(pick.at)}
        >
          {pick.label}
        </Button>
      ))}
    </Group>
  );
}
