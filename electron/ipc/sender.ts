/**
 * Who may speak: the main frame of our one window, showing our own pages. Asked for every message, because a
 * frame can be replaced while its window stays.
 */

export const appOrigin = 'app://duebook';

type Frame = { readonly origin: string };
type Sender = { readonly mainFrame: Frame };

/** The part of Electron's invoke event that tells where a message came from. */
export type MessageEvent = { readonly sender: Sender; readonly senderFrame: Frame | null };

export function isOurWindow(event: MessageEvent, ours: Sender | null): boolean {
  const frame = event.senderFrame;
  if (ours === null || event.sender !== ours || frame === null) return false;
  return frame === ours.mainFrame && frame.origin === appOrigin;
}
