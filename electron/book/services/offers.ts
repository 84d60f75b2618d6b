/**
 * Offers and counter-offers. Each is logged with what was owed, its terms, the floors it goes below and who allowed that; what
 * became of it is added to it and nothing else ever changes. One past its last day has lapsed without anybody writing it down.
 *
 * Accepting makes the plan or settlement from what is owed that day: an offer the debt has outgrown is stale.
 */
import type { OfferRow } from '../../../shared/contract/offers.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { type Day, dayOfInstant } from '../../../shared/domain/days.ts';
import { checkAcceptable } from '../../../shared/domain/settlement.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { offerOutcomeWords } from '../../../shared/text/labels.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import {
  findOffer,
  insertOffer,
  listOffersOf,
  type OfferRecord,
  updateOfferOutcome,
  updateOfferOverride,
  updateOpenOffers,
} from '../store/queries/offers.ts';
import type { Store } from '../store/store.ts';
import { checkFloors, draftPlan, type Override, type PlanDraft, writePlan } from './agree-plan.ts';
import { owedShares, sumOfShares } from './owed.ts';
import { contractTerms } from './plan-facts.ts';

function outcomeOn(offer: OfferRecord, today: Day): OfferRecord['outcome'] {
  return offer.outcome === 'open' && !checkAcceptable(offer.expiresOn, today).ok ? 'lapsed' : offer.outcome;
}

/** Errors: `offer.not_found`, `offer.not_open`. */
function findOpenOffer(store: Store, offerId: number, today: Day): Result<OfferRecord> {
  const offer = findOffer(store, offerId);
  if (!offer) return fail('offer.not_found');
  const outcome = outcomeOn(offer, today);
  if (outcome === 'open') return ok(offer);
  return fail('offer.not_open', { outcome: offerOutcomeWords[outcome].toLowerCase() });
}

export function overrideHoldsCardData(override: Override): boolean {
  return override !== null && (holdsCardData(override.reason) || holdsCardData(override.allowedBy));
}

/** Logs an offer that was just drafted; returns its id. */
export function logOffer(
  context: CommandContext,
  draft: PlanDraft,
  made: {
    readonly by: 'office' | 'debtor';
    readonly countersOfferId: number | null;
    readonly override: Override;
    readonly memo: string;
  },
): number {
  const [accountId] = draft.accountIds;
  if (accountId === undefined) throw new Error('an offer for no account');
  return insertOffer(context.store, {
    accountId,
    kind: draft.kind,
    madeBy: made.by,
    countersOfferId: made.countersOfferId,
    accounts: draft.accountIds,
    balanceCents: draft.owedCents,
    totalCents: draft.terms.totalCents,
    terms: draft.terms,
    onDefault: draft.settlement?.onDefault ?? null,
    expiresOn: draft.settlement?.expiresOn ?? null,
    brokenFloors: draft.brokenFloors,
    overrideReason: draft.brokenFloors.length > 0 ? (made.override?.reason ?? '') : '',
    allowedBy: draft.brokenFloors.length > 0 ? (made.override?.allowedBy ?? '') : '',
    memo: made.memo,
    madeAt: context.now,
    author: context.author,
  });
}

export const makeOffer: CommandHandler<'offers.make'> = (context, input) => {
  const { store, now, today } = context;
  const { countersOfferId, override, memo, kind, madeBy } = input;
  if (holdsCardData(memo) || overrideHoldsCardData(override)) return fail('payment.card_number');
  // The default is stated before anybody accepts.
  if ((kind === 'settlement') !== (input.settlement !== null)) {
    return fail('call.invalid_input', { field: 'settlement' });
  }
  const draft = draftPlan(context, {
    accountIds: [input.accountId, ...input.alsoAccountIds],
    kind,
    terms: input.terms,
    settlement: input.settlement,
  });
  if (!draft.ok) return draft;
  const acceptable = checkAcceptable(input.settlement?.expiresOn ?? null, today);
  if (!acceptable.ok) return acceptable;
  const { accountIds, brokenFloors, floors } = draft.value;
  if (madeBy === 'office') {
    const kept = checkFloors(brokenFloors, floors.mayGoBelow, override);
    if (!kept.ok) return kept;
  }
  if (countersOfferId !== null) {
    const countered = findOpenOffer(store, countersOfferId, today);
    if (!countered.ok) return countered;
    if (!countered.value.accounts.some((accountId) => accountIds.includes(accountId))) {
      return fail('offer.not_found');
    }
    updateOfferOutcome(store, countersOfferId, { outcome: 'countered', at: now, reason: '' });
  }
  const offerId = logOffer(context, draft.value, { by: madeBy, countersOfferId, override, memo });
  context.changed('plans', accountIds);
  return ok({ offerId, brokenFloors: [...brokenFloors] });
};

