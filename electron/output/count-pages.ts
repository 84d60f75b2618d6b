/**
 * How many pages a PDF of Chromium has. Its page tree stands in the file uncompressed; the root of the tree
 * carries the greatest count.
 */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  let pages = 0;
  for (const tree of text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g))
    pages = Math.max(pages, Number(tree[1]));
  if (pages === 0) throw new Error('the PDF names no pages');
  return pages;
}
