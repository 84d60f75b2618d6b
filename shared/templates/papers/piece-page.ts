/**
 * Addresses on what is mailed: envelopes printed directly, and sheets of labels. Pages without any sheet of a letter.
 *
 * Envelopes: the address stands where the post's machines look for it, half an inch and more from the sides, between 5/8 and 2 3/4 in
 * from the lower edge (Domestic Mail Manual 202.2.1, read 2026-11-22). Labels: the two sheets offices buy most, 30 labels of
 * 1 x 2 5/8 in and 10 of 2 x 4 in on US Letter.
 */
import type { PieceForm } from '../../contract/print.ts';
import { letterFonts } from '../letters/letter-font.ts';
import { sheetPolicy } from '../letters/sheet.ts';
import { inch } from '../letters/sheet-geometry.ts';
import { html, type Markup } from './markup.ts';

/** Where the lines of one piece stand, and how large. */
export type PieceBlock = {
  readonly widthMm: number;
  readonly fontPt: number;
  readonly linePt: number;
  readonly mostLines: number;
};

type Envelope = { readonly widthMm: number; readonly heightMm: number };
const envelopeSizes = {
  envelope_ten: { widthMm: 9.5 * inch, heightMm: 4.125 * inch },
  envelope_nine: { widthMm: 8.875 * inch, heightMm: 3.875 * inch },
} as const satisfies Partial<Record<PieceForm, Envelope>>;

type Labels = {
  readonly across: number;
  readonly down: number;
  readonly leftMm: number;
  readonly topMm: number;
  readonly pitchRightMm: number;
  readonly pitchDownMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly insetMm: number;
};
const labelSheets = {
  labels_thirty: {
    across: 3,
    down: 10,
    leftMm: 0.1875 * inch,
    topMm: 0.5 * inch,
    pitchRightMm: 2.75 * inch,
    pitchDownMm: 1 * inch,
    widthMm: 2.625 * inch,
    heightMm: 1 * inch,
    insetMm: 3.2,
  },
  labels_ten: {
    across: 2,
    down: 5,
    leftMm: 0.15625 * inch,
    topMm: 0.5 * inch,
    pitchRightMm: 4.1875 * inch,
    pitchDownMm: 2 * inch,
    widthMm: 4 * inch,
    heightMm: 2 * inch,
    insetMm: 6,
  },
} as const satisfies Partial<Record<PieceForm, Labels>>;

export function labelsOn(form: PieceForm): number {
  const sheet = isLabels(form) ? labelSheets[form] : null;
  return sheet ? sheet.across * sheet.down : 1;
}

function isLabels(form: PieceForm): form is keyof typeof labelSheets {
  return form === 'labels_thirty' || form === 'labels_ten';
}

/** The room for the lines of one piece; what does not fit is left out by name, not cut. */
export function pieceBlockOf(form: PieceForm): PieceBlock {
  if (form === 'labels_thirty')
    return {
      widthMm: labelSheets.labels_thirty.widthMm - 2 * labelSheets.labels_thirty.insetMm,
      fontPt: 8.5,
      linePt: 9.2,
      mostLines: 6,
    };
  if (form === 'labels_ten')
    return {
      widthMm: labelSheets.labels_ten.widthMm - 2 * labelSheets.labels_ten.insetMm,
      fontPt: 12,
      linePt: 14.5,
      mostLines: 6,
    };
  return { widthMm: 4.25 * inch, fontPt: 11, linePt: 13, mostLines: 6 };
}

const mm = (value: number): string => `${value.toFixed(2)}mm`;

export type Pieces = {
  readonly form: PieceForm;
  /** The lines of each, fitted. */
  readonly addresses: readonly (readonly string[])[];
  /** At the upper left of envelopes; empty for nothing. */
  readonly sender: readonly string[];
  /** Of labels: the first that is still on the sheet, from 1. */
  readonly startAt: number;
  /** How far the printer is off. */
  readonly offsetMm: { readonly right: number; readonly down: number };
};

export function piecesPage(pieces: Pieces): string {
  const { body, style } = isLabels(pieces.form)
    ? labelPages(pieces, labelSheets[pieces.form])
    : envelopePages(pieces, envelopeSizes[pieces.form]);
  const title = isLabels(pieces.form) ? 'Labels' : 'Envelopes';
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: sheetPolicy }}">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
}

function common({ form }: Pieces): string {
  const { fontPt, linePt } = pieceBlockOf(form);
  return `html { -webkit-print-color-adjust: exact; }
body { margin: 0; font-family: ${letterFonts}; color: #000; background: #fff; }
.page { position: relative; overflow: hidden; break-after: page; }
.page:last-child { break-after: auto; }
address { position: absolute; font-style: normal; font-size: ${fontPt}pt; line-height: ${linePt}pt; }
address span, .from span { display: block; white-space: nowrap; unicode-bidi: isolate; }
`;
}

function linesOf(lines: readonly string[]): Markup {
  return html`${lines.map((line) => html`<span>${line}</span>`)}`;
}

function envelopePages(pieces: Pieces, { widthMm, heightMm }: Envelope): { body: Markup; style: string } {
  const { sender, addresses } = pieces;
  const style = `@page { size: ${mm(widthMm)} ${mm(heightMm)}; margin: 0; }
${common(pieces)}
.page { width: ${mm(widthMm)}; height: ${mm(heightMm - 0.1)}; }
.from { position: absolute; left: 10mm; top: 9mm; width: 80mm; font-size: 8.5pt; line-height: 10.5pt; }
address { left: ${mm(widthMm - 0.6 * inch - pieceBlockOf(pieces.form).widthMm)}; top: ${mm(heightMm * 0.5 - 1)}; }
`;
  const from = sender.length === 0 ? html`` : html`<div class="from">${linesOf(sender)}</div>`;
  const body = html`${addresses.map(
    (lines) => html`<div class="page">${from}<address>${linesOf(lines)}</address></div>`,
  )}`;
  return { body, style };
}

function labelPages(pieces: Pieces, sheet: Labels): { body: Markup; style: string } {
  const { addresses, startAt, offsetMm } = pieces;
  const perPage = sheet.across * sheet.down;
  const first = Math.min(startAt, perPage) - 1;
  const pages = Math.max(1, Math.ceil((first + addresses.length) / perPage));
  const style = `@page { size: 8.5in 11in; margin: 0; }
${common(pieces)}
.page { width: 8.5in; height: ${mm(11 * inch - 0.1)}; }
address { width: ${mm(sheet.widthMm - 2 * sheet.insetMm)}; height: ${mm(sheet.heightMm)}; display: flex; flex-direction: column; justify-content: center; }
`;
  const body = html`${Array.from({ length: pages }, (_, page) => {
    const from = Math.max(0, page * perPage - first);
    const onPage = addresses.slice(from, (page + 1) * perPage - first);
    return html`<div class="page">${onPage.map((lines, index) => {
      const place = first + from + index - page * perPage;
      const left =
        sheet.leftMm + (place % sheet.across) * sheet.pitchRightMm + sheet.insetMm - offsetMm.right;
      const top = sheet.topMm + Math.floor(place / sheet.across) * sheet.pitchDownMm - offsetMm.down;
      return html`<address style="left: ${mm(left)}; top: ${mm(top)}">${linesOf(lines)}</address>`;
    })}</div>`;
  })}`;
  return { body, style };
}
