/** What a client placed in the month an account came in with: the accounts with what was owed on each the day it was placed. */
import { type Day, daysInMonth } from '../../../shared/domain/days.ts';
import type { LetterData } from '../../../shared/templates/letter-data.ts';
import { findClient } from '../store/queries/debtors.ts';
import { listPlacedAccounts, type PlacedAccount } from '../store/queries/placements.ts';
import type { LetterSubject } from './letter-subject.ts';
import { owedOn } from './owed.ts';

/** One letter lists no more; a client that places more in a month gets a list from the reports. */
const mostPlaced = 1000;

type Month = { readonly fromOn: Day; readonly toOn: Day };

/** `null` for the office's own debts, and for an account without a day of placement. */
function monthOf({ context, parties }: LetterSubject): Month | null {
  const { store, today } = context;
  const { clientId, placedOn } = parties.record;
  if (placedOn === null || placedOn > today || findClient(store, clientId)?.isOffice) return null;
  const lastOn = lastOfMonth(placedOn);
  return { fromOn: `${placedOn.slice(0, 7)}-01`, toOn: lastOn < today ? lastOn : today };
}

function rowsOf({ context, parties }: LetterSubject, { fromOn, toOn }: Month): PlacedAccount[] {
  return listPlacedAccounts(context.store, parties.record.clientId, fromOn, toOn, mostPlaced + 1);
}

/** Something was placed, and no more than a letter lists. */
export function mayListPlacement(subject: LetterSubject): boolean {
  const month = monthOf(subject);
  return month !== null && rowsOf(subject, month).length <= mostPlaced;
}

export function placementOf(subject: LetterSubject): LetterData['placement'] {
  const month = monthOf(subject);
  const rows = month === null ? [] : rowsOf(subject, month);
  if (month === null || rows.length > mostPlaced) return null;
  const { store } = subject.context;
  let totalCents = 0;
  const placed = rows.map((row) => {
    const cents = owedOn(store, row.accountId, row.placedOn);
    totalCents += cents;
    return {
      number: row.number,
      debtor: row.debtorName,
      cents,
      placedOn: row.placedOn,
      debtOn: row.openedOn,
    };
  });
  return { ...month, totalCents, placed };
}

function lastOfMonth(day: Day): Day {
  const month = day.slice(0, 7);
  const last = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return `${month}-${String(last).padStart(2, '0')}`;
}
