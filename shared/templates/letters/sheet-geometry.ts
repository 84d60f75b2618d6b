/**
 * Where things stand on a sheet so that, folded, its address shows in the window of the envelope and nothing else does:
 * worked out for every paper, envelope and fold that go together.
 *
 * The envelopes, as the trade sells them most (makers differ by an eighth of an inch, double windows by more, so an office can
 * measure its own): #10 is 9 1/2 x 4 1/8 in, #9 is 8 7/8 x 3 7/8 in. The ordinary window of both is 4 1/2 x 1 1/8 in, 7/8 in
 * from the left and 1/2 in from the bottom. With two windows the lower is 4 x 1 in, 1/2 in from the left and 5/8 in from the
 * bottom; the upper one, for the sender, is 3 1/2 x 7/8 in.
 *
 * The sheet: Letter and A4 fold in thirds, Legal in quarters. In the envelope it can move by the difference of their sizes:
 * Letter in a #10 by 1 in sideways and 0.44 in up. USPS asks that the whole address stay visible, with 1/8 in clear on every
 * side, while the insert moves (Domestic Mail Manual 601.6.3, read 2026-11-21).
 *
 * What was chosen:
 * - Sideways the block keeps 3.2 mm from the window's edge wherever the sheet slides.
 * - Up and down the sheet is taken as resting on the envelope's lower edge, where it settles in the mail. The block stands on the
 *   bottom of that zone, so that short addresses also keep clear when the sheet is pushed all the way up. Six lines
 *   fill the window's height less 3 mm above and below, in a smaller type where the window is lower; no fold can hold six
 *   lines through the whole movement up and down.
 * - Nothing but the address is printed where the window can ever be: the letter begins below the first fold, on another part of
 *   the folded sheet.
 * - The office's name and address stand at the upper left; for two windows inside the upper one.
 * - Short marks on the left edge show the folds.
 *
 * All measures are millimetres from the upper left corner of the sheet, before the printer's offset is taken off.
 */
import type { Envelope, Fold, PaperSize, SheetSetup, WindowPlace } from './sheet-setup.ts';

export const inch = 25.4;

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type Size = { readonly widthMm: number; readonly heightMm: number };

export const papers: Readonly<Record<PaperSize, Size>> = {
  letter: { widthMm: 8.5 * inch, heightMm: 11 * inch },
  legal: { widthMm: 8.5 * inch, heightMm: 14 * inch },
  a4: { widthMm: 210, heightMm: 297 },
};

const ten: Size = { widthMm: 9.5 * inch, heightMm: 4.125 * inch };
const nine: Size = { widthMm: 8.875 * inch, heightMm: 3.875 * inch };

const place = (left: number, fromBottom: number, width: number, height: number): WindowPlace => ({
  leftMm: left * inch,
  fromBottomMm: fromBottom * inch,
  widthMm: width * inch,
  heightMm: height * inch,
});
const single = place(0.875, 0.5, 4.5, 1.125);
const lower = place(0.5, 0.625, 4, 1);

type Windows = Size & { readonly window: WindowPlace; readonly returnWindow: WindowPlace | null };

/** Sheets without a window envelope are laid out as for the ordinary one, and nothing has to be clear. */
const usualWindows: Readonly<Record<Envelope, Windows>> = {
  ten: { ...ten, window: single, returnWindow: null },
  ten_double: { ...ten, window: lower, returnWindow: place(0.375, 2.4375, 3.5, 0.875) },
  nine: { ...nine, window: single, returnWindow: null },
  nine_double: { ...nine, window: lower, returnWindow: place(0.5, 2.0625, 3.5, 0.875) },
  none: { ...ten, window: single, returnWindow: null },
};

export type EnvelopeChoice = Pick<SheetSetup, 'envelope' | 'window'>;
type SheetChoice = EnvelopeChoice & Pick<SheetSetup, 'paper' | 'fold'>;

/** The envelope with its windows, the office's own measures of the address window before the usual ones. */
export function envelopeOf({ envelope, window }: EnvelopeChoice): Windows {
  const usual = usualWindows[envelope];
  return window && envelope !== 'none' ? { ...usual, window } : usual;
}

