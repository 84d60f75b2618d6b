/** What stands in one account, as tables: its line of time, its contacts, its ledger. */
import type { ListAsked } from '../../../../shared/contract/exports.ts';
import type { TimelineItem, TimelineKind } from '../../../../shared/contract/timeline.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { historyLineOf } from '../../../../shared/templates/papers/history-lines.ts';
import {
  basisKindWords,
  contactChannelWords,
  contactDirectionWords,
  contactOutcomeWords,
  contactPartyWords,
  entryKindWords,
  paymentMethodWords,
  rebuttalFactorWords,
  timelineKindWords,
  verdictOutcomeWords,
  wordOf,
} from '../../../../shared/text/labels.ts';
import { type AccountRecord, findAccount, listAccountsOfDebtor } from '../../store/queries/accounts.ts';
import { findDebtor } from '../../store/queries/debtors.ts';
import { type EntryRow, listEntries } from '../../store/queries/entries.ts';
import { readLetterOutcome } from '../../store/queries/letters.ts';
import { allKinds, readTimeline, type TimelinePlace } from '../../store/queries/timeline.ts';
import { momentCell } from './moment-cell.ts';
import { column, inPages, spare, summed, type Table, type TableContext, tableOf } from './table.ts';

type TimelineAsked = Extract<ListAsked, { list: 'timeline' }>;
type Item<K extends TimelineKind = TimelineKind> = Extract<TimelineItem, { kind: K }>;

/** The account, and of whom it is in words. */
function subjectOf(
  { store }: TableContext,
  accountId: number,
): Result<{ account: AccountRecord; about: string }> {
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const debtor = findDebtor(store, account.debtorId);
  return ok({ account, about: `Account ${account.number}${debtor ? `, ${debtor.name}` : ''}` });
}

/** Items newest first, in pages. */
function* itemsOf(
  { store, today }: TableContext,
  account: AccountRecord,
  { accountId, scope, kinds }: Pick<TimelineAsked, 'accountId' | 'scope' | 'kinds'>,
): Iterable<readonly TimelineItem[]> {
  const atOnce = 300;
  const others = listAccountsOfDebtor(store, account.debtorId).filter((one) => one.accountId !== accountId);
  for (let from: TimelinePlace | null = null; ; ) {
    const page: readonly { readonly item: TimelineItem; readonly place: TimelinePlace }[] = readTimeline(
      store,
      {
        accounts: [{ accountId, number: account.number }, ...others],
        debtorId: account.debtorId,
        wholeDebtor: scope === 'debtor',
        kinds: kinds.length === 0 ? allKinds : [...new Set(kinds)],
        from,
        newer: false,
        limit: atOnce,
      },
      today,
    );
    if (page.length > 0) yield page.map(({ item }) => item);
    const last = page.at(-1);
    if (page.length < atOnce || !last) return;
    from = last.place;
  }
}

export function timelineTable(context: TableContext, asked: TimelineAsked): Result<Table> {
  const subject = subjectOf(context, asked.accountId);
  if (!subject.ok) return subject;
  const { account, about } = subject.value;
  const { store, zone } = context;
  const kinds = [...new Set(asked.kinds)];
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const line = (item: TimelineItem) =>
    historyLineOf(item, zone, (letterId) => readLetterOutcome(store, letterId));
  type Row = { readonly item: TimelineItem; readonly line: ReturnType<typeof line> };
  return ok(
    tableOf<Row>({
      title: only === undefined ? 'Timeline' : `Timeline, ${timelineKindWords[only].toLowerCase()}`,
      about: [
        about,
        ...(asked.scope === 'debtor' ? ['All accounts of the debtor'] : []),
        ...(kinds.length === 0 || kinds.length === allKinds.length
          ? []
          : [kinds.map((kind) => timelineKindWords[kind]).join(', ')]),
      ],
      count: null,
      columns: [
        column('at', 'When', 'moment', ({ item }) => momentCell(item.at, zone)),
        column('kind', 'Kind', 'text', ({ item }) => timelineKindWords[item.kind]),
        column('account', 'Account', 'text', ({ item }) => item.account?.number ?? account.number),
        column('what', 'What', 'text', (row) => row.line.what),
        column('details', 'Details', 'text', (row) => row.line.details.join('; ')),
        column('text', 'Text', 'text', (row) => row.line.text),
        column('verdict', 'What the rules said', 'text', (row) => row.line.verdict),
        column('author', 'By', 'text', ({ item }) => item.author),
      ],
      *rows() {
        for (const page of itemsOf(context, account, asked))
          yield page.map((item) => ({ item, line: line(item) }));
      },
    }),
  );
}

