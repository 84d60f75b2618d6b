/** One empty page as a PDF: the back of a letter’s last sheet. */
import type { PaperSize } from '../../shared/templates/letters/sheet-setup.ts';

/** In points. */
const sizes: Readonly<Record<PaperSize, string>> = {
  letter: '612 792',
  legal: '612 1008',
  a4: '595.276 841.89',
};

export function emptyPage(paper: PaperSize): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${sizes[paper]}] /Resources << >> >>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = text.length;
  const rows = places.map((at) => `${at.toString().padStart(10, '0')} 00000 n \n`);
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
