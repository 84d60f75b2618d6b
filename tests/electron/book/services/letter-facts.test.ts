/** Every section of the facts of a letter, drawn from a real book and held to the cent and the day. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { QueryContext } from '../../../../electron/book/context.ts';
import type { ComposedLetter } from '../../../../electron/book/protocol.ts';
import { compose, keep } from '../../../../electron/book/services/letter-errands.ts';
import { needsOf } from '../../../../electron/book/services/letter-facts.ts';
import { letterTextOf } from '../../../../electron/book/services/letter-text.ts';
import { ensureTemplates } from '../../../../electron/book/services/letters.ts';
import { insertClient } from '../../../../electron/book/store/queries/debtors.ts';
import { ensureTemplate, listCurrentTemplates } from '../../../../electron/book/store/queries/letters.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { LetterPick } from '../../../../shared/contract/letters.ts';
import type { LegalEventKind } from '../../../../shared/domain/law.ts';
import type { LetterNeed } from '../../../../shared/templates/fields.ts';
import { type LetterAbout, plainAbout } from '../../../../shared/templates/letter-about.ts';
import type { LetterFacts } from '../../../../shared/templates/letter-facts.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeTestStore } from '../../../builders/store.ts';

const place = { line1: '18 Mill Road', city: 'Austin', region: 'TX', postalCode: '78701' };
let desk: Desk;
let accountId: number;

function context(): QueryContext {
  const { store } = desk;
  return { ...desk.moment(), store, today: desk.today() };
}

/** A letter that prints nothing but is about what the test says. */
let version = 0;
function templateOf(
  about: Partial<LetterAbout>,
  body = '<p>Words of a letter that says nothing.</p>',
): number {
  version += 1;
  const code = `test-${version}`;
  ensureTemplate(desk.store, {
    code,
    version: 1,
    name: 'Test letter',
    description: '',
    body,
    about: { ...plainAbout, ...about },
    madeAt: 1,
  });
  const found = listCurrentTemplates(desk.store).find((one) => one.code === code);
  if (!found) throw new Error('no template');
  return found.templateId;
}

function letterOf(about: Partial<LetterAbout> = {}, pick: LetterPick | null = null): ComposedLetter {
  const made = compose(context(), { accountId, templateId: templateOf(about), pick });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

const factsOf = (about: Partial<LetterAbout> = {}, pick: LetterPick | null = null): LetterFacts =>
  JSON.parse(letterOf(about, pick).facts) as LetterFacts;

function codeOf(about: Partial<LetterAbout>, pick: LetterPick | null = null): string {
  const made = compose(context(), { accountId, templateId: templateOf(about), pick });
  return made.ok ? 'ok' : made.error.code;
}

function needs(): ReadonlySet<LetterNeed> {
  const found = needsOf(context(), accountId);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

const record = (
  kind: LegalEventKind,
  on: string,
  detail: InputOf<'law.recordEvent'>['detail'] = {},
): Promise<{ eventId: number }> =>
  desk.get('law.recordEvent', {
    accountId,
    allDebts: false,
    kind,
    on,
    scope: { channel: null, phoneId: null, emailId: null, addressId: null, place: null },
    detail,
    source: 'Letter of the debtor',
  });

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account({ ...place, amountCents: 96_000, number: 'TD-1042' });
});

const bearInterest = () =>
  desk.get('ledger.setTerms', {
    accountId,
    fromOn: '2026-11-10',
    method: 'simple',
    rate: '12',
    compounding: null,
    dayCount: 'actual_365',
    capCents: null,
    basisKind: 'contract',
    basis: 'Clause 4',
  });

