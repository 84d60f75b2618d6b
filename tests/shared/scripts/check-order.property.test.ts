/**
 * What `checkScript` lets through can never speak too early: scripts of random shape are checked, and those without a fault of
 * order are walked by `run.ts` through every answer there is.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderCodes } from '../../../shared/scripts/check/problem.ts';
import { checkScript } from '../../../shared/scripts/check.ts';
import { renderSay } from '../../../shared/scripts/render.ts';
import { answer, type ScriptRun, startRun, stepOf, tick } from '../../../shared/scripts/run.ts';
import { type Script, scriptStages } from '../../../shared/scripts/script.ts';
import { mayTell } from '../../../shared/scripts/tell.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const texts = ['Hello.', '{{ account.balance }}', '{{ office.name }}', 'You owe it.', '{{ debtor.name }}'];

const target = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ids).map((step) => ({ step })) },
  { weight: 1, arbitrary: fc.constant({ exit: 'x' }) },
);

const step = (id: string) =>
  fc.record({
    id: fc.constant(id),
    stage: fc.constantFrom(...scriptStages),
    title: fc.constant(`Step ${id}`),
    say: fc.constantFrom(...texts),
    never: fc.constant([]),
    prompts: fc.constant([]),
    cards: fc.constant([]),
    ticks: fc.oneof(
      fc.constant([]),
      fc
        .record({
          id: fc.constant('t'),
          text: fc.constant('Said'),
          kind: fc.constantFrom('disclosure' as const, 'check' as const),
          required: fc.boolean(),
        })
        .map((one) => [one]),
    ),
    answers: fc
      .array(
        fc.record({
          label: fc.constantFrom('Yes', 'Asks who is calling'),
          to: target,
          party: fc.constantFrom(
            null,
            'right_party' as const,
            'right_party' as const,
            'third_party' as const,
          ),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((answers) => answers.map((one, at) => ({ id: `n${at}`, ...one }))),
  });

const script: fc.Arbitrary<Script> = fc.record({
  code: fc.constant('random'),
  name: fc.constant('Random'),
  situation: fc.constantFrom('first_call' as const, 'inbound_call' as const),
  audiences: fc.constantFrom(['third_party'] as const, ['medical'] as const),
  language: fc.constant('en' as const),
  review: fc.constant(''),
  start: fc.constant('a'),
  resume: fc.constantFrom(null, 'b', 'c'),
  steps: fc.tuple(...ids.map(step)),
  exits: fc.constant([{ id: 'x', label: 'Out', outcome: 'hung_up' as const }]),
});

/** Every run there is up to a length, without those that only repeat a state. */
function walkAll(script: Script, visit: (run: ScriptRun) => void): void {
  const seen = new Set<string>();
  const waiting: ScriptRun[] = [startRun(script, 0)];
  for (let run = waiting.shift(); run; run = waiting.shift()) {
    visit(run);
    if (run.exit !== null) continue;
    const here = stepOf(script, run.step);
    const ticked = (here?.ticks ?? []).reduce((now, one) => tick(now, one.id, true, 1), run);
    for (const one of here?.answers ?? []) {
      const next = answer(script, ticked, one.id, 1, () => null);
      if (!next.ok) {
        expect(next.error.code, JSON.stringify(run)).not.toBe('script.order');
        continue;
      }
      const told = next.value.ticks.some(({ tick: id, step: at }) => id === 't' && disclosing(script, at));
      const key = `${next.value.step} ${next.value.party} ${next.value.exit?.id} ${one.label} ${told}`;
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(next.value);
    }
  }
}

function disclosing(script: Script, id: string): boolean {
  return (stepOf(script, id)?.ticks ?? []).some(({ kind, required }) => kind === 'disclosure' && required);
}

it('lets no random script speak of the debt to somebody not confirmed', () => {
  let sound = 0;
  fc.assert(
    fc.property(script, (made) => {
      if (checkScript(made).some(({ code }) => orderCodes.has(code))) return;
      sound += 1;
      walkAll(made, (run) => {
        if (run.exit !== null) return;
        const here = stepOf(made, run.step);
        if (!here) return;
        const confirmed = run.party === 'right_party';
        if (here.stage === 'matter' || here.stage === 'disclosure') expect(confirmed).toBe(true);
        expect(renderSay(here.say, { 'account.balance': '$1.00' }, mayTell(made, run)).ok).toBe(true);
        if (!confirmed) expect(here.say).not.toMatch(/account|owe/);
        if (here.stage === 'matter' && made.audiences.includes('third_party')) {
          expect(run.ticks.some(({ step: at }) => disclosing(made, at))).toBe(true);
        }
      });
    }),
    { numRuns: 6000 },
  );
  // Enough of them are in order, or the property would prove nothing.
  expect(sound).toBeGreaterThan(200);
});
