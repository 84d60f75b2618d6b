/** The workbook of a hand-over: a sheet for each thing the book knows of the accounts, each line with the number of its account. */
import type { AttachmentRow } from '../../../shared/contract/attachments.ts';
import type { LegalEventRow } from '../../../shared/contract/law.ts';
import { detailWords, eventTitle } from '../../../shared/templates/event-words.ts';
import { attachmentKindWords } from '../../../shared/text/file-words.ts';
import {
  addressKindWords,
  addressStatusWords,
  emailStatusWords,
  phoneKindWords,
  phoneStatusWords,
  wordOf,
} from '../../../shared/text/labels.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { listAttachmentRows } from '../store/queries/attachments.ts';
import { findClient, findDebtor, listAddresses, listEmails, listPhones } from '../store/queries/debtors.ts';
import { listEventRows } from '../store/queries/legal-events.ts';
import {
  contactsTable,
  type LedgerRow,
  ledgerColumns,
  ledgerRows,
  timelineTable,
} from './exports/account-tables.ts';
import { tableOfAccounts } from './exports/accounts-table.ts';
import { momentCell } from './exports/moment-cell.ts';
import { lettersTable } from './exports/paper-tables.ts';
import { answered, column, type Table, type TableContext, tableOf } from './exports/table.ts';
import type { Table as FileTable } from './tables/table-cells.ts';

export type HandedAccount = {
  readonly accountId: number;
  readonly number: string;
  readonly debtorId: number;
  /** Two clients may count their accounts alike. */
  readonly clientName: string;
};

export function readHanded(
  { store }: Pick<TableContext, 'store'>,
  accountIds: readonly number[],
): HandedAccount[] {
  return accountIds.flatMap((accountId) => {
    const account = findAccount(store, accountId);
    if (!account) return [];
    const { number, debtorId, clientId } = account;
    return [{ accountId, number, debtorId, clientName: findClient(store, clientId)?.name ?? '' }];
  });
}

type Reach = {
  readonly number: string;
  readonly debtor: string;
  readonly what: string;
  readonly kind: string;
  readonly status: string;
  readonly value: string;
  readonly source: string;
};

/** Every sheet, those without a line too: that nothing is on file is something to know. */
export function handOverTables(context: TableContext, accounts: readonly HandedAccount[]): FileTable[] {
  const { zone } = context;
  const ids = accounts.map(({ accountId }) => accountId);
  const each = (name: string, make: (account: HandedAccount) => Table) =>
    eachAccount(context, name, accounts, make);
  const ledger = (name: string, only: (row: LedgerRow) => boolean) =>
    each(name, ({ accountId }) =>
      tableOf<LedgerRow>({
        title: name,
        about: [],
        count: null,
        columns: ledgerColumns(zone),
        rows: () => [ledgerRows(context, accountId).filter(only)],
      }),
    );
  return [
    fileTable(context, 'Accounts', tableOfAccounts(context, ids)),
    each('Phones and addresses', (account) => reachTable(context, account)),
    ledger('Ledger', () => true),
    ledger('Payments', ({ kind }) => kind === 'payment' || kind === 'recovery' || kind === 'refund'),
    each('Contacts', ({ accountId }) =>
      answered(contactsTable(context, { list: 'contacts', accountId, scope: 'account' })),
    ),
    each('Letters', ({ accountId }) =>
      answered(
        lettersTable(context, {
          list: 'letters',
          accountId,
          text: '',
          templateCode: null,
          from: null,
          to: null,
          state: 'any',
        }),
      ),
    ),
    each('Legal events', (account) => eventsTable(context, account)),
    each('Files', (account) => filesTable(context, account)),
    each('Everything by day', ({ accountId }) =>
      answered(timelineTable(context, { list: 'timeline', accountId, scope: 'account', kinds: [] })),
    ),
  ];
}

function fileTable({ breathe }: TableContext, name: string, table: Table): FileTable {
  const columnIds = table.columns.map(({ columnId }) => columnId);
  return {
    name,
    columns: table.columns.map(({ title, kind }) => ({ name: title, kind })),
    rows: (async function* () {
      for await (const page of table.pages(columnIds)) {
        yield page;
        await breathe();
      }
    })(),
  };
}

