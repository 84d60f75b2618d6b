/** What a note suggests: the sums and days people write, and nothing where a number is none. Today is Sunday, 22 November 2026. */
import { describe, expect, test } from 'vitest';
import { suggestionsOf } from '../../../shared/domain/note-mentions.ts';

const today = '2026-11-22';
const first = (text: string, on = today) => suggestionsOf(text, on)[0] ?? null;

describe('a promise', () => {
  test.each([
    ['will pay $200 on Friday', 20_000, '2026-11-27'],
    ['Will pay $200 on Friday, November 27.', 20_000, '2026-11-27'],
    ['She will send $1,250.50 by 12/15', 125_050, '2026-12-15'],
    ['He promises to mail $75 next Tuesday.', 7_500, '2026-11-24'],
    ['Says he can pay 150 on the 1st.', 15_000, '2026-12-01'],
    ['Will pay $50 tomorrow', 5_000, '2026-11-23'],
    ['will bring 300 dollars in two weeks', 30_000, '2026-12-06'],
    ['PTP 200 on 12/04', 20_000, '2026-12-04'],
    ['Agreed to pay $99.99 on Dec. 3rd', 9_999, '2026-12-03'],
    ['Will pay $400 on 3 December', 40_000, '2026-12-03'],
    ['will pay $20 today', 2_000, '2026-11-22'],
    ['will pay $500 by the end of the month', 50_000, '2026-11-30'],
    ['will pay $500 on 2026-12-01', 50_000, '2026-12-01'],
    ['will pay $500 on 12/1/26', 50_000, '2026-12-01'],
    ['will deposit $80 on wed', 8_000, '2026-11-25'],
    ['RP confirmed. Paid nothing so far. Will pay $60 in 10 days.', 6_000, '2026-12-02'],
    ['Called twice last week; will pay $120 on Monday', 12_000, '2026-11-23'],
    ['will pay $45 Thursday after next', 4_500, '2026-12-03'],
  ])('%s', (text, amountCents, day) => {
    expect(first(text)).toMatchObject({ kind: 'promise', amountCents, day });
  });

  test.each([
    ['told of the past', 'Says she paid $200 on Friday'],
    ['told of the past by a day', 'Says the check for $200 was sent on 11/20/2026'],
    ['refused', "Won't pay $200 on Friday"],
    ['refused in other words', 'Refuses to pay the $200 by Friday'],
    ['again and again', 'Wants to pay $50 a month starting Friday'],
    ['by the week', 'Will pay $50/week from 12/4'],
    ['two sums', 'Will pay $50 on Friday or $100 on Monday'],
    ['a span of sums', 'Will pay $200-$300 on Friday'],
    ['no sum', 'Will pay on Friday'],
    ['no day', 'Will pay $200 soon'],
    ['a share', 'Will pay 50% on Friday'],
    ['a year', 'Will pay 2027 on Friday'],
    ['thousands in short', 'Will pay $2k on Friday'],
    ['a day of long ago', 'Will pay $200 on 11/15'],
    ['last week', 'Was to pay $200 last Friday'],
  ])('not where it is %s', (_name, text) => {
    expect(first(text)?.kind ?? null).not.toBe('promise');
  });
});

describe('a reminder', () => {
  test.each([
    ['Call back next Tuesday', '2026-11-24'],
    ['Try again in two weeks.', '2026-12-06'],
    ['asked to be called back on 12/15', '2026-12-15'],
    ['New job starts Dec 7, follow up then', '2026-12-07'],
    ['Court date January 12, 2027', '2027-01-12'],
    ['Follow up in a month', '2026-12-22'],
    ['Call again the day after tomorrow', '2026-11-24'],
    ['Follow up next week', '2026-11-23'],
    ['Gets paid on the 15th', '2026-12-15'],
    ['Will pay on Friday', '2026-11-27'],
    ['Left a message. Call again Wednesday', '2026-11-25'],
  ])('%s', (text, day) => {
    expect(first(text)).toMatchObject({ kind: 'reminder', day });
  });

  test('“next” is the week to come, a bare name the next such day and never today', () => {
    // 25 November 2026 is a Wednesday.
    expect(first('Call back next Friday', '2026-11-25')?.day).toBe('2026-12-04');
    expect(first('Call back this Friday', '2026-11-25')?.day).toBe('2026-11-27');
    expect(first('Call back Wednesday', '2026-11-25')?.day).toBe('2026-12-02');
  });

  test('the last sentence counts first', () => {
    const all = suggestionsOf('Will pay $200 on Friday. Call back on Monday.', today);
    expect(all.map(({ kind }) => kind)).toEqual(['reminder', 'promise']);
  });
});

test.each([
  'Account 10-15-2026-77 reviewed, call again',
  'Call (512) 555-0134 again',
  'Call 555-0123, ext. 12',
  'Account #12/15 is in review',
  'Works 24/7, try again',
  'Paid 1/2 of it, call for the rest',
  'Call about invoice INV-2026-12-15',
  'Lives at 12 May Street, check',
  'Born 12/15/1980, verified by call',
  'Called Friday, no answer',
  'Left a message on Friday',
  'Spoke with her on 11/20/2026',
  'Statement dated 12/01 reviewed',
  'Since 2019 he calls every March',
  'Every Friday he gets paid',
  'May call if needed',
  'He sat down to talk',
  'Routing 021000021, check 1204',
  'Case 26-10001, chapter 7, call the attorney',
  'Reference 20261215, check',
  'Zip 78701, verify',
  '2/30 is no day: call on 2/30',
  'call on 13/45',
  '',
])('nothing in: %s', (text) => {
  expect(suggestionsOf(text, today)).toEqual([]);
});

test('however long a text is, it ends at once and only its end is looked at', () => {
  const long = `will pay $200 on Friday. ${'1/2 $ on the by next '.repeat(50_000)}`;
  const began = performance.now();
  expect(suggestionsOf(long, today)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(1_000);
});
