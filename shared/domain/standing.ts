/** How a plan or a promise stands, as its list is narrowed: the words stand in `labels.ts`. */
export const standings = ['open', 'behind', 'paused', 'ended', 'all'] as const;
export type Standing = (typeof standings)[number];

type Plan = {
  readonly state: 'active' | 'completed' | 'cancelled' | 'defaulted';
  readonly missed: number;
  readonly pausedUntil: string | null;
};

export function planStands(plan: Plan, standing: Standing): boolean {
  const running = plan.state === 'active';
  switch (standing) {
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

type Promised = { readonly state: 'open' | 'kept' | 'partly_kept' | 'broken' | 'cancelled' };

/** A broken promise is still work: it stands among the open ones until it is kept or cancelled. */
export function promiseStands({ state: now }: Promised, standing: Standing): boolean {
  const behind = now === 'broken' || now === 'partly_kept';
  switch (standing) {
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
