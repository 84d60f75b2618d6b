/** Money received, as a table: what the screen is narrowed to, whole. */
import type { ListAsked } from '../../../../shared/contract/exports.ts';
import type { IncomingRow } from '../../../../shared/contract/incoming.ts';
import { incomingKindWords, incomingStateWords } from '../../../../shared/text/incoming-words.ts';
import { listReceived } from '../incoming.ts';
import { answered, byPlace, column, spare, summed, type Table, type TableContext, tableOf } from './table.ts';

type Place = { readonly receivedOn: string; readonly incomingId: number };

export function incomingTable(
  context: TableContext,
  { list: _, ...asked }: Extract<ListAsked, { list: 'incoming' }>,
): Table {
  const { state, flow, text, heldAt } = asked;
  const inDollars = (row: IncomingRow, cents: number) => (row.currency === 'USD' ? cents : null);
  return tableOf<IncomingRow>({
    title: 'Money received',
    about: [
      ...(state === 'all' ? [] : [incomingStateWords[state]]),
      flow === 'in' ? 'Money in, and returned' : 'Money out',
      ...(heldAt === null ? [] : [heldAt]),
      ...(text.trim() === '' ? [] : [`Found by “${text.trim()}”`]),
    ],
    count: answered(listReceived(context, { ...asked, after: null })).count,
    columns: [
      column('receivedOn', 'Received', 'day', (row) => row.receivedOn),
      column('heldAt', 'Held at', 'text', (row) => row.heldAt),
      column('payer', 'Payer', 'text', (row) => row.payer),
      column('memo', 'Memo', 'text', (row) => row.memo),
      column('checkNumber', 'Check number', 'text', (row) => row.checkNumber),
      column('reference', 'Reference', 'text', (row) => row.reference),
      summed(column('amount', 'Amount', 'money', (row) => inDollars(row, row.amountCents))),
      summed(column('open', 'Open', 'money', (row) => inDollars(row, row.openCents))),
      column('state', 'State', 'text', (row) => incomingStateWords[row.state]),
      column('postedOn', 'Posted on', 'text', postedWords),
      column('setAside', 'Why set aside', 'text', (row) => row.setAsideReason),
      // Never among the dollars, where they would be added up.
      column('foreign', 'Amount in another currency', 'money', (row) =>
        row.currency === 'USD' ? null : row.amountCents,
      ),
      column('currency', 'Currency', 'text', (row) => row.currency),
      spare(column('kind', 'Told by', 'text', (row) => incomingKindWords[row.kind])),
      spare(column('isReturn', 'Returned by the bank', 'text', (row) => (row.isReturn ? 'Yes' : null))),
      spare(column('line', 'Line of the file', 'integer', (row) => row.line)),
    ],
    rows: () =>
      byPlace<IncomingRow, Place>((after) => {
        const { items, next } = answered(listReceived(context, { ...asked, after }));
        return { rows: items, next };
      }),
  });
}

function postedWords({ postedOn, postedCount }: IncomingRow): string | null {
  if (postedCount === 0) return null;
  const rest = postedCount - postedOn.length;
  return [
    ...postedOn.map(({ accountNumber, debtorName }) => `${accountNumber} (${debtorName})`),
    ...(rest > 0 ? [`${rest} more`] : []),
  ].join('; ');
}
