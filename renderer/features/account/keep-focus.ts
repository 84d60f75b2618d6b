/**
 * The workspace's keys need the focus to be somewhere. What has it can vanish: the row of a promise that was
 * cancelled, a form that is done, a number that moved to another list. Then the focus goes to the name of the
 * account, where every key of the screen works, instead of getting lost.
 */
import { type RefObject, useEffect } from 'react';
import { isCovered } from './focus-facts.ts';

/** Long enough for a menu or a dialog to hand the focus back by itself. */
const patienceMs = 150;

export function useKeptFocus(fallback: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let held = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = () => {
      held = true;
    };
    // A click into the empty takes the focus away on purpose; its owner is still there then, and could have it.
    const onBlur = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null || !(target instanceof HTMLElement)) return;
      setTimeout(() => {
        const left = target.isConnected && target.checkVisibility() && !target.matches(':disabled');
        if (left && document.activeElement === document.body) held = false;
      });
    };
    const look = () => {
      if (!held || document.activeElement !== document.body || isCovered()) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (held && document.activeElement === document.body)
          fallback.current?.focus({ preventScroll: true });
      }, patienceMs);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
    };
  }, [fallback]);
}
