/** What main does with a letter: shown, kept once, printed, saved; nothing left behind when the book locks. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ComposedLetter, ErrandName, Errands, OpenedBook } from '../../../electron/book/protocol.ts';
import { makeLetterDesk } from '../../../electron/output/letter-desk.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { usualSetup, usualSheet } from '../../../shared/templates/letters/sheet-setup.ts';

const letter: ComposedLetter = {
  accountId: 1,
  templateId: 3,
  balanceCents: 98_000,
  facts: '{}',
  html: '<p>letter</p>',
  fileName: 'Rosa Delgado - Demand letter - 2026-03-12.pdf',
  findings: [],
  addressId: 1,
  sheet: usualSheet,
  about: null,
  pick: null,
};
const book: OpenedBook = { bookId: 'a', officeName: 'Harbor & Lane', sample: false, recoveryConfirmed: true };
const operation = 'f0000000-0000-4000-8000-000000000001';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duebook-desk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function makeDesk(
  change: { keeps?: () => Result<{ letterId: number }>; checks?: () => Result<null>; printed?: boolean } = {},
) {
  const asked: { errand: ErrandName; input: unknown }[] = [];
  const kept = new Map<string, number>();
  const answers: { [E in ErrandName]?: (input: Errands[E]['input']) => Result<Errands[E]['output']> } = {
    'letters.compose': () => ok(letter),
    'papers.compose': (asked) =>
      ok({
        letter: { ...letter, html: '<p>receipt</p>', paper: asked },
        debtorName: 'Rosa Delgado',
        accountNumber: '1042',
        withoutAddress: true,
      }),
    'letters.check': () => change.checks?.() ?? ok(null),
    'letters.keep': ({ operationId }) => {
      const refused = change.keeps?.();
      if (refused) return refused;
      const letterId = kept.get(operationId) ?? kept.size + 1;
      kept.set(operationId, letterId);
      return ok({ letterId });
    },
    'print.findSetup': () =>
      ok({ ...usualSetup, printer: { ...usualSetup.printer, printer: 'Front desk', tray: 'Tray2' } }),
    'letters.mark': () => ok(null),
    'letters.sendAgain': () => ok(null),
    'letters.copy': () => ok({ html: letter.html, pdf: new Uint8Array([4, 5]), fileName: letter.fileName }),
  };
  let current: OpenedBook | null = book;
  const listeners: ((now: OpenedBook | null) => void)[] = [];
  const pressed: string[] = [];
  const state = { file: null as string | null, cleared: 0, ids: 0 };
  const desk = makeLetterDesk({
    client: {
      async errand(errand, input) {
        asked.push({ errand, input });
        const answer = answers[errand] as ((input: unknown) => Result<never>) | undefined;
        if (!answer) throw new Error(`not expected: ${errand}`);
        return answer(input);
      },
    },
    openBook: { current: () => current, onChange: (listener) => void listeners.push(listener) },
    dialogs: { savePdf: async () => state.file, saveCopy: async () => state.file },
    press: {
      layOut: async () => ok({ pdf: new Uint8Array([1, 2, 3]), pages: 1 }),
      async print(html) {
        pressed.push(html);
        return ok({ printed: change.printed ?? true });
      },
      async printTo({ html }, to) {
        pressed.push(`${to.printer}: ${html}`);
        return ok({ printed: change.printed ?? true });
      },
      clear() {
        state.cleared += 1;
      },
    },
    clock: { now: () => Date.UTC(2026, 2, 12, 18), zone: () => 'America/New_York' },
    ids: {
      uuid: () => `00000000-0000-4000-8000-${(++state.ids).toString().padStart(12, '0')}`,
    },
    log: { note: () => undefined },
  });
  const preview = async () => {
    const made = await desk['letters.preview']({ accountId: 1, templateId: 3 }, null);
    if (!made.ok) throw new Error(made.error.code);
    return made.value;
  };
  const lock = (now: OpenedBook | null) => {
    current = now;
    for (const listener of listeners) listener(now);
  };
  return { desk, preview, lock, state, asked, kept, pressed };
}

const marks = (asked: { errand: ErrandName; input: unknown }[]) =>
  asked.filter(({ errand }) => errand === 'letters.mark').map(({ input }) => (input as { as: string }).as);

test('a letter goes straight to the printer of the print setup when that was asked', async () => {
  const { desk, preview, asked, pressed } = makeDesk();
  const { previewId } = await preview();
  await desk['letters.print']({ previewId, decision: null, to: 'printer' }, operation);
  expect(pressed).toEqual([`Front desk: ${letter.html}`]);
  expect(marks(asked)).toEqual(['printed']);
});

test('printing and saving one preview keeps one letter, the very bytes shown', async () => {
  const { desk, preview, state, asked, kept, pressed } = makeDesk();
  const { previewId, pdf } = await preview();
  expect(await desk['letters.print']({ previewId, decision: null }, operation)).toEqual(
    ok({ letterId: 1, printed: true }),
  );
  state.file = path.join(folder, 'letter.pdf');
  expect(await desk['letters.save']({ previewId, decision: null }, operation)).toEqual(
    ok({ letterId: 1, fileName: 'letter.pdf' }),
  );
  expect(kept.size).toBe(1);
  expect(pressed).toEqual([letter.html]);
  expect(new Uint8Array(await readFile(state.file))).toEqual(pdf);
  expect(await readdir(folder)).toEqual(['letter.pdf']);
  expect(marks(asked)).toEqual(['printed', 'saved']);
});

test('a closed print dialog leaves the letter kept and not marked as printed', async () => {
  const { desk, preview, asked, kept } = makeDesk({ printed: false });
  const { previewId } = await preview();
  expect(await desk['letters.print']({ previewId, decision: null }, operation)).toEqual(
    ok({ letterId: 1, printed: false }),
  );
  expect(kept.size).toBe(1);
  expect(marks(asked)).toEqual([]);
});

test('a cancelled save keeps nothing', async () => {
  const { desk, preview, kept } = makeDesk();
  const { previewId } = await preview();
  expect(await desk['letters.save']({ previewId, decision: null }, operation)).toEqual(
    fail('file.dialog_cancelled'),
  );
  expect(kept.size).toBe(0);
});

test('a place that cannot be written to is said by name and nothing is left there', async () => {
  const { desk, preview, state, asked } = makeDesk();
  const { previewId } = await preview();
  state.file = path.join(folder, 'missing', 'letter.pdf');
  expect(await desk['letters.save']({ previewId, decision: null }, operation)).toEqual(
    fail('file.not_writable', { name: 'letter.pdf' }),
  );
  expect(await readdir(folder)).toEqual([]);
  expect(marks(asked)).toEqual([]);
});

test('nobody chooses a place for a letter the rules keep back, and what was decided goes along', async () => {
  const blocked = makeDesk({ checks: () => fail('contact.blocked', { ruleCode: 'X', text: 'No.' }) });
  const { previewId } = await blocked.preview();
  blocked.state.file = path.join(folder, 'letter.pdf');
  expect(await blocked.desk['letters.save']({ previewId, decision: null }, operation)).toMatchObject({
    error: { code: 'contact.blocked' },
  });
  expect(await readdir(folder)).toEqual([]);
  expect(blocked.kept.size).toBe(0);

  const open = makeDesk();
  const decision = { kind: 'reason', reason: 'At her wish', factor: null } as const;
  const { previewId: printed } = await open.preview();
  await open.desk['letters.print']({ previewId: printed, decision }, operation);
  expect(open.asked.find(({ errand }) => errand === 'letters.keep')?.input).toMatchObject({ decision });
});

test('what the book will not keep is not printed', async () => {
  const { desk, preview, pressed } = makeDesk({ keeps: () => fail('letter.preview_expired') });
  const { previewId } = await preview();
  expect(await desk['letters.print']({ previewId, decision: null }, operation)).toEqual(
    fail('letter.preview_expired'),
  );
  expect(pressed).toEqual([]);
});

test('previews end with the book, and with six newer ones', async () => {
  const { desk, preview, lock, state } = makeDesk();
  const first = await preview();
  lock({ ...book, recoveryConfirmed: false });
  expect(state.cleared).toBe(0);
  for (let count = 0; count < 6; count += 1) await preview();
  expect(await desk['letters.print']({ previewId: first.previewId, decision: null }, operation)).toEqual(
    fail('letter.preview_expired'),
  );
  const last = await preview();
  lock(null);
  expect(state.cleared).toBe(1);
  expect(await desk['letters.print']({ previewId: last.previewId, decision: null }, operation)).toEqual(
    fail('letter.preview_expired'),
  );
});

test('a book locked while a letter is laid out gets no preview', async () => {
  const { desk, lock } = makeDesk();
  const made = desk['letters.preview']({ accountId: 1, templateId: 3 }, null);
  lock(null);
  expect(await made).toEqual(fail('book.not_open'));
});

test('a paper of figures is shown with whose it is, and kept and printed by its preview like a letter', async () => {
  const { desk, asked, kept, pressed } = makeDesk();
  const made = await desk['papers.preview']({ paper: 'receipt', receiptId: 12 }, null);
  expect(made).toMatchObject({
    ok: true,
    value: { pages: 1, debtorName: 'Rosa Delgado', accountNumber: '1042', withoutAddress: true },
  });
  if (!made.ok) return;
  const { previewId } = made.value;
  expect(await desk['letters.print']({ previewId, decision: null }, operation)).toEqual(
    ok({ letterId: 1, printed: true }),
  );
  expect(kept.size).toBe(1);
  expect(pressed).toEqual(['<p>receipt</p>']);
  const input = asked.find(({ errand }) => errand === 'letters.keep')?.input;
  expect(input).toMatchObject({ letter: { paper: { paper: 'receipt', receiptId: 12 } } });
});

test('a book locked while a paper is made gets no preview of it', async () => {
  const { desk, lock } = makeDesk();
  const made = desk['papers.preview']({ paper: 'receipt', receiptId: 12 }, null);
  lock(null);
  expect(await made).toEqual(fail('book.not_open'));
});

test('a kept letter is printed and saved again from its copy', async () => {
  const { desk, state, pressed, asked } = makeDesk();
  expect(await desk['letters.printAgain']({ letterId: 9, decision: null }, operation)).toEqual(
    ok({ printed: true }),
  );
  expect(pressed).toEqual([letter.html]);
  state.file = path.join(folder, 'again.pdf');
  expect(await desk['letters.saveAgain']({ letterId: 9 }, operation)).toEqual(ok({ fileName: 'again.pdf' }));
  expect([...(await readFile(state.file))]).toEqual([4, 5]);
  expect(marks(asked)).toEqual(['printed', 'saved']);
});

test('the recovery sheet names the office and the day, and needs an open book', async () => {
  const { desk, pressed, lock } = makeDesk();
  const code = '7kq2-m9xp ab3d efgh 7kq2 m9xp ab3d efgh';
  expect(await desk['book.printRecovery']({ code }, operation)).toEqual(ok({ printed: true }));
  expect(pressed[0]).toContain('Harbor &amp; Lane');
  expect(pressed[0]).toContain('March 12, 2026');
  expect(pressed[0]?.match(/<\/small>M9XP/g)).toHaveLength(2);
  lock(null);
  expect(await desk['book.printRecovery']({ code }, operation)).toEqual(fail('book.not_open'));
});
