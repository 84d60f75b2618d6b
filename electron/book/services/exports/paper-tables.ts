/** Letters and mail as tables. */
import type { ListAsked } from '../../../../shared/contract/exports.ts';
import type { LetterRow } from '../../../../shared/contract/letters.ts';
import type { MailPiece } from '../../../../shared/contract/mail.ts';
import type { WaitingLetter } from '../../../../shared/contract/strategies.ts';
import { showArticle } from '../../../../shared/domain/article-number.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { ok, type Result } from '../../../../shared/errors/result.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { letterStateWords, wordOf } from '../../../../shared/text/labels.ts';
import { mailClassWords, mailStateWords, returnReasonWords } from '../../../../shared/text/mail-words.ts';
import { findAccount } from '../../store/queries/accounts.ts';
import { findRunName } from '../../store/queries/mail.ts';
import { listLetters } from '../letters.ts';
import { listMail } from '../mail.ts';
import { listWaitingLetters } from '../print-queue.ts';
import { momentCell } from './moment-cell.ts';
import { answered, byPlace, column, spare, summed, type Table, type TableContext, tableOf } from './table.ts';

const atOnce = 200;

/** What a list of papers was narrowed to. */
function narrowed(
  { store }: TableContext,
  asked: {
    readonly text: string;
    readonly from: Day | null;
    readonly to: Day | null;
    readonly accountId: number | null;
  },
): string[] {
  const { text, from, to, accountId } = asked;
  const account = accountId === null ? null : findAccount(store, accountId);
  return [
    ...(text.trim() === '' ? [] : [`Found by “${text.trim()}”`]),
    ...(account ? [`Account ${account.number}`] : []),
    ...(from === null ? [] : [`From ${dayWords(from)}`]),
    ...(to === null ? [] : [`To ${dayWords(to)}`]),
  ];
}

const letterListWords = {
  any: '',
  printed: 'Printed',
  not_printed: 'Not printed',
  not_mailed: 'Not mailed',
  mailed: 'Mailed',
  returned: 'Come back',
} as const;

export function lettersTable(
  context: TableContext,
  { list: _, ...asked }: Extract<ListAsked, { list: 'letters' }>,
): Result<Table> {
  const { zone } = context;
  return ok(
    tableOf<LetterRow>({
      title: 'Letters',
      about: [
        ...narrowed(context, asked),
        ...(asked.templateCode === null ? [] : ['One kind of letter']),
        ...(asked.state === 'any' ? [] : [letterListWords[asked.state]]),
      ],
      count: null,
      columns: [
        column('at', 'Made', 'moment', (row) => momentCell(row.madeAt, zone)),
        column('letter', 'Letter', 'text', (row) => row.templateName),
        column('debtor', 'Debtor', 'text', (row) => row.debtorName),
        column('number', 'Account number', 'text', (row) => row.accountNumber),
        column('balance', 'Balance then', 'money', (row) => row.balanceCents),
        column('pages', 'Pages', 'integer', (row) => row.pages),
        column('state', 'State', 'text', (row) => letterStateWords[row.state]),
        column('mail', 'Mail', 'text', (row) => (row.mail === null ? null : mailStateWords[row.mail.state])),
        column('mailOn', 'Mail, since', 'day', (row) => row.mail?.on ?? null),
        spare(column('id', 'Letter number', 'integer', (row) => row.letterId)),
      ],
      rows: () =>
        byPlace<LetterRow, number>((before) => {
          const { letters, next } = answered(listLetters(context, { ...asked, before, limit: atOnce }));
          return { rows: letters, next };
        }),
    }),
  );
}

