/** Places as addresses. Kept as a draft between sessions, so what comes back is checked like any input. */
import type { GoTarget } from '../../../shared/contract/events.ts';
import { type Area, areas } from './commands.ts';

type PlaceTarget = Exclude<GoTarget, 'find' | 'new-account' | 'shortcuts' | 'back-up'>;

export function placeOf(to: PlaceTarget): string {
  if (typeof to === 'object') return `/accounts/${to.accountId}`;
  return to === 'about' ? '/settings?about=true' : `/${to}`;
}

/** The area whose own screen stands at a path; `null` inside an account. */
export function areaOf(path: string): Area | null {
  return areas.find((area) => path === `/${area}`) ?? null;
}

/** The account whose screen stands at a path; `null` elsewhere. */
export function accountOf(path: string): number | null {
  const found = /^\/accounts\/([1-9]\d{0,14})$/.exec(path)?.[1];
  return found === undefined ? null : Number(found);
}

/** Whether a text is a place of this window: an area, or an account by its id. */
export function isPlace(text: string): boolean {
  return areaOf(text) !== null || /^\/accounts\/[1-9]\d{0,14}$/.test(text);
}
