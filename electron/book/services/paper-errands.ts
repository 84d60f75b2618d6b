/**
 * Making a paper of figures: the ledger and the plan answer, and a page builder lays the answers out. What is kept is held
 * against the book once more (`letter-errands.ts`), like a letter. Unlike a letter a paper needs no open balance, no open
 * account and no address: a receipt for the last payment of a closed account is handed over the desk.
 */
import type { Explanation, ExplanationLine } from '../../../shared/contract/ledger.ts';
import type { PaperAsked } from '../../../shared/contract/papers.ts';
import type { PlanFacts } from '../../../shared/contract/plans.ts';
import { addDays, type Day } from '../../../shared/domain/days.ts';
import { totalOf } from '../../../shared/domain/ledger.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { letterFileName } from '../../../shared/templates/letter-file-name.ts';
import { composePage } from '../../../shared/templates/papers/compose-paper.ts';
import { shippedPapers } from '../../../shared/templates/papers/library.ts';
import type { PaperFacts, ReceiptFacts } from '../../../shared/templates/papers/paper-facts.ts';
import type { PaperParties } from '../../../shared/templates/papers/paper-sheet.ts';
import { statementFigures } from '../../../shared/templates/papers/statement-figures.ts';
import { planStateWords } from '../../../shared/text/labels.ts';
import type { QueryContext } from '../context.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { type EntryRow, findEntry, findReversalOf, listEntriesOfReceipt } from '../store/queries/entries.ts';
import { findPaperTemplate } from '../store/queries/letters.ts';
import { findPlan, listPlanAccounts, type PlanRow } from '../store/queries/plans.ts';
import { findReceipt } from '../store/queries/receipts.ts';
import type { Store } from '../store/store.ts';
import { gatherContactHistory } from './contact-history.ts';
import { explainAccount } from './explain-ledger.ts';
import { findLetterAddress, readAddressLines, readParties } from './letter-parties.ts';
import { findSheetFor } from './letterhead.ts';
import { planFactsOf } from './plan-facts.ts';

type GatheredPaper = {
  readonly facts: PaperFacts;
  /** The account it is kept with. */
  readonly accountId: number;
  /** What the copy is listed with: the balance the paper ends at, else today's. */
  readonly balanceCents: number;
};

type Wanted<P extends PaperAsked['paper']> = Extract<PaperAsked, { paper: P }>;

/**
 * Returns `account.not_found`, `paper.not_found`, `paper.taken_back`, `paper.days_backwards`, `paper.day_ahead`,
 * `paper.day_past`, `paper.not_reconciling`, `paper.nothing_to_pay`, `paper.plan_over`, `paper.history_empty` or
 * `paper.history_too_long`.
 */
export function gatherPaper(context: QueryContext, asked: PaperAsked): Result<GatheredPaper> {
  switch (asked.paper) {
    case 'receipt':
      return gatherReceipt(context, asked);
    case 'statement':
      return gatherStatement(context, asked);
    case 'payoff':
      return gatherPayoff(context, asked);
    case 'explanation':
      return gatherExplanation(context, asked);
    case 'coupons':
    case 'agreement':
      return gatherPlanPaper(context, asked);
    case 'contact-history':
      return gatherHistory(context, asked);
  }
}

/** The page of a paper, not kept yet. Errors are those of `gatherPaper`. */
export const composePaper: ErrandHandlers['papers.compose'] = (around, asked) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const gathered = gatherPaper(context, asked);
  if (!gathered.ok) return gathered;
  const { facts, accountId, balanceCents } = gathered.value;
  const template = findPaperTemplate(context.store, shippedPapers[asked.paper].code);
  if (!template) return fail('letter.template_not_found');
  const { debtor, account } = facts.parties;
  const sheet = findSheetFor(context, accountId);
  return ok({
    letter: {
      accountId,
      templateId: template.templateId,
      balanceCents,
      facts: JSON.stringify(facts),
      html: composePage(facts, sheet),
      fileName: letterFileName(debtor.name, template.name, context.today),
      paper: asked,
      findings: [],
      addressId: addressIdOf(context, accountId),
      sheet: sheet.setup,
      about: null,
      pick: null,
    },
    debtorName: debtor.name,
    accountNumber: account.number,
    withoutAddress: asked.paper !== 'contact-history' && debtor.addressLines.length === 0,
  });
};

