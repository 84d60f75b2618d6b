/** Papers of figures as pages: what they say adds up, what people typed stays text, and the page rules are there. */
import { describe, expect, test } from 'vitest';
import { formatDollars, parseMoney } from '../../../../shared/domain/money.ts';
import { composePage } from '../../../../shared/templates/papers/compose-paper.ts';
import { explanationSentences } from '../../../../shared/templates/papers/explanation-words.ts';
import { exactDollars } from '../../../../shared/templates/papers/figure-words.ts';
import { cssString, html } from '../../../../shared/templates/papers/markup.ts';
import type {
  AgreementFacts,
  PaperFacts,
  ReceiptFacts,
} from '../../../../shared/templates/papers/paper-facts.ts';
import type { PaperParties } from '../../../../shared/templates/papers/paper-sheet.ts';
import { statementFigures } from '../../../../shared/templates/papers/statement-figures.ts';
import {
  charge,
  explanationOf,
  makeLedger,
  makeParties,
  makePlan,
  payment,
} from '../../../builders/paper-facts.ts';

const ledger = makeLedger();
const explanation = explanationOf(ledger, '2026-03-31');

function receipt(parties: PaperParties): ReceiptFacts {
  const relief = explanation.lines.find((line) => line.line === 'relief');
  if (relief?.line !== 'relief') throw new Error('no payment');
  return {
    paper: 'receipt',
    parties,
    receiptId: 12,
    amountCents: 20_000,
    receivedOn: '2026-01-16',
    effectiveOn: '2026-01-15',
    method: 'cheque',
    reference: '1003',
    shares: [
      {
        number: '1042',
        clientName: parties.account.clientName,
        amountCents: 20_000,
        applications: relief.applications,
        unappliedCents: relief.unappliedCents,
        balanceCents: explanation.totalCents,
      },
    ],
  };
}

function agreement(parties: PaperParties, change: Partial<AgreementFacts> = {}): AgreementFacts {
  return {
    paper: 'agreement',
    parties,
    plan: makePlan(),
    accounts: [{ number: '1042', creditor: parties.account.clientName, agreedCents: 120_000 }],
    graceDays: 3,
    interestRate: null,
    ...change,
  };
}

function everyPaper(parties = makeParties()): readonly PaperFacts[] {
  const figures = statementFigures(explanationOf(ledger, '2025-12-31'), explanation, '2026-01-01');
  if (!figures.ok) throw new Error(figures.error.code);
  return [
    receipt(parties),
    { paper: 'statement', parties, figures: figures.value },
    { paper: 'payoff', parties, explanation },
    { paper: 'explanation', parties, explanation },
    { paper: 'coupons', parties, kind: 'plan', accounts: ['1042'], instalments: makePlan().instalments },
    agreement(parties),
  ];
}

const byName = (papers: readonly PaperFacts[]) => papers.map((facts) => [facts.paper, facts] as const);

/** The sums in the cells of one table, row by row; `null` for an empty cell. */
function tableOf(page: string, heading: string): (number | null)[][] {
  const table = page.slice(page.indexOf(heading)).match(/<table[\s\S]*?<\/table>/)?.[0] ?? '';
  return [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)]
    .map(([, row = '']) =>
      [...row.matchAll(/<td class="sum"[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => {
        const sum = parseMoney(cell.replace('-$', '-'));
        return sum.ok ? sum.value : null;
      }),
    )
    .filter((row) => row.length > 0);
}

const total = (cents: readonly (number | null | undefined)[]) =>
  cents.reduce<number>((sum, value) => sum + (value ?? 0), 0);

describe.each(byName(everyPaper()))('%s', (_name, facts) => {
  const page = composePage(facts);

  test('is a whole document that asks for nothing outside itself', () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).not.toMatch(/<script|https?:|src=|href=|url\(|@import/i);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });

  test('is US Letter with page numbers, a running header from page two on, repeated table heads', () => {
    expect(page).toContain('size: 8.5in 11in');
    expect(page).toContain("'Page ' counter(page) ' of ' counter(pages)");
    expect(page).toMatch(/@top-left \{\s+content: '[^']*account 1042, Rosa Delgado'/);
    expect(page).toMatch(/@page :first \{[^}]*@top-left \{ content: none; \} \}/);
    if (page.includes('<thead>')) expect(page).toContain('.figures thead { display: table-header-group; }');
  });
});