describe('what is owed', () => {
  test('a plain account: its sum, its parts, its charges, its days', () => {
    const facts = factsOf();
    expect(facts).toMatchObject({
      letter: { date: 'November 20, 2026', is_sample: false },
      pay_by: { in_10_days: 'November 30, 2026', in_30_days: 'December 20, 2026' },
      debtor: { name: 'Mara Okafor', full_name: 'Mara Okafor', state: 'TX' },
      recipient: {
        name: 'Mara Okafor',
        address_lines: ['Mara Okafor', '18 Mill Road', 'Austin TX 78701'],
      },
      account: { number: 'TD-1042', opened_on: 'June 1, 2026', kind_of_debt: 'medical' },
      amount_due: '$960.00',
      amounts: { principal: '$960.00', interest: '$0.00', per_day: '$0.00', total_all: '$960.00' },
      charges_total: '$960.00',
      oldest_due: 'July 1, 2026',
      payoff: { amount: '$960.00', good_through: 'November 30, 2026' },
      not_tied: null,
      is: { consumer: true, business: false, medical: true, first_party: true, collector: false },
    });
    expect(facts.is).toMatchObject({ first_writing: true, interest_runs: false, several_accounts: false });
    const met = needs();
    expect(met.has('charges')).toBe(true);
    const unmet: readonly LetterNeed[] = [
      'plan',
      'offer',
      'payment',
      'dispute',
      'judgment',
      'placement',
      'validation',
    ];
    for (const need of unmet) expect([need, met.has(need)]).toEqual([need, false]);
  });

  test('interest counts up to the day of the letter, a line of its own, and runs on to the payoff', async () => {
    await bearInterest();
    const facts = factsOf();
    // 960.00 at 12 % for the 10 days from 10 to 20 November: 3.156, rounded once.
    expect(facts.amount_due).toBe('$963.16');
    expect(facts.amounts).toMatchObject({ principal: '$960.00', interest: '$3.16', per_day: '$0.32' });
    // Twenty days: 6.312.
    expect(facts.payoff).toEqual({ amount: '$966.31', good_through: 'November 30, 2026' });
    expect(facts.charges.at(-1)).toMatchObject({
      description: 'Interest: accrued up to this day',
      open: '$3.16',
      running: '$963.16',
    });
    expect(facts.not_tied).toBeNull();
    expect(facts.is.interest_runs).toBe(true);
    expect(letterOf().balanceCents).toBe(96_316);
  });

  test('every open account of the debtor, and what they come to together', async () => {
    const other = await accountBeside(desk, accountId, { amountCents: 46_000, number: 'TD-2000' });
    const paid = await accountBeside(desk, accountId, { amountCents: 700, number: 'TD-3000' });
    await desk.pay(paid, 700);
    const facts = factsOf();
    expect(facts.accounts.map(({ number, balance }) => [number, balance])).toEqual([
      ['TD-1042', '$960.00'],
      ['TD-2000', '$460.00'],
    ]);
    expect(facts.amounts.total_all).toBe('$1,420.00');
    expect(facts.is.several_accounts).toBe(true);
    expect(other).toBeGreaterThan(accountId);
  });
});

describe('payments', () => {
  test('the newest payment and what is owed after it; the one somebody picked', async () => {
    await desk.pay(accountId, 12_000, { receivedOn: '2026-11-03', method: 'cheque', reference: '1042' });
    await desk.pay(accountId, 5_000, { receivedOn: '2026-11-18', method: 'cash' });
    const facts = factsOf({ needs: ['payment'] });
    expect(facts.payment).toEqual({
      amount: '$50.00',
      received_on: 'November 18, 2026',
      method: 'cash',
      reference: '',
      balance_after: '$790.00',
    });
    expect(facts.payments.map(({ amount, method }) => [amount, method])).toEqual([
      ['$50.00', 'cash'],
      ['$120.00', 'check'],
    ]);
    expect(facts.amounts).toMatchObject({ last_payment: '$50.00', last_payment_on: 'November 18, 2026' });
    const first = desk.store.sql('SELECT min(id) FROM receipts').pluck().get() as number;
    const picked = factsOf({ needs: ['payment'] }, { receiptId: first });
    expect(picked.payment).toMatchObject({
      amount: '$120.00',
      reference: '1042',
      balance_after: '$840.00',
    });
    expect(codeOf({ needs: ['payment'] }, { receiptId: 999 })).toBe('letter.needs_missing');
  });

  test('one the bank gave back, with its day, its reason and the fee; one taken back as a slip is none', async () => {
    await desk.get('policies.set', {
      clientId: null,
      policy: {
        ...(await desk.get('policies.get', { clientId: null })).policy,
        returnedFeeCents: 2500,
        returnedFeeBasisKind: 'contract',
        returnedFeeBasis: 'Clause 9',
      },
    });
    const slip = await desk.pay(accountId, 1_000, { receivedOn: '2026-11-02' });
    await desk.get('ledger.takeBackPayment', { entryId: slip, reason: 'Entered twice' });
    expect(needs().has('returned_payment')).toBe(false);
    const entryId = await desk.pay(accountId, 12_000, { receivedOn: '2026-11-03', reference: '77' });
    await desk.get('ledger.takeBackPayment', {
      entryId,
      reason: 'Not enough money',
      returned: { on: '2026-11-12', chargeFee: true },
    });
    const facts = factsOf({ needs: ['returned_payment'] });
    expect(facts.returned).toEqual({
      amount: '$120.00',
      paid_on: 'November 3, 2026',
      on: 'November 12, 2026',
      why: 'Not enough money',
      fee: '$25.00',
    });
    expect(facts.amount_due).toBe('$985.00');
    expect(facts.payments).toEqual([]);
  });

  test('paid in full: paid and nothing forgiven, when the letter may go to who owes nothing', async () => {
    await desk.pay(accountId, 12_000, { receivedOn: '2026-11-03' });
    await desk.pay(accountId, 84_000, { receivedOn: '2026-11-18' });
    expect(codeOf({})).toBe('letter.nothing_owed');
    expect(factsOf({ needs: ['paid_in_full'], whenPaid: true }).paid).toEqual({
      on: 'November 18, 2026',
      amount: '$840.00',
      total: '$960.00',
    });
  });

  test('what a write-off took off was not paid', async () => {
    await desk.pay(accountId, 90_000, { receivedOn: '2026-11-03' });
    await desk.get('ledger.adjust', {
      accountId,
      kind: 'write_off',
      amountCents: null,
      effectiveOn: '2026-11-18',
      reason: 'Small rest',
      allowedBy: 'Desk',
    });
    expect(codeOf({ needs: ['paid_in_full'], whenPaid: true })).toBe('letter.needs_missing');
  });
});

