/**
 * The dry list of a run before anything is made: which letters go, in their order and with what they come to, and which do not, each with
 * its reason. What is not wanted is unticked; then the letters are made.
 */
import { Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { IconArrowLeft, IconMailOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { DryLetter, RunSource } from '../../../../shared/contract/runs.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { mostRunLetters, type RunSort, runSorts } from '../../../../shared/domain/print-run.ts';
import { runSortNames } from '../../../../shared/text/run-words.ts';
import { useStoredView } from '../../../bridge/drafts.ts';
import { useJob } from '../../../bridge/jobs.ts';
import { useCall } from '../../../bridge/queries.ts';
import type { RunAsk } from '../../../bridge/run-ask.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { JobLine } from '../../../components/job-line.tsx';
import { counted } from './count-words.ts';
import { DryLetters } from './dry-letters.tsx';
import { LeftOut } from './left-out.tsx';
import { makeRun } from './making.ts';

type DryRunProps = {
  /** `null`: the letters that wait. */
  readonly of: RunAsk | null;
  onBack(): void;
  onBegun(runId: number): void;
};

const viewOf = z.object({
  sort: z.enum(runSorts),
  templateId: z.int().nullable(),
  /** What one piece costs, where no mailing says so. */
  postageCents: z.int().min(0).max(100_00),
});
/** A stamp for an ordinary letter of one ounce. */
const usualPostage = 78;

export function DryRun({ of, onBack, onBegun }: DryRunProps) {
  const [view, change] = useStoredView('view:print-run', viewOf, {
    sort: 'zip',
    templateId: null,
    postageCents: usualPostage,
  });
  const templates = useCall('letters.templates', {}, { enabled: of !== null });
  const [name, setName] = useState('');
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set());
  const { run, running, progress, output, fault, cancel } = useJob('runs.dry');
  const begin = useJob('runs.begin');

  const list = templates.data?.templates ?? [];
  const templateId = list.find((one) => one.templateId === view?.templateId)?.templateId ?? null;
  const source = view === null ? null : sourceOf(of, templateId);
  const sort = view?.sort ?? 'zip';
  const key = JSON.stringify({ source, sort });
  useEffect(() => {
    const asked = JSON.parse(key) as { source: RunSource | null; sort: RunSort };
    if (asked.source !== null) void run({ source: asked.source, sort: asked.sort });
    return cancel;
  }, [key, run, cancel]);

  if (view === null) return null;
  const letters = output?.letters ?? [];
  const goes = letters.filter(({ mayGo, accountId }) => mayGo && !without.has(accountId));
  const shown = output !== null && !running && source !== null;
  const make = async () => {
    if (source === null) return;
    const begun = await begin.run({ source, sort, name, without: [...without] });
    if (!begun.ok) return;
    void makeRun(begun.value.runId);
    onBegun(begun.value.runId);
  };

  return (
    <section aria-label="New print run" className="run-dry">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Button variant="default" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={onBack}>
            Back
          </Button>
          <h2 className="run-title">
            {of === null ? 'New print run: letters that wait' : `New print run: ${of.words}`}
          </h2>
        </Group>
        <Button loading={begin.running} disabled={!shown || goes.length === 0} onClick={() => void make()}>
          {goes.length === 0 ? 'Make the letters' : `Make ${counted(goes.length, 'letter')}`}
        </Button>
      </Group>
      <Group gap="sm" align="flex-end">
        {of === null ? null : (
          <Select
            label="Letter"
            placeholder="Choose the letter"
            w={260}
            searchable
            data-autofocus
            autoFocus={templateId === null}
            data={list.map((one) => ({ value: String(one.templateId), label: one.name }))}
            value={templateId === null ? null : String(templateId)}
            onChange={(value) =>
              change((now) => ({ ...now, templateId: value === null ? null : Number(value) }))
            }
          />
        )}
        <Select
          label="Sorted by"
          w={200}
          allowDeselect={false}
          data={runSorts.map((value) => ({ value, label: runSortNames[value] }))}
          value={sort}
          onChange={(value) =>
            change((now) => ({ ...now, sort: runSorts.find((one) => one === value) ?? 'zip' }))
          }
        />
        <TextInput
          label="Name of the run"
          placeholder="Letters of today"
          w={220}
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NumberInput
          label="Postage a letter"
          w={120}
          prefix="$"
          decimalScale={2}
          fixedDecimalScale
          min={0}
          max={100}
          step={0.01}
          value={(output?.postageCents ?? view.postageCents) / 100}
          disabled={output?.postageCents !== null && output !== null}
          onChange={(value) =>
            change((now) => ({ ...now, postageCents: Math.round(Number(value || 0) * 100) }))
          }
        />
      </Group>
      <FaultAlert fault={fault ?? begin.fault ?? templates.error?.fault} />
      {running ? (
        <JobLine progress={progress} starting="Looking which letters may go" onCancel={onBack} />
      ) : null}
      {source === null ? (
        <Text size="sm" role="status">
          Choose the letter. You then see for each account whether it may go, before anything is made.
        </Text>
      ) : null}
      {shown ? (
        <Found
          output={output}
          goes={goes}
          without={without}
          postageCents={output.postageCents ?? view.postageCents}
          onTick={setWithout}
        />
      ) : null}
    </section>
  );
}

function sourceOf(of: RunAsk | null, templateId: number | null): RunSource | null {
  if (of === null) return { kind: 'waiting' };
  if (templateId === null) return null;
  return of.kind === 'accounts'
    ? { kind: 'accounts', templateId, accountIds: [...of.accountIds].slice(0, mostRunLetters) }
    : { kind: 'view', templateId, filter: of.filter };
}

type FoundProps = {
  readonly output: OutputOf<'runs.dry'>;
  readonly goes: readonly DryLetter[];
  readonly without: ReadonlySet<number>;
  readonly postageCents: number;
  onTick(without: ReadonlySet<number>): void;
};

function Found({ output, goes, without, postageCents, onTick }: FoundProps) {
  const mayGo = output.letters.filter((letter) => letter.mayGo);
  const held = output.letters.filter((letter) => !letter.mayGo);
  const cents = goes.reduce((sum, { balanceCents }) => sum + balanceCents, 0);
  return (
    <>
      <dl className="run-figures" aria-label="What the run comes to">
        <div>
          <dt>Letters</dt>
          <dd>{goes.length.toLocaleString('en-US')}</dd>
        </div>
        <div>
          <dt>Owed in them</dt>
          <dd>{formatDollars(cents)}</dd>
        </div>
        <div>
          <dt>Postage, about</dt>
          <dd>{formatDollars(goes.length * postageCents)}</dd>
        </div>
        <div>
          <dt>Left out</dt>
          <dd>{(held.length + mayGo.length - goes.length).toLocaleString('en-US')}</dd>
        </div>
      </dl>
      {output.beyond === 0 ? null : (
        <Text size="sm" role="status">
          A run holds at most {mostRunLetters.toLocaleString('en-US')} letters;{' '}
          {output.beyond.toLocaleString('en-US')} more go with the next.
        </Text>
      )}
      {output.letters.length === 0 ? (
        <EmptyState icon={<IconMailOff size={32} />} title="No letters to print">
          Nothing waits, or the accounts chosen are not there any more.
        </EmptyState>
      ) : null}
      <LeftOut letters={held} />
      {mayGo.length === 0 ? null : <DryLetters letters={mayGo} without={without} onTick={onTick} />}
      {output.clients.length < 2 ? null : (
        <details className="run-details">
          <summary>By client</summary>
          <table className="run-clients">
            <tbody>
              {output.clients.map(({ clientName, letters, cents: sum }) => (
                <tr key={clientName}>
                  <th scope="row">{clientName}</th>
                  <td>{counted(letters, 'letter')}</td>
                  <td>{formatDollars(sum)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
