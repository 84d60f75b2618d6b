/**
 * Everything that happened on one account, or on all accounts of its debtor, newest first. Each kind is read from its own
 * index, no further than a page, and the pages are merged: a union in SQL would read the whole account for every page.
 *
 * The order is total: by instant, then by kind, then by the order within the kind. Entries posted in the same
 * instant, as an import posts them, follow their effective days; interest of one day stands before the payment it was
 * posted for, as the explanation has it.
 */
import type { TimelineItem, TimelineKind } from '../../../../shared/contract/timeline.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';
import {
  findAbsentKinds,
  type Of,
  type OfPerson,
  type Page,
  type PersonPage,
  readAccountChanges,
  readAttachments,
  readContacts,
  readEntries,
  readEvents,
  readHolds,
  readLetters,
  readMail,
  readNotes,
  readOffers,
  readPlans,
  readPromises,
  readReachChanges,
  readReminders,
  readRenames,
  readStrategies,
  readTraces,
} from './timeline-kinds.ts';

/** Where a page ended. */
export type TimelinePlace = { readonly at: number; readonly rank: number; readonly seq: number };

export type PlacedItem = { readonly place: TimelinePlace; readonly item: TimelineItem };

/** Ranks of things of one instant: what came of it stands above what caused it. */
const ranks: { readonly [K in TimelineKind]: number } = {
  note: 1,
  contact: 2,
  letter: 3,
  reminder: 4,
  promise: 5,
  plan: 6,
  entry: 7,
  offer: 8,
  event: 9,
  hold: 10,
  attachment: 11,
  trace: 12,
  reach: 13,
  strategy: 14,
  change: 15,
  mail: 16,
};

export const allKinds = Object.keys(ranks) as TimelineKind[];

/** The place of a note or a contact: a page before the place right after it begins with it. */
export function placeOf(kind: TimelineKind, at: number, seq: number): TimelinePlace {
  return { at, rank: ranks[kind], seq };
}

export type TimelineAsked = {
  /** The account asked about comes first; the others are those of its debtor, where they are wanted. */
  readonly accounts: readonly { readonly accountId: number; readonly number: string }[];
  readonly debtorId: number;
  readonly wholeDebtor: boolean;
  readonly kinds: readonly TimelineKind[];
  /** The place items are on the asked side of; `null` begins at the newest. */
  readonly from: TimelinePlace | null;
  /** Towards now, instead of back in time. */
  readonly newer: boolean;
  readonly limit: number;
};

/** Items of the wanted kinds on one side of a place, nearest first, at most `limit`. */
export function readTimeline(store: Store, asked: TimelineAsked, today: Day): PlacedItem[] {
  const asks = asked.accounts.slice(0, asked.wholeDebtor ? undefined : 1);
  const absent = findAbsentKinds(
    store,
    asks.map(({ accountId }) => accountId),
    asked.debtorId,
  );
  const items = asked.kinds.flatMap((kind) => (absent.has(kind) ? [] : readKind(store, kind, asked, today)));
  const sign = asked.newer ? -1 : 1;
  items.sort(
    (a, b) => sign * (b.place.at - a.place.at || b.place.rank - a.place.rank || b.place.seq - a.place.seq),
  );
  // A contact about several accounts is found with each of them.
  const seen = new Set<string>();
  const once = items.filter(({ item }) => !seen.has(item.key) && seen.add(item.key));
  return once.slice(0, asked.limit);
}

/** The end of a page for one kind. Within the instant of the place, what lies beyond it is of a kind further on, or of a later row. */
function endOf(rank: number, { from, newer, limit }: TimelineAsked): Omit<Page, 'accountId'> {
  const none = newer ? Number.MAX_SAFE_INTEGER : -1;
  const all = newer ? -1 : Number.MAX_SAFE_INTEGER;
  if (from === null) return { at: newer ? -1 : Number.MAX_SAFE_INTEGER, seq: all, limit, newer };
  const beyond = newer ? rank > from.rank : rank < from.rank;
  return { at: from.at, seq: rank === from.rank ? from.seq : beyond ? all : none, limit, newer };
}

