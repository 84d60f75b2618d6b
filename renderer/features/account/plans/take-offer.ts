/**
 * During a call the workshop sends nothing: what was offered or agreed is taken over by the call and kept with everything else
 * that came of it, in one go. Away from a call there is nobody to take it, and the workshop writes it down itself.
 */
import { createContext, useContext } from 'react';
import type { InputOf } from '../../../../shared/contract/contract.ts';

export type TakenAgreement = {
  readonly offer: Omit<InputOf<'offers.make'>, 'accountId'>;
  readonly accepted: boolean;
  /** What it says, to be read in the summing-up. */
  readonly words: string;
};

type TakeOffer = (taken: TakenAgreement) => void;

const TakeOfferContext = createContext<TakeOffer | null>(null);

/** Given by a call. */
export const TakeOfferProvider = TakeOfferContext.Provider;

/** `null` away from a call. */
export function useTakeOffer(): TakeOffer | null {
  return useContext(TakeOfferContext);
}
