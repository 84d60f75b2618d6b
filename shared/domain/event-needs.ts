/**
 * What an event of each kind cannot do without. An event that lacks it would bind nobody or everybody, so it is asked for
 * before anything is kept. What the law treats carefully while it is unknown (the chapter of a bankruptcy, whether an attorney can
 * be found, whether a dispute was written) may stay unsaid.
 */
import type { ContactChannel } from './contact.ts';
import type { ConsentKind, LegalEventKind } from './law.ts';

/** What a form asks for by name; `hours` are the two minutes, `address` one number or address of the person. */
export type EventField =
  | 'consent'
  | 'scope'
  | 'address'
  | 'place'
  | 'days'
  | 'hours'
  | 'sentOn'
  | 'optOutBy'
  | 'reassigned'
  | 'route'
  | 'form';

/** The part of an event that is checked, as `shared/rules/facts.ts` has it. */
type Described = {
  readonly scope: {
    readonly channel: ContactChannel | null;
    readonly phoneId: number | null;
    readonly emailId: number | null;
    readonly addressId: number | null;
    readonly place: 'home' | 'work' | null;
  };
  readonly detail: {
    readonly consent?: ConsentKind | undefined;
    readonly days?: readonly number[] | undefined;
    readonly fromMinute?: number | undefined;
    readonly toMinute?: number | undefined;
    readonly sentOn?: string | undefined;
    readonly optOutBy?: string | undefined;
    readonly reassigned?: boolean | undefined;
    readonly route?: string | undefined;
    readonly form?: string | undefined;
  };
};

/** The first thing missing in the order of a form, or `null`. */
export function missingIn(kind: LegalEventKind, { scope, detail }: Described): EventField | null {
  const namesOne = scope.phoneId !== null || scope.emailId !== null || scope.addressId !== null;
  switch (kind) {
    case 'consent':
      return detail.consent === undefined ? 'consent' : null;
    case 'opt_out':
      return scope.channel === null && !namesOne ? 'scope' : null;
    case 'inconvenient_place':
      return scope.place === null && !namesOne ? 'place' : null;
    case 'inconvenient_time':
    case 'only_time':
      return missingHours(detail);
    case 'creditor_email_notice':
      if (scope.emailId === null) return 'address';
      if (detail.sentOn === undefined) return 'sentOn';
      return detail.optOutBy === undefined ? 'optOutBy' : null;
    case 'prior_collector_email':
      return scope.emailId === null ? 'address' : null;
    case 'reassigned_check':
      if (scope.phoneId === null) return 'address';
      return detail.reassigned === undefined ? 'reassigned' : null;
    case 'third_party_disclosure':
    case 'employer_provided':
      return namesOne ? null : 'address';
    case 'furnish_notice':
      return detail.route === undefined ? 'route' : null;
    case 'time_acknowledged':
      return detail.form === undefined ? 'form' : null;
    default:
      return null;
  }
}

/** Weekdays, or hours, or both; hours come as a beginning and a later end. */
function missingHours({ days, fromMinute, toMinute }: Described['detail']): EventField | null {
  if (fromMinute === undefined && toMinute === undefined) {
    return days === undefined || days.length === 0 ? 'days' : null;
  }
  return fromMinute === undefined || toMinute === undefined || fromMinute === toMinute ? 'hours' : null;
}
