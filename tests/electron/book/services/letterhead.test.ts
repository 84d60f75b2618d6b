/** Letterhead and print setup in a real book: pictures, lines of states, notices, what a kept page holds, setups that are refused. */
import { beforeEach, describe, expect, test } from 'vitest';
import { findSheetHead, licenceNotice } from '../../../../electron/book/services/letterhead.ts';
import { namePictures, showPictures } from '../../../../electron/book/store/queries/letter-pictures.ts';
import { findPrintSetup } from '../../../../electron/book/store/queries/print-setup.ts';
import { readPicture } from '../../../../shared/domain/picture.ts';
import { sheetOf } from '../../../../shared/templates/letters/sheet.ts';
import { fillPictures } from '../../../../shared/templates/letters/sheet-head.ts';
import { usualSetup, usualSheet } from '../../../../shared/templates/letters/sheet-setup.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';
import { makePng } from '../../../builders/picture.ts';

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
});

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The smallest file that says it is a JPEG of this size. */
function jpegHead(width: number, height: number): Uint8Array {
  return new Uint8Array([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    0x11,
    0,
  ]);
}

describe('pictures', () => {
  test('are known by their bytes', () => {
    expect(readPicture(makePng(12, 7))).toEqual({ mime: 'image/png', width: 12, height: 7 });
    expect(readPicture(jpegHead(640, 200))).toEqual({ mime: 'image/jpeg', width: 640, height: 200 });
    for (const other of ['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', ''])
      expect(readPicture(new TextEncoder().encode(other))).toBeNull();
    expect(readPicture(makePng(12, 7).slice(0, 20))).toBeNull();
    expect(readPicture(jpegHead(640, 0))).toBeNull();
  });

  test('the newest holds, an empty one takes it away, anything else is refused', async () => {
    const bytes = makePng(60, 20);
    await desk.get('letters.setLetterheadImage', { kind: 'logo', base64: textOf(bytes) });
    expect((await desk.get('letters.letterheadMore', {})).logo).toMatchObject({ width: 60, height: 20 });
    await desk.get('letters.setLetterheadImage', { kind: 'logo', base64: textOf(makePng(80, 20)) });
    expect((await desk.get('letters.letterheadMore', {})).logo).toMatchObject({ width: 80 });
    expect((await desk.get('letters.letterheadMore', {})).signature).toBeNull();
    const script = new TextEncoder().encode('<svg onload="alert(1)"/>');
    expect(await desk.codeOf('letters.setLetterheadImage', { kind: 'logo', base64: textOf(script) })).toBe(
      'letterhead.not_a_picture',
    );
    expect(
      await desk.codeOf('letters.setLetterheadImage', { kind: 'logo', base64: textOf(makePng(3000, 2)) }),
    ).toBe('letterhead.picture_too_large');
    await desk.get('letters.setLetterheadImage', { kind: 'logo', base64: null });
    expect((await desk.get('letters.letterheadMore', {})).logo).toBeNull();
  });

  test('a kept page names them, and shows the very bytes of its day again after the logo changed', async () => {
    await desk.get('letters.setLetterheadImage', { kind: 'logo', base64: textOf(makePng(60, 20)) });
    const head = findSheetHead({ store: desk.store }, null);
    const page = fillPictures(sheetOf(usualSheet, head).head, head);
    expect(page).toContain('data:image/png;base64,');
    const kept = namePictures(desk.store, page);
    expect(kept).not.toContain('base64');
    expect(kept).toContain('src="letterhead-image:1"');
    await desk.get('letters.setLetterheadImage', { kind: 'logo', base64: textOf(makePng(90, 20)) });
    expect(showPictures(desk.store, kept)).toBe(page);
  });

  test('what looks like a name of one, typed by a debtor, stays text', () => {
    const typed = '<p>&quot;letterhead-image:1&quot; data:image/png;base64,AAAA</p>';
    expect(showPictures(desk.store, namePictures(desk.store, typed))).toBe(typed);
  });
});

describe('what stands at the foot', () => {
  test('the licence of the state and the office’s own line, in letters into that state alone', async () => {
    await desk.get('law.setLicence', {
      state: 'NY',
      kind: 'licence',
      number: '2099123-DCA',
      basis: '',
      renewsOn: null,
    });
    await desk.get('letters.setStateLine', { state: 'NY', line: 'Language services are available.' });
    expect(findSheetHead({ store: desk.store }, 'NY').notices).toEqual([
      'New York license no. 2099123-DCA',
      'Language services are available.',
    ]);
    expect(findSheetHead({ store: desk.store }, 'TX').notices).toEqual([]);
    expect(findSheetHead({ store: desk.store }, null).notices).toEqual([]);
  });

  test('a new line replaces the one before; an empty one takes it away', async () => {
    for (const line of ['One.', 'Two.', '']) {
      await desk.get('letters.setStateLine', { state: 'ME', line });
      expect((await desk.get('letters.letterheadMore', {})).stateLines).toEqual(
        line === '' ? [] : [{ state: 'ME', line }],
      );
    }
  });

  test('only what has a number is printed', () => {
    expect(licenceNotice({ state: 'WA', kind: 'registration', number: ' 77 ' })).toBe(
      'Washington registration no. 77',
    );
    for (const kind of ['bond', 'exempt', 'not_needed'] as const)
      expect(licenceNotice({ state: 'WA', kind, number: '77' })).toBeNull();
    expect(licenceNotice({ state: 'WA', kind: 'licence', number: '' })).toBeNull();
  });
});

describe('the print setup', () => {
  test('is the usual one until it is chosen, and the newest holds', async () => {
    expect(await desk.get('print.setup', {})).toEqual({ setup: usualSetup });
    const sheet = { ...usualSheet, paper: 'legal' as const, offsetMm: { right: 1.5, down: -0.5 } };
    const printer = { printer: 'Front desk', tray: 'Upper', duplex: 'long_edge' as const, copies: 2 };
    await desk.get('print.saveSetup', { sheet, printer });
    expect(findPrintSetup(desk.store)).toEqual({ sheet, printer });
  });

  test('what does not go together is refused, and so is a wild offset', async () => {
    const { printer } = usualSetup;
    const impossible = { sheet: { ...usualSheet, paper: 'a4' as const, envelope: 'nine' as const }, printer };
    expect(await desk.codeOf('print.saveSetup', impossible)).toBe('print.sheet_impossible');
    expect(findPrintSetup(desk.store)).toEqual(usualSetup);
  });

  test('of an earlier version is filled up', () => {
    desk.store
      .sql('INSERT INTO print_setups (setup, made_at, author) VALUES (?, 1, ?)')
      .run('{"sheet":{"paper":"a4"}}', 'Desk');
    expect(findPrintSetup(desk.store)).toEqual({ ...usualSetup, sheet: { ...usualSheet, paper: 'a4' } });
  });
});
