/** Accounts an item may be for, best first: a key, the score in figures and a word, and the reasons. */
import { Badge, Text } from '@mantine/core';
import type { IncomingProposal } from '../../../shared/contract/incoming.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Money } from '../../components/money.tsx';
import { BecauseList } from './because-list.tsx';

export type ProposalCardsProps = {
  readonly proposals: readonly IncomingProposal[];
  /** Accounts that are chosen now. */
  readonly chosen: readonly number[];
  onChoose(proposal: IncomingProposal): void;
};

const sameAccounts = (proposal: IncomingProposal, chosen: readonly number[]) =>
  proposal.shares.length === chosen.length &&
  proposal.shares.every(({ accountId }) => chosen.includes(accountId));

export function ProposalCards({ proposals, chosen, onChoose }: ProposalCardsProps) {
  if (proposals.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing in it points to an account: no number, no name, no sum that is owed. Look for the account
        below.
      </Text>
    );
  }
  return (
    <ul className="incoming-proposals" aria-label="Accounts it may be for">
      {proposals.map((proposal, index) => {
        const isChosen = sameAccounts(proposal, chosen);
        return (
          <li key={proposal.shares.map(({ accountId }) => accountId).join('-')}>
            <button
              type="button"
              className="incoming-proposal"
              aria-pressed={isChosen}
              data-proposal={index + 1}
              onClick={() => onChoose(proposal)}
            >
              <span className="incoming-proposal-head">
                <KeyHint keys={String(index + 1)} />
                <span className="incoming-proposal-who">
                  {proposal.shares.map((share) => (
                    <span key={share.accountId} className="incoming-proposal-share">
                      <span>
                        <strong>{share.debtorName}</strong>{' '}
                        <span className="incoming-dim">
                          {share.accountNumber} · {share.clientName}
                        </span>
                      </span>
                      <span className="incoming-whole">
                        <Money cents={proposal.shares.length > 1 ? share.amountCents : share.balanceCents} />
                        {proposal.shares.length > 1 ? null : <span className="incoming-dim"> owed</span>}
                      </span>
                    </span>
                  ))}
                </span>
                <MatchMark proposal={proposal} />
              </span>
              <BecauseList because={proposal.because} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function MatchMark({ proposal }: { readonly proposal: Pick<IncomingProposal, 'score' | 'certain'> }) {
  return (
    <Badge size="sm" miw="fit-content" variant={proposal.certain ? 'light' : 'default'} color="green">
      {proposal.certain ? 'Certain' : proposal.score >= 60 ? 'Likely' : 'Possible'} · {proposal.score}
    </Badge>
  );
}
