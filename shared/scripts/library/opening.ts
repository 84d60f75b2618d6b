/**
 * How every call begins: greet, find out who is there, ask for what only the person would know, say what the law wants said.
 * Written once, so that the order of the law stands in one place. Nothing up to the disclosure tells why the office calls.
 */
import type { ScriptAudience, ScriptStep, ScriptTick } from '../script.ts';
import { check, ends, goes, isCollector, jumps, must, paragraphs, step } from './build.ts';
import { neverBefore, neverToOthers } from './never.ts';
import { toConfirm } from './prompts.ts';

export const openingStart = 'greet';

const unansweredLines = [
  jumps('voicemail', 'Voicemail picks up', 'voicemail'),
  ends('no_answer', 'No answer', 'no_answer'),
  ends('busy', 'Line is busy', 'busy'),
  ends('disconnected', 'Number not in service', 'disconnected'),
];

function greetConsumer(audience: ScriptAudience): readonly ScriptStep[] {
  const never = neverBefore(audience);
  const yes = goes('yes', 'Yes, that is me', 'check');
  const somebody = jumps('somebody', 'No, it is somebody else', 'third_party', 'third_party');
  const wrong = goes('wrong', 'Wrong number, nobody of that name', 'wrong_number', 'third_party');
  const hungUp = ends('hung_up', 'They hang up', 'hung_up');
  return [
    step({
      id: 'greet',
      stage: 'opening',
      title: 'Greet and ask for the person',
      say: '{{ call.greeting }}. May I speak with {{ debtor.name }}, please?',
      never,
      prompts: [
        'Breathe out before you dial. The first three seconds set the tone of the call.',
        ...toConfirm,
      ],
      answers: [
        goes('speaking', 'Speaking', 'check'),
        goes('fetched', 'They call the person to the phone', 'comes'),
        goes('who', 'They ask who is calling', 'who'),
        jumps('somebody', 'Not there; somebody else answers', 'third_party', 'third_party'),
        ...unansweredLines,
        wrong,
        goes('language', 'They speak another language', 'other_language'),
        goes('died', 'They say that the person has died', 'died', 'third_party'),
        hungUp,
      ],
    }),
    step({
      id: 'comes',
      stage: 'opening',
      title: 'The person comes to the phone',
      say: '{{ call.greeting }}. My name is {{ collector.name }}. Am I speaking with {{ debtor.name }}?',
      never,
      prompts: toConfirm,
      answers: [yes, goes('about', 'They ask what it is about', 'about'), somebody, wrong, hungUp],
    }),
    step({
      id: 'who',
      stage: 'opening',
      title: 'They ask who is calling',
      say: 'My name is {{ collector.name }}. It is a personal matter for {{ debtor.name }}. Am I speaking with {{ debtor.name }}?',
      never,
      prompts: [
        'Give your name at once and without a pause. Somebody who hesitates over a name sounds like a fraud.',
      ],
      answers: [
        yes,
        goes('fetched', 'They call the person to the phone', 'comes'),
        goes('office', 'They ask expressly which company', 'office'),
        goes('about', 'They ask what it is about', 'about'),
        somebody,
        wrong,
        hungUp,
      ],
    }),
    step({
      id: 'office',
      stage: 'opening',
      title: 'They ask which company',
      say: 'I work for {{ office.name }}. May I ask whether I am speaking with {{ debtor.name }}?',
      never,
      prompts: ['Only because they asked. The name alone, nothing about what the office does.'],
      answers: [yes, goes('about', 'They ask what it is about', 'about'), somebody, wrong, hungUp],
    }),
    step({
      id: 'about',
      stage: 'opening',
      title: 'They ask what it is about',
      say: 'It is personal, and I may only speak about it with {{ debtor.name }}. I hope you understand. Are you {{ debtor.name }}?',
      never,
      prompts: ['Kind and firm. The same answer, in the same words, however often they ask.'],
      answers: [
        yes,
        somebody,
        wrong,
        goes('will_not', 'They will not say who they are', 'not_confirmed'),
        hungUp,
      ],
    }),
    step({
      id: 'check',
      stage: 'right_party',
      title: 'Right-party check: ask, do not tell',
      say: paragraphs(
        'Thank you. My name is {{ collector.name }}. Before I go on I have to be sure that I have the right person, so that nobody else hears what is meant for you.',
        'Could you tell me your date of birth, and the street and ZIP code where you live?',
      ),
      never,
      prompts: [
        'Two details that only the person would know. A name is not one of them.',
        'If they give a wrong detail, do not say which one, and do not help.',
        ...toConfirm,
      ],
      answers: [
        goes('told', 'They told me', 'compare'),
        goes('why', 'They ask why, or hesitate', 'explain'),
        somebody,
        hungUp,
      ],
    }),
    step({
      id: 'explain',
      stage: 'right_party',
      title: 'They would rather not say',
      say: paragraphs(
        'I understand; I would be careful with a stranger too. I ask only because it is private, and I may speak about it with nobody but {{ debtor.name }}.',
        'The year you were born and your ZIP code would be enough. Or I give you my number and you call me back.',
      ),
      never,
      prompts: [
        'Being asked for details by a stranger is how fraud begins. They are right to hesitate; say so.',
      ],
      answers: [
        goes('told', 'They told me', 'compare'),
        goes('callback', 'They would rather call back', 'call_me'),
        goes('will_not', 'They will not say', 'not_confirmed'),
        somebody,
        hungUp,
      ],
    }),
    step({
      id: 'compare',
      stage: 'right_party',
      title: 'Compare with what is on file',
      say: 'Thank you. One moment, please.',
      never,
      prompts: [
        'Compare in silence. A corrected spelling or a former street is worth a note; two clear matches are needed.',
      ],
      ticks: [must('matched', 'Two details they gave match the file, and I gave them none', 'identity')],
      answers: [
        goes('match', 'Both match: it is the person', 'disclose', 'right_party'),
        goes('mismatch', 'They do not match', 'mismatch', 'third_party'),
      ],
    }),
    step({
      id: 'mismatch',
      stage: 'location',
      title: 'The details do not match',
      say: 'Thank you for your patience. I may have the wrong number here, and I am sorry to have troubled you. Goodbye.',
      never: neverToOthers(audience),
      prompts: ['Treat whoever it is as somebody else for the rest of this call. Note what did not match.'],
      answers: [
        ends('wrong', 'Somebody of another name lives here', 'wrong_number'),
        ends('unclear', 'Unclear who it was', 'third_party'),
      ],
    }),
    step({
      id: 'wrong_number',
      stage: 'location',
      title: 'Wrong number',
      say: 'I am sorry to have troubled you. I will take this number off. Goodbye.',
      never: neverToOthers(audience),
      prompts: [
        'Believe it and take the number out of use. Calling a stranger again is how complaints begin.',
      ],
      answers: [ends('bye', 'Goodbye', 'wrong_number')],
    }),
    step({
      id: 'died',
      stage: 'location',
      title: 'They say that the person has died',
      say: paragraphs(
        'I am very sorry for your loss. I did not know, and I am sorry that my call came now.',
        'May I ask who looks after the affairs of {{ debtor.name }}? There is no hurry; a name and an address are enough.',
      ),
      never: [
        ...neverToOthers(audience),
        'Never say or suggest that a relative has to pay, and never ask for anything today.',
      ],
      prompts: [
        'Silence is right here. Offer your sympathy once and mean it.',
        'Ask at most: the day, the county, and who handles the estate. Take no for an answer.',
      ],
      answers: [
        ends('told', 'They gave a name', 'deceased'),
        ends('not_told', 'They would rather not', 'deceased'),
      ],
    }),
    ...unconfirmed(audience),
  ];
}

