/**
 * The whole book out and in again: byte for byte the same whatever stands in it, sealed if asked, refused when anything in the
 * file was changed, and never over a book that is there.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { fillSampleOffice } from '../../../electron/book/services/sample-office.ts';
import { migrations } from '../../../electron/book/store/migrations/all.ts';
import type { ColumnType, ExactValue } from '../../../electron/book/store/queries/whole-book.ts';
import type { Store } from '../../../electron/book/store/store.ts';
import { exactHeader, exactRow, readExactTable } from '../../../electron/book/vault/whole-book/exact-csv.ts';
import { canonicalDump } from '../../../electron/book/vault/whole-book/write-whole-book.ts';
import { unzip } from '../../builders/unzip.ts';
import {
  codeIn,
  makeBook,
  makeTestVault,
  moment,
  passphrase,
  type TestVault,
  valueIn,
} from '../../builders/vault.ts';

let at: TestVault;
let out: string;

beforeEach(async () => {
  at = makeTestVault();
  out = join(at.outside, 'whole.zip');
  await makeBook(at.vault);
});
afterEach(() => at.remove());

function storeOf(): Store {
  const store = at.vault.store();
  if (!store) throw new Error('no book is open');
  return store;
}

/** Texts and sums no ordinary program leaves alone. */
function fillWithOddities(store: Store): void {
  const run = (sql: string, ...values: unknown[]) => store.db.prepare(sql).run(...values);
  const odd = [
    '',
    ' ',
    '=1+1',
    '"',
    '""',
    ',',
    '\r\n',
    '\r',
    '\n',
    '\\x00',
    'NULL',
    '\u0000',
    'a\u0000b',
    '\ufeff',
    '🦊 Ångström 北京 عربى',
    'e\u0301',
    '\u2028',
    "'; DROP TABLE notes; --",
    'x'.repeat(300_000),
  ];
  run("INSERT INTO clients (id, name, created_at) VALUES (?, 'Odd', 1)", 9_007_199_254_740_993n);
  for (const [index, text] of odd.entries()) {
    run(
      'INSERT INTO drafts (key, text, saved_at) VALUES (?, ?, ?)',
      `k${index}${text.slice(0, 50)}`,
      text,
      index,
    );
    run(
      'INSERT INTO clients (name, created_at) VALUES (?, ?)',
      `client ${index} ${text.slice(0, 100)}`,
      index % 2 === 0 ? 9_223_372_036_854_775_807n : -9_223_372_036_854_775_808n,
    );
  }
  run(
    `INSERT INTO letterhead_images (kind, mime, width, height, sha256, made_at, author, bytes)
     VALUES ('logo', 'image/png', 1, 1, '', 1, 'x', ?)`,
    randomBytes(1000),
  );
  const files = ['../../etc/passwd', 'C:\\x', '...', 'invoice 7.pdf', '\u0000', '🦊.pdf', 'CON.pdf'];
  // Letters of two halves each, cut through by any length that counts halves.
  for (const name of [...files, `a${'𠮷'.repeat(100)}.pdf`, `${'𠮷'.repeat(100)}`]) {
    run(
      `INSERT INTO attachments (account_id, debtor_id, name, kind, media_type, on_day, bytes, sha256, added_at, author, operation_id, content)
       SELECT id, debtor_id, ?, 'other', 'application/pdf', '2026-11-01', 3, '', 1, 'x', 'x', ? FROM accounts LIMIT 1`,
      name,
      randomBytes(3),
    );
  }
}

