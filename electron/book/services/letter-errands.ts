/**
 * Making a letter: facts and template become a page here; main turns the page into a PDF and brings it back to
 * be kept. What is kept is what was shown: the PDF's own bytes with their hash, the page, and the facts. Before it is kept the
 * rules are asked whether it may go out now, and their verdict is kept with it; looking at one is free.
 */
import type { ContactDecision } from '../../../shared/contract/law.ts';
import type { LetterPick } from '../../../shared/contract/letters.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { ContactAct } from '../../../shared/rules/facts.ts';
import type { LetterFinding } from '../../../shared/rules/wording/letter-check.ts';
import { makeFacts } from '../../../shared/templates/letter-facts.ts';
import { letterFileName } from '../../../shared/templates/letter-file-name.ts';
import { purposeOfLetter } from '../../../shared/templates/letter-purpose.ts';
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
import {
  findAnyTemplate,
  findKeptRecipient,
  findLetterAccount,
  findLetterTemplate,
  insertLetter,
  markLetterAs,
} from '../store/queries/letters.ts';
import { insertNote } from '../store/queries/notes.ts';
import { listPlanAccounts } from '../store/queries/plans.ts';
import { findOpenRunOfLetter } from '../store/queries/print-runs.ts';
import type { Store } from '../store/store.ts';
import { noOverride, type Override, strictestOn, verdictJson, weigh } from './gate.ts';
import { plainAct } from './law-facts.ts';
import { goesElsewhere } from './letter-addressee.ts';
import { othersOf } from './letter-arrangements.ts';
import { gatherLetter } from './letter-facts.ts';
import { findingsOf } from './letter-findings.ts';
import { findLetterAddress, readParties } from './letter-parties.ts';
import { recipientOf } from './letter-recipient.ts';
import { readSubject } from './letter-subject.ts';
import { type LetterTemplate, readTemplate } from './letter-template.ts';
import { findSheet } from './letterhead.ts';
import { readCopy, sha256Of } from './letters.ts';
import { mergeLetter } from './merge-letter.ts';
import { gatherPaper } from './paper-errands.ts';
import { readAbout } from './templates.ts';

type Stated = { readonly facts: string; readonly findings: readonly LetterFinding[] };

/** What a letter or paper states as of now, as it is kept with it, and what its wording stops for by now. */
function statedNow(context: QueryContext, letter: ComposedLetter): Result<Stated> {
  const { findings } = letter;
  if (letter.paper) {
    const gathered = gatherPaper(context, letter.paper);
    return gathered.ok ? ok({ facts: JSON.stringify(gathered.value.facts), findings }) : gathered;
  }
  const template = readTemplate(context.store, letter.templateId);
  if (!template) return fail('letter.template_not_found');
  const gathered = gatherLetter(context, letter.accountId, template.about, letter.pick, template.needs);
  if (!gathered.ok) return gathered;
  const made = makeFacts(gathered.value.data);
  const facts = JSON.stringify(made.facts);
  // The page is the same only while its facts are; the law’s view of the account may have changed without them.
  return ok({
    facts,
    findings: facts === letter.facts ? findingsOf(gathered.value, made, letter.html) : findings,
  });
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
 * The page of a letter, not kept yet. Returns `letter.template_not_found`, `letter.template_broken`, or what gathering its facts
 * returns (`gatherLetter`).
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
    pick = null,
  }: {
    readonly accountId: number;
    readonly templateId: number;
    readonly pick?: LetterPick | null | undefined;
  },
): Result<ComposedLetter> {
  const template = readTemplate(context.store, templateId);
  return template ? composeWith(context, template, accountId, pick) : fail('letter.template_not_found');
}

/** The page of any text, kept as a template or not. */
export function composeWith(
  context: QueryContext,
  template: Pick<LetterTemplate, 'templateId' | 'name' | 'body' | 'about' | 'needs'>,
  accountId: number,
  pick: LetterPick | null,
): Result<ComposedLetter> {
  const { templateId, name, body, about, needs } = template;
  const gathered = gatherLetter(context, accountId, about, pick, needs);
  if (!gathered.ok) return gathered;
  const { data, subject, recipient } = gathered.value;
  const made = makeFacts(data);
  const sheet = findSheet(context, subject.state);
  const html = mergeLetter(name, body, made.facts, sheet);
  if (!html.ok) return html;
  return ok({
    accountId,
    templateId,
    balanceCents: data.balanceCents,
    facts: JSON.stringify(made.facts),
    html: html.value,
    fileName: letterFileName(data.debtor.name, name, context.today),
    findings: findingsOf(gathered.value, made, html.value),
    addressId: recipient.addressId,
    sheet: sheet.setup,
    about,
    pick,
  });
}

/** What goes out, as far as the rules look at it. */
export type Outgoing = {
  readonly accountId: number;
  /** An office copy: sent to nobody. */
  readonly officeCopy: boolean;
  /** A paper of figures may be handed to somebody who has no address. */
  readonly paper: boolean;
  readonly act: Pick<ContactAct, 'to' | 'partyName' | 'purpose' | 'addressId'>;
  /** The debts it is about besides. */
  readonly otherIds: readonly number[];
};

export function outgoingOf(context: QueryContext, letter: ComposedLetter): Result<Outgoing> {
  const { store } = context;
  const { accountId, paper, pick } = letter;
  if (!paper) return letterGoing(context, accountId, letter.templateId, pick);
  const isOfPlan = paper.paper === 'coupons' || paper.paper === 'agreement';
  const accounts = isOfPlan ? listPlanAccounts(store, paper.planId) : [];
  const others = accounts.map((account) => account.accountId).filter((other) => other !== accountId);
  return paperGoing(store, accountId, shippedPapers[paper.paper].code, others);
}

