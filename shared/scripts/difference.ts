/** What one version of a script or card says otherwise than another, in sentences for somebody who decides between them. */
import type { ObjectionCard, Script, ScriptStep } from './script.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const partWords: readonly [keyof ScriptStep, string][] = [
  ['say', 'what to say'],
  ['never', 'what never to say'],
  ['prompts', 'the prompts'],
  ['ticks', 'the ticks'],
  ['answers', 'the answers'],
  ['cards', 'the cards'],
  ['stage', 'the stage'],
  ['title', 'the title'],
];

/** From `before` to `after`; empty when they say the same. */
export function scriptDifferences(before: Script, after: Script): readonly string[] {
  const found: string[] = [];
  if (before.name !== after.name) found.push(`The name is “${after.name}” instead of “${before.name}”.`);
  const general = ['situation', 'audiences', 'language', 'review', 'start', 'resume'] as const;
  if (general.some((part) => !same(before[part], after[part]))) {
    found.push('What it is for, or where it begins, is different.');
  }
  const old = new Map(before.steps.map((step) => [step.id, step]));
  const now = new Set(after.steps.map(({ id }) => id));
  for (const step of after.steps) {
    const was = old.get(step.id);
    if (!was) {
      found.push(`New step: “${step.title}”.`);
      continue;
    }
    const parts = partWords.filter(([part]) => !same(was[part], step[part])).map(([, words]) => words);
    if (parts.length > 0) found.push(`“${step.title}”: ${parts.join(', ')} changed.`);
  }
  for (const step of before.steps) if (!now.has(step.id)) found.push(`Step gone: “${step.title}”.`);
  const order = before.steps.filter(({ id }) => now.has(id)).map(({ id }) => id);
  const newOrder = after.steps.filter(({ id }) => old.has(id)).map(({ id }) => id);
  if (!same(order, newOrder)) found.push('The steps stand in another order.');
  if (!same(before.exits, after.exits)) found.push('The exits changed.');
  return found;
}

export function cardDifferences(before: ObjectionCard, after: ObjectionCard): readonly string[] {
  const parts: readonly [keyof ObjectionCard, string][] = [
    ['objection', 'what they say'],
    ['answer', 'the answer'],
    ['never', 'what never to say'],
    ['prompts', 'the prompts'],
    ['audiences', 'whom it is for'],
    ['language', 'the language'],
    ['leadsTo', 'the script that goes on'],
  ];
  const changed = parts.filter(([part]) => !same(before[part], after[part])).map(([, words]) => words);
  return changed.length === 0 ? [] : [`Different: ${changed.join(', ')}.`];
}