describe('plans, offers, settlements', () => {
  const terms = { totalCents: 96_000, count: 12, frequency: 'monthly', firstOn: '2026-12-01' } as const;

  test('a plan that runs, with every instalment and what is left after it', async () => {
    await desk.get('plans.start', { accountId, terms });
    const facts = factsOf({ needs: ['plan'] });
    expect(facts.plan).toEqual({
      total: '$960.00',
      amount: '$80.00',
      count: '12',
      every: 'monthly',
      first_on: 'December 1, 2026',
      last_on: 'November 1, 2027',
      left: '$960.00',
      next_on: 'December 1, 2026',
      next_amount: '$80.00',
      missed_on: '',
      missed_amount: '',
      missed_count: '',
    });
    expect(facts.instalments).toHaveLength(12);
    expect(facts.instalments.map(({ balance }) => balance).at(0)).toBe('$880.00');
    expect(facts.instalments.at(-1)).toMatchObject({ number: '12', balance: '$0.00' });
    expect(facts.is.has_plan).toBe(true);
    expect(codeOf({ needs: ['missed_instalment'] })).toBe('letter.needs_missing');
    // Part of a payment lowers what is next.
    await desk.pay(accountId, 10_000);
    expect(factsOf({ needs: ['plan'] }).plan).toMatchObject({
      left: '$860.00',
      next_on: 'January 1, 2027',
      next_amount: '$60.00',
    });
  });

  test('what was missed of it, while it runs and after it ended by default, and never what came later', async () => {
    const { planId } = await desk.get('plans.start', { accountId, terms });
    desk.pass(50 * dayMs);
    const missed = {
      missed_on: 'December 1, 2026',
      missed_amount: '$160.00',
      missed_count: '2',
    };
    const about = { needs: ['plan', 'missed_instalment'] } as const;
    expect(factsOf(about).plan).toMatchObject(missed);
    await desk.get('plans.default', { planId, reason: 'Two missed' });
    desk.pass(60 * dayMs);
    expect(factsOf(about).plan).toMatchObject({ ...missed, next_on: '' });
  });

  test('a cancelled plan is no plan, and one of another account is refused', async () => {
    const { planId } = await desk.get('plans.start', { accountId, terms });
    await desk.get('plans.cancel', { planId, reason: 'Agreed anew' });
    expect(codeOf({ needs: ['plan'] })).toBe('letter.needs_missing');
    const other = await desk.account({ ...place, debtorName: 'Ann Stone', number: 'X' });
    const theirs = await desk.get('plans.start', {
      accountId: other,
      terms: { ...terms, totalCents: 10_000, count: 2 },
    });
    expect(codeOf({ needs: ['plan'] }, { planId: theirs.planId })).toBe('letter.needs_missing');
  });

  const lump = { totalCents: 72_000, count: 1, frequency: 'monthly', firstOn: '2026-12-15' } as const;
  const settlement = { expiresOn: '2026-12-15', onDefault: 'full_balance_less_paid' } as const;
  const offer = (change: Partial<InputOf<'offers.make'>> = {}): InputOf<'offers.make'> => ({
    accountId,
    kind: 'settlement',
    madeBy: 'office',
    terms: lump,
    settlement,
    ...change,
  });

  test('an open offer against what is owed today; it lapses by its day', async () => {
    await desk.get('offers.make', offer({ madeBy: 'debtor', terms: { ...lump, totalCents: 10_000 } }));
    expect(codeOf({ needs: ['offer'] })).toBe('letter.needs_missing');
    await desk.get('offers.make', offer());
    expect(factsOf({ needs: ['offer'] }).offer).toEqual({
      amount: '$720.00',
      saves: '$240.00',
      percent: '75%',
      due_on: 'December 15, 2026',
      terms: 'in one payment by December 15, 2026',
    });
    desk.pass(26 * dayMs);
    expect(codeOf({ needs: ['offer'] })).toBe('letter.needs_missing');
  });

  test('an offer the debt has fallen below is none', async () => {
    await desk.get('offers.make', offer());
    await desk.pay(accountId, 30_000);
    expect(codeOf({ needs: ['offer'] })).toBe('letter.needs_missing');
  });

  test('a settlement: what is paid, what is forgiven, what a default does', async () => {
    const { offerId } = await desk.get(
      'offers.make',
      offer({ terms: { totalCents: 72_000, count: 3, frequency: 'monthly', firstOn: '2026-12-01' } }),
    );
    await desk.get('offers.accept', { offerId });
    const facts = factsOf({ needs: ['settlement', 'plan'] });
    expect(facts.settlement).toEqual({
      amount: '$720.00',
      forgiven: '$240.00',
      due_on: 'February 1, 2027',
      terms:
        'in 3 payments of $240.00, monthly, the first by December 1, 2026 and the last by February 1, 2027',
      default:
        'If a payment is missed, the settlement can be ended. The full balance of $960.00, less everything paid, is then owed again.',
    });
    expect(facts.instalments).toHaveLength(3);
    desk.pass(1000);
    await desk.pay(accountId, 72_000);
    // Kept: nothing is owed, and it was not paid in full.
    expect(needs().has('paid_in_full')).toBe(false);
    expect(factsOf({ needs: ['settlement'], whenPaid: true }).settlement.forgiven).toBe('$240.00');
  });
});

