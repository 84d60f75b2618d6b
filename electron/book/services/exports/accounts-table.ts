/**
 * The list of accounts as a table. Its order is taken in one go and its rows are read some at a time, so that each account stands in it once,
 * whatever is posted meanwhile. Headings are the words an import knows its columns by, so that the file can be brought in again.
 */
import type { ListAsked } from '../../../../shared/contract/exports.ts';
import { daysPastDue } from '../../../../shared/domain/account.ts';
import { type Day, dayOfInstant } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { callClockWords } from '../../../../shared/text/call-clock-words.ts';
import {
  accountStatusWords,
  contactOutcomeWords,
  debtorKindWords,
  debtTypeWords,
  importFieldWords,
  wordOf,
} from '../../../../shared/text/labels.ts';
import { countList, listIds } from '../../store/queries/account-list.ts';
import { staleAmong, stalenessOf, toCallClock, unknownCall } from '../../store/queries/clocks.ts';
import { findClient } from '../../store/queries/debtors.ts';
import {
  type AccountExport,
  type AddressExport,
  readAccountsForExport,
  readAddressesForExport,
  readEmailsForExport,
} from '../../store/queries/exports.ts';
import { turnDay } from '../../store/queries/summaries.ts';
import { type Column, column, spare, summed, type Table, type TableContext, tableOf } from './table.ts';

type AccountsAsked = Extract<ListAsked, { list: 'accounts' }>;
type Row = AccountExport & {
  readonly address: AddressExport | null;
  readonly email: string | null;
  /** Its clocks are being worked out. */
  readonly stale: boolean;
};

/** Days begin and clocks change at quarters of an hour, in every zone. */
const quarterHour = 900_000;
/** Some ten milliseconds of work. */
const accountsAPage = 500;

const limitationWords = { not_barred: 'Not barred', barred: 'Barred', uncertain: 'Uncertain' } as const;

function columnsOf({ today, now, zone }: TableContext): readonly Column<Row>[] {
  const word = importFieldWords;
  // Reckoning with zones costs more than everything else of a row, and the same hours come again and again.
  const days = new Map<number, Day>();
  const dayOf = (at: number | null): Day | null => {
    if (at === null) return null;
    const quarter = Math.floor(at / quarterHour);
    const known = days.get(quarter);
    if (known !== undefined) return known;
    const day = dayOfInstant(at, zone);
    days.set(quarter, day);
    return day;
  };
  const clocks = new Map<string, string>();
  const clockOf = (row: Row): string => {
    const clock = row.stale ? unknownCall : toCallClock(row);
    const key = `${clock.outcome} ${clock.code} ${clock.opensAt} ${clock.closesAt}`;
    const known = clocks.get(key);
    if (known !== undefined) return known;
    const { text } = callClockWords(clock, now, zone);
    clocks.set(key, text);
    return text;
  };
  return [
    column('name', word.debtor_name, 'text', (row) => row.debtorName),
    column('number', word.account_number, 'text', (row) => row.number),
    column('client', word.client_name, 'text', (row) => row.clientName),
    summed(column('balance', word.balance, 'money', (row) => row.balanceCents)),
    column('daysPastDue', 'Days past due', 'integer', (row) => daysPastDue(row.oldestDueOn, today)),
    column('status', word.status, 'text', (row) => accountStatusWords[row.status]),
    column('nextCall', 'May be called', 'text', clockOf),
    column('nextStepOn', 'Next step on', 'day', (row) => row.nextStepOn),
    column('nextStep', 'Next step', 'text', (row) => row.nextStep),
    column('callsUsed', 'Calls in 7 days', 'integer', (row) => (row.stale ? null : row.calls_used)),
    column('lastContactOn', 'Last contact on', 'day', (row) => dayOf(row.lastContactAt)),
    column('lastContact', 'Last contact', 'text', (row) =>
      row.lastContactOutcome === null ? null : wordOf(contactOutcomeWords, row.lastContactOutcome),
    ),
    column('lastPaymentOn', 'Last payment on', 'day', (row) => row.lastPaymentOn),
    column('lastPayment', 'Last payment', 'money', (row) => row.lastPaymentCents),
    column('phone', word.phone, 'text', (row) => row.phone),
    column('validationEnd', 'Validation ends', 'day', (row) => (row.stale ? null : row.validation_end_on)),
    column('limitation', 'Last day to sue', 'day', (row) => (row.stale ? null : row.limitation_on)),
    column('limitationState', 'Limitation', 'text', (row) =>
      row.stale || row.limitation_state === null ? null : limitationWords[row.limitation_state],
    ),
    spare(column('reference', word.debtor_reference, 'text', (row) => row.debtorReference)),
    spare(column('kind', word.debtor_kind, 'text', (row) => debtorKindWords[row.debtorKind])),
    spare(column('originalCreditor', word.original_creditor, 'text', (row) => row.originalCreditor)),
    spare(column('debtType', word.debt_type, 'text', (row) => wordOf(debtTypeWords, row.debtType))),
    spare(column('openedOn', word.opened_on, 'day', (row) => row.openedOn)),
    spare(column('placedOn', word.placed_on, 'day', (row) => row.placedOn)),
    spare(column('dueOn', word.due_on, 'day', (row) => row.oldestDueOn)),
    spare(summed(column('principal', 'Principal', 'money', (row) => row.principalCents))),
    spare(summed(column('interest', word.interest_amount, 'money', (row) => row.interestCents))),
    spare(summed(column('fees', word.fees_amount, 'money', (row) => row.feesCents))),
    spare(summed(column('costs', word.costs_amount, 'money', (row) => row.costsCents))),
    spare(column('line1', word.address_line1, 'text', (row) => row.address?.line1 ?? null)),
    spare(column('line2', word.address_line2, 'text', (row) => row.address?.line2 ?? null)),
    spare(column('city', word.city, 'text', (row) => row.address?.city ?? null)),
    spare(column('region', word.region, 'text', (row) => row.address?.region ?? null)),
    spare(column('postalCode', word.postal_code, 'text', (row) => row.address?.postalCode ?? null)),
    spare(column('country', word.country, 'text', (row) => row.address?.country ?? null)),
    spare(column('email', word.email, 'text', (row) => row.email)),
    spare(column('closedOn', 'Closed on', 'day', (row) => dayOf(row.closedAt))),
    spare(column('closedReason', 'Why closed', 'text', (row) => row.closedReason)),
  ];
}

