/**
 * Making a letter: facts and template become a page here; main turns the page into a PDF and brings it back to
 * be kept. What is kept is what was shown: the PDF's own bytes with their hash, the page, and the facts. Before it is kept the
 * rules are asked whether it may go out now, and their verdict is kept with it; looking at one is free.
 */
import type { ContactDecision } from '../../../shared/contract/law.ts';
import type { LetterPick } from '../../../shared/contract/letters.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { totalOf } from '../../../shared/domain/ledger.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { type FactCondition, factConditions } from '../../../shared/templates/fields.ts';
import { type LetterCharge, type LetterData, letterFactsOf } from '../../../shared/templates/letter-facts.ts';
import { letterFileName } from '../../../shared/templates/letter-file-name.ts';
import {
  isOfficeCopy,
  paperCodeStart,
  purposeOf,
  shippedPapers,
} from '../../../shared/templates/papers/library.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { contextOf, type ErrandContext, type ErrandHandlers } from '../errand-context.ts';
import type { ComposedLetter } from '../protocol.ts';
import { runCommand } from '../run-call.ts';
import { listChargeRows } from '../store/queries/entries.ts';
import {
  entryKindsOf,
  findLetterAccount,
  findLetterCode,
  findTemplate,
  insertLetter,
  markLetterAs,
} from '../store/queries/letters.ts';
import { insertNote } from '../store/queries/notes.ts';
import { listPlanAccounts } from '../store/queries/plans.ts';
import type { Store } from '../store/store.ts';
import { explainAccount } from './explain-ledger.ts';
import { noOverride, type Override, strictestOn, verdictJson, weigh } from './gate.ts';
import { plainAct } from './law-facts.ts';
import { findLetterAddress, noLetterAddress, readAddressLines, readParties } from './letter-parties.ts';
import { findSheetFor } from './letterhead.ts';
import { readCopy, sha256Of } from './letters.ts';
import { mergeLetter } from './merge-letter.ts';
import { gatherPaper } from './paper-errands.ts';

/** What is still open, oldest due first. */
function openCharges(store: Store, accountId: number): LetterCharge[] {
  const kinds = entryKindsOf(store, accountId);
  return listChargeRows(store, accountId)
    .map((row) => ({
      kind: kinds.get(row.entryId) ?? 'charge',
      reference: row.reference,
      memo: row.memo,
      effectiveOn: row.effectiveOn,
      dueOn: row.dueOn,
      chargedCents: row.amountCents,
      openCents: totalOf(row.open),
    }))
    .filter((charge) => charge.openCents !== 0);
}

function gatherData({ store, today }: QueryContext, accountId: number): Result<LetterData> {
  const parties = readParties(store, accountId);
  if (!parties) return fail('account.not_found');
  const { record, debtor, account, sender, sample } = parties;
  if (record.closedAt !== null) return fail('account.closed');
  const explained = explainAccount(store, accountId, today, null);
  if (!explained || explained.totalCents <= 0) return fail('letter.nothing_owed');
  const balanceCents = explained.totalCents;
  const lines = readAddressLines(store, debtor);
  if (!lines.ok) return lines;
  if (lines.value === null) return { ok: false, error: noLetterAddress(store, debtor) };
  return ok({
    today,
    sample,
    sender: { ...sender, website: '', signer: '', signerTitle: '', disputeLines: sender.addressLines },
    debtor: {
      kind: debtor.kind,
      name: debtor.name,
      fullName: debtor.name,
      state: null,
      addressLines: lines.value,
    },
    recipient: { name: debtor.name, greeting: debtor.name, addressLines: lines.value },
    account: { ...account, openedOn: record.openedOn, type: record.debtType },
    is: conditionsOf(debtor.kind),
    charges: openCharges(store, accountId),
    balanceCents,
    amounts: {
      ...explained.parts,
      perDayCents: explained.perDiem.cents,
      allCents: balanceCents,
      lastPayment: null,
    },
    payoff: { cents: balanceCents, goodThrough: today },
    accounts: [],
    payments: [],
    validation: null,
    dispute: null,
    cease: null,
    offer: null,
    settlement: null,
    plan: null,
    missed: null,
    payment: null,
    returned: null,
    paid: null,
    judgment: null,
    bankruptcy: null,
    estate: null,
    attorney: null,
    placement: null,
    texts: {},
    stateTexts: [],
    form: null,
  });
}

function conditionsOf(kind: 'consumer' | 'business'): LetterData['is'] {
  const none = Object.fromEntries(factConditions.map(([name]) => [name, false])) as Record<
    FactCondition,
    boolean
  >;
  return { ...none, [kind]: true };
}

