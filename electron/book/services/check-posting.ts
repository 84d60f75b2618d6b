/** What every posting checks before it is reckoned or written, and the plain shape it begins from. */
import type { Day } from '../../../shared/domain/days.ts';
import { type ComponentName, type Components, noComponents } from '../../../shared/domain/ledger.ts';
import { mostOnAccountCents } from '../../../shared/domain/money.ts';
import { askAboveRate, parseRate, type Rate, rateMicros } from '../../../shared/domain/rate.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { AccountRecord } from '../store/queries/accounts.ts';
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

/** Errors: `money.out_of_range`. */
export function checkRange({ balanceCents }: Reckoned): Result<null> {
  return Math.abs(balanceCents) > mostOnAccountCents ? fail('money.out_of_range') : ok(null);
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