/** Every attempt and conversation, in and out, each particular in a column of its own. */
export function contactsTable(
  context: TableContext,
  { accountId, scope }: Extract<ListAsked, { list: 'contacts' }>,
): Result<Table> {
  const subject = subjectOf(context, accountId);
  if (!subject.ok) return subject;
  const { account, about } = subject.value;
  const { zone } = context;
  return ok(
    tableOf<Item<'contact'>>({
      title: 'Contacts',
      about: [about, ...(scope === 'debtor' ? ['All accounts of the debtor'] : [])],
      count: null,
      columns: [
        column('at', 'When', 'moment', (row) => momentCell(row.at, zone)),
        column('account', 'Account', 'text', (row) => row.account?.number ?? account.number),
        column('channel', 'Channel', 'text', (row) => contactChannelWords[row.channel]),
        column('direction', 'Direction', 'text', (row) => contactDirectionWords[row.direction]),
        column('outcome', 'Outcome', 'text', (row) => contactOutcomeWords[row.outcome]),
        column('to', 'With', 'text', (row) => contactPartyWords[row.to]),
        column('party', 'Name', 'text', (row) => row.partyName),
        column('phone', 'Number', 'text', (row) => row.phone),
        column('seconds', 'Seconds', 'integer', (row) => row.seconds),
        column('text', 'What was written', 'text', (row) => row.text),
        column('verdict', 'What the rules said', 'text', (row) =>
          row.verdict === null ? null : verdictOutcomeWords[row.verdict],
        ),
        column('reason', 'Reason given', 'text', (row) => row.overrideReason),
        column('author', 'By', 'text', (row) => row.author),
        spare(column('against', 'What stood in the way', 'text', (row) => row.against)),
        spare(column('cite', 'Source', 'text', (row) => row.cite)),
        spare(
          column('factor', 'What rebuts it', 'text', (row) =>
            row.overrideFactor === null ? null : rebuttalFactorWords[row.overrideFactor],
          ),
        ),
        spare(column('script', 'Script', 'text', (row) => row.script?.name ?? null)),
      ],
      *rows() {
        for (const page of itemsOf(context, account, { accountId, scope, kinds: ['contact'] })) {
          yield page.flatMap((item) => (item.kind === 'contact' ? [item] : []));
        }
      },
    }),
  );
}

export type LedgerRow = EntryRow & { readonly amountCents: number; readonly balanceCents: number };

/** Every entry by the day it counts from, with the balance after it; those taken back and what takes them back among them. */
export function ledgerRows(context: Pick<TableContext, 'store'>, accountId: number): LedgerRow[] {
  let balanceCents = 0;
  return listEntries(context.store, accountId)
    .sort((a, b) =>
      a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.entryId - b.entryId,
    )
    .map((entry) => {
      const amountCents = entry.principalCents + entry.interestCents + entry.feesCents + entry.costsCents;
      balanceCents += amountCents;
      return { ...entry, amountCents, balanceCents };
    });
}

export function ledgerTable(
  context: TableContext,
  { accountId }: Extract<ListAsked, { list: 'ledger' }>,
): Result<Table> {
  const subject = subjectOf(context, accountId);
  if (!subject.ok) return subject;
  const rows = ledgerRows(context, accountId);
  return ok(
    tableOf<LedgerRow>({
      title: 'Ledger',
      about: [subject.value.about],
      count: rows.length,
      columns: ledgerColumns(context.zone),
      rows: () => inPages(rows),
    }),
  );
}

export function ledgerColumns(zone: string) {
  return [
    column<LedgerRow>('effectiveOn', 'Counts from', 'day', (row) => row.effectiveOn),
    column<LedgerRow>('kind', 'Entry', 'text', (row) => entryKindWords[row.kind]),
    column<LedgerRow>('reference', 'Reference', 'text', (row) => row.reference),
    column<LedgerRow>('dueOn', 'Due', 'day', (row) => row.dueOn),
    summed(column<LedgerRow>('amount', 'Amount', 'money', (row) => row.amountCents)),
    column<LedgerRow>('balance', 'Balance after', 'money', (row) => row.balanceCents),
    column<LedgerRow>('method', 'Method', 'text', (row) =>
      row.method === null ? null : paymentMethodWords[row.method],
    ),
    column<LedgerRow>('memo', 'Memo', 'text', (row) => row.memo),
    summed(column<LedgerRow>('principal', 'Principal', 'money', (row) => row.principalCents)),
    summed(column<LedgerRow>('interest', 'Interest', 'money', (row) => row.interestCents)),
    summed(column<LedgerRow>('fees', 'Fees', 'money', (row) => row.feesCents)),
    summed(column<LedgerRow>('costs', 'Costs', 'money', (row) => row.costsCents)),
    spare(column<LedgerRow>('receivedOn', 'Received', 'day', (row) => row.receivedOn)),
    spare(
      column<LedgerRow>('basisKind', 'Kind of basis', 'text', (row) =>
        row.basisKind === '' ? null : wordOf(basisKindWords, row.basisKind),
      ),
    ),
    spare(column<LedgerRow>('basis', 'Basis', 'text', (row) => row.basis)),
    spare(column<LedgerRow>('allowedBy', 'Allowed by', 'text', (row) => row.allowedBy)),
    spare(column<LedgerRow>('postedAt', 'Entered', 'moment', (row) => momentCell(row.postedAt, zone))),
    spare(column<LedgerRow>('author', 'By', 'text', (row) => row.author)),
    spare(column<LedgerRow>('entryId', 'Entry number', 'integer', (row) => row.entryId)),
    spare(column<LedgerRow>('reverses', 'Takes back entry', 'integer', (row) => row.reversesEntryId)),
  ];
}
