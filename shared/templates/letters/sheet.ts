/**
 * The sheet every letter is printed on: letterhead, address block, date, footer, the look of the text. A
 * template writes only what stands between; it never places anything above the first fold.
 *
 * Page numbers are margin boxes of the page. Chromium draws them from version 131 on; for an older one the
 * press adds the same line by the print footer, in the same place.
 */
import { docStyle } from '../document/doc-style.ts';
import {
  addressBlock,
  dateBlock,
  firstLineMm,
  foldsMm,
  letterSheet,
  marginsMm,
  returnBlock,
} from './sheet-geometry.ts';

/** Fonts of every system, alike in width: Arial on Windows and macOS, Liberation Sans on Linux. */
export const letterFonts = "Arial, 'Liberation Sans', Helvetica, sans-serif";

const mm = (value: number): string => `${value.toFixed(2)}mm`;

/** The page's own left margin: as near to the edge as any printer reaches, for the fold marks. */
const edgeMm = 5;
const firstTopMm = returnBlock.topMm;

/** A place on the first page, for an element inside `.head`. */
function at(leftMm: number, topMm: number): string {
  return `left: ${mm(leftMm - edgeMm)}; top: ${mm(topMm - firstTopMm)};`;
}

/** How far the lowest six lines reach up. */
const addressHeightMm = (addressBlock.mostLines * addressBlock.linePt * 25.4) / 72;

/** The look of the page, for everything that stands on this sheet. */
export const sheetStyle = `
@page {
  size: ${letterSheet.widthMm / 25.4}in ${letterSheet.heightMm / 25.4}in;
  margin: ${mm(marginsMm.top)} ${mm(marginsMm.right)} ${mm(marginsMm.bottom)} ${mm(edgeMm)};
  @bottom-right {
    content: 'Page ' counter(page) ' of ' counter(pages);
    font: 8pt ${letterFonts};
    color: #444;
  }
}
@page :first { margin-top: ${mm(firstTopMm)}; }
html { -webkit-print-color-adjust: exact; }
body { margin: 0; font: 10pt/1.36 ${letterFonts}; color: #000; background: #fff; overflow-wrap: anywhere; }
.head { position: relative; height: ${mm(firstLineMm - firstTopMm)}; }
.head > * { position: absolute; margin: 0; }
.from { ${at(returnBlock.leftMm, returnBlock.topMm)} width: ${mm(returnBlock.widthMm)};
  max-height: ${mm(returnBlock.heightMm)}; overflow: hidden; font-size: 8.5pt; line-height: 10.2pt; }
.from .name { font-size: 11pt; line-height: 13pt; font-weight: bold; }
.to { ${at(addressBlock.leftMm, addressBlock.bottomMm - addressHeightMm)} width: ${mm(addressBlock.widthMm)};
  height: ${mm(addressHeightMm)}; display: flex; flex-direction: column; justify-content: flex-end;
  font-size: ${addressBlock.fontPt}pt; line-height: ${addressBlock.linePt}pt; font-style: normal; text-align: left; }
.to span { display: block; white-space: nowrap; unicode-bidi: isolate; }
.date { ${at(dateBlock.leftMm, dateBlock.topMm)} font-size: 10.5pt; line-height: 12.5pt; }
.sample { ${at(dateBlock.leftMm, returnBlock.topMm)} width: ${mm(letterSheet.widthMm - dateBlock.leftMm - marginsMm.right)};
  font-size: 8.5pt; border: 0.8pt solid #000; padding: 2pt 4pt; box-sizing: border-box; }
.fold { ${at(edgeMm, 0)} width: 4mm; border-top: 0.4pt solid #999; }
.text { margin-left: ${mm(marginsMm.left - edgeMm)}; }
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
${docStyle}`;

/** Before a letter's own text. Liquid over the letter's facts. */
export const sheetHead = `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ title }} - {{ account.number }}</title>
<style>${sheetStyle}</style>
</head>
<body>
<div class="head">
<div class="from"><span class="name">{{ sender.name }}</span>{% for line in sender.address_lines %}<br>{{ line }}{% endfor %}</div>
<address class="to">{% for line in debtor.address_lines %}<span>{{ line }}</span>{% endfor %}</address>
<div class="date">{{ letter.date }}</div>
{% if letter.is_sample %}<div class="sample">Sample office: invented people, not a real debt.</div>{% endif %}
<div class="fold" style="top: ${mm(foldsMm[0] - firstTopMm)}" role="presentation"></div>
<div class="fold" style="top: ${mm(foldsMm[1] - firstTopMm)}" role="presentation"></div>
</div>
<main class="text">
`;

/** After it. */
export const sheetFoot = `
</main>
</body>
</html>
`;

/** The print footer for a Chromium without margin boxes, in the place and size of the margin box. */
export const footerForOldChromium = `<div style="font: 8pt ${letterFonts}; color: #444; width: 100%; text-align: right; padding-right: ${mm(marginsMm.right)}">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`;
