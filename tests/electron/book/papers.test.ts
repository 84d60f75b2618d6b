/** Papers of figures from a real book: what they state, what stops them, that they are kept once and only while true. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ErrandContext } from '../../../electron/book/errand-context.ts';
import type { ComposedPaper } from '../../../electron/book/protocol.ts';
import { copyLetter, keepLetter } from '../../../electron/book/services/letter-errands.ts';
import { ensureTemplates } from '../../../electron/book/services/letters.ts';
import { composePaper } from '../../../electron/book/services/paper-errands.ts';
import { findAccount, insertAccount } from '../../../electron/book/store/queries/accounts.ts';
import { readLawCases } from '../../../electron/book/store/queries/law-facts.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { PaperAsked } from '../../../shared/contract/papers.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { shippedLetters } from '../../../shared/templates/letters/library.ts';
import type { PaperFacts } from '../../../shared/templates/papers/paper-facts.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../builders/desk.ts';

/** 20 November 2026. */
let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
  ensureTemplates(desk.store, 1);
});
afterEach(() => desk.store.close());

function around(): ErrandContext {
  return {
    store: desk.store,
    moment: desk.moment(),
    pathOf: () => null,
    takePlace: () => null,
    announce: () => undefined,
    incident: (_where, error) => {
      throw error;
    },
    // Papers need none.
    vault: {} as ErrandContext['vault'],
  };
}

function answer(asked: PaperAsked): Result<ComposedPaper> {
  const made = composePaper(around(), asked);
  if (made instanceof Promise) throw new Error('papers answer at once');
  return made;
}

function codeOf(asked: PaperAsked): string {
  const made = answer(asked);
  return made.ok ? 'ok' : made.error.code;
}

function paper<P extends PaperAsked['paper']>(asked: Extract<PaperAsked, { paper: P }>) {
  const made = answer(asked);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { letter } = made.value;
  return { ...made.value, facts: JSON.parse(letter.facts) as Extract<PaperFacts, { paper: P }> };
}

function keep(made: ComposedPaper, operationId: string): Result<{ letterId: number }> {
  const kept = keepLetter(around(), {
    letter: made.letter,
    pdf: new Uint8Array([1, 2, 3]),
    pages: 1,
    decision: null,
    operationId,
  });
  if (kept instanceof Promise) throw new Error('letters answer at once');
  return kept;
}
const verdictOf = () =>
  JSON.parse(desk.store.sql('SELECT verdict FROM letters ORDER BY id DESC LIMIT 1').pluck().get() as string);
const operation = (n: number) => `00000000-0000-4000-8000-${n.toString().padStart(12, '0')}`;

const placed = {
  line1: '18 Mill Road',
  city: 'Dover',
  region: 'NH',
  postalCode: '03820',
  amountCents: 100_000,
} as const satisfies Partial<InputOf<'accounts.create'>>;

/** 7.3 % a year on $1,000.00 due July 1: 20 cents a day. */
async function withInterest(change: Partial<InputOf<'accounts.create'>> = {}): Promise<number> {
  const accountId = await desk.account({ ...placed, ...change });
  await desk.get('ledger.setTerms', {
    accountId,
    fromOn: '2026-06-01',
    method: 'simple',
    rate: '7.3',
    compounding: null,
    dayCount: 'actual_365',
    capCents: null,
    basisKind: 'contract',
    basis: 'Agreement section 4',
  });
  return accountId;
}

async function pay(shares: InputOf<'ledger.recordPayment'>['shares'], on: string): Promise<number> {
  const { receiptId } = await desk.get('ledger.recordPayment', {
    shares,
    receivedOn: on,
    method: 'cheque',
    reference: '1044',
    allowOverpayment: true,
  });
  return receiptId;
}

/** Another account of the same debtor, without a charge yet. */
function secondAccountOf(accountId: number): number {
  const first = findAccount(desk.store, accountId);
  if (!first) throw new Error('no account');
  const { debtorId, clientId } = first;
  return insertAccount(desk.store, {
    debtorId,
    clientId,
    number: 'B-2',
    originalCreditor: '',
    debtType: 'medical',
    openedOn: '2026-06-01',
    placedOn: null,
    nextStepOn: null,
    nextStep: null,
    importId: null,
    createdAt: 1,
  });
}

