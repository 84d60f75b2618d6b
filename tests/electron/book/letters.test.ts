/** Letters in a real book: what is merged, what stops a letter, what is kept, and that it is kept once. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ErrandContext } from '../../../electron/book/errand-context.ts';
import { handlers } from '../../../electron/book/handlers.ts';
import type { ComposedLetter, Moment } from '../../../electron/book/protocol.ts';
import { runCall } from '../../../electron/book/run-call.ts';
import {
  checkLetter,
  composeLetter,
  copyLetter,
  keepLetter,
  markLetter,
} from '../../../electron/book/services/letter-errands.ts';
import { ensureTemplates } from '../../../electron/book/services/letters.ts';
import { mergeLetter } from '../../../electron/book/services/merge-letter.ts';
import { insertAccount, insertHold, updateClosed } from '../../../electron/book/store/queries/accounts.ts';
import { findBrokenLink } from '../../../electron/book/store/queries/audit.ts';
import {
  insertAddress,
  insertClient,
  insertDebtor,
  type NewAddress,
  updateAddressStatus,
} from '../../../electron/book/store/queries/debtors.ts';
import { insertEntry } from '../../../electron/book/store/queries/entries.ts';
import { insertLegalEvent } from '../../../electron/book/store/queries/legal-events.ts';
import { ensureTemplate } from '../../../electron/book/store/queries/letters.ts';
import { refreshSummary } from '../../../electron/book/store/queries/summaries.ts';
import type { Store } from '../../../electron/book/store/store.ts';
import {
  type BookCallName,
  contract,
  type InputOf,
  type OutputOf,
} from '../../../shared/contract/contract.ts';
import type { Change } from '../../../shared/contract/events.ts';
import type { ContactDecision } from '../../../shared/contract/law.ts';
import { noComponents } from '../../../shared/domain/ledger.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { compileDoc } from '../../../shared/templates/document/compile-doc.ts';
import { letterFactsOf } from '../../../shared/templates/letter-facts.ts';
import { shippedLetters } from '../../../shared/templates/letters/library.ts';
import { makeLetterData } from '../../builders/letter-data.ts';
import { firstParty, giveProfile } from '../../builders/office.ts';
import { readHere } from '../../builders/reader.ts';
import { makeTestStore } from '../../builders/store.ts';

const moment: Moment = { now: Date.UTC(2026, 2, 12, 18, 0), zone: 'America/New_York', author: 'Desk' };
const operation = (n: number): string => `00000000-0000-4000-8000-${n.toString().padStart(12, '0')}`;

let store: Store;
let changes: Change[];
let at: Moment;

/** Letters need none. */
const noVault = {} as ErrandContext['vault'];

function around(): ErrandContext {
  return {
    store,
    moment: at,
    pathOf: () => null,
    takePlace: () => null,
    announce: (more) => void changes.push(...more),
    incident: (_where, error) => {
      throw error;
    },
    vault: noVault,
  };
}

async function call<C extends BookCallName>(name: C, input: InputOf<C>): Promise<Result<OutputOf<C>>> {
  const context = {
    ...around(),
    handlers,
    fileReader: () => readHere(() => null),
    progress: () => undefined,
    cancelled: () => false,
  };
  // As main would pass it on: with what the schema fills in.
  const checked = contract[name].input.parse(input);
  return (await runCall(name, checked as never, operation(900), context)) as Result<OutputOf<C>>;
}

