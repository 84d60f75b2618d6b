/** They contest it: understand what, read it back, say what happens now. From the first word of it nothing is asked for. */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { check, ends, goes, isCollector, jumps, must, paragraphs, step } from './build.ts';
import { matterScripts } from './matter.ts';
import { neverInMatter } from './never.ts';
import { toCalm, toListen } from './prompts.ts';
import { alwaysThere } from './turn.ts';

const inWriting =
  '{% if validation.endsOn %}If you also write to us until {{ validation.endsOn }}, we do nothing further until you have our answer with the papers.{% else %}If you write to us as well, it is on paper for both of us. No form is needed; a few lines are enough.{% endif %}';

function disputeSteps(audience: ScriptAudience): readonly ScriptStep[] {
  const consumer = audience !== 'commercial';
  const never = [
    ...neverInMatter(audience),
    'Never ask for a payment once they have said that they contest it.',
    'Never argue, correct or defend the account: you take it down.',
  ];
  return [
    step({
      id: 'heard',
      stage: 'matter',
      title: 'Take up what they contested',
      say: 'You let us know that you do not agree with this account. I am not calling to ask you for anything; I would like to be sure that we have understood you rightly. May I?',
      never,
      prompts: ['Have the papers open before you dial.'],
      answers: [goes('yes', 'Yes', 'listen'), goes('writing', 'Only in writing', 'writing'), ...alwaysThere],
    }),
    step({
      id: 'listen',
      stage: 'matter',
      title: 'Understand what is contested',
      say: 'Thank you for telling me. Then I would like to understand it. What is not right about it?',
      never,
      prompts: [...toListen, ...(consumer ? toCalm.slice(1) : [])],
      ticks: [check('reason', 'I asked what is not right and let them finish')],
      cards: consumer
        ? ['not-mine', 'wrong-amount', 'bad-service', 'too-old', 'ex-spouse', 'only-cosigned', 'was-a-minor']
        : ['firm-faulty-goods', 'firm-no-invoice', 'firm-not-mine'],
      answers: [
        goes('not_mine', consumer ? 'It is not theirs' : 'It is not their account', 'details'),
        goes('amount', 'The amount is wrong', 'details'),
        jumps('paid', 'It is paid already', 'already_paid'),
        goes(
          'service',
          consumer ? 'Not what they agreed to or received' : 'Goods or work were faulty',
          'details',
        ),
        ...(consumer
          ? [goes('theft', 'Somebody used their name', 'theft'), goes('old', 'It is too old', 'details')]
          : [goes('part', 'They contest a part only', 'part')]),
        jumps('prove', 'They want to see proof first', 'prove_it'),
        goes('no_reason', 'They give no reason', 'rights'),
        ...alwaysThere,
      ],
    }),
    step({
      id: 'details',
      stage: 'matter',
      title: 'Take it down and read it back',
      say: paragraphs(
        'I see. What is the right of it, as you know it, and is there anything on paper, a receipt, a letter, a name?',
        'Let me read back what I wrote: [their words]. Have I got that right?',
      ),
      never,
      prompts: [
        'Their words, not yours. “Says the crown broke after two days” is worth more than “service complaint”.',
      ],
      ticks: [must('read_back', 'I read back what they contest, and they said it is right')],
      answers: [
        goes('right', 'Yes, that is it', 'rights'),
        goes('theft', 'They think somebody used their name', consumer ? 'theft' : 'rights'),
        ...alwaysThere,
      ].filter(({ id }) => consumer || id !== 'theft'),
    }),
    ...(consumer
      ? [
          step({
            id: 'theft',
            stage: 'matter',
            title: 'Somebody used their name',
            say: paragraphs(
              'I am sorry; that is a frightening thing to find out. We stop here, and we tell whoever the account comes from.',
              'Have you reported it, to the police or at identitytheft.gov? If you have a report, a copy helps us to close this for good. And we send you everything we have about the account.',
            ),
            never: [...never, 'Never say that they have to prove it before you stop.'],
            prompts: ['They may ask for the papers of the account; they are entitled to them.'],
            ticks: [check('report', 'Asked about a report'), check('told', 'Noted to tell the creditor')],
            cards: ['identity-theft'],
            answers: [goes('on', 'Go on', 'rights'), ends('hung_up', 'They hang up', 'disputed')],
          }),
        ]
      : [
          step({
            id: 'part',
            stage: 'matter',
            title: 'They contest a part only',
            say: 'Then let us part the two. Which sum do you agree with, and which not? We look into the second; would you release the first meanwhile?',
            never,
            ticks: [check('sums', 'Both sums noted')],
            cards: ['firm-faulty-goods'],
            answers: [
              goes('release', 'They release the part they agree with', 'day'),
              goes('hold', 'They hold all of it', 'details'),
              ...alwaysThere,
            ],
          }),
        ]),
    step({
      id: 'rights',
      stage: 'closing',
      title: 'Say what happens now',
      say: paragraphs(
        'Thank you. From now on it is noted here as contested, and I ask you for nothing today.',
        isCollector(audience)
          ? inWriting
          : consumer
            ? 'We look at it and write to you by [the day] with what we found. Until then you hear nothing more about it from us.'
            : 'I take it to {{ creditor.current }} and come back to you by [the day], in writing.',
        'Thank you for telling me. Goodbye.',
      ),
      never: [
        'Never say that a dispute by telephone does not count, or that it has to be in writing to be noted.',
        'Never say that it will be reported as unpaid meanwhile.',
      ],
      ticks: [check('said', 'I said what happens next and how they can write')],
      answers: [
        ends('bye', 'Contested; goodbye', 'disputed'),
        ends('withdrawn', 'They see it differently now', 'talked'),
      ],
    }),
  ];
}

export const disputeScripts: readonly Script[] = matterScripts('dispute', 'Dispute', (audience) => ({
  first: 'heard',
  resume: 'listen',
  steps: disputeSteps(audience),
}));
