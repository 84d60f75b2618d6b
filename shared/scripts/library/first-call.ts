/** The first call about an account: what it is, whether they know of it, what happened, what can be done. */
import type { Script, ScriptAudience, ScriptStep } from '../script.ts';
import { scriptAudiences } from '../script.ts';
import { agreeSteps } from './agree.ts';
import { check, goes, isCollector, jumps, paragraphs, script, step } from './build.ts';
import { neverInMatter } from './never.ts';
import { openingStart, openingSteps } from './opening.ts';
import { toListen } from './prompts.ts';
import { alwaysThere, turnSteps } from './turn.ts';

const about: Record<ScriptAudience, string> = {
  third_party:
    'It is about an account with {{ creditor.original }} of {{ account.openedOn }}{% if creditor.current != creditor.original %}, which {{ creditor.current }} now holds{% endif %}. As of today {{ account.balance }} is open on it.',
  law_office:
    'It is about an account with {{ creditor.original }} of {{ account.openedOn }}{% if creditor.current != creditor.original %}, which {{ creditor.current }} now holds{% endif %}. As of today {{ account.balance }} is open on it.',
  medical:
    'On your account with us of {{ account.openedOn }}, {{ account.balance }} is still open. I am calling to see whether our bill reached you, and whether there is anything we should know or can help with.',
  commercial:
    'The account with {{ creditor.original }}, number {{ account.number }}, has {{ account.balance }} open{% if account.oldestDue %}; the oldest part of it was due on {{ account.oldestDue }}{% endif %}. I would like to understand where it stands on your side.',
};

const rights =
  '{% if validation.endsOn %}You have a letter from us, or it is on its way, with everything about it. If you do not agree with it, or want to know more about whom you owe, you can tell us in writing until {{ validation.endsOn }}; nothing I say today changes that.{% else %}Everything about it comes to you in writing too, with what you can do if you do not agree.{% endif %}';

function purpose(audience: ScriptAudience): ScriptStep {
  const consumer = audience !== 'commercial';
  return step({
    id: 'purpose',
    stage: 'matter',
    title: 'Say what it is about',
    say: paragraphs(
      about[audience],
      isCollector(audience) ? rights : '',
      consumer ? 'Does that sound familiar to you?' : 'Do you have it on your books the same way?',
    ),
    never: [
      ...neverInMatter(audience),
      ...(isCollector(audience)
        ? ['Never say that it has to be paid today, or by a day inside the time they have to dispute it.']
        : []),
    ],
    prompts: [
      'Say it once, plainly, and stop. What they say now decides the rest of the call.',
      ...(audience === 'medical'
        ? ['Ask early about insurance and assistance: many bills are not theirs to pay.']
        : []),
    ],
    cards: consumer
      ? [
          'never-got-a-bill',
          'not-mine',
          'wrong-amount',
          'never-dealt-with-you',
          'too-old',
          'identity-theft',
          ...(audience === 'medical' ? ['insurance-pays', 'estimate-was-lower'] : ['insurance-pays']),
        ]
      : ['firm-no-invoice', 'firm-faulty-goods', 'firm-not-mine'],
    answers: [
      goes('known', 'Yes, they know of it', 'reason'),
      goes('unsure', 'They do not remember', 'recall'),
      jumps('dispute', 'They contest it', 'dispute'),
      jumps('paid', 'They say it is paid', 'already_paid'),
      jumps('prove', 'They want proof', 'prove_it'),
      ...(audience === 'medical' ? [goes('insurance', 'Insurance should have paid', 'insurance')] : []),
      jumps('cannot', 'They cannot pay', 'hardship'),
      jumps('refusal', 'They will not pay', 'refusal'),
      ...alwaysThere,
    ],
  });
}

