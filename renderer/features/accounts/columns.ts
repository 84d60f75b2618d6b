/** The columns of the list: heading, figure and how it is written. Texts only, so that scrolling stays light. */
import type { ColDef } from 'ag-grid-community';
import type { AccountRow, AccountSort } from '../../../shared/contract/accounts.ts';
import { type Day, dayOfInstant } from '../../../shared/domain/days.ts';
import { formatCents } from '../../../shared/domain/money.ts';
import { callClockWords } from '../../../shared/text/call-clock-words.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { accountStatusWords, contactOutcomeWords, wordOf } from '../../../shared/text/labels.ts';
import { descendsFirst, type ListView } from './list-view.ts';

export type AccountColumn = ColDef<AccountRow> & { readonly colId: string; readonly headerName: string };

const dash = '–';

/** What the cells need beside the row. */
export type ColumnSurroundings = { readonly today: Day; readonly zone: string };

function columnsOf({ today, zone }: ColumnSurroundings): readonly AccountColumn[] {
  return [
    {
      colId: 'name',
      headerName: 'Debtor',
      headerTooltip: 'Debtor, last name first in the order',
      initialWidth: 210,
      minWidth: 120,
      cellClass: 'cell-name',
      valueGetter: ({ data }) => data?.debtorName ?? '',
    },
    {
      colId: 'number',
      headerName: 'Number',
      initialWidth: 104,
      valueGetter: ({ data }) => data?.number ?? '',
    },
    {
      colId: 'client',
      headerName: 'Client',
      initialWidth: 140,
      valueGetter: ({ data }) => data?.clientName ?? '',
    },
    {
      colId: 'balance',
      headerName: 'Balance',
      initialWidth: 104,
      type: 'rightAligned',
      valueGetter: ({ data }) => (data ? formatCents(data.balanceCents) : ''),
    },
    {
      colId: 'daysPastDue',
      headerName: 'Past due',
      headerTooltip: 'Days past due, from the oldest unpaid due day to today',
      initialWidth: 92,
      type: 'rightAligned',
      valueGetter: ({ data }) => (data ? daysWord(data.daysPastDue) : ''),
      cellClassRules: {
        'cell-late': ({ data }) => data !== undefined && data.daysPastDue > 30 && data.daysPastDue <= 90,
        'cell-old': ({ data }) => data !== undefined && data.daysPastDue > 90,
      },
    },
    {
      colId: 'status',
      headerName: 'Status',
      initialWidth: 92,
      valueGetter: ({ data }) => (data ? accountStatusWords[data.status] : ''),
      cellClassRules: {
        'cell-hold': ({ data }) => data?.status === 'hold',
        'cell-done': ({ data }) => data?.status === 'paid' || data?.status === 'closed',
      },
    },
    {
      colId: 'nextCall',
      headerName: 'May be called',
      headerTooltip: 'Whether the rules allow a call now, or from when; the debtor’s hours in your time',
      initialWidth: 194,
      valueGetter: ({ data }) => (data ? callClockWords(data.call, Date.now(), zone).text : ''),
      cellClassRules: {
        'cell-callable': ({ data }) => data !== undefined && isCallable(data.call),
        'cell-barred': ({ data }) => data?.call.outcome === 'blocked' && data.call.opensAt === null,
      },
    },
    {
      colId: 'nextStep',
      headerName: 'Next step',
      initialWidth: 200,
      valueGetter: ({ data }) => (data ? nextStepWords(data) : ''),
      cellClassRules: {
        'cell-overdue': ({ data }) =>
          data !== undefined && data.nextStepOn !== null && data.nextStepOn < today,
      },
    },
    {
      colId: 'callsUsed',
      headerName: 'Calls in 7 days',
      headerTooltip: 'Calls counted in seven days about this debt; more than seven are presumed to harass',
      initialWidth: 128,
      type: 'rightAligned',
      valueGetter: ({ data }) => (data ? callsWord(data) : ''),
      cellClassRules: { 'cell-late': ({ data }) => (data?.call.used ?? 0) >= mostCalls },
    },
    {
      colId: 'lastContact',
      headerName: 'Last contact',
      initialWidth: 170,
      valueGetter: ({ data }) => (data ? lastContactWords(data, zone) : ''),
    },
    {
      colId: 'lastPayment',
      headerName: 'Last payment',
      initialWidth: 158,
      type: 'rightAligned',
      valueGetter: ({ data }) => (data ? lastPaymentWords(data) : ''),
    },
    {
      colId: 'phone',
      headerName: 'Phone',
      initialWidth: 124,
      sortable: false,
      valueGetter: ({ data }) => (data ? (data.phone ?? dash) : ''),
    },
    {
      colId: 'validationEnd',
      headerName: 'Validation ends',
      headerTooltip: 'The last day of the validation period: until then the debt can be disputed in writing',
      initialWidth: 138,
      valueGetter: ({ data }) => (data ? dayOrDash(data.validationEndOn) : ''),
    },
    {
      colId: 'limitation',
      headerName: 'Last day to sue',
      headerTooltip:
        'The earliest last day of the limitation period; afterwards no suit and no threat of one',
      initialWidth: 150,
      valueGetter: ({ data }) => (data ? limitationWords(data) : ''),
      cellClassRules: { 'cell-barred': ({ data }) => data?.limitationState === 'barred' },
    },
  ];
}

