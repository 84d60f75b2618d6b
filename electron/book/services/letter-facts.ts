/**
 * Everything a letter can say of one account, gathered from the book: the facts a template names, which of the needs of letters the
 * account meets, whom the letter goes to, and what the check of its wording is given besides.
 */
import type { LetterPick } from '../../../shared/contract/letters.ts';
import { ownsItsDebts } from '../../../shared/domain/law.ts';
import { type Fault, ok, type Result } from '../../../shared/errors/result.ts';
import { limitationAt } from '../../../shared/rules/contact/clocks/limitation-at.ts';
import { isInitialCommunication } from '../../../shared/rules/contact/message/initial.ts';
import { mayBeBarred } from '../../../shared/rules/limitation/dates.ts';
import { furnishGateOf } from '../../../shared/rules/reporting/furnish.ts';
import { isMedicalDebt } from '../../../shared/rules/states/debt-kind.ts';
import { type LetterNeed, letterNeeds } from '../../../shared/templates/fields.ts';
import { fillForm, isAgeNotice } from '../../../shared/templates/fill-form.ts';
import { type LetterAbout, plainAbout } from '../../../shared/templates/letter-about.ts';
import type { LetterData, LetterSender } from '../../../shared/templates/letter-data.ts';
import { isValidationNotice } from '../../../shared/templates/letter-purpose.ts';
import { needWords } from '../../../shared/templates/need-words.ts';
import type { QueryContext } from '../context.ts';
import { findLetterhead } from '../store/queries/letters.ts';
import { findActivePlanId } from '../store/queries/plans.ts';
import { arrangementsOf } from './letter-arrangements.ts';
import { eventsOf } from './letter-events.ts';
import { chargesOf, moneyOf } from './letter-money.ts';
import { type LetterNotice, noticeOf } from './letter-notice.ts';
import { readAddressLines } from './letter-parties.ts';
import { mayListPlacement, placementOf } from './letter-placement.ts';
import { type Recipient, recipientOf } from './letter-recipient.ts';
import { type LetterSubject, readSubject } from './letter-subject.ts';
import { isCollector, textsOf } from './letter-texts.ts';

export type GatheredLetter = {
  readonly subject: LetterSubject;
  readonly data: LetterData;
  readonly recipient: Recipient;
  readonly notice: LetterNotice;
  readonly approved: Readonly<Record<string, string>>;
};

/** The parts of the facts that depend on nobody's address. */
type Sections = Omit<LetterData, 'recipient' | 'debtor' | 'sender' | 'texts' | 'stateTexts' | 'form' | 'is'>;

/**
 * Returns `account.not_found`, `account.closed`, `letter.nothing_owed`, `letter.does_not_fit`, `letter.needs_missing`, or what finding
 * the recipient returns.
 */
export function gatherLetter(
  context: QueryContext,
  accountId: number,
  about: LetterAbout,
  pick: LetterPick | null,
  moreNeeds: readonly LetterNeed[] = [],
): Result<GatheredLetter> {
  const read = readSubject(context, accountId, about, pick);
  if (!read.ok) return read;
  const subject = read.value;
  const needs = [...about.needs, ...moreNeeds];
  const sections = sectionsOf(subject, needs.includes('placement'));
  const refused = whyRefused(subject, sections, needs);
  if (refused !== null) return { ok: false, error: refused };
  const recipient = recipientOf(subject);
  if (!recipient.ok) return recipient;
  return ok(complete(subject, sections, recipient.value));
}

/** Why a letter cannot be made for an account, whoever it goes to; `null` when it can. */
function whyRefused(subject: LetterSubject, sections: Sections, needs: readonly LetterNeed[]): Fault | null {
  const { about, parties, explained } = subject;
  if (!about.whenPaid && about.to !== 'client') {
    if (parties.record.closedAt !== null) return { code: 'account.closed', params: {} };
    if (explained.totalCents <= 0) return { code: 'letter.nothing_owed', params: {} };
  }
  const why = whyUnfit(subject);
  if (why !== null) return { code: 'letter.does_not_fit', params: { why } };
  const missing = new Set(needs.filter((need) => !isMet(need, subject, sections)));
  if (missing.size === 0) return null;
  const words = [...missing].map((need) => needWords[need]).join(' ');
  return { code: 'letter.needs_missing', params: { needs: words } };
}