export const listOffers: QueryHandler<'offers.list'> = ({ store, today }, { accountId }) => {
  if (!findAccount(store, accountId)) return fail('account.not_found');
  return ok({
    offers: listOffersOf(store, accountId).map((offer): OfferRow => {
      const { terms, onDefault, expiresOn, ...rest } = offer;
      return {
        ...rest,
        terms: contractTerms(terms),
        settlement: onDefault === null ? null : { expiresOn, onDefault },
        outcome: outcomeOn(offer, today),
      };
    }),
  });
};

export const declineOffer: CommandHandler<'offers.decline'> = (context, { offerId, as, reason }) => {
  if (holdsCardData(reason)) return fail('payment.card_number');
  const offer = findOpenOffer(context.store, offerId, context.today);
  if (!offer.ok) return offer;
  updateOfferOutcome(context.store, offerId, { outcome: as, at: context.now, reason });
  context.changed('plans', offer.value.accounts);
  return ok({});
};

export const acceptOffer: CommandHandler<'offers.accept'> = (context, { offerId, override }) => {
  const { store, today } = context;
  if (overrideHoldsCardData(override)) return fail('payment.card_number');
  const found = findOffer(store, offerId);
  if (!found) return fail('offer.not_found');
  if (found.outcome === 'open') {
    const acceptable = checkAcceptable(found.expiresOn, today);
    if (!acceptable.ok) return acceptable;
  }
  const open = findOpenOffer(store, offerId, today);
  if (!open.ok) return open;
  const offer = open.value;
  const draft = draftPlan(context, {
    accountIds: offer.accounts,
    kind: offer.kind,
    terms: offer.terms,
    settlement: offer.onDefault === null ? null : { expiresOn: offer.expiresOn, onDefault: offer.onDefault },
    madeOn: dayOfInstant(offer.madeAt, context.zone),
  });
  if (!draft.ok) {
    const { code } = draft.error;
    if (code !== 'plan.over_balance' && code !== 'settlement.not_below' && code !== 'plan.nothing_owed') {
      return draft;
    }
    return fail('offer.stale', { balanceCents: sumOfShares(owedShares(store, offer.accounts, today)) });
  }
  const { brokenFloors, floors } = draft.value;
  const allowed: Override =
    offer.overrideReason === '' ? override : { reason: offer.overrideReason, allowedBy: offer.allowedBy };
  const kept = checkFloors(brokenFloors, floors.mayGoBelow, allowed);
  if (!kept.ok) return kept;
  if (offer.overrideReason === '' && override !== null && brokenFloors.length > 0) {
    updateOfferOverride(store, offerId, override);
  }
  return ok({ planId: agree(context, draft.value, offerId, allowed) });
};

/** Makes the plan of an offer that was logged; every other open offer for its accounts is over. */
export function agree(
  context: CommandContext,
  draft: PlanDraft,
  offerId: number,
  override: Override,
): number {
  const { store, now, author } = context;
  updateOfferOutcome(store, offerId, { outcome: 'accepted', at: now, reason: '' });
  updateOpenOffers(store, draft.accountIds, {
    outcome: 'lapsed',
    at: now,
    reason: 'Another offer was accepted',
  });
  const below = draft.brokenFloors.length > 0 ? override : null;
  return writePlan(context, draft, {
    offerId,
    // A settlement forgives: somebody allowed that, floors or not.
    allowedBy: below?.allowedBy ?? (draft.kind === 'settlement' ? author : ''),
    reason: below ? `Agreed below a floor: ${below.reason}` : 'Agreed',
  });
}
