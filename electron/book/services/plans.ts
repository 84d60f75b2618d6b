import type { CommandHandler, QueryHandler } from '../context.ts';

export const recordPromise: CommandHandler<'promises.record'> = () => {
  throw new Error('promises.record is not written yet');
};

export const cancelPromise: CommandHandler<'promises.cancel'> = () => {
  throw new Error('promises.cancel is not written yet');
};

export const startPlan: CommandHandler<'plans.start'> = () => {
  throw new Error('plans.start is not written yet');
};

export const cancelPlan: CommandHandler<'plans.cancel'> = () => {
  throw new Error('plans.cancel is not written yet');
};

export const getPlan: QueryHandler<'plans.get'> = () => {
  throw new Error('plans.get is not written yet');
};

export const listPlans: QueryHandler<'plans.list'> = () => {
  throw new Error('plans.list is not written yet');
};
