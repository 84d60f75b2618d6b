/**
 * The sheet every letter is printed on: letterhead, address block, date, foot, the look of the text. A
 * template writes only what stands between; it never places anything above the first fold.
 *
 * Page numbers and the running head are margin boxes of the page. Chromium draws them from version 131 on; for an older one the
 * press adds the number and the title by the print footer.
 */
import { docStyle } from '../document/doc-style.ts';
import { cssString, html, type Markup } from '../papers/markup.ts';
import { letterFonts } from './letter-font.ts';
import {
  geometryOf,
  inch,
  marginsMm,
  mostAddressLines,
  papers,
  type SheetGeometry,
} from './sheet-geometry.ts';
import {
  logoSizeOf,
  pictureName,
  type SheetHead,
  type SheetImage,
  senderLeading,
  senderTypeOf,
} from './sheet-head.ts';
import type { PaperSize, SheetSetup } from './sheet-setup.ts';
import { widthOfLinePt } from './text-width.ts';

/** A page carries its own style, pictures and fonts, and reaches nothing else. */
export const sheetPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

const mm = (value: number): string => `${value.toFixed(2)}mm`;

/** The page's own left margin: as near to the edge as any printer reaches, for the fold marks. */
const edgeMm = 5;
/** The first page's own upper margin. */
const firstTopMm = 8;
/** The type at the foot. */
const footPt = 8;
const signatureRoom = { widthMm: 60, heightMm: 15 };

const sizeOf: Readonly<Record<PaperSize, string>> = {
  letter: '8.5in 11in',
  legal: '8.5in 14in',
  a4: '210mm 297mm',
};

/** How a setup and a head make a sheet. */
export type Sheet = { readonly setup: SheetSetup; readonly head: SheetHead };

/**
 * The look of the page, for everything that stands on this sheet. `running` is what the head of every page but the first says:
 * whose paper it is.
 */
