/** One practice call from its first step to its sheet, as plain state: what was said, what was heard, which cards were opened. */
import type { Fault } from '../../../../shared/errors/result.ts';
import { nextDraw, type Reply, replyOf, wordsFor } from '../../../../shared/scripts/practice/reply.ts';
import type { Scenario } from '../../../../shared/scripts/practice/scenario.ts';
import type { Misheard } from '../../../../shared/scripts/practice/score.ts';
import {
  answer,
  partyOf,
  type ScriptRun,
  startRun,
  stepBack,
  stepOf,
  tick,
} from '../../../../shared/scripts/run.ts';
import type { Script, ScriptAudience, ScriptSituation } from '../../../../shared/scripts/script.ts';

/** Who decides what the debtor says: they themselves, or whoever practices. */
export const replyModes = ['debtor', 'learner'] as const;
export type ReplyMode = (typeof replyModes)[number];

export type Session = {
  readonly scenario: Scenario;
  readonly audience: ScriptAudience;
  readonly first: Script;
  readonly run: ScriptRun;
  readonly mode: ReplyMode;
  readonly seed: number;
  /** What they answered at the present step; `null` until the text was said and they were let answer. */
  readonly reply: Reply | null;
  readonly spoken: readonly { readonly who: 'you' | 'them'; readonly words: string }[];
  readonly cardsOpened: readonly string[];
  readonly misheard: readonly Misheard[];
  readonly fault: Fault | null;
};

/** Scripts by code and by situation. */
export type Library = {
  byCode(code: string): Script | null;
  forSituation(audience: ScriptAudience, situation: ScriptSituation): Script | null;
};

export function beginSession(
  scenario: Scenario,
  audience: ScriptAudience,
  first: Script,
  mode: ReplyMode,
  at: number,
): Session {
  return {
    scenario,
    audience,
    first,
    run: startRun(first, at),
    mode,
    seed: at >>> 0,
    reply: null,
    spoken: [],
    cardsOpened: [],
    misheard: [],
    fault: null,
  };
}

/** Lets the debtor answer what was just said. */
export function hear(session: Session, library: Library): Session {
  const script = library.byCode(session.run.script);
  if (script === null || session.reply !== null || session.run.exit !== null) return session;
  const { seed, draw } = nextDraw(session.seed);
  const reply = replyOf(session.scenario, script, session.run, draw);
  if (reply === null) return session;
  const step = stepOf(script, session.run.step);
  return {
    ...session,
    seed,
    reply,
    spoken: [
      ...session.spoken,
      { who: 'you', words: step?.title ?? '' },
      { who: 'them', words: reply.words },
    ],
  };
}

export function take(session: Session, answerId: string, at: number, library: Library): Session {
  const script = library.byCode(session.run.script);
  const step = script && stepOf(script, session.run.step);
  if (!script || !step) return session;
  const result = answer(script, session.run, answerId, at, (situation) =>
    library.forSituation(session.audience, situation),
  );
  if (!result.ok) return { ...session, fault: result.error };
  const { reply, scenario } = session;
  const took = step.answers.find(({ id }) => id === answerId)?.label ?? '';
  const wrong = reply !== null && reply.answerId !== answerId;
  const own = session.mode === 'learner' ? wordsFor(scenario, script, session.run, answerId) : null;
  return {
    ...session,
    run: result.value,
    reply: null,
    fault: null,
    misheard: wrong ? [...session.misheard, { step: step.title, said: reply.words, took }] : session.misheard,
    spoken:
      own === null
        ? session.spoken
        : [...session.spoken, { who: 'you', words: step.title }, { who: 'them', words: own }],
  };
}

export function tickOff(session: Session, tickId: string, done: boolean, at: number): Session {
  return { ...session, run: tick(session.run, tickId, done, at), fault: null };
}

export function goBack(session: Session, library: Library): Session {
  return {
    ...session,
    run: stepBack(session.run, (path) => partyOf(path, library.byCode)),
    reply: null,
    fault: null,
  };
}

export function openCard(session: Session, code: string): Session {
  return session.cardsOpened.includes(code)
    ? session
    : { ...session, cardsOpened: [...session.cardsOpened, code] };
}
