import type { QueryHandler } from '../context.ts';

export const pageTimeline: QueryHandler<'timeline.page'> = () => {
  throw new Error('timeline.page is not written yet');
};