test.each(byName(everyPaper()))('%s: nothing a person typed becomes markup or style', (_name, facts) => {
  const nasty = `</style><script>alert(1)</script>"'&\u202eevil\u0000 {{ 7*7 }}`;
  const parties = makeParties({
    debtor: { kind: 'consumer', name: nasty, addressLines: [nasty] },
    account: { number: nasty, clientName: nasty, originalCreditor: `${nasty} two` },
    sender: { ...makeParties().sender, name: nasty, howToPay: nasty },
  });
  const entries = [
    charge(1, '2026-01-02', 5000, { reference: nasty, memo: `${nasty}!`, basis: nasty }),
    payment(2, '2026-02-02', 100, { reference: nasty, memo: nasty }),
  ];
  const made = explanationOf(makeLedger({ entries }), '2026-03-31', {
    takenBack: [{ entryId: 9, kind: 'payment', on: '2026-02-03', cents: -1, reason: nasty }],
  });
  const figures = statementFigures(explanationOf(makeLedger({ entries }), '2025-12-31'), made, '2026-01-01');
  if (!figures.ok) throw new Error(figures.error.code);
  const typed: Record<PaperFacts['paper'], PaperFacts> = {
    receipt: { ...receipt(parties), reference: nasty },
    statement: { paper: 'statement', parties, figures: figures.value },
    payoff: { paper: 'payoff', parties, explanation: made },
    explanation: { paper: 'explanation', parties, explanation: made },
    coupons: {
      paper: 'coupons',
      parties,
      kind: 'plan',
      accounts: [nasty],
      instalments: makePlan().instalments,
    },
    agreement: agreement(parties),
    'contact-history': {
      paper: 'contact-history',
      parties,
      scope: 'debtor',
      accounts: [nasty],
      fromOn: '2026-01-01',
      toOn: '2026-12-31',
      kinds: ['Notes'],
      zone: 'America/Chicago',
      lines: [
        {
          day: '2026-02-01',
          time: '4:05 PM',
          author: nasty,
          account: nasty,
          what: nasty,
          details: [nasty],
          verdict: nasty,
          text: nasty,
        },
      ],
    },
  };
  const page = composePage(typed[facts.paper]);
  for (const lost of ['<script', '\u202e', '\u0000']) expect(page).not.toContain(lost);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(page).toContain(
    '&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp; evil  &#123;&#123; 7*7 }}',
  );
});

describe('the address', () => {
  const mailed = everyPaper().filter(({ paper }) => paper !== 'coupons');
  test.each(byName(mailed))('%s shows it in the window', (_name, facts) => {
    expect(composePage(facts)).toMatch(/<address class="to"><span>Rosa Delgado<\/span>/);
  });
  const parties = makeParties({ debtor: { kind: 'consumer', name: 'Rosa Delgado', addressLines: [] } });
  test.each(byName(everyPaper(parties)))('%s does without one', (_name, facts) => {
    const page = composePage(facts);
    expect(page).not.toContain('<address');
    expect(page).not.toContain('class="fold"');
    expect(page).toContain('Rosa Delgado');
  });
});

