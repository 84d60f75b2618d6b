/**
 * What a figure of an account is made of, on any day, past or to come, and if asked, as the book stood at the end of an earlier
 * one: what was posted, made or taken back later had not happened then.
 */
import type { Explanation, ExplanationLine } from '../../../shared/contract/ledger.ts';
import { addDays, type Day, startOfDay } from '../../../shared/domain/days.ts';
import { type ExplainedApplication, type ExplainedLine, explain } from '../../../shared/domain/explain.ts';
import { totalOf } from '../../../shared/domain/ledger.ts';
import { assertInRange } from '../../../shared/domain/money.ts';
import type { LedgerKey } from '../../../shared/domain/replay.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { QueryHandler } from '../context.ts';
import { findAccountName } from '../store/queries/accounts.ts';
import type { Store } from '../store/store.ts';
import {
  factsOf,
  type LedgerEntry,
  ledgerBefore,
  readLedger,
  reversalsOf,
  type StoredLedger,
} from './ledger-facts.ts';

export const explainLedger: QueryHandler<'ledger.explain'> = ({ store, zone }, input) => {
  const { accountId, asOf, knownOn } = input;
  const until = knownOn === null ? null : startOfDay(addDays(knownOn, 1), zone);
  const explanation = explainAccount(store, accountId, asOf, until);
  return explanation ? ok(explanation) : fail('account.not_found');
};

/**
 * `null` for an account that does not exist. `knownUntil`: the instant from which on nothing was known yet. Throws `MoneyOutOfRange`
 * where interest leads past what a sum can be.
 */
export function explainAccount(
  store: Store,
  accountId: number,
  asOf: Day,
  knownUntil: number | null,
): Explanation | null {
  const account = findAccountName(store, accountId);
  if (!account) return null;
  const whole = readLedger(store, accountId);
  const ledger = knownUntil === null ? whole : ledgerBefore(whole, knownUntil);
  const { lines, ...figures } = explain(factsOf(ledger), asOf);
  assertInRange(figures.totalCents);
  const courts = new Map(ledger.judgments.map((judgment) => [judgment.judgmentId, judgment]));
  const show = showApplicationsOf(ledger);
  return {
    accountId,
    accountNumber: account.number,
    debtorName: account.debtorName,
    ...figures,
    lines: lines.map((line) => showLine(line, courts, show)),
    takenBack: takenBackOf(ledger, asOf),
  };
}

type ShowApplication = (application: ExplainedApplication) => {
  chargeEntryId: number | null;
  reference: string;
} & ExplainedApplicationShown;
type ExplainedApplicationShown = Pick<ExplainedApplication, 'kind' | 'dueOn' | 'cents' | 'parts'>;

/** Applications with the entry and the reference of the charge; interest that is not posted yet has no entry. */
function showApplicationsOf(ledger: StoredLedger): ShowApplication {
  const posted = new Map<LedgerKey, number>();
  const references = new Map<number, string>();
  const reversals = reversalsOf(ledger.entries);
  for (const { entryId, derived, kind, effectiveOn, judgmentId, reference } of ledger.entries) {
    if (!derived) references.set(entryId, reference);
    else if (reversals.has(entryId)) continue;
    else if (kind === 'interest') posted.set(`interest:${effectiveOn}`, entryId);
    else if (kind === 'judgment' && judgmentId !== null) posted.set(`judgment:${judgmentId}`, entryId);
  }
  return ({ charge, kind, dueOn, cents, parts }) => ({
    chargeEntryId: typeof charge === 'number' ? charge : (posted.get(charge) ?? null),
    reference: typeof charge === 'number' ? (references.get(charge) ?? '') : '',
    kind,
    dueOn,
    cents,
    parts,
  });
}

function showLine(
  line: ExplainedLine<LedgerEntry>,
  courts: ReadonlyMap<number, { court: string; caseNumber: string }>,
  show: ShowApplication,
): ExplanationLine {
  const { on, cents, balanceCents } = line;
  switch (line.line) {
    case 'charge': {
      const { entryId, kind, dueOn, parts, row } = line.entry;
      const { reference, memo, basisKind, basis } = row;
      return {
        line: 'charge',
        on,
        entryId,
        kind,
        reference,
        memo,
        dueOn,
        basisKind,
        basis,
        parts,
        cents,
        balanceCents,
      };
    }
    case 'interest':
      return {
        line: 'interest',
        on,
        because: line.because,
        segments: line.segments.map(({ terms, ...segment }) => ({
          ...segment,
          rate: terms.rate,
          method: terms.method,
          dayCount: terms.dayCount,
          basis: terms.basis,
        })),
        unrounded: line.unrounded,
        cents,
        balanceCents,
      };
    case 'relief': {
      const { entryId, kind, row } = line.entry;
      const { method, reference, memo, allowedBy } = row;
      return {
        line: 'relief',
        on,
        entryId,
        kind,
        method,
        reference,
        memo,
        allowedBy,
        order: line.order,
        directed: line.directed,
        applications: line.applications.map(show),
        unappliedCents: line.unappliedCents,
        cents,
        balanceCents,
      };
    }
    case 'judgment': {
      const { judgmentId, award, basis } = line.judgment;
      const { court = '', caseNumber = '' } = courts.get(judgmentId) ?? {};
      return {
        line: 'judgment',
        on,
        judgmentId,
        court,
        caseNumber,
        before: line.before,
        award,
        basis,
        cents,
        balanceCents,
      };
    }
  }
}

function takenBackOf(ledger: StoredLedger, asOf: Day): Explanation['takenBack'] {
  const reversals = reversalsOf(ledger.entries);
  return ledger.entries.flatMap((entry) => {
    const reversal = reversals.get(entry.entryId);
    if (!reversal || entry.derived || entry.effectiveOn > asOf) return [];
    const { entryId, kind, effectiveOn } = entry;
    return [{ entryId, kind, on: effectiveOn, cents: totalOf(entry), reason: reversal.memo }];
  });
}
