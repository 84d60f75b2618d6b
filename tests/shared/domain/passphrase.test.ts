import { describe, expect, test } from 'vitest';
import { flawOfPassphrase, gaugePassphrase, normalisePassphrase } from '../../../shared/domain/passphrase.ts';

describe('what a new passphrase must be', () => {
  test.each([
    ['x'.repeat(11), 'too_short'],
    ['x'.repeat(12), null],
    ['x'.repeat(1024), null],
    ['x'.repeat(1025), 'too_long'],
    ['x'.repeat(1_000_000), 'too_long'],
    ['🔑'.repeat(11), 'too_short'],
    ['🔑'.repeat(12), null],
    // Twelve as typed, six once the accents are joined to their letters.
    ['é'.normalize('NFD').repeat(6), 'too_short'],
  ])('%#', (typed, flaw) => {
    expect(flawOfPassphrase(typed)).toBe(flaw);
  });

  test('case and spaces are kept, forms of the same letter are joined', () => {
    expect(normalisePassphrase(' Två  Ord ')).toBe(' Två  Ord ');
    expect(normalisePassphrase('é')).toBe(normalisePassphrase('é'));
    expect(normalisePassphrase('ﬁne')).toBe('fine');
  });
});

describe('what a passphrase is worth', () => {
  test.each([
    ['', 'weak', ['few_words']],
    ['aaaaaaaaaaaaaaaa', 'weak', ['repeats', 'few_words']],
    ['password1234', 'weak', ['common', 'sequence', 'few_words']],
    ['Password2026!', 'weak', ['common', 'year', 'few_words']],
    ['qwertyuiop123456', 'weak', ['sequence', 'few_words']],
    ['Harbor Lane 2026', 'weak', ['office_name', 'year', 'few_words']],
    ['maple maple maple maple maple', 'weak', ['repeats', 'few_words']],
    ['two common words', 'weak', undefined],
    ['lantern orbit maple', 'weak', ['few_words']],
    ['lantern orbit maple cinder', 'fair', undefined],
    ['lantern orbit maple cinder walnut', 'strong', undefined],
    ['vK8#tq2Lw9@xrP4m', 'strong', undefined],
  ] as const)('%j is %s', (typed, grade, weaknesses) => {
    const strength = gaugePassphrase(typed, 'Harbor Lane Recovery');
    expect(strength.grade).toBe(grade);
    if (weaknesses !== undefined) expect(strength.weaknesses).toEqual(weaknesses);
  });

  test('the name of the office only counts against it when it is the name', () => {
    expect(gaugePassphrase('harbor lantern orbit maple', 'Harbor Lane').weaknesses).toContain('office_name');
    expect(gaugePassphrase('harbor lantern orbit maple', '').weaknesses).not.toContain('office_name');
  });

  test('more of it is never worth less', () => {
    let last = -1;
    for (const typed of [
      'lantern',
      'lantern orbit',
      'lantern orbit 7',
      'lantern orbit 7 maple',
      'lantern orbit 7 maple!',
    ]) {
      const { bits } = gaugePassphrase(typed, '');
      expect(bits).toBeGreaterThan(last);
      last = bits;
    }
  });

  test('a pasted file is weighed by its beginning', () => {
    const page = 'lantern orbit maple cinder walnut '.repeat(60);
    expect(gaugePassphrase(page.repeat(1000), '')).toEqual(gaugePassphrase(page, ''));
  });
});
