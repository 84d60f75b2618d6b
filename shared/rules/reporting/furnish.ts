/**
 * “May this debt be reported to a credit bureau now?” Every bar is named with its source and when it ends, as for a contact.
 * Before furnishing a collector must have spoken with the consumer, or written and waited (12 CFR 1006.30(a)); what is disputed
 * carries a flag, what is obsolete is not reported, and states keep medical debt out.
 */
import { isConversation } from '../../domain/contact.ts';
import { addDays, type Day, isDay, spellDay } from '../../domain/days.ts';
import { consumerParties, type Source } from '../../domain/law.ts';
import type { CaseView } from '../case-view.ts';
import type { LegalEvent } from '../facts.ts';
import { extraordinaryClockOf } from '../medical/extraordinary.ts';
import { localDay } from '../time/local-time.ts';
import { lastReportableDay } from './delinquency.ts';
import { medicalBansOn } from './medical-bans.ts';

export type FurnishCode =
  | 'FURNISH_BEFORE_CONTACT'
  | 'FURNISH_WAIT_14_DAYS'
  | 'FURNISH_UNDELIVERABLE'
  | 'FURNISH_DISPUTE_FLAG_REQUIRED'
  | 'FURNISH_OBSOLETE_AFTER'
  | 'FURNISH_MEDICAL_STATE_BAN'
  | 'FURNISH_BUREAU_POLICY'
  | 'FURNISH_MEDICAL_FURNISHER'
  | 'ECA_501R_WAIT'
  | 'DISPUTE_PENDING_VERIFICATION'
  | 'ORIGINAL_CREDITOR_REQUEST_PENDING'
  | 'IDENTITY_THEFT_BLOCK'
  | 'BANKRUPTCY_STAY'
  | 'BANKRUPTCY_DISCHARGED'
  | 'NSA_DISPUTE_PENDING'
  | 'NOT_CONSUMER_DEBT';

export type FurnishReason = {
  readonly code: FurnishCode;
  readonly result: 'block' | 'undetermined' | 'warn';
  readonly text: string;
  readonly source: Source;
  /** The first day it no longer stands in the way; `null` when it waits for something else. */
  readonly clearsOn: Day | null;
};

export type FurnishGate = {
  readonly outcome: 'allowed' | 'warning' | 'undetermined' | 'blocked';
  readonly reasons: readonly FurnishReason[];
  /** The first day nothing stands in the way, as far as only time does. */
  readonly earliestOn: Day | null;
  /** Must carry the flag that the consumer disputes it. */
  readonly disputeFlag: boolean;
  /** The last day it may be reported; `null` while the date of first delinquency is not known. */
  readonly lastReportableOn: Day | null;
};

const readOn = '2026-11-21';
const beforeFurnishing: Source = { cite: '12 CFR 1006.30(a)', readOn, confidence: 'text' };

/** 1006.30(a)(1)(ii), comment: the day of sending is the first of the 14. */
const waitDays = 14;

/** The first day a debt may be furnished after a letter or message of that day. */
export function furnishAfterLetter(sentOn: Day): Day {
  return addDays(sentOn, waitDays);
}

function sentOnOf(event: LegalEvent): Day {
  return event.detail.sentOn ?? event.on;
}

type Reached =
  | { readonly how: 'spoke' | 'waited' }
  | { readonly how: 'waiting'; readonly opensOn: Day; readonly sentOn: Day }
  | { readonly how: 'returned'; readonly returnedOn: Day }
  | { readonly how: 'not_yet' };

