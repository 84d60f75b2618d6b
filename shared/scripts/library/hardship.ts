/** They cannot pay, for reasons of life: listen first, protect what they need to live, and rest the account where it must rest. */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { check, ends, goes, jumps, paragraphs, step } from './build.ts';
import { matterScripts } from './matter.ts';
import { neverInMatter } from './never.ts';
import { ofLimitation, toAgree, toListen } from './prompts.ts';
import { alwaysThere } from './turn.ts';

function consumerSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const never = [
    ...neverInMatter(audience),
    'Never doubt an illness or a loss, and never ask for its details.',
    'Never tell them what they ought to give up.',
  ];
  return [
    step({
      id: 'checking_in',
      stage: 'matter',
      title: 'Ask how things are',
      say: 'When we last spoke, times were hard for you. I am not calling to press you; I would like to know how things are now, and whether there is anything that would help.',
      never,
      prompts: ['They expect a demand. Let the first minute be without one.'],
      answers: [
        goes('same', 'Still hard', 'listen'),
        goes('better', 'Better; something is possible', 'budget'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'listen',
      stage: 'matter',
      title: 'Listen',
      say: 'Thank you for telling me. That sounds hard. Would you tell me what has changed? Only as much as you want to.',
      never,
      prompts: toListen,
      ticks: [check('reason', 'I asked what changed and let them finish')],
      cards: ['lost-job', 'ill', 'benefits', 'no-money', 'overwhelmed'],
      answers: [
        goes('income', 'Work lost, or less of it', 'budget'),
        goes('health', 'Illness or injury', 'budget'),
        goes('benefits', 'They live on benefits', 'benefits'),
        goes('family', 'A death, a separation, a birth', 'budget'),
        goes('disaster', 'Fire, flood or storm', 'pause'),
        goes('service', 'Military service', 'service'),
        goes('private', 'They would rather not say', 'budget'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'budget',
      stage: 'matter',
      title: 'What is left, after what comes first',
      say: paragraphs(
        'I am sorry that you have this to carry. Rent, food, light and medicine come first, and they should.',
        'When those are paid, is there something left at the moment, even a little? If there is nothing, that is an answer too.',
      ),
      never,
      prompts: [...toAgree, 'No answer they give here is wrong. Write it down as they say it.', ofLimitation],
      ticks: [check('first', 'I said what comes first, and asked only for what is left')],
      cards: ['cannot-all-at-once', 'settle-for-less', 'benefits'],
      answers: [
        goes('little', 'A little is left', 'parts'),
        goes('soon', 'Nothing now, but soon', 'pause'),
        goes('nothing', 'Nothing, and no change in sight', 'rest'),
        jumps('settle', 'Somebody would help with one sum', 'settlement_offer'),
        ...(audience === 'medical' ? [goes('assistance', 'Ask about assistance', 'assistance')] : []),
        jumps('dispute', 'They contest it, too', 'dispute'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'benefits',
      stage: 'matter',
      title: 'They live on benefits',
      say: 'Thank you for telling me. Social Security, disability and veterans’ benefits are there for you to live on, and the law in general protects them. I am not asking you to pay out of them. I will note it, so that nobody here does.',
      never: [...never, 'Never ask where the benefits are paid to, or for the number of that account.'],
      prompts: [
        'If they want to pay something all the same, it is their choice: let them say it first, and keep it small.',
      ],
      ticks: [check('noted', 'Income from benefits noted')],
      cards: ['benefits'],
      answers: [
        goes('rest', 'Nothing is possible', 'rest'),
        goes('chooses', 'They want to pay a little of their own accord', 'parts'),
        ...(audience === 'medical' ? [goes('assistance', 'Ask about assistance', 'assistance')] : []),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'service',
      stage: 'matter',
      title: 'Military service',
      say: 'Thank you for telling me, and for your service. There are protections for you, also for what was owed before it began. May I note the day it began, and until when it is expected to last? Then we look at it before we ask you for anything.',
      never: [...never, 'Never speak of telling a commander, and never contact one.'],
      prompts: [
        'The rate on what was owed before may have to be lowered. The office checks the status itself; they need prove nothing now.',
      ],
      ticks: [check('since', 'Begin of service noted')],
      cards: ['military'],
      answers: [ends('review', 'The office looks at it', 'review'), ...alwaysThere],
    }),
    ...(audience === 'medical'
      ? [
          step({
            id: 'assistance',
            stage: 'closing',
            title: 'Ask about assistance',
            say: 'Let me have it looked at whether we can lower this or take it off for you. I will send you the form; it asks who lives with you and what comes in. Until that is decided we ask you for nothing. To which address shall I send it?',
            never: ['Never say that they earn too much, or that there is no use in asking.'],
            prompts: [
              'A hospital that is tax-exempt has to offer this and has to wait for the answer. Set the reminder for the form.',
            ],
            ticks: [check('form', 'Form promised, address noted')],
            answers: [ends('bye', 'The form is sent; it is looked at', 'review')],
          }),
        ]
      : []),
    step({
      id: 'pause',
      stage: 'closing',
      title: 'Give it time',
      say: 'Then let us give it time. When do you think you will see clearer? I will call you on [the day], not before, and until then I ask you for nothing. If things change, I am at {{ office.callback }}. I wish you strength. Goodbye.',
      never: ['Never ask for “just something small in the meantime”.'],
      prompts: ['A dated pause is kept by both sides. Set it at the end of this call.'],
      ticks: [check('until', 'A day is agreed')],
      answers: [
        ends('until', 'Another time is agreed', 'callback'),
        ends('open', 'No day can be named', 'review'),
      ],
    }),
    step({
      id: 'rest',
      stage: 'closing',
      title: 'Let it rest',
      say: 'Thank you for being so open. I will not ask you for anything today. I will note how things are, and the office looks at whether this should rest. If you have a letter about your income or your benefits, a copy would help, but you do not have to. I wish you all the best. Goodbye.',
      never: ['Never promise that it will be written off: that is not yours to decide.'],
      ticks: [check('note', 'Their situation is noted')],
      answers: [
        ends('review', 'The office looks at it', 'review'),
        ends('papers', 'They send a copy', 'sends_papers'),
      ],
    }),
  ];
}

function businessSteps(): readonly ScriptStep[] {
  const never = neverInMatter('commercial');
  return [
    step({
      id: 'checking_in',
      stage: 'matter',
      title: 'Ask how business is',
      say: 'When we last spoke, cash was tight with you. How does it look today, and what can we do so that this gets done without hurting your business?',
      never,
      answers: [goes('same', 'Still tight', 'listen'), goes('better', 'Better', 'options'), ...alwaysThere],
    }),
    step({
      id: 'listen',
      stage: 'matter',
      title: 'Is it weeks, or is it the business?',
      say: 'Thank you for being open. Is it a matter of weeks, until money comes in, or is it about whether the business goes on? I ask because the answer to each is a different one.',
      never: [...never, 'Never say that you will tell others about their difficulty.'],
      prompts: toListen,
      ticks: [check('reason', 'I asked why and let them finish')],
      cards: ['firm-cash-flow', 'firm-waits-for-customers', 'firm-closed'],
      answers: [
        goes('weeks', 'A matter of weeks', 'parts'),
        goes('customer', 'One large customer has not paid', 'pause'),
        goes('going_on', 'Whether the business goes on', 'rest'),
        jumps('settle', 'They offer one smaller sum', 'settlement_offer'),
        goes('bankruptcy', 'They have filed, or are about to', 'bankruptcy'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'pause',
      stage: 'closing',
      title: 'Until the customer pays',
      say: 'When do you expect that money, and how sure is it? Then I call on the day after. May I ask you to put this first when it comes? I will confirm it in writing. Thank you.',
      never: ['Never call their customer.'],
      ticks: [check('until', 'A day is agreed')],
      answers: [
        ends('until', 'Another time is agreed', 'callback'),
        ends('open', 'No day can be named', 'review'),
      ],
    }),
    step({
      id: 'rest',
      stage: 'closing',
      title: 'The business may not go on',
      say: 'I am sorry to hear it. I will not press you today. Who looks after it with you, an accountant or a lawyer? I will note it, and we look at our side before I call again. Thank you for telling me.',
      never: ['Never ask for a personal guarantee on this call.'],
      ticks: [check('adviser', 'Name of their adviser noted')],
      answers: [
        ends('review', 'The office looks at it', 'review'),
        ends('lawyer', 'Speak with their lawyer', 'attorney'),
      ],
    }),
  ];
}

export const hardshipScripts: readonly Script[] = matterScripts('hardship', 'Hardship', (audience) => ({
  first: 'checking_in',
  resume: 'listen',
  steps: audience === 'commercial' ? businessSteps() : consumerSteps(audience),
}));
