/** Figures over the whole book. */
import { z } from 'zod';
import { agingBuckets } from '../domain/aging.ts';
import { bookJob, bookQuery, cents, day, enteredDay, id } from './call.ts';

export const reportCalls = {
  /** What is owed by age, aged from the due day of each charge, as of today. */
  'reports.aging': bookQuery(
    z.strictObject({ clientId: id.nullable() }),
    z.strictObject({
      asOf: day,
      buckets: z.array(z.strictObject({ bucket: z.enum(agingBuckets), charges: z.int(), openCents: cents })),
      /** Received money no charge could take, as a negative sum; buckets and this add up to the balance. */
      unappliedCents: cents,
      balanceCents: cents,
      accounts: z.int(),
    }),
  ),
  /** What every account would take to pay off on a day, interest included, by client. */
  'reports.payoff': bookJob(
    z.strictObject({ asOf: enteredDay }),
    z.strictObject({
      asOf: day,
      clients: z.array(
        z.strictObject({
          clientId: id,
          name: z.string(),
          accounts: z.int(),
          /** Of them, accounts whose interest leads past what a sum can be: they are in none of the sums. */
          outOfRange: z.int(),
          postedCents: cents,
          accruedCents: cents,
          payoffCents: cents,
        }),
      ),
    }),
  ),
} as const;
