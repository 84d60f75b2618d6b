/** “I already paid” and “prove it”: both are questions about papers, and both end what is asked for until the papers have spoken. */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { check, ends, goes, isCollector, jumps, must, paragraphs, step } from './build.ts';
import { matterScripts } from './matter.ts';
import { neverInMatter } from './never.ts';
import { alwaysThere } from './turn.ts';

function paidSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const consumer = audience !== 'commercial';
  const never = [
    ...neverInMatter(audience),
    'Never say that it was not paid: say what you can see.',
    'Never ask them to pay again while it is being looked for.',
  ];
  return [
    step({
      id: 'looking',
      stage: 'matter',
      title: 'Take up the payment they spoke of',
      say: 'You told us that this was paid. I am calling to find out where it went, so that you need not hear of it again. May I ask you two things about it?',
      never,
      answers: [
        goes('yes', 'Yes', 'when_paid'),
        goes('writing', 'Only in writing', 'writing'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'when_paid',
      stage: 'matter',
      title: 'Ask when, how much and to whom',
      say: paragraphs(
        'Thank you for telling me. Then it is a matter of finding it. When was it, how much, and to whom did you pay it?',
        '{% if lastPayment.on %}The last one I can see here is {{ lastPayment.amount }} on {{ lastPayment.on }}. Is that the one you mean?{% endif %}',
      ),
      never,
      prompts: ['Assume they are right. A payment to the wrong office is the most frequent reason of all.'],
      ticks: [check('facts', 'Day, sum, way and to whom noted')],
      cards: consumer
        ? ['paid-already', 'pays-creditor', 'insurance-pays', 'check-in-mail']
        : ['firm-next-run'],
      answers: [
        goes('creditor', 'Paid to the creditor or another office', 'proof'),
        goes('us', 'Paid to us; we cannot see it', 'proof'),
        goes('same', 'It is the one I can see; the rest is open', 'rest'),
        ...(consumer ? [goes('insurer', 'Insurance paid it', 'proof')] : []),
        goes('settled', 'It was settled for less, back then', 'proof'),
        goes('no_memory', 'They do not remember when', 'proof'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'proof',
      stage: 'matter',
      title: 'Ask for what would help to find it',
      say: 'Do you have something that shows it: a statement, the front and back of the check, a letter? A copy is enough; please cover all numbers but the last four. And we ask {{ creditor.current }} from our side.',
      never: [...never, 'Never say that without proof it does not count.'],
      prompts: ['If they have nothing, we look with what they remember. The search is ours, not theirs.'],
      ticks: [must('noted', 'Noted what they say was paid')],
      cards: consumer ? ['paid-already'] : [],
      answers: [
        goes('sends', 'They send a copy', 'we_look'),
        goes('none', 'They have nothing any more', 'we_look'),
        goes('rest', 'It was another account; this is open', 'rest'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'rest',
      stage: 'matter',
      title: 'A part is still open',
      say: 'Thank you; then that payment is in, and {{ account.balance }} is what was left after it. I can send you the account line by line, so that you can follow it. How does that look to you?',
      never,
      prompts: [
        'Use the explanation of the balance beside the script. Read it out only as far as they want it.',
      ],
      cards: consumer ? ['wrong-amount', 'interest'] : ['interest'],
      answers: [
        goes('agree', 'They see it the same way', 'options'),
        goes('lines', 'They want it line by line first', 'writing'),
        jumps('dispute', 'They do not agree', 'dispute'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'we_look',
      stage: 'closing',
      title: 'Say what happens now',
      say: `Thank you. I note the account as contested, because you say it is paid, and until we have found out I ask you for nothing. You hear from us by [the day]. ${
        isCollector(audience)
          ? '{% if validation.endsOn %}If you write to us as well until {{ validation.endsOn }}, you have it on paper, and we wait with everything until you have our answer.{% endif %} '
          : ''
      }Goodbye.`,
      answers: [
        ends('sends', 'Said to be paid; copies come', 'disputed'),
        ends('none', 'Said to be paid; we search', 'disputed'),
      ],
      ticks: [check('day', 'A day for our answer is noted')],
    }),
  ];
}

const whatComes: Record<ScriptAudience, string> = {
  third_party:
    'You get on paper: to whom it is owed and was owed at first, the day, how the {{ account.balance }} came about, and how to tell us that you do not agree.',
  law_office:
    'You get on paper: to whom it is owed and was owed at first, the day, how the {{ account.balance }} came about, and how to tell us that you do not agree.',
  medical:
    'You get an itemized bill: each day, each charge, what insurance paid and what you paid, down to the {{ account.balance }}.',
  commercial:
    'You get copies of the order, the delivery note and each invoice, and a statement of account down to the {{ account.balance }}.',
};

function proveSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const never = [
    ...neverInMatter(audience),
    'Never say that they know very well what it is about.',
    'Never make a payment the price of the papers.',
  ];
  return [
    step({
      id: 'arrived',
      stage: 'matter',
      title: 'Ask whether the papers arrived',
      say: 'You asked us for papers about this account. Have they reached you, and were you able to look at them?',
      never,
      answers: [
        goes('read', 'Yes, they have read them', 'after'),
        goes('not_yet', 'Not yet, or they never came', 'what_comes'),
        jumps('dispute', 'They do not agree with them', 'dispute'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'what_comes',
      stage: 'matter',
      title: 'Say what they will get',
      say: paragraphs(
        `That is fair; you should see it on paper before you decide anything. ${whatComes[audience]}`,
        isCollector(audience)
          ? '{% if validation.endsOn %}If you ask for it in writing until {{ validation.endsOn }}, we stop with everything until you have our answer.{% endif %}'
          : '',
        'What would you like to see in particular?',
      ),
      never,
      prompts: ['Being asked for proof is no attack. Whoever asks for papers is taking it seriously.'],
      ticks: [check('asked', 'Noted what they want to see')],
      cards:
        audience === 'commercial'
          ? ['firm-no-invoice']
          : ['send-proof', 'never-dealt-with-you', 'never-got-a-bill', 'scam'],
      answers: [
        goes('papers', 'They name what they want to see', 'send'),
        goes('first_creditor', 'To whom it was owed at first', 'send'),
        jumps('dispute', 'They contest it, papers or not', 'dispute'),
        goes('known', 'They know it after all', 'after'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'after',
      stage: 'matter',
      title: 'The papers are clear',
      say: 'Good. Is there anything in it that is not right, or that you would like to have explained?',
      never,
      prompts: ['Ask this before you ask about payment. A question unasked comes back as a dispute.'],
      answers: [
        goes('clear', 'It is right; how to go on', 'options'),
        jumps('dispute', 'Something is not right', 'dispute'),
        jumps('cannot', 'It is right, but they cannot', 'hardship'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'send',
      stage: 'closing',
      title: 'Promise the papers',
      say: 'I will have it sent to you. To which address? Until you have had time to read it I ask you for nothing. Thank you, and goodbye.',
      never: ['Never name a day for the papers that is not sure.'],
      ticks: [check('address', 'They told me where to send it')],
      answers: [
        ends('bye', 'The papers are promised', 'wants_letter'),
        ends('contested', 'They contest it until they see them', 'disputed'),
      ],
    }),
  ];
}

export const paperScripts: readonly Script[] = [
  ...matterScripts('already_paid', '“I already paid”', (audience) => ({
    first: 'looking',
    resume: 'when_paid',
    steps: paidSteps(audience),
  })),
  ...matterScripts('prove_it', '“Prove it”', (audience) => ({
    first: 'arrived',
    resume: 'what_comes',
    steps: proveSteps(audience),
  })),
];
