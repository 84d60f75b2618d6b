/** What another ranking would move: the rows as they are scored anew, by the same sum the book uses. */
import type { TodayItem } from '../../../shared/contract/today.ts';
import { foldRanked, type Ranking, scoreOf } from '../../../shared/domain/queue.ts';
import { todayReasonWords } from '../../../shared/text/labels.ts';

export type Move = {
  readonly name: string;
  /** Places, counted from 1. */
  readonly from: number;
  readonly to: number;
  readonly points: number;
};

/** Rows whose place would be another, those that would stand highest first. */
export function movesOf(items: readonly TodayItem[], was: Ranking, is: Ranking): Move[] {
  const before = ranked(items, was);
  const places = new Map(before.map(({ place }, index) => [place, index + 1]));
  return ranked(items, is).flatMap(({ place, name, points }, index) => {
    const from = places.get(place) ?? 0;
    return from === index + 1 ? [] : [{ name, from, to: index + 1, points }];
  });
}

function ranked(items: readonly TodayItem[], ranking: Ranking) {
  const reasons = items.flatMap(({ also, ...first }) =>
    [first, ...also].map((reason) => ({
      key: reason.key,
      kind: reason.kind,
      dueOn: reason.dueOn,
      accountId: first.accountId,
      name: first.debtorName ?? first.text,
      points: scoreOf(reason.facts, ranking, todayReasonWords[reason.kind]).points,
    })),
  );
  return foldRanked(reasons).map(({ first }) => ({
    place: first.accountId ?? first.key,
    name: first.name,
    points: first.points,
  }));
}
