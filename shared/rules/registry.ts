/** Every rule a contact is held against. The order here is for reading only; `gateSteps` decides which reason comes first. */
import { clocksRules } from './contact/clocks/all.ts';
import { electronicRules } from './contact/electronic/all.ts';
import { houseRules } from './contact/house/all.ts';
import { messageRules } from './contact/message/all.ts';
import { partyRules } from './contact/parties/all.ts';
import { stateRules } from './contact/state/all.ts';
import { stoppingRules } from './contact/stopping/all.ts';
import { timingRules } from './contact/timing/all.ts';
import { whoRules } from './contact/who/all.ts';
import type { ContactRule } from './rule.ts';

export const contactRules: readonly ContactRule[] = [
  ...whoRules,
  ...stoppingRules,
  ...partyRules,
  ...timingRules,
  ...electronicRules,
  ...messageRules,
  ...clocksRules,
  ...stateRules,
  ...houseRules,
];
