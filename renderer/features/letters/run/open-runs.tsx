/** Runs that are not over: each says what it needs next, the one nobody answered for loudest. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPrinter, IconQuestionMark } from '@tabler/icons-react';
import type { RunRow } from '../../../../shared/contract/runs.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { InstantText } from '../../../components/moments.tsx';
import { counted } from './count-words.ts';
import { useMaking } from './making.ts';

type OpenRunsProps = { onOpen(runId: number): void };

export function OpenRuns({ onOpen }: OpenRunsProps) {
  const open = useCall('runs.open', {}, { keepPrevious: true });
  const making = useMaking(({ runId }) => runId);
  const runs = open.data?.runs ?? [];
  if (open.error) return <FaultAlert fault={open.error.fault} />;
  if (runs.length === 0) return null;
  return (
    <section aria-label="Print runs that are not finished" className="run-list">
      {runs.map((run) => {
        const asks = run.state === 'asked' || run.state === 'printing';
        const { words, verb } = needOf(run, making === run.runId);
        return (
          <Alert
            key={run.runId}
            p="xs"
            color={asks ? 'yellow' : 'blue'}
            icon={asks ? <IconQuestionMark size={18} aria-hidden /> : <IconPrinter size={18} aria-hidden />}
          >
            <Group justify="space-between" gap="xs">
              <Text size="sm" component="div">
                <b>{run.name}</b>{' '}
                <span className="letters-from">
                  begun <InstantText at={run.madeAt} />
                </span>
                <div>{words}</div>
              </Text>
              <Button
                size="compact-md"
                variant={asks ? 'filled' : 'default'}
                aria-label={`${verb} ${run.name}`}
                onClick={() => onOpen(run.runId)}
              >
                {verb}
              </Button>
            </Group>
          </Alert>
        );
      })}
    </section>
  );
}

/** What is open of it, and the verb that goes there. */
function needOf({ state, counts }: RunRow, isMaking: boolean): { words: string; verb: string } {
  const ready = counts.made + counts.spoilt;
  switch (state) {
    case 'making':
      return isMaking
        ? { words: `Being made: ${counted(counts.planned + ready, 'letter')}.`, verb: 'Show' }
        : {
            words: `${counted(ready, 'letter')} made, ${counts.planned.toLocaleString('en-US')} still to be made. Nothing is printed.`,
            verb: 'Go on',
          };
    case 'made':
      return {
        words:
          counts.printed > 0
            ? `${counted(ready, 'letter')} to be printed again; ${counts.printed.toLocaleString('en-US')} came out well.`
            : `${counted(ready, 'letter')} made and not printed.`,
        verb: 'Print…',
      };
    default:
      return {
        words: `${counted(counts.sent_to_printer, 'letter')} went to the printer. None counts as sent before you say whether they came out well.`,
        verb: 'Answer…',
      };
  }
}
