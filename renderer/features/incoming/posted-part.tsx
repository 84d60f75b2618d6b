/** Where an item's money went, and when it was taken back. */
import { Table } from '@mantine/core';
import type { IncomingPosting } from '../../../shared/contract/incoming.ts';
import { useGo } from '../../bridge/navigation.ts';
import { InstantText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';

const howWords = {
  posted: 'Posted',
  linked: 'Was in the ledger',
  returned: 'Payment taken back',
} as const satisfies Record<IncomingPosting['how'], string>;

const takenBackWords = {
  reversed: 'reversed',
  returned: 'returned by the bank',
  unlinked: 'let go again',
} as const satisfies Record<NonNullable<IncomingPosting['takenBackAs']>, string>;

export function PostedPart({ postings }: { readonly postings: readonly IncomingPosting[] }) {
  const go = useGo();
  if (postings.length === 0) return null;
  return (
    <Table verticalSpacing={4} aria-label="Where it went">
      <Table.Tbody>
        {postings.map((posting) => (
          <Table.Tr key={posting.postingId} data-taken-back={posting.takenBackAt !== null || undefined}>
            <Table.Td>
              <button
                type="button"
                className="open-link"
                onClick={() => go({ accountId: posting.accountId })}
              >
                {posting.debtorName}
              </button>{' '}
              <span className="incoming-dim">{posting.accountNumber}</span>
              <div className="incoming-dim">
                {howWords[posting.how]} <InstantText at={posting.postedAt} />, {posting.author}
                {posting.takenBackAs === null ? null : (
                  <>
                    ; {takenBackWords[posting.takenBackAs]} <InstantText at={posting.takenBackAt} />
                  </>
                )}
              </div>
              <div className="incoming-dim">{posting.because}</div>
            </Table.Td>
            <Table.Td ta="right">
              {posting.takenBackAt === null ? (
                <Money cents={posting.amountCents} />
              ) : (
                <s>
                  <Money cents={posting.amountCents} />
                </s>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
