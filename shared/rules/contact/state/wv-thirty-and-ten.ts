import { contactRule, pass } from '../../rule.ts';
import { overCap } from '../../states/contact-count.ts';
import { secondary } from '../../states/entry.ts';
import { calls, couldReach, inState, isDemanded, isOutToConsumer } from './bound.ts';

type Weekly = { readonly days: number; readonly calls: number; readonly conversations: number };

/** About any debt. More than these count as meant to annoy. */
export const wvThirtyAndTenRule = contactRule<Weekly>({
  id: 'wv.calls.thirty-and-ten',
  code: 'STATE_CONTACT_CAP',
  step: 'state',
  title: 'West Virginia: at most 30 calls and 10 conversations a week',
  subject: 'call frequency',
  jurisdiction: 'WV',
  force: 'presumption',
  source: secondary('W. Va. Code 46A-2-125(d)', '2026'),
  scope: inState('WV', 'everyone', calls),
  values: [{ from: '0001-01-01', until: null, value: { days: 7, calls: 30, conversations: 10 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || isDemanded(facts.act)) return pass;
    const checking = { facts, at, view };
    const byCalls = overCap(
      checking,
      { max: value.calls, days: value.days },
      (contact) => calls.includes(contact.channel) && isOutToConsumer(contact) && couldReach(view, contact),
      {
        limit: `In West Virginia more than ${value.calls} calls in ${value.days} days count as meant to annoy.`,
        counted: 'calls',
      },
    );
    const byConversations = overCap(
      checking,
      { max: value.conversations, days: value.days },
      (contact) => isOutToConsumer(contact) && view.isConversation(contact) && !view.isWrongNumber(contact),
      {
        limit: `In West Virginia more than ${value.conversations} conversations in ${value.days} days count as meant to annoy.`,
        counted: 'conversations',
      },
    );
    if (byCalls === null || byConversations === null) return byCalls ?? byConversations ?? pass;
    return endOf(byCalls) >= endOf(byConversations) ? byCalls : byConversations;
  },
});

function endOf({
  clears,
}: {
  readonly clears: { readonly at: number } | { readonly waitsFor: string } | null;
}): number {
  return clears !== null && 'at' in clears ? clears.at : Number.POSITIVE_INFINITY;
}