function addressIdOf({ store }: QueryContext, accountId: number): number | null {
  const parties = readParties(store, accountId);
  return parties ? (findLetterAddress(store, parties.debtor)?.addressId ?? null) : null;
}

function partiesOf({ store, today }: QueryContext, accountId: number): PaperParties | null {
  const parties = readParties(store, accountId);
  if (!parties) return null;
  const { debtor, account, sender, sample } = parties;
  const lines = readAddressLines(store, debtor);
  // An address that does not fit the window is left out like one that is missing.
  const addressLines = lines.ok && lines.value !== null ? lines.value : [];
  return { today, sample, sender, account, debtor: { kind: debtor.kind, name: debtor.name, addressLines } };
}

type Received = Pick<
  ReceiptFacts,
  'receiptId' | 'amountCents' | 'receivedOn' | 'effectiveOn' | 'method' | 'reference'
> & {
  /** Of the payment, whether they still stand or not. */
  readonly entries: readonly { readonly entry: EntryRow; readonly reversed: boolean }[];
};

/** `null` when there is no such receipt or payment. */
function readReceived(store: Store, asked: Wanted<'receipt'>): Received | null {
  const entry = asked.entryId === undefined ? null : findEntry(store, asked.entryId);
  const receiptId = asked.receiptId ?? entry?.receiptId ?? null;
  if (receiptId !== null) {
    const receipt = findReceipt(store, receiptId);
    if (!receipt) return null;
    const { amountCents, receivedOn, effectiveOn, method, reference } = receipt;
    const entries = listEntriesOfReceipt(store, receiptId)
      .filter(({ kind }) => isPayment(kind))
      .map(({ reversed, ...row }) => ({ entry: row, reversed }));
    return { receiptId, amountCents, receivedOn, effectiveOn, method, reference, entries };
  }
  if (!entry || !isPayment(entry.kind)) return null;
  return {
    receiptId,
    amountCents: -totalOf(entry),
    receivedOn: entry.receivedOn ?? entry.effectiveOn,
    effectiveOn: entry.effectiveOn,
    method: entry.method ?? 'other',
    reference: entry.reference,
    entries: [{ entry, reversed: findReversalOf(store, entry.entryId) !== null }],
  };
}

function isPayment(kind: EntryRow['kind']): boolean {
  return kind === 'payment' || kind === 'recovery';
}

function gatherReceipt(context: QueryContext, asked: Wanted<'receipt'>): Result<GatheredPaper> {
  const { store, today } = context;
  const received = readReceived(store, asked);
  if (!received) return fail('paper.not_found');
  const { entries: all, ...payment } = received;
  const entries = all.filter(({ reversed }) => !reversed).map(({ entry }) => entry);
  const first = entries[0];
  if (!first) return fail('paper.taken_back');
  const parties = partiesOf(context, first.accountId);
  if (!parties) return fail('paper.not_found');
  const shares: ReceiptFacts['shares'][number][] = [];
  let leftCents = payment.amountCents;
  for (const entry of entries) {
    const explanation = explainAccount(store, entry.accountId, today, null);
    const relief = explanation?.lines.find(isReliefOf(entry.entryId));
    const account = readParties(store, entry.accountId)?.account;
    if (!explanation || !relief || !account) return fail('paper.not_found');
    const amountCents = -totalOf(entry);
    leftCents -= amountCents;
    shares.push({
      number: account.number,
      clientName: account.clientName,
      amountCents,
      applications: relief.applications,
      unappliedCents: relief.unappliedCents,
      balanceCents: explanation.totalCents,
    });
  }
  const takenBack: { number: string; amountCents: number }[] = [];
  for (const [accountId, amountCents] of takenBackOf(all)) {
    const account = readParties(store, accountId)?.account;
    if (!account) return fail('paper.not_found');
    leftCents -= amountCents;
    takenBack.push({ number: account.number, amountCents });
  }
  if (leftCents !== 0) return fail('paper.not_reconciling', { differenceCents: leftCents });
  return ok({
    facts: { paper: 'receipt', parties, ...payment, ...(takenBack.length > 0 ? { takenBack } : {}), shares },
    accountId: first.accountId,
    balanceCents: shares[0]?.balanceCents ?? 0,
  });
}

/** What of a payment stands no more, by account: of an account on which it was posted again, nothing. */
function takenBackOf(entries: Received['entries']): Map<number, number> {
  const gone = new Map<number, number>();
  for (const { entry } of entries) gone.set(entry.accountId, -totalOf(entry));
  for (const { entry, reversed } of entries) if (!reversed) gone.delete(entry.accountId);
  return gone;
}

