/**
 * The page that tells how far a printer is off. Nothing has to be measured: an edge of the sheet is folded over at a dashed line and
 * falls on a scale. Were the printer exact, line and scale stood at 40 and 80 mm from the edge, and the edge fell on zero. Off by d, the
 * line stands at 40 + d, so the edge falls at 80 + 2d of the paper; zero of the scale stands at 80 + d: the edge shows d.
 *
 * Beside it the window of the envelope, so that a folded sheet can be tried in one.
 */
import { letterFonts } from '../letters/letter-font.ts';
import { sheetPolicy } from '../letters/sheet.ts';
import {
  addressBlockOf,
  type Box,
  clearMm,
  foldsOf,
  overlayOf,
  papers,
  sheetFaultOf,
} from '../letters/sheet-geometry.ts';
import type { PaperSize, SheetSetup } from '../letters/sheet-setup.ts';
import { html, type Markup } from './markup.ts';

/** From the edge of the sheet, in millimeters. */
const foldAtMm = 40;
const zeroAtMm = 2 * foldAtMm;
/** Each way from zero. */
const reachMm = 6;

const sizeOf: Readonly<Record<PaperSize, string>> = {
  letter: '8.5in 11in',
  legal: '8.5in 14in',
  a4: '210mm 297mm',
};

const n = (value: number): string => value.toFixed(2);

function line(x1: number, y1: number, x2: number, y2: number, style: string): Markup {
  return html`<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" class="${style}"></line>`;
}

function text(x: number, y: number, words: string, style = 'words'): Markup {
  return html`<text x="${n(x)}" y="${n(y)}" class="${style}">${words}</text>`;
}

function box({ left, top, right, bottom }: Box, style: string): Markup {
  return html`<rect x="${n(left)}" y="${n(top)}" width="${n(right - left)}" height="${n(bottom - top)}" class="${style}"></rect>`;
}

/** Read with the sheet turned: numbers side by side would run into each other. */
function upright(x: number, y: number, words: string): Markup {
  return html`<text x="${n(x)}" y="${n(y)}" transform="rotate(-90 ${n(x)} ${n(y)})" class="number">${words}</text>`;
}

/** Half millimeters, each second one numbered. */
function scale(place: (at: number) => readonly [Markup, Markup | null]): Markup[] {
  return Array.from({ length: reachMm * 4 + 1 }, (_, index) => {
    const [tick, number] = place(index / 2 - reachMm);
    return html`${tick}${number ?? ''}`;
  });
}

const numbered = (at: number): boolean => Number.isInteger(at) && at % 2 === 0;
const signed = (at: number): string => (at > 0 ? `+${at}` : at.toString().replace('-', '−'));
const tickMm = (at: number): number => (at === 0 ? 9 : Number.isInteger(at) ? 6 : 3.5);

