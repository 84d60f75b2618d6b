import type { ContactRule } from '../../rule.ts';

export const houseRules: readonly ContactRule[] = [];
