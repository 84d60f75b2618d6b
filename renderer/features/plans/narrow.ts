/** Which promises, plans and settlements are looked at: by kind, and by how they stand. */
import type { OutputOf } from '../../../shared/contract/contract.ts';

type Answer = OutputOf<'plans.list'>;
type ListedPlan = Answer['plans'][number];
type ListedPromise = Answer['promises'][number];

export const shownKinds = ['all', 'promises', 'plans', 'settlements'] as const;
export const shownStates = ['open', 'behind', 'paused', 'ended', 'all'] as const;
export type Narrowing = {
  readonly kind: (typeof shownKinds)[number];
  readonly state: (typeof shownStates)[number];
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

function planStands(plan: ListedPlan, state: Narrowing['state']): boolean {
  const running = plan.state === 'active';
  switch (state) {
    case 'open':
      return running;
    case 'behind':
      return running && plan.missed > 0;
    case 'paused':
      return running && plan.pausedUntil !== null;
    case 'ended':
      return !running;
    case 'all':
      return true;
  }
}

/** A broken promise is still work: it stands among the open ones until it is kept or cancelled. */
function promiseStands({ state: now }: ListedPromise, state: Narrowing['state']): boolean {
  const behind = now === 'broken' || now === 'partly_kept';
  switch (state) {
    case 'open':
      return now === 'open' || behind;
    case 'behind':
      return behind;
    case 'paused':
      return false;
    case 'ended':
      return now === 'kept' || now === 'cancelled';
    case 'all':
      return true;
  }
}
