import { describe, expect, it } from 'vitest';
import { timelineKinds } from '../../../shared/contract/timeline.ts';
import { todayKinds } from '../../../shared/contract/today.ts';
import { accountStatuses } from '../../../shared/domain/account.ts';
import { contactOutcomes } from '../../../shared/domain/contact.ts';
import {
  accountStatusWords,
  contactOutcomeWords,
  timelineKindWords,
  todayKindWords,
  wordOf,
} from '../../../shared/text/labels.ts';

describe('labels', () => {
  it.each([
    ['account statuses', accountStatuses, accountStatusWords],
    ['contact outcomes', contactOutcomes, contactOutcomeWords],
    ['kinds of Today', todayKinds, todayKindWords],
    ['kinds of the timeline', timelineKinds, timelineKindWords],
  ] as const)('%s each have a word of their own', (_name, codes, words) => {
    expect(Object.keys(words).sort()).toEqual([...codes].sort());
    expect(new Set(Object.values(words)).size).toBe(codes.length);
  });

  it('shows a code of a later version as it stands, and never a part of every object', () => {
    expect(wordOf(contactOutcomeWords, 'right_party')).toBe('Spoke with the debtor');
    expect(wordOf(contactOutcomeWords, 'spoke_with_parrot')).toBe('spoke with parrot');
    expect(wordOf(contactOutcomeWords, 'constructor')).toBe('constructor');
  });
});
