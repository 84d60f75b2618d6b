import type { ContactRule } from '../../rule.ts';
import { designatedTimesRule } from './designated-times.ts';
import { bunchedCallsRule } from './frequency-bunched.ts';
import { afterConversationRule } from './frequency-conversation.ts';
import { sevenInSevenRule } from './frequency-seven.ts';
import { contactsTogetherRule } from './frequency-together.ts';
import { hoursRule } from './hours.ts';
import { inconvenientPlacesRule } from './inconvenient-places.ts';

export const timingRules: readonly ContactRule[] = [
  hoursRule,
  designatedTimesRule,
  inconvenientPlacesRule,
  sevenInSevenRule,
  afterConversationRule,
  contactsTogetherRule,
  bunchedCallsRule,
];
