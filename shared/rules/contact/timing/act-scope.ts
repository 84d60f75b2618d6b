/** Whether what a consumer asked or allowed is about the contact that is meant. */
import type { ContactChannel } from '../../../domain/contact.ts';
import type { ContactAct, EventScope, GateFacts } from '../../facts.ts';

/** A voicemail is a call that nobody took. */
function sameMedium(a: ContactChannel, b: ContactChannel): boolean {
  const spoken = (channel: ContactChannel) => (channel === 'voicemail' ? 'call' : channel);
  return spoken(a) === spoken(b);
}

/** `work` and `home` of the number or address that is to be used; `null` where it belongs to no place or is not chosen. */
export function placeOfAct({ act, person }: GateFacts): 'home' | 'work' | null {
  const kind =
    act.channel === 'letter' || act.channel === 'visit'
      ? person.addresses.find(({ addressId }) => addressId === act.addressId)?.kind
      : person.phones.find(({ phoneId }) => phoneId === act.phoneId)?.kind;
  return kind === 'home' || kind === 'work' ? kind : null;
}

/**
 * A request is about the contact when nothing in its scope says otherwise: a number that is not chosen yet may be the one it
 * names.
 */
export function isRequestAbout(scope: EventScope, facts: GateFacts): boolean {
  const { act } = facts;
  if (scope.channel !== null && !sameMedium(scope.channel, act.channel)) return false;
  if (scope.phoneId !== null && isOther(scope.phoneId, act, 'phoneId')) return false;
  if (scope.emailId !== null && isOther(scope.emailId, act, 'emailId')) return false;
  if (scope.addressId !== null && isOther(scope.addressId, act, 'addressId')) return false;
  return scope.place === null || placeOfAct(facts) === scope.place || isUnchosen(facts);
}

/** A call or a visit of which it is not known yet where it goes. */
function isUnchosen({ act }: GateFacts): boolean {
  return (
    (usedBy.phoneId.includes(act.channel) && act.phoneId === null) ||
    (usedBy.addressId.includes(act.channel) && act.addressId === null)
  );
}

const usedBy: Readonly<Record<'phoneId' | 'emailId' | 'addressId', readonly ContactChannel[]>> = {
  phoneId: ['call', 'voicemail', 'text'],
  emailId: ['email'],
  addressId: ['letter', 'visit'],
};

/** The contact uses another number or address, or goes by a medium that uses none. */
function isOther(id: number, act: ContactAct, by: keyof typeof usedBy): boolean {
  return usedBy[by].includes(act.channel) ? act[by] !== null && act[by] !== id : true;
}

/** A permission is about the contact only when everything its scope names is what is used. */
export function isPermissionFor(scope: EventScope, facts: GateFacts): boolean {
  const { act } = facts;
  return (
    (scope.channel === null || sameMedium(scope.channel, act.channel)) &&
    (scope.phoneId === null || scope.phoneId === act.phoneId) &&
    (scope.emailId === null || scope.emailId === act.emailId) &&
    (scope.addressId === null || scope.addressId === act.addressId) &&
    (scope.place === null || scope.place === placeOfAct(facts))
  );
}