describe('the sample office with oddities', () => {
  beforeEach(() => {
    storeOf().transaction(() => {
      fillSampleOffice(storeOf(), moment);
      fillWithOddities(storeOf());
    });
  });

  test('comes back as the very same book, found by search, its history whole', async () => {
    const before = canonicalDump(storeOf());
    const written = valueIn(await at.vault.takeOut({ toPath: out, passphrase: null }, moment));
    expect(written.rows).toBeGreaterThan(1000);
    expect(written.bytes).toBe(readFileSync(out).length);
    // Taking it out changes nothing.
    expect(canonicalDump(storeOf())).toEqual(before);

    const brought = valueIn(
      await at.vault.bringIn(
        { fromPath: out, exportPassphrase: null, passphrase: 'another good phrase here' },
        moment,
      ),
    );
    expect(brought.rows).toBe(written.rows);
    await at.vault.close();
    valueIn(await at.vault.open({ bookId: brought.bookId, passphrase: 'another good phrase here' }, moment));
    const after = canonicalDump(storeOf());
    expect(differences(before, after)).toEqual(['office']);
    expect(storeOf().db.prepare('SELECT book_id FROM office').pluck().get()).toBe(brought.bookId);
    expect(storeOf().db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(storeOf().db.pragma('foreign_key_check')).toEqual([]);
    const { names, notes } = storeOf()
      .db.prepare(
        `SELECT (SELECT count(*) FROM account_search) AS names, (SELECT count(*) FROM note_search) AS notes`,
      )
      .get() as { names: number; notes: number };
    expect(names).toBe(storeOf().db.prepare('SELECT count(*) FROM accounts').pluck().get());
    expect(notes).toBe(storeOf().db.prepare('SELECT count(*) FROM notes').pluck().get());
    // What keeps the ledger append-only is there again.
    expect(() => storeOf().db.exec("UPDATE entries SET memo = 'changed'")).toThrow(/append-only/);

    // Out once more: the same tables to the byte.
    const again = join(at.outside, 'again.zip');
    valueIn(await at.vault.takeOut({ toPath: again, passphrase: null }, moment));
    const first = hashesIn(out);
    const second = hashesIn(again);
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(Object.keys(first).filter((name) => first[name] !== second[name])).toEqual(['office']);
  });

  test('under a passphrase nothing of it can be read, and only that passphrase opens it', async () => {
    const sealed = join(at.outside, 'whole.duebook-sealed');
    valueIn(await at.vault.takeOut({ toPath: sealed, passphrase: 'seal of the lantern' }, moment));
    const bytes = readFileSync(sealed);
    for (const word of ['PK\u0003\u0004', 'manifest', 'tables/', 'Harbor']) {
      expect(bytes.includes(Buffer.from(word, 'latin1'))).toBe(false);
    }
    const look = (exportPassphrase: string | null) =>
      at.vault.lookAtWhole({ fromPath: sealed, exportPassphrase });
    expect(await look(null)).toMatchObject({
      ok: false,
      error: { code: 'whole.locked', params: { tried: 'no' } },
    });
    expect(await look('seal of the lanterm')).toMatchObject({
      ok: false,
      error: { code: 'whole.locked', params: { tried: 'yes' } },
    });
    expect(valueIn(await look('seal of the lantern'))).toMatchObject({ officeName: 'Harbor Lane Recovery' });
    const before = canonicalDump(storeOf());
    const brought = valueIn(
      await at.vault.bringIn(
        { fromPath: sealed, exportPassphrase: 'seal of the lantern', passphrase },
        moment,
      ),
    );
    await at.vault.close();
    valueIn(await at.vault.open({ bookId: brought.bookId, passphrase }, moment));
    expect(differences(before, canonicalDump(storeOf()))).toEqual(['office']);

    // One bit anywhere, or a cut: refused, and no book appears.
    const books = readdirSync(at.booksFolder).length;
    for (const place of [0, 20, 200, bytes.length >> 1, bytes.length - 5]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(sealed, changed);
      const code = codeIn(
        await at.vault.bringIn(
          { fromPath: sealed, exportPassphrase: 'seal of the lantern', passphrase },
          moment,
        ),
      );
      expect(['whole.not_one', 'whole.locked', 'whole.changed']).toContain(code);
    }
    writeFileSync(sealed, bytes.subarray(0, bytes.length - 70_000));
    expect(
      codeIn(
        await at.vault.bringIn(
          { fromPath: sealed, exportPassphrase: 'seal of the lantern', passphrase },
          moment,
        ),
      ),
    ).toMatch(/^whole\./);
    expect(readdirSync(at.booksFolder)).toHaveLength(books);
  });

  test('a file in which anything was changed is refused and leaves no book', async () => {
    valueIn(await at.vault.takeOut({ toPath: out, passphrase: null }, moment));
    const parts = unzip(readFileSync(out));
    const books = readdirSync(at.booksFolder);
    const refused = async (change: (parts: Map<string, Buffer>) => void) => {
      const changed = new Map(parts);
      change(changed);
      const path = join(at.outside, 'changed.zip');
      writeFileSync(path, await zipOf(changed));
      const code = codeIn(
        await at.vault.bringIn({ fromPath: path, exportPassphrase: null, passphrase }, moment),
      );
      expect(readdirSync(at.booksFolder)).toEqual(books);
      return code;
    };
    const edit = (path: string, work: (text: string) => string) => (all: Map<string, Buffer>) =>
      void all.set(path, Buffer.from(work((all.get(path) ?? Buffer.alloc(0)).toString('utf8'))));
    const edited = (table: string, work: (text: string) => string) => (all: Map<string, Buffer>) => {
      const path = `tables/${table}.csv`;
      edit(path, work)(all);
      // Somebody who mends the hash too.
      edit('manifest.json', (text) => {
        const manifest = JSON.parse(text) as { tables: { name: string; sha256: string }[] };
        for (const part of manifest.tables)
          if (part.name === table)
            part.sha256 = createHash('sha256')
              .update(all.get(path) ?? '')
              .digest('hex');
        return JSON.stringify(manifest);
      })(all);
    };
    expect(await refused(edit('tables/entries.csv', (text) => text.replace(/,(\d{4,}),/, ',1,')))).toBe(
      'whole.changed',
    );
    expect(await refused((all) => void all.delete('tables/notes.csv'))).toBe('whole.changed');
    expect(await refused((all) => void all.delete('manifest.json'))).toMatch(/^whole\./);
    expect(await refused(edit('manifest.json', (text) => text.replace('duebook-whole-book', 'other')))).toBe(
      'whole.not_one',
    );
    expect(
      await refused(
        edit('manifest.json', (text) => text.replace(/"formatVersion": 1/, '"formatVersion": 2')),
      ),
    ).toBe('whole.newer');
    expect(
      await refused(
        edit('manifest.json', (text) =>
          text.replace(/"bookVersion": \d+/, `"bookVersion": ${(migrations.at(-1)?.version ?? 0) + 1}`),
        ),
      ),
    ).toBe('whole.newer');
    // A row taken out, with its hash mended: the count, or what pointed at it, tells.
    expect(await refused(edited('debtors', (text) => text.replace(/\r\n1,[^\r]*\r\n/, '\r\n')))).toBe(
      'whole.changed',
    );
    expect(await refused(edited('accounts', (text) => text.replace(/"/, '')))).toBe('whole.changed');
    expect(
      await refused(edited('letterhead_images', (text) => text.replace('documents/', '../documents/'))),
    ).toBe('whole.changed');
    const document = [...parts.keys()].find((path) => path.startsWith('documents/'));
    expect(document).toBeDefined();
    expect(await refused((all) => void all.set(document ?? '', randomBytes(10)))).toBe('whole.changed');
    writeFileSync(out, randomBytes(5000));
    expect(codeIn(await at.vault.lookAtWhole({ fromPath: out, exportPassphrase: null }))).toBe(
      'whole.not_one',
    );
  });

  test('its documents have names every disk takes', async () => {
    valueIn(await at.vault.takeOut({ toPath: out, passphrase: null }, moment));
    const parts = unzip(readFileSync(out));
    const names = [...parts.keys()].flatMap(
      (path) => /^documents\/attachments\/\d+\/(.*)$/.exec(path)?.[1] ?? [],
    );
    expect(names).toContain('_CON.pdf');
    expect(names.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(3);
    for (const name of names) {
      expect(Buffer.byteLength(name), name).toBeLessThanOrEqual(200);
      expect(name).not.toMatch(/[/\\:*?"<>|\p{C}]|^[. ]|[. ]$|^(con|nul)(\.|$)/iu);
    }
  });

  test('a place that cannot be written is said to be one', async () => {
    const toPath = join(at.outside, 'gone', 'whole.zip');
    expect(codeIn(await at.vault.takeOut({ toPath, passphrase: null }, moment))).toBe('file.not_writable');
  });

  test('stopped at any time it leaves neither a file nor a book', async () => {
    for (const phase of ['Copying the book', 'Writing the tables']) {
      let stop = false;
      const watch = {
        progress: ({ phase: now }: { phase: string }) => {
          if (now === phase) stop = true;
        },
        cancelled: () => stop,
      };
      expect(codeIn(await at.vault.takeOut({ toPath: out, passphrase: null }, moment, watch))).toBe(
        'call.cancelled',
      );
      expect(existsSync(out)).toBe(false);
    }
    valueIn(await at.vault.takeOut({ toPath: out, passphrase: null }, moment));
    const books = readdirSync(at.booksFolder);
    let stop = false;
    const watch = {
      progress: ({ done }: { done: number }) => {
        if (done > 500) stop = true;
      },
      cancelled: () => stop,
    };
    expect(
      codeIn(await at.vault.bringIn({ fromPath: out, exportPassphrase: null, passphrase }, moment, watch)),
    ).toBe('call.cancelled');
    expect(readdirSync(at.booksFolder)).toEqual(books);
    expect(readdirSync(at.outside).filter((name) => name.includes('.new'))).toEqual([]);
  });
});

test('a short passphrase for the new book is refused before anything is read', async () => {
  valueIn(await at.vault.takeOut({ toPath: out, passphrase: null }, moment));
  expect(
    codeIn(await at.vault.bringIn({ fromPath: out, exportPassphrase: null, passphrase: 'short' }, moment)),
  ).toBe(codeIn(await at.again().create({ officeName: 'X', passphrase: 'short' }, moment)));
});

test('any row comes back from the text of its table as it was', () => {
  const types: ColumnType[] = ['integer', 'text', 'blob'];
  const value = (type: ColumnType): fc.Arbitrary<ExactValue> =>
    fc.option<ExactValue>(
      type === 'integer'
        ? fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
        : type === 'text'
          ? fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed())
          : fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
      { nil: null },
    );
  fc.assert(
    fc.property(fc.array(fc.tuple(...types.map(value)), { maxLength: 8 }), (rows) => {
      const text = exactHeader(types) + rows.map((row) => exactRow(row)).join('');
      const read: ExactValue[][] = [];
      readExactTable(Buffer.from(text), types, types, (row) => read.push(row));
      expect(read).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

test('text that no table was written as is refused, whatever it is', () => {
  for (const text of [
    '',
    '"a"',
    '"a"\n1\n',
    '"b"\r\n',
    '"a"\r\n"text"\r\n',
    '"a"\r\n1',
    '"a"\r\n1,2\r\n',
    '"a"\r\n01x\r\n',
    '"a"\r\n9223372036854775808\r\n',
    '"a"\r\n"open\r\n',
    '"a"\r\n1"\r\n',
  ]) {
    expect(() => readExactTable(Buffer.from(text), ['a'], ['integer'], () => undefined)).toThrow();
  }
});

function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
}

function hashesIn(path: string): Record<string, string> {
  const manifest = JSON.parse(
    (unzip(readFileSync(path)).get('manifest.json') ?? Buffer.from('')).toString('utf8'),
  ) as {
    tables: { name: string; sha256: string }[];
  };
  return Object.fromEntries(manifest.tables.map(({ name, sha256 }) => [name, sha256]));
}

async function zipOf(parts: Map<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of parts) zip.addBuffer(bytes, path.startsWith('/') ? path.slice(1) : path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
