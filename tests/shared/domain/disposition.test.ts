/** Every outcome says what follows, in agreement with what the law counts. */
import { describe, expect, test } from 'vitest';
import {
  type ContactOutcome,
  contactOutcomes,
  holdOf,
  isConnectedCall,
  isConversation,
} from '../../../shared/domain/contact.ts';
import { dispositionOf, fitsCall, outcomesOf } from '../../../shared/domain/disposition.ts';

const placed = (outcome: ContactOutcome) => ({ channel: 'call', direction: 'out', outcome }) as const;

test('an attempt or a conversation, as the law has it', () => {
  for (const outcome of contactOutcomes) {
    const { record } = dispositionOf(outcome);
    expect([outcome, record === 'conversation']).toEqual([outcome, isConversation(placed(outcome))]);
  }
  expect([...outcomesOf('attempt'), ...outcomesOf('conversation')].toSorted()).toEqual(
    [...contactOutcomes].toSorted(),
  );
});

test('what fills a limit is what connected to the person', () => {
  const counted = contactOutcomes.filter((outcome) => dispositionOf(outcome).countsTowardCap);
  expect(contactOutcomes.filter((outcome) => !counted.includes(outcome))).toEqual([
    'busy',
    'wrong_number',
    'disconnected',
  ]);
  expect(counted.every((outcome) => isConnectedCall(placed(outcome)))).toBe(true);
});

test('what makes a hold is an event, and asks for work and not for another call', () => {
  for (const outcome of contactOutcomes) {
    const { hold, event, followUp } = dispositionOf(outcome);
    expect([outcome, hold]).toEqual([outcome, holdOf(outcome)]);
    expect([outcome, event !== null]).toEqual([outcome, hold !== null]);
    if (hold !== null) expect([outcome, followUp?.kind]).toEqual([outcome, 'work']);
  }
});

test('something follows from each, and a call after a conversation waits seven days', () => {
  for (const outcome of contactOutcomes) {
    const { followUp, record, exit } = dispositionOf(outcome);
    expect(followUp?.text).toBeTruthy();
    expect(exit).toMatch(/\.$/);
    if (record === 'conversation' && outcome !== 'third_party' && followUp?.kind === 'call')
      expect(followUp.inDays).toBeGreaterThanOrEqual(7);
  }
  expect(dispositionOf('callback').followUp).toMatchObject({ kind: 'callback', inDays: null });
  expect(dispositionOf('promise_to_pay').followUp).toMatchObject({ kind: 'promise', inDays: null });
});

describe('an outcome fits the call it came of', () => {
  const unchecked = { direction: 'out', checked: true, wasConfirmed: false } as const;
  const confirmed = { direction: 'out', checked: true, wasConfirmed: true } as const;
  test.each([
    ['promise_to_pay', unchecked, false],
    ['promise_to_pay', confirmed, true],
    ['promise_to_pay', { ...unchecked, checked: false }, true],
    ['right_party', unchecked, false],
    ['third_party', unchecked, true],
    ['third_party', confirmed, false],
    ['disputed', unchecked, true],
    ['no_answer', unchecked, true],
    ['no_answer', confirmed, false],
    ['wrong_number', confirmed, false],
    ['other', confirmed, true],
    ['no_answer', { ...unchecked, direction: 'in' }, false],
    ['hung_up', { ...confirmed, direction: 'in' }, true],
  ] as const)('%s of %o: %s', (outcome, call, fits) => {
    expect(fitsCall(outcome, call)).toBe(fits);
  });
});