function take<T>(result: Result<T> | Promise<Result<T>>): T {
  if (result instanceof Promise) throw new Error('letters answer at once');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const address: Omit<NewAddress, 'debtorId'> = {
  kind: 'home',
  status: 'current',
  line1: '18 Mill Road',
  line2: '',
  city: 'Dover',
  region: 'NH',
  postalCode: '03820',
  country: '',
  source: '',
  sinceOn: '2026-01-05',
  importId: null,
};

function post(
  accountId: number,
  cents: number,
  change: Partial<Parameters<typeof insertEntry>[1]> = {},
): number {
  const entryId = insertEntry(store, {
    ...noComponents,
    principalCents: cents,
    accountId,
    kind: cents < 0 ? 'payment' : 'charge',
    effectiveOn: '2026-01-10',
    postedAt: moment.now,
    dueOn: cents < 0 ? null : '2026-02-10',
    reference: cents < 0 ? '' : 'INV-1',
    method: cents < 0 ? 'cash' : null,
    basis: '',
    memo: '',
    author: 'Desk',
    reversesEntryId: null,
    operationId: operation(800),
    importId: null,
    ...change,
  });
  refreshSummary(store, accountId);
  return entryId;
}

type Made = { accountId: number; debtorId: number };

function makeAccount(name = 'Rosa Delgado', kind: 'consumer' | 'business' = 'consumer'): Made {
  const clientId = insertClient(store, {
    name: `Client of ${name}`,
    isOffice: false,
    importId: null,
    createdAt: 1,
  });
  const debtorId = insertDebtor(store, { kind, name, reference: '', importId: null, createdAt: 1 });
  const accountId = insertAccount(store, {
    debtorId,
    clientId,
    number: '1042',
    originalCreditor: '',
    debtType: 'medical',
    openedOn: '2026-01-05',
    placedOn: null,
    nextStepOn: null,
    nextStep: null,
    importId: null,
    createdAt: 1,
  });
  return { accountId, debtorId };
}

function templateId(name = 'Demand letter'): number {
  const found = shippedLetters.findIndex((letter) => letter.name === name);
  return found + 1;
}

const compose = (accountId: number, template = templateId()): ComposedLetter =>
  take(composeLetter(around(), { accountId, templateId: template }));
const refusal = (accountId: number, template = templateId()) =>
  composeLetter(around(), { accountId, templateId: template });

beforeEach(() => {
  store = makeTestStore();
  giveProfile(store, firstParty);
  ensureTemplates(store, 1);
  changes = [];
  at = moment;
});
afterEach(() => store.close());

describe('templates', () => {
  test('come once, and a newer version takes the place of the old one', async () => {
    ensureTemplates(store, 2);
    const listed = await call('letters.templates', {});
    expect(take(listed).templates.map(({ name, version }) => [name, version])).toEqual(
      shippedLetters.map(({ name, version }) => [name, version]),
    );
    ensureTemplate(store, {
      code: 'demand-letter',
      version: 3,
      name: 'Demand letter',
      description: '',
      body: 'x',
      madeAt: 3,
    });
    const versions = take(await call('letters.templates', {})).templates.filter(
      ({ name }) => name === 'Demand letter',
    );
    expect(versions.map(({ version }) => version)).toEqual([3]);
    const { accountId } = makeAccount();
    expect(refusal(accountId, templateId())).toMatchObject({ error: { code: 'letter.template_not_found' } });
  });

  const attempts: readonly [string, string, string][] = [
    ['an unknown field', '{{ debtor.ssn }}', 'undefined variable'],
    ['an unknown filter', '{{ debtor.name | raw }}', 'undefined filter'],
    ['a prototype', '{{ debtor.constructor }}', 'undefined variable'],
    ['a prototype by name', '{{ debtor["__proto__"] }}', 'undefined variable'],
    ['a file', '{% include "/etc/passwd" %}', 'not found'],
    ['a file as a part', '{% render "../../package.json" %}', 'ENOENT'],
    ['a layout', '{% layout "x" %}', 'not found'],
    ['an endless loop', '{% for i in (1..1000000000) %}{{ i }}{% endfor %}', 'limit'],
    ['an open tag', '{% if debtor.name %}', 'not closed'],
    ['a text beyond the limit', 'x'.repeat(200_001), 'limit'],
  ];
  test.each(attempts)('%s is refused', (_what, body, reason) => {
    const merged = mergeLetter('Letter', body, letterFactsOf(makeLetterData()));
    expect(merged).toMatchObject({ ok: false, error: { code: 'letter.template_broken' } });
    if (!merged.ok) expect(merged.error.params.reason).toContain(reason);
  });

  test('what is merged in is escaped and never read as a template again', () => {
    const name = '{{ 7*7 }} {% raw %} <script>1</script> "&\'';
    const facts = letterFactsOf(makeLetterData({ debtor: { kind: 'consumer', name, addressLines: [name] } }));
    for (const letter of shippedLetters) {
      const html = take(mergeLetter(name, compileDoc(letter.doc), facts));
      expect(html).toContain('{{ 7*7 }} {% raw %} &lt;script&gt;1&lt;/script&gt; &#34;&amp;&#39;');
      expect(html).not.toContain('<script');
    }
  });

  test('a template cannot change the sheet around it', () => {
    const html = take(
      mergeLetter('T', '{% assign sender = "x" %}{{ sender }}', letterFactsOf(makeLetterData())),
    );
    expect(html).toContain('<span class="name">Harbor Lane Recovery</span>');
  });
});

describe('composing', () => {
  test('states the open charges and ends at the balance', () => {
    const { accountId, debtorId } = makeAccount();
    insertAddress(store, { ...address, debtorId });
    post(accountId, 50_000);
    post(accountId, -2000);
    const letter = compose(accountId);
    expect(letter).toMatchObject({
      accountId,
      balanceCents: 48_000,
      fileName: 'Rosa Delgado - Demand letter - 2026-03-12.pdf',
    });
    expect(JSON.parse(letter.facts)).toMatchObject({
      letter: { date: 'March 12, 2026' },
      amount_due: '$480.00',
      not_tied: { amount: '-$20.00' },
      sender: { name: 'Harbor Lane Recovery' },
      debtor: { address_lines: ['Rosa Delgado', '18 Mill Road', 'Dover NH 03820'] },
    });
    expect(letter.html).toContain('$480.00');
    expect(letter.html).not.toMatch(/<script|https?:|src=/);
  });

  test('the day is the day in the office’s zone', () => {
    const { accountId, debtorId } = makeAccount();
    insertAddress(store, { ...address, debtorId });
    post(accountId, 100);
    at = { ...moment, now: Date.UTC(2026, 2, 13, 3, 59) };
    expect(JSON.parse(compose(accountId).facts).letter.date).toBe('March 12, 2026');
    at = { ...moment, now: Date.UTC(2026, 2, 13, 4, 0) };
    expect(JSON.parse(compose(accountId).facts).letter.date).toBe('March 13, 2026');
  });

  const unusable: readonly [string, Partial<NewAddress> | null][] = [
    ['no address', null],
    ['a bad one', { status: 'bad' }],
    ['a former one', { status: 'former' }],
    ['only the place of work', { kind: 'work' }],
  ];
  test.each(unusable)('a debtor with %s gets no letter, by name', (_what, change) => {
    const { accountId, debtorId } = makeAccount();
    if (change) insertAddress(store, { ...address, ...change, debtorId });
    post(accountId, 100);
    expect(refusal(accountId)).toEqual({
      ok: false,
      error: { code: 'letter.no_address', params: { name: 'Rosa Delgado' } },
    });
  });

  test.each([
    ['a town', { city: '' }],
    ['a ZIP code', { postalCode: '' }],
    ['a ZIP code of its state', { postalCode: '78701' }],
  ])('one without %s stops the letter, and the fault says which', (_what, change) => {
    const { accountId, debtorId } = makeAccount();
    insertAddress(store, { ...address, ...change, debtorId });
    post(accountId, 100);
    expect(refusal(accountId)).toMatchObject({
      ok: false,
      error: { code: 'letter.address_bad', params: { name: 'Rosa Delgado', addressId: expect.any(Number) } },
    });
  });

  test('a business is written to at its place of work', () => {
    const { accountId, debtorId } = makeAccount('Dover Bikes LLC', 'business');
    insertAddress(store, { ...address, kind: 'work', debtorId });
    post(accountId, 100);
    expect(compose(accountId).html).toContain('Dover Bikes LLC');
  });

  test('a current address goes before an unverified one, the one for mail before others', () => {
    const { accountId, debtorId } = makeAccount();
    post(accountId, 100);
    const street = () => (JSON.parse(compose(accountId).facts).debtor.address_lines as string[])[1];
    insertAddress(store, {
      ...address,
      line1: '1 Unverified',
      status: 'unverified',
      kind: 'mailing',
      debtorId,
    });
    expect(street()).toBe('1 Unverified');
    insertAddress(store, { ...address, line1: '2 Home', debtorId });
    expect(street()).toBe('2 Home');
    insertAddress(store, { ...address, line1: '3 Mail', kind: 'mailing', sinceOn: '2025-01-01', debtorId });
    expect(street()).toBe('3 Mail');
  });

  test.each([
    ['paid', [100, -100]],
    ['in credit', [100, -300]],
    ['without entries', []],
  ])('an account that is %s gets no letter', (_what, sums) => {
    const { accountId, debtorId } = makeAccount();
    insertAddress(store, { ...address, debtorId });
    for (const cents of sums) post(accountId, cents);
    expect(refusal(accountId)).toMatchObject({ error: { code: 'letter.nothing_owed' } });
  });

  test('an address too long for the window, a closed account, an unknown one', () => {
    const { accountId, debtorId } = makeAccount('W'.repeat(60));
    insertAddress(store, { ...address, debtorId });
    post(accountId, 100);
    expect(refusal(accountId)).toMatchObject({ error: { code: 'letter.address_too_long' } });
    updateClosed(store, accountId, 5, 'done');
    expect(refusal(accountId)).toMatchObject({ error: { code: 'account.closed' } });
    expect(refusal(999)).toMatchObject({ error: { code: 'account.not_found' } });
    expect(refusal(accountId, 999)).toMatchObject({ error: { code: 'letter.template_not_found' } });
  });
});

describe('keeping', () => {
  const pdf = new TextEncoder().encode('%PDF-1.4 exact bytes');
  const sha256 = createHash('sha256').update(pdf).digest('hex');

  function ready(): Made & { letter: ComposedLetter } {
    const made = makeAccount();
    insertAddress(store, { ...address, debtorId: made.debtorId });
    post(made.accountId, 48_000);
    return { ...made, letter: compose(made.accountId) };
  }
  const keep = (letter: ComposedLetter, n = 1) =>
    keepLetter(around(), { letter, pdf, pages: 2, decision: null, operationId: operation(n) }) as Result<{
      letterId: number;
    }>;

  test('the exact bytes come back with their hash, also after the name changed', async () => {
    const { letter, accountId } = ready();
    const { letterId } = take(keep(letter));
    expect(changes).toEqual(
      expect.arrayContaining([
        { subject: 'letters', accountIds: [accountId] },
        { subject: 'timeline', accountIds: [accountId] },
      ]),
    );
    const read = take(await call('letters.pdf', { letterId }));
    expect(read).toEqual({ pdf, sha256 });
    expect(take(copyLetter(around(), { letterId }))).toEqual({
      html: letter.html,
      pdf,
      fileName: 'Rosa Delgado - Demand letter - 2026-03-12.pdf',
    });
    expect(findBrokenLink(store)).toBeNull();
  });

  const kept = () =>
    store.sql('SELECT verdict, override_reason FROM letters').get() as
      | { verdict: string; override_reason: string }
      | undefined;
  const file = (change: Partial<Parameters<typeof insertLegalEvent>[1]> = {}) =>
    insertLegalEvent(store, {
      debtorId: 1,
      accountId: null,
      kind: 'bankruptcy',
      on: '2026-03-01',
      at: null,
      scope: {},
      detail: {},
      source: 'Court notice',
      document: '',
      memo: '',
      contactId: null,
      letterId: null,
      madeAt: 1,
      author: 'Desk',
      operationId: operation(700),
      ...change,
    });
  const reason = { kind: 'reason', reason: 'Sent at her wish', factor: null } as const;
  const keepWith = (letter: ComposedLetter, decision: ContactDecision | null, n = 1) =>
    keepLetter(around(), { letter, pdf, pages: 2, decision, operationId: operation(n) });

  test('the verdict of its moment stays with it and cannot be changed', () => {
    take(keep(ready().letter));
    expect(JSON.parse(kept()?.verdict ?? '')).toMatchObject({
      outcome: 'allowed',
      decision: null,
      states: ['NH'],
    });
    expect(kept()?.override_reason).toBe('');
    expect(() => store.db.exec("UPDATE letters SET verdict = '{}'")).toThrow('append-only');
  });

  test('a prohibition keeps it back, whatever is said', () => {
    const { letter, debtorId } = ready();
    file({ debtorId });
    for (const decision of [null, reason, { kind: 'happened' }] as const) {
      expect(keepWith(letter, decision)).toMatchObject({
        error: { code: 'contact.blocked', params: { ruleCode: 'BANKRUPTCY_STAY' } },
      });
      expect(checkLetter(around(), { letter, decision })).toMatchObject({
        error: { code: 'contact.blocked' },
      });
    }
    expect(kept()).toBeUndefined();
  });

  test('while nobody said who the office is, its wording cannot be checked and nothing goes', () => {
    const { accountId } = ready();
    store.db.exec('DROP TRIGGER office_profiles_keep_delete; DELETE FROM office_profiles');
    const letter = compose(accountId);
    expect(letter.findings).toContainEqual(
      expect.objectContaining({ code: 'ROLE_UNKNOWN', severity: 'stop' }),
    );
    expect(keepWith(letter, reason)).toMatchObject({ error: { code: 'letter.wording_stops' } });
    expect(checkLetter(around(), { letter, decision: reason })).toMatchObject({
      error: { code: 'letter.wording_stops' },
    });
    expect(kept()).toBeUndefined();
  });

  test('a hold of the house wants a reason, which stays with it; saved later it is the same letter', () => {
    const { letter, accountId } = ready();
    insertHold(store, {
      accountId,
      kind: 'house',
      reason: 'Wait for the manager',
      source: 'Desk',
      fromOn: '2026-03-01',
      untilOn: null,
      contactId: null,
      createdAt: 1,
    });
    expect(keepWith(letter, null)).toMatchObject({ error: { code: 'contact.needs_reason' } });
    // A letter that is not printed yet has not happened.
    expect(keepWith(letter, { kind: 'happened' })).toMatchObject({ error: { code: 'contact.needs_reason' } });
    const first = take(keepWith(letter, reason));
    expect(take(keepWith(letter, null))).toEqual(first);
    expect(kept()).toMatchObject({ override_reason: 'Sent at her wish' });
    expect(checkLetter(around(), { letter, decision: reason })).toEqual({ ok: true, value: null });
  });

  test('looking at one is free', () => {
    const made = ready();
    file({ debtorId: made.debtorId });
    expect(compose(made.accountId).html).toContain('Delgado');
  });

  test('the same operation keeps once; the same id for another letter is refused', () => {
    const { letter } = ready();
    const first = take(keep(letter));
    expect(take(keep(letter))).toEqual(first);
    expect(store.sql('SELECT count(*) FROM letters').pluck().get()).toBe(1);
    expect(
      keepLetter(around(), { letter, pdf, pages: 3, decision: null, operationId: operation(1) }),
    ).toMatchObject({
      error: { code: 'call.operation_reused' },
    });
  });

  test.each([
    ['a payment', ({ accountId }: Made) => void post(accountId, -100)],
    ['an address that turned out bad', () => void updateAddressStatus(store, 1, 'bad')],
    [
      'another day',
      () => {
        at = { ...moment, now: moment.now + 86_400_000 };
      },
    ],
  ])('%s since the preview: nothing is kept', (_what, happens) => {
    const made = ready();
    happens(made);
    const kept = keep(made.letter);
    expect(kept.ok).toBe(false);
    if (!kept.ok) expect(['letter.preview_expired', 'letter.no_address']).toContain(kept.error.code);
    expect(store.sql('SELECT count(*) FROM letters').pluck().get()).toBe(0);
  });

  test('printing shows over saving; the first time stays', async () => {
    const { letter } = ready();
    const { letterId } = take(keep(letter));
    const state = async () =>
      take(await call('letters.list', { accountId: null, before: null, limit: 10 })).letters[0]?.state;
    expect(await state()).toBe('kept');
    take(markLetter(around(), { letterId, as: 'saved', operationId: operation(2) }));
    expect(await state()).toBe('saved');
    take(markLetter(around(), { letterId, as: 'printed', operationId: operation(3) }));
    expect(await state()).toBe('printed');
    at = { ...moment, now: moment.now + 1000 };
    take(markLetter(around(), { letterId, as: 'printed', operationId: operation(4) }));
    expect(store.sql('SELECT printed_at FROM letters').pluck().get()).toBe(moment.now);
    expect(markLetter(around(), { letterId: 99, as: 'saved', operationId: operation(5) })).toMatchObject({
      error: { code: 'letter.not_found' },
    });
  });

  test('a kept letter cannot be changed or removed, and a damaged copy is not shown', async () => {
    const { letter } = ready();
    const { letterId } = take(keep(letter));
    expect(() => store.db.exec("UPDATE letters SET html = 'x'")).toThrow('append-only');
    expect(() => store.db.exec('DELETE FROM letters')).toThrow('append-only');
    store.db.exec("DROP TRIGGER letters_keep_copy; UPDATE letters SET pdf = x'00'");
    expect(await call('letters.pdf', { letterId })).toMatchObject({ error: { code: 'book.damaged' } });
    expect(await call('letters.pdf', { letterId: 77 })).toMatchObject({
      error: { code: 'letter.not_found' },
    });
  });

  test('the list goes through every letter once, newest first, also of one account', async () => {
    const { letter, accountId } = ready();
    const kept = Array.from({ length: 7 }, (_, index) => take(keep(letter, 100 + index)).letterId);
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const page: OutputOf<'letters.list'> = take(
        await call('letters.list', { accountId, before, limit: 3 }),
      );
      seen.push(...page.letters.map(({ letterId }) => letterId));
      before = page.next;
    } while (before !== null);
    expect(seen).toEqual(kept.reverse());
    expect(take(await call('letters.list', { accountId: 99, before: null, limit: 3 }))).toEqual({
      letters: [],
      next: null,
    });
  });

  test('without an open book nothing is done', () => {
    const { letter } = ready();
    const closed: ErrandContext = { ...around(), store: null };
    expect(composeLetter(closed, { accountId: 1, templateId: 1 })).toMatchObject({
      error: { code: 'book.not_open' },
    });
    expect(
      keepLetter(closed, { letter, pdf, pages: 1, decision: null, operationId: operation(6) }),
    ).toMatchObject({
      error: { code: 'book.not_open' },
    });
    expect(copyLetter(closed, { letterId: 1 })).toMatchObject({ error: { code: 'book.not_open' } });
  });
});

