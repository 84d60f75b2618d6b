import { describe, expect, test } from 'vitest';
import { formatShare, parseShare } from '../../../shared/domain/share.ts';

describe('a share of a balance', () => {
  test.each([
    ['45', 4500, '45'],
    ['45.5', 4550, '45.5'],
    ['45.05 %', 4505, '45.05'],
    ['0.01', 1, '0.01'],
    ['100', 10_000, '100'],
  ])('%s is %i hundredths of a percent', (text, share, shown) => {
    expect(parseShare(text)).toEqual({ ok: true, value: share });
    expect(formatShare(share)).toBe(shown);
  });

  test.each(['', '0', '100.01', '45.555', '45,5', '-5', 'half'])('“%s” is none', (text) => {
    expect(parseShare(text)).toMatchObject({ ok: false, error: { code: 'share.invalid' } });
  });
});
