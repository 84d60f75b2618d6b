/** The items of a filter: one row each with what it may be for. Arrows move, Enter goes into the item. */
import { Badge } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { IncomingProposal, IncomingRow } from '../../../shared/contract/incoming.ts';
import { DayText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { whatWords, whoWords } from './item-words.ts';
import { MatchMark } from './proposal-cards.tsx';

export type ItemMatch = { readonly proposal: IncomingProposal | null; readonly recorded: boolean };

export type ItemListProps = {
  readonly items: readonly IncomingRow[];
  readonly matches: ReadonlyMap<number, ItemMatch>;
  readonly selected: number | null;
  onSelect(incomingId: number): void;
  /** Into the item. */
  onEnter(): void;
  onSetAside(item: IncomingRow): void;
};

export function ItemList({ items, matches, selected, onSelect, onEnter, onSetAside }: ItemListProps) {
  const list = useRef<HTMLUListElement>(null);
  const at = Math.max(
    0,
    items.findIndex(({ incomingId }) => incomingId === selected),
  );
  const moveTo = (index: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, index))];
    if (!item) return;
    onSelect(item.incomingId);
    const row = list.current?.querySelector<HTMLElement>(`[data-incoming="${item.incomingId}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent, item: IncomingRow) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      PageDown: () => moveTo(at + 10),
      PageUp: () => moveTo(at - 10),
      Home: () => moveTo(0),
      End: () => moveTo(items.length - 1),
      Enter: onEnter,
      ArrowRight: onEnter,
      s: () => (item.state === 'open' ? onSetAside(item) : undefined),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <ul ref={list} className="incoming-list" aria-label="Money received">
      {items.map((item, index) => (
        <li key={item.incomingId}>
          <button
            type="button"
            className="incoming-row"
            data-incoming={item.incomingId}
            aria-current={item.incomingId === selected || undefined}
            tabIndex={index === at ? 0 : -1}
            onClick={() => onSelect(item.incomingId)}
            onKeyDown={(event) => press(event, item)}
          >
            <span className="incoming-row-day">
              <DayText day={item.receivedOn} />
            </span>
            <span className="incoming-row-who">
              <span className="incoming-cut" title={whoWords(item)}>
                {item.isReturn ? <IconArrowBackUp size={14} role="img" aria-label="Looks returned:" /> : null}{' '}
                {whoWords(item)}
              </span>
              <span className="incoming-cut incoming-dim" title={whatWords(item)}>
                {whatWords(item)}
              </span>
            </span>
            <span className="incoming-row-match">
              <Where item={item} match={matches.get(item.incomingId)} />
            </span>
            <span className="incoming-row-sum">
              <Sum item={item} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Sum({ item }: { readonly item: IncomingRow }) {
  if (item.currency !== 'USD') {
    return (
      <span className="money">
        {item.currency} {(item.amountCents / 100).toFixed(2)}
      </span>
    );
  }
  const partly = item.state === 'open' && item.openCents !== item.amountCents;
  return (
    <>
      <Money cents={item.amountCents} />
      {partly ? (
        <span className="incoming-dim">
          <Money cents={item.openCents} /> open
        </span>
      ) : null}
    </>
  );
}

/** Where it went, else what it may be for. */
function Where({ item, match }: { readonly item: IncomingRow; readonly match: ItemMatch | undefined }) {
  if (item.state === 'set_aside') return <span className="incoming-cut">{item.setAsideReason}</span>;
  const [first] = item.postedOn;
  if (item.state === 'posted' && first) {
    return (
      <span className="incoming-cut">
        {first.debtorName} <span className="incoming-dim">{first.accountNumber}</span>
        {item.postedCount > 1 ? ` and ${item.postedCount - 1} more` : ''}
      </span>
    );
  }
  if (item.isReturn) return <span className="incoming-dim">A deposit taken back?</span>;
  if (match === undefined) return null;
  if (match.recorded) return <Badge variant="default">In the ledger?</Badge>;
  const { proposal } = match;
  const [share] = proposal?.shares ?? [];
  if (!proposal || !share) return <span className="incoming-dim">No account found</span>;
  return (
    <>
      <span className="incoming-cut">
        {share.debtorName}
        {proposal.shares.length > 1 ? ` and ${proposal.shares.length - 1} more` : ''}
      </span>
      <MatchMark proposal={proposal} />
    </>
  );
}