describe('events and courts', () => {
  test('a dispute of a part, with everything the balance is made of; the whole has no sum', async () => {
    await desk.pay(accountId, 12_000, { receivedOn: '2026-11-03', reference: '1042' });
    const { eventId } = await record('dispute', '2026-11-10', { written: true, disputedCents: 24_000 });
    const facts = factsOf({ needs: ['dispute'], asksForMoney: false });
    expect(facts.dispute).toEqual({
      received_on: 'November 10, 2026',
      what: '$240.00 of it',
      amount: '$240.00',
    });
    expect(facts.disputes.map(({ description, amount }) => [description, amount])).toEqual([
      ['Charge', '$960.00'],
      ['Payment: 1042', '-$120.00'],
    ]);
    expect(facts.is.disputed).toBe(true);
    await record('dispute', '2026-11-15', { written: true });
    expect(factsOf({ needs: ['dispute'] }).dispute).toEqual({
      received_on: 'November 15, 2026',
      what: 'The whole debt',
      amount: '',
    });
    expect(factsOf({ needs: ['dispute'] }, { eventId }).dispute.received_on).toBe('November 10, 2026');
  });

  test('a request to stop, a bankruptcy, a judgment', async () => {
    await record('cease_written', '2026-11-09');
    await record('bankruptcy', '2026-11-02', {
      caseNumber: '26-10442',
      chapter: '13',
      court: 'Western District of Texas',
    });
    await desk.get('ledger.enterJudgment', {
      accountId,
      judgedOn: '2026-09-14',
      court: 'Justice Court 2',
      caseNumber: 'J2-410',
      award: { principalCents: 90_000, interestCents: 0, feesCents: 0, costsCents: 0 },
      interestOn: 'award',
      rate: '0',
      dayCount: 'actual_365',
      startOn: '2026-09-14',
      basis: 'Judgment',
    });
    const facts = factsOf({ needs: ['cease', 'bankruptcy', 'judgment'], asksForMoney: false });
    expect(facts.cease).toEqual({ received_on: 'November 9, 2026' });
    expect(facts.bankruptcy).toEqual({
      case_number: '26-10442',
      chapter: '13',
      court: 'Western District of Texas',
      filed_on: 'November 2, 2026',
    });
    expect(facts.judgment).toEqual({
      court: 'Justice Court 2',
      case_number: 'J2-410',
      entered_on: 'September 14, 2026',
      amount: '$900.00',
    });
    expect(facts.is.judgment).toBe(true);
    expect(facts.amount_due).toBe('$900.00');
  });

  test('a letter to the lawyer goes to the lawyer; without an address the post can read it is refused', async () => {
    await record('attorney', '2026-11-05', { name: 'Lena Voss', firm: 'Voss & Hale' });
    const about = { to: 'attorney', needs: ['attorney'] } as const;
    expect(codeOf(about)).toBe('letter.no_attorney_address');
    desk.pass(1000);
    await record('attorney', '2026-11-06', {
      name: 'Lena Voss',
      firm: 'Voss & Hale',
      address: '12 Court Street, Suite 3, Austin, TX 78701',
    });
    const letter = letterOf(about);
    const facts = JSON.parse(letter.facts) as LetterFacts;
    expect(facts.recipient).toEqual({
      name: 'Lena Voss',
      greeting: 'Lena Voss',
      address_lines: ['Lena Voss', 'Voss & Hale', '12 Court Street, Suite 3', 'Austin TX 78701'],
    });
    expect(facts.debtor.address_lines[0]).toBe('Mara Okafor');
    expect(letter.addressId).toBeNull();
    expect(letter.html).toContain('<span>Voss &amp; Hale</span>');
    expect(letter.html).not.toContain('<span>Mara Okafor</span>');
  });

  test('a letter to the estate goes to who acts for it, else to the last address', async () => {
    await record('deceased', '2026-10-25', { diedOn: '2026-10-20' });
    const about = { to: 'representative', needs: ['estate'] } as const;
    expect(factsOf(about).recipient.address_lines).toEqual([
      'Personal representative, Estate of Mara Okafor',
      '18 Mill Road',
      'Austin TX 78701',
    ]);
    await record('deceased', '2026-10-26', {
      diedOn: '2026-10-20',
      name: 'Ifeoma Okafor',
      address: '9 Elm Street, Dallas TX 75201',
    });
    const facts = factsOf(about);
    expect(facts.recipient.address_lines).toEqual([
      'Ifeoma Okafor',
      'Estate of Mara Okafor',
      '9 Elm Street',
      'Dallas TX 75201',
    ]);
    expect(facts.estate).toEqual({ died_on: 'October 20, 2026', representative: 'Ifeoma Okafor' });
  });
});

