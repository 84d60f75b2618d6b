import { describe, expect, it } from 'vitest';
import { checkCard, checkScript } from '../../../shared/scripts/check.ts';
import type { Script, ScriptStage } from '../../../shared/scripts/script.ts';
import { makeAnswer, makeScript, makeStep, makeTick, withStep } from '../../builders/script.ts';

function codes(script: Script, context = {}): string[] {
  return checkScript(script, context).map(({ code, step }) => (step === null ? code : `${code} ${step}`));
}

const script = makeScript();

describe('checkScript', () => {
  it('finds nothing wrong with a script in order', () => {
    expect(checkScript(script)).toEqual([]);
  });

  it.each<[string, Script, string]>([
    ['no first step', makeScript({ start: 'gone' }), 'no_start'],
    ['no step to jump in at', makeScript({ resume: 'gone' }), 'no_resume'],
    [
      'an answer to a step that is gone',
      withStep(script, 'who', {
        answers: [makeAnswer('x', { step: 'gone' }), makeAnswer('y', { exit: 'over' })],
      }),
      'unknown_step who',
    ],
    [
      'an answer to an exit that is gone',
      withStep(script, 'who', { answers: [makeAnswer('x', { exit: 'gone' })] }),
      'unknown_exit who',
    ],
    [
      'two steps of one name',
      makeScript({ steps: [...script.steps, makeStep('who')] }),
      'duplicate_step who',
    ],
    [
      'two exits of one name',
      makeScript({ exits: [...script.exits, { id: 'over', label: 'Again', outcome: 'busy' }] }),
      'duplicate_exit',
    ],
    [
      'two answers of one name',
      withStep(script, 'who', {
        answers: [makeAnswer('x', { exit: 'over' }), makeAnswer('x', { exit: 'other' })],
      }),
      'duplicate_answer who',
    ],
    [
      'two ticks of one name',
      withStep(script, 'disclose', { ticks: [makeTick('told'), makeTick('told')] }),
      'duplicate_tick disclose',
    ],
    [
      'a step no answer leads to',
      makeScript({ steps: [...script.steps, makeStep('alone')] }),
      'unreachable alone',
    ],
    ['a dead end', withStep(script, 'elsewhere', { answers: [] }), 'dead_end elsewhere'],
    ['no exit at all', makeScript({ exits: [] }), 'no_exits'],
    [
      'an exit nobody takes',
      makeScript({ exits: [...script.exits, { id: 'spare', label: 'Spare', outcome: 'other' }] }),
      'unused_exit',
    ],
    [
      'a circle without a way out',
      withStep(script, 'matter', { answers: [makeAnswer('again', { step: 'matter' })] }),
      'no_way_out matter',
    ],
    [
      'a circle with a way out',
      withStep(script, 'matter', {
        answers: [
          makeAnswer('again', { step: 'matter' }),
          makeAnswer('pays', { exit: 'promise' }),
          makeAnswer('end', { exit: 'over' }),
        ],
      }),
      'loop matter',
    ],
    [
      'an outcome of the right party without one',
      withStep(script, 'who', { answers: [makeAnswer('x', { exit: 'promise' })] }),
      'exit_unconfirmed who',
    ],
    ['nothing to say', withStep(script, 'who', { say: ' \n' }), 'nothing_to_say who'],
    ['a broken text', withStep(script, 'matter', { say: '{% if promise.on %}x' }), 'broken_text matter'],
    ['a field that does not exist', withStep(script, 'matter', { say: '{{ a.b }}' }), 'unknown_field matter'],
    [
      'braces in a prompt',
      withStep(script, 'matter', { prompts: ['{{ account.balance }}'] }),
      'braces matter',
    ],
    ['a text too long', withStep(script, 'matter', { say: 'x'.repeat(4001) }), 'limit matter'],
  ])('finds %s', (_, broken, expected) => {
    expect(codes(broken)).toContain(expected);
  });

  it('has more steps than may be', () => {
    const steps = Array.from({ length: 81 }, (_, at) => makeStep(`s${at}`));
    expect(codes(makeScript({ steps }))).toEqual(['limit']);
  });
});

