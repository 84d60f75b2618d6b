/** Everything that happened on the account, newest first, in one line of time that can be narrowed by kind. */
import { Button, Loader } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract/contract.ts';
import { historyKinds } from '../../../../shared/contract/papers.ts';
import type { TimelineKind, TimelineScope } from '../../../../shared/contract/timeline.ts';
import { addMonths, type Day, dayOfInstant } from '../../../../shared/domain/days.ts';
import { ask } from '../../../bridge/calls.ts';
import { useExport } from '../../../bridge/exports.ts';
import { usePaper } from '../../../bridge/papers.ts';
import { answerOf, FaultError } from '../../../bridge/queries.ts';
import { useTimelineJump } from '../../../bridge/timeline-jump.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { ScrollRegion } from '../scroll-region.tsx';
import { PinnedNotes } from './pinned-notes.tsx';
import { type TakeBack, TakeBackDialog } from './take-back-dialog.tsx';
import { TimelineBar } from './timeline-bar.tsx';
import { TimelinePage } from './timeline-page.tsx';

/** One page: about two screens, so that scrolling meets the end rarely and a page is drawn at once. */
const pageSize = 40;

/** How many pages stay loaded when the reader is back at the top. */
const keptAtTop = 3;

type Page = OutputOf<'timeline.page'>;

/** Where a page is asked from; the newest end when nothing is named. */
type PageStart = Pick<InputOf<'timeline.page'>, 'before' | 'after' | 'until'>;

/** Where the line begins: at its newest end, at the end of a day, or with one item. */
type Start =
  | { readonly at: 'newest' }
  | { readonly at: 'day'; readonly day: Day }
  | { readonly at: 'item'; readonly key: string; readonly before: string };

const newest: Start = { at: 'newest' };

function pageStartOf(start: Start): PageStart {
  if (start.at === 'day') return { until: start.day };
  return start.at === 'item' ? { before: start.before } : {};
}

export type TimelineColumnProps = {
  readonly accountId: number;
  readonly hasOtherAccounts: boolean;
  readonly today: Day;
  readonly zone: string;
  onAddToNote(noteId: number, text: string): void;
};

