/** The program itself: version, settings of this computer, running jobs, leaving. */
import { z } from 'zod';
import { deskCommand, deskQuery, id, nothing } from './call.ts';
import { contactAct, contactDecision } from './law.ts';

/** Kept on this computer outside the book, so it must never hold anything about a debtor. */
export const deviceSettings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Per cent, 80 to 200. */
  zoomPercent: z.int().min(80).max(200),
  /** Minutes without a key or the mouse before the book locks; 0 never. */
  lockAfterMinutes: z.int().min(0).max(240),
  lockWhenComputerLocks: z.boolean(),
  notifyReminders: z.boolean(),
  /** Off by default: a name on a lock screen tells a third party about a debt. */
  namesInNotifications: z.boolean(),
  /** A mark in the tray with the number due, and closing the window leaves the program running there. */
  keepInTray: z.boolean(),
  startAtLogin: z.boolean(),
  /** Started at login, no window opens; only with the mark in the tray. */
  startHidden: z.boolean(),
});
export type DeviceSettings = z.output<typeof deviceSettings>;

export const appInfo = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  /** True on the runtime meant for development on restricted networks. */
  fallbackRuntime: z.boolean(),
  platform: z.enum(['win32', 'darwin', 'linux']),
  /** Whether the program can be started at login: a packaged one can. */
  canStartAtLogin: z.boolean(),
  /** The user's zone, IANA name. */
  zone: z.string(),
  /** Today in that zone. */
  today: z.iso.date(),
});
export type AppInfo = z.output<typeof appInfo>;

export const appCalls = {
  'app.info': deskQuery(nothing, appInfo),
  'app.settings': deskQuery(nothing, deviceSettings),
  'app.changeSettings': deskCommand(deviceSettings.partial(), deviceSettings),
  /** The answer to a `flush` event: everything typed has been saved. */
  'app.flushed': deskCommand(nothing, nothing),
  'app.quit': deskCommand(nothing, nothing),
  /** Asks a job to stop; its last event says whether it did or had already finished. */
  'jobs.cancel': deskCommand(z.strictObject({ jobId: z.uuid() }), nothing),
  /**
   * Hands a number of the book to the system's phone program (`tel:`); nothing else can be opened. The rules are asked
   * first: what stands in the way needs a decision, and a prohibition none can give.
   */
  'app.dial': deskCommand(
    z.strictObject({
      phoneId: id,
      accountId: id,
      act: contactAct.nullable().default(null),
      decision: contactDecision.nullable().default(null),
    }),
    nothing,
  ),
} as const;
