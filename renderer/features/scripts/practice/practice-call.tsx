/** The practice call itself: the same script screen as in a real one, and beside it the person who answers. */
import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { practiceFacts } from '../../../../shared/scripts/practice/facts.ts';
import { ScriptView } from '../../../components/script/script-view.tsx';
import { practiceCards } from './library.ts';
import { NothingWritten } from './nothing-written.tsx';
import { goBack, hear, type Library, openCard, type Session, take, tickOff } from './session.ts';

type CallProps = {
  readonly session: Session;
  readonly library: Library;
  change(session: Session): void;
  onEnd(): void;
  onLeave(): void;
};

export function PracticeCall({ session, library, change, onEnd, onLeave }: CallProps) {
  const now = useSeconds();
  const { audience, run, scenario } = session;
  const script = library.byCode(run.script);
  if (script === null) return null;
  return (
    <div className="practice" data-running>
      <Group justify="space-between" gap="xs">
        <NothingWritten />
        <Group gap="xs">
          <Button variant="default" onClick={onLeave}>
            Leave without a sheet
          </Button>
          <Button variant={run.exit === null ? 'default' : 'filled'} onClick={onEnd}>
            {run.exit === null ? 'End here, show the sheet' : 'Show the sheet'}
          </Button>
        </Group>
      </Group>
      <div className="practice-call">
        <div className="practice-script">
          <ScriptView
            script={script}
            run={run}
            facts={practiceFacts(scenario, audience)}
            cards={practiceCards(audience)}
            now={now}
            fault={session.fault}
            voicemail={{
              ok: true,
              value: 'Hello. This is Harbor Lane Services. Please call Dana Whitlock back at (512) 555-0100.',
            }}
            scriptByCode={library.byCode}
            onAnswer={(answerId) => change(take(session, answerId, Date.now(), library))}
            onTick={(tickId, done) => change(tickOff(session, tickId, done, Date.now()))}
            onBack={() => change(goBack(session, library))}
            onOpenCard={(code) => change(openCard(session, code))}
          />
        </div>
        <Person session={session} onHear={() => change(hear(session, library))} />
      </div>
    </div>
  );
}

function Person({ session, onHear }: { readonly session: Session; onHear(): void }) {
  const { mode, reply, run, scenario, spoken } = session;
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (spoken.length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [spoken.length]);
  return (
    <aside className="practice-aside" aria-label="The person you call">
      <h2>{scenario.name}</h2>
      <p className="practice-brief">{scenario.brief}</p>
      <p className="practice-file">
        <strong>On file:</strong> {scenario.onFile}
      </p>
      <ol className="practice-spoken" aria-label="What was said" aria-live="polite">
        {spoken.map(({ who, words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
          <li key={index} ref={index === spoken.length - 1 ? end : null} data-who={who}>
            <span className="practice-who">{who === 'you' ? 'You' : 'They'}</span> {words}
          </li>
        ))}
      </ol>
      {mode === 'debtor' && run.exit === null ? (
        <>
          <Button
            fullWidth
            variant="light"
            aria-disabled={reply !== null}
            data-disabled={reply !== null}
            onClick={onHear}
          >
            I have said it: let them answer
          </Button>
          <p className="practice-brief" role="status">
            {reply === null ? 'Read the text aloud first.' : 'Now press the answer that fits what you heard.'}
          </p>
        </>
      ) : null}
    </aside>
  );
}

/** The instant the window shows, moving with the seconds. */
function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
