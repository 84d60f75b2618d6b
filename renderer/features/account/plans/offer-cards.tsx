/** Offers of the same sum below each other for naming on the phone: what each costs, and whether floors are kept. One key chooses. */
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import type { Offer } from '../../../../shared/domain/offers.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { KeyHint, keyWords } from '../../../components/key-hint.tsx';
import { floorWords } from './floor-words.ts';

export type OfferCardsProps = {
  readonly offers: readonly Offer[];
  /** How many instalments the plan shown has. */
  readonly chosen: number | null;
  onChoose(offer: Offer): void;
};

export function OfferCards({ offers, chosen, onChoose }: OfferCardsProps) {
  if (offers.length === 0) return null;
  return (
    <section aria-label="Offers side by side">
      <Text size="xs" c="dimmed" mb={4}>
        Offers side by side, {keyWords('Mod+1')} to {keyWords(`Mod+${offers.length}`)}
      </Text>
      <div className="plan-offers">
        {offers.map((offer, place) => (
          <button
            key={offer.count}
            type="button"
            className="account-offer plan-offer"
            aria-pressed={chosen === offer.count}
            aria-keyshortcuts={`Control+${place + 1}`}
            title={offer.brokenFloors.map(floorWords).join('; ')}
            onClick={() => onChoose(offer)}
          >
            <KeyHint keys={String(place + 1)} />
            <span>
              {offer.count} {offer.count === 1 ? 'time' : 'times'}
            </span>
            <strong className="money">{formatDollars(offer.amountCents)}</strong>
            <span className="account-offer-end">to {monthWords(offer.lastOn)}</span>
            <span className="account-offer-end plan-offer-total">
              {formatDollars(offer.paidCents)} in all
              {offer.interestCents > 0 ? `, ${formatDollars(offer.interestCents)} interest` : ''}
            </span>
            <FloorSign offer={offer} />
          </button>
        ))}
      </div>
    </section>
  );
}

function FloorSign({ offer }: { readonly offer: Offer }) {
  if (offer.brokenFloors.length > 0) {
    return (
      <span className="plan-offer-floor" data-bad>
        <IconAlertTriangle size={13} aria-hidden /> Below a floor
      </span>
    );
  }
  if (offer.affordable === false) {
    return (
      <span className="plan-offer-floor">
        <IconAlertTriangle size={13} aria-hidden /> Over budget
      </span>
    );
  }
  return (
    <span className="plan-offer-floor" data-good>
      <IconCheck size={13} aria-hidden /> Floors kept
    </span>
  );
}

/** `Feb 2027`: an offer is named by its month. */
function monthWords(day: Day): string {
  return dayWords(day).replace(/^\d+ /, '');
}
