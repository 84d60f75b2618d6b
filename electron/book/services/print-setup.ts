/** How the office prints. A setup is never changed: a new one is added, and letters keep the one they were made with. */
import { fail, ok } from '../../../shared/errors/result.ts';
import { sheetFaultOf } from '../../../shared/templates/letters/sheet-geometry.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findPrintSetup, insertPrintSetup } from '../store/queries/print-setup.ts';

export const readPrintSetup: QueryHandler<'print.setup'> = ({ store }) =>
  ok({ setup: findPrintSetup(store) });

/** Returns `print.sheet_impossible` (`why`). */
export const savePrintSetup: CommandHandler<'print.saveSetup'> = (context, setup) => {
  const { store, now, author, changed } = context;
  const why = sheetFaultOf(setup.sheet);
  if (why !== null) return fail('print.sheet_impossible', { why });
  insertPrintSetup(store, { setup, madeAt: now, author });
  changed('letters');
  return ok({});
};
