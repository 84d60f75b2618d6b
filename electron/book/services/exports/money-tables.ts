/** Plans, promises and the figures of the whole book, as tables. */
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { ListAsked } from '../../../../shared/contract/exports.ts';
import type { PlanFacts, PromiseFacts } from '../../../../shared/contract/plans.ts';
import { addDays } from '../../../../shared/domain/days.ts';
import { planStands, promiseStands } from '../../../../shared/domain/standing.ts';
import { ok, type Result } from '../../../../shared/errors/result.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import {
  agingBucketWords,
  paymentMethodWords,
  planFrequencyWords,
  planKindWords,
  planStateWords,
  promiseStateWords,
  standingWords,
} from '../../../../shared/text/labels.ts';
import { findClient } from '../../store/queries/debtors.ts';
import { listPlansInForce } from '../../store/queries/plans.ts';
import { listPromises } from '../../store/queries/promises.ts';
import { turnDay } from '../../store/queries/summaries.ts';
import { payoffByClient } from '../payoff.ts';
import { planFactsOf } from '../plan-facts.ts';
import { promiseDaysListed } from '../plans.ts';
import { promiseFactsOf } from '../promises.ts';
import { readAging } from '../reports.ts';
import { column, inPages, spare, summed, type Table, type TableContext, tableOf } from './table.ts';

/** More than a book has accounts. */
const everyOne = 1_000_000;

export function plansTable(
  { store, today }: TableContext,
  { kind, state }: Extract<ListAsked, { list: 'plans' }>,
): Table {
  turnDay(store, today);
  const everyDay = { from: '0000-00-00', to: '9999-12-31' };
  return tableOf<PlanFacts>({
    title: kind === 'settlement' ? 'Settlements' : kind === 'plan' ? 'Payment plans' : 'Plans',
    about: [standingWords[state]],
    count: null,
    columns: [
      column('debtor', 'Debtor', 'text', (row) => row.debtorName),
      column('number', 'Account number', 'text', (row) => row.accountNumber),
      column('kind', 'Kind', 'text', (row) => planKindWords[row.kind]),
      column('state', 'State', 'text', (row) => planStateWords[row.state]),
      summed(column('total', 'Total', 'money', (row) => row.totalCents)),
      summed(column('paid', 'Paid', 'money', (row) => row.paidCents)),
      summed(
        column('forgiven', 'Forgiven when kept', 'money', (row) => row.settlement?.forgivenCents ?? null),
      ),
      column('every', 'Paid in', 'text', (row) => planFrequencyWords[row.frequency]),
      column('nextOn', 'Next due', 'day', (row) => row.nextDueOn),
      column('next', 'Next amount', 'money', (row) => row.nextAmountCents),
      column('missed', 'Missed', 'integer', (row) => row.missed),
      column('paused', 'Paused until', 'day', (row) => row.pausedUntil),
      column('started', 'Started', 'day', (row) => row.startedOn),
      spare(
        column('also', 'All accounts', 'text', (row) => row.accounts.map(({ number }) => number).join(', ')),
      ),
      spare(column('version', 'Version', 'integer', (row) => row.version)),
    ],
    *rows() {
      for (const page of inPages(listPlansInForce(store, everyDay, everyOne), 100)) {
        yield page
          .map((plan) => planFactsOf(store, plan, today))
          .filter((plan) => (kind === null || plan.kind === kind) && planStands(plan, state));
      }
    },
  });
}

export function promisesTable(
  { store, today }: TableContext,
  { state }: Extract<ListAsked, { list: 'promises' }>,
): Table {
  turnDay(store, today);
  return tableOf<PromiseFacts>({
    title: 'Promises',
    about: [standingWords[state]],
    count: null,
    columns: [
      column('debtor', 'Debtor', 'text', (row) => row.debtorName),
      column('number', 'Account number', 'text', (row) => row.accountNumber),
      summed(column('amount', 'Promised', 'money', (row) => row.amountCents)),
      summed(column('received', 'Received', 'money', (row) => row.receivedCents)),
      column('dueOn', 'Due', 'day', (row) => row.dueOn),
      column('grace', 'Counts as kept until', 'day', (row) => row.graceEndsOn),
      column('state', 'State', 'text', (row) => promiseStateWords[row.state]),
      column('madeOn', 'Made', 'day', (row) => row.madeOn),
      column('payer', 'Payer', 'text', (row) => row.payer),
      column('method', 'Method', 'text', (row) =>
        row.method === null ? null : paymentMethodWords[row.method],
      ),
    ],
    *rows() {
      const from = addDays(today, -promiseDaysListed);
      for (const page of inPages(listPromises(store, from, today, everyOne))) {
        yield page
          .map((promise) => promiseFactsOf(promise, today))
          .filter((promise) => promiseStands(promise, state));
      }
    },
  });
}

type AgingRow = { readonly what: string; readonly charges: number | null; readonly openCents: number };

/** Buckets and money that waits for a charge; together the balance of all accounts. */
export function agingTable(
  context: TableContext,
  { clientId }: Extract<ListAsked, { list: 'aging' }>,
): Result<Table> {
  const read = readAging(context, { clientId });
  if (!read.ok) return read;
  const { asOf, buckets, unappliedCents, accounts } = read.value;
  const rows: AgingRow[] = [
    ...buckets.map(({ bucket, charges, openCents }) => ({
      what: agingBucketWords[bucket],
      charges,
      openCents,
    })),
    { what: 'Received, not applied to a charge', charges: null, openCents: unappliedCents },
  ];
  const client = clientId === null ? null : findClient(context.store, clientId);
  return ok(
    tableOf<AgingRow>({
      title: 'Aging',
      about: [
        `As of ${dayWords(asOf)}`,
        ...(client ? [`Client: ${client.name}`] : []),
        `${accounts.toLocaleString('en-US')} ${accounts === 1 ? 'account' : 'accounts'}`,
      ],
      count: rows.length,
      columns: [
        column('what', 'Past due', 'text', (row) => row.what),
        summed(column('charges', 'Charges', 'integer', (row) => row.charges)),
        summed(column('open', 'Open', 'money', (row) => row.openCents)),
      ],
      rows: () => inPages(rows),
    }),
  );
}

type ClientPayoff = OutputOf<'reports.payoff'>['clients'][number];

export function payoffTable(context: TableContext, { asOf }: Extract<ListAsked, { list: 'payoff' }>): Table {
  return tableOf<ClientPayoff>({
    title: 'Payoff by client',
    about: [`To pay off on ${dayWords(asOf)}`],
    count: null,
    columns: [
      column('client', 'Client', 'text', (row) => row.name),
      summed(column('accounts', 'Accounts', 'integer', (row) => row.accounts)),
      summed(column('posted', 'Posted', 'money', (row) => row.postedCents)),
      summed(column('accrued', 'Interest accrued', 'money', (row) => row.accruedCents)),
      summed(column('payoff', 'Payoff', 'money', (row) => row.payoffCents)),
      summed(column('outOfRange', 'Out of range, not counted', 'integer', (row) => row.outOfRange)),
    ],
    async *rows() {
      const reckoned = await payoffByClient(context, asOf);
      // Stopped: whoever asked for the rows knows.
      if (reckoned.ok) yield reckoned.value.clients;
    },
  });
}
