/** Ctrl+Enter (Command+Enter on a Mac) saves from anywhere in a form, also from a text of several lines. */
import type { KeyboardEvent } from 'react';

export type EnterPress = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean };

export function isSubmitPress(press: EnterPress): boolean {
  return press.key === 'Enter' && (press.ctrlKey || press.metaKey);
}

/** The form's key handler; while a submission runs another press is ignored. */
export function submitOnPress(pending: boolean) {
  return (event: KeyboardEvent<HTMLFormElement>) => {
    if (!isSubmitPress(event)) return;
    event.preventDefault();
    if (!pending) event.currentTarget.requestSubmit();
  };
}
