import { expect, test } from 'vitest';
import { liftedRules, whatLifts } from '../../../../../renderer/features/account/law/what-lifts.ts';
import { contactRules } from '../../../../../shared/rules/registry.ts';

test('every rule with an event that lifts it is asked', () => {
  const known = new Set(contactRules.map(({ id }) => id));
  expect(liftedRules.filter((id) => !known.has(id))).toEqual([]);
});

test('an objection that waits for consent leads to recording one; most lead nowhere by themselves', () => {
  expect(whatLifts('tcpa.automatic')).toBe('consent');
  expect(whatLifts('reg-f.time')).toBeNull();
  expect(whatLifts('constructor')).toBeNull();
});
