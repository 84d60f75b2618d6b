/** What a client placed in the month an account came in with: the accounts with what was owed on each the day it was placed. */
import { type Day, daysInMonth } from '../../../shared/domain/days.ts';
import type { LetterData } from '../../../shared/templates/letter-data.ts';
import { findClient } from '../store/queries/debtors.ts';
import { listPlacedAccounts } from '../store/queries/placements.ts';
import type { LetterSubject } from './letter-subject.ts';
import { owedOn } from './owed.ts';

/** One letter lists no more; a client that places more in a month gets a list from the reports. */
const mostPlaced = 1000;

/** `null` for the office's own debts, for an account without a day of placement, and beyond `mostPlaced`. */
export function placementOf({ context, parties }: LetterSubject): LetterData['placement'] {
  const { store, today } = context;
  const { clientId, placedOn } = parties.record;
  if (placedOn === null || placedOn > today || findClient(store, clientId)?.isOffice) return null;
  const fromOn = `${placedOn.slice(0, 7)}-01`;
  const lastOn = lastOfMonth(placedOn);
  const toOn = lastOn < today ? lastOn : today;
  const rows = listPlacedAccounts(store, clientId, fromOn, toOn, mostPlaced + 1);
  if (rows.length === 0 || rows.length > mostPlaced) return null;
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
  return { fromOn, toOn, totalCents, placed };
}

function lastOfMonth(day: Day): Day {
  const month = day.slice(0, 7);
  const last = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return `${month}-${String(last).padStart(2, '0')}`;
}
