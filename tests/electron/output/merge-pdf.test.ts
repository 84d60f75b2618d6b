import { join } from 'node:path';
import { PDFDocument, PDFName, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { makePdfStack } from '../../../electron/output/merge-pdf.ts';
import { makePdfThread } from '../../../electron/output/pdf-thread.ts';
import { readPlainPdf } from '../../../electron/output/plain-pdf.ts';

/** Pages with a word each, written plainly as Chromium does or in compressed objects. */
async function makePdf(words: readonly string[], plain: boolean): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  for (const word of words) made.addPage([612, 792]).drawText(word, { x: 72, y: 700, font });
  return made.save({ useObjectStreams: !plain });
}

const mark = '%%Mark';
/** A tagged PDF of one page, in the very form Chromium writes, its words in a stream that holds confusing bytes. */
function taggedPdf(word: string): Uint8Array {
  const stream = `BT /F1 12 Tf 72 700 Td (${word} 9 0 R endobj) Tj ET`;
  const bodies = [
    '<</Title (A 3 0 R \\(kept\\))>>',
    '<</Type /Catalog\n/Pages 3 0 R\n/MarkInfo <</Marked true>>\n/StructTreeRoot 7 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
    '<</Type /Page\n/Resources <</Font <</F1 6 0 R>>>>\n/MediaBox [0 0 612 792]\n/Contents 5 0 R\n/StructParents 0\n/Parent 3 0 R>>',
    `<</Length ${stream.length}>> stream\n${stream}\nendstream`,
    '<</Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica>>',
    '<</Type /StructTreeRoot\n/K 8 0 R\n/ParentTreeNextKey 1\n/ParentTree 9 0 R\n/IDTree 11 0 R>>',
    '<</Type /StructElem\n/S /Document\n/P 7 0 R\n/K [<</Type /MCR\n/Pg 4 0 R\n/MCID 0>>]\n/ID (node00000001)>>',
    '<</Type /ParentTree\n/Nums [0 10 0 R]>>',
    '[8 0 R]',
    '<</Kids [12 0 R]>>',
    '<</Limits [(node00000001) (node00000001)]\n/Names [(node00000001) 8 0 R]>>',
  ];
  let text = `%PDF-1.4\n${mark}\n`;
  const places = bodies.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = text.length;
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`;
  for (const place of places) text += `${String(place).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<</Size ${bodies.length + 1}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

function contentOf(page: PDFPage): string {
  const content = page.node.Contents();
  return content && 'getContentsString' in content ? String(content.getContentsString()) : '';
}

test('parts are put together in order, each with a bookmark', async () => {
  const stack = makePdfStack();
  expect(await stack.add({ pdf: await makePdf(['one', 'two'], true), title: 'First' })).toBe(2);
  expect(await stack.add({ pdf: await makePdf(['three'], true), title: 'Zweiter – ü' })).toBe(1);
  const { pdf, pages } = stack.finish('All of them');
  expect(pages).toBe(3);
  const whole = await PDFDocument.load(pdf, { throwOnInvalidObject: true });
  expect(whole.getPageCount()).toBe(3);
  expect(whole.getTitle()).toBe('All of them');
  const text = Buffer.from(pdf).toString('latin1');
  expect(text).toContain(Buffer.from('Zweiter – ü', 'utf16le').swap16().toString('hex').toUpperCase());
});

test('the structure screen readers follow is kept, page by page', async () => {
  const stack = makePdfStack();
  await stack.add({ pdf: taggedPdf('alpha'), title: 'A' });
  await stack.add({ pdf: taggedPdf('beta'), title: 'B' });
  const whole = await PDFDocument.load(stack.finish('Both').pdf, { throwOnInvalidObject: true });
  const [first, second] = whole.getPages();
  expect(first && contentOf(first)).toContain('(alpha 9 0 R endobj)');
  expect(second && contentOf(second)).toContain('(beta 9 0 R endobj)');
  expect(first?.node.get(PDFName.of('StructParents'))?.toString()).toBe('0');
  expect(second?.node.get(PDFName.of('StructParents'))?.toString()).toBe('1');
  const root = whole.catalog.lookup(PDFName.of('StructTreeRoot'))?.toString() ?? '';
  expect(root).toContain('/ParentTreeNextKey 2');
  const written = Buffer.from(await whole.save({ useObjectStreams: false })).toString('latin1');
  // Names of elements are unique in the whole, and each element knows the page it is on.
  expect(written.match(/\/ID \(p\d{7}-node00000001\)/g)).toHaveLength(2);
  expect(new Set(written.match(/\/ID \([^)]*\)/g)).size).toBe(2);
});

test('a part with nothing plain about it is copied page by page', async () => {
  const compressed = await makePdf(['one', 'two'], false);
  expect(readPlainPdf(compressed)).toBeNull();
  const stack = makePdfStack();
  expect(await stack.add({ pdf: compressed, title: 'A' })).toBe(2);
  await stack.add({ pdf: taggedPdf('beta'), title: 'B' });
  expect((await PDFDocument.load(stack.finish('Both').pdf)).getPageCount()).toBe(3);
});

test('what is not a PDF is refused', async () => {
  const stack = makePdfStack();
  await expect(stack.add({ pdf: Buffer.from('not a PDF'), title: 'A' })).rejects.toThrow();
});

const thread = makePdfThread(join(import.meta.dirname, '../../../electron/output/pdf-worker.ts'));
afterAll(() => thread.end());

test('the thread merges, extracts, says what it could not read, and stops', async () => {
  const parts = [
    { pdf: taggedPdf('alpha'), title: 'A' },
    { pdf: taggedPdf('beta'), title: 'B' },
    { pdf: taggedPdf('gamma'), title: 'C' },
  ];
  const merged = await thread.merge(parts, 'Run');
  if (!merged.ok) throw new Error(JSON.stringify(merged.error));
  expect(merged.value.pages).toBe(3);
  const some = await thread.extract(merged.value.pdf, 2, 3);
  if (!some.ok) throw new Error(JSON.stringify(some.error));
  const read = await PDFDocument.load(some.value.pdf);
  expect(read.getPages().map(contentOf).join()).toMatch(/beta[\s\S]*gamma/);
  const broken = await thread.merge([{ pdf: Buffer.from('no'), title: 'X' }], 'Run');
  expect(broken).toMatchObject({ ok: false, error: { code: 'run.not_put_together' } });
  const stop = new AbortController();
  stop.abort();
  expect(await thread.merge(parts, 'Run', stop.signal)).toMatchObject({ error: { code: 'call.cancelled' } });
});