describe('what adds up', () => {
  const [, statement, payoff, explained] = everyPaper();

  test('a receipt’s lines are the sum received, a credit that is kept among them', () => {
    const facts = receipt(makeParties());
    const rows = tableOf(composePage(facts), 'applied as follows').map(([sum]) => sum);
    expect(rows.pop()).toBe(20_000);
    expect(total(rows)).toBe(20_000);

    const over = explanationOf(
      makeLedger({ entries: [charge(1, '2026-01-02', 300), payment(2, '2026-01-02', 500)], terms: [] }),
      '2026-03-31',
    );
    const relief = over.lines.find((line) => line.line === 'relief');
    if (relief?.line !== 'relief') throw new Error('no payment');
    const { applications, unappliedCents } = relief;
    const share = {
      number: '1',
      clientName: 'A',
      amountCents: 500,
      applications,
      unappliedCents,
      balanceCents: -200,
    };
    const page = composePage({ ...facts, amountCents: 500, shares: [share] });
    expect(tableOf(page, 'applied as follows')).toEqual([[300], [200], [500]]);
    expect(page).toContain('Kept as credit for later charges');
  });

  test('a statement’s columns lead from the opening to the closing balance', () => {
    if (!statement) throw new Error('no statement');
    const rows = tableOf(composePage(statement), 'Every line of the period');
    const opening = rows.shift()?.[2];
    const [charged, credited, closing] = rows.pop() ?? [];
    expect(total(rows.map(([up]) => up))).toBe(charged);
    expect(total(rows.map(([, down]) => down))).toBe(credited);
    expect((opening ?? 0) + (charged ?? 0) - (credited ?? 0)).toBe(closing);
    expect(closing).toBe(explanation.totalCents);
    const summary = tableOf(composePage(statement), '</table>').map(([sum]) => sum);
    expect(summary.pop()).toBe(closing);
    expect(total(summary)).toBe(closing);
  });

  test('a payoff is its parts, and a day more is the per diem', () => {
    if (!payoff) throw new Error('no payoff');
    const page = composePage(payoff);
    const rows = tableOf(page, 'It is made up of').map(([sum]) => sum);
    expect(rows.pop()).toBe(explanation.totalCents);
    expect(total(rows)).toBe(explanation.totalCents);
    // $901.55 at 8 % over 365 days: 19.76 cents a day.
    expect(page).toContain('$0.20 for each day');
    expect(page).toContain('$0.1976)');
  });

  test('an explanation’s lines and parts are the balance; stretches are the posting they belong to', () => {
    if (!explained) throw new Error('no explanation');
    const page = composePage(explained);
    const lines = tableOf(page, 'How it came about');
    expect(lines.pop()).toEqual([explanation.totalCents]);
    expect(total(lines.map(([cents]) => cents))).toBe(explanation.totalCents);
    const parts = tableOf(page, 'What the balance is made of').map(([sum]) => sum);
    expect(parts.pop()).toBe(total(parts));
    // Two stretches in the interest of February 20: $3.06 and $3.93 of $6.99.
    expect(page).toContain('= $3.0594783561, here $3.06');
    expect(page).toContain('= $3.9335101369, here $3.93');
    expect(page).toContain('Together $6.9929884931, rounded to $6.99');
    expect(page).toContain('Rests on contract clause, Agreement section 9');
    expect(page).toContain('$158.89 to Charge: INV-1 due Nov 1, 2025 (principal $158.89)');
  });

  test('coupons come to what is unpaid, one for each instalment that is not', () => {
    const { instalments } = makePlan();
    const page = composePage({
      paper: 'coupons',
      parties: makeParties(),
      kind: 'plan',
      accounts: ['1042', '1043', '1044', '1045'],
      instalments,
    });
    const amounts = [...page.matchAll(/<dt>Amount due<\/dt><dd class="big">\$([\d,.]+)/g)].map(
      ([, sum = '']) => parseMoney(sum),
    );
    expect(amounts).toHaveLength(11);
    expect(total(amounts.map((sum) => (sum.ok ? sum.value : null)))).toBe(106_000);
    expect(page).toContain('11 payments, <strong>$1,060.00</strong>');
    expect(page).toContain('Payment 2 of 12: February 28, 2026');
    expect(page).toContain('<bdi>1042</bdi> and 3 more');
    expect(page).toContain('210 Harbor Lane, Suite 4');
  });

  test('an agreement’s instalments are what is paid in all, and what is left ends at nothing', () => {
    const rows = tableOf(composePage(agreement(makeParties())), 'What is paid and when');
    const last = rows.pop();
    expect(last?.slice(0, 2)).toEqual([120_000, 14_000]);
    expect(total(rows.map(([amount]) => amount))).toBe(120_000);
    expect(rows.at(-1)?.[2]).toBe(0);
  });
});