export function mailTable(
  context: TableContext,
  { list: _, ...asked }: Extract<ListAsked, { list: 'mail' }>,
): Result<Table> {
  const { zone, store } = context;
  const totals = listMail(context, { ...asked, before: null, limit: 1 });
  if (!totals.ok) return totals;
  const run = asked.runId === null ? null : findRunName(store, asked.runId);
  return ok(
    tableOf<MailPiece>({
      title: 'Mail log',
      about: [
        ...narrowed(context, asked),
        ...(run === null ? [] : [`Run: ${run}`]),
        ...(asked.class === null ? [] : [mailClassWords[asked.class]]),
        ...(asked.state === 'any' ? [] : [mailStateWords[asked.state]]),
        ...(asked.withWithdrawn ? ['With pieces that were withdrawn'] : []),
      ],
      // Its totals leave out what was withdrawn, and the list may show it.
      count: asked.withWithdrawn ? null : totals.value.totals.pieces,
      columns: [
        column('mailedOn', 'Mailed', 'day', (row) => row.mailedOn),
        column('letter', 'Letter', 'text', (row) => row.templateName),
        column('debtor', 'Debtor', 'text', (row) => row.debtorName),
        column('number', 'Account number', 'text', (row) => row.accountNumber),
        column('address', 'Sent to', 'text', (row) => row.address),
        column('class', 'Service', 'text', (row) => mailClassWords[row.class]),
        column('article', 'Number of the piece', 'text', (row) =>
          row.articleNumber === '' ? null : showArticle(row.articleNumber),
        ),
        column('receipt', 'Return receipt', 'text', (row) =>
          row.receiptNumber === '' ? null : showArticle(row.receiptNumber),
        ),
        summed(column('postage', 'Postage', 'money', (row) => (row.withdrawn ? 0 : row.postageCents))),
        column('state', 'State', 'text', (row) => (row.withdrawn ? 'Withdrawn' : mailStateWords[row.state])),
        column('outcomeOn', 'Delivered or come back', 'day', (row) => row.outcome?.on ?? null),
        column('reason', 'Why it came back', 'text', (row) =>
          row.outcome === null || row.outcome.reason === ''
            ? null
            : wordOf(returnReasonWords, row.outcome.reason),
        ),
        column('signedBy', 'Signed by', 'text', (row) => row.outcome?.signedBy ?? null),
        column('note', 'Note', 'text', (row) => row.note),
        spare(column('pages', 'Pages', 'integer', (row) => row.pages)),
        spare(column('madeAt', 'Entered', 'moment', (row) => momentCell(row.madeAt, zone))),
        spare(column('author', 'By', 'text', (row) => row.author)),
        spare(column('id', 'Letter number', 'integer', (row) => row.letterId)),
      ],
      rows: () =>
        byPlace<MailPiece, number>((before) => {
          const { pieces, next } = answered(listMail(context, { ...asked, before, limit: atOnce }));
          return { rows: pieces, next };
        }),
    }),
  );
}

function mayGoWords({ state, why }: WaitingLetter): string {
  switch (state) {
    case 'ready':
      return 'May go';
    case 'held_back':
      return why;
    case 'in_run':
      return `In the run ${why}`;
    case 'made':
      return 'Made; nobody noted whether it was printed';
  }
}

/** Letters that wait to be printed, oldest first. */
export function waitingTable(context: TableContext): Table {
  return tableOf<WaitingLetter>({
    title: 'Letters waiting',
    about: [],
    count: null,
    columns: [
      column('since', 'Since', 'day', (row) => row.wantedOn),
      column('letter', 'Letter', 'text', (row) => row.templateName),
      column('strategy', 'Strategy', 'text', (row) => row.strategyName),
      column('debtor', 'Debtor', 'text', (row) => row.debtorName),
      column('number', 'Account number', 'text', (row) => row.number),
      summed(column('balance', 'Balance', 'money', (row) => row.balanceCents)),
      column('mayGo', 'May it go', 'text', mayGoWords),
      column('clearsOn', 'Not before', 'day', (row) => row.clearsOn),
    ],
    rows: () =>
      byPlace<WaitingLetter, number>((after) => {
        // Each is asked about anew, which takes some milliseconds.
        const { letters, next } = answered(listWaitingLetters(context, { after, limit: 10 }));
        return { rows: letters, next };
      }),
  });
}
