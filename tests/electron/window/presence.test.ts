import { beforeEach, describe, expect, it } from 'vitest';
import type { TrayState } from '../../../electron/platform/tray.ts';
import { makePresence, type Presence } from '../../../electron/window/presence.ts';

let shown: TrayState | null;
let badges: number[];
let works: boolean;
let keepInTray: boolean;
let calls: string[];
let presence: Presence;

beforeEach(() => {
  shown = null;
  badges = [];
  works = true;
  keepInTray = true;
  calls = [];
  presence = makePresence({
    tray: {
      show(state) {
        shown = works ? state : null;
        return works;
      },
      hide() {
        shown = null;
      },
      badge: (count) => void badges.push(count),
    },
    settings: () => ({ keepInTray }),
    bringForward: () => void calls.push('forward'),
    lock: () => void calls.push('lock'),
    quit: () => void calls.push('quit'),
  });
});

const labels = () => shown?.entries.map(({ label }) => label);

describe('the mark in the tray', () => {
  it('says how many are due, and nothing else about them', () => {
    presence.count(0);
    expect(shown).toMatchObject({ tooltip: 'Duebook: no reminder is due', isDue: false });
    presence.count(1);
    expect(shown).toMatchObject({ tooltip: 'Duebook: 1 reminder is due', isDue: true });
    presence.count(12);
    expect(shown?.tooltip).toBe('Duebook: 12 reminders are due');
    expect(badges).toEqual([0, 1, 12]);
  });

  it('says that a locked book tells nothing, and offers to lock only an open one', () => {
    presence.count(3);
    expect(labels()).toEqual(['Open Duebook', 'Lock the book', 'Quit']);
    presence.count(null);
    expect(shown?.tooltip).toBe('Duebook: locked, no reminders are told');
    expect(labels()).toEqual(['Open Duebook', 'Quit']);
    expect(badges.at(-1)).toBe(0);
  });

  it('is there only when wanted, and the number without it', () => {
    keepInTray = false;
    presence.count(2);
    expect(shown).toBeNull();
    expect(badges).toEqual([2]);
    keepInTray = true;
    presence.refresh();
    expect(shown).not.toBeNull();
    keepInTray = false;
    presence.refresh();
    expect(shown).toBeNull();
  });
});

describe('closing the window', () => {
  it('ends the program unless it was told to stay', () => {
    keepInTray = false;
    presence.refresh();
    expect(presence.staysOnClose()).toBe(false);
    keepInTray = true;
    presence.refresh();
    expect(presence.staysOnClose()).toBe(true);
  });

  it('ends it where no mark can be shown, which would be the only way back', () => {
    works = false;
    presence.refresh();
    expect(presence.staysOnClose()).toBe(false);
  });
});