function isReliefOf(entryId: number) {
  return (line: ExplanationLine): line is Extract<ExplanationLine, { line: 'relief' }> =>
    line.line === 'relief' && line.entryId === entryId;
}

function gatherStatement(
  context: QueryContext,
  { accountId, fromOn, toOn }: Wanted<'statement'>,
): Result<GatheredPaper> {
  if (toOn < fromOn) return fail('paper.days_backwards', { fromOn, toOn });
  if (toOn > context.today) return fail('paper.day_ahead', { today: context.today });
  const about = explained(context, accountId, toOn);
  if (!about.ok) return about;
  const opening = explained(context, accountId, addDays(fromOn, -1));
  if (!opening.ok) return opening;
  const figures = statementFigures(opening.value.explanation, about.value.explanation, fromOn);
  if (!figures.ok) return figures;
  return ok({
    facts: { paper: 'statement', parties: about.value.parties, figures: figures.value },
    accountId,
    balanceCents: figures.value.closingCents,
  });
}

function gatherPayoff(
  context: QueryContext,
  { accountId, goodThrough }: Wanted<'payoff'>,
): Result<GatheredPaper> {
  if (goodThrough < context.today) return fail('paper.day_past', { today: context.today });
  const about = explained(context, accountId, goodThrough);
  if (!about.ok) return about;
  const { totalCents } = about.value.explanation;
  return ok({ facts: { paper: 'payoff', ...about.value }, accountId, balanceCents: totalCents });
}

function gatherExplanation(
  context: QueryContext,
  { accountId, asOf }: Wanted<'explanation'>,
): Result<GatheredPaper> {
  const about = explained(context, accountId, asOf);
  if (!about.ok) return about;
  const { totalCents } = about.value.explanation;
  return ok({ facts: { paper: 'explanation', ...about.value }, accountId, balanceCents: totalCents });
}

function gatherHistory(context: QueryContext, asked: Wanted<'contact-history'>): Result<GatheredPaper> {
  const { accountId } = asked;
  const parties = partiesOf(context, accountId);
  if (!parties) return fail('account.not_found');
  const facts = gatherContactHistory(context, asked, parties);
  if (!facts.ok) return facts;
  const balanceCents = explainAccount(context.store, accountId, context.today, null)?.totalCents ?? 0;
  return ok({ facts: facts.value, accountId, balanceCents });
}

function explained(
  context: QueryContext,
  accountId: number,
  asOf: Day,
): Result<{ readonly parties: PaperParties; readonly explanation: Explanation }> {
  const parties = partiesOf(context, accountId);
  const explanation = explainAccount(context.store, accountId, asOf, null);
  return parties && explanation ? ok({ parties, explanation }) : fail('account.not_found');
}

function gatherPlanPaper(
  context: QueryContext,
  { paper, planId }: Wanted<'coupons' | 'agreement'>,
): Result<GatheredPaper> {
  const { store, today } = context;
  const row = findPlan(store, planId);
  const parties = row && partiesOf(context, row.accountId);
  if (!row || !parties) return fail('paper.not_found');
  if (row.endedAs !== null)
    return fail('paper.plan_over', { state: planStateWords[row.endedAs].toLowerCase() });
  const plan = planFactsOf(store, row, today);
  const { accountId } = row;
  const balanceCents = explainAccount(store, accountId, today, null)?.totalCents ?? 0;
  if (paper === 'agreement')
    return ok({ facts: agreementOf(context, row, plan, parties), accountId, balanceCents });
  const { kind, instalments } = plan;
  if (instalments.every(({ amountCents, paidCents }) => paidCents >= amountCents))
    return fail('paper.nothing_to_pay');
  const accounts = plan.accounts.map(({ number }) => number);
  return ok({ facts: { paper, parties, kind, accounts, instalments }, accountId, balanceCents });
}

function agreementOf(
  { store }: QueryContext,
  row: PlanRow,
  plan: PlanFacts,
  parties: PaperParties,
): PaperFacts {
  const accounts = listPlanAccounts(store, row.planId).map(({ accountId, number, agreedCents }) => ({
    number,
    creditor: readParties(store, accountId)?.account.clientName ?? '',
    agreedCents,
  }));
  return {
    paper: 'agreement',
    parties,
    plan,
    accounts,
    graceDays: row.graceDays,
    interestRate: row.terms?.interest?.rate ?? null,
  };
}
