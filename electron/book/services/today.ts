import type { QueryHandler } from '../context.ts';

export const listToday: QueryHandler<'today.list'> = () => {
  throw new Error('today.list is not written yet');
};
