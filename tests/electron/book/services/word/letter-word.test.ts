/** A letter as a Word file, read back from its XML: every name literal, tables whole, the address where the window is. */
import { describe, expect, test } from 'vitest';
import { mergeLetter } from '../../../../../electron/book/services/merge-letter.ts';
import { letterWord } from '../../../../../electron/book/services/word/letter-word.ts';
import { sizeOfPicture } from '../../../../../electron/book/services/word/word-blocks.ts';
import { letterFactsOf } from '../../../../../shared/templates/letter-facts.ts';
import { geometryOf } from '../../../../../shared/templates/letters/sheet-geometry.ts';
import { usualSheet } from '../../../../../shared/templates/letters/sheet-setup.ts';
import { makeLetterData } from '../../../../builders/letter-data.ts';
import { unzip } from '../../../../builders/unzip.ts';

const body = `<h1>Demand for payment</h1>
<p>Dear {{ debtor.name }}:</p>
<p>You owe <strong>{{ amount_due }}</strong>,
and <em>nothing</em> else. <u>Truly</u>.</p>
<p class="typed">{{ sender.how_to_pay }}</p>
<ul><li><p>one</p></li><li><p>two</p><p>more of two</p></li></ul>
<ol><li><p>first</p><ol><li><p>inner</p></li></ol></li></ol>
<table class="rows"><colgroup><col class="wide"><col></colgroup><thead><tr><th scope="col">For</th><th scope="col" class="sum">Sum</th></tr></thead>
<tbody><tr><td>Bridge</td><td class="sum">$1.00</td></tr><tr class="total"><td>Total</td><td class="sum">{{ amount_due }}</td></tr></tbody></table>
<div class="page-break"></div>
<p class="prompt"><span class="box"></span>I do not owe it</p>
<div class="row"><span>Owed then</span><span class="sum">$2.00</span></div>
<p class="right">Right</p>`;

async function wordOf(name: string, more: { html?: string } = {}) {
  const data = makeLetterData();
  const facts = letterFactsOf({
    ...data,
    debtor: { ...data.debtor, name },
    sender: { ...data.sender, howToPay: 'By check.\nOr by money order.' },
  });
  const merged = mergeLetter('Demand letter', body, facts);
  if (!merged.ok) throw new Error(merged.error.code);
  const bytes = await letterWord({
    html: more.html ?? merged.value,
    sheet: usualSheet,
    title: 'Demand letter',
    officeName: 'Harbor Lane Recovery',
    running: `Demand letter, account 1042, ${name}`,
  });
  const parts = unzip(bytes);
  const text = (part: string) => parts.get(part)?.toString('utf8') ?? '';
  return { parts, document: text('word/document.xml'), text };
}

/** What stands in a part, paragraph by paragraph. */
function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
      .map(([, text, mark]) => (mark === 'br' ? '\n' : mark === 'tab' ? '\t' : decode(text ?? '')))
      .join(''),
  );
}
const decode = (text: string) =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );

