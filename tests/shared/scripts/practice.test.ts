/** Invented people behave as they are meant to, and the sheet says what was missed. */
import { describe, expect, it } from 'vitest';
import { practiceSheet } from '../../../shared/contract/training.ts';
import { shippedCards, shippedScripts } from '../../../shared/scripts/library/index.ts';
import { practiceDebtors } from '../../../shared/scripts/practice/debtors.ts';
import { practiceFacts } from '../../../shared/scripts/practice/facts.ts';
import { nextDraw, replyOf, weigh, wordsFor } from '../../../shared/scripts/practice/reply.ts';
import type { Scenario } from '../../../shared/scripts/practice/scenario.ts';
import {
  type Practiced,
  type PracticeSheet,
  practiceMinutes,
  scorePractice,
} from '../../../shared/scripts/practice/score.ts';
import { renderSay } from '../../../shared/scripts/render.ts';
import {
  answer,
  mayShowDebt,
  missingTicks,
  type ScriptRun,
  startRun,
  stepOf,
  tick,
} from '../../../shared/scripts/run.ts';
import type { Script, ScriptAudience, ScriptSituation } from '../../../shared/scripts/script.ts';
import { mayTell } from '../../../shared/scripts/tell.ts';
import { library } from '../../builders/script-walk.ts';

const byCode = (code: string): Script | null => shippedScripts.find((one) => one.code === code) ?? null;

function scriptOf(situation: ScriptSituation, audience: ScriptAudience): Script {
  const found = library(shippedScripts, audience, 'en')(situation);
  if (!found) throw new Error(`no script for ${situation}`);
  return found;
}

function debtor(code: string): Scenario {
  const found = practiceDebtors.find((one) => one.code === code);
  if (!found) throw new Error(`nobody is ${code}`);
  return found;
}

/** One call to its end, with everything ticked; each step takes ten seconds. */
function call(
  scenario: Scenario,
  audience: ScriptAudience,
  situation: ScriptSituation,
  seed: number,
  choose?: (run: ScriptRun, script: Script) => string | null,
): { run: ScriptRun; said: readonly string[]; showed: readonly boolean[] } {
  const scriptFor = library(shippedScripts, audience, 'en');
  let run = startRun(scriptOf(situation, audience), 0);
  let state = seed;
  const said: string[] = [];
  const showed: boolean[] = [];
  for (let turn = 1; run.exit === null && turn < 80; turn += 1) {
    const script = byCode(run.script);
    if (!script) throw new Error(`no script ${run.script}`);
    showed.push(mayShowDebt(run));
    for (const { id } of stepOf(script, run.step)?.ticks ?? []) run = tick(run, id, true, turn * 10_000);
    const drawn = nextDraw(state);
    state = drawn.seed;
    const reply = replyOf(scenario, script, run, drawn.draw);
    const answerId = choose?.(run, script) ?? reply?.answerId;
    if (!answerId) throw new Error(`no answer at ${run.step}`);
    said.push(reply?.words ?? '');
    const result = answer(script, run, answerId, turn * 10_000 + 5_000, scriptFor);
    if (!result.ok) throw new Error(`${result.error.code} at ${run.script}/${run.step}/${answerId}`);
    run = result.value;
  }
  return { run, said, showed };
}

function sheetOf(
  scenario: Scenario,
  script: Script,
  run: ScriptRun,
  change: Partial<Practiced> = {},
): PracticeSheet {
  return scorePractice({
    script,
    run,
    scenario,
    scriptByCode: byCode,
    cardsOpened: [],
    misheard: [],
    nothingForbiddenSaid: true,
    endedAt: 300_000,
    ...change,
  });
}

const stateOf = (sheet: PracticeSheet, code: string) => sheet.items.find((one) => one.code === code)?.state;

const seeds = Array.from({ length: 30 }, (_, index) => index * 7_919 + 1);

