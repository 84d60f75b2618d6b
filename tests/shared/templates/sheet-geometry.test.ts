/** Every paper, envelope and fold: what goes together keeps its address clear, what does not is refused in words. */
import { describe, expect, test } from 'vitest';
import {
  addressBlockOf,
  type Box,
  clearMm,
  foldsOf,
  geometryOf,
  linesAnywhere,
  overlayOf,
  panelMm,
  papers,
  playOf,
  returnWindowOnSheet,
  sheetFaultOf,
  windowOnSheet,
} from '../../../shared/templates/letters/sheet-geometry.ts';
import { plainHead, senderTypeOf } from '../../../shared/templates/letters/sheet-head.ts';
import {
  envelopes,
  folds,
  paperSizes,
  type SheetSetup,
  usualSheet,
} from '../../../shared/templates/letters/sheet-setup.ts';

const inch = 25.4;
const every: readonly SheetSetup[] = paperSizes.flatMap((paper) =>
  envelopes.flatMap((envelope) => folds.map((fold) => ({ ...usualSheet, paper, envelope, fold }))),
);
const named = (setups: readonly SheetSetup[]) =>
  setups.map((setup) => [`${setup.paper} in ${setup.envelope}, ${setup.fold}`, setup] as const);
const inWindow = every.filter((setup) => setup.envelope !== 'none' && sheetFaultOf(setup) === null);

/** Of the so many lowest lines, with what letters reach over their line. */
function blockOf(setup: SheetSetup, lines: number): Box {
  const { leftMm, widthMm, bottomMm, linePt, fontPt } = addressBlockOf(setup);
  const over = 0.135 * fontPt * (inch / 72);
  const under = 0.04 * fontPt * (inch / 72);
  return {
    left: leftMm,
    right: leftMm + widthMm,
    top: bottomMm - (lines * linePt * inch) / 72 - over,
    bottom: bottomMm + under,
  };
}

describe('what goes together', () => {
  test('A4 folded in thirds is higher than a #9, and nothing else is refused', () => {
    const refused = every.filter((setup) => sheetFaultOf(setup) !== null);
    expect(refused.map(({ paper, envelope, fold }) => `${paper} ${envelope} ${fold}`)).toEqual([
      'a4 nine c',
      'a4 nine z',
      'a4 nine_double c',
      'a4 nine_double z',
    ]);
    for (const setup of refused) expect(sheetFaultOf(setup)).toContain('#9 envelope');
  });

  test.each([
    ['too small for an address', { leftMm: 20, fromBottomMm: 13, widthMm: 110, heightMm: 16 }],
    ['too narrow', { leftMm: 20, fromBottomMm: 13, widthMm: 70, heightMm: 28 }],
    ['over the edge', { leftMm: 140, fromBottomMm: 13, widthMm: 110, heightMm: 28 }],
    ['so high that the sender shows', { leftMm: 20, fromBottomMm: 60, widthMm: 110, heightMm: 28 }],
    ['so far right that the date shows', { leftMm: 100, fromBottomMm: 13, widthMm: 130, heightMm: 28 }],
  ])('a window measured %s is refused', (_what, window) => {
    expect(sheetFaultOf({ ...usualSheet, window })).not.toBeNull();
  });

  test('a window measured elsewhere moves the address', () => {
    const window = { leftMm: 0.625 * inch, fromBottomMm: 0.75 * inch, widthMm: 4 * inch, heightMm: inch };
    const setup = { ...usualSheet, window };
    expect(sheetFaultOf(setup)).toBeNull();
    expect(addressBlockOf(setup).bottomMm).toBeCloseTo(addressBlockOf(usualSheet).bottomMm - 0.25 * inch);
    expect(addressBlockOf(setup).leftMm).toBeCloseTo(addressBlockOf(usualSheet).leftMm - 0.25 * inch);
  });
});

