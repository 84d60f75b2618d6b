import type { ContactRule } from '../../rule.ts';

export const electronicRules: readonly ContactRule[] = [];
