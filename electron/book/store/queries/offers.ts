/** Offers and counter-offers: what was offered never changes, only what became of it. */
import type { BrokenFloor } from '../../../../shared/contract/offers.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { PlanTerms } from '../../../../shared/domain/plan-terms.ts';
import type { Store } from '../store.ts';

export type OfferOutcome = 'open' | 'accepted' | 'declined' | 'countered' | 'withdrawn' | 'lapsed';

export type NewOffer = {
  readonly accountId: number;
  readonly kind: 'plan' | 'settlement';
  readonly madeBy: 'office' | 'debtor';
  readonly countersOfferId: number | null;
  /** The one it is kept with first. */
  readonly accounts: readonly number[];
  /** What was owed when it was made, accrued interest included. */
  readonly balanceCents: number;
  readonly totalCents: number;
  readonly terms: PlanTerms;
  /** A settlement's. */
  readonly onDefault: 'full_balance_less_paid' | 'settlement_stands' | null;
  readonly expiresOn: Day | null;
  readonly brokenFloors: readonly BrokenFloor[];
  readonly overrideReason: string;
  readonly allowedBy: string;
  readonly memo: string;
  readonly madeAt: number;
  readonly author: string;
};

export function insertOffer(store: Store, offer: NewOffer): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO offers (account_id, kind, made_by, counters_offer_id, accounts, balance_cents, total_cents, terms,
         on_default, expires_on, broken_floors, override_reason, allowed_by, memo, made_at, author)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      offer.accountId,
      offer.kind,
      offer.madeBy,
      offer.countersOfferId,
      JSON.stringify(offer.accounts),
      offer.balanceCents,
      offer.totalCents,
      JSON.stringify(offer.terms),
      offer.onDefault,
      offer.expiresOn,
      JSON.stringify(offer.brokenFloors),
      offer.overrideReason,
      offer.allowedBy,
      offer.memo,
      offer.madeAt,
      offer.author,
    );
  return Number(lastInsertRowid);
}

export type OfferRecord = Omit<NewOffer, 'accounts' | 'brokenFloors'> & {
  readonly offerId: number;
  readonly accounts: number[];
  readonly brokenFloors: BrokenFloor[];
  /** As it was written down; one that is open past its last day has lapsed. */
  readonly outcome: OfferOutcome;
  readonly outcomeAt: number | null;
  readonly outcomeReason: string;
};

type OfferSql = Omit<OfferRecord, 'accounts' | 'terms' | 'brokenFloors'> & {
  readonly accounts: string;
  readonly terms: string;
  readonly brokenFloors: string;
};

const columns = `id AS offerId, account_id AS accountId, kind, made_by AS madeBy, counters_offer_id AS countersOfferId,
  accounts, balance_cents AS balanceCents, total_cents AS totalCents, terms, on_default AS onDefault,
  expires_on AS expiresOn, broken_floors AS brokenFloors, override_reason AS overrideReason, allowed_by AS allowedBy,
  outcome, outcome_at AS outcomeAt, outcome_reason AS outcomeReason, memo, made_at AS madeAt, author`;

function toOffer(row: unknown): OfferRecord {
  const offer = row as OfferSql;
  return {
    ...offer,
    accounts: JSON.parse(offer.accounts) as number[],
    terms: JSON.parse(offer.terms) as PlanTerms,
    brokenFloors: JSON.parse(offer.brokenFloors) as BrokenFloor[],
  };
}

export function findOffer(store: Store, offerId: number): OfferRecord | null {
  const row = store.sql(`SELECT ${columns} FROM offers WHERE id = ?`).get(offerId);
  return row === undefined ? null : toOffer(row);
}

/** Offers kept with an account or covering it, newest first. */
export function listOffersOf(store: Store, accountId: number): OfferRecord[] {
  return store
    .sql(
      `SELECT ${columns} FROM offers WHERE account_id = :accountId OR id IN (
         SELECT o.id FROM offers o JOIN accounts a ON a.id = o.account_id
         WHERE a.debtor_id = (SELECT debtor_id FROM accounts WHERE id = :accountId)
           AND EXISTS (SELECT 1 FROM json_each(o.accounts) WHERE value = :accountId))
       ORDER BY id DESC`,
    )
    .all({ accountId })
    .map(toOffer);
}

export function updateOfferOutcome(
  store: Store,
  offerId: number,
  to: { readonly outcome: OfferOutcome; readonly at: number; readonly reason: string },
): void {
  store
    .sql('UPDATE offers SET outcome = ?, outcome_at = ?, outcome_reason = ? WHERE id = ?')
    .run(to.outcome, to.at, to.reason, offerId);
}

/** Why an offer may go below a floor and who allowed it; only once. */
export function updateOfferOverride(
  store: Store,
  offerId: number,
  override: { readonly reason: string; readonly allowedBy: string },
): void {
  store
    .sql('UPDATE offers SET override_reason = ?, allowed_by = ? WHERE id = ?')
    .run(override.reason, override.allowedBy, offerId);
}

/** Ends every open offer that covers one of these accounts. */
export function updateOpenOffers(
  store: Store,
  accountIds: readonly number[],
  to: { readonly outcome: OfferOutcome; readonly at: number; readonly reason: string },
): void {
  store
    .sql(
      `UPDATE offers SET outcome = ?, outcome_at = ?, outcome_reason = ? WHERE outcome = 'open'
         AND account_id IN (SELECT a.id FROM accounts a WHERE a.debtor_id IN (
           SELECT b.debtor_id FROM accounts b WHERE b.id IN (SELECT value FROM json_each(?))))
         AND EXISTS (SELECT 1 FROM json_each(offers.accounts) c WHERE c.value IN (SELECT value FROM json_each(?)))`,
    )
    .run(to.outcome, to.at, to.reason, JSON.stringify(accountIds), JSON.stringify(accountIds));
}
