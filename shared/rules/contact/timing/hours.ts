import { contactRule, pass } from '../../rule.ts';
import { hoursFinding } from '../../time/hours-finding.ts';
import type { Hours } from '../../time/windows.ts';
import { minuteWords } from '../../time/zone-words.ts';
import { permissionOf } from './permission.ts';

/**
 * Unless the collector knows better, times before 8 in the morning and after 9 in the evening, where the consumer is, are
 * inconvenient. Where the file points to several places it must be convenient in all. An electronic message counts when it is
 * sent; a letter has no hour.
 */
export const hoursRule = contactRule<Hours>({
  id: 'reg-f.hours',
  code: 'TIME_OUTSIDE_WINDOW',
  step: 'time',
  title: 'Only from 8:00 AM up to 9:00 PM where the debtor is',
  subject: 'time and place',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.6(b)(1)(i); comments 6(b)(1)-1 and 6(b)(1)(i)-2; 15 U.S.C. 1692c(a)(1)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'Open from 8:00:00 up to but not including 9:00 PM: a convention, the statute says after 8 and before 9.',
  },
  scope: {
    roles: 'collectors',
    debts: 'consumer',
    states: 'all',
    channels: ['call', 'voicemail', 'email', 'text', 'visit', 'social', 'other'],
    directions: 'out',
  },
  values: [{ from: '0001-01-01', until: null, value: { from: 480, to: 1260 } }],
  timed: true,
  check({ at, value, view }) {
    if (!view.isWithConsumer) return pass;
    return hoursFinding({
      view,
      at,
      hours: value,
      code: 'TIME_OUTSIDE_WINDOW',
      conflictCode: 'TIME_ZONE_CONFLICT',
      says: `Contact is allowed from ${minuteWords(value.from)} up to ${minuteWords(value.to)} where the debtor is.`,
      unless: () => permissionOf(view),
    });
  },
});
