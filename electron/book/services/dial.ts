import type { ErrandHandlers } from '../errands.ts';

export const dialNumber: ErrandHandlers['phones.dialNumber'] = () => {
  throw new Error('phones.dialNumber is not written yet');
};
