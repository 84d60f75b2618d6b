/**
 * How numbers and addresses came to their marks, and taking a slip back. A mark that an opt-out on file
 * stands behind is not taken back here; only the end of that event, and then somebody by name, lifts it.
 */
import type { ReachChange } from '../../../shared/contract/debtors.ts';
import {
  type AddressStatus,
  addressStatuses,
  type EmailStatus,
  emailStatuses,
  type PhoneStatus,
  phoneStatuses,
} from '../../../shared/domain/debtor.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryContext, QueryHandler } from '../context.ts';
import { findDebtor } from '../store/queries/debtors.ts';
import {
  findReachChange,
  hasLaterReachChange,
  hasOpenOptOut,
  listReachChanges,
  type ReachChangeRecord,
} from '../store/queries/reach-changes.ts';
import { changedReach, changeReachStatus, type ReachMark } from './reach.ts';

const mostShown = 500;

const isBarred = (status: string) => status === 'do_not_call' || status === 'opted_out';

function isHeldByEvent({ store }: QueryContext, change: ReachChangeRecord): boolean {
  return isBarred(change.toStatus) && hasOpenOptOut(store, change);
}

export const listReachHistory: QueryHandler<'debtors.reachHistory'> = (context, { debtorId }) => {
  const { store } = context;
  if (!findDebtor(store, debtorId)) return fail('debtor.not_found');
  const seen = new Set<string>();
  const changes = listReachChanges(store, debtorId, mostShown).map((change): ReachChange => {
    const { nowStatus, debtorId: _of, ...shown } = change;
    const place = `${change.phoneId}/${change.addressId}/${change.emailId}`;
    const isNewest = !seen.has(place);
    seen.add(place);
    const heldByEvent = isHeldByEvent(context, change);
    return { ...shown, heldByEvent, undoable: isNewest && nowStatus === change.toStatus && !heldByEvent };
  });
  return ok({ changes });
};

/** The change back; `null` when a status is one of another version. */
function backOf(change: ReachChangeRecord): ReachMark | null {
  const has = <T extends string>(list: readonly T[], text: string): T | undefined =>
    list.find((one) => one === text);
  if (change.phoneId !== null) {
    const from = has<PhoneStatus>(phoneStatuses, change.toStatus);
    const to = has<PhoneStatus>(phoneStatuses, change.fromStatus);
    return from && to ? { kind: 'phone', id: change.phoneId, from, to } : null;
  }
  if (change.emailId !== null) {
    const from = has<EmailStatus>(emailStatuses, change.toStatus);
    const to = has<EmailStatus>(emailStatuses, change.fromStatus);
    return from && to ? { kind: 'email', id: change.emailId, from, to } : null;
  }
  const from = has<AddressStatus>(addressStatuses, change.toStatus);
  const to = has<AddressStatus>(addressStatuses, change.fromStatus);
  return change.addressId !== null && from && to ? { kind: 'address', id: change.addressId, from, to } : null;
}

export const undoReach: CommandHandler<'debtors.undoReach'> = (context, { changeId }) => {
  const { store } = context;
  const change = findReachChange(store, changeId);
  if (!change) return fail('reach.not_found');
  if (isHeldByEvent(context, change)) return fail('reach.held_by_event', { what: change.what });
  if (hasLaterReachChange(store, change) || change.nowStatus !== change.toStatus)
    return fail('reach.changed_since', { what: change.what });
  const back = backOf(change);
  if (back === null) return fail('reach.changed_since', { what: change.what });
  const undoneId = changeReachStatus(context, change.debtorId, back, 'Taken back');
  changedReach(context, change.debtorId);
  return ok({ changeId: undoneId });
};
