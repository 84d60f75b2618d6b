/**
 * Whose an item of money received may be. Accounts are looked for by every number and name in it, by its sum where that is rare, and by
 * what the payer paid before; what is found is weighed by `shared/domain/incoming/propose.ts`. Besides, payments that are in the
 * ledger already: a check entered when it came must not be posted again when the bank tells of it.
 */
import type { IncomingProposal, RecordedPayment } from '../../../shared/contract/incoming.ts';
import { addDays, daysBetween } from '../../../shared/domain/days.ts';
import { nameWordsIn, numbersIn } from '../../../shared/domain/incoming/incoming-words.ts';
import {
  type Because,
  type Candidate,
  matchName,
  proposeAccounts,
} from '../../../shared/domain/incoming/propose.ts';
import { numberWordsOf } from '../../../shared/domain/search.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import type { QueryContext } from '../context.ts';
import { findOfficeClient } from '../store/queries/debtors.ts';
import type { IncomingRecord } from '../store/queries/incoming.ts';
import {
  type CandidateRow,
  findAccountsByBalance,
  findAccountsByInstalment,
  findAccountsByNames,
  findAccountsByNumbers,
  listAccountsBeside,
  listCandidateRows,
  listEarlierOfPayer,
  listHeldOfSum,
  listOpenPromises,
  listOtherNames,
  listRecorded,
  listReferences,
  type RecordedEntry,
} from '../store/queries/incoming-matches.ts';
import { findPlanOf } from '../store/queries/plans.ts';
import { owedOn } from './owed.ts';
import { matchedOf } from './plan-facts.ts';

const mostByNumber = 60;
const mostByName = 40;
/** A sum that more accounts than this owe tells nothing. */
const rareSum = 12;
const mostBeside = 40;
/** For so many of those found the interest up to the day is worked out. */
const mostReckoned = 12;

