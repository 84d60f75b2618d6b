/** Everything that happened on the account, newest first, in one line of time that can be narrowed by kind. */
import { Button, Loader } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type TimelineKind, timelineKinds } from '../../../../shared/contract/timeline.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { daysAway, dayWords } from '../../../../shared/text/day-words.ts';
import { timelineKindWords } from '../../../../shared/text/labels.ts';
import { ask } from '../../../bridge/calls.ts';
import { answerOf, FaultError } from '../../../bridge/queries.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { weekdayWord } from '../forms/weekday-word.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import { groupByDay } from './day-groups.ts';
import { type TakeBack, TakeBackDialog } from './take-back-dialog.tsx';
import { TimelineRow } from './timeline-row.tsx';

/** One page: about two screens, so that scrolling meets the end rarely and a page is drawn at once. */
const pageSize = 60;

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
  const pages = useInfiniteQuery({
    queryKey: ['timeline.page', accountId, kinds],
    queryFn: async ({ pageParam }) =>
      answerOf(
        await ask('timeline.page', { accountId, kinds: [...kinds], before: pageParam, limit: pageSize }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const groups = useMemo(() => groupByDay(items, zone), [items, zone]);

  useEffect(() => {
    const end = sentinel.current;
    if (!end || !hasNextPage || isFetchingNextPage) return;
    // The next page is fetched a screen before the end is seen.
    const watching = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void fetchNextPage();
      },
      { root: scroller.current, rootMargin: '600px' },
    );
    watching.observe(end);
    return () => watching.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

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
      <ScrollRegion className="account-scroll" ref={scroller} label="What happened, newest first">
        <FaultAlert fault={fault} />
        {pages.data && items.length === 0 ? (
          <NothingYet filtered={kinds.length > 0} onShowAll={() => setKinds([])} />
        ) : null}
        {groups.map((group) => (
          <section
            key={`${group.day}:${group.items[0]?.key ?? ''}`}
            className="account-day"
            aria-label={dayWords(group.day)}
          >
            <h2 className="account-day-heading">
              {weekdayWord(group.day)} {dayWords(group.day)}
              <span className="moment-away"> {daysAway(group.day, today)}</span>
            </h2>
            <ol className="account-items">
              {group.items.map((item) => (
                <TimelineRow
                  key={item.key}
                  item={item}
                  today={today}
                  day={group.day}
                  onAddToNote={onAddToNote}
                  onTakeBack={setTakingBack}
                />
              ))}
            </ol>
          </section>
        ))}
        <div ref={sentinel} className="account-timeline-end">
          {isFetchingNextPage ? <Loader size="xs" aria-label="Loading earlier items" /> : null}
          {pages.data && !hasNextPage && items.length > 0 ? <span>The beginning of this account</span> : null}
        </div>
      </ScrollRegion>
      {takingBack ? <TakeBackDialog takeBack={takingBack} onClose={() => setTakingBack(null)} /> : null}
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
