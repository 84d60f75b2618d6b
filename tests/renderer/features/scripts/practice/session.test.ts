/** A practice call as state: what was heard, what was misheard, and a step taken back. */
import { describe, expect, it } from 'vitest';
import { practiceLibrary } from '../../../../../renderer/features/scripts/practice/library.ts';
import {
  beginSession,
  goBack,
  hear,
  openCard,
  type ReplyMode,
  type Session,
  take,
  tickOff,
} from '../../../../../renderer/features/scripts/practice/session.ts';
import { practiceDebtors } from '../../../../../shared/scripts/practice/debtors.ts';
import { mayShowDebt } from '../../../../../shared/scripts/run.ts';

function begin(code: string, mode: ReplyMode = 'debtor'): Session {
  const scenario = practiceDebtors.find((one) => one.code === code);
  const script = practiceLibrary.forSituation('third_party', 'first_call');
  if (!scenario || !script) throw new Error('nobody to practice on');
  return beginSession(scenario, 'third_party', script, mode, 1_000);
}

const go = (session: Session, answerId: string, at = 2_000) => take(session, answerId, at, practiceLibrary);

describe('a practice call', () => {
  it('hears one answer a step, however often it is asked for', () => {
    const heard = hear(begin('silent'), practiceLibrary);
    expect(heard.reply).not.toBeNull();
    expect(heard.spoken).toHaveLength(2);
    expect(hear(heard, practiceLibrary)).toBe(heard);
  });

  it('notes another button than the one that fits what was said', () => {
    const heard = hear(begin('silent'), practiceLibrary);
    const right = heard.reply?.answerId ?? '';
    expect(go(heard, right).misheard).toEqual([]);
    const other = right === 'busy' ? 'no_answer' : 'busy';
    expect(go(heard, other).misheard).toEqual([
      { step: 'Greet and ask for the person', said: heard.reply?.words, took: 'Line is busy' },
    ]);
  });

  it('blames nobody who went on without listening, or who chooses for them', () => {
    expect(go(begin('silent'), 'busy').misheard).toEqual([]);
    const chosen = go(begin('confused', 'learner'), 'speaking');
    expect(chosen.misheard).toEqual([]);
    expect(chosen.spoken.at(-1)).toEqual({ who: 'them', words: '“Yes? Is that you, Margaret?”' });
  });

  it('waits for what has to be ticked, and says so', () => {
    const compare = go(go(begin('friendly'), 'speaking'), 'told');
    const stuck = go(compare, 'match');
    expect(stuck.fault?.code).toBe('script.ticks_missing');
    expect(stuck.run).toBe(compare.run);
    const on = go(tickOff(stuck, 'matched', true, 3_000), 'match', 4_000);
    expect(on.fault).toBeNull();
    expect(on.run.confirmedAt).toBe(4_000);
    expect(mayShowDebt(goBack(on, practiceLibrary).run)).toBe(false);
  });

  it('counts a card once', () => {
    const opened = openCard(openCard(begin('angry'), 'insulted'), 'insulted');
    expect(opened.cardsOpened).toEqual(['insulted']);
  });
});