describe('a letter as a Word file', () => {
  test.each([
    'Rosa {{ 7*7 }} Delgado',
    '{% include "x" %} & {%- assign a = 1 %}',
    '<script>alert(1)</script> <w:p/>',
    'שרה כהן',
    'محمد الفارسي',
    'Zoë 🦊👩‍👩‍👧 O’Neil',
    '李小龍 Αλέξανδρος Ольга',
    `{w:instrText} "quoted" 'single' \u0007bell`,
    `${'Longname'.repeat(38)}`,
  ])('prints %s as typed', async (name) => {
    const { document, parts } = await wordOf(name);
    const printed = name.replace('\u0007', '');
    expect(
      paragraphsOf(document).some(
        (line) => line.includes(printed) || line.replace(/\s+/g, ' ').includes(printed),
      ),
    ).toBe(true);
    // No field of Word's own came of it: page numbers are the only ones, and they stand in the footer.
    expect(document).not.toMatch(/<w:(instrText|fldSimple|object|altChunk)/);
    for (const name of parts.keys()) expect(name).not.toMatch(/vba|embeddings|external/i);
    expect([...parts.values()].every((part) => !part.includes('TargetMode="External"'))).toBe(true);
  });

  test('names from right to left keep their direction', async () => {
    const { document } = await wordOf('שרה כהן');
    expect(document).toMatch(/<w:rtl\/>(?:(?!<\/w:r>).)*שרה כהן/s);
  });

  test('keeps words, looks, lists, tables and the page break', async () => {
    const { document, text } = await wordOf('Rosa Delgado');
    const lines = paragraphsOf(document);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Demand for payment',
        'Dear Rosa Delgado:',
        expect.stringMatching(/^You owe \$[\d,.]+, and nothing else\. Truly\.$/),
        'By check.\nOr by money order.',
        'one',
        'more of two',
        'inner',
        'Total',
        '☐ I do not owe it',
        'Owed then\t$2.00',
      ]),
    );
    expect(document).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*\$/s);
    expect(document).toMatch(/<w:i\/>(?:(?!<\/w:r>).)*nothing/s);
    expect(document).toMatch(/<w:u (?:(?!<\/w:r>).)*Truly/s);
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toContain('<w:pageBreakBefore/>');
    // The mark of an item stands once, and the inner list counts for itself.
    const marked = [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:numPr>(?:(?!<\/w:p>).)*<\/w:p>/gs)].map(
      ([one]) => paragraphsOf(one)[0],
    );
    expect(marked).toEqual(['one', 'two', 'first', 'inner']);
    expect(document).toMatch(/<w:jc w:val="right"\/>(?:(?!<\/w:p>).)*Right/s);
    // Pages are numbered, and the first differs.
    expect(document).toContain('<w:titlePg');
    const footers = [...'123'].map((number) => text(`word/footer${number}.xml`)).join('');
    expect(footers).toContain('NUMPAGES');
    expect(['1', '2'].map((number) => text(`word/header${number}.xml`)).join('')).toContain(
      'account 1042, Rosa Delgado',
    );
  });

  test('the address block ends on the line where the window of the envelope has it', async () => {
    const { document } = await wordOf('Rosa Delgado');
    const { address } = geometryOf(usualSheet);
    const framed = [
      ...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:framePr([^>]*)\/>(?:(?!<\/w:p>).)*<\/w:p>/gs),
    ];
    const block = framed.filter(([paragraph]) =>
      /Rosa Delgado|Mill Road|Dover/.test(paragraphsOf(paragraph)[0] ?? ''),
    );
    expect(block.length).toBeGreaterThanOrEqual(3);
    const places = new Set(block.map(([, attributes]) => attributes));
    // One frame, not one a line.
    expect(places.size).toBe(1);
    const value = (name: string) =>
      Number(new RegExp(`w:${name}="(-?\\d+)"`).exec([...places][0] ?? '')?.[1]);
    expect(value('x')).toBe(Math.round((address.leftMm * 1440) / 25.4));
    expect(((value('y') + value('h')) * 25.4) / 1440).toBeCloseTo(address.bottomMm, 0);
    expect([...places][0]).toContain('w:vAnchor="page"');
  });

  test('takes pictures the page carries and leaves out those it only names', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const style = 'width: 20mm; height: 10mm';
    const html = `<html><head><style>.signature { background: url("data:image/png;base64,${png}") }</style></head><body><main>
      <p><img style="${style}" src="data:image/png;base64,${png}">x</p><p><img style="${style}" src="https://example.com/a.png">y</p>
      <div class="closing"><div class="signature"></div></div></main></body></html>`;
    const { parts } = await wordOf('Rosa Delgado', { html });
    const media = [...parts.keys()].filter((name) => name.startsWith('word/media/'));
    expect(media.length).toBeGreaterThanOrEqual(1);
    expect([...parts.values()].every((part) => !part.includes('example.com'))).toBe(true);
    expect(sizeOfPicture({ type: 'png', data: Buffer.from(png, 'base64') })).toEqual([1, 1]);
    expect(sizeOfPicture({ type: 'jpg', data: Buffer.from('ffd8ffc0001108000a0014030122', 'hex') })).toEqual([
      20, 10,
    ]);
  });
});
