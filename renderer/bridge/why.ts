/**
 * “Why not now”: every rule that was asked about a contact. The account’s screen owns the dialog; whatever stands on it (a
 * letter, a reminder) may open it for the contact it is about.
 */
import { createContext, useContext } from 'react';
import type { ContactChannel } from '../../shared/domain/contact.ts';
import type { ContactPurpose } from '../../shared/domain/law.ts';

export type WhyAsked = {
  readonly channel: ContactChannel;
  readonly purpose?: ContactPurpose;
  readonly phoneId?: number | null;
  readonly emailId?: number | null;
  readonly addressId?: number | null;
};

type ShowWhy = (asked: WhyAsked) => void;

const WhyContext = createContext<ShowWhy | null>(null);

/** Given by the account’s screen. */
export const WhyProvider = WhyContext.Provider;

/** `null` away from an account. */
export function useWhy(): ShowWhy | null {
  return useContext(WhyContext);
}
