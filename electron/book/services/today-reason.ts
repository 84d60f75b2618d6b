/** What a reason of Today is before its points, and how a list of them is gathered. */
import type { TodayKind } from '../../../shared/contract/today.ts';
import type { Day } from '../../../shared/domain/days.ts';
import type { QueryContext } from '../context.ts';
import type { QueueAccount } from '../store/queries/queue.ts';
import type { WaitingMark } from '../store/queries/queue-marks.ts';

/** A reason before its points. */
export type Reason = {
  readonly key: string;
  readonly kind: TodayKind;
  readonly accountId: number | null;
  readonly debtorName: string | null;
  readonly accountNumber: string | null;
  readonly balanceCents: number | null;
  readonly amountCents: number | null;
  readonly text: string;
  readonly dueOn: Day | null;
  readonly dueAt: number | null;
  readonly lastOn: Day | null;
  readonly reminderId: number | null;
  readonly memberId: number | null;
  readonly missed: boolean;
  readonly priority: number;
  /** Whole days since its day. */
  readonly daysLate: number;
};

export type Gathered = { readonly reasons: Reason[]; readonly count: number };

/** How a list is gathered: the moment, how much of each kind, and what is put off. */
export type Gathering = {
  readonly context: QueryContext;
  readonly most: number;
  readonly waiting: readonly WaitingMark[];
};

export const plainReason = {
  accountId: null,
  debtorName: null,
  accountNumber: null,
  balanceCents: null,
  amountCents: null,
  dueOn: null,
  dueAt: null,
  lastOn: null,
  reminderId: null,
  memberId: null,
  missed: false,
  priority: 0,
  daysLate: 0,
} as const;

/** The account's columns as a reason carries them. */
export function aboutAccount({ accountId, debtorName, accountNumber, balanceCents }: QueueAccount) {
  return { ...plainReason, accountId, debtorName, accountNumber, balanceCents };
}