/** A part that is tucked in is so much shorter. */
const tuckMm = inch / 16;

/** Where the sheet is folded, from its upper edge. */
export function foldsOf({
  paper,
  fold,
}: {
  readonly paper: PaperSize;
  readonly fold: Fold;
}): readonly number[] {
  const { heightMm } = papers[paper];
  if (paper === 'legal') return [heightMm / 4, heightMm / 2, (3 * heightMm) / 4];
  const part = fold === 'c' ? (heightMm + tuckMm) / 3 : heightMm / 3;
  return [part, 2 * part];
}

/** The height of the part that shows. */
export function panelMm(setup: Pick<SheetSetup, 'paper' | 'fold'>): number {
  return foldsOf(setup)[0] ?? papers[setup.paper].heightMm;
}

/** How far the folded sheet can move in the envelope. */
export function playOf(setup: SheetChoice): { readonly sidewaysMm: number; readonly upMm: number } {
  const { widthMm, heightMm } = envelopeOf(setup);
  return { sidewaysMm: widthMm - papers[setup.paper].widthMm, upMm: heightMm - panelMm(setup) };
}

function onSheet(setup: SheetChoice, window: WindowPlace, fromLeftMm: number, upMm: number): Box {
  const left = window.leftMm - fromLeftMm;
  const bottom = panelMm(setup) + upMm - window.fromBottomMm;
  return { left, top: bottom - window.heightMm, right: left + window.widthMm, bottom };
}

/** What the address window shows of the sheet when it lies so far from the envelope's left and bottom edges. */
export function windowOnSheet(setup: SheetChoice, fromLeftMm = 0, upMm = 0): Box {
  return onSheet(setup, envelopeOf(setup).window, fromLeftMm, upMm);
}

/** The same of the sender's window; `null` for an envelope with one window. */
export function returnWindowOnSheet(setup: SheetChoice, fromLeftMm = 0, upMm = 0): Box | null {
  const { returnWindow } = envelopeOf(setup);
  return returnWindow && onSheet(setup, returnWindow, fromLeftMm, upMm);
}

/** What must stay clear between the address and the window's edge. */
export const clearMm = 3;
/** Letters reach a little over their line. */
const insetMm = clearMm + 0.2;

const pointMm = inch / 72;
/** Nearly solid. */
const lineToFont = 1.04;
/** How far the box of a letter of Arimo reaches over its line, times its size; what it reaches below is in the inset. */
const overLine = 0.135;
/** Below this neither people nor the post's readers read well. */
const leastFontPt = 8;
const mostFontPt = 10;
export const mostAddressLines = 6;
/** The fewest that make an address worth the paper. */
const leastAddressLines = 4;
/** Room for an ordinary name and street. */
const leastAddressWidthMm = 2 * inch;

/** The type in which so many lines keep clear in a window of this height, in points, to a tenth. */
function fontFor(lines: number, windowHeightMm: number): number {
  const heightPt = (windowHeightMm - clearMm - insetMm) / pointMm;
  const fits = heightPt / (lineToFont * lines + overLine);
  return Math.min(mostFontPt, Math.floor(fits * 10) / 10);
}

/** Where the address block stands; its lines fill it from the bottom up. */
export type AddressBlock = {
  readonly leftMm: number;
  readonly widthMm: number;
  readonly bottomMm: number;
  readonly mostLines: number;
  readonly fontPt: number;
  readonly linePt: number;
};

export type AddressPlace = Pick<SheetSetup, 'paper' | 'envelope' | 'fold' | 'window'>;

export function addressBlockOf(setup: AddressPlace): AddressBlock {
  const { window } = envelopeOf(setup);
  const { sidewaysMm } = playOf(setup);
  let mostLines = mostAddressLines;
  while (mostLines > 1 && fontFor(mostLines, window.heightMm) < leastFontPt) mostLines -= 1;
  const fontPt = fontFor(mostLines, window.heightMm);
  return {
    leftMm: window.leftMm + insetMm,
    widthMm: window.widthMm - sidewaysMm - 2 * insetMm,
    bottomMm: windowOnSheet(setup).bottom - insetMm,
    mostLines,
    fontPt,
    linePt: fontPt * lineToFont,
  };
}

