/** Shows what a strategy would do and turns it on; many letters on one day are a question first, and nothing of them is lost. */
import { Alert, Button, Group, Modal, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { StrategyRow } from '../../../shared/contract/strategies.ts';
import { manyLetters } from '../../../shared/domain/strategy.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { useJob } from '../../bridge/jobs.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { JobLine } from '../../components/job-line.tsx';
import { showDone } from '../../components/toasts.tsx';
import { PreviewPanel } from './preview-panel.tsx';

export type TurnOnDialogProps = {
  readonly strategy: Pick<StrategyRow, 'strategyId' | 'name' | 'body' | 'active'>;
  onClose(): void;
  /** Back to whom it is for. */
  onNarrow(): void;
};

/** What one person prints, folds and posts in a morning. */
const usualPerDay = 100;

export function TurnOnDialog({ strategy, onClose, onNarrow }: TurnOnDialogProps) {
  const { strategyId, name, body } = strategy;
  const preview = useJob('strategies.preview');
  const turning = useJob('strategies.turnOn');
  const [how, setHow] = useState<'per_day' | 'all'>('per_day');
  const [perDay, setPerDay] = useState<number | string>(usualPerDay);
  const { run } = preview;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the dialog opens
  useEffect(() => void run({ strategyId, body }), [run, strategyId]);

  const letters = preview.output?.lettersMost ?? 0;
  const sends = body.steps.some(({ kind }) => kind === 'letter');
  const many = letters > manyLetters;
  const most = Number(perDay);
  const fine = !sends || how === 'all' || (Number.isInteger(most) && most >= 1 && most <= 100_000);
  const turnOn = async () => {
    const answer = await turning.run({
      strategyId,
      letters: how === 'all' || !sends ? { kind: 'all' } : { kind: 'per_day', most },
    });
    if (!answer.ok) return;
    const { entered } = answer.value;
    showDone(
      `“${name}” is on. ${entered.toLocaleString('en-US')} ${entered === 1 ? 'account' : 'accounts'} entered.`,
    );
    onClose();
  };
  const days = Math.ceil(letters / Math.max(1, most));
  return (
    <Modal opened onClose={onClose} title={`Turn on “${name}”`} size="xl" closeOnEscape={!turning.running}>
      <Stack gap="sm">
        {preview.running ? (
          <JobLine progress={preview.progress} starting="Looking at the accounts" onCancel={preview.cancel} />
        ) : null}
        <FaultAlert fault={preview.fault} />
        {preview.output === null ? null : <PreviewPanel preview={preview.output} body={body} />}
        {!preview.running && preview.output === null && preview.fault === null ? (
          <Button variant="default" onClick={() => void run({ strategyId, body })}>
            Look again
          </Button>
        ) : null}
        {preview.output !== null && sends ? (
          <Radio.Group
            label={
              many && preview.output.lettersMostOn !== null
                ? `This would put ${letters.toLocaleString('en-US')} letters into the run of ${dayWords(preview.output.lettersMostOn)}.`
                : 'Letters'
            }
            value={how}
            onChange={(value) => setHow(value === 'all' ? 'all' : 'per_day')}
          >
            <Stack gap={6} mt={6}>
              <Group gap="xs">
                <Radio value="per_day" label="Spread them over the days, at most" />
                <NumberInput
                  aria-label="Letters a day"
                  w={90}
                  min={1}
                  max={100_000}
                  allowDecimal={false}
                  allowNegative={false}
                  value={perDay}
                  onChange={setPerDay}
                  disabled={how !== 'per_day'}
                />
                <Text size="sm">
                  a day
                  {many && fine && how === 'per_day' ? `, so over ${days.toLocaleString('en-US')} days` : ''}
                </Text>
              </Group>
              <Radio value="all" label="All on the day they come due" />
            </Stack>
          </Radio.Group>
        ) : null}
        {many ? (
          <Alert color="yellow" icon={<IconMail size={18} aria-hidden />} p="xs">
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                Nothing is lost either way: what does not fit a day waits for the next one.
              </Text>
              <Button size="compact-xs" variant="default" onClick={onNarrow}>
                Narrow whom it is for
              </Button>
            </Group>
          </Alert>
        ) : null}
        <FaultAlert fault={turning.fault} />
        {turning.running ? (
          <JobLine
            progress={turning.progress}
            starting="Letting accounts in"
            stopLabel="Stop and take back"
            onCancel={turning.cancel}
          />
        ) : (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button disabled={preview.output === null || !fine} onClick={() => void turnOn()}>
              Turn on
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
