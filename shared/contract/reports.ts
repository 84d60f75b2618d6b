/** Figures over the whole book. */
import { z } from 'zod';
import { agingBuckets } from '../domain/aging.ts';
import { bookQuery, cents, day, id } from './call.ts';

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
} as const;
