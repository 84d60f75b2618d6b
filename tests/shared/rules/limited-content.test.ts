import { describe, expect, it } from 'vitest';
import {
  checkBusinessName,
  type LimitedContentFields,
  limitedContentMessage,
} from '../../../shared/rules/limited-content.ts';
import { chicago, tuesday } from '../../builders/gate-facts.ts';

const plain: LimitedContentFields = {
  businessName: 'Northgate Inc.',
  nameConfirmed: false,
  contactNames: ['Robin Reyes'],
  callBackNumber: '5125550144',
};

function read(fields: Partial<LimitedContentFields>): string {
  const said = limitedContentMessage({ ...plain, ...fields });
  return said.ok ? said.value : said.error.code;
}

describe('the words of a limited-content message', () => {
  it('are the four required items and nothing more', () => {
    expect(read({})).toBe('This is Northgate Inc. Please call Robin Reyes back at (512) 555-0144.');
  });

  it('with all that may be added', () => {
    expect(
      read({
        businessName: 'Northgate',
        contactNames: ['Robin Reyes', 'Kim Adair'],
        salutation: 'good_day',
        calledAt: { at: tuesday, zone: chicago },
        replyTimes: { days: [5, 4, 3, 2, 1], fromMinute: 510, toMinute: 1020 },
        anyRepresentative: true,
      }),
    ).toBe(
      'Good day. This is Northgate, calling on Tuesday, November 17, 2026 at 11 AM. Please call Robin Reyes or Kim Adair back at (512) 555-0144. A good time is any weekday from 8:30 AM to 5 PM. Any representative can help you.',
    );
  });

  it.each([
    [[], 'any day'],
    [[6, 1], 'Monday or Saturday'],
    [[7, 6, 5], 'Friday, Saturday or Sunday'],
  ])('reply days %j', (days, words) => {
    expect(read({ replyTimes: { days, fromMinute: 0, toMinute: 720 } })).toContain(
      `${words} from 12 AM to 12 PM`,
    );
  });
});

describe('what is refused', () => {
  const cases: [name: string, fields: Partial<LimitedContentFields>, code: string][] = [
    ['no name', { businessName: ' ' }, 'limited.field_empty'],
    ['a name that says so', { businessName: 'Northgate Collections' }, 'limited.name_suggests_debt'],
    [
      'whatever is confirmed',
      { businessName: 'Northgate Recovery', nameConfirmed: true },
      'limited.name_suggests_debt',
    ],
    ['a credit bureau', { businessName: 'Credit Bureau of Northgate' }, 'limited.name_suggests_debt'],
    ['a name that may hint', { businessName: 'Northgate Capital' }, 'limited.name_unclear'],
    ['a sentence as name', { businessName: 'Northgate! Call now: urgent' }, 'limited.not_a_name'],
    ['nobody to ask for', { contactNames: [] }, 'limited.field_empty'],
    ['an empty name', { contactNames: ['Robin Reyes', ''] }, 'limited.field_empty'],
    ['a department', { contactNames: ['Account Services'] }, 'limited.not_a_person'],
    ['the legal department', { contactNames: ['Legal Department'] }, 'limited.not_a_person'],
    ['a sentence as person', { contactNames: ['Robin about your unpaid bill'] }, 'limited.not_a_person'],
    ['no number', { callBackNumber: '' }, 'limited.number'],
    ['words in the number', { callBackNumber: '512 555 0144 about the debt' }, 'limited.number'],
    [
      'a time that ends before it begins',
      { replyTimes: { days: [1], fromMinute: 600, toMinute: 600 } },
      'limited.times',
    ],
    ['a day that is none', { replyTimes: { days: [8], fromMinute: 1, toMinute: 2 } }, 'limited.times'],
  ];
  it.each(cases)('%s', (_name, fields, code) => {
    expect(read(fields)).toBe(code);
  });

  it('a name with a word that may hint is used once somebody confirmed it', () => {
    expect(read({ businessName: 'Northgate Capital', nameConfirmed: true })).toContain('Northgate Capital');
  });

  it.each(['Collectors Row', 'ABC Debt Relief', 'Past Due Partners', 'Receivables One', 'Delinquency Desk'])(
    '%s',
    (name) => {
      expect(checkBusinessName(name, true)).toMatchObject({ error: { code: 'limited.name_suggests_debt' } });
    },
  );

  it.each(['Collective Health', 'Northgate & Sons', 'Alder Street Partners'])('%s is fine', (name) => {
    expect(checkBusinessName(name, false).ok).toBe(true);
  });
});
