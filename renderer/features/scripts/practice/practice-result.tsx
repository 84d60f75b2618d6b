/** The sheet after a practice call: what was called for, what was missed, and the hour for the training log. */
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleMinus, IconCircleX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { spellMinutes } from '../../../../shared/domain/training.ts';
import {
  type PracticeItem,
  practiceMinutes,
  scorePractice,
} from '../../../../shared/scripts/practice/score.ts';
import { stepOf } from '../../../../shared/scripts/run.ts';
import { useCall, useCommand } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { practiceLibrary } from './library.ts';
import { NothingWritten } from './nothing-written.tsx';
import type { Session } from './session.ts';

type ResultProps = {
  readonly session: Session;
  readonly endedAt: number;
  onAgain(): void;
  onLeave(): void;
};

const stateWords = { met: 'Done', missed: 'Missed', not_asked: 'Not called for' } as const;

/** Everything never to be said at the steps the call went through, each once. */
function neverOf({ run }: Session): readonly string[] {
  const sentences = run.path.flatMap(({ script: code, step: id }) => {
    const script = practiceLibrary.byCode(code);
    return (script && stepOf(script, id)?.never) ?? [];
  });
  return [...new Set(sentences)];
}

export function PracticeResult({ session, endedAt, onAgain, onLeave }: ResultProps) {
  const [saidNone, setSaidNone] = useState(false);
  const log = useCommand('training.log');
  const info = useCall('app.info', {});
  const never = useMemo(() => neverOf(session), [session]);
  const { first, run, scenario } = session;
  const sheet = scorePractice({
    script: first,
    run,
    scenario,
    scriptByCode: practiceLibrary.byCode,
    cardsOpened: session.cardsOpened,
    misheard: session.misheard,
    nothingForbiddenSaid: saidNone,
    endedAt,
  });
  const minutes = practiceMinutes(run.startedAt, endedAt);
  const today = info.data?.today;
  const keep = () => {
    if (today === undefined || log.isPending || log.isSuccess) return;
    log.mutate(
      {
        onDay: today,
        minutes,
        kind: 'practice',
        subject: `${first.name}: ${scenario.name}`,
        sheet: { ...sheet, items: sheet.items.map((one) => ({ ...one })) },
      },
      { onSuccess: () => showDone('Logged. It stands under Training.') },
    );
  };
  return (
    <div className="practice">
      <NothingWritten />
      <section className="practice-sheet" aria-label="Sheet of the practice call">
        <h2>
          {sheet.met} of {sheet.asked}
        </h2>
        <Text size="sm" c="dimmed">
          {first.name}, {scenario.name}, {spellMinutes(minutes)}
        </Text>
        {never.length === 0 ? null : (
          <details className="practice-never" open>
            <summary>What was never to be said in this call</summary>
            <ul>
              {never.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <Checkbox
              label="I went through the list, and said none of it"
              checked={saidNone}
              disabled={log.isSuccess}
              onChange={(event) => setSaidNone(event.currentTarget.checked)}
            />
          </details>
        )}
        <ul className="practice-items">
          {sheet.items.map((item) => (
            <Item key={item.code} item={item} />
          ))}
        </ul>
        <p className="practice-hidden">
          <strong>What they did not say at once:</strong> {scenario.hidden}
        </p>
        <FaultAlert fault={log.error?.fault} />
        <Group gap="xs">
          <Button onClick={keep} aria-disabled={log.isSuccess} data-disabled={log.isSuccess}>
            {log.isSuccess ? 'Logged' : 'Log this practice'}
          </Button>
          <Button variant="default" onClick={onAgain}>
            Once more
          </Button>
          <Button variant="default" onClick={onLeave}>
            Call somebody else
          </Button>
        </Group>
      </section>
    </div>
  );
}

function Item({ item }: { readonly item: PracticeItem }) {
  const Icon = { met: IconCircleCheck, missed: IconCircleX, not_asked: IconCircleMinus }[item.state];
  return (
    <li data-state={item.state}>
      <Icon size={18} aria-hidden />
      <span>
        <span className="practice-state">{stateWords[item.state]}:</span> {item.text}
        {item.detail === '' ? null : <span className="practice-detail">{item.detail}</span>}
      </span>
    </li>
  );
}
