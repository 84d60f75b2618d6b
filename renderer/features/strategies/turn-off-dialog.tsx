/** Turns a strategy off: those inside go on to its end, or leave now. */
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { StrategyRow } from '../../../shared/contract/strategies.ts';
import { useJob } from '../../bridge/jobs.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { JobLine } from '../../components/job-line.tsx';
import { showDone } from '../../components/toasts.tsx';
import { count } from './count-words.ts';

export type TurnOffDialogProps = { readonly strategy: StrategyRow; onClose(): void };

export function TurnOffDialog({ strategy, onClose }: TurnOffDialogProps) {
  const { strategyId, name, active, lettersWaiting } = strategy;
  const job = useJob('strategies.turnOff');
  const [members, setMembers] = useState<'finish' | 'stop'>('finish');
  const turnOff = async () => {
    const answer = await job.run({ strategyId, members });
    if (!answer.ok) return;
    showDone(`“${name}” is off.`);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Turn off “${name}”`} size="md" closeOnEscape={!job.running}>
      <Stack gap="sm">
        <Text size="sm">No more accounts enter. It can be turned on again.</Text>
        <Radio.Group
          label={`What becomes of the ${count(active, 'account')} in it`}
          value={members}
          onChange={(value) => setMembers(value === 'stop' ? 'stop' : 'finish')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="finish" label="They go on to its end" />
            <Radio
              value="stop"
              label={`They leave it now${lettersWaiting > 0 ? `, and the ${count(lettersWaiting, 'letter')} that wait are left out` : ''}`}
            />
          </Stack>
        </Radio.Group>
        <FaultAlert fault={job.fault} />
        {job.running ? (
          <JobLine progress={job.progress} starting="Taking accounts out" onCancel={job.cancel} />
        ) : (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Keep it on
            </Button>
            <Button onClick={() => void turnOff()}>Turn off</Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