describe('a receipt', () => {
  test('shows one payment over several accounts, share by share, with what is still owed', async () => {
    const one = await withInterest();
    const two = secondAccountOf(one);
    await desk.get('ledger.addCharge', {
      accountId: two,
      kind: 'charge',
      amountCents: 5000,
      effectiveOn: '2026-07-01',
      dueOn: '2026-07-01',
      reference: 'INV-2',
      basis: '',
      memo: '',
    });
    const shares = [
      { accountId: one, amountCents: 30_000 },
      { accountId: two, amountCents: 6000 },
    ];
    const receiptId = await pay(shares, '2026-08-10');
    const { facts, letter, withoutAddress } = paper({ paper: 'receipt', receiptId });
    expect(facts).toMatchObject({ receiptId, amountCents: 36_000, method: 'cheque', reference: '1044' });
    expect(facts.shares.map(({ number, unappliedCents }) => [number, unappliedCents])).toEqual([
      ['1001', 0],
      ['B-2', 1000],
    ]);
    for (const share of facts.shares) {
      const applied = share.applications.reduce((sum, { cents }) => sum + cents, 0);
      expect(applied + share.unappliedCents).toBe(share.amountCents);
    }
    const explained = await desk.get('ledger.explain', { accountId: one, asOf: desk.today(), knownOn: null });
    expect(facts.shares[0]?.balanceCents).toBe(explained.totalCents);
    expect(letter).toMatchObject({ accountId: one, fileName: 'Mara Okafor - Receipt - 2026-11-20.pdf' });
    expect(withoutAddress).toBe(false);
  });

  test('is made by the entry too, and not for a payment that was taken back', async () => {
    const accountId = await withInterest();
    const entryId = await desk.pay(accountId, 4000);
    expect(paper({ paper: 'receipt', entryId }).facts.amountCents).toBe(4000);
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'entered twice' });
    expect(codeOf({ paper: 'receipt', entryId })).toBe('paper.taken_back');
  });

  test('of several accounts says what was taken back on one of them, until it is posted again', async () => {
    const one = await withInterest();
    const two = secondAccountOf(one);
    const receiptId = await pay(
      [
        { accountId: one, amountCents: 30_000 },
        { accountId: two, amountCents: 6000 },
      ],
      '2026-08-10',
    );
    const shared = () => paper({ paper: 'receipt', receiptId }).facts;
    const { lines } = await desk.get('ledger.explain', { accountId: two, asOf: desk.today(), knownOn: null });
    const entryId = lines[0]?.line === 'relief' ? lines[0].entryId : 0;
    const back = await desk.get('ledger.reverse', { entryId, reason: 'Wrong account' });
    expect(shared()).toMatchObject({
      amountCents: 36_000,
      takenBack: [{ number: 'B-2', amountCents: 6000 }],
      shares: [{ number: '1001', amountCents: 30_000 }],
    });
    expect(answer({ paper: 'receipt', receiptId })).toMatchObject({
      value: { letter: { html: expect.stringContaining('Taken back since') } },
    });
    await desk.get('ledger.reverse', { entryId: back.entryId, reason: 'It was right' });
    expect(shared().shares.map(({ amountCents }) => amountCents)).toEqual([30_000, 6000]);
    expect(shared()).not.toHaveProperty('takenBack');
  });

  test('needs a payment', async () => {
    const accountId = await desk.account();
    const { lines } = await desk.get('ledger.explain', { accountId, asOf: desk.today(), knownOn: null });
    const charge = lines[0]?.line === 'charge' ? lines[0].entryId : 0;
    expect(codeOf({ paper: 'receipt', entryId: charge })).toBe('paper.not_found');
    expect(codeOf({ paper: 'receipt', receiptId: 99 })).toBe('paper.not_found');
    expect(codeOf({ paper: 'receipt' })).toBe('paper.not_found');
  });

  test('of an account that is paid, closed and without an address can still be made', async () => {
    const accountId = await desk.account({ amountCents: 4000 });
    const receiptId = await pay([{ accountId, amountCents: 4000 }], '2026-11-20');
    await desk.get('accounts.close', { accountId, reason: 'Paid in full' });
    const made = paper({ paper: 'receipt', receiptId });
    expect(made.withoutAddress).toBe(true);
    expect(made.facts.shares[0]?.balanceCents).toBe(0);
    expect(made.letter.html).not.toContain('<address');
    expect(keep(made, operation(1)).ok).toBe(true);
    // Nobody sends it anywhere: it is handed to whoever came for it.
    expect(verdictOf()).toMatchObject({ decision: null });
  });

  test('answers what was asked for: a request to stop only warns of a receipt', async () => {
    const accountId = await desk.account({ ...placed, amountCents: 4000 });
    const receiptId = await pay([{ accountId, amountCents: 1000 }], '2026-11-20');
    await desk.get('law.recordEvent', {
      accountId,
      allDebts: true,
      kind: 'cease_written',
      on: '2026-11-19',
      scope: {},
      detail: {},
      source: 'Letter',
    });
    expect(keep(paper({ paper: 'receipt', receiptId }), operation(2)).ok).toBe(true);
    expect(verdictOf()).toMatchObject({ outcome: 'warning' });
  });
});

