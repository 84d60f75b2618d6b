/** Changes of a script as its editor makes them. Each gives a new script; what an answer led to that is gone shows up in the check. */
import type {
  Script,
  ScriptAnswer,
  ScriptExit,
  ScriptStep,
  ScriptTick,
} from '../../../../shared/scripts/script.ts';

/** A name that is free: `base`, else `base-2`, `base-3` … */
export function freeId(base: string, taken: readonly string[]): string {
  const plain =
    base
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'step';
  let id = plain;
  for (let number = 2; taken.includes(id); number += 1) id = `${plain}-${number}`;
  return id;
}

export function changeStep(script: Script, id: string, change: Partial<ScriptStep>): Script {
  return { ...script, steps: script.steps.map((step) => (step.id === id ? { ...step, ...change } : step)) };
}

/** Behind `after`, or at the end. */
export function addStep(script: Script, after: string | null): { script: Script; id: string } {
  const id = freeId(
    'step',
    script.steps.map((step) => step.id),
  );
  const before = script.steps.find((step) => step.id === after);
  const step: ScriptStep = {
    id,
    stage: before?.stage ?? 'opening',
    title: '',
    say: '',
    never: before?.never ?? [],
    prompts: [],
    ticks: [],
    answers: [],
    cards: [],
  };
  const at = before ? script.steps.indexOf(before) + 1 : script.steps.length;
  return { script: { ...script, steps: script.steps.toSpliced(at, 0, step) }, id };
}

export function copyStep(script: Script, id: string): { script: Script; id: string } {
  const at = script.steps.findIndex((step) => step.id === id);
  const step = script.steps[at];
  if (!step) return { script, id };
  const copyId = freeId(
    id,
    script.steps.map((one) => one.id),
  );
  const copy = { ...step, id: copyId, title: `${step.title} (copy)`.slice(0, 120) };
  return { script: { ...script, steps: script.steps.toSpliced(at + 1, 0, copy) }, id: copyId };
}

/** A script keeps at least one step. */
export function removeStep(script: Script, id: string): Script {
  if (script.steps.length < 2) return script;
  return { ...script, steps: script.steps.filter((step) => step.id !== id) };
}

export function moveIn<T>(items: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const item = items[at];
  const to = at + by;
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(at, 1).toSpliced(to, 0, item);
}

export function moveStep(script: Script, id: string, by: -1 | 1): Script {
  const at = script.steps.findIndex((step) => step.id === id);
  return { ...script, steps: moveIn(script.steps, at, by) };
}

export function addAnswer(script: Script, step: ScriptStep): Script {
  const answer: ScriptAnswer = {
    id: freeId(
      'answer',
      step.answers.map(({ id }) => id),
    ),
    label: '',
    to: { exit: script.exits[0]?.id ?? 'end' },
    party: null,
  };
  return changeStep(script, step.id, { answers: [...step.answers, answer] });
}

export function addTick(script: Script, step: ScriptStep): Script {
  const tick: ScriptTick = {
    id: freeId(
      'tick',
      step.ticks.map(({ id }) => id),
    ),
    text: '',
    kind: step.stage === 'disclosure' ? 'disclosure' : 'check',
    required: step.stage === 'disclosure',
  };
  return changeStep(script, step.id, { ticks: [...step.ticks, tick] });
}

export function addExit(script: Script): Script {
  const exit: ScriptExit = {
    id: freeId(
      'exit',
      script.exits.map(({ id }) => id),
    ),
    label: '',
    outcome: 'other',
  };
  return { ...script, exits: [...script.exits, exit] };
}

/** A short script to begin with: who is there, what must be said, the matter, and the ways it ends. */
export function newScript(
  given: Pick<Script, 'code' | 'name' | 'situation' | 'audiences' | 'language'>,
): Script {
  const spanish = given.language === 'es';
  const step = (id: string, change: Partial<ScriptStep>): ScriptStep => ({
    id,
    stage: 'opening',
    title: '',
    say: '',
    never: [],
    prompts: [],
    ticks: [],
    answers: [],
    cards: [],
    ...change,
  });
  return {
    ...given,
    review: '',
    start: 'greet',
    resume: 'matter',
    steps: [
      step('greet', {
        title: 'Greet and ask for the person',
        say: spanish
          ? '{{ call.greeting }}. Le habla {{ collector.name }}. ¿Podría hablar con {{ debtor.name }}?'
          : '{{ call.greeting }}. This is {{ collector.name }}. May I speak with {{ debtor.name }}?',
        answers: [
          { id: 'speaking', label: 'That is me', to: { step: 'disclose' }, party: 'right_party' },
          { id: 'somebody', label: 'Somebody else', to: { step: 'leave' }, party: 'third_party' },
        ],
      }),
      step('leave', {
        stage: 'location',
        title: 'Take leave of somebody else',
        say: spanish
          ? 'Gracias, llamaré en otro momento. Que tenga buen día.'
          : 'Thank you, I will try again another time. Goodbye.',
        answers: [{ id: 'over', label: 'The call is over', to: { exit: 'somebody_else' }, party: null }],
      }),
      step('disclose', {
        stage: 'disclosure',
        title: 'Say what must be said',
        say: spanish
          ? 'Llamo de {{ office.name }}.'
          : 'I am calling from {{ office.name }}. This is an attempt to collect a debt, and any information obtained will be used for that purpose.',
        ticks: [{ id: 'disclosed', text: 'Said word for word', kind: 'disclosure', required: true }],
        answers: [{ id: 'go_on', label: 'They listen', to: { step: 'matter' }, party: null }],
      }),
      step('matter', {
        stage: 'matter',
        title: 'The matter',
        say: spanish
          ? 'El saldo de hoy es {{ account.balance }}.'
          : 'The balance today is {{ account.balance }}.',
        answers: [{ id: 'over', label: 'The call is over', to: { exit: 'spoken' }, party: null }],
      }),
    ],
    exits: [
      { id: 'spoken', label: 'Spoken with the debtor', outcome: 'right_party' },
      { id: 'somebody_else', label: 'Spoken with somebody else', outcome: 'third_party' },
    ],
  };
}

/** What stands for a name that is still empty when the script is kept. */
export function withoutBlanks(script: Script): Script {
  const or = (text: string, otherwise: string) => (text.trim() === '' ? otherwise : text);
  return {
    ...script,
    name: or(script.name, 'Script without a name'),
    steps: script.steps.map((step) => ({
      ...step,
      title: or(step.title, 'Step without a title'),
      ticks: step.ticks.map((tick) => ({ ...tick, text: or(tick.text, 'Tick without words') })),
      answers: step.answers.map((answer) => ({ ...answer, label: or(answer.label, 'Answer without words') })),
    })),
    exits: script.exits.map((exit) => ({ ...exit, label: or(exit.label, 'Exit without a name') })),
  };
}