describe('a client', () => {
  test('what it placed in the month, as it was owed on the day, and where its letter goes', async () => {
    desk = makeDesk(makeTestStore(), undefined, thirdParty);
    const clientId = insertClient(desk.store, {
      name: 'Tidewater Dental',
      isOffice: false,
      importId: null,
      createdAt: 1,
    });
    accountId = await desk.account({ ...place, clientId, amountCents: 96_000, number: 'A' });
    const second = await desk.account({
      ...place,
      debtorName: 'Ann Stone',
      clientId,
      amountCents: 5_000,
      number: 'B',
    });
    const placed = desk.store.sql('UPDATE accounts SET placed_on = ? WHERE id = ?');
    placed.run('2026-11-03', accountId);
    placed.run('2026-11-18', second);
    await desk.pay(second, 1_000, { receivedOn: '2026-11-19' });
    const about = { to: 'client', stage: 'client', needs: ['placement'], asksForMoney: false } as const;
    expect(codeOf(about)).toBe('letter.no_client_address');
    expect(await desk.get('letters.clientContact', { accountId })).toEqual({
      clientId,
      clientName: 'Tidewater Dental',
      contact: null,
    });
    const contact = {
      attention: 'Kim Ode',
      line1: '1 Bay Road',
      line2: '',
      city: 'Austin',
      region: 'TX',
      postalCode: '78701',
      country: '',
    };
    const enter = (change: Partial<typeof contact>) =>
      desk.codeOf('letters.setClientContact', { clientId, contact: { ...contact, ...change } });
    expect(await enter({ region: 'ZZ' })).toBe('letter.address_bad');
    expect(await enter({ line1: '9 Old Road' })).toBe('ok');
    expect(await enter({})).toBe('ok');
    expect((await desk.get('letters.clientContact', { accountId })).contact).toEqual(contact);
    const facts = factsOf(about);
    expect(facts.recipient).toEqual({
      name: 'Tidewater Dental',
      greeting: 'Kim Ode',
      address_lines: ['Tidewater Dental', 'Kim Ode', '1 Bay Road', 'Austin TX 78701'],
    });
    expect(facts.placement).toEqual({
      count: '2',
      total: '$1,010.00',
      from: 'November 1, 2026',
      to: 'November 20, 2026',
    });
    expect(facts.placed.map(({ number, debtor, amount }) => [number, debtor, amount])).toEqual([
      ['A', 'Mara Okafor', '$960.00'],
      ['B', 'Ann Stone', '$50.00'],
    ]);
  });
});

