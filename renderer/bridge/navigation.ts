/**
 * Going somewhere, for every area of the window. Areas do not know the router: they name a place in the
 * words main and the menu use too, and the app's frame, which owns the router, does the rest.
 */
import { createContext, useContext } from 'react';
import type { GoTarget } from '../../shared/contract/events.ts';

export type Go = (to: GoTarget) => void;

const GoContext = createContext<Go | null>(null);

/** Given by the frame, once. */
export const GoProvider = GoContext.Provider;

/** `go('accounts')`, `go({ accountId: 7 })`. */
export function useGo(): Go {
  const go = useContext(GoContext);
  if (go === null) throw new Error('useGo was called outside the frame');
  return go;
}
