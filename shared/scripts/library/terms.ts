/** A smaller sum to close it, a plan that no longer fits, a check dated ahead: agreements whose terms must be said before the yes. */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { check, ends, goes, isCollector, jumps, must, paragraphs, step } from './build.ts';
import { matterScripts } from './matter.ts';
import { neverInMatter, neverOfMoney } from './never.ts';
import { ofLimitation, toAgree } from './prompts.ts';
import { alwaysThere } from './turn.ts';

function settlementSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const consumer = audience !== 'commercial';
  const never = [
    ...neverInMatter(audience),
    ...neverOfMoney(audience),
    'Never call an offer the last one, or ending today, unless it is.',
    'Never advise on taxes or on what a bureau will make of it.',
  ];
  return [
    step({
      id: 'offer',
      stage: 'matter',
      title: 'Make the offer',
      say: paragraphs(
        '{% if settlement.amount %}I can offer you to close this account for {{ settlement.amount }} instead of the {{ account.balance }}{% if settlement.expiresOn %}; that stands until {{ settlement.expiresOn }}{% endif %}. What is left would no longer be asked for.{% else %}It may be possible to close this account for less than the {{ account.balance }}. I cannot decide that alone. If you could manage one sum, which would it be?{% endif %}',
        consumer
          ? 'You need not say yes today. How does that sound to you?'
          : 'I can put it in writing before you decide. How does that sound?',
      ),
      never,
      prompts: [
        'Say it and be silent. Whoever explains an offer too soon makes it smaller.',
        'Stay inside what the office or the client allows; the plan workshop shows it.',
        ofLimitation,
      ],
      ticks: [check('offered', 'I made the offer in plain figures')],
      cards: consumer
        ? ['settle-for-less', 'best-you-can-do', 'credit-score', 'take-off-credit', 'think-about-it']
        : ['best-you-can-do', 'firm-approval'],
      answers: [
        goes('accepts', 'They accept', 'settle_terms'),
        goes('names', 'They name another sum', 'counter'),
        goes('parts', 'They accept, but in parts', 'settle_parts'),
        goes('full', 'They would rather pay all of it', 'options'),
        goes('think', 'They want to think', 'think'),
        jumps('cannot', 'Even that is not possible', 'hardship'),
        jumps('dispute', 'They contest it', 'dispute'),
        jumps('refusal', 'They will not pay', 'refusal'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'counter',
      stage: 'matter',
      title: 'They name another sum',
      say: 'Thank you for naming it. Where does that sum come from: is it what you have at hand, or what somebody lends you? Let me see what is possible.',
      never,
      prompts: [
        ...toAgree,
        'Neither laugh nor sigh at a small sum. Note it as they said it.',
        'If it is outside what you may agree to, say that you ask and by when they hear.',
      ],
      ticks: [check('sum', 'Their sum is noted')],
      cards: consumer ? ['best-you-can-do'] : ['best-you-can-do', 'firm-approval'],
      answers: [
        goes('agree', 'We meet at a sum I may agree to', 'settle_terms'),
        goes('ask', 'I have to ask first', 'ask_first'),
        goes('parts', 'The sum is fine in parts', 'settle_parts'),
        goes('plan', 'Parts of the whole fit better', 'parts'),
        goes('think', 'They want to think', 'think'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'settle_parts',
      stage: 'matter',
      title: 'The smaller sum in parts',
      say: 'In how many parts, and on which days? The last of them should not lie too far off, or the offer no longer holds. Let me say the days back to you as you name them.',
      never,
      prompts: ['Enter it in the plan workshop beside the script, so that the parts add up to the cent.'],
      answers: [
        goes('agreed', 'Sums and days are named', 'settle_terms'),
        goes('ask', 'I have to ask first', 'ask_first'),
        goes('think', 'They want to think', 'think'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'settle_terms',
      stage: 'closing',
      title: 'Say the terms, and read them back',
      say: paragraphs(
        'Let me say it back: [the sum] by [the day] closes the account, and what is then left is no longer asked for. If it does not arrive by then, the offer ends, the whole is open again, and what you paid is taken off it.',
        'You get this in writing, and you should have it in your hands before you pay. Is that what we agreed?',
      ),
      never: [
        'Never take the payment before the writing is out.',
        'Never leave out what happens if it is not kept.',
      ],
      prompts: ['Wait for the yes. Then thank them: an end has been found.'],
      ticks: [
        must(
          'terms',
          'I said the sum, the day, what is no longer asked for and what happens if it is not kept; they said yes',
        ),
        check('writing', 'I said that it comes in writing before they pay'),
      ],
      answers: [
        ends('confirmed', 'They confirm', 'promise'),
        goes('changed', 'They want it changed', 'counter'),
        ends('hung_up', 'They hang up before they confirm', 'hung_up'),
      ],
    }),
    step({
      id: 'ask_first',
      stage: 'closing',
      title: 'I have to ask first',
      say: 'I will put it to the one who decides and call you by [the day], with a yes or a no. Nothing is agreed until then, and nothing is asked of you. Thank you. Goodbye.',
      never: ['Never say “I am sure it will be fine”.'],
      ticks: [check('by', 'A day for our answer is noted')],
      answers: [
        ends('callback', 'We call with the answer', 'callback'),
        ends('letter', 'We write the answer', 'talked'),
      ],
    }),
  ];
}

function planSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const consumer = audience !== 'commercial';
  const never = [
    ...neverInMatter(audience),
    ...neverOfMoney(audience),
    'Never treat a missed part as the end of the plan before you have asked.',
  ];
  const cards = consumer ? ['cannot-all-at-once', 'lost-job', 'payday'] : ['firm-cash-flow', 'firm-next-run'];
  return [
    step({
      id: 'fits',
      stage: 'matter',
      title: 'Ask whether the plan still fits',
      say: '{% if plan.amount %}In your plan {{ plan.amount }} comes next{% if plan.on %}, on {{ plan.on }}{% endif %}.{% else %}You and I agreed on a plan.{% endif %} {% if plan.missed and plan.missed != "$0.00" %}{{ plan.missed }} of it has not arrived.{% endif %} Does the plan still fit your life as it is now?',
      never,
      prompts: [
        'A plan that is changed in time is a plan that is kept.',
        'Ask what changed before you ask for a sum.',
      ],
      ticks: [check('reason', 'I asked what changed')],
      cards,
      answers: [
        goes('too_high', 'The sums are too high', 'parts'),
        goes('wrong_day', 'The day does not suit', 'move_day'),
        goes('one_missed', 'One was missed; the rest fits', 'catch_up'),
        goes('fits', 'It fits', 'recap'),
        goes('whole', 'They want to pay the rest at once', 'day'),
        jumps('settle', 'They ask for a smaller sum to close it', 'settlement_offer'),
        jumps('life', consumer ? 'Work, health or family' : 'The business is in difficulty', 'hardship'),
        jumps('dispute', 'They now contest it', 'dispute'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'move_day',
      stage: 'matter',
      title: 'Move the day',
      say: consumer
        ? 'On which day does your money come in? Let us put it two days after that, so that you need not think of it.'
        : 'On which day do you release payments? Let us put it there.',
      never,
      prompts: ['The day after payday fails on a holiday. Two days after is safer.'],
      cards,
      answers: [
        goes('agreed', 'A day is named', 'recap'),
        goes('too_high', 'The sum is too high as well', 'parts'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'catch_up',
      stage: 'matter',
      title: 'What was missed',
      say: 'That is all right. Shall we put what was missed at the end of the plan, spread it over the next parts, or can you send it by itself? Whichever you can keep.',
      never,
      prompts: ['Offer the end of the plan first; it is the one most often kept.'],
      ticks: [check('offered', 'I offered more than one way')],
      cards,
      answers: [
        goes('end', 'At the end', 'recap'),
        goes('spread', 'Spread over the next parts', 'recap'),
        goes('itself', 'By itself', 'day'),
        goes('too_high', 'It is all too much', 'parts'),
        ...alwaysThere,
      ],
    }),
  ];
}

function datedSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const collector = isCollector(audience);
  const never = [
    ...neverOfMoney(audience),
    'Never deposit it, or speak of depositing it, before the date on it.',
    'Never ask for a check dated ahead so as to have something to threaten with.',
  ];
  return [
    step({
      id: 'dated',
      stage: 'matter',
      title: 'Say how a check dated ahead is handled',
      say: paragraphs(
        'You can send a check dated ahead if you like. It is your choice; another day or another way is just as good.',
        collector
          ? 'We never deposit it before the date on it. If that date is more than five days off, you get a letter from us, between three and ten business days before, which tells you the day of the deposit.'
          : 'We never deposit it before the date on it, and we tell you beforehand when we will.',
        'Will the money be there on that day?',
      ),
      never,
      prompts: [
        'Mention it only when they do. It is never your suggestion.',
        'If they are not sure of the day, a smaller sum later is better than a check that bounces.',
      ],
      ticks: [
        collector
          ? must(
              'handled',
              'I said that it is not deposited early, and that a notice comes three to ten business days before',
            )
          : check('handled', 'I said that it is not deposited early'),
      ],
      cards: audience === 'commercial' ? ['firm-next-run'] : ['payday', 'fee-to-pay'],
      answers: [
        goes('sure', 'Yes, they want it so', 'details'),
        goes('unsure', 'They are not sure', 'parts'),
        goes('other', 'They prefer another way', 'day'),
        goes('think', 'They want to think', 'think'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'details',
      stage: 'matter',
      title: 'Take the check down',
      say: 'Thank you. Which number is on the check, which date, and which sum? Please make it out to {{ office.name }}{% if office.address %} and send it to {{ office.address }}{% endif %}.',
      never: [...never, 'Never write the routing or account number down; the check itself brings them.'],
      prompts: ['Several checks: one line each. Enter them as they say them, and read each back.'],
      ticks: [
        check('number', 'Number of the check noted'),
        check('date', 'Date on it noted'),
        check('sum', 'Sum noted'),
      ],
      answers: [
        goes('done', 'All noted', 'recap_check'),
        goes('changed', 'They change their mind', 'options'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'recap_check',
      stage: 'closing',
      title: 'Read it back',
      say: `Let me say it back: check number [the number] for [the sum], dated [the day]. It is not deposited before that day${
        collector ? ', and you get our notice first' : ''
      }. If anything changes, call me before it at {{ office.callback }}, and you get it back or another date. Is that right? Thank you. Goodbye.`,
      ticks: [must('read_back', 'I read number, sum and date back, and they said yes')],
      answers: [
        ends('confirmed', 'They confirm', 'promise'),
        goes('changed', 'They want it changed', 'details'),
        ends('hung_up', 'They hang up before they confirm', 'hung_up'),
      ],
    }),
  ];
}

export const termScripts: readonly Script[] = [
  ...matterScripts('settlement_offer', 'Settlement offer', (audience) => ({
    first: 'offer',
    resume: 'offer',
    steps: settlementSteps(audience),
  })),
  ...matterScripts('plan_renegotiation', 'A plan is to be changed', (audience) => ({
    first: 'fits',
    resume: 'fits',
    steps: planSteps(audience),
  })),
  ...matterScripts('post_dated_payment', 'A check dated ahead', (audience) => ({
    first: 'dated',
    resume: 'dated',
    steps: datedSteps(audience),
  })),
];