/** Asks of one account for many letters in turn; the account is read once. Returns `account.not_found`. */
export function makeLetterFit(
  context: QueryContext,
  accountId: number,
): Result<{
  readonly subject: LetterSubject;
  whyNot(about: LetterAbout, moreNeeds: readonly LetterNeed[]): Fault | null;
}> {
  const read = readSubject(context, accountId, plainAbout, null);
  if (!read.ok) return read;
  const sections = sectionsOf(read.value, false);
  return ok({
    subject: read.value,
    whyNot(about, moreNeeds) {
      const subject = { ...read.value, about };
      const refused = whyRefused(subject, sections, [...about.needs, ...moreNeeds]);
      if (refused !== null) return refused;
      const recipient = recipientOf(subject);
      return recipient.ok ? null : recipient.error;
    },
  });
}

/** The needs of letters an account meets; a letter with another is refused. Returns `account.not_found`. */
export function needsOf(context: QueryContext, accountId: number): Result<ReadonlySet<LetterNeed>> {
  const read = readSubject(context, accountId, plainAbout, null);
  if (!read.ok) return read;
  const sections = sectionsOf(read.value, false);
  return ok(new Set(letterNeeds.filter((need) => isMet(need, read.value, sections))));
}

/** Why a letter is not for this office or debtor, in a sentence; `null` when it is. */
export function whyUnfit({
  about,
  view,
  parties,
  state,
}: Pick<LetterSubject, 'about' | 'view' | 'parties' | 'state'>): string | null {
  const { role } = view.facts.office;
  if (role !== null && about.roles.length > 0 && !about.roles.includes(role))
    return 'It is written for another kind of office than yours.';
  if (about.debtor !== 'any' && about.debtor !== parties.debtor.kind)
    return about.debtor === 'business'
      ? 'It is written to businesses, and this debtor is a person.'
      : 'It is written to people, and this debtor is a business.';
  if (about.states.length > 0 && (state === null || !about.states.includes(state)))
    return state === null
      ? `It is written for ${about.states.join(', ')}, and the debtor’s state is not known.`
      : `It is written for ${about.states.join(', ')}, and the debtor is in ${state}.`;
  return null;
}

/** A month of placements is added up only for a letter that lists them. */
function sectionsOf(subject: LetterSubject, withPlacement: boolean): Sections {
  const { context, parties } = subject;
  return {
    today: context.today,
    sample: parties.sample,
    account: { ...parties.account, openedOn: parties.record.openedOn, type: parties.record.debtType },
    charges: chargesOf(subject),
    ...moneyOf(subject),
    ...arrangementsOf(subject),
    ...eventsOf(subject),
    validation: noticeOf(subject, noticeParties(subject)).validation,
    periodEndOn: subject.validationState.stage === 'running' ? subject.validationState.endsOn : null,
    placement: withPlacement ? placementOf(subject) : null,
  };
}

function isMet(need: LetterNeed, subject: LetterSubject, sections: Sections): boolean {
  const { view, context } = subject;
  switch (need) {
    case 'charges':
      return sections.charges.length > 0;
    case 'plan':
      return sections.plan !== null;
    case 'missed_instalment':
      return sections.missed !== null;
    case 'offer':
      return sections.offer !== null;
    case 'settlement':
      return sections.settlement !== null;
    case 'dispute':
      return sections.dispute !== null;
    case 'payment':
      return sections.payment !== null;
    case 'returned_payment':
      return sections.returned !== null;
    case 'paid_in_full':
      return sections.paid !== null;
    case 'judgment':
      return sections.judgment !== null;
    case 'bankruptcy':
      return sections.bankruptcy !== null;
    case 'estate':
      return sections.estate !== null;
    case 'attorney':
      return sections.attorney !== null;
    case 'validation':
      return sections.validation !== null;
    case 'cease':
      return sections.cease !== null;
    case 'placement':
      return mayListPlacement(subject);
    case 'furnishing':
      // The notice itself is what the first two wait for.
      return furnishGateOf(view, context.today).reasons.every(
        ({ result, code }) =>
          (result !== 'block' && result !== 'undetermined') ||
          code === 'FURNISH_BEFORE_CONTACT' ||
          code === 'FURNISH_WAIT_14_DAYS',
      );
  }
}

function senderOf({ parties, context }: LetterSubject): LetterSender {
  const head = findLetterhead(context.store);
  const { sender } = parties;
  const dispute = head.disputeAddress
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    ...sender,
    website: head.website,
    signer: head.signerName,
    signerTitle: head.signerTitle,
    disputeLines: dispute.length > 0 ? dispute : sender.addressLines,
  };
}