describe('what an agreement must write down', () => {
  const settlement = {
    agreedBalanceCents: 120_000,
    forgivenCents: 60_000,
    expiresOn: '2026-04-10',
    onDefault: 'full_balance_less_paid' as const,
    allowedBy: 'Dana Whitfield',
  };
  const instalments = [
    { number: 1, dueOn: '2026-04-30', amountCents: 60_000, paidCents: 0, state: 'upcoming' as const },
  ];
  const plan = makePlan({ kind: 'settlement', totalCents: 60_000, settlement, instalments });

  test('a settlement: what is forgiven, until when it stands open, what a default does', () => {
    const page = composePage(agreement(makeParties(), { plan }));
    expect(page).toContain('Settlement agreement');
    expect(page).toContain('$600.00 is forgiven');
    expect(page).toContain('accepted until April 10, 2026');
    expect(page).toContain('full balance of $1,200.00, less everything paid');
    const stands = { ...settlement, onDefault: 'settlement_stands' as const };
    const other = composePage(agreement(makeParties(), { plan: { ...plan, settlement: stands } }));
    expect(other).toContain('what is unpaid of the $600.00 stays owed, and nothing beyond it');
  });

  test('a plan: days of grace, interest, nothing forgiven', () => {
    const page = composePage(agreement(makeParties(), { interestRate: '7.25' }));
    expect(page).toContain('not arrived 3 days after its due day');
    expect(page).toContain('Nothing is forgiven by this plan.');
    expect(page).toContain('7.25 % a year');
    const strict = composePage(agreement(makeParties(), { graceDays: 0 }));
    expect(strict).toContain('not arrived on its due day');
    expect(strict).toContain('No interest is reckoned into these payments');
  });

  test('changed terms: what was paid under the earlier ones', () => {
    const changed = makePlan({ version: 2, totalCents: 150_000 });
    const page = composePage(agreement(makeParties(), { plan: changed }));
    expect(page).toContain('To pay, version 2');
    expect(page).toContain('$300.00 was paid before under earlier terms');
    expect(composePage(agreement(makeParties()))).not.toContain('under earlier terms');
  });

  test('both: credit reporting, time to sue, signatures; nothing about taxes', () => {
    for (const facts of [agreement(makeParties()), agreement(makeParties(), { plan })]) {
      const page = composePage(facts);
      for (const words of ['Credit reporting', 'start that time again', 'Rosa Delgado</bdi>, signature'])
        expect(page).toContain(words);
      expect(page).not.toMatch(/1099|tax/i);
    }
  });
});

test('an account without interest, or with nothing owed, is told so', () => {
  const parties = makeParties();
  const bare = makeLedger({ terms: [], entries: [charge(1, '2026-01-02', 100)] });
  const quote = composePage({ paper: 'payoff', parties, explanation: explanationOf(bare, '2026-04-01') });
  expect(quote).toContain('No interest accrues on this account at present');
  const paid = makeLedger({
    terms: [],
    entries: [charge(1, '2026-01-02', 100), payment(2, '2026-01-03', 150)],
  });
  const page = composePage({ paper: 'payoff', parties, explanation: explanationOf(paid, '2026-04-01') });
  expect(page).toContain('Nothing is owed on this account');
  expect(page).not.toContain('How to pay');
  expect(tableOf(page, 'How that comes about')).toEqual([[-50], [-50]]);
});

test('the sample office is named as such on every paper', () => {
  for (const facts of everyPaper(makeParties({ sample: true })))
    expect(composePage(facts)).toContain('Sample office: invented people');
});

test('the sentences tell every line and end at the balance', () => {
  const sentences = explanationSentences(explanation);
  expect(sentences).toHaveLength(explanation.lines.length + 1);
  for (const [index, line] of explanation.lines.entries())
    expect(sentences[index]).toContain(`The balance was then ${formatDollars(line.balanceCents)}.`);
  expect(sentences[0]).toBe(
    'On November 1, 2025 $980.00 was added (Charge: INV-1, Crown, upper left). The balance was then $980.00.',
  );
  expect(sentences[2]).toContain('75 days on $980.00 at 8\u00a0% a year, simple, actual/365: $16.109589041.');
  expect(sentences.at(-1)).toBe(
    'So on March 31, 2026 the balance is $909.26: Principal $901.55, Interest accrued to Mar 31, 2026 $7.71. Each day from then on adds $0.20 of interest.',
  );
});

test('exact cents become exact dollars', () => {
  expect(exactDollars('558.46575342')).toBe('$5.5846575342');
  expect(exactDollars('0.50000000')).toBe('$0.005');
  expect(exactDollars('123456789.00000000')).toBe('$1,234,567.89');
});

test('markup escapes what is put into it, and only once', () => {
  const inner = html`<b>${'<&>'}</b>`;
  expect(html`<p>${inner}${[inner, inner]}${7}</p>`.markup).toBe(
    '<p><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>7</p>',
  );
});

test('a CSS string cannot be ended by what stands in it', () => {
  expect(cssString(`a'b"</style>\\\n`)).toBe(`'a\\27 b\\22 \\3c \\2f style\\3e \\5c  '`);
});
