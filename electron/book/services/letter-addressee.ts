/**
 * Whether a letter that was kept still carries the name and the place letters to that party go to. Its page never changes, so what changed
 * since then is asked before it goes out, or goes out once more.
 */
import { isOfficeCopy, paperCodeStart } from '../../../shared/templates/papers/library.ts';
import type { QueryContext } from '../context.ts';
import { findDebtor } from '../store/queries/debtors.ts';
import { findKeptRecipient } from '../store/queries/letters.ts';
import { findLetterAddress, mayWriteTo } from './letter-parties.ts';
import { recipientOf } from './letter-recipient.ts';
import { readSubject } from './letter-subject.ts';
import { readAbout } from './templates.ts';

/** Capitals and punctuation are how a sheet is set up, not where it goes. */
const letterKey = (lines: readonly string[]): string =>
  lines
    .join(' ')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * `best`: it must be the very address a letter made now would go to; else one that may still be written to is enough. A letter that is
 * not there goes nowhere, and nobody is told so here.
 */
export function goesElsewhere(context: QueryContext, letterId: number, best: boolean): boolean {
  const { store } = context;
  const kept = findKeptRecipient(store, letterId);
  if (!kept || isOfficeCopy(kept.code)) return false;
  const debtor = findDebtor(store, kept.debtorId);
  if (!debtor) return true;
  const isPaper = kept.code.startsWith(paperCodeStart);
  const about = isPaper ? null : readAbout(kept.about);
  if (about === null || about.to === 'debtor') {
    if (kept.name !== null && letterKey([kept.name]) !== letterKey([debtor.name])) return true;
    if (kept.addressId === null) return false;
    return best
      ? findLetterAddress(store, debtor)?.addressId !== kept.addressId
      : !mayWriteTo(store, debtor, kept.addressId);
  }
  const subject = readSubject(context, kept.accountId, about, null);
  const now = subject.ok ? recipientOf(subject.value) : subject;
  return !now.ok || (kept.lines !== null && letterKey(now.value.addressLines) !== letterKey(kept.lines));
}
