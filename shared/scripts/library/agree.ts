/** How an agreement on money comes about in any script: the ways there are, a day, parts, payment now, and reading it back. */
import type { ScriptAnswer, ScriptAudience, ScriptSituation, ScriptStep } from '../script.ts';
import { check, ends, goes, jumps, must, paragraphs, step } from './build.ts';
import { neverInMatter, neverOfMoney } from './never.ts';
import { ofLimitation, toAgree } from './prompts.ts';
import { alwaysThere } from './turn.ts';

function jumpsExcept(
  own: ScriptSituation,
  ...answers: readonly (readonly [string, string, ScriptSituation])[]
): readonly ScriptAnswer[] {
  return answers
    .filter(([, , situation]) => situation !== own)
    .map(([id, label, situation]) => jumps(id, label, situation));
}

const moneyCards = [
  'cannot-all-at-once',
  'payday',
  'settle-for-less',
  'bank-details',
  'fee-to-pay',
  'think-about-it',
];

export function agreeSteps(audience: ScriptAudience, own: ScriptSituation): readonly ScriptStep[] {
  const consumer = audience !== 'commercial';
  const never = [...neverOfMoney(audience), ...neverInMatter(audience)];
  const cards = consumer
    ? moneyCards
    : ['firm-cash-flow', 'firm-waits-for-customers', 'firm-next-run', 'settle-for-less'];
  return [
    step({
      id: 'options',
      stage: 'matter',
      title: 'The ways there are',
      say: paragraphs(
        consumer
          ? 'Thank you for telling me. Let us see what fits. You can take care of the {{ account.balance }} at once, or we can find parts that fit into your month.'
          : 'Thank you for being open about it. The {{ account.balance }} can be settled in one transfer, or we can agree on fixed parts on fixed days.',
        '{% if settlement.amount %}There is also an offer on file to close it for {{ settlement.amount }}{% if settlement.expiresOn %}, open until {{ settlement.expiresOn }}{% endif %}.{% endif %}',
        'Which of these would work for you?',
      ),
      never,
      prompts: [...toAgree, ofLimitation],
      ticks: [check('offered', 'I offered more than one way')],
      cards,
      answers: [
        goes('whole', 'All of it, on a day', 'day'),
        goes('parts', 'In parts', 'parts'),
        goes('now', 'Now, on this call', 'pay_now'),
        ...jumpsExcept(
          own,
          ['settle', 'A smaller sum to close it', 'settlement_offer'],
          ['post_dated', 'A check dated ahead', 'post_dated_payment'],
          ['cannot', 'None of it is possible', 'hardship'],
          ['will_not', 'They will not pay', 'refusal'],
        ),
        goes('think', 'They want to think', 'think'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'day',
      stage: 'matter',
      title: 'Agree on a day',
      say: consumer
        ? 'Good. On which day will you have the money at hand, and how would you like to send it? {% if office.howToPay %}{{ office.howToPay }}.{% endif %}'
        : 'Good. When is your next payment run, and who releases it? {% if office.howToPay %}{{ office.howToPay }}.{% endif %}',
      never,
      prompts: consumer
        ? ['Ask what comes in that day. A day without income behind it is a hope, not a promise.']
        : ['Ask who signs. A promise of somebody who cannot sign is not one.'],
      cards,
      answers: [
        goes('agreed', 'A sum and a day are named', 'recap'),
        goes('parts', 'In parts after all', 'parts'),
        goes('think', 'They cannot name a day yet', 'think'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'parts',
      stage: 'matter',
      title: 'Agree on parts',
      say: consumer
        ? 'Let us find a sum you can keep to, month after month, with rent, food and medicine paid first. What comes in, and what is left after those? What could you set aside from that?'
        : 'What can the business release each month without fail, and on which day? I would rather write down less and see it arrive.',
      never,
      prompts: [
        'Open the plan workshop beside the script and show the ways side by side.',
        'If their sum is too small, say what the difference means in months, not that it is not good enough.',
        ofLimitation,
      ],
      cards,
      answers: [
        goes('agreed', 'Sums and days are named', 'recap'),
        ...jumpsExcept(
          own,
          ['settle', 'They ask for a smaller sum to close it', 'settlement_offer'],
          ['cannot', 'Nothing is left to set aside', 'hardship'],
        ),
        goes('whole', 'All of it after all', 'day'),
        goes('think', 'They want to think', 'think'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'pay_now',
      stage: 'matter',
      title: 'Payment on this call',
      say: paragraphs(
        'Thank you. I will say first what will happen, and you tell me whether I may: one payment of [the sum], on [the day], from [the account or card you name]. It costs you nothing extra.',
        'Do I have your permission for exactly that?',
      ),
      never,
      prompts: [
        'Enter the details straight into the terminal of your bank. Nothing of them belongs into this program.',
        'Wait for a clear yes. “I guess so” is not one: ask again, or take a day instead.',
      ],
      ticks: [
        check('said', 'I said the sum, the day and from where, before I asked'),
        check('permission', 'They gave permission in plain words'),
      ],
      cards: consumer ? ['bank-details', 'fee-to-pay'] : [],
      answers: [
        goes('paid', 'The payment went through', 'receipt'),
        goes('failed', 'It did not go through', 'day'),
        goes('mail', 'They would rather send it', 'day'),
        ...jumpsExcept(own, ['post_dated', 'They name a check dated ahead', 'post_dated_payment']),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'receipt',
      stage: 'closing',
      title: 'Thank them for the payment',
      say: 'Thank you; the payment of [the sum] is made. Would you like the receipt by mail? You have taken care of it, and I am glad that we spoke. Goodbye.',
      prompts: ['Thank before you say what is still open. Say what is left only if they ask.'],
      ticks: [check('receipt', 'Said how the receipt reaches them')],
      answers: [ends('bye', 'Goodbye', 'paid')],
    }),
    step({
      id: 'recap',
      stage: 'closing',
      title: 'Read it back',
      say: paragraphs(
        'Let me say back what we agreed, so that we both have it the same: [the sum], on [the day], by [the way of paying]. {% if office.howToPay %}{{ office.howToPay }}.{% endif %} Is that right?',
        consumer
          ? 'If something comes in between, please call me before that day, at {{ office.callback }}. We will find a way. Thank you for working this out with me.'
          : 'I will confirm it in writing today. If anything changes, call me before that day at {{ office.callback }}. Thank you.',
      ),
      never: ['Never add anything now that was not spoken of before.'],
      prompts: ['Say the sum and the day as figures and slowly. Wait for their yes.'],
      ticks: [must('read_back', 'I said sum, day and way of paying, and they said yes')],
      answers: [
        ends('confirmed', 'They confirm', 'promise'),
        goes('changed', 'They want it changed', 'parts'),
        ends('hung_up', 'They hang up before they confirm', 'hung_up'),
      ],
    }),
    step({
      id: 'think',
      stage: 'closing',
      title: 'They want to think',
      say: 'Of course, take the time you need. Shall I call you again, and when? Or would you rather call me, at {{ office.callback }}?',
      never: ['Never say that an offer ends today unless it does.'],
      prompts: ['Agree on a day and an hour. “Some time” is nobody’s turn.'],
      answers: [
        ends('callback', 'Another time is agreed', 'callback'),
        ends('they_call', 'They will call', 'callback'),
        goes('writing', 'They want it in writing', 'writing'),
        ends('nothing', 'Nothing is agreed', 'talked'),
      ],
    }),
  ];
}
