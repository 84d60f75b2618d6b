/** Money received as an import leaves it, with valid defaults. */
import { insertImport } from '../../electron/book/store/queries/imports.ts';
import { insertIncoming } from '../../electron/book/store/queries/incoming.ts';
import type { Store } from '../../electron/book/store/store.ts';
import type { IncomingItem } from '../../shared/domain/incoming/incoming.ts';

export function makeIncomingItem(change: Partial<IncomingItem> = {}): IncomingItem {
  return {
    kind: 'bank',
    heldAt: 'Checking ••4417',
    externalId: '',
    receivedOn: '2026-11-18',
    amountCents: 10_000,
    currency: 'USD',
    payer: '',
    reference: '',
    checkNumber: '',
    memo: '',
    method: '',
    details: {},
    ...change,
  };
}

/** An import that brought nothing but money received. */
export function insertBankImport(store: Store, fileName = 'november.qfx'): number {
  return insertImport(store, {
    fileName,
    fileSha256: 'ab'.repeat(32),
    plan: '{}',
    importedAt: Date.UTC(2026, 10, 20, 15, 0),
    author: 'Desk',
  });
}

export function insertReceived(store: Store, importId: number, change: Partial<IncomingItem> = {}): number {
  const incomingId = insertIncoming(store, { ...makeIncomingItem(change), importId, line: 2 });
  if (incomingId === null) throw new Error('the item is there already');
  return incomingId;
}
