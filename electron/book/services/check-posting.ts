/** What every posting checks before it is reckoned or written, and the plain shape it begins from. */
import type { Day } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { type ComponentName, type Components, noComponents, totalOf } from '../../../shared/domain/ledger.ts';
import { MoneyOutOfRange, mostOnAccountCents } from '../../../shared/domain/money.ts';
import { askAboveRate, parseRate, type Rate, rateMicros } from '../../../shared/domain/rate.ts';
import type { LedgerFacts } from '../../../shared/domain/replay.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { AccountRecord } from '../store/queries/accounts.ts';
import { factsOf, type StoredLedger } from './ledger-facts.ts';
import type { Reckoned } from './post-ledger.ts';

export const componentCents = {
  principal: 'principalCents',
  interest: 'interestCents',
  fees: 'feesCents',
  costs: 'costsCents',
} as const satisfies Record<ComponentName, keyof Components>;

/** The parts of a new entry a service states one by one; the rest is empty. */
export const plainEntry = {
  ...noComponents,
  dueOn: null,
  reference: '',
  method: null,
  basis: '',
  memo: '',
} as const;

/** Errors: `charge.in_future`, `charge.before_account`. */
export function checkDay(account: AccountRecord, on: Day, today: Day): Result<null> {
  if (on > today) return fail('charge.in_future', { today });
  if (on < account.openedOn) return fail('charge.before_account', { openedOn: account.openedOn });
  return ok(null);
}

/**
 * No entry may lead past what one account may owe or hold. Only the way it goes itself counts: interest that is posted with a payment
 * can lift the balance further, and money must still be taken in, and be taken back. Errors: `money.out_of_range`.
 */
export function checkRange({ change, balanceCents }: Reckoned): Result<null> {
  const added = change.add.reduce((sum, entry) => sum + totalOf(entry), 0);
  const own = change.takeBack.reduce((sum, { entry }) => sum - totalOf(entry), added);
  const tooMuch = own > 0 && change.takeBack.length === 0 && balanceCents > mostOnAccountCents;
  return tooMuch || (own < 0 && balanceCents < -mostOnAccountCents) ? fail('money.out_of_range') : ok(null);
}

/**
 * The same for what changes interest: what is owed today, accrued interest included, may not pass it, unless it was as much
 * `before`. Errors: `money.out_of_range`.
 */
export function checkFigure(before: StoredLedger | null, { facts }: Reckoned, today: Day): Result<null> {
  const cents = figureOf(facts, today);
  if (cents <= mostOnAccountCents) return ok(null);
  return before !== null && cents <= figureOf(factsOf(before), today) ? ok(null) : fail('money.out_of_range');
}

function figureOf(facts: LedgerFacts, on: Day): number {
  try {
    return explain(facts, on).totalCents;
  } catch (error) {
    if (error instanceof MoneyOutOfRange) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/** Errors: `rate.invalid`, `rate.too_high`; `rate.confirm` above the rate that is asked about. */
export function checkRate(text: string, confirmed: boolean): Result<Rate> {
  const rate = parseRate(text);
  if (!rate.ok || confirmed || rateMicros(rate.value) <= rateMicros(askAboveRate)) return rate;
  return fail('rate.confirm', { rate: rate.value, asksAbove: askAboveRate });
}

export function firstOf(ids: readonly number[]): number {
  const [id] = ids;
  if (id === undefined) throw new Error('nothing was posted');
  return id;
}