function paperGoing(
  store: Store,
  accountId: number,
  code: string,
  otherIds: readonly number[] = [],
): Result<Outgoing> {
  const parties = readParties(store, accountId);
  if (!parties) return fail('account.not_found');
  const addressId = findLetterAddress(store, parties.debtor)?.addressId ?? null;
  const act = { to: 'debtor', partyName: '', purpose: purposeOf(code), addressId } as const;
  return ok({ accountId, officeCopy: isOfficeCopy(code), paper: true, act, otherIds });
}

/** A letter that was kept, going out once more. */
export function outgoingOfKept(context: QueryContext, letterId: number): Result<Outgoing> {
  const { store } = context;
  const accountId = findLetterAccount(store, letterId);
  const template = findLetterTemplate(store, letterId);
  if (accountId === null || template === null) return fail('letter.not_found');
  const outgoing = template.code.startsWith(paperCodeStart)
    ? paperGoing(store, accountId, template.code)
    : letterGoing(context, accountId, template.templateId, null);
  // The page goes where it says, wherever a letter made now would go.
  const addressId = findKeptRecipient(store, letterId)?.addressId ?? null;
  if (!outgoing.ok || addressId === null) return outgoing;
  return ok({ ...outgoing.value, act: { ...outgoing.value.act, addressId } });
}

/** A letter about a plan or an offer over several accounts is about each of them. */
function letterGoing(
  context: QueryContext,
  accountId: number,
  templateId: number,
  pick: LetterPick | null,
): Result<Outgoing> {
  const { store } = context;
  const template = findAnyTemplate(store, templateId);
  if (!template) return fail('letter.template_not_found');
  const about = readAbout(template.about);
  const subject = readSubject(context, accountId, about, pick);
  if (!subject.ok) return subject;
  const recipient = recipientOf(subject.value);
  if (!recipient.ok) return recipient;
  const { party: to, name, addressId } = recipient.value;
  const act = {
    to,
    partyName: to === 'debtor' ? '' : name,
    purpose: purposeOfLetter(about),
    addressId,
  };
  return ok({ accountId, officeCopy: false, paper: false, act, otherIds: othersOf(subject.value) });
}

/**
 * Whether a letter may go out now, asked as what it is: to whom, and for what. A letter is not gone yet, so that it happened is
 * no answer here. A paper for somebody who has no address goes nowhere: it is handed to whoever came for it. An office copy is
 * sent to nobody, so no rule is asked.
 */
function passGate(
  context: QueryContext,
  { accountId, officeCopy, paper, act, otherIds }: Outgoing,
  decision: ContactDecision | null,
): Result<Override & { readonly verdict: string | null }> {
  if (officeCopy) return ok({ ...noOverride, verdict: null });
  const direction = paper && act.addressId === null ? 'in' : 'out';
  const asked = strictestOn(
    context,
    [accountId, ...otherIds],
    plainAct({ channel: 'letter', direction, ...act }),
  );
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
  const wording = stopOf(letter);
  if (!wording.ok) return wording;
  const outgoing = outgoingOf(context, letter);
  if (!outgoing.ok) return outgoing;
  const passed = passGate(context, outgoing.value, decision);
  return passed.ok ? ok(null) : passed;
};

/** The first thing its wording stops for: `letter.wording_stops`. */
export function stopOf({ findings }: Pick<ComposedLetter, 'findings'>): Result<null> {
  const stop = findings.find(({ severity }) => severity === 'stop');
  return stop ? fail('letter.wording_stops', { why: stop.why }) : ok(null);
}

/** A copy that goes out once more is a contact of that day, whatever was said when it was first kept. */
export const sendLetterAgain: ErrandHandlers['letters.sendAgain'] = (
  around,
  { letterId, decision, operationId },
) =>
  command(around, 'letters.sendAgain', operationId, { letterId }, (context) => {
    const { store, now, author, changed } = context;
    const accountId = findLetterAccount(store, letterId);
    const template = findLetterTemplate(store, letterId);
    if (accountId === null || template === null) return fail('letter.not_found');
    // Printed here as well, the run it is part of would send it a second time.
    const run = findOpenRunOfLetter(store, letterId);
    if (run !== null) return fail('run.in_run', { name: run.name });
    if (goesElsewhere(context, letterId, false)) return fail('letter.goes_elsewhere');
    const outgoing = outgoingOfKept(context, letterId);
    if (!outgoing.ok) return outgoing;
    const passed = passGate(context, outgoing.value, decision);
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
  const outgoing = outgoingOf(context, letter);
  const passed = outgoing.ok ? passGate(context, outgoing.value, decision) : outgoing;
  // What the law forbids since is said before all else: making the letter anew would not help.
  if (!passed.ok && passed.error.code === 'contact.blocked') return passed;
  const current = statedNow(context, letter);
  if (!current.ok) return current;
  // A payment, another address or another day since the preview: what was shown is not true any more.
  if (current.value.facts !== facts) return fail('letter.preview_expired');
  const { findings } = current.value;
  const wording = stopOf({ findings });
  if (!wording.ok) return wording;
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
    sheet: JSON.stringify(letter.sheet),
    findings: JSON.stringify(findings),
    addressId: letter.addressId,
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
