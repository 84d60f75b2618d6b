/**
 * Whose an open deposit is: proposals with their reasons, the accounts chosen with their sums, what posting would do, and posting it.
 * What is chosen is a draft and outlives the screen. Keys: 1 to 9 take a proposal, Ctrl+Enter posts.
 */
import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo } from 'react';
import type { IncomingDetail } from '../../../shared/contract/incoming.ts';
import type { PostingEffect } from '../../../shared/contract/ledger.ts';
import { paymentMethods } from '../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { paymentMethodWords } from '../../../shared/text/labels.ts';
import { parseStored, useDraft } from '../../bridge/drafts.ts';
import { useCall } from '../../bridge/queries.ts';
import { useOnce } from '../../bridge/use-once.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { KeyHint, keyWords } from '../../components/key-hint.tsx';
import { Money } from '../../components/money.tsx';
import { AccountFinder } from './account-finder.tsx';
import { ProposalCards } from './proposal-cards.tsx';
import {
  type ChosenShare,
  centsOf,
  chosenOf,
  draftOf,
  emptyDraft,
  inputOf,
  type ShareDraft,
  shareDraft,
  stateOfDraft,
} from './share-draft.ts';

export type PostPartProps = {
  readonly item: IncomingDetail;
  /** It was posted, in whole or in part. */
  onPosted(text: string, openCents: number): void;
};

