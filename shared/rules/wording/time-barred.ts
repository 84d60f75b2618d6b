/**
 * What a state makes an office say about a debt that may be too old to sue on (compliance facts, 24.3).
 *
 * Only wording that was read in the law goes out as it is. Wording known otherwise is a draft: it is shown, and nothing is sent
 * until counsel’s word for it stands on the account (debt fact `time_barred_text`: `yes` confirms the draft, or the wording the office
 * keeps itself where there is none; anything longer is counsel’s own wording).
 */
import type { Source, StateCode } from '../../domain/law.ts';
import { known, secondary, text, unverified } from '../states/entry.ts';

export type TimeBarredNotice = {
  readonly id: string;
  readonly state: StateCode | 'NYC';
  readonly binds: 'collectors' | 'anyone' | 'debt_buyers';
  readonly when: 'first_writing' | 'every_request' | 'before_payment' | 'unknown';
  readonly style: string;
  /** Which sentences depend on whether the debt may still be reported to credit bureaus. */
  readonly dependsOnReporting: boolean;
  /** `null`: no wording was found. */
  readonly draft: ((variant: TimeBarredVariant) => string) | null;
  readonly confirmed: boolean;
  readonly source: Source;
};

export type TimeBarredVariant = {
  readonly owner: string;
  readonly collector: string;
  /** Within the time a bureau may report it; `null` while the date of first delinquency is not known. */
  readonly reportable: boolean | null;
  readonly reportedBefore: boolean;
};

const age = 'The law limits how long you can be sued on a debt. Because of the age of your debt,';
const readOn = '2026-11-21';

export const timeBarredNotices: readonly TimeBarredNotice[] = [
  {
    id: 'TB-CT',
    state: 'CT',
    binds: 'collectors',
    when: 'first_writing',
    style: 'In the first communication, at least 10 point.',
    dependsOnReporting: true,
    draft: ({ owner, reportable }) =>
      reportable
        ? `${age} ${owner} will not sue you for it. If you do not pay the debt, ${owner} may report or continue to report it to the credit reporting agencies as unpaid`
        : `${age} ${owner} will not sue you for it and ${owner} will not report it to any credit reporting agencies.`,
    confirmed: true,
    source: text('Conn. Gen. Stat. 36a-805(a)(14)', '2026-02'),
  },
  {
    id: 'TB-CA',
    state: 'CA',
    binds: 'anyone',
    when: 'first_writing',
    style: 'In the first writing after the period has run.',
    dependsOnReporting: true,
    draft: ({ collector, reportable, reportedBefore }) =>
      reportable
        ? `${age} we will not sue you for it. If you do not pay the debt, ${collector} may ${reportedBefore ? 'continue to ' : ''}report it to the credit reporting agencies as unpaid for as long as the law permits this reporting.`
        : `${age} we will not sue you for it, and we will not report it to any credit reporting agency.`,
    confirmed: false,
    source: known('Cal. Civ. Code 1788.14(d); 1788.52(d)', '2025-06', 'Compare the words with the code.'),
  },
  {
    id: 'TB-WV',
    state: 'WV',
    binds: 'anyone',
    when: 'first_writing',
    style: '',
    dependsOnReporting: true,
    draft: ({ owner, reportable }) =>
      reportable
        ? `${age} ${owner} cannot sue you for it. If you do not pay the debt, ${owner} may report or continue to report it to the credit reporting agencies as unpaid`
        : `${age} ${owner} cannot sue you for it and ${owner} cannot report it to any credit reporting agencies.`,
    confirmed: false,
    source: known('W. Va. Code 46A-2-128(f)', '2025-06', 'Compare the words with the code.'),
  },
  {
    id: 'TB-TX',
    state: 'TX',
    binds: 'debt_buyers',
    when: 'first_writing',
    style: '',
    dependsOnReporting: true,
    draft: ({ owner, reportable, reportedBefore }) => {
      const lead =
        'THE LAW LIMITS HOW LONG YOU CAN BE SUED ON A DEBT. BECAUSE OF THE AGE OF YOUR DEBT, WE WILL NOT SUE YOU FOR IT';
      const end = 'THIS NOTICE IS REQUIRED BY LAW.';
      return reportable
        ? `${lead}. IF YOU DO NOT PAY THE DEBT, ${owner.toUpperCase()} MAY ${reportedBefore ? 'CONTINUE TO ' : ''}REPORT IT TO CREDIT REPORTING AGENCIES AS UNPAID FOR AS LONG AS THE LAW PERMITS THIS REPORTING. ${end}`
        : `${lead}, AND WE WILL NOT REPORT IT TO ANY CREDIT REPORTING AGENCY. ${end}`;
    },
    confirmed: false,
    source: known('Tex. Fin. Code 392.307(e)', '2025-06', 'Compare the words with the code.'),
  },
  {
    id: 'TB-NM',
    state: 'NM',
    binds: 'anyone',
    when: 'every_request',
    style: 'With every request for payment, written and spoken.',
    dependsOnReporting: false,
    draft: () =>
      'We are required by New Mexico Attorney General rule to notify you of the following information. This information is not legal advice. This debt is or may be too old to be enforced in court. You cannot be required by a lawsuit to pay it. You do not have to admit that you owe it, promise to pay it, pay any part of it, or waive the time limit. A payment, or an admission, promise or waiver that you sign, may make the debt enforceable again.',
    confirmed: false,
    source: secondary('12.2.12.9 NMAC; NMSA 37-1-16', '2026', 'The rule has a model text; obtain it.'),
  },
  {
    id: 'TB-NY',
    state: 'NY',
    binds: 'collectors',
    when: 'before_payment',
    style: 'Before a payment is taken, in the same medium.',
    dependsOnReporting: false,
    // Under CPLR 214-i a payment no longer restarts the period; the old sentence about it would be untrue.
    draft: ({ collector }) =>
      `We believe that the legal time limit for suing you to collect this debt may have expired. It is a violation of the Fair Debt Collection Practices Act to sue to collect a debt after that time has expired. If you are sued, you may be able to stop the suit by telling the court that the time has expired; a court will not do so unless you say it. You do not have to admit to ${collector} that you owe this debt, promise to pay it, or waive the time limit.`,
    confirmed: false,
    source: secondary(
      '23 NYCRR 1.3; CPLR 214-i',
      '2026',
      'Elements read, wording not; the guidance of 2022-04-07 governs what is said of restarts.',
    ),
  },
  {
    id: 'TB-MA',
    state: 'MA',
    binds: 'anyone',
    when: 'unknown',
    style: '',
    dependsOnReporting: false,
    draft: null,
    confirmed: false,
    source: unverified('940 CMR 7.07(24)', '2025-06'),
  },
  {
    id: 'TB-OR',
    state: 'OR',
    binds: 'anyone',
    when: 'unknown',
    style: '',
    dependsOnReporting: false,
    draft: null,
    confirmed: false,
    source: unverified('ORS 646A.670; 646.639', '2025-06'),
  },
  {
    id: 'TB-VT',
    state: 'VT',
    binds: 'anyone',
    when: 'unknown',
    style: '',
    dependsOnReporting: false,
    draft: null,
    confirmed: false,
    source: unverified('Vermont Consumer Protection Rule 104', '2025-06'),
  },
  {
    id: 'TB-ME',
    state: 'ME',
    binds: 'anyone',
    when: 'unknown',
    style: '',
    dependsOnReporting: false,
    draft: null,
    confirmed: false,
    source: unverified('32 M.R.S. 11013', '2025-06'),
  },
  {
    id: 'TB-NYC',
    state: 'NYC',
    binds: 'anyone',
    when: 'unknown',
    style: '',
    dependsOnReporting: false,
    draft: null,
    confirmed: false,
    source: unverified('6 RCNY 5-77', readOn),
  },
];

