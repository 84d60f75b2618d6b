/** The end of a call: what was agreed is said back, the next step has a day, and the other side is thanked. */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { scriptAudiences } from '../script.ts';
import { agreeSteps } from './agree.ts';
import { check, ends, goes, isCollector, jumps, paragraphs, script, step } from './build.ts';
import { neverInMatter } from './never.ts';
import { openingStart, openingSteps } from './opening.ts';
import { alwaysThere, turnSteps } from './turn.ts';

function what(audience: ScriptAudience): ScriptStep {
  return step({
    id: 'what',
    stage: 'matter',
    title: 'What came of it?',
    say: 'Before we end: is there anything else you would like to tell me, or to ask?',
    never: neverInMatter(audience),
    prompts: ['The most important thing is often said last. Ask, and wait.'],
    answers: [
      goes('promise', 'A sum and a day were named', 'recap'),
      goes('now', 'They pay now', 'pay_now'),
      goes('papers', 'They send papers', 'papers'),
      goes('we', 'We look into it and answer', 'we_answer'),
      goes('letter', 'They want it in writing', 'writing'),
      goes('callback', 'Another time was agreed', 'again'),
      goes('open', 'Nothing was agreed', 'nothing'),
      jumps('refusal', 'They will not pay', 'refusal'),
      ...alwaysThere,
    ],
  });
}

function lastWords(audience: ScriptAudience): readonly ScriptStep[] {
  const consumer = audience !== 'commercial';
  return [
    step({
      id: 'papers',
      stage: 'closing',
      title: 'They send papers',
      say: 'Thank you. Please send them to {% if office.address %}{{ office.address }}{% else %}the address on our letter{% endif %}. I will look at them as soon as they are here and call you after that. Until then I ask you for nothing further. Goodbye.',
      never: ['Never say that copies are not enough unless the law really asks for more.'],
      ticks: [check('which', 'Noted which papers, and by when')],
      answers: [ends('bye', 'Goodbye', 'sends_papers')],
    }),
    step({
      id: 'we_answer',
      stage: 'closing',
      title: 'We look into it',
      say: 'I will look into that and give you an answer by [the day], by telephone or in writing as you like it better. Which shall it be? Thank you for your patience. Goodbye.',
      prompts: ['Name a day you can keep. This promise is yours.'],
      ticks: [check('day', 'A day for our answer is noted')],
      answers: [ends('bye', 'Goodbye', 'talked')],
    }),
    step({
      id: 'again',
      stage: 'closing',
      title: 'Another time',
      say: 'Good. Then I will call you on [the day] at [the hour], at this number. If that changes, I am at {{ office.callback }}. Thank you for your time, and goodbye.',
      ticks: [check('hour', 'Day, hour and number said back')],
      answers: [ends('bye', 'Goodbye', 'callback')],
    }),
    step({
      id: 'nothing',
      stage: 'closing',
      title: 'Nothing was agreed',
      say: paragraphs(
        'Then we leave it here for today. Thank you for speaking with me.',
        consumer
          ? 'If anything changes, or you would like to look at it together, I am at {{ office.callback }}. I wish you a good day.'
          : 'If anything changes, I am at {{ office.callback }}; I will confirm where we stand in writing. Goodbye.',
      ),
      never: ['Never end on a threat, a sigh or a last word.'],
      prompts: ['A friendly end is what the next call begins with.'],
      answers: [ends('bye', 'Goodbye', 'talked')],
    }),
  ];
}

const names: Record<ScriptAudience, string> = {
  third_party: 'Closing',
  medical: 'Closing, own office',
  law_office: 'Closing, law office',
  commercial: 'Closing, business',
};

export const closings: readonly Script[] = scriptAudiences.map((audience) =>
  script({
    situation: 'closing',
    name: names[audience],
    audiences: [audience],
    start: openingStart,
    resume: 'what',
    steps: [
      ...openingSteps(audience, 'back'),
      step({
        id: 'back',
        stage: 'matter',
        title: 'Back on what was left open',
        say: isCollector(audience)
          ? 'We spoke before about the account with {{ creditor.original }}, and I would like to bring it to an end with you. Where do we stand?'
          : 'We spoke before about the account, and I would like to bring it to an end with you. Where do we stand?',
        never: neverInMatter(audience),
        prompts: ['Look at the last contacts beside the script before you ask what was said.'],
        answers: [
          goes('ready', 'They have decided', 'what'),
          goes('not_ready', 'They have not decided', 'think'),
          jumps('dispute', 'They contest it', 'dispute'),
          ...alwaysThere,
        ],
      }),
      what(audience),
      ...lastWords(audience),
      ...agreeSteps(audience, 'closing').filter(({ id }) =>
        ['recap', 'pay_now', 'receipt', 'day', 'parts', 'think'].includes(id),
      ),
      ...turnSteps(audience, 'closing', 'what'),
    ],
  }),
);
