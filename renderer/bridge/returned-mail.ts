/** Asking for the dialog of mail that came back, from any area. The app's frame owns it; areas say what they know of the piece. */
import { createContext, useContext } from 'react';

export type ReturnedMailAsked = {
  readonly accountId: number;
  readonly mailingId: number | null;
  readonly letterId: number | null;
  /** The address it came back from, where that is known. */
  readonly addressId: number | null;
  /** It is known to be the validation notice. */
  readonly validationNotice: boolean;
};

type AskReturnedMail = (asked: ReturnedMailAsked) => void;

const ReturnedMailContext = createContext<AskReturnedMail | null>(null);

/** Given by the frame, once. */
export const ReturnedMailProvider = ReturnedMailContext.Provider;

export function useReturnedMail(): AskReturnedMail {
  const ask = useContext(ReturnedMailContext);
  if (ask === null) throw new Error('returned mail was asked for outside the frame');
  return ask;
}
