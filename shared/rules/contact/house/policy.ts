/** What the house rules share: whom they are about, and where they come from. */
import type { Source } from '../../../domain/law.ts';
import type { RuleScope } from '../../rule.ts';

export const housePolicySource: Source = {
  cite: 'The office’s own policy',
  readOn: '2026-11-22',
  confidence: 'text',
};

/** What the office lays down binds it whoever it is and whatever the debt. */
export function houseScope(channels: RuleScope['channels']): RuleScope {
  return { roles: 'anyone', debts: 'any', states: 'all', channels, directions: 'out' };
}
