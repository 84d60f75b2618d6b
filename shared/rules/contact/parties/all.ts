import type { ContactRule } from '../../rule.ts';
import { discretionRule } from './discretion.ts';
import { employerRule } from './employer.ts';
import { locationAttorneyRule } from './location-attorney.ts';
import { locationMannerRule } from './location-manner.ts';
import { locationOnceRule } from './location-once.ts';
import { thirdPartyRule } from './third-party.ts';

export const partyRules: readonly ContactRule[] = [
  thirdPartyRule,
  locationOnceRule,
  locationAttorneyRule,
  locationMannerRule,
  employerRule,
  discretionRule,
];
