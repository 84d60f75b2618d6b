import { expect, it } from 'vitest';
import { shareOf } from '../../../../renderer/features/reports/share.ts';

it.each([
  [1, 3, 33.3],
  [0, 100, 0],
  [100, 100, 100],
  [-5, 100, 0],
  [5, 0, null],
])('%i of %i is %s per cent', (part, whole, share) => expect(shareOf(part, whole)).toBe(share));