export function TimelineColumn(props: TimelineColumnProps) {
  const { accountId, today, zone, onAddToNote } = props;
  const [kinds, setKinds] = useState<readonly TimelineKind[]>([]);
  const [wantedScope, setScope] = useState<TimelineScope>('account');
  const scope = props.hasOtherAccounts ? wantedScope : 'account';
  const [start, setStart] = useState<Start>(newest);
  const [takingBack, setTakingBack] = useState<TakeBack | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const sentinel = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const paper = usePaper();
  const queryKey = ['timeline.page', accountId, scope, kinds, start] as const;
  const pages = useInfiniteQuery<Page, Error, InfiniteData<Page, PageStart>, typeof queryKey, PageStart>({
    queryKey,
    queryFn: async ({ pageParam }) =>
      answerOf(
        await ask('timeline.page', { accountId, scope, kinds: [...kinds], limit: pageSize, ...pageParam }),
      ),
    initialPageParam: pageStartOf(start),
    getNextPageParam: (page): PageStart | null => (page.next === null ? null : { before: page.next }),
    getPreviousPageParam: (page): PageStart | null =>
      page.previous === null ? null : { after: page.previous },
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, hasPreviousPage, isFetchingPreviousPage } = pages;
  const loaded = pages.data?.pages ?? [];
  /** Pages put before the one the line began with; each page keeps its own number by them. */
  const ahead = (pages.data?.pageParams ?? []).filter(({ after }) => after !== undefined).length;
  const empty = loaded.every((page) => page.items.length === 0);

  const begin = useCallback((next: Start) => {
    setStart(next);
    scroller.current?.scrollTo({ top: 0 });
  }, []);

  const [jump, takeJump] = useTimelineJump(accountId);
  useEffect(() => {
    if (jump === null) return;
    setKinds([]);
    setScope('account');
    begin({ at: 'item', key: jump.key, before: jump.before });
    takeJump();
  }, [jump, takeJump, begin]);

  // What was asked for is marked once it is there, and the focus stands at it.
  const wanted = start.at === 'item' && !pages.isPlaceholderData && loaded.length > 0 ? start.key : null;
  useEffect(() => {
    if (wanted === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted)}"]`);
    if (!row) return;
    row.setAttribute('data-found', '');
    row.scrollIntoView({ block: 'nearest' });
    scroller.current?.focus({ preventScroll: true });
    return () => row.removeAttribute('data-found');
  }, [wanted]);

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

  const showNewer = async () => {
    const region = scroller.current;
    const below = region ? region.scrollHeight - region.scrollTop : 0;
    await pages.fetchPreviousPage();
    // What was read stays where it was.
    requestAnimationFrame(() => region?.scrollTo({ top: region.scrollHeight - below }));
  };

  // A change reads every loaded page again; back at the top only the first ones are worth it.
  const forgetEarlier = () => {
    if (start.at !== 'newest' || (scroller.current?.scrollTop ?? 0) > 100) return;
    client.setQueryData<InfiniteData<Page, PageStart>>(queryKey, (now) =>
      now === undefined || now.pages.length <= keptAtTop
        ? now
        : { pages: now.pages.slice(0, keptAtTop), pageParams: now.pageParams.slice(0, keptAtTop) },
    );
  };

  const fault = pages.error instanceof FaultError ? pages.error.fault : null;

  const whose = { accountIds: [accountId] };
  const openExport = useExport(() => [
    { label: 'Timeline', asked: { list: 'timeline', accountId, scope, kinds: [...kinds] }, whose },
    { label: 'Ledger', asked: { list: 'ledger', accountId }, whose },
    { label: 'Contacts', asked: { list: 'contacts', accountId, scope } },
    { label: 'Notes', asked: { list: 'timeline', accountId, scope, kinds: ['note'] } },
  ]);

  return (
    <section className="account-column account-timeline" aria-label="Timeline">
      <TimelineBar
        kinds={kinds}
        onKinds={(next) => {
          setKinds(next);
          // One item may be of a kind that is left out now.
          if (start.at === 'item') setStart(newest);
        }}
        scope={scope}
        onScope={props.hasOtherAccounts ? setScope : null}
        today={today}
        onJump={(day) => begin({ at: 'day', day })}
        onExport={openExport}
        onPrint={() =>
          paper({
            paper: 'contact-history',
            accountId,
            scope,
            fromOn: addMonths(today, -12),
            toOn: today,
            kinds: kinds.length === 0 ? [...historyKinds] : [...kinds],
          })
        }
      />
      <PinnedNotes
        accountId={accountId}
        onShow={(note) => {
          setKinds([]);
          begin({ at: 'item', key: note.timelineKey, before: note.timelineBefore });
        }}
      />
      {start.at === 'newest' ? null : (
        <div className="account-timeline-from" role="status">
          <span>
            {start.at === 'day' ? (
              <>
                Up to <DayText day={start.day} />
              </>
            ) : (
              'From the note that was asked for'
            )}
          </span>
          {hasPreviousPage ? (
            <button
              type="button"
              className="account-link"
              disabled={isFetchingPreviousPage}
              onClick={() => void showNewer()}
            >
              Show newer
            </button>
          ) : null}
          <button type="button" className="account-link" onClick={() => begin(newest)}>
            Back to the newest
          </button>
        </div>
      )}
      <ScrollRegion
        className="account-scroll"
        ref={scroller}
        label="What happened, newest first"
        onScroll={forgetEarlier}
      >
        <FaultAlert fault={fault} />
        {pages.data && empty ? (
          <NothingYet
            filtered={kinds.length > 0 || start.at !== 'newest'}
            onShowAll={() => {
              setKinds([]);
              begin(newest);
            }}
          />
        ) : null}
        {loaded.map((page, index) => {
          const before = loaded[index - 1]?.items.at(-1);
          return (
            <TimelinePage
              // Cursors move when something new comes in; a page stays itself by its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: pages never change places
              key={index - ahead}
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
        title="Nothing to show here"
        actions={
          <Button variant="default" onClick={onShowAll}>
            Show everything
          </Button>
        }
      >
        Other things may have happened, or later.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<IconHistory size={28} />} title="Nothing has happened yet">
      Write a note, log a call or record a payment on the right; everything appears here, newest first.
    </EmptyState>
  );
}
