/** How the list stood: what is searched and filtered, the order, the columns, and the row one was at. */
import { z } from 'zod';
import { type AccountFilter, type AccountSort, accountSorts } from '../../../shared/contract/accounts.ts';
import { type AccountStatus, openStatuses } from '../../../shared/domain/account.ts';

export const quickFilters = [
  'all',
  'open',
  'callable',
  'no_next_step',
  'past_30',
  'past_60',
  'past_90',
  'hold',
  'plan',
  'promise',
  'done',
] as const;
export type QuickFilter = (typeof quickFilters)[number];

export const quickFilterWords: Readonly<Record<QuickFilter, string>> = {
  all: 'All',
  open: 'Open',
  callable: 'Callable now',
  no_next_step: 'Without next step',
  past_30: '30+ days',
  past_60: '60+ days',
  past_90: '90+ days',
  hold: 'On hold',
  plan: 'Plans',
  promise: 'Promises',
  done: 'Paid and closed',
};

export const listView = z.object({
  text: z.string().max(200),
  quick: z.enum(quickFilters),
  clientId: z.int().min(1).nullable(),
  sort: z.enum(accountSorts),
  descending: z.boolean(),
  /** Shown columns in their order, with their widths. */
  columns: z.array(z.object({ id: z.string(), width: z.number(), hidden: z.boolean() })).max(40),
  /** First row in sight. */
  topRow: z.int().min(0),
  selected: z.object({ accountId: z.int(), row: z.int().min(0) }).nullable(),
});
export type ListView = z.output<typeof listView>;

export const freshView: ListView = {
  text: '',
  quick: 'all',
  clientId: null,
  sort: 'name',
  descending: false,
  columns: [],
  topRow: 0,
  selected: null,
};

export function filterOf(view: Pick<ListView, 'text' | 'quick' | 'clientId'>): AccountFilter {
  const [statuses, daysFrom] = narrowing(view.quick);
  return {
    text: view.text.trim(),
    statuses: [...statuses],
    clientId: view.clientId,
    daysPastDueFrom: daysFrom,
    daysPastDueTo: null,
    balanceFromCents: null,
    balanceToCents: null,
    withoutNextStep: view.quick === 'no_next_step',
    callableNow: view.quick === 'callable',
  };
}

/** Whether anything is left out at all. */
export function isNarrowed(view: Pick<ListView, 'text' | 'quick' | 'clientId'>): boolean {
  return view.text.trim() !== '' || view.quick !== 'all' || view.clientId !== null;
}

function narrowing(
  quick: QuickFilter,
): readonly [statuses: readonly AccountStatus[], daysFrom: number | null] {
  switch (quick) {
    case 'all':
    case 'no_next_step':
      return [[], null];
    case 'open':
    case 'callable':
      return [openStatuses, null];
    case 'past_30':
      return [openStatuses, 30];
    case 'past_60':
      return [openStatuses, 60];
    case 'past_90':
      return [openStatuses, 90];
    case 'hold':
    case 'plan':
    case 'promise':
      return [[quick], null];
    case 'done':
      return [['paid', 'credit', 'closed'], null];
  }
}

/** The order that shows most at the first press of a heading: names from A, sums and days from the largest. */
export function descendsFirst(sort: AccountSort): boolean {
  return (
    sort === 'balance' ||
    sort === 'daysPastDue' ||
    sort === 'callsUsed' ||
    sort === 'lastContact' ||
    sort === 'lastPayment'
  );
}
