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
import { bookCommand, id, line, nothing, optionalLine } from './call.ts';

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
    }),
    z.strictObject({ addressId: id }),
  ),
  'debtors.setAddressStatus': bookCommand(
    z.strictObject({ addressId: id, status: z.enum(addressStatuses) }),
    nothing,
  ),
  'debtors.addPhone': bookCommand(
    z.strictObject({ debtorId: id, kind: z.enum(phoneKinds), number: line(60), source: optionalLine() }),
    z.strictObject({ phoneId: id }),
  ),
  'debtors.setPhoneStatus': bookCommand(
    z.strictObject({ phoneId: id, status: z.enum(phoneStatuses) }),
    nothing,
  ),
  'debtors.addEmail': bookCommand(
    z.strictObject({ debtorId: id, address: line(254), source: optionalLine() }),
    z.strictObject({ emailId: id }),
  ),
  'debtors.setEmailStatus': bookCommand(
    z.strictObject({ emailId: id, status: z.enum(emailStatuses) }),
    nothing,
  ),
} as const;
