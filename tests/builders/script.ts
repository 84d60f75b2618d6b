/** A script without a fault, in the order the law wants; a test changes what matters to it. */
import type { Script, ScriptAnswer, ScriptStep, ScriptTick } from '../../shared/scripts/script.ts';

export function makeAnswer(
  id: string,
  to: ScriptAnswer['to'],
  change: Partial<ScriptAnswer> = {},
): ScriptAnswer {
  return { id, label: `Answer ${id}`, to, party: null, ...change };
}

export function makeTick(id: string, change: Partial<ScriptTick> = {}): ScriptTick {
  return { id, text: `Said ${id}`, kind: 'disclosure', required: true, ...change };
}

export function makeStep(id: string, change: Partial<ScriptStep> = {}): ScriptStep {
  return {
    id,
    stage: 'opening',
    title: `Step ${id}`,
    say: `Words of ${id}.`,
    never: [],
    prompts: [],
    ticks: [],
    answers: [makeAnswer('end', { exit: 'over' })],
    cards: [],
    ...change,
  };
}

export function makeScript(change: Partial<Script> = {}): Script {
  return {
    code: 'first-call.test',
    name: 'First call',
    situation: 'first_call',
    audiences: ['third_party'],
    language: 'en',
    review: '',
    start: 'hello',
    resume: 'matter',
    steps: [
      makeStep('hello', {
        say: '{{ call.greeting }}, this is {{ collector.name }}. May I speak with {{ debtor.name }}?',
        answers: [
          makeAnswer('yes', { step: 'disclose' }, { label: 'Speaking', party: 'right_party' }),
          makeAnswer('no', { step: 'elsewhere' }, { label: 'Not here', party: 'third_party' }),
          makeAnswer('who', { step: 'who' }, { label: 'Asks who is calling' }),
        ],
      }),
      makeStep('who', {
        stage: 'right_party',
        say: 'I am with {{ office.name }}. Am I speaking with {{ debtor.name }}?',
        answers: [
          makeAnswer('yes', { step: 'disclose' }, { label: 'Yes', party: 'right_party' }),
          makeAnswer('end', { exit: 'over' }),
        ],
      }),
      makeStep('elsewhere', {
        stage: 'location',
        say: 'When could I reach {{ debtor.firstName }}?',
        answers: [makeAnswer('end', { exit: 'other' })],
      }),
      makeStep('disclose', {
        stage: 'disclosure',
        say: 'This is an attempt to collect a debt.',
        ticks: [makeTick('told')],
        answers: [makeAnswer('on', { step: 'matter' })],
      }),
      makeStep('matter', {
        stage: 'matter',
        say: 'The balance is {{ account.balance }}.',
        answers: [makeAnswer('pays', { exit: 'promise' }), makeAnswer('end', { exit: 'over' })],
      }),
    ],
    exits: [
      { id: 'over', label: 'Call over', outcome: 'hung_up' },
      { id: 'other', label: 'Somebody else', outcome: 'third_party' },
      { id: 'promise', label: 'A promise', outcome: 'promise_to_pay' },
    ],
    ...change,
  };
}

/** The script with one step changed. */
export function withStep(script: Script, id: string, change: Partial<ScriptStep>): Script {
  return { ...script, steps: script.steps.map((step) => (step.id === id ? { ...step, ...change } : step)) };
}