describe('the validation notice', () => {
  beforeEach(async () => {
    desk = makeDesk(makeTestStore(), undefined, thirdParty);
    accountId = await desk.account({ ...place, amountCents: 96_000, number: 'TD-1042' });
    await desk.get('letters.setLetterhead', {
      line1: '1 Harbor Lane',
      line2: '',
      city: 'Austin',
      region: 'TX',
      postalCode: '78701',
      phone: '(512) 555-0100',
      email: '',
      hours: '',
      howToPay: '',
      disputeAddress: 'PO Box 7\nAustin TX 78701',
    });
  });
  const about = { stage: 'first_notice', needs: ['validation'], roles: ['third_party_collector'] } as const;
  const fact = (name: InputOf<'law.setDebtFact'>['name'], value: string) =>
    desk.get('law.setDebtFact', { accountId, name, value, source: 'Client’s file' });

  test('is refused until the itemization is chosen; then its figures add up to what is owed', async () => {
    expect(codeOf(about)).toBe('letter.needs_missing');
    await fact('itemization_kind', 'transaction');
    await fact('itemization_on', '2026-06-01');
    await fact('consumer_financial', 'no');
    await bearInterest();
    await desk.pay(accountId, 12_000, { receivedOn: '2026-11-15' });
    const letter = letterOf(about);
    const facts = JSON.parse(letter.facts) as LetterFacts;
    // 960.00 for 5 days and 840.00 for 5 days at 12 %: 1.578 posted with the payment, 1.381 since.
    expect(facts.validation).toMatchObject({
      itemization_on: 'June 1, 2026',
      owed_then: '$960.00',
      interest: '$2.96',
      fees: '$0.00',
      paid: '$120.00',
      owed_now: '$842.96',
      number_then: 'TD-1042',
      end_on: 'December 30, 2026',
    });
    expect(facts.amount_due).toBe('$842.96');
    expect(facts.sender.dispute_address).toBe('PO Box 7, Austin TX 78701');
    expect(facts.form.en.information.find(({ id }) => id === 'owedNow')).toMatchObject({ amount: '$842.96' });
    expect(letter.findings.filter(({ code }) => code.startsWith('VALIDATION'))).toEqual([]);
  });

  test('says what the notice lacks, and is not kept', async () => {
    await fact('itemization_kind', 'transaction');
    await fact('itemization_on', '2026-06-01');
    const letter = letterOf(about);
    expect(letter.findings).toContainEqual(
      expect.objectContaining({ code: 'VALIDATION_FIELD_MISSING', severity: 'stop' }),
    );
    const kept = keep(
      { ...context(), operationId: 'x', changed: () => undefined },
      { letter, pdf: new Uint8Array([1]), pages: 1, decision: null },
    );
    expect(kept).toMatchObject({ error: { code: 'letter.wording_stops' } });
  });

  test('a letter within the period that runs names its end, not one of its own', async () => {
    await record('validation_notice', '2026-11-02', { sentOn: '2026-11-02' });
    const facts = factsOf({ stage: 'reminder' });
    expect(facts.is.in_validation).toBe(true);
    expect(facts.is.first_writing).toBe(false);
    expect(facts.validation.end_on).toBe('December 9, 2026');
    expect(facts.validation.owed_now).toBe('');
  });
});

