/** How far long work is, and the button that stops it. */
import { Button, Group, Progress, Text } from '@mantine/core';
import type { JobProgress } from '../../shared/contract/events.ts';

export type JobLineProps = {
  readonly progress: JobProgress | null;
  /** Said until the first progress comes. */
  readonly starting: string;
  readonly stopLabel?: string;
  onCancel(): void;
};

export function JobLine({ progress, starting, stopLabel = 'Stop', onCancel }: JobLineProps) {
  const share =
    progress?.total && progress.total > 0 ? Math.min(100, (progress.done * 100) / progress.total) : null;
  const figures =
    progress === null
      ? ''
      : ` · ${progress.done.toLocaleString('en-US')}${progress.total === null ? '' : ` of ${progress.total.toLocaleString('en-US')}`}`;
  return (
    <div role="status">
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm">
          {progress?.phase ?? starting}
          {figures}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {stopLabel}
        </Button>
      </Group>
      <Progress value={share ?? 100} animated={share === null} aria-label={progress?.phase ?? starting} />
    </div>
  );
}
