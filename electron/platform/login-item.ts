/**
 * Whether Duebook starts when the user logs in. Windows and macOS keep a list of their own; on Linux it is an entry in the
 * autostart folder of the desktop (XDG Autostart). Only the packaged program can be started so.
 */
import { mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { desktopEntryOf } from './desktop-entry.ts';
import { hiddenSwitch } from './hidden-switch.ts';
import { replaceFile } from './replace-file.ts';

export type LoginItem = {
  /** False for a program started from its source. */
  readonly isSupported: boolean;
  /** False when the system refused. */
  set(wanted: { readonly start: boolean; readonly hidden: boolean }): Promise<boolean>;
};

export function makeLoginItem(): LoginItem {
  return {
    isSupported: app.isPackaged,
    async set({ start, hidden }) {
      try {
        if (process.platform === 'linux') await setEntry(start, hidden);
        else {
          app.setLoginItemSettings({
            openAtLogin: start,
            args: hidden ? [hiddenSwitch] : [],
          });
        }
        return true;
      } catch {
        // Rights, a folder that is a file, a policy: all the same to the user, who is told that it did not work.
        return false;
      }
    },
  };
}

async function setEntry(start: boolean, hidden: boolean): Promise<void> {
  const folder = path.join(process.env.XDG_CONFIG_HOME ?? path.join(os.homedir(), '.config'), 'autostart');
  const file = path.join(folder, 'duebook.desktop');
  if (!start) return rm(file, { force: true });
  await mkdir(folder, { recursive: true });
  // An AppImage runs from a place that is gone after it; its own file is the one to start.
  const program = process.env.APPIMAGE ?? process.execPath;
  await replaceFile(file, desktopEntryOf(program, hidden ? [hiddenSwitch] : []));
}
