/** Where the jumps of a script land, by the list of the library alone. */
import type { ScriptListRow } from '../../../../shared/contract/scripts.ts';
import type { ScriptFinder } from '../../../../shared/scripts/check/graph.ts';
import type { Script } from '../../../../shared/scripts/script.ts';

export function landingFinder(rows: readonly ScriptListRow[], from: Script): ScriptFinder {
  return (situation, audience) => {
    if (situation === from.situation && from.audiences.includes(audience)) return from;
    const fitting = rows.filter(
      (row) =>
        row.inForce !== null &&
        row.code !== from.code &&
        row.situation === situation &&
        row.audiences.includes(audience),
    );
    const row = fitting.find(({ language }) => language === from.language) ?? fitting[0];
    if (!row) return null;
    return row.landsAt === null
      ? { resume: null, steps: [] }
      : { resume: 'in', steps: [{ id: 'in', stage: row.landsAt }] };
  };
}
