import type { ContactChannel } from '../../../domain/contact.ts';
import { contactRule, pass } from '../../rule.ts';
import { secondary } from '../../states/entry.ts';
import { withinHours } from '../../states/hours.ts';
import type { Hours } from '../../time/windows.ts';
import { consentFor, inState, liveChannels } from './bound.ts';

type FloridaHours = Hours & { readonly channels: readonly ContactChannel[] };

const hours = { from: 480, to: 1260 };

/**
 * The statute lets a caller presume the zone of the area code. Duebook keeps to the stricter reading: within the hours on
 * every clock that an address or a number leaves open. Emails are left out since 2025-05-16.
 */
export const flHoursRule = contactRule<FloridaHours>({
  id: 'fl.hours',
  code: 'STATE_TIME_WINDOW',
  step: 'state',
  title: 'Florida: contact between 8 AM and 9 PM',
  subject: 'time and place',
  jurisdiction: 'FL',
  force: 'prohibition',
  source: secondary('Fla. Stat. 559.72(17)', '2026'),
  scope: inState('FL', 'everyone', [...liveChannels, 'email']),
  values: [
    { from: '0001-01-01', until: '2025-05-15', value: { ...hours, channels: [...liveChannels, 'email'] } },
    { from: '2025-05-16', until: null, value: { ...hours, channels: liveChannels } },
  ],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || !value.channels.includes(facts.act.channel)) return pass;
    if (consentFor(view, 'contact', at) !== null) return pass;
    return withinHours(view, at, value, 'STATE_TIME_WINDOW', 'Florida');
  },
});
