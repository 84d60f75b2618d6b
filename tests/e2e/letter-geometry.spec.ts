/**
 * The printed sheet, read back with poppler from PDFs the real Electron made: the address lies in the window of every
 * envelope on every paper, envelopes and labels carry it in its place, long itemisations break with their headings, hostile names print as typed and run nothing.
 * Needs `pdftotext` (package poppler-utils); skipped with a word where it is missing.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { mergeLetter } from '../../electron/book/services/merge-letter.ts';
import type { PostalAddress } from '../../shared/domain/address.ts';
import { compileDoc } from '../../shared/templates/document/compile-doc.ts';
import { type LetterCharge, type LetterData, letterFactsOf } from '../../shared/templates/letter-facts.ts';
import { fitAddress } from '../../shared/templates/letters/address-lines.ts';
import { demandLetter } from '../../shared/templates/letters/demand-letter.ts';
import { shippedLetters } from '../../shared/templates/letters/library.ts';
import {
  addressBlockOf,
  type Box,
  clearMm,
  geometryOf,
  panelMm,
  papers,
  playOf,
  sheetFaultOf,
  windowOnSheet,
} from '../../shared/templates/letters/sheet-geometry.ts';
import { plainHead, type SheetHead } from '../../shared/templates/letters/sheet-head.ts';
import {
  envelopes,
  folds,
  paperSizes,
  type SheetSetup,
  usualSheet,
} from '../../shared/templates/letters/sheet-setup.ts';
import { widthOfLinePt } from '../../shared/templates/letters/text-width.ts';
import { piecesPage } from '../../shared/templates/papers/piece-page.ts';
import { testPage } from '../../shared/templates/papers/test-page.ts';
import { recoverySheet } from '../../shared/templates/recovery-sheet.ts';
import { makeLetterData } from '../builders/letter-data.ts';
import { makePng } from '../builders/picture.ts';
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

/** Every paper, envelope and fold that go together. */
const setups: readonly (readonly [string, SheetSetup])[] = paperSizes
  .flatMap((paper) =>
    envelopes.flatMap((envelope) => folds.map((fold) => ({ ...usualSheet, paper, envelope, fold }))),
  )
  .filter((setup) => setup.envelope !== 'none' && sheetFaultOf(setup) === null)
  .map((setup) => [`${setup.paper} ${setup.envelope} ${setup.fold}`, setup]);

const six = ['Line 1', 'Line 2', 'Line 3', 'Line 4', 'Line 5', 'Line 6'];
const rosa = ['Rosa Delgado', '18 Mill Road', 'Apt 2', 'Dover NH 03820'];

/** One to six lines, and six as wide as the block lets them be, with letters that reach far up and down. */
function blocksOf(setup: SheetSetup): readonly (readonly [string, readonly string[]])[] {
  const { widthMm, fontPt } = addressBlockOf(setup);
  const widest = (letter: string): string => {
    let line = letter;
    while (widthOfLinePt(line + letter, fontPt) <= (widthMm / 25.4) * 72) line += letter;
    return line;
  };
  return [
    ...six.map((_line, index) => [`lines-${6 - index}`, six.slice(index)] as const),
    ['widest', ['W', 'M', 'Å', 'g', '8', 'Q'].map(widest)],
  ];
}

/** A letter of a few words: what is looked at is the sheet. */
function plainPage(lines: readonly string[], setup: SheetSetup, head = plainHead('Harbor Lane', [])): string {
  const data = makeLetterData();
  const facts = letterFactsOf({ ...data, recipient: { ...data.recipient, addressLines: lines } });
  const body =
    '<h1>Demand</h1><p>Words.</p><div class="closing"><p>Sincerely,</p><p class="name">{{ sender.name }}</p></div>';
  const html = mergeLetter('Demand letter', body, facts, { setup, head });
  if (!html.ok) throw new Error(JSON.stringify(html.error));
  return html.value;
}

const picture = (imageId: number, width: number, height: number) => ({
  imageId,
  mime: 'image/png' as const,
  width,
  height,
  base64: Buffer.from(makePng(width, height)).toString('base64'),
});
const fullHead: SheetHead = {
  ...plainHead('Harbor Lane Recovery', ['210 Harbor Lane, Suite 4', 'Portsmouth NH 03801']),
  contacts: ['(603) 555-0142', 'www.harborlane.example'],
  logo: picture(1, 600, 180),
  signature: picture(2, 400, 120),
  footer: '{{ nothing }} & <b>sons</b>',
  notices: ['New York license no. 2099123-DCA'],
};

