/** Numbers that are offered for dialling; a wrong, dead or barred one must be marked otherwise first. */
import type { PhoneStatus } from '../../../shared/domain/debtor.ts';

export function isCallable(status: PhoneStatus): boolean {
  return status === 'current' || status === 'unverified';
}
