/** What a contact history states: everything of the chosen kinds in a period, oldest first. */

import type { PaperAsked } from '../../../shared/contract/papers.ts';
import { addDays, startOfDay } from '../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { historyLineOf } from '../../../shared/templates/papers/history-lines.ts';
import type { ContactHistoryFacts, HistoryLine } from '../../../shared/templates/papers/paper-facts.ts';
import type { PaperParties } from '../../../shared/templates/papers/paper-sheet.ts';
import { timelineKindWords } from '../../../shared/text/labels.ts';
import type { QueryContext } from '../context.ts';
import { findAccount, listAccountsOfDebtor } from '../store/queries/accounts.ts';
import { readLetterOutcome } from '../store/queries/letters.ts';
import { readTimeline, type TimelinePlace } from '../store/queries/timeline.ts';

type Asked = Extract<PaperAsked, { paper: 'contact-history' }>;

/** About 250 pages; more is better told in several papers. */
const mostLines = 5_000;
const readAtOnce = 500;

/** Returns `account.not_found`, `paper.days_backwards`, `paper.history_empty` or `paper.history_too_long`. */
export function gatherContactHistory(
  { store, today, zone }: QueryContext,
  { accountId, scope, fromOn, toOn, kinds: asked }: Asked,
  parties: PaperParties,
): Result<ContactHistoryFacts> {
  if (toOn < fromOn) return fail('paper.days_backwards', { fromOn, toOn });
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const own = { accountId, number: account.number };
  const others = listAccountsOfDebtor(store, account.debtorId).filter((one) => one.accountId !== accountId);
  const kinds = [...new Set(asked)];
  const begin = startOfDay(fromOn, zone);
  const lines: HistoryLine[] = [];
  let from: TimelinePlace | null = { at: startOfDay(addDays(toOn, 1), zone), rank: 0, seq: 0 };
  while (from !== null) {
    const page = readTimeline(
      store,
      {
        accounts: [own, ...others],
        debtorId: account.debtorId,
        wholeDebtor: scope === 'debtor',
        kinds,
        from,
        newer: false,
        limit: readAtOnce,
      },
      today,
    );
    const inPeriod = page.filter(({ place }) => place.at >= begin);
    for (const { item } of inPeriod) {
      lines.push(historyLineOf(item, zone, (letterId) => readLetterOutcome(store, letterId)));
    }
    if (lines.length > mostLines) return fail('paper.history_too_long', { most: mostLines });
    from =
      page.length === readAtOnce && inPeriod.length === page.length ? (page.at(-1)?.place ?? null) : null;
  }
  if (lines.length === 0) return fail('paper.history_empty');
  return ok({
    paper: 'contact-history',
    parties,
    scope,
    accounts: scope === 'debtor' ? [own, ...others].map(({ number }) => number) : [own.number],
    fromOn,
    toOn,
    kinds: kinds.map((kind) => timelineKindWords[kind]),
    zone,
    lines: lines.reverse(),
  });
}
