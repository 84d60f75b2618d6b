/** The script’s side of the call: which one, the step it stands at; without one, who is there is said by hand. */
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { mayShowDebt } from '../../../../shared/scripts/run.ts';
import { scriptLanguageWords } from '../../../../shared/scripts/words.ts';
import {
  type CallInProgress,
  changeCurrentCall,
  partyOnLine,
  partySaid,
  showsDebt,
} from '../../../bridge/current-call.ts';
import { useMinute } from '../../../bridge/use-minute.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { ScriptView } from '../../../components/script/script-view.tsx';
import type { CallScript, ScriptsForCall } from './use-call-script.ts';

export type CallScriptSideProps = {
  readonly call: CallInProgress;
  readonly offered: ScriptsForCall;
  readonly script: CallScript;
};

const none = '';

export function CallScriptSide({ call, offered, script }: CallScriptSideProps) {
  const now = useMinute();
  const [openCard, setOpenCard] = useState<string | null>(null);
  const leadsTo = offered.cards.find(({ code }) => code === openCard)?.leadsTo ?? null;
  const follows =
    leadsTo === null || !showsDebt(call)
      ? undefined
      : offered.scripts.find(({ script: one }) => one.situation === leadsTo && one.code !== call.run?.script);
  const { run } = call;
  // The step it stands at speaks of the debt in plain words too, so the whole of it waits until nobody listens any more.
  const waits = run !== null && call.overheard && mayShowDebt(run);
  return (
    <section className="call-column call-script" aria-label="Script">
      {waits ? null : (
        <Group gap="xs" wrap="nowrap" className="call-script-choice">
          <NativeSelect
            aria-label="Script"
            size="xs"
            value={call.run?.script ?? none}
            onChange={(event) => {
              const code = event.currentTarget.value;
              if (code !== none) script.choose(code);
            }}
            data={[
              { value: none, label: 'Without a script', disabled: call.run !== null },
              ...offered.scripts.map((one) => ({
                value: one.script.code,
                label: `${one.script.name}${one.script.language === 'en' ? '' : ` (${scriptLanguageWords[one.script.language]})`}`,
              })),
            ]}
          />
          {/* Why this script was chosen tells of promises and sums. */}
          {showsDebt(call) &&
          offered.suggested.code !== null &&
          offered.suggested.code === call.run?.script ? (
            <Text size="xs" c="dimmed" lineClamp={1} title={offered.suggested.why}>
              {offered.suggested.why}
            </Text>
          ) : null}
        </Group>
      )}
      {waits ? (
        <Waiting name={call.debtorName} />
      ) : run !== null && script.script !== null ? (
        <ScriptView
          script={script.script}
          run={run}
          facts={offered.facts}
          cards={offered.cards}
          now={now}
          fault={script.fault}
          voicemail={offered.voicemail}
          scriptByCode={script.scriptByCode}
          onAnswer={script.answer}
          onTick={script.tick}
          onBack={script.back}
          onOpenCard={setOpenCard}
        />
      ) : (
        <WithoutScript call={call} lost={run !== null} />
      )}
      {follows === undefined ? null : (
        <Button
          size="compact-sm"
          variant="default"
          className="call-follow"
          onClick={() => {
            setOpenCard(null);
            script.choose(follows.script.code);
          }}
        >
          Go on with the script “{follows.script.name}”
        </Button>
      )}
      <FaultAlert fault={run === null ? script.fault : null} />
    </section>
  );
}

function Waiting({ name }: { readonly name: string }) {
  return (
    <div className="call-no-script" role="status">
      <p className="call-no-script-title">Somebody can hear. Say nothing of the account.</p>
      <Text size="sm" c="dimmed">
        Ask {name} when you can speak alone, or call again later. The script goes on where it stood once
        nobody else listens.
      </Text>
    </div>
  );
}

function WithoutScript({ call, lost }: { readonly call: CallInProgress; readonly lost: boolean }) {
  const party = partyOnLine(call);
  const say = (said: CallInProgress['party']) => changeCurrentCall((now) => partySaid(now, said, Date.now()));
  return (
    <div className="call-no-script">
      <p className="call-no-script-title">
        {party === 'unknown'
          ? `Find out who is there before a word about the account: ask for ${call.debtorName} by name.`
          : party === 'right_party'
            ? `You are speaking with ${call.debtorName}.`
            : 'Somebody else is on the line. Ask when to call again and end the call.'}
      </p>
      <Text size="sm" c="dimmed">
        {lost
          ? 'The script of this call is no longer in use. What was answered and ticked is kept. Choose another script, or go on without one.'
          : 'This call goes without a script. Choose one above at any time.'}
      </Text>
      <Group gap="xs">
        <Button
          variant={party === 'right_party' ? 'filled' : 'default'}
          leftSection={<IconUserCheck size={16} aria-hidden />}
          onClick={() => say('right_party')}
        >
          It is {call.debtorName}, checked
        </Button>
        <Button
          variant={party === 'third_party' ? 'filled' : 'default'}
          leftSection={<IconUserOff size={16} aria-hidden />}
          onClick={() => say('third_party')}
        >
          Somebody else
        </Button>
        {party === 'unknown' ? null : (
          <Button variant="subtle" color="gray" onClick={() => say('unknown')}>
            Not known yet
          </Button>
        )}
      </Group>
    </div>
  );
}
