/**
 * Asking for a paper of figures (receipt, statement, payoff quote, explanation, coupons, agreement) from any area. The
 * app's frame owns the dialog that shows, prints and saves it; areas name the paper and know no more.
 */
import { createContext, useContext } from 'react';
import type { PaperAsked } from '../../shared/contract/papers.ts';

/** Opens the dialog with this paper; one that was open gives way. */
type ShowPaper = (asked: PaperAsked) => void;

const PaperContext = createContext<ShowPaper | null>(null);

/** Given by the frame, once. */
export const PaperProvider = PaperContext.Provider;

/** `onPaper({ paper: 'receipt', receiptId })`. Days may be changed in the dialog. */
export function usePaper(): ShowPaper {
  const show = useContext(PaperContext);
  if (show === null) throw new Error('papers were asked for outside the frame');
  return show;
}
