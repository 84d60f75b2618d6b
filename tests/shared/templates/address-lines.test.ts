/** The address block: what fits the window, what goes on in a second line, what is refused. */
import { describe, expect, test } from 'vitest';
import type { PostalAddress } from '../../../shared/domain/address.ts';
import { fitAddress } from '../../../shared/templates/letters/address-lines.ts';
import {
  addressBlock,
  clearMm,
  firstLineMm,
  foldsMm,
  letterSheet,
  numberTen,
  play,
  returnBlock,
  windowOnSheet,
} from '../../../shared/templates/letters/sheet-geometry.ts';
import { widthOfLinePt } from '../../../shared/templates/letters/text-width.ts';

const home: PostalAddress = {
  line1: '18 Mill Road',
  line2: '',
  city: 'Dover',
  region: 'NH',
  postalCode: '03820',
  country: '',
};

const cases: readonly { what: string; name: string; address: PostalAddress; expected: string[] | null }[] = [
  {
    what: 'three lines',
    name: 'Rosa Delgado',
    address: home,
    expected: ['Rosa Delgado', '18 Mill Road', 'Dover NH 03820'],
  },
  {
    what: 'a second street line and a country',
    name: 'Rosa Delgado',
    address: { ...home, line2: 'Apt 2', country: 'Canada' },
    expected: ['Rosa Delgado', '18 Mill Road', 'Apt 2', 'Dover NH 03820', 'CANADA'],
  },
  {
    what: 'a name wider than the window goes on below',
    name: 'The Northern Seacoast Orthopedic and Sports Medicine Associates',
    address: home,
    expected: [
      'The Northern Seacoast Orthopedic and Sports',
      'Medicine Associates',
      '18 Mill Road',
      'Dover NH 03820',
    ],
  },
  {
    what: 'six lines',
    name: 'The Northern Seacoast Orthopedic and Sports Medicine Associates',
    address: { ...home, line2: 'Building C', country: 'Canada' },
    expected: [
      'The Northern Seacoast Orthopedic and Sports',
      'Medicine Associates',
      '18 Mill Road',
      'Building C',
      'Dover NH 03820',
      'CANADA',
    ],
  },
  {
    what: 'seven lines are refused',
    name: 'The Northern Seacoast Orthopedic and Sports Medicine Associates of the Greater Piscataqua Region',
    address: {
      ...home,
      line1: 'In care of the accounts payable department, second floor, rear entrance',
      line2: 'Building C',
      country: 'Canada',
    },
    expected: null,
  },
  { what: 'a word wider than the window is refused', name: 'W'.repeat(30), address: home, expected: null },
  {
    what: 'a town line is never broken',
    name: 'Rosa Delgado',
    address: { ...home, city: 'Llanfair '.repeat(8).trim() },
    expected: null,
  },
];

describe('fitAddress', () => {
  test.each(cases)('$what', ({ name, address, expected }) => {
    const lines = fitAddress(name, address);
    if (expected === null) {
      expect(lines).toMatchObject({
        ok: false,
        error: { code: 'letter.address_too_long', params: { name, most: 6 } },
      });
    } else {
      expect(lines).toEqual({ ok: true, value: expected });
    }
  });

  test('every line it lets through is narrower than the block', () => {
    for (const text of [
      'WWWWWWWW MMMMMMM WWWWWWWWW',
      'Żółć Ångström Ñandú',
      '株式会社 山田太郎商店',
      'Жуков Щербаков',
    ]) {
      const lines = fitAddress(`${text} ${text} ${text}`, home);
      if (!lines.ok) continue;
      for (const line of lines.value) {
        expect(widthOfLinePt(line, addressBlock.fontPt)).toBeLessThanOrEqual(
          (addressBlock.widthMm / 25.4) * 72,
        );
      }
    }
  });
});

describe('the geometry of the sheet', () => {
  const block = {
    left: addressBlock.leftMm,
    right: addressBlock.leftMm + addressBlock.widthMm,
    bottom: addressBlock.bottomMm,
    top: (lines: number) => addressBlock.bottomMm - (lines * addressBlock.linePt * 25.4) / 72,
  };

  test('sideways the block keeps clear of the window wherever the sheet slides', () => {
    for (const slide of [0, play.sidewaysMm / 2, play.sidewaysMm]) {
      const window = windowOnSheet(slide, 0);
      expect(block.left - window.left).toBeGreaterThanOrEqual(clearMm);
      expect(window.right - block.right).toBeGreaterThanOrEqual(clearMm);
    }
  });

  test('six lines keep clear above and below while the sheet rests on the bottom', () => {
    const window = windowOnSheet(0, 0);
    expect(block.top(6) - window.top).toBeGreaterThanOrEqual(clearMm);
    expect(window.bottom - block.bottom).toBeGreaterThanOrEqual(clearMm);
  });

  test('three lines stay in the window however far the sheet is pushed up', () => {
    const window = windowOnSheet(0, play.upMm);
    expect(block.top(3)).toBeGreaterThan(window.top);
    expect(block.bottom).toBeLessThan(window.bottom);
  });

  test('the window never reaches the text of the letter nor the return address', () => {
    const highest = windowOnSheet(0, 0);
    const lowest = windowOnSheet(0, play.upMm);
    expect(lowest.bottom).toBeLessThan(firstLineMm - clearMm);
    expect(highest.top).toBeGreaterThan(returnBlock.topMm + returnBlock.heightMm + clearMm);
    expect(foldsMm[0] * 3).toBeCloseTo(letterSheet.heightMm);
  });

  test('the return address lies in the upper window of a double-window envelope', () => {
    const { returnWindow, heightMm } = numberTen;
    const top = heightMm - returnWindow.fromBottomMm - returnWindow.heightMm - play.upMm;
    expect(returnBlock.topMm).toBeGreaterThanOrEqual(top + clearMm);
    expect(returnBlock.topMm + returnBlock.heightMm).toBeLessThanOrEqual(top + returnWindow.heightMm);
    expect(returnBlock.leftMm).toBeGreaterThanOrEqual(returnWindow.leftMm + clearMm);
  });
});
