import { formatDollars } from '../../../domain/money.ts';
import { contactRule, pass } from '../../rule.ts';
import { secondary } from '../../states/entry.ts';
import { isOwnSide } from '../stopping/scopes.ts';

type Covered = { readonly mostCents: number };

/** Debts made, renewed, sold or assigned from this day on. */
const from = '2025-07-01';

/**
 * California’s law on debt collection reaches some business debts. Whether a natural person owes or guarantees this one is on no
 * file, so it is taken for one that may be covered, unless every day on file lies before the law.
 */
export const caCommercialRule = contactRule<Covered>({
  id: 'ca.covered-commercial',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'review',
  title: 'California: its collection law covers small business debts of natural persons too',
  subject: 'who is bound',
  jurisdiction: 'CA',
  force: 'caution',
  source: secondary(
    'Cal. Civ. Code 1788 et seq. as amended by SB 1286',
    '2026-11-21',
    'Up to $500,000 in all, owed or guaranteed by a natural person.',
  ),
  scope: { roles: 'anyone', debts: 'any', states: ['CA'], channels: 'all', directions: 'out' },
  values: [{ from, until: null, value: { mostCents: 50_000_000 } }],
  timed: true,
  check({ facts, value, view }) {
    const { debt } = facts;
    if (isOwnSide(facts.act.to) || view.isConsumerDebt || debt.balanceCents > value.mostCents) return pass;
    if (debt.openedOn < from && (debt.placedOn === null || debt.placedOn < from)) return pass;
    return {
      result: 'warn',
      text: () =>
        `California’s law on debt collection covers business debts of up to ${formatDollars(value.mostCents)} that a natural person owes or guarantees, made, renewed, sold or assigned since July 1, 2025. If this is one, keep to the rules for consumers.`,
      facts: () => [
        { name: 'Balance', value: formatDollars(debt.balanceCents), source: '', ref: { kind: 'account' } },
        {
          name: 'What it was for',
          value: 'Business',
          source: debt.known.purpose?.source ?? '',
          ref: { kind: 'debt_fact', name: 'purpose' },
        },
      ],
      clears: null,
    };
  },
});
