/** Figures over the whole book. */
import { type AgingBucket, agingBuckets } from '../../../shared/domain/aging.ts';
import { addDays, type Day } from '../../../shared/domain/days.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { QueryHandler } from '../context.ts';
import { type DueRange, sumBalances, sumOpenCharges } from '../store/queries/aging.ts';
import { findClient } from '../store/queries/debtors.ts';

/** The due days a bucket holds on a day; a test ties them to `bucketOf`. */
export function dueRangeOf(bucket: AgingBucket, asOf: Day): DueRange | null {
  const daysAgo = (days: number) => addDays(asOf, -days);
  switch (bucket) {
    case 'not_due':
      return { from: asOf, to: null };
    case 'd1_30':
      return { from: daysAgo(30), to: daysAgo(1) };
    case 'd31_60':
      return { from: daysAgo(60), to: daysAgo(31) };
    case 'd61_90':
      return { from: daysAgo(90), to: daysAgo(61) };
    case 'd91_120':
      return { from: daysAgo(120), to: daysAgo(91) };
    case 'd121_plus':
      return { from: null, to: daysAgo(121) };
    case 'no_due_day':
      return null;
  }
}

export const readAging: QueryHandler<'reports.aging'> = ({ store, today }, { clientId }) => {
  if (clientId !== null && !findClient(store, clientId)) return fail('client.not_found');
  const buckets = agingBuckets.map((bucket) => ({
    bucket,
    ...sumOpenCharges(store, dueRangeOf(bucket, today), clientId),
  }));
  const { balanceCents, accounts } = sumBalances(store, clientId);
  const openCents = buckets.reduce((sum, bucket) => sum + bucket.openCents, 0);
  // What the entries come to less what the charges are open for is money no charge has taken.
  return ok({ asOf: today, buckets, unappliedCents: balanceCents - openCents, balanceCents, accounts });
};
