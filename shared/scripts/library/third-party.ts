/**
 * Somebody else is on the line. A collector may ask them once where the person can be found, saying own name and that it confirms
 * location information, the office only when expressly asked, and never that there is a debt (15 U.S.C. 1692b). Everybody else takes
 * their leave. Nothing here tells of the debt, and no way leads back to it.
 */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { check, ends, goes, must, paragraphs, script, step } from './build.ts';
import { neverToOthers } from './never.ts';

const byes = [
  ends('later', 'Try again another time', 'third_party'),
  ends('hung_up', 'They hang up', 'third_party'),
];

function shared(audience: ScriptAudience): readonly ScriptStep[] {
  const never = neverToOthers(audience);
  return [
    step({
      id: 'message',
      stage: 'location',
      title: 'They offer to pass something on',
      say: 'That is kind of you. Please ask {{ debtor.firstName }} to call {{ collector.name }} at {{ office.callback }}. That is all. Thank you, and goodbye.',
      never,
      prompts: ['Name and number, nothing else. No “it is important”.'],
      answers: [ends('bye', 'They take it', 'third_party_message'), ...byes],
    }),
    step({
      id: 'thanks',
      stage: 'location',
      title: 'Take your leave',
      say: 'Thank you, I will try again another time. Goodbye.',
      never,
      prompts: ['Short and friendly. Every further sentence can only give something away.'],
      answers: byes,
    }),
    step({
      id: 'wrong',
      stage: 'location',
      title: 'Nobody of that name',
      say: 'Then I have the wrong number, and I am sorry. I will take it off. Goodbye.',
      never,
      answers: [ends('bye', 'Goodbye', 'wrong_number')],
    }),
    step({
      id: 'lawyer',
      stage: 'location',
      title: 'They say they are the lawyer',
      say: 'Thank you. May I have your name, your firm and its address? Then everything goes to you in writing from now on. I cannot say more on the telephone before I have that confirmed.',
      never,
      prompts: ['Anybody can say so. Confirm it in writing before you speak about anything.'],
      ticks: [check('firm', 'Name, firm and address noted')],
      answers: [ends('bye', 'Noted; goodbye', 'attorney')],
    }),
    step({
      id: 'died',
      stage: 'location',
      title: 'They say that the person has died',
      say: 'I am very sorry for your loss, and sorry that my call came now. May I ask who looks after the affairs of {{ debtor.name }}? A name and an address are enough, and there is no hurry.',
      never: [...never, 'Never say or suggest that a relative has to pay.'],
      prompts: ['Sympathy once, and meant. Then at most this one question.'],
      answers: [
        ends('told', 'They gave a name', 'deceased'),
        ends('not_told', 'They would rather not', 'deceased'),
      ],
    }),
    step({
      id: 'comes',
      stage: 'location',
      title: 'The person comes to the phone after all',
      say: 'Thank you. One moment, please.',
      never,
      prompts: [
        'Finish this record first and start a new one: who is on the line now has to be confirmed like anybody else. They can stay on the line meanwhile.',
      ],
      answers: [ends('anew', 'Finish here and start a new call', 'came_to_phone')],
    }),
    step({
      id: 'stop',
      stage: 'location',
      title: 'They do not want to be called',
      say: 'I understand, and I am sorry to have troubled you. This number will not be called again. Goodbye.',
      never,
      prompts: ['It is their number. Take it out of use for good.'],
      answers: [ends('bye', 'Number closed', 'stop')],
    }),
  ];
}

const otherAnswers = [
  goes('wrong', 'Nobody of that name', 'wrong'),
  goes('died', 'They say that the person has died', 'died'),
  goes('lawyer', 'They say they are the lawyer', 'lawyer'),
  goes('comes', 'The person comes to the phone after all', 'comes'),
  goes('stop', 'They do not want to be called', 'stop'),
];

/** A stranger asks on: the same answer each time. */
function press(audience: ScriptAudience): ScriptStep {
  return step({
    id: 'press',
    stage: 'location',
    title: 'They want to know what it is about',
    say: 'I am sorry, I can speak about it only with {{ debtor.firstName }}. I hope you understand.',
    never: [...neverToOthers(audience), 'Never answer a guess with yes, no or silence that says yes.'],
    prompts: [
      'A husband, a wife or a parent is somebody else here, however much they know. The answer stays the same.',
      'If they ask again, say it again in the same words, and take your leave.',
    ],
    answers: [
      goes('message', 'They offer to pass something on', 'message'),
      goes('thanks', 'Take my leave', 'thanks'),
      ...byes,
    ],
  });
}

function collectorSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const never = neverToOthers(audience);
  return [
    step({
      id: 'who_is_it',
      stage: 'location',
      title: 'Somebody else is on the line',
      say: 'Thank you. My name is {{ collector.name }}. When would be a good time to reach {{ debtor.firstName }} at this number?',
      never,
      prompts: [
        'If the file has a number that works, stop here: ask for a time and take your leave.',
        'A child answers: say thank you and hang up.',
      ],
      answers: [
        goes('time', 'They name a time', 'thanks'),
        goes('not_here', 'Does not live here, or cannot be reached here', 'location'),
        goes('who', 'They ask expressly which company', 'company'),
        goes('about', 'They want to know what it is about', 'press'),
        goes('message', 'They offer to pass something on', 'message'),
        ...otherAnswers,
        ...byes,
      ],
    }),
    step({
      id: 'company',
      stage: 'location',
      title: 'They ask which company',
      say: 'My name is {{ collector.name }}, and I work for {{ office.name }}. I would like to confirm where I can reach {{ debtor.firstName }}.',
      never: [...never, 'Never say more about the office than its name.'],
      prompts: [
        'Only because they expressly asked. If they asked only who you are, your own name is the answer.',
      ],
      answers: [
        goes('location', 'They are willing to help', 'location'),
        goes('about', 'They want to know what it is about', 'press'),
        goes('message', 'They offer to pass something on', 'message'),
        goes('thanks', 'Take my leave', 'thanks'),
        ...byes,
      ],
    }),
    step({
      id: 'location',
      stage: 'location',
      title: 'Confirm where the person can be reached',
      say: paragraphs(
        'My name is {{ collector.name }}. I am confirming location information for {{ debtor.name }}.',
        'Do you know the address where {{ debtor.firstName }} lives now, the telephone number there, or where {{ debtor.firstName }} works?',
      ),
      never: [
        ...never,
        'Never ask how the person is doing, what they earn or what they own: home, its telephone and place of work, nothing else.',
      ],
      prompts: [
        'One conversation with this person about it, ever, unless they ask you to call again. Ask well.',
        'Read nothing out for them to confirm that they do not already know.',
      ],
      ticks: [
        must(
          'first',
          'Nobody has asked this person for location information before, or they asked us to call again',
        ),
        check('own_name', 'I said my name and that I confirm location information'),
      ],
      answers: [
        ends('told', 'They told me', 'location'),
        ends('unknown', 'They do not know', 'third_party'),
        ends('will_not', 'They would rather not say', 'third_party'),
        goes('lawyer', 'They say there is a lawyer', 'has_lawyer'),
        ends('hung_up', 'They hang up', 'third_party'),
      ],
    }),
    step({
      id: 'has_lawyer',
      stage: 'location',
      title: 'They say there is a lawyer',
      say: 'Thank you, that helps. Do you know the name of the lawyer? Then I will write there and trouble nobody else. Goodbye.',
      never: [...never, 'Never ask anybody else for the whereabouts once a lawyer is known.'],
      ticks: [check('counsel', 'Name of the lawyer noted')],
      answers: [ends('bye', 'Noted; goodbye', 'attorney')],
    }),
    press(audience),
    ...shared(audience),
  ];
}

