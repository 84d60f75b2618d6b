import type { QueryHandler } from '../context.ts';

export const readAging: QueryHandler<'reports.aging'> = () => {
  throw new Error('reports.aging is not written yet');
};