export function testPage(setup: SheetSetup): string {
  const { widthMm, heightMm } = papers[setup.paper];
  // What is looked for is how the printer is off without any correction.
  const plain: SheetSetup = { ...setup, offsetMm: { right: 0, down: 0 } };
  const across = 165;
  const along = 158;
  const down = [
    line(across - 18, foldAtMm, widthMm - 6, foldAtMm, 'fold'),
    text(across - 18, foldAtMm - 2, 'A  Fold the top edge over here'),
    ...scale((at) => [
      line(across, zeroAtMm + at, across + tickMm(at), zeroAtMm + at, at === 0 ? 'zero' : 'tick'),
      numbered(at) ? text(across + 11, zeroAtMm + at + 0.8, signed(at), 'number') : null,
    ]),
    text(across + 19, zeroAtMm - 1, 'Down', 'label'),
    text(across + 19, zeroAtMm + 3, 'millimeters', 'small'),
  ];
  const right = [
    line(foldAtMm, along - 12, foldAtMm, along + 36, 'fold'),
    text(foldAtMm + 2, along - 9, 'B  Fold the left edge over here'),
    ...scale((at) => [
      line(zeroAtMm + at, along, zeroAtMm + at, along + tickMm(at), at === 0 ? 'zero' : 'tick'),
      numbered(at) ? upright(zeroAtMm + at + 0.8, along + 14, signed(at)) : null,
    ]),
    text(zeroAtMm + 14, along + 4, 'Right', 'label'),
    text(zeroAtMm + 14, along + 8, 'millimeters', 'small'),
  ];
  const words = [
    'Print this page at 100 % (“Actual size”), not fitted to the page, on the paper your letters are printed on.',
    '1.  Fold the top edge of the sheet over at line A. It falls on the scale to the right. Read the number it falls on.',
    '2.  Open the sheet again. Fold the left edge over at line B and read the number it falls on.',
    '3.  Type both numbers in Duebook under Letters, Print setup. Zero is right; half a millimeter does not matter.',
  ];
  const folds = foldsOf(setup).map((fold) => line(4, fold, 10, fold, 'tick'));
  const window = setup.envelope === 'none' || sheetFaultOf(setup) !== null ? [] : windowMarks(plain);
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: sheetPolicy }}">
<title>Test page</title>
<style>${{ markup: styleOf(setup.paper) }}</style>
</head>
<body>
<svg viewBox="0 0 ${n(widthMm)} ${n(heightMm)}" width="${n(widthMm)}mm" height="${n(heightMm)}mm" role="img" aria-label="Test page for the printer">
${text(25, 18, 'Test page for the printer', 'title')}
${window}
${down}
${words.map((sentence, index) => text(25, 112 + index * 6.5, sentence))}
${right}
${folds}
${setup.envelope === 'none' ? '' : text(25, along + 48, 'The sheet folds where the short marks stand at the left edge. Folded, it can be tried in an envelope: the address keeps clear of the window on every side.', 'small')}
</svg>
</body>
</html>
`.markup;
}

function windowMarks(setup: SheetSetup): Markup[] {
  const { boxes } = overlayOf(setup);
  const block = addressBlockOf(setup);
  const lineMm = (block.linePt * 25.4) / 72;
  const lines = ['Rosa Delgado', 'Delgado & Daughters', '18 Mill Road', 'Apt 2', 'Dover NH 03820-1234'];
  const style = { window: 'window', return_window: 'window', reach: 'reach', address: 'room' } as const;
  const window = boxes.find(({ kind }) => kind === 'window')?.box;
  return [
    ...boxes.map(({ kind, box: place }) => box(place, style[kind])),
    ...lines.map(
      (words, index) =>
        html`<text x="${n(block.leftMm)}" y="${n(block.bottomMm - (lines.length - 1 - index) * lineMm - lineMm * 0.22)}" class="address" font-size="${n((block.fontPt * 25.4) / 72)}">${words}</text>`,
    ),
    window ? text(window.left, window.top - 1.5, `Window; ${clearMm} mm stay clear`, 'small') : html``,
  ];
}

function styleOf(paper: PaperSize): string {
  return `
@page { size: ${sizeOf[paper]}; margin: 0; }
html { -webkit-print-color-adjust: exact; }
body { margin: 0; }
svg { display: block; }
text { font-family: ${letterFonts}; fill: #000; white-space: pre; }
.title { font-size: 5.2px; font-weight: bold; }
.words { font-size: 3.1px; }
.small { font-size: 2.6px; fill: #333; }
.label { font-size: 3.6px; font-weight: bold; }
.number { font-size: 2.3px; }
.tick { stroke: #000; stroke-width: 0.12; }
.zero { stroke: #000; stroke-width: 0.35; }
.fold { stroke: #000; stroke-width: 0.2; stroke-dasharray: 2 1.4; }
.window { fill: none; stroke: #000; stroke-width: 0.25; }
.reach { fill: none; stroke: #777; stroke-width: 0.15; stroke-dasharray: 0.6 0.8; }
.room { fill: none; stroke: #777; stroke-width: 0.15; stroke-dasharray: 1.6 0.8; }
`;
}
