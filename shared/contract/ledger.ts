/** Charges, payments and their reversal. Entries are only ever appended. */
import { z } from 'zod';
import { paymentMethods } from '../domain/ledger.ts';
import {
  bookCommand,
  bookQuery,
  cents,
  day,
  enteredDay,
  id,
  line,
  optionalLine,
  positiveCents,
} from './call.ts';

export const ledgerCalls = {
  'ledger.addCharge': bookCommand(
    z.strictObject({
      accountId: id,
      kind: z.enum(['charge', 'fee', 'cost']),
      amountCents: positiveCents,
      effectiveOn: enteredDay,
      dueOn: enteredDay,
      reference: optionalLine(80),
      /** The clause, statute or order that allows it; required for a fee or a cost. */
      basis: optionalLine(300),
      memo: optionalLine(500),
    }),
    z.strictObject({ entryId: id, balanceCents: cents }),
  ),
  'ledger.recordPayment': bookCommand(
    z.strictObject({
      accountId: id,
      amountCents: positiveCents,
      receivedOn: enteredDay,
      method: z.enum(paymentMethods),
      /** Cheque or transaction number. A full card number is refused. */
      reference: optionalLine(80),
      memo: optionalLine(500),
      /** Must be true to take in more than is owed; the rest is kept as credit. */
      allowOverpayment: z.boolean().default(false),
    }),
    z.strictObject({
      entryId: id,
      balanceCents: cents,
      applications: z.array(z.strictObject({ reference: z.string(), dueOn: day.nullable(), cents })),
    }),
  ),
  /** Takes an entry back by an opposite one; the first stays in the ledger. */
  'ledger.reverse': bookCommand(
    z.strictObject({ entryId: id, reason: line(300) }),
    z.strictObject({ entryId: id, balanceCents: cents }),
  ),
  /** The charges of an account with what is still open of each, oldest due first. */
  'ledger.charges': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({
      charges: z.array(
        z.strictObject({
          entryId: id,
          reference: z.string(),
          effectiveOn: day,
          dueOn: day.nullable(),
          amountCents: cents,
          openCents: cents,
          memo: z.string(),
        }),
      ),
    }),
  ),
} as const;