function debtorOf({ parties, context, view, state }: LetterSubject): LetterData['debtor'] {
  const { kind, name } = parties.debtor;
  const lines = readAddressLines(context.store, parties.debtor);
  return {
    kind,
    name,
    fullName: view.facts.person.known.full_name?.value ?? name,
    state,
    addressLines: lines.ok && lines.value !== null ? lines.value : [],
  };
}

function noticeParties(subject: LetterSubject): Parameters<typeof noticeOf>[1] {
  const debtor = debtorOf(subject);
  return {
    sender: senderOf(subject),
    electronicAddress: findLetterhead(subject.context.store).disputeElectronically,
    fullName: debtor.fullName,
    consumerLines: debtor.addressLines,
  };
}

function complete(subject: LetterSubject, sections: Sections, recipient: Recipient): GatheredLetter {
  const notice = noticeOf(subject, noticeParties(subject));
  const firstWriting = isFirstWriting(subject);
  // A notice that is sent again is a first letter again.
  const asFirst = firstWriting || subject.about.stage === 'first_notice';
  const { texts, stateTexts, approved } = textsOf(subject, notice.fill, asFirst);
  const { name, greeting, addressLines } = recipient;
  const parties = {
    sender: senderOf(subject),
    debtor: debtorOf(subject),
    recipient: { name, greeting, addressLines },
  };
  // On the model form what is said of the age of a debt stands on the front, in the form itself.
  const besides = isValidationNotice(subject.about)
    ? stateTexts.filter((text) => !isAgeNotice(text))
    : stateTexts;
  const { validation } = notice;
  const data: LetterData = {
    ...sections,
    ...parties,
    is: conditionsOf(subject, sections, firstWriting, besides.length > 0),
    texts,
    stateTexts: besides,
    form: validation === null ? null : fillForm({ ...parties, stateTexts }, validation),
  };
  return { subject, data, recipient, notice, approved };
}

function conditionsOf(
  subject: LetterSubject,
  sections: Sections,
  firstWriting: boolean,
  stateNotices: boolean,
): LetterData['is'] {
  const { view, parties, context, explained, validationState } = subject;
  const { role } = view.facts.office;
  const { clientName, originalCreditor } = parties.account;
  const { kind } = parties.debtor;
  return {
    consumer: kind === 'consumer',
    business: kind === 'business',
    medical: isMedicalDebt(view),
    consumer_financial: view.debtFact('consumer_financial') === 'yes',
    collector: isCollector(subject),
    law_office: role === 'law_office',
    first_party: role !== null && ownsItsDebts(role),
    time_barred: timeBarredOf(subject) !== 'no',
    disputed: view.eventsOf('dispute', context.now).length > 0,
    judgment: sections.judgment !== null,
    has_plan: findActivePlanId(context.store, subject.accountId) !== null,
    interest_runs: /[1-9]/.test(explained.perDiem.unrounded),
    furnishes: view.everyEventOf('furnished').length > 0 || view.everyEventOf('furnish_notice').length > 0,
    several_accounts: sections.accounts.length > 1,
    original_differs:
      originalCreditor.trim() !== '' &&
      originalCreditor.trim().toLowerCase() !== clientName.trim().toLowerCase(),
    first_writing: firstWriting,
    in_validation: validationState.stage === 'running',
    state_notices: stateNotices,
  };
}

/** A judgment outlives the period of the claim: what is said of suits does not fit it. */
export function timeBarredOf({ view, context }: LetterSubject): 'no' | 'may_be' | 'yes' {
  const { dates, input } = limitationAt(view, context.now);
  if (dates.of === 'judgment' || !mayBeBarred(dates, input.today)) return 'no';
  return dates.state === 'barred' ? 'yes' : 'may_be';
}

const written: readonly string[] = ['letter', 'email', 'text', 'social'];

/** Nothing was written to the debtor about this debt before, on paper or by wire. */
export function isFirstWriting({ view }: LetterSubject): boolean {
  return (
    view.everyEventOf('validation_notice').every(({ detail }) => detail.how === 'oral') &&
    !view.facts.contacts.some(
      (contact) =>
        contact.direction === 'out' &&
        contact.to === 'debtor' &&
        written.includes(contact.channel) &&
        view.isAboutDebt(contact),
    )
  );
}

export function isFirstContact({ view }: LetterSubject): boolean {
  return isInitialCommunication(view);
}
