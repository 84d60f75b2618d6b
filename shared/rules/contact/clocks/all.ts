import type { ContactRule } from '../../rule.ts';
import { debtExtinguishedRule } from './debt-extinguished.ts';
import { hospitalThreatRule } from './hospital-threat.ts';
import { noSurprisesRule } from './no-surprises.ts';
import { timeBarredNoticeRule } from './time-barred-notice.ts';
import { timeBarredSuitRule } from './time-barred-suit.ts';
import { validationNoticeRule } from './validation-notice.ts';

export const clocksRules: readonly ContactRule[] = [
  debtExtinguishedRule,
  timeBarredSuitRule,
  timeBarredNoticeRule,
  validationNoticeRule,
  noSurprisesRule,
  hospitalThreatRule,
];
