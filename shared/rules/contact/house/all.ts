import type { ContactRule } from '../../rule.ts';
import { holdRule } from './hold.ts';

export const houseRules: readonly ContactRule[] = [holdRule];
