/** They call us. Who it is has to be found out all the same before a word about the matter, and the office is named when they ask. */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { scriptAudiences } from '../script.ts';
import { agreeSteps } from './agree.ts';
import { check, ends, goes, jumps, must, paragraphs, script, step } from './build.ts';
import { neverBefore, neverInMatter, neverToOthers } from './never.ts';
import { openingSteps } from './opening.ts';
import { alwaysThere, turnSteps } from './turn.ts';

/** From the shared opening: from the check on, and the goodbyes. */
const kept = [
  'check',
  'explain',
  'compare',
  'mismatch',
  'not_confirmed',
  'call_me',
  'other_language',
  'died',
  'disclose',
];

function greeting(audience: ScriptAudience): readonly ScriptStep[] {
  const never = neverBefore(audience);
  const hungUp = ends('hung_up', 'They hang up', 'hung_up');
  const somebody = jumps('somebody', 'It is somebody else', 'third_party', 'third_party');
  return [
    step({
      id: 'answer',
      stage: 'opening',
      title: 'Answer the telephone',
      say: '{{ call.greeting }}, this is {{ collector.name }}. How may I help you?',
      never,
      prompts: [
        'They had to bring themselves to call. Sound glad that they did.',
        'A name said on the telephone is not a confirmation, however certain it sounds.',
      ],
      answers: [
        goes('name', 'They give their name', 'check'),
        goes('returning', 'They return a call or a message', 'with_whom'),
        goes('office', 'They ask whom they have reached', 'office'),
        jumps('for_somebody', 'They call for somebody else', 'third_party', 'third_party'),
        goes('lawyer', 'A lawyer calls', 'lawyer_calls', 'third_party'),
        ...(audience === 'commercial'
          ? []
          : [goes('died', 'They call because the person has died', 'died', 'third_party')]),
        goes('language', 'They speak another language', 'other_language'),
        ends('wrong', 'They dialed the wrong number', 'wrong_number', 'third_party'),
        hungUp,
      ],
    }),
    step({
      id: 'with_whom',
      stage: 'opening',
      title: 'Thank them for calling back',
      say: 'Thank you for calling back. With whom do I have the pleasure?',
      never,
      answers: [
        goes('name', 'They give their name', 'check'),
        goes('office', 'They ask first whom they have reached', 'office'),
        somebody,
        goes('will_not', 'They will not say', 'not_confirmed'),
        hungUp,
      ],
    }),
    step({
      id: 'office',
      stage: 'opening',
      title: 'They ask whom they have reached',
      say: 'You have reached {{ office.name }}, my name is {{ collector.name }}. With whom am I speaking?',
      never,
      prompts: ['The name alone. What the office does is told to nobody who is not confirmed.'],
      answers: [
        goes('name', 'They give their name', 'check'),
        somebody,
        goes('will_not', 'They will not say', 'not_confirmed'),
        hungUp,
      ],
    }),
    step({
      id: 'lawyer_calls',
      stage: 'location',
      title: 'A lawyer calls',
      say: 'Thank you for calling. May I have your name, your firm and its address, and for whom you act? I will gladly speak with you once I have your letter or have called your firm back.',
      never: [...neverToOthers(audience), 'Never confirm or deny anything on the word of a caller.'],
      prompts: ['Call back at a number you find yourself, not at the one they give.'],
      ticks: [check('firm', 'Name, firm and address noted')],
      answers: [ends('bye', 'Noted; we call back or write', 'attorney')],
    }),
  ];
}

function wish(audience: ScriptAudience): readonly ScriptStep[] {
  const consumer = audience !== 'commercial';
  const never = neverInMatter(audience);
  return [
    step({
      id: 'wish',
      stage: 'matter',
      title: 'Ask what they would like',
      say: 'Thank you. What can I do for you?',
      never,
      prompts: ['They called for a reason. Hear that reason out before you bring up yours.'],
      ticks: [check('reason', 'I let them say why they call')],
      cards: consumer ? ['never-got-a-bill', 'scam', 'how-found-me', 'credit-score'] : ['firm-no-invoice'],
      answers: [
        goes('pay', 'They want to pay', 'options'),
        goes('what', 'They ask what it is about', 'explain_account'),
        jumps('plan', 'About their plan', 'plan_renegotiation'),
        jumps('settle', 'They ask for a smaller sum', 'settlement_offer'),
        jumps('paid', 'They say it is paid', 'already_paid'),
        jumps('prove', 'They want papers', 'prove_it'),
        jumps('dispute', 'They contest it', 'dispute'),
        jumps('cannot', 'They cannot pay', 'hardship'),
        goes('change', 'New address, number or wish', 'change'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'explain_account',
      stage: 'matter',
      title: 'Explain the account',
      say: paragraphs(
        'Gladly. It is account {{ account.number }} with {{ creditor.original }}, of {{ account.openedOn }}{% if creditor.current != creditor.original %}, which {{ creditor.current }} now holds{% endif %}. As of today {{ account.balance }} is open.',
        '{% if validation.endsOn %}You have until {{ validation.endsOn }} to tell us in writing if you do not agree, and we send you papers if you ask for them.{% endif %} What would you like to know about it?',
      ),
      never,
      prompts: ['Open the explanation of the balance beside the script, and go as far as they want to go.'],
      cards: consumer
        ? ['interest', 'wrong-amount', 'not-mine', 'never-dealt-with-you']
        : ['interest', 'firm-no-invoice'],
      answers: [
        goes('clear', 'It is clear now', 'options'),
        jumps('dispute', 'They do not agree', 'dispute'),
        jumps('prove', 'They want papers', 'prove_it'),
        goes('nothing', 'That was all they wanted to know', 'thanks'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'change',
      stage: 'matter',
      title: 'New address, number or wish',
      say: 'Thank you for letting me know. Let me read it back: [what they told me]. Is there a time or a way of reaching you that suits you best, or one that does not?',
      never,
      ticks: [must('read_back', 'I read back what they told me')],
      answers: [
        goes('done', 'Noted', 'thanks'),
        goes('more', 'There is something more', 'wish'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'thanks',
      stage: 'closing',
      title: 'Thank them for calling',
      say: 'Thank you for calling. Is there anything else? Then I wish you a good day. I am at {{ office.callback }} whenever you want to come back to it.',
      never: ['Never use the end of their call for a demand.'],
      answers: [ends('bye', 'Goodbye', 'talked'), ends('again', 'Another time was agreed', 'callback')],
    }),
  ];
}

const names: Record<ScriptAudience, string> = {
  third_party: 'They call us',
  medical: 'They call us, own office',
  law_office: 'They call us, law office',
  commercial: 'They call us, business',
};

export const inboundCalls: readonly Script[] = scriptAudiences.map((audience) =>
  script({
    situation: 'inbound_call',
    name: names[audience],
    audiences: [audience],
    start: 'answer',
    resume: null,
    steps: [
      ...greeting(audience),
      ...openingSteps(audience, 'wish').filter(({ id }) => kept.includes(id)),
      ...wish(audience),
      ...agreeSteps(audience, 'inbound_call'),
      ...turnSteps(audience, 'inbound_call', 'wish'),
    ],
  }),
);
