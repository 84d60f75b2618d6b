/** How the office prints: rows are only added, the newest holds. */
import {
  type PrintSetup,
  type SheetSetup,
  usualPrinter,
  usualSetup,
  usualSheet,
} from '../../../../shared/templates/letters/sheet-setup.ts';
import type { Store } from '../store.ts';

/** The usual setup until the office has chosen its own. */
export function findPrintSetup(store: Store): PrintSetup {
  const row = store.sql('SELECT setup FROM print_setups ORDER BY id DESC LIMIT 1').pluck().get();
  if (row === undefined) return usualSetup;
  // What a later version of this program adds is filled up from the usual setup.
  const saved = JSON.parse(row as string) as Partial<PrintSetup>;
  return {
    sheet: { ...usualSheet, ...saved.sheet },
    printer: { ...usualPrinter, ...saved.printer },
  };
}

/** The sheet alone: what a letter is laid out by. */
export function findSheetSetup(store: Store): SheetSetup {
  return findPrintSetup(store).sheet;
}

export function insertPrintSetup(
  store: Store,
  { setup, madeAt, author }: { readonly setup: PrintSetup; readonly madeAt: number; readonly author: string },
): void {
  store
    .sql('INSERT INTO print_setups (setup, made_at, author) VALUES (?, ?, ?)')
    .run(JSON.stringify(setup), madeAt, author);
}

/** The addresses the letters of a run carry, in the order they were printed; only of letters that were made. */
export function listPiecesOfRun(
  store: Store,
  runId: number,
): { accountId: number; name: string; lines: readonly string[] }[] {
  const rows = store
    .sql(
      `SELECT r.account_id AS accountId, d.name,
         coalesce(l.facts -> '$.recipient.address_lines', l.facts -> '$.debtor.address_lines', l.facts -> '$.parties.debtor.addressLines', '[]') AS lines
       FROM print_run_letters r
       JOIN letters l ON l.id = r.letter_id
       JOIN accounts a ON a.id = r.account_id
       JOIN debtors d ON d.id = a.debtor_id
       WHERE r.run_id = ? AND r.state IN ('made', 'sent_to_printer', 'printed') ORDER BY r.place`,
    )
    .all(runId) as { accountId: number; name: string; lines: string }[];
  return rows.map(({ lines, ...row }) => ({ ...row, lines: JSON.parse(lines) as string[] }));
}
