/**
 * What strategies came to on the office's own accounts, side by side. Shares are only shown of groups large enough to say something, and
 * groups that were different from the start are said to be.
 */
import { Alert, Button, Group, Switch, Table, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { StrategyResult, StrategyRow } from '../../../shared/contract/strategies.ts';
import { useJob } from '../../bridge/jobs.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { JobLine } from '../../components/job-line.tsx';
import { Money } from '../../components/money.tsx';
import { cautionsOf, fewest, shareWords } from './fair.ts';

export type ComparePanelProps = { readonly strategies: readonly StrategyRow[] };

export function ComparePanel({ strategies }: ComparePanelProps) {
  const job = useJob('strategies.compare');
  const [byVersion, setByVersion] = useState(false);
  const { run } = job;
  const key = strategies.map(({ strategyId }) => strategyId).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another strategy is asked about anew
  useEffect(() => void run({ strategyIds: [], byVersion }), [run, byVersion, key]);
  const results = (job.output?.results ?? []).filter(({ entered }) => entered > 0);
  return (
    <>
      <Group justify="space-between" className="strategy-tools">
        <Switch
          label="Each version by itself"
          checked={byVersion}
          onChange={(event) => setByVersion(event.currentTarget.checked)}
        />
        <Button
          variant="default"
          leftSection={<IconPrinter size={15} aria-hidden />}
          disabled={results.length === 0}
          onClick={() => window.print()}
        >
          Print…
        </Button>
      </Group>
      <FaultAlert fault={job.fault} />
      {job.running ? <JobLine progress={job.progress} starting="Adding up" onCancel={job.cancel} /> : null}
      {!job.running && job.output !== null && results.length === 0 ? (
        <EmptyState title="Nothing to compare yet">
          Once accounts have entered a strategy, what became of them stands here.
        </EmptyState>
      ) : null}
      {results.length === 0 ? null : <Results results={results} />}
    </>
  );
}

type Line = { readonly title: string; value(result: StrategyResult): React.ReactNode };

const whole = (number: number) => number.toLocaleString('en-US');

const lines: readonly Line[] = [
  { title: 'Accounts that entered', value: ({ entered }) => whole(entered) },
  { title: 'Still in it', value: ({ active }) => whole(active) },
  {
    title: 'Balance when they entered, on average',
    value: ({ entered, entryCents }) => <Money cents={Math.round(entryCents / entered)} />,
  },
  {
    title: 'Days past due then, on average',
    value: ({ entered, daysPastDueSum }) => whole(Math.round(daysPastDueSum / entered)),
  },
  { title: 'Spoken with', value: ({ reached, entered }) => shareWords(reached, entered) },
  { title: 'Promises made', value: ({ promises }) => whole(promises) },
  { title: 'Promises kept', value: ({ promisesKept, promises }) => shareWords(promisesKept, promises) },
  { title: 'Plans agreed', value: ({ plans }) => whole(plans) },
  { title: 'Letters printed', value: ({ letters }) => whole(letters) },
  { title: 'Calls placed', value: ({ calls }) => whole(calls) },
  {
    title: 'Disputes, wishes to stop, lawyers named',
    value: ({ objections, entered }) => shareWords(objections, entered),
  },
];

function Results({ results }: { readonly results: readonly StrategyResult[] }) {
  const cautions = cautionsOf(results);
  return (
    <section aria-label="Results" className="strategy-results">
      <Table.ScrollContainer minWidth={480 + results.length * 120}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Within 90 days of entering</Table.Th>
              {results.map((result) => (
                <Table.Th key={`${result.strategyId} ${result.version}`} ta="right">
                  {result.name}
                  {result.version === null ? '' : `, version ${result.version}`}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ title, value }) => (
              <Table.Tr key={title}>
                <Table.Th scope="row" fw={400}>
                  {title}
                </Table.Th>
                {results.map((result) => (
                  <Table.Td key={`${result.strategyId} ${result.version}`} ta="right">
                    {value(result)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
            {[0, 1, 2].map((part) => (
              <Collected key={part} results={results} part={part} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {cautions.map((text) => (
        <Alert key={text} color="yellow" p="xs" mt="xs">
          <Text size="sm">{text}</Text>
        </Alert>
      ))}
      <Text size="xs" c="dimmed" mt="xs">
        Counted for the account it happened on, up to 90 days after it entered, whoever or whatever brought it
        about. Collected sums are of accounts that have had the whole time; fewer than {fewest} are too few to
        tell.
      </Text>
    </section>
  );
}

function Collected({
  results,
  part,
}: {
  readonly results: readonly StrategyResult[];
  readonly part: number;
}) {
  const days = results[0]?.within[part]?.days ?? 0;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        Collected within {days} days
      </Table.Th>
      {results.map((result) => {
        const within = result.within[part];
        return (
          <Table.Td key={`${result.strategyId} ${result.version}`} ta="right">
            {!within || within.accounts === 0 ? (
              <span className="strategy-dim">no account has had {days} days</span>
            ) : (
              <>
                <Money cents={within.collectedCents} />
                <div className="strategy-dim">
                  {within.accounts < fewest
                    ? `${whole(within.accounts)} accounts: too few to tell`
                    : `${((within.collectedCents * 100) / Math.max(1, within.entryCents)).toFixed(1)} % of what was owed; ${whole(within.accounts)} accounts`}
                </div>
              </>
            )}
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}
