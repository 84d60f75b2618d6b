/**
 * Hospitals that are charities under section 501(r), and whoever collects for them, may take no extraordinary collection action
 * (suing, garnishing, a lien, reporting to bureaus, selling the debt) before reasonable efforts to learn whether the patient gets
 * financial assistance: 26 CFR 1.501(r)-6.
 */
import { addDays, type Day } from '../../domain/days.ts';
import type { Source } from '../../domain/law.ts';
import type { CaseView } from '../case-view.ts';

/** From the first bill after discharge; with several episodes of care, the latest of them. */
const waitDays = 120;
/** From the written notice that names the actions. */
const noticeDays = 30;
/** Applications are taken so long after the first bill. */
const applicationDays = 240;

export const extraordinarySource: Source = {
  cite: '26 CFR 1.501(r)-6(c)',
  readOn: '2026-11-21',
  confidence: 'known',
};
export const virginiaSource: Source = {
  cite: 'Va. Code 59.1-611 to -613',
  readOn: '2026-02',
  confidence: 'text',
};
/** Virginia asks the same wait and notice of its own from this day on. */
export const virginiaFrom: Day = '2026-07-01';

export type ExtraordinaryState =
  /** The rule does not bind: no medical debt, or no hospital of this kind. */
  | 'not_bound'
  /** Whether it binds, or the day it runs from, is not known. */
  | 'unknown'
  | 'wait'
  | 'notice_wanted'
  | 'application_pending'
  | 'open';

export type ExtraordinaryClock = {
  readonly state: ExtraordinaryState;
  readonly code: 'ECA_501R_WAIT';
  readonly text: string;
  readonly firstBillOn: Day | null;
  /** The first day an action may be taken, as far as only time stands in the way. */
  readonly opensOn: Day | null;
  readonly noticeOn: Day | null;
  /** The last day an application is taken. */
  readonly applicationsUntil: Day | null;
  readonly source: Source;
};

export function extraordinaryClockOf(view: CaseView, today: Day): ExtraordinaryClock {
  const { debt } = view.facts;
  const hospital = view.debtFact('hospital_501r');
  const virginia = view.states.includes('VA') && today >= virginiaFrom;
  const isMedical = debt.type === 'medical';
  const source = hospital !== 'yes' && virginia ? virginiaSource : extraordinarySource;
  const firstBillOn = view.debtFact('first_bill_on');
  const base = {
    code: 'ECA_501R_WAIT',
    firstBillOn,
    opensOn: null,
    noticeOn: null,
    applicationsUntil: firstBillOn === null ? null : addDays(firstBillOn, applicationDays),
    source,
  } as const;
  if (!isMedical || (hospital === 'no' && !virginia))
    return {
      ...base,
      state: 'not_bound',
      applicationsUntil: null,
      text: 'The wait before extraordinary collection actions does not apply.',
    };
  if (hospital === null && !virginia)
    return {
      ...base,
      state:
        view.debtFact('medical_service') === 'hospital' || view.debtFact('medical_service') === null
          ? 'unknown'
          : 'not_bound',
      text: 'State whether the bill comes from a hospital under section 501(r): before it may be sued on or reported, such a hospital must wait.',
    };
  if (firstBillOn === null)
    return {
      ...base,
      state: 'unknown',
      text: 'The day of the first bill after discharge is not on file; the wait of 120 days runs from it.',
    };
  const waitEndsOn = addDays(firstBillOn, waitDays);
  const notices = view.everyEventOf('eca_notice');
  const last = notices.at(-1);
  const noticeOn = last === undefined ? null : (last.detail.sentOn ?? last.on);
  const afterNotice = noticeOn === null ? null : addDays(noticeOn, noticeDays);
  const opensOn = afterNotice !== null && afterNotice > waitEndsOn ? afterNotice : waitEndsOn;
  const pending = view
    .everyEventOf('assistance_application')
    .filter(({ on, endedOn }) => on <= today && (endedOn === null || endedOn > today));
  const dated = { ...base, noticeOn };
  if (pending.length > 0)
    return {
      ...dated,
      state: 'application_pending',
      text: pending.some(({ detail }) => detail.complete === false)
        ? 'An application for financial assistance lacks something. Say what is missing and wait a reasonable time before any action.'
        : 'An application for financial assistance is being decided. No action may be taken until it is.',
    };
  if (noticeOn === null)
    return {
      ...dated,
      state: 'notice_wanted',
      text: 'At least 30 days before an action a written notice must name it and its deadline, with the plain-language summary of the assistance policy, and somebody must try to tell the patient in person or by telephone. No such notice is on file.',
    };
  if (today < opensOn)
    return {
      ...dated,
      state: 'wait',
      opensOn,
      text: `No action before ${opensOn}: 120 days from the first bill after discharge (${firstBillOn}) and 30 days from the notice (${noticeOn}).`,
    };
  return {
    ...dated,
    state: 'open',
    opensOn,
    text: 'The wait is over and the notice was given. An application that comes in time still stops every action.',
  };
}
