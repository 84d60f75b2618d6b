/** The table of states as shipped: all fifty and the District of Columbia. */
import { midwest } from './midwest.ts';
import { northeast } from './northeast.ts';
import { south } from './south.ts';
import type { StateLaws } from './state-laws.ts';
import { west } from './west.ts';

export const shippedStates: StateLaws = { ...northeast, ...midwest, ...south, ...west };
