/** What a posting did, or would do, in the shape the screens take it. */
import type { PostingEffect } from '../../../shared/contract/ledger.ts';
import type { LedgerKey } from '../../../shared/domain/replay.ts';
import { findAccount } from '../store/queries/accounts.ts';
import type { Store } from '../store/store.ts';
import { effectOf, newEntryId, type Posted, type Reckoned } from './post-ledger.ts';

/** `posted` is `null` for a preview: what is not posted yet goes by the ids that would follow. */
export function showEffect(store: Store, reckoned: Reckoned, posted: Posted | null): PostingEffect {
  const account = findAccount(store, reckoned.accountId);
  if (!account) throw new Error('a posting to no account');
  const { applications, interest, changes, ...effect } = effectOf(reckoned);
  const chargeOf = chargesOf(reckoned, posted);
  return {
    accountId: reckoned.accountId,
    accountNumber: account.number,
    ...effect,
    interest: [...interest],
    changes: [...changes],
    applications: applications.map(({ charge, parts, cents }) => ({ ...chargeOf(charge), parts, cents })),
  };
}

function chargesOf({ ledger, change, derived, replayed }: Reckoned, posted: Posted | null) {
  const entries = new Map(ledger.entries.map((entry) => [entry.entryId, entry]));
  const provisional = new Map<LedgerKey, number>(derived.kept);
  for (const [place, { key }] of derived.post.entries()) {
    provisional.set(key, newEntryId(ledger, change.add.length + place));
  }
  const dueDays = new Map(replayed.charges.map(({ key, dueOn }) => [key, dueOn]));
  return (key: LedgerKey) => {
    const chargeEntryId = posted
      ? posted.idOf(key)
      : typeof key === 'number'
        ? key
        : (provisional.get(key) ?? 0);
    const dueOn = dueDays.get(key) ?? null;
    if (typeof key !== 'number') {
      const kind = key.startsWith('judgment:') ? ('judgment' as const) : ('interest' as const);
      return { chargeEntryId, reference: '', kind, dueOn };
    }
    const entry = entries.get(key) ?? change.add[key - newEntryId(ledger, 0)];
    if (!entry) throw new Error('a payment met what is not there');
    return { chargeEntryId, reference: entry.reference, kind: entry.kind, dueOn };
  };
}
