import { describe, expect, it } from 'vitest';
import { timelineKinds } from '../../../shared/contract/timeline.ts';
import { todayKinds } from '../../../shared/contract/today.ts';
import { accountStatuses } from '../../../shared/domain/account.ts';
import { contactOutcomes } from '../../../shared/domain/contact.ts';
import {
  consentKinds,
  contactParties,
  contactPurposes,
  debtFactNames,
  legalEventKinds,
  officeRoles,
  personFactNames,
  rebuttalFactors,
  verdictOutcomes,
} from '../../../shared/domain/law.ts';
import {
  accountStatusWords,
  consentKindWords,
  contactOutcomeWords,
  contactPartyWords,
  contactPurposeWords,
  debtFactWords,
  legalEventKindWords,
  officeRoleWords,
  personFactWords,
  rebuttalFactorWords,
  timelineKindWords,
  todayKindWords,
  verdictOutcomeWords,
  wordOf,
} from '../../../shared/text/labels.ts';

describe('labels', () => {
  it.each([
    ['account statuses', accountStatuses, accountStatusWords],
    ['contact outcomes', contactOutcomes, contactOutcomeWords],
    ['kinds of Today', todayKinds, todayKindWords],
    ['kinds of the timeline', timelineKinds, timelineKindWords],
    ['legal events', legalEventKinds, legalEventKindWords],
    ['consents', consentKinds, consentKindWords],
    ['facts of a debt', debtFactNames, debtFactWords],
    ['facts of a person', personFactNames, personFactWords],
    ['parties', contactParties, contactPartyWords],
    ['purposes', contactPurposes, contactPurposeWords],
    ['rebuttal factors', rebuttalFactors, rebuttalFactorWords],
    ['roles', officeRoles, officeRoleWords],
    ['verdicts', verdictOutcomes, verdictOutcomeWords],
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