/** Goodbyes to somebody who was not confirmed. */
function unconfirmed(audience: ScriptAudience): readonly ScriptStep[] {
  const never = neverBefore(audience);
  return [
    step({
      id: 'not_confirmed',
      stage: 'opening',
      title: 'Who they are stays open',
      say: 'That is quite all right. You can reach me at {{ office.callback }}; please ask for {{ collector.name }}. Thank you, and goodbye.',
      never,
      prompts: ['Say the number slowly, once. Leave it at that.'],
      answers: [ends('bye', 'Goodbye', 'not_confirmed')],
    }),
    step({
      id: 'call_me',
      stage: 'opening',
      title: 'They would rather call back',
      say: 'Of course, and take the time to look the number up first. It is {{ office.callback }}; please ask for {{ collector.name }}. When would that suit you?',
      never,
      prompts: ['A call they place themselves is a calmer call. Offer it gladly.'],
      answers: [ends('bye', 'They will call', 'callback')],
    }),
    step({
      id: 'other_language',
      stage: 'opening',
      title: 'They speak another language',
      say: paragraphs(
        'I am sorry, I do not speak your language. Somebody who does will call you. Thank you, and goodbye.',
        'Lo siento, no hablo español. Le llamará una persona que habla su idioma. Gracias, adiós.',
      ),
      never: [...never, 'Never let a child or a guest interpret.'],
      prompts: ['Note the language if you can tell it, so that the next call is in it.'],
      answers: [ends('bye', 'Goodbye', 'language')],
    }),
  ];
}

