/** What a call becomes when it is kept: read from what was answered, ticked and typed, or refused at the field it lies with. */
import { describe, expect, test } from 'vitest';
import {
  type CallInProgress,
  callInProgress,
  newCall,
  partySaid,
  showsDebt,
} from '../../../../../renderer/bridge/current-call.ts';
import {
  confirmedAtOf,
  outcomeOfCall,
  possibleOutcomes,
} from '../../../../../renderer/features/account/call/call-outcome.ts';
import { readFinish, stepInForce } from '../../../../../renderer/features/account/call/finish-form.ts';
import { contract } from '../../../../../shared/contract/contract.ts';
import { answer, startRun, switchScript, tick } from '../../../../../shared/scripts/run.ts';
import type { Script } from '../../../../../shared/scripts/script.ts';

const today = '2026-11-20';
const now = Date.UTC(2026, 10, 20, 16, 0);

const answerTo = (
  id: string,
  to: Script['steps'][number]['answers'][number]['to'],
  party: 'right_party' | 'third_party' | null = null,
) => ({ id, label: id, to, party });
const step = (
  id: string,
  stage: Script['steps'][number]['stage'],
  answers: Script['steps'][number]['answers'],
  ticks: Script['steps'][number]['ticks'] = [],
) => ({ id, stage, title: id, say: id, never: [], prompts: [], ticks, answers, cards: [] });

/** Asks who is there, discloses, and comes to the matter; or asks somebody else where to write. */
const script: Script = {
  code: 'ours',
  name: 'Ours',
  situation: 'first_call',
  audiences: ['third_party'],
  language: 'en',
  review: '',
  start: 'who',
  resume: 'matter',
  steps: [
    step('who', 'right_party', [
      answerTo('yes', { step: 'tell' }, 'right_party'),
      answerTo('other', { step: 'where' }, 'third_party'),
      answerTo('leave', { step: 'thanks' }, 'third_party'),
      answerTo('machine', { exit: 'left' }),
    ]),
    step(
      'tell',
      'disclosure',
      [answerTo('on', { step: 'matter' })],
      [{ id: 'collector', text: 'Said who we are', kind: 'disclosure', required: true }],
    ),
    step('matter', 'matter', [
      answerTo('ends', { exit: 'end' }),
      answerTo('spouse', { step: 'bye' }, 'third_party'),
    ]),
    step(
      'where',
      'location',
      [answerTo('told', { exit: 'third' })],
      [{ id: 'first', text: 'Never asked before', kind: 'check', required: true }],
    ),
    step('thanks', 'location', [answerTo('bye', { exit: 'third' })]),
    step('bye', 'closing', [answerTo('bye', { exit: 'third' })]),
  ],
  exits: [
    { id: 'end', label: 'End', outcome: 'right_party' },
    { id: 'third', label: 'Somebody else', outcome: 'third_party' },
    { id: 'left', label: 'Machine', outcome: 'voicemail_left' },
  ],
};
const byCode = (code: string) => (code === script.code ? script : null);
const around = {
  today,
  now,
  zone: 'America/Chicago',
  balanceCents: 10_000,
  scriptByCode: byCode,
  hasMessage: true,
};

const plain = newCall(
  {
    accountId: 7,
    debtorName: 'Mara Okafor',
    direction: 'out',
    phoneId: 3,
    number: '(512) 555-0144',
    decision: null,
  },
  now - 300_000,
);

/** A call that went through these answers. */
function callAfter(answers: readonly string[], change: Partial<CallInProgress> = {}): CallInProgress {
  let at = now - 290_000;
  let run = startRun(script, at);
  for (const id of answers) {
    at += 10_000;
    if (run.step === 'tell') run = tick(run, 'collector', true, at);
    if (run.step === 'where') run = tick(run, 'first', true, at);
    const next = answer(script, run, id, at, () => null);
    if (!next.ok) throw new Error(next.error.code);
    run = next.value;
  }
  return { ...plain, run, scripts: [{ code: 'ours', origin: 'shipped', version: 1 }], ...change };
}

const promise = { amount: '40', on: '11/27', payer: '', method: '' } as const;

