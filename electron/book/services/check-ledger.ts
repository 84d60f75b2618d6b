/**
 * Holds every account's stored ledger against its replay: derived entries, applications, components, the state of interest and
 * what came in for promises. Used by tests after everything they do, and by whoever doubts a book; it changes nothing.
 */
import { accrualStateOf } from '../../../shared/domain/accrual-state.ts';
import { changeApplications, changeDerived } from '../../../shared/domain/corrections.ts';
import { type Components, totalOf } from '../../../shared/domain/ledger.ts';
import { replay } from '../../../shared/domain/replay.ts';
import { listAccountIds } from '../store/queries/accounts.ts';
import { findAccrual } from '../store/queries/accruals.ts';
import { listApplications } from '../store/queries/entries.ts';
import type { Store } from '../store/store.ts';
import { derivedInForce, factsOf, readLedger, storedReversals, sumOf } from './ledger-facts.ts';
import { promisesThatDiffer } from './settle-promises.ts';

export type LedgerDifference = { readonly accountId: number; readonly what: string };

/** Every way in which accounts differ from what their primary entries say; empty when all is well. */
export function checkLedger(store: Store): LedgerDifference[] {
  return listAccountIds(store).flatMap((accountId) =>
    checkAccountLedger(store, accountId).map((what) => ({ accountId, what })),
  );
}

export function checkAccountLedger(store: Store, accountId: number): string[] {
  const ledger = readLedger(store, accountId);
  const facts = factsOf(ledger);
  const replayed = replay(facts, { through: null });
  const { takeBack, post, kept } = changeDerived(derivedInForce(ledger), replayed);
  const wrong: string[] = [];
  for (const { entryId, kind } of takeBack) wrong.push(`derived ${kind} ${entryId} is not right any more`);
  for (const { key } of post) wrong.push(`derived ${key} is missing`);
  if (post.length === 0) {
    const changes = changeApplications(replayed, {
      stored: listApplications(store, accountId),
      reversals: storedReversals(ledger),
      idOf: (key) => (typeof key === 'number' ? key : (kept.get(key) ?? 0)),
    });
    for (const { entryId, chargeEntryId, parts } of changes) {
      wrong.push(`entry ${entryId} on ${chargeEntryId} is off by ${totalOf(parts)}`);
    }
  }
  const stored = inWords(sumOf(ledger.entries));
  if (stored !== inWords(replayed.parts)) {
    wrong.push(`components ${stored} should be ${inWords(replayed.parts)}`);
  }
  const state = accrualStateOf(facts);
  const should = state && { ...state, postedCents: totalOf(replayed.parts) };
  const is = findAccrual(store, accountId);
  if (
    is?.fromOn !== should?.fromOn ||
    is?.state !== should?.state ||
    is?.postedCents !== should?.postedCents
  ) {
    wrong.push(`interest stands at ${JSON.stringify(is)}, should at ${JSON.stringify(should)}`);
  }
  for (const { promiseId, receivedCents } of promisesThatDiffer(store, accountId)) {
    wrong.push(`promise ${promiseId} received ${receivedCents}`);
  }
  return wrong;
}

function inWords({ principalCents, interestCents, feesCents, costsCents }: Components): string {
  return [principalCents, interestCents, feesCents, costsCents].join(', ');
}
