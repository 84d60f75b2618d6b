/** Every offer and counter-offer with what became of it, newest first; the open ones can be answered here. */
import { Button, Group, Loader } from '@mantine/core';
import { useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OfferRow } from '../../../../shared/contract/offers.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { offerOutcomeWords, planKindWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { InstantText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { AcceptOfferDialog } from './accept-offer-dialog.tsx';
import { floorWords } from './floor-words.ts';
import { madeByWords, offerSum, termsWords } from './offer-words.ts';

export type OfferLogProps = {
  readonly account: AccountFacts;
  /** Opens the workshop with an offer's terms, to answer it with others. */
  onCounter(offer: OfferRow): void;
};

type Asking = { readonly what: 'accept' | 'declined' | 'withdrawn'; readonly offer: OfferRow };

export function OfferLog({ account, onCounter }: OfferLogProps) {
  const { accountId } = account;
  const answer = useCall('offers.list', { accountId });
  const basis = useCall('plans.basis', { accountIds: [accountId] });
  const [asking, setAsking] = useState<Asking | null>(null);
  if (answer.error) return <FaultAlert fault={answer.error.fault} />;
  if (!answer.data) return <Loader size="sm" role="status" aria-label="Loading the offers" />;
  const { offers } = answer.data;
  return (
    <section aria-label="Offers">
      {offers.length === 0 ? (
        <EmptyState title="No offer yet">
          Work one out under Plan or Settlement, then log it as ours or as the debtor’s own. Each stays here
          with what became of it.
        </EmptyState>
      ) : (
        <ul className="plan-rows">
          {offers.map((offer) => (
            <OfferItem key={offer.offerId} offer={offer} onAsk={setAsking} onCounter={onCounter} />
          ))}
        </ul>
      )}
      {asking?.what === 'accept' ? (
        <AcceptOfferDialog
          offer={asking.offer}
          mayGoBelow={basis.data?.floors.mayGoBelow ?? ''}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.what === 'declined' || asking?.what === 'withdrawn' ? (
        <AnswerOffer offer={asking.offer} as={asking.what} onClose={() => setAsking(null)} />
      ) : null}
    </section>
  );
}

type OfferItemProps = {
  readonly offer: OfferRow;
  onAsk(asking: Asking): void;
  onCounter(offer: OfferRow): void;
};

function OfferItem({ offer, onAsk, onCounter }: OfferItemProps) {
  const open = offer.outcome === 'open';
  return (
    <li className="plan-row" data-off={open ? undefined : true}>
      <div className="plan-row-head">
        <strong>
          {madeByWords(offer)}: {offerSum(offer)}
        </strong>
        <span className="account-item-state">{offerOutcomeWords[offer.outcome]}</span>
      </div>
      <div>
        {planKindWords[offer.kind]}, {termsWords(offer.terms)}
        {offer.accounts.length > 1 ? `, over ${offer.accounts.length} accounts` : ''}.
      </div>
      <div className="plan-row-detail">
        <InstantText at={offer.madeAt} /> by {offer.author}
        {offer.settlement?.expiresOn == null ? '' : `; open until ${dayWords(offer.settlement.expiresOn)}`}
        {offer.brokenFloors.length === 0 ? '' : `; ${offer.brokenFloors.map(floorWords).join('; ')}`}
        {offer.allowedBy === '' ? '' : `; allowed by ${offer.allowedBy}: ${offer.overrideReason}`}
        {offer.memo === '' ? '' : `; ${offer.memo}`}
        {offer.outcomeAt === null ? null : (
          <>
            ; {offerOutcomeWords[offer.outcome].toLowerCase()} <InstantText at={offer.outcomeAt} />
          </>
        )}
        {offer.outcomeReason === '' ? '' : `: ${offer.outcomeReason}`}
      </div>
      {open ? (
        <Group gap={6} mt={4}>
          <Button size="compact-xs" onClick={() => onAsk({ what: 'accept', offer })}>
            Accept…
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onCounter(offer)}>
            Counter…
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onAsk({ what: offer.madeBy === 'office' ? 'withdrawn' : 'declined', offer })}
          >
            {offer.madeBy === 'office' ? 'Withdraw…' : 'Decline…'}
          </Button>
          {offer.madeBy === 'office' ? (
            <Button size="compact-xs" variant="default" onClick={() => onAsk({ what: 'declined', offer })}>
              Debtor declined…
            </Button>
          ) : null}
        </Group>
      ) : null}
    </li>
  );
}

type AnswerOfferProps = {
  readonly offer: OfferRow;
  readonly as: 'declined' | 'withdrawn';
  onClose(): void;
};

function AnswerOffer({ offer, as, onClose }: AnswerOfferProps) {
  const answer = useOnce('offers.decline');
  const declined = as === 'declined';
  return (
    <ReasonDialog
      title={declined ? 'Was this offer declined?' : 'Withdraw this offer?'}
      confirmLabel={declined ? 'Record as declined' : 'Withdraw'}
      suggestions={
        declined
          ? ['Too much each time', 'Too little', 'Wants to think about it']
          : ['Entered by mistake', 'Terms have changed']
      }
      pending={answer.pending}
      fault={answer.fault}
      onClose={onClose}
      onConfirm={async (reason) => {
        const result = await answer.run({ offerId: offer.offerId, as, reason });
        if (result.ok) showDone(declined ? 'Recorded as declined.' : 'Offer withdrawn.');
        return result;
      }}
    >
      {madeByWords(offer)} {offerSum(offer)}. It stays in the log with its outcome.
    </ReasonDialog>
  );
}