describe('a statement', () => {
  test('goes from explain to explain, to the cent', async () => {
    const accountId = await withInterest();
    await pay([{ accountId, amountCents: 30_000 }], '2026-08-10');
    const { facts, letter } = paper({
      paper: 'statement',
      accountId,
      fromOn: '2026-08-01',
      toOn: '2026-08-31',
    });
    const { figures } = facts;
    const at = async (asOf: string) =>
      (await desk.get('ledger.explain', { accountId, asOf, knownOn: null })).totalCents;
    expect(figures.openingCents).toBe(await at('2026-07-31'));
    expect(figures.closingCents).toBe(await at('2026-08-31'));
    // July 1 to 31 July, excluded: 30 days at 20 cents; ten more to the payment.
    expect(figures.openingCents).toBe(100_600);
    expect(figures.lines.map(({ sort, cents }) => [sort, cents])).toEqual([
      ['interest', 200],
      ['relief', -30_000],
      ['interest', expect.any(Number)],
    ]);
    expect(letter.balanceCents).toBe(figures.closingCents);
  });

  test('needs days that go forward and have come', async () => {
    const accountId = await desk.account();
    const asked = { paper: 'statement', accountId, fromOn: '2026-08-01', toOn: '2026-08-31' } as const;
    expect(codeOf({ ...asked, toOn: '2026-07-31' })).toBe('paper.days_backwards');
    expect(codeOf({ ...asked, toOn: '2026-11-20' })).toBe('ok');
    expect(codeOf({ ...asked, toOn: '2026-11-21' })).toBe('paper.day_ahead');
    expect(codeOf({ ...asked, accountId: 99 })).toBe('account.not_found');
  });
});

describe('a payoff quote', () => {
  test('is what explain says of the day, with the next day’s interest', async () => {
    const accountId = await withInterest();
    const { facts } = paper({ paper: 'payoff', accountId, goodThrough: '2026-12-01' });
    // July 1 to December 1: 153 days.
    expect(facts.explanation.totalCents).toBe(100_000 + 153 * 20);
    expect(facts.explanation.perDiem.cents).toBe(20);
  });

  test('is good from today on', async () => {
    const accountId = await desk.account();
    expect(codeOf({ paper: 'payoff', accountId, goodThrough: '2026-11-19' })).toBe('paper.day_past');
    expect(codeOf({ paper: 'payoff', accountId, goodThrough: '2026-11-20' })).toBe('ok');
  });
});

