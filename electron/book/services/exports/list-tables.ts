/** The table behind each list that can leave the book. Complete by type: a list without one does not compile. */
import type { ListAsked, ListName } from '../../../../shared/contract/exports.ts';
import { ok, type Result } from '../../../../shared/errors/result.ts';
import { contactsTable, ledgerTable, timelineTable } from './account-tables.ts';
import { accountsTable } from './accounts-table.ts';
import { calendarTable, todayTable } from './desk-tables.ts';
import { exportsTable, importsTable } from './history-tables.ts';
import { incomingTable } from './incoming-table.ts';
import { agingTable, payoffTable, plansTable, promisesTable } from './money-tables.ts';
import { membersTable, notesTable, rulesTable, strategiesTable } from './office-tables.ts';
import { lettersTable, mailTable, waitingTable } from './paper-tables.ts';
import { importRemarksTable, trialRemarksTable } from './remarks-table.ts';
import type { Table, TableContext } from './table.ts';

type MakeTable<L extends ListName> = (
  context: TableContext,
  asked: Extract<ListAsked, { list: L }>,
) => Result<Table>;

const tables: { readonly [L in ListName]: MakeTable<L> } = {
  accounts: (context, asked) => ok(accountsTable(context, asked)),
  timeline: timelineTable,
  contacts: contactsTable,
  ledger: ledgerTable,
  today: todayTable,
  calendar: calendarTable,
  plans: (context, asked) => ok(plansTable(context, asked)),
  promises: (context, asked) => ok(promisesTable(context, asked)),
  letters: lettersTable,
  mail: mailTable,
  waiting: (context) => ok(waitingTable(context)),
  aging: agingTable,
  payoff: (context, asked) => ok(payoffTable(context, asked)),
  notes: (context, asked) => ok(notesTable(context, asked)),
  rules: rulesTable,
  strategies: strategiesTable,
  members: membersTable,
  incoming: (context, asked) => ok(incomingTable(context, asked)),
  imports: (context) => ok(importsTable(context)),
  import_remarks: importRemarksTable,
  trial_remarks: (_, asked) => ok(trialRemarksTable(asked)),
  exports: (context) => ok(exportsTable(context)),
};

/** What is noted of a list that left: what it was narrowed to, but never the rows of a file themselves. */
export function askedFacts(asked: ListAsked): ListAsked {
  return asked.list === 'trial_remarks' ? { ...asked, columnNames: [], rows: [] } : asked;
}

/** Faults are those of the list itself: an account or strategy that is not there. */
export function tableFor(context: TableContext, asked: ListAsked): Result<Table> {
  // The map's types tie each list to its table; here the list is only known at run time.
  const make = tables[asked.list] as MakeTable<ListName>;
  return make(context, asked);
}
