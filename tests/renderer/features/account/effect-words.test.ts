import { expect, test } from 'vitest';
import {
  changeSentence,
  orderSentence,
  partsWords,
} from '../../../../renderer/features/account/money/effect-words.ts';

test('the rule is named with where it comes from', () => {
  expect(orderSentence('costs_fees_interest_principal', 'client')).toBe(
    'Costs, fees, interest, then principal: the client’s policy.',
  );
});

test('parts are named in the order they are met', () => {
  expect(partsWords({ principalCents: 800, interestCents: 200, feesCents: 0, costsCents: 1 })).toBe(
    '$0.01 costs, $2.00 interest, $8.00 principal',
  );
  expect(partsWords({ principalCents: 0, interestCents: 0, feesCents: 0, costsCents: 0 })).toBe('');
});

test.each([
  ['interest_lower', 500, 320, 'Interest of 3 Jan 2026 is $3.20 instead of $5.00: $1.80 less.'],
  ['interest_higher', 320, 500, 'Interest of 3 Jan 2026 is $5.00 instead of $3.20: $1.80 more.'],
  ['interest_higher', 0, 500, 'Interest of $5.00 is posted on 3 Jan 2026.'],
  ['interest_lower', 500, 0, 'The interest of $5.00 of 3 Jan 2026 is taken back.'],
  ['spread_anew', -2_000, -2_000, 'What came in on 3 Jan 2026 ($20.00) is spread anew over the charges.'],
] as const)('%s from %i to %i', (what, beforeCents, afterCents, sentence) => {
  expect(changeSentence({ what, on: '2026-01-03', beforeCents, afterCents })).toBe(sentence);
});