export function sheetStyleOf({ setup, head }: Sheet, running: string): string {
  const geometry = geometryOf(setup);
  const { address, sender, reach, date, firstLineMm } = geometry;
  const { right, down } = setup.offsetMm;
  const at = (leftMm: number, topMm: number): string =>
    `left: ${mm(leftMm - edgeMm)}; top: ${mm(topMm - firstTopMm)};`;
  const addressHeightMm = (mostAddressLines * address.linePt * inch) / 72;
  const type = senderTypeOf(head, geometry);
  return `
@page {
  size: ${sizeOf[setup.paper]};
  margin: ${mm(marginsMm.top - down)} ${mm(marginsMm.right + right)} ${mm(marginsMm.bottom + down)} ${mm(edgeMm - right)};
  @bottom-right {
    content: 'Page ' counter(page) ' of ' counter(pages);
    font: 8pt ${letterFonts};
    color: #444;
  }
  @top-left {
    content: ${cssString(running)};
    font: 8pt ${letterFonts};
    color: #444;
    margin-left: ${mm(marginsMm.left - edgeMm)};
    white-space: nowrap;
    overflow: hidden;
  }
}
@page :first { margin-top: ${mm(firstTopMm - down)}; @top-left { content: none; } }
html { -webkit-print-color-adjust: exact; }
body { margin: 0; font: 10pt/1.36 ${letterFonts}; color: #000; background: #fff; overflow-wrap: anywhere; }
.head { position: relative; height: ${mm(firstLineMm - firstTopMm)}; }
.head > * { position: absolute; margin: 0; }
.from { ${at(sender.left, sender.top)} width: ${mm(sender.right - sender.left)};
  max-height: ${mm(sender.bottom - sender.top)}; overflow: hidden; font-size: ${type.linePt}pt; line-height: ${senderLeading}; }
.from .name { font-size: ${type.namePt}pt; font-weight: bold; }
.logo { display: block; margin: 0 0 1.5mm; object-fit: contain; object-position: left top; }
.to { ${at(address.leftMm, address.bottomMm - addressHeightMm)} width: ${mm(address.widthMm)};
  height: ${mm(addressHeightMm)}; display: flex; flex-direction: column; justify-content: flex-end;
  font-size: ${address.fontPt}pt; line-height: ${address.linePt.toFixed(3)}pt; font-style: normal; text-align: left; }
.to span { display: block; white-space: nowrap; unicode-bidi: isolate; }
.side { ${at(reach.left, reach.top)} width: ${mm(reach.right - reach.left)}; max-height: ${mm(reach.bottom - reach.top)};
  overflow: hidden; font-size: 8pt; line-height: 1.35; }
.side .contact { display: block; color: #333; }
.sample { font-size: 8.5pt; border: 0.8pt solid #000; padding: 2pt 4pt; margin-top: 1.5mm; box-sizing: border-box; }
.date { ${at(date.leftMm, date.topMm)} font-size: 10.5pt; line-height: 12.5pt; }
.fold { ${at(edgeMm, 0)} width: 4mm; border-top: 0.4pt solid #999; }
.text, .foot { margin-left: ${mm(marginsMm.left - edgeMm)}; }
.foot { border-top: 0.4pt solid #999; margin-top: 8pt; padding-top: 3pt; font-size: ${footPt}pt; line-height: 1.35; color: #333; break-inside: avoid; }
.foot p { margin: 0 0 2pt; white-space: pre-line; }
h1 { font-size: 13pt; line-height: 1.25; margin: 0 0 9pt; }
h2 { font-size: 10.5pt; margin: 10pt 0 3pt; break-after: avoid; }
p { margin: 0 0 7pt; orphans: 2; widows: 2; }
.typed { white-space: pre-line; }
.subject { border-collapse: collapse; margin: 0 0 10pt; width: 100%; }
.subject th { text-align: left; font-weight: normal; color: #444; padding: 1pt 12pt 1pt 0; width: 32mm; vertical-align: top; }
.subject td { padding: 1pt 0; }
.subject .due td { font-weight: bold; font-variant-numeric: tabular-nums; }
.charges { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 8.5pt; line-height: 1.3;
  margin: 2pt 0 0; font-variant-numeric: tabular-nums; }
.charges thead { display: table-header-group; }
.charges tr { break-inside: avoid; }
.charges th { text-align: left; vertical-align: bottom; border-bottom: 0.8pt solid #000; padding: 2pt 4pt 2pt 0; }
.charges td { vertical-align: top; border-bottom: 0.4pt solid #bbb; padding: 2.5pt 4pt 2.5pt 0; }
.charges .sum { text-align: right; padding-right: 0; padding-left: 4pt; }
.charges .total td { border-bottom: 0; border-top: 0.8pt solid #000; font-weight: bold; break-before: avoid; }
.closing { break-inside: avoid; margin-top: 12pt; }
.closing .name { margin-top: 20pt; }
${docStyle}:root { --first-page: ${mm(textHeightMm(setup, head, firstLineMm))}; }
${signatureStyle(head.signature)}`;
}

/**
 * How high a letter's own text may be on the first page, with the foot below it: what has to stand at the bottom of that page, as
 * the part of a form that is torn off, stands there by this.
 */
function textHeightMm({ paper }: SheetSetup, head: SheetHead, firstLineMm: number): number {
  const { widthMm, heightMm } = papers[paper];
  const widthPt = ((widthMm - marginsMm.left - marginsMm.right) * 72) / inch;
  const lines = footTexts(head)
    .flatMap((text) => text.split('\n'))
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOfLinePt(line, footPt) / (widthPt * 0.95))), 0);
  const footMm = lines === 0 ? 0 : ((lines * footPt * 1.35 + footTexts(head).length * 2 + 14) * inch) / 72;
  return heightMm - firstLineMm - marginsMm.bottom - footMm - 1;
}