function recall(audience: ScriptAudience): ScriptStep {
  return step({
    id: 'recall',
    stage: 'matter',
    title: 'Help them remember',
    say: paragraphs(
      'That is all right. It is account {{ account.number }} with {{ creditor.original }}, of {{ account.openedOn }}.{% if lastPayment.on %} The last payment on it was {{ lastPayment.amount }} on {{ lastPayment.on }}.{% endif %}',
      'Does that help? If not, I would rather send you the papers than have you guess.',
    ),
    never: [
      ...neverInMatter(audience),
      'Never say “you must remember”, and never take “maybe” as a yes to owing it.',
    ],
    prompts: ['Give facts, not arguments. Not remembering is no admission and no lie.'],
    cards: audience === 'commercial' ? ['firm-no-invoice'] : ['never-got-a-bill', 'not-mine'],
    answers: [
      goes('known', 'Now they know', 'reason'),
      jumps('prove', 'They want to see papers', 'prove_it'),
      jumps('dispute', 'It is not theirs, or not right', 'dispute'),
      ...alwaysThere,
    ],
  });
}

function reason(audience: ScriptAudience): ScriptStep {
  const consumer = audience !== 'commercial';
  return step({
    id: 'reason',
    stage: 'matter',
    title: 'Ask what happened, and listen',
    say: consumer
      ? 'Thank you. May I ask what happened, that it stayed open?'
      : 'Thank you. What kept it from being paid: something in the goods or the invoice, or is it the moment?',
    never: neverInMatter(audience),
    prompts: toListen,
    ticks: [check('reason', 'I asked why and let them finish')],
    cards: consumer
      ? ['no-money', 'lost-job', 'ill', 'benefits', 'bad-service']
      : ['firm-waits-for-customers', 'firm-faulty-goods'],
    answers: [
      goes('slipped', consumer ? 'It slipped, or the mail went astray' : 'It was overlooked', 'options'),
      goes('waits', consumer ? 'Waiting for money that is due' : 'Waiting for their customers', 'options'),
      jumps('life', consumer ? 'Work, health or family' : 'The business is in difficulty', 'hardship'),
      jumps('dispute', 'They are not content, or do not agree', 'dispute'),
      goes('private', 'They would rather not say', 'options'),
      jumps('refusal', 'They will not pay', 'refusal'),
      ...alwaysThere,
    ],
  });
}

const insurance = step({
  id: 'insurance',
  stage: 'matter',
  title: 'Insurance should have paid',
  say: paragraphs(
    'Thank you, that is worth looking at before anything else. Which insurer was it, and do you have the member number at hand? Did you get a letter from them about it?',
    'If they have not decided yet, or have decided wrongly, I will note it, and we look at it before we ask you for anything.',
  ),
  never: [...neverInMatter('medical'), 'Never tell them to pay now and get it back from the insurer later.'],
  prompts: [
    'Note insurer, member number and the day of service. Agree on who calls the insurer, and by when.',
  ],
  ticks: [check('insurer', 'Insurer and member number noted')],
  cards: ['insurance-pays', 'insurance-denied', 'estimate-was-lower'],
  answers: [
    goes('ours', 'We ask the insurer', 'when_decided'),
    goes('theirs', 'They ask the insurer', 'when_decided'),
    jumps('dispute', 'They contest the bill itself', 'dispute'),
    goes('rest', 'Insurance has paid; this is their part', 'reason'),
    ...alwaysThere,
  ],
});

const whenDecided = step({
  id: 'when_decided',
  stage: 'closing',
  title: 'Agree when to speak again',
  say: 'Good. Until then we ask you for nothing. Shall I call you in two weeks, and at this number? Thank you for your help with this. Goodbye.',
  never: ['Never ask for a payment “in the meantime”.'],
  answers: [
    { id: 'callback', label: 'Another time is agreed', to: { exit: 'callback' }, party: null },
    { id: 'papers', label: 'They send the insurer’s letter', to: { exit: 'sends_papers' }, party: null },
  ],
});

const names: Record<ScriptAudience, string> = {
  third_party: 'First call',
  medical: 'First call, own office',
  law_office: 'First call, law office',
  commercial: 'First call, business',
};

export const firstCalls: readonly Script[] = scriptAudiences.map((audience) =>
  script({
    situation: 'first_call',
    name: names[audience],
    audiences: [audience],
    start: openingStart,
    resume: 'purpose',
    steps: [
      ...openingSteps(audience, 'purpose'),
      purpose(audience),
      recall(audience),
      reason(audience),
      ...(audience === 'medical' ? [insurance, whenDecided] : []),
      ...agreeSteps(audience, 'first_call'),
      ...turnSteps(audience, 'first_call', 'purpose'),
    ],
  }),
);
