/** A promise whose day is near, and one whose day has passed: a reminder, not a reproach. */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { check, ends, goes, jumps, step } from './build.ts';
import { matterScripts } from './matter.ts';
import { neverInMatter } from './never.ts';
import { toAgree, toListen } from './prompts.ts';
import { alwaysThere } from './turn.ts';

const sent = step({
  id: 'sent',
  stage: 'closing',
  title: 'They say it is on its way',
  say: 'Thank you, then it has only not arrived yet. When did you send it, and how? I will look out for it, and I will tell you if it is not here by [the day]. Goodbye.',
  never: ['Never say that you have heard that before.'],
  prompts: ['Believe it and write it down: the day, the way, the number of the check.'],
  ticks: [check('how', 'Day and way of sending noted')],
  answers: [
    ends('wait', 'We wait for it until a day', 'talked'),
    goes('again', 'It was sent to the wrong place', 'wrong_place'),
  ],
});

const wrongPlace = step({
  id: 'wrong_place',
  stage: 'closing',
  title: 'It went to the wrong place',
  say: '{% if office.howToPay %}{{ office.howToPay }}.{% else %}I will send you on paper where it has to go.{% endif %} Could you ask your bank where the other one went? I will call you on [the day] to hear what they say. Thank you; goodbye.',
  prompts: ['Nobody is to pay twice. Agree on who asks after the lost one.'],
  answers: [ends('bye', 'Another time is agreed', 'callback')],
});

const dueCards = ['check-in-mail', 'payday', 'cannot-all-at-once'];
const firmCards = ['firm-next-run', 'firm-waits-for-customers', 'firm-cash-flow'];

const cardsFor = (audience: ScriptAudience) => (audience === 'commercial' ? firmCards : dueCards);

function due(audience: ScriptAudience): ScriptStep {
  return step({
    id: 'reminder',
    stage: 'matter',
    title: 'Ask whether it still fits',
    say: 'When we last spoke, you planned to send {% if promise.amount %}{{ promise.amount }}{% else %}a payment{% endif %}{% if promise.on %} on {{ promise.on }}{% endif %}. I am calling so that it does not get lost among everything else. Does that still work for you?',
    never: [
      ...neverInMatter(audience),
      'Never make it sound as if you expected it to fail.',
      'Never ask for more than was promised.',
    ],
    prompts: [
      'A reminder is a service. Two minutes, friendly, done.',
      'If it no longer fits, hearing it today is good news.',
    ],
    cards: cardsFor(audience),
    answers: [
      goes('yes', 'Yes, it will be there', 'recap'),
      goes('sent', 'It is already on its way', 'sent'),
      goes('day', 'They need another day', 'day'),
      goes('less', 'They can send only a part', 'parts'),
      goes('now', 'They would rather pay now', 'pay_now'),
      jumps('cannot', 'It is no longer possible', 'hardship'),
      jumps('dispute', 'They now contest it', 'dispute'),
      ...alwaysThere,
    ],
  });
}

function broken(audience: ScriptAudience): readonly ScriptStep[] {
  const never = [
    ...neverInMatter(audience),
    'Never say that they broke their word, lied or cannot be trusted.',
    'Never ask for the missed sum and the next one together, unless they offer it.',
  ];
  return [
    step({
      id: 'missed',
      stage: 'matter',
      title: 'Say what has not arrived, and ask',
      say: "When we last spoke, you planned to send {% if promise.amount %}{{ promise.amount }}{% else %}a payment{% endif %}{% if promise.on %} on {{ promise.on }}{% endif %}. {% if promise.received and promise.received != '$0.00' %}{{ promise.received }} of it has arrived here.{% else %}It has not arrived here yet.{% endif %} Did something come in between?",
      never,
      prompts: [
        'Ask as if you did not know the answer, because you do not.',
        'Most people are ashamed of it already. Make it easy to say what happened.',
        ...toListen,
      ],
      ticks: [check('reason', 'I asked what came in between and let them finish')],
      cards: cardsFor(audience),
      answers: [
        goes('sent', 'It is on its way', 'sent'),
        goes('forgot', 'It slipped their mind', 'again'),
        goes('too_much', 'It was more than they can manage', 'parts'),
        jumps(
          'life',
          audience === 'commercial' ? 'The business is in difficulty' : 'Work, health or family',
          'hardship',
        ),
        goes('differently', 'They remember it differently', 'differently'),
        jumps('paid', 'They say it is paid', 'already_paid'),
        jumps('dispute', 'They now contest it', 'dispute'),
        jumps('refusal', 'They will not pay', 'refusal'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'again',
      stage: 'matter',
      title: 'Find a day that holds',
      say: 'Thank you for being honest; it happens. What would make it easier this time: another day, a smaller sum, or a call from me the day before?',
      never,
      prompts: [
        'Do not simply repeat the promise. Change one thing about it: the day, the sum or the way.',
        ...toAgree,
      ],
      ticks: [check('changed', 'Something about the promise was changed so that it can hold')],
      cards: cardsFor(audience),
      answers: [
        goes('day', 'Another day', 'day'),
        goes('less', 'A smaller sum', 'parts'),
        goes('now', 'They pay now', 'pay_now'),
        goes('think', 'They want to think', 'think'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'differently',
      stage: 'matter',
      title: 'They remember it differently',
      say: 'Then let us put it right. What do you remember that we agreed on? I will note it as you say it, and we go on from there.',
      never: [...never, 'Never argue about who is right about the last call.'],
      prompts: ['Read the note of that call beside the script. A misunderstanding is usually ours.'],
      ticks: [check('theirs', 'Noted what they remember')],
      answers: [
        goes('new', 'A new day is possible', 'day'),
        goes('parts', 'In parts', 'parts'),
        jumps('dispute', 'They contest it as a whole', 'dispute'),
        ...alwaysThere,
      ],
    }),
  ];
}

export const promiseScripts: readonly Script[] = [
  ...matterScripts('promise_due', 'A promise is due', (audience) => ({
    first: 'reminder',
    resume: 'reminder',
    steps: [due(audience), sent, wrongPlace],
  })),
  ...matterScripts('promise_broken', 'A promise was not kept', (audience) => ({
    first: 'missed',
    resume: 'missed',
    steps: [...broken(audience), sent, wrongPlace],
  })),
];
