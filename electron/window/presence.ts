/**
 * Duebook besides its window: the mark in the tray with what is due, the number on the taskbar, and whether closing the window ends
 * the program. A number and no more: the tray is read by whoever stands at the desk.
 */
import type { DeviceSettings } from '../../shared/contract/app.ts';
import type { TrayPlace } from '../platform/tray.ts';

export type PresenceParts = {
  readonly tray: TrayPlace;
  settings(): Pick<DeviceSettings, 'keepInTray'>;
  bringForward(): void;
  lock(): void;
  quit(): void;
};

export type Presence = {
  /** How many reminders have come due and stand open; `null` while no book is open. */
  count(open: number | null): void;
  /** Puts changed settings in force. */
  refresh(): void;
  /** True when the program goes on in the tray after its window is closed. */
  staysOnClose(): boolean;
  end(): void;
};

export function makePresence({ tray, settings, bringForward, lock, quit }: PresenceParts): Presence {
  let open: number | null = null;
  let isUp = false;

  function refresh(): void {
    tray.badge(open ?? 0);
    if (!settings().keepInTray) {
      if (isUp) tray.hide();
      isUp = false;
      return;
    }
    isUp = tray.show(
      {
        tooltip: tooltipOf(open),
        isDue: (open ?? 0) > 0,
        entries: [
          { label: 'Open Duebook', act: bringForward },
          ...(open === null ? [] : [{ label: 'Lock the book', act: lock }]),
          { label: 'Quit', act: quit },
        ],
      },
      bringForward,
    );
  }

  return {
    count(next) {
      if (next === open) return;
      open = next;
      refresh();
    },
    refresh,
    staysOnClose: () => settings().keepInTray && isUp,
    end() {
      tray.badge(0);
      if (isUp) tray.hide();
      isUp = false;
    },
  };
}

function tooltipOf(open: number | null): string {
  // Locked, nobody can know what is due.
  if (open === null) return 'Duebook: locked, no reminders are told';
  if (open === 0) return 'Duebook: no reminder is due';
  return `Duebook: ${open} ${open === 1 ? 'reminder is' : 'reminders are'} due`;
}