const ofAddress: readonly string[] = ['line1', 'line2', 'city', 'region', 'postalCode', 'country'];

export function accountsTable(context: TableContext, { filter, sort, descending }: AccountsAsked): Table {
  const { store, today, now } = context;
  turnDay(store, today);
  return tableOf<Row>({
    title: 'Accounts',
    about: aboutAccounts(context, filter),
    count: countList(store, filter, { today, now }).count,
    columns: columnsOf(context),
    rows: (wanted) => rowsOf(context, listIds(store, { filter, sort, descending }, { today, now }), wanted),
  });
}

/** The same columns for single accounts, in the order given. */
export function tableOfAccounts(context: TableContext, accountIds: readonly number[]): Table {
  turnDay(context.store, context.today);
  return tableOf<Row>({
    title: 'Accounts',
    about: [],
    count: accountIds.length,
    columns: columnsOf(context),
    rows: (wanted) => rowsOf(context, accountIds, wanted),
  });
}

function* rowsOf(
  { store, now }: TableContext,
  ids: readonly number[],
  wanted: ReadonlySet<string>,
): Iterable<readonly Row[]> {
  const withAddress = ofAddress.some((columnId) => wanted.has(columnId));
  for (let from = 0; from < ids.length; from += accountsAPage) {
    const part = ids.slice(from, from + accountsAPage);
    const rows = readAccountsForExport(store, part);
    const debtorIds = [...new Set(rows.map(({ debtorId }) => debtorId))];
    const addresses = withAddress ? readAddressesForExport(store, debtorIds) : null;
    const emails = wanted.has('email') ? readEmailsForExport(store, debtorIds) : null;
    const stale = staleAmong(store, stalenessOf(store, now), part);
    yield rows.map((row) => ({
      ...row,
      address: addresses?.get(row.debtorId) ?? null,
      email: emails?.get(row.debtorId) ?? null,
      stale: stale.has(row.accountId),
    }));
  }
}

function aboutAccounts({ store }: TableContext, filter: AccountsAsked['filter']): string[] {
  const { daysPastDueFrom: from, daysPastDueTo: to, balanceFromCents: least, balanceToCents: most } = filter;
  const about: string[] = [];
  if (filter.text.trim() !== '') about.push(`Found by “${filter.text.trim()}”`);
  if (filter.clientId !== null)
    about.push(`Client: ${findClient(store, filter.clientId)?.name ?? 'not known'}`);
  if (filter.statuses.length > 0)
    about.push(`Status: ${filter.statuses.map((status) => accountStatusWords[status]).join(', ')}`);
  if (from !== null && to !== null) about.push(`${from} to ${to} days past due`);
  else if (from !== null) about.push(`${from} days past due or more`);
  else if (to !== null) about.push(`At most ${to} days past due`);
  if (least !== null) about.push(`Balance of ${formatDollars(least)} or more`);
  if (most !== null) about.push(`Balance of at most ${formatDollars(most)}`);
  if (filter.withoutNextStep) about.push('Without a next step');
  if (filter.callableNow) about.push('May be called now');
  return about;
}
