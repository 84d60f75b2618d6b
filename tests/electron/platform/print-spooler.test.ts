import { expect, test } from 'vitest';
import { makeSpooler, type Ran, traysIn } from '../../../electron/platform/print-spooler.ts';
import { mediaOf, sheetOfPage, sheetOfPdf } from '../../../electron/platform/sheet-size.ts';

const listing = `PageSize/Media Size: *Letter Legal A4
InputSlot/Paper Source: *Auto Tray1 Tray2 ManualFeed
Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble
`;
const pdf = Buffer.from('%PDF-1.4 /MediaBox [0 0 612 1008] ');
const to = { printer: 'Front_Desk', tray: '', duplex: 'off', copies: 1 } as const;

function makeFake(answer: Partial<Ran> = {}) {
  const ran: { program: string; args: readonly string[]; bytes: number | undefined }[] = [];
  const spooler = makeSpooler(async (program, args, input) => {
    ran.push({ program, args, bytes: input?.length });
    if (program === 'lpoptions') return { code: 0, out: listing, error: '' };
    return { code: 0, out: '', error: '', ...answer };
  });
  return { spooler, ran };
}

test('trays are read from what the printer says of itself', async () => {
  expect(traysIn(listing)?.trays.map(({ code, name }) => [code, name])).toEqual([
    ['Auto', 'Auto'],
    ['Tray1', 'Tray 1'],
    ['Tray2', 'Tray 2'],
    ['ManualFeed', 'Manual Feed'],
  ]);
  expect(traysIn('media-source/Media Source: *auto tray-1')?.option).toBe('media-source');
  expect(traysIn('PageSize/Media Size: *Letter')).toBeNull();
});

test('the very bytes go to the printer, with paper, sides, copies and tray, fitted to nothing', async () => {
  const { spooler, ran } = makeFake();
  expect(await spooler.print(pdf, { ...to, tray: 'Tray2', duplex: 'long_edge', copies: 2 })).toBeNull();
  const lp = ran.at(-1);
  expect(lp?.program).toBe('lp');
  expect(lp?.bytes).toBe(pdf.length);
  expect(lp?.args.slice(0, 4)).toEqual(['-d', 'Front_Desk', '-n', '2']);
  for (const option of [
    'media=Legal',
    'sides=two-sided-long-edge',
    'print-scaling=none',
    'collate=true',
    'InputSlot=Tray2',
  ])
    expect(lp?.args).toContain(option);
});

test('a tray the printer does not have prints nothing', async () => {
  const { spooler, ran } = makeFake();
  expect(await spooler.print(pdf, { ...to, tray: 'Tray9 media=A4' })).toMatch(/no tray/);
  expect(ran.map(({ program }) => program)).toEqual(['lpoptions']);
});

test('what the spooler says when it refuses is passed on', async () => {
  const { spooler } = makeFake({ code: 1, error: 'lp: Error - scheduler not responding.\n' });
  expect(await spooler.print(pdf, to)).toBe('lp: Error - scheduler not responding.');
});

test('a spooler that is not there is a reason, not a crash', async () => {
  const { spooler } = makeFake({ code: null, error: 'spawn lp ENOENT' });
  expect(await spooler.print(pdf, to)).toBe('spawn lp ENOENT');
});

test('the paper is the one the page was made for', () => {
  const page = (size: string) => `<style>\n@page {\n  size: ${size};\n  margin: 1in; }</style>`;
  expect(mediaOf(sheetOfPage(page('8.5in 11in')))).toBe('Letter');
  expect(mediaOf(sheetOfPage(page('8.5in 14in')))).toBe('Legal');
  expect(mediaOf(sheetOfPage(page('210mm 297mm')))).toBe('A4');
  expect(mediaOf(sheetOfPage(page('9.5in 4.125in')))).toBe('Env10');
  expect(mediaOf(sheetOfPage(page('8.875in 3.875in')))).toBe('Custom.639x279');
  expect(mediaOf(sheetOfPage('<p>no rule</p>'))).toBe('Letter');
  expect(mediaOf(sheetOfPdf(pdf))).toBe('Legal');
});