/** The most lines that stay whole in the window, 3 mm clear, wherever the sheet lies in the envelope. */
export function linesAnywhere(setup: AddressPlace): number {
  const { mostLines, linePt, fontPt, bottomMm } = addressBlockOf(setup);
  const top = windowOnSheet(setup, 0, playOf(setup).upMm).top + clearMm;
  return Math.max(
    0,
    Math.min(mostLines, Math.floor((bottomMm - top - overLine * fontPt * pointMm) / (linePt * pointMm))),
  );
}

/** Why these do not go together, in a sentence with what to do; `null` when they do. */
export function sheetFaultOf(setup: AddressPlace): string | null {
  if (setup.envelope === 'none') return null;
  const envelope = envelopeOf(setup);
  const { sidewaysMm, upMm } = playOf(setup);
  const names = { paper: paperNames[setup.paper], envelope: envelopeNames[setup.envelope] };
  if (upMm < 0.5 || sidewaysMm < 0.5)
    return `${names.paper} folded is ${inches(panelMm(setup))} in high and does not go into a ${names.envelope} of ${inches(envelope.heightMm)} in. Choose a #10 envelope, or another paper.`;
  const { window } = envelope;
  if (
    window.leftMm < 0 ||
    window.fromBottomMm < 0 ||
    window.leftMm + window.widthMm > envelope.widthMm ||
    window.fromBottomMm + window.heightMm > envelope.heightMm
  )
    return 'The window as measured reaches over the edge of the envelope. Measure it once more.';
  const block = addressBlockOf(setup);
  if (block.mostLines < leastAddressLines || block.widthMm < leastAddressWidthMm)
    return 'The window as measured is too small for an address with an eighth of an inch clear around it. Measure it once more, or use other envelopes.';
  if (windowOnSheet(setup).top < returnTopMm + 12)
    return 'The window as measured stands so high that the sender’s address would show in it. Measure it once more, or use other envelopes.';
  if (dateLeftMm(setup) > papers[setup.paper].widthMm - marginsMm.right - 35)
    return 'The window as measured reaches so far to the right that the date would show in it. Measure it once more, or use other envelopes.';
  return null;
}

function inches(mm: number): string {
  return (mm / inch).toFixed(2);
}

const paperNames: Readonly<Record<PaperSize, string>> = {
  letter: 'US Letter',
  legal: 'US Legal',
  a4: 'A4',
};
const envelopeNames: Readonly<Record<Envelope, string>> = {
  ten: '#10 envelope',
  ten_double: '#10 envelope',
  nine: '#9 envelope',
  nine_double: '#9 envelope',
  none: 'envelope',
};

export const marginsMm = { top: 0.75 * inch, right: 1 * inch, bottom: 0.65 * inch, left: 1 * inch } as const;

const returnTopMm = 0.5 * inch;

/** Right of every place the windows can be. */
function dateLeftMm(setup: AddressPlace): number {
  const { window, returnWindow } = envelopeOf(setup);
  const right = Math.max(
    window.leftMm + window.widthMm,
    returnWindow ? returnWindow.leftMm + returnWindow.widthMm : 0,
  );
  return Math.max(5.55 * inch, right + insetMm);
}

/** What stands on the first page, each thing where the geometry puts it. */
export type SheetGeometry = {
  readonly paper: Size;
  readonly address: AddressBlock;
  /** The office's name and address; for two windows inside the upper one wherever the sheet slides sideways. */
  readonly sender: Box;
  /** At most so large: above the sender's name, or at the right where the sender stands in a window. */
  readonly logo: { readonly where: 'above' | 'right'; readonly widthMm: number; readonly heightMm: number };
  /** Telephone, e-mail and what else stands at the upper right, down to the date. */
  readonly reach: Box;
  readonly date: { readonly leftMm: number; readonly topMm: number };
  /** The letter's first line: below the first fold, which the window never reaches. */
  readonly firstLineMm: number;
  readonly foldsMm: readonly number[];
};

