import type { ContactRule } from '../../rule.ts';
import { bunchedCallsRule } from './frequency-bunched.ts';
import { afterConversationRule } from './frequency-conversation.ts';
import { sevenInSevenRule } from './frequency-seven.ts';
import { contactsTogetherRule } from './frequency-together.ts';

export const timingRules: readonly ContactRule[] = [
  sevenInSevenRule,
  afterConversationRule,
  contactsTogetherRule,
  bunchedCallsRule,
];
