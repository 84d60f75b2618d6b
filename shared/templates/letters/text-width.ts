/**
 * How wide a line of the address will print, without a window to measure it in: whether an address fits is
 * decided where the letter is composed. Arial, Liberation Sans and Helvetica have the same advance widths, in
 * thousandths of the type size; a letter with a mark is as wide as without it. Characters outside the table
 * come from another font and are taken as wide as the widest that are common there.
 */
const asciiWidths = [
  // space to /
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  // 0 to 9
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
  // : to @
  278, 278, 584, 584, 584, 556, 1015,
  // A to Z
  667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611,
  // [ to `
  278, 278, 278, 469, 556, 333,
  // a to z
  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556,
  500, 722, 500, 500, 500,
  // { to ~
  334, 260, 334, 584,
] as const;

const otherAlphabet = 1050;
const fullWidth = 1300;

/** Width in points of one line of text at a type size. Never less than what prints. */
export function widthOfLinePt(text: string, fontPt: number): number {
  let thousandths = 0;
  for (const character of text.normalize('NFKD')) {
    if (/\p{M}/u.test(character)) continue;
    const code = character.codePointAt(0) ?? 0;
    thousandths += asciiWidths[code - 32] ?? (code < 0x2e80 ? otherAlphabet : fullWidth);
  }
  return (thousandths / 1000) * fontPt;
}
