/**
 * The mark in the desktop's tray, and the number on the taskbar. Not every desktop has either, and a runtime may lack them: what
 * cannot be shown is left out, and the rest goes on.
 */
import { app, BrowserWindow, Menu, nativeImage, Tray } from 'electron';
import { trayPixels } from './tray-image.ts';

export type TrayState = {
  readonly tooltip: string;
  readonly isDue: boolean;
  readonly entries: readonly { readonly label: string; act(): void }[];
};

export type TrayPlace = {
  /** Puts the mark up, or changes it; false where it cannot be. */
  show(state: TrayState, onClick: () => void): boolean;
  hide(): void;
  /** The number beside the program in the taskbar or dock; 0 takes it away. */
  badge(count: number): void;
};

const sizes = [16, 32] as const;

export function makeTray(): TrayPlace {
  let tray: Tray | null = null;
  let clicked: () => void = () => undefined;

  function image(isDue: boolean) {
    const [small, large] = sizes;
    const made = nativeImage.createFromBitmap(Buffer.from(trayPixels(small, isDue)), {
      width: small,
      height: small,
    });
    made.addRepresentation({
      scaleFactor: 2,
      width: large,
      height: large,
      buffer: Buffer.from(trayPixels(large, isDue)),
    });
    return made;
  }

  return {
    show(state, onClick) {
      clicked = onClick;
      try {
        if (tray === null) {
          tray = new Tray(image(state.isDue));
          tray.on('click', () => clicked());
        } else tray.setImage(image(state.isDue));
        tray.setToolTip(state.tooltip);
        tray.setContextMenu(
          Menu.buildFromTemplate(state.entries.map(({ label, act }) => ({ label, click: act }))),
        );
        return true;
      } catch {
        // No tray on this desktop or runtime: the window stays the only way in.
        tray = null;
        return false;
      }
    },
    hide() {
      tray?.destroy();
      tray = null;
    },
    badge(count) {
      try {
        app.setBadgeCount(count);
        if (process.platform !== 'win32') return;
        const words = count === 0 ? '' : `${count} due`;
        for (const window of BrowserWindow.getAllWindows())
          window.setOverlayIcon(count === 0 ? null : image(true), words);
      } catch {
        // A number nobody can show is no reason to stop.
      }
    },
  };
}
