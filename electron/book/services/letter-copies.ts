/**
 * Copies of a letter that leave the book to be changed or sent elsewhere: a Word file, a draft of an email. Each is noted before it
 * is written, and none counts as sent. A draft of an email is asked about as the email it will be.
 */
import type { ContactDecision } from '../../../shared/contract/law.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { letterFileName } from '../../../shared/templates/letter-file-name.ts';
import { usualSheet } from '../../../shared/templates/letters/sheet-setup.ts';
import type { QueryContext } from '../context.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import type { CopySource } from '../protocol.ts';
import { findAccount, findAccountName } from '../store/queries/accounts.ts';
import { findEmail } from '../store/queries/debtors.ts';
import { findKeptSheet, insertLetterCopy } from '../store/queries/letter-copies.ts';
import { findLetterAccount, findLetterhead, findLetterTemplate } from '../store/queries/letters.ts';
import { readOffice } from '../store/queries/office.ts';
import { emailFile } from './email-file.ts';
import { type Override, strictestOn, verdictJson, weigh } from './gate.ts';
import { plainAct } from './law-facts.ts';
import { command, type Outgoing, outgoingOf, outgoingOfKept, stopOf } from './letter-errands.ts';
import { readCopy } from './letters.ts';
import { letterWord } from './word/letter-word.ts';

function going(context: QueryContext, source: CopySource): Result<Outgoing> {
  if ('letterId' in source) return outgoingOfKept(context, source.letterId);
  const wording = stopOf(source.letter);
  return wording.ok ? outgoingOf(context, source.letter) : wording;
}

/**
 * Whether a letter may go by email to an address of the debtor now. A letter to somebody else has no business at the debtor's address.
 * Returns `email.not_found`, `mail.email_not_theirs`, `mail.no_email_address` or what stands in the way.
 */
function passEmailGate(
  context: QueryContext,
  source: CopySource,
  emailId: number,
  decision: ContactDecision | null,
): Result<Override & { readonly verdict: string; readonly accountId: number }> {
  const outgoing = going(context, source);
  if (!outgoing.ok) return outgoing;
  const { accountId, otherIds, act } = outgoing.value;
  const email = findEmail(context.store, emailId);
  if (!email || email.debtorId !== findAccount(context.store, accountId)?.debtorId)
    return fail('email.not_found');
  if (act.to !== 'debtor') return fail('mail.email_not_theirs');
  const asked = strictestOn(
    context,
    [accountId, ...otherIds],
    plainAct({ ...act, channel: 'email', addressId: null, emailId }, { optOutNotice: true }),
  );
  if (!asked.ok) return asked;
  const { verdict, aboutId } = asked.value;
  const weighed = weigh(verdict, decision, false);
  return weighed.ok
    ? ok({
        ...weighed.value,
        verdict: verdictJson(verdict, decision, aboutId === accountId ? null : aboutId),
        accountId,
      })
    : weighed;
}

/** Only asks, so that nobody chooses a place for a draft that may not be. */
export const mayEmailLetter: ErrandHandlers['letters.mayEmail'] = (around, { source, emailId, decision }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const passed = passEmailGate(context, source, emailId, decision);
  return passed.ok ? ok(null) : passed;
};

type Subject = { readonly accountId: number; readonly templateId: number; readonly letterId: number | null };

function subjectOf({ store }: QueryContext, source: CopySource): Result<Subject> {
  if ('letter' in source) return ok({ ...source.letter, letterId: null });
  const { letterId } = source;
  const accountId = findLetterAccount(store, letterId);
  const template = findLetterTemplate(store, letterId);
  return accountId === null || template === null
    ? fail('letter.not_found')
    : ok({ accountId, templateId: template.templateId, letterId });
}

/** Notes a copy before it is written: what left the book is known, whatever becomes of the file. */
export const noteCopy: ErrandHandlers['letters.noteCopy'] = (around, { source, as, operationId }) => {
  const about = 'letterId' in source ? { letterId: source.letterId } : { facts: source.letter.facts };
  return command(around, 'letters.noteCopy', operationId, { about, as }, (context) => {
    const { store, now, author } = context;
    const subject = subjectOf(context, source);
    if (!subject.ok) return subject;
    const { accountId, templateId, letterId } = subject.value;
    let verdict: string | null = null;
    let overrideReason = '';
    if (as.kind === 'email') {
      const passed = passEmailGate(context, source, as.emailId, as.decision);
      if (!passed.ok) return passed;
      verdict = passed.value.verdict;
      overrideReason = passed.value.reason;
    }
    insertLetterCopy(store, {
      letterId,
      accountId,
      templateId,
      kind: as.kind,
      emailId: as.kind === 'email' ? as.emailId : null,
      verdict,
      overrideReason,
      madeAt: now,
      author,
    });
    for (const changed of ['letters', 'timeline'] as const) context.changed(changed, [accountId]);
    return ok(null);
  });
};

const withEnding = (fileName: string, ending: string) => fileName.replace(/\.pdf$/i, ending);

export const composeWord: ErrandHandlers['letters.composeWord'] = async (around, { source }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const { store } = context;
  const office = readOffice(store);
  if (!office) return fail('book.not_open');
  const page = pageOf(context, source);
  if (!page.ok) return page;
  const { html, sheet, title, accountId, fileName } = page.value;
  const account = findAccountName(store, accountId);
  const running = account ? `${title}, account ${account.number}, ${account.debtorName}` : title;
  const bytes = await letterWord({ html, sheet, title, officeName: office.name, running });
  return ok({ bytes, fileName: withEnding(fileName, '.docx') });
};

function pageOf(context: QueryContext, source: CopySource) {
  const { store, zone } = context;
  const subject = subjectOf(context, source);
  if (!subject.ok) return subject;
  const { accountId } = subject.value;
  if ('letter' in source) {
    const { html, sheet, fileName } = source.letter;
    return ok({ html, sheet, fileName, accountId, title: titleIn(html) });
  }
  const copy = readCopy(store, source.letterId);
  if (!copy.ok) return copy;
  const { html, debtorName, templateName, madeAt } = copy.value;
  const fileName = letterFileName(debtorName, templateName, dayOfInstant(madeAt, zone));
  const sheet = { ...usualSheet, ...findKeptSheet(store, source.letterId) };
  return ok({ html, sheet, fileName, accountId, title: templateName });
}

/** What the page calls itself, without the number of its account. */
function titleIn(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  return title.replace(/ - [^-]*$/, '');
}

export const composeEmail: ErrandHandlers['letters.composeEmail'] = async (around, { letterId, emailId }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const { store, now, zone } = context;
  const copy = readCopy(store, letterId);
  if (!copy.ok) return copy;
  const email = findEmail(store, emailId);
  const office = readOffice(store);
  if (!email) return fail('email.not_found');
  if (!office) return fail('book.not_open');
  const head = findLetterhead(store);
  const { debtorName, templateName, madeAt, pdf } = copy.value;
  const day = dayOfInstant(madeAt, zone);
  const bytes = await emailFile({
    officeName: office.name,
    from: head.email,
    to: { name: debtorName, address: email.address },
    phone: head.phone,
    day,
    at: now,
    pdf,
  });
  return ok({ bytes, fileName: withEnding(letterFileName(debtorName, templateName, day), '.eml') });
};
