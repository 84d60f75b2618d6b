/**
 * What the law wants done soon, for Today: notices owed after a first communication, answers owed to disputes and requests. The
 * days are worked out by the rules themselves, for the few accounts a list shows.
 */

import { daysBetween } from '../../../shared/domain/days.ts';
import type { LegalEventKind } from '../../../shared/domain/law.ts';
import { collectorRoles } from '../../../shared/domain/law.ts';
import { CaseView } from '../../../shared/rules/case-view.ts';
import { disputeClocksOf } from '../../../shared/rules/clocks.ts';
import type { GateFacts } from '../../../shared/rules/facts.ts';
import { saysWhere } from '../../../shared/rules/time/places.ts';
import { validationStateOf } from '../../../shared/rules/validation/state.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { legalEventKindWords } from '../../../shared/text/labels.ts';
import type { QueryContext } from '../context.ts';
import { type LawCase, readLawCases } from '../store/queries/law-facts.ts';
import { listOwedEvents, listWithoutNotice } from '../store/queries/queue.ts';
import { findLastMark } from '../store/queries/queue-marks.ts';
import { lawInForce, officeFactsOf, plainAct } from './law-facts.ts';
import { aboutAccount, type Gathered, type Gathering, type Reason } from './today-reason.ts';

const dayMs = 86_400_000;
/** Accounts spoken with within so many days are looked at for a notice that is owed. */
const noticeDays = 30;
/** The facts of an account are many: so many accounts of a list are worked out, and the rest follow when those are done. */
const mostCases = 25;

const disputeKinds: readonly LegalEventKind[] = ['dispute', 'direct_dispute', 'bureau_dispute'];
const requestKinds: readonly LegalEventKind[] = ['original_creditor_request', 'statement_request'];

function factsFrom(context: QueryContext, found: LawCase): GateFacts {
  const { now, zone, store } = context;
  return { now, zone, act: plainAct({ channel: 'letter' }), office: officeFactsOf(store), ...found };
}

/** Which zones each of some debtors may be in; none when nothing says where. */
export function zonesOf(
  context: QueryContext,
  accountIds: readonly number[],
): Map<number, readonly string[]> {
  const { store, today } = context;
  const law = lawInForce(store);
  return new Map(
    readLawCases(store, accountIds, today).map((found) => {
      const view = new CaseView(factsFrom(context, found), law.states);
      return [found.debt.accountId, saysWhere(view.zoneClues) ? view.zones : []];
    }),
  );
}

export function answersOwed(
  { context, most }: Gathering,
  kind: 'dispute_answer_owed' | 'request_answer_owed',
): Gathered {
  const { store, now, today } = context;
  const kinds = kind === 'dispute_answer_owed' ? disputeKinds : requestKinds;
  const { rows, count } = listOwedEvents(
    store,
    kinds,
    { prefix: 'event', suffix: ':answer' },
    now,
    Math.min(most, mostCases),
  );
  if (rows.length === 0) return { reasons: [], count: 0 };
  const law = lawInForce(store);
  const cases = new Map(
    readLawCases(
      store,
      rows.map(({ accountId }) => accountId),
      today,
    ).map((found) => [found.debt.accountId, found]),
  );
  let answered = 0;
  const reasons = rows.flatMap((row): Reason[] => {
    const found = cases.get(row.accountId);
    const clock =
      found && disputeClocksOf(factsFrom(context, found), law).find(({ eventId }) => eventId === row.eventId);
    if (!clock || clock.state === 'answered') {
      answered += 1;
      return [];
    }
    return [
      {
        ...aboutAccount(row),
        key: `event:${row.eventId}:answer`,
        kind,
        text: `${legalEventKindWords[row.kind]}, ${dayWords(row.on)}. ${clock.text}`,
        dueOn: row.on,
        lastOn: clock.dueOn,
        daysLate: Math.max(0, daysBetween(row.on, today)),
      },
    ];
  });
  return { reasons, count: count - answered };
}

/** Regulation F: within five days of the first communication, unless it held the notice (12 CFR 1006.34(a)(1)(i)(B)). */
export function noticesOwed({ context, most }: Gathering): Gathered {
  const { store, now, today } = context;
  const office = officeFactsOf(store);
  if (office.role === null || (!collectorRoles.includes(office.role) && !office.house.keepsRegulationF))
    return { reasons: [], count: 0 };
  const rows = listWithoutNotice(store, now - noticeDays * dayMs, Math.min(most, mostCases));
  if (rows.length === 0) return { reasons: [], count: 0 };
  const law = lawInForce(store);
  const cases = new Map(
    readLawCases(
      store,
      rows.map(({ accountId }) => accountId),
      today,
    ).map((found) => [found.debt.accountId, found]),
  );
  const reasons = rows.flatMap((row): Reason[] => {
    const found = cases.get(row.accountId);
    if (!found) return [];
    const state = validationStateOf(new CaseView(factsFrom(context, found), law.states), today);
    if ((state.stage !== 'due' && state.stage !== 'overdue') || state.dueOn === null) return [];
    const key = `validation:${row.accountId}:${state.dueOn}:notice`;
    const mark = findLastMark(store, key);
    if (mark !== null && (mark.mark === 'done' || (mark.untilAt ?? 0) > now)) return [];
    const was = state.stage === 'overdue';
    return [
      {
        ...aboutAccount(row),
        key,
        kind: 'notice_due',
        text: `The validation notice ${was ? 'was' : 'is'} due by ${dayWords(state.dueOn)}: ${
          state.returnedOn === null ? 'none is recorded' : 'the last one came back'
        }`,
        dueOn: state.dueOn,
        lastOn: state.dueOn,
      },
    ];
  });
  return { reasons, count: reasons.length };
}