describe('how it ended', () => {
  test.each([
    ['nothing was answered', plain, null],
    ['the machine', callAfter(['machine']), 'voicemail_left'],
    ['somebody else', callAfter(['other', 'told']), 'third_party'],
    ['somebody else, not at the end of the script yet', callAfter(['other']), 'third_party'],
    ['spoke with the debtor', callAfter(['yes']), 'right_party'],
    ['a promise', callAfter(['yes', 'on', 'ends'], { promise }), 'promise_to_pay'],
    ['a callback', callAfter(['yes'], { reminder: { on: 'mon', time: '9', text: 'Call' } }), 'callback'],
    ['chosen by hand', callAfter(['yes', 'on', 'ends'], { promise, outcome: 'disputed' }), 'disputed'],
    ['without a script', { ...plain, party: 'third_party' as const }, 'third_party'],
  ] as const)('%s', (_, call, outcome) => {
    expect(outcomeOfCall(call, byCode)).toBe(outcome);
  });

  test('nobody promises before it is known who speaks, and nobody rings out after it is', () => {
    expect(possibleOutcomes(callAfter(['other']), byCode)).not.toContain('promise_to_pay');
    expect(possibleOutcomes(callAfter(['yes']), byCode)).not.toContain('no_answer');
    expect(possibleOutcomes({ ...plain, direction: 'in' }, byCode)).not.toContain('busy');
  });

  test('the right party stays confirmed when somebody else comes on the line, and the debt is covered', () => {
    const call = callAfter(['yes', 'on', 'spouse']);
    expect(confirmedAtOf(call, byCode)).toBe(now - 280_000);
    expect(showsDebt(call)).toBe(false);
    expect(showsDebt(callAfter(['yes']))).toBe(true);
    expect(showsDebt(callAfter(['yes'], { overheard: true }))).toBe(false);
    expect(showsDebt(plain)).toBe(false);
  });
});

describe('who is there, said by hand', () => {
  test('holds for a call whose script is no longer offered', () => {
    const lost = callAfter(['yes', 'on']);
    expect(showsDebt(lost)).toBe(true);
    const other = partySaid(lost, 'third_party', now);
    expect(showsDebt(other)).toBe(false);
    // The person was there before, and what they promised stands.
    expect(confirmedAtOf(other, () => null)).not.toBeNull();
    expect(showsDebt(partySaid(other, 'right_party', now))).toBe(true);
    expect(confirmedAtOf(lost, () => null)).toBe(now - 280_000);
  });

  test('can be taken back, when the wrong button was pressed', () => {
    const slip = partySaid(plain, 'right_party', now - 10_000);
    expect(possibleOutcomes(slip, byCode)).not.toContain('third_party');
    const back = partySaid(slip, 'unknown', now);
    expect(back).toEqual(plain);
    expect(possibleOutcomes(partySaid(back, 'third_party', now), byCode)).toContain('third_party');
  });
});

test('a long text in a field does not cost the call after a restart', () => {
  const call = {
    ...callAfter(['yes']),
    reminder: { on: '11/27', time: '9', text: 'x'.repeat(500) },
    promise: { ...promise, payer: 'y'.repeat(5_000) },
  };
  expect(callInProgress.safeParse(JSON.parse(JSON.stringify(call))).success).toBe(true);
});