/** Whether 1006.30(a) is met: the best that any conversation, letter or message comes to. */
function reachedBy(view: CaseView, today: Day): Reached {
  const { facts } = view;
  for (const contact of facts.contacts) {
    // A message left on a recorder is not speaking with anybody.
    const spoke =
      isConversation(contact) ||
      (contact.channel === 'visit' && contact.outcome !== 'no_answer' && contact.outcome !== 'third_party');
    if (!spoke || contact.outcome === 'third_party' || contact.outcome === 'wrong_number') continue;
    if (!consumerParties.includes(contact.to) || contact.purpose === 'locate') continue;
    if (view.isAboutDebt(contact) && localDay(facts.zone, contact.at) <= today) return { how: 'spoke' };
  }
  const notices = [...view.everyEventOf('furnish_notice'), ...view.everyEventOf('validation_notice')];
  if (notices.some(({ detail, on }) => (detail.route === 'spoke' || detail.how === 'oral') && on <= today))
    return { how: 'spoke' };
  const returns = view.everyEventOf('notice_returned');
  let best: Reached = { how: 'not_yet' };
  for (const notice of notices) {
    const sentOn = sentOnOf(notice);
    if (sentOn > today) continue;
    const opensOn = furnishAfterLetter(sentOn);
    // Only what comes back inside the fourteen days undoes it.
    const back = returns.find(({ on }) => on >= sentOn && on < opensOn && on <= today);
    if (back !== undefined) {
      if (best.how === 'not_yet' || best.how === 'returned') best = { how: 'returned', returnedOn: back.on };
    } else if (today >= opensOn) return { how: 'waited' };
    else if (best.how !== 'waiting' || opensOn < best.opensOn) best = { how: 'waiting', opensOn, sentOn };
  }
  return best;
}

/** By law, of its own will, or because nobody has said who the office is. To others Regulation F is a caution. */
function isHeldToRegulationF(view: CaseView): boolean {
  return view.keepsRegulationF || view.facts.office.role === null;
}

function contactReason(view: CaseView, today: Day): FurnishReason | null {
  const reached = reachedBy(view, today);
  const house = isHeldToRegulationF(view) ? 'block' : 'warn';
  switch (reached.how) {
    case 'spoke':
    case 'waited':
      return null;
    case 'waiting':
      return {
        code: 'FURNISH_WAIT_14_DAYS',
        result: house,
        text: `The notice of ${spellDay(reached.sentOn)} may still come back. Report from ${spellDay(reached.opensOn)} on, after 14 days with the day of sending as the first.`,
        source: beforeFurnishing,
        clearsOn: reached.opensOn,
      };
    case 'returned':
      return {
        code: 'FURNISH_UNDELIVERABLE',
        result: house,
        text: `The notice came back on ${spellDay(reached.returnedOn)}, inside the 14 days. Speak with the debtor, or write again and wait again.`,
        source: beforeFurnishing,
        clearsOn: null,
      };
    case 'not_yet':
      return {
        code: 'FURNISH_BEFORE_CONTACT',
        result: house,
        text: 'Nobody has spoken with the debtor about the debt, and no notice about it with its day of sending is recorded. Do one of them first; a voicemail is not speaking.',
        source: beforeFurnishing,
        clearsOn: null,
      };
  }
}

const stoppers = [
  {
    kind: 'bankruptcy',
    code: 'BANKRUPTCY_STAY',
    text: 'A bankruptcy stay is in force; reporting as pressure violates it.',
    source: { cite: '11 U.S.C. 362(a)(6)', readOn, confidence: 'known' },
  },
  {
    kind: 'discharge',
    code: 'BANKRUPTCY_DISCHARGED',
    text: 'The debt was discharged. It may not be reported as owed.',
    source: { cite: '11 U.S.C. 524(a)(2)', readOn, confidence: 'known' },
  },
  {
    kind: 'no_surprises_dispute',
    code: 'NSA_DISPUTE_PENDING',
    text: 'A dispute under the No Surprises Act is pending; collection is paused until it is decided.',
    source: { cite: '45 CFR 149.620', readOn, confidence: 'known' },
  },
] as const satisfies readonly {
  kind: LegalEvent['kind'];
  code: FurnishCode;
  text: string;
  source: Source;
}[];

function sentAfter(view: CaseView, kind: LegalEvent['kind'], on: Day, today: Day): boolean {
  return view.everyEventOf(kind).some((event) => sentOnOf(event) >= on && sentOnOf(event) <= today);
}