/** What a letter or paper states as of now, as it is kept with it. */
function factsNow(context: QueryContext, letter: ComposedLetter): Result<string> {
  if (letter.paper) {
    const gathered = gatherPaper(context, letter.paper);
    return gathered.ok ? ok(JSON.stringify(gathered.value.facts)) : gathered;
  }
  const data = gatherData(context, letter.accountId);
  return data.ok ? ok(JSON.stringify(letterFactsOf(data.value))) : data;
}

/** One audited command of main, also for the letters that wait. `input` is what tells a repetition from a reuse of the operation id. */
export function command<T>(
  around: ErrandContext,
  call: string,
  operationId: string,
  input: unknown,
  work: (context: CommandContext) => Result<T>,
): Result<T> {
  const context = contextOf(around);
  return context
    ? runCommand(context, { call, operationId, input, audited: true }, around, work)
    : fail('book.not_open');
}

/**
 * The page of a letter, not kept yet. Returns `account.not_found`, `account.closed`, `letter.nothing_owed`,
 * `letter.no_address`, `letter.address_bad`, `letter.address_too_long`, `letter.template_not_found` or `letter.template_broken`.
 */
export const composeLetter: ErrandHandlers['letters.compose'] = (around, input) => {
  const context = contextOf(around);
  return context ? compose(context, input) : fail('book.not_open');
};

export function compose(
  context: QueryContext,
  {
    accountId,
    templateId,
    pick,
  }: {
    readonly accountId: number;
    readonly templateId: number;
    readonly pick?: LetterPick | null | undefined;
  },
): Result<ComposedLetter> {
  const template = findTemplate(context.store, templateId);
  if (!template) return fail('letter.template_not_found');
  return composeWith(context, template, accountId, pick);
}

/** The page of any text, kept as a template or not. */
export function composeWith(
  context: QueryContext,
  template: Pick<NonNullable<ReturnType<typeof findTemplate>>, 'templateId' | 'name' | 'body' | 'about'>,
  accountId: number,
  pick: LetterPick | null | undefined,
): Result<ComposedLetter> {
  const { templateId } = template;
  const data = gatherData(context, accountId);
  if (!data.ok) return data;
  const facts = letterFactsOf(data.value);
  const sheet = findSheetFor(context, accountId);
  const html = mergeLetter(template.name, template.body, facts, sheet);
  if (!html.ok) return html;
  return ok({
    accountId,
    templateId,
    balanceCents: data.value.balanceCents,
    facts: JSON.stringify(facts),
    html: html.value,
    fileName: letterFileName(data.value.debtor.name, template.name, context.today),
    findings: [],
    addressId: addressIdOf(context, accountId),
    sheet: sheet.setup,
    about: null,
    pick: pick ?? null,
  });
}

function addressIdOf({ store }: QueryContext, accountId: number): number | null {
  const parties = readParties(store, accountId);
  return parties ? (findLetterAddress(store, parties.debtor)?.addressId ?? null) : null;
}

/** What goes out, as far as the rules look at it. */
type Outgoing = {
  readonly accountId: number;
  /** The code of the paper of figures it is; `null` for a letter. */
  readonly paperCode: string | null;
  /** The debts it is about besides. */
  readonly otherIds: readonly number[];
};

function outgoingOf(store: Store, { accountId, paper }: ComposedLetter): Outgoing {
  if (!paper) return { accountId, paperCode: null, otherIds: [] };
  const paperCode = shippedPapers[paper.paper].code;
  const isOfPlan = paper.paper === 'coupons' || paper.paper === 'agreement';
  const accounts = isOfPlan ? listPlanAccounts(store, paper.planId) : [];
  return {
    accountId,
    paperCode,
    otherIds: accounts.map((account) => account.accountId).filter((other) => other !== accountId),
  };
}

/**
 * Whether a letter may go out now: one of the templates and a paper of a plan ask for money, any other paper answers what was
 * asked for. A letter is not gone yet, so that it happened is no answer here. A paper for somebody who has no address goes
 * nowhere: it is handed to whoever came for it. An office copy is sent to nobody, so no rule is asked.
 */
