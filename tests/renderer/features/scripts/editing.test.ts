import { describe, expect, it } from 'vitest';
import { begin, edit, readKept, redo, undo } from '../../../../renderer/features/scripts/edit/editing.ts';
import { landingFinder } from '../../../../renderer/features/scripts/edit/landing-finder.ts';
import { outlineOf } from '../../../../renderer/features/scripts/edit/outline.ts';
import {
  addAnswer,
  addExit,
  addStep,
  addTick,
  copyStep,
  freeId,
  moveStep,
  newScript,
  removeStep,
  withoutBlanks,
} from '../../../../renderer/features/scripts/edit/script-edits.ts';
import { scriptSchema } from '../../../../shared/contract/scripts.ts';
import { checkScript, hasFault } from '../../../../shared/scripts/check.ts';
import { scriptAudiences, scriptLanguages } from '../../../../shared/scripts/script.ts';
import { makeScript } from '../../../builders/script.ts';

const script = makeScript();
const named = (name: string) => ({ ...script, name });

describe('undo', () => {
  it('takes what was typed in one field back in one step, and brings it again', () => {
    let now = edit(begin(script), named('F'), 'name');
    now = edit(now, named('Fi'), 'name');
    now = edit(now, { ...named('Fi'), review: 'x' }, 'review');
    expect(undo(now).present.review).toBe('');
    expect(undo(undo(now)).present).toBe(script);
    expect(undo(undo(undo(now))).present).toBe(script);
    expect(redo(redo(undo(undo(now)))).present.review).toBe('x');
  });

  it('forgets the way forth once something else is done', () => {
    const back = undo(edit(begin(script), named('A'), null));
    expect(redo(edit(back, named('B'), null)).present.name).toBe('B');
  });
});

describe('what was kept half-done', () => {
  it('comes back with names still empty, and nothing else does', () => {
    const half = addAnswer(script, script.steps[0] ?? never());
    expect(readKept(JSON.stringify(half))).toEqual(half);
    expect(readKept('')).toBeNull();
    expect(readKept('{"steps":')).toBeNull();
    expect(readKept('{"steps":[]}')).toBeNull();
  });

  it('is a script once its blanks are filled', () => {
    let half = addStep(script, 'who').script;
    half = addTick(half, half.steps[2] ?? never());
    half = addAnswer(half, half.steps[2] ?? never());
    half = addExit(half);
    expect(scriptSchema.safeParse(half).success).toBe(false);
    expect(scriptSchema.safeParse(withoutBlanks(half)).success).toBe(true);
  });
});

describe('steps', () => {
  const ids = (of = script) => of.steps.map(({ id }) => id);
  it('are added behind the chosen one, copied, moved and removed', () => {
    const added = addStep(script, 'who');
    expect(ids(added.script)).toEqual(['hello', 'who', 'step', 'elsewhere', 'disclose', 'matter']);
    expect(ids(copyStep(script, 'who').script)).toEqual([
      'hello',
      'who',
      'who-2',
      'elsewhere',
      'disclose',
      'matter',
    ]);
    expect(ids(moveStep(script, 'who', -1))).toEqual(['who', 'hello', 'elsewhere', 'disclose', 'matter']);
    expect(ids(moveStep(script, 'hello', -1))).toEqual(ids());
    expect(ids(removeStep(script, 'who'))).toEqual(['hello', 'elsewhere', 'disclose', 'matter']);
    const single = makeScript({ steps: script.steps.slice(0, 1) });
    expect(removeStep(single, 'hello')).toBe(single);
  });

  it('have names made of what they are called', () => {
    expect(freeId('¿Quién llama?', [])).toBe('quien-llama');
    expect(freeId('Step', ['step', 'step-2'])).toBe('step-3');
    expect(freeId('…', [])).toBe('step');
  });
});

it.each(
  scriptLanguages.flatMap((language) => scriptAudiences.map((audience) => [language, audience] as const)),
)('begins a new script in %s for %s without a fault', (language, audience) => {
  const made = newScript({
    code: 'our-new',
    name: 'New',
    situation: 'first_call',
    audiences: [audience],
    language,
  });
  expect(hasFault(checkScript(made))).toBe(false);
  expect(scriptSchema.safeParse(made).success).toBe(true);
});

it('reads as an outline in which each step stands once', () => {
  const rows = outlineOf(script);
  expect(rows.map(({ step, depth }) => `${depth} ${step.id}`)).toEqual([
    '0 hello',
    '1 disclose',
    '2 matter',
    '1 elsewhere',
    '1 who',
  ]);
  expect(rows[4]?.answers.map(({ leads, to }) => `${leads} ${to}`)).toEqual([
    'Step disclose disclose',
    'ends: Call over null',
  ]);
});

it('finds where a jump lands from the list alone', () => {
  const row = {
    code: 'other',
    situation: 'dispute',
    audiences: ['third_party'],
    language: 'en',
    landsAt: 'matter',
    inForce: { origin: 'shipped', version: 1 },
  } as never;
  const find = landingFinder([row], script);
  expect(find('dispute', 'third_party')?.steps[0]?.stage).toBe('matter');
  expect(find('dispute', 'medical')).toBeNull();
  expect(find('first_call', 'third_party')).toBe(script);
});

function never(): never {
  throw new Error('no such step');
}
