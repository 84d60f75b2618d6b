import { setTimeout as delay } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';

/** Closes the app as its user would, and ends it if it does not go within ten seconds. */
export async function closeApp(app: ElectronApplication): Promise<void> {
  let child: ReturnType<typeof app.process>;
  try {
    child = app.process();
  } catch {
    // Playwright has nothing left to say about an app that was closed before.
    return;
  }
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = app.close().then(
    () => true,
    () => true,
  );
  if ((await Promise.race([closed, delay(10_000, false, { ref: false })])) === false) child.kill('SIGKILL');
}