describe.each(named(inWindow))('%s', (_name, setup) => {
  const { sidewaysMm, upMm } = playOf(setup);

  test('six lines keep 3 mm clear above and below while the sheet rests on the lower edge', () => {
    const window = windowOnSheet(setup);
    expect(addressBlockOf(setup).mostLines).toBe(6);
    for (let lines = 1; lines <= 6; lines += 1) {
      const block = blockOf(setup, lines);
      expect(block.top - window.top).toBeGreaterThanOrEqual(clearMm);
      expect(window.bottom - block.bottom).toBeGreaterThanOrEqual(clearMm);
    }
  });

  test('sideways the block keeps clear wherever the sheet slides', () => {
    for (const slide of [0, sidewaysMm / 2, sidewaysMm]) {
      const window = windowOnSheet(setup, slide);
      expect(blockOf(setup, 1).left - window.left).toBeGreaterThanOrEqual(clearMm);
      expect(window.right - blockOf(setup, 1).right).toBeGreaterThanOrEqual(clearMm);
    }
  });

  test('so many lines as it says stay in the window however far the sheet is pushed up', () => {
    const lines = linesAnywhere(setup);
    const window = windowOnSheet(setup, 0, upMm);
    const over = 0.5;
    if (lines > 0) expect(blockOf(setup, lines).top - window.top).toBeGreaterThanOrEqual(clearMm - over);
    if (lines < 6) expect(blockOf(setup, lines + 1).top - window.top).toBeLessThan(clearMm);
    expect(lines).toBeGreaterThanOrEqual(setup.paper === 'legal' ? 0 : 2);
  });

  test('the type is one that people and machines read', () => {
    const { fontPt } = addressBlockOf(setup);
    expect(fontPt).toBeGreaterThanOrEqual(8);
    expect(fontPt).toBeLessThanOrEqual(12);
  });

  test('the part that shows fits the envelope, and the letter begins on the next one', () => {
    expect(upMm).toBeGreaterThan(0);
    expect(sidewaysMm).toBeGreaterThan(0);
    const geometry = geometryOf(setup);
    expect(geometry.firstLineMm).toBeGreaterThan(panelMm(setup));
    const parts = [0, ...geometry.foldsMm, papers[setup.paper].heightMm];
    for (let index = 1; index < parts.length; index += 1)
      expect((parts[index] ?? 0) - (parts[index - 1] ?? 0)).toBeLessThanOrEqual(panelMm(setup) + 0.001);
  });

  test('sender, date and what stands beside it are out of the address window’s reach', () => {
    const { sender, reach, date } = geometryOf(setup);
    expect(sender.bottom).toBeLessThanOrEqual(windowOnSheet(setup).top - clearMm + 0.001);
    const right = windowOnSheet(setup).right;
    expect(reach.left).toBeGreaterThan(right + clearMm);
    expect(date.leftMm).toBeGreaterThan(right + clearMm);
    expect(reach.bottom).toBeLessThan(date.topMm);
    expect(reach.right - reach.left).toBeGreaterThan(35);
  });

  test('the sender lies inside the upper window wherever the sheet slides sideways', () => {
    const { sender } = geometryOf(setup);
    for (const slide of [0, sidewaysMm]) {
      const window = returnWindowOnSheet(setup, slide);
      if (!window) continue;
      expect(sender.left - window.left).toBeGreaterThanOrEqual(clearMm);
      expect(window.right - sender.right).toBeGreaterThanOrEqual(clearMm);
      expect(sender.top - window.top).toBeGreaterThanOrEqual(clearMm - 0.001);
      expect(window.bottom - sender.bottom).toBeGreaterThanOrEqual(clearMm - 0.001);
    }
    const head = plainHead('Harbor Lane Recovery', ['210 Harbor Lane, Suite 4', 'Portsmouth NH 03801']);
    expect(senderTypeOf(head, geometryOf(setup)).fits).toBe(true);
  });
});

describe('folds', () => {
  test('thirds, the tucked part shorter in a C; Legal in quarters', () => {
    expect(foldsOf({ paper: 'letter', fold: 'z' }).map((fold) => fold / inch)).toEqual([11 / 3, 22 / 3]);
    const [first = 0, second = 0] = foldsOf({ paper: 'letter', fold: 'c' });
    expect(second).toBeCloseTo(2 * first);
    expect(first - (11 * inch - second)).toBeCloseTo(inch / 16);
    expect(foldsOf({ paper: 'legal', fold: 'c' }).map((fold) => fold / inch)).toEqual([3.5, 7, 10.5]);
  });
});

describe('the overlay', () => {
  test('lies where the paper will be once the printer has moved what it prints', () => {
    const plain = overlayOf(usualSheet);
    const moved = overlayOf({ ...usualSheet, offsetMm: { right: 1.5, down: -2 } });
    const windowOf = (overlay: typeof plain) => overlay.boxes.find(({ kind }) => kind === 'window')?.box;
    expect((windowOf(plain)?.left ?? 0) - (windowOf(moved)?.left ?? 0)).toBeCloseTo(1.5);
    expect((windowOf(plain)?.top ?? 0) - (windowOf(moved)?.top ?? 0)).toBeCloseTo(-2);
    expect((plain.foldsMm[0] ?? 0) - (moved.foldsMm[0] ?? 0)).toBeCloseTo(-2);
  });

  test('has the address inside the window, the window inside its reach, and two windows where there are two', () => {
    for (const setup of inWindow) {
      const { boxes } = overlayOf(setup);
      const of = (kind: string) => boxes.find((box) => box.kind === kind)?.box;
      const [address, window, reach] = [of('address'), of('window'), of('reach')];
      if (!address || !window || !reach) throw new Error('a box is missing');
      expect(address.left).toBeGreaterThan(window.left);
      expect(address.right).toBeLessThan(window.right);
      expect(reach.left).toBeLessThanOrEqual(window.left);
      expect(reach.right).toBeGreaterThanOrEqual(window.right);
      expect(of('return_window') !== undefined).toBe(setup.envelope.endsWith('_double'));
    }
    expect(overlayOf({ ...usualSheet, envelope: 'none' }).boxes).toEqual([]);
  });
});