test('an explanation is the book’s own, of any day', async () => {
  const accountId = await withInterest();
  for (const asOf of ['2026-01-01', '2026-07-15', '2027-07-15']) {
    const { facts } = paper({ paper: 'explanation', accountId, asOf });
    expect(facts.explanation).toEqual(await desk.get('ledger.explain', { accountId, asOf, knownOn: null }));
  }
});

describe('papers of a plan', () => {
  async function withPlan(): Promise<{ accountId: number; planId: number }> {
    const accountId = await desk.account(placed);
    const { planId } = await desk.get('plans.start', {
      accountId,
      terms: { totalCents: 100_000, count: 4, frequency: 'monthly', firstOn: '2026-12-01' },
    });
    return { accountId, planId };
  }

  test('coupons and agreement say what is paid and when', async () => {
    const { accountId, planId } = await withPlan();
    await desk.pay(accountId, 30_000);
    const coupons = paper({ paper: 'coupons', planId });
    expect(coupons.facts.instalments.map(({ amountCents, paidCents }) => amountCents - paidCents)).toEqual([
      0, 20_000, 25_000, 25_000,
    ]);
    expect(coupons.letter.html.match(/class="coupon"/g)).toHaveLength(3);
    const { facts } = paper({ paper: 'agreement', planId });
    expect(facts).toMatchObject({ graceDays: 3, accounts: [{ agreedCents: 100_000 }] });
    expect(facts.plan.instalments.map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
      '2027-03-01',
    ]);
  });

  test('ask for money, which an open bankruptcy forbids, though it may still be told what is owed', async () => {
    const { accountId, planId } = await withPlan();
    await desk.get('law.recordEvent', {
      accountId,
      allDebts: true,
      kind: 'bankruptcy',
      on: desk.today(),
      scope: { channel: null, phoneId: null, emailId: null, addressId: null, place: null },
      detail: { chapter: '7' },
      source: 'Notice of the court',
    });
    const blocked = { error: { code: 'contact.blocked', params: { ruleCode: 'BANKRUPTCY_STAY' } } };
    expect(keep(paper({ paper: 'coupons', planId }), operation(1))).toMatchObject(blocked);
    expect(keep(paper({ paper: 'agreement', planId }), operation(2))).toMatchObject(blocked);
    const payoff = paper({ paper: 'payoff', accountId, goodThrough: desk.today() });
    expect(keep(payoff, operation(3)).ok).toBe(true);
  });

  test('are not made of a plan that is over', async () => {
    const { planId } = await withPlan();
    await desk.get('plans.cancel', { planId, reason: 'Moved away' });
    expect(codeOf({ paper: 'coupons', planId })).toBe('paper.plan_over');
    expect(codeOf({ paper: 'agreement', planId })).toBe('paper.plan_over');
    expect(codeOf({ paper: 'agreement', planId: 99 })).toBe('paper.not_found');
  });
});

describe('keeping', () => {
  test('a paper is kept once, listed by its name, and comes back as it was', async () => {
    const accountId = await withInterest();
    const made = paper({ paper: 'explanation', accountId, asOf: '2026-11-20' });
    const first = keep(made, operation(1));
    expect(first.ok && first.value).toEqual(keep(made, operation(1)).ok && first.ok && first.value);
    const { letters } = await desk.get('letters.list', { accountId, before: null, limit: 10 });
    expect(letters).toMatchObject([
      { templateName: 'Explanation of the balance', balanceCents: made.letter.balanceCents, state: 'kept' },
    ]);
    const copy = copyLetter(around(), { letterId: letters[0]?.letterId ?? 0 });
    expect(copy).toMatchObject({ ok: true, value: { html: made.letter.html } });
  });

  test('what a payment, an address or midnight has overtaken is not kept', async () => {
    const accountId = await withInterest();
    const quote: PaperAsked = { paper: 'payoff', accountId, goodThrough: '2026-12-01' };
    const beforePayment = paper(quote);
    await desk.pay(accountId, 100);
    expect(keep(beforePayment, operation(1))).toMatchObject({ error: { code: 'letter.preview_expired' } });
    const beforeMidnight = paper(quote);
    desk.pass(dayMs);
    expect(keep(beforeMidnight, operation(2))).toMatchObject({ error: { code: 'letter.preview_expired' } });
    expect(keep(paper(quote), operation(3)).ok).toBe(true);
  });

  test('papers are not among the letters to choose from', async () => {
    const { templates } = await desk.get('letters.templates', {});
    expect(templates.map(({ name }) => name)).toEqual(shippedLetters.map(({ name }) => name));
  });
});