const byState: ReadonlyMap<string, TimeBarredNotice> = new Map(
  timeBarredNotices.map((notice) => [notice.state, notice]),
);

export function timeBarredNoticeOf(state: StateCode | 'NYC'): TimeBarredNotice | null {
  return byState.get(state) ?? null;
}

export type TimeBarredCase = TimeBarredVariant & {
  /** The last day to sue may have passed. */
  readonly mayBeBarred: boolean;
  /** Regulation F binds the office or it keeps to it. */
  readonly isCollector: boolean;
  readonly debtBuyer: boolean | null;
  /** What counsel said of the wording: empty, `yes`, or the wording. */
  readonly counsel: string | null;
};

export type TimeBarredWording =
  /** `text` is `null` where counsel approved a wording the office keeps itself. */
  | { readonly notice: TimeBarredNotice; readonly text: string | null }
  | { readonly notice: TimeBarredNotice; readonly blocked: string; readonly draft: string | null };

/** No wording of counsel is shorter than this; what is shorter is a yes or a no. */
const shortestWording = 40;

/** `null`: nothing has to be said there. Blocked: nothing in writing may go out before what stands in `blocked` is done. */
export function timeBarredNoticeFor(
  state: StateCode | 'NYC',
  asked: TimeBarredCase,
): TimeBarredWording | null {
  const notice = timeBarredNoticeOf(state);
  if (notice === null || !asked.mayBeBarred) return null;
  if (notice.binds === 'collectors' && !asked.isCollector) return null;
  if (notice.binds === 'debt_buyers' && asked.debtBuyer === false) return null;
  const counsel = asked.counsel?.trim() ?? '';
  if (counsel.length >= shortestWording) return { notice, text: counsel };
  const draft =
    notice.draft === null || (notice.dependsOnReporting && asked.reportable === null)
      ? null
      : notice.draft(asked);
  if (notice.binds === 'debt_buyers' && asked.debtBuyer === null)
    return {
      notice,
      draft,
      blocked: 'State first whether the owner bought the debt: the notice is for debt buyers.',
    };
  const approved = counsel.toLowerCase() === 'yes';
  if (notice.draft === null)
    return approved
      ? { notice, text: null }
      : {
          notice,
          draft,
          blocked:
            'The prescribed wording was not found. Have counsel write it, put it into the letter, and record that counsel confirmed it.',
        };
  if (draft === null)
    return {
      notice,
      draft,
      blocked:
        'The wording depends on whether the debt may still be reported to credit bureaus. State the date of first delinquency.',
    };
  if (notice.confirmed || approved) return { notice, text: draft };
  return {
    notice,
    draft,
    blocked:
      'The wording on hand was not checked against the law. Have counsel confirm it, or enter counsel’s own.',
  };
}