/** The picture stands where the hand would sign. */
function signatureStyle(signature: SheetImage | null): string {
  if (signature === null) return '';
  const { widthMm, heightMm } = logoSizeOf(signature, signatureRoom);
  return `.closing .name { margin-top: 4pt; }
.closing .name::before { content: ''; display: block; width: ${mm(widthMm)}; height: ${mm(heightMm)}; margin-bottom: 2pt;
  background: url("${pictureName(signature.imageId)}") left bottom / contain no-repeat; }
`;
}

/** What differs from letter to letter, as markup that is safe where it is put. */
export type HeadSlots = {
  readonly date: Markup;
  /** One `span` a line. */
  readonly address: Markup;
  readonly sample: Markup;
};

/** Says of what the sample office makes that nobody owes it. */
export const sampleMark: Markup = html`<div class="sample">Sample office: invented people, not a real debt.</div>`;

/** The head of the first page. */
export function headMarkup({ setup, head }: Sheet, { date, address, sample }: HeadSlots): Markup {
  const geometry = geometryOf(setup);
  const logo = head.logo === null ? null : logoMarkup(head.logo, geometry);
  const above = geometry.logo.where === 'above';
  const folds = setup.foldMarks && setup.envelope !== 'none' ? geometry.foldsMm : [];
  return html`<div class="head">
<div class="from">${above && logo ? logo : ''}<span class="name">${head.sender.name}</span>${head.sender.lines.map(
    (line) => html`<br>${line}`,
  )}</div>
<address class="to">${address}</address>
<div class="side">${!above && logo ? logo : ''}${head.contacts.map(
    (line) => html`<span class="contact">${line}</span>`,
  )}${sample}</div>
<div class="date">${date}</div>
${folds.map((fold) => html`<div class="fold" style="top: ${mm(fold - firstTopMm)}" role="presentation"></div>`)}
</div>`;
}

function logoMarkup(logo: SheetImage, { logo: room }: SheetGeometry): Markup {
  const { widthMm, heightMm } = logoSizeOf(logo, room);
  return html`<img class="logo" alt="" src="${pictureName(logo.imageId)}" style="width: ${mm(widthMm)}; height: ${mm(heightMm)}">`;
}

function footTexts({ notices, footer }: SheetHead): readonly string[] {
  return [...notices, footer].filter((text) => text.trim() !== '');
}

/** At the end of the last page; nothing where there is nothing to say. */
export function footMarkup(head: SheetHead): Markup {
  const said = footTexts(head);
  return said.length === 0
    ? html``
    : html`<footer class="foot">${said.map((text) => html`<p>${text}</p>`)}</footer>`;
}

/**
 * What stands before and after a letter's own text, as Liquid over its facts. `running` is printed at the head of every page but
 * the first. The office's own texts are literal. Its pictures stand there by name: `fillPictures` puts them into the finished page.
 */
export function sheetOf(
  setup: SheetSetup,
  head: SheetHead,
  running = '',
): { readonly head: string; readonly foot: string } {
  const sheet = { setup, head };
  // `html` leaves no brace of the office's own text as one, so that none can begin a tag.
  const top = headMarkup(sheet, {
    date: { markup: '{{ letter.date }}' },
    address: { markup: '{% for line in recipient.address_lines %}<span>{{ line }}</span>{% endfor %}' },
    sample: { markup: `{% if letter.is_sample %}${sampleMark.markup}{% endif %}` },
  });
  return {
    head: `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${sheetPolicy}">
<title>{{ title }} - {{ account.number }}</title>
<style>${sheetStyleOf(sheet, running)}</style>
</head>
<body>
${top.markup}
<main class="text">
`,
    foot: `
</main>
${footMarkup(head).markup}
</body>
</html>
`,
  };
}

/** The print footer for a Chromium without margin boxes: what the paper is, and the page's number in the place of the margin box. */
export const footerForOldChromium = `<div style="font: 8pt ${letterFonts}; color: #444; width: 100%; display: flex; justify-content: space-between; padding: 0 ${mm(marginsMm.right)}"><span class="title"></span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
