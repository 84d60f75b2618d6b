/** One item whole: what the bank says, whose it may be, where it went, and what can be done with it. */
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import type { IncomingDetail } from '../../../shared/contract/incoming.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { DayText, InstantText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { heldWords, whoWords } from './item-words.ts';
import { PostPart } from './post-part.tsx';
import { PostedPart } from './posted-part.tsx';
import { LinkPart, ReturnPart } from './recorded-part.tsx';

export type ItemPanelProps = {
  readonly incomingId: number;
  onDone(text: string, openCents: number): void;
  onSetAside(item: IncomingDetail): void;
  onTakeBack(item: IncomingDetail): void;
  onReopen(item: IncomingDetail): void;
  /** Back to the list. */
  onLeave(): void;
};

export function ItemPanel({ incomingId, ...props }: ItemPanelProps) {
  const found = useCall('incoming.get', { incomingId });
  if (found.error) return <FaultAlert fault={found.error.fault} />;
  return found.data ? <Panel key={incomingId} item={found.data} {...props} /> : null;
}

type PanelProps = Omit<ItemPanelProps, 'incomingId'> & { readonly item: IncomingDetail };

function Panel({ item, onDone, onSetAside, onTakeBack, onReopen, onLeave }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  const isOpen = item.state === 'open';
  const standing = item.postings.some(({ takenBackAt }) => takenBackAt === null);
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
      return;
    }
    if (event.target instanceof HTMLElement && event.target.closest('input, select, textarea')) return;
    const proposal = /^[1-9]$/.test(event.key)
      ? panel.current?.querySelector<HTMLButtonElement>(`[data-proposal="${event.key}"]`)
      : null;
    if (proposal) {
      event.preventDefault();
      proposal.focus();
      proposal.click();
    } else if (event.key.toLowerCase() === 's' && isOpen) {
      event.preventDefault();
      onSetAside(item);
    }
  };
  return (
    // Keys of the panel as a whole; each repeats what a button inside does.
    <section ref={panel} className="incoming-panel" aria-label={`Item: ${whoWords(item)}`} onKeyDown={press}>
      <ItemHead item={item} />
      {item.currency === 'USD' ? null : (
        <Text size="sm">
          This item is in {item.currency}. The ledger keeps US dollars: record what the bank credited by hand,
          then set the item aside.
        </Text>
      )}
      <PostedPart postings={item.postings} />
      {isOpen && item.openCents > 0 && item.currency === 'USD' ? (
        <>
          <LinkPart item={item} onDone={onDone} />
          <PostPart item={item} onPosted={onDone} />
        </>
      ) : null}
      {isOpen && item.isReturn && item.openCents < 0 && item.currency === 'USD' ? (
        <ReturnPart item={item} onDone={onDone} />
      ) : null}
      {item.state === 'set_aside' ? (
        <Text size="sm">
          Set aside <InstantText at={item.decidedAt} /> by {item.author}: {item.setAsideReason}
        </Text>
      ) : null}
      <Group gap="xs" className="incoming-panel-foot">
        {isOpen ? (
          <Button variant="default" rightSection={<KeyHint keys="S" />} onClick={() => onSetAside(item)}>
            Set aside…
          </Button>
        ) : null}
        {item.state === 'set_aside' ? (
          <Button variant="default" onClick={() => onReopen(item)}>
            Put it back among what waits
          </Button>
        ) : null}
        {standing ? (
          <Button variant="default" onClick={() => onTakeBack(item)}>
            Take back what was posted…
          </Button>
        ) : null}
      </Group>
    </section>
  );
}

const stateWords = { open: 'Waits', posted: 'Posted', set_aside: 'Set aside' } as const;

function ItemHead({ item }: { readonly item: IncomingDetail }) {
  const partly = item.state === 'open' && item.openCents !== item.amountCents;
  const facts = [
    { label: 'From', value: item.payer },
    { label: 'Memo', value: item.memo },
    { label: 'Reference', value: item.reference },
    { label: 'Check', value: item.checkNumber },
    ...item.facts,
  ].filter(({ value }) => value !== '');
  return (
    <header>
      <Group justify="space-between" align="baseline" gap="xs">
        <h2 className="incoming-title">
          {item.currency === 'USD' ? (
            <Money cents={item.amountCents} />
          ) : (
            `${item.currency} ${(item.amountCents / 100).toFixed(2)}`
          )}{' '}
          <span className="incoming-dim">
            {item.amountCents < 0 ? 'went out' : 'came in'} <DayText day={item.receivedOn} />
          </span>
        </h2>
        <Badge variant="default" miw="fit-content">
          {item.isReturn && item.state === 'open' ? 'Looks returned' : stateWords[item.state]}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {heldWords(item.kind, item.heldAt)}
        {item.heldAt === item.fileName ? '' : ` · ${item.fileName}`}, line {item.line.toLocaleString('en-US')}
      </Text>
      {partly ? <Text size="sm">{formatDollars(item.openCents)} of it is still open.</Text> : null}
      <dl className="incoming-facts">
        {facts.map(({ label, value }) => (
          <div key={`${label} ${value}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

/** What stands where no item is chosen. */
export function NoItem() {
  return (
    <Stack align="center" justify="center" className="incoming-panel">
      <Text size="sm" c="dimmed" ta="center">
        Choose an item to see whose it may be. <KeyHint keys="Up" /> <KeyHint keys="Down" /> move,{' '}
        <KeyHint keys="Enter" /> goes into it.
      </Text>
    </Stack>
  );
}
