/** Whom a contact can be made to and through what, as the chooser of “Why not now” offers it. */
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import type { ContactChannel } from '../../../../shared/domain/contact.ts';
import type { ContactParty, ContactPurpose, Dialing } from '../../../../shared/domain/law.ts';
import {
  addressKindWords,
  addressStatusWords,
  emailStatusWords,
  phoneKindWords,
  phoneStatusWords,
  wordOf,
} from '../../../../shared/text/labels.ts';
import { isCallable } from '../callable-phone.ts';

/** A contact as it is chosen; what is not about the channel is `null`. */
export type ActChoice = {
  readonly channel: ContactChannel;
  readonly to: ContactParty;
  readonly partyName: string;
  readonly phoneId: number | null;
  readonly emailId: number | null;
  readonly addressId: number | null;
  readonly purpose: ContactPurpose;
  readonly dialing: Dialing;
};

export type ReachBy = 'phone' | 'email' | 'address' | null;

export function reachBy(channel: ContactChannel): ReachBy {
  switch (channel) {
    case 'call':
    case 'voicemail':
    case 'text':
      return 'phone';
    case 'email':
      return 'email';
    case 'letter':
    case 'visit':
      return 'address';
    default:
      return null;
  }
}

/** The plain contact through a channel: to the debtor, to collect, by what is first in use; a mobile for texts. */
export function plainAct(channel: ContactChannel, debtor: DebtorFacts): ActChoice {
  const by = reachBy(channel);
  const phones = debtor.phones.filter(({ status }) => isCallable(status));
  const phone = channel === 'text' ? (phones.find(({ kind }) => kind === 'mobile') ?? phones[0]) : phones[0];
  const usable = ({ status }: { readonly status: string }) => status === 'current' || status === 'unverified';
  return {
    channel,
    to: 'debtor',
    partyName: '',
    phoneId: by === 'phone' ? (phone?.phoneId ?? null) : null,
    emailId: by === 'email' ? (debtor.emails.find(usable)?.emailId ?? null) : null,
    addressId: by === 'address' ? (debtor.addresses.find(usable)?.addressId ?? null) : null,
    purpose: 'collect',
    dialing: 'by_hand',
  };
}

/** Numbers or addresses a channel can use; `''` stands for one that is not on file. */
export function reachOptions(
  by: ReachBy,
  debtor: DebtorFacts,
): readonly { readonly value: string; readonly label: string }[] {
  switch (by) {
    case 'phone':
      return [
        ...debtor.phones.map((phone) => ({
          value: String(phone.phoneId),
          label: `${phone.display}, ${phoneKindWords[phone.kind].toLowerCase()}, ${phoneStatusWords[phone.status].toLowerCase()}`,
        })),
        { value: '', label: debtor.phones.length === 0 ? 'No number is known' : 'Another number' },
      ];
    case 'email':
      return [
        ...debtor.emails.map((email) => ({
          value: String(email.emailId),
          label: `${email.address}, ${wordOf(emailStatusWords, email.status).toLowerCase()}`,
        })),
        { value: '', label: debtor.emails.length === 0 ? 'No address is known' : 'Another address' },
      ];
    case 'address':
      return [
        ...debtor.addresses.map((address) => ({
          value: String(address.addressId),
          label: `${address.line1}, ${address.city}, ${addressKindWords[address.kind].toLowerCase()}, ${addressStatusWords[address.status].toLowerCase()}`,
        })),
        { value: '', label: debtor.addresses.length === 0 ? 'No address is known' : 'Another address' },
      ];
    case null:
      return [];
  }
}