export function PostPart({ item, onPosted }: PostPartProps) {
  const { incomingId, openCents, proposals } = item;
  const kept = useDraft(`incoming:${incomingId}`);
  const posting = useOnce('incoming.post');
  const draft = useMemo<ShareDraft>(() => {
    const stored = parseStored(kept.text, shareDraft);
    if (stored) return stored;
    // The best one stands there to be looked at; nothing is posted without a press.
    const [best] = proposals;
    return best?.certain ? draftOf(best) : emptyDraft;
  }, [kept.text, proposals]);
  const change = (next: ShareDraft) => {
    posting.forget();
    kept.setText(JSON.stringify(next));
  };
  const state = stateOfDraft(draft, openCents);
  const input = inputOf(incomingId, draft, openCents, item.method);
  const preview = useCall('incoming.preview', input ?? { incomingId, shares: [], method: item.method }, {
    enabled: input !== null,
  });
  const fault = posting.fault ?? (input === null ? null : (preview.error?.fault ?? null));
  const isDisputed =
    draft.shares.some(({ disputed }) => disputed) || draft.named || fault?.code === 'payment.disputed';
  const isTooMuch = draft.overpay || fault?.code === 'payment.exceeds_balance';

  const post = async () => {
    if (input === null || posting.pending) return;
    const result = await posting.run(input);
    if (!result.ok) return;
    kept.clear();
    const [only] = draft.shares;
    const where =
      draft.shares.length === 1 && only
        ? `${only.debtorName}, ${only.accountNumber}`
        : `${draft.shares.length} accounts`;
    onPosted(`${formatDollars(state.sumCents)} posted to ${where}`, result.value.openCents);
  };
  const setShare = (accountId: number, to: Partial<ChosenShare>) =>
    change({
      ...draft,
      shares: draft.shares.map((share) => (share.accountId === accountId ? { ...share, ...to } : share)),
    });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void post();
    }
  };

  if (!kept.ready) return null;
  return (
    <Stack gap="sm" onKeyDown={press}>
      <ProposalCards
        proposals={proposals}
        chosen={draft.shares.map(({ accountId }) => accountId)}
        onChoose={(proposal) => change({ ...draftOf(proposal), method: draft.method })}
      />
      <AccountFinder
        label={draft.shares.length === 0 ? 'Put it on an account' : 'Add another account'}
        without={draft.shares.map(({ accountId }) => accountId)}
        onChoose={(hit) => {
          const rest = Math.max(0, state.restCents);
          const amountCents = hit.balanceCents > 0 ? Math.min(rest, hit.balanceCents) : rest;
          const share = chosenOf(
            {
              accountId: hit.accountId,
              accountNumber: hit.number,
              debtorName: hit.debtorName,
              balanceCents: hit.balanceCents,
              disputed: false,
              closed: hit.status === 'closed',
              amountCents,
              charges: [],
            },
            amountCents,
          );
          change({ ...draft, shares: [...draft.shares, share], heldPaymentId: null });
        }}
      />
      {draft.shares.length === 0 ? null : (
        <Table verticalSpacing={4} aria-label="Where it goes" className="incoming-shares">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Account</Table.Th>
              <Table.Th ta="right">Balance</Table.Th>
              <Table.Th w={118}>Sum</Table.Th>
              <Table.Th w={30} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {draft.shares.map((share) => (
              <ShareRow
                key={share.accountId}
                share={share}
                effect={preview.data?.effects.find(({ accountId }) => accountId === share.accountId)}
                onChange={(to) => setShare(share.accountId, to)}
                onRemove={() =>
                  change({
                    ...draft,
                    shares: draft.shares.filter(({ accountId }) => accountId !== share.accountId),
                    heldPaymentId: null,
                  })
                }
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {draft.shares.length === 0 ? null : (
        <>
          <Text size="sm" role="status" {...(state.restCents < 0 ? { c: 'red' } : {})}>
            {state.restCents === 0
              ? `All of ${formatDollars(openCents)} is put on ${draft.shares.length === 1 ? 'it' : 'these'}.`
              : state.restCents > 0
                ? `${formatDollars(state.restCents)} of it stays open here.`
                : `${formatDollars(-state.restCents)} more than there is.`}
          </Text>
          {draft.heldPaymentId === null ? null : (
            <Text size="sm">The check that was kept for its date is deposited with it.</Text>
          )}
          {isDisputed ? (
            <Checkbox
              label="The payer named the disputed account for this money"
              description="Money goes on a disputed debt only at the debtor’s own word (15 U.S.C. 1692h)."
              checked={draft.named}
              onChange={(event) => change({ ...draft, named: event.currentTarget.checked })}
            />
          ) : null}
          {isTooMuch ? (
            <Checkbox
              label="Take in more than is owed; the rest is kept as credit"
              checked={draft.overpay}
              onChange={(event) => change({ ...draft, overpay: event.currentTarget.checked })}
            />
          ) : null}
          <FaultAlert fault={fault} />
          <Group justify="space-between" align="flex-end" gap="xs">
            <NativeSelect
              label="How it was paid"
              value={draft.method ?? item.method}
              data={paymentMethods.map((method) => ({ value: method, label: paymentMethodWords[method] }))}
              onChange={(event) => {
                const method = paymentMethods.find((one) => one === event.currentTarget.value);
                if (method) change({ ...draft, method });
              }}
            />
            <Button
              data-incoming-post
              disabled={input === null || preview.isError}
              loading={posting.pending}
              title={keyWords('Mod+Enter')}
              aria-keyshortcuts="Control+Enter"
              rightSection={<KeyHint keys="Mod+Enter" />}
              onClick={() => void post()}
            >
              Post {formatDollars(state.sumCents)}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

type ShareRowProps = {
  readonly share: ChosenShare;
  readonly effect: PostingEffect | undefined;
  onChange(to: Partial<ChosenShare>): void;
  onRemove(): void;
};

function ShareRow({ share, effect, onChange, onRemove }: ShareRowProps) {
  const name = `${share.debtorName}, ${share.accountNumber}`;
  const references = share.charges.map(({ reference }) => reference);
  return (
    <Table.Tr>
      <Table.Td>
        <div>
          {share.debtorName} <span className="incoming-dim">{share.accountNumber}</span>{' '}
          {share.disputed ? (
            <Badge size="xs" color="red">
              Disputed
            </Badge>
          ) : null}
          {share.closed ? (
            <Badge size="xs" color="gray">
              Closed
            </Badge>
          ) : null}
        </div>
        {effect ? (
          <div className="incoming-dim">
            {formatDollars(effect.balanceCents)} owed afterwards
            {effect.unappliedCents > 0 ? `, ${formatDollars(effect.unappliedCents)} kept as credit` : ''}
          </div>
        ) : null}
        {references.length === 0 ? null : (
          <Checkbox
            size="xs"
            mt={4}
            label={`Pay ${references.slice(0, 4).join(', ')} first, as the payer named ${references.length === 1 ? 'it' : 'them'}`}
            checked={share.follow}
            onChange={(event) => onChange({ follow: event.currentTarget.checked })}
          />
        )}
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={share.balanceCents} />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={`Sum for ${name}`}
          size="xs"
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          className="incoming-sum-input"
          value={share.amount}
          error={centsOf(share) === null}
          onChange={(event) => onChange({ amount: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        <ActionIcon variant="subtle" aria-label={`Take ${name} out`} onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
