/**
 * The keys that work everywhere. The menu in main shows the same ones; a press handled here is kept from
 * reaching it, so that it happens once.
 */
import { type Area, areaEntries } from './commands.ts';

export type FrameAction =
  | { readonly act: 'go'; readonly area: Area }
  | { readonly act: 'find' | 'new-account' | 'lock' | 'shortcuts' | 'back' | 'forward' | 'export' };

export type FramePress = {
  readonly key: string;
  /** The physical key, `Digit1`: with Alt held, a Mac gives another character. */
  readonly code: string;
  readonly alt: boolean;
  readonly shift: boolean;
  /** Ctrl, or the command key on a Mac. */
  readonly mod: boolean;
};

export function frameActionOf(press: FramePress): FrameAction | null {
  if (press.key === 'F1') return { act: 'shortcuts' };
  if (press.mod && !press.alt && !press.shift) {
    if (press.key === 'k' || press.key === 'K') return { act: 'find' };
    if (press.key === 'n' || press.key === 'N') return { act: 'new-account' };
    if (press.key === 'l' || press.key === 'L') return { act: 'lock' };
    if (press.key === ',') return { act: 'go', area: 'settings' };
  }
  if (press.mod && press.shift && !press.alt && (press.key === 'f' || press.key === 'F'))
    return { act: 'go', area: 'notes' };
  if (press.mod && press.shift && !press.alt && (press.key === 'm' || press.key === 'M'))
    return { act: 'go', area: 'incoming' };
  if (press.mod && press.shift && !press.alt && (press.key === 'e' || press.key === 'E'))
    return { act: 'export' };
  // On many layouts the slash needs Shift.
  if (press.mod && !press.alt && press.key === '/') return { act: 'shortcuts' };
  if (press.alt && !press.mod && !press.shift) {
    if (press.key === 'ArrowLeft') return { act: 'back' };
    if (press.key === 'ArrowRight') return { act: 'forward' };
    const digit = /^Digit(\d)$/.exec(press.code)?.[1];
    const entry = areaEntries.find(({ keys }) => keys === `Alt+${digit}`);
    if (entry) return { act: 'go', area: entry.area };
  }
  return null;
}
