/**
 * Every clock the law sets on one debt, as the account’s screen shows them, and the few the list sorts by. Plain values that
 * survive JSON; the sums are pure and take the day from the facts’ own instant and zone.
 */
import { addDays, type Day, spellDay } from '../domain/days.ts';
import type { LegalEventKind, Source, StateCode } from '../domain/law.ts';
import { CaseView } from './case-view.ts';
import { timeBarredWordings } from './contact/clocks/time-barred-notice.ts';
import type { GateFacts, LegalEvent } from './facts.ts';
import { type LawBook, shippedLaw } from './law-book.ts';
import { type LimitationState, limitationDatesOf } from './limitation/dates.ts';
import { limitationInputOf } from './limitation/facts.ts';
import { type LimitationStatus, limitationOf } from './limitation/limitation.ts';
import { type ExtraordinaryClock, extraordinaryClockOf } from './medical/extraordinary.ts';
import { delinquencyDateDueOn, directDisputeDueOn } from './reporting/delinquency.ts';
import { type FurnishGate, furnishGateOf } from './reporting/furnish.ts';
import { type Retention, retentionOf } from './retention/retention.ts';
import { isChargedOff } from './states/debt-kind.ts';
import { localDay } from './time/local-time.ts';
import {
  type ItemizationCandidate,
  type ItemizationChoice,
  itemizationCandidates,
  itemizationChoiceOf,
} from './validation/itemization-date.ts';
import { type ValidationState, validationStateOf } from './validation/state.ts';

/** A notice a state prescribes about an old debt, as it may go out or with what has to be done first. */
export type OldDebtNotice = {
  readonly id: string;
  readonly state: StateCode | 'NYC';
  readonly source: Source;
  readonly style: string;
  /** What may go out; `null` while something stands in the way. */
  readonly text: string | null;
  readonly draft: string | null;
  readonly blocked: string | null;
};

/** A dispute or request, and by when it wants an answer. */
export type DisputeClock = {
  readonly eventId: number;
  readonly kind: LegalEventKind;
  readonly receivedOn: Day;
  /** Within the validation period; `null` where that does not matter. */
  readonly inTime: boolean | null;
  /** The last day for the answer; `null` where only collection waits. */
  readonly dueOn: Day | null;
  readonly state: 'open' | 'overdue' | 'answered';
  readonly text: string;
};

export type ReportingClock = FurnishGate & {
  readonly furnishedOn: Day | null;
  /** The last day to tell the bureau the date of first delinquency. */
  readonly delinquencyDueOn: Day | null;
};

export type DebtClocks = {
  readonly today: Day;
  readonly validation: ValidationState & {
    readonly chosen: ItemizationChoice | null;
    readonly candidates: readonly ItemizationCandidate[];
  };
  readonly limitation: LimitationStatus;
  readonly oldDebtNotices: readonly OldDebtNotice[];
  readonly reporting: ReportingClock;
  /** `null` for a debt that is not medical. */
  readonly medical: ExtraordinaryClock | null;
  readonly retention: Retention;
  readonly disputes: readonly DisputeClock[];
};

const disputeKinds: readonly LegalEventKind[] = [
  'dispute',
  'original_creditor_request',
  'direct_dispute',
  'bureau_dispute',
  'statement_request',
];

/** Days a state gives for an answer to a request for documents or an itemized statement. */
const statementDays: Readonly<Partial<Record<StateCode, number>>> = {
  // D.C. Code 28-3814: fifteen days, collection stops meanwhile.
  DC: 15,
  // 23 NYCRR 1.4: substantiation within sixty days of the request.
  NY: 60,
};

/** 23 NYCRR 1.4: after a dispute the debtor is told how to ask for substantiation, in 14 days when spoken, 21 when written. */
const newYorkDays = { spoken: 14, written: 21 } as const;
/** Tex. Fin. Code 392.202: who collects for others looks into a dispute, and corrects what is wrong, in 30 days. */
const texasDays = 30;

/** New York’s rules on substantiation bind who collects charged-off consumer debt for others; what is not said may be one. */
function isHeldInNewYork(view: CaseView): boolean {
  const isBound = view.bindsCollectors || view.facts.office.role === null;
  return isBound && view.isConsumerDebt && isChargedOff(view) !== false;
}

