import type { ContactRule } from '../../rule.ts';
import { attorneyRule } from './attorney.ts';
import { bankruptcyDischargeRule } from './bankruptcy-discharge.ts';
import { bankruptcyStayRule } from './bankruptcy-stay.ts';
import { ceaseRule } from './cease.ts';
import { ceaseOralRule } from './cease-oral.ts';
import { deceasedRule } from './deceased.ts';
import { disputeRule } from './dispute.ts';
import { disputeFlagRule } from './dispute-flag.ts';
import { heededRequestsRule } from './heeded-requests.ts';
import { identityTheftRule } from './identity-theft.ts';
import { litigationRule } from './litigation.ts';
import { movedOnRule } from './moved-on.ts';
import { nothingOwedRule } from './nothing-owed.ts';
import { originalCreditorRequestRule } from './original-creditor-request.ts';
import { servicememberRule } from './servicemember.ts';

export const stoppingRules: readonly ContactRule[] = [
  nothingOwedRule,
  movedOnRule,
  identityTheftRule,
  bankruptcyStayRule,
  bankruptcyDischargeRule,
  ceaseRule,
  ceaseOralRule,
  attorneyRule,
  disputeRule,
  originalCreditorRequestRule,
  deceasedRule,
  servicememberRule,
  litigationRule,
  heededRequestsRule,
  disputeFlagRule,
];
