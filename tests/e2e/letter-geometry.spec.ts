/**
 * The printed sheet, read back with poppler from PDFs the real Electron made: the address lies in the window of a
 * #10 envelope, long itemisations break with their headings, hostile names print as typed and run nothing.
 * Needs `pdftotext` (package poppler-utils); skipped with a word where it is missing.
 */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { mergeLetter } from '../../electron/book/services/merge-letter.ts';
import type { PostalAddress } from '../../shared/domain/address.ts';
import { compileDoc } from '../../shared/templates/document/compile-doc.ts';
import { type LetterCharge, type LetterData, letterFactsOf } from '../../shared/templates/letter-facts.ts';
import { fitAddress } from '../../shared/templates/letters/address-lines.ts';
import { demandLetter } from '../../shared/templates/letters/demand-letter.ts';
import { shippedLetters } from '../../shared/templates/letters/library.ts';
import { clearMm, geometryOf, playOf, windowOnSheet } from '../../shared/templates/letters/sheet-geometry.ts';
import { usualSheet } from '../../shared/templates/letters/sheet-setup.ts';
import { recoverySheet } from '../../shared/templates/recovery-sheet.ts';
import { makeLetterData } from '../builders/letter-data.ts';
import { type Pressed, pressPages, textOf, type Word, whyNoPress, wordsOf } from './press/press-runner.ts';

const reason = whyNoPress();
const play = playOf(usualSheet);
const { firstLineMm } = geometryOf(usualSheet);

const town = { city: 'Dover', region: 'NH', postalCode: '03820' };
const addresses: Readonly<Record<string, { name: string; address: PostalAddress }>> = {
  'two-lines': { name: 'Rosa Delgado', address: { ...town, line1: '', line2: '', country: '' } },
  'three-lines': {
    name: 'Rosa Delgado',
    address: { ...town, line1: '18 Mill Road', line2: '', country: '' },
  },
  'four-lines': {
    name: 'Rosa Delgado',
    address: { ...town, line1: '18 Mill Road', line2: 'Apt 2', country: '' },
  },
  'five-lines': {
    name: 'Rosa Delgado',
    address: { ...town, line1: '18 Mill Road', line2: 'Apt 2', country: 'Canada' },
  },
  'six-lines': {
    name: 'The Northern Seacoast Orthopedic and Sports Medicine Associates',
    address: { ...town, line1: '18 Mill Road', line2: 'Building C', country: 'Canada' },
  },
  'widest-lines': {
    name: `${'W'.repeat(24)} ${'M'.repeat(28)}`,
    address: { ...town, line1: `${'8'.repeat(42)}`, line2: `${'m'.repeat(28)}`, country: '' },
  },
  'other-scripts': {
    name: 'Żółć-Ångström Ñandú Жуков Щербаков',
    address: { ...town, line1: 'Οδός Ερμού 12', line2: 'محمد عبد الله', country: '' },
  },
};

function pageOf(data: LetterData, letter = demandLetter): string {
  const html = mergeLetter(letter.name, compileDoc(letter.doc), letterFactsOf(data));
  if (!html.ok) throw new Error(JSON.stringify(html.error));
  return html.value;
}

function linesOf({ name, address }: { name: string; address: PostalAddress }): string[] {
  const lines = fitAddress(name, address, usualSheet);
  if (!lines.ok) throw new Error(`${name} does not fit`);
  return lines.value;
}

const hostile = [
  '{{ 7*7 }}',
  '{% assign x = 1 %}',
  '<script>document.title = 1</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; "quotes" \'n\' co',
  'x'.repeat(300),
];

const many: readonly LetterCharge[] = Array.from({ length: 150 }, (_, index) => ({
  kind: 'charge',
  reference: `INV-${6000 + index}`,
  memo: index % 9 === 0 ? 'A longer description of what was done on that day, and for whom' : 'Visit',
  effectiveOn: '2025-10-02',
  dueOn: '2025-11-01',
  chargedCents: 10_000 + index,
  openCents: 10_000 + index,
}));

