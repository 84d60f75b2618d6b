/** Who owes, and where they can be reached. Nothing is overwritten: an old address or number stays, marked. */
import { z } from 'zod';
import {
  addressKinds,
  addressStatuses,
  debtorKinds,
  emailStatuses,
  phoneKinds,
  phoneStatuses,
} from '../domain/debtor.ts';
import { bookCommand, bookQuery, id, instant, line, nothing, optionalLine } from './call.ts';

/** What was just learned is in use; what was found by looking waits until somebody answers there. */
const freshStatus = z.enum(['current', 'unverified']).default('current');

/** `changeId` takes it back (`debtors.undoReach`); `null` when it stood so already. */
const statusChanged = z.strictObject({ changeId: id.nullable() });

export const reachChange = z.strictObject({
  changeId: id,
  phoneId: id.nullable(),
  addressId: id.nullable(),
  emailId: id.nullable(),
  /** The number or address as it reads. */
  what: z.string(),
  fromStatus: z.string(),
  toStatus: z.string(),
  why: z.string(),
  at: instant,
  author: z.string(),
  /** The newest of its number or address, and no opt-out on file holds it. */
  undoable: z.boolean(),
  /** An opt-out on file stands behind it: only its end lifts the mark. */
  heldByEvent: z.boolean(),
});
export type ReachChange = z.output<typeof reachChange>;

export const debtorCalls = {
  /** A changed name keeps the old one as a former name, still found by search. */
  'debtors.rename': bookCommand(
    z.strictObject({ debtorId: id, kind: z.enum(debtorKinds), name: line() }),
    nothing,
  ),
  'debtors.addAddress': bookCommand(
    z.strictObject({
      debtorId: id,
      kind: z.enum(addressKinds),
      line1: line(),
      line2: optionalLine(),
      city: line(),
      region: optionalLine(40),
      postalCode: optionalLine(20),
      country: optionalLine(60),
      source: optionalLine(),
      status: freshStatus,
      /** The one it corrects, which is marked as bad in the same step. */
      replaces: id.nullable().default(null),
    }),
    z.strictObject({ addressId: id }),
  ),
  'debtors.setAddressStatus': bookCommand(
    z.strictObject({ addressId: id, status: z.enum(addressStatuses), why: optionalLine(300).default('') }),
    statusChanged,
  ),
  'debtors.addPhone': bookCommand(
    z.strictObject({
      debtorId: id,
      kind: z.enum(phoneKinds),
      number: line(60),
      source: optionalLine(),
      status: freshStatus,
    }),
    z.strictObject({ phoneId: id }),
  ),
  'debtors.setPhoneStatus': bookCommand(
    z.strictObject({ phoneId: id, status: z.enum(phoneStatuses), why: optionalLine(300).default('') }),
    statusChanged,
  ),
  'debtors.addEmail': bookCommand(
    z.strictObject({ debtorId: id, address: line(254), source: optionalLine(), status: freshStatus }),
    z.strictObject({ emailId: id }),
  ),
  'debtors.setEmailStatus': bookCommand(
    z.strictObject({ emailId: id, status: z.enum(emailStatuses), why: optionalLine(300).default('') }),
    statusChanged,
  ),
  /** How the numbers and addresses of a person came to their marks, newest first. */
  'debtors.reachHistory': bookQuery(
    z.strictObject({ debtorId: id }),
    z.strictObject({ changes: z.array(reachChange) }),
  ),
  /** Puts the mark back that stood before, as a change of its own. */
  'debtors.undoReach': bookCommand(z.strictObject({ changeId: id }), statusChanged),
} as const;
