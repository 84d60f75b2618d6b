/** Money received, as it is listed and looked at, set aside and taken out again. Posting stands in `incoming-post.ts`. */
import type { IncomingRow } from '../../../shared/contract/incoming.ts';
import { methodOf } from '../../../shared/domain/incoming/incoming.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import {
  findIncoming,
  type IncomingRecord,
  listHeldTotals,
  listIncoming,
  listPostedOn,
  listPostingsOf,
  readWaiting,
  sumIncoming,
  updateIncomingState,
} from '../store/queries/incoming.ts';
import type { Store } from '../store/store.ts';
import { proposalsFor, recordedFor } from './incoming-proposals.ts';

const page = 100;
const mostPostedOn = 3;

function itemOf(record: IncomingRecord) {
  const {
    details: _,
    payerKey: __,
    methodText: ___,
    fileName,
    decidedAt: ____,
    author: _____,
    ...item
  } = record;
  // A file that names no place is its own.
  return { ...item, heldAt: item.heldAt === '' && item.kind === 'file' ? fileName : item.heldAt };
}

export function incomingRowsOf(store: Store, records: readonly IncomingRecord[]): IncomingRow[] {
  const posted = listPostedOn(
    store,
    records.map(({ incomingId }) => incomingId),
    mostPostedOn,
  );
  return records.map((record) => {
    const where = posted.get(record.incomingId);
    return { ...itemOf(record), postedOn: where?.first ?? [], postedCount: where?.count ?? 0 };
  });
}

export const listReceived: QueryHandler<'incoming.list'> = ({ store }, { after, ...filter }) => {
  const found = listIncoming(store, filter, after, page + 1);
  const items = found.slice(0, page);
  const last = items.at(-1);
  return ok({
    items: incomingRowsOf(store, items),
    next: found.length > page && last ? { receivedOn: last.receivedOn, incomingId: last.incomingId } : null,
    ...sumIncoming(store, filter),
  });
};

export const totalReceived: QueryHandler<'incoming.totals'> = ({ store }) => {
  const held = listHeldTotals(store);
  return ok({
    held,
    ...readWaiting(store),
    posted: held.reduce((sum, one) => sum + one.posted, 0),
    setAside: held.reduce((sum, one) => sum + one.setAside, 0),
  });
};

export const getReceived: QueryHandler<'incoming.get'> = (context, { incomingId }) => {
  const { store } = context;
  const record = findIncoming(store, incomingId);
  if (!record) return fail('incoming.not_found');
  const isOpen = record.state === 'open';
  return ok({
    ...itemOf(record),
    fileName: record.fileName,
    decidedAt: record.decidedAt,
    author: record.author,
    method: methodOf({ ...record, method: record.methodText }),
    facts: (record.details.facts ?? []).map(({ label, value }) => ({ label, value })),
    postings: listPostingsOf(store, incomingId).map(({ incomingId: _, ...posting }) => posting),
    proposals: isOpen ? proposalsFor(context, record) : [],
    recorded: isOpen ? recordedFor(context, record) : [],
  });
};

/** What is posted in part may be set aside for the rest. Errors: `incoming.not_found`, `incoming.not_open`. */
export const setAsideReceived: CommandHandler<'incoming.setAside'> = (context, { incomingIds, reason }) => {
  const { store, now, author } = context;
  const ids = [...new Set(incomingIds)];
  for (const incomingId of ids) {
    const record = findIncoming(store, incomingId);
    if (!record) return fail('incoming.not_found');
    if (record.state !== 'open') return fail('incoming.not_open', { state: record.state });
    updateIncomingState(store, incomingId, { state: 'set_aside', reason, at: now, author });
  }
  context.changed('incoming');
  return ok({ setAside: ids.length });
};

/** Errors: `incoming.not_found`. Those that are not set aside stay as they are. */
export const reopenReceived: CommandHandler<'incoming.reopen'> = (context, { incomingIds }) => {
  const { store, now, author } = context;
  let reopened = 0;
  for (const incomingId of new Set(incomingIds)) {
    const record = findIncoming(store, incomingId);
    if (!record) return fail('incoming.not_found');
    if (record.state !== 'set_aside') continue;
    updateIncomingState(store, incomingId, { state: 'open', reason: '', at: now, author });
    reopened += 1;
  }
  context.changed('incoming');
  return ok({ reopened });
};
