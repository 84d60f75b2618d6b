/** The real app on a platform whose clock, dialogs, printer, notifier, phone and power the tests hold. */
import { app } from 'electron';
import { startDuebook } from '../../../electron/start.ts';
import { type Harness, makeHarness } from './harness.ts';

declare global {
  // A global is all that Playwright can reach in the main process.
  var harness: Harness;
}

const made = makeHarness();
globalThis.harness = made.harness;

app.on('session-created', (session) => {
  const note = (done: boolean) => (details: { url: string }) =>
    void made.harness.requests.push({ url: details.url, done });
  session.webRequest.onCompleted(note(true));
  session.webRequest.onErrorOccurred(note(false));
});

startDuebook(made.platform);