const run = promisify(execFile);

/** Width and height in millimeters. */
async function pageSizeOf(pdf: string): Promise<readonly number[]> {
  const { stdout } = await run('pdfinfo', [pdf]);
  const found = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(stdout);
  return [found?.[1], found?.[2]].map((points) => (Number(points) * 25.4) / 72);
}

async function picturesOf(pdf: string): Promise<number> {
  const { stdout } = await run('pdfimages', ['-list', pdf]);
  return stdout.split('\n').filter((line) => /^\s*\d+\s+\d+\s+image/.test(line)).length;
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
    for (const [of, setup] of setups)
      for (const [name, lines] of blocksOf(setup)) pages[`${of} ${name}`] = plainPage(lines, setup);
    pages.plain = plainPage(rosa, usualSheet);
    pages.moved = plainPage(rosa, { ...usualSheet, offsetMm: { right: 3, down: -2 } });
    pages.letterhead = plainPage(rosa, usualSheet, fullHead);
    for (const form of ['envelope_ten', 'envelope_nine', 'labels_thirty'] as const)
      pages[form.replace('envelope_', 'envelope-')] = piecesPage({
        form,
        addresses: Array.from({ length: form === 'labels_thirty' ? 25 : 1 }, (_, index) => [
          `#${index} The Northern Seacoast`,
          'Orthopedic Associates',
          '18 Mill Road',
          'Building C',
          'Toronto ON M5V 2T6',
          'CANADA',
        ]),
        sender: ['Harbor Lane'],
        startAt: 8,
        offsetMm: { right: 0, down: 0 },
      });
    pages['test-page'] = testPage(usualSheet);
    pages.recovery = recoverySheet({
      officeName: 'Harbor & <i>Lane</i>',
      day: 'March 12, 2026',
      code: '7KQ2M9XPAB3DEFGH7KQ2M9XPAB3DEFGH',
    });
    pressed = await pressPages(pages);
  });
  test.afterAll(() => pressed?.remove());

  /** What the window can show of the first page wherever the sheet slides while it rests on the envelope's lower edge. */
  async function expectClear(name: string, lines: readonly string[], setup: SheetSetup): Promise<void> {
    const { right, down } = setup.offsetMm;
    const moved = (box: Box): Box => ({
      left: box.left - right,
      right: box.right - right,
      top: box.top - down,
      bottom: box.bottom - down,
    });
    const first = moved(windowOnSheet(setup));
    const last = moved(windowOnSheet(setup, playOf(setup).sidewaysMm));
    const seen = (await words(name)).filter(
      (word) =>
        word.page === 1 &&
        word.right > last.left &&
        word.left < first.right &&
        word.bottom > first.top &&
        word.top < first.bottom,
    );
    const letters = (parts: readonly string[]): string =>
      parts.join('').replace(/\s/g, '').split('').sort().join('');
    expect(letters(seen.map((word) => word.text)), name).toBe(letters(lines));
    const tolerance = 0.01;
    for (const word of seen) {
      const of = `${name}: ${word.text}`;
      expect(word.left - first.left, of).toBeGreaterThanOrEqual(clearMm - tolerance);
      expect(last.right - word.right, of).toBeGreaterThanOrEqual(clearMm - tolerance);
      expect(word.top - first.top, of).toBeGreaterThanOrEqual(clearMm - tolerance);
      expect(first.bottom - word.bottom, of).toBeGreaterThanOrEqual(clearMm - tolerance);
    }
  }

  for (const [name, entry] of Object.entries(addresses)) {
    test(`${name}: the address keeps 3 mm clear in the window`, () =>
      expectClear(name, linesOf(entry), usualSheet));
  }

  for (const [of, setup] of setups) {
    test(`${of}: one to six lines and the widest names keep 3 mm clear in the window`, async () => {
      for (const [name, lines] of blocksOf(setup)) await expectClear(`${of} ${name}`, lines, setup);
    });

    test(`${of}: the page has its size, and nothing else of it is in the window’s reach`, async () => {
      const { sidewaysMm, upMm } = playOf(setup);
      const [first, last] = [windowOnSheet(setup), windowOnSheet(setup, sidewaysMm, upMm)];
      const name = `${of} lines-3`;
      const inReach = (await words(name)).filter(
        (word) =>
          word.page === 1 &&
          word.left < first.right &&
          word.right > last.left &&
          word.top < Math.min(last.bottom, panelMm(setup)) &&
          word.bottom > first.top,
      );
      expect(inReach.map((word) => word.text).join(' ')).toBe('Line 4 Line 5 Line 6');
      const { widthMm, heightMm } = papers[setup.paper];
      const [width = 0, height = 0] = await pageSizeOf(path.join(pressed.folder, `${name}.pdf`));
      expect(width).toBeCloseTo(widthMm, 0);
      expect(height).toBeCloseTo(heightMm, 0);
    });
  }

  test('a printer that is off is met by moving everything the other way', async () => {
    const moved = { ...usualSheet, offsetMm: { right: 3, down: -2 } };
    await expectClear('moved', rosa, moved);
    const at = async (name: string) => (await words(name)).find((word) => word.text === 'Demand');
    const [plain, other] = [await at('plain'), await at('moved')];
    // Chromium sets text on whole CSS pixels: a move is met to half of one.
    const halfPixelMm = 25.4 / 96 / 2 + 0.001;
    expect(Math.abs((plain?.left ?? 0) - (other?.left ?? 0) - 3)).toBeLessThanOrEqual(halfPixelMm);
    expect(Math.abs((plain?.top ?? 0) - (other?.top ?? 0) + 2)).toBeLessThanOrEqual(halfPixelMm);
  });

  test('the letterhead prints what the office typed as typed, its pictures, and the notices of the state', async () => {
    const printed = await text('letterhead');
    for (const line of [
      '{{ nothing }} & <b>sons</b>',
      'New York license no. 2099123-DCA',
      'www.harborlane.example',
    ])
      expect(printed).toContain(line);
    expect(await picturesOf(path.join(pressed.folder, 'letterhead.pdf'))).toBe(2);
    const all = await words('letterhead');
    const signer = all.find((word) => word.text === 'Sincerely,');
    const name = all.filter((word) => word.text === 'Recovery').at(-1);
    // Room for the picture of the hand between the two.
    expect((name?.top ?? 0) - (signer?.bottom ?? 0)).toBeGreaterThan(8);
  });

  test('an address on an envelope stands where the post’s machines look for it', async () => {
    for (const [name, height, width] of [
      ['envelope-ten', 4.125, 9.5],
      ['envelope-nine', 3.875, 8.875],
    ] as const) {
      const address = (await words(name)).filter((word) => word.left > 3 * 25.4);
      expect(address.length).toBeGreaterThan(0);
      for (const word of address) {
        const fromBottom = height * 25.4 - word.bottom;
        expect(fromBottom, word.text).toBeGreaterThanOrEqual(0.625 * 25.4);
        expect(height * 25.4 - word.top, word.text).toBeLessThanOrEqual(2.75 * 25.4);
        expect(width * 25.4 - word.right, word.text).toBeGreaterThanOrEqual(0.5 * 25.4);
      }
      expect(await text(name)).not.toContain('Page 1');
    }
  });

  test('labels stand each on its own, from the first that is left', async () => {
    expect(pressed.report['labels_thirty.html']?.pages).toBe(2);
    const all = await words('labels_thirty');
    const places = all.filter((word) => /^#\d+$/.test(word.text));
    expect(places).toHaveLength(25);
    for (const [index, word] of places.entries()) {
      const place = (index + 7) % 30;
      expect(word.page).toBe(index + 7 < 30 ? 1 : 2);
      const [left, top] = [(0.1875 + (place % 3) * 2.75) * 25.4, (0.5 + Math.floor(place / 3)) * 25.4];
      expect(word.left - left, word.text).toBeGreaterThan(2);
      expect(word.right - left, word.text).toBeLessThan(2.625 * 25.4 - 2);
      expect(word.top - top, word.text).toBeGreaterThan(1);
      expect(word.bottom - top, word.text).toBeLessThan(25.4 - 1);
    }
  });

  test('the test page says zero at 80 mm of both edges', async () => {
    const all = await words('test-page');
    const zeros = all.filter((word) => word.text === '0');
    expect(zeros).toHaveLength(2);
    expect(zeros.some((word) => Math.abs((word.top + word.bottom) / 2 - 80) < 1)).toBe(true);
    expect(zeros.some((word) => Math.abs((word.left + word.right) / 2 - 80) < 1)).toBe(true);
    expect(await text('test-page')).toContain('Fold the left edge over here');
  });

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
