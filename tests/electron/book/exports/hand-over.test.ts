import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import {
  addHandOver,
  beginHandOver,
  composeHandOver,
  dropHandOver,
  finishHandOver,
  nameHandOver,
} from '../../../../electron/book/services/hand-over.ts';
import { ensureTemplates } from '../../../../electron/book/services/letters.ts';
import { insertAttachment } from '../../../../electron/book/store/queries/attachments.ts';
import { insertClient } from '../../../../electron/book/store/queries/debtors.ts';
import { insertNote } from '../../../../electron/book/store/queries/notes.ts';
import { accountFilter } from '../../../../shared/contract/accounts.ts';
import { type HandOverAsked, mostHandedOver } from '../../../../shared/contract/hand-over.ts';
import { type ExportDesk, makeExportDesk } from '../../../builders/export-desk.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';
import { unzip } from '../../../builders/unzip.ts';

let desk: ExportDesk;
let path: string;
beforeEach(() => {
  desk = makeExportDesk();
  ensureTemplates(desk.store, 1);
  path = join(desk.folder, 'over.zip');
});
afterEach(async () => {
  await dropHandOver(around(), { packId });
  desk.dispose();
});

const packId = 'a';
const operationId = '7f2a3c1e-0000-4000-8000-000000000001';
function around(): ErrandContext {
  return { ...makeSurroundings(desk.store, desk.moment()), vault: {} as ErrandContext['vault'] };
}
const asked = (accountIds: number[], change: Partial<HandOverAsked> = {}): HandOverAsked => ({
  whose: { accountIds },
  to: 'attorney',
  recipient: 'Pike & Marsh LLP',
  reason: 'Suit to be filed',
  withPapers: true,
  withLetters: true,
  withFiles: true,
  ...change,
});

async function make(wanted: HandOverAsked) {
  const begun = await beginHandOver(around(), { asked: wanted, packId, path });
  if (!begun.ok) return begun;
  for (const accountId of begun.value.accountIds) {
    const composed = await composeHandOver(around(), { packId, accountId });
    if (!composed.ok) return composed;
    for (const { name, html } of composed.value.pages) {
      expect(html).toContain('<!doctype html>');
      await addHandOver(around(), { packId, accountId, name, pdf: Buffer.from(`%PDF ${name}`), fault: null });
    }
  }
  return finishHandOver(around(), { packId, operationId });
}