describe.each(practiceDebtors.map((scenario) => [scenario.name, scenario] as const))(
  '%s',
  (_name, scenario) => {
    it('comes to an end in every script offered, and never says more than the truth of who is there', () => {
      for (const audience of scenario.audiences) {
        for (const situation of scenario.situations) {
          for (const seed of seeds) {
            const { run, showed, said } = call(scenario, audience, situation, seed);
            expect(run.exit, `${situation} for ${audience}, ${seed}`).not.toBeNull();
            expect(said.every((words) => words !== '' && !words.includes('{'))).toBe(true);
            if (!scenario.isPerson) expect(showed.every((open) => !open)).toBe(true);
          }
        }
      }
    });

    it('mostly ends in a way that does right by them when everything is ticked', () => {
      const audience = scenario.audiences[0] ?? 'third_party';
      for (const situation of scenario.situations) {
        const ended = seeds.map((seed) => call(scenario, audience, situation, seed).run.exit?.outcome);
        const right = ended.filter((outcome) => outcome !== undefined && scenario.fits.includes(outcome));
        expect(right.length, `${situation}: ${ended.join(' ')}`).toBeGreaterThan(seeds.length / 2);
      }
    });

    it('is there for scripts and cards there are, with facts every step can be said with', () => {
      for (const audience of scenario.audiences) {
        const facts = practiceFacts(scenario, audience);
        for (const code of scenario.objections) {
          expect(shippedCards.find((card) => card.code === code)?.audiences ?? [], code).toContain(audience);
        }
        for (const situation of scenario.situations) {
          const script = scriptOf(situation, audience);
          for (const step of script.steps) {
            const run: ScriptRun = {
              ...startRun(script, 0),
              step: step.id,
              party: 'right_party',
              confirmedAt: 0,
            };
            expect(renderSay(step.say, facts, mayTell(script, run)).ok, `${script.code}/${step.id}`).toBe(
              true,
            );
          }
        }
      }
    });

    it('knows no invented number but of 555', () => {
      for (const audience of scenario.audiences) {
        expect(practiceFacts(scenario, audience)['office.callback']).toMatch(/555-01/);
      }
    });
  },
);

it('draws the same call from the same seed, and others from others', () => {
  const angry = debtor('angry');
  const path = (seed: number) =>
    call(angry, 'medical', 'first_call', seed)
      .run.path.map(({ step }) => step)
      .join(' ');
  expect(path(42)).toBe(path(42));
  expect(new Set(seeds.map(path)).size).toBeGreaterThan(3);
});

it('draws from the whole range and nothing beyond it', () => {
  let seed = 1;
  const draws = Array.from({ length: 2_000 }, () => {
    const next = nextDraw(seed);
    seed = next.seed;
    return next.draw;
  });
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThan(1);
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
});

it('gives a person no way to be somebody else, and somebody else none to be the person', () => {
  for (const scenario of practiceDebtors) {
    const script = scriptOf('first_call', scenario.audiences[0] ?? 'third_party');
    const run = startRun(script, 0);
    const step = stepOf(script, run.step);
    const weights = step ? weigh(scenario, script, run, step) : [];
    const weightOf = (id: string) => weights[step?.answers.findIndex((one) => one.id === id) ?? -1] ?? 0;
    expect(weightOf('speaking') > 0).toBe(scenario.isPerson);
    expect(weightOf('somebody') > 0).toBe(!scenario.isPerson);
  }
});

it('has words for any answer the learner chooses for them', () => {
  const script = scriptOf('first_call', 'third_party');
  const run = startRun(script, 0);
  expect(wordsFor(debtor('confused'), script, run, 'speaking')).toBe('“Yes? Is that you, Margaret?”');
  expect(wordsFor(debtor('silent'), script, run, 'no_such')).toBeNull();
});

