import { describe, expect, test } from 'vitest';
import {
  blankCall,
  type CallFields,
  callSchema,
  keptCall,
  lengthOf,
} from '../../../../renderer/features/account/panels/call-form.ts';
import {
  idleTimer,
  secondsOf,
  showSeconds,
  startTimer,
  stopTimer,
} from '../../../../renderer/features/account/panels/call-timer.ts';
import {
  effectsOf,
  isPossible,
  meaningOf,
  outcomeGroups,
  outcomeKeys,
  outcomeOfKey,
} from '../../../../renderer/features/account/panels/outcome-effects.ts';
import { contactOutcomes } from '../../../../shared/domain/contact.ts';
import { dispositionOf } from '../../../../shared/domain/disposition.ts';

const schema = callSchema('2026-11-21', 50_000);
const read = (changes: Partial<CallFields>) =>
  schema.safeParse({ ...blankCall('7', '2026-11-21'), ...changes });

describe('a contact being logged', () => {
  test('needs an outcome and nothing else', () => {
    expect(read({}).error?.issues.map((issue) => issue.path.join('.'))).toEqual(['outcome']);
    expect(read({ outcome: 'no_answer' }).data).toEqual({
      contact: {
        channel: 'call',
        direction: 'out',
        outcome: 'no_answer',
        phoneId: 7,
        emailId: null,
        to: 'debtor',
        partyName: '',
        purpose: 'collect',
        dialing: 'by_hand',
        otherAccountIds: [],
        text: '',
      },
      timer: idleTimer,
      promise: null,
      callback: null,
    });
  });

  test('says with whom it was, what for and which other debts were spoken of', () => {
    const said = {
      outcome: 'third_party',
      to: 'spouse',
      partyName: ' Ruth Oakes ',
      purpose: 'locate',
      dialing: 'automatic',
      otherAccountIds: ['12', '15'],
    } as const;
    expect(read({ ...said, otherAccountIds: [...said.otherAccountIds] }).data?.contact).toMatchObject({
      to: 'spouse',
      partyName: 'Ruth Oakes',
      purpose: 'locate',
      dialing: 'automatic',
      otherAccountIds: [12, 15],
    });
    // A name typed before the debtor was chosen again belongs to nobody; who is called does not dial.
    expect(read({ outcome: 'refused', partyName: 'Ruth' }).data?.contact.partyName).toBe('');
    expect(read({ outcome: 'refused', direction: 'in', dialing: 'automatic' }).data?.contact.dialing).toBe(
      'by_hand',
    );
    expect(read({ outcome: 'refused', channel: 'email', emailId: '4' }).data?.contact).toMatchObject({
      emailId: 4,
      phoneId: null,
    });
    expect(read({ outcome: 'refused', emailId: '4' }).data?.contact.emailId).toBeNull();
  });

  test('a draft kept before all that was asked is still read', () => {
    const { to: _to, purpose: _purpose, dialing: _dialing, ...before } = blankCall('7', '2026-11-21');
    expect(keptCall.safeParse({ ...before, text: 'half a sentence' }).data).toMatchObject({
      text: 'half a sentence',
      to: 'debtor',
      purpose: 'collect',
    });
    expect(keptCall.safeParse({ ...before, outcome: 'nonsense' }).success).toBe(false);
  });

  test('a promise comes with its sum and day, with who pays and how where that was said', () => {
    const promised = { outcome: 'promise_to_pay', promiseAmount: '50', promiseOn: 'fri' } as const;
    const plain = { amountCents: 5000, dueOn: '2026-11-27', payer: '', method: null };
    expect(read(promised).data?.promise).toEqual(plain);
    expect(read({ ...promised, promisePayer: 'Her brother', promiseMethod: 'cash' }).data?.promise).toEqual({
      ...plain,
      payer: 'Her brother',
      method: 'cash',
    });
  });

  test.each([
    [{ outcome: 'promise_to_pay' }, ['promiseAmount', 'promiseOn']],
    [{ outcome: 'promise_to_pay', promiseAmount: '500.01', promiseOn: 'fri' }, ['promiseAmount']],
    [{ outcome: 'promise_to_pay', promiseAmount: '500', promiseOn: '11/20/2026' }, ['promiseOn']],
    [{ outcome: 'callback', callbackTime: 'later' }, ['callbackTime']],
    [{ outcome: 'refused', promiseAmount: 'nonsense', callbackOn: 'nonsense' }, []],
  ] as const)('%j is wrong at %j', (changes, fields) => {
    const result = read(changes);
    expect(result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'))).toEqual(fields);
  });

  test('a visit has no phone, and another phone is none', () => {
    expect(read({ outcome: 'right_party', channel: 'visit' }).data?.contact.phoneId).toBeNull();
    expect(read({ outcome: 'right_party', phoneId: '' }).data?.contact.phoneId).toBeNull();
  });
});

describe('the timer', () => {
  test('counts from the instant it began, not by ticks', () => {
    const timer = startTimer(1000);
    expect(secondsOf(timer, 61_999)).toBe(60);
    expect(secondsOf(stopTimer(timer, 31_000), 999_000)).toBe(30);
    expect(secondsOf(idleTimer, 5)).toBeNull();
  });
  test('a clock set back is no time, and a forgotten call is a day at most', () => {
    expect(secondsOf(startTimer(10_000), 5000)).toBe(0);
    expect(secondsOf(startTimer(0), 200_000_000)).toBe(86_400);
  });
  test('stopping twice keeps the first end; stopping none starts none', () => {
    const ended = stopTimer(startTimer(0), 5000);
    expect(stopTimer(ended, 9000)).toEqual(ended);
    expect(stopTimer(idleTimer, 9000)).toEqual(idleTimer);
  });
  test.each([
    [0, '0:00'],
    [7, '0:07'],
    [750, '12:30'],
    [3750, '1:02:30'],
  ])('%i seconds read %s', (seconds, words) => {
    expect(showSeconds(seconds)).toBe(words);
  });
  test('a contact without a timer happened when it was saved', () => {
    expect(lengthOf(idleTimer, 5000, 5000)).toEqual({ at: 5000, seconds: null });
    expect(lengthOf(startTimer(1000), 5000, 5000)).toEqual({ at: 1000, seconds: 4 });
  });
});

describe('outcomes', () => {
  test('every one is on the screen once, with a key of its own', () => {
    expect(outcomeKeys.map((one) => one.outcome).toSorted()).toEqual([...contactOutcomes].toSorted());
    expect(new Set(outcomeKeys.map((one) => one.keys)).size).toBe(contactOutcomes.length);
  });
  test('each key gives its outcome back', () => {
    for (const { outcome, keys } of outcomeKeys) {
      const digit = keys.at(-1) ?? '';
      expect(outcomeOfKey(`Digit${digit}`, keys.startsWith('Shift'))).toBe(outcome);
    }
    expect(outcomeOfKey('Numpad1', false)).toBe('no_answer');
    expect(outcomeOfKey('KeyA', false)).toBeNull();
  });
  test.each([
    ['disputed', 'Puts the account on hold: dispute.'],
    ['bankruptcy', 'Puts the account on hold: bankruptcy.'],
    ['wrong_number', 'Marks (512) 555-0144 as a wrong number.'],
    ['disconnected', 'Marks (512) 555-0144 as disconnected.'],
  ] as const)('%s says what it does', (outcome, sentence) => {
    expect(effectsOf(outcome, '(512) 555-0144')).toEqual([sentence]);
  });
  test('an attempt and a conversation stand apart, with what is to follow', () => {
    expect(outcomeGroups.map(({ heading, outcomes }) => [heading, outcomes.length])).toEqual([
      ['Attempts: nobody was spoken with', 6],
      ['Conversations', 8],
      ['Conversations that put the account on hold', 5],
    ]);
    for (const { heading, outcomes } of outcomeGroups)
      for (const outcome of outcomes)
        expect(dispositionOf(outcome).record).toBe(
          heading.startsWith('Attempts') ? 'attempt' : 'conversation',
        );
    expect(meaningOf('no_answer', 'out', 'call')).toBe(
      'Kept as an attempt, counts as a call. Next: call again, at another hour, in 2 days.',
    );
    expect(meaningOf('busy', 'out', 'call')).toBe(
      'Kept as an attempt, not counted as a call. Next: call again, tomorrow.',
    );
    expect(meaningOf('promise_to_pay', 'in', 'call')).toBe('Kept as a conversation.');
    expect(meaningOf('refused', 'in', 'email')).toMatch(/^Next: /);
  });
  test('nobody rings out on a call that came in', () => {
    expect(isPossible('no_answer', 'in', 'call')).toBe(false);
    expect(isPossible('no_answer', 'out', 'call')).toBe(true);
    expect(isPossible('no_answer', 'out', 'visit')).toBe(true);
    expect(isPossible('busy', 'out', 'email')).toBe(false);
    expect(isPossible('right_party', 'in', 'call')).toBe(true);
  });
});
