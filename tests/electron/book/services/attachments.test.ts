/** Files of an account: taken in whole or not at all, found again, read as they were, removed and brought back. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveAttachment } from '../../../../electron/book/services/attachment-errands.ts';
import { findAttachments, listAttachments } from '../../../../electron/book/services/attachments.ts';
import { makeVault } from '../../../../electron/book/vault.ts';
import { attachmentLimits } from '../../../../shared/domain/attachment.ts';
import { accountBeside } from '../../../builders/desk.ts';
import { type FileDesk, makeFileDesk } from '../../../builders/file-desk.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

let desk: FileDesk;
let accountId: number;
beforeEach(async () => {
  desk = makeFileDesk();
  accountId = await desk.account();
});
afterEach(() => desk.dispose());

const list = async (of = accountId, text = '') =>
  (await desk.get('attachments.list', { accountId: of, text })).attachments;
const codeOf = async (path: string, change = {}) => {
  const added = await desk.add(accountId, path, change);
  return added.ok ? 'ok' : added.error.code;
};

describe('taking a file in', () => {
  test('keeps the very bytes, what they are, and what was said of them', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, 0x41);
    bytes.write('%PDF-1.7', 0);
    const { attachmentId } = await desk.keep(accountId, 'Dispute letter.pdf', bytes, {
      kind: 'dispute',
      onDay: '2026-11-02',
      description: 'Came by mail, two pages',
    });
    expect(await list()).toMatchObject([
      {
        attachmentId,
        name: 'Dispute letter.pdf',
        kind: 'dispute',
        mediaType: 'application/pdf',
        onDay: '2026-11-02',
        description: 'Came by mail, two pages',
        bytes: bytes.length,
        author: 'Desk',
        removedAt: null,
      },
    ]);
    expect((await desk.read(attachmentId)).equals(bytes)).toBe(true);
    expect(desk.progress.at(-1)).toMatchObject({ done: bytes.length, total: bytes.length });
    expect(desk.progress.length).toBeGreaterThan(3);
  });

  test('takes a file of the most that fits and refuses one byte more, before it is read', async () => {
    expect(await codeOf(desk.file('most.bin', Buffer.alloc(attachmentLimits.bytes, 7)))).toBe('ok');
    desk.progress.length = 0;
    const over = await desk.add(accountId, desk.file('over.bin', Buffer.alloc(attachmentLimits.bytes + 1)));
    expect(over).toMatchObject({
      error: {
        code: 'attachment.too_large',
        params: { name: 'over.bin', bytes: attachmentLimits.bytes + 1, most: attachmentLimits.bytes },
      },
    });
    expect(desk.progress).toEqual([]);
    expect(await list()).toHaveLength(1);
  });

  test('refuses what is empty, a folder, a pipe or gone, each by its own name', async () => {
    mkdirSync(join(desk.folder, 'folder'));
    execFileSync('mkfifo', [join(desk.folder, 'pipe')]);
    expect(await codeOf(desk.file('empty.txt', ''))).toBe('attachment.empty');
    expect(await codeOf(join(desk.folder, 'folder'))).toBe('attachment.folder');
    expect(await codeOf(join(desk.folder, 'pipe'))).toBe('attachment.folder');
    expect(await codeOf(join(desk.folder, 'nowhere.pdf'))).toBe('attachment.unreadable');
    expect(await list()).toEqual([]);
  });

  test('refuses a file that grows or is rewritten while it is read', async () => {
    const growing = desk.file('growing.log', Buffer.alloc(2 * 1024 * 1024, 65));
    desk.onProgress = () => appendFileSync(growing, 'more');
    expect(await codeOf(growing)).toBe('attachment.changed');
    const touched = desk.file('touched.log', Buffer.alloc(2 * 1024 * 1024, 65));
    desk.onProgress = () => utimesSync(touched, 1, 1);
    expect(await codeOf(touched)).toBe('attachment.changed');
    expect(await list()).toEqual([]);
  });

  test('stops when it is cancelled, and leaves nothing', async () => {
    const large = desk.file('large.bin', Buffer.alloc(4 * 1024 * 1024, 1));
    desk.onProgress = () => {
      desk.cancelled = true;
    };
    expect(await codeOf(large)).toBe('call.cancelled');
    expect(desk.progress).toHaveLength(1);
    expect(await list()).toEqual([]);
  });

  test('tells of the very same bytes on any account of the person, and keeps them when told so', async () => {
    await desk.keep(accountId, 'check.png', 'the same bytes');
    const other = await accountBeside(desk, accountId, { number: 'B-2' });
    const twice = await desk.add(other, desk.file('scan.png', 'the same bytes'));
    expect(twice).toMatchObject({ error: { code: 'attachment.twice', params: { name: 'check.png' } } });
    const stranger = await desk.account({ debtorName: 'Otis Quillfeather' });
    expect((await desk.add(stranger, join(desk.folder, 'scan.png'))).ok).toBe(true);
    expect((await desk.add(other, join(desk.folder, 'scan.png'), { again: true })).ok).toBe(true);
    const [first] = await list();
    await desk.get('attachments.remove', { attachmentId: first?.attachmentId ?? 0, reason: 'Twice' });
  });

  test('the same operation again keeps it once; the same id with another wish is refused', async () => {
    const path = desk.file('once.txt', 'once');
    const operation = randomUUID();
    const fileId = randomUUID();
    const first = await desk.add(accountId, path, {}, operation, fileId);
    expect(await desk.add(accountId, path, {}, operation, fileId)).toEqual(first);
    expect(await desk.add(accountId, path, { kind: 'court' }, operation, fileId)).toMatchObject({
      error: { code: 'call.operation_reused' },
    });
    expect(await list()).toHaveLength(1);
  });

  test('cleans a hostile name and keeps the rest of it', async () => {
    const { name } = await desk.keep(accountId, 'invoice\u202Efdp.exe', 'MZ harmless');
    expect(name).toBe('invoicefdp.exe');
    const card = await desk.keep(accountId, 'card 4111 1111 1111 1111.txt', 'a scan');
    expect(card.name).toBe('card ending 1111.txt');
    expect(await codeOf(desk.file('x.txt', 'x'), { description: '4111 1111 1111 1111' })).toBe(
      'payment.card_number',
    );
  });

  test('an account or file that is not there is a fault', async () => {
    const added = await desk.add(999, desk.file('a.txt', 'a'));
    expect(added).toMatchObject({ error: { code: 'account.not_found' } });
    expect(
      await desk.codeOf('attachments.add', {
        accountId,
        fileId: '0199e3a2-0000-7000-8000-00000000000c',
        kind: 'other',
        onDay: '2026-11-01',
        description: '',
      }),
    ).toBe('file.gone');
  });
});

describe('finding', () => {
  test('shows those of the person’s other accounts, and pages by the newest first', async () => {
    const other = await accountBeside(desk, accountId, { number: 'B-2' });
    await desk.keep(accountId, 'one.txt', '1');
    await desk.keep(other, 'two.txt', '2');
    await desk.keep(accountId, 'three.txt', '3');
    const first = await desk.get('attachments.list', { accountId, limit: 2 });
    expect(first.attachments.map(({ name }) => name)).toEqual(['three.txt', 'two.txt']);
    expect(first.count).toBe(3);
    const rest = await desk.get('attachments.list', { accountId, limit: 2, before: first.next });
    expect(rest).toMatchObject({ attachments: [{ name: 'one.txt' }], next: null });
    expect((await list(other)).map(({ accountNumber }) => accountNumber)).toContain('B-2');
    expect(first.bookBytes).toBe(3);
  });

  test('searches name and description by words, accents and quotes aside, over the book', async () => {
    await desk.keep(accountId, 'Café_receipt-2026.pdf', '1', { description: 'Paid at the desk' });
    const stranger = await desk.account({ debtorName: 'Otis Quillfeather' });
    const { attachmentId } = await desk.keep(stranger, 'receipt.png', '2');
    const hits = async (text: string) =>
      (await desk.get('attachments.find', { text })).hits.map(({ name }) => name);
    expect(await hits('rece')).toEqual(['receipt.png', 'Café_receipt-2026.pdf']);
    expect(await hits('cafe 2026')).toEqual(['Café_receipt-2026.pdf']);
    expect(await hits('desk')).toEqual(['Café_receipt-2026.pdf']);
    expect(await hits('" OR *')).toEqual([]);
    expect(await hits('')).toEqual([]);
    expect(await list(accountId, 'paid')).toHaveLength(1);
    expect(await list(accountId, 'otis')).toHaveLength(0);
    await desk.get('attachments.remove', { attachmentId, reason: 'Of somebody else' });
    expect(await hits('rece')).toEqual(['Café_receipt-2026.pdf']);
  });

  test('no list reads the bytes', async () => {
    await desk.keep(accountId, 'one.txt', '1');
    const columns = desk.store.db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all('attachments');
    const content = columns.indexOf('content');
    // What a list reads after the long column would drag it along.
    expect(content).toBe(columns.length - 1);
    const asked: string[] = [];
    const { store } = desk;
    const spied = {
      ...store,
      sql(text: string) {
        asked.push(text);
        return store.sql(text);
      },
    };
    const context = { ...desk.moment(), store: spied, today: desk.today(), pathOf: () => null };
    for (const text of ['', 'one']) listAttachments(context, { accountId, text, before: null, limit: 10 });
    findAttachments(context, { text: 'one', limit: 10 });
    expect(asked.filter((sql) => sql.includes('attachments')).length).toBeGreaterThan(3);
    const root = store.db
      .prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'attachments'`)
      .pluck()
      .get();
    for (const sql of asked) {
      const steps = store.db.prepare(`EXPLAIN ${sql}`).all(...[...sql.matchAll(/\?/g)].map(() => null)) as {
        opcode: string;
        p1: number;
        p2: number;
      }[];
      const cursors = steps
        .filter((step) => step.opcode === 'OpenRead' && step.p2 === root)
        .map(({ p1 }) => p1);
      const read = steps.filter(
        ({ opcode, p1, p2 }) => opcode === 'Column' && cursors.includes(p1) && p2 === content,
      );
      expect(read, sql).toEqual([]);
    }
  });
});

describe('removing', () => {
  test('hides the bytes, keeps the line with its reason, and can be taken back', async () => {
    const { attachmentId } = await desk.keep(accountId, 'wrong person.pdf', '%PDF-1.4 x');
    expect(await desk.codeOf('attachments.restore', { attachmentId })).toBe('attachment.not_removed');
    await desk.get('attachments.remove', { attachmentId, reason: 'Belongs to somebody else' });
    expect(await list()).toMatchObject([
      { removedReason: 'Belongs to somebody else', removedAt: desk.moment().now },
    ]);
    expect(await desk.codeOf('attachments.read', { attachmentId, from: 0 })).toBe('attachment.removed');
    expect(await desk.codeOf('attachments.remove', { attachmentId, reason: 'Again' })).toBe(
      'attachment.removed',
    );
    await desk.get('attachments.restore', { attachmentId });
    expect((await desk.read(attachmentId)).toString()).toBe('%PDF-1.4 x');
    expect(await desk.codeOf('attachments.remove', { attachmentId: 999, reason: 'x' })).toBe(
      'attachment.not_found',
    );
  });

  test('a file removed while it is read in pieces gives no further piece', async () => {
    const { attachmentId } = await desk.keep(accountId, 'long.bin', Buffer.alloc(2_000_000, 3));
    await desk.get('attachments.read', { attachmentId, from: 0 });
    await desk.get('attachments.remove', { attachmentId, reason: 'x' });
    expect(await desk.codeOf('attachments.read', { attachmentId, from: 600_000 })).toBe('attachment.removed');
  });

  test('the book itself lets neither bytes nor words be changed, nor a file be deleted', async () => {
    const { attachmentId } = await desk.keep(accountId, 'kept.txt', 'kept');
    const run = (sql: string) => () => desk.store.db.prepare(sql).run(attachmentId);
    for (const column of ['name', 'description', 'sha256', 'kind', 'on_day'])
      expect(run(`UPDATE attachments SET ${column} = 'x' WHERE id = ?`), column).toThrow(/append-only/);
    expect(run(`UPDATE attachments SET content = x'00' WHERE id = ?`)).toThrow(/append-only/);
    expect(run('DELETE FROM attachments WHERE id = ?')).toThrow(/append-only/);
  });
});

test('a copy is the very bytes, and a place that cannot be written to is a fault', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 251));
  const { attachmentId } = await desk.keep(accountId, 'photo.jpg', bytes);
  const around = {
    ...makeSurroundings(desk.store, desk.moment()),
    vault: makeVault({ booksFolder: desk.folder, sqliteBinding: null }),
  };
  const place = join(desk.folder, 'copy.jpg');
  expect(await saveAttachment(around, { attachmentId, path: place })).toMatchObject({ ok: true });
  expect(readFileSync(place).equals(bytes)).toBe(true);
  const nowhere = join(desk.folder, 'no', 'such', 'copy.jpg');
  expect(await saveAttachment(around, { attachmentId, path: nowhere })).toMatchObject({
    error: { code: 'file.not_writable', params: { name: 'copy.jpg' } },
  });
});