export function proposalsFor(context: QueryContext, item: IncomingRecord): IncomingProposal[] {
  if (item.openCents <= 0 || item.currency !== 'USD') return [];
  const { store, today } = context;
  const numbers = numbersIn({ ...item, details: item.details });
  const names = nameWordsIn(item);
  const cents = item.openCents;
  const near = { from: addDays(item.receivedOn, -30), to: addDays(item.receivedOn, 10) };

  const found = new Set(findAccountsByNumbers(store, numbers, mostByNumber));
  for (const id of findAccountsByNames(store, names, mostByName)) found.add(id);
  const earlier = new Map(
    listEarlierOfPayer(store, item.payerKey, item.incomingId).map((one) => [one.accountId, one]),
  );
  for (const id of earlier.keys()) found.add(id);
  const held = new Map(listHeldOfSum(store, cents, mostByName).map((one) => [one.accountId, one]));
  for (const id of held.keys()) found.add(id);
  const alike = findAccountsByBalance(store, cents, rareSum + 1);
  if (alike.length <= rareSum) for (const id of alike) found.add(id);
  const due = findAccountsByInstalment(store, cents, near, rareSum + 1);
  if (due.length <= rareSum) for (const id of due) found.add(id);
  const promises = listOpenPromises(store, { accountIds: [...found], cents, ...near });
  for (const { accountId } of promises) found.add(accountId);
  const first = listCandidateRows(store, [...found], today);
  const beside = listAccountsBeside(store, [...new Set(first.map(({ debtorId }) => debtorId))], mostBeside);
  const rows = [
    ...first,
    ...listCandidateRows(
      store,
      beside.filter((id) => !found.has(id)),
      today,
    ),
  ];

  const words = new Set(numbers);
  const references = groupBy(
    listReferences(
      store,
      rows.map(({ accountId }) => accountId),
    ),
    ({ accountId }) => accountId,
  );
  const otherNames = groupBy(
    listOtherNames(store, [...new Set(rows.map(({ debtorId }) => debtorId))]),
    ({ debtorId }) => debtorId,
  );
  const promiseOf = new Map(promises.map((promise) => [promise.accountId, promise]));
  let reckoned = 0;
  const candidates = rows.map((row): Candidate => {
    const { debtorReference, ...facts } = row;
    const numberWords = wordsIn(row.accountNumber, words);
    const debtorNumberWords = wordsIn(debtorReference, words);
    const check = held.get(row.accountId);
    let owedCents = row.balanceCents;
    if (
      cents > row.balanceCents &&
      row.balanceCents > 0 &&
      row.status !== 'closed' &&
      reckoned < mostReckoned
    ) {
      reckoned += 1;
      owedCents = Math.max(owedCents, owedOn(store, row.accountId, item.receivedOn));
    }
    return {
      ...facts,
      owedCents,
      otherNames: (otherNames.get(row.debtorId) ?? []).map(({ name }) => name),
      numberWords,
      debtorNumberWords,
      charges: (references.get(row.accountId) ?? []).flatMap((charge) => {
        const [word] = longestFirst(wordsIn(charge.reference, words));
        return word === undefined ? [] : [{ ...charge, word }];
      }),
      instalment: row.status === 'plan' ? instalmentOf(context, row, cents) : null,
      promise: promiseOf.get(row.accountId) ?? null,
      earlier: earlier.get(row.accountId) ?? null,
      held: check
        ? {
            heldPaymentId: check.heldPaymentId,
            reference: check.reference,
            datedOn: check.datedOn,
            cents: check.cents,
            sameNumber: wordsIn(check.reference, words).length > 0,
          }
        : null,
    };
  });
  const { accountNumber, chargeReference, debtorReference, clientId } = item.details;
  const stated = [accountNumber ?? '', chargeReference ?? '', debtorReference ?? ''].flatMap(numberWordsOf);
  const proposals = proposeAccounts(
    {
      amountCents: cents,
      receivedOn: item.receivedOn,
      payer: item.payer,
      checkNumber: item.checkNumber,
      nameWords: names,
      statedNumbers: stated,
      // A bank account holds the money of every client; only a file of one client says whose it is.
      clientId:
        item.kind === 'file' && clientId !== findOfficeClient(store)?.clientId ? (clientId ?? null) : null,
    },
    candidates,
    dayWords,
  );
  const byId = new Map(candidates.map((candidate) => [candidate.accountId, candidate]));
  return proposals.map((proposal) => ({
    ...proposal,
    because: [...proposal.because],
    shares: proposal.shares.flatMap(({ accountId, amountCents, charges }) => {
      const candidate = byId.get(accountId);
      if (!candidate) return [];
      const named = new Set(charges);
      return [
        {
          accountId,
          accountNumber: candidate.accountNumber,
          debtorName: candidate.debtorName,
          clientName: candidate.clientName,
          balanceCents: candidate.balanceCents,
          disputed: candidate.disputed,
          closed: candidate.status === 'closed',
          amountCents,
          charges: candidate.charges
            .filter(({ entryId }) => named.has(entryId))
            .map(({ entryId, reference }) => ({ entryId, reference })),
        },
      ];
    }),
  }));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** The words of a number that the item holds; only the whole of it counts, not a run of digits within. */
function wordsIn(number: string, words: ReadonlySet<string>): string[] {
  if (number === '') return [];
  const own = numberWordsOf(number);
  const whole = own.filter((word) => word.length >= 3 && words.has(word));
  // `INV-2026-15` has the runs `2026` and `15`: neither is the number.
  const compact = number.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const bare = compact.replace(/^0+(?=.)/, '');
  const digits = /\d+$/.exec(compact)?.[0].replace(/^0+(?=.)/, '') ?? '';
  const means = (word: string) =>
    word === compact ||
    word === bare ||
    // The digits of `INV1042` or `AC-00123`, when they are all its digits.
    (word.replace(/^0+(?=.)/, '') === digits &&
      compact.replace(/\D/g, '').replace(/^0+(?=.)/, '') === digits);
  return whole.filter(means);
}

function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/** The first instalment that is not paid, or a later one of just this sum. */
function instalmentOf(
  { store, today }: QueryContext,
  { accountId }: CandidateRow,
  cents: number,
): Candidate['instalment'] {
  const plan = findPlanOf(store, accountId);
  if (!plan || plan.endedAt !== null) return null;
  const open = matchedOf(store, plan, today)
    .map(({ dueOn, amountCents, paidCents }) => ({ dueOn, missingCents: amountCents - paidCents }))
    .filter(({ missingCents }) => missingCents > 0)
    .slice(0, 3);
  return open.find(({ missingCents }) => missingCents === cents) ?? open[0] ?? null;
}

// ---- payments in the ledger --------------------------------------------------------------------------------------

const mostRecorded = 30;

/** Payments the item may be of: entered before the bank told of it, or given back by the bank. Best first. */
export function recordedFor(context: QueryContext, item: IncomingRecord): RecordedPayment[] {
  if (item.openCents === 0 || item.currency !== 'USD') return [];
  const numbers = numbersIn(item);
  const names = nameWordsIn(item);
  const isIn = item.openCents > 0;
  const entries = listRecorded(context.store, {
    from: addDays(item.receivedOn, isIn ? -14 : -180),
    to: addDays(item.receivedOn, isIn ? 4 : 0),
    cents: Math.abs(item.openCents),
    numbers,
    unlinked: isIn,
    limit: mostRecorded,
  });
  const together = new Map<string, RecordedEntry[]>();
  for (const entry of entries) {
    const group = together.get(entry.together);
    if (group) group.push(entry);
    else together.set(entry.together, [entry]);
  }
  return [...together.values()]
    .map((group) => weighRecorded(item, group, new Set(numbers), names))
    .filter(({ score }) => score >= 30)
    .sort((a, b) => b.score - a.score);
}

function weighRecorded(
  item: IncomingRecord,
  group: readonly RecordedEntry[],
  numbers: ReadonlySet<string>,
  names: readonly string[],
): RecordedPayment {
  const because: Because[] = [];
  let score = 0;
  const [first] = group;
  if (!first) throw new Error('a group of no payments');
  const { togetherCents, receivedOn, reference } = first;
  if (togetherCents === Math.abs(item.openCents)) {
    score += 35;
    because.push({ text: 'The same sum', agrees: true });
  } else because.push({ text: 'A part of the sum', agrees: false });
  if (wordsIn(reference, numbers).length > 0) {
    score += 45;
    because.push({ text: `The same number, ${reference}`, agrees: true });
  }
  const name = matchName(names, { ...first, otherNames: [] });
  if (name === 'same' || name === 'close') {
    score += name === 'same' ? 30 : 20;
    because.push({ text: `It names ${first.debtorName}`, agrees: true });
  }
  const apart = Math.abs(daysBetween(receivedOn, item.receivedOn));
  if (apart <= 4) {
    score += 10;
    because.push({
      text: apart === 0 ? 'On the same day' : `${apart} ${apart === 1 ? 'day' : 'days'} apart`,
      agrees: true,
    });
  }
  return {
    score: Math.min(100, score),
    because,
    receivedOn,
    reference,
    amountCents: togetherCents,
    entries: group.map(({ entryId, accountId, accountNumber, debtorName, amountCents }) => ({
      entryId,
      accountId,
      accountNumber,
      debtorName,
      amountCents,
    })),
  };
}