/** `at` is the instant asked for; `today` its day in the office. */
export function furnishGateOf(view: CaseView, today: Day): FurnishGate {
  const { facts } = view;
  const { debt } = facts;
  const reasons: FurnishReason[] = [];
  const isOn = (event: LegalEvent) => event.on <= today && (event.endedOn === null || event.endedOn > today);
  const standing = (kind: LegalEvent['kind']) => view.everyEventOf(kind).filter(isOn);

  if (!view.isConsumerDebt)
    reasons.push({
      code: 'NOT_CONSUMER_DEBT',
      result: 'block',
      text: 'A business debt does not belong in a consumer’s credit report.',
      source: { cite: '15 U.S.C. 1681s-2(a)(1)', readOn, confidence: 'known' },
      clearsOn: null,
    });
  const reached = contactReason(view, today);
  if (reached !== null) reasons.push(reached);

  for (const { kind, code, text, source } of stoppers) {
    if (standing(kind).length > 0) reasons.push({ code, result: 'block', text, source, clearsOn: null });
  }
  if (standing('identity_theft').length > 0)
    reasons.push({
      code: 'IDENTITY_THEFT_BLOCK',
      result: 'block',
      text: 'Identity theft was reported. The debt may not be furnished unless the office knows it to be correct.',
      source: { cite: '15 U.S.C. 1681s-2(a)(6); 1681m(f)', readOn, confidence: 'known' },
      clearsOn: null,
    });

  const disputes = view.everyEventOf('dispute').filter(({ on }) => on <= today);
  const open = disputes.filter(isOn);
  const disputeFlag =
    open.length > 0 || standing('direct_dispute').length > 0 || standing('bureau_dispute').length > 0;
  if (disputeFlag)
    reasons.push({
      code: 'FURNISH_DISPUTE_FLAG_REQUIRED',
      result: 'warn',
      text: 'The debtor disputes this debt. A report must say so, however late or in whatever way the dispute came.',
      source: {
        cite: '12 CFR 1006.18(c)(2); 15 U.S.C. 1692e(8), 1681s-2(a)(3)',
        readOn,
        confidence: 'text',
      },
      clearsOn: null,
    });
  const unanswered = open.find(
    (dispute) => dispute.detail.written === true && !sentAfter(view, 'verification_sent', dispute.on, today),
  );
  if (unanswered !== undefined)
    reasons.push({
      code: 'DISPUTE_PENDING_VERIFICATION',
      result: isHeldToRegulationF(view) ? 'block' : 'warn',
      text: `The written dispute of ${spellDay(unanswered.on)} is not answered. Collection, reporting included, waits until verification is sent.`,
      source: { cite: '12 CFR 1006.38(d)', readOn, confidence: 'text' },
      clearsOn: null,
    });
  const asked = standing('original_creditor_request')[0];
  if (asked !== undefined)
    reasons.push({
      code: 'ORIGINAL_CREDITOR_REQUEST_PENDING',
      result: isHeldToRegulationF(view) ? 'block' : 'warn',
      text: `The request of ${spellDay(asked.on)} for the original creditor is not answered. Collection waits until it is.`,
      source: { cite: '12 CFR 1006.38(c)', readOn, confidence: 'text' },
      clearsOn: null,
    });

  const delinquent = view.debtFact('delinquent_on');
  const obsolescence: Source = {
    cite: '15 U.S.C. 1681c(a)(4), (c)(1); 1681s-2(a)(5)',
    readOn,
    confidence: 'known',
  };
  let lastReportableOn: Day | null = null;
  if (delinquent === null || !isDay(delinquent))
    reasons.push({
      code: 'FURNISH_OBSOLETE_AFTER',
      result: 'undetermined',
      text: 'The date of first delinquency is not on file. It must be reported, and the seven years run from it.',
      source: obsolescence,
      clearsOn: null,
    });
  else {
    lastReportableOn = lastReportableDay(delinquent);
    if (today > lastReportableOn)
      reasons.push({
        code: 'FURNISH_OBSOLETE_AFTER',
        result: 'block',
        text: `The debt has been too old to report since ${spellDay(lastReportableOn)}: seven years and 180 days from the first delinquency on ${spellDay(delinquent)}.`,
        source: obsolescence,
        clearsOn: null,
      });
  }
  if (debt.type === 'medical') addMedical(view, today, reasons);

  const order = { block: 0, undetermined: 1, warn: 2 } as const;
  reasons.sort((a, b) => order[a.result] - order[b.result]);
  const barring = reasons.filter(({ result }) => result !== 'warn');
  let earliestOn: Day | null = today;
  for (const { clearsOn } of barring) {
    if (clearsOn === null || earliestOn === null) earliestOn = null;
    else if (clearsOn > earliestOn) earliestOn = clearsOn;
  }
  return {
    outcome: barring.some(({ result }) => result === 'block')
      ? 'blocked'
      : barring.length > 0
        ? 'undetermined'
        : reasons.length > 0
          ? 'warning'
          : 'allowed',
    reasons,
    earliestOn,
    disputeFlag,
    lastReportableOn,
  };
}

