/** Receipts: money as it came in, whatever accounts it was put on. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { PaymentMethod } from '../../../../shared/domain/ledger.ts';
import type { Store } from '../store.ts';

export type NewReceipt = {
  readonly debtorId: number;
  readonly amountCents: number;
  readonly receivedOn: Day;
  readonly effectiveOn: Day;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly memo: string;
  readonly madeAt: number;
  readonly author: string;
  readonly operationId: string;
};

export function insertReceipt(store: Store, receipt: NewReceipt): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO receipts (debtor_id, amount_cents, received_on, effective_on, method, reference, memo, made_at, author,
         operation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      receipt.debtorId,
      receipt.amountCents,
      receipt.receivedOn,
      receipt.effectiveOn,
      receipt.method,
      receipt.reference,
      receipt.memo,
      receipt.madeAt,
      receipt.author,
      receipt.operationId,
    );
  return Number(lastInsertRowid);
}

export type ReceiptRow = Omit<NewReceipt, 'operationId'> & { readonly receiptId: number };

export function findReceipt(store: Store, receiptId: number): ReceiptRow | null {
  const row = store
    .sql(
      `SELECT id AS receiptId, debtor_id AS debtorId, amount_cents AS amountCents, received_on AS receivedOn,
         effective_on AS effectiveOn, method, reference, memo, made_at AS madeAt, author FROM receipts WHERE id = ?`,
    )
    .get(receiptId);
  return (row as ReceiptRow | undefined) ?? null;
}
