import type { ContactRule } from '../../rule.ts';

export const stoppingRules: readonly ContactRule[] = [];
