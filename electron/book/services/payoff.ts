/**
 * What every account would take to pay off on a day, added up by client. Nearly all figures follow from the state of interest kept with
 * the account; only accounts on which something happened after the day asked for are replayed.
 *
 * An account whose interest leads past what a sum can be is counted and left out of the sums.
 *
 * It lets other calls through between chunks, so each account's figure is right for the moment it was read.
 */

import type { OutputOf } from '../../../shared/contract/contract.ts';
import { figureOn } from '../../../shared/domain/accrual-state.ts';
import { type Day, toEpochDay } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { assertInRange, MoneyOutOfRange } from '../../../shared/domain/money.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { JobContext } from '../context.ts';
import { listClientCounts } from '../store/queries/account-list.ts';
import { type AccrualLine, listAccrualLines } from '../store/queries/accruals.ts';
import type { Store } from '../store/store.ts';
import { factsOf, readLedger } from './ledger-facts.ts';

/** About ten milliseconds of work. */
const accountsBetweenBreaths = 4000;

type Sums = { accounts: number; outOfRange: number; postedCents: number; payoffCents: number };

export type PayoffContext = Pick<JobContext, 'store' | 'cancelled' | 'progress' | 'breathe'>;

/** Returns `call.cancelled` when it is stopped. */
export async function payoffByClient(
  context: PayoffContext,
  asOf: Day,
): Promise<Result<OutputOf<'reports.payoff'>>> {
  const { store } = context;
  const clients = listClientCounts(store);
  const total = clients.reduce((sum, { accounts }) => sum + accounts, 0);
  const epochDay = toEpochDay(asOf);
  const byClient = new Map<number, Sums>();
  let done = 0;
  for (let after = 0; ; ) {
    if (context.cancelled()) return fail('call.cancelled');
    const lines = listAccrualLines(store, after, accountsBetweenBreaths);
    for (const line of lines) addLine(store, line, asOf, epochDay, byClient);
    const last = lines.at(-1);
    if (!last) break;
    after = last[0];
    done += lines.length;
    context.progress({ phase: 'Reckoning what is owed', done, total });
    await context.breathe();
  }
  return ok({
    asOf,
    clients: clients.flatMap(({ clientId, name }) => {
      const sums = byClient.get(clientId);
      if (!sums) return [];
      return [{ clientId, name, ...sums, accruedCents: sums.payoffCents - sums.postedCents }];
    }),
  });
}

function addLine(
  store: Store,
  line: AccrualLine,
  asOf: Day,
  epochDay: number,
  byClient: Map<number, Sums>,
): void {
  const [, clientId] = line;
  let sums = byClient.get(clientId);
  if (!sums) {
    sums = { accounts: 0, outOfRange: 0, postedCents: 0, payoffCents: 0 };
    byClient.set(clientId, sums);
  }
  sums.accounts += 1;
  try {
    const { postedCents, payoffCents } = figuresOf(store, line, asOf, epochDay);
    assertInRange(sums.payoffCents + payoffCents);
    sums.postedCents += postedCents;
    sums.payoffCents += payoffCents;
  } catch (error) {
    if (!(error instanceof MoneyOutOfRange)) throw error;
    sums.outOfRange += 1;
  }
}

function figuresOf(
  store: Store,
  [accountId, , fromOn, postedCents, state]: AccrualLine,
  asOf: Day,
  epochDay: number,
): { postedCents: number; payoffCents: number } {
  if (fromOn !== null && postedCents !== null && state !== null && fromOn <= asOf) {
    return { postedCents, payoffCents: figureOn(state, epochDay, postedCents) };
  }
  const { totalCents, unpostedCents } = explain(factsOf(readLedger(store, accountId)), asOf);
  return { postedCents: totalCents - unpostedCents, payoffCents: totalCents };
}
