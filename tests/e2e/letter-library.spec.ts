/**
 * The shipped letters as they print, read back with poppler: the validation notice with every field of Model Form B-1 in its order and
 * the part to send back at the bottom of the first page, and no sheet that holds nothing but a signature, or nothing at all.
 * Needs `pdftotext` (package poppler-utils); skipped with a word where it is missing.
 */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { mergeLetter } from '../../electron/book/services/merge-letter.ts';
import { compileDoc } from '../../shared/templates/document/compile-doc.ts';
import { formParts } from '../../shared/templates/document/letter-doc.ts';
import { fillForm } from '../../shared/templates/fill-form.ts';
import type { LetterData } from '../../shared/templates/letter-data.ts';
import { letterFactsOf } from '../../shared/templates/letter-facts.ts';
import { shippedLetters } from '../../shared/templates/letters/library.ts';
import { fullLetterData, sampleValidation } from '../builders/letter-samples.ts';
import { type Pressed, pressPages, textOf, type Word, whyNoPress, wordsOf } from './press/press-runner.ts';

const reason = whyNoPress();
const full = fullLetterData({ has_plan: true, interest_runs: true, furnishes: true });

function pageOf(code: string, data: LetterData): string {
  const letter = shippedLetters.find((one) => one.code === code);
  if (!letter) throw new Error(`no letter ${code}`);
  const html = mergeLetter(letter.name, compileDoc(letter.doc), letterFactsOf(data));
  if (!html.ok) throw new Error(JSON.stringify(html.error));
  return html.value;
}

/** Words are compared without the blanks that line ends and columns put between them. */
const bare = (text: string): string => text.replace(/\s/g, '');

/** So many lines of how to pay push what follows over the end of the first page, a line at a time. */
const pushes = Array.from({ length: 14 }, (_, lines) => lines);
const pushed = ['demand-letter', 'settlement-offer', 'settlement-agreement'] as const;

test.describe('the shipped letters on paper', () => {
  test.skip(reason !== null, reason ?? '');
  let pressed: Pressed;
  const words = (name: string): Promise<Word[]> => wordsOf(path.join(pressed.folder, `${name}.pdf`));
  const text = (name: string): Promise<string> => textOf(path.join(pressed.folder, `${name}.pdf`));

  test.beforeAll(async () => {
    const pages: Record<string, string> = {};
    for (const { code } of shippedLetters) pages[code] = pageOf(code, full);
    pages.california = pageOf('validation-notice', fullLetterData({ state_notices: true }));
    for (const code of pushed)
      for (const lines of pushes) {
        const howToPay = Array.from({ length: lines }, (_, line) => `Way to pay ${line}`).join('\n');
        pages[`${code}-${lines}`] = pageOf(code, { ...full, sender: { ...full.sender, howToPay } });
      }
    pressed = await pressPages(pages);
  });
  test.afterAll(() => pressed?.remove());

  for (const [code, language] of [
    ['validation-notice', 'en'],
    ['validation-notice-es', 'es'],
  ] as const) {
    test(`${code}: every field in its order on one page, the part to send back at its foot`, async () => {
      expect(pressed.report[`${code}.html`]?.pages).toBe(1);
      const printed = bare(await text(code));
      const form = fillForm(full, sampleValidation)[language];
      // Two columns are read across, so a sentence is looked for by its first words.
      for (const part of formParts)
        for (const { text: line, amount } of form[part])
          for (const sentence of part === 'information' ? [amount] : line.split('\n'))
            expect(printed, sentence).toContain(bare(sentence.split(' ').slice(0, 2).join(' ')));
      const placed = await words(code);
      const [respond] = form.response;
      const first = respond?.text.split(' ')[0] ?? '';
      const heading = placed.filter((word) => word.text === first).at(-1);
      expect(heading?.top).toBeGreaterThan(190);
      const below = placed.filter((word) => word.top > (heading?.top ?? 0) && word.bottom < 262);
      expect(Math.max(...below.map((word) => word.bottom))).toBeGreaterThan(245);
      const address = below.map((word) => word.text).join(' ');
      for (const line of ['PO Box 7', 'Portsmouth NH 03801', 'Rosa Maria Delgado'])
        for (const word of line.split(' ')) expect(address).toContain(word);
    });
  }

  test('sums of the notice stand right, one under the other', async () => {
    const placed = await words('validation-notice');
    const sums = ['$980.00', '$12.40', '$25.00', '$500.00', '$517.40'].map((sum) =>
      placed.find((word) => word.text === sum),
    );
    expect(sums.every((word) => word !== undefined)).toBe(true);
    const rights = sums.map((word) => word?.right ?? 0);
    expect(Math.max(...rights) - Math.min(...rights)).toBeLessThan(0.3);
    const tops = sums.map((word) => word?.top ?? 0);
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
  });

  test('what a state has said stands on the next page, pointed to from the first', async () => {
    expect(pressed.report['california.html']?.pages).toBe(2);
    const placed = await words('california');
    const of = (page: number) => placed.filter((word) => word.page === page).map((word) => word.text);
    expect(of(1).join(' ')).toContain('See the next page');
    expect(of(1)).toContain('Rosa');
    expect(of(2).join(' ')).toContain('Rosenthal Fair Debt Collection Practices Act');
  });

  for (const code of pushed)
    test(`${code}: however far it is pushed, no sheet is empty and no signature stands alone`, async () => {
      for (const lines of pushes) {
        const placed = await words(`${code}-${lines}`);
        const inText = (page: number) =>
          placed.filter(
            (word) => word.page === page && word.top > (page === 1 ? 90 : 18) && word.bottom < 262,
          );
        const last = Math.max(...placed.map((word) => word.page));
        if (last === 1) continue;
        const lowest = Math.max(...inText(1).map((word) => word.bottom));
        expect(lowest, `${code} with ${lines} lines`).toBeGreaterThan(190);
        const begins = inText(2)[0]?.text ?? '';
        expect(['Sincerely,', 'Signature', 'This'], `${code} with ${lines} lines`).not.toContain(begins);
      }
    });

  test('none is longer than two pages, but for the plan with its coupons', () => {
    const long = shippedLetters
      .map(({ code }) => code)
      .filter((code) => (pressed.report[`${code}.html`]?.pages ?? 0) > 2);
    expect(long).toEqual(['plan-agreement']);
  });
});
