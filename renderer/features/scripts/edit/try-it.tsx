/**
 * The script as a call would show it, on an account of the book or on an invented one. Nothing is written: the run lives here and
 * is gone with the screen.
 */
import { Autocomplete, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Fault } from '../../../../shared/errors/result.ts';
import { exampleFacts, type ScriptFacts } from '../../../../shared/scripts/fields.ts';
import { pickScript } from '../../../../shared/scripts/pick.ts';
import {
  answer,
  partyOf,
  type ScriptRun,
  startRun,
  stepBack,
  stepOf,
  tick,
} from '../../../../shared/scripts/run.ts';
import type { Script } from '../../../../shared/scripts/script.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { ScriptView } from '../../../components/script/script-view.tsx';

export function TryIt({ script }: { readonly script: Script }) {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 150);
  const [accountId, setAccountId] = useState<number | null>(null);
  const found = useCall('accounts.find', { text }, { enabled: text.trim() !== '', keepPrevious: true });
  const ready = useCall(
    'scripts.forCall',
    { accountId: accountId ?? 1, direction: script.situation === 'inbound_call' ? 'in' : 'out' },
    { enabled: accountId !== null },
  );
  const hits = typed.trim() === '' ? [] : (found.data?.hits ?? []);
  const labelOf = (hit: (typeof hits)[number]) => `${hit.debtorName}, ${hit.number}`;
  return (
    <div className="scripts-try">
      <Autocomplete
        label="On the account of"
        placeholder="An invented debtor; type a name or number"
        data={[...new Set(hits.map(labelOf))]}
        filter={({ options }) => options}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          const chosen = hits.find((hit) => labelOf(hit) === value);
          if (chosen) setAccountId(chosen.accountId);
          if (value === '') setAccountId(null);
        }}
      />
      <FaultAlert fault={ready.error?.fault} />
      <Run
        key={`${script.code}:${accountId ?? ''}`}
        script={script}
        facts={accountId === null ? exampleFacts : (ready.data?.facts ?? exampleFacts)}
        ready={accountId === null ? undefined : ready.data}
      />
    </div>
  );
}

type RunProps = {
  readonly script: Script;
  readonly facts: ScriptFacts;
  readonly ready: ReturnType<typeof useCall<'scripts.forCall'>>['data'];
};

function Run({ script, facts, ready }: RunProps) {
  const [run, setRun] = useState<ScriptRun>(() => startRun(script, Date.now()));
  const [fault, setFault] = useState<Fault | null>(null);
  const [entry, setEntry] = useState('start');
  const now = Date.now();
  // What is edited counts before what is kept.
  const byCode = (code: string): Script | null =>
    code === script.code ? script : (ready?.scripts.find((one) => one.script.code === code)?.script ?? null);
  const here = byCode(run.script) ?? script;
  const gone = run.exit === null && stepOf(here, run.step) === null;
  const again = (how: string) => {
    const fresh = startRun(script, Date.now());
    const jumped: ScriptRun = {
      ...fresh,
      step: script.resume ?? script.start,
      party: 'right_party',
      confirmedAt: fresh.startedAt,
      path: [{ script: script.code, step: script.resume ?? script.start, at: fresh.startedAt, answer: null }],
    };
    setEntry(how);
    setRun(how === 'start' ? fresh : jumped);
    setFault(null);
  };
  return (
    <>
      <Group gap="xs" justify="space-between">
        <SegmentedControl
          aria-label="Begin"
          data={[
            { value: 'start', label: 'From the beginning' },
            { value: 'resume', label: 'As jumped into' },
          ]}
          value={entry}
          onChange={again}
        />
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => again(entry)}
        >
          Begin again
        </Button>
      </Group>
      {gone ? (
        <Text size="sm" role="status">
          The step it stood at is gone. Begin again.
        </Text>
      ) : (
        <ScriptView
          script={here}
          run={run}
          facts={facts}
          cards={ready?.cards ?? []}
          now={now}
          fault={fault}
          voicemail={ready?.voicemail}
          scriptByCode={byCode}
          onAnswer={(id) => {
            const next = answer(here, run, id, Date.now(), (situation) =>
              situation === script.situation
                ? script
                : ready
                  ? (pickScript(ready.scripts, situation, ready.audience, here.language)?.script ?? null)
                  : null,
            );
            setFault(next.ok ? null : next.error);
            if (next.ok) setRun(next.value);
          }}
          onTick={(id, done) => {
            setRun(tick(run, id, done, Date.now()));
            setFault(null);
          }}
          onBack={() => {
            // A call that was jumped into begins with the right party.
            const base = entry === 'resume' ? 'right_party' : 'unknown';
            setRun(
              stepBack(run, (path) => {
                const party = partyOf(path, byCode);
                return party === 'unknown' ? base : party;
              }),
            );
            setFault(null);
          }}
        />
      )}
    </>
  );
}
