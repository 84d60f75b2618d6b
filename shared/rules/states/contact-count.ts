/**
 * How often somebody was contacted within a number of days, today the last of them. Days are calendar days of the
 * debtor’s clock; where several clocks come into question, the one that counts most holds.
 */
import type { PriorContact } from '../facts.ts';
import type { Checking, Objection } from '../rule.ts';
import { instantOfLocal, localEpochDay } from '../time/local-time.ts';
import type { FactUsed } from '../verdict.ts';
import { spellMoment } from './words.ts';

const dayMs = 86_400_000;

/** No more than `max` in `days` days, today included. */
export type Cap = { readonly max: number; readonly days: number };

export type CapWords = {
  /** What the law says: `Massachusetts allows two calls and texts in seven days about one debt.` */
  readonly limit: string;
  /** What was counted, in the plural: `calls`. */
  readonly counted: string;
};

/** Up to and including the instant, in the order they were made. */
function countable(
  contacts: readonly PriorContact[],
  from: number,
  at: number,
  counts: (contact: PriorContact) => boolean,
): PriorContact[] {
  const found: PriorContact[] = [];
  for (let index = contacts.length - 1; index >= 0; index -= 1) {
    const contact = contacts[index];
    if (contact === undefined || contact.at > at) continue;
    if (contact.at < from) break;
    if (counts(contact)) found.push(contact);
  }
  return found.reverse();
}

type Count = {
  readonly counted: readonly PriorContact[];
  readonly zone: string;
  /** The first instant at which one more would keep the cap; `null` where the cap is none at all. */
  readonly clearsAt: number | null;
};

function countIn(zone: string, candidates: readonly PriorContact[], at: number, cap: Cap): Count | null {
  const first = localEpochDay(zone, at) - cap.days + 1;
  const counted = candidates.filter((contact) => localEpochDay(zone, contact.at) >= first);
  if (counted.length < cap.max) return null;
  const leaves = counted[counted.length - cap.max];
  return {
    counted,
    zone,
    clearsAt:
      cap.max === 0 || leaves === undefined
        ? null
        : instantOfLocal(zone, localEpochDay(zone, leaves.at) + cap.days, 0),
  };
}

/** The count that stands longest in the way; `null` when one more keeps the cap on every clock. */
export function countAgainst(
  { facts, at, view }: Pick<Checking<unknown>, 'facts' | 'at' | 'view'>,
  cap: Cap,
  counts: (contact: PriorContact) => boolean,
): Count | null {
  // A day more than counted, for the hour a clock change adds.
  const candidates = countable(facts.contacts, at - (cap.days + 1) * dayMs, at, counts);
  if (candidates.length < cap.max) return null;
  let worst: Count | null = null;
  for (const zone of view.zones) {
    const count = countIn(zone, candidates, at, cap);
    if (count === null) continue;
    if (count.clearsAt === null) return count;
    if (worst?.clearsAt == null || count.clearsAt > worst.clearsAt) worst = count;
  }
  return worst;
}

const channelWords: Readonly<Record<PriorContact['channel'], string>> = {
  call: 'Call',
  voicemail: 'Voicemail',
  email: 'Email',
  text: 'Text',
  letter: 'Letter',
  visit: 'Visit',
  social: 'Message',
  other: 'Contact',
};

export function contactFact(contact: PriorContact, zone: string): FactUsed {
  return {
    name: channelWords[contact.channel],
    value: spellMoment(zone, contact.at),
    source: '',
    ref: { kind: 'contact', id: contact.contactId },
  };
}

/** The objection when one more contact would be too many; `null` when it would not. */
export function overCap(
  checking: Pick<Checking<unknown>, 'facts' | 'at' | 'view'>,
  cap: Cap,
  counts: (contact: PriorContact) => boolean,
  words: CapWords,
): Objection | null {
  const count = countAgainst(checking, cap, counts);
  if (count === null) return null;
  const { counted, zone, clearsAt } = count;
  const span = cap.days === 1 ? 'today' : `in the ${cap.days} days up to today`;
  return {
    result: 'block',
    text: () => `${words.limit} Counted ${span}: ${counted.length}.`,
    facts: () => [
      {
        name: `Counted ${words.counted}`,
        value: `${counted.length}, the limit is ${cap.max}`,
        source: '',
        ref: null,
      },
      ...counted.map((contact) => contactFact(contact, zone)),
    ],
    clears: clearsAt === null ? null : { at: clearsAt },
  };
}
