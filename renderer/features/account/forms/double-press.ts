/**
 * A double click on a button that saves, or its key pressed twice, is one wish. The second press comes when the
 * form may already be empty again and would only earn a refusal, so it is dropped before the form sees it.
 */
import type { SyntheticEvent } from 'react';

/** No one corrects a form and sends it again within this time. */
const gapMs = 350;

const sentAt = new WeakMap<EventTarget, number>();

/** For `onSubmitCapture` around the forms. */
export function dropDoublePress(event: SyntheticEvent): void {
  const last = sentAt.get(event.target);
  if (last !== undefined && event.timeStamp - last < gapMs) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  sentAt.set(event.target, event.timeStamp);
}
