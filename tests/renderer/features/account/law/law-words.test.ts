import { describe, expect, test } from 'vitest';
import {
  furnishWords,
  limitationWords,
  validationWords,
} from '../../../../../renderer/features/account/law/clock-words.ts';
import {
  factOptions,
  factTitle,
  factValueWords,
} from '../../../../../renderer/features/account/law/fact-words.ts';
import { correctionOf } from '../../../../../renderer/features/account/law/law-form.ts';
import { plainAct } from '../../../../../renderer/features/account/law/reach-words.ts';
import type { DebtorFacts } from '../../../../../shared/contract/accounts.ts';
import { debtFactShapes, personFactShapes } from '../../../../../shared/domain/known-fact.ts';
import { debtFactNames, personFactNames } from '../../../../../shared/domain/law.ts';
import type { DebtClocks } from '../../../../../shared/rules/clocks.ts';
import { detailWords, eventTitle, timesWords } from '../../../../../shared/templates/event-words.ts';

describe('facts in words', () => {
  test.each([
    [{ of: 'debt', name: 'defaulted_on' }, '2026-03-12', '12 Mar 2026'],
    [{ of: 'debt', name: 'itemized_cents' }, '123456', '$1,234.56'],
    [{ of: 'debt', name: 'hospital_501r' }, 'yes', 'Yes'],
    [{ of: 'debt', name: 'form' }, 'open_account', 'Open account'],
    [{ of: 'person', name: 'residence_state' }, 'TX', 'Texas'],
    [{ of: 'person', name: 'zone' }, 'America/Denver', 'Mountain time'],
    [{ of: 'person', name: 'residence_state' }, 'XX', 'XX'],
  ] as const)('%j of %s is %s', (known, value, words) => expect(factValueWords(known, value)).toBe(words));

  test('every fact has a name, and every one that is chosen has words for its choices', () => {
    const all = [
      ...debtFactNames.map((name) => ({ of: 'debt', name }) as const),
      ...personFactNames.map((name) => ({ of: 'person', name }) as const),
    ];
    for (const known of all) {
      expect(factTitle(known)).toMatch(/^[A-Z]/);
      const shape = known.of === 'debt' ? debtFactShapes[known.name] : personFactShapes[known.name];
      const typed = shape === 'day' || shape === 'cents' || shape === 'text';
      expect(factOptions(known).length > 0).toBe(!typed);
      for (const { label } of factOptions(known)) expect(label).not.toMatch(/_|^[a-z]/);
    }
  });
});

describe('events in words', () => {
  test('a consent says what for, a bankruptcy its chapter', () => {
    expect(eventTitle({ kind: 'consent', detail: { consent: 'email' } })).toBe('Consent to e-mail');
    expect(eventTitle({ kind: 'bankruptcy', detail: { chapter: '13' } })).toBe(
      'Filed for bankruptcy, chapter 13',
    );
  });
  test('times', () => {
    expect(timesWords({ days: [1, 5], fromMinute: 540, toMinute: 720 })).toBe('Mon, Fri, 9:00 AM to noon');
    expect(timesWords({ fromMinute: 0, toMinute: 600 })).toBe('midnight to 10:00 AM');
    expect(timesWords({})).toBe('');
  });
  test('what is not known is not said; what is known to be no is', () => {
    expect(detailWords({ kind: 'dispute', detail: { written: false, disputedCents: 5000 } })).toEqual([
      'not in writing',
      '$50.00 disputed',
    ]);
    expect(detailWords({ kind: 'dispute', detail: {} })).toEqual([]);
  });
});

describe('the plain contact', () => {
  const phone = (phoneId: number, kind: 'home' | 'mobile', status: 'current' | 'wrong') =>
    ({ phoneId, kind, status, display: '', source: '', since: '2026-01-01' }) as const;
  const debtor: DebtorFacts = {
    debtorId: 1,
    kind: 'consumer',
    name: 'Wilhelmina Oakes',
    reference: '',
    addresses: [],
    phones: [phone(1, 'home', 'wrong'), phone(2, 'home', 'current'), phone(3, 'mobile', 'current')],
    emails: [
      { emailId: 8, address: 'a@example.com', status: 'opted_out' },
      { emailId: 9, address: 'b@example.com', status: 'unverified' },
    ],
    otherAccounts: [],
  };
  test('goes by what is in use: no wrong number, a mobile for texts, no address that opted out', () => {
    expect(plainAct('call', debtor).phoneId).toBe(2);
    expect(plainAct('text', debtor).phoneId).toBe(3);
    expect(plainAct('email', debtor)).toMatchObject({ emailId: 9, phoneId: null });
    expect(plainAct('letter', debtor)).toMatchObject({ addressId: null, phoneId: null, emailId: null });
  });
});

describe('where a fact is corrected', () => {
  test('in its own form, in Settings, or on the screen; never a contact', () => {
    expect(correctionOf({ kind: 'debt_fact', name: 'form' })).toMatchObject({
      at: 'form',
      form: { form: 'fact' },
    });
    expect(correctionOf({ kind: 'event', id: 3 })).toMatchObject({ form: { form: 'event', eventId: 3 } });
    expect(correctionOf({ kind: 'phone', id: 4 })).toMatchObject({ form: { form: 'phone', id: 4 } });
    expect(correctionOf({ kind: 'licence', state: 'TX' })).toMatchObject({ at: 'settings' });
    expect(correctionOf({ kind: 'contact', id: 5 })).toMatchObject({ at: 'screen' });
    expect(correctionOf(null)).toBeNull();
  });
});

describe('clocks in words', () => {
  const limitation = (part: Partial<DebtClocks['limitation']>) =>
    limitationWords({
      state: 'not_barred',
      earliestLastDay: '2029-04-01',
      unverified: false,
      ...part,
    } as DebtClocks['limitation']);
  test('the time to sue, with what nobody checked marked', () => {
    expect(limitation({})).toEqual({ tone: 'good', text: 'last safe day', on: '2029-04-01' });
    expect(limitation({ unverified: true }).text).toContain('verify');
    expect(limitation({ state: 'barred' }).tone).toBe('stop');
    expect(limitation({ state: 'uncertain', earliestLastDay: null })).toEqual({
      tone: 'unclear',
      text: 'not known',
      on: null,
    });
  });
  const validation = (part: Partial<DebtClocks['validation']>) =>
    validationWords({
      stage: 'running',
      dueOn: '2026-11-27',
      endsOn: '2026-12-30',
      ...part,
    } as DebtClocks['validation']);
  test('the notice, only where one is asked for', () => {
    expect(validation({ stage: 'not_bound' })).toBeNull();
    expect(validation({ stage: 'due' })).toEqual({ tone: 'care', text: 'due by', on: '2026-11-27' });
    expect(validation({ stage: 'overdue' })?.tone).toBe('stop');
    expect(validation({})?.on).toBe('2026-12-30');
  });
  test('reporting', () => {
    const furnish = (outcome: DebtClocks['reporting']['outcome'], earliestOn: string | null) =>
      furnishWords({ outcome, earliestOn } as DebtClocks['reporting']);
    expect(furnish('blocked', '2026-12-09')).toEqual({ tone: 'care', text: 'not before', on: '2026-12-09' });
    expect(furnish('blocked', null).tone).toBe('stop');
    expect(furnish('allowed', null).tone).toBe('good');
  });
});
