/** What the import would do: every row and cent accounted for, controls, changes, and each row to be put right or left out. */
import { Alert, Button, Group, Table, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { DryRun } from '../../../shared/contract/imports.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { ChangesTable } from './changes-table.tsx';
import { ControlTotals } from './control-totals.tsx';
import { readControlCount, readControlSum } from './import-plan.ts';
import { type ImportState, useImport } from './import-state.ts';
import { countOf } from './import-words.ts';
import { goToStep, setFix, takeIn } from './import-work.ts';
import { ProblemRows } from './problem-rows.tsx';
import { TallyTable } from './tally-table.tsx';
import { headlineOfTrial, sharesOf, writesAnything } from './trial-words.ts';
import './trial-step.css';

type Part = 'refused' | 'doubts' | 'changes' | 'fixed' | 'leftOut';

export function TrialStep({ trial }: { readonly trial: DryRun }) {
  const state = useImport();
  const { choices, stale } = state;
  return (
    <section className="import-trial" aria-label="What the import would do" data-stale={stale || undefined}>
      <Headline trial={trial} />
      <TallyTable tallies={trial.tallies} label="What becomes of the rows" />
      <p className="import-control">{sharedOut(trial.tallies)}</p>
      <ControlTotals
        stated={trial.stated}
        fileCents={trial.fileCents}
        rows={trial.rows}
        typedCents={readControlSum(choices.controlSum) ?? null}
        typedRows={readControlCount(choices.controlCount) ?? null}
      />
      <Parts trial={trial} state={state} />
    </section>
  );
}

/** The file's sum in dollars, shared out: the parts always come to it. */
function sharedOut(tallies: DryRun['tallies']) {
  const { fileCents, shares } = sharesOf(tallies);
  return (
    <>
      File total <b>{formatDollars(fileCents)}</b> ={' '}
      {shares.map(({ words, cents }, index) => (
        <span key={words}>
          {index === 0 ? '' : ' + '}
          {words} <b>{formatDollars(cents)}</b>
        </span>
      ))}
    </>
  );
}

function Headline({ trial }: { readonly trial: DryRun }) {
  const writes = writesAnything(trial);
  const nothingNew = trial.rows > 0 && trial.alreadyThere === trial.rows;
  const people = [
    trial.newDebtors > 0 ? countOf(trial.newDebtors, 'new debtor') : '',
    trial.knownDebtors > 0 ? `${countOf(trial.knownDebtors, 'debtor')} the book knows` : '',
    trial.newAccounts > 0 ? countOf(trial.newAccounts, 'new account') : '',
  ].filter((part) => part !== '');
  return (
    <>
      <Alert
        role="status"
        color={writes ? 'green' : 'yellow'}
        variant="light"
        icon={
          writes ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />
        }
        title={writes ? `It would bring in ${headlineOfTrial(trial)}` : 'It would bring in nothing'}
        className="import-headline"
      >
        <Text size="sm">
          {nothingNew
            ? 'The book already has every row of this file: importing it again would add nothing.'
            : people.length > 0
              ? `${people.join(', ')}. Nothing is written yet.`
              : trial.rows === 0
                ? 'The file holds no row below the names of its columns.'
                : 'Nothing is written yet.'}{' '}
          {trial.payments > 0
            ? `${countOf(trial.payments, 'payment')} made before, ${formatDollars(trial.paymentsCents)}; ${formatDollars(trial.openCents)} stays open.`
            : ''}
        </Text>
      </Alert>
      {trial.undecided > 0 ? (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          title={`${countOf(trial.undecided, 'person', 'people')} of the file may be somebody the book has`}
        >
          <Group gap="xs">
            <Text size="sm">Until you say who they are, their rows are refused.</Text>
            <Button size="compact-sm" variant="default" onClick={() => goToStep('people')}>
              Decide who they are
            </Button>
          </Group>
        </Alert>
      ) : trial.peopleCount > 0 ? (
        <Text size="sm">
          {countOf(trial.peopleCount, 'person of the file was', 'people of the file were')} held against the
          book by name, phone or address.{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => goToStep('people')}>
            Look at them
          </Button>
        </Text>
      ) : null}
    </>
  );
}

type PartsProps = { readonly trial: DryRun; readonly state: ImportState };

/** The lists below: only those that hold something. */
function Parts({ trial, state }: PartsProps) {
  const { file, fixes, leftOut, columnNames, work } = state;
  const [part, setPart] = useState<Part | null>(null);
  const leftOutLines = useMemo(() => new Set(leftOut.map(({ line }) => line)), [leftOut]);
  const counts: Readonly<Record<Part, number>> = {
    refused: trial.refused,
    doubts: trial.doubted,
    changes: trial.changesCount,
    fixed: fixes.length,
    leftOut: leftOut.length,
  };
  const there = (Object.keys(counts) as Part[]).filter((name) => counts[name] > 0);
  const first = there[0] ?? null;
  // A list that has been worked off makes way for the next one.
  const shown = part !== null && there.includes(part) ? part : first;
  useEffect(() => {
    if (part !== null && shown !== part) setPart(shown);
  }, [part, shown]);
  if (shown === null)
    return (
      <Text size="sm" c="dimmed">
        No row is refused and none is doubtful.
      </Text>
    );
  const words: Readonly<Record<Part, string>> = {
    refused: `Refused: ${countOf(trial.refused, 'row')}`,
    doubts: `Taken, but please check: ${trial.doubted.toLocaleString('en-US')}`,
    changes: `Otherwise than the book: ${trial.changesCount.toLocaleString('en-US')}`,
    fixed: `Put right here: ${countOf(fixes.length, 'cell')}`,
    leftOut: `Left out: ${countOf(leftOut.length, 'row')}`,
  };
  const busy = work === 'writing';
  const problems = { fileName: file?.fileName ?? '', columnNames, fixes, leftOutLines, busy };
  return (
    <Tabs
      value={shown}
      onChange={(value) => setPart(there.find((name) => name === value) ?? null)}
      keepMounted={false}
    >
      <Tabs.List aria-label="Rows to look at">
        {there.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {words[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="refused" pt="xs">
        <ProblemRows
          title="Refused"
          about="refused"
          rows={trial.refusals}
          count={trial.refused}
          counted={trial.refusedBy}
          {...problems}
        />
      </Tabs.Panel>
      <Tabs.Panel value="doubts" pt="xs">
        <ProblemRows
          title="Taken, but please check"
          about="doubts"
          rows={trial.doubts}
          count={trial.doubted}
          counted={trial.doubtedBy}
          {...problems}
        />
      </Tabs.Panel>
      <Tabs.Panel value="changes" pt="xs">
        <ChangesTable
          changes={trial.changes}
          count={trial.changesCount}
          label="What the file says otherwise than the book"
        />
      </Tabs.Panel>
      <Tabs.Panel value="fixed" pt="xs">
        <FixedCells state={state} />
      </Tabs.Panel>
      <Tabs.Panel value="leftOut" pt="xs">
        <LeftOutRows state={state} />
      </Tabs.Panel>
    </Tabs>
  );
}

function FixedCells({ state }: { readonly state: ImportState }) {
  const { fixes, columnNames, work } = state;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="import-list" aria-label="Cells put right here" tabIndex={0}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={64}>
              Line
            </Table.Th>
            <Table.Th>Column</Table.Th>
            <Table.Th>In the file</Table.Th>
            <Table.Th>Taken as</Table.Th>
            <Table.Th w={150} aria-label="Put back" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fixes.map((fix) => (
            <Table.Tr key={`${fix.line}:${fix.column}`}>
              <Table.Td ta="right">{fix.line.toLocaleString('en-US')}</Table.Td>
              <Table.Td className="import-wrap">{columnNames[fix.column] ?? ''}</Table.Td>
              <Table.Td className="import-wrap">
                {fix.was === '' ? <span className="missing">empty</span> : fix.was}
              </Table.Td>
              <Table.Td className="import-wrap">
                {fix.value === '' ? <span className="missing">empty</span> : fix.value}
              </Table.Td>
              <Table.Td ta="right" py={1}>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  disabled={work === 'writing'}
                  aria-label={`Put line ${fix.line} back as in the file`}
                  onClick={() => setFix({ ...fix, value: fix.was })}
                >
                  As in the file
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function LeftOutRows({ state }: { readonly state: ImportState }) {
  const { leftOut, work } = state;
  return (
    <>
      <Group justify="flex-end" mb={4}>
        <Button
          variant="default"
          disabled={work === 'writing'}
          onClick={() => takeIn(leftOut.map(({ line }) => line))}
        >
          Take them all in again
        </Button>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="import-list" aria-label="Rows left out" tabIndex={0}>
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right" w={64}>
                Line
              </Table.Th>
              <Table.Th w="24%">Value</Table.Th>
              <Table.Th>What stood against it</Table.Th>
              <Table.Th w={110} aria-label="Take in again" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {leftOut.map((row) => (
              <Table.Tr key={row.line}>
                <Table.Td ta="right">{row.line.toLocaleString('en-US')}</Table.Td>
                <Table.Td className="import-wrap">{row.value}</Table.Td>
                <Table.Td className="import-wrap">{row.why}</Table.Td>
                <Table.Td ta="right" py={1}>
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    disabled={work === 'writing'}
                    aria-label={`Take line ${row.line} in again`}
                    onClick={() => takeIn([row.line])}
                  >
                    Take in again
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </>
  );
}
