/** Looking for a person: what was tried, what came of it, and what was found, kept with its source. */
import { z } from 'zod';
import { addressKinds, phoneKinds } from '../domain/debtor.ts';
import { traceOutcomes, traceSources } from '../domain/trace.ts';
import { bookCommand, bookQuery, day, enteredDay, id, instant, line, optionalLine } from './call.ts';

const foundAddress = z.strictObject({
  kind: z.enum(addressKinds),
  line1: line(),
  line2: optionalLine().default(''),
  city: line(),
  region: optionalLine(40).default(''),
  postalCode: optionalLine(20).default(''),
  country: optionalLine(60).default(''),
});

export const traceRow = z.strictObject({
  traceId: id,
  accountId: id,
  accountNumber: z.string(),
  source: z.enum(traceSources),
  triedOn: day,
  asked: z.string(),
  outcome: z.enum(traceOutcomes),
  found: z.string(),
  madeAt: instant,
  author: z.string(),
});
export type TraceRow = z.output<typeof traceRow>;

export const traceCalls = {
  /**
   * Keeps what was tried and, in the same transaction, the number and addresses it found: not verified until somebody
   * answers there, and with this look as their source.
   */
  'traces.record': bookCommand(
    z.strictObject({
      accountId: id,
      source: z.enum(traceSources),
      triedOn: enteredDay,
      asked: optionalLine(300).default(''),
      outcome: z.enum(traceOutcomes),
      found: optionalLine(1000).default(''),
      phone: z
        .strictObject({ kind: z.enum(phoneKinds), number: line(60) })
        .nullable()
        .default(null),
      address: foundAddress.nullable().default(null),
      email: line(254).nullable().default(null),
    }),
    z.strictObject({ traceId: id, phoneId: id.nullable(), addressId: id.nullable(), emailId: id.nullable() }),
  ),
  /** Every look for the person, on any of their accounts, newest first. */
  'traces.list': bookQuery(
    z.strictObject({ accountId: id, limit: z.int().min(1).max(500).default(200) }),
    z.strictObject({ traces: z.array(traceRow) }),
  ),
} as const;
