import type { ContactRule } from '../../rule.ts';
import { houseCallsRule } from './calls.ts';
import { houseContactsRule } from './contacts.ts';
import { houseDaysOffRule } from './days-off.ts';
import { holdRule } from './hold.ts';
import { houseHoursRule } from './hours.ts';

export const houseRules: readonly ContactRule[] = [
  holdRule,
  houseCallsRule,
  houseContactsRule,
  houseHoursRule,
  houseDaysOffRule,
];
