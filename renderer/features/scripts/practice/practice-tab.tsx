/** Practice: an invented person is called by a real script, and a sheet says what was missed. Nothing is written to the book. */
import { useState } from 'react';
import { practiceLibrary } from './library.ts';
import { PracticeCall } from './practice-call.tsx';
import { PracticeChoice } from './practice-choice.tsx';
import { PracticeResult } from './practice-result.tsx';
import { beginSession, type Session } from './session.ts';
import './practice.css';

export function PracticeTab() {
  const [session, setSession] = useState<Session | null>(null);
  const [endedAt, setEndedAt] = useState<number | null>(null);
  const leave = () => {
    setSession(null);
    setEndedAt(null);
  };
  if (session === null) {
    return (
      <PracticeChoice
        onBegin={(scenario, audience, script, mode) =>
          setSession(beginSession(scenario, audience, script, mode, Date.now()))
        }
      />
    );
  }
  if (endedAt !== null) {
    return (
      <PracticeResult
        session={session}
        endedAt={endedAt}
        onAgain={() => {
          const { scenario, audience, first, mode } = session;
          setEndedAt(null);
          setSession(beginSession(scenario, audience, first, mode, Date.now()));
        }}
        onLeave={leave}
      />
    );
  }
  return (
    <PracticeCall
      session={session}
      library={practiceLibrary}
      change={setSession}
      onEnd={() => setEndedAt(Date.now())}
      onLeave={leave}
    />
  );
}