/** 12 CFR 1006.14(b)(2)(i)(A); what a state or the house lays down stands in the verdict. */
const mostCalls = 7;

function callsWord({ call }: AccountRow): string {
  return call.used === null ? dash : `${call.used} of ${mostCalls}`;
}

function isCallable({ opensAt, closesAt }: AccountRow['call']): boolean {
  const now = Date.now();
  return opensAt !== null && opensAt <= now && (closesAt === null || closesAt > now);
}

function dayOrDash(day: Day | null): string {
  return day === null ? dash : dayWords(day);
}

function limitationWords({ limitationOn, limitationState }: AccountRow): string {
  if (limitationOn === null) return limitationState === 'uncertain' ? 'Not known' : dash;
  const day = dayWords(limitationOn);
  if (limitationState === 'barred') return `${day} · barred`;
  return limitationState === 'uncertain' ? `${day} · uncertain` : day;
}

function daysWord(days: number): string {
  return days <= 0 ? dash : days.toLocaleString('en-US');
}

function nextStepWords({ nextStepOn, nextStep }: AccountRow): string {
  if (nextStepOn === null) return nextStep ?? dash;
  return nextStep === null || nextStep === ''
    ? dayWords(nextStepOn)
    : `${dayWords(nextStepOn)} · ${nextStep}`;
}

function lastContactWords({ lastContactAt, lastContactOutcome }: AccountRow, zone: string): string {
  if (lastContactAt === null) return dash;
  const day = dayWords(dayOfInstant(lastContactAt, zone));
  return lastContactOutcome === null ? day : `${day} · ${wordOf(contactOutcomeWords, lastContactOutcome)}`;
}

function lastPaymentWords({ lastPaymentOn, lastPaymentCents }: AccountRow): string {
  if (lastPaymentOn === null) return dash;
  const day = dayWords(lastPaymentOn);
  return lastPaymentCents === null ? day : `${day} · ${formatCents(lastPaymentCents)}`;
}

/** The columns as the view left them: order, widths, sort; new ones stand where they were designed. */
export function columnsFor(view: ListView, around: ColumnSurroundings): AccountColumn[] {
  const designed = columnsOf(around);
  const stored = new Map(view.columns.map((column, position) => [column.id, { ...column, position }]));
  return designed
    .map((column, position) => ({ column, kept: stored.get(column.colId), position }))
    .sort((a, b) => (a.kept?.position ?? a.position) - (b.kept?.position ?? b.position))
    .map(({ column, kept }) => ({
      ...column,
      ...(kept ? { initialWidth: kept.width, initialHide: kept.hidden } : {}),
      sortingOrder: descendsFirst(column.colId as AccountSort) ? ['desc', 'asc'] : ['asc', 'desc'],
      ...(view.sort === column.colId ? { initialSort: view.descending ? 'desc' : 'asc' } : {}),
    }));
}
