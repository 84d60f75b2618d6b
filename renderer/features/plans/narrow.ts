/** Which promises, plans and settlements are looked at: by kind, and by how they stand. */
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { planStands, promiseStands, type Standing } from '../../../shared/domain/standing.ts';

type Answer = OutputOf<'plans.list'>;
type ListedPlan = Answer['plans'][number];
type ListedPromise = Answer['promises'][number];

export const shownKinds = ['all', 'promises', 'plans', 'settlements'] as const;
export type Narrowing = {
  readonly kind: (typeof shownKinds)[number];
  readonly state: Standing;
};

export type Narrowed = {
  readonly promises: readonly ListedPromise[];
  readonly plans: readonly ListedPlan[];
  readonly settlements: readonly ListedPlan[];
};

export function narrow({ plans, promises }: Answer, { kind, state }: Narrowing): Narrowed {
  const of = (wanted: Narrowing['kind']) => kind === 'all' || kind === wanted;
  const kept = plans.filter((plan) => planStands(plan, state));
  return {
    promises: of('promises') ? promises.filter((promise) => promiseStands(promise, state)) : [],
    plans: of('plans') ? kept.filter((plan) => plan.kind === 'plan') : [],
    settlements: of('settlements') ? kept.filter((plan) => plan.kind === 'settlement') : [],
  };
}