type StateDuty = { readonly dueOn: Day; readonly text: string };

/** What the debtor’s state adds to a dispute, the soonest first; how it was made, where nobody wrote it down, is taken for spoken. */
function stateDuties(view: CaseView, event: LegalEvent): StateDuty[] {
  const isBound = view.bindsCollectors || view.facts.office.role === null;
  if (event.kind !== 'dispute' || !isBound || !view.isConsumerDebt) return [];
  const duties: StateDuty[] = [];
  if (view.states.includes('NY') && isHeldInNewYork(view)) {
    const dueOn = addDays(event.on, newYorkDays[event.detail.written === true ? 'written' : 'spoken']);
    duties.push({
      dueOn,
      text: `New York wants the debtor told by ${spellDay(dueOn)} how to ask for substantiation of a charged-off debt (23 NYCRR 1.4).`,
    });
  }
  if (view.states.includes('TX')) {
    const dueOn = addDays(event.on, texasDays);
    duties.push({
      dueOn,
      text: `Texas wants it looked into, and what is wrong corrected, by ${spellDay(dueOn)} (Tex. Fin. Code 392.202).`,
    });
  }
  return duties.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

function answerDueOn(view: CaseView, event: LegalEvent): Day | null {
  switch (event.kind) {
    case 'dispute':
      return stateDuties(view, event)[0]?.dueOn ?? null;
    case 'direct_dispute':
      return directDisputeDueOn(event.on, event.detail.from ?? null);
    case 'bureau_dispute':
      // 15 U.S.C. 1681s-2(b)(2): within the bureau’s own thirty days.
      return addDays(event.on, 30);
    case 'statement_request': {
      const days = view.states.flatMap((state) =>
        state === 'NY' && !isHeldInNewYork(view) ? [] : (statementDays[state] ?? []),
      );
      return days.length === 0 ? null : addDays(event.on, Math.min(...days));
    }
    default:
      return null;
  }
}

function isAnswered(view: CaseView, event: LegalEvent, today: Day): boolean {
  if (event.endedOn !== null && event.endedOn <= today) return true;
  if (event.kind !== 'dispute') return false;
  return view.everyEventOf('verification_sent').some(({ on, detail }) => {
    const sentOn = detail.sentOn ?? on;
    return sentOn >= event.on && sentOn <= today;
  });
}

function disputesOf(view: CaseView, validation: ValidationState, today: Day): DisputeClock[] {
  return view.facts.events.flatMap((event) => {
    if (!disputeKinds.includes(event.kind)) return [];
    if (event.accountId !== null && event.accountId !== view.facts.debt.accountId) return [];
    if (event.on > today) return [];
    const dueOn = answerDueOn(view, event);
    const answered = isAnswered(view, event, today);
    const federal = event.kind === 'dispute' || event.kind === 'original_creditor_request';
    const inTime = federal ? validation.endsOn === null || event.on <= validation.endsOn : null;
    const state = answered ? 'answered' : dueOn !== null && today > dueOn ? 'overdue' : 'open';
    return [
      {
        eventId: event.eventId,
        kind: event.kind,
        receivedOn: event.on,
        inTime,
        dueOn,
        state,
        text: [
          disputeText(event, state, dueOn, inTime),
          ...(answered ? [] : stateDuties(view, event).map(({ text }) => text)),
        ].join(' '),
      } as const,
    ];
  });
}

function disputeText(
  event: LegalEvent,
  state: DisputeClock['state'],
  dueOn: Day | null,
  inTime: boolean | null,
): string {
  if (state === 'answered') return 'Answered.';
  if (dueOn !== null && event.kind !== 'dispute')
    return state === 'overdue'
      ? `The answer was due by ${spellDay(dueOn)}. Send it at once.`
      : `The answer is due by ${spellDay(dueOn)}.`;
  if (event.kind === 'statement_request') return 'Collection waits until it is answered.';
  if (inTime === true && (event.kind !== 'dispute' || event.detail.written === true))
    return 'It came within the validation period: collection waits until it is answered.';
  if (inTime === true && (event.detail.written ?? null) === null)
    return 'Whether it came in writing is not recorded. If it did, collection waits until it is answered.';
  return 'It does not stop collection under the federal rule. The debt counts as disputed from then on, and reports must say so.';
}

/** The day of the last act of collection on file: a contact, a payment, a judgment, a letter or notice. */
function lastActivityOf(view: CaseView): Day | null {
  const { facts } = view;
  let last: Day | null = facts.debt.placedOn;
  const see = (day: Day | null) => {
    if (day !== null && (last === null || day > last)) last = day;
  };
  see(facts.debt.lastPaymentOn);
  see(facts.debt.judgedOn);
  for (const contact of facts.contacts) if (view.isAboutDebt(contact)) see(localDay(facts.zone, contact.at));
  for (const { accountId, on } of facts.events)
    if (accountId === null || accountId === facts.debt.accountId) see(on);
  return last;
}

function reportingOf(view: CaseView, today: Day): ReportingClock {
  const furnished = view.everyEventOf('furnished').filter(({ on }) => on <= today);
  const furnishedOn = furnished.reduce<Day | null>(
    (first, { on }) => (first === null || on < first ? on : first),
    null,
  );
  return {
    ...furnishGateOf(view, today),
    furnishedOn,
    delinquencyDueOn: furnishedOn === null ? null : delinquencyDateDueOn(furnishedOn),
  };
}

export function debtClocksOf(facts: GateFacts, law: LawBook = shippedLaw): DebtClocks {
  const view = new CaseView(facts, law.states);
  const today = view.officeDay(facts.now);
  const input = limitationInputOf(view, today);
  const limitation = limitationOf(input, law.states);
  const validation = validationStateOf(view, today);
  const { debt } = facts;
  return {
    today,
    validation: {
      ...validation,
      chosen: itemizationChoiceOf(debt),
      candidates: itemizationCandidates(debt),
    },
    limitation,
    oldDebtNotices: timeBarredWordings(view, { input, dates: limitation }).map((wording) => ({
      id: wording.notice.id,
      state: wording.notice.state,
      source: wording.notice.source,
      style: wording.notice.style,
      text: 'text' in wording ? wording.text : null,
      draft: 'text' in wording ? null : wording.draft,
      blocked: 'text' in wording ? null : wording.blocked,
    })),
    reporting: reportingOf(view, today),
    medical: debt.type === 'medical' ? extraordinaryClockOf(view, today) : null,
    retention: retentionOf({
      lastActivityOn: lastActivityOf(view),
      open: !debt.closed && debt.balanceCents > 0,
      litigationHold: view.eventsOf('litigation_hold', facts.now).length > 0,
      inSuit: view.debtFact('litigation') === 'yes' || (debt.judgedOn !== null && debt.balanceCents > 0),
    }),
    disputes: disputesOf(view, validation, today),
  };
}

/** The disputes and requests of one debt alone, for lists of what is owed an answer. */
export function disputeClocksOf(facts: GateFacts, law: LawBook = shippedLaw): readonly DisputeClock[] {
  const view = new CaseView(facts, law.states);
  const today = view.officeDay(facts.now);
  return disputesOf(view, validationStateOf(view, today), today);
}

/** What the list of accounts sorts and filters by. */
export type ListClocks = {
  readonly validationEndOn: Day | null;
  /** The last day to sue to rely on. */
  readonly limitationOn: Day | null;
  readonly limitationState: LimitationState;
};

/** The same answers as `debtClocksOf`, made without sentences: for a whole book at a time. */
export function listClocksOf(facts: GateFacts, law: LawBook = shippedLaw): ListClocks {
  return listClocksIn(new CaseView(facts, law.states));
}

/** For somebody who has looked at the facts already. */
export function listClocksIn(view: CaseView): ListClocks {
  const today = view.officeDay(view.facts.now);
  const dates = limitationDatesOf(limitationInputOf(view, today), view.laws);
  return {
    validationEndOn: validationStateOf(view, today).endsOn,
    limitationOn: dates.earliestLastDay,
    limitationState: dates.state,
  };
}
