/** A script with something to mend is not used in calls: it can be kept as a draft, or be worked on. Nothing is lost either way. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ScriptProblem } from '../../../../shared/scripts/check.ts';

export type SaveDialogProps = {
  readonly problems: readonly ScriptProblem[];
  readonly pending: boolean;
  onDraft(): void;
  onClose(): void;
};

export function SaveDialog({ problems, pending, onDraft, onClose }: SaveDialogProps) {
  const faults = problems.filter(({ severity }) => severity === 'fault');
  return (
    <Modal opened centered size="lg" onClose={onClose} title="No call can use it like this">
      <Stack gap="sm">
        <Text size="sm">
          {faults.length === 1 ? 'One thing has' : `${faults.length} things have`} to be mended first. Keep it
          as a draft, which calls leave alone, or go on editing; what you have is not lost either way.
        </Text>
        <ul className="scripts-differences">
          {faults.slice(0, 6).map((one) => (
            <li key={`${one.code}:${one.step ?? ''}:${one.text}`}>{one.text}</li>
          ))}
          {faults.length > 6 ? <li>And {faults.length - 6} more.</li> : null}
        </ul>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" loading={pending} onClick={onDraft}>
            Keep as a draft
          </Button>
          <Button data-autofocus onClick={onClose}>
            Go on editing
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