test('the letterhead is empty at first and stands on the next letter once filled in', async () => {
  const empty = take(await call('letters.letterhead', {}));
  expect(empty.officeName).toBe('Harbor Lane Recovery');
  expect(Object.values(empty.letterhead).join('')).toBe('');
  const letterhead = {
    line1: '210 Harbor Lane',
    line2: 'Suite 4',
    city: 'Portsmouth',
    region: 'NH',
    postalCode: '03801',
    phone: '(603) 555-0142',
    email: '',
    hours: '',
    howToPay: 'By check.\n<b>No cash.</b>',
    website: 'www.harborlane.example',
    signerName: 'Dana Whitlock',
    signerTitle: 'Accounts manager',
    disputeAddress: 'PO Box 7\nPortsmouth NH 03801',
    disputeElectronically: 'disputes@harborlane.example',
    footer: 'Member of {{ nothing }}.',
  };
  take(await call('letters.setLetterhead', letterhead));
  expect(take(await call('letters.letterhead', {})).letterhead).toEqual(letterhead);
  const { accountId, debtorId } = makeAccount();
  insertAddress(store, { ...address, debtorId });
  post(accountId, 100);
  const { html } = compose(accountId);
  expect(html).toContain(
    'Harbor Lane Recovery</span><br>210 Harbor Lane<br>Suite 4<br>Portsmouth NH 03801</div>',
  );
  expect(html).toContain('By check.\n&lt;b&gt;No cash.&lt;/b&gt;');
  expect(html).toContain('(603) 555-0142');
  expect(html).toContain('www.harborlane.example');
  expect(html).toContain('Member of &#123;&#123; nothing }}.');
});
