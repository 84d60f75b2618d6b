/**
 * Calls within their limits, with many texts, emails and letters beside them, can still harass: 1006.14(a), comment 14(a)-2.
 * The law gives no number. The two here are this program’s, on the cautious side, and only warn.
 */
import type { ContactPurpose } from '../../../domain/law.ts';
import type { CaseView } from '../../case-view.ts';
import { contactRule, pass } from '../../rule.ts';
import { instantOfLocal, localEpochDay } from '../../time/local-time.ts';
import { isWithSamePerson, mediumOf } from '../electronic/reach.ts';

type Together = { readonly most: number; readonly days: number; readonly mostADay: number };

const dayMs = 86_400_000;

/** What has to be sent does not wear anybody down. */
const unavoidable: readonly ContactPurpose[] = ['confirm_opt_out', 'required_by_law', 'legal_process'];

type Count = { readonly today: number; readonly span: number; readonly clearsAt: number };

/** Contacts the office made with the person, over every medium and debt, in the zone where they are most. */
function countTogether(view: CaseView, at: number, { most, days, mostADay }: Together): Count {
  const { contacts, act } = view.facts;
  const oldest = at - (days + 1) * dayMs;
  let highest = { today: 0, span: 0 };
  let clearsAt = at;
  for (const zone of view.zones) {
    const now = localEpochDay(zone, at);
    let [today, span] = [0, 0];
    let fills: number | null = null;
    for (let index = contacts.length - 1; index >= 0; index -= 1) {
      const contact = contacts[index];
      if (contact === undefined || contact.at < oldest) break;
      if (contact.direction !== 'out' || !isWithSamePerson(contact, act)) continue;
      // A busy line or a number out of service reached nobody.
      if (mediumOf(contact.channel) === 'telephone' && !view.isConnected(contact)) continue;
      const day = localEpochDay(zone, contact.at);
      if (day <= now - days) break;
      span += 1;
      if (span === most) fills = day;
      if (day >= now) today += 1;
    }
    highest = { today: Math.max(highest.today, today), span: Math.max(highest.span, span) };
    if (today >= mostADay) clearsAt = Math.max(clearsAt, instantOfLocal(zone, now + 1, 0));
    if (fills !== null) clearsAt = Math.max(clearsAt, instantOfLocal(zone, fills + days, 0));
  }
  return { ...highest, clearsAt };
}

export const contactsTogetherRule = contactRule<Together>({
  id: 'reg-f.contacts.together',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'frequency',
  title: 'Calls, messages and letters together stay few',
  subject: 'call frequency',
  jurisdiction: 'US',
  force: 'caution',
  source: {
    cite: '12 CFR 1006.14(a), comment 14(a)-2',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'The law gives no number: one contact a day and ten in seven days are a convention of this program.',
  },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: 'all', directions: 'out' },
  values: [{ from: '2021-11-30', until: null, value: { most: 10, days: 7, mostADay: 1 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (facts.contacts.length === 0 || unavoidable.includes(facts.act.purpose)) return pass;
    const count = countTogether(view, at, value);
    if (count.today < value.mostADay && count.span < value.most) return pass;
    return {
      result: 'warn',
      text: () =>
        `Today ${count.today} and in ${value.days} days ${count.span} contacts were made with this person, counting calls, messages and letters. Each may be lawful and all of them together still too many; ask yourself whether this one can wait.`,
      facts: () => [
        { name: 'Contacts today', value: `${count.today}`, source: '', ref: { kind: 'person' } },
        {
          name: `Contacts in ${value.days} days`,
          value: `${count.span}`,
          source: '',
          ref: { kind: 'person' },
        },
      ],
      clears: { at: count.clearsAt },
    };
  },
});
