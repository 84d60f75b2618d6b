/**
 * What may come up at any moment once the person is confirmed, and must be taken up before anything else: a lawyer, a
 * bankruptcy, a wish to stop, a bad moment, distress, doubt who is calling. Every script holds these steps.
 */
import type { ScriptAnswer, ScriptAudience, ScriptSituation, ScriptStep } from '../script.ts';
import { check, ends, goes, isCollector, jumps, paragraphs, step } from './build.ts';
import { neverInMatter } from './never.ts';
import { toCalm } from './prompts.ts';

/** The answers every step of the matter ends with. */
export const alwaysThere: readonly ScriptAnswer[] = [
  goes('else', 'Something else comes up', 'turn'),
  ends('hung_up', 'They hang up', 'hung_up'),
];

function turns(audience: ScriptAudience, own: ScriptSituation): readonly ScriptAnswer[] {
  const situations: readonly (readonly [string, string, ScriptSituation])[] = [
    ['dispute', 'They contest it', 'dispute'],
    ['hardship', 'They cannot, for reasons of life', 'hardship'],
    ['lawyer', 'They have a lawyer', 'talk_to_my_lawyer'],
    ['refusal', 'They will not pay', 'refusal'],
  ];
  return [
    ...situations
      .filter(([, , situation]) => situation !== own)
      .map(([id, label, situation]) => jumps(id, label, situation)),
    goes('bankruptcy', 'Bankruptcy', 'bankruptcy'),
    goes('stop', 'Do not contact me', 'stop'),
    goes('writing', 'They want it in writing', 'writing'),
    goes('scam', 'They doubt that it is genuine', 'genuine'),
    goes('not_now', 'Not now, or not here', 'when'),
    audience === 'commercial'
      ? goes('upset', 'They get angry or upset', 'upset')
      : goes('upset', 'They are in distress', 'upset'),
    goes('language', 'Another language would be better', 'language'),
    jumps('other', 'Somebody else comes on the line', 'third_party', 'third_party'),
  ];
}

