import type { ContactRule } from '../../rule.ts';

export const timingRules: readonly ContactRule[] = [];