function readKind(store: Store, kind: TimelineKind, asked: TimelineAsked, today: Day): PlacedItem[] {
  const end = endOf(ranks[kind], asked);
  const [first] = asked.accounts;
  const mine = first?.accountId ?? 0;
  const numbers = new Map(asked.accounts.map(({ accountId, number }) => [accountId, number]));
  const nameOf = (accountId: number | null): TimelineItem['account'] => {
    if (accountId === null || (accountId === mine && !asked.wholeDebtor)) return null;
    return { accountId, number: numbers.get(accountId) ?? '' };
  };
  /** Of each account, under its name. */
  const each = <K extends TimelineKind>(
    of: K,
    read: (page: Page) => readonly Of<K>[],
    keyOf: (row: Of<K>) => string | number,
  ): PlacedItem[] =>
    asked.accounts
      .filter(({ accountId }) => asked.wholeDebtor || accountId === mine)
      .flatMap(({ accountId }) => place(of, read({ ...end, accountId }), keyOf, () => nameOf(accountId)));
  /** Of the person, once. */
  const once = <K extends TimelineKind>(
    of: K,
    read: (page: PersonPage) => readonly OfPerson<K>[],
    keyOf: (row: OfPerson<K>) => string | number,
  ): PlacedItem[] =>
    place(
      of,
      read({ ...end, debtorId: asked.debtorId, accountId: asked.wholeDebtor ? null : mine }),
      keyOf,
      ({ ofAccount }) => nameOf(ofAccount),
    );

  switch (kind) {
    case 'note':
      return each(
        kind,
        (page) => readNotes(store, page),
        (row) => row.noteId,
      );
    case 'contact':
      return each(
        kind,
        (page) => readContacts(store, page),
        (row) => row.contactId,
      );
    case 'letter':
      return each(
        kind,
        (page) => readLetters(store, page),
        (row) => row.letterId,
      );
    case 'mail':
      return each(
        kind,
        (page) => readMail(store, page),
        (row) => row.seq,
      );
    case 'reminder':
      return each(
        kind,
        (page) => readReminders(store, page),
        (row) => row.reminderId,
      );
    case 'promise':
      return each(
        kind,
        (page) => readPromises(store, page, today),
        (row) => row.promiseId,
      );
    case 'plan':
      return each(
        kind,
        (page) => readPlans(store, page),
        (row) => row.planId,
      );
    case 'entry':
      return each(
        kind,
        (page) => readEntries(store, page),
        (row) => row.entryId,
      );
    case 'offer':
      return each(
        kind,
        (page) => readOffers(store, page, today),
        (row) => row.offerId,
      );
    case 'hold':
      return each(
        kind,
        (page) => readHolds(store, page, asked.kinds.includes('event')),
        (row) => row.holdId,
      );
    case 'attachment':
      return each(
        kind,
        (page) => readAttachments(store, page),
        (row) => row.attachmentId,
      );
    case 'strategy':
      return each(
        kind,
        (page) => readStrategies(store, page),
        (row) => row.seq,
      );
    case 'event':
      return once(
        kind,
        (page) => readEvents(store, page),
        (row) => `${row.eventId}:${row.turn}`,
      );
    case 'trace':
      return once(
        kind,
        (page) => readTraces(store, page),
        (row) => row.traceId,
      );
    case 'reach':
      return once(
        kind,
        (page) => readReachChanges(store, page),
        (row) => row.changeId,
      );
    case 'change':
      return [
        ...each(
          kind,
          (page) => readAccountChanges(store, page),
          (row) => row.seq,
        ),
        ...once(
          kind,
          (page) => readRenames(store, page),
          (row) => row.seq,
        ),
      ];
  }
}

function place<K extends TimelineKind, Row extends Of<K>>(
  kind: K,
  rows: readonly Row[],
  keyOf: (row: Row) => string | number,
  accountOf: (row: Row) => TimelineItem['account'],
): PlacedItem[] {
  return rows.map((row) => {
    const { seq, ofAccount: _, ...facts } = row as Row & { readonly ofAccount?: number | null };
    return {
      place: { at: row.at, rank: ranks[kind], seq },
      // The parts of the union are put together here again: kind, key and what the query selects.
      item: {
        ...facts,
        kind,
        key: `${kind}:${keyOf(row)}`,
        account: accountOf(row),
      } as unknown as TimelineItem,
    };
  });
}
