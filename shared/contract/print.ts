/** How the office prints: the setup, its test page, and addresses on envelopes and labels. */
import { z } from 'zod';
import { envelopes, folds, mostOffsetMm, paperSizes } from '../templates/letters/sheet-setup.ts';
import { bookCommand, bookQuery, deskCommand, deskQuery, id, nothing, optionalLine } from './call.ts';

const measure = z.number().min(0).max(300);
const offset = z.number().min(-mostOffsetMm).max(mostOffsetMm);

export const sheetSetup = z.strictObject({
  paper: z.enum(paperSizes),
  envelope: z.enum(envelopes),
  fold: z.enum(folds),
  upperCase: z.boolean(),
  offsetMm: z.strictObject({ right: offset, down: offset }),
  foldMarks: z.boolean(),
  window: z
    .strictObject({ leftMm: measure, fromBottomMm: measure, widthMm: measure, heightMm: measure })
    .exactOptional(),
});

export const printerSetup = z.strictObject({
  /** Empty: the dialog is shown. */
  printer: optionalLine(256),
  tray: optionalLine(256),
  duplex: z.enum(['off', 'long_edge', 'short_edge']),
  copies: z.int().min(1).max(20),
});

export const printSetup = z.strictObject({ sheet: sheetSetup, printer: printerSetup });

export const pieceForms = ['envelope_ten', 'envelope_nine', 'labels_thirty', 'labels_ten'] as const;
export type PieceForm = (typeof pieceForms)[number];

/** More come in several goes: one document is laid out at a time. */
export const mostPieces = 1000;

/** Whose addresses: accounts in the order given, or the letters of a run in the order they were printed. */
export const pieceSource = z.union([
  z.strictObject({ accountIds: z.array(id).min(1).max(mostPieces) }),
  z.strictObject({ runId: id }),
]);
export type PieceSource = z.output<typeof pieceSource>;

export const piecesAsked = z.strictObject({
  source: pieceSource,
  form: z.enum(pieceForms),
  /** On envelopes: the office's address at the upper left, with its name or without. */
  sender: z.enum(['name_and_address', 'address', 'none']),
  /** On labels: the first one of the sheet that is still there, counted by rows. */
  startAt: z.int().min(1).max(30),
});
export type PiecesAsked = z.output<typeof piecesAsked>;

const leftOut = z.strictObject({ accountId: id, name: z.string(), why: z.string() });

export const printCalls = {
  'print.setup': bookQuery(nothing, z.strictObject({ setup: printSetup })),
  /** Refused when paper, envelope and fold do not go together. */
  'print.saveSetup': bookCommand(printSetup, nothing),
  /** A letter of this sheet with the office's letterhead and an invented address, to look at before anything is saved. */
  'print.sample': deskQuery(
    z.strictObject({ sheet: sheetSetup }),
    z.strictObject({ pdf: z.instanceof(Uint8Array), pages: z.int() }),
  ),
  /** Rulers on two edges and the window of the envelope, without the printer's offset; through the system's dialog. */
  'print.testPage': deskCommand(
    z.strictObject({ sheet: sheetSetup }),
    z.strictObject({ printed: z.boolean() }),
  ),
  /** Lays envelopes or labels out. Kept nowhere; printed and saved by their id while they are on screen. */
  'print.pieces': deskQuery(
    piecesAsked,
    z.strictObject({
      piecesId: z.uuid(),
      pdf: z.instanceof(Uint8Array),
      pages: z.int(),
      pieces: z.int(),
      leftOut: z.array(leftOut),
    }),
  ),
  'print.printPieces': deskCommand(
    z.strictObject({ piecesId: z.uuid() }),
    z.strictObject({ printed: z.boolean() }),
  ),
  'print.savePieces': deskCommand(
    z.strictObject({ piecesId: z.uuid() }),
    z.strictObject({ fileName: z.string() }),
  ),
} as const;