/** `back` is where the matter goes on, `own` the situation the script is for. */
export function turnSteps(
  audience: ScriptAudience,
  own: ScriptSituation,
  back: string,
): readonly ScriptStep[] {
  const never = neverInMatter(audience);
  const consumer = audience !== 'commercial';
  return [
    step({
      id: 'turn',
      stage: 'matter',
      title: 'Something else comes up',
      say: 'I hear you. Let us take that up first.',
      never,
      prompts: ['What they bring up is now the matter. Leave your own point until it is dealt with.'],
      answers: turns(audience, own),
    }),
    step({
      id: 'bankruptcy',
      stage: 'closing',
      title: 'Bankruptcy',
      say: paragraphs(
        'Thank you for telling me. Then I stop here and ask you for nothing.',
        'If you have it at hand, may I note the court, the case number and the day it was filed, and the name of your lawyer? If not, that is fine too.',
      ),
      never: [
        'Never ask for a payment, a date or a reason after this word was said, whether papers are at hand or not.',
        'Never say that this debt will not be covered by it.',
      ],
      prompts: [
        'They need not prove it to you now. From here on only their lawyer or the trustee is written to.',
      ],
      ticks: [
        check('court', 'Court and chapter noted'),
        check('case', 'Case number and day of filing noted'),
        check('counsel', 'Name of their lawyer noted'),
      ],
      answers: [ends('bye', 'Thank them and end the call', 'bankruptcy')],
    }),
    step({
      id: 'stop',
      stage: 'closing',
      title: 'They do not want to be contacted',
      say: consumer
        ? paragraphs(
            'I understand, and I will note it now. So that we do it right: is it this number, calls in general, or any contact at all?',
            isCollector(audience)
              ? 'If you send us that wish in writing, we will contact you no more about it, except to confirm, or to tell you of a step that is really taken. Thank you for telling me. Goodbye.'
              : 'Thank you for telling me. Goodbye.',
          )
        : 'I understand. I will note that you do not want to be called, and we will write to {{ debtor.name }} instead. Thank you, and goodbye.',
      never: ['Never ask why, never bargain, and never squeeze in one more question about money.'],
      prompts: [
        'A wish said aloud binds the office for that number at once, even where the law asks for writing.',
      ],
      ticks: [
        check('number', 'Only this number'),
        check('calls', 'No calls at all'),
        check('any', 'No contact of any kind'),
      ],
      answers: [ends('bye', 'Noted; end the call', 'stop')],
    }),
    step({
      id: 'writing',
      stage: 'closing',
      title: 'They want it in writing',
      say: paragraphs(
        'Gladly; it is better to have it in front of you. To which address shall I send it?',
        'It will name the creditor, the amount and how it came about, and what you can do if you do not agree. Take your time with it. Thank you, and goodbye.',
      ),
      never: ['Never ask for a payment first, and never say that a letter is not necessary.'],
      prompts: ['Let them say the address; read nothing out first. A changed address is worth a note.'],
      ticks: [check('address', 'They told me where to send it')],
      answers: [ends('bye', 'The letter is promised', 'wants_letter')],
    }),
    step({
      id: 'genuine',
      stage: 'matter',
      title: 'They doubt that it is genuine',
      say: paragraphs(
        'You are right to ask; there are people who call and pretend. Please give me no bank details today.',
        'We are {{ office.name }}{% if office.address %}, {{ office.address }}{% endif %}. Look us up yourself and call the number you find, or call {{ office.callback }} and ask for {{ collector.name }}. I can also send you everything on paper first.',
      ),
      never: [
        'Never take doubt as an insult, and never say “if you do not believe me, that is your problem”.',
        'Never press for a payment to prove that you are genuine.',
      ],
      prompts: toCalm,
      cards: ['scam', 'bank-details'],
      answers: [
        goes('go_on', 'They are satisfied; go on', back),
        goes('writing', 'They want it on paper first', 'writing'),
        ends('callback', 'They will call back', 'callback'),
        ends('stop', 'They want no contact', 'stop'),
        ends('hung_up', 'They hang up', 'hung_up'),
      ],
    }),
    step({
      id: 'when',
      stage: 'closing',
      title: 'Find a better time',
      say: 'That is no problem. What day and hour suit you better, and is this the right number for it? Thank you; I will call then. Goodbye.',
      never: ['Never ask to go on for just a minute.'],
      prompts: [
        'Write down the hours and places that do not suit: they hold until they say otherwise.',
        'If they are driving, end the call at once.',
      ],
      ticks: [
        check('hour', 'Day and hour noted'),
        check('not_suited', 'Hours or places that do not suit noted'),
      ],
      answers: [
        ends('bye', 'Another time is agreed', 'callback'),
        ends('none', 'They name no time', 'talked'),
      ],
    }),
    step({
      id: 'elsewhere',
      stage: 'closing',
      title: 'Not at this place or number',
      say: 'Thank you for telling me. I will not call you here again. Where and when may I reach you instead? Goodbye.',
      never: ['Never ask what is wrong with this place, and never ring there again.'],
      prompts: ['“I cannot take calls at work” is enough: the place of work is closed from now on.'],
      ticks: [check('place', 'Place or number closed on file'), check('instead', 'Another number noted')],
      answers: [
        ends('bye', 'Another number or time is agreed', 'callback'),
        ends('none', 'They name no other', 'stop'),
      ],
    }),
    step({
      id: 'upset',
      stage: 'matter',
      title: consumer ? 'They are in distress' : 'They get angry or upset',
      say: consumer
        ? paragraphs(
            'I am sorry; this is a lot to carry. Nothing has to be decided today.',
            'Take a moment. Would it help to stop here and talk another day, or is there somebody you would like to have with you when we do?',
          )
        : 'I can hear that this comes at a bad moment, and I do not want to make it worse. Shall we take it step by step, or would tomorrow be better?',
      never: [
        'Never go on with the matter while somebody is crying, confused or short of breath.',
        'Never tell them to calm down.',
      ],
      prompts: [
        ...toCalm,
        'An older person who loses the thread, or repeats a question: offer to write, and ask whether somebody helps them with papers.',
      ],
      cards: consumer ? ['overwhelmed', 'harm'] : ['insulted'],
      answers: [
        goes('go_on', 'They want to go on', back),
        ...(consumer ? [goes('danger', 'They speak of not wanting to live', 'danger')] : []),
        goes('later', 'Another day', 'when'),
        goes('writing', 'They would rather have it in writing', 'writing'),
        ends('review', 'End here; the office looks at it again', 'review'),
        ends('hung_up', 'They hang up', 'hung_up'),
      ],
    }),
    ...(consumer
      ? [
          step({
            id: 'danger',
            stage: 'closing',
            title: 'They speak of not wanting to live',
            say: paragraphs(
              'I am glad that you told me, and I am worried about you. This account does not matter now.',
              'You can call or text 988 at any hour and talk with somebody who is there for exactly this. If you are in danger right now, please call 911. Is somebody with you?',
            ),
            never: [
              'Never come back to the account in this call.',
              'Never doubt it, make light of it or promise to keep it to yourself.',
            ],
            prompts: [
              'Stay on the line while they want you to. Speak slowly.',
              'Tell whoever runs the office as soon as you have hung up. You need a break after such a call too.',
            ],
            ticks: [check('line', 'I named 988 and 911'), check('told', 'The office was told')],
            answers: [ends('bye', 'End the call gently; the office looks at it', 'review')],
          }),
        ]
      : []),
    step({
      id: 'language',
      stage: 'closing',
      title: 'Another language would be better',
      say: 'Of course. Somebody who speaks it will call you, and if we have it we will write in it too. Which language is best for you? Thank you, and goodbye.',
      never: ['Never let a child or a guest interpret, and never go on with half of it understood.'],
      ticks: [check('which', 'The language is noted')],
      answers: [ends('bye', 'Noted; end the call', 'language')],
    }),
  ];
}
