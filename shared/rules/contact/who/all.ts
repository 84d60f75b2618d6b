import type { ContactRule } from '../../rule.ts';
import { shippedStates } from '../../states/shipped.ts';
import { licenceRuleOf } from './licence.ts';
import { profileRule } from './profile.ts';

export const whoRules: readonly ContactRule[] = [profileRule, licenceRuleOf(shippedStates)];
