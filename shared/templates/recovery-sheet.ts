/**
 * The recovery sheet: the one piece of paper that opens a book without its passphrase. It says what it is, what
 * it opens, and how to keep it; the code stands in groups large enough to copy by hand without a mistake.
 */
import { groupRecoveryCode, normaliseRecoveryCode } from '../domain/recovery-code.ts';
import { letterFonts } from './letters/letter-font.ts';

export type RecoverySheetFacts = {
  readonly officeName: string;
  /** The day it is printed, spelled out. */
  readonly day: string;
  /** In any case and grouping. */
  readonly code: string;
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const style = `
@page { size: 8.5in 11in; margin: 0.9in 1in; }
body { margin: 0; font: 11pt/1.5 ${letterFonts}; color: #000; overflow-wrap: anywhere; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 4pt; }
h2 { font-size: 12pt; margin: 18pt 0 4pt; }
p, li { margin: 0 0 6pt; }
ol { margin: 0; padding-left: 18pt; }
dl { display: grid; grid-template-columns: 30mm 1fr; margin: 14pt 0; row-gap: 3pt; }
dt { color: #444; }
dd { margin: 0; font-weight: bold; }
.code { display: grid; grid-template-columns: repeat(4, 1fr); gap: 6mm; border: 1.2pt solid #000; padding: 8mm; margin: 10pt 0; }
.code div { font: bold 24pt/1 'Courier New', 'Liberation Mono', Courier, monospace; letter-spacing: 1.5pt; text-align: center; }
.code small { display: block; font: 8pt/1 ${letterFonts}; letter-spacing: 0; color: #444; margin-bottom: 3mm; }
.write { border-bottom: 0.6pt solid #000; height: 8mm; }
`;

/** A complete HTML document of one page. */
export function recoverySheet({ officeName, day, code }: RecoverySheetFacts): string {
  const groups = groupRecoveryCode(normaliseRecoveryCode(code)).split('-');
  const cells = groups.map((group, index) => `<div><small>${index + 1}</small>${escapeHtml(group)}</div>`);
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Duebook recovery sheet</title>
<style>${style}</style>
</head>
<body>
<h1>Duebook recovery sheet</h1>
<p>This code opens the book of the office named here when its passphrase is forgotten.</p>
<dl><dt>Office</dt><dd><bdi>${escapeHtml(officeName)}</bdi></dd><dt>Printed</dt><dd>${escapeHtml(day)}</dd></dl>
<div class="code">${cells.join('')}</div>
<p>Read across, row by row. There is no letter O and no letter I or L: what looks like one is a zero or a one. Small and capital letters are the same.</p>
<h2>How to keep it</h2>
<ol>
<li>Anyone who has this sheet and the computer can read every account. Keep it locked away, not beside the computer.</li>
<li>Duebook does not keep the code. If both the passphrase and this sheet are lost, nobody can open the book.</li>
<li>When a new code is made, this sheet stops working. Destroy it then.</li>
</ol>
<h2>How to use it</h2>
<ol>
<li>Start Duebook and choose the book.</li>
<li>Choose to open it with the recovery code, and type the code above.</li>
<li>Set a new passphrase.</li>
</ol>
<h2>Kept where, and by whom</h2>
<div class="write"></div>
<div class="write"></div>
</body>
</html>
`;
}
