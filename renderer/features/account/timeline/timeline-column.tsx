/** Everything that happened on the account, newest first, in one line of time that can be narrowed by kind. */
import { Button, Loader } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { type TimelineKind, timelineKinds } from '../../../../shared/contract/timeline.ts';
import { type Day, dayOfInstant } from '../../../../shared/domain/days.ts';
import { timelineKindWords } from '../../../../shared/text/labels.ts';
import { ask } from '../../../bridge/calls.ts';
import { answerOf, FaultError } from '../../../bridge/queries.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { ScrollRegion } from '../scroll-region.tsx';
import { type TakeBack, TakeBackDialog } from './take-back-dialog.tsx';
import { TimelinePage } from './timeline-page.tsx';

/** One page: about two screens, so that scrolling meets the end rarely and a page is drawn at once. */
const pageSize = 40;

/** How many pages stay loaded when the reader is back at the top. */
const keptAtTop = 3;

type Page = OutputOf<'timeline.page'>;

export type TimelineColumnProps = {
  readonly accountId: number;
  readonly today: Day;
  readonly zone: string;
  onAddToNote(noteId: number, text: string): void;
};

export function TimelineColumn({ accountId, today, zone, onAddToNote }: TimelineColumnProps) {
  const [kinds, setKinds] = useState<readonly TimelineKind[]>([]);
  const [takingBack, setTakingBack] = useState<TakeBack | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const sentinel = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const queryKey = ['timeline.page', accountId, kinds] as const;
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam }) =>
      answerOf(
        await ask('timeline.page', { accountId, kinds: [...kinds], before: pageParam, limit: pageSize }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const loaded = pages.data?.pages ?? [];
  const empty = loaded.every((page) => page.items.length === 0);

  useEffect(() => {
    const end = sentinel.current;
    if (!end || !hasNextPage || isFetchingNextPage) return;
    // The next page is fetched a screen before the end is seen.
    const watching = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void fetchNextPage();
      },
      { scrollMargin: '600px', rootMargin: '600px' },
    );
    watching.observe(end);
    return () => watching.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  // A change reads every loaded page again; back at the top only the first ones are worth it.
  const forgetEarlier = () => {
    if ((scroller.current?.scrollTop ?? 0) > 100) return;
    client.setQueryData<InfiniteData<Page, string | null>>(queryKey, (now) =>
      now === undefined || now.pages.length <= keptAtTop
        ? now
        : { pages: now.pages.slice(0, keptAtTop), pageParams: now.pageParams.slice(0, keptAtTop) },
    );
  };

  const toggle = (kind: TimelineKind) =>
    setKinds((now) => (now.includes(kind) ? now.filter((one) => one !== kind) : [...now, kind]));
  const fault = pages.error instanceof FaultError ? pages.error.fault : null;

  return (
    <section className="account-column account-timeline" aria-label="Timeline">
      <fieldset className="account-chips" aria-label="Show only">
        <button
          type="button"
          className="account-chip"
          aria-pressed={kinds.length === 0}
          onClick={() => setKinds([])}
        >
          All
        </button>
        {timelineKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="account-chip"
            aria-pressed={kinds.includes(kind)}
            onClick={() => toggle(kind)}
          >
            {timelineKindWords[kind]}
          </button>
        ))}
      </fieldset>
      <ScrollRegion
        className="account-scroll"
        ref={scroller}
        label="What happened, newest first"
        onScroll={forgetEarlier}
      >
        <FaultAlert fault={fault} />
        {pages.data && empty ? (
          <NothingYet filtered={kinds.length > 0} onShowAll={() => setKinds([])} />
        ) : null}
        {loaded.map((page, index) => {
          const before = loaded[index - 1]?.items.at(-1);
          return (
            <TimelinePage
              // Cursors move when something new comes in; a page stays itself by its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: pages never change places
              key={index}
              items={page.items}
              dayBefore={before === undefined ? null : dayOfInstant(before.at, zone)}
              today={today}
              zone={zone}
              onAddToNote={onAddToNote}
              onTakeBack={setTakingBack}
            />
          );
        })}
        <div ref={sentinel} className="account-timeline-end">
          {isFetchingNextPage ? <Loader size="xs" role="status" aria-label="Loading earlier items" /> : null}
          {pages.data && !hasNextPage && !empty ? <span>The beginning of this account</span> : null}
        </div>
      </ScrollRegion>
      {takingBack ? (
        <TakeBackDialog
          takeBack={takingBack}
          accountId={accountId}
          today={today}
          onClose={() => setTakingBack(null)}
        />
      ) : null}
    </section>
  );
}

function NothingYet({ filtered, onShowAll }: { readonly filtered: boolean; onShowAll(): void }) {
  if (filtered) {
    return (
      <EmptyState
        title="Nothing of this kind"
        actions={
          <Button variant="default" onClick={onShowAll}>
            Show everything
          </Button>
        }
      >
        Other things may have happened on this account.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<IconHistory size={28} />} title="Nothing has happened yet">
      Write a note, log a call or record a payment on the right; everything appears here, newest first.
    </EmptyState>
  );
}
