/** Envelopes and labels from a real book: whose addresses are on them, in which order, and who is left out and why. */
import { beforeEach, expect, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { composePieces } from '../../../../electron/book/services/mail-pieces.ts';
import { composeSheetSample } from '../../../../electron/book/services/sheet-sample.ts';
import type { PiecesAsked } from '../../../../shared/contract/print.ts';
import { usualSetup, usualSheet } from '../../../../shared/templates/letters/sheet-setup.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
});

const around = (): ErrandContext => ({
  ...makeSurroundings(desk.store, desk.moment()),
  vault: {} as ErrandContext['vault'],
});
const dover = { line1: '18 Mill Road', city: 'Dover', region: 'NH', postalCode: '03820' };

async function pieces(change: Partial<PiecesAsked> & Pick<PiecesAsked, 'source'>) {
  const made = await composePieces(around(), { form: 'envelope_ten', sender: 'none', startAt: 1, ...change });
  if (!made.ok) throw new Error(made.error.code);
  const lines = [...made.value.html.matchAll(/<address[^>]*>(.*?)<\/address>/g)].map((found) =>
    [...(found[1] ?? '').matchAll(/<span>(.*?)<\/span>/g)].map((line) => line[1]),
  );
  return { ...made.value, lines };
}

test('in the order asked for; who has no address, or one the post cannot deliver to, is named with the reason', async () => {
  const rosa = await desk.account({ debtorName: 'Rosa Delgado', ...dover });
  const none = await desk.account({ debtorName: 'Ivo Petrov' });
  const bad = await desk.account({ debtorName: 'Una Bright', ...dover, postalCode: '78701' });
  const name = 'The Northern Seacoast Orthopedic and Sports Medicine <b>Associates</b>';
  const firm = await desk.account({ debtorName: name, ...dover });
  const made = await pieces({ source: { accountIds: [firm, none, rosa, bad] } });
  expect(made.pieces).toBe(2);
  expect(made.lines.map((lines) => lines.at(-2))).toEqual(['18 Mill Road', '18 Mill Road']);
  expect(made.lines[1]).toEqual(['Rosa Delgado', '18 Mill Road', 'Dover NH 03820']);
  expect(made.html).toContain('&lt;b&gt;');
  expect(made.html).not.toContain('<b>');
  expect(made.leftOut).toEqual([
    { accountId: none, name: 'Ivo Petrov', why: 'There is no address in use.' },
    { accountId: bad, name: 'Una Bright', why: expect.stringContaining('lies in Texas') },
  ]);
});

test('the sender stands on envelopes as asked for, in the letters of the setup', async () => {
  await desk.get('letters.setLetterhead', {
    line1: '210 Harbor Lane, Suite 4',
    line2: '',
    city: 'Portsmouth',
    region: 'NH',
    postalCode: '03801',
    phone: '',
    email: '',
    hours: '',
    howToPay: '',
  });
  await desk.get('print.saveSetup', { ...usualSetup, sheet: { ...usualSheet, upperCase: true } });
  const accountId = await desk.account({ ...dover });
  const source = { accountIds: [accountId] };
  const fromOf = (html: string) => /<div class="from">(.*?)<\/div>/.exec(html)?.[1] ?? '';
  expect(fromOf((await pieces({ source, sender: 'none' })).html)).toBe('');
  expect(fromOf((await pieces({ source, sender: 'address' })).html)).toBe(
    '<span>210 HARBOR LANE SUITE 4</span><span>PORTSMOUTH NH 03801</span>',
  );
  expect((await pieces({ source })).lines).toEqual([['MARA OKAFOR', '18 MILL ROAD', 'DOVER NH 03820']]);
});

test('when nobody is left, it says so', async () => {
  const accountId = await desk.account();
  const asked: PiecesAsked = {
    source: { accountIds: [accountId] },
    form: 'labels_ten',
    sender: 'none',
    startAt: 3,
  };
  expect(await composePieces(around(), asked)).toMatchObject({
    ok: false,
    error: { code: 'print.no_pieces' },
  });
});

test('labels begin where the sheet begins, and go on over the next', async () => {
  const accountIds: number[] = [];
  for (let index = 0; index < 5; index += 1) accountIds.push(await desk.account({ ...dover }));
  const made = await pieces({ source: { accountIds }, form: 'labels_ten', startAt: 8 });
  expect(made.html.match(/<div class="page">/g)).toHaveLength(2);
  const tops = [...made.html.matchAll(/left: ([\d.]+)mm; top: ([\d.]+)mm/g)].map((found) => [
    Math.round((Number(found[1]) / 25.4) * 10) / 10,
    Number(found[2]) / 25.4,
  ]);
  // The eighth is the right one of the fourth row.
  expect(tops.map(([, top]) => top)).toEqual([6.5, 8.5, 8.5, 0.5, 0.5]);
  expect(tops[0]?.[0]).toBeGreaterThan(4);
});

test('the sample of a sheet is refused for one that is none', async () => {
  const sheet = { ...usualSheet, paper: 'a4', envelope: 'nine' } as const;
  expect(await composeSheetSample(around(), { sheet })).toMatchObject({
    ok: false,
    error: { code: 'print.sheet_impossible' },
  });
  const made = await composeSheetSample(around(), { sheet: { ...usualSheet, paper: 'legal' } });
  expect(made.ok && made.value.html).toContain('size: 8.5in 14in');
});