describe('what is kept', () => {
  const kept = (call: CallInProgress) => {
    const read = readFinish(call, around);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    // What the window sends must be what the book takes.
    return contract['calls.finish'].input.parse({ accountId: 7, ...read.input });
  };
  const issues = (call: CallInProgress) => {
    const read = readFinish(call, around);
    return read.ok ? {} : read.issues;
  };

  test('a promise with its next step, the run with its versions, the note and the length', () => {
    const input = kept(callAfter(['yes', 'on', 'ends'], { promise, note: 'Wages on the 25th.' }));
    expect(input).toMatchObject({
      contact: {
        outcome: 'promise_to_pay',
        purpose: 'collect',
        seconds: 300,
        text: 'Wages on the 25th.',
        phoneId: 3,
      },
      promise: { amountCents: 4000, dueOn: '2026-11-27', method: null },
      nextStep: { nextStepOn: '2026-11-28', nextStep: 'See whether the promise is kept' },
      run: {
        scripts: [{ code: 'ours', origin: 'shipped', version: 1 }],
        party: 'right_party',
        confirmedAt: now - 280_000,
        exit: 'end',
        ticks: [{ tick: 'collector', step: 'tell' }],
      },
    });
    expect(input.run?.path.map(({ step: at, answer: given }) => [at, given])).toEqual([
      ['who', 'yes'],
      ['tell', 'on'],
      ['matter', 'ends'],
    ]);
  });

  test('somebody else, by name, asked where the debtor is', () => {
    expect(kept(callAfter(['other', 'told'], { answeredBy: ' Ruth ' })).contact).toMatchObject({
      outcome: 'third_party',
      to: 'debtor',
      partyName: 'Ruth',
      purpose: 'locate',
    });
    expect(kept(callAfter(['leave', 'bye'])).contact.purpose).toBe('collect');
    expect(kept(callAfter(['leave', 'bye'], { askedLocation: true })).contact.purpose).toBe('locate');
    expect(kept(callAfter(['other'], { outcome: 'asked_to_stop' }))).toMatchObject({
      spokeWith: 'third_party',
      contact: { outcome: 'asked_to_stop' },
    });
  });

  test('whom one spoke with stays, when somebody else comes on the line at the end', () => {
    const input = kept(callAfter(['yes', 'on', 'spouse', 'bye']));
    expect(input).toMatchObject({ spokeWith: 'debtor', contact: { outcome: 'right_party', partyName: '' } });
    expect(kept(callAfter(['yes', 'on', 'spouse', 'bye'], { promise })).contact.outcome).toBe(
      'promise_to_pay',
    );
  });

  test('a message on the machine was the limited one unless it is said that it was not', () => {
    expect(kept(callAfter(['machine'])).contact.purpose).toBe('limited_content');
    expect(kept(callAfter(['machine'], { limitedMessage: false })).contact.purpose).toBe('collect');
    // Without one that may be left, whatever was said was another.
    const read = readFinish(callAfter(['machine']), { ...around, hasMessage: false });
    expect(read.ok && read.input.contact.purpose).toBe('collect');
  });

  test('what is missing is said at its field', () => {
    expect(Object.keys(issues(plain))).toEqual(['outcome']);
    expect(
      Object.keys(issues(callAfter(['yes'], { promise: { ...promise, amount: '', on: 'never' } }))),
    ).toEqual(['promiseAmount', 'promiseOn']);
    expect(issues(callAfter(['yes'], { promise: { ...promise, amount: '100.01' } })).promiseAmount).toMatch(
      /more than is owed/,
    );
    expect(issues(callAfter(['yes'], { outcome: 'callback' })).outcome).toMatch(/when to call back/);
    expect(issues(callAfter(['yes'], { outcome: 'promise_to_pay' })).outcome).toMatch(/no sum and day/);
    expect(
      issues(callAfter(['yes'], { reminder: { on: 'today', time: '1am', text: 'x' } })).reminderTime,
    ).toMatch(/already passed/);
    expect(issues(callAfter(['other'], { outcome: 'right_party' })).outcome).toMatch(/does not fit/);
  });

  test('a next step is suggested, can be changed and can be left out', () => {
    const call = callAfter(['machine']);
    expect(stepInForce(call, 'voicemail_left', today)).toEqual({
      on: '11/23/2026',
      text: 'Call again if nobody calls back',
    });
    expect(kept({ ...call, nextStep: { on: 'tomorrow', text: 'Write' } }).nextStep).toEqual({
      nextStepOn: '2026-11-21',
      nextStep: 'Write',
    });
    expect(kept({ ...call, noNextStep: true }).nextStep).toBeNull();
  });

  test('a script changed during the call keeps its path and both versions', () => {
    const call = callAfter(['yes']);
    const other: Script = { ...script, code: 'other' };
    const both = (code: string) => (code === 'other' ? other : byCode(code));
    const run = switchScript(call.run as NonNullable<CallInProgress['run']>, other, now);
    const read = readFinish(
      { ...call, run, scripts: [...call.scripts, { code: 'other', origin: 'office', version: 2 }] },
      { ...around, scriptByCode: both },
    );
    expect(run.step).toBe('matter');
    expect(read.ok && read.input.run?.scripts.map(({ code }) => code)).toEqual(['ours', 'other']);
    expect(read.ok && read.input.run?.confirmedAt).toBe(now - 280_000);
  });
});