function greetBusiness(): readonly ScriptStep[] {
  const never = neverBefore('commercial');
  const hungUp = ends('hung_up', 'They hang up', 'hung_up');
  const somebody = jumps('somebody', 'Somebody else; not available', 'third_party', 'third_party');
  return [
    step({
      id: 'greet',
      stage: 'opening',
      title: 'Greet and ask for who decides',
      say: "{{ call.greeting }}, my name is {{ collector.name }}. {% if debtor.isBusiness == 'yes' %}May I speak with the owner of {{ debtor.name }}, or with whoever keeps its books?{% else %}May I speak with {{ debtor.name }}, please?{% endif %}",
      never,
      prompts: ['Whoever answers decides whether you get through. Ask for their name and use it.'],
      answers: [
        goes('speaking', 'Speaking', 'check'),
        goes('put_through', 'They put me through', 'comes'),
        goes('who', 'They ask who I am and from where', 'who'),
        somebody,
        ...unansweredLines,
        goes('wrong', 'Wrong number, no such business', 'wrong_number', 'third_party'),
        goes('language', 'They speak another language', 'other_language'),
        hungUp,
      ],
    }),
    step({
      id: 'comes',
      stage: 'opening',
      title: 'Put through',
      say: "{{ call.greeting }}, my name is {{ collector.name }}. Am I speaking with {% if debtor.isBusiness == 'yes' %}the person who decides for {{ debtor.name }}{% else %}{{ debtor.name }}{% endif %}?",
      never,
      answers: [
        goes('yes', 'Yes', 'check'),
        goes('who', 'They ask who I am and from where', 'who'),
        somebody,
        hungUp,
      ],
    }),
    step({
      id: 'who',
      stage: 'opening',
      title: 'They ask who I am and from where',
      say: '{{ collector.name }}, from {{ office.name }}. It is a matter between {{ debtor.name }} and us that I would rather take up with the owner or the bookkeeper. Who would that be?',
      never,
      prompts: ['Plain and unhurried. A gatekeeper hears evasion at once.'],
      answers: [
        goes('speaking', 'That is me', 'check'),
        goes('put_through', 'They put me through', 'reached'),
        somebody,
        hungUp,
      ],
    }),
    step({
      id: 'reached',
      stage: 'opening',
      title: 'Put through after all',
      say: '{{ call.greeting }}, {{ collector.name }} from {{ office.name }}. Thank you for taking the call.',
      never,
      answers: [goes('go_on', 'They listen', 'check'), somebody, hungUp],
    }),
    step({
      id: 'check',
      stage: 'right_party',
      title: 'Who speaks for the business',
      say: "{% if debtor.isBusiness == 'yes' %}May I ask for your name and your position? And are you the one who can decide for {{ debtor.name }}?{% else %}To be sure I have the right person: could you tell me the name and the address of your business?{% endif %}",
      never,
      prompts: ['Write the name and the position down as they say it. You will need both at the end.'],
      answers: [
        goes('told', 'They told me', 'compare'),
        jumps('no_say', 'They have no say in it', 'third_party', 'third_party'),
        goes('why', 'They ask why', 'explain'),
        hungUp,
      ],
    }),
    step({
      id: 'explain',
      stage: 'right_party',
      title: 'They ask why',
      say: 'Because it is between our two businesses, and I would not want to speak about yours with somebody who should not hear it. With whom should I speak?',
      never,
      answers: [
        goes('told', 'They told me who they are', 'compare'),
        jumps('no_say', 'With somebody else', 'third_party', 'third_party'),
        goes('callback', 'They would rather call back', 'call_me'),
        goes('will_not', 'They will not say', 'not_confirmed'),
        hungUp,
      ],
    }),
    step({
      id: 'compare',
      stage: 'right_party',
      title: 'May this person decide?',
      say: 'Thank you.',
      never,
      prompts: [
        'A bookkeeper may explain and pass on; whether they may also promise, ask before you agree on anything.',
      ],
      ticks: [
        must('matched', 'They told me name and position, and that they speak for the business', 'identity'),
      ],
      answers: [
        goes('match', 'Yes: they speak for the business', 'disclose', 'right_party'),
        jumps('mismatch', 'No, or not clear', 'third_party', 'third_party'),
      ],
    }),
    step({
      id: 'wrong_number',
      stage: 'location',
      title: 'Wrong number',
      say: 'I am sorry to have troubled you. I will take this number off. Goodbye.',
      never: neverToOthers('commercial'),
      answers: [ends('bye', 'Goodbye', 'wrong_number')],
    }),
    ...unconfirmed('commercial'),
  ];
}

