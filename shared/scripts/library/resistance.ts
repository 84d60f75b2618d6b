/** “Talk to my lawyer” and a plain no: both are answers, and are taken as such. */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { check, ends, goes, isCollector, jumps, paragraphs, step } from './build.ts';
import { matterScripts } from './matter.ts';
import { neverInMatter } from './never.ts';
import { toCalm, toListen } from './prompts.ts';
import { alwaysThere } from './turn.ts';

function lawyerSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const consumer = audience !== 'commercial';
  const never = [
    ...neverInMatter(audience),
    'Never ask for a payment, a reason or an opinion after a lawyer was named.',
    'Never say that a lawyer costs more than the account, or that none is needed.',
  ];
  return [
    step({
      id: 'asking',
      stage: 'matter',
      title: 'Ask only about the lawyer',
      say: 'You told us that a lawyer acts for you. I am calling for one thing only: may I have the name and the address, so that I write there and not to you?',
      never,
      prompts: ['This call is for the name. Nothing else is spoken about, whatever comes up.'],
      answers: [
        goes('given', 'They give the name', 'noted'),
        goes('no_name', 'They do not have it at hand', 'no_name'),
        goes('not_any_more', 'The lawyer no longer acts for them', 'on_their_own'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'which',
      stage: 'matter',
      title: 'Ask for the lawyer',
      say: 'Thank you for telling me. Then I speak with your lawyer from now on, and not with you. May I have the name, the firm and where I can reach it? And does it concern this account?',
      never,
      prompts: ['Calm and at once. It is their right, and a lawyer is often the quickest way to an end.'],
      cards: consumer ? ['lawyer'] : [],
      answers: [
        goes('given', 'They give the name', 'noted'),
        goes('no_name', 'They do not have it at hand', 'no_name'),
        goes('other_matter', 'The lawyer is for something else', 'on_their_own'),
        goes('will_take', 'They mean to take one', 'will_take'),
        goes('angry', 'It was said in anger', 'in_anger'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'noted',
      stage: 'closing',
      title: 'Read the name back',
      say: 'Thank you: [the name], [the firm], [address or telephone]. From now on I write there, and you hear nothing more about this from me. Goodbye.',
      never: ['Never come back to the account, not even to finish a sentence.'],
      ticks: [
        check('name', 'Name and firm noted and read back'),
        check('reach', 'Address or telephone noted'),
        check('this', 'It concerns this account'),
      ],
      answers: [ends('bye', 'Goodbye', 'attorney')],
    }),
    step({
      id: 'no_name',
      stage: 'closing',
      title: 'The name is not at hand',
      say: 'That is fine. Would your lawyer write us a line, or would you let me know the name at {{ office.callback }}? I stop here until then. Thank you, and goodbye.',
      never: ['Never go on because no name was given.'],
      prompts: [
        'Look the name up before you call again for it: a number that is easy to find you are expected to find.',
      ],
      answers: [ends('bye', 'Represented; name is to follow', 'attorney')],
    }),
    step({
      id: 'will_take',
      stage: 'closing',
      title: 'They mean to take a lawyer',
      say: 'That is a good thing to do if you are unsure. Let us leave it here for today. Please let me know the name when you have one; shall I call you in two weeks to ask, or would you rather call? Goodbye.',
      never: ['Never use the time “until the lawyer is there”.'],
      answers: [
        ends('callback', 'Another time is agreed', 'callback'),
        ends('wait', 'We wait for the lawyer', 'attorney'),
      ],
    }),
    step({
      id: 'in_anger',
      stage: 'matter',
      title: 'It was said in anger',
      say: paragraphs(
        'I can hear that you are angry, and I would not want to talk past you.',
        'If a lawyer acts for you in this, I stop at once. Is that so?',
      ),
      never,
      prompts: toCalm,
      answers: [
        goes('yes', 'Yes', 'no_name'),
        goes('no', 'No', 'on_their_own'),
        ends('unclear', 'They leave it open', 'attorney'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'on_their_own',
      stage: 'matter',
      title: 'No lawyer in this matter',
      say: 'Thank you; then I note that no lawyer acts for you in this. Would you like to speak about it with me now, or rather another day?',
      never: neverInMatter(audience),
      ticks: [check('asked', 'They said in plain words that no lawyer acts in this matter')],
      answers: [
        goes('now', 'They want to speak about it', 'options'),
        goes('later', 'Another day', 'when'),
        ends('no', 'They want no contact', 'stop'),
        ...alwaysThere,
      ],
    }),
  ];
}

function refusalSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const consumer = audience !== 'commercial';
  const never = [
    ...neverInMatter(audience),
    'Never ask a third time.',
    'Never hint at what might happen: say what will happen, if it is decided and lawful, or nothing.',
  ];
  return [
    step({
      id: 'asking_again',
      stage: 'matter',
      title: 'Ask whether it stands',
      say: 'When we last spoke, you told me that you would not pay this. I respect that. I am calling once to ask whether anything has changed, or whether we missed something you told us.',
      never,
      answers: [
        goes('same', 'It stands', 'plain'),
        goes('missed', 'There is something', 'hear'),
        goes('changed', 'It has changed', 'options'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'hear',
      stage: 'matter',
      title: 'Hear what stands behind it',
      say: 'I hear you. I will not try to talk you round. May I ask what stands behind it? If something is wrong, I would like to put it right.',
      never,
      prompts: [
        ...toListen,
        'Behind a no there is usually a can’t, a don’t agree or a hurt. Each has its own way on.',
      ],
      ticks: [check('reason', 'I asked what stands behind it')],
      cards: consumer
        ? ['wont-pay', 'sue-me', 'arrest', 'credit-score', 'too-old', 'insulted', 'complaint']
        : ['firm-faulty-goods', 'firm-not-mine', 'sue-me'],
      answers: [
        jumps('disagrees', 'They do not agree with it', 'dispute'),
        jumps('cannot', 'They cannot', 'hardship'),
        jumps('prove', 'Not before they see proof', 'prove_it'),
        jumps('settle', 'Not all of it', 'settlement_offer'),
        goes('hurt', 'They feel badly treated', 'hurt'),
        goes('plain', 'No reason; simply no', 'plain'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'hurt',
      stage: 'matter',
      title: 'They feel badly treated',
      say: 'I am sorry that it came to that. Would you tell me what happened? I write it down as you say it, and somebody here looks at it who was not part of it.',
      never: [...never, 'Never defend a colleague or the creditor before you know what happened.'],
      prompts: toCalm,
      ticks: [check('complaint', 'What happened is noted as a complaint')],
      cards: consumer ? ['complaint', 'supervisor', 'insulted'] : ['insulted'],
      answers: [
        ends('review', 'It is looked at; we answer', 'talked'),
        jumps('disagrees', 'They do not agree with the account', 'dispute'),
        goes('options', 'They are ready to talk', 'options'),
        goes('plain', 'It stays a no', 'plain'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'plain',
      stage: 'closing',
      title: 'Take no for an answer',
      say: paragraphs(
        'I understand, and I take that as your answer.',
        consumer
          ? 'So that you know where it stands: the account stays open, and you have everything on paper. If you want to look at it again, I am at {{ office.callback }}. Would you rather not be called again?'
          : 'I will tell {{ creditor.current }} so. What they decide, you will hear in writing. If you want to look at it again, I am at {{ office.callback }}.',
      ),
      never: ['Never end on “you will hear from us”.'],
      prompts: isCollector(audience)
        ? [
            'A refusal in writing ends contact by law. One by telephone is noted, and the wish behind it asked for.',
          ]
        : ['Note the words they used. The next step is decided without a clock running.'],
      answers: [
        ends('refused', 'It stays a no', 'refused'),
        ends('stop', 'And they do not want to be called', 'stop'),
        goes('options', 'They come round of their own accord', 'options'),
        ends('hung_up', 'They hang up', 'refused'),
      ],
    }),
  ];
}

export const resistanceScripts: readonly Script[] = [
  ...matterScripts('talk_to_my_lawyer', '“Talk to my lawyer”', (audience) => ({
    first: 'asking',
    resume: 'which',
    steps: lawyerSteps(audience),
  })),
  ...matterScripts('refusal', 'Refusal', (audience) => ({
    first: 'asking_again',
    resume: 'hear',
    steps: refusalSteps(audience),
  })),
];
