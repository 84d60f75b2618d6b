/** The look of what compiled documents print, besides what the sheet has for every letter. Part of the sheet's style. */
export const docStyle = `
.center { text-align: center; }
.right { text-align: right; }
ul, ol { margin: 0 0 7pt; padding-left: 16pt; }
li > p { margin-bottom: 2pt; }
.page-break { break-before: page; }
.rows { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.3; margin: 2pt 0 8pt; font-variant-numeric: tabular-nums; }
.rows thead { display: table-header-group; }
.rows col.wide { width: 48%; }
.rows tr { break-inside: avoid; }
.rows th { text-align: left; vertical-align: bottom; border-bottom: 0.8pt solid #000; padding: 2pt 6pt 2pt 0; }
.rows td { vertical-align: top; border-bottom: 0.4pt solid #bbb; padding: 2.5pt 6pt 2.5pt 0; }
.rows .sum { text-align: right; padding-right: 0; padding-left: 6pt; white-space: nowrap; }
.rows .total td { border-bottom: 0; border-top: 0.8pt solid #000; font-weight: bold; break-before: avoid; }
.prescribed { break-inside: avoid; margin: 0 0 7pt; }
.prescribed p { margin: 0 0 2pt; }
.large { font-size: 12pt; }
.strong { font-weight: bold; }
.model-form { display: grid; grid-template-columns: 1fr 1.48fr; grid-template-rows: auto auto auto 1fr auto; column-gap: 7mm;
  min-height: var(--first-page, auto); font-size: 9pt; line-height: 1.3; }
.form h2 { font-size: 10pt; margin: 4pt 0 2pt; }
.form h2:first-child { margin-top: 0; }
.form p { margin: 2pt 0 4pt; }
.form-lead { grid-column: 1 / -1; }
.form-information { grid-column: 1; grid-row: 2 / span 3; }
.form-dispute { grid-column: 2; grid-row: 2; }
.form-rights { grid-column: 2; grid-row: 3; }
.form-optional { grid-column: 2; grid-row: 4; }
.form-response { grid-column: 1 / -1; grid-row: 5; align-self: end; }
.form .row { display: flex; justify-content: space-between; gap: 5mm; padding: 1.5pt 0; border-bottom: 0.4pt solid #bbb; break-inside: avoid; }
.form .row .sum { white-space: nowrap; font-variant-numeric: tabular-nums; }
.form .row.whole { font-weight: bold; }
.form-response { display: grid; grid-template-columns: 2.3fr 1fr; column-gap: 8mm; }
.form-response .prompt { margin: 0 0 2pt; }
.form-response h2 + h2 { font-weight: normal; font-size: 9pt; margin-top: 0; }
.addresses { display: flex; flex-direction: column; justify-content: space-between; gap: 4mm; }
.prompt { display: flex; gap: 2.5mm; margin: 0 0 4pt; break-inside: avoid; }
.prompt.under { margin-left: 6mm; }
.prompt .box { flex: none; width: 3mm; height: 3mm; margin-top: 0.6mm; border: 0.7pt solid #000; box-sizing: border-box; }
.tear-off { break-inside: avoid; border-top: 0.8pt dashed #000; margin-top: 2.5mm; padding-top: 2.5mm; }
.slip { display: flex; gap: 6mm; break-inside: avoid; border-top: 0.8pt dashed #000; margin-top: 6mm; padding-top: 3mm; }
.slip .subject { flex: 1; margin: 0; }
.form-response .besides { margin: -1pt 0 0 5.5mm; }
.slip .blank, .prompt .blank { display: inline-block; min-width: 28mm; border-bottom: 0.5pt solid #000; }
.signatures { display: flex; gap: 10mm; break-inside: avoid; margin: 5mm 0 4mm; }
.signatures > div { flex: 1; }
.signatures p { margin: 0; }
.signatures .lines { display: flex; gap: 4mm; margin-top: 10mm; }
.signatures .sign { flex: 2; border-top: 0.5pt solid #000; padding-top: 1pt; font-size: 8.5pt; color: #444; }
.signatures .sign + .sign { flex: 1; }
.pay-to { width: 62mm; }
.pay-to > * { display: block; }
.pay-to .quiet { color: #444; }
/* Avoiding a break before a closing instead leaves the first page empty in Chromium 130 when the room just runs out. */
.kept, .whole { break-inside: avoid; }
`;
