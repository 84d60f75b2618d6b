import { describe, expect, test } from 'vitest';
import {
  callCap,
  changeWords,
  clockGroups,
  comesLater,
  localTimesWords,
  verdictForFile,
} from '../../../../../renderer/features/account/law/verdict-words.ts';
import { noHousePolicy } from '../../../../../shared/domain/law.ts';
import type { Reason, Verdict } from '../../../../../shared/rules/verdict.ts';

/** Wednesday 25 November 2026, noon in Chicago. */
const noon = Date.UTC(2026, 10, 25, 18, 0);
const hour = 3_600_000;
const chicago = 'America/Chicago';
const newYork = 'America/New_York';

const verdict = (part: Partial<Verdict>): Verdict => ({
  outcome: 'allowed',
  primary: null,
  reasons: [],
  passed: [],
  notBinding: [],
  earliestAt: noon,
  until: null,
  waitsFor: [],
  override: 'none',
  zones: [chicago],
  states: ['TX'],
  confidence: 'text',
  law: '2026-11-22',
  askedAt: noon,
  ...part,
});

describe('when a verdict changes', () => {
  test.each<[string, Partial<Verdict>, string | null]>([
    ['open until the evening', { until: noon + 9 * hour }, 'until 10:00 PM here, 9:00 PM Central'],
    ['same clock', { until: noon + 9 * hour, zones: [newYork] }, 'until 10:00 PM'],
    ['open for years', { until: noon + 900 * 24 * hour }, null],
    ['no end', {}, null],
    [
      'tomorrow',
      { outcome: 'blocked', earliestAt: noon + 20 * hour },
      'from tomorrow 9:00 AM here, tomorrow 8:00 AM Central',
    ],
    ['waits for an event', { outcome: 'blocked', earliestAt: null }, null],
    [
      'two clocks',
      { outcome: 'blocked', earliestAt: noon + hour, zones: [chicago, 'America/Denver'] },
      'from 2:00 PM here, 1:00 PM Central, 12:00 PM Mountain',
    ],
  ])('%s', (_name, part, words) => expect(changeWords(verdict(part), noon, newYork)).toBe(words));

  test('“later” is a block that time alone lifts', () => {
    expect(comesLater(verdict({ outcome: 'blocked', earliestAt: noon + 1 }))).toBe(true);
    expect(comesLater(verdict({ outcome: 'blocked', earliestAt: null }))).toBe(false);
    expect(comesLater(verdict({ outcome: 'undetermined', earliestAt: noon + 1 }))).toBe(false);
    expect(comesLater(verdict({}))).toBe(false);
  });
});

describe('the debtor’s clock', () => {
  test('zones that show the same are one clock', () => {
    expect(clockGroups([chicago, 'America/Menominee', newYork], noon)).toEqual([
      { time: '12:00 PM', names: ['Central', 'Menominee'] },
      { time: '1:00 PM', names: ['Eastern'] },
    ]);
    expect(localTimesWords([chicago, newYork], noon)).toBe('12:00 PM Central, 1:00 PM Eastern');
    expect(localTimesWords([], noon)).toBe('not known');
    const all = [newYork, chicago, 'America/Denver', 'America/Los_Angeles', 'Pacific/Honolulu'];
    expect(localTimesWords(all, noon)).toBe('5 clocks possible, anywhere in the United States');
  });
});

describe('how many calls', () => {
  const profile = (role: 'third_party_collector' | 'first_party_creditor', house = {}) => ({
    role,
    state: null,
    house: { ...noHousePolicy, daysOff: [], ...house },
  });
  test.each([
    ['a collector', profile('third_party_collector'), true, 7],
    ['a collector of a business debt', profile('third_party_collector'), false, null],
    ['a creditor', profile('first_party_creditor'), true, null],
    ['a creditor that keeps to it', profile('first_party_creditor', { keepsRegulationF: true }), true, 7],
    ['a stricter house', profile('third_party_collector', { callsInSevenDays: 3 }), true, 3],
    ['a looser house', profile('third_party_collector', { callsInSevenDays: 20 }), true, 7],
    ['nobody yet', null, true, null],
  ])('%s', (_name, office, consumer, cap) => expect(callCap(office, consumer)).toBe(cap));
});

describe('for the file', () => {
  const reason: Reason = {
    ruleId: 'us.bankruptcy.stay',
    code: 'BANKRUPTCY_STAY',
    step: 'bankruptcy',
    title: 'No bankruptcy case stops collection',
    result: 'block',
    force: 'prohibition',
    jurisdiction: 'US',
    source: {
      cite: '11 U.S.C. 362(a)',
      readOn: '2026-11-21',
      confidence: 'unverified',
      note: 'Check the chapter.',
    },
    text: 'A bankruptcy case is open.',
    facts: [{ name: 'Bankruptcy filed', value: 'chapter 7', source: 'Notice of the court', ref: null }],
    clears: { waitsFor: 'the case to end' },
  };

  test('says what was asked, when by both clocks, and each rule with source, sureness and facts', () => {
    const text = verdictForFile(
      verdict({
        outcome: 'blocked',
        primary: reason,
        reasons: [reason],
        earliestAt: null,
        waitsFor: ['the case to end'],
        notBinding: [{ ruleId: 'x', title: 'Seven calls', why: 'A business debt.' }],
      }),
      'Call to: The debtor',
      newYork,
    );
    for (const part of [
      'Call to: The debtor',
      'Wed 25 Nov 2026, 1:00 PM (Eastern); debtor’s time Wed 25 Nov 2026, 12:00 PM (Central)',
      'Answer: Not allowed',
      'Waits for: the case to end',
      'States reckoned with: Texas',
      'Federal: 11 U.S.C. 362(a). Read 21 Nov 2026. Verify. Check the chapter.',
      'Bankruptcy filed: chapter 7 (Notice of the court)',
      'Seven calls: A business debt.',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/undefined|null|\[object/);
  });
});