function passGate(
  context: QueryContext,
  { accountId, paperCode, otherIds }: Outgoing,
  decision: ContactDecision | null,
): Result<Override & { readonly verdict: string | null }> {
  if (paperCode !== null && isOfficeCopy(paperCode)) return ok({ ...noOverride, verdict: null });
  const parties = readParties(context.store, accountId);
  if (!parties) return fail('account.not_found');
  const addressId = findLetterAddress(context.store, parties.debtor)?.addressId ?? null;
  const purpose = paperCode === null ? 'collect' : purposeOf(paperCode);
  const direction = paperCode !== null && addressId === null ? 'in' : 'out';
  const act = plainAct({ channel: 'letter', direction, addressId, purpose });
  const asked = strictestOn(context, [accountId, ...otherIds], act);
  if (!asked.ok) return asked;
  const { verdict, aboutId } = asked.value;
  const weighed = direction === 'in' ? ok(noOverride) : weigh(verdict, decision, false);
  return weighed.ok
    ? ok({
        ...weighed.value,
        verdict: verdictJson(verdict, decision, aboutId === accountId ? null : aboutId),
      })
    : weighed;
}

/** Only asks; so that nobody chooses a place for a letter that may not go out. */
export const checkLetter: ErrandHandlers['letters.check'] = (around, { letter, decision }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const passed = passGate(context, outgoingOf(context.store, letter), decision);
  return passed.ok ? ok(null) : passed;
};

/** A copy that goes out once more is a contact of that day, whatever was said when it was first kept. */
export const sendLetterAgain: ErrandHandlers['letters.sendAgain'] = (
  around,
  { letterId, decision, operationId },
) =>
  command(around, 'letters.sendAgain', operationId, { letterId }, (context) => {
    const { store, now, author, changed } = context;
    const accountId = findLetterAccount(store, letterId);
    const code = findLetterCode(store, letterId);
    if (accountId === null || code === null) return fail('letter.not_found');
    const paperCode = code.startsWith(paperCodeStart) ? code : null;
    const passed = passGate(context, { accountId, paperCode, otherIds: [] }, decision);
    if (!passed.ok) return passed;
    if (passed.value.reason === '') return ok(null);
    insertNote(store, {
      accountId,
      contactId: null,
      addendumTo: null,
      text: `A letter was printed again although a rule stood in the way: ${passed.value.reason}`,
      author,
      at: now,
      importId: null,
    });
    changed('timeline', [accountId]);
    return ok(null);
  });

/**
 * Returns `letter.preview_expired` when the account has moved on since the letter was composed, or what stands in the way by the
 * rules. What was decided is no part of what tells a repetition: a letter kept once with a reason is saved later without.
 */
export const keepLetter: ErrandHandlers['letters.keep'] = (
  around,
  { letter, pdf, pages, decision, operationId },
) => {
  const { accountId, templateId, balanceCents } = letter;
  const input = { accountId, templateId, balanceCents, pages, pdfSha256: sha256Of(pdf) };
  return command(around, 'letters.keep', operationId, input, (context) =>
    keep(context, { letter, pdf, pages, decision }),
  );
};

export type Keeping = {
  readonly letter: ComposedLetter;
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly decision: ContactDecision | null;
};

/** Keeps the exact copy with the verdict that let it go. */
export function keep(
  context: CommandContext,
  { letter, pdf, pages, decision }: Keeping,
): Result<{ letterId: number }> {
  const { store, now, author, changed } = context;
  const { accountId, templateId, balanceCents, facts, html } = letter;
  const current = factsNow(context, letter);
  if (!current.ok) return current;
  // A payment, another address or another day since the preview: what was shown is not true any more.
  if (current.value !== facts) return fail('letter.preview_expired');
  const passed = passGate(context, outgoingOf(context.store, letter), decision);
  if (!passed.ok) return passed;
  const { verdict, reason: overrideReason } = passed.value;
  const letterId = insertLetter(store, {
    accountId,
    templateId,
    balanceCents,
    pages,
    pdfSha256: sha256Of(pdf),
    madeAt: now,
    author,
    facts,
    html,
    pdf,
    verdict,
    overrideReason,
  });
  changed('letters', [accountId]);
  changed('timeline', [accountId]);
  return ok({ letterId });
}

export const markLetter: ErrandHandlers['letters.mark'] = (around, { letterId, as, operationId }) =>
  command(around, 'letters.mark', operationId, { letterId, as }, ({ store, now, changed }) => {
    const accountId = findLetterAccount(store, letterId);
    if (accountId === null) return fail('letter.not_found');
    markLetterAs(store, letterId, as, now);
    changed('letters', [accountId]);
    changed('timeline', [accountId]);
    return ok(null);
  });

export const copyLetter: ErrandHandlers['letters.copy'] = (around, { letterId }) => {
  if (!around.store) return fail('book.not_open');
  const copy = readCopy(around.store, letterId);
  if (!copy.ok) return copy;
  const { html, pdf, debtorName, templateName, madeAt } = copy.value;
  const fileName = letterFileName(debtorName, templateName, dayOfInstant(madeAt, around.moment.zone));
  return ok({ html, pdf: new Uint8Array(pdf), fileName });
};