test('without an open book nothing is made', () => {
  const made = composePaper({ ...around(), store: null }, { paper: 'receipt', receiptId: 1 });
  expect(made).toMatchObject({ error: { code: 'book.not_open' } });
});

describe('a contact history', () => {
  const history = (accountId: number, change: object = {}) => ({
    paper: 'contact-history' as const,
    accountId,
    scope: 'account' as const,
    fromOn: '2026-11-01',
    toOn: '2026-11-30',
    kinds: ['contact' as const, 'note' as const],
    ...change,
  });

  test('tells who did what when, what the rules said and what was written, oldest first', async () => {
    const accountId = await desk.account(placed);
    await desk.get('notes.add', { accountId, text: 'Statement <b>sent</b>', kind: 'legal' });
    desk.pass(60_000);
    await desk.get('contacts.record', {
      accountId,
      channel: 'call',
      direction: 'out',
      outcome: 'no_answer',
      phoneId: null,
      at: desk.moment().now,
      decision: { kind: 'happened' },
      seconds: 65,
      text: 'Rang ten times',
    });
    const made = paper<'contact-history'>(history(accountId));
    expect(made.facts.lines).toMatchObject([
      {
        what: 'Note: legal',
        text: 'Statement <b>sent</b>',
        author: 'Desk',
        day: '2026-11-20',
        time: '9:00 AM',
      },
      { what: 'No answer', text: 'Rang ten times', time: '9:01 AM' },
    ]);
    expect(made.facts.lines[1]?.details).toEqual(
      expect.arrayContaining(['Outgoing call, 1 min 5 s', 'an attempt']),
    );
    expect(made.facts.lines[1]?.verdict).not.toBe('');
    expect(made.letter.html).toContain('Office copy.');
    expect(made.letter.html).toContain('&lt;b&gt;');
    expect(made.withoutAddress).toBe(false);
  });

  test('a period without anything, one that ends before it begins', async () => {
    const accountId = await desk.account();
    expect(codeOf(history(accountId))).toBe('paper.history_empty');
    expect(codeOf(history(accountId, { toOn: '2026-10-01' }))).toBe('paper.days_backwards');
  });

  test('no rule is asked about it, and printed it counts as no contact', async () => {
    // Whoever asked to be left alone may still have a history.
    const accountId = await desk.account(placed);
    await desk.get('law.recordEvent', {
      accountId,
      allDebts: true,
      kind: 'cease_written',
      on: '2026-11-19',
      scope: {},
      detail: {},
      source: 'Letter of the debtor',
    });
    const made = paper<'contact-history'>(history(accountId, { kinds: ['event'] }));
    expect(made.facts.lines).toMatchObject([{ what: expect.stringMatching(/stop|cease/i) }]);
    const kept = keep(made, operation(71));
    expect(kept.ok).toBe(true);
    expect(desk.store.sql('SELECT verdict FROM letters').pluck().all()).toEqual([null]);
    desk.store.sql('UPDATE letters SET printed_at = ?').run(desk.moment().now);
    const [about] = readLawCases(desk.store, [accountId], desk.today());
    expect(about?.contacts).toEqual([]);
  });

  test('all accounts of the debtor, each line under its number', async () => {
    const accountId = await desk.account(placed);
    const other = await accountBeside(desk, accountId, { number: 'Second' });
    await desk.get('notes.add', { accountId: other, text: 'Of the second' });
    const made = paper<'contact-history'>(history(accountId, { scope: 'debtor' }));
    expect(made.facts.lines).toMatchObject([{ account: 'Second', text: 'Of the second' }]);
    expect(made.facts.accounts).toContain('Second');
  });
});
