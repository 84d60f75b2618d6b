/** How the office's sheets are laid out and printed: stored in the book, kept with every letter as it was. */
export const paperSizes = ['letter', 'legal', 'a4'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** Window envelopes: ordinary and double-window #10, and #9, which is the smaller one that fits inside it. */
export const envelopes = ['ten', 'ten_double', 'nine', 'nine_double', 'none'] as const;
export type Envelope = (typeof envelopes)[number];

/**
 * In thirds, the letter's head outside (C) or in a zigzag (Z); Legal in quarters, halved twice or in a zigzag. Both show the
 * head; a C tucks its last part in, so that its folds lie a little lower.
 */
export const folds = ['c', 'z'] as const;
export type Fold = (typeof folds)[number];

/** A window as envelopes are specified: its size, and how far its edges lie from the left and the bottom of the envelope. */
export type WindowPlace = {
  readonly leftMm: number;
  readonly fromBottomMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
};

export type SheetSetup = {
  readonly paper: PaperSize;
  readonly envelope: Envelope;
  readonly fold: Fold;
  /** Address blocks in capitals without punctuation, as the post's readers like them best (Publication 28). */
  readonly upperCase: boolean;
  /** How far this printer is off, in millimeters, as read from the test page: what is printed is moved against it. */
  readonly offsetMm: { readonly right: number; readonly down: number };
  readonly foldMarks: boolean;
  /** The office measured the address window of its own envelopes; left out for the size makers sell most. */
  readonly window?: WindowPlace;
};

/** A printer that is further off has to be seen to. */
export const mostOffsetMm = 5;

export const usualSheet: SheetSetup = {
  paper: 'letter',
  envelope: 'ten',
  fold: 'c',
  upperCase: false,
  offsetMm: { right: 0, down: 0 },
  foldMarks: true,
};

/** The printer a letter goes to without a dialog, and how; of this computer. */
export type PrinterSetup = {
  /** Empty: the dialog is shown. */
  readonly printer: string;
  readonly tray: string;
  readonly duplex: 'off' | 'long_edge' | 'short_edge';
  readonly copies: number;
};

export const usualPrinter: PrinterSetup = { printer: '', tray: '', duplex: 'off', copies: 1 };

export type PrintSetup = { readonly sheet: SheetSetup; readonly printer: PrinterSetup };
export const usualSetup: PrintSetup = { sheet: usualSheet, printer: usualPrinter };
