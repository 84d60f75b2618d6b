/** Gives every account without a next step one, at once: what, from which day, how many a day, and how many that are. */
import { Button, Group, Modal, NumberInput, Progress, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { JobProgress } from '../../../shared/contract/events.ts';
import { addDays, type Day, latestDay } from '../../../shared/domain/days.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { type RunningJob, start } from '../../bridge/calls.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { Money } from '../../components/money.tsx';
import { showDone } from '../../components/toasts.tsx';

export function PlanOrphansDialog({ today, close }: { readonly today: Day; close(): void }) {
  const orphans = useCall('desk.orphans', {});
  const [text, setText] = useState('Call');
  const [on, setOn] = useState<Day>(addDays(today, 1));
  const [perDay, setPerDay] = useState<number | null>(20);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [job, setJob] = useState<RunningJob<'desk.planOrphans'> | null>(null);
  const count = orphans.data?.count ?? 0;
  const days = perDay === null || count === 0 ? 1 : Math.ceil(count / perDay);
  const wrongDay = on < today || on > latestDay;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '' || wrongDay || count === 0 || job !== null) return;
    setFault(null);
    const running = start('desk.planOrphans', { nextStep: text.trim(), fromOn: on, perDay }, setProgress);
    setJob(running);
    const result = await running.finished;
    setJob(null);
    if (!result.ok) {
      if (result.error.code !== 'call.cancelled') setFault(result.error);
      return;
    }
    const { planned, lastOn } = result.value;
    showDone(
      `${planned.toLocaleString('en-US')} accounts have a next step${lastOn === null ? '' : `, the last on ${dayWords(lastOn)}`}.`,
    );
    close();
  };
  return (
    <Modal
      opened
      onClose={() => (job ? job.cancel() : close())}
      title="Plan the accounts without a next step"
      size="md"
      centered
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            {count.toLocaleString('en-US')} {count === 1 ? 'account has' : 'accounts have'} nothing planned,{' '}
            <Money cents={orphans.data?.balanceCents ?? 0} /> in all.
          </Text>
          <TextInput
            label="Next step"
            data-autofocus
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.currentTarget.value)}
            error={tried && text.trim() === '' ? 'Type what is to be done.' : null}
          />
          <Group gap="xs" align="flex-start" grow>
            <TextInput
              type="date"
              label="From"
              value={on}
              min={today}
              max={latestDay}
              onChange={(event) => setOn(event.currentTarget.value)}
              error={tried && wrongDay ? 'Choose today or a later day.' : null}
            />
            <NumberInput
              label="A working day"
              description="Empty: all on that day"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={perDay ?? ''}
              min={1}
              max={10_000}
              allowDecimal={false}
              allowNegative={false}
              onChange={(value) => setPerDay(typeof value === 'number' && value > 0 ? value : null)}
            />
          </Group>
          <Text size="sm" c="dimmed" role="status">
            {count === 0
              ? 'There is nothing to plan.'
              : `The largest sums first, over ${days.toLocaleString('en-US')} working ${days === 1 ? 'day' : 'days'}. Each step can be changed or removed on its account.`}
          </Text>
          {progress === null || job === null ? null : (
            <Progress
              value={progress.total ? (progress.done * 100) / progress.total : 0}
              aria-label={progress.phase}
            />
          )}
          <FaultAlert fault={fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => (job ? job.cancel() : close())}>
              {job ? 'Stop' : 'Leave it'}
            </Button>
            <Button type="submit" loading={job !== null} disabled={count === 0}>
              Plan {count.toLocaleString('en-US')} {count === 1 ? 'account' : 'accounts'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
