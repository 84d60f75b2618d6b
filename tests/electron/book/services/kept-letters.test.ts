/** The list of letters that were made, what one was made with, its hash, and copies that leave the book. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import type { CopySource, Errands } from '../../../../electron/book/protocol.ts';
import {
  composeEmail,
  composeWord,
  mayEmailLetter,
  noteCopy,
} from '../../../../electron/book/services/letter-copies.ts';
import { sha256Of } from '../../../../electron/book/services/letters.ts';
import { ensureTemplate, markLetterAs } from '../../../../electron/book/store/queries/letters.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../../shared/errors/result.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { unzip } from '../../../builders/unzip.ts';

let desk: Desk;
let accountId: number;
beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account({
    line1: '1 Elm Street',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
  });
  for (const [code, name] of [
    ['demand', 'Demand letter'],
    ['reminder', 'Reminder'],
  ] as const)
    ensureTemplate(desk.store, { code, version: 7, name, description: '', body: 'x', madeAt: 1 });
});

const pdf = new Uint8Array([37, 80, 68, 70, 1, 2, 3]);

function letter(change: { of?: number; code?: string; printed?: boolean; pdf?: Uint8Array } = {}): number {
  const { of = accountId, code = 'demand', printed = true } = change;
  const template = desk.store
    .sql('SELECT id FROM templates WHERE code = ? AND version = 7')
    .pluck()
    .get(code);
  const facts = {
    recipient: { address_lines: ['Mara Okafor', '1 Elm Street', 'Austin TX 78701'] },
    amount_due: '$100.00',
    is: { consumer: true, business: false },
    empty: '',
  };
  const { lastInsertRowid } = desk.store
    .sql(
      `INSERT INTO letters (account_id, template_id, made_at, author, balance_cents, pages, pdf_sha256, facts, html, pdf, findings)
       VALUES (?, ?, ?, 'Desk', 10000, 1, ?, ?, '<html><body><main><p>Dear {{ x }}</p></main></body></html>', ?, ?)`,
    )
    .run(of, template, desk.moment().now, sha256Of(pdf), JSON.stringify(facts), change.pdf ?? pdf, '[]');
  const letterId = Number(lastInsertRowid);
  if (printed) markLetterAs(desk.store, letterId, 'printed', desk.moment().now);
  return letterId;
}

const found = async (change: Partial<InputOf<'letters.list'>> = {}) =>
  (await desk.get('letters.list', { accountId: null, before: null, limit: 50, ...change })).letters.map(
    ({ letterId }) => letterId,
  );

describe('letters that were made', () => {
  test('are found by words, kind, days and state', async () => {
    const other = await desk.account({ debtorName: 'Otis Quillfeather' });
    const demand = letter();
    const unprinted = letter({ printed: false });
    desk.pass(3 * dayMs);
    const reminder = letter({ of: other, code: 'reminder' });
    expect(await found()).toEqual([reminder, unprinted, demand]);
    expect(await found({ text: 'quill' })).toEqual([reminder]);
    expect(await found({ text: '%' })).toEqual([]);
    expect(await found({ templateCode: 'demand' })).toEqual([unprinted, demand]);
    expect(await found({ from: '2026-11-23' })).toEqual([reminder]);
    expect(await found({ to: '2026-11-20' })).toEqual([unprinted, demand]);
    expect(await found({ state: 'not_printed' })).toEqual([unprinted]);
    expect(await found({ state: 'not_mailed' })).toEqual([reminder, demand]);
    await desk.get('mail.record', {
      mailedOn: desk.today(),
      pieces: [{ letterId: demand, class: 'first_class' }],
    });
    expect(await found({ state: 'mailed' })).toEqual([demand]);
    expect(await found({ state: 'not_mailed' })).toEqual([reminder]);
    await desk.get('mail.recordReturn', {
      accountId,
      letterId: demand,
      addressId: null,
      on: desk.today(),
      reason: 'vacant',
    });
    expect(await found({ state: 'returned' })).toEqual([demand]);
    const { letters } = await desk.get('letters.list', { accountId, before: null, limit: 5 });
    expect(letters.map(({ mail }) => mail)).toEqual([null, { state: 'returned', on: desk.today() }]);
    expect((await desk.get('letters.kinds', {})).kinds).toEqual([
      { code: 'demand', name: 'Demand letter' },
      { code: 'reminder', name: 'Reminder' },
    ]);
  });

  test('tell what they were made with', async () => {
    const letterId = letter();
    const about = await desk.get('letters.about', { letterId });
    expect(about).toMatchObject({
      templateCode: 'demand',
      templateVersion: 7,
      author: 'Desk',
      sha256: sha256Of(pdf),
      bytes: pdf.length,
      addressLines: ['Mara Okafor', '1 Elm Street', 'Austin TX 78701'],
      sheet: null,
      findings: [],
      copies: [],
    });
    expect(about.facts).toEqual(
      expect.arrayContaining([
        { name: 'amount_due', value: '$100.00' },
        { name: 'is.consumer', value: 'yes' },
      ]),
    );
    expect(about.facts.map(({ name }) => name)).not.toContain('empty');
    expect(await desk.codeOf('letters.about', { letterId: 99 })).toBe('letter.not_found');
  });

  test('are verified by working the hash out anew', async () => {
    expect(await desk.get('letters.verify', { letterId: letter() })).toMatchObject({
      matches: true,
      sha256: sha256Of(pdf),
    });
    const changed = letter({ pdf: new Uint8Array([37, 80, 68, 70, 1, 2, 4]) });
    expect(await desk.get('letters.verify', { letterId: changed })).toMatchObject({
      matches: false,
      keptSha256: sha256Of(pdf),
    });
  });
});

describe('copies that leave the book', () => {
  function around(): ErrandContext {
    return {
      store: desk.store,
      moment: desk.moment(),
      pathOf: () => null,
      takePlace: () => null,
      announce: () => undefined,
      incident: (_where: string, error: unknown) => {
        throw error;
      },
      vault: {},
    } as unknown as ErrandContext;
  }
  const note = (source: CopySource, as: Errands['letters.noteCopy']['input']['as'], operationId: string) =>
    noteCopy(around(), { source, as, operationId }) as Result<null>;
  const operation = (n: number) => `00000000-0000-4000-8000-${n.toString().padStart(12, '0')}`;
  const email = async () => {
    const { debtor } = await desk.get('accounts.get', { accountId });
    const { emailId } = await desk.get('debtors.addEmail', {
      debtorId: debtor.debtorId,
      address: 'mara@example.com',
      source: 'Intake sheet',
    });
    return emailId;
  };

  test('a Word file is literal, noted once, and never counts as sent', async () => {
    const letterId = letter({ printed: false });
    const made = await composeWord(around(), { source: { letterId } });
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value.fileName).toMatch(/^Mara Okafor - Demand letter - 2026-11-20\.docx$/);
    expect(unzip(made.value.bytes).get('word/document.xml')?.toString('utf8')).toContain('Dear {{ x }}');
    for (let turn = 0; turn < 2; turn++)
      expect(note({ letterId }, { kind: 'word' }, operation(1))).toEqual(ok(null));
    expect((await desk.get('letters.about', { letterId })).copies).toEqual([
      { kind: 'word', at: desk.moment().now, author: 'Desk', to: '' },
    ]);
    expect((await desk.get('letters.about', { letterId })).printedAt).toBeNull();
    const { items } = await desk.get('timeline.page', { accountId, kinds: ['mail'] });
    expect(items.map((item) => item.kind === 'mail' && item.turn)).toEqual(['word']);
  });

  test('a draft of an email goes only where the rules let an email go', async () => {
    const letterId = letter();
    const emailId = await email();
    expect(mayEmailLetter(around(), { source: { letterId }, emailId, decision: null })).toMatchObject({
      ok: true,
    });
    const made = await composeEmail(around(), { letterId, emailId });
    const text = made.ok ? Buffer.from(made.value.bytes).toString('latin1') : '';
    expect(text).toContain('mara@example.com');
    expect(text).toContain(Buffer.from(pdf).toString('base64'));
    expect(note({ letterId }, { kind: 'email', emailId, decision: null }, operation(2))).toEqual(ok(null));
    expect((await desk.get('letters.about', { letterId })).copies[0]).toMatchObject({
      kind: 'email',
      to: 'mara@example.com',
    });
    // They opted out of email: no draft, and nothing noted.
    await desk.get('debtors.setEmailStatus', { emailId, status: 'opted_out', why: 'Said so' });
    const blocked = mayEmailLetter(around(), { source: { letterId }, emailId, decision: null });
    expect(blocked).toMatchObject({ ok: false });
    expect(note({ letterId }, { kind: 'email', emailId, decision: null }, operation(3)).ok).toBe(false);
    expect((await desk.get('letters.about', { letterId })).copies).toHaveLength(1);
    expect(mayEmailLetter(around(), { source: { letterId }, emailId: 99, decision: null })).toMatchObject({
      error: { code: 'email.not_found' },
    });
  });
});
