/** Where a script is entered by choice: nobody comes to the matter before what the law wants said was said in this call. */
import { expect, test } from 'vitest';
import { shippedScripts } from '../../../shared/scripts/library/index.ts';
import { entryOf, startRun, stepOf, switchScript, wasDisclosed } from '../../../shared/scripts/run.ts';

const lands = shippedScripts.filter(
  ({ resume, steps }) => resume !== null && steps.some(({ stage }) => stage === 'disclosure'),
);

test('a right party who was told nothing yet is told first', () => {
  expect(lands.length).toBeGreaterThan(5);
  for (const script of lands) {
    expect([script.code, stepOf(script, entryOf(script, 'right_party', false))?.stage]).toEqual([
      script.code,
      'disclosure',
    ]);
    expect(entryOf(script, 'right_party', true)).toBe(script.resume);
    for (const party of ['unknown', 'third_party'] as const)
      expect(entryOf(script, party, true)).toBe(script.start);
  }
});

test('what was gone through counts, and not where the call stands', () => {
  const [script] = lands;
  const disclosure = script?.steps.find(({ stage }) => stage === 'disclosure');
  if (!script || !disclosure) throw new Error('no script');
  const byCode = (code: string) => (code === script.code ? script : null);
  const visit = { script: script.code, step: disclosure.id, at: 1 };
  const run = { ...startRun(script, 1), party: 'right_party' as const };
  expect(wasDisclosed({ path: [{ ...visit, answer: null }] }, byCode)).toBe(false);
  expect(wasDisclosed({ path: [{ ...visit, answer: 'on' }] }, byCode)).toBe(true);
  expect(switchScript(run, script, 2, false).step).toBe(disclosure.id);
  expect(switchScript(run, script, 2).step).toBe(script.resume);
});