describe('who may send which letter', () => {
  test('a letter for another office, debtor or state is refused in words', () => {
    for (const [about, why] of [
      [{ roles: ['law_office'] }, 'another kind of office'],
      [{ debtor: 'business' }, 'this debtor is a person'],
      [{ states: ['CA'] }, 'the debtor is in TX'],
    ] as const) {
      const made = compose(context(), { accountId, templateId: templateOf(about) });
      expect(made).toMatchObject({ ok: false, error: { code: 'letter.does_not_fit' } });
      if (!made.ok) expect(made.error.params.why).toContain(why);
    }
    expect(codeOf({ roles: ['first_party_creditor'], debtor: 'consumer', states: ['TX', 'OK'] })).toBe('ok');
  });

  test('every shipped letter is made where its needs are met, and refused where they are not', () => {
    ensureTemplates(desk.store, 1);
    const codes = listCurrentTemplates(desk.store).map(({ code, templateId }) => {
      const made = compose(context(), { accountId, templateId });
      return [code, made.ok ? letterTextOf(made.value.html).length > 200 : made.error.code] as const;
    });
    for (const [, result] of codes)
      expect([true, 'letter.needs_missing', 'letter.does_not_fit']).toContain(result);
    expect(codes.filter(([, result]) => result === true).length).toBeGreaterThan(5);
  });

  test('keep refuses what an address, a payment or midnight has overtaken, with what was picked', async () => {
    await desk.pay(accountId, 12_000, { receivedOn: '2026-11-03' });
    const receiptId = desk.store.sql('SELECT max(id) FROM receipts').pluck().get() as number;
    const letter = letterOf({ needs: ['payment'], asksForMoney: false }, { receiptId });
    const tryKeep = () =>
      keep(
        { ...context(), operationId: 'x', changed: () => undefined },
        { letter: { ...letter, findings: [] }, pdf: new Uint8Array([1]), pages: 1, decision: null },
      );
    await desk.pay(accountId, 100);
    expect(tryKeep()).toMatchObject({ error: { code: 'letter.preview_expired' } });
    const again = letterOf({ needs: ['payment'], asksForMoney: false }, { receiptId });
    expect((JSON.parse(again.facts) as LetterFacts).payment.amount).toBe('$120.00');
    expect(again.pick).toEqual({ receiptId });
  });
});

describe('the check of the wording is given', () => {
  const check = (of: number) => {
    ensureTemplates(desk.store, 1);
    const templateId = listCurrentTemplates(desk.store).find(
      ({ code }) => code === 'past-due-notice',
    )?.templateId;
    const made = compose(context(), { accountId: of, templateId: templateId ?? 0, pick: null });
    if (!made.ok) throw new Error(made.error.code);
    const stops = made.value.findings.flatMap((one) =>
      one.severity === 'stop' ? [one.textId ?? one.code] : [],
    );
    return { stops, text: letterTextOf(made.value.html) };
  };

  test('what was typed of a charge, which stops nothing', async () => {
    const memo = 'Urgent care $45.00 by 3/4/2026';
    await desk.get('ledger.addCharge', {
      accountId,
      kind: 'charge',
      amountCents: 1_000,
      effectiveOn: '2026-11-02',
      dueOn: '2026-11-12',
      reference: '',
      basis: '',
      memo,
    });
    const { stops, text } = check(accountId);
    expect(text).toContain(`\t${memo}\t`);
    expect(stops).toEqual([]);
  });

  test('the wording counsel approved', async () => {
    desk = makeDesk(makeTestStore(), undefined, thirdParty);
    const inColorado = { line1: '12 Oak Street', city: 'Denver', region: 'CO', postalCode: '80202' };
    const other = await desk.account({ ...inColorado, debtType: 'loan', debtorName: 'Rosa Delgado' });
    expect(check(other).stops).toContain('co.first-letter');
    const text = 'Colorado asks us to tell you where to read about the Fair Debt Collection Practices Act.';
    await desk.get('wording.approve', { textId: 'co.first-letter', text, approvedBy: 'Lena Voss, counsel' });
    expect(check(other).stops).not.toContain('co.first-letter');
  });
});