/** The bureaus’ own rules for medical debt: nothing paid, nothing under a year old, nothing under $500. */
const bureauLeastCents = 50_000;
const bureauLeastDays = 365;

function addMedical(view: CaseView, today: Day, reasons: FurnishReason[]): void {
  const { debt } = view.facts;
  const bans = medicalBansOn(view.states, today);
  for (const { words, state, source } of bans)
    reasons.push({
      code: 'FURNISH_MEDICAL_STATE_BAN',
      result: source.confidence === 'unverified' ? 'undetermined' : 'block',
      text: `${state}: ${words}`,
      source,
      clearsOn: null,
    });
  if (view.states.length === 0)
    reasons.push({
      code: 'FURNISH_MEDICAL_STATE_BAN',
      result: 'undetermined',
      text: 'Where the debtor lives is not known, and many states keep medical debt out of credit reports.',
      source: { cite: 'State laws on medical debt', readOn, confidence: 'secondary' },
      clearsOn: null,
    });
  if (view.states.includes('NV')) addNevadaNotice(view, today, reasons);
  if (view.facts.office.role === 'medical_provider')
    reasons.push({
      code: 'FURNISH_MEDICAL_FURNISHER',
      result: 'warn',
      text: 'Whoever provides care and reports debts tells the bureaus first that it is a furnisher of medical information.',
      source: { cite: '15 U.S.C. 1681s-2(a)(9)', readOn, confidence: 'known' },
      clearsOn: null,
    });
  const wait = extraordinaryClockOf(view, today);
  if (wait.state !== 'not_bound' && wait.state !== 'open')
    reasons.push({
      code: 'ECA_501R_WAIT',
      result: wait.state === 'unknown' ? 'undetermined' : 'block',
      text: wait.text,
      source: wait.source,
      clearsOn: wait.state === 'wait' ? wait.opensOn : null,
    });
  const delinquent = view.debtFact('delinquent_on');
  const young = delinquent !== null && isDay(delinquent) && today < addDays(delinquent, bureauLeastDays);
  if (debt.balanceCents < bureauLeastCents || young)
    reasons.push({
      code: 'FURNISH_BUREAU_POLICY',
      result: 'warn',
      text: 'The bureaus take no medical debt that is paid, younger than a year, or below $500.',
      source: { cite: 'Policy of the credit bureaus', readOn, confidence: 'secondary' },
      clearsOn: null,
    });
}

const nevadaDays = 60;

/** Nevada: a mailed notice, and sixty days, before anything is done to collect a medical debt. */
function addNevadaNotice(view: CaseView, today: Day, reasons: FurnishReason[]): void {
  const notice = view.everyEventOf('medical_notice').find(({ on }) => on <= today);
  const opensOn = notice === undefined ? null : addDays(sentOnOf(notice), nevadaDays);
  if (opensOn !== null && today >= opensOn) return;
  reasons.push({
    code: 'FURNISH_MEDICAL_STATE_BAN',
    result: 'block',
    text:
      opensOn === null
        ? 'NV: a notice by mail has to come 60 days before a medical debt is reported. None is on file.'
        : `NV: a medical debt is not reported before ${spellDay(opensOn)}, 60 days after the mailed notice.`,
    source: { cite: 'NRS 649.366-.369', readOn: '2026', confidence: 'secondary' },
    clearsOn: opensOn,
  });
}