describe('the sheet', () => {
  const script = scriptOf('first_call', 'third_party');
  const friendly = debtor('friendly');

  function run(steps: readonly (readonly [answer: string, ticks?: readonly string[]])[]): ScriptRun {
    const scriptFor = library(shippedScripts, 'third_party', 'en');
    let now = startRun(script, 0);
    for (const [index, [answerId, ticks = []]] of steps.entries()) {
      const at = (index + 1) * 10_000;
      const present = byCode(now.script) ?? script;
      for (const { id } of missingTicks(present, now)) if (ticks.includes(id)) now = tick(now, id, true, at);
      for (const id of ticks) now = tick(now, id, true, at);
      const result = answer(present, now, answerId, at, scriptFor);
      if (!result.ok) throw new Error(`${result.error.code} at ${now.step}`);
      now = result.value;
    }
    return now;
  }

  const opened = [
    ['speaking'],
    ['told'],
    ['match', ['matched']],
    ['go_on', ['identified', 'mini_miranda']],
    ['known'],
  ] as const;

  it('finds nothing missed in a call by the book', () => {
    const whole = run([
      ...opened,
      ['slipped', ['reason']],
      ['parts', ['offered']],
      ['agreed'],
      ['confirmed', ['read_back']],
    ]);
    const sheet = sheetOf(friendly, script, whole, { cardsOpened: ['cannot-all-at-once'] });
    expect(sheet.items.filter(({ state }) => state === 'missed')).toEqual([]);
    expect(sheet.met).toBe(sheet.asked);
    expect(sheet.asked).toBe(9);
    expect(() => practiceSheet.parse(sheet)).not.toThrow();
  });

  it('names what was left out: the reason, a card, what was misheard, what must never be said', () => {
    const short = run([...opened, ['slipped'], ['whole'], ['agreed'], ['confirmed', ['read_back']]]);
    const sheet = sheetOf(friendly, script, short, {
      nothingForbiddenSaid: false,
      misheard: [{ step: 'Greet', said: '“Speaking.”', took: 'No answer' }],
    });
    for (const code of ['reason', 'cards', 'heard', 'never'])
      expect(stateOf(sheet, code), code).toBe('missed');
    for (const code of ['ticks', 'right_party', 'options', 'ending', 'next_step']) {
      expect(stateOf(sheet, code), code).toBe('met');
    }
    expect(sheet.met).toBe(5);
    expect(() => practiceSheet.parse(sheet)).not.toThrow();
  });

  it('asks for no plan of somebody whose lawyer was named, and for the lawyer of somebody who has one', () => {
    const priya = debtor('represented');
    const stopped = run([...opened.slice(0, 3), ['lawyer']]);
    const sheet = sheetOf(priya, script, stopped);
    expect(stateOf(sheet, 'options')).toBe('not_asked');
    expect(stateOf(sheet, 'reason')).toBe('not_asked');
    expect(stateOf(sheet, 'ending')).toBe('met');
    expect(stateOf(sheet, 'ticks')).toBe('missed');
    const pressed = run([
      ...opened,
      ['slipped', ['reason']],
      ['whole'],
      ['agreed'],
      ['confirmed', ['read_back']],
    ]);
    const wrong = sheetOf(priya, script, pressed);
    expect(wrong.items.find(({ code }) => code === 'ending')).toMatchObject({
      state: 'missed',
      detail: priya.hidden,
    });
  });

  it('says plainly that a stranger was taken for the person', () => {
    const spouse = debtor('spouse');
    const taken = run(opened);
    expect(stateOf(sheetOf(spouse, script, taken), 'right_party')).toBe('missed');
    const careful = run([['somebody'], ['later']]);
    const sheet = sheetOf(spouse, script, careful);
    expect(stateOf(sheet, 'right_party')).toBe('met');
    expect(stateOf(sheet, 'ending')).toBe('met');
    expect(stateOf(sheet, 'cards')).toBe('not_asked');
  });

  it('counts a call that was broken off as without an end', () => {
    const sheet = sheetOf(friendly, script, run(opened));
    expect(stateOf(sheet, 'ending')).toBe('missed');
    expect(stateOf(sheet, 'next_step')).toBe('missed');
  });
});

it.each([
  [0, 0, 1],
  [0, 59_999, 1],
  [0, 60_000, 1],
  [0, 60_001, 2],
  [5_000, 4_000, 1],
  [0, 10 ** 10, 1_440],
])('counts the minutes from %d to %d as %d', (from, to, minutes) => {
  expect(practiceMinutes(from, to)).toBe(minutes);
});
