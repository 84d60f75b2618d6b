import { describe, expect, it } from 'vitest';
import { faultCodes } from '../../../shared/errors/codes.ts';
import { sentenceOf } from '../../../shared/text/faults.ts';

/** Words that mean something to programmers only. */
const jargon =
  /\b(null|undefined|sqlite|database|sql|json|utf|ipc|exception|stack|schema|query|payload|invalid)\b/i;

describe('sentences of faults', () => {
  it.each(faultCodes)('%s says what happened and what to do, with and without its parameters', (code) => {
    for (const params of [{}, everyParameter]) {
      const { what, todo } = sentenceOf({ code, params });
      for (const sentence of [what, todo]) {
        expect(sentence).toMatch(/^[“A-Z0-9]/);
        expect(sentence).toMatch(/[.?]$/);
        expect(sentence).not.toMatch(/undefined|NaN|\[object|\s{2}|\(\)|_|\s[.,;]\s/);
        expect(sentence.replace('CSV UTF-8', '')).not.toMatch(jargon);
      }
    }
  });

  it('shows sums as dollars, days as words and counts in groups', () => {
    expect(sentenceOf({ code: 'payment.exceeds_balance', params: { balanceCents: 123456 } }).what).toContain(
      '$1,234.56',
    );
    expect(sentenceOf({ code: 'import.same_file', params: { importedOn: '2026-03-12' } }).what).toContain(
      '12 Mar 2026',
    );
    const tooMany = sentenceOf({
      code: 'import.too_many_rows',
      params: { rows: 2_500_000, most: 1_000_000 },
    });
    expect(tooMany.what).toContain('2,500,000');
    expect(tooMany.what).toContain('1,000,000');
    const large = sentenceOf({ code: 'import.too_large', params: { bytes: 900_000_000, most: 500_000_000 } });
    expect(large.what).toContain('(900 MB, at most 500 MB)');
  });

  it('has no reason in the answer to a wrong passphrase', () => {
    const plain = sentenceOf({ code: 'book.wrong_passphrase', params: {} });
    expect(sentenceOf({ code: 'book.wrong_passphrase', params: { reason: 'short' } })).toEqual(plain);
  });

  it('survives a code of another version and parameters named like parts of every object', () => {
    const strange = { code: 'future.code', params: {} } as unknown as Parameters<typeof sentenceOf>[0];
    expect(sentenceOf(strange).what).toMatch(/mistake/);
    expect(sentenceOf({ code: 'phone.invalid', params: { constructor: 'x' } }).what).toContain(
      'What was typed',
    );
  });
});

const everyParameter = {
  field: 'amount',
  incident: 'a1b2c3d4',
  least: 12,
  most: 600,
  fileVersion: 9,
  appVersion: 3,
  reason: 'the disk was taken out',
  version: 4,
  number: 'A-100',
  text: '12/34',
  kind: 'write_off',
  openedOn: '2026-01-31',
  today: '2026-11-21',
  balanceCents: 100,
  count: 700,
  leastCents: 5,
  name: 'Ana Brightwater',
  lines: 7,
  found: 'a picture',
  encoding: 'Western',
  row: 12,
  bytes: 900_000_000,
  columns: 250,
  rows: 3_000_000,
  what: 'payments',
  importedOn: '2026-10-01',
  fileCents: 100,
  writtenCents: 99,
  call: 'import',
};