function ownOfficeSteps(): readonly ScriptStep[] {
  const never = neverToOthers('medical');
  return [
    step({
      id: 'who_is_it',
      stage: 'location',
      title: 'Somebody else is on the line',
      say: 'Thank you. My name is {{ collector.name }}. When would be a good time to reach {{ debtor.firstName }}?',
      never,
      prompts: [
        'That somebody was with a doctor is theirs alone to tell. Not even the name of the office, unless they ask.',
        'A child answers: say thank you and hang up.',
      ],
      answers: [
        goes('time', 'They name a time', 'thanks'),
        goes('who', 'They ask where I call from', 'company'),
        goes('about', 'They want to know what it is about', 'press'),
        goes('message', 'They offer to pass something on', 'message'),
        goes('helps', 'They say they look after the person’s affairs', 'helper'),
        ...otherAnswers,
        ...byes,
      ],
    }),
    step({
      id: 'company',
      stage: 'location',
      title: 'They ask where I call from',
      say: 'I work for {{ office.name }}. It is nothing I could speak about with anybody but {{ debtor.firstName }}. When might I try again?',
      never,
      prompts: [
        'If the name of the office tells what is treated there, give your own name and the number instead.',
      ],
      answers: [
        goes('time', 'They name a time', 'thanks'),
        goes('about', 'They want to know what it is about', 'press'),
        goes('message', 'They offer to pass something on', 'message'),
        ...byes,
      ],
    }),
    step({
      id: 'helper',
      stage: 'location',
      title: 'They look after the person’s affairs',
      say: 'Thank you for telling me. So that I may speak with you, I need it from {{ debtor.firstName }}, or in writing. Could {{ debtor.firstName }} call me at {{ office.callback }}, or may I have your name and address?',
      never,
      prompts: [
        'A daughter, a neighbor, a guardian: each may well be right, and none is on file yet. Papers first.',
      ],
      ticks: [check('helper', 'Name and address noted')],
      answers: [
        ends('noted', 'They give name and address', 'third_party'),
        goes('message', 'They pass it on', 'message'),
        ...byes,
      ],
    }),
    press('medical'),
    ...shared('medical'),
  ];
}

function businessSteps(): readonly ScriptStep[] {
  const never = neverToOthers('commercial');
  return [
    step({
      id: 'who_is_it',
      stage: 'location',
      title: 'Somebody without a say in it',
      say: 'Thank you for your help. When is the owner or the bookkeeper in, and with whom should I ask to speak?',
      never,
      prompts: [
        'Ask for the name of whoever you speak with, and thank them by it. You will call here again.',
      ],
      ticks: [check('name', 'Name of who decides noted')],
      answers: [
        goes('time', 'They name a person and a time', 'thanks'),
        goes('about', 'They want to know what it is about', 'press'),
        goes('message', 'They offer to pass something on', 'message'),
        goes('email', 'They ask me to write', 'write'),
        goes('closed', 'The business is closed or sold', 'closed'),
        ...otherAnswers.filter(({ id }) => id !== 'died'),
        ...byes,
      ],
    }),
    step({
      id: 'write',
      stage: 'location',
      title: 'They ask me to write',
      say: 'With pleasure. To whom, and to which address? Thank you, and goodbye.',
      never,
      prompts: ['An address read by many is no place for what is open. Ask for one that reaches the owner.'],
      answers: [ends('noted', 'Address noted', 'third_party_message'), ...byes],
    }),
    step({
      id: 'closed',
      stage: 'location',
      title: 'The business is closed or sold',
      say: 'I am sorry to hear it. Since when, and who looks after its affairs now? Thank you for telling me. Goodbye.',
      never,
      prompts: ['Note the day, the buyer or the trustee. Closed is not the same as bankrupt: ask which.'],
      answers: [
        ends('noted', 'A name is given', 'third_party'),
        ends('bankrupt', 'They say: bankruptcy', 'bankruptcy'),
        ...byes,
      ],
    }),
    press('commercial'),
    ...shared('commercial').filter(({ id }) => id !== 'died'),
  ].map((one) =>
    one.id === 'message' || one.id === 'press'
      ? { ...one, say: one.say.replaceAll('debtor.firstName', 'debtor.name') }
      : one,
  );
}

export const thirdParties: readonly Script[] = [
  script({
    situation: 'third_party',
    name: 'Somebody else answers',
    audiences: ['third_party', 'law_office'],
    start: 'who_is_it',
    resume: null,
    steps: collectorSteps('third_party'),
  }),
  script({
    situation: 'third_party',
    name: 'Somebody else answers, own office',
    audiences: ['medical'],
    start: 'who_is_it',
    resume: null,
    steps: ownOfficeSteps(),
  }),
  script({
    situation: 'third_party',
    name: 'Somebody without a say answers, business',
    audiences: ['commercial'],
    start: 'who_is_it',
    resume: null,
    steps: businessSteps(),
  }),
];