describe('the order of the law', () => {
  it('finds the matter before the right-party answer, and says how it is reached', () => {
    const broken = withStep(script, 'who', {
      answers: [makeAnswer('on', { step: 'matter' }, { label: 'Go on' })],
    });
    const found = checkScript(broken).find(({ code }) => code === 'matter_unconfirmed');
    expect(found?.severity).toBe('fault');
    expect(found?.step).toBe('matter');
    expect(found?.text).toContain('from “Step who” by “Go on”');
  });

  it('finds an answer of a third party that leads to the matter or the disclosure', () => {
    const broken = withStep(script, 'who', {
      answers: [makeAnswer('x', { step: 'disclose' }, { party: 'third_party' })],
    });
    expect(codes(broken)).toContain('third_party_matter who');
  });

  it('finds the way back into the matter after somebody else came on the line', () => {
    const broken = withStep(script, 'elsewhere', {
      answers: [makeAnswer('back', { step: 'matter' }), makeAnswer('end', { exit: 'other' })],
    });
    expect(codes(broken)).toContain('matter_unconfirmed matter');
  });

  it('takes somebody else handing over to the right party', () => {
    const fine = withStep(script, 'elsewhere', {
      answers: [
        makeAnswer('here', { step: 'disclose' }, { label: 'Hands over', party: 'right_party' }),
        makeAnswer('end', { exit: 'other' }),
      ],
    });
    expect(codes(fine)).toEqual([]);
  });

  it('wants the disclosure before the matter from those who collect for others', () => {
    const past = withStep(script, 'who', {
      answers: [
        makeAnswer('yes', { step: 'matter' }, { party: 'right_party' }),
        makeAnswer('end', { exit: 'over' }),
      ],
    });
    expect(codes(past)).toContain('not_disclosed matter');
    expect(codes({ ...past, audiences: ['law_office'] })).toContain('not_disclosed matter');
    expect(codes({ ...past, audiences: ['medical'] })).not.toContain('not_disclosed matter');
    const optional = withStep(script, 'disclose', { ticks: [makeTick('told', { required: false })] });
    expect(codes(optional)).toContain('not_disclosed matter');
    const another = withStep(script, 'disclose', { ticks: [makeTick('told', { kind: 'check' })] });
    expect(codes(another)).toContain('not_disclosed matter');
  });

  it('does not count a disclosure made before it was known who is there', () => {
    const early = withStep(withStep(script, 'hello', { ticks: [makeTick('told')] }), 'who', {
      answers: [
        makeAnswer('yes', { step: 'matter' }, { party: 'right_party' }),
        makeAnswer('end', { exit: 'over' }),
      ],
    });
    expect(codes(early)).toContain('not_disclosed matter');
  });

  it('looks at where a jump lands', () => {
    const jump = withStep(script, 'hello', {
      answers: [
        makeAnswer('lawyer', { situation: 'dispute' }, { party: 'right_party' }),
        ...(script.steps[0]?.answers ?? []),
      ],
    });
    const landing = (stage: ScriptStage) => () =>
      makeScript({ situation: 'dispute', resume: 'in', steps: [makeStep('in', { stage })] });
    expect(codes(jump, { scriptFor: landing('matter') })).toContain('jump_undisclosed hello');
    expect(codes(jump, { scriptFor: landing('disclosure') })).not.toContain('jump_undisclosed hello');
    expect(codes(jump)).toContain('jump_undisclosed hello');
    expect(codes(jump, { scriptFor: () => null })).toContain('no_script hello');
    expect(codes({ ...jump, audiences: ['commercial'] })).not.toContain('jump_undisclosed hello');
  });

  it('lets nobody jump into a location call with the right party', () => {
    expect(codes(makeScript({ resume: 'elsewhere' }))).toContain('resume_stage elsewhere');
  });
});

describe('what may reach a stranger', () => {
  it.each<[string, string]>([
    ['a field of the debt', '{{ account.balance }}'],
    ['a condition on one', '{% if plan.on %}Hello.{% endif %}'],
  ])('finds %s before the right party, in a location call and on a voicemail', (_, say) => {
    expect(codes(withStep(script, 'who', { say }))).toContain('debt_field_early who');
    expect(codes(withStep(script, 'elsewhere', { say }))).toContain('debt_field_early elsewhere');
    const voicemail = withStep(script, 'matter', { stage: 'voicemail', say });
    expect(codes({ ...voicemail, resume: null })).toContain('debt_field_early matter');
  });

  it.each([
    'I am calling about a debt.',
    'It concerns what you owe.',
    'There is a past due amount.',
    'You have an unpaid invoice.',
    'I am with the collections department.',
    'It is about your account.',
    'About a bill from your dentist.',
    'We can take a payment.',
    'Le llamo por una deuda.',
    'Es sobre su cuenta.',
    'Tiene una factura pendiente.',
    'Puede pagar hoy.',
    'de{{ debtor.name }}bt',
    '{{ "You owe us" }}',
  ])('finds the plain words: %s', (say) => {
    expect(codes(withStep(script, 'who', { say }))).toContain('debt_word_early who');
  });

  it.each([
    'May I speak with {{ debtor.name }}, please?',
    'It is a personal business matter for {{ debtor.firstName }}.',
    'Could you tell me when Bill is at home?',
    'Thank you, I will try again another day.',
    'Sin embargo, me gustaría hablar con {{ debtor.name }}.',
    '¿Se da cuenta de la hora que es?',
  ])('leaves in peace: %s', (say) => {
    expect(codes(withStep(script, 'who', { say }))).toEqual([]);
  });

  it('looks at ticks, and warns of titles and answers', () => {
    expect(
      codes(withStep(script, 'who', { ticks: [makeTick('x', { text: 'The debt was named' })] })),
    ).toContain('debt_word_early who');
    const shown = checkScript(withStep(script, 'who', { title: 'The debt' }));
    expect(shown.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['debt_word_shown warning']);
  });

  it('gives the office’s name only to somebody who asked, where one collects for others', () => {
    const blurts = withStep(script, 'hello', { say: 'This is {{ office.name }}.' });
    expect(codes(blurts)).toContain('office_early hello');
    expect(codes({ ...blurts, audiences: ['medical'] })).toEqual([]);
    expect(codes({ ...blurts, situation: 'inbound_call' })).toEqual([]);
  });
});

describe('checkCard', () => {
  const card = {
    code: 'never-got-a-bill',
    objection: 'I never got a bill.',
    answer: 'It is {{ account.balance }}.',
    never: [],
    prompts: [],
    audiences: ['medical'],
    language: 'en',
    leadsTo: null,
  } as const;
  it('reads the answer of a card', () => {
    expect(checkCard(card)).toEqual([]);
    expect(checkCard({ ...card, answer: '{{ x.y }}' })[0]?.code).toBe('unknown_field');
    expect(checkCard({ ...card, answer: '{% if %}' })[0]?.code).toBe('broken_text');
    expect(checkCard({ ...card, answer: '' })[0]?.code).toBe('nothing_to_say');
  });
});
