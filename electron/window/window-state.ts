/** Where the window stood, so that it opens there again: on a screen that is still there, and large enough. */
import { z } from 'zod';

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const whole = z.int().min(-100_000).max(100_000);

const windowState = z.strictObject({
  bounds: z.strictObject({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }),
  maximised: z.boolean(),
});
export type WindowState = z.output<typeof windowState>;

export const leastSize = { width: 1024, height: 640 } as const;
export const usualSize = { width: 1280, height: 800 } as const;
/** So much of the window must lie on a screen that it can be taken hold of and pulled back. */
const grip = { width: 200, height: 100 } as const;

function overlap(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
}

/** The stored state if it still fits a screen, else `null`: the window then takes its usual size in the middle. */
export function fittingState(stored: unknown, screens: readonly Area[]): WindowState | null {
  const checked = windowState.safeParse(stored);
  if (!checked.success) return null;
  const { bounds, maximised } = checked.data;
  const held = screens.some(
    (screen) =>
      overlap(bounds.x, bounds.width, screen.x, screen.width) >= grip.width &&
      overlap(bounds.y, bounds.height, screen.y, screen.height) >= grip.height,
  );
  if (!held) return null;
  return {
    bounds: {
      ...bounds,
      width: Math.max(bounds.width, leastSize.width),
      height: Math.max(bounds.height, leastSize.height),
    },
    maximised,
  };
}
