/** The lines of an explanation added up by what they are, so that the figure can be checked by hand. */
import type { Explanation, ExplanationLine } from '../../../../shared/contract/ledger.ts';

export type SumGroup =
  | 'charges'
  | 'interest'
  | 'fees'
  | 'costs'
  | 'received'
  | 'forgiven'
  | 'raised'
  | 'refunded'
  | 'judgment';

const groupOrder: readonly SumGroup[] = [
  'charges',
  'interest',
  'fees',
  'costs',
  'raised',
  'judgment',
  'refunded',
  'received',
  'forgiven',
];

export const sumGroupWords: Readonly<Record<SumGroup, string>> = {
  charges: 'Charges',
  interest: 'Interest',
  fees: 'Fees',
  costs: 'Costs',
  received: 'Received',
  forgiven: 'Credited, forgiven or written off',
  raised: 'Adjusted upward',
  refunded: 'Refunded',
  judgment: 'Change by the judgment',
};

function groupOf(line: ExplanationLine): SumGroup {
  if (line.line === 'interest') return 'interest';
  if (line.line === 'judgment') return 'judgment';
  if (line.line === 'relief')
    return line.kind === 'payment' || line.kind === 'recovery' ? 'received' : 'forgiven';
  switch (line.kind) {
    case 'fee':
      return 'fees';
    case 'cost':
      return 'costs';
    case 'interest':
      return 'interest';
    case 'adjustment':
      return 'raised';
    case 'refund':
      return 'refunded';
    default:
      return 'charges';
  }
}

/** One sum for each group there is, in a fixed order; together the figure. */
export function sumUp(explanation: Pick<Explanation, 'lines'>): { group: SumGroup; cents: number }[] {
  const sums = new Map<SumGroup, number>();
  for (const line of explanation.lines) {
    const group = groupOf(line);
    sums.set(group, (sums.get(group) ?? 0) + line.cents);
  }
  return groupOrder.flatMap((group) => {
    const cents = sums.get(group);
    return cents === undefined ? [] : [{ group, cents }];
  });
}