describe('a hand-over', () => {
  it('holds a workbook, the papers and a list by whose hashes each file is known', async () => {
    const accountId = await desk.account({ debtorName: 'Mara Okafor', number: 'A/1', amountCents: 50_000 });
    await desk.pay(accountId, 12_500);
    await desk.get('notes.add', { accountId, text: 'Asked for the contract' });
    const made = await make(asked([accountId]));
    expect(made).toMatchObject({ ok: true, value: { accounts: 1, missing: 0 } });
    const files = await unzip(readFileSync(path));
    const names = [...files.keys()].sort();
    expect(names).toEqual([
      'Account A_1/Contact history.pdf',
      'Account A_1/Explanation of the balance.pdf',
      'Account A_1/Statement.pdf',
      'Accounts.xlsx',
      'Contents.csv',
      'Read me.txt',
    ]);
    const listed = parse(files.get('Contents.csv') ?? '', { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    for (const row of listed) {
      const bytes = files.get(row.File ?? '') ?? Buffer.alloc(0);
      expect([row.Bytes, row['SHA-256']], row.File).toEqual([
        String(bytes.length),
        createHash('sha256').update(bytes).digest('hex'),
      ]);
    }
    const readMe = files.get('Read me.txt')?.toString() ?? '';
    expect(readMe).toContain('For Pike & Marsh LLP (attorney).');
    expect(readMe).toContain('A/1  Mara Okafor');
  });

  it('is noted with each account and among what left the book', async () => {
    const accountIds = [await desk.account(), await desk.account({ debtorName: 'Ben Tran' })];
    const made = await make(asked(accountIds));
    expect(made.ok).toBe(true);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    for (const accountId of accountIds) {
      const { items } = await desk.get('timeline.page', { accountId, kinds: ['note'] });
      const [note] = items;
      expect(note).toMatchObject({ kind: 'note', noteKind: 'legal', author: 'Desk' });
      const text = note?.kind === 'note' ? note.text : '';
      expect(text).toContain('Handed over to Pike & Marsh LLP (attorney) on 20 Nov 2026.');
      expect(text).toContain('Reason: Suit to be filed');
      expect(text).toContain('Together with 1 other account.');
      expect(text).toContain(sha256);
    }
    const { exports } = await desk.get('exports.list', {});
    expect(exports).toMatchObject([
      { what: 'Hand-over to Pike & Marsh LLP', format: 'zip', rows: 2, sha256 },
    ]);
  });

  it('says which papers could not be made, and goes on', async () => {
    const accountId = await desk.account({ number: '77' });
    await beginHandOver(around(), { asked: asked([accountId]), packId, path });
    const fault = { code: 'letter.layout_failed', params: { reason: 'it took too long' } } as const;
    await addHandOver(around(), { packId, accountId, name: 'Statement', pdf: null, fault });
    const made = await finishHandOver(around(), { packId, operationId });
    expect(made).toMatchObject({ ok: true, value: { missing: 1 } });
    const files = await unzip(readFileSync(path));
    expect(files.get('Contents.csv')?.toString()).toContain('Not made,');
    expect(files.get('Read me.txt')?.toString()).toContain('Statement of account 77');
  });

  it('leaves nothing when it is given up, and notes nothing', async () => {
    const accountId = await desk.account();
    await beginHandOver(around(), { asked: asked([accountId]), packId, path });
    await addHandOver(around(), { packId, accountId, name: 'Statement', pdf: Buffer.alloc(9), fault: null });
    await dropHandOver(around(), { packId });
    expect(readdirSync(desk.folder)).toEqual([]);
    expect(await finishHandOver(around(), { packId, operationId })).toMatchObject({
      ok: false,
      error: { code: 'call.cancelled' },
    });
    expect((await desk.get('exports.list', {})).exports).toEqual([]);
    expect((await desk.get('timeline.page', { accountId, kinds: ['note'] })).items).toEqual([]);
  });

  it('says that a place cannot be written', async () => {
    const accountId = await desk.account();
    path = join(desk.folder, 'gone', 'over.zip');
    const made = await make(asked([accountId], { withPapers: false }));
    expect(made).toMatchObject({ ok: false, error: { code: 'file.not_writable' } });
    expect(existsSync(path)).toBe(false);
  });

  it('keeps accounts of one number apart: each client counts from 1', async () => {
    const clientId = insertClient(desk.store, {
      name: 'Beta Dental',
      isOffice: false,
      importId: null,
      createdAt: 1,
    });
    const one = await desk.account({ debtorName: 'Mara Okafor', number: '1', amountCents: 100 });
    const two = await desk.account({ debtorName: 'Ben Tran', number: '1', amountCents: 200, clientId });
    // A client is warned of the others' accounts.
    expect(await desk.get('handOver.describe', { whose: { accountIds: [one, two] } })).toMatchObject({
      clients: 2,
    });
    expect(await make(asked([one, two]))).toMatchObject({ ok: true });
    const files = await unzip(readFileSync(path));
    const folders = [...files.keys()].flatMap((name) => /^(.*)\/Statement\.pdf$/.exec(name)?.[1] ?? []);
    expect(new Set(folders).size).toBe(2);
    expect(folders).toContain('Account 1, Beta Dental');
    expect(files.get('Read me.txt')?.toString()).toContain('1  Ben Tran, for Beta Dental');
    const workbook = await unzip(files.get('Accounts.xlsx') ?? Buffer.alloc(0));
    // The third sheet is the ledger: each row says whose account it is.
    const ledger = workbook.get('xl/worksheets/sheet3.xml')?.toString() ?? '';
    expect(ledger.match(/<c r="B\d"[^>]*><is><t>Beta Dental<\/t>/g)).toHaveLength(1);
  });

  it('gives files names every disk takes, none of which leads out of the folder', async () => {
    const accountId = await desk.account({ debtorName: 'Mara Okafor', number: '5' });
    const content = Buffer.from('the very bytes');
    const names = [
      '../../etc/passwd',
      'C:\\Windows\\x.pdf',
      'CON',
      'nul.txt',
      '.',
      'scan\u202egpj.exe',
      'r\u00e9sum\u00e9.pdf',
      're\u0301sume\u0301.pdf',
      `${'漢'.repeat(100)}.pdf`,
      `${'a'.repeat(179)}. .pdf`,
      'a<b>:"|?*.pdf ',
    ];
    for (const [index, name] of names.entries()) {
      insertAttachment(desk.store, {
        accountId,
        debtorId: 1,
        name,
        kind: 'other',
        mediaType: 'application/pdf',
        onDay: '2026-11-01',
        description: '',
        sha256: createHash('sha256').update(content).digest('hex'),
        addedAt: 1,
        author: 'Desk',
        operationId: `a${index}`,
        content,
      });
    }
    expect(await make(asked([accountId]))).toMatchObject({ ok: true });
    const files = await unzip(readFileSync(path));
    const inside = [...files.keys()].filter((name) => name.includes('/Files/'));
    expect(inside).toHaveLength(names.length);
    const known = new Set(inside.map((name) => name.normalize('NFC').toLowerCase()));
    expect(known.size).toBe(names.length);
    for (const name of inside) {
      const parts = name.split('/');
      expect(parts, name).toHaveLength(3);
      expect(files.get(name)?.equals(content), name).toBe(true);
      for (const part of parts) {
        expect(Buffer.byteLength(part), part).toBeLessThanOrEqual(255);
        expect(part).not.toMatch(/[<>:"\\|?*\p{C}]|^[. ]|[. ]$|^(con|nul)(\.|$)/iu);
      }
    }
  });

  it('says that a text was longer than a cell of the workbook', async () => {
    const accountId = await desk.account({ number: '5' });
    insertNote(desk.store, {
      accountId,
      contactId: null,
      addendumTo: null,
      text: 'x'.repeat(40_000),
      kind: 'note',
      author: 'Desk',
      at: 1,
      importId: null,
    });
    expect(await make(asked([accountId]))).toMatchObject({ ok: true });
    const files = await unzip(readFileSync(path));
    for (const name of ['Contents.csv', 'Read me.txt'])
      expect(files.get(name)?.toString(), name).toContain('One text is longer');
  });

  it('takes what a list leaves, up to so many accounts, and no card number', async () => {
    const name = async (change: Partial<HandOverAsked>) => {
      const named = await nameHandOver(around(), { asked: asked([1], change) });
      return named.ok ? named.value.name : named.error.code;
    };
    expect(await name({})).toBe('export.no_accounts');
    await desk.account({ debtorName: 'Mara Okafor', number: '9' });
    const filter = accountFilter.parse({ text: 'okafor' });
    expect(await name({ whose: { filter } })).toBe('Pike & Marsh LLP, account 9, 2026-11-20.zip');
    expect(await name({ reason: 'card 4111 1111 1111 1111' })).toBe('payment.card_number');
    for (let count = 0; count < mostHandedOver; count += 1) await desk.account({ debtorName: 'Ana Okafor' });
    expect(await name({ whose: { filter } })).toBe('export.too_many_accounts');
    expect(await desk.codeOf('handOver.describe', { whose: { filter } })).toBe('export.too_many_accounts');
  });
});
