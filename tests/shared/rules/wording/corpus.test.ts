/**
 * How much the check catches and how often it cries wolf, measured on sentences put one by one into a letter in which nothing is wrong.
 * The figures stand in shared/rules/README.md; this test fails when they get worse.
 */
import { expect, test } from 'vitest';
import { checkLetter } from '../../../../shared/rules/wording/check-letter.ts';
import type { LetterFinding } from '../../../../shared/rules/wording/letter-check.ts';
import { withSentence } from '../../../builders/letter-to-check.ts';
import { freshHarmless, freshUnlawful } from './corpus/fresh.ts';
import { harmless } from './corpus/harmless.ts';
import { type Group, unlawful } from './corpus/unlawful.ts';

type Read = {
  readonly about: string;
  readonly sentence: string;
  readonly findings: readonly LetterFinding[];
};

/** What is found because of the sentence, and not of the circumstances it stands in. */
function read(groups: readonly Group[]): readonly Read[] {
  return groups.flatMap(({ about, given, sentences }) => {
    const before = new Set(checkLetter(withSentence('Thank you.', given)).map(({ why }) => why));
    return sentences.map((sentence) => ({
      about,
      sentence,
      findings: checkLetter(withSentence(sentence, given)).filter(({ why }) => !before.has(why)),
    }));
  });
}

const stops = ({ findings }: Read) => findings.some(({ severity }) => severity === 'stop');
const told = (reads: readonly Read[]) => reads.map(({ about, sentence }) => `${about}: ${sentence}`);

const bad = read(unlawful);
const good = read(harmless);

test('there is enough to measure by, and no sentence twice', () => {
  expect(bad.length).toBeGreaterThanOrEqual(200);
  expect(good.length).toBeGreaterThanOrEqual(200);
  const all = [...bad, ...good].map(({ about, sentence }) => `${about} ${sentence}`);
  expect(new Set(all).size).toBe(all.length);
});

test('unlawful sentences are found', () => {
  const missed = bad.filter(({ findings }) => findings.length === 0);
  expect(told(missed)).toEqual([]);
});

test('harmless sentences are left alone', () => {
  const alarms = good.filter(({ findings }) => findings.length > 0);
  expect(told(alarms)).toEqual([]);
});

test('sentences it was not made with: six in ten are found, and no harmless one', () => {
  const caught = read(freshUnlawful).filter(({ findings }) => findings.length > 0);
  const alarms = read(freshHarmless).filter(({ findings }) => findings.length > 0);
  expect(caught.length / read(freshUnlawful).length).toBeGreaterThan(0.6);
  expect(told(alarms)).toEqual([]);
});

test('most of what is found stops the letter', () => {
  expect(bad.filter(stops).length / bad.length).toBeGreaterThan(0.8);
});