test.describe('the printed sheet', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 });
  test.skip(reason !== null, reason ?? '');
  let pressed: Pressed;
  const words = (name: string): Promise<Word[]> => wordsOf(path.join(pressed.folder, `${name}.pdf`));
  const text = (name: string): Promise<string> => textOf(path.join(pressed.folder, `${name}.pdf`));

  test.beforeAll(async () => {
    const pages: Record<string, string> = {};
    for (const [name, entry] of Object.entries(addresses)) {
      pages[name] = pageOf(
        makeLetterData({ debtor: { kind: 'consumer', name: entry.name, addressLines: linesOf(entry) } }),
      );
    }
    for (const letter of shippedLetters) pages[letter.code] = pageOf(makeLetterData(), letter);
    hostile.forEach((name, index) => {
      pages[`hostile-${index}`] = pageOf(
        makeLetterData({
          debtor: { kind: 'business', name, addressLines: ['A', 'B 1', 'Dover NH 03820'] },
          account: { number: name.slice(0, 80), clientName: name, originalCreditor: '' },
        }),
      );
    });
    pages.long = pageOf(
      makeLetterData({
        charges: many,
        balanceCents: many.reduce((sum, { openCents }) => sum + openCents, 0),
      }),
    );
    pages.recovery = recoverySheet({
      officeName: 'Harbor & <i>Lane</i>',
      day: 'March 12, 2026',
      code: '7KQ2M9XPAB3DEFGH7KQ2M9XPAB3DEFGH',
    });
    pressed = await pressPages(pages);
  });
  test.afterAll(() => pressed?.remove());

  for (const [name, entry] of Object.entries(addresses)) {
    test(`${name}: the address keeps 3 mm clear in the window`, async () => {
      const lines = linesOf(entry);
      // What the window can show of the first page while the sheet rests on the envelope's lower edge.
      const left = windowOnSheet(usualSheet);
      const right = windowOnSheet(usualSheet, play.sidewaysMm, 0);
      const seen = (await words(name)).filter(
        (word) =>
          word.page === 1 &&
          word.right > right.left &&
          word.left < left.right &&
          word.bottom > left.top &&
          word.top < left.bottom,
      );
      const letters = (parts: readonly string[]): string =>
        parts.join('').replace(/\s/g, '').split('').sort().join('');
      expect(letters(seen.map((word) => word.text))).toBe(letters(lines));
      const tolerance = 0.01;
      for (const word of seen) {
        expect(word.left - left.left, word.text).toBeGreaterThanOrEqual(clearMm - tolerance);
        expect(right.right - word.right, word.text).toBeGreaterThanOrEqual(clearMm - tolerance);
        expect(word.top - left.top, word.text).toBeGreaterThanOrEqual(clearMm - tolerance);
        expect(left.bottom - word.bottom, word.text).toBeGreaterThanOrEqual(clearMm - tolerance);
      }
    });
  }

  test('nothing but the address can ever show in the window', async () => {
    const first = windowOnSheet(usualSheet);
    const last = windowOnSheet(usualSheet, play.sidewaysMm, play.upMm);
    const inReach = (await words('three-lines')).filter(
      (word) =>
        word.page === 1 &&
        word.left < first.right &&
        word.right > last.left &&
        word.top < last.bottom &&
        word.bottom > first.top,
    );
    expect(inReach.map((word) => word.text).join(' ')).toBe('Rosa Delgado 18 Mill Road Dover NH 03820');
  });

  test('the letter begins below the first fold', async () => {
    const heading = (await words('demand-letter')).find((word) => word.text === 'Demand');
    expect(heading?.top).toBeGreaterThanOrEqual(firstLineMm);
  });

  for (const { code } of shippedLetters) {
    test(`${code} keeps to two pages with two charges, and numbers them`, async () => {
      const pages = pressed.report[`${code}.html`]?.pages ?? 0;
      expect(pages).toBeLessThanOrEqual(2);
      expect(await text(code)).toContain(`Page 1 of ${pages}`);
    });
  }

  test('a reminder stays on one page with the sum it asks for', async () => {
    expect(pressed.report['friendly-reminder.html']?.pages).toBe(1);
    expect(await text('friendly-reminder')).toContain('$505.00');
  });

  test('a long itemisation repeats its headings, numbers its pages and ends at the amount due', async () => {
    const pages = pressed.report['long.html']?.pages ?? 0;
    expect(pages).toBeGreaterThan(4);
    const all = await words('long');
    for (let page = 1; page <= pages; page += 1) {
      const ofPage = all.filter((word) => word.page === page).map((word) => word.text);
      if (ofPage.some((word) => word.startsWith('INV-'))) expect(ofPage).toContain('Running');
      expect(ofPage.join(' ')).toContain(`Page ${page} of ${pages}`);
    }
    const listed = all.map((word) => word.text.replace(/,$/, '')).filter((word) => word.startsWith('INV-'));
    expect(listed).toEqual(many.map(({ reference }) => reference));
    expect((await text('long')).match(/Amount due +\$15,111\.75/)).not.toBeNull();
  });

  for (const [index, name] of hostile.entries())
    test(`hostile name ${index} prints as typed, inside the page`, async () => {
      const plain = (some: string): string => some.replace(/\s/g, '');
      expect(plain(await text(`hostile-${index}`))).toContain(plain(`Dear ${name}:`));
      for (const word of await words(`hostile-${index}`)) {
        expect(word.left, word.text).toBeGreaterThanOrEqual(5);
        expect(word.right, word.text).toBeLessThanOrEqual(25.4 * 8.5 - 20);
      }
    });

  test('the recovery sheet holds the code in its groups on one page', async () => {
    expect(pressed.report['recovery.html']?.pages).toBe(1);
    const printed = await text('recovery');
    expect(printed).toContain('Harbor & <i>Lane</i>');
    expect(printed.match(/7KQ2 +M9XP +AB3D +EFGH/g)).toHaveLength(2);
  });
});
