/**
 * Where things stand on a US Letter sheet so that, folded in three, its address shows in the window of a
 * #10 envelope and nothing else does.
 *
 * The envelope: #10 is 9 1/2 x 4 1/8 in. The ordinary single window is 4 1/2 x 1 1/8 in, its left edge
 * 7/8 in from the envelope's left and its lower edge 1/2 in from the bottom (the trade's stock size).
 *
 * The sheet: folded in even thirds it is 8 1/2 in wide and 3 2/3 in high, so it can move in the envelope by
 * 1 in sideways and by 0.46 in up and down. USPS asks that the whole address stay visible, with 1/8 in clear
 * on every side, while the insert moves (Domestic Mail Manual 601.6.3, read 2026-11-21).
 *
 * What was chosen:
 * - Sideways the block keeps 3.2 mm from the window's edge wherever the sheet slides: from 1 in to 4 1/4 in.
 * - Up and down the sheet is taken as resting on the envelope's lower edge, where it settles in the mail. The
 *   block stands on the bottom of that zone, so one to three lines also keep clear when the sheet is pushed
 *   all the way up. Six lines fill the window's height less 3 mm above and below; no fold in thirds can hold
 *   six lines in this window through the whole movement up and down.
 * - Nothing but the address is printed where the window can ever be: the letter begins below the first fold.
 * - The office's name and address stand at the upper left, where the second window of a double-window #10 is
 *   (about 3/8 in from the left, 7/8 x 3 1/2 in, its lower edge 2 7/16 in from the bottom; makers differ by an
 *   eighth).
 * - Short marks on the left edge show both folds.
 *
 * All measures are millimetres from the upper left corner of the sheet.
 */
const inch = 25.4;

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export const letterSheet = { widthMm: 8.5 * inch, heightMm: 11 * inch } as const;

export const numberTen = {
  widthMm: 9.5 * inch,
  heightMm: 4.125 * inch,
  window: { leftMm: 0.875 * inch, fromBottomMm: 0.5 * inch, widthMm: 4.5 * inch, heightMm: 1.125 * inch },
  returnWindow: {
    leftMm: 0.375 * inch,
    fromBottomMm: 2.4375 * inch,
    widthMm: 3.5 * inch,
    heightMm: 0.875 * inch,
  },
} as const;

export const foldsMm = [letterSheet.heightMm / 3, (2 * letterSheet.heightMm) / 3] as const;

/** How far the folded sheet can move in the envelope. */
export const play = {
  sidewaysMm: numberTen.widthMm - letterSheet.widthMm,
  upMm: numberTen.heightMm - foldsMm[0],
} as const;

/** What the window shows of the sheet when the sheet lies so far from the envelope's left and bottom edges. */
export function windowOnSheet(fromLeftMm: number, upMm: number): Box {
  const { window } = numberTen;
  const left = window.leftMm - fromLeftMm;
  const envelopeTopOfSheet = numberTen.heightMm - foldsMm[0] - upMm;
  const top = numberTen.heightMm - window.fromBottomMm - window.heightMm - envelopeTopOfSheet;
  return { left, top, right: left + window.widthMm, bottom: top + window.heightMm };
}

/** What must stay clear between the address and the window's edge. */
export const clearMm = 3;

/** Where the address block stands; its lines fill it from the bottom up. */
export const addressBlock = {
  leftMm: 1 * inch,
  widthMm: 3.25 * inch,
  bottomMm: windowOnSheet(0, 0).bottom - clearMm - 0.2,
  mostLines: 6,
  fontPt: 10,
  /** Nearly solid: six lines, the last with its full height, are 22.3 mm; the window less 3 mm twice is 22.6 mm. */
  linePt: 10.4,
} as const;

/** The office's name and address. */
export const returnBlock = {
  leftMm: 0.55 * inch,
  topMm: 0.5 * inch,
  widthMm: 3.2 * inch,
  heightMm: 0.72 * inch,
} as const;

/** The date stands right of every place the window can be. */
export const dateBlock = { leftMm: 5.55 * inch, topMm: 2.15 * inch } as const;

/** The letter's first line: below the first fold, which the window never reaches. */
export const firstLineMm = foldsMm[0] + 5;

export const marginsMm = { top: 0.75 * inch, right: 1 * inch, bottom: 0.65 * inch, left: 1 * inch } as const;
