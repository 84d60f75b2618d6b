/**
 * Going somewhere, for every area of the window. Areas do not know the router: they name a place in the
 * words main and the menu use too, and the app's frame, which owns the router, does the rest.
 */
import { createContext, useContext } from 'react';
import type { GoTarget } from '../../shared/contract/events.ts';

export type Go = (to: GoTarget) => void;

export type Navigation = {
  readonly go: Go;
  /** Out of an account, to the list it was opened from. */
  readonly leave: () => void;
};

const NavigationContext = createContext<Navigation | null>(null);

/** Given by the frame, once. */
export const NavigationProvider = NavigationContext.Provider;

/** `go('accounts')`, `go({ accountId: 7 })`. */
export function useGo(): Go {
  return useNavigation().go;
}

/** Goes back to the list an account was opened from; to the accounts when it was none. */
export function useLeave(): () => void {
  return useNavigation().leave;
}

function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('navigation was used outside the frame');
  return navigation;
}