/** The same table of each account after the other, its number and whose it is in front: a number alone may be two accounts. */
function eachAccount(
  { breathe }: TableContext,
  name: string,
  accounts: readonly HandedAccount[],
  make: (account: HandedAccount) => Table,
): FileTable {
  const first = accounts[0];
  const columns = first
    ? make(first).columns.filter(({ title }) => title !== 'Account' && title !== 'Account number')
    : [];
  const columnIds = columns.map(({ columnId }) => columnId);
  return {
    name,
    columns: [
      { name: 'Account number', kind: 'text' },
      { name: 'Client', kind: 'text' },
      ...columns.map(({ title, kind }) => ({ name: title, kind })),
    ],
    rows: (async function* () {
      for (const account of accounts) {
        for await (const page of make(account).pages(columnIds)) {
          yield page.map((row) => [account.number, account.clientName, ...row]);
        }
        await breathe();
      }
    })(),
  };
}

function reachTable({ store }: TableContext, { number, debtorId }: HandedAccount): Table {
  const debtor = findDebtor(store, debtorId)?.name ?? '';
  const rows: Reach[] = [
    ...listAddresses(store, debtorId).map((address) => ({
      number,
      debtor,
      what: 'Address',
      kind: addressKindWords[address.kind],
      status: addressStatusWords[address.status],
      value: [
        address.line1,
        address.line2,
        address.city,
        `${address.region} ${address.postalCode}`.trim(),
        address.country,
      ]
        .filter((part) => part !== '')
        .join(', '),
      source: address.source,
    })),
    ...listPhones(store, debtorId).map((phone) => ({
      number,
      debtor,
      what: 'Phone',
      kind: phoneKindWords[phone.kind],
      status: phoneStatusWords[phone.status],
      value: phone.display,
      source: phone.source,
    })),
    ...listEmails(store, debtorId).map((email) => ({
      number,
      debtor,
      what: 'E-mail',
      kind: '',
      status: wordOf(emailStatusWords, email.status),
      value: email.address,
      source: '',
    })),
  ];
  return tableOf<Reach>({
    title: 'Phones and addresses',
    about: [],
    count: rows.length,
    columns: [
      column('debtor', 'Debtor', 'text', (row) => row.debtor),
      column('what', 'What', 'text', (row) => row.what),
      column('kind', 'Kind', 'text', (row) => row.kind),
      column('status', 'Status', 'text', (row) => row.status),
      column('value', 'Number or address', 'text', (row) => row.value),
      column('source', 'Source', 'text', (row) => row.source),
    ],
    rows: () => [rows],
  });
}

/** Those of this debt and those about every debt of the person. */
function eventsTable({ store, zone }: TableContext, { accountId, debtorId }: HandedAccount): Table {
  const events = listEventRows(store, debtorId).filter(
    (event) => event.accountId === null || event.accountId === accountId,
  );
  return tableOf<LegalEventRow>({
    title: 'Legal events',
    about: [],
    count: events.length,
    columns: [
      column('on', 'Day', 'day', (row) => row.on),
      column('what', 'What', 'text', (row) => eventTitle(row)),
      column('details', 'Details', 'text', (row) => detailWords(row).join('; ')),
      column('scope', 'About', 'text', (row) =>
        row.accountId === null ? 'Every debt of the person' : 'This debt',
      ),
      column('source', 'Source', 'text', (row) => row.source),
      column('document', 'Document', 'text', (row) => row.document),
      column('memo', 'Memo', 'text', (row) => row.memo),
      column('ended', 'Ended', 'day', (row) => row.endedOn),
      column('endedReason', 'What ended it', 'text', (row) => row.endedReason),
      column('withdrawn', 'Entered by mistake', 'text', (row) => (row.withdrawn ? 'Yes' : null)),
      column('madeAt', 'Entered', 'moment', (row) => momentCell(row.madeAt, zone)),
      column('author', 'By', 'text', (row) => row.author),
    ],
    rows: () => [events],
  });
}

/** Files of this account that were not removed, oldest first. */
export function filesOf(
  { store }: Pick<TableContext, 'store'>,
  { accountId, debtorId }: HandedAccount,
): AttachmentRow[] {
  const most = 100_000;
  return listAttachmentRows(store, debtorId, null, most)
    .filter((file) => file.accountId === accountId && file.removedAt === null)
    .reverse();
}

function filesTable(context: TableContext, account: HandedAccount): Table {
  const files = filesOf(context, account);
  return tableOf<AttachmentRow>({
    title: 'Files',
    about: [],
    count: files.length,
    columns: [
      column('on', 'Day', 'day', (row) => row.onDay),
      column('kind', 'Kind', 'text', (row) => wordOf(attachmentKindWords, row.kind)),
      column('name', 'Name', 'text', (row) => row.name),
      column('description', 'Description', 'text', (row) => row.description),
      column('bytes', 'Bytes', 'integer', (row) => row.bytes),
    ],
    rows: () => [files],
  });
}
