/** Each clock of a debt as one short phrase with the day that matters, for the line that stands folded. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { DebtClocks } from '../../../../shared/rules/clocks.ts';

export type ClockTone = 'good' | 'plain' | 'care' | 'stop' | 'unclear';

export type ClockPhrase = {
  readonly tone: ClockTone;
  readonly text: string;
  /** Follows the text. */
  readonly on: Day | null;
};

export function limitationWords(limitation: DebtClocks['limitation']): ClockPhrase {
  const { state, earliestLastDay, unverified } = limitation;
  const verify = unverified ? ' (verify)' : '';
  switch (state) {
    case 'barred':
      return { tone: 'stop', text: `has run out${verify}`, on: earliestLastDay };
    case 'uncertain':
      return earliestLastDay === null
        ? { tone: 'unclear', text: 'not known', on: null }
        : { tone: 'unclear', text: `uncertain${verify}, rely on no day after`, on: earliestLastDay };
    case 'not_barred':
      return { tone: 'good', text: `last safe day${verify}`, on: earliestLastDay };
  }
}

/** `null` where no notice is asked for. */
export function validationWords(validation: DebtClocks['validation']): ClockPhrase | null {
  const { stage, dueOn, endsOn } = validation;
  switch (stage) {
    case 'not_bound':
    case 'paid':
      return null;
    case 'not_begun':
      return { tone: 'plain', text: 'with the first contact, or within five days of it', on: null };
    case 'due':
      return { tone: 'care', text: 'due by', on: dueOn };
    case 'overdue':
      return { tone: 'stop', text: 'overdue since', on: dueOn };
    case 'running':
      return { tone: 'care', text: 'period runs until', on: endsOn };
    case 'ended':
      return { tone: 'good', text: 'period ended', on: endsOn };
  }
}

export function furnishWords(reporting: DebtClocks['reporting']): ClockPhrase {
  const { outcome, earliestOn } = reporting;
  switch (outcome) {
    case 'allowed':
      return { tone: 'good', text: 'allowed', on: null };
    case 'warning':
      return { tone: 'care', text: 'allowed with care', on: null };
    case 'undetermined':
      return { tone: 'unclear', text: 'unclear', on: null };
    case 'blocked':
      return earliestOn === null
        ? { tone: 'stop', text: 'not allowed', on: null }
        : { tone: 'care', text: 'not before', on: earliestOn };
  }
}

/** `null` where the rule does not bind. */
export function medicalWords(medical: NonNullable<DebtClocks['medical']>): ClockPhrase | null {
  switch (medical.state) {
    case 'not_bound':
      return null;
    case 'unknown':
      return { tone: 'unclear', text: medical.text, on: null };
    case 'wait':
      return { tone: 'care', text: 'no extraordinary collection before', on: medical.opensOn };
    case 'notice_wanted':
      return { tone: 'care', text: medical.text, on: null };
    case 'application_pending':
      return { tone: 'stop', text: medical.text, on: null };
    case 'open':
      return { tone: 'good', text: medical.text, on: null };
  }
}