const recording = check('recording', 'If the call is recorded: I said so, and they agreed');

function disclosureOf(audience: ScriptAudience): { say: string; ticks: readonly ScriptTick[] } {
  switch (audience) {
    case 'third_party':
      return {
        say: paragraphs(
          'Thank you, {{ debtor.name }}. I am calling from {{ office.name }}.',
          'I have to tell you that we are a debt collector. This is an attempt to collect a debt, and any information obtained will be used for that purpose.',
        ),
        ticks: [
          must('identified', 'I said my name and for which office I call', 'disclosure'),
          must(
            'mini_miranda',
            'I said: this is an attempt to collect a debt, and any information obtained will be used for that purpose',
            'disclosure',
          ),
          recording,
        ],
      };
    case 'law_office':
      return {
        say: paragraphs(
          'Thank you, {{ debtor.name }}. I am calling from {{ office.name }}. We are a law office that collects debts, and I speak for {{ creditor.current }}, not for you, so I cannot give you legal advice.',
          'This call is from a debt collector. This is an attempt to collect a debt, and any information obtained will be used for that purpose.',
        ),
        ticks: [
          must('identified', 'I said my name, which office I call from and for whom', 'disclosure'),
          must(
            'mini_miranda',
            'I said: this is an attempt to collect a debt, and any information obtained will be used for that purpose',
            'disclosure',
          ),
          recording,
        ],
      };
    case 'medical':
      return {
        say: 'Thank you, {{ debtor.name }}. I am calling from {{ office.name }}, about your account with us.',
        ticks: [
          must(
            'identified',
            'I said my name, which office I call from, and that it is about their account',
            'disclosure',
          ),
          recording,
        ],
      };
    case 'commercial':
      return {
        say: 'Thank you. I am calling from {{ office.name }}, {% if creditor.current == office.name %}about the account of {{ debtor.name }} with us{% else %}for {{ creditor.current }}, about the account of {{ debtor.name }} with them{% endif %}.',
        ticks: [
          must('identified', 'I said my name, my office, and whose account it is', 'disclosure'),
          recording,
        ],
      };
  }
}

/** What must be said before the matter, and whether the hour suits them. `then` is the step of the matter. */
function disclosureStep(audience: ScriptAudience, then: string): ScriptStep {
  const { say, ticks } = disclosureOf(audience);
  return step({
    id: 'disclose',
    stage: 'disclosure',
    title: 'Say who calls and why',
    say: paragraphs(say, 'Is this a good moment to talk for a few minutes?'),
    never: isCollector(audience)
      ? [
          'Never leave a word of the statement out or mumble it, and never go on before it was said.',
          'If the moment does not suit, never ask whether you may go on all the same.',
        ]
      : ['If the moment does not suit, never ask whether you may go on all the same.'],
    prompts: [
      'Say it as one person to another, not as a formula read off.',
      'If they cut in before you are done, finish the sentence calmly, then take up what they said.',
    ],
    ticks,
    answers: [
      goes('go_on', 'Yes, go on', then),
      goes('not_now', 'Not a good moment', 'when'),
      goes('not_here', 'Not at this place or number', 'elsewhere'),
      goes('else', 'Something else comes up', 'turn'),
      ends('stop', 'They cut in: do not contact me', 'stop'),
      ends('lawyer', 'They cut in: I have a lawyer', 'attorney'),
      ends('bankruptcy', 'They cut in: I am in bankruptcy', 'bankruptcy'),
      jumps('other', 'Somebody else comes on the line', 'third_party', 'third_party'),
      ends('hung_up', 'They hang up', 'hung_up'),
    ],
  });
}

/** From the first word to the last one before the matter. The steps of `turn.ts` must stand beside them. */
export function openingSteps(audience: ScriptAudience, then: string): readonly ScriptStep[] {
  return [
    ...(audience === 'commercial' ? greetBusiness() : greetConsumer(audience)),
    disclosureStep(audience, then),
  ];
}
