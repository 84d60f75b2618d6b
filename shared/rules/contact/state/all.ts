import type { ContactRule } from '../../rule.ts';

export const stateRules: readonly ContactRule[] = [];
