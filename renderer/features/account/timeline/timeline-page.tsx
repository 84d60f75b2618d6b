/**
 * One page of the timeline. A page far from what is seen gives its rows up and keeps its height, so that an
 * account of thousands of items costs no more than a short one, and scrolling does not jump.
 */
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { daysAway, dayWords } from '../../../../shared/text/day-words.ts';
import { weekdayWord } from '../forms/weekday-word.ts';
import { groupByDay } from './day-groups.ts';
import { foldEntries } from './fold-entries.ts';
import { TimelineLineRow, type TimelineRowProps } from './timeline-row.tsx';

/** How far beyond the edge rows are kept: about two screens. */
const keepWithin = '1400px';

export type TimelinePageProps = {
  readonly items: readonly TimelineItem[];
  /** The day the page before ended with; its heading is not said again. */
  readonly dayBefore: Day | null;
  readonly today: Day;
  readonly zone: string;
} & Pick<TimelineRowProps, 'onAddToNote' | 'onTakeBack'>;

export const TimelinePage = memo(function TimelinePage(props: TimelinePageProps) {
  const { items, dayBefore, today, zone } = props;
  const groups = useMemo(() => groupByDay(items, zone), [items, zone]);
  const place = useRef<HTMLDivElement>(null);
  /** The height of a page that gave its rows up; `null` while it shows them. */
  const [height, setHeight] = useState<number | null>(null);

  useEffect(() => {
    const page = place.current;
    if (!page) return;
    const watching = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last) setHeight(last.isIntersecting ? null : last.boundingClientRect.height);
      },
      { scrollMargin: keepWithin, rootMargin: keepWithin },
    );
    watching.observe(page);
    return () => watching.disconnect();
  }, []);

  return (
    <div ref={place} style={height === null ? undefined : { height }}>
      {height === null
        ? groups.map((group, index) => (
            <section key={group.day} aria-label={dayWords(group.day)}>
              {index === 0 && group.day === dayBefore ? null : (
                <h2 className="account-day-heading">
                  {weekdayWord(group.day)} {dayWords(group.day)}
                  <span className="moment-away"> {daysAway(group.day, today)}</span>
                </h2>
              )}
              <ol className="account-items">
                {foldEntries(group.items).map((line) => (
                  <TimelineLineRow
                    key={line.key}
                    line={line}
                    today={today}
                    day={group.day}
                    onAddToNote={props.onAddToNote}
                    onTakeBack={props.onTakeBack}
                  />
                ))}
              </ol>
            </section>
          ))
        : null}
    </div>
  );
});
