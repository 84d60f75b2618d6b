/**
 * Whether a written request came within the validation period (1006.38, 1006.34(b)(5)). The end printed on the newest notice
 * counts. Without a notice on file, without its end, or when it came back undelivered, the period cannot be known to be over,
 * and the request is taken to be in time.
 */
import { type Day, spellDay } from '../../../domain/days.ts';
import type { CaseView } from '../../case-view.ts';
import type { LegalEvent } from '../../facts.ts';
import { validationEnd } from '../../validation/period.ts';
import type { FactUsed } from '../../verdict.ts';
import { eventFact, isNotLater } from './events.ts';

/** The last day of the validation period, with the notice it comes from; `endsOn` is `null` where it is not known. */
export type ValidationPeriod = { readonly notice: LegalEvent | null; readonly endsOn: Day | null };

export function validationPeriodOf(view: CaseView, at: number): ValidationPeriod {
  let notice: LegalEvent | null = null;
  for (const event of view.eventsOf('validation_notice', at)) {
    if (notice === null || isNotLater(notice, event)) notice = event;
  }
  if (notice === null) return { notice, endsOn: null };
  const sent = notice;
  if (view.eventsOf('notice_returned', at).some((returned) => isNotLater(sent, returned))) {
    return { notice, endsOn: null };
  }
  const printed = notice.detail.endsOn;
  if (printed === undefined) return { notice, endsOn: null };
  // A day printed too early takes nothing away: the period runs as long as the law says.
  const lawful = validationEnd(
    notice.detail.sentOn ?? notice.on,
    notice.detail.how === 'oral' ? 'oral' : 'written',
  );
  return { notice, endsOn: printed < lawful ? lawful : printed };
}

export type Timing = 'in_time' | 'late';

export function timingOf(request: LegalEvent, { endsOn }: ValidationPeriod): Timing {
  return endsOn === null || request.on <= endsOn ? 'in_time' : 'late';
}

export function periodFact({ notice, endsOn }: ValidationPeriod): FactUsed {
  if (notice === null) {
    return { name: 'Validation period', value: 'No validation notice on file', source: '', ref: null };
  }
  return endsOn === null
    ? eventFact('Validation notice', notice, 'its end is not known')
    : eventFact('Validation notice', notice, `period ends ${spellDay(endsOn)}`);
}

/** Added to a sentence where the period is not known. */
export function takenAsTimely({ endsOn }: ValidationPeriod): string {
  return endsOn === null
    ? ' The end of the validation period is not on file, so the request is taken to have come in time.'
    : '';
}