/** Name and three lines. */
const senderHeightMm = 16;
const mostLogo = { widthMm: 70, heightMm: 20 };

export function geometryOf(setup: AddressPlace): SheetGeometry {
  const paper = papers[setup.paper];
  const foldsMm = foldsOf(setup);
  const address = addressBlockOf(setup);
  const window = windowOnSheet(setup);
  const dateLeft = dateLeftMm(setup);
  const returnWindow = returnWindowOnSheet(setup);
  // With two windows the logo stands there too, so that the date moves down beside the address.
  const dateTop = returnWindow ? window.top + 10 : Math.min(2.15 * inch, window.top + 4);
  const { sidewaysMm } = playOf(setup);
  const right = paper.widthMm - marginsMm.right;
  const sender = returnWindow
    ? {
        left: returnWindow.left + insetMm,
        top: Math.max(8, returnWindow.top + clearMm),
        right: returnWindow.right - sidewaysMm - insetMm,
        bottom: returnWindow.bottom - clearMm,
      }
    : { left: 0.55 * inch, top: returnTopMm, right: dateLeft - 6, bottom: window.top - clearMm };
  const logo = returnWindow
    ? { where: 'right', widthMm: right - dateLeft, heightMm: 16 }
    : {
        where: 'above',
        widthMm: mostLogo.widthMm,
        heightMm: Math.min(mostLogo.heightMm, sender.bottom - sender.top - senderHeightMm - 1.5),
      };
  return {
    paper,
    address,
    sender,
    logo: { where: returnWindow ? 'right' : 'above', widthMm: logo.widthMm, heightMm: logo.heightMm },
    reach: { left: dateLeft, top: returnTopMm, right, bottom: dateTop - 2 },
    date: { leftMm: dateLeft, topMm: dateTop },
    firstLineMm: (foldsMm[0] ?? 0) + 5,
    foldsMm,
  };
}

/** One thing to draw over a page. */
export type OverlayBox = {
  readonly kind: 'window' | 'return_window' | 'reach' | 'address';
  /** In words, for the key beside it. */
  readonly label: string;
  readonly box: Box;
};

export type SheetOverlay = {
  readonly page: Size;
  readonly boxes: readonly OverlayBox[];
  readonly foldsMm: readonly number[];
};

/** What the preview can show over the first page. The printer's offset is in it: so the boxes lie where paper will have them. */
export function overlayOf(setup: SheetSetup): SheetOverlay {
  const page = papers[setup.paper];
  const { right, down } = setup.offsetMm;
  const moved = (box: Box): Box => ({
    left: box.left - right,
    top: box.top - down,
    right: box.right - right,
    bottom: box.bottom - down,
  });
  const foldsMm = foldsOf(setup).map((fold) => fold - down);
  if (setup.envelope === 'none') return { page, boxes: [], foldsMm: [] };
  const { sidewaysMm, upMm } = playOf(setup);
  const block = addressBlockOf(setup);
  const first = windowOnSheet(setup);
  const last = windowOnSheet(setup, sidewaysMm, upMm);
  const returnWindow = returnWindowOnSheet(setup, sidewaysMm / 2);
  const boxes: OverlayBox[] = [
    {
      kind: 'reach',
      label: 'Where the window can be',
      box: {
        left: last.left,
        top: first.top,
        right: first.right,
        bottom: Math.min(last.bottom, panelMm(setup)),
      },
    },
    { kind: 'window', label: 'Window', box: windowOnSheet(setup, sidewaysMm / 2) },
  ];
  if (returnWindow) boxes.push({ kind: 'return_window', label: 'Upper window', box: returnWindow });
  boxes.push({
    kind: 'address',
    label: 'Room for the address',
    box: {
      left: block.leftMm,
      top: block.bottomMm - block.mostLines * block.linePt * pointMm,
      right: block.leftMm + block.widthMm,
      bottom: block.bottomMm,
    },
  });
  return { page, boxes: boxes.map((one) => ({ ...one, box: moved(one.box) })), foldsMm };
}
