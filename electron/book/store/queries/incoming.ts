/** Money that came in and waits for its account, and where it went. */
import {
  cleanIncoming,
  type IncomingDetails,
  type IncomingItem,
  type IncomingKind,
  looksReturned,
} from '../../../../shared/domain/incoming/incoming.ts';
import type { Store } from '../store.ts';

export type NewIncoming = IncomingItem & {
  readonly importId: number;
  /** Line or record of the file. */
  readonly line: number;
};

/**
 * Card numbers are cut on the way. `null` when an item with its id is there already: it adds nothing. Items without an id always
 * go in; give them one by `makeRowIds`.
 */
export function insertIncoming(store: Store, row: NewIncoming): number | null {
  const item = cleanIncoming(row);
  const { changes, lastInsertRowid } = store
    .sql(
      `INSERT INTO incoming (import_id, line, kind, held_at, external_id, received_on, amount_cents, currency, payer, reference,
         check_number, memo, method, details, is_return)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (kind, held_at, external_id) WHERE external_id <> '' DO NOTHING`,
    )
    .run(
      row.importId,
      row.line,
      item.kind,
      item.heldAt,
      item.externalId,
      item.receivedOn,
      item.amountCents,
      item.currency,
      item.payer,
      item.reference,
      item.checkNumber,
      item.memo,
      item.method,
      JSON.stringify(item.details satisfies IncomingDetails),
      looksReturned(item) ? 1 : 0,
    );
  return changes === 0 ? null : Number(lastInsertRowid);
}

/** Whether an item of this id is there already, for a dry run. `heldAt` as it is kept (at most 120 characters, card numbers cut). */
export function hasIncoming(
  store: Store,
  { kind, heldAt, externalId }: { kind: IncomingKind; heldAt: string; externalId: string },
): boolean {
  const kept = cleanIncoming({ ...blank, kind, heldAt, externalId });
  const found = store
    .sql(`SELECT 1 FROM incoming WHERE kind = ? AND held_at = ? AND external_id = ? AND external_id <> ''`)
    .pluck()
    .get(kept.kind, kept.heldAt, kept.externalId);
  return found !== undefined;
}

const blank: IncomingItem = {
  kind: 'bank',
  heldAt: '',
  externalId: '',
  receivedOn: '',
  amountCents: 0,
  currency: '',
  payer: '',
  reference: '',
  checkNumber: '',
  memo: '',
  method: '',
  details: {},
};
