/** Lists as they would leave the book, and what left it. */
import { ok } from '../../../shared/errors/result.ts';
import type { QueryContext, QueryHandler } from '../context.ts';
import { listExportRecords } from '../store/queries/exports.ts';
import { tableFor } from './exports/list-tables.ts';
import type { TableContext } from './exports/table.ts';

/** Where nobody waits for a job: nothing is told, nothing can be stopped. */
export function quietly(context: QueryContext): TableContext {
  return {
    ...context,
    pathOf: () => null,
    progress: () => undefined,
    cancelled: () => false,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

export const describeExport: QueryHandler<'exports.describe'> = (context, { asked }) => {
  const table = tableFor(quietly(context), asked);
  if (!table.ok) return table;
  const { title, about, columns, count } = table.value;
  return ok({ title, about: [...about], columns: [...columns], rows: count });
};

export const listExports: QueryHandler<'exports.list'> = ({ store }, { before, limit }) => {
  const found = listExportRecords(store, before, limit + 1);
  const exports = found.slice(0, limit);
  return ok({ exports, next: found.length > limit ? (exports.at(-1)?.exportId ?? null) : null });
};
