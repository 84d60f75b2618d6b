/** How the office ranks its day and what it aims at: the newest that was kept, else the standard. */
import { type DeskSettings, standardDesk } from '../../../shared/domain/desk.ts';
import { ok } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findDeskSettings, insertDeskSettings } from '../store/queries/queue-marks.ts';
import type { Store } from '../store/store.ts';

/** Settings kept by an earlier version of the program lack what came after it: the standard stands in. */
export function readDeskSettings(store: Store): DeskSettings {
  const json = findDeskSettings(store);
  if (json === null) return standardDesk;
  const kept = JSON.parse(json) as Partial<DeskSettings>;
  return {
    ...standardDesk,
    ...kept,
    ranking: {
      kinds: { ...standardDesk.ranking.kinds, ...kept.ranking?.kinds },
      factors: { ...standardDesk.ranking.factors, ...kept.ranking?.factors },
    },
    day: { ...standardDesk.day, ...kept.day },
    week: { ...standardDesk.week, ...kept.week },
  };
}

export const getDeskSettings: QueryHandler<'desk.settings'> = ({ store }) =>
  ok({ settings: readDeskSettings(store) });

export const setDeskSettings: CommandHandler<'desk.setSettings'> = (context, settings) => {
  insertDeskSettings(context.store, JSON.stringify(settings), context.now, context.author);
  context.changed('desk', []);
  return ok({});
};
