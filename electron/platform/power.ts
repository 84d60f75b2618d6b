/** Whether somebody is at the computer, and when it sleeps, wakes, locks and is unlocked. */
import { powerMonitor } from 'electron';

export type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen';

export type Power = {
  /** Seconds since the last key or mouse movement anywhere on this computer. */
  idleSeconds(): number;
  on(event: PowerEvent, listener: () => void): void;
};

export function makePower(): Power {
  return {
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    on(event, listener) {
      // Each name is an overload of its own in Electron's types.
      if (event === 'suspend') powerMonitor.on('suspend', listener);
      else if (event === 'resume') powerMonitor.on('resume', listener);
      else if (event === 'lock-screen') powerMonitor.on('lock-screen', listener);
      else powerMonitor.on('unlock-screen', listener);
    },
  };
}
