/** Floors that an offer goes below, in words: what is allowed and what was asked for. */
import type { BrokenFloor } from '../../../../shared/contract/offers.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { formatShare } from '../../../../shared/domain/share.ts';

export function floorWords({ floor, allowed, asked }: BrokenFloor): string {
  switch (floor) {
    case 'least_payment':
      return `${formatDollars(asked)} is below the least payment of ${formatDollars(allowed)}`;
    case 'longest_term':
      return `${asked} months is longer than the ${allowed} allowed`;
    case 'least_settlement_share':
      return `${formatShare(asked)} % of the balance is below the least of ${formatShare(allowed)} %`;
  }
}
