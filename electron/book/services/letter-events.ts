/** What happened that the law attaches something to, as far as a letter speaks of it: disputes, requests to stop, courts, deaths. */

import type { LegalEventKind } from '../../../shared/domain/law.ts';
import { totalOf } from '../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import type { LegalEvent } from '../../../shared/rules/facts.ts';
import type { LetterData } from '../../../shared/templates/letter-data.ts';
import { attachmentKindWords } from '../../../shared/text/file-words.ts';
import { listAccountDocuments } from '../store/queries/attachments.ts';
import type { LetterSubject } from './letter-subject.ts';

type Events = Pick<LetterData, 'dispute' | 'cease' | 'judgment' | 'bankruptcy' | 'estate' | 'attorney'>;

/** The newest of the kinds in force; the one somebody chose comes before it, ended or not. */
export function eventInQuestion(
  { view, context, pick }: LetterSubject,
  ...kinds: readonly LegalEventKind[]
): LegalEvent | null {
  if (pick.eventId !== undefined) {
    const chosen = kinds
      .flatMap((kind) => view.everyEventOf(kind))
      .find(({ eventId }) => eventId === pick.eventId);
    if (chosen) return chosen;
  }
  return newest(kinds.flatMap((kind) => view.eventsOf(kind, context.now)));
}

function newest(events: readonly LegalEvent[]): LegalEvent | null {
  let found: LegalEvent | null = null;
  for (const event of events)
    if (!found || event.on > found.on || (event.on === found.on && event.eventId > found.eventId))
      found = event;
  return found;
}

export function eventsOf(subject: LetterSubject): Events {
  const cease = eventInQuestion(subject, 'cease_written', 'cease_oral', 'refusal_written');
  const bankruptcy = eventInQuestion(subject, 'bankruptcy');
  const deceased = eventInQuestion(subject, 'deceased');
  const attorney = eventInQuestion(subject, 'attorney');
  const died = deceased?.detail.diedOn;
  return {
    dispute: disputeOf(subject),
    cease: cease ? { receivedOn: cease.on } : null,
    judgment: judgmentOf(subject),
    bankruptcy: bankruptcy
      ? {
          caseNumber: bankruptcy.detail.caseNumber ?? '',
          chapter: bankruptcy.detail.chapter ?? '',
          court: bankruptcy.detail.court ?? '',
          filedOn: bankruptcy.on,
        }
      : null,
    estate: deceased ? { diedOn: died ?? null, representative: deceased.detail.name ?? '' } : null,
    attorney: attorney ? { name: attorney.detail.name ?? '', firm: attorney.detail.firm ?? '' } : null,
  };
}

/**
 * A dispute, and what answers it: what the creditor sent (agreements and statements on file, of which copies go with the letter)
 * and every entry the balance is made of, to the cent.
 */
function disputeOf(subject: LetterSubject): LetterData['dispute'] {
  const { context, accountId, explained } = subject;
  const event = eventInQuestion(subject, 'dispute', 'direct_dispute', 'bureau_dispute');
  if (!event) return null;
  const { disputedCents } = event.detail;
  const documents = listAccountDocuments(context.store, accountId, ['agreement', 'statement']).map(
    ({ onDay, kind, name, description }) => ({
      on: onDay,
      description: `${attachmentKindWords[kind]}: ${description === '' ? name : description}`,
      cents: null,
    }),
  );
  const entries = explained.lines.map((line) => ({
    on: line.on,
    description: lineWords(line),
    cents: line.cents,
  }));
  return {
    receivedOn: event.on,
    // What the clerk noted of it is the office's own and goes to nobody.
    what: disputedCents === undefined ? 'The whole debt' : `${formatDollars(disputedCents)} of it`,
    cents: disputedCents ?? null,
    answers: [...documents, ...entries],
  };
}

type Line = LetterSubject['explained']['lines'][number];

function lineWords(line: Line): string {
  switch (line.line) {
    case 'interest':
      return 'Interest';
    case 'judgment':
      return 'Judgment';
    case 'charge':
    case 'relief': {
      const { kind, row } = line.entry;
      const words = entryWords[kind] ?? 'Entry';
      const about = [row.reference, row.memo].filter((part) => part.trim() !== '');
      return about.length === 0 ? words : `${words}: ${about.join(', ')}`;
    }
  }
}

const entryWords: Readonly<Partial<Record<Extract<Line, { line: 'charge' }>['entry']['kind'], string>>> = {
  charge: 'Charge',
  fee: 'Fee',
  cost: 'Cost',
  interest: 'Interest',
  payment: 'Payment',
  recovery: 'Payment',
  credit: 'Credit',
  discount: 'Discount',
  settlement: 'Settlement',
  write_off: 'Write-off',
  refund: 'Refund',
  adjustment: 'Adjustment',
};

function judgmentOf({ ledger }: LetterSubject): LetterData['judgment'] {
  const judgment = ledger.judgments.findLast(({ vacatedAt }) => vacatedAt === null);
  if (!judgment) return null;
  const { court, caseNumber, judgedOn, award } = judgment;
  return { court, caseNumber, enteredOn: judgedOn, cents: totalOf(award) };
}
