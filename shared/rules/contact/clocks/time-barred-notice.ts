/** States that make an office say that a debt is, or may be, too old to sue on. Wording that was not checked does not go out. */
import { isDay } from '../../../domain/days.ts';
import type { StateCode } from '../../../domain/law.ts';
import type { CaseView } from '../../case-view.ts';
import { mayBeBarred } from '../../limitation/dates.ts';
import { lastReportableDay } from '../../reporting/delinquency.ts';
import { contactRule, type Finding, pass } from '../../rule.ts';
import { livesInNewYorkCity } from '../../states/new-york-city.ts';
import type { FactUsed } from '../../verdict.ts';
import { reportableId } from '../../wording/approvable.ts';
import {
  type TimeBarredWording,
  timeBarredNoticeFor,
  timeBarredNoticeOf,
} from '../../wording/time-barred.ts';
import { always, isCollecting } from '../stopping/scopes.ts';
import { endOfDay, type LimitationAt, limitationAt, limitationFacts } from './limitation-at.ts';

const written: readonly string[] = ['letter', 'email', 'text', 'social'];

/** The notices every place the debtor may live in wants. */
export function timeBarredWordings(
  view: CaseView,
  { input, dates }: LimitationAt,
): readonly TimeBarredWording[] {
  // A judgment outlives the claim’s period; what is said of suits does not fit it.
  if (dates.of === 'judgment' || !mayBeBarred(dates, input.today)) return [];
  const { known } = view.facts.debt;
  const places: (StateCode | 'NYC')[] = [...view.states];
  if (view.states.includes('NY') && livesInNewYorkCity(view) !== 'no') places.push('NYC');
  const delinquentOn = known.delinquent_on?.value;
  const asked = {
    mayBeBarred: true,
    isCollector: view.keepsRegulationF || view.facts.office.role === null,
    debtBuyer: input.debtBuyer,
    counsel: known.time_barred_text?.value ?? null,
    owner: known.current_creditor?.value ?? '{owner}',
    collector: '{collector}',
    reportable:
      delinquentOn !== undefined && isDay(delinquentOn)
        ? input.today <= lastReportableDay(delinquentOn)
        : null,
    reportedBefore: view.everyEventOf('furnished').length > 0,
  };
  const { approvedTexts = {} } = view.facts.office;
  return places.flatMap((place) => {
    // What counsel said of this account counts before what it approved for the office.
    const id = timeBarredNoticeOf(place)?.id ?? '';
    const ofOffice = approvedTexts[asked.reportable === true ? reportableId(id) : id] ?? approvedTexts[id];
    const counsel = asked.counsel ?? ofOffice ?? null;
    return timeBarredNoticeFor(place, { ...asked, counsel }) ?? [];
  });
}

function wordingFact(view: CaseView): FactUsed {
  const fact = view.facts.debt.known.time_barred_text;
  return {
    name: 'Wording confirmed by counsel',
    value: fact?.value ?? 'No',
    source: fact?.source ?? '',
    ref: { kind: 'debt_fact', name: 'time_barred_text' },
  };
}

export const timeBarredNoticeRule = contactRule<null>({
  id: 'state.limitation.notice',
  code: 'TIME_BARRED_NOTICE_REQUIRED',
  step: 'content',
  title: 'What a state prescribes about an old debt is said',
  subject: 'limitation',
  jurisdiction: 'states',
  force: 'prohibition',
  source: {
    cite: 'Conn. Gen. Stat. 36a-805(a)(14) and the laws of other states named in the reason',
    readOn: '2026-02',
    confidence: 'secondary',
    note: 'Only Connecticut’s wording was read; the others wait for counsel.',
  },
  scope: { roles: 'anyone', debts: 'consumer', states: 'all', channels: 'all', directions: 'out' },
  values: always,
  timed: true,
  check({ facts, at, view }): Finding {
    const { act } = facts;
    // What holds only the items of 1006.2(j) or serves to find the debtor has no room for a notice.
    if (!isCollecting(act.purpose) || act.purpose === 'limited_content' || act.purpose === 'locate')
      return pass;
    if (!view.isWithConsumer) return pass;
    if (!view.states.some((state) => timeBarredNoticeOf(state) !== null)) return pass;
    const found = limitationAt(view, at);
    const wordings = timeBarredWordings(view, found);
    if (wordings.length === 0) {
      const { earliestLastDay } = found.dates;
      return earliestLastDay === null || mayBeBarred(found.dates, found.input.today)
        ? pass
        : { result: 'pass', until: endOfDay(view, earliestLastDay) };
    }
    const stopped = wordings.filter((wording) => 'blocked' in wording);
    const mustStop =
      written.includes(act.channel) || stopped.some(({ notice }) => notice.when === 'every_request');
    const used = () => [...limitationFacts(view, found), wordingFact(view)];
    if (stopped.length > 0 && mustStop)
      return {
        result: 'block',
        text: () =>
          stopped
            .map(
              (wording) =>
                `${wording.notice.state}: the debt may be too old to sue on, and a notice is prescribed (${wording.notice.source.cite}). ${'blocked' in wording ? wording.blocked : ''}`,
            )
            .join(' '),
        facts: used,
        clears: { waitsFor: 'counsel to confirm the wording about old debts' },
      };
    return {
      result: 'warn',
      force: 'caution',
      text: () =>
        wordings
          .map((wording) =>
            'text' in wording
              ? wording.text === null
                ? `${wording.notice.state} prescribes a notice about an old debt (${wording.notice.source.cite}). Use the wording counsel approved.`
                : `${wording.notice.state} prescribes this notice about an old debt (${wording.notice.source.cite}): “${wording.text}”`
              : `${wording.notice.state} prescribes a notice about an old debt (${wording.notice.source.cite}). ${wording.blocked}`,
          )
          .join(' '),
      facts: used,
      clears: null,
    };
  },
});
