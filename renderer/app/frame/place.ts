/** Places as addresses. Kept as a draft between sessions, so what comes back is checked like any input. */
import type { GoTarget } from '../../../shared/contract/events.ts';

type PlaceTarget = Exclude<GoTarget, 'find' | 'new-account' | 'shortcuts'>;

export function placeOf(to: PlaceTarget): string {
  if (typeof to === 'object') return `/accounts/${to.accountId}`;
  return to === 'about' ? '/settings?about=true' : `/${to}`;
}

/** Whether a text is a place of this window: an area, or an account by its id. */
export function isPlace(text: string): boolean {
  return /^\/(today|accounts(\/[1-9]\d{0,14})?|letters|plans|reports|import|settings)$/.test(text);
}
